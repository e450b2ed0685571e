# ruff: noqa: PLR2004 - the numbers are thresholds of features, each named in NAMES
"""Which line of a page is its title: what speaks for each line, weighed together."""

import math
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from operator import itemgetter, mul
from typing import NamedTuple

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import has_credit
from sitegen.metadata.page import Line, Page, is_recent
from sitegen.text.bylines import is_named, names_alone, opens_byline, paper_of
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.markdown import images

_ABOVE = 80  # lines above the article in which its title is looked for
_BELOW = 25
_NEXT = 13  # lines under a title in which a date or an author may follow
_SHORTEST = 8
_TIMES = 4  # that a page says its own day, at most
_LONGEST = 240
_BODY = 1800
_META = 130
_TOLD = 90
_LABEL = 40
_NAMES = 70
_FEW_WORDS = 3
_BESIDE = 2  # lines from a date in which a line of names is a byline
_RUNNING = 60
_LONG_AGO = -99  # a place far from any line
_WORD = lazily(r"[^\W\d_]{4,}|\d{2,}")
_TRAIL = lazily(r"[|›»>/•·]")
_DASHES = (" - ", " – ", "::")
_CREDITED = lazily(r"[:©/(]")  # what stands after "photo" in a credit
_NETWORKS = (
    "facebook|twitter|x|whatsapp|linkedin|instagram|telegram|bluesky|mastodon|threads|e-?mail|pinterest|tiktok"
    "|youtube|reddit|messenger|courriel|tumblr|pocket|skype|stumbleupon|flipboard|xing|viber|signal"
)
_SHARE = lazily(
    r"\W{0,4}(?:je |i |clique[rz] pour |click to |haz clic para |fai clic (?:qui )?per )?"
    r"(?:partage[rz]?|share|teilen|compartir|condividi|envoye[rz]|suivez|follow|retrouvez) "
    rf"(?:[\w'-]{{1,14}} ){{0,5}}(?:sur|on|auf|via|su|en|par|by) (?:{_NETWORKS})\b"
)  # "Partager sur Facebook", "Je partage sur Facebook mes recettes": a button, not a title
_LINK_LINE = lazily(r"^\W{0,4}!?\[.*\]\([^)\n]*\)\W*$")
# Verdicts on where a line stands, not on what it says: titles have these, no boilerplate rule's.
_BY_PLACE = frozenset(("prose", "title-line", "after-end", "repeated-title"))
_NO_TEXT = frozenset(("image", "code", "table", "rule", "html"))
_CLOCK = lazily(r"\d{1,2} ?[:h] ?\d\d")
_SENTENCES = lazily(r"[^\W\d_]{2}\. [^#]{10,}(?:\.|#\w+)$")  # two sentences, or one and hashtags
_CUT = ("(...)", "(…)", "[...]", "[…]")
_EXCERPT = lazily(  # a sentence and more
    r"[^\W\d_]{2}[.!?] \S.{20,}(?:[.…?!]|\.\.\.[)\]]|…[)\]]|[.!?] ?\([^()]{2,40}\))$"
)
_CREDIT = lazily(
    r"\b(?:photos?|credits?|illustrations?|foto|bild) ?[:©/(]"
)  # "… le 3 mai. Photo : Anne Petit"
_RESULT = lazily(r"^[^\d:]{2,40} - [^\d:]{2,40}[ :]{1,3}\d{1,3} ?- ?\d{1,3}\W*$")  # "Valmont - Lunay : 27-24"
# "6 thoughts on “The Bridge”", "Une réflexion sur « Le pont »"
_THOUGHTS = lazily(
    r"(?:\d{1,4}|[^\W\d_]{2,4}) [^\W\d_]{4,14} [^\W\d_]{1,4} ?[«“„\"]\s?(.{8,240}?)\s?[»”“\"]$"
)
_CLOSING = '»”“"'
_GLUED = lazily(r"[A-ZÀ-Ý](?<=[a-zà-ÿ?!].)")
# A digit, or a sign of a script that may have its own: said by all the others, since a class that holds a
# million signs takes 9 ms to compile.
_DIGIT = lazily("[^\x00-/:-±´-¸º-\u024f\u2010-\u206f]")
_PLACE_AND_DAY = lazily(r",? (?:le|on|am|in|a) \d{1,2}(?!\d|[.,]\d)|\b(?:19|20)\d\d\b")

