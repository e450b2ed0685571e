"""Patterns: each tried only on a line that begins as it may begin, or that holds a word that it must hold."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence

from msgspec import Struct

from sitegen.clean.lines import Line
from sitegen.config.noise import NoiseRule
from sitegen.text.expressions import Search
from sitegen.text.fold import fold

_FIRST = re.compile(r"\w")


class Tried(Struct, eq=False):
    """A rule's number and what finds its expression, which is compiled when a line first asks for it."""

    number: int
    found_in: Callable[[str], re.Match[str] | None]


class Patterns(Struct, frozen=True):
    """Rules' expressions by the first letter or digit of a line, for any line, and by a word in it."""

    each: tuple[Tried, ...]
    by_first: dict[str, tuple[Tried, ...]]
    by_any: tuple[Tried, ...]
    by_word: dict[str, tuple[Tried, ...]]


def compile_patterns(rules: Sequence[tuple[int, NoiseRule]]) -> Patterns:
    """The expressions of the rules given; those that do not compile were refused when they were read."""
    first: dict[str, dict[int, Tried]] = {}
    word: dict[str, dict[int, Tried]] = {}
    anywhere: dict[int, Tried] = {}
    each: list[Tried] = []
    for number, rule in rules:
        for search in rule.searches:
            place = len(each)
            each.append(_tried(number, search))
            for sign in search.signs:
                first.setdefault(sign, {})[place] = each[place]
            for text in search.words:
                word.setdefault(text, {})[place] = each[place]
            if search.anywhere:
                anywhere[place] = each[place]
    return Patterns(
        tuple(each),
        {sign: tuple({**found, **anywhere}.values()) for sign, found in sorted(first.items())},
        tuple(anywhere.values()),
        {text: tuple(found.values()) for text, found in sorted(word.items())},
    )


def _tried(number: int, search: Search) -> Tried:
    """An expression that is compiled the first time: most are never asked for where one article is read."""

    def compile_and_find(text: str) -> re.Match[str] | None:
        compiled = re.compile(search.expression)
        tried.found_in = compiled.match if search.bound else compiled.search
        return tried.found_in(text)

    tried = Tried(number, compile_and_find)
    return tried


def pattern_rules(patterns: Patterns, text: str, words: Collection[str]) -> list[int]:
    """The numbers of the rules whose expressions are found in a folded text, given which words it holds."""
    sign = text[:1]
    if not sign.isalnum():
        start = _FIRST.search(text)
        sign = start[0] if start else ""
    tried = patterns.by_first.get(sign, patterns.by_any)
    if not sign or (sign > "\x7f" and sign.isdigit()):  # an expression may ask for no letter, or any digit
        tried = patterns.each
    elif words:
        asked = {part for word in words for part in patterns.by_word.get(word, ())}
        tried = (*asked.difference(tried), *tried) if asked else tried
    return [one.number for one in tried if one.found_in(text)]


def every_rule(patterns: Patterns, text: str) -> Iterator[int]:
    """The numbers of the rules whose expressions are found in a folded text, each tried."""
    for one in patterns.each:
        if one.found_in(text):
            yield one.number


def link_rules(patterns: Patterns, line: Line) -> Iterator[int]:
    """The numbers of the rules found in the Markdown source of a line with links."""
    if patterns.each and "](" in line.block.text:
        yield from every_rule(patterns, fold(line.block.text[:3000]))
