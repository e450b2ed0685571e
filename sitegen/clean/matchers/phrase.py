"""Set phrases: a whole line, its beginning, or words within it, found in one pass however many there are."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import ahocorasick
from msgspec import Struct, field

from sitegen.clean.lines import Line
from sitegen.config.noise import NoiseRule
from sitegen.text.fold import fold

_SIGNS = " .:!?…-–—|>»«\"'*_"
_BULLETS = " .:!?…-–—|>*_"
_TOLD = ("hint", "notice", "service")


class _Word(Struct):
    """What a word within a line says."""

    cuts: list[int] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    trigger: bool = False


class Phrases(Struct, frozen=True):
    """Phrases by how they match; the values are the numbers of the rules."""

    whole: dict[str, tuple[int, ...]]
    starts: dict[str, int]
    heads: frozenset[str]
    head: int
    within: Any


class Within(Struct, frozen=True):
    """What the words in a line say.

    The rules that cut it, how many words of the page's own talk, of notices and of its services it holds, and
    the words that an expression asks for.
    """

    rules: tuple[int, ...] = ()
    hints: int = 0
    notices: int = 0
    services: int = 0
    triggers: tuple[str, ...] = ()


NOTHING = Within()


def compile_phrases(rules: Sequence[tuple[int, NoiseRule]], triggers: Iterable[str]) -> Phrases:
    """The phrases of all rules that name some, and the words that expressions ask for."""
    whole: dict[str, tuple[int, ...]] = {}
    starts: dict[str, int] = {}
    words: dict[str, _Word] = {}
    for number, rule in rules:
        for text in rule.text:
            folded = fold(text).strip(_SIGNS) or fold(text)
            if rule.match == "phrase":
                whole[folded] = (*whole.get(folded, ()), number)
            elif rule.match == "start":
                starts.setdefault(folded, number)
            elif rule.match == "contains":
                word = words.setdefault(folded, _Word())
                if rule.action in _TOLD:
                    word.told.add(rule.action)
                else:
                    word.cuts.append(number)
    for trigger in triggers:
        words.setdefault(trigger, _Word()).trigger = True
    head = min(map(len, starts), default=0)
    return Phrases(whole, starts, frozenset(start[:head] for start in starts), head, _automaton(words))


def _automaton(words: dict[str, _Word]) -> Any:
    """A search for all the words at once, None where there are none."""
    if not words:
        return None
    found = ahocorasick.Automaton()
    for text, word in words.items():
        told = tuple(int(name in word.told) for name in _TOLD)
        found.add_word(text, (len(text), text if word.trigger else "", tuple(word.cuts[:1]), *told))
    found.make_automaton()
    return found


def phrase_rules(phrases: Phrases, line: Line) -> Iterator[int]:
    """The numbers of the rules whose phrases a line is or begins with."""
    yield from phrases.whole.get(line.folded, ())
    start_of = line.low.lstrip(_BULLETS)  # a quotation is somebody's words, not the page's
    if start_of[: phrases.head] in phrases.heads:
        for start, number in phrases.starts.items():
            if start_of.startswith(start) and not start_of[len(start) : len(start) + 1].isalnum():
                yield number


def words_within(phrases: Phrases, line: Line) -> Within:
    """What the words in a line's beginning say; a word counts where neither side goes on."""
    text = line.low
    found = list(phrases.within.iter(text)) if phrases.within is not None else ()
    if not found:
        return NOTHING
    rules: list[int] = []
    triggers: list[str] = []
    hints = notices = services = 0
    size = len(text)
    for end, (length, trigger, cuts, hint, notice, service) in found:
        if trigger:
            triggers.append(trigger)
        start = end - length
        if (start < 0 or not text[start].isalnum()) and (end + 1 == size or not text[end + 1].isalnum()):
            rules += cuts
            hints += hint
            notices += notice
            services += service
    return Within(tuple(rules), hints, notices, services, tuple(triggers))
