"""What pages say and how: markup that a strict policy lets through, words as typeset, data for machines."""

import datetime as dt
import json
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from msgspec.structs import replace

from sitegen.model import Source
from sitegen.render.structured import headline
from sitegen.text import routes
from tests.render import worlds
from tests.render.worlds import article, rendered, world_of

HOSTILE = '"><script>alert(1)</script></script><img src=x onerror=alert(1)>{{ 7 * 7 }}'


class _Look(HTMLParser):
    """Everything that a content security policy or a validator would mind."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.inline: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.hrefs: list[str] = []
        self.data = ""
        self._in_data = False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.tags.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.hrefs += [given["href"]] if "href" in given else []
        self.inline += [f"{tag} {name}" for name in given if name.startswith("on") or name == "style"]
        if tag == "style" or (tag == "script" and "src" not in given and "json" not in given.get("type", "")):
            self.inline.append(tag)
        self._in_data = tag == "script" and given.get("type") == "application/ld+json"

    def handle_endtag(self, tag):
        self._in_data = False

    def handle_data(self, data):
        if self._in_data:
            self.data += data


@pytest.fixture(scope="module")
def pages():
    articles = [article(number, countries=("AM", "FR")[: 1 + number % 2]) for number in range(1, 14)]
    hostile = article(
        20,
        title=HOSTILE,
        summary=HOSTILE,
        source=Source("L'autre " + HOSTILE, "https://x.example.org/"),
        authors=(HOSTILE,),
        tags=(HOSTILE,),
    )
    return {path: text for path, (_, text) in rendered(world_of([*articles, hostile])).items()}


def html_pages(pages):
    return {path: text for path, text in pages.items() if path.endswith(".html")}


def test_nothing_is_inline(pages):
    for path, text in html_pages(pages).items():
        assert _Look(text).inline == [], path


def test_hostile_words_stay_words(pages):
    for path, text in pages.items():
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
        assert ">49" not in text, path


def test_ids_are_single_and_headings_start_at_one(pages):
    for path, text in html_pages(pages).items():
        look = _Look(text)
        assert len(look.ids) == len(set(look.ids)), path
        assert look.tags.count("h1") == 1, path
        levels = [int(tag[1]) for tag in look.tags if re.fullmatch(r"h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in pairwise(levels)), path


def test_an_article_says_where_it_comes_from(pages):
    text = pages["articles/2025/03/navire-5/index.html"]
    data = json.loads(_Look(text).data)["@graph"]
    news, crumbs = data
    assert news["@type"] == "NewsArticle"
    assert news["isBasedOn"]["url"] == "https://gazette.example.org/5"
    assert news["datePublished"] == "2025-03-06T00:00:00+01:00"
    assert [step["name"] for step in crumbs["itemListElement"]][:2] == ["Accueil", "Arménie"]
    assert '<a class="original" href="https://gazette.example.org/5" rel="noopener external">' in text
    assert "jeudi 6 mars 2025" in text
    assert "2\u202fmin" in text or "2 min de lecture" in text


def test_canonical_addresses_are_absolute_and_links_root_relative(pages):
    text = pages["pays/armenie/index.html"]
    assert '<link rel="canonical" href="https://essai.example.org/pays/armenie/">' in text
    assert 'href="/articles/2025/03/navire-12/"' in text
    assert 'type="application/rss+xml" title="Arménie" href="/pays/armenie/feed.xml"' in text


def test_a_site_in_a_folder_prefixes_every_address():
    pages = rendered(world_of([article(1)], base_url="https://essai.example.org/revue"))
    for path, (_, text) in pages.items():
        if path.endswith(".html"):
            own = [href for href in _Look(text).hrefs if href.startswith("/")]
            assert own, path
            assert all(href.startswith("/revue/") for href in own), (path, own)
    assert '"scope":"/revue/"' in pages["manifest.webmanifest"][1]
    assert '"root":"/revue/"' in pages["sw.js"][1]


def test_what_search_engines_should_not_have_says_so():
    pages = rendered(world_of([article(1, indexed=False), article(2)]))
    assert "noindex" in pages["articles/2025/03/navire-1/index.html"][1]
    assert "noindex" not in pages["articles/2025/03/navire-2/index.html"][1]
    assert "noindex" in pages["404.html"][1]


def test_what_was_worked_out_is_noted():
    text = rendered(world_of([article(1, inferred=("title", "date"))]))[
        "articles/2025/03/navire-1/index.html"
    ][1]
    assert "le titre a été tiré du texte" in text
    assert "la date a été déduite du texte" in text


def test_an_undated_article_invents_no_date():
    pages = rendered(world_of([article(1, date=None), article(2)]))
    text = pages["articles/sans-date/navire-1/index.html"][1]
    assert "La date de publication n’est pas connue" in text
    assert "datePublished" not in text
    assert "navire-1" in pages["archives/index.html"][1]


def test_a_summary_that_the_text_repeats_is_not_shown_twice():
    world = world_of([article(1, summary="Le maire l'a dit : le pont rouvrira au printemps.")])
    same = rendered(world, "<p>Le maire l’a dit\u00a0: le pont rouvrira au printemps.</p>")
    other = rendered(world, "<p>Deux ans de travaux.</p>")
    assert 'class="lede"' not in same["articles/2025/03/navire-1/index.html"][1]
    assert 'class="lede"' in other["articles/2025/03/navire-1/index.html"][1]


def test_foreign_text_is_marked_with_its_language():
    pages = rendered(
        world_of([article(1, language="ar", title="عنوان"), article(2, language="en", title="A title")])
    )
    assert '<h1 lang="ar" dir="rtl">' in pages["articles/2025/03/navire-1/index.html"][1]
    assert '<h1 lang="en" dir="ltr">' in pages["articles/2025/03/navire-2/index.html"][1]
    assert "Article en arabe" in pages["articles/2025/03/navire-1/index.html"][1]
    assert '<html lang="fr">' in pages["articles/2025/03/navire-1/index.html"][1]


def test_equal_titles_are_told_apart():
    pages = rendered(
        world_of([article(1, title="Point hebdomadaire"), article(2, title="Point hebdomadaire")])
    )
    titles = [
        re.search("<title>(.*?)</title>", text)[1]
        for path, (_, text) in pages.items()
        if path.startswith("articles/")
    ]
    assert len(set(titles)) == 2


def test_every_html_page_has_its_own_title_and_description(pages):
    seen = {}
    for path, text in html_pages(pages).items():
        title = re.search("<title>(.*?)</title>", text)[1]
        assert title not in seen, (path, seen.get(title))
        seen[title] = path
        assert re.search('<meta name="description" content="[^"]{8,}">', text), path


def test_months_are_named_in_words(pages):
    text = pages["archives/2025/03/index.html"]
    assert "<h1>Mars 2025</h1>" in text
    assert 'aria-label="6 mars\u00a0: 1 article"' in text


def test_the_site_speaks_english_from_one_file():
    pages = rendered(world_of([article(1, language="en")], language="en"))
    text = pages["articles/2025/03/navire-1/index.html"][1]
    assert "Read the original" in text
    assert "Sunday 2 March 2025" in text
    assert '<html lang="en">' in text


def test_the_worker_changes_with_what_it_keeps(pages):
    assert '"/hors-ligne/"' in pages["sw.js"]
    assert re.search(r'"version":"[0-9a-f]{24}"', pages["sw.js"])
    assert "/assets/site." in pages["sw.js"]


def test_the_map_links_every_country_it_shades(pages):
    text = pages["couverture/index.html"]
    assert 'aria-label="Arménie\u00a0: 14 articles"' in text
    assert text.count('<a href="/pays/') >= 2
    assert 'role="group"' in text


def test_search_without_scripts_offers_the_shelves(pages):
    text = pages["recherche/index.html"]
    assert "<noscript>" in text
    assert 'href="/pays/armenie/"' in text
    setup = re.search(r'<script type="application/json" id="reglages">(.*?)</script>', text)[1]
    assert json.loads(setup)["bundles"] == ["/pagefind/"]


def test_a_long_headline_is_cut_between_words():
    title = "Les négociations sur le partage des eaux du fleuve " * 3
    cut = headline(title.strip())
    assert len(cut) <= 110
    assert cut.endswith("…")
    assert title.startswith(cut[:-1] + " ")
    assert headline("Bref") == "Bref"
    assert len(headline("x" * 300)) == 110


def _versions(text: str) -> list[str]:
    return re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="[^"]*/([^"/]+)/">', text)


def test_translations_lead_to_one_another():
    french = article(1, translation="pont")
    german = article(2, translation="pont", language="de")
    older = article(3, translation="pont", language="de", date=french.date.replace(year=2019))
    hidden = article(4, translation="pont", language="en", indexed=False)
    other = article(5, translation="tunnel", language="de")
    texts = {
        path: text for path, (_, text) in rendered(world_of([french, german, older, hidden, other])).items()
    }
    page = {
        number: next(text for path, text in texts.items() if f"/navire-{number}/" in path)
        for number in range(1, 6)
    }
    both = [("de", "navire-2"), ("fr", "navire-1")]
    assert _versions(page[1]) == _versions(page[2]) == both
    assert 'hreflang="de">À lire aussi en allemand</a>' in page[1]
    assert 'hreflang="fr">À lire aussi en français</a>' in page[2]
    assert all("hreflang" not in page[number] for number in (3, 4, 5))


def test_an_empty_shelf_is_not_offered_and_leads_on():
    """Its page stays for those who subscribed: it says that there is nothing, and where there is."""
    world = world_of([article(1), article(2, themes=("culture",))])
    emptied = tuple(
        replace(shelf, articles=()) if shelf.url == "/pays/armenie/culture/" else shelf
        for shelf in world.site.collections
    )
    pages = {
        path: text
        for path, (_, text) in rendered(replace(world, site=replace(world.site, collections=emptied))).items()
    }
    assert "/pays/armenie/diplomatie/" in pages["pays/armenie/index.html"]
    for offering in ("pays/armenie/index.html", "themes/culture/index.html"):
        assert "/pays/armenie/culture/" not in pages[offering]
    page = pages["pays/armenie/culture/index.html"]
    main = page[page.index("<main") : page.index("</main")]
    assert "Aucun article n’est classé ici pour le moment." in main
    assert '<a href="/pays/armenie/">Arménie <span class="count">2</span></a>' in main
    assert '<a href="/themes/culture/">Culture <span class="count">1</span></a>' in main
    assert "0 article" not in page


@pytest.mark.parametrize(
    ("publish", "words"),
    [
        ("full", "Lire l’article d’origine sur La Gazette"),
        ("excerpt", "Lire l’article complet sur La Gazette"),
    ],
)
def test_the_way_to_the_original_promises_the_rest_only_where_some_is_left_out(publish, words):
    shown = article(1, publish=publish, source=Source("La Gazette", "https://gazette.example.org/"))
    pages = rendered(world_of([shown]))
    page = next(text for path, (_, text) in pages.items() if path.startswith("articles/"))
    assert re.findall(r'<a class="button" href="https://gazette[^>]*>([^<]+)<', page) == [words]


def text_of(html, tag):
    """What a page's first such tag says."""
    return re.sub("<[^>]+>", "", re.search(rf"<{tag}\b.*?</{tag}>", html, re.DOTALL)[0])


