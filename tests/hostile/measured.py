"""Builds of one site, each in a process that has the program loaded already, and what they cost by any machine's measure.

As a program it reads a line for each build, from its standard input, and answers each with a line of JSON. A line
with a number is a build that is killed after so many seconds.
"""

import contextlib
import io
import json
import os
import re
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sitegen.cli import main

PROJECT = Path(__file__).parents[2]
_MOST = 60  # processor seconds after which a build is stopped, on a machine as quick as the reference
_WORD = re.compile(r"(\w)\w*")


@dataclass(frozen=True, slots=True)
class Cost:
    """How a build ended, what it said, and the seconds it would have taken on the reference machine."""

    code: int
    err: str
    seconds: float
    lasted: float = 0  # seconds by the clock, of this machine


def reference() -> float:
    """How many times slower than the reference machine this one is just now.

    That machine takes a fortieth of a second for this: patterns, dictionaries and strings, as the program does.
    """
    start = time.process_time()
    seen: dict[str, int] = {}
    for turn in range(12):
        text = (
            f"Le gouvernement arménien a présenté mardi son projet {turn} de budget aux députés réunis. "
            * 200
        )
        for found in _WORD.finditer(text):
            key = found[1].lower() + found[0][-2:]
            seen[key] = seen.get(key, 0) + len(found[0])
        "".join(sorted(text.split(" "))).encode()
    return (time.process_time() - start) / 0.025


@contextlib.contextmanager
def builds(root: Path) -> Iterator["Builds"]:
    """Builds of the site in this folder, for as long as they are wanted."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.measured", str(root)],
        cwd=PROJECT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Builds(process)
        assert process.stdin
        process.stdin.close()


@dataclass(frozen=True, slots=True)
class Builds:
    """A process that forks one for each build."""

    process: subprocess.Popen[str]

    def build(self) -> Cost:
        """The site built as the program does it."""
        return self._ask("")

    def killed(self, after: float) -> Cost:
        """A build that was killed after so many seconds by the clock, unless it ended before."""
        return self._ask(str(after))

    def _ask(self, line: str) -> Cost:
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()
        return Cost(**json.loads(self.process.stdout.readline()))


def _serve(root: str) -> None:
    _build(root)  # all that a build loads is there from now on
    for line in sys.stdin:
        out, into = os.pipe()
        child = os.fork()
        if not child:
            os.close(out)
            with os.fdopen(into, "w") as pipe:
                pipe.write(json.dumps(_killed(root) if line.strip() else _measured(root)))
            os._exit(0)
        os.close(into)
        if line.strip():
            time.sleep(float(line))
            os.kill(child, signal.SIGKILL)
        with os.fdopen(out) as pipe:
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        print(said or json.dumps({"code": -status, "err": "", "seconds": _MOST}), flush=True)


def _measured(root: str) -> dict[str, object]:
    before = reference()
    resource.setrlimit(resource.RLIMIT_CPU, (round(_MOST * max(1, before)), resource.RLIM_INFINITY))
    start, clock = time.process_time(), time.monotonic()
    code, err = _build(root)
    spent, lasted = time.process_time() - start, time.monotonic() - clock
    return {"code": code, "err": err, "seconds": spent / max(before, reference()), "lasted": lasted}


def _killed(root: str) -> dict[str, object]:
    code, err = _build(root)
    return {"code": code, "err": err, "seconds": 0}


def _build(root: str) -> tuple[int, str]:
    with contextlib.redirect_stderr(io.StringIO()) as err:
        code = main(["build", "--root", root, "--no-search", "--quiet"])
    return code, err.getvalue()


if __name__ == "__main__":
    _serve(sys.argv[1])
