"""What survives of a page in plain text, line by line: the numbers that the scorer reads."""

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from math import log
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from sitegen.clean.lines import Line

Array = NDArray[np.float64]

_LOOK = 60  # words of a block that are looked at, by their usual length
_SEAMS = (". ", "? ", "! ", "… ", '." ', ". » ")  # between two sentences
_CLOCK = re.compile(r"(?<!\d)\d{1,2} ?[:h] ?\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_SPEECH = '«“„"”'
_SEPARATORS = "|•·›→>/\\"

OWN = (
    "log-chars", "log-words", "ends-stop", "ends-question", "ends-exclaim", "ends-colon", "ends-dots",
    "ends-quote", "ends-digit", "commas", "digits", "capitals", "all-caps", "stopwords",
    "second-person", "imperative", "hints", "hint-share", "rule", "end-rule", "links", "link-share",
    "heading", "item", "quote", "sentences", "speech", "clock", "year", "separators", "starts-lower",
    "starts-digit", "starts-quote", "copyright", "repeated", "word-length", "gap", "level", "credit",
    "late-year", "said-elsewhere", "notices", "first-person", "we", "heads-list", "name-tail",
)  # fmt: skip


_AGENCIES = "afp|reuters|getty|dpa|epa|sipa|shutterstock|istock|imago|alamy|keystone|maxppp|ansa|tass|belga"
_SHOWN = "photo|image|picture|bild|foto"
_CREDIT = re.compile(
    rf"(?:[(/©|]|{_SHOWN}|via)[ :\u00a0]{{0,3}}"
    rf"(?:{_SHOWN}|{_AGENCIES}|cr[eé]dit|ap\b|pa wire|archiv|illustration)"
    r"|\b(?:afp|reuters|getty images|dpa|shutterstock|imago|alamy|d['’]illustration|d['’]archives?)\)?$"
)  # "(image: …", "/ afp", "photo d'illustration"


class Words(NamedTuple):
    """A language's words, lower-cased."""

    stopwords: frozenset[str]
    second_person: frozenset[str]
    first_person: frozenset[str]
    we: frozenset[str]
    imperatives: frozenset[str]
    imperative_endings: tuple[str, ...] = ()


class Signs(NamedTuple):
    """What the rulebook sees in a line: "cut", "end" or "", its words of page, notices and services.

    ``heads_list`` says whether it is the heading of other articles.
    """

    rule: str
    hints: int
    notices: int
    services: int
    heads_list: bool = False


def own_features(line: Line, words: Words, signs: Signs) -> tuple[float, ...]:
    """The numbers of one line by itself, in the order of ``OWN``; those that the page decides are 0."""
    plain = line.plain
    chars = len(plain)
    raw = plain[: _LOOK * 6]
    cased = raw.split()
    tokens = raw.lower().split()
    count = len(tokens) or 1
    last = plain[-1:]
    closing = last in _CLOSING and chars > 1
    stop = plain[-2:-1] if closing else last
    kind = line.block.kind
    first = plain[:1]
    dated = _DIGIT.search(raw) is not None
    return (
        log(chars + 1.0),
        log(plain.count(" ") + 2.0),
        float(stop == "." and plain[-3:] != "..."),
        float(stop == "?"),
        float(stop == "!"),
        float(last == ":"),
        float(last == "…" or plain[-3:] == "..."),
        float(closing),
        float(last.isdigit()),
        raw.count(",") / count,
        sum(map(str.isdigit, cased)) / count if dated else 0.0,
        sum([word[0].isupper() for word in cased]) / count,
        sum(map(str.isupper, cased)) / count,
        sum(map(words.stopwords.__contains__, tokens)) / count,
        sum(map(words.second_person.__contains__, tokens)) / count,
        float(bool(tokens) and tokens[0] in words.imperatives),
        float(min(signs.hints, 6)),
        min(signs.hints / count, 1.0),
        float(signs.rule == "cut"),
        float(signs.rule == "end"),
        float(min(line.links, 8)),
        min(line.linked / (chars + 1.0), 1.0),
        float(kind == "heading"),
        float(kind == "item"),
        float(kind == "quote"),
        log(sum(map(plain.count, _SEAMS)) + 1.0),
        float(any(map(raw.__contains__, _SPEECH))),
        float(dated and _CLOCK.search(raw) is not None),
        float(dated and _YEAR.search(raw) is not None),
        sum(map(raw.count, _SEPARATORS)) / count,
        float(first.islower()),
        float(first.isdigit()),
        float(first in "«“„\"'‘—–-" and chars > 0),
        float("©" in raw),
        0.0,  # repeated
        len(raw) / count,
        0.0,  # gap
        0.0,  # level
        float(_CREDIT.search(plain[-90:].lower()) is not None),
        float(_YEAR.search(plain[-40:]) is not None),
        0.0,  # said-elsewhere
        float(min(signs.notices, 5)),
        sum(map(words.first_person.__contains__, tokens)) / count,
        sum(map(words.we.__contains__, tokens)) / count,
        float(signs.heads_list),
        0.0 if stop in _STOPS else float(_names_at_end(plain[-_TAIL:])),
    )


def _names_at_end(text: str) -> int:
    """How many words in capitals or names a line ends with, six at most: "… le 3 mai. Jeanne Exemple"."""
    count = 0
    for word in reversed(text.split()):
        if not word[0].isupper() or count == _MANY_NAMES:
            break
        count += 1
    return count


_STOPS = frozenset(".?!…:")
_TAIL = 60  # characters of a line that may be names
_MANY_NAMES = 6
_CLOSING = frozenset("\"”»’')]")
_REPEATED, _GAP, _LEVEL, _ELSEWHERE = map(OWN.index, ("repeated", "gap", "level", "said-elsewhere"))
_TWICE = 0.6  # of a page
_SAID = (30, 400)  # characters of a line that may be a quotation of another
_WIDE_PAGE = 200_000  # characters of a page in which such lines are looked for


def own_rows(lines: Sequence[Line], own: Sequence[tuple[float, ...]]) -> Array:
    """The numbers of each line by itself, a row a line, with those that its page decides.

    These are whether the page has the line twice, the gap before it, its level, and whether another holds it.
    """
    rows = np.array(own, dtype=float).reshape(len(lines), len(OWN))
    rows[:, _GAP] = [min(line.block.gap, 3) for line in lines]
    rows[:, _LEVEL] = [line.block.level for line in lines]
    folded = [line.folded for line in lines]
    again = [False] * len(lines)
    if len(set(folded)) < len(folded):
        counts = Counter(folded)
        again = [counts[text] > 1 for text in folded]
    sizes = [len(line.plain) for line in lines]
    if sum(itertools.compress(sizes, again)) <= _TWICE * sum(sizes):  # else it was pasted twice
        rows[:, _REPEATED] = again
        rows[:, _ELSEWHERE] = _said_elsewhere([line.plain for line in lines])
    return rows


def _said_elsewhere(plain: Sequence[str]) -> list[bool]:
    """For each line, whether another holds it; a longer one can, so that only those are searched."""
    if sum(map(len, plain)) >= _WIDE_PAGE:
        return [False] * len(plain)
    page = "\n".join(plain)
    return [_SAID[0] <= len(text) <= _SAID[1] and page.count(text[:-1]) > 1 for text in plain]
