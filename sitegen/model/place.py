"""Where things stand in a file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A range of lines of the file, both ends included, the first line being 1."""

    line: int
    end_line: int


@dataclass(frozen=True, slots=True)
class Where:
    """A place that a person can open: a path as given, and lines if known."""

    path: str
    span: Span | None = None
