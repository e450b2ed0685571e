"""The line scorer's weights are those that the named revision's training wrote."""

import importlib.util
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOL = ROOT / "tools/train_again.py"


def test_the_shipped_weights_are_those_of_the_revision_that_is_trained_again():
    spec = importlib.util.spec_from_file_location("train_again", TOOL)
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    if not shutil.which("git"):
        pytest.skip("no git on this machine")
    shown = subprocess.run(
        ["git", "show", f"{tool.TRAINED}:{tool.WEIGHTS}"], cwd=ROOT, capture_output=True, check=False
    )
    if shown.returncode:
        pytest.skip("this copy has no history that reaches back to the training")
    assert shown.stdout == (ROOT / tool.WEIGHTS).read_bytes()
