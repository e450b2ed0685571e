"""What a line looks like by itself, wherever it stands: its length, its end, its signs."""

# ruff: noqa: PLR2004 - the numbers are thresholds of features, each named in weights.OWN

from functools import lru_cache
from operator import itemgetter, mul

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.page import Line
from sitegen.metadata.title.tokens import read
from sitegen.metadata.title.weights import OWN, WEIGHTS
from sitegen.text.lazily import lazily

_WEIGHTS = tuple(OWN.values())
_in_order = itemgetter(*OWN)  # of features by name
_TRAIL = lazily(r"[|›»>/•·]")
_DASHES = (" - ", " – ", "::")
_LINK_LINE = lazily(r"^\W{0,4}!?\[.*\]\([^)\n]*\)\W*$")
_CLOCK = lazily(r"\d{1,2} ?[:h] ?\d\d")
_RESULT = lazily(r"^[^\d:]{2,40} - [^\d:]{2,40}[ :]{1,3}\d{1,3} ?- ?\d{1,3}\W*$")  # "Valmont - Lunay : 27-24"
_GLUED = lazily(r"[A-ZÀ-Ý](?<=[a-zà-ÿ?!].)")
# A digit, or a sign of a script that may have its own: said by all the others, since a class that holds a
# million signs takes 9 ms to compile.
_DIGIT = lazily("[^\x00-/:-±´-¸º-\u024f\u2010-\u206f]")
_PLACE_AND_DAY = lazily(r",? (?:le|on|am|in|a) \d{1,2}(?!\d|[.,]\d)|\b(?:19|20)\d\d\b")
_QUOTES = "«“\"'‘"
# The most that a line's own features and others may add, and a little for rounding: of any line, and by
# their number of lines of few words without a sign or digit, which hold no other line.
_LIKED = ("bias", "words-5-18", "has-day", "colon", "quote", "ends-question", "contains")
_PROMISE_ANY = 0.01 + WEIGHTS["contained"] + 2 * WEIGHTS["alike"]
_PROMISE = _PROMISE_ANY + sum(WEIGHTS[name] for name in _LIKED)
_PROMISE_FEW = tuple(
    _PROMISE_ANY + WEIGHTS["bias"] + WEIGHTS[few] for few in (*("words-2",) * 3, *("words-4",) * 2)
)


class Shape(Struct, frozen=True):
    """What a line says by itself: its features in the order of ``OWN``, and their sum."""

    features: tuple[float, ...]
    score: float


def shape_of(line: Line, folded: str, level: int, words: Words) -> Shape:
    """A line's shape; ``level`` is a heading's."""
    block = line.block
    linked = "](" in block.text and bool(_LINK_LINE.match(block.text[:1000]))
    return _shape(line.text, folded, level, block.kind == "item", line.flat, linked, words)


@lru_cache(maxsize=8192)
def _shape(
    text: str, folded: str, level: int, item: bool, flat: bool, linked: bool, words: Words,  # noqa: FBT001
) -> Shape:  # fmt: skip
    """A line's own features."""
    said = read(folded, words)
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
    features = _in_order(named)
    return Shape(features, sum(map(mul, _WEIGHTS, features)))


def promise(text: str, folded: str) -> float:
    """The most that what a line says may add to its place's score, where it is no heading."""
    count = len(text.split())
    if count >= len(_PROMISE_FEW) or folded.count(" ") >= len(_PROMISE_FEW):
        return _PROMISE
    if text[0] in _QUOTES or text[-1] in "?!»”\"'*_ " or ":" in text or _DIGIT.search(text):
        return _PROMISE
    return _PROMISE_FEW[count]
