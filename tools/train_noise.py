# ruff: noqa: PLR2004  the numbers of a recipe stand where they are used
"""Trains the line scorer of sitegen.clean, and measures the whole cleaning on sites it has not seen.

    python tools/train_noise.py CORPUS content/models/noise-lines.json [--labels CACHE]
    python tools/train_noise.py CORPUS --check fr [--labels CACHE]

CORPUS is a folder with noise-*.jsonl.gz. The same corpus gives the same weights. Lines are labelled by what
choosing them does to the token-level score against the gold text; CACHE keeps these labels between runs.
"""

import argparse
import gzip
import json
import sys
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from boosting import Array, Settings, fit_logistic, fit_trees, sigmoid
from layouts import Story, furniture, invented_page

from sitegen.clean import clean, compile_rules
from sitegen.clean.context import CONTEXT, context_features
from sitegen.clean.evaluate import (
    Sample,
    common_length,
    is_held_out,
    measure,
    read_samples,
    site_of,
    tokens,
)
from sitegen.clean.features import OWN, own_rows
from sitegen.clean.rules import Rules
from sitegen.config.noise import LineModel, Rulebook, load_noise
from sitegen.model import Block, Document, Recognition
from sitegen.read.blocks import split_blocks

ROOT = Path(__file__).parents[1]
SOURCES = (
    "WCXB by Murrough-Foley (annotations CC BY 4.0)",
    "fundus test pages (MIT)",
    "mozilla/readability test pages (Apache-2.0)",
    "OrangeSum by Tixier et al. (CC BY-SA 4.0)",
)
TRUST = {"fundus": 5.0, "orange": 0.7, "wcxb": 0.7}  # news pages first; one site must not carry it
INVENTED = 0.7  # weight of a page made around an article of the French site
LAYOUTS = 3  # such pages for each article
FOLDS = 4
CROP = 0.5  # weight of a page cut close around its article, as editors paste
THRESHOLD = 0.4  # lower than what gives the best mean F1: text lost is worse than noise left
SURE_TOKENS = 25
SETTINGS = Settings(depth=5)


@dataclass(frozen=True)
class Page:
    """A page's blocks with their labels and weights."""

    sample: Sample
    blocks: tuple[Block, ...]
    labels: tuple[bool, ...]
    weight: float


def label(sample: Sample) -> list[bool]:
    """Which blocks to keep so that the kept text is nearest to the gold one."""
    blocks = split_blocks(sample.dump.split("\n"))
    words = [tokens(block.text) for block in blocks]
    gold = tokens(sample.gold)
    triples = set(zip(gold, gold[1:], gold[2:], strict=False))
    whole = f" {' '.join(gold)} "
    cover = [_cover(own, triples, whole) for own in words]
    chosen = [share > 0.5 and len(own) > 3 for share, own in zip(cover, words, strict=True)]

    def score() -> float:
        kept = [token for own, keep in zip(words, chosen, strict=True) if keep for token in own]
        return 2 * common_length(gold, kept) / max(len(kept) + len(gold), 1)

    best = score()
    core = [at for at, keep in enumerate(chosen) if keep]
    near = range(max(min(core, default=0) - 15, 0), min(max(core, default=len(blocks)) + 16, len(blocks)))
    doubtful = [at for at in near if cover[at] > 0.1 and words[at]][:400]
    for turn in range(2):
        before = best
        for at in doubtful:
            sure = not turn and chosen[at] and cover[at] > 0.9 and len(words[at]) > SURE_TOKENS
            if sure and words.count(words[at]) == 1:
                continue
            chosen[at] = not chosen[at]
            now = score()
            if now > best + 1e-9:
                best = now
            else:
                chosen[at] = not chosen[at]
        if best == before:
            break
    return chosen


def _cover(own: list[str], triples: set[tuple[str, str, str]], whole: str) -> float:
    """How much of a block's words stands in the gold text in this order."""
    if not own:
        return 0.0
    if len(own) < 4:
        return float(f" {' '.join(own)} " in whole)
    return sum(triple in triples for triple in zip(own, own[1:], own[2:], strict=False)) / (len(own) - 2)


