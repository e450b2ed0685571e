"""Who wrote an article, as search engines are told."""

import json
import re

import pytest

from tests.conftest import SmallSite


@pytest.mark.parametrize(
    ("author", "kind"),
    [
        ("Anne Petit", "Person"),
        ("Rédaction Caucase", "Organization"),
        ("La rédaction", "Organization"),
        ("AFP", "Organization"),
        ("l'Agence du Nord", "Organization"),
        ("Service politique", "Organization"),
        ("Ministère de la Santé", "Organization"),
        ("Le Courrier de Valmont", "Organization"),
        ("Rédwane Caucase", "Person"),
    ],
)
def test_a_newsroom_is_no_person(site: SmallSite, author: str, kind: str) -> None:
    site.article("un", title="Le pont", date="2025-03-04", author=author, source="Le Courrier de Valmont")
    site.build()
    page = (site.public / "articles/2025/03/le-pont/index.html").read_text()
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    (told,) = json.loads(found[1])["@graph"][0]["author"]
    assert (told["@type"], told["name"]) == (kind, author)
