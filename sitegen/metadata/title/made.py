"""A title made from the article's first sentences, for a page that states none."""

# ruff: noqa: PLR2004 - lengths of headlines, beside what they are compared with

import re

from sitegen.config.lexicon import Words
from sitegen.metadata.dateline import without
from sitegen.metadata.ladder import Scored, scored
from sitegen.metadata.page import Page
from sitegen.metadata.title.wording import one_line
from sitegen.text.bylines import in_office
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.sentences import sentences

_LONGEST = 110
_CREDITED = lazily(r"^\([^()]{4,80}\) ?[–—-] (?=\S)")
_DATELINE = 60  # characters in which a day stands that a sentence begins with
_DAY_NAME = 3  # letters of one cut short
_AND_FROM = 60  # characters before an "et" at which a sentence may be cut
_AND = lazily(r" (?:et|ou|and|or|und|oder) ")
_CLAUSE = lazily(
    r"[,;:]\s+(?:où|qui|que|dont|alors|selon|après|avant|tandis|mais|et|notamment|where|who|which|while|but|and|after|wo|der|die|das|aber)\b|[;:–—]\s|\s\(|,\s"
)


def made_title(page: Page, words: Words) -> Scored[str] | None:
    """A title made from the first sentence that makes one: the sentence itself, or its first clauses."""
    text = [line for line in page.article[:6] if not in_office(line.text, words)]
    for line in text:
        for sentence in sentences(without(line.text[:1200], page, words), words.abbreviations)[:4]:
            made = headline(_without_dateline(sentence, page))
            if made:
                return scored(made, "inferred", "first-sentences", page.document, line.block.span, sentence)
    for line in text:
        made = _cut(one_line(line.text).replace("#", ""), _LONGEST)
        if made:
            return scored(made, "inferred", "first-words", page.document, line.block.span, line.text)
    return None


def _without_dateline(sentence: str, page: Page) -> str:
    """A sentence without the day it begins with: "Ce jeudi (18 mai 2023), " or "Lundi matin, ".

    Brackets and a dash say who speaks, as well: "(Anne Petit – Le Fil) – ".
    """
    sentence = _CREDITED.sub("", sentence, count=1)
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
    if len(text) <= _LONGEST:
        return text
    ends = [match.start() for match in _CLAUSE.finditer(text) if 35 <= match.start() <= _LONGEST]
    ends = ends or [m.start() for m in _AND.finditer(text) if _AND_FROM <= m.start() <= _LONGEST]
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
