"""Trains the shipped line scorer again as it was trained, and says whether every byte is the same.

    python tools/train_again.py CORPUS

CORPUS is the folder that tools/train_noise.py takes. The weights follow from the corpus, the rows of
content/noise/ and the code of that day, so the tree is taken as it was: both have changed since, and a
training of today's gives other weights (docs/evaluation.md). It takes some ten minutes.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
TRAINED = "3ee0ce00b84388fc9cb8ff122d057efbf3ea5754"  # the revision whose training wrote the weights
WEIGHTS = Path("content/models/noise-lines.json")


def main() -> int:
    """0 where the weights are the same, 1 where they differ, 2 where the clone does not reach back so far."""
    parser = argparse.ArgumentParser(description="train the shipped line scorer again")
    parser.add_argument("corpus", type=Path)
    corpus = parser.parse_args().corpus.resolve()
    with tempfile.TemporaryDirectory() as folder:
        tree, written = Path(folder) / "tree", Path(folder) / WEIGHTS.name
        added = subprocess.run(
            ["git", "worktree", "add", "--detach", "--quiet", str(tree), TRAINED], cwd=ROOT, check=False
        )
        if added.returncode:
            print(f"revision {TRAINED} is not in this clone: fetch its whole history", file=sys.stderr)
            return 2
        try:
            command = [sys.executable, "tools/train_noise.py", str(corpus), str(written)]
            subprocess.run(command, cwd=tree, env={**os.environ, "PYTHONPATH": str(tree)}, check=True)
            same = written.read_bytes() == (ROOT / WEIGHTS).read_bytes()
        finally:
            subprocess.run(["git", "worktree", "remove", "--force", str(tree)], cwd=ROOT, check=False)
    print("the same bytes" if same else "other weights than those that are shipped")
    return 0 if same else 1


if __name__ == "__main__":
    sys.exit(main())
