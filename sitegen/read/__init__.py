"""Files into documents: front matter as declared, body as blocks with their lines."""

from msgspec.structs import replace

from sitegen.model import Block, Diagnostic, Document, SourceFile, Span, Where
from sitegen.read import frontmatter
from sitegen.read.blocks import split_blocks
from sitegen.read.decode import MAX_BYTES, MAX_LINES, decode, too_large
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
        blocks, notes = _blocks(file, text, 0)
        return Document(file.path, "frontmatter", (), blocks, (note, *notes), file.digest)
    meta, said = frontmatter.read_meta(file.path, form, head, first_line)
    if meta is None:
        return _capture(file)
    blocks, notes = _blocks(file, text, offset)
    return Document(file.path, "frontmatter", meta, blocks, (*said, *notes), file.digest)


def _capture(file: SourceFile) -> Document:
    text = unquoted(file.text)
    blocks, notes = _blocks(file, text, 0, mail=text != file.text)
    return Document(file.path, "capture", (), blocks, notes, file.digest)


def _blocks(
    file: SourceFile, text: str, offset: int, *, mail: bool = False
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Blocks of the text from an offset on, by the file's lines; of a page's source, what it shows.

    None, and an error, of a page that shows more than an article can have.
    """
    body, first_line = text[offset:], text.count("\n", 0, offset) + 1
    if not (file.is_markup or is_page(body)):
        return split_blocks(without_traces(body).split("\n"), first_line, mail=mail), ()
    lines = page_lines(body)
    if len(lines) > MAX_LINES:
        return (), (too_large(file.path, len(lines), "lines", MAX_LINES),)
    size = sum(len(line) for line, _ in lines)
    if size > MAX_BYTES:
        return (), (too_large(file.path, size, "characters", MAX_BYTES),)
    places = [first_line - 1 + at for _, at in lines]
    blocks = split_blocks([line for line, _ in lines])
    return tuple(
        replace(block, span=Span(places[block.span.line - 1], places[block.span.end_line - 1]))
        for block in blocks
    ), ()
