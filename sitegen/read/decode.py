r"""Bytes into text: whatever a paste, a Windows editor or a dump left, as NFC with ``\n`` line ends."""

import re
import unicodedata

from sitegen.model import Diagnostic, SourceFile, Span, Where

MAX_BYTES = 2_000_000  # a long book chapter; a capture larger than this is a mistake

# Characters that XML 1.0 forbids, and the replacement for undecodable bytes is left in sight.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = re.compile("\r\n?|[\u2028\u2029\x85]")
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def decode(path: str, data: bytes, digest: str) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """The file as text, and what had to be done to read it.

    UTF-8 is expected, with or without a byte-order mark; UTF-16 is read where a mark says so, and what is
    neither is read as Windows-1252 with a warning. Control characters are dropped with a note. A file above
    `MAX_BYTES` comes out empty, with an error.
    """
    if len(data) > MAX_BYTES:
        message = f"{len(data):,} bytes are more than an article can have ({MAX_BYTES:,})".replace(",", " ")
        hint = "cut the file in parts, or leave it out of the folder"
        return SourceFile(path, "", digest), (
            Diagnostic("file-too-large", "error", Where(path), message, hint),
        )
    text, notes = _decoded(path, data)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if _ODD.search(text):
        text = _LINE_ENDS.sub("\n", text.removeprefix("\ufeff"))
        found = _ILLEGAL.search(text)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            notes = (
                *notes,
                Diagnostic(
                    "control-characters",
                    "info",
                    Where(path, Span(line, line)),
                    "invisible control characters were dropped",
                ),
            )
            text = _ILLEGAL.sub("", text)
    return SourceFile(path, text, digest), notes


def _decoded(path: str, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The bytes' text in the encoding they are in."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace"), ()
    try:
        return data.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        note = Diagnostic(
            "encoding-guessed",
            "warning",
            Where(path, Span(line, line)),
            "this file is not UTF-8 and was read as Windows-1252",
            "save it as UTF-8",
        )
        return data.decode("cp1252", errors="replace"), (note,)
