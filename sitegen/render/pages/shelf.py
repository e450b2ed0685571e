"""A shelf's pages: country, theme, both, month, source, group, selection; front page and archive pages."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from sitegen.config.ui import Strings
from sitegen.model import Article, Body, Collection, Part, Term, paged
from sitegen.model.feedlink import FeedLink
from sitegen.render.cards import rendered
from sitegen.render.charts import Day, calendar_weeks, month_bars, months_of, span, weekday_names
from sitegen.render.frame import SECTIONS, canonical, feeds_digest, feeds_for, home_crumb, share_image
from sitegen.render.signature import signed
from sitegen.render.structured import list_data
from sitegen.render.views import Group, Head, Link, Panel
from sitegen.render.words import count_words, date_words, number_words
from sitegen.render.world import Page, World
from sitegen.text import routes
from sitegen.text.typography import typeset

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

KIND = "shelf"
TEMPLATE = "pages/shelf.html"
KINDS = ("country", "theme", "country-theme", "month", "source", "group", "selection")
_SECTION = {
    "country": "countries",
    "country-theme": "countries",
    "group": "countries",
    "theme": "themes",
    "month": "archive",
    "source": "sources",
}
_CHART_MONTHS = 24
_PANEL = 8  # links in a panel


class ShelfView(Struct, frozen=True):
    """A list of articles, with what is known of it as a whole on its front page."""

    kind: str
    title: str
    kicker: Link | None
    count: str
    since: str
    part: str
    groups: tuple[Group, ...]
    newest: Link | None
    newer: Link | None
    older: Link | None
    oldest: Link | None
    chips: tuple[Link, ...]
    panels: tuple[Panel, ...]
    chart: Markup
    caption: str
    weeks: tuple[tuple[Day, ...], ...]
    weekdays: tuple[tuple[str, str], ...]
    around: tuple[Link, ...]
    feeds: tuple[FeedLink, ...]
    visit: Link | None
    onward: tuple[Link, ...]
    description: str


def plan(world: World) -> Iterator[Page]:
    """Pages of every shelf; archive pages are numbered from the oldest and do not move."""
    base = signed(world.chrome, world.closures.get(TEMPLATE, ""), str(world.config.per_page))
    for shelf in world.site.collections:
        if shelf.kind not in KINDS:
            continue
        front = routes.file_of(shelf.url)
        if world.standing.leaves_out(shelf) and front in world.standing.signatures:
            yield Page(front, KIND, (shelf.kind, "0", *shelf.key), (), world.standing.signatures[front])
            continue
        for part in paged(shelf.articles, world.config.per_page):
            path = routes.file_of(routes.part_url(shelf.url, part.number))
            shown = part.items if part.number else shelf.articles
            signature = world.standing.of_list(path, shown) or _signature(world, base, shelf, part, shown)
            yield Page(path, KIND, (shelf.kind, str(part.number), *shelf.key), (), signature)


def _signature(
    world: World, base: str, shelf: Collection, part: Part[Article], shown: Sequence[Article]
) -> str:
    """The digest of all that a part of a shelf depends on."""
    named = f"{shelf.kind}>{shelf.name}>{shelf.url}>{_parents(world, shelf)}>{shelf.description}"
    announced = feeds_digest(feeds_for(world, shelf))
    beside = (
        f"{part.newer} {part.older}"
        if part.number
        else "|".join(
            f"{link.name}>{link.url}>{link.note}" for link in (*_around(world, shelf), *_onward(world, shelf))
        )
    )
    return signed(base, named, announced, beside, world.desk.tokens(shown))


def view(
    page: Page, world: World, bodies: Mapping[str, Body], templates: "Templates"
) -> tuple[Head, ShelfView]:
    """The page's frame and matter."""
    del bodies
    kind, number, *key = page.subject
    shelf = world.desk.shelves[kind, tuple(key)]
    parts = paged(shelf.articles, world.config.per_page)
    part = next(each for each in parts if each.number == int(number))
    strings = world.strings
    name = world.desk.name(shelf)
    title = typeset(name[:1].upper() + name[1:], strings.language)
    # The whole's figures would change every archive page with each new article.
    whole = shelf.articles if part.number == 0 else part.items
    count = count_words(strings, "count.articles", len(whole))
    name = name[:1].upper() + name[1:]
    said = _described(world, shelf, name, len(whole))
    when = _when(strings, part) if part.number else ""
    if part.number:
        # Two pages may have the same days: the number of its address tells each from all others.
        suffix = f"{when} ({strings['list.page'].format(number=part.number)})"
        name, said = f"{name}, {suffix}", f"{said.rstrip('.')}, {suffix}."
    url = routes.part_url(shelf.url, part.number)
    parents = _parents(world, shelf)
    crumbs = (
        home_crumb(world),
        *parents,
        *((Link(title, world.desk.href(shelf.url)),) if part.number else ()),
    )
    front = part.number == 0
    dated = [article.date for article in shelf.articles if article.date] if front else []
    seen = ShelfView(
        kind,
        title,
        parents[-1] if kind == "country-theme" else None,
        count if shelf.articles else "",
        strings["list.since"].format(date=date_words(strings, "month", dated[-1]))
        if dated and kind != "month"
        else "",
        when,
        _groups(world, templates, part.items, kind),
        _step(world, shelf, 0, "list.newest") if part.newer else None,
        _step(world, shelf, part.newer, "list.newer"),
        _step(world, shelf, part.older, "list.older"),
        _step(world, shelf, 1, "list.oldest") if part.older not in (None, 1) else None,
        _chips(world, shelf) if front else (),
        _panels(world, shelf) if front else (),
        _chart(world, shelf) if front else Markup(""),
        strings["list.calendar_caption"].format(month=world.desk.name(shelf)),
        tuple(map(tuple, _weeks(world, shelf, parts))) if front and kind == "month" else (),
        tuple(weekday_names(strings)) if front and kind == "month" else (),
        _around(world, shelf) if front else (),
        tuple(feed for feed in world.feeds_of.get((shelf.kind, shelf.key), ()) if feed.is_feed)
        if front
        else (),
        _visit(shelf) if front else None,
        _onward(world, shelf),
        typeset(shelf.description, strings.language) if front else "",
    )
    head = Head(
        name,
        said,
        world.desk.href(url),
        canonical(world, url),
        _SECTION.get(kind, ""),
        "website",
        bool(shelf.articles),
        feeds_for(world, shelf),
        list_data(world, name, said, canonical(world, url), crumbs),
        crumbs,
        share_image(world, _carded(world, shelf)),
    )
    return head, seen


