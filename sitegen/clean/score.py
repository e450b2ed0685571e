"""The line scorer: how likely each line is the article's, by itself and then among its neighbours."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from sitegen.clean.context import CONTEXT, context_features, is_near_text
from sitegen.clean.features import OWN
from sitegen.clean.lines import Line
from sitegen.config.noise import LineModel

Array = NDArray[np.float64]

_NO_TEXT = 0.03  # a first score below which a line far from text needs no second look


class Scorer(Struct, frozen=True, eq=False):
    """A model made quick to ask: all trees side by side, their nodes in one row."""

    weights: Array
    bias: float
    base: float
    features: NDArray[np.intp]
    thresholds: Array
    values: Array
    roots: NDArray[np.intp]
    leaves: NDArray[np.intp]
    depth: int
    threshold: float


def compile_scorer(model: LineModel) -> Scorer | None:
    """The scorer of a model, None for one without trees, of odd shape or for other numbers than these."""
    names = (*OWN, *CONTEXT)
    shapes = {(len(features), len(limits), len(values)) for features, limits, values in model.trees}
    if model.names != names or len(model.weights) != len(OWN) or len(shapes) != 1:
        return None
    inner, limits, leaves = shapes.pop()
    depth = inner.bit_length()
    features = np.array([tree[0] for tree in model.trees], dtype=np.intp)
    if (inner, leaves) != (limits, inner + 1) or leaves != 1 << depth:
        return None
    if features.min() < 0 or features.max() >= len(names):
        return None
    trees = np.arange(len(model.trees))
    return Scorer(
        np.array(model.weights),
        model.bias,
        model.base,
        features.ravel(),
        np.array([tree[1] for tree in model.trees]).ravel(),
        np.array([tree[2] for tree in model.trees]).ravel(),
        trees * inner,
        trees * leaves - inner,
        depth,
        model.threshold,
    )


def first_scores(scorer: Scorer, own: Array) -> Array:
    """Each line's probability by its own numbers alone."""
    return logistic((own * scorer.weights).sum(1) + scorer.bias)


def score_lines(scorer: Scorer, lines: Sequence[Line], own: Array, named: Sequence[str]) -> list[float]:
    """Each line's probability of being article text; the first one for lines that a rule cut (``named``)."""
    first = first_scores(scorer, own)
    wanted = ~np.fromiter(map(bool, named), bool, len(lines))
    wanted &= (first >= _NO_TEXT) | is_near_text(lines, first)
    if wanted.any():
        near = context_features(lines, own, first, wanted)
        first[wanted] = logistic(grown(scorer, np.hstack((own[wanted], near[wanted]))))
    scores: list[float] = first.tolist()
    return scores


def grown(scorer: Scorer, rows: Array) -> Array:
    """The sum of what the trees say of each row."""
    flat = rows.ravel()
    start = (np.arange(len(rows)) * rows.shape[1])[:, None]
    place = np.zeros((len(rows), len(scorer.roots)), dtype=np.intp)
    for _ in range(scorer.depth):
        node = place + scorer.roots
        place *= 2
        place += 1
        place += flat.take(scorer.features.take(node) + start) > scorer.thresholds.take(node)
    total: Array = scorer.values.take(place + scorer.leaves).sum(1) + scorer.base
    return total


def logistic(value: Array) -> Array:
    """Log-odds as probabilities."""
    chance: Array = 1.0 / (1.0 + np.exp(-np.minimum(np.maximum(value, -30.0), 30.0)))
    return chance
