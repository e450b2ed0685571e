"""Trains the linear theme model from labelled sets, and measures it on rows and sources it has not seen.

    python tools/train_themes.py CORPUS [--write content/models/themes.json]
    python tools/train_themes.py CORPUS --measure [--seeds 2]

CORPUS is a gzipped JSONL file of rows with `id` ("source/number"), `title`, `body`, `theme` (two digits) and
`themes` (all that count as right). The model is a ridge regression on the classes, solved in one go over the
rows' likeness to each other, so the same corpus gives the same weights. Where several themes count as right,
a first solution, asked about each row without that row, says which one the row shall teach.
"""

import argparse
import base64
import gzip
import json
import sys
import zlib
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parents[1]))

from sitegen.classify import Taxonomy, compile_taxonomy
from sitegen.classify.evaluate import Row, macro_f1, read_rows, reading_of
from sitegen.classify.mentions import ThemeHits, scan
from sitegen.classify.model import FORMAT, RARITY_STEP, amounts, stems_of
from sitegen.classify.reading import Reading
from sitegen.classify.themes import ThemeTable, lexical_scores, root_scores, weighed_labels, word_score
from sitegen.config.countries import load_countries
from sitegen.config.themes import load_themes

STEM = 7
TITLE_WEIGHT = 2.0
LEAST = 2  # documents that a stem is in
RIDGE = 0.25
CROWD = -0.5  # rows of a source and class weigh by this power of their number, so that no crowd decides
FOREMOST = 0.3  # of what a row teaches goes to its first theme, the rest to those most likely
FOLDS = 5
BLOCK = 512
SOURCES = (
    "OrangeSum (Kamal Eddine, Tixier and Vazirgiannis), CC BY-SA 4.0",
    "MasakhaNEWS (Adelani et al.), AFL 3.0, articles by the BBC",
    "SIB-200 (Adelani et al.), CC BY-SA 4.0",
)

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Corpus:
    """The rows with their stems, likeness, lexical verdicts and the classes that count as right."""

    rows: tuple[Row, ...]
    read: list[tuple[dict[int, ThemeHits], Reading]]
    table: ThemeTable
    stems: list[str]
    rarity: NDArray[np.float32]
    cells: list[tuple[NDArray[np.int64], NDArray[np.float32]]]
    likeness: NDArray[np.float32]
    verdicts: list[dict[str, float]]
    roots: tuple[str, ...]
    right: Numbers
    first: Numbers


def source_of(row: Row) -> str:
    """The publisher of a row, whatever its language: "masakha-fr/3" and "masakha-en/4" are one."""
    return row.source.split("-")[0]


def taxonomy(content: Path) -> Taxonomy:
    """The vocabularies of a content folder, without a model."""
    countries, themes = content / "countries.toml", content / "themes.toml"
    book, _ = load_countries({"content/countries.toml": countries.read_text(encoding="utf-8")})
    subjects, _ = load_themes({"content/themes.toml": themes.read_text(encoding="utf-8")})
    return compile_taxonomy(book, subjects)


def corpus_of(rows: tuple[Row, ...], known: Taxonomy) -> Corpus:
    """All that training and measuring ask of the rows. Rarity is of all rows: it says nothing of classes."""
    bags, verdicts, read = [], [], []
    documents: Counter[str] = Counter()
    for row in rows:
        reading = reading_of(row.title, row.body, row.language)
        _, hits = scan(reading, known.lexicon)
        read.append((hits, reading))
        words = {number: word_score(found) for number, found in hits.items()}
        verdicts.append(lexical_scores(words, known.themes))
        bag = stems_of(reading.normal[: reading.title_end], reading.normal[reading.title_end :], STEM)
        bags.append(bag)
        documents.update(bag[0].keys())
    stems = sorted(
        stem for stem, n in documents.items() if n >= LEAST and len(stem) > 1 and not stem.isdigit()
    )
    index = {stem: number for number, stem in enumerate(stems)}
    often = np.array([documents[stem] for stem in stems])
    rarity = (np.rint((1 + np.log(len(rows) / often)) * RARITY_STEP) / RARITY_STEP).astype(np.float32)
    cells = []
    for counts, in_title in bags:
        inside = sorted(stem for stem in counts if stem in index)
        at = np.array([index[stem] for stem in inside], np.int64)
        values = amounts(
            np.array([counts[stem] for stem in inside], np.float32),
            np.array([stem in in_title for stem in inside], np.bool_),
            TITLE_WEIGHT,
        )
        values = values * rarity[at]
        cells.append((at, values / max(float(np.sqrt(values @ values)), 1e-9)))
    roots = tuple(sorted(known.themes.roots))
    number_of = {root[:2]: number for number, root in enumerate(roots)}
    right, first = np.zeros((len(rows), len(roots))), np.zeros((len(rows), len(roots)))
    for number, row in enumerate(rows):
        right[number, [number_of[theme] for theme in row.themes]] = 1
        first[number, number_of[row.themes[0]]] = 1
    return Corpus(
        rows,
        read,
        known.themes,
        stems,
        rarity,
        cells,
        likeness(cells, len(stems)),
        verdicts,
        roots,
        right,
        first,
    )


