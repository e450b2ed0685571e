"""What the fuzzer found once, and what it begins with, holds ever after."""

from pathlib import Path

import pytest

from tests.hostile.targets import TARGETS, seeds

FOUND = sorted(path for path in (Path(__file__).parent / "corpus").rglob("*") if path.is_file())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_what_was_found_is_mended(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.hostile
@pytest.mark.parametrize("name", TARGETS)
def test_every_seed_keeps_every_promise(name: str) -> None:
    for seed in seeds(1_000_000):
        TARGETS[name](seed)
