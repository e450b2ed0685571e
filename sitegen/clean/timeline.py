"""Pages told hour by hour, last news first: their titles and greetings look like a ticker's."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.clean.features import Signs
from sitegen.clean.lines import Line
from sitegen.clean.resumed import is_sentence
from sitegen.text.lazily import lazily

_HOUR = lazily(r"(?:\d{1,2} \w{3,9}\.?,? (?:à )?)?\d{1,2} ?[:hH] ?\d{2}$")  # "3 mars à 14h35"
# "14:20 - Des rafales à 137 km/h": an entry's hour and title in one line
_STAMPED = lazily(
    r"(?:\d{1,2} \w{3,9}\.?,? (?:à )?)?\d{1,2} ?[:hH] ?\d{2} ?[-–—:|•·] ?(?=[^\W\d]{2}|[«“\"\d])"
)
_MENU = "menu"  # the rule that such lines are cut by
_ENTRIES = 3  # hours with text under them that make a page one told hour by hour
_BRIEF = 4  # the same where most of the text under them is short sentences
_SURE = 2  # of them that nothing doubts, where the others are in doubt
_SAYS = 3  # spaces in one
_TITLE = 150  # characters of an entry's title
_LONGEST = 16  # lines of an entry
_UNDER = 3  # lines under an hour in which its text begins


def timeline_lines(
    lines: Sequence[Line], signs: Sequence[Signs], cuts: Sequence[str], named: Sequence[str]
) -> list[int]:
    """The numbers of doubted lines that belong to entries: titles right under the hour, short sentences.

    ``cuts`` says why each line is cut so far, "" for those kept; ``named`` are the rules that cut lines by
    their words: no entry goes beyond them, or beyond a notice of cookies. A ticker has hours and titles too,
    and no text under them.
    """
    return [*_under_hours(lines, signs, cuts, named), *_under_titles(lines, signs, cuts, named)]


def _under_hours(
    lines: Sequence[Line], signs: Sequence[Signs], cuts: Sequence[str], named: Sequence[str]
) -> list[int]:
    """Those of entries whose hour stands in a line of its own."""
    hours = [at for at, line in enumerate(lines) if cuts[at] and _HOUR.match(line.plain)]
    if len(hours) < _ENTRIES:
        return []
    told = _told(lines, hours, cuts, named)
    out: list[int] = []
    if not any(told):
        return out
    for at, following in pairwise([*hours[told.index(True) :], len(lines)]):
        end = at + 1
        while end < min(following, at + _LONGEST) and not (
            named[end] or lines[end].linked or signs[end].notices
        ):
            is_title = end == at + 1 and len(lines[end].plain) <= _TITLE
            if not (is_title or _says(lines[end], cuts[end])):
                break
            end += 1
        told_under = [n for n in range(at + 1, end) if _says(lines[n], cuts[n])]
        out += [n for n in range(at + 1, max(told_under, default=at) + 1) if cuts[n] == "prose"]
    return out


def _told(
    lines: Sequence[Line], hours: Sequence[int], cuts: Sequence[str], named: Sequence[str]
) -> list[bool]:
    """Which of the hours have text under them, none where the page is not told by them.

    Where most of it is doubted, the page is if two of the texts are not and it says little besides.
    """
    under = [range(at + 1, min(at + 1 + _UNDER, len(lines))) for at in hours]
    told = [any(lines[n].prose and not named[n] for n in few) for few in under]
    sure = [any(lines[n].prose and not cuts[n] for n in few) for few in under]
    if sum(told) >= _ENTRIES and 2 * sum(told) >= len(hours):
        if 2 * sum(sure) >= sum(told):
            return told
    else:
        sure = [any(_is_said(lines[n]) and not cuts[n] for n in few) for few in under]
        if sum(sure) >= _BRIEF and 2 * sum(sure) > len(hours):
            return sure
    told = [any((lines[n].prose or _is_said(lines[n])) and not named[n] for n in few) for few in under]
    kept = {at for at, line in enumerate(lines) if not cuts[at] and (line.prose or _is_said(line))}
    besides = len(kept.difference(*under))
    few = sum(told) < _ENTRIES or 2 * sum(told) <= len(hours) or len(kept) - besides < _SURE
    return [False] * len(hours) if few or 2 * besides >= sum(told) else told


def _under_titles(
    lines: Sequence[Line], signs: Sequence[Signs], cuts: Sequence[str], named: Sequence[str]
) -> list[int]:
    """Those of entries whose hour and title are one line, that line among them.

    Two of three such lines have a sentence right under them, and half of these sentences are kept: a ticker
    has a title under a title.
    """
    heads = [at for at, line in enumerate(lines) if _STAMPED.match(line.plain) and not line.linked]
    if len(heads) < _ENTRIES:
        return []
    under = [at + 1 < len(lines) and not named[at + 1] and _is_told(lines[at + 1]) for at in heads]
    told = [at for at, is_told in zip(heads, under, strict=True) if is_told]
    if 3 * len(told) < 2 * len(heads) or 2 * sum(not cuts[at + 1] for at in told) < len(told):
        return []
    out: list[int] = []
    for at, following in pairwise([*heads, len(lines)]):
        if at not in told or cuts[at] not in ("", "prose", _MENU):
            continue
        end = at + 1
        while end < min(following, at + _LONGEST) and not (
            named[end] or lines[end].linked or signs[end].notices
        ):
            asked = lines[end].plain.endswith("?") and end + 1 < following and not named[end + 1]
            if not (_says(lines[end], cuts[end]) or (asked and _is_told(lines[end + 1]))):
                break
            end += 1
        out += [at, *(n for n in range(at + 1, end) if cuts[n] == "prose")]
    return out


def _is_told(line: Line) -> bool:
    """Whether a line is text, and no entry's title."""
    return (line.prose or _is_said(line)) and not _STAMPED.match(line.plain)


def _says(line: Line, cut: str) -> bool:
    """Whether a line is text already, a sentence, an item of a list or what introduces one."""
    return not cut or line.prose or _is_said(line) or line.block.kind == "item" or line.plain.endswith(":")


def _is_said(line: Line) -> bool:
    """Whether a line is a short sentence, a call among them."""
    plain = line.plain
    called = plain.endswith("!") and line.block.kind == "paragraph" and plain.count(" ") >= _SAYS
    return called or is_sentence(line)
