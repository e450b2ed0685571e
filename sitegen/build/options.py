"""What a build is asked to do, and what it says afterwards."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from itertools import chain, pairwise
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
        return sum(note.level == "warning" for note in self.own) + sum(len(told.codes) for told in self.told)

    def warnings(self) -> list[Diagnostic]:
        """The findings that an editor should look at, in order."""
        return [note for note in self.notes if note.level == "warning"]

    def few_warnings(self, most: int) -> "Few":
        """The warnings, at most so many of each code."""
        own = (note.code for note in self.own if note.level == "warning")
        counts = Counter(chain(own, *(told.codes for told in self.told)))
        room = dict.fromkeys(counts, most)
        at_hand: list[Diagnostic] = []
        for told in self.told:  # decoded only where something of it is shown
            if any(room[code] > 0 for code in told.codes):
                at_hand += told.notes()
                for code in told.codes:
                    room[code] -= 1
        return few([*at_hand, *self.own], most, counts)

    def new_warnings(self, before: "Report") -> list[Diagnostic]:
        """The warnings that an earlier build did not give, in order; all of a file's where one is new."""
        told, own = frozenset(before.told), frozenset(before.own)
        found = [note for one in self.told if one not in told for note in one.notes()]
        found += [note for note in self.own if note not in own]
        return in_order([note for note in found if note.level == "warning"])


class Few(Struct, frozen=True):
    """Some warnings in order, and how many more there are of each code, by its name.

    So ten thousand of one kind do not hide the one that matters.
    """

    shown: tuple[Diagnostic, ...] = ()
    more: tuple[tuple[str, int], ...] = ()


def few(notes: Iterable[Diagnostic], most: int, counts: Mapping[str, int] | None = None) -> Few:
    """The first warnings of each code; ``counts`` are how many there are, where not all are at hand."""
    warnings = [note for note in notes if note.level == "warning"]
    counts = counts or Counter(note.code for note in warnings)
    taken: Counter[str] = Counter()
    shown = []
    for note in warnings:
        if taken[note.code] < most:
            taken[note.code] += 1
            shown.append(note)
    more = tuple((code, count - taken[code]) for code, count in sorted(counts.items()) if count > taken[code])
    return Few(tuple(in_order(shown)), more)


def in_order(notes: list[Diagnostic]) -> list[Diagnostic]:
    """Findings sorted by path, line, level and code, each said once."""
    said = [(n.where.path, n.line(), n.level, n.code, n.message) for n in notes]
    order = sorted(range(len(notes)), key=said.__getitem__)  # nearly in order already, which costs little
    pairs = pairwise([*order, -1])
    return [notes[at] for at, after in pairs if after < 0 or said[at] != said[after]]
