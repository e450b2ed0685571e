"""Countries' names in languages of which the vocabulary has no other words, with the endings they take."""

from collections.abc import Iterator
from typing import Any

import ahocorasick
from msgspec import Struct

from sitegen.config.countries import Country, Elsewhere

_SAME = str.maketrans("أإآٱىیکةё’ʼ\u00a0\u200c\u202f", "ااااييكهе''   ")
_INFLECTED = 5  # letters of a name that may have endings: a shorter one may begin many a word
_ENDING = 8  # letters of the longest ending
_GLUED = 2  # letters that a name may have before it: "and", "in"
_ENDED = "аяьй"  # what a Russian name's endings take the place of


class Tongue(Struct, frozen=True):
    """A language's names as they are looked for, each with its country and whether an ending may follow.

    -1 says that one must: the name is a stem. 0 says that none may.
    """

    language: str
    before: str
    endings: tuple[str, ...]
    names: tuple[tuple[str, str, int], ...]


class Names(Struct, frozen=True):
    """A language's names as an automaton."""

    automaton: Any
    before: str
    endings: frozenset[str]


def same(text: str) -> str:
    """A text with the letters that are written in several ways in one of them, of the same length."""
    return text.translate(_SAME)


def tongues_of(rows: tuple[Elsewhere, ...], countries: tuple[Country, ...]) -> tuple[Tongue, ...]:
    """The names of each language: CLDR's and the editors', less those that are words as well."""
    from babel.core import Locale  # noqa: PLC0415  its data loads only where a vocabulary is compiled

    out = []
    ids = [country.id for country in countries if country.kind in ("country", "territory")]
    for row in rows:
        shown = Locale.parse(row.language).territories
        found: dict[str, tuple[str, int]] = {}
        for ident in ids:
            for name in (shown.get(ident, ""), *row.names.get(ident, ())):
                for form, more in _forms(same(name), row) if name and name not in row.leave else ():
                    found.setdefault(form, (ident, more))
        out.append(
            Tongue(
                row.language,
                row.before,
                row.endings,
                tuple((form, *of) for form, of in sorted(found.items())),
            )
        )
    return tuple(out)


def _forms(name: str, row: Elsewhere) -> Iterator[tuple[str, int]]:
    """A name as it is looked for: its stem where it has endings, and its article behind "to" in Arabic."""
    name = name.partition(" (")[0]
    more = 1 if row.endings and len(name) >= _INFLECTED else 0
    yield name, more
    if more and name[-1] in _ENDED:
        yield name[:-1], -1
    if row.article and name.startswith(row.article):
        yield row.joined + name[len(row.article) :], more


def names_by_language(tongues: tuple[Tongue, ...]) -> dict[str, Names]:
    """The automata, by language."""
    out = {}
    for tongue in tongues:
        automaton = ahocorasick.Automaton()
        for name, country, more in tongue.names:
            automaton.add_word(name, (len(name), country, more))
        automaton.make_automaton()
        out[tongue.language] = Names(automaton, tongue.before, frozenset(tongue.endings))
    return out


def named_elsewhere(text: str, names: Names) -> list[tuple[int, int, str]]:
    """Where a text names countries: start, end, country; the longest where names overlap."""
    plain = same(text)
    found = []
    for last, (size, country, more) in names.automaton.iter(plain):
        start, end = last - size + 1, last + 1
        stop = end
        while stop - end <= _ENDING and plain[stop : stop + 1].isalpha():
            stop += 1
        fits = (stop == end and more >= 0) or (more and plain[end:stop] in names.endings)
        if not fits or not _begins(plain, start, names.before):
            continue
        found.append((start, -stop, country))
    out: list[tuple[int, int, str]] = []
    free = 0
    for start, stop, country in sorted(found):
        if start >= free:
            free = -stop
            out.append((start, free, country))
    return out


def _begins(text: str, start: int, before: str) -> bool:
    """Whether a word begins at a place, or before the few letters that may be glued to it."""
    for at in range(start, max(-1, start - _GLUED - 1), -1):
        if at == 0 or not text[at - 1].isalpha():
            return True
        if text[at - 1] not in before:
            return False
    return False
