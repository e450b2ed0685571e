"""What a build is asked to do, and what it says afterwards."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field

from sitegen.model import Diagnostic

Status = Literal["done", "content-errors"]
Progress = Callable[[str, int, int], None]  # phase, done, of how many


class Options(Struct, frozen=True):
    """The command's options, judged: absolute folders, at least one job."""

    root: str
    output: str
    base_url: str = ""
    jobs: int = 1
    drafts: bool = False
    future: bool = False
    strict: bool = False
    search: bool = True
    fresh: bool = False
    as_of: dt.date | None = None
    one_index: bool = False


class Report(Struct):
    """What happened, gathered while it happens: counts, seconds per phase, and everything worth saying."""

    status: Status = "done"
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)

    def errors(self) -> list[Diagnostic]:
        """The findings that keep something from being published."""
        return [note for note in self.notes if note.level == "error"]

    def warnings(self) -> list[Diagnostic]:
        """The findings that an editor should look at."""
        return [note for note in self.notes if note.level == "warning"]


def in_order(notes: list[Diagnostic]) -> list[Diagnostic]:
    """Findings sorted by path, line, level and code, each said once."""
    said = [(n.where.path, n.line(), n.level, n.code, n.message) for n in notes]
    order = sorted(range(len(notes)), key=said.__getitem__)  # nearly in order already, which costs little
    pairs = pairwise([*order, -1])
    return [notes[at] for at, after in pairs if after < 0 or said[at] != said[after]]
