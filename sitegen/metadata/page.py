"""The capture laid out for reading: every block's words, and where the article itself begins and ends."""

import re
from functools import lru_cache
from html import unescape

from msgspec import Struct
from msgspec.structs import replace

from sitegen.config.lexicon import Words
from sitegen.model import Block, Cleaned, Document, Field
from sitegen.text.dates import DatePattern, FoundDate, find_dates
from sitegen.text.fold import RECURRING, fold, fold_line
from sitegen.text.lazily import lazily
from sitegen.text.markdown import plain

_LONGEST = 1200  # characters of a block that are read
_MOST_LINES = 4000
_GLUED = lazily(
    r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý][a-zà-ÿ]{2,8}\.? \d{1,2}, ?(?:19|20)\d\d(?!\d))"  # "Anne PetitNovember 6, 2023"
    r"|(?<=, (?:19|20)\d\d)(?=\d{1,2}:\d\d ?(?i:[ap]\.?m))"  # "15, 20163:33 PM", not "201602:06"
    r"|(?<=[^,][ /.-](?:19|20)\d\d)(?=\d{1,2} ?[:hH] ?\d\d(?!\d))"  # "20/11/201914h29"
    r"|(?<=[a-zà-ÿ])(?=@\w{3,30}(?:\s|$))",  # "Anne Petit@apetit"
)
_OPENED = lazily(r" (?:par|by|von)(?=[A-ZÀ-Ý][a-zà-ÿ])")  # "Écrit parAnne Petit"
_BREAK = lazily(r"<(?:br|hr|/?p|/?div|/?li|/?td)\b[^<>]{0,200}>", re.IGNORECASE)
_ENTITY_SPACE = lazily(r"&(?:nbsp|#160|#xa0|thinsp|nnbsp|#8239);", re.IGNORECASE)
_DIGIT = lazily(r"\d")
_PROSE = 80  # characters from which a line may be running text
_GAIN_MOST = 4.0
_WORDS_READ = 20
_CAPITALS = 0.6  # share of words with a capital, above which a line is no running text
_LOSS = 0.45  # of a short line inside the article
_LOSS_CUT = 1.0
_FIGURES = 12  # characters of a line without letters that weighs nothing
_BREACH = 12  # lines of a box within the article, at most; a subhead may stand under it
_SUBHEADS = 1
_LEAD = 2  # paragraphs of running text over one that make it the article's beginning
_PARAGRAPH = 0.8  # weight of one
_HEADS = ("dateline", "byline")  # rules of what stands over an article
_FULL = (".", "»", "…", "?")
_ENDS = (".", "!", "?", "…", "»", "”", '"', ":", ";", ".)", "'", "*", "’")
_SHORT = 170  # a line up to this long may be about the article rather than of it
_DATES_READ = 170
_RECENT = 70  # characters of a line that tells a time from now
_OPENING = 90  # characters of a paragraph in which its dateline stands
_HEAD_ABOVE = 30  # lines above the article that may speak of it
_TITLE_ABOVE = 6
_TITLE_BELOW = 16
_HEAD_BELOW = 12  # and below its first line: standfirst, byline, date


class Line(Struct, frozen=True):
    """A block with its words and what cleaning made of it; ``at`` is its place in the page."""

    at: int
    block: Block
    text: str
    kept: bool
    rule: str
    flat: bool  # a list of links on one line, wide gaps between


class Page(Struct, frozen=True, eq=False):
    """A capture as lines; the article runs from ``start`` to ``end`` (after its last line).

    What several fields ask of a line (its folded words, its dates) is worked out once and kept.
    """

    document: Document
    lines: tuple[Line, ...]
    start: int
    end: int
    dates: DatePattern
    day_first: bool
    american_clock: bool
    _folds: dict[int, str]
    _found: dict[int, list[FoundDate]]
    _places: dict[str, int]

    def around(self, title_at: int) -> tuple[Line, ...]:
        """The lines around the article's beginning and its title, where date and author stand."""
        first, last = max(0, self.start - _HEAD_ABOVE), self.start + _HEAD_BELOW
        if title_at < 0 or first <= title_at < self.start:
            return self.lines[first:last]
        near = self.lines[max(0, title_at - _TITLE_ABOVE) : title_at + _TITLE_BELOW]
        return tuple(sorted({line.at: line for line in (*near, *self.lines[first:last])}.values(), key=_at))

    def place_of(self, title: Field[str]) -> int:
        """The place of the line that states the title; -1 where none does."""
        where = title.candidates[0].where if title.candidates else None
        if where is None or where.span is None or title.candidates[0].rank != "stated":
            return self._title_in_text(title.value)
        line = where.span.line
        return next((one.at for one in self.lines if one.block.span.line == line), -1)

    def _title_in_text(self, title: str) -> int:
        """The place of the last line above the article that repeats a title given elsewhere."""
        known = self._places.get(title)
        if known is None:
            wanted, size = fold(title), len(title)
            above = reversed(self.lines[: self.start + _HEAD_BELOW])
            same = (one.at for one in above if len(one.text) == size and self.folded(one) == wanted)
            known = self._places[title] = next(same, -1) if wanted else -1
        return known

    @property
    def article(self) -> tuple[Line, ...]:
        """The article's own lines that were kept."""
        return tuple(line for line in self.lines[self.start : self.end] if line.kept)

    def folded(self, line: Line) -> str:
        """A line's words folded."""
        known = self._folds.get(line.at)
        if known is None:
            text = line.text
            known = self._folds[line.at] = fold_line(text) if len(text) <= RECURRING else fold(text)
        return known

    def dates_in(self, line: Line) -> list[FoundDate]:
        """The dates in the beginning of a line."""
        known = self._found.get(line.at)
        if known is None:
            read = _DATES_READ if len(line.text) <= _SHORT else _OPENING
            known = self._found[line.at] = (
                self.find_dates(self.folded(line)[:read]) if _DIGIT.search(line.text, 0, read) else []
            )
        return known

    def find_dates(self, folded: str) -> list[FoundDate]:
        """The dates in a folded text, as the page's language writes them."""
        return find_dates(folded, self.dates, day_first=self.day_first, american_clock=self.american_clock)

    def is_dated(self, line: Line) -> bool:
        """Whether a line is short and holds a whole date."""
        found = self._found.get(line.at)
        if found is None:
            found = self.dates_in(line)
        return bool(found) and len(line.text) <= _SHORT and any(one.year for one in found)


