"""`sitegen import` of pages that tell programs more than readers."""

from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.commands import import_
from sitegen.effects.fetch import Fetched
from tests.conftest import SmallSite

TEXT = "Le vieux pont de Valmont sera rénové avant l'été, a dit la mairie, qui y consacre deux millions. "
DATA = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "dateModified": "2025-03-06",'
    ' "datePublished": "2025-03-04T09:30:00+01:00",'
    ' "publisher": {"@type": "Organization", "name": "Le Courrier de Valmont"}}</script>'
)


def imported(site: SmallSite, monkeypatch: pytest.MonkeyPatch, head: str, url: str, byline: str = "") -> str:
    """The capture of a page with this head, fetched from this address."""
    page = (
        f"<html lang=fr><head><title>Le vieux pont de Valmont sera rénové</title>{head}</head><body><article>"
        f"<h1>Le vieux pont de Valmont sera rénové</h1>{byline}"
        + f"<p>{TEXT * 3}</p>" * 4
        + "</article></body></html>"
    )
    monkeypatch.setattr(import_, "fetch", lambda *_, **__: Fetched(url, "text/html", "utf-8", page.encode()))
    assert main(["import", "--root", str(site.root), "--as-of", "2025-12-31", url]) == 0
    (capture,) = Path(site.root, "seeds").iterdir()
    return capture.read_text()


def test_the_date_and_paper_that_a_page_tells_programs_alone_are_kept(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = imported(site, monkeypatch, DATA, "https://valmont.example.org/le-pont")
    assert text.startswith(
        '---\nlink: "https://valmont.example.org/le-pont"\ndate: "2025-03-04T09:30:00+01:00"\n'
        'updated: "2025-03-06"\nsource: "Le Courrier de Valmont"\n---\n\n'
    )


def test_a_date_that_readers_see_is_left_to_the_text(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    byline = "<p>Publié le 5 mars 2025 par Anne Petit</p>"
    text = imported(site, monkeypatch, DATA, "https://valmont.example.org/le-pont", byline)
    assert "Publié le 5 mars 2025 par Anne Petit\n" in text
    assert "\ndate:" not in text
    assert "\nauthors:" not in text


@pytest.mark.parametrize(
    ("own", "link"),
    [
        ("https://valmont.example.org/le-pont", "https://valmont.example.org/le-pont"),
        ("https://valmont.example.org/", "https://m.valmont.example.org/le-pont?id=3"),
        ("https://autre.example.com/le-pont", "https://m.valmont.example.org/le-pont?id=3"),
        ("javascript:alert(1)", "https://m.valmont.example.org/le-pont?id=3"),
    ],
)
def test_the_link_is_the_page_s_own_address_where_that_is_of_the_same_site(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch, own: str, link: str
) -> None:
    head = f'<link rel="canonical" href="{own}">'
    text = imported(site, monkeypatch, head, "https://m.valmont.example.org/le-pont?id=3&utm_source=x")
    assert text.startswith(f'---\nlink: "{link}"\n---\n\n')


def test_what_a_hostile_page_tells_stays_one_value(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    head = '<meta property="og:site_name" content=\'Le "Courrier"\n---\npublish: full\'>'
    text = imported(site, monkeypatch, head, "https://valmont.example.org/le-pont")
    assert "\npublish:" not in text
    assert text.count("\n---\n") == 1