def test_a_list_s_older_pages_say_from_when_their_articles_are():
    """Their numbers count from the oldest and say nothing; the first and the last are one step off."""
    each_third_day = [
        article(number, date=dt.date(2024, 12, 1) + dt.timedelta(days=3 * number)) for number in range(30)
    ]
    pages = {path: text for path, (_, text) in rendered(world_of(each_third_day)).items()}

    def steps(path):
        nav = re.search(r'<nav class="step" aria-label="Pages de la liste">(.*?)</nav>', pages[path])[1]
        return re.findall(r'href="/pays/armenie/([^"]*)">(.*?)</a>', nav)

    front, middle, last = (f"pays/armenie/{place}index.html" for place in ("", "page/3/", "page/1/"))
    to_first, to_last = ("", "Première page"), ("page/1/", "Dernière page")
    newer, older = "Articles plus récents", "Articles plus anciens"
    assert text_of(pages[middle], "h1") == "Arménie, décembre 2024\u00a0– janvier 2025"
    assert text_of(pages[last], "h1") == "Arménie, 1er décembre 2024\u00a0– 13 décembre 2024"
    assert steps(front) == [("page/5/", older), to_last]
    assert steps(middle) == [to_first, ("page/4/", newer), ("page/2/", older), to_last]
    assert steps(last) == [to_first, ("page/2/", newer)]
    titles = [text_of(text, "title") for path, text in pages.items() if path.startswith("pays/armenie/")]
    assert len(set(titles)) == len(titles)


