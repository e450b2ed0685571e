"""Posts of social networks set into a text: their words go with the line that says whose they are."""

import re
from collections.abc import Sequence

from sitegen.clean.lines import Line

SIGNATURE = "post-signature"  # the rules' names for what a post ends with
_POST = 420  # characters of a post
_WORDS = 4  # lines of a post between its author and its hour
_HANDLE = re.compile(r"@\w{2,30}$")
_HOUR = re.compile(r"\d{1,2} ?[:hH] ?\d{2}(?: ?[AaPp]\.?[Mm]\.?)? ?[·•-] ?\d{1,2} \w{3,9}\.? \d{4}\b")
_REPORTED = re.compile('[»”"] ?, ?[^\\W\\d_]')  # "« Je pars », écrit-il": the article's own words about one


def post_lines(lines: Sequence[Line], named: Sequence[str]) -> list[int]:
    """The numbers of lines, not cut yet, that are the words of a post.

    The line that says whose they are was cut below them, or a handle stands above them and the hour below.
    """
    signed = [
        at - 1
        for at, rule in enumerate(named)
        if rule == SIGNATURE and at and not named[at - 1] and _may_be_post(lines[at - 1])
    ]
    return signed + [at for at in _framed(lines) if not named[at]]


def _framed(lines: Sequence[Line]) -> list[int]:
    """The numbers of lines from a name and its handle to the hour of their post."""
    out: list[int] = []
    for at, line in enumerate(lines):
        if not _HANDLE.match(line.plain):
            continue
        hour = next(
            (n for n in range(at + 1, min(at + _WORDS + 2, len(lines))) if _HOUR.match(lines[n].plain)), 0
        )
        if hour and all(_may_be_post(lines[n]) for n in range(at + 1, hour)):
            out += range(at, hour + 1)
    return out


def _may_be_post(line: Line) -> bool:
    """Whether a line is short enough for a post, and a paragraph or a quotation that nobody reports."""
    fits = 0 < len(line.plain) <= _POST and line.block.kind in ("paragraph", "quote")
    return fits and not _REPORTED.search(line.plain)
