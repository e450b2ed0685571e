"""What the site says of its own pages and feeds, to those who choose among them."""

import re

import pytest

from tests.conftest import SmallSite


def described(page: str) -> str:
    """What search engines and networks show below a page's title."""
    return re.search('<meta name="description" content="([^"]*)"', page)[1]


def page(site: SmallSite, url: str) -> str:
    return (site.public / url.strip("/") / "index.html").read_text()


@pytest.fixture
def sourced(site: SmallSite) -> SmallSite:
    """One article on Algeria, from a newspaper whose name has an article of its own."""
    site.article("un", "Le port d'Alger rouvre.", title="Le port", date="2023-08-05", source="Le Courrier",
                 countries="DZ")  # fmt: skip
    return site


def test_the_list_of_all_feeds_can_be_had_at_once(sourced: SmallSite) -> None:
    sourced.build()
    button = re.search(
        r'<a class="button" href="([^"]+)" download>([^<]+)</a>', page(sourced, "/abonnements/")
    )
    assert button
    assert button.groups() == ("/feeds.opml", "Tout prendre d’un coup")
    assert (sourced.public / "feeds.opml").is_file()
    assert "feeds.opml" not in page(sourced, "/")  # it is no feed: pages do not announce it


def test_what_a_feed_holds_is_said_in_french_whatever_the_name(sourced: SmallSite) -> None:
    sourced.build()
    text = page(sourced, "/abonnements/")
    assert not re.findall(
        r"\b(?:de|sur) (?:Balkans|Afrique centrale|Pays du Golfe|Le Courrier|Outre-mer)", text
    )
    assert "Tous les pays de cette région." in text
    assert "Tout ce qui est repris de cette source." in text


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