def courses(articles):
    """What the page of the coverage says of themes over time."""
    text = rendered(world_of(articles))["couverture/index.html"][1]
    return text[text.index("</table>") : text.index("</main>")]


def test_themes_over_time_cover_the_months_that_have_articles():
    each_season = [
        article(number, date=dt.date(2023, 1, 1) + dt.timedelta(days=70 * number)) for number in range(14)
    ]
    assert "janvier\u00a02023 – mai\u00a02023" in courses(each_season[:3])
    assert "juillet\u00a02023 – juin\u00a02025" in courses(each_season)  # two years at most
    assert "Les thèmes dans le temps" not in courses(each_season[:1])


def test_themes_over_time_leave_none_out(monkeypatch):
    names = [f"theme-{number:02}" for number in range(40)]
    for name in names:
        monkeypatch.setitem(worlds.THEMES, name, (f"Thème {name}", name))
    said = courses([article(number, themes=tuple(names)) for number in (1, 40)])
    assert [name for name in names if f"/themes/{name}/" not in said] == []


def test_a_country_on_the_home_page_is_led_by_an_article_on_that_country():
    """Not by one of another country that names it once, as long as there is one about as new."""
    ours, theirs = {"countries": ("AM",), "title": "Erevan vote"}, {"countries": ("FR", "AM")}
    text = rendered(world_of([article(n, **(ours if n == 18 else theirs)) for n in range(1, 29)]))[
        "index.html"
    ][1]
    block = text[text.index('<h3 class="column-title"><a href="/pays/armenie/">') :]
    titles = re.findall('<h3><a href="[^"]+">(.*?)</a>', block)
    assert titles[:2] == ["Erevan vote", "Le port de Valmont accueille son 23e navire"]


