"""What survives of a page in plain text, line by line: the numbers that the scorer reads."""

import re
from collections import Counter
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
    "second-person", "imperative", "hints", "hint-share", "rule", "end-rule", "links", "link-share",
    "heading", "item", "quote", "sentences", "speech", "clock", "year", "separators", "starts-lower",
    "starts-digit", "starts-quote", "copyright", "repeated", "word-length", "gap", "level", "credit",
    "late-year", "said-elsewhere", "notices", "first-person",
)  # fmt: skip


_AGENCIES = "afp|reuters|getty|dpa|epa|sipa|shutterstock|istock|imago|alamy|keystone|maxppp|ansa|tass|belga"
_SHOWN = "photo|image|picture|bild|foto"
_CREDIT = re.compile(
    rf"(?:[(/©|]|{_SHOWN}|via)[ :\u00a0]{{0,3}}"
    rf"(?:{_SHOWN}|{_AGENCIES}|cr[eé]dit|ap\b|pa wire|archiv|illustration)"
    r"|\b(?:afp|reuters|getty images|dpa|shutterstock|imago|alamy|d['’]illustration|d['’]archives?)\)?$",
    re.IGNORECASE,
)  # "(Image: …", "/ AFP", "photo d'illustration"


class Words(NamedTuple):
    """A language's words, lower-cased."""

    stopwords: frozenset[str]
    second_person: frozenset[str]
    first_person: frozenset[str]
    imperatives: frozenset[str]
    imperative_endings: tuple[str, ...] = ()


class Signs(NamedTuple):
    """What the rulebook sees in a line: "cut", "end" or "", and how many words of the page and of notices."""

    rule: str
    hints: int
    notices: int


def own_features(line: Line, words: Words, signs: Signs) -> tuple[float, ...]:
    """The numbers of one line by itself, in the order of ``OWN``; those that the page decides are 0."""
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
    return (
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
        float(min(signs.hints, 6)),
        min(signs.hints / count, 1.0),
        float(signs.rule == "cut"),
        float(signs.rule == "end"),
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
        0.0,  # repeated
        share / count,
        0.0,  # gap
        0.0,  # level
        float(_CREDIT.search(plain[-90:]) is not None),
        float(_YEAR.search(plain[-40:]) is not None),
        0.0,  # said-elsewhere
        float(min(signs.notices, 5)),
        sum(map(words.first_person.__contains__, tokens)) / count,
    )


_REPEATED, _GAP, _LEVEL, _ELSEWHERE = map(OWN.index, ("repeated", "gap", "level", "said-elsewhere"))
_SAID = (30, 400)  # characters of a line that may be a quotation of another
_WIDE_PAGE = 200_000  # characters of a page in which such lines are looked for


def own_rows(lines: Sequence[Line], own: Sequence[tuple[float, ...]]) -> list[list[float]]:
    """The numbers of each line by itself, with those that its page decides.

    These are whether the page has the line twice, the gap before it, its level, and whether another holds it.
    """
    counts = Counter(line.folded for line in lines)
    page = "\n".join(line.plain for line in lines) if sum(len(x.plain) for x in lines) < _WIDE_PAGE else ""
    rows = []
    for line, numbers in zip(lines, own, strict=True):
        row = [*numbers]
        row[_REPEATED] = float(counts[line.folded] > 1)
        row[_GAP] = float(min(line.block.gap, 3))
        row[_LEVEL] = float(line.block.level)
        said = line.plain[:-1]
        row[_ELSEWHERE] = float(_SAID[0] <= len(said) <= _SAID[1] and page.count(said) > 1)
        rows.append(row)
    return rows


CONTEXT = (
    "score", "score-1", "score-2", "score+1", "score+2", "mass-5", "mass+5", "mass-12", "mass+12",
    "around-5", "before", "after", "since-text", "until-text", "in-core", "since-end", "ended", "core-words",
    "place", "size", "short-before", "short-after", "chars-1", "chars+1", "hints-before", "hints-after",
    "share-of-heaviest", "heading-before", "same-kind", "since-rule", "until-rule", "rule-1", "rule+1",
    "chars-2", "chars+2", "stop-1", "stop+1", "own-run", "run-before", "run-after", "relative-length",
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
    runs = _runs(weights, strong, total)
    ruled = [bool(row[18] or row[19]) for row in own]
    since_rule = _distances(ruled)
    until_rule = _distances(ruled[::-1])[::-1]
    logs = [0.0, 0.0, *(log(size + 1.0) for size in sizes), 0.0, 0.0]
    stops = [0.0, *(row[2] + row[3] + row[4] for row in own), 0.0]
    rules = [0.0, *map(float, ruled), 0.0]
    texts = [size for size, flag in zip(sizes, strong, strict=True) if flag]
    typical = log(sum(texts) / len(texts) + 1.0) if texts else 5.0
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
            logs[at + 1],
            logs[at + 3],
            hints[at] - hints[lo5],
            hints[hi5] - hints[at + 1],
            weights[at] / heaviest,
            float(at > 0 and lines[at - 1].block.kind == "heading"),
            float(at > 0 and lines[at - 1].block.kind == lines[at].block.kind)
            + float(at + 1 < count and lines[at + 1].block.kind == lines[at].block.kind),
            float(min(since_rule[at], 12)),
            float(min(until_rule[at], 12)),
            rules[at],
            rules[at + 2],
            logs[at],
            logs[at + 4],
            stops[at],
            stops[at + 2],
            *runs[at],
            logs[at + 2] - typical,
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


_BRIDGE = 3  # lines between two strong ones that still make one run


def _runs(weights: Sequence[float], strong: Sequence[bool], total: float) -> list[tuple[float, float, float]]:
    """For each line, the share of text of the run it is in, of the last run before it, and of the next."""
    spans: list[list[int]] = []
    for at, flag in enumerate(strong):
        if flag and spans and at - spans[-1][1] <= _BRIDGE:
            spans[-1][1] = at
        elif flag:
            spans.append([at, at])
    shares = [sum(weights[first : last + 1]) / total for first, last in spans]
    out = []
    nth = 0
    for at in range(len(weights)):
        while nth < len(spans) and spans[nth][1] < at:
            nth += 1
        inside = nth < len(spans) and spans[nth][0] <= at
        before = shares[nth - 1] if nth else 0.0
        ahead = nth + 1 if inside else nth
        out.append((shares[nth] if inside else 0.0, before, shares[ahead] if ahead < len(spans) else 0.0))
    return out


def words_of(text: str) -> list[str]:
    """The longer words of a line's beginning, which carry its topic."""
    return _WORD.findall(text[:1200].lower())


def _core(lines: Sequence[Line], weights: Sequence[float], strong: Sequence[bool]) -> frozenset[str]:
    """The words of the lines that carry the most text."""
    best = sorted((at for at, flag in enumerate(strong) if flag), key=lambda at: (-weights[at], at))[:12]
    return frozenset(word for at in best for word in words_of(lines[at].plain))


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
