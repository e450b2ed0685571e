"""Lists of other articles under the text, known by what their entries have: a teaser, a day or a name."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.clean.edges import is_titular
from sitegen.clean.features import Signs
from sitegen.clean.lines import Line
from sitegen.clean.matchers.byline import are_names

OTHERS = "other-articles"
_STAMPS = ("dateline", "date-by", "month-stamp")  # how the names of rules for days begin
_ENTRIES = 4  # dated entries that make a list of their own
_SHARE = 0.75  # of the paragraphs from the first of them to the last
_UNDER = 2  # entries under a heading of other articles
_ABOVE = 2  # paragraphs of the text over a list
_APART = 8  # lines from one teaser to the next, their sections among them
_STAMP = 60  # characters of a stamp
_NAMES = range(2, 5)  # words of a name


def entry_lines(lines: Sequence[Line], signs: Sequence[Signs], named: Sequence[str]) -> list[int]:
    """The numbers of the lines of such lists under the text, from the first entry's title on.

    An entry is a title, one paragraph, and a day under it; under a heading of other articles a day or a name
    over it will do. ``named`` are the rules that cut lines by their words, "" for none. Between two teasers
    there is hardly any other paragraph: news of several days have more to say.
    """
    prose = [at for at, line in enumerate(lines) if line.prose and not named[at]]
    out: list[int] = []
    for few in _near(prose[_ABOVE:]):
        dated = [at for at in few if _is_titled(lines, at, 1) and _is_stamp(lines, named, at + 1)]
        if len(dated) >= _ENTRIES and len(dated) >= _SHARE * sum(dated[0] <= at <= dated[-1] for at in few):
            out += range(dated[0] - 1, dated[-1] + 2)
            continue
        signed = [at for at in few if _is_signed(lines, named, at)]
        if len(signed) < _UNDER:
            continue
        above = range(signed[0] - 1, max(signed[0] - _APART, 0) - 1, -1)
        heading = next((at for at in above if signs[at].heads_list), None)
        if heading is not None and signed == [at for at in few if at > heading]:
            out += range(signed[0] - 2, signed[-1] + 1)
    return sorted({at for at in out if not named[at]})


def _near(prose: Sequence[int]) -> list[list[int]]:
    """Paragraphs in groups, as far apart as entries are, and never right under each other."""
    groups: list[list[int]] = [[at] for at in prose[:1]]
    for before, at in pairwise(prose):
        if 1 < at - before <= _APART:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _is_titled(lines: Sequence[Line], at: int, above: int) -> bool:
    """Whether a title stands that many lines above a paragraph."""
    title = lines[at - above]
    return is_titular(title) and not title.prose


def _is_stamp(lines: Sequence[Line], named: Sequence[str], at: int) -> bool:
    """Whether a line is a day and hardly more."""
    return at < len(lines) and len(lines[at].plain) <= _STAMP and named[at].startswith(_STAMPS)


def _is_signed(lines: Sequence[Line], named: Sequence[str], at: int) -> bool:
    """Whether a paragraph has a title over the name or the day right above it."""
    above = lines[at - 1].plain
    is_name = len(above.split()) in _NAMES and are_names(above)
    return _is_titled(lines, at, 2) and (is_name or _is_stamp(lines, named, at - 1))
