"""sitegen as a program of its own, watched from outside."""

import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Run:
    """How a run ended, what it said, and the processor seconds it took."""

    code: int
    out: str
    err: str
    seconds: float


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "sitegen", *arguments]


def sitegen(*arguments: str | Path, timeout: float = 120, data: bytes = b"") -> Run:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command(*map(str, arguments)),
        cwd=PROJECT,
        input=data,
        capture_output=True,
        timeout=timeout,
        check=False,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    err = done.stderr.decode("utf-8", "replace")
    assert "Traceback" not in err, err
    return Run(done.returncode, done.stdout.decode("utf-8", "replace"), err, spent)
