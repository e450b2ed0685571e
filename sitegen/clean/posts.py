"""Posts of social networks set into a text: their words go with the line that says whose they are.

A text that was posted in parts counts them, "1/7" to "7/7": the counters go, the words stay.
"""

import re
from collections.abc import Sequence

from sitegen.clean.lines import Line
from sitegen.model import Block

COUNTER = "thread-counter"
SIGNATURE = "post-signature"  # the rules' names for what a post ends with
_POST = 420  # characters of a post
_WORDS = 4  # lines of a post between its author and its hour
_HANDLE = re.compile(r"@\w{2,30}$")
_HOUR = re.compile(r"\d{1,2} ?[:hH] ?\d{2}(?: ?[AaPp]\.?[Mm]\.?)? ?[·•-] ?\d{1,2} \w{3,9}\.? \d{4}\b")
_PART = r"\(?(\d{1,2}) ?/ ?(\d{1,2})\)?"
_COUNTED = re.compile(  # "1/7 Le pont", "Le pont ferme. (1/7)", "1/7"; a number that is no part of a sentence
    rf"^[^\w(]{{0,4}}{_PART}(?:[^\w/]{{1,4}}(?=[^\W\d_]|[«“\"(#])|\W{{0,4}}$)|(?<=[.!?…»”\")])\s[^\w(]{{0,4}}{_PART}\W{{0,4}}$"
)
_ENDS = 16  # characters at either end in which a counter stands
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
    framed = [at for at in _framed(lines) if not named[at]]
    within = frozenset(framed)
    alone = not any(line.prose and not named[at] and at not in within for at, line in enumerate(lines))
    if alone:  # the post is all there is
        framed = [at for at in framed if _HANDLE.match(lines[at].plain) or _HOUR.match(lines[at].plain)]
    return signed + framed


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


def counted_parts(blocks: Sequence[Block]) -> frozenset[int]:
    """The numbers of blocks that begin or end with a part's counter, where no part is missing."""
    found = {
        number: counter
        for number, block in enumerate(blocks)
        if block.kind == "paragraph" and (counter := _counter(block.text))
    }
    of: dict[int, list[int]] = {}
    for part, parts in found.values():
        of.setdefault(parts, []).append(part)
    whole = {parts for parts, seen in of.items() if parts > 1 and seen == list(range(1, parts + 1))}
    return frozenset(number for number, (_, parts) in found.items() if parts in whole)


def _counter(text: str) -> tuple[int, int] | None:
    """Which part of how many a post says it is."""
    if "/" not in text[:_ENDS] and "/" not in text[-_ENDS:]:
        return None
    found = _COUNTED.search(text)
    if not found:
        return None
    part, parts = filter(None, found.groups())
    return int(part), int(parts)


def without_counter(text: str) -> tuple[str, int]:
    """A post's words without its counter, and how many characters went from its beginning."""
    found = _COUNTED.search(text)
    if not found:
        return text, 0
    return (text[found.end() :], found.end()) if found.start() == 0 else (text[: found.start()], 0)
