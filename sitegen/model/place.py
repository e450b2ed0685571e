"""Where things stand in a file."""

from msgspec import Struct

# Folders of a site whose images it may show; an address from its root begins with one.
CAPTURES = "seeds"  # the folder of raw captures, which nothing writes to
IMAGE_FOLDERS = ("assets", "static", "images", "content", CAPTURES)


class Span(Struct, frozen=True):
    """A range of lines of the file, both ends included, the first line being 1."""

    line: int
    end_line: int


class Where(Struct, frozen=True):
    """A place that a person can open: a path as given, and lines if known."""

    path: str
    span: Span | None = None
