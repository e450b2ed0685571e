"""Which lines hold the page's day, and which its writers' names."""

from collections import Counter
from collections.abc import Iterable

from sitegen.config.lexicon import Words
from sitegen.metadata.page import Line, Page, is_recent
from sitegen.metadata.title.tokens import WORD
from sitegen.text.bylines import is_named, names_alone, opens_byline
from sitegen.text.fold import fold

_META = 130  # characters of a line that is about the text and not of it
_TIMES = 4  # that a page says its own day, at most
_TOLD = 90  # characters from which a line of the text tells something
_SHORTEST = 8  # characters of names, and the most
_NAMES = 70
_BESIDE = 2  # lines from a date in which a line of names is a byline


def signs(
    page: Page, window: tuple[Line, ...], folded: list[str], words: Words
) -> tuple[list[bool], list[bool], list[bool]]:
    """Which lines hold a date, which say what their date is of, which begin with a byline's word.

    Where the page says which date is its own, the others are of other articles and do not count.
    """
    dated = [
        bool(text) and len(text) < _META and page.is_dated(line) and not _is_told(line, page)
        for text, line in zip(folded, window, strict=True)
    ]
    if not any(is_dated and line.at <= page.start for is_dated, line in zip(dated, window, strict=True)):
        dated = [  # "il y a 2 heures" over the text is its date, one under it a comment's
            is_dated or (bool(text) and line.at <= page.start and is_recent(text, words))
            for is_dated, text, line in zip(dated, folded, window, strict=True)
        ]
    labelled = [is_dated and _is_labelled(text, words) for text, is_dated in zip(folded, dated, strict=True)]
    signed = [
        bool(text)
        and len(text) < _META
        and (opens_byline(text, words) or _is_role(text, words) or text.strip(" .()") in words.desks)
        for text in folded
    ]
    known = labelled if any(labelled) else dated
    if any(line.block.kind == "heading" and line.block.level == 1 for line in window):
        return known, labelled, signed  # the page marks its title, which names beside a date do not outweigh
    for at, line in enumerate(window):
        if not signed[at] and _may_be_names(line) and any(known[max(0, at - _BESIDE) : at + _BESIDE + 1]):
            signed[at] = is_writer(line.text, words)
            if signed[at] and at + 1 < len(window) and folded[at + 1].split(" ", 1)[0] in words.roles:
                signed[at + 1] = True  # "Professeure à l'université de Valmont"
    return known, labelled, signed


def with_writer_over(
    signed: list[bool], page: Page, first: int, body: frozenset[str], words: Words
) -> list[bool]:
    """The signed lines with the one over the text that names a writer and a town: "Anne Petit, Valmont".

    The text does not speak of whom it is by. ``first`` is the place of the first line looked at.
    """
    above = reversed(page.lines[max(first, page.start - _BESIDE) : page.start])
    line = next((one for one in above if any(map(str.isalpha, one.text))), None)
    if line is None or "," not in line.text or not _may_be_names(line):
        return signed
    names = names_alone(line.text, words)
    if len(names) != 1 or not is_named(names[0], words) or body.issuperset(WORD.findall(fold(names[0]))):
        return signed
    return [said or at == line.at for at, said in enumerate(signed, first)]


def crowd(days: Iterable[str]) -> float:
    """By how many the weight of days is shared: a list of news has many, a page's own said again is one."""
    return max(1.0, sum(times if times > _TIMES else 1 for times in Counter(days).values()) - 1.0)


def _is_told(line: Line, page: Page) -> bool:
    """Whether a line of the text is a whole sentence, whose day is of what it tells."""
    return line.at >= page.start and len(line.text) > _TOLD and line.text.endswith(".")


def _may_be_names(line: Line) -> bool:
    """Whether a line is short, without digits, and begins and goes on with capitals."""
    text = line.text
    if not _SHORTEST <= len(text) <= _NAMES or not text[0].isupper() or any(map(str.isdigit, text)):
        return False
    return text.partition(" ")[2][:1].isupper() or "," in text or " " in text.partition(" ")[2]


def is_written_twice(line: Line, below: Line, page: Page, words: Words) -> bool:
    """Whether a line and the next are the same name, as beside a writer's picture and under it."""
    if len(line.text) > _NAMES or page.folded(line) != page.folded(below):
        return False
    return len(names_alone(line.text, words)) == 1


def _is_role(folded: str, words: Words) -> bool:
    """Whether a line tells what somebody is: "Journaliste, Le Courrier"."""
    first, comma, _ = folded.partition(",")
    return bool(comma) and first in words.roles


def _is_labelled(folded: str, words: Words) -> bool:
    """Whether a dated line says what its date is of."""
    return any(phrase in folded for phrase in words.published) or any(
        phrase in folded for phrase in words.updated
    )


def is_writer(text: str, words: Words) -> bool:
    """Whether a line is nothing but people whose given names are known."""
    names = names_alone(text, words)
    return bool(names) and all(is_named(name, words) for name in names)
