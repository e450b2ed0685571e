"""What survives of a page in plain text, line by line: the numbers that the scorer reads."""

import re
from collections.abc import Sequence
from math import log
from typing import NamedTuple

from sitegen.clean.lines import Line

_LOOK = 60  # words of a block that are looked at
_SENTENCE = re.compile(r"[.!?…][\"”»’')\]]*\s+[\"“«‘'(\[]*\w")  # the seam between two sentences
_CLOCK = re.compile(r"(?<!\d)\d{1,2} ?[:h] ?\d{2}(?!\d)")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPEECH = re.compile(r"[«“„\"”]")
_SEPARATORS = re.compile(r"[|•·›→>/\\]")

OWN = (
    "log-chars", "log-words", "ends-stop", "ends-question", "ends-exclaim", "ends-colon", "ends-dots",
    "ends-quote", "ends-digit", "commas", "digits", "capitals", "all-caps", "stopwords",
    "second-person", "imperative", "hints", "hint-share", "rule", "end-rule", "links", "link-share", "heading",
    "item", "quote",
    "sentences", "speech", "clock", "year", "separators", "starts-lower", "starts-digit", "starts-quote",
    "copyright", "repeated", "word-length", "gap", "level",
)  # fmt: skip


class Words(NamedTuple):
    """A language's words, lower-cased."""

    stopwords: frozenset[str]
    second_person: frozenset[str]
    imperatives: frozenset[str]


def own_features(line: Line, words: Words, hints: int, rule: str, *, repeated: bool) -> list[float]:
    """The numbers of one line by itself, in the order of ``OWN``; ``rule`` is "", "cut" or "end"."""
    plain = line.plain
    chars = len(plain)
    tokens = plain.lower().split(None, _LOOK)[:_LOOK]
    count = len(tokens) or 1
    share = min(_LOOK * 6, chars)
    raw = plain[:share]
    cased = raw.split()
    last = plain[-1:]
    closing = last in "\"”»’')]" and chars > 1
    stop = plain[-2:-1] if closing else last
    kind = line.block.kind
    first = plain[:1]
    return [
        log(chars + 1.0),
        log(plain.count(" ") + 2.0),
        float(stop == "." and plain[-3:] != "..."),
        float(stop == "?"),
        float(stop == "!"),
        float(last == ":"),
        float(last == "…" or plain[-3:] == "..."),
        float(closing),
        float(last.isdigit()),
        raw.count(",") / count,
        sum(map(str.isdigit, cased)) / count,
        sum([word[0].isupper() for word in cased]) / count,
        sum(map(str.isupper, cased)) / count,
        sum(map(words.stopwords.__contains__, tokens)) / count,
        sum(map(words.second_person.__contains__, tokens)) / count,
        float(bool(tokens) and tokens[0] in words.imperatives),
        float(min(hints, 6)),
        min(hints / count, 1.0),
        float(rule == "cut"),
        float(rule == "end"),
        float(min(line.links, 8)),
        min(line.linked / (chars + 1.0), 1.0),
        float(kind == "heading"),
        float(kind == "item"),
        float(kind == "quote"),
        log(len(_SENTENCE.findall(plain[:2000])) + 1.0),
        float(_SPEECH.search(raw) is not None),
        float(_CLOCK.search(raw) is not None),
        float(_YEAR.search(raw) is not None),
        len(_SEPARATORS.findall(raw)) / count,
        float(first.islower()),
        float(first.isdigit()),
        float(first in "«“„\"'‘—–-" and chars > 0),
        float("©" in raw),
        float(repeated),
        share / count,
        float(min(line.block.gap, 3)),
        float(line.block.level),
    ]


CONTEXT = (
    "score", "score-1", "score-2", "score+1", "score+2", "mass-5", "mass+5", "mass-12", "mass+12",
    "around-5", "before", "after", "since-text", "until-text", "in-core", "since-end", "ended", "core-words",
    "place", "size", "short-before", "short-after", "chars-1", "chars+1", "hints-before", "hints-after",
    "share-of-heaviest", "heading-before", "same-kind",
)  # fmt: skip

_STRONG = 0.6  # a first score from which a line counts as text
_WORD = re.compile(r"[^\W\d_]{5,}")


