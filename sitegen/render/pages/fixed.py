"""Pages that exist once: search, subscribe, saved, not found, offline; and the editors' own."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from sitegen.model import Body, Collection
from sitegen.render.frame import feeds_digest, feeds_for, head_below_home, named_tables
from sitegen.render.signature import signed
from sitegen.render.structured import as_script
from sitegen.render.views import NOTHING, Head, Link
from sitegen.render.words import count_words, date_words, number_words
from sitegen.render.world import Page, World
from sitegen.text import routes
from sitegen.text.fold import fold
from sitegen.text.typography import typeset

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

KIND = "fixed"
_UNFOLDED = 30  # feeds under one heading before they are folded away


class Fixed(Struct, frozen=True):
    """A page of its own: its words and address, and whether search engines should have it."""

    words: str
    url: str
    indexed: bool = True
    section: str = ""


FIXED: tuple[Fixed, ...] = (
    Fixed("search", routes.SEARCH, section="search"),
    Fixed("subscribe", routes.SUBSCRIBE, section="subscribe"),
    Fixed("saved", routes.SAVED, indexed=False, section="saved"),
    Fixed("missing", routes.MISSING, indexed=False),
    Fixed("offline", routes.OFFLINE, indexed=False),
)


class FeedRow(Struct, frozen=True):
    """A feed as the subscribe page offers it."""

    title: str
    url: str
    holds: str
    note: str
    formats: tuple[Link, ...]


class FixedView(Struct, frozen=True):
    """What these pages show besides their own words; each uses a part."""

    title: str
    intro: str
    countries: tuple[Link, ...] = ()
    themes: tuple[Link, ...] = ()
    sources: tuple[Link, ...] = ()
    months: tuple[Link, ...] = ()
    setup: Markup = NOTHING
    lists: tuple[Link, ...] = ()
    lists_note: str = ""
    feeds: tuple[tuple[str, tuple[FeedRow, ...], bool], ...] = ()
    holds: Mapping[str, str] = {}  # under each heading of feeds, what all of these hold
    html: Markup = NOTHING


def template_of(page: Page) -> str:
    """The template of one of these pages; the editors' share one."""
    return f"pages/{page.subject[0]}.html"


def plan(world: World) -> Iterator[Page]:
    """Each page once."""
    shelves = signed(
        *(
            f"{shelf.kind}>{shelf.name}>{shelf.url}>{len(shelf.articles)}>{shelf.description}"
            for shelf in world.site.collections
        )
    )
    all_feeds = signed(feeds_digest(world.feeds))
    newest = signed(*(str(_newest(shelf)) for shelf in world.site.collections))
    announced = feeds_digest(feeds_for(world, None))
    for fixed in FIXED:
        template = world.closures.get(f"pages/{fixed.words}.html", "")
        needs = {
            "search": (shelves, *world.bundles),
            "subscribe": (shelves, newest, all_feeds),
            "missing": (shelves,),
        }
        signature = signed(world.chrome, template, announced, *needs.get(fixed.words, ()))
        yield Page(routes.file_of(fixed.url), KIND, (fixed.words,), (), signature)
    text = world.closures.get("pages/text.html", "")
    for slug, title, html in world.pages:
        signature = signed(world.chrome, text, announced, title, html)
        yield Page(routes.file_of(routes.own_page_url(slug)), KIND, ("text", slug), (), signature)


def view(
    page: Page, world: World, bodies: Mapping[str, Body], templates: "Templates"
) -> tuple[Head, FixedView]:
    """The page's frame and matter."""
    del bodies, templates
    words, *rest = page.subject
    if words == "text":
        return _text(world, rest[0])
    fixed = next(each for each in FIXED if each.words == words)
    strings = world.strings
    title, said = strings[words + ".title"], strings[words + ".description"]
    head = head_below_home(world, title, said, fixed.url, fixed.section, indexed=fixed.indexed)
    if words in ("search", "missing"):
        return head, _with_shelves(world, title, said)
    if words == "subscribe":
        rows = _feed_rows(world)
        lists = _feed_lists(world, rows)
        note = strings["subscribe.opml_note"].format(all=strings["subscribe.opml"]) if lists else ""
        holds = {strings["subscribe." + word]: strings[f"subscribe.holds_{kind}"] for kind, word in _HEADINGS}
        return head, FixedView(title, said, lists=lists, lists_note=note, feeds=rows, holds=holds)
    return head, FixedView(title, said)


