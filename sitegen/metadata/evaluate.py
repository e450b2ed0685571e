"""How well fields are read, measured on pages whose title, date and author are known."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from msgspec import Struct

from sitegen.config.lexicon import Lexicon
from sitegen.model import Metadata
from sitegen.text.dates import find_dates
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_NEAR = 0.8  # of two titles' words in common, for them to be the same
_BETWEEN = frozenset(("avec", "et", "par", "and", "with", "by", "und", "mit", "von"))
_TOKEN = lazily(r"\w+")


class Tally(Struct, frozen=True):
    """One field over some pages: known ones read right, wrong or not at all; and read where none is known."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    extra: int = 0

    @property
    def share(self) -> float:
        """The share of pages read right, of those whose value is known."""
        return self.right / max(1, self.right + self.wrong + self.missed)

    def plus(self, known: object, read: object, *, right: bool) -> "Tally":
        """The tally with one more page."""
        if not known:
            return Tally(self.right, self.wrong, self.missed, self.extra + bool(read))
        return Tally(
            self.right + right, self.wrong + (bool(read) and not right), self.missed + (not read), self.extra
        )


class Outcome(Struct, frozen=True):
    """One page's fields beside what is known of them: whether each is right."""

    id: str
    group: str
    title: bool
    date: bool
    stated: bool
    author: bool
    metadata: Metadata
    gold: Mapping[str, Any]


def judge(
    rows: Iterable[Mapping[str, Any]], describe_text: Callable[[str], Metadata], lexicon: Lexicon
) -> list[Outcome]:
    """Each page's outcome; ``describe_text`` takes the page as pasted and gives its metadata."""
    out = []
    for row in rows:
        metadata = describe_text(row["dump"])
        gold = row["gold"]
        day = str(metadata.date.value.day) if metadata.date.value else ""
        out.append(
            Outcome(
                id=row["id"],
                group=f"{row['language']} {row['style']}",
                title=same_title(metadata.title.value, gold["title"] or ""),
                date=day == (gold["date"] or "")[:10],
                stated=states(row["dump"], gold["date"], lexicon),
                author=same_authors(metadata.authors.value, gold.get("author")),
                metadata=metadata,
                gold=gold,
            )
        )
    return out


def tallies(outcomes: Iterable[Outcome]) -> dict[str, dict[str, Tally]]:
    """By group ("fr text") and field: title, date, date on pages that state it, author.

    The author is tallied where the corpus tells any: one that tells none says nothing of the pages' authors.
    """
    outcomes = list(outcomes)
    told = {one.group for one in outcomes if one.gold.get("author")}
    table: dict[str, dict[str, Tally]] = {}
    for one in outcomes:
        fields = table.setdefault(one.group, {"title": Tally(), "date": Tally(), "date-stated": Tally()})
        fields["title"] = fields["title"].plus(one.gold["title"], one.metadata.title.value, right=one.title)
        fields["date"] = fields["date"].plus(one.gold["date"], one.metadata.date.value, right=one.date)
        if one.stated:
            fields["date-stated"] = fields["date-stated"].plus(
                one.gold["date"], one.metadata.date.value, right=one.date
            )
        if one.group in told:
            known = one.gold.get("author")
            read = one.metadata.authors.value
            fields["author"] = fields.get("author", Tally()).plus(known, read, right=one.author)
    return dict(sorted(table.items()))


def same_title(read: str, known: str) -> bool:
    """Whether two titles share nearly all their words, or one is the other with a section's name."""
    ours, theirs = Counter(_TOKEN.findall(fold(read))), Counter(_TOKEN.findall(fold(known)))
    common = (ours & theirs).total()
    size = ours.total() + theirs.total()
    return size > 0 and 2 * common / size >= _NEAR


def same_authors(read: Iterable[str], known: str | Iterable[str] | None) -> bool:
    """Whether two lists name the same authors, whatever the order, the case and the words between."""
    names = (known,) if isinstance(known, str) else known or ()
    ours, theirs = (frozenset(_TOKEN.findall(fold(" ".join(one)))) - _BETWEEN for one in (read, names))
    return bool(theirs) and ours == theirs


def states(text: str, day: str | None, lexicon: Lexicon) -> bool:
    """Whether a page's text holds a day in any form."""
    if not day:
        return False
    try:
        wanted = dt.date.fromisoformat(day[:10])
    except ValueError:
        return False
    return any(
        (one.year, one.month, one.day) == (wanted.year, wanted.month, wanted.day)
        or (one.swap and (one.year, one.day, one.month) == (wanted.year, wanted.month, wanted.day))
        for line in text.split("\n")
        for one in find_dates(fold(line[:2000]), lexicon.dates)
    )
