"""The article in two or three sentences: the author's own, or the text's most central ones."""

import re
from collections import Counter

from sitegen.config.lexicon import Words
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Page
from sitegen.metadata.title import one_line
from sitegen.model import Cleaned, Declared, Field, Span
from sitegen.text.fold import fold
from sitegen.text.markdown import plain
from sitegen.text.sentences import sentences

_LONGEST = 400
_SHORTEST_SENTENCE = 40
_LONGEST_SENTENCE = 330
_LOOK = 16  # sentences that are weighed
_WORD = re.compile(r"[^\W\d_]{3,}")
_POINTING = re.compile(
    r"^(?:mais|et|or|donc|il|elle|ils|elles|cela|cette|ce|ces|celui|celle|selon lui|selon elle|de plus|par ailleurs|enfin|ensuite|ainsi|toutefois|"
    r"cependant|but|and|it|he|she|they|this|these|that|however|also|so|er|sie|es|aber|und|dies|diese|dieser|doch|auch)\b",
    re.IGNORECASE,
)


def describe_summary(
    page: Page,
    cleaned: Cleaned,
    declared: dict[str, Declared],
    override: dict[str, Declared],
    title: str,
    words: Words,
) -> Field[str]:
    """The summary given in front matter (a description that only repeats the title is none), else one chosen."""
    document = page.document
    found: list[Scored[str]] = []
    for entries, rank in ((override, "override"), (declared, "declared")):
        for name, score in (("summary", 1.0), ("description", 0.5)):
            entry = entries.get(name)
            if entry is None or not isinstance(entry.value, str):
                continue
            text = plain(one_long_line(entry.value))
            if text and fold(text).rstrip(" .") != fold(title).rstrip(" ."):
                detector = "override" if rank == "override" else f"front-matter-{name}"
                found.append(scored(text, rank, detector, document, entry.span, text, score))  # type: ignore[arg-type]
    if not found:
        text, span = chosen(page, title, words)
        if text:
            found.append(scored(text, "inferred", "central-sentences", document, span, text))
    return elect(found, "")


def one_long_line(text: str) -> str:
    """A text on one line, without control characters, at most 2,000 characters."""
    return re.sub(
        r"\s+", " ", re.sub(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", " ", text[:2000])
    ).strip()


def chosen(page: Page, title: str, words: Words) -> tuple[str, Span | None]:
    """Two or three sentences of the kept text, in their order, by what they share with the rest and where they stand."""
    pool: list[tuple[int, str, Span]] = []
    for place, line in enumerate(one for one in page.article if one.block.kind in ("paragraph", "quote")):
        if len(line.text) < _SHORTEST_SENTENCE:
            continue
        for sentence in sentences(line.text, words.abbreviations):
            text = one_line(sentence) if len(sentence) < _LONGEST_SENTENCE else ""
            if len(text) >= _SHORTEST_SENTENCE and text.rstrip("»”\"' *_)").endswith((".", "!", "?", "…")):
                pool.append((place, text, line.block.span))
        if len(pool) >= _LOOK:
            break
    if not pool:
        return "", None
    tokens = [
        frozenset(word for word in _WORD.findall(fold(text)) if word not in words.stop_words)
        for _, text, _ in pool
    ]
    frequency = Counter(word for sentence in tokens for word in sentence)
    wanted = frozenset(_WORD.findall(fold(title)))
    scores = []
    for at, (place, text, _) in enumerate(pool):
        share = sum(frequency[word] - 1 for word in tokens[at]) / (len(tokens[at]) + 4)
        score = share + 0.25 * len(wanted & tokens[at]) + (1.6 if at == 0 else 0.8 / (1 + place))
        if _POINTING.match(text) and at:
            score -= 0.8
        if text[0] in "«“\"'(–—" or "?" in text:
            score -= 0.6
        if text.count("«") != text.count("»") or text.count("(") != text.count(")"):
            score -= 1.0
        scores.append(score)
    picked: list[int] = []
    room = _LONGEST
    for at in sorted(range(len(pool)), key=lambda one: (-scores[one], one)):
        size = len(pool[at][1]) + 1
        overlap = max(
            (len(tokens[at] & tokens[other]) / max(1, len(tokens[at])) for other in picked), default=0
        )
        if size <= room and overlap < 0.6:
            picked.append(at)
            room -= size
        if len(picked) == 3 or room < _SHORTEST_SENTENCE:
            break
    picked.sort()
    spans = [pool[at][2] for at in picked]
    return " ".join(pool[at][1] for at in picked), Span(spans[0].line, spans[-1].end_line) if spans else None
