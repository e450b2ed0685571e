"""A small linear model over word stems, trained beforehand, asked in microseconds."""

import base64
import json
from collections import Counter
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

FORMAT = "sitegen-themes-2"
RARITY_STEP = 16.0  # a stem's rarity is kept as a byte, in sixteenths


class Model(Struct, frozen=True):
    """Weights by word stem and class, each stem's rarity, and how stems of the title count."""

    classes: tuple[str, ...]
    rows: dict[str, int]
    weights: NDArray[np.int8]
    rarity: NDArray[np.float32]
    scales: NDArray[np.float32]
    bias: NDArray[np.float32]
    languages: tuple[str, ...]
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
        rarity = np.frombuffer(base64.b64decode(raw["rarity"]), np.uint8)
        return Model(
            classes,
            {stem: row for row, stem in enumerate(stems)},
            np.frombuffer(base64.b64decode(raw["weights"]), np.int8).reshape(len(stems), len(classes)),
            rarity.astype(np.float32) / np.float32(RARITY_STEP),
            np.array(raw["scales"], np.float32),
            np.array(raw["bias"], np.float32),
            tuple(raw["languages"]),
            int(raw["stem"]),
            float(raw["title_weight"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def stems_of(title: str, body: str, stem: int) -> tuple[Counter[str], set[str]]:
    """How often each stem stands in normal text, and those that the title holds."""
    in_title = [word[:stem] for word in title.split()]
    counts = Counter(in_title)
    counts.update([word[:stem] for word in body.split()])
    return counts, set(in_title)


def amounts(counts: NDArray[np.float32], titled: NDArray[np.bool_], weight: float) -> NDArray[np.float32]:
    """How much of each stem a text has, before its rarity: repeats less and less, the title's more."""
    values = 1.0 + np.log(counts)
    return np.where(titled, values * np.float32(weight), values).astype(np.float32)


def predict(model: Model, title: str, body: str) -> dict[str, float]:
    """What speaks for each class in normal text: about 1 where all does, 0 where nothing."""
    counts, in_title = stems_of(title, body, model.stem)
    found = list(map(model.rows.get, counts))  # the title's stems were counted first
    known = [row for row in found if row is not None]
    sums = model.bias
    if known:
        rows = np.array(known, np.intp)
        repeats = [count for row, count in zip(found, counts.values(), strict=True) if row is not None]
        titled = np.zeros(len(known), np.bool_)
        titled[: sum(row is not None for row in found[: len(in_title)])] = True
        values = amounts(np.array(repeats, np.float32), titled, model.title_weight)
        values = values * model.rarity[rows]
        values /= np.float32(np.sqrt(values @ values))
        sums = sums + (values @ model.weights[rows].astype(np.float32)) * model.scales
    return dict(zip(model.classes, sums.tolist(), strict=True))
