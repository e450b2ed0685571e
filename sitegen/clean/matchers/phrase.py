"""Set phrases: a whole line, its beginning, or words within it, found in one pass however many there are."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import ahocorasick

from sitegen.clean.lines import Line
from sitegen.config.noise import NoiseRule
from sitegen.text.fold import fold

_SIGNS = " .:!?…-–—|>»«\"'*_"
_BULLETS = " .:!?…-–—|>*_"


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases by how they match; the values are the numbers of the rules."""

    whole: dict[str, tuple[int, ...]]
    starts: dict[str, int]
    prefixes: tuple[str, ...]
    within: Any
    hints: Any
    notices: Any
    services: Any


def compile_phrases(rules: Sequence[tuple[int, NoiseRule]]) -> Phrases:
    """The phrases of all rules that name some."""
    whole: dict[str, tuple[int, ...]] = {}
    starts: dict[str, int] = {}
    within: dict[str, int] = {}
    hints: dict[str, int] = {}
    notices: dict[str, int] = {}
    services: dict[str, int] = {}
    chosen = {"hint": hints, "notice": notices, "service": services}
    for number, rule in rules:
        for text in rule.text:
            folded = fold(text).strip(_SIGNS) or fold(text)
            if rule.match == "phrase":
                whole[folded] = (*whole.get(folded, ()), number)
            elif rule.match == "start":
                starts.setdefault(folded, number)
            elif rule.match == "contains":
                chosen.get(rule.action, within).setdefault(folded, number)
    found = (_automaton(words) for words in (within, hints, notices, services))
    return Phrases(whole, starts, tuple(starts), *found)


def _automaton(words: dict[str, int]) -> Any:
    """A search for all the words at once, None where there are none."""
    if not words:
        return None
    found = ahocorasick.Automaton()
    for word, number in words.items():
        found.add_word(word, (len(word), number))
    found.make_automaton()
    return found


def phrase_rules(phrases: Phrases, line: Line) -> Iterator[int]:
    """The numbers of the rules whose phrases a line is, begins with or holds."""
    folded = line.folded
    yield from phrases.whole.get(folded, ())
    start_of = line.low.lstrip(_BULLETS)  # a quotation is somebody's words, not the page's
    if phrases.prefixes and start_of.startswith(phrases.prefixes):
        for start, number in phrases.starts.items():
            if start_of.startswith(start) and not start_of[len(start) : len(start) + 1].isalnum():
                yield number
    if phrases.within is not None:
        for end, (length, number) in phrases.within.iter(folded):
            if _stands_alone(folded, end - length + 1, end + 1):
                yield number


def hint_count(phrases: Phrases, line: Line) -> int:
    """How many words of the page's own talk a line's beginning holds."""
    return _count(phrases.hints, line.folded)


def notice_count(phrases: Phrases, line: Line) -> int:
    """How many words of notices (cookies, consent, law) a line's beginning holds."""
    return _count(phrases.notices, line.folded)


def service_count(phrases: Phrases, line: Line) -> int:
    """How many words of a page's services (accounts, downloads, letters) a line's beginning holds."""
    return _count(phrases.services, line.folded)


def _count(words: Any, text: str) -> int:
    if words is None:
        return 0
    found = list(words.iter(text))
    return sum(_stands_alone(text, end - length + 1, end + 1) for end, (length, _) in found) if found else 0


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether neither side goes on as a word."""
    return not (start and text[start - 1].isalnum()) and not text[end : end + 1].isalnum()
