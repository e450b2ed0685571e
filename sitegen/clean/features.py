"""What survives of a page in plain text, line by line: the numbers that the scorer reads."""

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log
from typing import NamedTuple

import numpy as np
from msgspec import Struct
from numpy.typing import ArrayLike, NDArray

from sitegen.clean.letters import (
    BLANK,
    CLOSES,
    COLON,
    COMMA,
    COPYRIGHT,
    DECIMAL,
    DOTS,
    EXCLAIM,
    FULL,
    LOWER,
    NO_DIGIT,
    OPENS,
    QUESTION,
    QUOTING,
    SEPARATOR,
    SPACE,
    Letters,
    read_letters,
    read_tokens,
)
from sitegen.clean.lines import Line
from sitegen.config.noise import Credits
from sitegen.model import BlockKind

Array = NDArray[np.float64]

_LOOK = 360  # characters of a block that are looked at
_SEAMS = (". ", "? ", "! ", "… ", '." ', ". » ")  # between two sentences
_CLOCK = re.compile(r"(?<!\d)\d{1,2} ?[:h] ?\d{2}(?!\d)")
_YEAR_DIGITS = 4
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

OWN = (
    "log-chars", "log-words", "ends-stop", "ends-question", "ends-exclaim", "ends-colon", "ends-dots",
    "ends-quote", "ends-digit", "commas", "digits", "capitals", "all-caps", "stopwords",
    "second-person", "imperative", "hints", "hint-share", "rule", "end-rule", "links", "link-share",
    "heading", "item", "quote", "sentences", "speech", "clock", "year", "separators", "starts-lower",
    "starts-digit", "starts-quote", "copyright", "repeated", "word-length", "gap", "level", "credit",
    "late-year", "said-elsewhere", "notices", "first-person", "we", "heads-list", "name-tail",
)  # fmt: skip
_COLUMN = {name: at for at, name in enumerate(OWN)}


_SORTS = ("stopwords", "second-person", "first-person", "we", "imperative")
_BITS = {name: 1 << bit for bit, name in enumerate(_SORTS)}
_BOUND = 2  # letters up to which a name ends as a word does: "ap", not "appel"


class Credit(NamedTuple):
    """How the end of a line in small letters says whose picture something is.

    ``sign`` stands anywhere in it; ``owner`` is its very end, which is one of ``ends``.
    """

    sign: re.Pattern[str]
    owner: re.Pattern[str]
    ends: tuple[str, ...]


@cache
def compile_credit(credits_: Credits) -> Credit:
    """What finds the words of a rulebook; nothing, where it has none."""
    pictures = [re.escape(word) for word in credits_.pictures]
    owners = [re.escape(word) + (r"\b" if len(word) <= _BOUND else "") for word in credits_.owners]
    ends = [re.escape(word).replace("'", "['’]") for word in credits_.ends]
    sign = rf"(?:{'|'.join([*_SIGNS, *pictures])})[ :\u00a0]{{0,3}}(?:{'|'.join([*pictures, *owners])})"
    last = {word.rpartition("'")[2] for word in credits_.ends}
    return Credit(
        re.compile(sign if pictures or owners else "(?!)"),
        re.compile(rf"\b(?:{'|'.join(ends)})\)?$" if ends else "(?!)"),
        tuple(f"{word}{end}" for word in sorted(last) for end in ("", ")")),
    )


# Each branch begins with a letter or sign of its own, which re finds quickly.
_SIGNS = (r"\(", "/", "©", r"\|", "via")


class Words(NamedTuple):
    """A language's words, lower-cased; ``sorts`` says by bits what they are, also of the first person."""

    stopwords: frozenset[str]
    second_person: frozenset[str]
    imperatives: frozenset[str]
    imperative_endings: tuple[str, ...]
    sorts: Mapping[str, int]
    credit: Credit = compile_credit(Credits())


class Signs(Struct, frozen=True):
    """What the rulebook sees in a line: "cut", "end" or "", its words of page, notices and services.

    ``heads_list`` says whether it is the heading of other articles, ``heads_box`` whether of a box of the
    article's own, ``part`` the rule that takes it for a part of a mail or for a label over tags.
    """

    rule: str
    hints: int
    notices: int
    services: int
    heads_list: bool = False
    heads_box: bool = False
    part: str = ""


