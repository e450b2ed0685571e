"""Who wrote the article."""

import re
from dataclasses import dataclass, replace

from sitegen.config.lexicon import Words
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page
from sitegen.model import Declared, Diagnostic, Field
from sitegen.text.bylines import byline, byline_start, companions, people
from sitegen.text.dates import DatePattern, find_dates
from sitegen.text.fold import fold
from sitegen.text.markdown import links
from sitegen.text.names import is_person, tidy

_SHORT = 160
_NAME = 70
_MOST = 8
_NEXT = 6  # lines between two names of one list
_AUTHOR_LINK = re.compile(
    r"/(?:author|authors|auteur|auteurs|autor|autoren|autorinnen|journaliste|journalistes|journalist|writer|writers|contributor|contributors|"
    r"profile|profil|profiles|people|person|redacteur|redaction|redakteur|reporter|staff|by|biographie|signature|correspondent|team)s?/[^/)\s]{2,}",
    re.IGNORECASE,
)
_INNER = re.compile(r"(?:^|[\s|–—·•,-])(par|by|von)[\s:]+(?=[^\W\d_])", re.IGNORECASE)
_TAIL = re.compile(r"\(([A-Z][\w&/ ,-]{1,24}|dpa|epd|sda)\)\s*$")
_LONGEST = 100
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

Authors = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Reading:
    page: Page
    words: Words
    dates: DatePattern
    dated: tuple[int, ...]
    body: str


def describe_authors(
    page: Page,
    declared: dict[str, Declared],
    override: dict[str, Declared],
    words: Words,
    dates: DatePattern,
    title: str,
) -> tuple[Field[Authors], list[Diagnostic]]:
    """The authors in the order given; none where the page names none."""
    document = page.document
    found: list[Scored[Authors]] = []
    for entries, rank, detector in (
        (override, "override", "override"),
        (declared, "declared", "front-matter-author"),
    ):
        entry = entries.get("authors")
        if entry is not None:
            names = declared_names(entry.value)
            if names:
                quote = ", ".join(names)
                found.append(scored(names, rank, detector, document, entry.span, quote, 1.0))  # type: ignore[arg-type]
    if not found:
        found += _stated(page, words, dates, title)
    return elect(found, ()), []


def declared_names(value: str | tuple[str, ...]) -> Authors:
    """Authors as front matter gives them: a list, or one text with commas, "et" or "and" between names."""
    texts = (value,) if isinstance(value, str) else value
    names: list[str] = []
    for text in texts:
        parts = re.split(r"\s*(?:;|,|\s(?:et|and|und|&)\s)\s*", _CONTROL.sub(" ", text)[:400])
        names += [" ".join(part.split())[:_LONGEST] for part in parts if part.strip()]
    return tuple(dict.fromkeys(names))[:_MOST]


def _stated(page: Page, words: Words, dates: DatePattern, title: str) -> list[Scored[Authors]]:
    """What the page's lines around the article say of its authors."""
    head = page.head
    folded_title = fold(title)
    title_at = next(
        (line.at for line in reversed(head) if line.text and fold(line.text) == folded_title), None
    )
    dated = tuple(
        line.at
        for line in head
        if len(line.text) < _SHORT and any(one.year for one in find_dates(fold(line.text), dates))
    )
    body = fold(" ".join(line.text for line in page.article if len(line.text) > _SHORT)[:3000])
    reading = _Reading(page, words, dates, dated, body)
    found: list[Scored[Authors]] = []
    alone = ""
    for line in head:
        found += _in_line(line, alone, reading, title_at)
        folded = fold(line.text).strip(" :")
        alone = (
            folded
            if len(folded) < 30 and folded in words.byline
            else alone
            if not folded or folded in "–—-|"
            else ""
        )
    found += _tail(reading)
    return _merged(found)


