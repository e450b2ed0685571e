"""Gates over labelled sets: they may only rise."""

import gzip
import time
from functools import cache

import pytest

from sitegen.classify import label
from sitegen.classify.evaluate import evaluate_countries, evaluate_themes, read_rows, reading_of
from tests.classify.taxonomy import CORPUS, countries, taxonomy

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the labelled sets are not at {CORPUS.name}"),
]

SEEDS = CORPUS.parent / "seeds"
DOCUMENT = 2500  # characters
THEMES_ALL = 0.85


@cache
def rows(name):
    with gzip.open(CORPUS / name, "rt", encoding="utf-8") as lines:
        return read_rows(lines.read())


def test_primary_country():
    report = evaluate_countries(rows("countries.jsonl.gz"), taxonomy())
    assert report.figure("as published", "right") >= 0.99, report.table()
    assert report.figure("title does not name it", "right") >= 0.93, report.table()
    assert report.figure("title names it", "right") >= 0.97, report.table()


def test_themes_on_the_sets_the_model_was_trained_on():
    report = evaluate_themes(rows("themes.jsonl.gz"), taxonomy())
    assert report.figure("all", "F1") >= THEMES_ALL, report.table()


def test_the_speed_of_labelling():
    texts = [row for row in rows("countries.jsonl.gz") if 1500 <= len(row.body) <= 3500][:150]
    known = taxonomy()
    best = min(_seconds(texts, known) for _ in range(3))
    size = sum(len(row.body) for row in texts) / DOCUMENT
    assert size / best >= 1500, f"documents of {DOCUMENT} characters per second"


def _seconds(texts, known):
    start = time.perf_counter()
    for row in texts:
        label(reading_of(row.title, row.body, row.language), known)
    return time.perf_counter() - start


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the five real captures are not there")
@pytest.mark.parametrize(
    ("name", "start", "expected"),
    [("000", "Comme nous", ["AM", "US"]), ("001", "", ["AM", "US", "AZ", "RU"]), ("002", "Ce jeudi", ["AM"])],
)
def test_real_captures(name, start, expected):
    text = next(SEEDS.glob(f"{name}_*")).read_text(encoding="utf-8")
    assert countries("", text[text.index(start) :]) == expected
