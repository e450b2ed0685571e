"""Boxes of an article's own: what is good to know, dates, times and figures in rows that look like menus."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from sitegen.clean.features import Signs
from sitegen.clean.lines import Line, runs
from sitegen.clean.resumed import is_sentence
from sitegen.text.lazily import lazily

_FEW = 3  # rows make no list below that
_ROW = 200  # characters of a row
_LABEL = 60  # characters of the line over a list
_REACH = 8  # lines above a box in which text stands
_LINES = 12  # of a box
_DAY = 16  # characters of a row in which its day stands
_DIGIT = lazily(r"\d")


class _Rows(Struct, frozen=True):
    """How the rows of a list look, and in how many lines above and below it text must stand, 0 for none."""

    pattern: re.Pattern[str]
    above: int
    below: int


# "Gardiens : K. Modèle, J. Exemple", a label and what belongs to it
_PAIRS = _Rows(lazily(r"(?:[–-] )?[^\W\d_][^:]{2,40}\s?:\s\S.{2,140}$"), 4, 4)
# "16h30 : ouverture des portes"; what a ticker says of an hour begins with a capital
_HOURS = _Rows(lazily(r"\d{1,2}\s?[h:]\s?(?:\d{2})?\s?[:–-]\s[a-zà-ÿœ]"), _REACH, 0)
# "1973 Premier match arbitré", or a day before the year and a title in quotes behind it
_YEARS = _Rows(
    lazily(
        r"(?P<day>\d{1,2}(?:er|\.)? [^\W\d_]{3,9}\.? )?(?P<year>(?:1[5-9]|20)\d\d)(?:\s?[:–-])?"
        r"\s(?:[«“\"]\s?)?[^\W\d].{4,120}$"
    ),
    _REACH,
    0,
)
# "11 l/ha de fioul"
_AMOUNTS = _Rows(lazily(r"\d[\d\s.,]{0,12}(?:%|€|\$|[a-zà-ÿ²³°µ][\w/]{0,8})\s[a-zà-ÿ].{2,70}$"), 4, 4)
# "12 juin – Lyon, Halle", "June 12: London"; days come in order, which those of an archive do not
_DAYS = _Rows(
    lazily(
        r"(?:[^\W\d_]{2,9}\.? )?(?:(?P<day>\d{1,2})(?:er|\.)? (?P<month>[^\W\d_]{3,9})\.?"
        r"|(?P<name>[^\W\d_]{3,9})\.? (?P<number>\d{1,2})(?:st|nd|rd|th)?)"
        r",?(?: \d{4})?\s?(?:[:–—-]{1,2}|à|at)\s\S.{2,140}$"
    ),
    _REACH,
    0,
)
_KINDS = (_PAIRS, _HOURS, _YEARS, _AMOUNTS, _DAYS)


def fact_lines(lines: Sequence[Line], kept: Sequence[bool], named: Sequence[str]) -> list[int]:
    """The numbers of lines of lists whose rows are alike, near text, with the label over each.

    ``kept`` says which lines are text, ``named`` are the rules that cut lines by their words, "" for none: no
    list goes beyond them.
    """
    short = [at for at, line in enumerate(lines) if len(line.plain) <= _ROW and not named[at]]
    digits = [at for at in short if lines[at].plain[:1].isdigit()]
    pairs = [at for at in short if ":" in lines[at].plain]
    days = [at for at in short if _DIGIT.search(lines[at].plain[:_DAY])]
    out: list[int] = []
    for rows, likely in zip(_KINDS, (pairs, digits, digits, digits, days), strict=True):
        for first, end in runs([at for at in likely if _is_row(lines[at], rows)], _FEW):
            if _is_near(rows, kept, first, end) and _is_told(lines[first:end], rows):
                over = first - 1
                labelled = over >= 0 and not named[over] and 0 < len(lines[over].plain) <= _LABEL
                out += range(over if labelled and not lines[over].linked else first, end)
    return out


def _is_row(line: Line, rows: _Rows) -> bool:
    """Whether a line looks like a row, and is no link."""
    fits = line.block.kind in ("paragraph", "item") and not line.linked
    return fits and rows.pattern.match(line.plain) is not None


def _is_near(rows: _Rows, kept: Sequence[bool], first: int, end: int) -> bool:
    """Whether a third of the rows are text already, or text stands near them on the sides where it must."""
    above = any(kept[max(0, first - rows.above) : first])
    some = 3 * sum(kept[first:end]) >= end - first
    return some or (above and (not rows.below or any(kept[end : end + rows.below])))


def _is_told(lines: Sequence[Line], rows: _Rows) -> bool:
    """Whether years follow each other as a life's do, days as a calendar's; other rows need no order."""
    if rows is _DAYS:
        found = [match for line in lines if (match := rows.pattern.match(line.plain))]
        days = [((m["month"] or m["name"]).lower(), int(m["day"] or m["number"])) for m in found]
        return all(before[0] != after[0] or before[1] <= after[1] for before, after in pairwise(days))
    if rows is not _YEARS:
        return True
    dated = [match for line in lines if (match := rows.pattern.match(line.plain))]
    years = [match["year"] for match in dated]
    rising = all(a <= b for a, b in pairwise(years))
    if any(match["day"] for match in dated):  # other articles have days too, the newest first
        return rising and years[0] < years[-1]
    return rising or all(a >= b for a, b in pairwise(years))


def box_lines(
    lines: Sequence[Line], signs: Sequence[Signs], kept: Sequence[bool], named: Sequence[str]
) -> list[int]:
    """The numbers of lines of boxes that a known label heads near text, rows and sentences under it.

    A recipe may begin with such a box: some of its rows are text already, and none is a sentence.
    """
    out: list[int] = []
    for at, seen in enumerate(signs):
        if not seen.heads_box or named[at]:
            continue
        if not any(kept[max(0, at - _REACH) : at]) and not _is_recipe(lines, kept, at + 1):
            continue
        end = at + 1
        while end < min(len(lines), at + _LINES) and not named[end] and _is_of_box(lines[end], kept[end]):
            end += 1
        if end > at + 1:
            out += range(at, end)
    return out


def _is_recipe(lines: Sequence[Line], kept: Sequence[bool], first: int) -> bool:
    """Whether a list of neither links nor sentences begins here, some of which is text already."""
    end = first
    while end < min(len(lines), first + _LINES) and lines[end].block.kind == "item":
        end += 1
    whole = all(not line.linked and line.plain[-1:] != "." for line in lines[first:end])
    return end - first >= _FEW and whole and any(kept[first:end])


def _is_of_box(line: Line, is_text: bool) -> bool:  # noqa: FBT001 - a line and what it was judged
    """Whether a line is text already, a sentence, or a row of facts."""
    if line.linked:
        return False
    listed = line.block.kind == "item" or any(rows.pattern.match(line.plain) for rows in _KINDS)
    return is_text or line.prose or is_sentence(line) or listed
