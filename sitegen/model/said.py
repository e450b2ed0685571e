"""A sentence for a person: an English template, and the values it is filled with.

The English is the key to its translations, as in gettext. Nothing is filled in before somebody reads it.
"""

import re
from collections.abc import Callable, Iterable
from typing import Union

from msgspec import Struct

Value = Union[str, int, float, "Said"]

_PLACE = r"\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}"  # "{path}", "{count|block|blocks}"
_GROUPED = 10_000  # numbers from here on are written in groups of three digits


class Said(Struct, frozen=True, array_like=True):
    """A template and the values of its places; a template without values is taken as it stands.

    `{count}` is the value of that name and `{count|block|blocks}` the word that goes with so many. A whole
    number is a count; any other number, as a port, is given as text. A value may be a sentence itself.

    >>> str(said("{count} {count|block|blocks} cut from {path}", count=2, path="a.md"))
    '2 blocks cut from a.md'
    """

    text: str
    values: "tuple[tuple[str, Value], ...]" = ()

    def __str__(self) -> str:
        """The sentence in English."""
        return filled(self.text, self.values, _english, is_one=lambda count: count == 1)

    def __bool__(self) -> bool:
        """Whether anything is said."""
        return self.text != ""

    def __lt__(self, other: "Said") -> bool:
        """The order of findings that differ in nothing else."""
        return str(self) < str(other)


def said(text: str, /, **values: Value) -> Said:
    """A sentence; its template is written where it is said, so that a test finds every one."""
    return Said(text, tuple(values.items()))


NOTHING = Said("")


def said_by(error: BaseException) -> Said:
    """What an exception says: its sentence where it has one, what the system said, or its text."""
    if error.args and isinstance(error.args[0], Said):
        return error.args[0]
    return Said((error.strerror if isinstance(error, OSError) else "") or str(error) or type(error).__name__)


def filled(
    text: str,
    values: "Iterable[tuple[str, Value]]",
    say: "Callable[[Value], str]",
    is_one: Callable[[int], bool],
) -> str:
    """A template with its values put in, each as ``say`` writes it; a place without a value stays."""
    given = dict(values)
    if not given:
        return text

    def put(place: re.Match[str]) -> str:
        name, one, other = place.groups()
        if name not in given:
            return place[0]
        value = given[name]
        if one is None:
            return say(value)
        return one if isinstance(value, int) and is_one(value) else other

    return re.sub(_PLACE, put, text)


def places(text: str) -> frozenset[str]:
    """The names of a template's places.

    >>> sorted(places("{count} {count|block|blocks} of {path}"))
    ['count', 'path']
    """
    return frozenset(place[1] for place in re.finditer(_PLACE, text))


def number(value: float, decimal: str = ".") -> str:
    """A count with its digits in groups, a measure with two decimals.

    >>> number(303), number(12_345).split(), number(0.5, ",")
    ('303', ['12', '345'], '0,50')
    """
    if isinstance(value, int):
        return str(value) if abs(value) < _GROUPED else f"{value:,}".replace(",", "\u00a0")
    return f"{value:.2f}".replace(".", decimal)


def _english(value: Value) -> str:
    return number(value) if isinstance(value, int | float) else str(value)
