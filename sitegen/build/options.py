"""What a build is asked to do, and what it says afterwards."""

import datetime as dt
from collections.abc import Callable, Iterable
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

    def warnings(self) -> list[Diagnostic]:
        """The findings that an editor should look at, in order."""
        return [note for note in self.notes if note.level == "warning"]

    def few_warnings(self, most: int) -> list[Diagnostic]:
        """Some of the warnings in order: as many of each code as there is room for, then the first."""
        own = [note for note in self.own if note.level == "warning"]
        codes = {note.code for note in own}.union(*(told.codes for told in self.told))
        room = dict.fromkeys(codes, max(1, most // max(1, len(codes))))
        chosen: list[Diagnostic] = []
        others: list[Diagnostic] = []
        for told in self.told:  # decoded only where something of it may be shown
            if len(others) < most or any(room[code] for code in told.codes):
                _share(told.notes(), room, chosen, others)
        _share(own, room, chosen, others)
        return in_order([*chosen[:most], *in_order(others)[: max(0, most - len(chosen))]])

    def new_warnings(self, before: "Report") -> list[Diagnostic]:
        """The warnings that an earlier build did not give, in order; all of a file's where one is new."""
        told, own = frozenset(before.told), frozenset(before.own)
        found = [note for one in self.told if one not in told for note in one.notes()]
        found += [note for note in self.own if note not in own]
        return in_order([note for note in found if note.level == "warning"])


def _share(
    notes: Iterable[Diagnostic], room: dict[str, int], chosen: list[Diagnostic], others: list[Diagnostic]
) -> None:
    """Put each warning to those chosen while there is room for its code, else to the others."""
    for note in notes:
        if note.level == "warning":
            (chosen if room[note.code] else others).append(note)
            room[note.code] = max(0, room[note.code] - 1)


def in_order(notes: list[Diagnostic]) -> list[Diagnostic]:
    """Findings sorted by path, line, level and code, each said once."""
    said = [(n.where.path, n.line(), n.level, n.code, n.message) for n in notes]
    order = sorted(range(len(notes)), key=said.__getitem__)  # nearly in order already, which costs little
    pairs = pairwise([*order, -1])
    return [notes[at] for at, after in pairs if after < 0 or said[at] != said[after]]
