"""The gate: on pages of sites that the weights have never seen, cleaning may only get better."""

import gzip
from pathlib import Path

import pytest

from sitegen.clean import clean
from sitegen.clean.evaluate import Sample, is_held_out, measure, read_samples
from sitegen.model import Recognition
from tests.clean.given import document, rules

CORPUS = Path(__file__).parents[2].parent / "shared/corpus"

# Means over the pages of sites held out, by kind of page; lowering one takes a reason in the commit.
FLOORS = {
    "fundus": {"flat": 0.945, "md": 0.94, "text": 0.945},
    "wcxb": {"flat": 0.953, "md": 0.953, "text": 0.953},
}
FRENCH = {"flat": 0.99, "md": 0.99, "text": 0.99}  # one site, seen in training: a guard, not a measure

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.exists(), reason="the development corpora are not beside the project"),
]


def samples(name: str) -> tuple[Sample, ...]:
    return read_samples(gzip.decompress((CORPUS / f"noise-{name}.jsonl.gz").read_bytes()).decode())


def kept(sample: Sample) -> str:
    return clean(document(sample.dump), Recognition("", sample.language), rules()).body


@pytest.mark.parametrize("kind", sorted(FLOORS))
def test_sites_held_out(kind):
    report = measure([s for s in samples("en-de") if is_held_out(s) and s.id.startswith(kind)], kept)
    print(f"\n{kind}\n{report.table()}")
    found = {style: score.f1 for style, _, score in report.styles}
    assert {style: found[style] for style, floor in FLOORS[kind].items() if found[style] < floor} == {}


def test_the_french_site():
    report = measure(samples("fr"), kept)
    print(f"\n{report.table()}")
    found = {style: score.f1 for style, _, score in report.styles}
    assert {style: found[style] for style, floor in FRENCH.items() if found[style] < floor} == {}


def test_clean_articles_stay_whole():
    """The gold texts of news pages, given as they are: hardly a line goes."""
    news = [
        Sample(s.id, s.host, s.language, "gold", s.gold.replace("\n", "\n\n"), s.gold)
        for name in ("fr", "en-de")
        for s in samples(name)
        if s.style == "text" and s.id.startswith(("fundus", "orange"))
    ]
    report = measure(news, kept)
    print(f"\n{report.table()}")
    assert report.styles[0][2].recall >= 0.995
