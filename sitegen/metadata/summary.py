"""The article in two or three sentences: the author's own, or the text's most central ones."""

import re
from collections import Counter

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import is_caption
from sitegen.metadata.dateline import without
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.opening import has_address, told
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
_BUTTONS = 14  # and with what shares the page among them
_TELLING = ("dateline", "byline", "prose")
_EMPHASIS = lazily(r"(\*{1,3}|_{1,3})[^*_\s][^*_]*\1")
_ALIKE = 0.6  # of a sentence's words, for it to repeat another
_OPENING = 2  # sentences of the article's opening that are enough for a summary
_TITLE_AGAIN = 1.3  # of the title's length: a sentence that begins with it and is no longer says no more
_ENDED = lazily(r"[.!?…][»”\"' *_)\u00a0\u202f]*$")
_HASHTAG = lazily(r"#(?=[^\W\d_])")
_PAIRS = (("«", "»"), ("“", "”"), ("(", ")"))
_TAIL = 12  # characters at a sentence's end among which its full stop stands
_WORD = lazily(r"[^\W\d_]{3,}")
_START = 60  # characters of a sentence in which the words stand that tie it to the one before
_MOST_LEANING = 3  # of them
_APART = lazily(r"[^\w'-]+")


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
        text = _behind_title(text, title.value, words)
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


def _behind_title(text: str, title: str, words: Words) -> str:
    """A summary without its first sentence where that is the title and another stands behind it."""
    first, *rest = sentences(text, words.abbreviations) or [""]
    return text[len(first) :].strip() if rest and _says_title(first, fold(title), 1) else text


def _says_title(sentence: str, title: str, most: float) -> bool:
    """Whether a sentence is the folded title, or begins with it and is at most so much longer."""
    folded, title = fold(sentence).rstrip(" ."), title.rstrip(" .…")
    return bool(title) and folded.startswith(title) and len(folded) <= most * len(title)


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
    near = [line for line in page.lines[title_at + 1 : title_at + 1 + _HEAD + _BUTTONS] if line.text]
    for at, line in enumerate(near[:_HEAD]):
        if line.kept and line.block.kind in ("paragraph", "quote") and len(line.text) > _META:
            if has_address(line.text):
                return None
            if _is_credit(near[at + 1 : at + 2], page, words):
                continue  # a picture's caption
            after = [one for one in near[at + 1 : at + 1 + _BUTTONS] if one.block.kind != "image"]
            after = _without_buttons(after)[:_BETWEEN]
            ended = _ENDED.search(line.text) and len(line.text) <= _STANDFIRST
            text = next((one for one in after if len(one.text) > _META and one.kept), None)
            between = after[: after.index(text)] if text else []
            apart = _EMPHASIS.fullmatch(line.block.text) or any(_is_meta(one, page, words) for one in between)
            return line if ended and text and apart and not _EMPHASIS.fullmatch(text.block.text) else None
    return None


def _is_credit(below: list[Line], page: Page, words: Words) -> bool:
    """Whether the line below one says whose picture that one tells of."""
    few = [one for one in below if len(one.text) <= _META]
    return any(one.text.startswith("©") or is_caption(page.folded(one), words) for one in few)


def _without_buttons(lines: list[Line]) -> list[Line]:
    """The lines but for those that a rule cuts by their words, as what shares a page; days and names stay."""
    return [one for one in lines if one.kept or not one.rule or one.rule.startswith(_TELLING)]


def _is_meta(line: Line, page: Page, words: Words) -> bool:
    """Whether a line tells the day or the author."""
    return len(line.text) <= _META and (page.is_dated(line) or byline_start(page.folded(line), words) > 0)


class _Sentence(Struct, frozen=True):
    """A sentence of the article: its paragraph's place, its words that carry meaning, its lines."""

    place: int
    text: str
    tokens: frozenset[str]
    span: Span
    after: int | None = None  # for one that leans on the sentence before: that one's place among these


def chosen(page: Page, title: str, words: Words) -> tuple[str, Span | None]:
    """Two or three sentences of the kept text in their order, by place and by what they share with others."""
    pool = _pool(page, title, words)
    scores = _scores(pool, frozenset(_WORD.findall(fold(title))), words)
    picked: list[int] = []
    room = _LONGEST
    left = sorted(range(len(pool)), key=lambda one: (-scores[one], one))
    while len(picked) < _MOST and room >= _SHORTEST_SENTENCE:
        at = next((one for one in left if _fits(one, pool, picked, room)), None)
        if at is None:
            break
        left.remove(at)
        picked.append(at)
        room -= len(pool[at].text) + 1
    picked.sort()
    if not picked:
        return "", None
    return " ".join(pool[at].text for at in picked), Span(
        pool[picked[0]].span.line, pool[picked[-1]].span.end_line
    )