# What a line says by itself, and what its place in the page adds.
OWN = (
    "bias", "h1", "h2", "h3", "words-2", "words-4", "words-5-18", "words-15-26", "words-30",
    "ends-full", "ends-colon", "ends-question", "ends-cut", "small-start", "item", "caption", "has-day",
    "furniture", "trail", "link-line", "flat", "colon", "quote", "glued", "clock", "digits", "result",
)  # fmt: skip
PLACED = (
    "shared", "shared-most", "lead-shared", "unshared", "repeats", "above", "below", "related",
    "date-follows", "byline-follows", "date-before", "first-alike", "long-follows", "byline", "deepest",
    "first-h1", "lead-distance", "after-strong", "long-before", "ticker", "whole-date", "noise", "press",
    "quoted",
)  # fmt: skip
COMPARED = ("contained", "contains", "alike")  # with every other line
NAMES = (*OWN, *PLACED, *COMPARED)
_own_values, _placed_values = itemgetter(*OWN), itemgetter(*PLACED)  # of features by name, in this order
_AT = {name: at for at, name in enumerate(NAMES)}


# What each feature adds, fitted on pages of 380 sites in English, German and French (a softmax over a page's
# lines and "none"). Each can be read by itself: a full stop tells against a line, a first heading for it.
# Pages: WCXB by Murrough-Foley (annotations CC BY 4.0), fundus (MIT), mozilla/readability's test pages.
WEIGHTS: dict[str, float] = {
    "bias": -3.86,
    "h1": 1.23,
    "h2": -0.28,
    "h3": -0.27,
    "shared": 2.31,
    "shared-most": 1.83,
    "lead-shared": -0.11,
    "words-2": -1.81,
    "words-4": -0.71,
    "words-5-18": 1.16,
    "words-30": -1.59,
    "repeats": 0.44,
    "contained": 1.18,
    "contains": 0.96,
    "ends-full": -4.17,
    "ends-colon": -1.84,
    "ends-question": 0.26,
    "small-start": -2.51,
    "item": -2.11,
    "above": -0.52,
    "below": -2.25,
    "caption": -2.35,
    "has-day": 0.86,
    "related": -1.18,
    "furniture": -1.36,
    "date-follows": 2.35,
    "byline-follows": 1.75,
    "date-before": 1.30,
    "trail": -0.42,
    "alike": 0.24,
    "first-alike": 0.67,
    "long-follows": 0.36,
    "link-line": -1.04,
    "flat": -3.76,
    "byline": -1.54,
    "colon": 0.33,
    "quote": 0.39,
    "deepest": -3.40,
    "first-h1": 0.95,
    "lead-distance": -0.31,
    "unshared": 1.32,
    "after-strong": -0.56,
    "glued": -0.95,
    "words-15-26": -0.24,
    "long-before": -0.65,
    "clock": -1.83,
    "ticker": -1.57,
    "ends-cut": -2.42,
    "digits": -1.72,
    "whole-date": -1.2,
    "result": -2.0,  # by hand, as are the next three: the pages have too few
    "noise": -3.0,
    "press": -2.0,
    "quoted": 6.0,
}


_OWN, _PLACED, _COMPARED = (tuple(WEIGHTS[name] for name in names) for names in (OWN, PLACED, COMPARED))
# The most that a line's own features and others may add, and a little for rounding: of any line, and by
# their number of lines of few words without a sign or digit, which hold no other line.
_LIKED = ("bias", "words-5-18", "has-day", "colon", "quote", "ends-question", "contains")
_PROMISE_ANY = 0.01 + WEIGHTS["contained"] + 2 * WEIGHTS["alike"]
_PROMISE = _PROMISE_ANY + sum(WEIGHTS[name] for name in _LIKED)
_PROMISE_FEW = tuple(
    _PROMISE_ANY + WEIGHTS["bias"] + WEIGHTS[few] for few in (*("words-2",) * 3, *("words-4",) * 2)
)
_NAME_WORDS = 5  # of a paper's name
FLOOR = -4.0  # a score of which not even its place makes a line a title
_MOSTLY = 0.5  # of a line's words
_QUOTES = "«“\"'‘"
_HOPELESS = -5.0  # a score that no comparison with other lines lifts to where a rival is worth showing


