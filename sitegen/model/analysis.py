"""What one file turned out to be: the left half's values."""

import datetime as dt
from typing import Generic, Literal, TypeVar

from msgspec import Struct

from sitegen.model.diagnostic import Diagnostic
from sitegen.model.place import Where
from sitegen.model.source import Block, Document

T = TypeVar("T")

Action = Literal["keep", "edit", "cut"]

# The ladder of evidence, best first: an editor's word, the file's own front matter, the source's profile,
# what the text states, what follows from it, and a last resort.
Rank = Literal["override", "declared", "profile", "stated", "inferred", "fallback"]
RANKS: tuple[Rank, ...] = ("override", "declared", "profile", "stated", "inferred", "fallback")


class Recognition(Struct, frozen=True):
    """Which source profile ("" for none) and language (BCP 47, lower case) a document has, and its rivals."""

    profile: str
    language: str
    candidates: tuple[tuple[str, float], ...] = ()


class Decision(Struct, frozen=True):
    """What became of one block, and why.

    ``text`` is what is kept of it ("" when cut). ``rule`` names the noise rule, or the scorer's verdict;
    it is "" for a block kept untouched. ``score`` is the scorer's probability of being article text,
    where it was asked. ``ends`` counts the characters at the block's beginning and end that are no text
    of it, such as a thread's counter.
    """

    block: Block
    action: Action
    rule: str
    text: str
    score: float | None = None
    ends: tuple[int, int] = (0, 0)


class Cleaned(Struct, frozen=True):
    """Every block labelled, in order of appearance; nothing is deleted.

    ``body`` is the kept text as Markdown: blocks joined by a blank line (items of one list by a line break).
    """

    decisions: tuple[Decision, ...]
    body: str
    notes: tuple[Diagnostic, ...] = ()


class Candidate(Struct, Generic[T], frozen=True):
    """A value that something in the file speaks for: which detector saw it, and where."""

    value: T
    rank: Rank
    detector: str
    where: Where
    quote: str = ""


class Field(Struct, Generic[T], frozen=True):
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


class Stamp(Struct, frozen=True):
    """A date, and the moment (zone-aware) where the file states a time of day too."""

    day: dt.date
    moment: dt.datetime | None = None


class Source(Struct, frozen=True):
    """A publisher: its name to show, and the address of its site ("" when unknown)."""

    name: str
    url: str = ""


class Image(Struct, frozen=True):
    """An article's image: a path inside the site or an address, with its words."""

    src: str
    alt: str = ""
    credit: str = ""


class Metadata(Struct, frozen=True):
    """All that was found out about an article besides its labels.

    ``awaiting`` says that it names a day still too far ahead to be its own.
    """

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
    awaiting: bool = False


class Mention(Struct, frozen=True):
    """A word of the text that speaks for a term: the words as they stand, their line, and their weight.

    ``zone`` says where: title, lead or body.
    """

    term: str
    surface: str
    zone: Literal["title", "lead", "body", "declared"]
    weight: float
    line: int


class Label(Struct, frozen=True):
    """A country or theme given to an article; ``sure`` is false where an editor should look."""

    id: str
    score: float
    mentions: tuple[Mention, ...] = ()
    sure: bool = True


class Labels(Struct, frozen=True):
    """Countries (primary first) and themes (best first)."""

    countries: tuple[Label, ...]
    themes: tuple[Label, ...]
    notes: tuple[Diagnostic, ...] = ()


class Analysis(Struct, frozen=True):
    """Everything known about one file; `explain` prints this value and `build` publishes it."""

    document: Document
    recognition: Recognition
    cleaned: Cleaned
    metadata: Metadata
    labels: Labels
    notes: tuple[Diagnostic, ...] = ()
