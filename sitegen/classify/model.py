"""A small linear model over words, trained beforehand; read from text, asked in microseconds."""

import base64
import json
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

FORMAT = "sitegen-themes-1"


@dataclass(frozen=True, slots=True)
class Model:
    """Weights by word stem and class: ``rows`` finds a stem's row, the last row of ``weights`` being zero."""

    classes: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.int8]
    scales: NDArray[np.float32]
    bias: NDArray[np.float32]
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
        packed = np.frombuffer(base64.b85decode(raw["weights"]), np.int8).reshape(len(stems), len(classes))
        return Model(
            classes,
            {stem: row for row, stem in enumerate(stems)},
            packed,
            np.array(raw["scales"], np.float32),
            np.array(raw["bias"], np.float32),
            int(raw["stem"]),
            float(raw["title_weight"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def predict(model: Model, title: str, body: str) -> dict[str, float]:
    """Probabilities by class for normal text; empty where the model knows none of its words."""
    size = model.stem
    found = model.rows
    in_title = {word[:size] for word in title.split()}
    in_body = {word[:size] for word in body.split()}
    rows = [found[stem] for stem in in_title | in_body if stem in found]
    if not rows:
        return {}
    weights = model.weights
    sums = weights[rows].sum(axis=0, dtype=np.int32).astype(np.float32)
    title_rows = [found[stem] for stem in in_title if stem in found]
    count = float(len(rows))
    if title_rows:
        extra = model.title_weight - 1.0
        sums += extra * weights[title_rows].sum(axis=0, dtype=np.int32)
        count += (model.title_weight**2 - 1.0) * len(title_rows)
    logits = sums * model.scales / math.sqrt(count) + model.bias
    powers = np.exp(logits - logits.max())
    shares = powers / powers.sum()
    return dict(zip(model.classes, shares.tolist(), strict=True))
