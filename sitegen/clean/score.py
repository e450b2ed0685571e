"""The line scorer: how likely each line is the article's, by itself and then among its neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp
from operator import mul
from typing import Any

from sitegen.clean.features import CONTEXT, OWN, context_features
from sitegen.clean.lines import Line
from sitegen.config.noise import LineModel

_SURE = 4.0  # log-odds after which later trees change no verdict
_PATIENCE = 16  # trees between two looks at that
_NEVER = 1e30  # a threshold that nothing passes

Node = Any  # a value, or (feature, threshold, low, high)
_FAR = 1.2  # log of text mass around a line below which nothing is near
_NO_TEXT = 0.03  # a first score below which a line far from text needs no second look


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """A model made quick to ask: its trees nested, in bundles."""

    weights: tuple[float, ...]
    bias: float
    base: float
    bundles: tuple[tuple[Any, ...], ...]
    threshold: float


def compile_scorer(model: LineModel) -> Scorer | None:
    """The scorer of a model, None for one without trees or for other numbers than these."""
    if not model.trees or model.names != (*OWN, *CONTEXT):
        return None
    trees = [_nested(tree) for tree in model.trees]
    split = [tree if isinstance(tree, tuple) else (0, _NEVER, tree, tree) for tree in trees]
    bundles = tuple(tuple(split[at : at + _PATIENCE]) for at in range(0, len(split), _PATIENCE))
    return Scorer(model.weights, model.bias, model.base, bundles, model.threshold)


def first_scores(model: Scorer, own: Sequence[Sequence[float]]) -> list[float]:
    """Each line's probability by its own numbers alone."""
    weights, bias = model.weights, model.bias
    return [_logistic(sum(map(mul, weights, row)) + bias) for row in own]


def score_lines(
    model: Scorer, lines: Sequence[Line], own: Sequence[Sequence[float]], named: Sequence[str] = ()
) -> list[float]:
    """Each line's probability of being article text; the first one for lines that a rule cut (``named``)."""
    first = first_scores(model, own)
    out = []
    for at, (row, near) in enumerate(zip(own, context_features(lines, own, first), strict=True)):
        if (named and named[at]) or (near[0] < _NO_TEXT and near[7] < _FAR and near[8] < _FAR):
            out.append(near[0])
        else:
            out.append(_logistic(_grown(model, [*row, *near])))
    return out


def _grown(scorer: Scorer, row: list[float]) -> float:
    """The trees' sum, cut short where it is sure."""
    total = scorer.base
    for bundle in scorer.bundles:
        for feature, limit, low, high in bundle:
            node = high if row[feature] > limit else low
            while type(node) is tuple:  # the fastest way down
                node = node[3] if row[node[0]] > node[1] else node[2]
            total += node
        if not -_SURE < total < _SURE:
            break
    return total


def _nested(tree: tuple[tuple[int, ...], tuple[float, ...], tuple[float, ...]], at: int = 0) -> Node:
    """A tree as (feature, threshold, low, high), each side a tree or a value."""
    features, thresholds, values = tree
    if at >= len(features):
        return values[at - len(features)]
    low, high = _nested(tree, 2 * at + 1), _nested(tree, 2 * at + 2)
    return low if thresholds[at] >= _NEVER else (features[at], thresholds[at], low, high)


def _logistic(value: float) -> float:
    if value < -30:  # noqa: PLR2004  exp would overflow far beyond
        return 0.0
    return 1.0 / (1.0 + exp(-value)) if value < 30 else 1.0  # noqa: PLR2004  as above
