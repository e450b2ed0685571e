"""Floors under the speed, well below what a quiet machine does: only a real loss fails; see docs."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks import corpus
from benchmarks.measure import Cost, run, sitegen

pytestmark = pytest.mark.slow

ARTICLES = 600


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Path], Cost]:
    """A site of several parts in the index, its articles' files, and what building it took."""
    root = tmp_path_factory.mktemp("speed") / "site"
    files = corpus.write_site(root, ARTICLES)
    cost, _ = run(sitegen("build", "--lang", "en"), root)
    return root, files, cost


def test_a_cold_build_costs_little_an_article(built: tuple[Path, list[Path], Cost]) -> None:
    assert built[2].cpu / ARTICLES < 0.06


def test_nothing_changed_is_told_at_once(built: tuple[Path, list[Path], Cost]) -> None:
    cost, said = run(sitegen("build", "--lang", "en"), built[0])
    assert cost.cpu < 1.5
    assert "0 written" in said


def test_one_edit_costs_little_whatever_the_number(built: tuple[Path, list[Path], Cost]) -> None:
    root, files, cold = built
    text = files[5].read_text("utf-8")
    files[5].write_text(text.replace("participants", "zibelines", 1), "utf-8")
    cost, said = run(sitegen("build", "--lang", "en"), root)
    assert "(1 read anew" in said
    assert "1 part written" in said  # of the search index
    assert cost.cpu < min(4.0, cold.cpu / 2)


def test_help_is_there_at_once(built: tuple[Path, list[Path], Cost]) -> None:
    best = min(_seconds(lambda: run(sitegen("--help"), built[0])) for _ in range(5))
    assert best < 1.0


def _seconds(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start
