"""RSS 2.0: what readers find in it."""

import datetime as dt
from collections import UserDict
from email.utils import parsedate_to_datetime

import feedparser
import pytest
from lxml import etree
from msgspec.structs import replace

from sitegen.feed import Rendered, item_uri, plan_feeds, write_feed
from sitegen.model import Image, Source
from tests.feed.sites import CONFIG, PARIS, bodies_of, make_article, make_body, make_edition, pictures_of

CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
ATOM_LINK = "{http://www.w3.org/2005/Atom}link"


def feed_of(edition, bodies, path="feed.xml"):
    plan = next(plan for plan in plan_feeds(edition) if plan.path == path)
    return write_feed(plan, edition, bodies).data


def channel_of(edition, bodies, path="feed.xml"):
    return etree.fromstring(feed_of(edition, bodies, path))[0]


def item_of(article, **changes):
    return channel_of(make_edition((article,), **changes), bodies_of((article,))).find("item")


def test_items_stand_newest_first_and_thirty_of_them(edition, bodies, articles):
    channel = channel_of(edition, bodies)
    links = [item.findtext("link") for item in channel.findall("item")]
    assert len(links) == 30
    assert links == [CONFIG.base_url + edition.site.url(article) for article in articles[:30]]


def test_guid_is_the_articles_own_and_no_permalink():
    guid = item_of(make_article(3)).find("guid")
    assert guid.text == item_uri(make_article(3).id)
    assert guid.get("isPermaLink") == "false"


def test_guid_survives_title_address_and_base_url(edition, articles, bodies):
    article = make_article(3)
    moved = replace(article, title="Tout autre titre", slug="ailleurs", digest="f" * 32)
    config = replace(CONFIG, base_url="https://autre.example.net/revue")
    assert item_of(article).findtext("guid") == item_of(moved, config=config).findtext("guid")


def test_channel_speaks_of_the_shelf(edition, bodies):
    channel = channel_of(edition, bodies, "pays/armenie/feed.xml")
    assert channel.findtext("title") == "Arménie – Revue d’essai"
    assert channel.findtext("link") == "https://revue.example.org/pays/armenie/"
    assert channel.findtext("language") == "fr"
    assert channel.findtext("copyright") == CONFIG.rights
    links = {link.get("rel"): link.get("href") for link in channel.findall(ATOM_LINK)}
    assert links == {
        "self": "https://revue.example.org/pays/armenie/feed.xml",
        "hub": "https://hub.example.org/",
    }


def test_build_date_is_the_newest_items_and_never_the_clocks(edition, bodies, articles):
    built = parsedate_to_datetime(channel_of(edition, bodies).findtext("lastBuildDate"))
    assert built == articles[0].published


def test_empty_feed_is_whole_and_undated():
    edition = make_edition(())
    channel = channel_of(edition, {})
    assert channel.find("item") is None
    assert channel.find("lastBuildDate") is None
    assert channel.findtext("title") == "Revue d’essai"


def test_day_alone_is_midnight_in_the_sites_zone():
    item = item_of(make_article(3, date=dt.date(2025, 7, 14)))
    assert item.findtext("pubDate") == "Mon, 14 Jul 2025 00:00:00 +0200"


def test_stated_time_of_day_is_kept():
    when = dt.datetime(2025, 1, 15, 18, 5, tzinfo=PARIS)
    assert item_of(make_article(3, published=when)).findtext("pubDate") == "Wed, 15 Jan 2025 18:05:00 +0100"


def test_undated_item_claims_no_date():
    assert item_of(make_article(3, date=None)).find("pubDate") is None


def test_undated_item_has_the_day_it_was_added_where_known():
    article = make_article(3, date=None)
    item = item_of(article, added={article.id: dt.date(2025, 2, 3)})
    assert item.findtext("pubDate") == "Mon, 03 Feb 2025 00:00:00 +0100"


def test_added_item_stands_among_its_days():
    old, new = make_article(1, date=dt.date(2025, 1, 1)), make_article(2, date=dt.date(2025, 3, 1))
    undated = make_article(3, date=None)
    articles = (new, old, undated)
    edition = make_edition(articles, added={undated.id: dt.date(2025, 2, 1)})
    titles = [item.findtext("title") for item in channel_of(edition, bodies_of(articles)).findall("item")]
    assert titles == [new.title, undated.title, old.title]


def test_full_text_has_whole_addresses_and_its_source():
    html = item_of(make_article(3)).findtext(CONTENT)
    assert '<a href="https://revue.example.org/pays/armenie/">' in html
    assert html.endswith('<p>Source\u00a0: <a href="https://agence.example.org/3">Agence d’exemple</a></p>')


def test_excerpt_has_summary_opening_and_link_but_no_more():
    html = item_of(make_article(3, publish="excerpt")).findtext(CONTENT)
    assert "Le résumé de l’article 3." in html
    assert "Texte de titre-3, voir." in html
    assert "Fin." not in html
    assert "Lire l’article entier sur Agence d’exemple" in html