def _in_line(line: Line, alone: str, reading: _Reading, title_at: int | None) -> list[Scored[Authors]]:
    """The authors that one line names, with what speaks for each reading."""
    text, words, page = line.text, reading.words, reading.page
    if not text or line.block.kind in ("code", "table", "rule"):
        return []
    near = (
        0.5
        - 0.03 * abs(line.at - page.start)
        + (0.3 if title_at is not None and 0 < line.at - title_at <= 6 else 0)
    )
    if line.block.kind == "heading" and line.at == title_at:
        return []
    out: list[Scored[Authors]] = []

    def add(names: Authors, detector: str, score: float) -> None:
        if names:
            out.append(scored(names, "stated", detector, page.document, line.block.span, text, score + near))

    linked = tuple(dict.fromkeys(
        tidy(label) for label, address in links(line.block.text[:3000])
        if _AUTHOR_LINK.search(address) and is_person(_strip(label, words), words.stop_words)
    ))  # fmt: skip
    if linked and len(linked) <= _MOST:
        add(tuple(_strip(name, words) for name in linked), "author-link", 1.6 if len(text) < _SHORT else 0.2)
    if len(text) <= _SHORT:
        starts = byline_start(fold(text), words)
        if starts:
            add(byline(text, words), "byline", 2.2 if line.at >= (title_at or 0) else 1.2)
        elif alone:
            add(people(text, words), "byline", 2.2)
        else:
            inner = _INNER.search(text)
            if inner and not text.endswith("."):
                add(
                    people(text[inner.end() :], words),
                    "byline-inner",
                    1.0 + (0.8 if line.at in reading.dated else 0),
                )
            add(companions(text, words), "companion", 1.8)
            if fold(text).strip(" ().") in words.agencies and len(text) > 2:
                add((tidy(text),), "agency", 0.5 + _beside(line, reading))
    if not out and len(text) <= _NAME and line.block.kind in ("paragraph", "item", "heading"):
        names = _bare(text, words)
        if names:
            score = 0.2 + _beside(line, reading) - (1.2 if fold(names[0]) in reading.body else 0)
            if title_at is not None and line.at < title_at:
                score -= 0.5
            if score > 0.5:
                add(names, "name-line", score - 0.3)
    elif not out and line.at in reading.dated and len(text) <= _SHORT:
        names = _before_date(text, reading)
        if names:
            add(names, "name-and-date", 1.0)
    return out


def _strip(name: str, words: Words) -> str:
    """A link's words as a name: a leading "par" off."""
    start = byline_start(fold(name), words)
    return tidy(name[start:])


def _bare(text: str, words: Words) -> Authors:
    """The people that a line consists of, and nothing else."""
    if any(char.isdigit() for char in text) or text.endswith((".", "?", "!", ":")):
        return ()
    names = people(text, words)
    if not names or any(fold(part) in words.furniture for name in names for part in name.split()):
        return ()
    covered = sum(map(len, names))
    if " " not in names[0] or covered < 0.6 * len(text):
        head, _, rest = text.partition(",")
        role = fold(rest.strip()).split(" ")[0] if rest else ""
        return names if " " in names[0] and head.strip() == names[0] and role in words.roles else ()
    return names


def _before_date(text: str, reading: _Reading) -> Authors:
    """The name in front of a date: "Emily Norwood | September 1st, 2023"."""
    found = find_dates(fold(text), reading.dates)
    before = text[: found[0].start] if found else ""
    names = people(before, reading.words) if 4 < len(before) < _NAME else ()
    return (
        tuple(name for name in names if " " in name and fold(name) not in reading.body)
        if names and not any(fold(part) in reading.words.furniture for part in names[0].split())
        else ()
    )


def _beside(line: Line, reading: _Reading) -> float:
    """What a dateline next to a line adds: a name and a date together are a byline."""
    return max(
        (1.2 - 0.3 * abs(line.at - at) for at in reading.dated if 0 < abs(line.at - at) <= 3), default=0.0
    )


def _tail(reading: _Reading) -> list[Scored[Authors]]:
    """A signature under the article, or its agency in brackets."""
    page, words = reading.page, reading.words
    out = []
    for line in page.lines[max(page.start + 1, page.end - 2) : page.end + 3]:
        text = line.text
        if 4 <= len(text) <= _NAME and line.block.kind == "paragraph":
            names = byline(text, words) or _bare(text.strip("()"), words)
            if names and fold(names[0]) not in reading.body:
                score = 0.9 - 0.1 * abs(line.at - page.end)
                out.append(scored(names, "stated", "signature", page.document, line.block.span, text, score))
        elif line.kept:
            agency = _TAIL.search(text)
            if agency and fold(agency[1]) in words.agencies:
                out.append(
                    scored((agency[1],), "stated", "agency", page.document, line.block.span, text[-80:], 0.3)
                )
    return out


def _merged(found: list[Scored[Authors]]) -> list[Scored[Authors]]:
    """Names on neighbouring lines, read by the same detector, as one list of authors."""
    out: list[Scored[Authors]] = []
    for one in found:
        last = out[-1] if out else None
        if last and _continues(last, one):
            names = tuple(dict.fromkeys((*last.candidate.value, *one.candidate.value)))[:_MOST]
            out[-1] = replace(
                last, candidate=replace(last.candidate, value=names), score=max(last.score, one.score)
            )
        else:
            out.append(one)
    return out


def _continues(last: Scored[Authors], one: Scored[Authors]) -> bool:
    """Whether a reading goes on with the list of another: the same manner, a few lines further."""
    before, after = last.candidate, one.candidate
    if before.detector != after.detector or before.detector not in ("author-link", "name-line"):
        return False
    if before.where.span is None or after.where.span is None:
        return False
    return 0 < after.where.span.line - before.where.span.line <= _NEXT