def sorts_of(
    stopwords: Iterable[str],
    second_person: Iterable[str],
    first_person: Iterable[str],
    we: Iterable[str],
    imperatives: Iterable[str],
) -> dict[str, int]:
    """The bits of all words of a language."""
    sorts: dict[str, int] = {}
    for bit, words in zip(
        _BITS.values(), (stopwords, second_person, first_person, we, imperatives), strict=True
    ):
        for word in words:
            sorts[word] = sorts.get(word, 0) | bit
    return sorts


def _names_at_end(plain: str) -> int:
    """How many words in capitals or names a line ends with, six at most: "… le 3 mai. Jeanne Exemple"."""
    count = 0
    for word in reversed(plain[-_TAIL:].split()):
        if not word[0].isupper() or count == _MANY_NAMES:
            break
        count += 1
    return count


def _credited(plain: Sequence[str], credit: Credit) -> list[int]:
    """The numbers of the lines whose end says whose picture something is."""
    ends = [text[-_CREDITED:].lower() for text in plain]
    bounds = list(itertools.accumulate([len(end) + 1 for end in ends]))
    found = {bisect_right(bounds, sign.start()) for sign in credit.sign.finditer("\n".join(ends))}
    found.update(at for at, end in enumerate(ends) if end.endswith(credit.ends) and credit.owner.search(end))
    return list(found)


def _logs(numbers: NDArray[np.int64]) -> Array:
    """The logarithms of whole numbers, the same on every machine."""
    if numbers.max() < len(_LOGS):
        return _LOGS[numbers]
    return np.array(list(map(log, numbers.tolist())))


_LOGS = np.array([0.0, *map(log, range(1, 2000))])
_KINDS: dict[BlockKind, int] = {"heading": 1, "item": 2, "quote": 3}
_TAIL = 60  # characters of a line that may be names
_CREDITED = 90  # characters of a line's end that may be a credit
_LATE = 40  # characters of a line's end in which a year is late
_MANY_NAMES = 6
_TWICE = 0.6  # of a page
_SAID = (30, 400)  # characters of a line that may be a quotation of another
_WIDE_PAGE = 200_000  # characters of a page in which such lines are looked for


def own_rows(lines: Sequence[Line], signs: Sequence[Signs], words: Words) -> Array:
    """The numbers of each line by itself, a row a line, in the order of ``OWN``.

    Some of them its page decides: whether it has the line twice, or another line that holds it.
    """
    rows = np.zeros((len(lines), len(OWN)))
    if not lines:
        return rows
    plain = [line.plain for line in lines]
    raw = [text[:_LOOK] for text in plain]
    letters, said = read_letters(raw, plain)
    tokens = read_tokens(letters, said, words.sorts, tuple(_BITS.values()))
    count = np.maximum(tokens.count, 1)
    capitals, all_caps, digits, stopwords, second, first, we, _ = tokens.sorts / count
    hints = np.array([seen.hints for seen in signs])
    rules = [seen.rule for seen in signs]
    kinds = np.array([_KINDS.get(line.block.kind, 0) for line in lines])
    start, (_, before, last) = letters.chars[letters.starts], letters.ends.T
    sizes = np.array(list(map(len, plain)))
    closing = ((last & CLOSES) > 0) & (sizes > 1)
    stop = np.where(closing, before, last)
    dots = (letters.ends & FULL).all(1)
    open_end = (stop & (FULL | QUESTION | EXCLAIM | DOTS | COLON)) == 0
    columns: dict[str, ArrayLike] = {
        "log-chars": _logs(sizes + 1),
        "log-words": _logs(_blanks(letters, plain, sizes) + 2),
        "ends-stop": ((stop & FULL) > 0) & ~dots,
        "ends-question": (stop & QUESTION) > 0,
        "ends-exclaim": (stop & EXCLAIM) > 0,
        "ends-colon": (last & COLON) > 0,
        "ends-dots": ((last & DOTS) > 0) | dots,
        "ends-quote": closing,
        "ends-digit": (last & (NO_DIGIT | SPACE)) == 0,
        "commas": letters.count(COMMA) / count,
        "digits": digits,
        "capitals": capitals,
        "all-caps": all_caps,
        "stopwords": stopwords,
        "second-person": second,
        "imperative": (tokens.first & _BITS["imperative"]) > 0,
        "hints": np.minimum(hints, 6),
        "hint-share": np.minimum(hints / count, 1.0),
        "rule": [rule == "cut" for rule in rules],
        "end-rule": [rule == "end" for rule in rules],
        "heading": kinds == _KINDS["heading"],
        "item": kinds == _KINDS["item"],
        "quote": kinds == _KINDS["quote"],
        "speech": letters.has(QUOTING),
        "separators": letters.count(SEPARATOR) / count,
        "starts-lower": (start & LOWER) > 0,
        "starts-digit": (start & (NO_DIGIT | SPACE)) == 0,
        "starts-quote": (start & OPENS) > 0,
        "copyright": letters.has(COPYRIGHT),
        "word-length": letters.sizes / count,
        "gap": np.minimum([line.block.gap for line in lines], 3),
        "level": [line.block.level for line in lines],
        "notices": np.minimum([seen.notices for seen in signs], 5),
        "first-person": first,
        "we": we,
        "heads-list": [seen.heads_list for seen in signs],
        "name-tail": np.where(open_end, np.minimum(tokens.names, _MANY_NAMES), 0),
    }
    for name, values in columns.items():
        rows[:, _COLUMN[name]] = values
    rows[_credited(plain, words.credit), _COLUMN["credit"]] = 1.0
    _look_closer(rows, plain, raw, letters)
    for at in np.flatnonzero(open_end & (sizes > _TAIL)).tolist():
        rows[at, _COLUMN["name-tail"]] = _names_at_end(plain[at])
    for at, line in enumerate(lines):
        if line.links:
            rows[at, _COLUMN["links"]] = min(line.links, 8)
            rows[at, _COLUMN["link-share"]] = min(line.linked / (sizes[at] + 1.0), 1.0)
    _compare(rows, lines, plain)
    return rows


