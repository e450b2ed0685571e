"""The line scorer: how likely each line is the article's, by itself and then among its neighbours."""

from collections.abc import Sequence
from math import exp
from operator import mul

from sitegen.clean.features import context_features
from sitegen.clean.lines import Line
from sitegen.config.noise import LineModel

_SURE = 5.5  # log-odds after which later trees change nothing that matters
_PATIENCE = 24  # trees between two looks at that
_FAR = 1.2  # log of text mass around a line below which nothing is near
_NO_TEXT = 0.03  # a first score below which a line far from text needs no second look


def first_scores(model: LineModel, own: Sequence[Sequence[float]]) -> list[float]:
    """Each line's probability by its own numbers alone."""
    weights, bias = model.weights, model.bias
    return [_logistic(sum(map(mul, weights, row)) + bias) for row in own]


def score_lines(model: LineModel, lines: Sequence[Line], own: Sequence[Sequence[float]]) -> list[float]:
    """Each line's probability of being article text."""
    first = first_scores(model, own)
    out = []
    for row, near in zip(own, context_features(lines, own, first), strict=True):
        if near[0] < _NO_TEXT and near[7] < _FAR and near[8] < _FAR:
            out.append(near[0])
        else:
            out.append(_logistic(_grown(model, [*row, *near])))
    return out


def _grown(model: LineModel, row: list[float]) -> float:
    """The trees' sum, cut short where it is sure."""
    total = model.base
    for number, (features, thresholds, values) in enumerate(model.trees):
        node = 0
        inner = len(features)
        while node < inner:
            node = 2 * node + (2 if row[features[node]] > thresholds[node] else 1)
        total += values[node - inner]
        if not number % _PATIENCE and not -_SURE < total < _SURE:
            break
    return total


def _logistic(value: float) -> float:
    if value < -30:  # noqa: PLR2004  exp would overflow far beyond
        return 0.0
    return 1.0 / (1.0 + exp(-value)) if value < 30 else 1.0  # noqa: PLR2004  as above
