"""A bar on a terminal for work that takes long; nothing anywhere else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sitegen.commands.tongue import Say
from sitegen.model.said import Said, said

_LONG = 500  # items below which nobody waits
_WORDS = {"read": said("reading"), "write": said("writing")}


def silent(_phase: str, _done: int, _total: int) -> None:
    """No progress to be seen."""


@contextmanager
def shown(say: Say, *, quiet: bool) -> Iterator[Callable[[str, int, int], None]]:
    """A function to call with phase, done and total."""
    if quiet or not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console  # noqa: PLC0415  only for eyes
    from rich.progress import Progress, TaskID  # noqa: PLC0415  only for eyes

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def report(phase: str, done: int, total: int) -> None:
            if total < _LONG:
                return
            if phase not in tasks:
                tasks[phase] = bar.add_task(say(_WORDS.get(phase, Said(phase))), total=total)
            bar.update(tasks[phase], completed=done)

        yield report