class Shape(Struct, frozen=True):
    """What a line says by itself: its features in the order of ``OWN``, and their sum."""

    features: tuple[float, ...]
    score: float


class Weighed(Struct, frozen=True):
    """A line, its features in the order of ``NAMES``, and how much speaks for it.

    A score above nought is more than speaks for the page having no title.
    """

    line: Line
    features: tuple[float, ...]
    score: float

    def says(self, name: str) -> float:
        """A feature of the line by its name."""
        return self.features[_AT[name]]


class Said(Struct, frozen=True):
    """A line's words, none of one that is no title; those of them that not every text has.

    ``caption`` is how much tells that it is a picture's, ``button`` whether it shares the page.
    """

    tokens: frozenset[str]
    content: frozenset[str]
    caption: int
    button: bool


@lru_cache(maxsize=8192)
def _read(folded: str, words: Words, *, title: bool = False) -> Said:
    """What a line says; the lines of menus come again on every page of a site.

    A heading of the first level (``title``) may be two sentences.
    """
    tokens = frozenset(_WORD.findall(folded)) if title or not _is_sentence(folded) else _NO_WORDS
    shows = not words.captions.isdisjoint(tokens) or has_credit(folded)
    caption = shows + bool(_CREDITED.search(folded) and _CREDIT.search(folded))
    return Said(tokens, tokens - words.stop_words, caption, bool(_SHARE.match(folded)))


_NO_WORDS: frozenset[str] = frozenset()


@lru_cache(maxsize=8192)
def _shape(
    text: str, folded: str, level: int, item: bool, flat: bool, linked: bool, words: Words,  # noqa: FBT001
) -> Shape:  # fmt: skip
    """A line's own features."""
    said = _read(folded, words)
    count = len(text.split())
    digits = sum(map(str.isdigit, text)) if _DIGIT.search(text) else 0
    end = text.rstrip("*_ »”\"'")[-1:]
    named: dict[str, float] = {
        "bias": 1.0,
        "h1": level == 1,
        "h2": level == 2,
        "h3": level >= 3,
        "words-2": count <= 2,
        "words-4": 3 <= count <= 4,
        "words-5-18": 5 <= count <= 18,
        "words-15-26": 15 <= count <= 26,
        "words-30": count > 26,
        "ends-full": end == "." and not text.endswith("..."),
        "ends-colon": end in (":", ",", ";"),
        "ends-question": end in ("?", "!"),
        "ends-cut": text.endswith(("...", "…")),
        "small-start": text[0].islower(),
        "item": item,
        "caption": said.caption,
        "has-day": digits > 0 and bool(_PLACE_AND_DAY.search(folded)),
        "furniture": len(said.tokens & words.furniture) / max(1, len(said.tokens)),
        "trail": bool(_TRAIL.search(text)) or any(map(text.__contains__, _DASHES)),
        "link-line": linked,
        "flat": flat,
        "colon": ":" in text[:-1],
        "quote": text[0] in _QUOTES,
        "glued": len(_GLUED.findall(text)) >= 2,
        "clock": digits > 0 and bool(_CLOCK.match(folded)),
        "digits": digits > 0.25 * len(text),
        "result": digits > 0 and " - " in folded and bool(_RESULT.search(folded)),
    }
    features = _own_values(named)
    return Shape(features, sum(map(mul, _OWN, features)))


def _shape_of(line: Line, folded: str, level: int, words: Words) -> Shape:
    """A line's shape; ``level`` is a heading's."""
    block = line.block
    linked = "](" in block.text and bool(_LINK_LINE.match(block.text[:1000]))
    return _shape(line.text, folded, level, block.kind == "item", line.flat, linked, words)


