"""What was read: a file, where things stand in it, its blocks."""

from typing import Literal

from msgspec import Struct

from sitegen.model.diagnostic import Diagnostic
from sitegen.model.place import Span

BlockKind = Literal[
    "paragraph", "heading", "item", "quote", "image", "rule", "code", "table", "html", "aside"
]

PAGE_SUFFIXES = (".html", ".htm")  # of pages kept as their source


class SourceFile(Struct, frozen=True):
    """One file as text: relative posix path, NFC text with line feeds, digest of its bytes."""

    path: str
    text: str
    digest: str

    @property
    def is_markup(self) -> bool:
        """Whether its name says that this is a page's source."""
        return self.path.lower().endswith(PAGE_SUFFIXES)


class Block(Struct, frozen=True):
    r"""One block of the capture.

    ``text`` is the Markdown source as it stands, ends stripped; a line break inside a block is ``\n``.
    ``gap`` counts the blank lines before the block; ``level`` is the depth of a heading (1-6), else 0. An
    "aside" is what a page's source sets apart from its text: its menus, its foot, what stands beside.
    """

    kind: BlockKind
    text: str
    span: Span
    gap: int = 0
    level: int = 0


class Declared(Struct, frozen=True):
    """A front-matter value as written, unjudged.

    Scalars stay the strings of the file (``pays: no`` is "no"), lists are tuples of strings, and nested
    maps come out flat: ``image: {src: a}`` is the key "image.src". Keys are as written.
    """

    key: str
    value: str | tuple[str, ...]
    span: Span


class Document(Struct, frozen=True):
    """A file taken apart: front matter as declared, body as blocks, in order of appearance.

    ``page`` is what the source of a page says of itself for programs, under our own keys.
    """

    path: str
    format: Literal["frontmatter", "capture"]
    meta: tuple[Declared, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Diagnostic, ...] = ()
    digest: str = ""
    page: tuple[Declared, ...] = ()

    def declared(self, key: str) -> Declared | None:
        """The front-matter value under a key, whatever its case; the first where it stands twice."""
        folded = key.lower()
        return next((entry for entry in self.meta if entry.key.lower() == folded), None)