def test_an_old_article_on_that_country_does_not_lead_it():
    ours, theirs = {"countries": ("AM",), "title": "Erevan vote"}, {"countries": ("FR", "AM")}
    old = article(1, **ours)
    others = [article(n, **theirs) for n in range(60, 68)]
    text = rendered(world_of([old, *others]))["index.html"][1]
    block = text[text.index('<h3 class="column-title"><a href="/pays/armenie/">') :]
    titles = re.findall('<h3><a href="[^"]+">(.*?)</a>', block)
    assert titles[0] == "Le port de Valmont accueille son 62e navire"


def titles_of(block: str) -> list[str]:
    return re.findall('<h[23][^>]*><a href="[^"]+">(.*?)</a>', block)


def test_a_country_on_the_home_page_begins_with_what_is_new_there():
    """Only what stands above with its summary is left out, not what is a line among the latest."""
    text = rendered(world_of([article(n, title=f"Nouvelle {n}") for n in range(1, 30)]))["index.html"][1]
    above, column = text.split('<h3 class="column-title"><a href="/pays/armenie/">')
    assert titles_of(above)[:-1] == [f"Nouvelle {n}" for n in (29, 28, 27, 26, 25)]
    assert titles_of(column)[:4] == [f"Nouvelle {n}" for n in (24, 23, 22, 21)]


