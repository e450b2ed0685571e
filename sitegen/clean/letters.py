"""What the characters and words of a page's lines are, counted for all lines at once."""

import itertools
from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
Marks = NDArray[np.bool_]
Kinds = NDArray[np.int32]  # what characters or words are, as bits

SPEECH = '«“„"”'

# What a character may be, one bit each.
(
    SPACE, _CAPITAL, LOWER, _TITLE, NO_DIGIT, DECIMAL, BLANK, COMMA, SEPARATOR, QUOTING, COPYRIGHT, OPENS,
    CLOSES, FULL, QUESTION, EXCLAIM, COLON, DOTS,
) = (1 << bit for bit in range(18))  # fmt: skip
_SMALL = LOWER | _TITLE
_STOP = FULL | QUESTION | EXCLAIM | DOTS
_SIGNS = (
    (BLANK, " "), (COMMA, ","), (SEPARATOR, "|•·›→>/\\"), (QUOTING, SPEECH), (COPYRIGHT, "©"),
    (OPENS, "«“„\"'‘—–-"), (CLOSES, "\"”»’')]"), (FULL, "."), (QUESTION, "?"), (EXCLAIM, "!"), (COLON, ":"),
    (DOTS, "…"),
)  # fmt: skip
ENDS = 3  # characters of a line's end


@lru_cache(maxsize=4096)
def _kinds_of(code: int) -> int:
    """What a character is, as bits."""
    char = chr(code)
    kinds = (
        (SPACE, char.isspace()),
        (_CAPITAL, char.isupper()),
        (LOWER, char.islower()),
        (_TITLE, char.istitle() and not char.isupper()),
        (NO_DIGIT, not (char.isdigit() or char.isspace())),
        (DECIMAL, char.isdecimal()),
        *((kind, char in signs) for kind, signs in _SIGNS),
    )
    return sum(kind for kind, holds in kinds if holds)


class Letters(Struct, frozen=True):
    """Lines as one row of characters.

    ``chars`` are the kinds of the characters; those of a line begin at its number in ``starts``, end before a
    line break and are ``sizes`` many. ``kinds`` are those that a line has at all, ``ends`` its last three.
    """

    chars: Kinds
    starts: Numbers
    sizes: Numbers
    kinds: Kinds
    ends: Kinds

    def has(self, kind: int) -> Marks:
        """Whether each line has a character of a kind."""
        return (self.kinds & kind) > 0

    def count(self, kind: int) -> Numbers:
        """How many characters of a kind each line has."""
        found = np.flatnonzero((self.chars & kind) > 0)
        return np.diff(np.searchsorted(found, np.append(self.starts, len(self.chars))))

    def has_number(self, digits: int) -> Marks:
        """Whether each line has so many digits in a row."""
        digit = (self.chars & DECIMAL) > 0
        run = digit.copy()
        for nth in range(1, digits):
            run[:-nth] &= digit[nth:]
        found: Marks = np.logical_or.reduceat(run, self.starts)
        return found

    def has_seam(self) -> Marks:
        """Whether each line has a mark that ends a sentence, and goes on."""
        seams = (self.chars & _STOP) > 0
        seams[:-1] &= (self.chars[1:] & (BLANK | CLOSES)) > 0
        found: Marks = np.logical_or.reduceat(seams, self.starts)
        return found


class Tokens(Struct, frozen=True):
    """How many words each line has, and how many of each sort; the bits of its first word.

    ``sorts`` has a row for each sort: with a capital, all in capitals, all digits, then one for each bit.
    ``names`` says how many words with a capital a line ends with.
    """

    count: Numbers
    sorts: Kinds
    first: Numbers
    names: Numbers


def read_letters(lines: Sequence[str], ends: Sequence[str]) -> tuple[Letters, list[str]]:
    """The characters of lines, and the ends of lines given; the lines' words in small letters."""
    text = "\n".join((*lines, ""))
    whole = text + "".join([end[-ENDS:].rjust(ENDS) for end in ends])
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.intp)
    held = np.zeros(codes.max() + 1, dtype=bool)
    held[codes] = True
    found = np.flatnonzero(held)
    table = np.zeros(len(held), dtype=np.int32)
    table[found] = list(map(_kinds_of, found.tolist()))
    kinds = table.take(codes)
    chars = kinds[: len(text)]
    sizes = np.array([len(line) for line in lines])
    starts = np.cumsum(sizes + 1) - sizes - 1
    last = kinds[len(text) :].reshape(-1, ENDS)
    return Letters(chars, starts, sizes, np.bitwise_or.reduceat(chars, starts), last), text.lower().split()


def read_tokens(
    letters: Letters, words: Sequence[str], known: Mapping[str, int], bits: Sequence[int]
) -> Tokens:
    """The words of lines, given the bits that are known of some."""
    spaced = (letters.chars & SPACE) > 0
    begins = ~spaced
    begins[1:] &= spaced[:-1]
    at = np.flatnonzero(begins)
    said = np.array([*map(known.get, words, itertools.repeat(0)), 0], dtype=np.int64)
    starts = letters.chars[at]
    kinds = np.bitwise_or.reduceat(letters.chars, at) if len(at) else starts
    marks = np.zeros((3 + len(bits), len(at) + 1), dtype=np.int32)
    marks[0, 1:] = (starts & _CAPITAL) > 0
    marks[1, 1:] = (kinds & (_CAPITAL | _SMALL)) == _CAPITAL
    marks[2, 1:] = (kinds & NO_DIGIT) == 0
    for row, bit in enumerate(bits, 3):
        marks[row, 1:] = (said[:-1] & bit) > 0
    bounds = np.searchsorted(at, np.append(letters.starts, len(letters.chars)))
    count = np.diff(bounds)
    small = np.maximum.accumulate(np.where(marks[0] > 0, 0, np.arange(len(at) + 1)))  # the last word without
    return Tokens(
        count,
        np.diff(marks.cumsum(1, dtype=np.int32).take(bounds, axis=1), axis=1),
        np.where(count > 0, said[bounds[:-1]], 0),
        np.minimum(bounds[1:] - small[bounds[1:]], count),
    )
