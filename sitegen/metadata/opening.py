"""The lines of an article from which a summary may be made: those that say by themselves what they say.

A sentence below "14 décembre 2023" needs that day, an answer its question, a caption its picture: out of
their place they mislead. What stands before the first subhead is the article's opening, and comes first.
"""

import re
from collections.abc import Iterator

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import has_credit, is_attached, is_pictured
from sitegen.metadata.page import Line, Page
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_HEAD = 90  # characters of a line without a full stop up to which it may be a subhead
_QUESTION = 220  # characters of a line up to which it may be a question put to somebody
_PROSE = 80  # characters from which a line is running text
_SERIES = 2  # lines of one shape, from which they are a chronology's entries or what people say in turn
_FULL_STOP = lazily(r"[.!?…:;,][»”\"' *_)\u00a0\u202f]*$")
_ASKED = lazily(r"\?[»”\"' *_)\u00a0\u202f]*$")
_EMPHASIS = lazily(r"(\*{1,3}|_{1,3})[^*_\s][^*_]*\1")
_YEAR = lazily(r"\W*(?:en |in )?(?:19|20)\d\d(?: ?[-–—/] ?(?:(?:19|20)?\d\d)?)?\W*$")
_BEHIND_DAY = lazily(
    r"(?: ?(?:19|20)\d\d)?[*_ ]*[.:–—-][*_]*(?: |$)"
)  # "14 mai. Le texte", "14 mai : le texte"
_MARK = lazily(
    r"[-–—•▪●■◦‣·*>→►✓]|\(?\d{1,2}(?:[.)°]|[ \u00a0]?[-–—/] )[^\d]"
)  # a list's item, what somebody says
_SPEAKER = lazily(r"[A-ZÀ-Ý][\w.’'-]{0,24}(?: [A-ZÀ-Ýd][\w.’'-]{0,24}){0,3}[\u00a0\u202f ]?: (?=\S)")
_DAY_WITHIN = 3  # letters before an entry's day: "le 14 mai :"
_LONGEST_CAPTION = 300
_ADDRESS = lazily(
    r"(?:https?:|www\.)|(?<![\w@])[\w-]{2,40}(?:\.[\w-]{1,40}){0,3}\.[a-z]{2,4}/\w|\S@[^\s@]{1,200}\.\w",
    re.IGNORECASE,
)


class Told(Struct, frozen=True):
    """A line of running text, and whether it stands in the article's opening."""

    line: Line
    opening: bool


def has_address(text: str) -> bool:
    """Whether a text spells out an address of the web or of a mailbox."""
    return bool(_ADDRESS.search(text))


def told(page: Page, title: str, words: Words) -> Iterator[Told]:
    """The lines from which a summary may be made, in their order."""
    lines = page.article
    entries = sum(_is_entry(line, page) for line in lines) >= _SERIES
    voices = sum(bool(_SPEAKER.match(line.text)) for line in lines) >= _SERIES
    known = fold(title)
    questions = sum(_is_question(line) and page.folded(line) != known for line in lines)
    talk = questions >= _SERIES  # then the first may stand above all answers
    begun = asked = False
    under = ""  # what the last subhead is: "dated", "asked", another ("plain"); "" before the first
    pictured = False  # the line above is an image
    for line in lines:
        head = begun and _is_head(line)
        question = (begun or talk) and _is_question(line) and page.folded(line) != known
        if head or question:
            asked = asked or (question and talk)
            under = "asked" if asked or question else "dated" if _is_dated(line, page) else "plain"
        elif line.block.kind in ("paragraph", "quote") and len(line.text) >= _PROSE // 2:
            begun = begun or len(line.text) >= _PROSE or bool(_FULL_STOP.search(line.text))
            apart = (
                (entries and _is_entry(line, page))
                or (voices and _SPEAKER.match(line.text))
                or _MARK.match(line.text)
                or _is_caption(line, page, words, pictured=pictured)
            )
            if not apart and under in ("", "plain"):
                yield Told(line, not under)
        pictured = line.block.kind == "image"


def _is_head(line: Line) -> bool:
    """Whether a line stands above what it is about: a heading, or a short line without a full stop."""
    if line.block.kind == "heading":
        return True
    short = line.block.kind == "paragraph" and 0 < len(line.text) <= _HEAD
    return short and not _FULL_STOP.search(line.text)


def _is_question(line: Line) -> bool:
    """Whether a line is a question to which the next ones are the answer: one that stands for itself."""
    if line.block.kind not in ("paragraph", "heading") or not 0 < len(line.text) <= _QUESTION:
        return False
    return bool(_ASKED.search(line.text))


def _is_dated(line: Line, page: Page) -> bool:
    """Whether a subhead tells a day or a year."""
    return bool(_YEAR.match(line.text) or page.dates_in(line))


def _is_entry(line: Line, page: Page) -> bool:
    """Whether a line begins with a day and what happened on it."""
    text = page.folded(line)
    return any(
        len(text[: one.start].strip()) <= _DAY_WITHIN and _BEHIND_DAY.match(text, one.end)
        for one in page.dates_in(line)[:1]
    )


def _is_caption(line: Line, page: Page, words: Words, *, pictured: bool) -> bool:
    """Whether a line is about a picture: by its owner's mark, its first word, or slanting below an image."""
    folded = page.folded(line)
    if len(line.text) > _LONGEST_CAPTION:
        return False
    head = folded.split(" ", 1)[0].strip(":(.,")
    if has_credit(folded, words) or is_attached(folded) or is_pictured(folded, words):
        return True
    if head in words.captions:
        return True
    return pictured and bool(_EMPHASIS.fullmatch(line.block.text))
