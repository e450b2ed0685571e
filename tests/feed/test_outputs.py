"""Sitemaps, robots.txt, OPML, llms.txt, the stylesheet and WebSub."""

import datetime as dt
import urllib.robotparser
from urllib.parse import parse_qsl

from lxml import etree
from msgspec.structs import replace

from sitegen.feed import Listed, changed_feeds, ping_body, plan_feeds, plan_outputs, sitemap, write
from tests.feed.sites import CONFIG, PARIS, make_article, make_edition

NS = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"


def written(edition, path):
    plan = next((plan for plan in plan_outputs(edition) if plan.path == path), None)
    return write(plan, edition, {}).data if plan else None


def locations(data):
    return [loc.text for loc in etree.fromstring(data).iter(f"{NS}loc")]


def test_sitemap_lists_shelves_and_articles_but_none_kept_out_of_search(articles):
    hidden = replace(articles[3], indexed=False)
    edition = make_edition((*articles[:3], hidden, *articles[4:]))
    found = locations(written(edition, "sitemap.xml"))
    assert len(found) == len(set(found))
    assert "https://revue.example.org/" in found
    assert "https://revue.example.org/pays/armenie/sport/" in found
    assert CONFIG.base_url + edition.site.url(articles[0]) in found
    assert CONFIG.base_url + edition.site.url(hidden) not in found


def test_sitemap_lists_the_pages_given(articles):
    pages = (Listed("/"), Listed("/a-propos/", dt.date(2025, 1, 2)), Listed("/pays/armenie/page/1/"))
    edition = make_edition(articles, pages=pages)
    data = written(edition, "sitemap.xml")
    others = [loc for loc in locations(data) if "/articles/" not in loc]
    assert others == [CONFIG.base_url + page.url for page in sorted(pages, key=lambda page: page.url)]
    assert b"<loc>https://revue.example.org/a-propos/</loc><lastmod>2025-01-02</lastmod>" in data


def test_big_sitemap_has_parts_that_stay_when_an_article_is_added(articles, monkeypatch):
    monkeypatch.setattr(sitemap, "PART", 20)
    edition = make_edition(articles)
    parts = locations(written(edition, "sitemap.xml"))
    assert parts == [
        "https://revue.example.org/sitemap-pages.xml",
        *(f"https://revue.example.org/sitemap-articles-{number}.xml" for number in range(1, 5)),
    ]
    grown = make_edition((make_article(99, date=dt.date(2025, 9, 1)), *articles))
    first = "sitemap-articles-1.xml"
    assert written(grown, first) == written(edition, first)
    found = [loc for part in parts for loc in locations(written(edition, part.rpartition("/")[2]))]
    assert len(found) == len(set(found))
    assert {CONFIG.base_url + url for url in edition.site.routes.values()} <= set(found)


def test_news_are_those_of_two_days_and_none_of_tomorrow(articles):
    edition = make_edition(articles, as_of=dt.date(2025, 2, 3))
    dates = [
        when.text[:10]
        for when in etree.fromstring(written(edition, "sitemap-news.xml")).iter(f"{NEWS}publication_date")
    ]
    assert dates == ["2025-02-03"] * 2 + ["2025-02-02"] * 2 + ["2025-02-01"] * 2


def test_no_news_no_news_sitemap(articles):
    edition = make_edition(articles, as_of=dt.date(2026, 2, 3))
    assert written(edition, "sitemap-news.xml") is None
    assert b"sitemap-news" not in written(edition, "robots.txt")


def test_news_tell_the_time_of_day_where_known():
    article = make_article(1, date=dt.date(2025, 2, 3), published=dt.datetime(2025, 2, 3, 9, 5, tzinfo=PARIS))
    data = written(make_edition((article,), as_of=dt.date(2025, 2, 3)), "sitemap-news.xml")
    assert b"<news:publication_date>2025-02-03T09:05:00+01:00<" in data


def test_robots_lets_all_in_and_names_the_sitemaps(articles):
    parser = urllib.robotparser.RobotFileParser()
    edition = make_edition(articles, as_of=dt.date(2025, 2, 4))
    parser.parse(written(edition, "robots.txt").decode().splitlines())
    assert parser.can_fetch("*", "https://revue.example.org/pays/")
    assert parser.site_maps() == [
        "https://revue.example.org/sitemap.xml",
        "https://revue.example.org/sitemap-news.xml",
    ]


def test_opml_groups_every_shelf_under_its_kind(edition):
    body = etree.fromstring(written(edition, "feeds.opml")).find("body")
    assert body[0].get("xmlUrl") == "https://revue.example.org/feed.xml"
    groups = {group.get("text"): [one.get("text") for one in group] for group in body[1:]}
    assert groups["Pays"] == ["Arménie", "France"]
    assert groups["Sélections"] == ["Caucase sans le sport"]
    urls = {one.get("xmlUrl") for one in body.iter("outline") if one.get("xmlUrl")}
    assert urls == {
        f"https://revue.example.org/{p.path}"
        for p in plan_feeds(edition)
        if p.path.endswith("feed.xml") and (p.articles or p.path == "feed.xml")
    }


def test_opml_escapes_names_only_where_they_hold_a_tag(articles):
    edition = make_edition(articles, config=replace(CONFIG, title="Le <b>Monde</b> & nous"))
    body = etree.fromstring(written(edition, "feeds.opml")).find("body")
    assert body[0].get("text") == "Le &lt;b>Monde&lt;/b> & nous"
    assert "Arts & culture" in {one.get("text") for one in body.iter("outline")}


def test_llms_names_the_data(edition):
    text = written(edition, "llms.txt").decode()
    assert text.startswith("# Revue d’essai\n\n> Une revue pour les tests\n")
    assert "(https://revue.example.org/api/index.json)" in text
    english = make_edition((), config=replace(CONFIG, language="en"))
    assert "Every article names its source" in written(english, "llms.txt").decode()


def test_stylesheet_tells_a_person_what_this_is(edition):
    text = written(edition, "feed.css").decode()
    assert "Ceci est un flux" in text
    assert "Pour lire ces articles dans le navigateur, ouvrez plutôt" in text
    assert text.count("{") == text.count("}")


def test_hub_is_told_of_changed_and_new_feeds_alone():
    before = {"feed.xml": "1", "atom.xml": "1", "index.html": "1", "pays/france/feed.xml": "1"}
    after = {
        "feed.xml": "2",
        "atom.xml": "1",
        "index.html": "2",
        "pays/italie/feed.json": "1",
        "feed-archive-1.xml": "9",
    }
    paths = changed_feeds(before, after)
    assert paths == ("feed.xml", "pays/italie/feed.json")
    assert parse_qsl(ping_body(paths, CONFIG).decode()) == [
        ("hub.mode", "publish"),
        ("hub.url", "https://revue.example.org/feed.xml"),
        ("hub.url", "https://revue.example.org/pays/italie/feed.json"),
    ]
