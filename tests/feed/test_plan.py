"""Which files there are, and when they are written again."""

import datetime as dt

from msgspec.structs import replace

from sitegen.feed import Tokens, feed_links, plan_feeds, plan_outputs
from tests.feed.sites import CONFIG, TERMS, make_article, make_edition, make_site


def signatures(edition):
    tokens = Tokens(edition)
    return {
        plan.path: plan.signature for plan in (*plan_feeds(edition, tokens), *plan_outputs(edition, tokens))
    }


def changed(before, after):
    old, new = signatures(before), signatures(after)
    return {path for path in {*old, *new} if old.get(path) != new.get(path)}


def test_every_shelf_but_months_has_three_feeds(edition):
    paths = {plan.path for plan in plan_feeds(edition) if not plan.part}
    for folder in (
        "",
        "pays/armenie/",
        "pays/armenie/sport/",
        "sources/agence/",
        "selections/caucase-sans-sport/",
    ):
        assert {folder + name for name in ("feed.xml", "atom.xml", "feed.json")} <= paths
    assert not any(path.startswith("archives/") for path in paths)


def test_empty_shelf_keeps_its_feeds():
    plans = [plan for plan in plan_feeds(make_edition(())) if plan.path.startswith("pays/france/")]
    assert [plan.articles for plan in plans] == [(), (), ()]


def test_archives_hold_every_article_once_and_stay_when_one_is_added(articles):
    def runs(edition):
        return {plan.path: [a.id for a in plan.articles] for plan in plan_feeds(edition) if plan.part}

    before = runs(make_edition(articles))
    newer = make_article(99, date=dt.date(2025, 9, 1))
    after = runs(make_edition((newer, *articles)))
    assert all(after[path] == run for path, run in before.items())
    shown = {article.id for article in articles[:30]}
    shown.update(identifier for run in before.values() for identifier in run)
    assert shown == {article.id for article in articles}


def test_one_more_archive_page_only_when_it_is_full():
    numbers = {}
    for count in (0, 1, 30, 31, 60, 61):
        plans = plan_feeds(make_edition(tuple(make_article(n) for n in range(count, 0, -1))))
        numbers[count] = max((plan.part for plan in plans), default=0)
    assert numbers == {0: 0, 1: 0, 30: 0, 31: 1, 60: 1, 61: 2}


def test_same_edition_same_signatures(articles):
    assert signatures(make_edition(articles)) == signatures(make_edition(articles))


def test_edited_article_touches_the_files_that_show_it(articles):
    edited = (articles[0], replace(articles[1], digest="changed"), *articles[2:])
    paths = changed(make_edition(articles), make_edition(edited))
    assert {"feed.xml", "atom.xml", "feed.json", "pays/france/feed.xml", "api/articles.json"} <= paths
    assert f"api/articles/{articles[1].id}.json" in paths
    assert not paths & {"feed-archive-1.xml", "themes/sport/feed.xml", "feeds.opml", "robots.txt", "feed.css"}


def test_renamed_theme_touches_the_feeds_of_its_articles(articles):
    renamed = {**TERMS, ("theme", "culture"): replace(TERMS["theme", "culture"], name="Culture")}
    site = make_site(articles, terms=renamed)
    paths = changed(make_edition(articles), make_edition(articles, site=site))
    assert "pays/france/feed.xml" in paths
    assert "themes/sport/feed.xml" not in paths


def test_new_title_of_the_site_or_new_code_touches_all(articles):
    before = make_edition(articles)
    for after in (replace(before, config=replace(CONFIG, title="Autre")), replace(before, version="2")):
        assert changed(before, after) == set(signatures(before))


def test_today_touches_the_news_alone(articles):
    before = make_edition(articles, as_of=dt.date(2025, 2, 4))
    after = make_edition(articles, as_of=dt.date(2026, 2, 4))
    assert changed(before, after) == {"sitemap-news.xml", "robots.txt"}


def test_moved_article_touches_its_files(articles):
    before = make_edition(articles)
    routes = {**before.site.routes, articles[0].id: "/articles/2025/02/ailleurs/"}
    paths = changed(before, make_edition(articles, site=replace(before.site, routes=routes)))
    assert {"feed.xml", "sitemap.xml"} <= paths


def test_links_list_every_feed_with_its_type(edition):
    *links, main, countries, every = feed_links(edition)
    lists = ("/feeds-site.opml", "/feeds-countries.opml", "/feeds.opml")
    assert (main.url, countries.url, every.url) == lists
    assert not any(one.is_feed for one in (main, countries, every))
    assert links[0].title == "Revue d’essai"
    assert (links[0].url, links[0].media_type) == ("/feed.xml", "application/rss+xml")
    urls = {link.url for link in links}
    assert urls == {"/" + plan.path for plan in plan_feeds(edition) if not plan.part}
    kinds = [link.kind for link in links]
    assert kinds == sorted(
        kinds, key=["site", "selection", "group", "country", "theme", "country-theme", "source"].index
    )
