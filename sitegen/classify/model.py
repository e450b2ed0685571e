"""A small linear model over words and the lexicon's verdict, trained beforehand, asked in microseconds."""

import base64
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORMAT = "sitegen-themes-1"
HEARD = 12.0  # weight of words from which the lexicon speaks with its full voice


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by word stem and class, and by the lexicon's score of each root subject and class."""

    classes: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    bias: NDArray[np.float32]
    roots: tuple[str, ...]
    lexical: NDArray[np.float32]
    stem: int
    title_weight: float


def read_model(text: str) -> Model | None:
    """The model of a weights file, None where the file is of another kind."""
    try:
        raw: dict[str, Any] = json.loads(text)
        if raw["format"] != FORMAT:
            return None
        stems = raw["stems"].split(" ")
        classes = tuple(raw["classes"])
        packed = np.frombuffer(base64.b64decode(raw["weights"]), np.int8).reshape(len(stems), len(classes))
        return Model(
            classes,
            {stem: row for row, stem in enumerate(stems)},
            packed,
            np.array(raw["scales"], np.float32),
            np.array(raw["bias"], np.float32),
            tuple(raw["roots"]),
            np.array(raw["lexical"], np.float32),
            int(raw["stem"]),
            float(raw["title_weight"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def lexical_inputs(roots: tuple[str, ...], scores: Mapping[str, float]) -> NDArray[np.float32]:
    """The lexicon's scores as the model takes them: of length one, less where few words spoke."""
    values = np.array([scores.get(root, 0.0) for root in roots], np.float32)
    length = float(np.sqrt(values @ values))
    return values * np.float32(min(1.0, length / HEARD) / length) if length else values


def predict(model: Model, title: str, body: str, scores: Mapping[str, float]) -> dict[str, float]:
    """Probabilities by class for normal text and the lexicon's scores of the root subjects."""
    size = model.stem
    row_of = model.rows.get
    in_title = {row_of(word[:size], -1) for word in title.split()}
    rows = {row_of(word[:size], -1) for word in body.split()} | in_title
    rows.discard(-1)
    in_title.discard(-1)
    logits = model.bias + lexical_inputs(model.roots, scores) @ model.lexical
    if rows:
        weights = model.weights
        sums = weights[list(rows)].sum(axis=0, dtype=np.int32).astype(np.float32)
        count = float(len(rows))
        if in_title:
            extra = model.title_weight - 1.0
            sums += extra * weights[list(in_title)].sum(axis=0, dtype=np.int32)
            count += (model.title_weight**2 - 1.0) * len(in_title)
        logits = logits + sums * model.scales / math.sqrt(count)
    powers = np.exp(logits - logits.max())
    shares = powers / powers.sum()
    return dict(zip(model.classes, shares.tolist(), strict=True))
