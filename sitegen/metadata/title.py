"""What the article is called."""

import re
from collections import Counter

from sitegen.config.lexicon import Words
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page
from sitegen.model import Declared, Diagnostic, Field, Where
from sitegen.text.dates import DatePattern, find_dates
from sitegen.text.fold import fold
from sitegen.text.recase import in_capitals, names_in, sentence_case
from sitegen.text.sentences import sentences

_ABOVE = 60  # lines above the article in which its title is looked for
_BELOW = 3
_SHORTEST = 12
_LONGEST = 240
_MADE_LONGEST = 110
_WORD = re.compile(r"[^\W\d_]{4,}|\d{2,}")
_LEAST = 1.0  # score from which a line is a title
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def describe_title(
    page: Page, declared: dict[str, Declared], override: dict[str, Declared], words: Words, dates: DatePattern
) -> tuple[Field[str], list[Diagnostic]]:
    """The title and its rivals; where the page states none, one made from the first sentences."""
    document = page.document
    found: list[Scored[str]] = []
    notes: list[Diagnostic] = []
    for entries, rank, detector in (
        (override, "override", "override"),
        (declared, "declared", "front-matter-title"),
    ):
        entry = entries.get("title")
        if entry is None:
            continue
        if isinstance(entry.value, str):
            title = one_line(entry.value)
            if title:
                found.append(scored(title, rank, detector, document, entry.span, entry.value, 1.0))  # type: ignore[arg-type]
        else:
            message = f"{entry.key}: expected a text, found a list"
            notes.append(
                Diagnostic(
                    "value-type", "warning", Where(document.path, entry.span), message, "write one title"
                )
            )
    found += _stated(page, words, dates)
    if not found:
        made = _made(page, words)
        if made:
            found.append(made)
    return elect(found, ""), notes


def one_line(text: str) -> str:
    """A text on one line, without control characters, bounded."""
    return re.sub(r"[ \t]{2,}", " ", _CONTROL.sub(" ", text[: 4 * _LONGEST])).strip()[: 2 * _LONGEST]


def _stated(page: Page, words: Words, dates: DatePattern) -> list[Scored[str]]:
    """The page's lines that may be its title, with what speaks for each."""
    first = max(0, page.start - _ABOVE)
    window = [
        line for line in page.lines[first : page.start + _BELOW] if _SHORTEST <= len(line.text) <= _LONGEST
    ]
    if not window:
        return []
    body = _content(
        "\n".join(
            line.text
            for line in page.lines[page.start : page.start + 40]
            if len(line.text) > 60 and line.kept
        )[:5000]
    )
    if not body:
        return []
    head_texts = [fold(line.text) for line in page.lines[max(0, page.start - 150) : page.start + _BELOW]]
    repeats = Counter(head_texts)
    found: list[Scored[str]] = []
    related = -99
    for line in window:
        folded = fold(line.text)
        if folded.rstrip(" :") in words.related:
            related = line.at
            continue
        score = _score(line, folded, page, body, words, repeats, dates)
        if line.at - related <= 6:
            score -= 1.6
        if score < _LEAST:
            continue
        found.append(_candidate(line, page, words, score))
    return found


