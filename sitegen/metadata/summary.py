"""The article in two or three sentences: the author's own, or the text's most central ones."""

import re
from collections import Counter

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.dateline import without
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page
from sitegen.metadata.title.wording import one_line
from sitegen.model import Field, Span
from sitegen.text.bylines import byline_start
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.markdown import plain
from sitegen.text.sentences import sentences

_LONGEST = 400
_SHORTEST_SENTENCE = 40
_LONGEST_SENTENCE = 330
_LOOK = 16  # sentences that are weighed
_MOST = 3  # sentences
_HEAD = 12  # lines under the title in which a standfirst begins
_META = 90  # characters up to which a line may tell the day or the author
_STANDFIRST = 400
_BETWEEN = 6  # lines between a standfirst and the text
_EMPHASIS = lazily(r"(\*{1,3}|_{1,3})[^*_\s][^*_]*\1")
_ALIKE = 0.6  # of a sentence's words, for it to repeat another
_ENDED = lazily(r"[.!?…][»”\"' *_)\u00a0\u202f]*$")
_HASHTAG = lazily(r"#(?=[^\W\d_])")
_TAIL = 12  # characters at a sentence's end among which its full stop stands
_WORD = lazily(r"[^\W\d_]{3,}")


def describe_summary(
    page: Page,
    given: Given,
    title: Field[str],
    words: Words,
) -> Field[str]:
    """The summary given (a description that repeats the title is none), the standfirst, else one chosen."""
    document = page.document
    found: list[Scored[str]] = []
    for name, entry, rank in given.of("summary", "description"):
        text = plain(one_long_line(entry.value)) if isinstance(entry.value, str) else ""
        if text and fold(text).rstrip(" .") != fold(title.value).rstrip(" ."):
            score = 1.0 if name == "summary" else 0.5
            found.append(
                scored(text, rank, reader(rank, name), given.home(rank, document), entry.span, text, score)
            )
    if not found:
        lead = standfirst(page, page.place_of(title), words)
        text, span = (one_line(lead.text), lead.block.span) if lead else chosen(page, title.value, words)
        if text:
            detector = "standfirst" if lead else "central-sentences"
            found.append(scored(text, "inferred", detector, document, span, text))
    return elect(found, "")


def one_long_line(text: str) -> str:
    """A text on one line, without control characters, at most 2,000 characters."""
    return re.sub(
        r"\s+", " ", re.sub(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069]", " ", text[:2000])
    ).strip()


def standfirst(page: Page, title_at: int, words: Words) -> Line | None:
    """The short paragraph between the title and the text; None where nothing sets one off from the text.

    What sets it off: bold or slanting letters throughout, or a line with the day or the author after it.
    """
    if title_at < 0:
        return None
    near = [line for line in page.lines[title_at + 1 : title_at + 1 + _HEAD] if line.text]
    for at, line in enumerate(near):
        if line.kept and line.block.kind in ("paragraph", "quote") and len(line.text) > _META:
            after = [one for one in near[at + 1 : at + 1 + _BETWEEN] if one.block.kind != "image"]
            ended = _ENDED.search(line.text) and len(line.text) <= _STANDFIRST
            text = next((one for one in after if len(one.text) > _META and one.kept), None)
            between = after[: after.index(text)] if text else []
            apart = _EMPHASIS.fullmatch(line.block.text) or any(_is_meta(one, page, words) for one in between)
            return line if ended and text and apart and not _EMPHASIS.fullmatch(text.block.text) else None
    return None


def _is_meta(line: Line, page: Page, words: Words) -> bool:
    """Whether a line tells the day or the author."""
    return len(line.text) <= _META and (page.is_dated(line) or byline_start(page.folded(line), words) > 0)


class _Sentence(Struct, frozen=True):
    """A sentence of the article: its paragraph's place, its words that carry meaning, its lines."""

    place: int
    text: str
    tokens: frozenset[str]
    span: Span


def chosen(page: Page, title: str, words: Words) -> tuple[str, Span | None]:
    """Two or three sentences of the kept text in their order, by place and by what they share with others."""
    pool = _pool(page, words)
    scores = _scores(pool, frozenset(_WORD.findall(fold(title))), words)
    picked: list[int] = []
    room = _LONGEST
    for at in sorted(range(len(pool)), key=lambda one: (-scores[one], one)):
        size = len(pool[at].text) + 1
        known = (len(pool[at].tokens & pool[other].tokens) for other in picked)
        if size <= room and max(known, default=0) < _ALIKE * max(1, len(pool[at].tokens)):
            picked.append(at)
            room -= size
        if len(picked) == _MOST or room < _SHORTEST_SENTENCE:
            break
    picked.sort()
    if not picked:
        return "", None
    return " ".join(pool[at].text for at in picked), Span(
        pool[picked[0]].span.line, pool[picked[-1]].span.end_line
    )


def _pool(page: Page, words: Words) -> list[_Sentence]:
    """The article's first whole sentences, none too short or too long to stand in a summary."""
    pool: list[_Sentence] = []
    for place, line in enumerate(one for one in page.article if one.block.kind in ("paragraph", "quote")):
        if len(line.text) < _SHORTEST_SENTENCE:
            continue
        folded, at = page.folded(line), 0
        for sentence in sentences(without(line.text, page, words), words.abbreviations):
            at = line.text.find(sentence, at)
            if not _SHORTEST_SENTENCE <= len(sentence) < _LONGEST_SENTENCE or not _ENDED.search(
                sentence, len(sentence) - _TAIL
            ):
                continue
            text = one_line(_HASHTAG.sub("", sentence)) if "#" in sentence else one_line(sentence)
            tokens = frozenset(_WORD.findall(folded, at, at + len(sentence))) - words.stop_words
            pool.append(_Sentence(place, text, tokens, line.block.span))
        if len(pool) >= _LOOK:
            break
    return pool


def _scores(pool: list[_Sentence], wanted: frozenset[str], words: Words) -> list[float]:
    """How fit each sentence is to stand for the article."""
    frequency = Counter(word for sentence in pool for word in sentence.tokens)
    scores = []
    for at, one in enumerate(pool):
        size = len(one.tokens)
        share = (sum(map(frequency.__getitem__, one.tokens)) - size) / (size + 4)
        score = share + 0.25 * len(wanted & one.tokens) + (1.6 if at == 0 else 0.8 / (1 + one.place))
        if at and fold(one.text.split(" ", 1)[0]).rstrip(",") in words.pointing:
            score -= 0.8
        if one.text[0] in "«“\"'(–—" or "?" in one.text:
            score -= 0.6
        if one.text.count("«") != one.text.count("»") or one.text.count("(") != one.text.count(")"):
            score -= 1.0
        scores.append(score)
    return scores
