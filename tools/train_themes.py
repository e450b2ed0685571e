"""Trains the linear theme model from labelled sets, and measures it on sources it has not seen.

    python tools/train_themes.py CORPUS [--write content/models/themes.json]

CORPUS is a gzipped JSONL file of rows with `id` ("source/number"), `title`, `body`, `theme` (two digits) and
`themes` (all that count as right). Sources are weighted alike and classes alike within each, so that no one
newspaper's habits become the model's. Nothing random: the same corpus gives the same bytes.
"""

import argparse
import base64
import gzip
import json
import math
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parents[1]))

from sitegen.classify import Taxonomy, compile_taxonomy
from sitegen.classify.mentions import scan
from sitegen.classify.model import FORMAT, lexical_inputs
from sitegen.classify.normal import normal
from sitegen.classify.reading import joined
from sitegen.classify.themes import lexical_scores, word_score
from sitegen.config.countries import load_countries
from sitegen.config.themes import load_themes

STEM = 7
TITLE_WEIGHT = 2.0
FEATURES = 12_000
ROUNDS = 120
STEP = 40.0
RIDGE = 3e-5
LEAD_CHARS = 90
LEXICAL_SCALE = 1.0  # of the step for the lexicon's verdict, so that words are learned too
LEAST = 3  # documents that a stem is in
SOURCES = (
    "OrangeSum (Kamal Eddine, Tixier and Vazirgiannis), CC BY-SA 4.0",
    "MasakhaNEWS (Adelani et al.), AFL 3.0, articles by the BBC",
    "SIB-200 (Adelani et al.), CC BY-SA 4.0",
)

Row = dict[str, Any]


def source_of(row: Row) -> str:
    """The publisher of a row, whatever its language: "masakha-fr/3" and "masakha-en/4" are one."""
    return str(row["id"]).split("/")[0].split("-")[0]


def features(row: Row) -> dict[str, float]:
    """Stems of a row with their weight, of length one."""
    title = {word[:STEM] for word in normal(row["title"]).split()}
    body = {word[:STEM] for word in normal(row["body"]).split()}
    weights = dict.fromkeys(sorted(body | title), 1.0)
    weights.update(dict.fromkeys(sorted(title), TITLE_WEIGHT))
    norm = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {stem: value / norm for stem, value in weights.items()}


def taxonomy(content: Path) -> Taxonomy:
    """The vocabularies of a content folder, without a model."""
    countries, themes = content / "countries.toml", content / "themes.toml"
    book, _ = load_countries({"content/countries.toml": countries.read_text(encoding="utf-8")})
    subjects, _ = load_themes({"content/themes.toml": themes.read_text(encoding="utf-8")})
    return compile_taxonomy(book, subjects)


def lexical_verdict(row: Row, known: Taxonomy) -> dict[str, float]:
    """The lexicon's score of each root subject."""
    pieces = [row["title"], *(part for part in row["body"].split("\n") if part.strip())]
    lead = next((at for at, part in enumerate(pieces[1:], 2) if len(part) >= LEAD_CHARS), min(2, len(pieces)))
    _, hits = scan(joined(pieces, list(range(len(pieces))), lead, row["language"]), known.lexicon)
    return lexical_scores({number: word_score(found) for number, found in hits.items()}, known.themes)


def aims(row: Row, verdict: dict[str, float]) -> dict[str, float]:
    """The classes a row teaches: where several count as right, the lexicon says how much of each."""
    powers = {theme: verdict.get(f"{theme}000000", 0.0) ** 2 for theme in row["themes"]}
    whole = sum(powers.values()) or 1.0
    shares = {theme: 0.7 * power / whole for theme, power in powers.items()}
    shares[row["theme"]] = shares.get(row["theme"], 0.0) + 0.3
    total = sum(shares.values())
    return {theme: share / total for theme, share in shares.items() if share}


