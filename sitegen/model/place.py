"""Where things stand in a file."""

from msgspec import Struct

ARTICLES = "content/articles"  # the folder of items with front matter
CAPTURES = "seeds"  # of raw captures, in which no file is ever changed
ITEMS = (ARTICLES, CAPTURES)
# Folders of a site whose images it may show; an address from its root begins with one.
IMAGE_FOLDERS = ("assets", "static", "images", "content", CAPTURES)


class Span(Struct, frozen=True):
    """A range of lines of the file, both ends included, the first line being 1."""

    line: int
    end_line: int


class Where(Struct, frozen=True):
    """A place that a person can open: a path as given, and lines if known."""

    path: str
    span: Span | None = None
