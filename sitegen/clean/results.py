"""Lists of results, fixtures and key figures within a text: they look like menus; their shape tells them."""

import re
from collections.abc import Sequence

from sitegen.clean.lines import Line

_RESULT = re.compile(
    r"[^\W\d_][^:,\d]{1,34}\s[-–—/]\s[^:,\d]{2,40}(?:\s?:|,)?\s?"
    r"(?:\(?\d{1,3}\s?[-–à]\s?\d{1,3}\b.{0,40}|\d{1,2}\s?[h:]\s?(?:\d{2})?)$"
)  # "Valbrune - Montclar : 27-24 (11-17)", "Montclar – Le Pré, 20h45"
_FIGURE = re.compile(
    r"(?:[–-]\s)?[^\W\d_][^:\d]{2,40}\s?:\s?\D{0,12}\d[^|]{0,80}$"
)  # "Effectif : 1 480 salariés"
_SHORT = 60  # characters of a day, a group or a round between results
_FEW = 2  # results make no list below that
_NEAR = 3  # lines between the text and its first result, the list's heading among them
_GAP = 2  # lines between two results: a day, a round


def result_lines(lines: Sequence[Line], kept: Sequence[bool], talk: Sequence[bool]) -> list[int]:
    """The numbers of lines of lists of results that follow lines kept, with the days and rounds among them.

    ``talk`` says which lines the rules cut or speak of the page: no list goes beyond them.
    """
    found = [
        at
        for at, line in enumerate(lines)
        if not talk[at]
        and line.block.kind in ("paragraph", "item")
        and (_RESULT.match(line.plain) or _FIGURE.match(line.plain))
    ]
    runs: list[list[int]] = []
    for at in found:
        if runs and at - runs[-1][-1] <= _GAP + 1 and _are_labels(lines, talk, runs[-1][-1] + 1, at):
            runs[-1].append(at)
        else:
            runs.append([at])
    out: list[int] = []
    reach = -_NEAR  # the last line of a list that was kept
    for run in runs:
        before = next((at for at in range(run[0] - 1, max(run[0] - _NEAR - 1, -1), -1) if kept[at]), reach)
        near = run[0] - before <= _NEAR and _are_labels(lines, talk, before + 1, run[0])
        if len(run) >= _FEW and near:
            out += range(before + 1, run[-1] + 1)
            reach = run[-1]
    return out


def _are_labels(lines: Sequence[Line], talk: Sequence[bool], first: int, end: int) -> bool:
    """Whether all lines from ``first`` to before ``end`` are short and none speaks of the page."""
    return all(not talk[at] and 0 < len(lines[at].plain) <= _SHORT for at in range(first, end))
