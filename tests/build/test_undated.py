"""An article whose date nobody knows: nothing that is shown or sent claims one."""

import datetime as dt
import json
import re

import pytest
from lxml import etree

from tests.conftest import SmallSite

NOTE = "La date de publication de l’original n’est pas connue"


@pytest.fixture
def undated(site: SmallSite) -> SmallSite:
    """Three articles on one country, one of them undated."""
    site.article("a", title="Le pont", date="2025-03-04", countries="AM")
    site.article("b", title="Le quai", date="2025-03-05", countries="AM")
    site.article("c", title="Le bac", countries="AM")
    site.build()
    return site


def page(site: SmallSite, url: str) -> str:
    return (site.public / url.strip("/") / "index.html").read_text()


def data(text: str) -> dict[str, object]:
    """What the page tells search engines of its article."""
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', text)
    assert found
    return json.loads(found[1])["@graph"][0]  # type: ignore[no-any-return]


def test_search_engines_are_given_no_day_of_publication(undated: SmallSite) -> None:
    text = page(undated, "/articles/sans-date/le-bac/")
    assert "Sans date" in text
    assert "datePublished" not in data(text)
    assert "article:published_time" not in text
    assert "datePublished" in data(page(undated, "/articles/2025/03/le-pont/"))


def test_feeds_say_that_the_day_they_give_is_not_the_original_s(undated: SmallSite) -> None:
    items = {item.findtext("title"): item for item in etree.parse(undated.public / "feed.xml").iter("item")}
    texts = {
        title: item.findtext("{http://purl.org/rss/1.0/modules/content/}encoded") or ""
        for title, item in items.items()
    }
    assert {title for title, text in texts.items() if NOTE in text} == {"Le bac"}
    assert items["Le bac"].findtext("pubDate")
    entries = json.loads((undated.public / "feed.json").read_text())["items"]
    assert [item["title"] for item in entries if NOTE in item["content_html"]] == ["Le bac"]
    assert (undated.public / "atom.xml").read_text().count(NOTE) == 1


def titles(site: SmallSite) -> list[str]:
    """The main feed's items, in its order."""
    return [item.findtext("title") or "" for item in etree.parse(site.public / "feed.xml").iter("item")]


def test_an_article_heads_no_feed_for_want_of_a_date(undated: SmallSite) -> None:
    assert titles(undated) == ["Le quai", "Le bac", "Le pont"]
    days = [item.findtext("pubDate") for item in etree.parse(undated.public / "feed.xml").iter("item")]
    assert days[0] == days[1]  # readers that sort by it see the same


def test_an_article_that_comes_later_stands_under_the_day_on_which_it_came(undated: SmallSite) -> None:
    undated.article("d", title="Le gué", countries="AM")
    undated.build(as_of=dt.date(2026, 1, 31))
    undated.article("e", title="Le canal", date="2026-01-30", countries="AM")
    undated.build(as_of=dt.date(2026, 2, 1))
    assert titles(undated) == ["Le gué", "Le canal", "Le quai", "Le bac", "Le pont"]
    assert "31 Jan 2026" in (undated.public / "feed.xml").read_text()


def test_no_article_is_called_newer_or_older_than_one_without_a_date(undated: SmallSite) -> None:
    assert "Plus récent" not in page(undated, "/articles/sans-date/le-bac/")
    oldest = page(undated, "/articles/2025/03/le-pont/")
    assert "Plus récent" in oldest
    assert "Plus ancien" not in oldest
    assert "/articles/sans-date/le-bac/" in oldest  # on the same subject
