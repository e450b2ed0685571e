"""The capture laid out for reading: every block's words, and where the article itself begins and ends."""

from dataclasses import dataclass

from sitegen.model import Block, Cleaned, Document
from sitegen.text.fold import fold
from sitegen.text.markdown import plain

_LONGEST = 1200  # characters of a block that are read
_MOST_LINES = 4000
_PROSE = 80  # characters from which a line may be running text
_GAIN_MOST = 4.0
_LOSS = 0.45  # of a short line inside the article
_LOSS_CUT = 1.0
_ENDS = (".", "!", "?", "…", "»", "”", '"', ":", ";", ".)", "'", "*", "’")
_HEAD_ABOVE = 30  # lines above the article that may speak of it
_HEAD_BELOW = 12  # and below its first line: standfirst, byline, date


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its words and what cleaning made of it; ``at`` is its place in the page."""

    at: int
    block: Block
    text: str
    kept: bool
    rule: str
    flat: bool  # a list of links on one line, wide gaps between


@dataclass(frozen=True, slots=True)
class Page:
    """A capture as lines; the article runs from ``start`` to ``end`` (after its last line).

    ``head`` is where an article's title, date and author stand: above its first line and just below.
    """

    document: Document
    lines: tuple[Line, ...]
    start: int
    end: int

    @property
    def head(self) -> tuple[Line, ...]:
        """The lines around the article's beginning."""
        return self.lines[max(0, self.start - _HEAD_ABOVE) : self.start + _HEAD_BELOW]

    @property
    def article(self) -> tuple[Line, ...]:
        """The article's own lines that were kept."""
        return tuple(line for line in self.lines[self.start : self.end] if line.kept)

    def folded(self, line: Line) -> str:
        """A line's words folded."""
        return fold(line.text)


def lay_out(document: Document, cleaned: Cleaned) -> Page:
    """The page of a capture; blocks beyond a bound are not read."""
    lines = []
    for at, decision in enumerate(cleaned.decisions[:_MOST_LINES]):
        block = decision.block
        source = block.text if len(block.text) <= _LONGEST else block.text[:_LONGEST]
        lines.append(
            Line(at, block, plain(source), decision.action != "cut", decision.rule, _is_flat(source))
        )
    start, end = _run(lines)
    return Page(document, tuple(lines), start, end)


def _is_flat(source: str) -> bool:
    """Whether wide gaps divide a line, as where a list of links was pasted flat."""
    source = source.strip()
    return "    " in source or "\u00a0\u00a0" in source


def _run(lines: list[Line]) -> tuple[int, int]:
    """The heaviest run of running text: its first line and the line after its last.

    Each line adds its weight or takes a little away; the run with the largest sum is the article.
    """
    best = total = 0.0
    best_range = (0, 0)
    start = 0
    for at, line in enumerate(lines):
        weight = _weight(line)
        if total <= 0 and weight > 0:
            total, start = 0.0, at
        total += weight
        if total > best:
            best, best_range = total, (start, at + 1)
    if best_range == (0, 0):
        first = next((line.at for line in lines if line.kept and line.text), 0)
        return first, len(lines)
    return best_range


def _weight(line: Line) -> float:
    """How much a line speaks for running text around it."""
    size = len(line.text)
    if not line.kept:
        return -_LOSS_CUT
    if line.block.kind in ("rule", "image") or not size:
        return 0.0
    if line.block.kind == "heading":
        return -_LOSS
    if line.flat:
        return -_LOSS
    if size < _PROSE:
        return 0.2 if line.text.endswith((".", "!", "?", "…")) and size > 40 else -_LOSS  # noqa: PLR2004  a short sentence
    if size >= 2 * _PROSE or line.text.endswith(_ENDS):
        return min(_GAIN_MOST, size / 100)
    return 0.1
