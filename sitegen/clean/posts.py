"""Posts of social networks set into a text: their words go with the line that says whose they are."""

import re
from collections.abc import Sequence

from sitegen.clean.lines import Line

SIGNATURE = "post-signature"  # the rules' names for what a post ends with
_POST = 420  # characters of a post
_REPORTED = re.compile('[»”"] ?, ?[^\\W\\d_]')  # "« Je pars », écrit-il": the article's own words about one


def post_lines(lines: Sequence[Line], named: Sequence[str]) -> list[int]:
    """The numbers of lines, not cut yet, that are the words of a post whose author's line was cut."""
    return [
        at - 1
        for at, rule in enumerate(named)
        if rule == SIGNATURE and at and not named[at - 1] and _may_be_post(lines[at - 1])
    ]


def _may_be_post(line: Line) -> bool:
    """Whether a line is short enough for a post, and a paragraph or a quotation that nobody reports."""
    fits = 0 < len(line.plain) <= _POST and line.block.kind in ("paragraph", "quote")
    return fits and not _REPORTED.search(line.plain)
