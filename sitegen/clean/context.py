"""A line among its neighbours: the numbers that the scorer's trees read, for all lines of a page at once."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.clean.features import OWN
from sitegen.clean.lines import LONG, Line

Array = NDArray[np.float64]
Marks = NDArray[np.bool_]

CONTEXT = (
    "score", "score-1", "score-2", "score+1", "score+2", "mass-5", "mass+5", "mass-12", "mass+12",
    "around-5", "before", "after", "since-text", "until-text", "in-core", "since-end", "ended", "shared",
    "shared-run", "names", "new-names", "said-1", "said+1", "after-own", "rhythm", "since-list", "place",
    "short-before", "short-after", "chars-1", "chars+1", "hints-before", "hints-after", "share-of-heaviest",
    "heading-before", "same-kind", "since-rule", "until-rule", "rule-1", "rule+1", "chars-2", "chars+2",
    "stop-1", "stop+1", "own-run", "run-before", "run-after", "relative-length", "from-heaviest",
    "barriers", "score-to-heaviest", "stops-around", "dated-1", "dated+1", "titles-around",
)  # fmt: skip

_FAR = 1.2  # log of the text around a line below which there is none
_STRONG = 0.6  # a first score from which a line counts as text
_LABEL = 60  # characters; a shorter line is a label rather than a sentence
_NONE = 40  # lines to what is not there, or far away
_BRIDGE = 3  # lines between two strong ones that still make one run
_ENDED = 0.3  # of the text before an end marker that is one
_STAMP = 45  # characters of a line that is a date and hardly more
_TITLE = (25, 140)  # characters of another article's title
_WORD = re.compile(r"\b[^\W\d_]{5,6}")  # a longer word by its first letters, whatever its ending
_NAME = re.compile(r" [A-ZÀ-Þ](?<=[\w,;:’'»)-]..)[\w'’-]{2,}")  # a capital inside a sentence
_SIZES = (25.0, 60.0, 140.0, 300.0)  # between lines of unlike length
_PERIODS = (2, 3, 4, 5)  # lines of a teaser
_VARIED = 0.3  # of such lines that are unlike the one before

_COLUMN = {name: at for at, name in enumerate(OWN)}
_KINDS = {"paragraph": 0, "heading": 1, "item": 2, "quote": 3}


def is_near_text(lines: Sequence[Line], scores: Array) -> Marks:
    """Whether each line has some text among the twelve lines before it or after it."""
    at = np.arange(len(lines))
    mass = _sums(scores * np.array([len(line.plain) for line in lines], dtype=float))
    before = mass[at] - mass[np.maximum(at - 12, 0)]
    after = mass[np.minimum(at + 13, len(lines))] - mass[at + 1]
    near: Marks = np.log1p(np.maximum(before, after)) >= _FAR
    return near


def context_features(lines: Sequence[Line], own: Array, scores: Array, wanted: Marks | None = None) -> Array:
    """The numbers of each line among its neighbours, a row a line, in the order of ``CONTEXT``.

    Only where ``wanted`` is true, if given, are they all right: a line's words are not looked at elsewhere.
    """
    count = len(lines)
    at = np.arange(count)
    sizes = np.array([len(line.plain) for line in lines], dtype=float)
    weights = scores * sizes
    strong = (scores >= _STRONG) & (sizes >= _LABEL)
    is_short = sizes < _LABEL
    stops = own[:, 2] + own[:, 3] + own[:, 4]
    ruled = (own[:, _COLUMN["rule"]] + own[:, _COLUMN["end-rule"]]) > 0
    hints = own[:, _COLUMN["hints"]]
    dated = ((own[:, _COLUMN["clock"]] + own[:, _COLUMN["year"]]) > 0) & (sizes <= _STAMP)
    titled = (sizes >= _TITLE[0]) & (sizes <= _TITLE[1]) & (stops == 0)
    barriers = ruled | ((hints > 0) & is_short)
    kinds = np.array([_KINDS.get(line.block.kind, 9) for line in lines])
    logs = np.log1p(sizes)
    typical = float(np.log1p(sizes[strong].mean())) if strong.any() else 5.0
    sums = _sums(np.array((weights, scores, np.minimum(hints, 2.0), is_short, stops > 0, titled, barriers)))
    mass, flow, crossed = sums[0], sums[1], sums[6]
    total = mass[-1] + 1.0
    lo5, hi5 = np.maximum(at - 5, 0), np.minimum(at + 6, count)
    lo12, hi12 = np.maximum(at - 12, 0), np.minimum(at + 13, count)
    low5, high5 = sums[:, lo5], sums[:, hi5]
    before5, after5, around5 = sums[:, :-1] - low5, high5 - sums[:, 1:], (high5 - low5) / (hi5 - lo5)
    before, after = mass[:-1], mass[1:]
    near = np.log1p(np.array((before5[0], after5[0], before - mass[lo12], mass[hi12] - after)))
    ends = np.array((own[:, _COLUMN["end-rule"]], own[:, _COLUMN["heads-list"]])) > 0
    ends &= before > _ENDED * total  # some text stands before an end
    since = _since(np.array((strong, ruled, *ends)))
    until = _since(np.array((strong, ruled))[:, ::-1])[:, ::-1]
    marks = np.array((scores, logs, stops, ruled, dated, kinds == _KINDS["heading"], *(since[2:] + 1.0)))
    before1, before2, after1, after2 = (_shift(marks, by) for by in (1, 2, -1, -2))
    since_ends = before1[6:]
    since_ends[:, 0] = _NONE
    np.minimum(since_ends, _NONE, out=since_ends)
    same = np.zeros(count + 1)
    same[1:count] = kinds[1:] == kinds[:-1]
    runs, heaviest = _runs(weights, strong, total)
    first, last = heaviest
    inner = np.where(at < first, first, np.where(at > last, last, at))  # the nearest line of the heaviest run
    low, high = np.minimum(at, inner), np.maximum(at, inner)
    columns = (
        scores,
        before1[0],
        before2[0],
        after1[0],
        after2[0],
        *near,
        around5[1],
        before / total,
        1.0 - after / total,
        since[0],
        until[0],
        (since[0] < _NONE) & (until[0] < _NONE),
        since_ends[0],
        _shift(np.maximum.accumulate(ends[:1], axis=1), 1)[0],
        *_words(lines, strong, heaviest, np.ones(count, bool) if wanted is None else wanted),
        np.minimum((mass[-1] - after) / (sizes + 50.0), _NONE),
        _rhythm(sizes, stops > 0, kinds, dated),
        since_ends[1],
        at / count,
        before5[3] / (at - lo5 + 1),
        after5[3] / (hi5 - at),
        before1[1],
        after1[1],
        before5[2],
        after5[2],
        weights / (weights.max() + 1.0),
        before1[5],
        same[:-1] + same[1:],
        np.minimum(since[1], 12),
        np.minimum(until[1], 12),
        before1[3],
        after1[3],
        before2[1],
        after2[1],
        before1[2],
        after1[2],
        *runs,
        logs - typical,
        np.minimum(np.abs(at - inner), _NONE),
        np.minimum(crossed[high + 1] - crossed[low], 12),
        (flow[high + 1] - flow[low]) / (high + 1 - low),
        around5[4],
        before1[4],
        after1[4],
        around5[5],
    )
    return np.array(columns, dtype=float).T


def _sums(values: Array | Marks) -> Array:
    """The sums of the first none, one, two … values; of those of each row."""
    out = np.zeros((*values.shape[:-1], values.shape[-1] + 1))
    np.cumsum(values, axis=-1, out=out[..., 1:])
    return out


def _shift(rows: Array | Marks, by: int) -> Array:
    """For each row and line, the value ``by`` lines before it; 0 outside."""
    out = np.zeros(rows.shape)
    if by > 0:
        out[:, by:] = rows[:, :-by]
    else:
        out[:, :by] = rows[:, -by:]
    return out


def _since(rows: Marks) -> Array:
    """For each row and line, lines since the last marked one, itself included; 40 for none or far away."""
    at = np.arange(rows.shape[1])
    last = np.maximum.accumulate(np.where(rows, at, -_NONE), axis=1)
    return np.minimum(at - last, _NONE).astype(float)


def _runs(weights: Array, strong: Marks, total: float) -> tuple[tuple[Array, Array, Array], tuple[int, int]]:
    """The share of text of each line's run, of the last run before it and of the next; the heaviest run."""
    count = len(weights)
    own, before, after = np.zeros(count), np.zeros(count), np.zeros(count)
    spans: list[list[int]] = []
    for at in np.flatnonzero(strong).tolist():
        if spans and at - spans[-1][1] <= _BRIDGE:
            spans[-1][1] = at
        else:
            spans.append([at, at])
    shares = [float(weights[first : last + 1].sum()) / total for first, last in spans]
    done = 0
    for nth, (first, last) in enumerate(spans):
        own[first : last + 1] = shares[nth]
        after[done:first] = shares[nth]
        before[first : last + 1] = shares[nth - 1] if nth else 0.0
        following = spans[nth + 1][0] if nth + 1 < len(spans) else count
        after[first : last + 1] = shares[nth + 1] if nth + 1 < len(spans) else 0.0
        before[last + 1 : following] = shares[nth]
        done = last + 1
    best = max(range(len(spans)), key=lambda nth: (shares[nth], -nth), default=None)
    return (own, before, after), ((spans[best][0], spans[best][1]) if best is not None else (0, count - 1))


