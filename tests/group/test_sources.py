"""A source is one source to a reader, however its name was typed."""

import json

from tests.conftest import SmallSite


def sources(site: SmallSite) -> set[str]:
    """The names that the articles' data give for their sources."""
    data = json.loads((site.public / "api/articles.json").read_text())
    return {item["source"]["name"] for item in data["articles"]}


def links(page: str, url: str) -> int:
    """How often a page links to an address."""
    return page.count(f'href="{url}"')


def test_two_spellings_are_one_source_everywhere(site):
    site.article("un", title="Le pont ferme", date="2025-01-05", source="La Dépêche d'exemple")
    site.article("deux", title="Le quai rouvre", date="2025-02-05", source="La Dépêche d’exemple")
    site.article("trois", title="Le bac attend", date="2025-03-05", source="LA DEPECHE D'EXEMPLE")
    site.build()
    assert sources(site) == {"La Dépêche d'exemple"}
    shelf = "/sources/la-depeche-d-exemple/"
    for page in site.public.glob("articles/*/*/*/index.html"):
        assert links(page.read_text(), shelf), page
    country = (site.public / "pays/armenie/index.html").read_text()
    assert links(country, shelf) == 1  # in the list of its sources


def test_names_that_differ_in_more_than_their_spelling_stay_apart(site):
    site.article("un", title="Le pont ferme", date="2025-01-05", source="Canal")
    site.article("deux", title="Le quai rouvre", date="2025-02-05", source="Canal+")
    site.build()
    assert sources(site) == {"Canal", "Canal+"}


def test_an_older_article_brings_its_spelling_to_pages_already_built(site):
    site.article("deux", title="Le quai rouvre", date="2025-02-05", source="LA GAZETTE")
    site.build()
    page = next(site.public.glob("articles/2025/02/*/index.html"))
    assert "LA GAZETTE" in page.read_text()
    site.article("un", title="Le pont ferme", date="2025-01-05", source="La Gazette")
    site.build()
    assert "LA GAZETTE" not in page.read_text()
    assert sources(site) == {"La Gazette"}
