"""Gradient-boosted trees and logistic regression in numpy, small and deterministic, for training scripts."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Tree = tuple[list[int], list[float], list[float]]  # features and thresholds of inner nodes, values of leaves

_GAIN = 1e-3  # below which a split is not worth its node
_NEVER = 1e30  # a threshold that nothing passes: the node is a leaf in effect


@dataclass(frozen=True)
class Settings:
    """How trees are grown."""

    trees: int = 110
    depth: int = 4
    rate: float = 0.12
    ridge: float = 30.0
    least: float = 15.0  # weight of evidence on each side of a split
    bins: int = 40
    columns: float = 0.6  # of the features, for each tree
    groups: float = 0.5  # of the groups (sites), for each tree
    seed: int = 1


def sigmoid(value: Array) -> Array:
    """Log-odds as probabilities."""
    return 1.0 / (1.0 + np.exp(-np.clip(value, -30.0, 30.0)))


def fit_logistic(rows: Array, target: Array, weight: Array, ridge: float = 1.0) -> tuple[Array, float]:
    """Weights and bias of a logistic regression, by Newton's method on standardised features."""
    mean, spread = rows.mean(0), rows.std(0) + 1e-6
    scaled = np.c_[(rows - mean) / spread, np.ones(len(rows))]
    beta = np.zeros(scaled.shape[1])
    for _ in range(12):
        chance = sigmoid(scaled @ beta)
        slope = scaled.T @ (weight * (chance - target)) + ridge * np.r_[beta[:-1], 0.0]
        bend = (scaled * (weight * chance * (1 - chance))[:, None]).T @ scaled + ridge * np.eye(len(beta))
        beta -= np.linalg.solve(bend, slope)
    weights = beta[:-1] / spread
    return weights, float(beta[-1] - (mean * weights).sum())


def fit_trees(
    rows: Array, target: Array, weight: Array, group: NDArray[np.int64], settings: Settings
) -> tuple[float, list[Tree]]:
    """Base log-odds and trees; each tree sees some of the groups, so that no site's habits carry it alone."""
    rng = np.random.default_rng(settings.seed)
    edges = [np.unique(np.quantile(column, np.linspace(0, 1, settings.bins + 1)[1:-1])) for column in rows.T]
    binned = np.stack([np.searchsorted(edge, column) for edge, column in zip(edges, rows.T, strict=True)])
    base = float(np.log((weight * target).sum() / (weight * (1 - target)).sum()))
    total = np.full(len(target), base)
    trees: list[Tree] = []
    for _ in range(settings.trees):
        chance = sigmoid(total)
        slope, bend = weight * (chance - target), weight * chance * (1 - chance)
        chosen = np.flatnonzero(rng.random(group.max() + 1)[group] < settings.groups)
        columns = np.sort(
            rng.choice(rows.shape[1], max(1, int(rows.shape[1] * settings.columns)), replace=False)
        )
        tree = _grow(binned[columns][:, chosen], columns, edges, slope[chosen], bend[chosen], settings)
        trees.append(tree)
        total = total + _tree_values(tree, rows)
    return base, trees


def _grow(
    binned: NDArray[np.int64],
    columns: NDArray[np.int64],
    edges: list[Array],
    slope: Array,
    bend: Array,
    settings: Settings,
) -> Tree:
    """One complete tree of the depth set, split where the second-order gain is best."""
    width, size = len(columns), settings.bins + 1
    inner = 2**settings.depth - 1
    features, thresholds, cuts = [0] * inner, [_NEVER] * inner, np.full(inner, size, dtype=np.int64)
    local = np.zeros(inner, dtype=np.int64)
    node = np.zeros(len(slope), dtype=np.int64)
    for depth in range(settings.depth):
        first, count = 2**depth - 1, 2**depth
        start = (node - first) * size
        slopes, bends = np.empty((count, width, size)), np.empty((count, width, size))
        for nth, column in enumerate(binned):  # one by one: what is counted stays near the processor
            cell = start + column
            slopes[:, nth] = np.bincount(cell, slope, count * size).reshape(count, size)
            bends[:, nth] = np.bincount(cell, bend, count * size).reshape(count, size)
        left, weight_left = slopes.cumsum(2), bends.cumsum(2)
        right, weight_right = left[:, :, -1:] - left, weight_left[:, :, -1:] - weight_left
        gain = left**2 / (weight_left + settings.ridge) + right**2 / (weight_right + settings.ridge)
        gain -= left[:, :, -1:] ** 2 / (weight_left[:, :, -1:] + settings.ridge)
        gain[(weight_left < settings.least) | (weight_right < settings.least)] = -1.0
        for nth in range(count):
            best, cut = np.unravel_index(gain[nth].argmax(), gain[nth].shape)
            edge = edges[columns[best]]
            if gain[nth, best, cut] > _GAIN and cut < len(edge):
                features[first + nth] = int(columns[best])
                thresholds[first + nth] = float(edge[cut])
                cuts[first + nth], local[first + nth] = cut, best
        node = 2 * node + 1 + (binned[local[node], np.arange(len(node))] > cuts[node])
    leaves = 2**settings.depth
    slopes = np.bincount(node - inner, slope, leaves)
    bends = np.bincount(node - inner, bend, leaves)
    values = -settings.rate * slopes / (bends + settings.ridge)
    return features, thresholds, [float(value) for value in values]


def _tree_values(tree: Tree, rows: Array) -> Array:
    """What one tree adds to each row."""
    features, thresholds, values = np.array(tree[0]), np.array(tree[1]), np.array(tree[2])
    node = np.zeros(len(rows), dtype=np.int64)
    at = np.arange(len(rows))
    for _ in range(int(np.log2(len(values)))):
        node = 2 * node + 1 + (rows[at, features[node]] > thresholds[node])
    return values[node - len(features)]


def predict(base: float, trees: list[Tree], rows: Array) -> Array:
    """Probabilities of the rows."""
    total = np.full(len(rows), base)
    for tree in trees:
        total += _tree_values(tree, rows)
    return sigmoid(total)
