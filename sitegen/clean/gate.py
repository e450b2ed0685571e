"""The gate: whether an input is the article already, so that only rules and its edges need a look."""

from collections.abc import Sequence

from sitegen.clean.lines import Line

_PROSE_CHARS = 100  # a line this long that ends as a sentence does is prose
_QUOTED = 150  # one that ends with a quotation; shorter ones may be titles
_LONG_CHARS = 200  # one this long is prose however it ends
_SHARE = 0.85  # of the characters, where an input is mostly prose
_LABELS = 3  # lines of a page's own talk, above which an input is a page
_FEW = 40  # lines
_ENDS = ".!?…:;"
_CLOSERS = '»”"’)]*_ \u00a0\u202f'


def is_prose(line: Line) -> bool:
    """Whether a line is running text by its length and end."""
    size = len(line.plain)
    if size < _PROSE_CHARS or line.linked * 2 > size:
        return False
    inside = line.plain.rstrip(_CLOSERS)
    return size >= _LONG_CHARS or inside[-1:] in _ENDS or (inside != line.plain and size >= _QUOTED)


def is_clean(lines: Sequence[Line], hints: Sequence[int], cut: Sequence[bool]) -> bool:
    """Whether what the rules leave is an article and hardly anything else."""
    prose = total = labels = count = 0
    for line, signs, gone in zip(lines, hints, cut, strict=True):
        if gone or not line.plain:
            continue
        size = len(line.plain)
        count += 1
        total += size
        if is_prose(line):
            prose += size
        elif signs and size < _PROSE_CHARS:
            labels += 1
    if labels >= _LABELS and labels * 8 > count:
        return False
    if prose >= _SHARE * total:
        return True
    return count <= _FEW and labels * 10 <= count
