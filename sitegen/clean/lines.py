"""Blocks as read for judging: their plain words, and how much of them is links."""

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter

from msgspec import Struct

from sitegen.model import Block
from sitegen.text.fold import RECURRING, fold, fold_line
from sitegen.text.lines import IMAGE, SYMBOL_BULLETS

SHORT = 300  # characters of a line that phrases are looked for in
LONG = 360  # patterns describe lines, not paragraphs: longer blocks are not tried

PROSE = 100  # a line this long that ends as a sentence does is prose
_QUOTED = 150  # one that ends with a quotation; shorter ones may be titles
_LONG_PROSE = 200  # one this long is prose however it ends
_HEADING = 24  # characters of "À lire également :"
_ENDS = tuple(".!?…:;")
_CLOSERS = '»”"’)]*_ \u00a0\u202f'

_IMAGE = re.compile(IMAGE)
_LINK = re.compile(
    r"\[([^\[\]\n]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\"[^\"\n]*\")?\s*\)"
)  # [label](address "title")
_LABEL = itemgetter(1)  # Python's re expands a template such as "\\1" much more slowly
_ORPHAN = re.compile(r"\]\([^()\s]*\)")  # the end of a link whose label began on another line
_TAG = re.compile(r"<!--[^<>]*-->|</?[a-zA-Z][^<>\n]{0,300}>")
_HEAD = re.compile(  # "## ", "> ", "* ", "1. "
    rf"\s*(?:#{{1,6}}[ \t]+|>[ \t]?|[-*+•][ \t]+|\d{{1,3}}[.)][ \t]+|[{SYMBOL_BULLETS}][ \t\u00a0]*)+"
)
_MARKS = re.compile(  # **gras**, _italique_; what comes first is one set of signs, which re finds quickly
    r"[*_\\](?:(?<=[*_])(?:(?<!\w[*_])[*_]{0,2}(?=\S)|(?<=\S[*_])[*_]{0,2}(?!\w))|(?<=\\)(?=[^\w\s]))"
)


class Line(Struct, frozen=True):
    """A block as the judges see it.

    ``plain`` is its text without Markdown; ``low`` its first characters, folded; ``folded`` fewer of them,
    trimmed of signs at both ends;
    ``linked`` the characters of its links' labels, ``links`` their number; ``prose`` says whether it is
    running text by its length and end.
    """

    block: Block
    plain: str
    low: str
    folded: str
    linked: int
    links: int
    prose: bool


def heads_others(plain: str, rule: str) -> bool:
    """Whether a line that falls under a rule is the heading of other articles, rather than one of them."""
    return rule == "related-heading" or (rule == "read-also" and len(plain) <= _HEADING)


def runs(numbers: Sequence[int], few: int) -> list[tuple[int, int]]:
    """Where at least a few numbers, in order, follow each other: the first, and the one after the last."""
    if len(numbers) < few:
        return []
    breaks = [at for at in range(1, len(numbers)) if numbers[at] != numbers[at - 1] + 1]
    spans = pairwise([0, *breaks, len(numbers)])
    return [(numbers[a], numbers[b - 1] + 1) for a, b in spans if b - a >= few]


def plain_text(text: str) -> tuple[str, int, int]:
    """Text without Markdown's marks, the characters in links, and the number of links."""
    linked = links = 0
    if "](" in text:
        text = _IMAGE.sub(" ", text)
        labels = _LINK.findall(text)
        links = len(labels)
        linked = sum(map(len, labels))
        text = _ORPHAN.sub(" ", _LINK.sub(_LABEL, text))
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "*" in text or "_" in text or "\\" in text:
        text = _MARKS.sub("", text)
    return text, linked, links


def read_line(block: Block) -> Line:
    """What the judges need of a block."""
    plain, linked, links = plain_text(block.text)
    if block.kind in ("heading", "item", "quote"):
        plain = _HEAD.sub("", plain, 1)
    plain = plain.strip()
    low = fold_line(plain) if len(plain) <= RECURRING else fold(plain[:LONG])
    folded = low[:SHORT].strip(" .:!?…-–—|>»«\"'*_")
    return Line(block, plain, low, folded, linked, links, _is_prose(plain, linked))


def _is_prose(plain: str, linked: int) -> bool:
    size = len(plain)
    if size < PROSE or linked * 2 > size:
        return False
    if size >= _LONG_PROSE:
        return True
    inside = plain.rstrip(_CLOSERS)
    return inside[-1:] in _ENDS or (len(inside) < size and size >= _QUOTED)
