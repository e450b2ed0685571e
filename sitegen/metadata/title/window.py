"""The lines in which a title is looked for, and what is worked out once for all of them."""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.page import Line, Page
from sitegen.metadata.title.rivals import Rivals
from sitegen.metadata.title.signs import crowd, signs, with_writer_over
from sitegen.metadata.title.tokens import WORD, Said, content, read
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.markdown import images

_ABOVE = 80  # lines above the article in which its title is looked for
_BELOW = 25  # and under its first
NEXT = 13  # lines under a title in which a date or an author may follow
SHORTEST = 8  # characters of a title, and the most
_LONGEST = 240
_BODY = 1800  # characters of the text whose words a title may share
_RUNNING = 60  # characters from which a line is running text
# "6 thoughts on “The Bridge”", "Une réflexion sur « Le pont »"
_THOUGHTS = lazily(
    r"(?:\d{1,4}|[^\W\d_]{2,4}) [^\W\d_]{4,14} [^\W\d_]{1,4} ?[«“„\"]\s?(.{8,240}?)\s?[»”“\"]$"
)
_CLOSING = '»”“"'


class Window(Struct, frozen=True, eq=False):
    """The lines in which a page's title is looked for, and what is worked out once for all of them.

    What is one for each line stands in their order.
    """

    page: Page
    words: Words
    lines: tuple[Line, ...]
    levels: list[int]  # of headings, 0 for what is none
    folded: list[str]  # "" for a line too long to be a title
    said: list[Said]
    dated: list[bool]
    labelled: list[bool]
    signed: list[bool]
    days_below: list[int]  # how many lines below a date follows, 0 for none near; the same of names
    names_below: list[int]
    says_its_day: bool  # whether the page says which day is its own
    crowd: float  # by how many the weight of days is shared
    body: frozenset[str]  # the words of the text, and of its first line
    lead: frozenset[str]
    times: Counter[str]  # how often the page says each, pictures' descriptions included
    credited: list[str]  # the captions
    quoted: frozenset[str]
    rivals: Rivals


def window_of(page: Page, words: Words) -> Window:
    """The window of a page."""
    first, last = max(0, page.start - _ABOVE), min(len(page.lines), page.start + _BELOW)
    lines = page.lines[first:last]
    body = content(" ".join(_running(page)))
    opening = page.folded(page.lines[page.start])[:500] if page.start < len(page.lines) else ""
    folded = [page.folded(line) if len(line.text) <= _LONGEST else "" for line in lines]
    levels = [line.block.level if line.block.kind == "heading" else 0 for line in lines]
    said = [read(text, words, title=level == 1) for text, level in zip(folded, levels, strict=True)]
    whole = Counter(text for text in folded if text)
    dated, labelled, signed = signs(page, lines, folded, words)
    signed = with_writer_over(signed, page, first, body, words)
    return Window(
        page=page,
        words=words,
        lines=lines,
        levels=levels,
        folded=folded,
        said=said,
        dated=dated,
        labelled=labelled,
        signed=signed,
        days_below=_below(dated),
        names_below=_below(signed),
        says_its_day=any(labelled),
        crowd=crowd(text for text, is_dated in zip(folded, dated, strict=True) if is_dated),
        body=body,
        lead=frozenset(WORD.findall(opening)),
        times=_with_pictures(whole, lines),
        credited=[text for text, each in zip(folded, said, strict=True) if each.caption],
        quoted=_quoted(page),
        rivals=Rivals(folded, [each.tokens for each in said], whole),
    )


def _with_pictures(whole: Counter[str], lines: Iterable[Line]) -> Counter[str]:
    """How often each line comes, and what describes a picture, which often is the title."""
    times = whole.copy()
    for line in lines:
        if "![" in line.block.text:
            times.update(fold(alt) for alt, _ in images(line.block.text[:2000]) if len(alt) > SHORTEST)
    return times


def _quoted(page: Page) -> frozenset[str]:
    """What headings of comments under the article say that they are about, folded."""
    under = (line.text for line in page.lines[page.end :] if line.text[-1:] in _CLOSING)
    return frozenset(fold(found[1]) for text in under if (found := _THOUGHTS.match(text)))


def _below(marked: list[bool]) -> list[int]:
    """For each line, how many lines below it the next marked one stands; 0 where none is near."""
    out = [0] * len(marked)
    last = len(marked) + NEXT
    for at in range(len(marked) - 1, -1, -1):
        out[at] = last - at if last - at < NEXT else 0
        if marked[at]:
            last = at
    return out


def _running(page: Page) -> list[str]:
    """The beginning of the article's running text, folded, up to a bound."""
    out: list[str] = []
    room = _BODY
    for line in page.lines[page.start : page.start + 60]:
        if len(line.text) > _RUNNING and not line.flat:
            out.append(page.folded(line))
            room -= len(line.text)
            if room < 0:
                break
    return out
