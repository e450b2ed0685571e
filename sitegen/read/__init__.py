"""Files into documents: front matter as declared, body as blocks with their lines."""

from functools import partial

from msgspec.structs import replace

from sitegen.model import Block, Diagnostic, Document, SourceFile, Span, Where, said
from sitegen.model.place import ARTICLES
from sitegen.read import frontmatter, slips
from sitegen.read.blocks import split_blocks
from sitegen.read.decode import MAX_BYTES, MAX_LINES, decode, many_lines, too_large
from sitegen.read.mail import unquoted
from sitegen.read.traces import without_traces
from sitegen.read.webpage import Shown, is_page, read_page
from sitegen.text.keys import spelled
from sitegen.text.lines import NO_HYPHENS, Hyphens

__all__ = ["decode", "read", "split_blocks"]


def read(file: SourceFile, hyphens: Hyphens = NO_HYPHENS) -> Document:
    """A file taken apart; its notes say what is wrong with its front matter, and the body is read anyway.

    ``hyphens`` are the words by which those of compounds are told, where a text is wrapped.
    """
    text, article = file.text, file.path.startswith(f"{ARTICLES}/")
    found = _fronted(file, text, 0)
    if found is None or any(note.level == "error" for note in found[0].notes):
        slip = slips.mended(text, article=article)
        meant = slip and _fronted(file, slip.text, slip.at)
        if slip and meant and not any(note.level == "error" for note in meant[0].notes):
            where = Where(file.path, Span(slip.line, slip.line))
            note = Diagnostic("frontmatter-mended", "warning", where, slip.message, slip.hint)
            text, found = slip.text, (replace(meant[0], notes=(note, *meant[0].notes)), meant[1])
    document, offset = found or (None, 0)
    declared = frozenset(spelled(entry.key) for entry in document.meta) if document else frozenset()
    lost = None
    if not (document and document.notes and not document.meta):  # what is broken says so already
        lost = slips.unread(file.path, text, offset, declared, article=article)
    filled = _filled(document, file, text, offset, hyphens) if document else _capture(file, hyphens)
    return replace(filled, notes=(*filled.notes, lost)) if lost else filled


def _fronted(file: SourceFile, text: str, at: int) -> tuple[Document, int] | None:
    """A document with what front matter at an offset declares, and the offset of its body; None for none."""
    parts = frontmatter.split(text, at)
    if parts is None:
        return None
    form, head, first_line, offset = parts
    empty = Document(file.path, "frontmatter", (), (), (), file.digest)
    if form == "broken":
        line = text.count("\n", 0, at) + 1
        note = Diagnostic(
            "frontmatter-unclosed",
            "error",
            Where(file.path, Span(line, line)),
            said("front matter opens here and never closes"),
            said("add a line of --- after its last key"),
        )
        return replace(empty, notes=(note,)), at
    meta, notes = frontmatter.read_meta(file.path, form, head, first_line)
    return None if meta is None else (replace(empty, meta=meta, notes=notes), offset)


def _capture(file: SourceFile, hyphens: Hyphens) -> Document:
    text = unquoted(file.text)
    empty = Document(file.path, "capture", (), (), (), file.digest)
    return _filled(empty, file, text, 0, hyphens, mail=text != file.text)


def _filled(
    document: Document, file: SourceFile, text: str, offset: int, hyphens: Hyphens, *, mail: bool = False
) -> Document:
    """The document with the text's blocks from an offset on, by the file's lines.

    Of a page's source they are what it shows, beside what it says for programs. A page that shows more than
    an article can have gives no blocks, and an error.
    """
    body, first_line = text[offset:], text.count("\n", 0, offset) + 1
    if not (file.is_markup or is_page(body)):
        blocks = split_blocks(without_traces(body).split("\n"), first_line, mail=mail, hyphens=hyphens)
        return replace(document, blocks=blocks)
    lines, declared = read_page(body, first_line)
    size = sum(len(line.text) for line in lines)
    if len(lines) > MAX_LINES or size > MAX_BYTES:
        long = said(
            "{size} characters are more than an article can have ({limit})", size=size, limit=MAX_BYTES
        )
        message = many_lines(len(lines)) if len(lines) > MAX_LINES else long
        return replace(document, notes=(*document.notes, too_large(file.path, message)))
    placed = tuple(map(partial(_placed, lines), split_blocks([line.text for line in lines], hyphens=hyphens)))
    return replace(document, blocks=placed, page=declared)


def _placed(lines: list[Shown], block: Block) -> Block:
    """A block of a page's lines where they stand in its source; an aside where the page sets it apart."""
    first, last = lines[block.span.line - 1], lines[block.span.end_line - 1]
    placed = replace(block, span=Span(first.at, last.at))
    return replace(placed, kind="aside", level=0) if first.aside else placed
