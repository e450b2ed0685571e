"""Threads of readers' comments, known by who signs and when: their words read like any text."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.clean.lines import Line
from sitegen.text.lazily import lazily

THREAD = "comment-thread"
_SIGNED = 3  # comments, by as many names, that make a thread
_SHARE = 0.75  # of the stamps under the text that are signed
_ABOVE = 2  # paragraphs of the text over it
_LONGEST = 70  # characters of a signature with its stamp
_SHORTEST = 11  # of a stamp alone: "3/5/24 9h05"
_NAME = (40, 5)  # characters and words of a name
_COMMENT = 25  # lines of one at most
_PARAGRAPHS = 6  # long ones of it
# Both begin with a digit, which re finds quickly.
_CLOCK = lazily(r"\d ?(?:[:hH] ?\d\d(?!\d)|[ap]\.?m\b)")
_DAY = lazily(r"(?:19|20)\d\d(?!\d)|\d[/.-]\d{1,2}[/.-]\d\d(?!\d)")
_FIRST_DIGIT = lazily(r"\D*")
_TO_STAMP = lazily(r"^\W+|(?:\W+[a-zà-ÿ]{1,3})?\W*$")  # "Anne Petit, le "
_SENTENCE_ENDS = tuple('.!?…»”"')


def thread_lines(lines: Sequence[Line], named: Sequence[str]) -> list[int]:
    """The numbers of the lines of threads of comments under the text, from their first signatures on.

    A signature is a stamp, a day with its year and an hour in a short line, with a name before it or in the
    line above. ``named`` are the rules that cut lines by their words, "" for none. Pages told hour by hour
    have stamps too, but no names.
    """
    prose = [at for at, line in enumerate(lines) if line.prose and not named[at]]
    if len(prose) < _ABOVE:
        return []
    below = range(prose[_ABOVE - 1] + 1, len(lines))
    short = [at for at in below if _SHORTEST <= len(lines[at].plain) <= _LONGEST]
    if len(_CLOCK.findall("\n".join([lines[at].plain for at in short]))) < _SIGNED:
        return []  # most pages
    stamps = [at for at in short if _CLOCK.search(lines[at].plain) and _DAY.search(lines[at].plain)]
    out: list[int] = []
    for near in _near(stamps, lines):
        signed = [(at, name, first) for at in near for name, first in _signature(lines, at)]
        names = {name for _, name, _ in signed}
        if len(names) < _SIGNED or len(signed) < _SHARE * len(near):
            continue
        longest = max(after[2] - before[0] for before, after in pairwise(signed))
        last = near[-1]
        end = min(last + longest, len(lines))
        out += range(signed[0][2], next((at for at in range(last + 1, end) if named[at]), end))
    return out


def _near(stamps: Sequence[int], lines: Sequence[Line]) -> list[list[int]]:
    """Stamps no further apart than a comment is long: an article's own may stand over all of its text."""
    out: list[list[int]] = []
    for at in stamps:
        before = out[-1][-1] if out else at - _COMMENT - 1
        if at - before <= _COMMENT and sum(line.prose for line in lines[before:at]) <= _PARAGRAPHS:
            out[-1].append(at)
        else:
            out.append([at])
    return out


def _signature(lines: Sequence[Line], at: int) -> list[tuple[str, int]]:
    """The name that signs a stamp with the number of its line, if any does."""
    before = _FIRST_DIGIT.match(lines[at].plain)
    name = _TO_STAMP.sub("", before[0]) if before else ""
    if " " in name:  # more than the month's name, or "publié le"
        return [(name, at)]
    above = lines[at - 1].plain
    is_name = len(above) <= _NAME[0] and above.count(" ") < _NAME[1] and not above.endswith(_SENTENCE_ENDS)
    return [(above, at - 1)] if is_name and any(map(str.isalpha, above)) else []