def _promise(text: str, folded: str) -> float:
    """The most that what a line says may add to its place's score, where it is no heading."""
    count = len(text.split())
    if count >= len(_PROMISE_FEW) or folded.count(" ") >= len(_PROMISE_FEW):
        return _PROMISE
    if text[0] in _QUOTES or text[-1] in "?!»”\"'*_ " or ":" in text or _DIGIT.search(text):
        return _PROMISE
    return _PROMISE_FEW[count]


def _quoted(page: Page) -> frozenset[str]:
    """What headings of comments under the article say that they are about, folded."""
    under = (line.text for line in page.lines[page.end :] if line.text[-1:] in _CLOSING)
    return frozenset(fold(found[1]) for text in under if (found := _THOUGHTS.match(text)))


class _Window(Struct, frozen=True, eq=False):
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
    rivals: "_Rivals"


def _window(page: Page, words: Words) -> _Window:
    """The window of a page."""
    first, last = max(0, page.start - _ABOVE), min(len(page.lines), page.start + _BELOW)
    lines = page.lines[first:last]
    body = _content(" ".join(_running(page)))
    opening = page.folded(page.lines[page.start])[:500] if page.start < len(page.lines) else ""
    folded = [page.folded(line) if len(line.text) <= _LONGEST else "" for line in lines]
    levels = [line.block.level if line.block.kind == "heading" else 0 for line in lines]
    said = [_read(text, words, title=level == 1) for text, level in zip(folded, levels, strict=True)]
    whole = Counter(text for text in folded if text)
    dated, labelled, signed = _signs(page, lines, folded, words)
    signed = _with_writer_over(signed, page, first, body, words)
    return _Window(
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
        crowd=_crowd(text for text, is_dated in zip(folded, dated, strict=True) if is_dated),
        body=body,
        lead=frozenset(_WORD.findall(opening)),
        times=_with_pictures(whole, lines),
        credited=[text for text, each in zip(folded, said, strict=True) if each.caption],
        quoted=_quoted(page),
        rivals=_Rivals(folded, [each.tokens for each in said], whole),
    )


def _with_pictures(whole: Counter[str], lines: Iterable[Line]) -> Counter[str]:
    """How often each line comes, and what describes a picture, which often is the title."""
    times = whole.copy()
    for line in lines:
        if "![" in line.block.text:
            times.update(fold(alt) for alt, _ in images(line.block.text[:2000]) if len(alt) > _SHORTEST)
    return times


class _Before(NamedTuple):
    """What the lines before one have shown, by their places in the page."""

    related: int = _LONG_AGO  # the last heading of other articles
    title: int = _LONG_AGO  # the line just before among those that may be a title, where it looks like one
    strong: bool = False  # whether one says most of what the text does
    heading: bool = False  # whether one is a heading of the first level


def weigh(page: Page, words: Words) -> list[Weighed]:
    """The lines that may be the page's title, in order of appearance, with their features.

    Those that can score no more than ``FLOOR`` are left out.
    """
    window = _window(page, words)
    before = _Before()
    out: list[Weighed] = []
    for at, line in enumerate(window.lines):
        if len(window.folded[at]) < _SHORTEST or line.block.kind in _NO_TEXT:
            continue
        if _heads_related(window.folded[at], words):
            before = before._replace(related=line.at)
        elif _may_be_title(window, at):
            placed = _placed(window, at, before)
            one = _weighed(window, at, placed)
            if one is not None:
                out.append(one)
            before = _Before(
                before.related,
                line.at if one is not None and _is_like(one) else _LONG_AGO,
                before.strong or placed["first-alike"] > 0,
                before.heading or window.levels[at] == 1,
            )
    return out


def _heads_related(folded: str, words: Words) -> bool:
    """Whether a line is the heading of other articles."""
    return len(folded) < _LABEL and folded.rstrip(" :") in words.related


def _may_be_title(window: _Window, at: int) -> bool:
    """Whether a line says anything that a title could say."""
    line, folded, said = window.lines[at], window.folded[at], window.said[at]
    if " " not in line.text or window.labelled[at] or folded.strip(" :.") in window.words.releases:
        return False
    if not said.content or said.button:
        return False
    return not (window.page.is_dated(line) and _mostly_date(line, window.page))