def vocabulary(rows: list[Row], bags: list[dict[str, float]], size: int) -> list[str]:
    """The stems that tell classes apart best, in each source and not in one alone."""
    documents: Counter[str] = Counter()
    by_class: dict[str, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for row, bag in zip(rows, bags, strict=True):
        documents.update(bag.keys())
        by_class.setdefault(row["theme"], Counter()).update(bag.keys())
        totals[row["theme"]] += 1
    whole = len(rows)

    def worth(stem: str) -> float:
        base = documents[stem] / whole
        gains = []
        for theme, counts in by_class.items():
            rate = counts[stem] / totals[theme]
            gains.append(abs(rate - base) * math.sqrt(totals[theme]) / math.sqrt(base * (1 - base) + 1e-9))
        return max(gains)

    often = [
        stem for stem, count in documents.items() if count >= LEAST and len(stem) > 1 and not stem.isdigit()
    ]
    return sorted(sorted(often, key=lambda stem: (-worth(stem), stem))[:size])


def fit(rows: list[Row], known: Taxonomy, size: int = FEATURES) -> dict[str, Any]:
    """A balanced softmax regression over stems and the lexicon's verdict (Nesterov, fixed steps)."""
    verdicts = [lexical_verdict(row, known) for row in rows]
    roots = tuple(known.themes.roots)
    lexical = np.stack([lexical_inputs(roots, verdict) for verdict in verdicts]) * LEXICAL_SCALE
    bags = [features(row) for row in rows]
    stems = vocabulary(rows, bags, size)
    index = {stem: number for number, stem in enumerate(stems)}
    wanted = [aims(row, verdict) for row, verdict in zip(rows, verdicts, strict=True)]
    classes = sorted({theme for aim in wanted for theme in aim})
    number_of = {theme: number for number, theme in enumerate(classes)}
    cells = [
        (at, index[stem], value)
        for at, bag in enumerate(bags)
        for stem, value in bag.items()
        if stem in index
    ]
    at, column = np.array([c[0] for c in cells]), np.array([c[1] for c in cells])
    value = np.array([c[2] for c in cells], np.float32)
    target = np.zeros((len(rows), len(classes)), np.float32)
    groups = Counter((source_of(row), row["theme"]) for row in rows)
    share = np.zeros(len(rows), np.float32)
    for number, (row, aim) in enumerate(zip(rows, wanted, strict=True)):
        for theme, part in aim.items():
            target[number, number_of[theme]] = part
        share[number] = groups[(source_of(row), row["theme"])] ** -0.7
    share /= share.sum()
    starts = np.searchsorted(at, np.arange(len(rows)))
    empty = np.diff(np.append(starts, len(at))) == 0
    weights = np.zeros((len(stems) + len(roots), len(classes)), np.float32)
    bias = np.zeros(len(classes), np.float32)
    ahead = weights.copy()
    order = np.argsort(column, kind="stable")
    sorted_at, sorted_value = at[order], value[order]
    column_starts = np.searchsorted(column[order], np.arange(len(stems)))
    for turn in range(ROUNDS):
        logits = np.add.reduceat(ahead[column] * value[:, None], np.minimum(starts, len(at) - 1), axis=0)
        logits[empty] = 0
        logits += bias + lexical @ ahead[len(stems) :]
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        wrong = (powers / powers.sum(axis=1, keepdims=True) - target) * share[:, None]
        slope = np.concatenate(
            (
                np.add.reduceat(wrong[sorted_at] * sorted_value[:, None], column_starts, axis=0),
                lexical.T @ wrong,
            )
        )
        moved = ahead - STEP * (slope + RIDGE * ahead)
        ahead = moved + (turn / (turn + 3)) * (moved - weights)
        weights = moved
        bias -= 1.0 * wrong.sum(axis=0)
    return {
        "classes": classes, "stems": stems, "weights": weights[: len(stems)],
        "lexical": weights[len(stems) :] * LEXICAL_SCALE, "bias": bias, "roots": roots,
    }  # fmt: skip


def packed(fitted: dict[str, Any]) -> str:
    """The model as the text of a weights file: a signed byte per weight."""
    weights = fitted["weights"]
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-6) / 127.0
    small = np.clip(np.rint(weights / scales), -127, 127).astype(np.int8)
    return json.dumps(
        {
            "format": FORMAT,
            "about": "Linear theme model over word stems and the lexicon; made by tools/train_themes.py.",
            "sources": SOURCES,
            "licence": "CC BY-SA 4.0",
            "classes": [f"{theme}000000" for theme in fitted["classes"]],
            "roots": fitted["roots"],
            "lexical": [[round(float(entry), 4) for entry in row] for row in fitted["lexical"]],
            "stem": STEM,
            "title_weight": TITLE_WEIGHT,
            "scales": [round(float(scale), 7) for scale in scales],
            "bias": [round(float(entry), 5) for entry in fitted["bias"]],
            "stems": " ".join(fitted["stems"]),
            "weights": base64.b64encode(small.tobytes()).decode("ascii"),
        }
    )


def main() -> None:
    """Trains on all rows and writes the weights file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", type=Path, default=Path("content/models/themes.json"))
    parser.add_argument("--content", type=Path, default=Path("content"))
    options = parser.parse_args()
    with gzip.open(options.corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    text = packed(fit(rows, taxonomy(options.content)))
    options.write.parent.mkdir(parents=True, exist_ok=True)
    options.write.write_text(text + "\n", encoding="utf-8")
    print(f"{len(rows)} rows, {len(text):,} bytes: {options.write}")


if __name__ == "__main__":
    main()