def pages_of(sample: Sample, labels: Sequence[bool]) -> list[Page]:
    """A page as it is, once cut close around the article, and once as the gold text alone."""
    trust = TRUST.get(sample.id.split("-")[0], 1.0)
    blocks = split_blocks(sample.dump.split("\n"))
    out = [Page(sample, blocks, tuple(labels), trust)]
    if sample.style != "flat" and any(labels):
        dice = np.random.default_rng(zlib.crc32(f"{sample.id} {sample.style}".encode()))
        before, after = dice.integers(0, 11, 2)
        kept = [at for at, keep in enumerate(labels) if keep]
        first, last = max(kept[0] - int(before), 0), kept[-1] + int(after) + 1
        out.append(Page(sample, blocks[first:last], tuple(labels[first:last]), trust * CROP))
    if sample.style == "text":
        lines = [line for line in sample.gold.split("\n") if line.strip()]
        gold = split_blocks("\n\n".join(lines).split("\n"))
        out.append(Page(sample, gold, (True,) * len(gold), trust * CROP))
    return [page for page in out if page.blocks]


def invented(rows: Sequence[dict[str, Any]]) -> list[Page]:
    """Pages of invented sites around the French articles of the corpus, which lie in its rows."""
    stories = {
        row["id"]: Story(title, tuple(line for line in row["gold"]["body"].split("\n") if line.strip()))
        for row in rows
        if row["language"] == "fr" and row["style"] == "text" and (title := row["gold"]["title"])
    }
    words, all_stories = furniture(), [story for _, story in sorted(stories.items())]
    out = []
    for turn in range(LAYOUTS):
        for name, story in sorted(stories.items()):
            style, lines = invented_page(f"{name} {turn}", story, all_stories, words)
            dump = [text for text, _ in lines]
            blocks = split_blocks(dump)
            labels = tuple(lines[block.span.line - 1][1] for block in blocks)
            gold = "\n".join(text for text, kept in lines if kept)
            seed = f"invented-{name}"
            out.append(Page(Sample(seed, seed, "fr", style, "\n".join(dump), gold), blocks, labels, INVENTED))
    return out


def fit(pages: Sequence[Page], rules: Rules, settings: Settings = SETTINGS) -> LineModel:
    """The scorer learned from the pages given."""
    own, lines, target, weight, group = [], [], [], [], []
    names: dict[str, int] = {}
    for page in pages:
        engine = rules.engine(page.sample.language, "")
        readings = [engine.read(block) for block in page.blocks]
        read = [reading.line for reading in readings]
        lines.append(read)
        own.append(own_rows(read, [reading.signs for reading in readings], engine.words))
        target.append(np.array(page.labels, dtype=float))
        size = len(tokens(page.sample.gold)) + 60
        counts = np.array([len(tokens(block.text)) for block in page.blocks], dtype=float)
        weight.append(np.where(counts > 0, (counts + 4) / size, 0.0) * page.weight)
        site = site_of(page.sample.host)
        name = page.sample.id[:8] if page.sample.id.startswith("orange") else site
        group.append(np.full(len(read), names.setdefault(name, len(names))))
    every, wanted = np.concatenate(own), np.concatenate(target)
    heavy = np.concatenate(weight)
    heavy /= heavy.mean()
    weights, bias = fit_logistic(every, wanted, heavy)
    rows: list[Array] = []
    for read, numbers in zip(lines, own, strict=True):
        first = sigmoid(numbers @ weights + bias)
        rows.append(np.hstack((numbers, context_features(read, numbers, first))))
    near = np.concatenate(rows)
    at = len(OWN)
    plain = (near[:, at + 7] < 3) & (near[:, at + 8] < 3) & (near[:, at] < 0.05)  # far from any text
    chosen = ~plain | (np.random.default_rng(0).random(len(near)) < 0.1)
    base, trees = fit_trees(
        near[chosen],
        wanted[chosen],
        np.where(plain, heavy * 10, heavy)[chosen],
        np.concatenate(group)[chosen],
        settings,
    )
    return LineModel(
        (*OWN, *CONTEXT),
        tuple(_rounded(weights, 5)),
        _rounded([bias], 5)[0],
        tuple((tuple(f), tuple(_rounded(t, 6)), tuple(_rounded(v, 4))) for f, t, v in trees),
        _rounded([base], 5)[0],
        THRESHOLD,
    )


