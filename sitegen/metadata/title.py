"""What the article is called."""

# ruff: noqa: PLR2004 - lengths of headlines, beside what they are compared with

import re

from sitegen.config.lexicon import Words
from sitegen.metadata.dateline import without
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page
from sitegen.metadata.titleline import weigh
from sitegen.model import Diagnostic, Field, Where
from sitegen.text.fold import fold
from sitegen.text.recase import in_capitals, names_in, sentence_case
from sitegen.text.sentences import sentences

_ABOVE = 60  # lines above the article in which its title is looked for
_BELOW = 3
_SHORTEST = 12
_LONGEST = 240
_MADE_LONGEST = 110
_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_LEAST = -2.0  # score from which a line is a title
_RIVALS = 5
_CORE = 0.5
_CORE_BEHIND = 3.0
_RIVAL = -2.5  # and from which it is worth showing beside one
_STEPS = (">", "»", "/", "›", "::", "→")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def describe_title(page: Page, given: Given, words: Words) -> tuple[Field[str], list[Diagnostic]]:
    """The title and its rivals; where the page states none, one made from the first sentences."""
    document = page.document
    found: list[Scored[str]] = []
    notes: list[Diagnostic] = []
    for _, entry, rank in given.of("title"):
        home = given.home(rank, document)
        if isinstance(entry.value, str):
            title = one_line(entry.value)
            if title:
                found.append(scored(title, rank, reader(rank, "title"), home, entry.span, entry.value, 1.0))
        else:
            message = f"{entry.key}: expected a text, found a list"
            notes.append(
                Diagnostic("value-type", "warning", Where(home.path, entry.span), message, "write one title")
            )
    found += _headings(page, words) if found else _stated(page, words)
    if not found:
        made = _made(page, words)
        if made:
            found.append(made)
    return elect(found, ""), notes


def _headings(page: Page, words: Words) -> list[Scored[str]]:
    """The page's first headings: enough to show beside a title that was given, which they cannot change."""
    near = page.lines[max(0, page.start - _ABOVE) : page.start + _BELOW]
    heads = [line for line in near if line.block.kind == "heading" and line.block.level == 1 and line.text]
    return [_candidate(line, page, words, 0.0) for line in heads[:_RIVALS]]


def one_line(text: str) -> str:
    """A text on one line, without control characters, bounded."""
    return re.sub(r"[ \t]{2,}", " ", _CONTROL.sub(" ", text[: 4 * _LONGEST])).strip()[: 2 * _LONGEST]


def _stated(page: Page, words: Words) -> list[Scored[str]]:
    """The page's lines that may be its title, with what speaks for each; none where no line stands out."""
    weighed = [(one.line, one.score) for one in weigh(page, words)]
    weighed = [(line, score) for line, score in weighed if score > _RIVAL]
    if not weighed or max(score for _, score in weighed) <= _LEAST:
        return []
    best, top = max(weighed, key=lambda one: one[1])
    whole = page.folded(best)
    inner = [
        (line, score)
        for line, score in weighed
        if (_is_core(page.folded(line), whole) or _is_last(page.folded(line), whole))
        and score > top - _CORE_BEHIND
    ]
    if inner:  # "Accueil Politique Le titre" holds the title; the line that is nothing else states it
        core = max(inner, key=lambda one: (len(one[0].text), one[1]))[0]
        weighed = [(line, top + 0.01 if line is core else score) for line, score in weighed]
    return [
        _candidate(line, page, words, score)
        for line, score in sorted(weighed, key=lambda one: -one[1])[:_RIVALS]
    ]


def _is_core(text: str, whole: str) -> bool:
    """Whether a line is the greater part of another that says more around it."""
    return len(text) < len(whole) and len(text) >= _CORE * len(whole) and text in whole


def _is_last(text: str, whole: str) -> bool:
    """Whether a line is the last step of a trail: "Accueil > Monde > Le titre"."""
    before = whole.removesuffix(text) if len(text) < len(whole) else ""
    return bool(before) and before != whole and before.rstrip().endswith(_STEPS)


def _candidate(line: Line, page: Page, words: Words, score: float) -> Scored[str]:
    """A line as a title: capitals recased."""
    text = one_line(line.text)
    detector = "heading" if line.block.kind == "heading" else "title-line"
    if in_capitals(text):
        names = words.names | names_in(other.text for other in page.article[:40])
        text = sentence_case(text, names, words.acronyms)
        detector = "capitals-line"
    return scored(text, "stated", detector, page.document, line.block.span, line.text, score)


def _made(page: Page, words: Words) -> Scored[str] | None:
    """A title made from the first sentence that makes one: the sentence itself, or its first clauses."""
    for line in page.article[:6]:
        for sentence in sentences(without(line.text[:1200], page, words), words.abbreviations)[:4]:
            made = headline(_without_dateline(sentence, page))
            if made:
                return scored(made, "inferred", "first-sentences", page.document, line.block.span, sentence)
    for line in page.article[:6]:
        made = _cut(one_line(line.text).replace("#", ""), _MADE_LONGEST)
        if made:
            return scored(made, "inferred", "first-words", page.document, line.block.span, line.text)
    return None


_DATELINE = 60
_DAY_NAME = 3
_AND_FROM = 60
_AND = re.compile(r" (?:et|ou|and|or|und|oder) ")
_CLAUSE = re.compile(
    r"[,;:]\s+(?:où|qui|que|dont|alors|selon|après|avant|tandis|mais|et|notamment|where|who|which|while|but|and|after|wo|der|die|das|aber)\b|[;:–—]\s|\s\(|,\s"
)


def _without_dateline(sentence: str, page: Page) -> str:
    """A sentence without the day it begins with: "Ce jeudi (18 mai 2023), " or "Lundi matin, "."""
    head = fold(sentence[:_DATELINE])
    comma = re.search(r"(?:^|\)|[^\d]),\s", head)
    if not comma:
        return sentence
    opening = re.sub(r"^(?:ce|cette|this|on|le|am|der|den)\s", "", head[: comma.end()])
    first = re.split(r"[\s,.(]", opening, maxsplit=1)[0]
    return sentence[comma.end() :] if first in page.dates.weekdays and len(first) > _DAY_NAME else sentence


def headline(sentence: str) -> str:
    """A sentence as a headline: its final point off, cut where a clause ends; "" where it makes none."""
    text = one_line(sentence.replace("#", ""))
    text = text.strip(" *_").rstrip(".")
    if len(text) < 25 or text.count("«") != text.count("»") or text.count("“") != text.count("”"):
        return ""
    text = text[0].upper() + text[1:]
    if len(text) <= _MADE_LONGEST:
        return text
    ends = [match.start() for match in _CLAUSE.finditer(text) if 35 <= match.start() <= _MADE_LONGEST]
    ends = ends or [m.start() for m in _AND.finditer(text) if _AND_FROM <= m.start() <= _MADE_LONGEST]
    for end in reversed(ends):
        part = text[:end]
        if part.count("(") == part.count(")") and part.count("«") == part.count("»"):
            return part
    return ""


def _cut(text: str, longest: int) -> str:
    """A text cut between words, an ellipsis at the cut."""
    if len(text) <= longest:
        return text.rstrip(".")
    return text[: longest - 1].rpartition(" ")[0].rstrip(" ,;:–—-(«") + "…"