def context_features(
    lines: Sequence[Line], own: Sequence[Sequence[float]], scores: Sequence[float]
) -> list[list[float]]:
    """The numbers of each line among its neighbours, in the order of ``CONTEXT``."""
    count = len(lines)
    sizes = [len(line.plain) for line in lines]
    weights = [score * size for score, size in zip(scores, sizes, strict=True)]
    total = sum(weights) + 1.0
    heaviest = max(weights, default=0.0) + 1.0
    mass = [0.0]
    for weight in weights:
        mass.append(mass[-1] + weight)
    flow = [0.0]
    for score in scores:
        flow.append(flow[-1] + score)
    hints = [0.0]
    for row in own:
        hints.append(hints[-1] + min(row[16], 2.0))
    short = [0.0]
    for size in sizes:
        short.append(short[-1] + (size < 60))  # noqa: PLR2004  a label rather than a sentence
    strong = [score >= _STRONG and size >= 60 for score, size in zip(scores, sizes, strict=True)]  # noqa: PLR2004  as above
    since = _distances(strong)
    until = _distances(strong[::-1])[::-1]
    core = _core(lines, weights, strong)
    ends = _end_distances(own, mass, total)
    size_all = log(sum(sizes) + 1.0)
    rows = []
    for at in range(count):
        lo5, hi5 = max(at - 5, 0), min(at + 6, count)
        lo12, hi12 = max(at - 12, 0), min(at + 13, count)
        words = set(_WORD.findall(lines[at].plain[:400].lower()))
        rows.append([
            scores[at],
            scores[at - 1] if at else 0.0,
            scores[at - 2] if at > 1 else 0.0,
            scores[at + 1] if at + 1 < count else 0.0,
            scores[at + 2] if at + 2 < count else 0.0,
            log(mass[at] - mass[lo5] + 1.0),
            log(mass[hi5] - mass[at + 1] + 1.0),
            log(mass[at] - mass[lo12] + 1.0),
            log(mass[hi12] - mass[at + 1] + 1.0),
            (flow[hi5] - flow[lo5]) / (hi5 - lo5),
            mass[at] / total,
            1.0 - mass[at + 1] / total,
            float(since[at]),
            float(until[at]),
            float(since[at] < 40 and until[at] < 40),  # noqa: PLR2004  "none" is 40
            ends[at][0],
            ends[at][1],
            len(words & core) / (len(words) + 1.0),
            at / count,
            size_all,
            (short[at] - short[lo5]) / (at - lo5 + 1),
            (short[hi5] - short[at + 1]) / (hi5 - at),
            log(sizes[at - 1] + 1.0) if at else 0.0,
            log(sizes[at + 1] + 1.0) if at + 1 < count else 0.0,
            hints[at] - hints[lo5],
            hints[hi5] - hints[at + 1],
            weights[at] / heaviest,
            float(at > 0 and lines[at - 1].block.kind == "heading"),
            float(at > 0 and lines[at - 1].block.kind == lines[at].block.kind)
            + float(at + 1 < count and lines[at + 1].block.kind == lines[at].block.kind),
        ])  # fmt: skip
    return rows


def _distances(strong: Sequence[bool]) -> list[int]:
    """For each line, lines since the last strong one before it; 40 for none or far away."""
    out = []
    last = -1000
    for at, flag in enumerate(strong):
        out.append(min(at - last, 40))
        if flag:
            last = at
    return out


def _core(lines: Sequence[Line], weights: Sequence[float], strong: Sequence[bool]) -> frozenset[str]:
    """The words of the lines that carry the most text."""
    best = sorted((at for at, flag in enumerate(strong) if flag), key=lambda at: (-weights[at], at))[:12]
    return frozenset(word for at in best for word in _WORD.findall(lines[at].plain[:1200].lower()))


def _end_distances(
    own: Sequence[Sequence[float]], mass: Sequence[float], total: float
) -> list[tuple[float, float]]:
    """For each line, lines since an end marker after some text (40 for none), and whether one stood."""
    out = []
    last = -1000
    for at, row in enumerate(own):
        out.append((float(min(at - last, 40)), float(last >= 0)))
        if row[19] and mass[at] > 0.3 * total:
            last = at
    return out