def _blanks(letters: Letters, plain: Sequence[str], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """How many spaces each line has."""
    blanks = letters.count(BLANK)
    for at in np.flatnonzero(sizes > _LOOK).tolist():
        blanks[at] = plain[at].count(" ")
    return blanks


def _look_closer(rows: Array, plain: Sequence[str], raw: Sequence[str], letters: Letters) -> None:
    """Set the numbers that most lines have none of: of their sentences, times and years."""
    cut = letters.sizes == _LOOK
    sentences, clock, year, late = (_COLUMN[name] for name in ("sentences", "clock", "year", "late-year"))
    for at in np.flatnonzero(letters.has_seam() | cut).tolist():
        rows[at, sentences] = log(sum(map(plain[at].count, _SEAMS)) + 1.0)
    dated = letters.has(DECIMAL)
    some = np.flatnonzero(dated).tolist()
    rows[[at for at in some if _CLOCK.search(raw[at])], clock] = 1.0
    long = letters.has_number(_YEAR_DIGITS)
    some = np.flatnonzero(long).tolist()
    rows[[at for at in some if _YEAR.search(raw[at])], year] = 1.0
    some = np.flatnonzero(long | cut).tolist()
    rows[[at for at in some if _YEAR.search(plain[at][-_LATE:])], late] = 1.0


def _compare(rows: Array, lines: Sequence[Line], plain: Sequence[str]) -> None:
    """Set the numbers that say whether a page has a line twice, or another that holds it."""
    folded = [line.folded for line in lines]
    again = [False] * len(lines)
    if len(set(folded)) < len(folded):
        counts = Counter(folded)
        again = [counts[text] > 1 for text in folded]
    sizes = list(map(len, plain))
    if sum(itertools.compress(sizes, again)) <= _TWICE * sum(sizes):  # else it was pasted twice
        rows[:, _COLUMN["repeated"]] = again
        rows[:, _COLUMN["said-elsewhere"]] = _said_elsewhere(plain)


def _said_elsewhere(plain: Sequence[str]) -> list[bool]:
    """For each line, whether another holds it; a longer one can, so that only those are searched."""
    if sum(map(len, plain)) >= _WIDE_PAGE:
        return [False] * len(plain)
    page = "\n".join(plain)
    return [_SAID[0] <= len(text) <= _SAID[1] and page.count(text[:-1]) > 1 for text in plain]
