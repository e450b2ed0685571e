"""What the site says of its own pages and feeds, to those who choose among them."""

import json
import re

import pytest
from lxml import etree

from tests.conftest import SmallSite


def described(page: str) -> str:
    """What search engines and networks show below a page's title."""
    return re.search('<meta name="description" content="([^"]*)"', page)[1]


def page(site: SmallSite, url: str) -> str:
    return (site.public / url.strip("/") / "index.html").read_text()


def listed(site: SmallSite, url: str) -> list[str]:
    """The feeds that a list for feed readers holds."""
    outlines = etree.parse(site.public / url.strip("/")).iter("outline")
    urls = [one.get("xmlUrl") for one in outlines if one.get("xmlUrl")]
    return [each.removeprefix("https://releve.example.org") for each in urls]


@pytest.fixture
def sourced(site: SmallSite) -> SmallSite:
    """One article on Algeria, from a newspaper whose name has an article of its own."""
    site.article("un", "Le port d'Alger rouvre.", title="Le port", date="2023-08-05", source="Le Courrier",
                 countries="DZ")  # fmt: skip
    return site


def test_the_list_of_all_feeds_can_be_had_at_once(sourced: SmallSite) -> None:
    sourced.build()
    text = page(sourced, "/abonnements/")
    buttons = dict(re.findall(r'<a class="button" href="([^"]+)" download>([^<]+)</a>', text))
    assert list(buttons) == ["/feeds-site.opml", "/feeds-countries.opml", "/feeds.opml"]
    assert buttons["/feeds.opml"].startswith("Tout prendre d’un coup (")
    assert "un même article arrive plusieurs fois" in text
    held = {url: listed(sourced, url) for url in buttons}
    assert held["/feeds-site.opml"] == ["/feed.xml"]
    assert held["/feeds-countries.opml"] == ["/pays/algerie/feed.xml"]
    assert f"({len(held['/feeds.opml'])}\u00a0flux)" in buttons["/feeds.opml"].replace(" ", "\u00a0")
    assert ".opml" not in page(sourced, "/")  # it is no feed: pages do not announce it


def test_a_feed_without_articles_is_not_offered(sourced: SmallSite) -> None:
    sourced.build()
    sourced.article("un", "Le port de Gênes rouvre.", title="Le port", date="2023-08-05", source="La Voix",
                    countries="IT")  # fmt: skip
    sourced.build()
    text = page(sourced, "/abonnements/")
    for empty in ("/pays/algerie/", "/sources/le-courrier/", "/regions/balkans/"):
        assert (sourced.public / empty.strip("/") / "feed.xml").is_file()  # whoever has it keeps it
        assert f"{empty}feed.xml" not in text
        assert f"{empty}feed.xml" not in listed(sourced, "/feeds.opml")
    assert "/sources/la-voix/feed.xml" in listed(sourced, "/feeds.opml")
    assert listed(sourced, "/feeds-countries.opml") == ["/pays/italie/feed.xml"]


def test_what_a_feed_holds_is_said_in_french_whatever_the_name(sourced: SmallSite) -> None:
    sourced.build()
    text = page(sourced, "/abonnements/")
    assert not re.findall(
        r"\b(?:de|sur) (?:Balkans|Afrique centrale|Pays du Golfe|Le Courrier|Outre-mer)", text
    )
    assert "Tous les pays d’une région." in text
    assert "Tout ce qui est repris d’une source." in text


def test_what_feeds_of_one_kind_hold_is_said_once(sourced: SmallSite) -> None:
    """Each of them says how many articles it has, and of when the last one is."""
    sourced.article("trois", "Le port de Gênes rouvre.", title="Le port", date="2023-08-05", countries="IT")
    sourced.build()
    text = page(sourced, "/abonnements/")
    assert text.count("Tous les articles sur un pays, quel que soit leur thème.") == 1
    assert len(re.findall("<p>1 article · Dernier article\u00a0: 5 août 2023</p>", text)) >= 1


def test_a_list_of_one_article_is_described_in_the_singular(sourced: SmallSite) -> None:
    sourced.build()
    assert (
        described(page(sourced, "/archives/2023/08/"))
        == "Août 2023\u00a0: 1 article dans la revue de presse."
    )
    assert described(page(sourced, "/pays/algerie/")) == "Algérie\u00a0: 1 article de presse."
    said = described(page(sourced, "/sources/le-courrier/"))
    assert said == "Le Courrier\u00a0: 1 article repris de cette source."


def test_a_list_of_several_says_their_order(sourced: SmallSite) -> None:
    sourced.article("deux", "Le port d'Oran rouvre.", title="Le quai", date="2023-08-06", countries="DZ")
    sourced.build()
    said = "Algérie\u00a0: 2 articles de presse, du plus récent au plus ancien."
    assert described(page(sourced, "/pays/algerie/")) == said


SELECTION = """
name = "Ports du Sud"
description = "Les ports d'Algérie : trafic, travaux et grèves"
countries = ["DZ"]
"""


def feeds(site: SmallSite, url: str) -> list[str]:
    """What each of a shelf's three feeds says of itself."""
    folder = site.public / url.strip("/")
    rss = etree.parse(folder / "feed.xml").findtext("channel/description")
    atom = etree.parse(folder / "atom.xml").findtext("{http://www.w3.org/2005/Atom}subtitle")
    return [rss or "", atom or "", json.loads((folder / "feed.json").read_text())["description"]]


def test_an_editor_s_description_of_a_selection_is_shown_wherever_it_is_offered(sourced: SmallSite) -> None:
    sourced.write("content/feeds/ports.toml", SELECTION)
    sourced.build()
    said = "Les ports d’Algérie\u00a0: trafic, travaux et grèves"
    text = page(sourced, "/selections/ports/")
    assert f'<p class="intro">{said}</p>' in text
    assert described(text) == said
    assert said in page(sourced, "/abonnements/")
    assert feeds(sourced, "/selections/ports/") == [said] * 3


def test_a_selection_without_a_description_is_said_to_be_what_it_is(sourced: SmallSite) -> None:
    """A filter chose its articles, no editor; and it is no heading."""
    sourced.write("content/feeds/ports.toml", 'name = "Ports du Sud"\ncountries = ["DZ"]\n')
    sourced.build()
    said = described(page(sourced, "/selections/ports/"))
    assert said == "Ports du Sud\u00a0: 1 article retenu selon les critères de cette sélection."
    assert (
        feeds(sourced, "/selections/ports/")
        == ["Les articles de la sélection «\u00a0Ports du Sud\u00a0»"] * 3
    )


def test_another_description_shows_at_the_next_build(sourced: SmallSite) -> None:
    sourced.write("content/feeds/ports.toml", SELECTION)
    sourced.build()
    sourced.write("content/feeds/ports.toml", SELECTION.replace("grèves", "pêche"))
    sourced.build()
    assert all("pêche" in said for said in feeds(sourced, "/selections/ports/"))
    assert "pêche" in page(sourced, "/selections/ports/")
    assert "grèves" not in page(sourced, "/abonnements/")
