"""A line among its neighbours: the numbers that the scorer's trees read, for all lines of a page at once."""

import re
from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct
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


class _Page(Struct, frozen=True, eq=False):
    """What is known of each line by itself, worked out once for all that looks around: an array a fact."""

    count: int
    at: NDArray[np.intp]  # 0, 1, 2 …
    scores: Array
    sizes: Array
    weights: Array  # scores by size: how much text a line is thought to be
    strong: Marks  # surely text
    short: Marks
    logs: Array  # of the sizes
    stops: Array  # how surely it ends as a sentence does, and whether it does
    stopped: Marks
    ruled: Marks  # whether a rule knows it
    hints: Array
    dated: Marks  # a date and hardly more
    titled: Marks  # as long as another article's title, and no sentence
    kinds: NDArray[np.int64]
    ends: Marks  # two rows: an end marker, a heading of other articles; where some text stands before
    mass: Array  # the sums of the weights of the first none, one, two … lines
    total: float  # of all, and a little


def _page(lines: Sequence[Line], own: Array, scores: Array) -> _Page:
    """The facts of a page; ``own`` are its lines' numbers by themselves, ``scores`` the first ones."""
    sizes = np.array([len(line.plain) for line in lines], dtype=float)
    weights = scores * sizes
    mass = _sums(weights)
    total = float(mass[-1]) + 1.0
    stops = own[:, _COLUMN["ends-stop"]] + own[:, _COLUMN["ends-question"]] + own[:, _COLUMN["ends-exclaim"]]
    when = own[:, _COLUMN["clock"]] + own[:, _COLUMN["year"]]
    ends: Marks = np.array((own[:, _COLUMN["end-rule"]], own[:, _COLUMN["heads-list"]])) > 0
    ends &= mass[:-1] > _ENDED * total
    return _Page(
        count=len(lines),
        at=np.arange(len(lines)),
        scores=scores,
        sizes=sizes,
        weights=weights,
        strong=(scores >= _STRONG) & (sizes >= _LABEL),
        short=sizes < _LABEL,
        logs=np.log1p(sizes),
        stops=stops,
        stopped=stops > 0,
        ruled=(own[:, _COLUMN["rule"]] + own[:, _COLUMN["end-rule"]]) > 0,
        hints=own[:, _COLUMN["hints"]],
        dated=(when > 0) & (sizes <= _STAMP),
        titled=(sizes >= _TITLE[0]) & (sizes <= _TITLE[1]) & (stops == 0),
        kinds=np.array([_KINDS.get(line.block.kind, 9) for line in lines]),
        ends=ends,
        mass=mass,
        total=total,
    )


def context_features(lines: Sequence[Line], own: Array, scores: Array, wanted: Marks | None = None) -> Array:
    """The numbers of each line among its neighbours, a row a line, in the order of ``CONTEXT``.

    Only where ``wanted`` is true, if given, are they all right: a line's words are not looked at elsewhere.
    """
    page = _page(lines, own, scores)
    runs, heaviest = _runs(page.weights, page.strong, page.total)
    if wanted is None:
        wanted = np.ones(page.count, bool)
    columns: dict[str, Array | Marks] = {
        "score": page.scores,
        **_beside(page),
        **_around(page),
        **_since_and_until(page),
        **_in_page(page),
        **runs,
        **_to_heaviest(page, heaviest),
        **_words(lines, page.strong, heaviest, wanted),
        "rhythm": _rhythm(page),
    }
    return np.array([columns[name] for name in CONTEXT], dtype=float).T


def _beside(page: _Page) -> dict[str, Array]:
    """What the one or two lines before and after each are."""
    heading = page.kinds == _KINDS["heading"]
    marks = np.array((page.scores, page.logs, page.stops, page.ruled, page.dated, heading))
    before, before2, after, after2 = (_shift(marks, by) for by in (1, 2, -1, -2))
    same = np.zeros(page.count + 1)
    same[1:-1] = page.kinds[1:] == page.kinds[:-1]
    return {
        "score-1": before[0],
        "score-2": before2[0],
        "score+1": after[0],
        "score+2": after2[0],
        "chars-1": before[1],
        "chars-2": before2[1],
        "chars+1": after[1],
        "chars+2": after2[1],
        "stop-1": before[2],
        "stop+1": after[2],
        "rule-1": before[3],
        "rule+1": after[3],
        "dated-1": before[4],
        "dated+1": after[4],
        "heading-before": before[5],
        "same-kind": same[:-1] + same[1:],
    }