def _described(world: World, shelf: Collection, name: str, size: int) -> str:
    """A list in a sentence, for those who have not opened it: its editor's, where there is one."""
    strings = world.strings
    if shelf.description:
        return typeset(shelf.description, strings.language)
    if not shelf.articles:
        return strings["list.nothing_description"].format(name=name)
    noun = f"list.{shelf.kind.replace('-', '_')}_description"
    return count_words(strings, noun, size).format(name=name)


def _carded(world: World, shelf: Collection) -> Collection | None:
    """The shelf whose card stands for this one: a country's for its themes too."""
    return world.desk.shelves.get(("country", shelf.key[:1])) if shelf.kind == "country-theme" else shelf


def _parents(world: World, shelf: Collection) -> tuple[Link, ...]:
    """The pages above a shelf."""
    desk, strings = world.desk, world.strings
    if shelf.kind == "country-theme":
        above = desk.shelves.get(("country", shelf.key[:1]))
        own = (Link(above.name, desk.href(above.url)),) if above else ()
        return (Link(strings["site.countries"], desk.href(routes.COUNTRIES)), *own)
    section = _SECTION.get(shelf.kind)
    return (Link(strings["site." + section], desk.href(dict(SECTIONS)[section])),) if section else ()


def _onward(world: World, shelf: Collection) -> tuple[Link, ...]:
    """Where an empty shelf leads: what is above it, or its source's other name, or all of them."""
    if shelf.articles:
        return ()
    desk = world.desk
    above = zip(("country", "theme"), shelf.key, strict=True) if shelf.kind == "country-theme" else ()
    near = [desk.shelves.get((kind, (key,))) for kind, key in above]
    if shelf.kind == "source":  # once known by its host alone
        near.append(desk.sites.get(shelf.name))
    filled = tuple(
        Link(each.name, desk.href(each.url), number_words(world.strings, len(each.articles)))
        for each in near
        if each and each.articles
    )
    return filled or _parents(world, shelf)[:1] or (home_crumb(world),)


def _when(strings: Strings, part: Part[Article]) -> str:
    """The months from which a page's articles are, or its days where they are of one month.

    A page's number says nothing to a reader, since it counts from the oldest, and how many there are in all
    would change every page with each new one.
    """
    days = sorted(article.date for article in part.items if article.date)
    if not days:
        return strings["list.undated"].lower()
    first, last = days[0], days[-1]
    style = "long" if (first.year, first.month) == (last.year, last.month) else "month"
    ends = dict.fromkeys(date_words(strings, style, day) for day in (first, last))
    return "\u00a0– ".join(ends)


def _step(world: World, shelf: Collection, number: int | None, word: str) -> Link | None:
    """The way to a neighbouring part."""
    if number is None:
        return None
    return Link(world.strings[word], world.desk.href(routes.part_url(shelf.url, number)))


