"""Gates over labelled sets: they may only rise."""

import gzip
import time
import zlib
from functools import cache

import numpy as np
import pytest

from sitegen.classify import label
from sitegen.classify.evaluate import evaluate_countries, macro_f1, read_rows, reading_of
from tests.classify.taxonomy import CORPUS, countries, taxonomy
from tools.train_themes import corpus_of, measured, source_of

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the labelled sets are not at {CORPUS.name}"),
]

SEEDS = CORPUS.parent / "seeds"
DOCUMENT = 2500  # characters
HELD_OUT = 0.83  # macro-F1 of a fifth of the rows
UNSEEN = [("masakha", 0.76), ("orange", 0.685), ("sib200", 0.65)]  # each asked of a model of the others


@cache
def rows(name):
    with gzip.open(CORPUS / name, "rt", encoding="utf-8") as lines:
        return read_rows(lines.read())


def test_primary_country():
    report = evaluate_countries(rows("countries.jsonl.gz"), taxonomy())
    assert report.figure("as published", "right") >= 0.998, report.table()
    assert report.figure("without the prefix", "right") >= 0.951, report.table()
    assert report.figure("title does not name it", "right") >= 0.939, report.table()
    assert report.figure("title names it", "right") >= 0.978, report.table()


@cache
def training():
    return corpus_of(tuple(row for row in rows("themes.jsonl.gz") if row.themes), taxonomy())


def test_themes_of_held_out_rows():
    everything = np.arange(len(training().rows))
    held = np.array([zlib.crc32(f"0/{row.id}".encode()) % 5 == 0 for row in training().rows])
    found = measured(training(), everything[held], everything[~held])
    assert macro_f1([(wanted, given) for _, wanted, given in found]) >= HELD_OUT


@pytest.mark.parametrize(("source", "gate"), UNSEEN)
def test_themes_of_a_source_never_seen(source, gate):
    everything = np.arange(len(training().rows))
    held = np.array([source_of(row) == source for row in training().rows])
    found = measured(training(), everything[held], everything[~held])
    assert macro_f1([(wanted, given) for _, wanted, given in found]) >= gate


def test_the_speed_of_labelling():
    texts = [row for row in rows("countries.jsonl.gz") if 1500 <= len(row.body) <= 3500][:150]
    known = taxonomy()
    best = min(_seconds(texts, known) for _ in range(5))
    size = sum(len(row.body) for row in texts) / DOCUMENT
    print(f"{size / best:.0f} documents of {DOCUMENT} characters per second")
    assert size / best >= 200  # the same code made 600 to 2,500 from one machine to another: make bench tells


def _seconds(texts, known):
    start = time.process_time()
    for row in texts:
        label(reading_of(row.title, row.body, row.language), known)
    return time.process_time() - start


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real captures are not there")
@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [("000", "Comme nous", ["AM", "US"]), ("001", "", ["AM", "US", "AZ", "RU"]), ("002", "Ce jeudi", ["AM"])],
)
def test_real_captures(name, start, expected):
    text = next(SEEDS.glob(f"{name}_*")).read_text(encoding="utf-8")
    assert countries("", text[text.index(start) :]) == expected
