"""The names by which a reader may seek a shelf, for the search page: whatever spelling the articles use."""

import unicodedata
from collections.abc import Iterator

from sitegen.model import Collection
from sitegen.render.signature import signed
from sitegen.render.structured import as_script
from sitegen.render.world import Page, World
from sitegen.text import routes

KIND = "names"
_KINDS = ("country", "group", "theme", "selection", "source")
_LONGEST = 60  # letters of a name that anybody types


def plan(world: World) -> Iterator[Page]:
    """The one file."""
    yield Page(routes.file_of(routes.SEARCH_NAMES), KIND, (), (), signed(_text(world)))


def data(world: World) -> bytes:
    """For each shelf that holds something: name, address, number of articles, all names as `plain`.

    A source's has its kind at the end: one reads articles "of" a source, and "filed under" any other shelf.
    """
    return _text(world).encode()


def plain(name: str) -> str:
    """The letters and digits of a name, without accents and capitals, as search.js writes what was typed.

    >>> plain("Côte d’Ivoire"), plain("U.S.A.")
    ('cotedivoire', 'usa')
    """
    letters = name if name.isascii() else unicodedata.normalize("NFD", name)
    low = letters.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(filter(str.isalnum, low))  # an accent is a mark of its own now, and no letter


def _text(world: World) -> str:
    names = _names(world)
    rows = [
        [
            world.desk.name(shelf),
            world.desk.href(shelf.url),
            len(shelf.articles),
            _keys(shelf, names),
            *([kind] if kind == "source" else []),
        ]
        for kind in _KINDS
        for shelf in world.desk.filled(kind)
    ]
    return as_script(rows) + "\n"


def _keys(shelf: Collection, names: dict[tuple[str, str], tuple[str, ...]]) -> str:
    """All names of a shelf, each once."""
    known = (shelf.name, *names.get((shelf.kind, shelf.key[0]), ()))
    keys = {key for key in map(plain, known) if 0 < len(key) <= _LONGEST}
    return " ".join(sorted(keys))


def _names(world: World) -> dict[tuple[str, str], tuple[str, ...]]:
    """What else a shelf is called, by its kind and id: names in other languages, old ones, capitals."""
    found: dict[tuple[str, str], tuple[str, ...]] = {}
    for country in world.countries.countries:
        others = (*country.aliases, *country.capitals, *country.sought)
        found["country", country.id] = (*country.names.values(), *others)
    for group in world.countries.groups:
        found["group", group.id] = (*group.names.values(), *group.sought)
    for theme in world.themes.themes:
        found["theme", theme.id] = (*theme.names.values(), *theme.sought)
    return found