def _groups(
    world: World, templates: "Templates", articles: Sequence[Article], kind: str
) -> tuple[Group, ...]:
    """Articles under their months; those of a month under their days."""
    style = "full" if kind == "month" else "month"

    def when(article: Article) -> str:
        if article.date is None:
            return ""
        return article.date.isoformat() if kind == "month" else article.date.isoformat()[:7]

    groups = []
    for stamp, run in groupby(articles, when):
        items = tuple(run)
        title = date_words(world.strings, style, items[0].date) if stamp else world.strings["list.undated"]
        anchor = f"j-{stamp}" if stamp else "sans-date"
        groups.append(Group(title[:1].upper() + title[1:], anchor, rendered(world, templates, items, "full")))
    return tuple(groups)


def _chips(world: World, shelf: Collection) -> tuple[Link, ...]:
    """The shelves of a country's themes, or of a theme's countries, best filled first; none that is empty."""
    if shelf.kind not in ("country", "theme"):
        return ()
    place = 0 if shelf.kind == "country" else 1
    found = [each for each in world.desk.filled("country-theme") if each.key[place] == shelf.key[0]]
    found.sort(key=lambda each: (-len(each.articles), each.url))
    terms = world.site.terms
    links = []
    for each in found[:16]:
        other: Term = terms["theme", each.key[1]] if place == 0 else terms["country", each.key[0]]
        note = number_words(world.strings, len(each.articles))
        links.append(Link(other.name, world.desk.href(each.url), note))
    return tuple(links)


def _panels(world: World, shelf: Collection) -> tuple[Panel, ...]:
    """What the shelf's articles have in common: countries, themes, sources."""
    strings = world.strings
    panels = []
    countries = Counter(code for article in shelf.articles for code in article.countries)
    if shelf.kind in ("country", "country-theme"):
        countries.pop(shelf.key[0], None)
        panels.append(Panel(strings["list.with_countries"], _term_links(world, "country", countries)))
    elif shelf.kind != "theme":
        panels.append(Panel(strings["list.by_country"], _term_links(world, "country", countries)))
    if shelf.kind not in ("country", "theme", "country-theme"):
        themes = Counter(name for article in shelf.articles for name in article.themes)
        panels.append(Panel(strings["list.by_theme"], _term_links(world, "theme", themes)))
    if shelf.kind != "source":
        sources = Counter(article.source.name for article in shelf.articles if article.source)
        links: list[Link] = []
        for name, count in sorted(sources.items(), key=lambda item: (-item[1], item[0]))[:_PANEL]:
            note = number_words(strings, count)
            shown = typeset(name, strings.language)
            links += [
                Link(shown, world.desk.href(home.url), note) for home in world.desk.source_shelves(name)
            ]
        panels.append(Panel(strings["list.sources"], tuple(links)))
    return tuple(panel for panel in panels if panel.links)


def _term_links(world: World, kind: str, counts: Mapping[str, int]) -> tuple[Link, ...]:
    """The most frequent terms with their counts."""
    best = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_PANEL]
    terms = world.site.terms
    return tuple(
        Link(
            terms[kind, name].name, world.desk.href(terms[kind, name].url), number_words(world.strings, count)
        )
        for name, count in best
        if (kind, name) in terms
    )


def _chart(world: World, shelf: Collection) -> Markup:
    """Months as bars, where there are several."""
    counts = months_of(shelf.articles)
    if shelf.kind == "month" or len(counts) < 2:  # noqa: PLR2004  one bar says nothing
        return Markup("")
    last, first = max(counts), min(counts)
    length = min(_CHART_MONTHS, (last[0] - first[0]) * 12 + last[1] - first[1] + 1)
    return month_bars(counts, span(last, max(length, 12)), world.strings)


def _weeks(world: World, shelf: Collection, parts: Sequence[Part[Article]]) -> list[list[Day]]:
    """A month's calendar, each day leading to its place in the list, on whichever page that is."""
    days: dict[int, tuple[str, int]] = {}
    for part in parts:
        for article in part.items:
            if article.date:
                there = "" if part.number == 0 else world.desk.href(routes.part_url(shelf.url, part.number))
                url, count = days.get(article.date.day, (f"{there}#j-{article.date.isoformat()}", 0))
                days[article.date.day] = (url, count + 1)
    day = next((article.date for article in shelf.articles if article.date), None)
    return calendar_weeks((day.year, day.month), days, world.strings) if day else []


def _around(world: World, shelf: Collection) -> tuple[Link, ...]:
    """The months before and after one."""
    if shelf.kind != "month":
        return ()
    months = sorted(world.desk.by_kind["month"], key=lambda each: each.key)
    at = months.index(shelf)
    near = [months[at - 1] if at else None, months[at + 1] if at + 1 < len(months) else None]
    return tuple(
        Link(world.desk.name(each), world.desk.href(each.url), note)
        for each, note in zip(near, ("prev", "next"), strict=True)
        if each
    )


def _visit(shelf: Collection) -> Link | None:
    """A source's own site."""
    if shelf.kind != "source":
        return None
    for article in shelf.articles:
        if article.source and article.source.url:
            return Link(article.source.url.split("/")[2], article.source.url)
    return None
