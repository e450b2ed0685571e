"""The gate: whether an input is the article already, so that only rules and its edges need a look."""

from collections.abc import Sequence

from sitegen.clean.lines import PROSE, Line
from sitegen.text.lazily import lazily

_SHARE = 0.85  # of the characters, where an input is mostly prose
_TALK = 2  # lines that talk of the page, which any article may have
_PER_LINES = 16  # one such line in so many is no sign of a page either
_EDGE = 20  # lines before or after all text, where more lines talk of the page, are its menus
_FIGURE = lazily(r"\d")
_SHORT = 6  # short lines in an input that the rules leave as prose


def is_clean(lines: Sequence[Line], hints: Sequence[int], cut: Sequence[bool]) -> bool:
    """Whether an input is an article and hardly anything else, apart from what the rules cut.

    Pages give themselves away by short lines that talk of the page: those that rules cut, and those with
    words such as "newsletter". An input with few of them is an article, a poem or a list, unless menus stand
    around it.
    """
    prose = total = labels = short = ruled = count = 0
    for line, signs, gone in zip(lines, hints, cut, strict=True):
        if not line.plain:
            continue
        count += 1
        if gone:
            ruled += 1
            continue
        size = len(line.plain)
        total += size
        if line.prose:
            prose += size
        elif size < PROSE:
            short += 1
            labels += bool(signs)
    talk = labels + ruled
    if talk <= _TALK or (talk * _PER_LINES <= count and _edge(lines) < _EDGE):
        return True
    return labels <= _TALK and short <= _SHORT and prose >= _SHARE * total


def _edge(lines: Sequence[Line]) -> int:
    """How many labels stand before the first paragraph or after the last; a line with figures is none."""
    texts = [number for number, line in enumerate(lines) if line.prose]
    if not texts:
        return 0  # a poem, a list: nothing for menus to stand around
    around = (lines[: texts[0]], lines[texts[-1] + 1 :])
    return max(sum(bool(line.plain) and not _FIGURE.search(line.plain) for line in edge) for edge in around)