def _fits(at: int, pool: list[_Sentence], picked: list[int], room: int) -> bool:
    """Whether a sentence may join those picked: it has room, tells more, and what it leans on is there."""
    one = pool[at]
    if len(one.text) + 1 > room or (one.after is not None and one.after not in picked):
        return False
    known = max((len(one.tokens & pool[other].tokens) for other in picked), default=0)
    return known < _ALIKE * max(1, len(one.tokens))


def _pool(page: Page, title: str, words: Words) -> list[_Sentence]:
    """The sentences that a summary may be made of: those of the opening, or of all where it has too few.

    There are none where no line can stand by itself, as in a chronology; the title is not said again.
    """
    lines = list(told(page, title, words))
    known = fold(title)
    pool = _sentences([one.line for one in lines if one.opening], known, page, words)
    if len(pool) < _OPENING and not all(one.opening for one in lines):
        pool = _sentences([one.line for one in lines], known, page, words)
    return pool or _sentences([one.line for one in lines[:1]], "", page, words)


def _sentences(lines: list[Line], title: str, page: Page, words: Words) -> list[_Sentence]:
    """The first whole sentences of these lines, none too short or too long to stand in a summary.

    One that leans on the one before is none unless that is one, nor is one that spells out an address or says
    the folded title again.
    """
    pool: list[_Sentence] = []
    for place, line in enumerate(lines):
        folded, at = page.folded(line), 0
        before: int | None = None
        for number, sentence in enumerate(sentences(without(line.text, page, words), words.abbreviations)):
            at = line.text.find(sentence, at)
            leans = bool(place or number) and _leans(sentence, words)
            text = one_line(_HASHTAG.sub("", sentence)) if "#" in sentence else one_line(sentence)
            if not _may_stand(text, title) or (leans and before is None):
                before = None
                continue
            tokens = frozenset(_WORD.findall(folded, at, at + len(sentence))) - words.stop_words
            pool.append(_Sentence(place, text, tokens, line.block.span, before if leans else None))
            before = len(pool) - 1
        if len(pool) >= _LOOK:
            break
    return pool


def _may_stand(sentence: str, title: str) -> bool:
    """Whether a sentence is whole, neither too short nor too long, without addresses and not the title."""
    if not _SHORTEST_SENTENCE <= len(sentence) < _LONGEST_SENTENCE:
        return False
    ended = _ENDED.search(sentence, len(sentence) - _TAIL)
    if sentence.count("«") != sentence.count("»"):
        return False
    return bool(ended) and not has_address(sentence) and not _says_title(sentence, title, _TITLE_AGAIN)


def _leans(sentence: str, words: Words) -> bool:
    """Whether a sentence begins with words that need the one before it: "Il", "Mais", "En revanche"."""
    start = fold(sentence[:_START]).lstrip("«“\"'( ")
    said = _APART.split(start, _MOST_LEANING)
    return any(" ".join(said[:count]) in words.leaning for count in range(1, _MOST_LEANING + 1))


def _scores(pool: list[_Sentence], wanted: frozenset[str], words: Words) -> list[float]:
    """How fit each sentence is to stand for the article."""
    frequency = Counter(word for sentence in pool for word in sentence.tokens)
    scores = []
    for at, one in enumerate(pool):
        size = len(one.tokens)
        share = (sum(map(frequency.__getitem__, one.tokens)) - size) / (size + 4)
        score = share + 0.25 * len(wanted & one.tokens) + (1.6 if at == 0 else 0.8 / (1 + one.place))
        if at and one.after is None and fold(one.text.split(" ", 1)[0]).rstrip(",") in words.pointing:
            score -= 0.8
        if one.text[0] in "«“\"'(–—" or "?" in one.text:
            score -= 0.6
        uneven = any(one.text.count(left) != one.text.count(right) for left, right in _PAIRS)
        if uneven or one.text.count('"') % 2:
            score -= 1.0
        scores.append(score)
    return scores