def _around(page: _Page) -> dict[str, Array]:
    """What the five or twelve lines before and after each hold."""
    at, mass = page.at, page.mass
    held = (page.weights, page.scores, np.minimum(page.hints, 2.0), page.short, page.stopped, page.titled)
    sums = _sums(np.array(held))
    lo5, hi5 = np.maximum(at - 5, 0), np.minimum(at + 6, page.count)
    lo12, hi12 = np.maximum(at - 12, 0), np.minimum(at + 13, page.count)
    low, high = sums[:, lo5], sums[:, hi5]
    text, _, hints, short, *_ = sums[:, :-1] - low
    text_after, _, hints_after, short_after, *_ = high - sums[:, 1:]
    _, scores, _, _, stops, titles = (high - low) / (hi5 - lo5)
    near = np.log1p(np.array((text, text_after, mass[:-1] - mass[lo12], mass[hi12] - mass[1:])))
    return {
        "mass-5": near[0],
        "mass+5": near[1],
        "mass-12": near[2],
        "mass+12": near[3],
        "around-5": scores,
        "hints-before": hints,
        "hints-after": hints_after,
        "short-before": short / (at - lo5 + 1),
        "short-after": short_after / (hi5 - at),
        "stops-around": stops,
        "titles-around": titles,
    }


def _since_and_until(page: _Page) -> dict[str, Array | Marks]:
    """How many lines away text is, a line that a rule knows, and the end of an article before."""
    text, rule, *ends = _since(np.array((page.strong, page.ruled, *page.ends)))
    text_after, rule_after = _since(np.array((page.strong, page.ruled))[:, ::-1])[:, ::-1]
    since_end, since_list = np.minimum(_shift(np.array(ends) + 1.0, 1), _NONE)
    since_end[0] = since_list[0] = _NONE
    return {
        "since-text": text,
        "until-text": text_after,
        "in-core": (text < _NONE) & (text_after < _NONE),
        "since-rule": np.minimum(rule, 12),
        "until-rule": np.minimum(rule_after, 12),
        "since-end": since_end,
        "since-list": since_list,
        "ended": _shift(np.maximum.accumulate(page.ends[:1], axis=1), 1)[0],
    }


def _in_page(page: _Page) -> dict[str, Array]:
    """Where each line stands among all of the page's text, and how large it is beside the rest."""
    before, after, strong = page.mass[:-1], page.mass[1:], page.sizes[page.strong]
    typical = float(np.log1p(strong.mean())) if len(strong) else 5.0
    return {
        "place": page.at / page.count,
        "before": before / page.total,
        "after": 1.0 - after / page.total,
        "after-own": np.minimum((page.mass[-1] - after) / (page.sizes + 50.0), _NONE),
        "share-of-heaviest": page.weights / (page.weights.max() + 1.0),
        "relative-length": page.logs - typical,
    }


def _to_heaviest(page: _Page, heaviest: tuple[int, int]) -> dict[str, Array]:
    """What lies between each line and the heaviest run of text."""
    at, (first, last) = page.at, heaviest
    inner = np.minimum(np.maximum(at, first), last)  # the run's line that is nearest
    low, high = np.minimum(at, inner), np.maximum(at, inner)
    barriers = page.ruled | ((page.hints > 0) & page.short)
    scored, crossed = _sums(np.array((page.scores, barriers), dtype=float))
    return {
        "from-heaviest": np.minimum(np.abs(at - inner), _NONE),
        "barriers": np.minimum(crossed[high + 1] - crossed[low], 12),
        "score-to-heaviest": (scored[high + 1] - scored[low]) / (high + 1 - low),
    }


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


def _runs(weights: Array, strong: Marks, total: float) -> tuple[dict[str, Array], tuple[int, int]]:
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
    runs = {"own-run": own, "run-before": before, "run-after": after}
    return runs, ((spans[best][0], spans[best][1]) if best is not None else (0, count - 1))


def _words(
    lines: Sequence[Line], strong: Marks, heaviest: tuple[int, int], wanted: Marks
) -> dict[str, Array]:
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
    return dict(zip(("shared", "shared-run", "names", "new-names", "said-1", "said+1"), out, strict=True))


def _once_again(sets: Iterable[frozenset[str]]) -> tuple[frozenset[str], frozenset[str]]:
    """What any of the sets holds, and what two of them hold."""
    once: set[str] = set()
    again: set[str] = set()
    for each in sets:
        again |= once & each
        once |= each
    return frozenset(once), frozenset(again)


def _rhythm(page: _Page) -> Array:
    """How much the lines around each come again two to five lines on or back, as title and teaser do."""
    count, at = page.count, page.at
    sort = page.kinds * 4 + page.stopped * 2 + page.dated
    shape = np.searchsorted(_SIZES, page.sizes, "right") * 40 + sort
    changes = np.zeros(count + 1)
    np.cumsum(shape[1:] != shape[:-1], out=changes[2:])
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
