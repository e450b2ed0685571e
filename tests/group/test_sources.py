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


def shelves(site: SmallSite) -> dict[str, int]:
    """The sources that readers are offered, each with the number of its articles."""
    data = json.loads((site.public / "api/sources.json").read_text())
    return {shelf["name"]: shelf["articles"] for shelf in data["sources"] if shelf["articles"]}


GAZETTE = "https://gazette.example.org"


def test_a_newspaper_known_by_its_host_is_the_one_that_is_named(site):
    """Two articles say whose they are, a third only where it was read."""
    site.article("un", title="Le pont ferme", date="2025-01-05", source="La Gazette", link=f"{GAZETTE}/pont")
    site.article("deux", title="Le quai rouvre", date="2025-02-05", link=f"{GAZETTE}/quai")
    site.build()
    assert shelves(site) == {"La Gazette": 2}
    page = next(site.public.glob("articles/2025/02/*/index.html")).read_text()
    assert '<a href="/sources/la-gazette/">La Gazette</a>' in page


def test_a_named_source_s_own_address_tells_too(site):
    site.article("un", title="Le pont ferme", date="2025-01-05", source="Le Fanal", source_url=f"{GAZETTE}/")
    site.article("deux", title="Le quai rouvre", date="2025-02-05", link=f"{GAZETTE}/quai")
    site.build()
    assert shelves(site) == {"Le Fanal": 2}


def test_a_host_that_is_nobody_s_own_stays_by_itself(site):
    """A network on which La Gazette writes, and an agency that La Gazette prints."""
    site.article(
        "un", title="Le pont", date="2025-01-05", source="La Gazette", link="https://reseau.example/a"
    )
    site.article("deux", title="Le quai", date="2025-01-06", source="Agence du Port", link=f"{GAZETTE}/quai")
    site.article("trois", title="Le bac", date="2025-01-07", link="https://reseau.example/b")
    site.article("quatre", title="Le gué", date="2025-01-08", link=f"{GAZETTE}/gue")
    site.build()
    assert set(shelves(site)) == {"La Gazette", "Agence du Port", "reseau.example", "gazette.example.org"}


def test_a_host_of_two_named_sources_stays_by_itself(site):
    site.article("un", title="Le pont", date="2025-01-05", source="Gazette du Nord", link=f"{GAZETTE}/a")
    site.article("deux", title="Le quai", date="2025-01-06", source="Gazette du Sud", link=f"{GAZETTE}/b")
    site.article("trois", title="Le bac", date="2025-01-07", link=f"{GAZETTE}/c")
    site.build()
    assert set(shelves(site)) == {"Gazette du Nord", "Gazette du Sud", "gazette.example.org"}


def test_the_address_of_a_host_s_shelf_stays_and_leads_to_the_named_source(site):
    site.article("deux", title="Le quai rouvre", date="2025-02-05", link=f"{GAZETTE}/quai")
    site.build()
    former = site.public / "sources/gazette-example-org"
    assert "Le quai rouvre" in (former / "index.html").read_text()
    site.article("un", title="Le pont ferme", date="2025-01-05", source="La Gazette", link=f"{GAZETTE}/pont")
    site.build()
    assert shelves(site) == {"La Gazette": 2}
    assert (former / "feed.xml").is_file()
    text = (former / "index.html").read_text()
    assert "Le quai rouvre" not in text
    assert links(text, "/sources/la-gazette/") == 1