def _score(
    line: Line,
    folded: str,
    page: Page,
    body: Counter[str],
    words: Words,
    repeats: Counter[str],
    dates: DatePattern,
) -> float:
    """How much a line speaks for being the title."""
    text = line.text
    tokens = _WORD.findall(folded)
    if not tokens or line.block.kind in ("image", "code", "table", "rule", "html"):
        return 0.0
    count = len(text.split())
    if count < 2:
        return 0.0
    content = [token for token in tokens if token not in words.stop_words]
    shared = sum(1 for token in content if token in body or token[:5] in body) / max(2, len(content))
    score = 2.2 * shared
    if line.block.kind == "heading":
        score += {1: 2.5, 2: 1.0}.get(line.block.level, 0.3)
    score += 0.5 if 5 <= count <= 22 else -0.4 if count < 4 or count > 32 else 0.0
    score += min(1.2, 0.6 * (repeats[folded] - 1))
    if "\n" not in text and any(
        folded != other and len(other) < len(folded) + 60 and folded in other for other in repeats
    ):
        score += 0.5
    distance = page.start - line.at
    score -= 0.04 * max(0, distance - 2) if distance >= 0 else 0.5
    if text.endswith((".", ",", ";")) and not text.endswith("..."):
        score -= 1.2 if line.block.kind == "heading" else 3.0
    elif text.endswith(":"):
        score -= 0.8
    if not text[0].isupper() and not text[0].isdigit() and text[0] not in "«“\"'‘[(":
        score -= 0.5
    if line.block.kind == "item":
        score -= 0.6
    if line.flat:
        score -= 2.0
    if any(token in words.furniture for token in content) and shared < 0.4:
        score -= 0.6
    if "©" in text or "http" in text or "@" in text:
        score -= 1.5
    found = find_dates(folded, dates)
    if found and sum(one.end - one.start for one in found if one.year) > 0.35 * len(text):
        score -= 1.5
    if (
        folded.startswith(words.byline)
        and count < 8
        and not text.endswith("?")
        and _byline_start(folded, words)
    ):
        score -= 1.0
    return score


def _byline_start(folded: str, words: Words) -> bool:
    return any(folded.startswith(phrase + " ") or folded.startswith(phrase + ":") for phrase in words.byline)


def _content(text: str) -> Counter[str]:
    """The words of the article, and their first five letters, which inflected forms share."""
    tokens = _WORD.findall(fold(text))
    found = Counter(tokens)
    for token in list(found):
        if len(token) > 5:  # noqa: PLR2004
            found[token[:5]] += 1
    return found


def _candidate(line: Line, page: Page, words: Words, score: float) -> Scored[str]:
    """A line as a title: capitals recased."""
    text = one_line(line.text)
    detector = "heading" if line.block.kind == "heading" else "title-line"
    if in_capitals(text):
        names = names_in(other.text for other in page.article[:40])
        text = sentence_case(text, names, words.acronyms)
        detector = "capitals-line"
    return scored(text, "stated", detector, page.document, line.block.span, line.text, score)


def _made(page: Page, words: Words) -> Scored[str] | None:
    """A title made from the first sentence that makes one: the sentence itself, or its first clauses."""
    for line in page.article[:6]:
        for sentence in sentences(line.text[:1200], words.abbreviations)[:4]:
            made = headline(sentence)
            if made:
                return scored(made, "inferred", "first-sentences", page.document, line.block.span, sentence)
    for line in page.article[:6]:
        made = _cut(one_line(line.text).replace("#", ""), _MADE_LONGEST)
        if made:
            return scored(made, "inferred", "first-words", page.document, line.block.span, line.text)
    return None


_OPENING = re.compile(
    r"^(?:(?:ce|le|la|this|am)\s+)?(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b[^,]{0,30}(?:\([^)]{0,40}\))?[^,]{0,10},\s*",
    re.IGNORECASE,
)
_CLAUSE = re.compile(
    r"[,;:]\s+(?:où|qui|que|dont|alors|selon|après|avant|tandis|mais|et|notamment|where|who|which|while|but|and|after|wo|der|die|das|aber)\b|[;:–—]\s|\s\(|,\s"
)


def headline(sentence: str) -> str:
    """A sentence as a headline: its dateline and final point off, cut where a clause ends; "" where it makes none."""
    text = one_line(_OPENING.sub("", sentence.replace("#", "")))
    text = text.strip(" *_").rstrip(".")
    if len(text) < 25 or text.count("«") != text.count("»") or text.count("“") != text.count("”"):
        return ""
    text = text[0].upper() + text[1:]
    if len(text) <= _MADE_LONGEST:
        return text
    ends = [match.start() for match in _CLAUSE.finditer(text) if 35 <= match.start() <= _MADE_LONGEST]
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