def likeness(cells: list[tuple[NDArray[np.int64], NDArray[np.float32]]], width: int) -> NDArray[np.float32]:
    """The product of each two rows, a block at a time."""
    out = np.zeros((len(cells), len(cells)), np.float32)
    for low in range(0, len(cells), BLOCK):
        dense = np.zeros((width, min(BLOCK, len(cells) - low)), np.float32)
        for column, (at, values) in enumerate(cells[low : low + BLOCK]):
            dense[at, column] = values
        for number, (at, values) in enumerate(cells):
            out[number, low : low + BLOCK] = values @ dense[at]
    return out


def fit(corpus: Corpus, taught: NDArray[np.int64]) -> tuple[Numbers, NDArray[np.bool_]]:
    """What each row taught adds for each class, and the classes that some row was right for."""
    rows = [corpus.rows[number] for number in taught]
    crowds = Counter((source_of(row), row.themes[0]) for row in rows)
    weight = np.array([crowds[source_of(row), row.themes[0]] ** CROWD for row in rows])
    alike = corpus.likeness[np.ix_(taught, taught)].astype(np.float64) + 1.0
    alike[np.diag_indices_from(alike)] += RIDGE * weight.mean() / weight
    inverse = np.linalg.inv(alike)
    right, first = corpus.right[taught], corpus.first[taught]
    chances = np.array([list(_shares(corpus, number, {}).values()) for number in taught])
    aim = _aims(chances, right, first)
    without = aim - (inverse @ aim) / np.diag(inverse)[:, None]  # each row's verdict, the row left out
    aim = _aims(np.exp(6.0 * without) * np.sqrt(chances), right, first)
    return inverse @ aim, right.sum(axis=0) > 0


def _aims(chances: Numbers, right: Numbers, first: Numbers) -> Numbers:
    """What each row teaches: its first theme in part, else the likeliest of those that are right."""
    likely = chances * right + 1e-9 * first
    return FOREMOST * first + (1 - FOREMOST) * likely / likely.sum(axis=1, keepdims=True)


def _shares(corpus: Corpus, number: int, guess: dict[str, float]) -> dict[str, float]:
    """The shares that the site would give a row, by root subject in order; even ones where it has none."""
    shares = root_scores(corpus.verdicts[number], guess) or dict.fromkeys(corpus.roots, 1 / len(corpus.roots))
    return {root: shares[root] for root in corpus.roots}


def measured(
    corpus: Corpus, asked: NDArray[np.int64], taught: NDArray[np.int64]
) -> list[tuple[int, str, str]]:
    """Row, wanted and given for rows asked of a model taught others; the lexicon's where none taught it."""
    verdicts = np.zeros((len(asked), len(corpus.roots)))
    known = np.zeros(len(corpus.roots), np.bool_)
    if len(taught):
        lesson, known = fit(corpus, taught)
        verdicts = (corpus.likeness[np.ix_(asked, taught)] + 1.0) @ lesson
    of = [theme.medtop_root[:2] for theme in corpus.table.themes]
    index = {theme.id: number for number, theme in enumerate(corpus.table.themes)}
    out = []
    for number, verdict in zip(asked.tolist(), verdicts, strict=True):
        guess = {root: float(verdict[at]) for at, root in enumerate(corpus.roots) if known[at]}
        hits, reading = corpus.read[number]
        labels = weighed_labels(hits, reading, corpus.table, guess)
        given = of[index[labels[0].id]] if labels else ""
        themes = corpus.rows[number].themes
        out.append((number, given if given in themes else themes[0], given))
    return out


