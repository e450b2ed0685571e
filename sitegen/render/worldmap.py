"""A world map shaded by number of articles, each country a link with its name and count."""

from collections.abc import Collection, Mapping

from markupsafe import Markup, escape
from msgspec import Struct

from sitegen.config.ui import Strings
from sitegen.render.words import count_words, number_words
from sitegen.text.fold import fold

OUTLINE = "maps/world.txt"
_LEVELS = 4
_SMALL = 260  # a country with less area on the map gets a dot as well
_DOT = 9


class Place(Struct, frozen=True):
    """A country on the map: its name, the address of its shelf, how many articles."""

    name: str
    url: str
    count: int


class Shade(Struct, frozen=True):
    """A step of the legend: its class and what it stands for."""

    level: int
    label: str


def _bounds(low: int, top: int) -> list[int]:
    """The largest count of each level between the two; steps grow as the counts do, and none is empty."""
    bounds: list[int] = []
    for level in range(1, _LEVELS + 1):
        bound = round(low * (top / low) ** (level / _LEVELS))
        if not bounds or bound > bounds[-1]:
            bounds.append(bound)
    return bounds


def _level(count: int, bounds: list[int]) -> int:
    """The shade of a count: the last one is always the deepest."""
    step = next((at for at, bound in enumerate(bounds) if count <= bound), len(bounds) - 1)
    return _LEVELS - (len(bounds) - 1) + step


def shades(counts: Collection[int], strings: Strings) -> tuple[Shade, ...]:
    """The legend for these counts, from the smallest to the largest; none for a map of nothing."""
    counted = [count for count in counts if count]
    if not counted:
        return ()
    least = min(counted)
    bounds = _bounds(least, max(counted))
    steps = []
    for low, high in zip([least, *(bound + 1 for bound in bounds)], bounds, strict=False):
        ends = [number_words(strings, end) for end in (low, high)]
        steps.append(Shade(_level(high, bounds), ends[0] if low == high else "–".join(ends)))
    return tuple(steps)


def _lines(outline: str) -> list[str]:
    """The size of the map, then a country a line."""
    return [line for line in outline.splitlines() if line and not line.startswith("#")]


def drawn_codes(outline: str) -> frozenset[str]:
    """The countries that an outline has a place for, by ISO 3166-1 alpha-2 code."""
    return frozenset(line.split(" ", 1)[0] for line in _lines(outline)[1:])


def world_map(outline: str, places: Mapping[str, Place], strings: Strings) -> Markup:
    """The map from an outline's lines; ``places`` by ISO 3166-1 alpha-2 code."""
    lines = _lines(outline)
    if not lines or not places:
        return Markup("")
    width, height = lines[0].split()
    counted = [place.count for place in places.values() if place.count]
    bounds = _bounds(min(counted), max(counted)) if counted else []
    land: list[str] = []
    areas: list[str] = []
    dots: list[tuple[int, str]] = []
    links: list[tuple[str, str]] = []
    for line in lines[1:]:
        code, x, y, size, *path = line.split(" ", 4)
        outline_path = path[0] if path else ""
        place = places.get(code)
        if place is None or not place.count:
            land.append(outline_path)
            continue
        said = strings["coverage.country_count"].format(
            country=place.name, count=count_words(strings, "count.articles", place.count)
        )
        shade = f'class="shade-{_level(place.count, bounds)}"'
        shape = f'<path {shade} d="{escape(outline_path)}"/>' if outline_path else ""
        small = int(size) < _SMALL
        dot = f'<circle {shade} cx="{int(x)}" cy="{int(y)}" r="{_DOT}"/>' if small else ""
        name, url, mark = escape(said), escape(place.url), f"carte-{escape(code.lower())}"
        drawn = f'<a href="{url}" tabindex="-1"><title>{name}</title><g id="{mark}">{shape}{dot}</g></a>'
        if small:
            dots.append((place.count, drawn))
        else:
            areas.append(drawn)
        links.append((fold(place.name), f'<a href="{url}" aria-label="{name}"><use href="#{mark}"/></a>'))
    # Dots of neighbours may overlap: the one with the most articles lies on top, so it comes last. That is
    # for the pointer alone: for the keyboard and to be read out, links stand over it in order of names.
    areas += [drawn for _, drawn in sorted(dots, key=lambda dot: dot[0])]
    return Markup(  # noqa: S704  words are escaped above, paths come with the templates
        f'<svg class="map" viewBox="0 0 {int(width)} {int(height)}" role="group"'
        f' aria-label="{escape(strings["coverage.map_label"])}">'
        f'<path class="land" d="{escape("".join(land))}"/><g aria-hidden="true">{"".join(areas)}</g>'
        f"{''.join(link for _, link in sorted(links))}</svg>"
    )
