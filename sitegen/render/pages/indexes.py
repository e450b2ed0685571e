"""The pages that list shelves: countries, themes, sources, and the months of the archive."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from sitegen.model import Article, Body, Collection
from sitegen.render.cards import rendered
from sitegen.render.frame import feeds_digest, feeds_for, head_below_home
from sitegen.render.signature import signed
from sitegen.render.views import Group, Head, Link
from sitegen.render.words import count_words, date_words, number_words
from sitegen.render.world import Page, World
from sitegen.text import routes

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

KIND = "index"
TEMPLATE = "pages/index.html"

# Each index: the kind of its shelves, its words, its address.
INDEXES: tuple[tuple[str, str, str], ...] = (
    ("country", "countries", routes.COUNTRIES),
    ("theme", "themes", routes.THEMES),
    ("source", "sources", routes.SOURCES),
    ("month", "archive", routes.ARCHIVES),
)
_BESIDE = {"country": "group", "theme": "selection"}  # shelves that cut across, offered first
_HEADLINES = {"country": 3, "theme": 3, "source": 1}  # the newest under each shelf of a kind
_MOST = max(_HEADLINES.values())


class Entry(Struct, frozen=True):
    """A shelf in an index: name and size, last date, how full it is among its peers (0-100), headlines."""

    link: Link
    last: str
    fill: int
    cards: tuple[Markup, ...] = ()


class IndexView(Struct, frozen=True):
    """An index: entries under headings ("" for none), and shelves of another kind to begin with."""

    section: str
    title: str
    intro: str
    count: str
    sections: tuple[tuple[str, tuple[Entry, ...]], ...]
    extra: tuple[Group, ...]
    undated: tuple[Markup, ...]


def plan(world: World) -> Iterator[Page]:
    """One page for each kind of shelf."""
    desk = world.desk
    for kind, words, url in INDEXES:
        shelves = (*desk.by_kind.get(kind, ()), *desk.by_kind.get(_BESIDE.get(kind, ""), ()))
        undated = _undated(world) if kind == "month" else ()
        signature = signed(
            world.chrome,
            world.closures.get(TEMPLATE, ""),
            words,
            feeds_digest(feeds_for(world, None)),
            *(f"{shelf.name}>{shelf.url}>{len(shelf.articles)}" for shelf in shelves),
            *(desk.tokens(shelf.articles[:_MOST]) for shelf in shelves),
            desk.tokens(undated),
        )
        yield Page(routes.file_of(url), KIND, (kind,), (), signature)


def view(
    page: Page, world: World, bodies: Mapping[str, Body], templates: "Templates"
) -> tuple[Head, IndexView]:
    """The page's frame and matter."""
    del bodies
    kind = page.subject[0]
    words, url = next((words, url) for each, words, url in INDEXES if each == kind)
    strings, desk = world.strings, world.desk
    shelves = desk.filled(kind)
    top = max((len(shelf.articles) for shelf in shelves), default=1)
    sections = []
    for heading, run in _sections(kind, shelves):
        entries = tuple(_entry(world, templates, shelf, top) for shelf in run)
        sections.append((heading, entries))
    groups = desk.filled(_BESIDE.get(kind, ""))
    title, said = strings[words + ".title"], strings[words + ".description"]
    nouns = {"country": "count.countries", "theme": "count.themes", "source": "count.sources"}
    seen = IndexView(
        words,
        title,
        said,
        count_words(strings, nouns[kind], len(shelves)) if kind in nouns else "",
        tuple(sections),
        tuple(
            Group(desk.name(group), "", (), desk.href(group.url), number_words(strings, len(group.articles)))
            for group in groups
        ),
        rendered(world, templates, _undated(world) if kind == "month" else (), "line"),
    )
    return head_below_home(world, title, said, url, words), seen


def _undated(world: World) -> tuple[Article, ...]:
    """The articles that no month holds, which stand last."""
    articles = world.site.articles
    first = next((at for at, article in enumerate(articles) if article.date is None), len(articles))
    return tuple(article for article in articles[first:] if article.date is None)


def _sections(kind: str, shelves: tuple[Collection, ...]) -> list[tuple[str, list[Collection]]]:
    """Shelves under headings: months under years, newest first; others in one run, best filled first."""
    if kind == "month":
        months = sorted(shelves, key=lambda each: each.key, reverse=True)
        return [
            (year if year.isdigit() else "", list(run))
            for year, run in groupby(months, lambda each: each.key[0])
        ]
    return [("", sorted(shelves, key=lambda each: (-len(each.articles), each.url)))]


def _entry(world: World, templates: "Templates", shelf: Collection, top: int) -> Entry:
    """A shelf as an index shows it."""
    desk, strings = world.desk, world.strings
    newest = next((article.date for article in shelf.articles if article.date), None)
    wanted = shelf.articles[: _HEADLINES.get(shelf.kind, 0)]
    noun = "count.articles"
    return Entry(
        Link(desk.name(shelf), desk.href(shelf.url), count_words(strings, noun, len(shelf.articles))),
        strings["list.last"].format(date=date_words(strings, "short", newest)) if newest else "",
        max(2, 100 * len(shelf.articles) // top),
        rendered(world, templates, wanted, "line"),
    )