def _placed(window: _Window, at: int, before: _Before) -> dict[str, float]:
    """What a line's place in its page tells, by the names of ``PLACED``."""
    line, folded, said = window.lines[at], window.folded[at], window.said[at]
    page, dated, crowd = window.page, window.dated, window.crowd
    level = window.levels[at]
    words = len(said.content)
    shared = sum(1 for token in said.content if token in window.body or token[:5] in window.body)
    share = shared / max(2, words)
    distance = page.start - line.at
    previous = len(window.lines[at - 1].text) if at else 0
    following = len(window.lines[at + 1].text) if at + 1 < len(window.lines) else 0
    return {
        "shared": share,
        "shared-most": share * min(1.0, words / 4),
        "lead-shared": len(said.tokens & window.lead) / max(3, words),
        "unshared": min(5, words - shared) / 5,
        "repeats": min(2, window.times[folded] - 1),
        "above": math.log1p(max(0, distance)),
        "below": math.log1p(max(0, -distance)),
        "related": line.at - before.related <= 8,
        "date-follows": _nearness(window.days_below[at], flat=window.says_its_day) / crowd,
        "byline-follows": _nearness(window.names_below[at]),
        "date-before": any(dated[max(0, at - 2) : at]) / crowd,
        "first-alike": not before.strong and share > _MOSTLY and words >= 3,
        "long-follows": following > 90,
        "byline": window.signed[at],
        "deepest": level == 0 and before.heading,
        "first-h1": level == 1 and not before.heading,
        "lead-distance": 0 <= distance <= 3,
        "after-strong": line.at - before.title <= 2,
        "long-before": previous > 110,
        "ticker": crowd >= 2 and 0 < window.days_below[at] <= 2,
        "whole-date": page.is_dated(line),
        "noise": not line.kept and bool(line.rule) and line.rule not in _BY_PLACE,
        "press": _is_paper(line.text, said.tokens, window.words) or _is_credited(folded, window.credited),
        "quoted": folded in window.quoted,
    }


def _weighed(window: _Window, at: int, placed: dict[str, float]) -> Weighed | None:
    """A line with all that speaks for it; None where that can be no more than ``FLOOR``."""
    line, folded = window.lines[at], window.folded[at]
    by_place = _placed_values(placed)
    score = sum(map(mul, _PLACED, by_place))
    told = window.levels[at] > 0 or placed["shared"] > _MOSTLY
    if not told and score + _promise(line.text, folded) <= FLOOR:
        return None
    shape = _shape_of(line, folded, window.levels[at], window.words)
    score = shape.score + score
    compared = window.rivals.of(at) if score > _HOPELESS else (0.0, 0.0, 0.0)
    score += sum(map(mul, _COMPARED, compared))
    return Weighed(line, (*shape.features, *by_place, *compared), score)


def _is_like(one: Weighed) -> bool:
    """Whether a line looks like a title and says most of what the text does."""
    if one.says("shared") <= _MOSTLY or not one.says("words-5-18"):
        return False
    return not (one.says("ends-full") or one.says("link-line"))


class _Rivals:
    """All lines of a window, for each to be compared with; made ready when the first is."""

    __slots__ = ("_everything", "_folded", "_longer", "_tokens", "_whole", "_wordy")

    def __init__(self, folded: list[str], tokens: list[frozenset[str]], whole: Counter[str]) -> None:
        self._folded, self._tokens, self._whole = folded, tokens, whole
        self._everything = "\n" + "\n\n".join(folded) + "\n"
        self._longer = [other for other in folded if len(other) > 20]
        self._wordy = [(place, other) for place, other in enumerate(tokens) if len(other) >= _FEW_WORDS]

    def of(self, at: int) -> tuple[float, float, float]:
        """Whether other lines hold a line, whether it holds another, how many share most of its words."""
        text = self._folded[at]
        count = text.count(" ") + 1
        return (
            float(self._everything.count(text) > self._whole[text]),
            float(count > 5 and any(len(other) < len(text) and other in text for other in self._longer)),
            float(min(2, self._alike(at))),
        )

    def _alike(self, at: int) -> int:
        """How many other lines share most of a line's words, as its entry in a menu does."""
        own = self._tokens[at]
        size = len(own)
        if size < _FEW_WORDS:
            return 0
        near = [other for place, other in self._wordy if place != at and not own.isdisjoint(other)]
        return sum(len(own & other) >= max(_FEW_WORDS, 0.5 * max(size, len(other))) for other in near)


