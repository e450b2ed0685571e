"""What a command costs: processor time with its children, wall time, the memory of all of them at once."""

import os
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor and of waiting; MiB at the peak, 0 where they were not watched."""

    cpu: float
    wall: float
    peak: float = 0.0


class FailedError(Exception):
    """A command failed, or what it made is not what it should be."""


def run(command: Sequence[str], folder: Path, *, watch: bool = False) -> tuple[Cost, str]:
    """The cost of a command and what it printed; raises FailedError where it fails."""
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8"
    )
    peak = [0.0]
    watcher = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    if watch:
        watcher.start()
    said, _ = process.communicate()
    wall, after = time.perf_counter() - start, os.times()
    if watch:
        watcher.join()
    if process.returncode:
        raise FailedError(f"{' '.join(command)}: {said[-2000:]}")
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(spent, wall, peak[0]), said


def here(action: Callable[[], object]) -> Cost:
    """What an action of this very process costs."""
    before, start = time.process_time(), time.perf_counter()
    action()
    return Cost(time.process_time() - before, time.perf_counter() - start)


def sitegen(*arguments: str) -> list[str]:
    """The command line of this checkout's sitegen."""
    return [sys.executable, "-m", "sitegen", *arguments]


def median(costs: Sequence[Cost]) -> Cost:
    """The middle of several costs, each figure for itself."""
    return Cost(
        statistics.median(cost.cpu for cost in costs),
        statistics.median(cost.wall for cost in costs),
        max(cost.peak for cost in costs),
    )


def per_item(action: Callable[[], object], count: int, repeats: int = 3) -> float:
    """Microseconds of this process's processor time for each of ``count`` items: the best try."""
    best = float("inf")
    for _ in range(repeats):
        start = time.process_time()
        action()
        best = min(best, time.process_time() - start)
    return best / count * 1e6


def _watch(process: subprocess.Popen[str], peak: list[float]) -> None:
    """Look at the memory of a process and all below it until it ends; pages they share count once."""
    while process.poll() is None:
        peak[0] = max(peak[0], sum(_share(pid) for pid in _family(process.pid)) / 1024)
        time.sleep(0.05)


def _family(root: int) -> list[int]:
    family, pending = [], [root]
    while pending:
        pid = pending.pop()
        family.append(pid)
        try:
            for task in Path(f"/proc/{pid}/task").iterdir():
                pending += map(int, (task / "children").read_text().split())
        except OSError:
            continue
    return family


def _share(pid: int) -> int:
    """A process's proportional share of memory in KiB."""
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0
