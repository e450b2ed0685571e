"""Text that goes on after something set into it: doubted prose before the page says where it ends."""

from collections.abc import Sequence

from sitegen.clean.features import Signs
from sitegen.clean.lines import Line

LEAST = 0.1  # a score below which not even its place makes a line text
LABEL_LEAST = 0.15  # for a question and its answer, or a subhead
SAID = tuple(".!…»”")  # what a sentence of prose ends with
_SPACES = 3  # in a short sentence
_KEPT = 2  # lines of text before an end marker that ends one
_ENTRIES = 2  # lines under a heading of other articles that may be of these


def is_plain_prose(line: Line, seen: Signs) -> bool:
    """Whether a line is a paragraph of whole sentences that does not talk of the page."""
    return line.prose and line.plain[-1] in SAID and not (seen.rule or seen.hints or seen.notices > 1)


def is_sentence(line: Line) -> bool:
    """Whether a line is a short sentence."""
    plain = line.plain
    return plain[-1:] == "." and line.block.kind == "paragraph" and plain.count(" ") >= _SPACES


def resumed_lines(
    lines: Sequence[Line],
    signs: Sequence[Signs],
    scores: Sequence[float],
    kept: Sequence[bool],
    ends: Sequence[bool],
) -> list[int]:
    """The numbers of lines between the text and the first end marker after it that go on with the text.

    A box, an advertisement or a link to another article may stand before them; sentences and subheads go on
    up to the first line that is neither. ``ends`` says which lines are end markers, ``kept`` which are text.
    """
    so_far, end = 0, len(lines)
    for at, is_end in enumerate(ends):
        if is_end and so_far >= _KEPT:
            end = at
            break
        so_far += kept[at]
    if end == len(lines):
        return []  # without a marker, what stands under a text is as likely of other texts
    out: list[int] = []
    for at in range(max(n for n in range(end) if kept[n]) + 1, end):
        if signs[at].rule or signs[at].hints:
            continue
        entry = any(seen.heads_list for seen in signs[max(0, at - _ENTRIES) : at])
        if entry or lines[at].linked or scores[at] < LEAST or not _goes_on(at, lines, signs, scores, end):
            break
        out.append(at)
    return out


def _goes_on(
    at: int, lines: Sequence[Line], signs: Sequence[Signs], scores: Sequence[float], end: int
) -> bool:
    """Whether a line is a sentence or more, or a subhead right over such a paragraph."""
    if is_plain_prose(lines[at], signs[at]) or is_sentence(lines[at]):
        return True
    headed = at + 1 < end and is_plain_prose(lines[at + 1], signs[at + 1])
    return headed and scores[at] >= LABEL_LEAST and scores[at + 1] >= LEAST
