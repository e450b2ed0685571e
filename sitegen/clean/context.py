"""A line among its neighbours: the numbers that the scorer's trees read, for all lines of a page at once."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from sitegen.clean.features import OWN
from sitegen.clean.lines import Line

Array = NDArray[np.float64]
Marks = NDArray[np.bool_]

CONTEXT = (
    "score", "score-1", "score-2", "score+1", "score+2", "mass-5", "mass+5", "mass-12", "mass+12",
    "around-5", "before", "after", "since-text", "until-text", "in-core", "since-end", "ended", "core-words",
    "place", "size", "short-before", "short-after", "chars-1", "chars+1", "hints-before", "hints-after",
    "share-of-heaviest", "heading-before", "same-kind", "since-rule", "until-rule", "rule-1", "rule+1",
    "chars-2", "chars+2", "stop-1", "stop+1", "own-run", "run-before", "run-after", "relative-length",
    "from-heaviest", "barriers", "score-to-heaviest", "stops-around", "dated-1", "dated+1", "titles-around",
)  # fmt: skip

_FAR = 1.2  # log of the text around a line below which there is none
_STRONG = 0.6  # a first score from which a line counts as text
_LABEL = 60  # characters; a shorter line is a label rather than a sentence
_NONE = 40  # lines to what is not there, or far away
_CORE_LINES = 12  # that carry the most text
_BRIDGE = 3  # lines between two strong ones that still make one run
_ENDED = 0.3  # of the text before an end marker that is one
_STAMP = 45  # characters of a line that is a date and hardly more
_TITLE = (25, 140)  # characters of another article's title
_WORD = re.compile(r"[^\W\d_]{5,}")

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
    size_list = [len(line.plain) for line in lines]
    sizes = np.array(size_list, dtype=float)
    weights = scores * sizes
    mass, flow = _sums(weights), _sums(scores)
    total = mass[-1] + 1.0
    strong = (scores >= _STRONG) & (sizes >= _LABEL)
    stops = own[:, 2] + own[:, 3] + own[:, 4]
    ruled = (own[:, _COLUMN["rule"]] + own[:, _COLUMN["end-rule"]]) > 0
    hints = _sums(np.minimum(own[:, _COLUMN["hints"]], 2.0))
    short = _sums(sizes < _LABEL)
    ended = _sums(stops > 0)
    titled = _sums((sizes >= _TITLE[0]) & (sizes <= _TITLE[1]) & (stops == 0))
    dated = ((own[:, _COLUMN["clock"]] + own[:, _COLUMN["year"]]) > 0) & (sizes <= _STAMP)
    lo5, hi5 = np.maximum(at - 5, 0), np.minimum(at + 6, count)
    lo12, hi12 = np.maximum(at - 12, 0), np.minimum(at + 13, count)
    since, until = _since(strong), _since(strong[::-1])[::-1]
    logs = np.log1p(sizes)
    typical = float(np.log1p(sizes[strong].mean())) if strong.any() else 5.0
    kinds = np.array([_KINDS.get(line.block.kind, 9) for line in lines])
    same = (kinds[1:] == kinds[:-1]).astype(float)
    runs, heaviest = _runs(weights, strong, total)
    first, last = heaviest
    inner = np.where(at < first, first, np.where(at > last, last, at))  # the nearest line of the heaviest run
    low, high = np.minimum(at, inner), np.maximum(at, inner)
    barriers = _sums(ruled | ((own[:, _COLUMN["hints"]] > 0) & (sizes < _LABEL)))
    ends = _ends(own[:, _COLUMN["end-rule"]] > 0, mass, total)
    columns = (
        scores,
        _shift(scores, 1),
        _shift(scores, 2),
        _shift(scores, -1),
        _shift(scores, -2),
        np.log1p(mass[at] - mass[lo5]),
        np.log1p(mass[hi5] - mass[at + 1]),
        np.log1p(mass[at] - mass[lo12]),
        np.log1p(mass[hi12] - mass[at + 1]),
        (flow[hi5] - flow[lo5]) / (hi5 - lo5),
        mass[at] / total,
        1.0 - mass[at + 1] / total,
        since,
        until,
        (since < _NONE) & (until < _NONE),
        ends[0],
        ends[1],
        _core_words(lines, weights, strong, np.ones(count, bool) if wanted is None else wanted),
        at / count,
        np.full(count, np.log1p(sizes.sum())),
        (short[at] - short[lo5]) / (at - lo5 + 1),
        (short[hi5] - short[at + 1]) / (hi5 - at),
        _shift(logs, 1),
        _shift(logs, -1),
        hints[at] - hints[lo5],
        hints[hi5] - hints[at + 1],
        weights / (weights.max() + 1.0),
        _shift(kinds == _KINDS["heading"], 1),
        np.r_[0.0, same] + np.r_[same, 0.0],
        np.minimum(_since(ruled), 12),
        np.minimum(_since(ruled[::-1])[::-1], 12),
        _shift(ruled, 1),
        _shift(ruled, -1),
        _shift(logs, 2),
        _shift(logs, -2),
        _shift(stops, 1),
        _shift(stops, -1),
        *runs,
        logs - typical,
        np.minimum(np.abs(at - inner), _NONE),
        np.minimum(barriers[high + 1] - barriers[low], 12),
        (flow[high + 1] - flow[low]) / (high + 1 - low),
        (ended[hi5] - ended[lo5]) / (hi5 - lo5),
        _shift(dated, 1),
        _shift(dated, -1),
        (titled[hi5] - titled[lo5]) / (hi5 - lo5),
    )
    return np.stack(columns, axis=1)


def _sums(values: Array | Marks) -> Array:
    """The sums of the first none, one, two … values."""
    out = np.zeros(len(values) + 1)
    np.cumsum(values, out=out[1:])
    return out


def _shift(values: Array | Marks, by: int) -> Array:
    """For each line, the value ``by`` lines before it; 0 outside."""
    out = np.zeros(len(values))
    if by > 0:
        out[by:] = values[:-by]
    else:
        out[:by] = values[-by:]
    return out


def _since(marks: Marks) -> Array:
    """For each line, lines since the last marked one, itself included; 40 for none or far away."""
    at = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, at, -_NONE))
    return np.minimum(at - last, _NONE).astype(float)


def _ends(marks: Marks, mass: Array, total: float) -> tuple[Array, Array]:
    """For each line, lines since an end marker after some text (40 for none), and whether one stood."""
    real = marks & (mass[:-1] > _ENDED * total)
    since = _shift(_since(real), 1) + 1.0
    since[0] = _NONE
    return np.minimum(since, _NONE), _shift(np.maximum.accumulate(real), 1)


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


def _core_words(lines: Sequence[Line], weights: Array, strong: Marks, wanted: Marks) -> Array:
    """For each line wanted, how much of its longer words are those of the lines that carry the most text."""
    heavy = weights.tolist()
    best = sorted(np.flatnonzero(strong).tolist(), key=lambda at: (-heavy[at], at))[:_CORE_LINES]
    core = {word for at in best for word in _WORD.findall(lines[at].low)}
    out = np.zeros(len(lines))
    for at in np.flatnonzero(wanted).tolist():
        words = set(_WORD.findall(lines[at].low))
        out[at] = len(words & core) / (len(words) + 1.0)
    return out
