"""What a build is asked to do, and what it says afterwards."""

import datetime as dt
from collections.abc import Callable
from itertools import pairwise
from typing import Literal

from msgspec import Struct, field

from sitegen.model import Diagnostic, Told

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
    """What happened, gathered while it happens: counts, seconds per phase, and everything worth saying.

    ``own`` are the findings at hand, all errors among them, and ``told`` those of files by path: few are
    shown where ten thousand files have some.
    """

    status: Status = "done"
    counts: dict[str, int] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    own: list[Diagnostic] = field(default_factory=list)
    told: tuple[Told, ...] = ()

    @property
    def notes(self) -> list[Diagnostic]:
        """All findings, in order."""
        return in_order([*self.own, *(note for told in self.told for note in told.notes())])

    def errors(self) -> list[Diagnostic]:
        """The findings that keep something from being published."""
        return [note for note in self.own if note.level == "error"]

    def warned(self) -> int:
        """How many warnings there are."""
        return sum(note.level == "warning" for note in self.own) + sum(told.warnings for told in self.told)

    def warnings(self, most: int | None = None) -> list[Diagnostic]:
        """The findings that an editor should look at, in order; the first few where a number is given."""
        found: list[Diagnostic] = []
        for told in self.told:  # in order of their paths: what follows enough of them comes later
            if most is not None and len(found) >= most:
                break
            found += [note for note in told.notes() if note.level == "warning"]
        return in_order([*found, *(note for note in self.own if note.level == "warning")])[:most]

    def new_warnings(self, before: "Report") -> list[Diagnostic]:
        """The warnings that an earlier build did not give, in order; all of a file's where one is new."""
        told, own = frozenset(before.told), frozenset(before.own)
        found = [note for one in self.told if one not in told for note in one.notes()]
        found += [note for note in self.own if note not in own]
        return in_order([note for note in found if note.level == "warning"])


def in_order(notes: list[Diagnostic]) -> list[Diagnostic]:
    """Findings sorted by path, line, level and code, each said once."""
    said = [(n.where.path, n.line(), n.level, n.code, n.message) for n in notes]
    order = sorted(range(len(notes)), key=said.__getitem__)  # nearly in order already, which costs little
    pairs = pairwise([*order, -1])
    return [notes[at] for at, after in pairs if after < 0 or said[at] != said[after]]