def _words(
    lines: Sequence[Line], strong: Marks, heaviest: tuple[int, int], wanted: Marks
) -> tuple[Array, Array, Array, Array, Array, Array]:
    """What each line wanted shares with others, by the first six letters of its longer words.

    The shares of its words that other lines of text have, and those of the heaviest run; its names, and the
    share of them that this run has not; the shares of the words of the line before and of the one after.
    """
    count = len(lines)
    looked = np.flatnonzero(strong | wanted).tolist()
    words = {at: frozenset(_WORD.findall(lines[at].low)) for at in looked}
    names = {at: frozenset(_NAME.findall(lines[at].plain[:LONG])) for at in looked}
    text = np.flatnonzero(strong).tolist()
    run = frozenset(at for at in text if heaviest[0] <= at <= heaviest[1])
    once, again = _once_again(words[at] for at in text)
    run_once, run_again = _once_again(words[at] for at in text if at in run)
    names_once, names_again = _once_again(names[at] for at in text if at in run)
    texts = frozenset(text)
    nothing: frozenset[str] = frozenset()
    rows: list[tuple[float, ...]] = []
    asked = np.flatnonzero(wanted)
    for at in asked.tolist():
        own, named = words[at], names[at]
        size = len(own) + 1.0
        before, after = words.get(at - 1, nothing), words.get(at + 1, nothing)
        rows.append((
            len(own & (again if at in texts else once)) / size,
            len(own & (run_again if at in run else run_once)) / size,
            len(named),
            len(named - (names_again if at in run else names_once)) / (len(named) + 1.0) if named else -0.1,
            len(own & before) / min(size, len(before) + 1.0),
            len(own & after) / min(size, len(after) + 1.0),
        ))  # fmt: skip
    out = np.zeros((6, count))
    out[:, asked] = np.array(rows).reshape(-1, 6).T
    return out[0], out[1], out[2], out[3], out[4], out[5]


