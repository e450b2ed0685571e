"""A page's tables of figures and words as Markdown's rows; those that only place things are none."""

from itertools import islice
from typing import TYPE_CHECKING

from sitegen.text.lazily import lazily

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROWS = 300
_COLUMNS = 20
_LEAST = 2  # rows, and columns: fewer are a frame around something
_CELL = 300  # characters; longer ones are texts that stand beside each other
_MEAN = 80
# What a table of data holds in its cells is words; these are what a page is made of.
_PARTS = (
    "table", "form", "input", "button", "select", "textarea", "iframe", "video", "audio", "object", "article",
    "section", "nav", "aside", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl",
    "blockquote", "pre", "img", "figure", "script", "style",
)  # fmt: skip
_NUMBER = lazily(r"[0-9]+")
_FIGURES = 3  # of a note's number
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SPACES = lazily(r"\s+")


def table_rows(table: "_Element") -> list[str]:
    """A table's rows in Markdown, its first as their head, under what it is called; none for any other.

    A table of links is a menu, one with what is not shown or with parts of a page in its cells a frame.
    """
    if table.get("role") in ("presentation", "none") or _holds_parts(table):
        return []
    if table.xpath("boolean(.//*[@hidden])") or table.xpath("2 * count(.//a) > count(.//td)"):
        return []
    rows = list(islice(table.iter("tr"), _ROWS + 1))
    if not _LEAST <= len(rows) <= _ROWS:
        return []
    spans: dict[int, int] = {}  # columns that a cell above reaches down into, and for how many rows
    grid = [_cells(row, spans) for row in rows]
    width = max(map(len, grid))
    words = [cell for row in grid for cell in row if cell]
    size = sum(map(len, words))
    if not _LEAST <= width <= _COLUMNS or not words or max(map(len, words)) > _CELL:
        return []
    full = sum(sum(map(bool, row)) >= _LEAST for row in grid)
    if size > _MEAN * len(words) or full < _LEAST:
        return []
    head, *body = [f"| {' | '.join((*row, *[''] * (width - len(row))))} |" for row in grid if any(row)]
    caption = next((_words(one) for one in table.iterchildren("caption")), "")
    return [*([caption] if caption else []), head, f"|{'---|' * width}", *body]


def _holds_parts(table: "_Element") -> bool:
    """Whether a table holds what no cell of data does."""
    below = table.iter(*_PARTS)
    next(below)  # itself
    return next(below, None) is not None


def _cells(row: "_Element", spans: dict[int, int]) -> list[str]:
    """A row's cells, empty where one spans several columns or reaches down from above."""
    out: list[str] = []

    def passed() -> None:
        while spans.get(len(out), 0) > 0:
            spans[len(out)] -= 1
            out.append("")

    for cell in islice(row.iterchildren("td", "th"), _COLUMNS + 1):
        passed()
        words = _words(cell).replace("|", "\\|")
        across, down = _span(cell, "colspan"), _span(cell, "rowspan")
        for number in range(across):
            if down > 1:
                spans[len(out)] = down - 1
            out.append("" if number else words)
    passed()
    return out


def _words(element: "_Element") -> str:
    """What an element shows, in one line."""
    parts = [element.text or ""]
    for inner in element.iterdescendants():
        parts += (raised(inner, inner.text or ""), " " if inner.tag == "br" else "", inner.tail or "")
    return _SPACES.sub(" ", "".join(parts)).strip()


def raised(element: "_Element", text: str) -> str:
    """An element's text; a note's number, or a power's, as signs that stand high, apart from the word."""
    above = element if element.tag == "sup" else element.getparent()
    number = text.strip()
    if above is None or above.tag != "sup" or len(number) > _FIGURES or not _NUMBER.fullmatch(number):
        return text
    return number.translate(_HIGH)


def _span(cell: "_Element", name: str) -> int:
    """How many columns or rows a cell takes."""
    value = str(cell.get(name) or "1").strip()
    known = len(value) <= _FIGURES and _NUMBER.fullmatch(value)
    return max(1, min(int(value), _COLUMNS)) if known else 1