def report(corpus: Corpus, name: str, found: list[tuple[int, str, str]]) -> None:
    """A line of figures: macro-F1 of all, then by source."""
    parts = [f"{name:<28}", f"{macro_f1([(wanted, given) for _, wanted, given in found]):.3f}"]
    for source in sorted({source_of(corpus.rows[number]) for number, _, _ in found}):
        pairs = [(w, g) for number, w, g in found if source_of(corpus.rows[number]) == source]
        parts.append(f"{source} {macro_f1(pairs):.3f}")
    print("  ".join(parts), flush=True)


def measure(corpus: Corpus, seeds: int) -> None:
    """Macro-F1 by row (each fifth asked of the others) and by source (each asked of the others)."""
    everything = np.arange(len(corpus.rows))
    report(corpus, "lexicon alone", measured(corpus, everything, everything[:0]))
    for seed in range(seeds):
        fold = np.array([zlib.crc32(f"{seed}/{row.id}".encode()) % FOLDS for row in corpus.rows])
        found = [
            entry
            for part in range(FOLDS)
            for entry in measured(corpus, everything[fold == part], everything[fold != part])
        ]
        report(corpus, f"held-out fifths, seed {seed}", found)
    sources = np.array([source_of(row) for row in corpus.rows])
    for source in sorted(set(sources.tolist())):
        found = measured(corpus, everything[sources == source], everything[sources != source])
        report(corpus, "unseen source", found)


def packed(corpus: Corpus) -> str:
    """The model of all rows as the text of a weights file: a signed byte per weight."""
    lesson, known = fit(corpus, np.arange(len(corpus.rows)))
    lesson = lesson[:, known]
    weights = np.zeros((len(corpus.stems), lesson.shape[1]))
    for (at, values), part in zip(corpus.cells, lesson, strict=True):
        weights[at] += values[:, None] * part
    scales = np.maximum(np.abs(weights).max(axis=0), 1e-6) / 127.0
    small = np.clip(np.rint(weights / scales), -127, 127).astype(np.int8)
    rarity = np.rint(corpus.rarity * RARITY_STEP).astype(np.uint8)
    return json.dumps(
        {
            "format": FORMAT,
            "about": "Linear theme model over word stems; made by tools/train_themes.py.",
            "sources": SOURCES,
            "licence": "CC BY-SA 4.0",
            "classes": [root for root, there in zip(corpus.roots, known, strict=True) if there],
            "languages": sorted({row.language for row in corpus.rows}),
            "stem": STEM,
            "title_weight": TITLE_WEIGHT,
            "scales": [round(float(scale), 7) for scale in scales],
            "bias": [round(float(entry), 5) for entry in lesson.sum(axis=0)],
            "stems": " ".join(corpus.stems),
            "rarity": base64.b64encode(rarity.tobytes()).decode("ascii"),
            "weights": base64.b64encode(small.tobytes()).decode("ascii"),
        }
    )


def main() -> None:
    """Measures, or trains on all rows and writes the weights file."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--write", type=Path, default=Path("content/models/themes.json"))
    parser.add_argument("--content", type=Path, default=Path("content"))
    parser.add_argument("--measure", action="store_true")
    parser.add_argument("--seeds", type=int, default=2)
    options = parser.parse_args()
    with gzip.open(options.corpus, "rt", encoding="utf-8") as lines:
        rows = tuple(row for row in read_rows(lines.read()) if row.themes)
    corpus = corpus_of(rows, taxonomy(options.content))
    if options.measure:
        measure(corpus, options.seeds)
        return
    text = packed(corpus)
    options.write.parent.mkdir(parents=True, exist_ok=True)
    options.write.write_text(text + "\n", encoding="utf-8")
    print(f"{len(rows)} rows, {len(corpus.stems):,} stems, {len(text):,} bytes: {options.write}")


if __name__ == "__main__":
    main()