def _at(line: Line) -> int:
    return line.at


def is_recent(folded: str, words: Words) -> bool:
    """Whether a short line tells a time from now ("il y a 3 heures", "publié hier à 20h15")."""
    return (
        len(folded) < _RECENT
        and bool(_DIGIT.search(folded))
        and any(phrase in folded for phrase in words.ago)
    )


def lay_out(
    document: Document,
    cleaned: Cleaned,
    dates: DatePattern,
    *,
    day_first: bool = True,
    american_clock: bool = False,
) -> Page:
    """The page of a capture; blocks beyond a bound are not read."""
    lines = []
    for at, decision in enumerate(cleaned.decisions[:_MOST_LINES]):
        block = decision.block
        source = block.text
        if any(decision.ends):
            source = source[decision.ends[0] : len(source) - decision.ends[1]]
        size = len(source)
        text, flat = (
            _recurring(source)
            if size <= RECURRING
            else _read(source if size <= _LONGEST else source[:_LONGEST])
        )
        lines.append(Line(at, block, text, decision.action != "cut", decision.rule, flat))
    start, end = _run(lines)
    return Page(document, tuple(lines), start, end, dates, day_first, american_clock, {}, {}, {})


def _read(source: str) -> tuple[str, bool]:
    """The words of a block, and whether wide gaps divide it."""
    return _words(source), _is_flat(source)


# The lines of menus come again on every page of a site: what they say is worked out once.
_recurring = lru_cache(maxsize=8192)(_read)


def _words(source: str) -> str:
    """The words of a block; tags that break lines and entities of spaces are spaces, dates stand apart."""
    if "<" in source:
        source = _BREAK.sub(" ", source)
    if "&" in source:
        source = unescape(_ENTITY_SPACE.sub(" ", source)) if ";" in source else source
    text = plain(source)
    if len(text) > _SHORT:
        return text
    if " par" in text or " by" in text or " von" in text:
        text = _OPENED.sub(r"\g<0> ", text)
    return _GLUED.sub(" ", text) if "@" in text or _DIGIT.search(text) else text


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
    if best_range == (0, 0) and not any(line.kept for line in lines) and len(lines) > 1:
        return _run([replace(line, kept=True) for line in lines])
    if best_range == (0, 0):
        first = next((line.at for line in lines if line.kept and line.text), 0)
        return first, len(lines)
    return _first_of(lines, best_range[0]), best_range[1]


def _first_of(lines: list[Line], start: int) -> int:
    """The first line of an article whose heaviest run begins under a box: the text over the box is its lead.

    What a date or a byline stands under is a standfirst, and stays above the article.
    """
    first, cut, kept, lead = start, 0, 0, 0
    for at in range(start - 1, -1, -1):
        line = lines[at]
        weight = _weight(line)
        if weight >= _PARAGRAPH:
            first, lead = at, lead + 1
        elif lead or cut == _BREACH or kept > _SUBHEADS or line.rule.startswith(_HEADS):
            break
        elif line.kept:
            kept += bool(line.text)
        else:
            cut += 1
    return first if lead >= _LEAD and cut and kept <= _SUBHEADS else start


def _weight(line: Line) -> float:
    """How much a line speaks for running text around it."""
    size = len(line.text)
    if 0 < size <= _FIGURES and _DIGIT.search(line.text) and not any(map(str.isalpha, line.text)):
        return 0.0  # of a chart or a table, which may have a hundred of them within the article
    if not line.kept:
        return -_LOSS_CUT
    if line.block.kind in ("rule", "image") or not size:
        return 0.0
    if line.block.kind == "heading" or line.flat:
        return -_LOSS
    if size < _PROSE:
        return 0.2 if line.text.endswith((".", "!", "?", "…")) and size > 40 else -_LOSS  # noqa: PLR2004  a short sentence
    if not line.text.endswith(_FULL):
        words = line.text.split(" ", _WORDS_READ)[:_WORDS_READ]
        if sum(map(_is_capital, words)) > _CAPITALS * len(words):
            return -_LOSS  # a menu in one line
    if line.text.endswith(_ENDS) or (size >= 2 * _PROSE and ". " in line.text):
        return min(_GAIN_MOST, size / 100)
    return 0.1


def _is_capital(word: str) -> bool:
    return word[:1].isupper()
