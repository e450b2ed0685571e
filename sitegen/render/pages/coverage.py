"""What the digest covers: a map of countries with its table, and themes over time."""

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from sitegen.model import Body
from sitegen.render.charts import Month, first_day, months_of, span, sparkline
from sitegen.render.frame import feeds_digest, feeds_for, head_below_home
from sitegen.render.signature import signed
from sitegen.render.views import Head, Link
from sitegen.render.words import date_words, number_words, percent_words
from sitegen.render.world import Page, World
from sitegen.render.worldmap import OUTLINE, Place, Shade, drawn_codes, shades, world_map
from sitegen.text import routes
from sitegen.text.typography import typeset

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

KIND = "coverage"
TEMPLATE = "pages/coverage.html"
_MONTHS = 24


class CountryRow(Struct, frozen=True):
    """A country in the table."""

    link: Link
    share: str
    last: str
    fill: int


class ThemeTile(Struct, frozen=True):
    """A theme's course: its total and its curve."""

    link: Link
    curve: Markup


class CoverageView(Struct, frozen=True):
    """Map, table and small multiples."""

    title: str
    intro: str
    map: Markup
    legend: tuple[Shade, ...]
    rows: tuple[CountryRow, ...]
    undrawn: str
    themes: tuple[ThemeTile, ...]
    course: str


def plan(world: World) -> Iterator[Page]:
    """The one page."""
    path = routes.file_of(routes.COVERAGE)
    yield Page(path, KIND, (), (), world.standing.of_places(path) or _signature(world))


def _signature(world: World) -> str:
    """The digest of all that the page depends on: of the articles, when and under which labels they stand."""
    shelves = (*world.desk.by_kind.get("country", ()), *world.desk.by_kind.get("theme", ()))
    return signed(
        world.chrome,
        world.closures.get(TEMPLATE, ""),
        world.closures.get(OUTLINE, ""),
        feeds_digest(feeds_for(world, None)),
        *[f"{shelf.name}>{shelf.url}" for shelf in shelves],
        *[f"{each.date} {each.countries} {each.themes}" for each in world.site.articles],
    )


def _course(months: Collection[Month]) -> list[Month]:
    """The last months, from the first that has an article on; none where one month holds all of them."""
    if len(months) < 2:  # noqa: PLR2004  a course has two ends
        return []
    last, first = max(months), min(months)
    return span(last, min(_MONTHS, (last[0] - first[0]) * 12 + last[1] - first[1] + 1))


def view(
    page: Page, world: World, bodies: Mapping[str, Body], templates: "Templates"
) -> tuple[Head, CoverageView]:
    """The page's frame and matter."""
    del page, bodies
    strings, desk = world.strings, world.desk
    countries = sorted(desk.filled("country"), key=lambda each: (-len(each.articles), each.url))
    total = max(1, len(world.site.articles))
    top = max((len(shelf.articles) for shelf in countries), default=1)
    rows = []
    for shelf in countries:
        newest = next((article.date for article in shelf.articles if article.date), None)
        count = len(shelf.articles)
        rows.append(
            CountryRow(
                Link(shelf.name, desk.href(shelf.url), number_words(strings, count)),
                percent_words(strings.language, round(count / total, 2)),
                date_words(strings, "short", newest),
                max(1, 100 * count // top),
            )
        )
    months = months_of(world.site.articles)
    when = _course(months)
    themes = sorted(desk.filled("theme"), key=lambda each: (-len(each.articles), each.url)) if when else []
    courses = [months_of(shelf.articles) for shelf in themes]
    peak = max((course[month] for course in courses for month in when), default=1)
    named = (date_words(strings, "month", first_day(month)) for month in (when[0], when[-1])) if when else ()
    ends = [month.replace(" ", "\u00a0") for month in named]  # a line does not begin with a year
    title, said = strings["coverage.title"], strings["coverage.description"]
    codes = {
        world.site.terms["country", shelf.key[0]].code: Place(
            shelf.name, desk.href(shelf.url), len(shelf.articles)
        )
        for shelf in countries
        if ("country", shelf.key[0]) in world.site.terms
    }
    outline = templates.text(OUTLINE)
    drawn = drawn_codes(outline)
    lacking = [typeset(place.name, strings.language) for code, place in codes.items() if code not in drawn]
    seen = CoverageView(
        title,
        said,
        world_map(outline, codes, strings),
        shades([place.count for place in codes.values()], strings),
        tuple(rows),
        strings["coverage.undrawn"].format(names=", ".join(lacking)) if lacking else "",
        tuple(
            ThemeTile(
                Link(shelf.name, desk.href(shelf.url), number_words(strings, len(shelf.articles))),
                sparkline(course, when, peak),
            )
            for shelf, course in zip(themes, courses, strict=True)
        ),
        strings["coverage.over_time_note"].format(first=ends[0], last=ends[1]) if ends else "",
    )
    return head_below_home(world, title, said, routes.COVERAGE, "coverage"), seen
