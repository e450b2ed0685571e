"""Atom 1.0: what readers find in it."""

import datetime as dt

from lxml import etree
from msgspec.structs import replace

from sitegen.feed import plan_feeds, write_feed
from sitegen.model import Source
from tests.feed.sites import PARIS, bodies_of, make_article, make_edition

A = "{http://www.w3.org/2005/Atom}"
FH = "{http://purl.org/syndication/history/1.0}"


def atom_of(articles, path="atom.xml", **changes):
    edition = make_edition(articles, **changes)
    plan = next(plan for plan in plan_feeds(edition) if plan.path == path)
    return etree.fromstring(write_feed(plan, edition, bodies_of(articles)).data)


def links_of(element):
    return {link.get("rel"): link.get("href") for link in element.findall(f"{A}link")}


def test_entries_of_one_day_were_updated_at_different_instants(articles):
    updated = [entry.findtext(f"{A}updated") for entry in atom_of(articles).findall(f"{A}entry")]
    assert len(set(updated)) == len(updated) == 30


def test_updated_moves_with_the_stated_change_alone():
    article = make_article(3)
    before = atom_of((article,)).find(f"{A}entry")
    retitled = atom_of((replace(article, title="Autre", digest="0"),)).find(f"{A}entry")
    changed = atom_of((replace(article, updated=dt.datetime(2025, 5, 1, 8, tzinfo=PARIS)),)).find(f"{A}entry")
    assert before.findtext(f"{A}updated") == retitled.findtext(f"{A}updated")
    assert changed.findtext(f"{A}updated") > before.findtext(f"{A}updated")
    assert changed.findtext(f"{A}published") == before.findtext(f"{A}published")


def test_undated_entry_has_the_date_that_stands_for_unknown():
    entry = atom_of((make_article(3, date=None),)).find(f"{A}entry")
    assert entry.findtext(f"{A}updated").startswith("2000-01-01T00:00:00")
    assert entry.find(f"{A}published") is None


def test_feed_is_as_new_as_its_newest_entry(articles):
    feed = atom_of(articles)
    newest = max(entry.findtext(f"{A}updated") for entry in feed.findall(f"{A}entry"))
    assert feed.findtext(f"{A}updated") == newest


def test_original_is_linked_and_its_publisher_told():
    entry = atom_of((make_article(3),)).find(f"{A}entry")
    assert links_of(entry)["via"] == "https://agence.example.org/3"
    source = entry.find(f"{A}source")
    assert source.findtext(f"{A}id") == "https://agence.example.org/"
    assert source.findtext(f"{A}title") == "Agence d’exemple"


def test_publisher_is_the_author_where_none_is_named():
    entry = atom_of((make_article(3, authors=()),)).find(f"{A}entry")
    assert entry.find(f"{A}author") is None
    assert entry.findtext(f"{A}source/{A}author/{A}name") == "Agence d’exemple"


def test_source_without_address_is_a_name():
    entry = atom_of((make_article(3, source=Source("Agence"), link=""),)).find(f"{A}entry")
    assert entry.find(f"{A}source") is None
    assert entry.findtext("{http://purl.org/dc/elements/1.1/}source") == "Agence"


def test_title_with_signs_is_html_and_reads_the_same():
    title = atom_of((make_article(3, title="Le <b>gras</b> & co"),)).find(f"{A}entry/{A}title")
    assert title.get("type") == "html"
    assert title.text == "Le &lt;b&gt;gras&lt;/b&gt; &amp; co"


def test_categories_have_term_scheme_and_label():
    category = atom_of((make_article(3),)).find(f"{A}entry/{A}category")
    assert category.get("term") == "AM"
    assert category.get("label") == "Arménie"
    assert category.get("scheme") == "https://www.iso.org/iso-3166-country-codes.html"


def test_other_language_is_marked():
    entry = atom_of((make_article(3, language="en"),)).find(f"{A}entry")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_archive_is_chained_and_marked(articles):
    live = links_of(atom_of(articles))
    assert live["prev-archive"] == "https://revue.example.org/atom-archive-2.xml"
    second = atom_of(articles, "atom-archive-2.xml")
    assert second.find(f"{FH}archive") is not None
    assert links_of(second) == {
        "self": "https://revue.example.org/atom-archive-2.xml",
        "alternate": "https://revue.example.org/",
        "current": "https://revue.example.org/atom.xml",
        "prev-archive": "https://revue.example.org/atom-archive-1.xml",
    }
    assert "next-archive" in links_of(atom_of(articles, "atom-archive-1.xml"))


def test_lone_archive_page_is_not_marked(articles):
    page = atom_of(articles[:40], "atom-archive-1.xml")
    assert page.find(f"{FH}archive") is None
    assert links_of(page)["current"] == "https://revue.example.org/atom.xml"
