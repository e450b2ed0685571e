"""A world map shaded by number of articles, from a public-domain outline."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sitegen.config.ui import Strings


@dataclass(frozen=True, slots=True)
class Shade:
    """A step of the legend: its class and what it stands for."""

    level: int
    label: str


def shades(top: int, strings: Strings) -> tuple[Shade, ...]:
    """The legend."""
    del top, strings
    return ()


def world_map(countries: Mapping[str, tuple[str, str, int]], strings: Strings) -> Markup:
    """The map; ``countries`` gives each code's name, address and count."""
    del countries, strings
    return Markup("")