def test_long_opening_is_cut_at_a_word():
    article = make_article(3, publish="excerpt")
    body = replace(make_body(article), html=f"<p>{'mot ' * 500}</p>")
    html = channel_of(make_edition((article,)), {article.id: body}).find("item").findtext(CONTENT)
    assert "mot …</p>" in html
    assert len(html) < 700


def test_summary_taken_from_the_opening_is_not_said_twice():
    article = make_article(3, publish="excerpt", summary="Texte de titre-3, voir.")
    assert item_of(article).findtext(CONTENT).count("Texte de titre-3") == 1


def test_opening_is_the_first_paragraph_with_words():
    article = make_article(3, publish="excerpt", summary="L'été, déjà")
    html = '<p><img src="/a.jpg" alt=""></p>\n<p>L’été, déjà\u00a0: voilà.</p>\n<p>Suite.</p>'
    body = replace(make_body(article), html=html)
    shown = channel_of(make_edition((article,)), {article.id: body}).find("item").findtext(CONTENT)
    assert "Suite." not in shown
    assert shown.count("déjà") == 1


def test_description_alone_where_there_is_no_summary():
    item = item_of(make_article(3, summary=""))
    assert "Fin." in item.findtext("description")
    assert item.find(CONTENT) is None


def test_missing_body_leaves_title_and_summary():
    article = make_article(3)
    item = channel_of(make_edition((article,)), {}).find("item")
    assert item.findtext("description") == article.summary


def test_categories_name_their_vocabulary():
    found = item_of(make_article(3, countries=("AM", "FR"), themes=("sport",))).findall("category")
    assert [(one.text, one.get("domain")) for one in found] == [
        ("Arménie", "https://www.iso.org/iso-3166-country-codes.html"),
        ("France", "https://revue.example.org/pays/"),
        ("Sport", "https://cv.iptc.org/newscodes/mediatopic/"),
        ("essai", None),
    ]


def test_authors_are_names_without_addresses():
    item = item_of(make_article(3, authors=("Ani <ani@example.org>", "Bea")))
    assert [one.text for one in item.findall(CREATOR)] == ["Ani", "Bea"]


@pytest.mark.parametrize(
    ("source", "link", "tag", "url"),
    [
        (Source("Agence", "https://agence.example.org"), "", "source", "https://agence.example.org/"),
        (Source("Agence"), "https://agence.example.org/a/1", "source", "https://agence.example.org/"),
        (Source("Agence"), "", "{http://purl.org/dc/elements/1.1/}source", None),
    ],
)
def test_source_is_told_as_well_as_it_is_known(source, link, tag, url):
    element = item_of(make_article(3, source=source, link=link)).find(tag)
    assert element.text == "Agence"
    assert element.get("url") == url


def test_local_image_has_its_length_and_type():
    article = make_article(3, image=Image("/images/a.jpg", "Une place"))
    media = item_of(article, pictures=pictures_of(1234, "image/jpeg", 640, 480)).find("{*}content")
    assert media.get("url") == "https://revue.example.org/images/a.jpg"
    assert (media.get("fileSize"), media.get("type")) == ("1234", "image/jpeg")


def test_images_that_are_not_published_here_are_not_passed_on():
    assert (
        item_of(make_article(3, image=Image("https://ailleurs.example.org/a.jpg"))).find("{*}content") is None
    )


def test_headline_with_a_tag_shows_the_same_as_text_and_as_html():
    data = feed_of(*_one(make_article(3, title="Le <b>gras</b> & R&D2 &eacute;", language="en")))
    assert feedparser.parse(data).entries[0].title.replace("\u2060", "") == "Le <b>gras</b> & R&D2 &eacute;"
    assert b"<title>Le &#x3C;" in data


def _one(article):
    return make_edition((article,)), bodies_of((article,))


def test_browser_finds_a_stylesheet(edition, bodies):
    lines = feed_of(edition, bodies).split(b"\n")
    assert lines[1] == b'<?xml-stylesheet type="text/css" href="/feed.css"?>'


def test_shared_items_are_the_same_bytes_as_lone_ones(edition, bodies):
    rendered = Rendered()
    for plan in plan_feeds(edition):
        assert write_feed(plan, edition, bodies, rendered) == write_feed(plan, edition, bodies)


class Asked(UserDict):
    """Bodies, and whose were asked for."""

    def __init__(self, bodies):
        super().__init__(bodies)
        self.ids = []

    def get(self, ident, default=None):
        self.ids.append(ident)
        return super().get(ident, default)


def test_a_body_is_asked_for_once(edition, bodies):
    asked = Asked(bodies)
    rendered = Rendered()
    for plan in plan_feeds(edition):
        write_feed(plan, edition, asked, rendered)
    assert sorted(asked.ids) == sorted(article.id for article in edition.site.articles)


def test_site_below_a_folder_has_its_prefix_once(articles, bodies):
    edition = make_edition(articles[:2], config=replace(CONFIG, base_url="https://h.example.org/revue"))
    channel = channel_of(edition, bodies)
    assert channel.findtext("link") == "https://h.example.org/revue/"
    assert channel.find("item").findtext("link").startswith("https://h.example.org/revue/articles/")
    assert 'href="https://h.example.org/revue/pays/armenie/"' in channel.findall("item")[1].findtext(CONTENT)
