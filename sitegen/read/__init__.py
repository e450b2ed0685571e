"""Files into documents: front matter as declared, body as blocks with their lines."""

from msgspec.structs import replace

from sitegen.model import Block, Diagnostic, Document, SourceFile, Span, Where
from sitegen.read import frontmatter
from sitegen.read.blocks import split_blocks
from sitegen.read.decode import decode
from sitegen.read.mail import unquoted
from sitegen.read.traces import without_traces
from sitegen.read.webpage import is_page, page_lines

__all__ = ["decode", "read", "split_blocks"]


def read(file: SourceFile) -> Document:
    """A file taken apart; its notes say what is wrong with its front matter, and the body is read anyway."""
    text = file.text
    parts = frontmatter.split(text)
    if parts is None:
        return _capture(file)
    form, head, first_line, offset = parts
    if form == "broken":
        note = Diagnostic(
            "frontmatter-unclosed",
            "error",
            Where(file.path, Span(1, 1)),
            "front matter opens here and never closes",
            "add a line of --- after its last key",
        )
        return Document(file.path, "frontmatter", (), _blocks(text, 0), (note,), file.digest)
    meta, notes = frontmatter.read_meta(file.path, form, head, first_line)
    if meta is None:
        return _capture(file)
    return Document(file.path, "frontmatter", meta, _blocks(text, offset), notes, file.digest)


def _capture(file: SourceFile) -> Document:
    text = unquoted(file.text)
    blocks = _blocks(text, 0, mail=text != file.text)
    return Document(file.path, "capture", (), blocks, (), file.digest)


def _blocks(text: str, offset: int, *, mail: bool = False) -> tuple[Block, ...]:
    """Blocks of the text from an offset on, by the file's lines; of a page's source, what it shows."""
    body, first_line = text[offset:], text.count("\n", 0, offset) + 1
    if not is_page(body):
        return split_blocks(without_traces(body).split("\n"), first_line, mail=mail)
    lines = page_lines(body)
    places = [first_line - 1 + at for _, at in lines]
    return tuple(
        replace(block, span=Span(places[block.span.line - 1], places[block.span.end_line - 1]))
        for block in split_blocks([line for line, _ in lines])
    )
