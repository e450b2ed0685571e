"""`make bench`: the tables of docs/performance.md, measured here and now."""

import argparse
import os
import platform
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks import eleventy, hugo, pelican
from benchmarks.builds import Row, peer_rows, sitegen_rows, workplace
from benchmarks.stages import stages

if TYPE_CHECKING:
    from collections.abc import Callable

_PEERS = (hugo, eleventy, pelican)
_STAGED = 300  # articles over which stages are timed


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", default="1000,10000", help="numbers of articles (default: %(default)s)")
    parser.add_argument("--runs", type=int, default=3, help="runs of each build; their median is shown")
    parser.add_argument("--no-search", action="store_true", help="leave builds with a search index out")
    parser.add_argument("--no-stages", action="store_true", help="leave the table of stages out")
    arguments = parser.parse_args()
    sizes = [int(size) for size in arguments.sizes.split(",")]
    print(f"Measured on {_machine()}.\n")
    with workplace() as folder:
        if not arguments.no_stages:
            _show_stages(Path(folder))
        rows = _show_builds(Path(folder), sizes, arguments.runs, search=not arguments.no_search)
    absent = [peer.NAME for peer in _PEERS if peer.command() is None]
    if absent:
        print(f"\nNot installed here, so not measured: {', '.join(absent)}.")
    for said in _ratios(rows):
        print(f"\n{said}")
    return 0


def _show_stages(work: Path) -> None:
    """The table of stages, where a site's menus are known and where every page has its own."""
    print("| stage | µs of CPU per article | per page of unlike lines |\n|---|---|---|")
    rows = zip(stages(work, _STAGED), stages(work, _STAGED, unlike=True), strict=True)
    for (name, cost), (_, unlike) in rows:
        print(f"| {name} | {cost:,.0f} | {unlike:,.0f} |", flush=True)
    print(f"\nTen million times `x += i * i` take a function {_pace():.2f} s of CPU here.\n")


def _pace() -> float:
    """Seconds of processor time for a loop by which machines can be compared."""
    start, x = time.process_time(), 0
    for i in range(10_000_000):
        x += i * i
    return time.process_time() - start


def _show_builds(work: Path, sizes: list[int], runs: int, *, search: bool) -> list[Row]:
    """The table of builds, printed row by row."""
    print("| who | build | articles | CPU s | wall s | CPU ms per article | peak MiB | runs |")
    print("|---|---|---|---|---|---|---|---|")
    rows: list[Row] = []
    for size in sizes:
        groups: list[Callable[[Path, int, int], list[Row]]] = [
            *(partial(peer_rows, peer) for peer in _PEERS),
            partial(sitegen_rows, search=False),
        ]
        groups += [partial(sitegen_rows, search=True)] if search else []
        for group in groups:
            made = group(work, size, runs)
            rows += made
            for row in made:
                print(_line(row), flush=True)
    return rows


def _machine() -> str:
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load unknown"
    return (
        f"{os.cpu_count()} cores ({platform.machine()}), {load}, Python {platform.python_version()}, medians"
    )


def _line(row: Row) -> str:
    cost = row.cost
    cells = (
        row.who, row.scenario, row.size, f"{cost.cpu:.2f}", f"{cost.wall:.2f}",
        f"{cost.cpu / row.size * 1000:.2f}", f"{cost.peak:.0f}" if cost.peak else "", row.runs,
    )  # fmt: skip
    return f"| {' | '.join(map(str, cells))} |"


def _ratios(rows: list[Row]) -> list[str]:
    """What the comparison with the others comes to, for each size."""
    found = {(row.who, row.scenario, row.size): row.cost for row in rows}
    said = []
    for (who, scenario, size), cost in found.items():
        own = found.get(("sitegen", scenario, size))
        if who in {peer.NAME for peer in _PEERS} and own:
            times = f"{own.cpu / cost.cpu:.2f} × {who}'s CPU, {own.wall / cost.wall:.2f} × its wall"
            said.append(f"{size} articles, {scenario}: {times}.")
    return said


if __name__ == "__main__":
    raise SystemExit(main())