def _rounded(values: Sequence[float] | Array, digits: int) -> list[float]:
    return [float(f"{value:.{digits}g}") for value in values]


def write(model: LineModel, path: Path) -> None:
    """The weights file, with where they come from."""
    table = {
        "about": "line scorer of sitegen.clean, written by tools/train_noise.py",
        "sources": SOURCES,
        "names": model.names,
        "weights": model.weights,
        "bias": model.bias,
        "base": model.base,
        "threshold": model.threshold,
        "trees": model.trees,
    }
    path.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")


def check(
    samples: Sequence[Sample], pages: dict[str, list[Page]], more: Sequence[Page], book: Rulebook, part: str
) -> None:
    """Prints what the cleaning reaches on a part it did not learn from: a language, or a fold of sites."""
    if part.isdigit():
        out = {s for s in samples if zlib.crc32(site_of(s.host).encode()) % FOLDS == int(part)}
    else:
        out = {s for s in samples if s.language == part}
    train = [page for s in samples if s not in out for page in pages[f"{s.id} {s.style}"]]
    train += more if part != "fr" else []  # they tell of the French site's articles
    rules = compile_rules(book, (), fit(train, compile_rules(book, (), None)))
    for kind in ("fundus", "wcxb", "readability", "orange"):
        test = [s for s in samples if s in out and s.id.startswith(kind)]
        if test:
            print(f"\n{part} left out: {kind}\n{measure(test, lambda s: body(s, rules)).table(worst=5)}")


def body(sample: Sample, rules: Rules) -> str:
    """What is kept of a page."""
    document = Document(sample.id, "capture", (), split_blocks(sample.dump.split("\n")))
    return clean(document, Recognition("", sample.language), rules).body


def main() -> int:
    """Trains and writes, or checks."""
    parser = argparse.ArgumentParser(description="Train the line scorer of sitegen.clean.")
    parser.add_argument("corpus", type=Path)
    parser.add_argument("output", type=Path, nargs="?")
    parser.add_argument("--labels", type=Path, help="a cache of the labels")
    parser.add_argument(
        "--check", metavar="PART", help="a language, or a fold from 0 to 3, to leave out and measure"
    )
    args = parser.parse_args()
    texts = [
        gzip.decompress(path.read_bytes()).decode() for path in sorted(args.corpus.glob("noise-*.jsonl.gz"))
    ]
    samples = [sample for text in texts for sample in read_samples(text)]
    more = invented([json.loads(line) for text in texts for line in text.split("\n") if line.strip()])
    cached = json.loads(args.labels.read_text()) if args.labels and args.labels.exists() else {}
    for sample in samples:
        if f"{sample.id} {sample.style}" not in cached:
            cached[f"{sample.id} {sample.style}"] = [int(keep) for keep in label(sample)]
    if args.labels:
        args.labels.write_text(json.dumps(cached))
    files = {str(path): path.read_text("utf-8") for path in (ROOT / "content/noise").glob("*.toml")}
    book, _ = load_noise(files)
    pages = {
        f"{s.id} {s.style}": pages_of(s, [bool(keep) for keep in cached[f"{s.id} {s.style}"]])
        for s in samples
    }
    if args.check:
        check(samples, pages, more, book, args.check)
    if args.output:
        seen = [sample for sample in samples if not is_held_out(sample)]
        every = [page for sample in seen for page in pages[f"{sample.id} {sample.style}"]]
        write(fit(every + more, compile_rules(book, (), None)), args.output)
    return 0


if __name__ == "__main__":
    sys.exit(main())
