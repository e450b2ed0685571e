"""What is said to a person at a terminal, in a language: its rows by their English."""

import tomllib
from collections.abc import Callable
from typing import Any

from msgspec import Struct, field

from sitegen.model.said import Said, Value, filled, number, places
from sitegen.text.typography import NARROW, WIDE, typeset

DEFAULT = "fr"  # of a site that names no language that there is
ENGLISH = "en"  # the language of the templates themselves
_LONGEST = 16  # letters of a language's name, as "zh-hant-tw"
# Rows for sentences of the program's own, for its short names of things, for what others' programs say.
_TABLES = ("messages", "names", "elsewhere")


class Messages(Struct, frozen=True):
    """A language's sentences by their English; English itself has none.

    ``singular`` are the numbers that go with one, ``decimal`` is the sign before decimals.
    """

    language: str = ENGLISH
    rows: dict[str, str] = field(default_factory=dict)
    singular: frozenset[int] = frozenset({1})
    decimal: str = "."

    def say(self, message: Said) -> str:
        """The sentence in this language, in English where it has no row that fills the same places."""
        row = self.rows.get(message.text)
        if row is None or (message.values and places(row) != places(message.text)):
            return filled(message.text, message.values, self._value, _is_one)
        # A narrow space is missing from many a terminal's font.
        text = typeset(row, self.language).replace(NARROW, WIDE)
        return filled(text, message.values, self._value, self.singular.__contains__)

    def _value(self, value: Value) -> str:
        if isinstance(value, int | float):
            return number(value, self.decimal)
        return self.say(value) if isinstance(value, Said) else value


def _is_one(count: int) -> bool:
    return count == 1


def read_messages(language: str, texts: tuple[str, ...]) -> Messages:
    """The rows of a language's files, later ones before earlier; what cannot be read is passed over."""
    rows: dict[str, str] = {}
    singular, decimal = frozenset({1}), "."
    for text in texts:
        table = _table(text)
        for name in _TABLES:
            given = table.get(name)
            if isinstance(given, dict):
                rows.update((english, row) for english, row in given.items() if isinstance(row, str))
        if isinstance(table.get("singular"), list):
            singular = frozenset(one for one in table["singular"] if isinstance(one, int))
        decimal = table["decimal"] if isinstance(table.get("decimal"), str) else decimal
    return Messages(language, rows, singular, decimal)


def language_of(text: str, has: Callable[[str], bool]) -> str:
    """The language that a `site.toml` names, if it is one that there is; the default for any other."""
    name = _table(text).get("language")
    if isinstance(name, str) and is_language(name) and (name == ENGLISH or has(name)):
        return name
    return DEFAULT


def is_language(name: str) -> bool:
    """Whether this can be a language's name, which is part of a path.

    >>> is_language("fr"), is_language("zh-hant"), is_language("../fr"), is_language("")
    (True, True, False, False)
    """
    parts = name.split("-")
    return len(name) <= _LONGEST and all(
        part.isascii() and part.isalpha() and part.islower() for part in parts
    )


def _table(text: str) -> dict[str, Any]:
    """A file's tables; none where it is broken, which the settings' own reader says."""
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError):
        return {}
