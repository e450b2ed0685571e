"""An agency's dateline: "TBILISSI, 3 sept 2025 (AFP) – ", "P-au-P, 3 mai 2024 [AlterPresse] --- "."""

import re

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.page import Line, Page
from sitegen.text.dates import FoundDate
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_READ = 110  # characters of a paragraph in which its dateline ends
_BELOW = 6  # lines of the article that it may open, noise having been kept
_ABOVE = 8  # lines above the article, where a dateline may stand before the title
_PLACE_WORDS = 6
_AGENCY = lazily(
    r"[(\[]([A-ZÀ-Ý][\w./&\u00a0 -]{1,30}|[a-z]{3,4})[)\]][*_]*[\s\u00a0]*(?P<dash>[-–—:]{1,3}[\s\u00a0]*)?"
)
# "MOSCOU, 3 mai. /TASS/. ", "EREVAN, 3 MAI, ARMENPRESS. ": an agency that is known, behind a day
_BARE = lazily(
    r"(?:\.? ?/([A-ZÀ-Ý][\w.&-]{1,20})/[.:]?|, ?([A-ZÀ-Ý][\w-]{2,20})(?:[.:] |[.:]$| ?(?=[-–—])))"
    r"[\s\u00a0]*(?P<dash>[-–—]{1,3}[\s\u00a0]*)?"
)
_PLACE_FIRST = lazily(r"[A-ZÀ-Ý][^\W\d_]+[^.;:!?]{0,50}\d")
_DASH_AFTER = lazily(r"\.? ?[-–—]{1,2} ?(?=[A-ZÀ-Ý«])")
_NAME = lazily(r"[^\W\d_]{4}")
_ACRONYM = 7  # letters of one; a longer name in capitals is a word
_SHORT_NAME = lazily(r"[A-Z]{2,7}")
_PLACE_MARK = lazily(r"[.;:!?«»\"“”\d]")
_SMALL = frozenset(
    ("de", "du", "des", "la", "le", "les", "sur", "en", "am", "of", "the", "et", "au", "aux", "l", "d")
)


class Dateline(Struct, frozen=True):
    """The agency in brackets, the day beside it (None for none), and where the text proper begins."""

    agency: str
    date: FoundDate | None
    end: int


def dateline(text: str, page: Page, words: Words) -> Dateline | None:
    """The dateline that a paragraph opens with; None where it opens with none.

    An agency that the languages know needs a dash after it; any other name in capitals needs a day before it,
    and any other word both.
    """
    head = text[:_READ]
    match = _AGENCY.search(head) if _may_hold(head) else None
    if not match:
        return _bare(head, page, words)
    before = head[: match.start()]
    found = page.find_dates(fold(before))
    date = found[0] if len(found) == 1 else None
    place = before if date is None else f"{before[: date.start]} {before[date.end :]}"
    if not _is_place(place):
        return None
    known = fold(match[1]) in words.agencies
    if date is None and not (known and match["dash"]):
        return None
    if not known and not _SHORT_NAME.fullmatch(match[1]) and not (match["dash"] and match[1].isalnum()):
        return None
    return Dateline(match[1], date, match.end())


def _bare(head: str, page: Page, words: Words) -> Dateline | None:
    """A dateline whose agency, one that the languages know, stands in no brackets behind the day."""
    match = next((one for one in _BARE.finditer(head) if fold(one[1] or one[2]) in words.agencies), None)
    found = page.find_dates(fold(head[: match.start()])) if match else []
    if match is None or len(found) != 1:
        return None
    place = f"{head[: found[0].start]} {head[found[0].end : match.start()]}"
    if not (_NAME.search(place) and _is_place(place)):
        return None
    name = match[1] or match[2]
    return Dateline(
        name.capitalize() if name.isupper() and len(name) > _ACRONYM else name, found[0], match.end()
    )


def day_behind_place(text: str, page: Page) -> FoundDate | None:
    """The whole day with which a paragraph says where and when it was written: "Lunay, le 3 mai 2024.- "."""
    head = text[:_READ]
    if not _PLACE_FIRST.match(head):
        return None
    found = page.find_dates(fold(head))
    if len(found) != 1 or not found[0].year or not _DASH_AFTER.match(head, found[0].end):
        return None
    return found[0] if found[0].start and _is_place(head[: found[0].start]) else None


def without(text: str, page: Page, words: Words) -> str:
    """A paragraph without the agency's dateline that it opens with."""
    said = dateline(text, page, words) if _may_hold(text) else None
    return text[said.end :] if said else text


def _may_hold(text: str) -> bool:
    """Whether a paragraph's beginning has signs between which an agency may stand."""
    head = text[:_READ]
    return "(" in head or "[" in head or (text[:1].isupper() and any(map(str.isdigit, head)))


def _is_place(text: str) -> bool:
    """Whether the words around a dateline's day are a place's name, or none at all."""
    if _PLACE_MARK.search(text):
        return False
    names = re.findall(r"[^\W_]+", text)
    return len(names) <= _PLACE_WORDS and all(name[0].isupper() or name in _SMALL for name in names)


def opening(page: Page, words: Words) -> tuple[Line, Dateline] | None:
    """The first line at the article's beginning that opens with a dateline, with what it says."""
    for line in page.lines[max(0, page.start - 3) : page.start + _BELOW]:
        said = dateline(line.text, page, words) if line.kept and _may_hold(line.text) else None
        if said:
            return line, said
    return None


def alone(page: Page, words: Words) -> tuple[Line, Dateline] | None:
    """The line above the article that is a known agency's dateline and nothing else, cut as it may be."""
    for line in page.lines[max(0, page.start - _ABOVE) : page.start + 1]:
        said = dateline(line.text, page, words) if _may_hold(line.text) else None
        if said and said.end == len(line.text) and fold(said.agency) in words.agencies:
            return line, said
    return None
