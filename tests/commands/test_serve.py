"""`sitegen serve` as an editor has it open: builds on every change, and says what is new."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.conftest import SmallSite


@contextmanager
def serving(site: SmallSite) -> Iterator["subprocess.Popen[str]"]:
    command = [
        sys.executable,
        "-m",
        "sitegen",
        "serve",
        "--root",
        str(site.root),
        "--port",
        "0",
        "--lang",
        "en",
    ]
    process = subprocess.Popen(
        [*command, "--no-search"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    try:
        yield process
    finally:
        process.terminate()
        process.communicate(timeout=20)


def until(process: "subprocess.Popen[str]", mark: str) -> list[str]:
    """The lines up to the one that holds a mark."""
    assert process.stdout
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if mark in line:
            return lines
    pytest.fail(f"it ended before it said {mark}: {lines}")


def test_a_change_is_built_and_only_new_warnings_are_said(site: SmallSite) -> None:
    site.article("un", "Un texte.\n\n![Un pont](assets/pont.jpg)", title="Un", date="2025-03-04")
    site.article("deux", title="Deux", date="2025-03-05")
    with serving(site) as process:
        first = until(process, "articles, ")
        assert sum("assets/pont.jpg" in line for line in first) == 1
        assert "1 warning (" in first[-1]
        until(process, "http://")
        site.article("deux", title="Autre chose", date="2025-03-05")
        second = until(process, "articles, ")
        assert [line for line in second if "warning" in line] == second[-1:]
        assert "Autre chose" in (site.public / "index.html").read_text("utf-8")
        site.article("deux", title="Autre chose", date="2025-03-05", tilte="Deux")
        third = until(process, "articles, ")
        assert [line.split(" ")[2] for line in third[:-1]] == ["key-misspelt"]
        assert "2 warnings (" in third[-1]