def _once_again(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """What any of the sets holds, and what two of them hold."""
    once: set[str] = set()
    again: set[str] = set()
    for each in sets:
        again |= once & each
        once |= each
    return frozenset(once), frozenset(again)


def _rhythm(sizes: Array, stopped: Marks, kinds: NDArray[np.int64], dated: Marks) -> Array:
    """How much the lines around each come again two to five lines on or back, as title and teaser do."""
    count = len(sizes)
    shape = np.searchsorted(_SIZES, sizes, "right") * 40 + kinds * 4 + stopped * 2 + dated
    changes = np.zeros(count + 1)
    np.cumsum(shape[1:] != shape[:-1], out=changes[2:])
    at = np.arange(count)
    best = np.zeros(count)
    for period in _PERIODS:
        if count <= period:
            break
        same = _sums(shape[period:] == shape[:-period])
        low, high, last = np.maximum(at - period + 1, 0), np.minimum(at + period, count), count - period
        later = same[np.minimum(high, last)] - same[np.minimum(low, last)]
        earlier = same[np.maximum(high - period, 0)] - same[np.maximum(low - period, 0)]
        width = 2 * period - 1
        again = (later + earlier) / (2 * width)
        best = np.maximum(best, np.where(changes[high] - changes[low] > _VARIED * width, again, 0.0))
    return best