def _signs(
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
            names = names_alone(line.text, words)
            signed[at] = bool(names) and all(is_named(name, words) for name in names)
            if signed[at] and at + 1 < len(window) and folded[at + 1].split(" ", 1)[0] in words.roles:
                signed[at + 1] = True  # "Professeure à l'université de Valmont"
    return known, labelled, signed


def _crowd(days: Iterable[str]) -> float:
    """By how many the weight of days is shared: a list of news has many, a page's own said again is one."""
    return max(1.0, sum(times if times > _TIMES else 1 for times in Counter(days).values()) - 1.0)


def _is_told(line: Line, page: Page) -> bool:
    """Whether a line of the text is a whole sentence, whose day is of what it tells."""
    return line.at >= page.start and len(line.text) > _TOLD and line.text.endswith(".")


def _with_writer_over(
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
    if len(names) != 1 or not is_named(names[0], words) or body.issuperset(_WORD.findall(fold(names[0]))):
        return signed
    return [said or at == line.at for at, said in enumerate(signed, first)]


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


def _is_paper(text: str, tokens: frozenset[str], words: Words) -> bool:
    """Whether a line is a paper's name and nothing else."""
    return not words.press.isdisjoint(tokens) and len(paper_of(text, words)) > len(text) - 2


def _is_credited(folded: str, credits_: list[str]) -> bool:
    """Whether a few words end a picture's credit, as a paper's name does: "Photo : A. Petit, Le Courrier"."""
    few = folded.count(" ") < _NAME_WORDS
    return few and any(one.endswith(folded) and len(one) > len(folded) for one in credits_)


def _is_role(folded: str, words: Words) -> bool:
    """Whether a line tells what somebody is: "Journaliste, Le Courrier"."""
    first, comma, _ = folded.partition(",")
    return bool(comma) and first in words.roles


def _below(marked: list[bool]) -> list[int]:
    """For each line, how many lines below it the next marked one stands; 0 where none is near."""
    out = [0] * len(marked)
    last = len(marked) + _NEXT
    for at in range(len(marked) - 1, -1, -1):
        out[at] = last - at if last - at < _NEXT else 0
        if marked[at]:
            last = at
    return out


def _nearness(lines: int, *, flat: bool = False) -> float:
    """How near something follows, from 1 to 0, 0 where it does not; all the same where ``flat``."""
    return 0.0 if not lines else 1.0 if flat else 1 - lines / _NEXT


def _is_labelled(folded: str, words: Words) -> bool:
    """Whether a dated line says what its date is of."""
    return any(phrase in folded for phrase in words.published) or any(
        phrase in folded for phrase in words.updated
    )


def _is_sentence(folded: str) -> bool:
    """Whether a line is too long and too well ended to be a title."""
    if len(folded) > _META and folded.endswith("."):
        return True
    if ". " in folded and _SENTENCES.search(folded):
        return True
    # An excerpt, the cut shown or two sentences long.
    return (len(folded) > _META or folded.endswith(_CUT)) and bool(_EXCERPT.search(folded))


def _mostly_date(line: Line, page: Page) -> bool:
    """Whether a line is a date with little beside it."""
    return (
        len(line.text) - sum(one.end - one.start for one in page.dates_in(line)) < 28
    )  # "Last updated on … by"


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


def _content(folded: str) -> frozenset[str]:
    """The words of the article, and their first five letters, which inflected forms share."""
    tokens = frozenset(_WORD.findall(folded))
    return tokens | frozenset(token[:5] for token in tokens if len(token) > 5)