def _text(world: World, slug: str) -> tuple[Head, FixedView]:
    """A page of the editors'."""
    title, html = next((title, html) for each, title, html in world.pages if each == slug)
    url = routes.own_page_url(slug)
    said = f"{title} – {world.config.title}"
    head = head_below_home(world, title, said, url, slug)
    return head, FixedView(title, said, html=named_tables(html, world.strings))


def _links(world: World, kind: str) -> tuple[Link, ...]:
    """All shelves of a kind, best filled first; months newest first."""
    shelves = world.desk.filled(kind)
    if kind == "month":
        ordered = sorted(shelves, key=lambda each: each.key, reverse=True)
    else:
        ordered = sorted(shelves, key=lambda each: (-len(each.articles), each.url))
    return tuple(
        Link(
            world.desk.name(shelf),
            world.desk.href(shelf.url),
            number_words(world.strings, len(shelf.articles)),
        )
        for shelf in ordered
    )


def _with_shelves(world: World, title: str, said: str) -> FixedView:
    """A page from which everything can be reached."""
    strings = world.strings
    setup = {
        "bundles": [world.desk.href(bundle) for bundle in world.bundles],
        "names": world.desk.href(routes.SEARCH_NAMES),
        "language": strings.language,
        "words": {
            key.removeprefix("search."): words
            for key, words in sorted(strings.words.items())
            if key.startswith("search.")
        },
    }
    return FixedView(
        title,
        said,
        _links(world, "country"),
        _links(world, "theme"),
        _links(world, "source"),
        _links(world, "month"),
        as_script(setup),
    )


_HEADINGS = (
    ("site", "site"),
    ("country", "countries"),
    ("theme", "themes"),
    ("group", "groups"),
    ("selection", "selections"),
    ("country-theme", "country_themes"),
    ("source", "sources"),
)


_Rows = tuple[tuple[str, tuple[FeedRow, ...], bool], ...]


def _feed_lists(world: World, rows: _Rows) -> tuple[Link, ...]:
    """The files by which feeds are taken at once, the smallest first, each with their number."""
    strings = world.strings
    there = {feed.url for feed in world.feeds if not feed.is_feed}
    sizes = {heading: len(under) for heading, under, _ in rows}
    offered = (
        (routes.FEED_LIST_SITE, "subscribe.opml_site", 1),
        (
            routes.FEED_LIST_COUNTRIES,
            "subscribe.opml_countries",
            sizes.get(strings["subscribe.countries"], 0),
        ),
        (routes.FEED_LIST, "subscribe.opml", sum(sizes.values())),
    )
    return tuple(
        Link(
            strings[word], world.desk.href(url), count_words(strings, "count.feeds", size) if size > 1 else ""
        )
        for url, word, size in offered
        if url in there and size
    )


def _feed_rows(world: World) -> _Rows:
    """Feeds under headings, long lists folded; a row for each shelf that has articles."""
    out = []
    for kind, word in _HEADINGS:
        rows = []
        for (each, key), feeds in world.feeds_of.items():
            offered = [feed for feed in feeds if feed.is_feed]
            if each != kind or not offered:
                continue
            shelf = world.desk.shelves.get((kind, key))
            name = world.desk.name(shelf) if shelf and kind != "site" else offered[0].title
            count = len(shelf.articles) if shelf else len(world.site.articles) if kind == "site" else 0
            if not count and kind != "site":
                continue
            own = typeset(shelf.description, world.strings.language) if shelf else ""
            rows.append(
                FeedRow(
                    name,
                    world.desk.href(offered[0].url),
                    own or _last(world, shelf),
                    count_words(world.strings, "count.articles", count) if count else "",
                    tuple(Link(_format(feed.media_type), world.desk.href(feed.url)) for feed in offered),
                )
            )
        rows.sort(key=lambda row: fold(row.title))
        if rows:
            out.append((world.strings["subscribe." + word], tuple(rows), len(rows) > _UNFOLDED))
    return tuple(out)


def _last(world: World, shelf: Collection | None) -> str:
    """When a shelf's newest article appeared, in words."""
    newest = _newest(shelf) if shelf else None
    if newest is None:
        return ""
    return world.strings["list.last"].format(date=date_words(world.strings, "short", newest))


def _newest(shelf: Collection) -> dt.date | None:
    """The day of a shelf's newest article that has one."""
    return next((article.date for article in shelf.articles if article.date), None)


def _format(media_type: str) -> str:
    """A feed's format as readers call it."""
    return {"application/atom+xml": "Atom", "application/feed+json": "JSON"}.get(media_type, "RSS")
