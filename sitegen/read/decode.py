r"""Bytes into text: whatever a paste, a Windows editor or a dump left, as NFC with ``\n`` line ends."""

import codecs
import re
import unicodedata

from sitegen.model import Diagnostic, Said, SourceFile, Span, Where, said
from sitegen.text.lazily import lazily
from sitegen.text.mojibake import ungarbled_whole

MAX_BYTES = 500_000  # a long book chapter; a capture larger than this is a mistake
MAX_LINES = 10_000
MAX_PAGE_BYTES = 2_000_000  # of a page's source: most of it are styles and scripts
HEAD = 4_096  # bytes in which a page states its charset

# Characters that XML 1.0 forbids or discourages; the replacement for undecodable bytes is left in sight.
_ILLEGAL = lazily("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
_LINE_ENDS = lazily("\r\n?|[\u2028\u2029\x85]")
# Quotation marks, dashes and ligatures of Windows that a careless conversion left as C1 controls.
_WINDOWS = {
    code: sign
    for code in range(0x80, 0xA0)
    if (sign := bytes([code]).decode("cp1252", "ignore")) and code != 0x85  # noqa: PLR2004  a line end
}
_META = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_C1 = lazily("[\x80-\x9f]")
# Putting marks in their order takes the square of their number, so no sign keeps more of them than Unicode's
# own limit for texts from anywhere (UAX 15, stream-safe). Signs that are no letters come first: they are few.
_MOST_MARKS = 30
_PILE = lazily(rf"[^\w\s\x00-\x7f]{{{_MOST_MARKS + 1},}}")
_DOCUMENTS = (rb"{\rtf", b"%PDF-")  # what other documents that are written in letters begin with
_BEFORE = codecs.BOM_UTF8 + b" \t\r\n"
_FEW = 8  # controls that any file may have
_SELDOM = 50  # signs to one control: in a text there are fewer by far
_SAMPLE = 4_000  # bytes that show an encoding
_WIDE = (("utf-32-le", 4, 0), ("utf-32-be", 4, 3), ("utf-16-le", 2, 0), ("utf-16-be", 2, 1))
_ODD = lazily("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")


def decode(path: str, data: bytes, digest: str) -> tuple[SourceFile, tuple[Diagnostic, ...]]:
    """The file as text, and what had to be done to read it.

    UTF-8 is expected, with or without a byte-order mark; UTF-16 and UTF-32 are read where a mark says so, or
    with a warning where every other byte is none, and what is neither is read as Windows-1252 with a warning.
    A text that was UTF-8 read as Windows-1252 as a whole is read again, with a warning.
    Control characters, and accents beyond 30 on one sign, are dropped with a note. A file above `MAX_BYTES`
    or `MAX_LINES`, or that is no text at all, or a word processor's document whatever its name says, comes
    out empty, with an error. What its name says is a page's source is read as UTF-8, else as the page
    states, may have `MAX_PAGE_BYTES`, and as many lines as it likes: those that it shows are counted when
    they are read.
    """
    limit = most_bytes(path)
    if len(data) > limit:
        size = len(data)
        message = said("{size} bytes are more than an article can have ({limit})", size=size, limit=limit)
        return SourceFile(path, "", digest), (too_large(path, message),)
    if data[:100].lstrip(_BEFORE).startswith(_DOCUMENTS):
        return SourceFile(path, "", digest), (_document(path),)
    markup = limit > MAX_BYTES
    # Browsers save pages in UTF-8, whatever the page says of itself.
    text, notes = (page_text(data, "utf-8"), ()) if markup else _decoded(path, data)
    if not text.isascii():
        spared = _PILE.sub(_spared, text)
        if spared != text:
            at = next((n for n, (a, b) in enumerate(zip(text, spared, strict=False)) if a != b), len(spared))
            notes = (
                *notes,
                _dropped(
                    path, text.count("\n", 0, at) + 1, said("accents piled up on one sign were dropped")
                ),
            )
        text = unicodedata.normalize("NFC", spared)
    if _ODD.search(text):
        text = _LINE_ENDS.sub("\n", text.lstrip("\ufeff"))
        if _C1.search(text):
            text = text.translate(_WINDOWS)
        found = _ILLEGAL.search(text)
        if found and _is_binary(text):
            return SourceFile(path, "", digest), (_no_text(path),)
        if found:
            line = text.count("\n", 0, found.start()) + 1
            notes = (*notes, _dropped(path, line, said("invisible control characters were dropped")))
            text = _ILLEGAL.sub("", text)
    if not markup and len(text) > MAX_LINES and (lines := text.count("\n")) > MAX_LINES:
        return SourceFile(path, "", digest), (too_large(path, many_lines(lines)),)
    return SourceFile(path, text, digest), notes


def _spared(pile: re.Match[str]) -> str:
    """Signs that are no letters, each with the first of the marks that are piled up on it."""
    out, marks = [], 0
    for sign in pile[0]:
        marks = marks + 1 if unicodedata.category(sign).startswith("M") else 0
        if marks <= _MOST_MARKS:
            out.append(sign)
    return "".join(out)


def _dropped(path: str, line: int, message: Said) -> Diagnostic:
    return Diagnostic("control-characters", "info", Where(path, Span(line, line)), message)


def most_bytes(path: str) -> int:
    """How large a file of this name may be."""
    return MAX_PAGE_BYTES if SourceFile(path, "", "").is_markup else MAX_BYTES


def many_lines(lines: int) -> Said:
    """What is said of a text of so many lines."""
    return said("{size} lines are more than an article can have ({limit})", size=lines, limit=MAX_LINES)


def too_large(path: str, message: Said) -> Diagnostic:
    """What is said of a file that is larger than an article can be."""
    hint = said("cut the file in parts, or leave it out of the folder")
    return Diagnostic("file-too-large", "error", Where(path), message, hint)


def _is_binary(text: str) -> bool:
    """Whether so many of a file's signs are controls that it is a picture, a program, or packed."""
    count = len(_ILLEGAL.findall(text))
    return count > _FEW and count * _SELDOM > len(text)


def _document(path: str) -> Diagnostic:
    message = said("this is a document of a word processor or a PDF, whatever its name says, and is not read")
    hint = said("open it, and save its text as .txt (plain text, UTF-8)")
    return Diagnostic("file-not-read", "error", Where(path), message, hint)


def _no_text(path: str) -> Diagnostic:
    message = said("this is no text: it holds what only programs read")
    hint = said("save its text as UTF-8, or move it elsewhere")
    return Diagnostic("file-binary", "error", Where(path), message, hint)


def page_text(data: bytes, charset: str = "") -> str:
    """A page's source, by its mark, its header's word, its own word, or else as most pages are written."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff")
    stated = _META.search(data, 0, HEAD)
    for name in (charset, stated[1].decode("ascii") if stated else "", "utf-8"):
        try:
            found = codecs.lookup(name) if name else None
            if found is not None and found._is_text_encoding:  # noqa: SLF001  "zlib" and the like are none
                # What says Latin-1 means Windows-1252, on the web.
                return data.decode("cp1252" if found.name == "iso8859-1" else found.name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")


def legal(text: str) -> str:
    """The text without characters that a page or feed cannot hold."""
    return _ILLEGAL.sub("", text)


def _decoded(path: str, data: bytes) -> tuple[str, tuple[Diagnostic, ...]]:
    """The bytes' text in the encoding they are in."""
    if data[:4] in (codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE):
        return data.decode("utf-32", errors="replace"), ()
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return data.decode("utf-16", errors="replace"), ()
    wide = _wide(data)
    if wide:
        return data.decode(wide, errors="replace"), (_guessed(path, 1, wide[:6].upper()),)
    try:
        text, garbled = ungarbled_whole(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return data.decode("cp1252", errors="replace"), (_guessed(path, line, "Windows-1252"),)
    return text, () if garbled < 0 else (_garbled(path, text.count("\n", 0, garbled) + 1),)


def _guessed(path: str, line: int, name: str) -> Diagnostic:
    message = said("this file is not UTF-8 and was read as {name}", name=name)
    hint = said("save it as UTF-8")
    return Diagnostic("encoding-guessed", "warning", Where(path, Span(line, line)), message, hint)


def _garbled(path: str, line: int) -> Diagnostic:
    message = said("the accents of this text were garbled on their way (“Ã©” for “é”) and were read again")
    hint = said("look them over, or copy the text anew")
    return Diagnostic("encoding-guessed", "warning", Where(path, Span(line, line)), message, hint)


def _wide(data: bytes) -> str:
    """The encoding of two or four bytes a sign that a file without a mark is in, "" for none.

    Of text in Latin letters, the bytes beside the letters are zeros; the letters themselves never are.
    """
    sample = data[:_SAMPLE]
    if b"\0" not in sample:
        return ""
    for name, width, letters in _WIDE:
        signs = len(sample) // width
        zeros = [sample[place::width].count(0) for place in range(width)]
        beside = [count for place, count in enumerate(zeros) if place != letters]
        if signs and zeros[letters] * _SELDOM <= signs and min(beside) * 10 > signs * 8:
            return name
    return ""