def test_the_home_page_leads_straight_to_the_countries_of_the_newest_articles():
    """Before anything else, most named first; a site on one country has no need of it."""
    both = [article(n, countries=("FR", "AM") if n % 2 else ("AM",)) for n in range(1, 9)]
    for articles, found in ((both, ["/pays/armenie/", "/pays/france/"]), (both[1::2], [])):
        text = rendered(world_of(articles))["index.html"][1]
        line = text.partition('class="followed"')[2].partition("</nav>")[0]
        assert re.findall('<li><a href="([^"]+)">', line) == found
        assert text.index("card lead") > text.find('class="followed"')


def test_sources_are_listed_with_their_newest_article(pages):
    entry = pages["sources/index.html"].split('<div class="entry">')[1]
    assert entry.count('class="line"') == 1
    assert "13e navire" in entry


def test_an_empty_list_of_saved_articles_leads_on_to_the_latest(pages):
    block = pages["enregistres/index.html"].split('<div id="rien" hidden>')[1].split("</div>")[0]
    assert '<a href="/">Derniers articles</a>' in block


def test_the_home_page_is_led_in_the_language_of_the_site():
    """As long as an article in it is about as new as the newest; a line in another language stands below."""
    ours, theirs = {"title": "Erevan vote"}, {"title": "الجزائر تصوت", "language": "ar"}
    for days, first in ((2, "Erevan vote"), (9, "الجزائر تصوت")):
        articles = [article(1, **ours), article(1 + days, **theirs)]
        assert titles_of(rendered(world_of(articles))["index.html"][1])[0] == first


def test_what_a_narrow_column_leaves_out_of_a_summary_is_marked_as_such():
    long = "L'Arménie achète des canons. Le contrat, " + "conclu à Paris après des mois de discussions, " * 4
    text = rendered(world_of([article(1, summary=long + "est public.")]))["pays/armenie/index.html"][1]
    assert '>L’Arménie achète des canons.<span class="rest"> Le contrat, conclu' in text


def test_sources_are_typeset_in_every_list(pages):
    side = pages["pays/armenie/index.html"].split('<aside class="shelf-side"')[1]
    assert ">La Gazette d’exemple</a>" in side
    assert "Gazette d'" not in side


def test_articles_are_called_articles_since_publications_are_newspapers(pages):
    assert ">Tous les articles</a>" in pages["index.html"]
    assert "ublications" not in pages["index.html"]
    assert "Les publications d’où viennent les articles" in pages["sources/index.html"]


@pytest.mark.parametrize(
    ("others", "heading"),
    [
        ({}, "Sur le même sujet"),
        ({"countries": ("FR",)}, "À lire aussi"),
        ({"themes": ("culture",)}, "À lire aussi"),
        ({"countries": ("FR", "AM")}, "Sur le même sujet"),
    ],
)
def test_articles_of_one_country_or_theme_alone_are_not_said_to_be_on_one_subject(others, heading):
    articles = [article(1), *(article(number, **others) for number in (2, 3, 4))]
    world = world_of(articles)
    path = routes.file_of(world.site.routes[articles[0].id])
    text = rendered(world)[path][1]
    assert f'id="suite">{heading}</h2>' in text


def test_a_box_that_a_table_scrolls_in_has_a_role_and_a_name_of_its_own():
    box = '<div class="scroll" tabindex="0"><table></table></div>'
    world = world_of([article(1)])
    path = routes.file_of(world.site.routes[article(1).id])
    region = '<div class="scroll" role="region" aria-label="Tableau{}" tabindex="0"><table>'
    assert region.format("") in rendered(world, box)[path][1]
    two = rendered(world, box + box)[path][1]
    assert region.format(" 1") in two
    assert region.format(" 2") in two


def test_the_coverage_says_what_curves_and_numbers_count():
    seasons = [article(number, date=dt.date(2024, 1 + number, 1)) for number in range(6)]
    said = courses(seasons).replace("\u00a0", " ")
    assert "Courbes : articles par mois, janvier 2024 – juin 2024" in said
    assert "Nombres : tous les articles du thème, quelle que soit leur date." in said
