"""What one file turned out to be: the left half's values."""

import datetime as dt
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from sitegen.model.diagnostic import Diagnostic
from sitegen.model.place import Where
from sitegen.model.source import Block, Document

T = TypeVar("T")

Action = Literal["keep", "edit", "cut"]

# The ladder of evidence, best first: an editor's word, the file's own front matter, the source's profile,
# what the text states, what follows from it, and a last resort.
Rank = Literal["override", "declared", "profile", "stated", "inferred", "fallback"]
RANKS: tuple[Rank, ...] = ("override", "declared", "profile", "stated", "inferred", "fallback")


@dataclass(frozen=True, slots=True)
class Recognition:
    """Which source profile ("" for none) and language (BCP 47, lower case) a document has, and its rivals."""

    profile: str
    language: str
    candidates: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Decision:
    """What became of one block, and why.

    ``text`` is what is kept of it ("" when cut). ``rule`` names the noise rule, or the scorer's verdict;
    it is "" for a block kept untouched. ``score`` is the scorer's probability of being article text,
    where it was asked.
    """

    block: Block
    action: Action
    rule: str
    text: str
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Cleaned:
    """Every block labelled, in order of appearance; nothing is deleted.

    ``body`` is the kept text as Markdown: blocks joined by a blank line (items of one list by a line break).
    """

    decisions: tuple[Decision, ...]
    body: str
    notes: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A value that something in the file speaks for: which detector saw it, and where."""

    value: T
    rank: Rank
    detector: str
    where: Where
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Field(Generic[T]):
    """A metadata field: its value, and all candidates, the winner first (empty where nothing spoke)."""

    value: T
    candidates: tuple[Candidate[T], ...] = ()

    @property
    def origin(self) -> str:
        """Name of the winning detector, "" where there is none."""
        return self.candidates[0].detector if self.candidates else ""

    @property
    def inferred(self) -> bool:
        """Whether the value was worked out rather than stated."""
        return bool(self.candidates) and self.candidates[0].rank in ("inferred", "fallback")


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date, and the moment (zone-aware) where the file states a time of day too."""

    day: dt.date
    moment: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher: its name to show, and the address of its site ("" when unknown)."""

    name: str
    url: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """An article's image: a path inside the site or an address, with its words."""

    src: str
    alt: str = ""
    credit: str = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """All that was found out about an article besides its labels."""

    title: Field[str]
    date: Field[Stamp | None]
    updated: Field[Stamp | None]
    authors: Field[tuple[str, ...]]
    source: Field[Source | None]
    link: Field[str]
    language: Field[str]
    tags: Field[tuple[str, ...]]
    summary: Field[str]
    image: Field[Image | None]
    notes: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of the text that speaks for a term: the words as they stand, their line, and their weight.

    ``zone`` says where: title, lead or body.
    """

    term: str
    surface: str
    zone: Literal["title", "lead", "body", "declared"]
    weight: float
    line: int


@dataclass(frozen=True, slots=True)
class Label:
    """A country or theme given to an article; ``sure`` is false where an editor should look."""

    id: str
    score: float
    mentions: tuple[Mention, ...] = ()
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Labels:
    """Countries (primary first) and themes (best first)."""

    countries: tuple[Label, ...]
    themes: tuple[Label, ...]
    notes: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything known about one file; `explain` prints this value and `build` publishes it."""

    document: Document
    recognition: Recognition
    cleaned: Cleaned
    metadata: Metadata
    labels: Labels
    notes: tuple[Diagnostic, ...] = ()
