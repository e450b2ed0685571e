"""Text made fit for XML and for readers that guess: characters no feed may hold, and escaping."""

import re

from sitegen.text.lazily import lazily

# Not allowed in XML 1.0, or in HTML, or a sign of a wrong encoding: controls (but tab and line feed), C1
# controls, lone surrogates, noncharacters. The carriage return goes too: parsers turn it into a line feed.
_ILLEGAL = lazily(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_LOST = "\ufffd"  # stands for a character that could not be read; validators take it for a broken encoding
_TAG_LIKE = lazily(r"<(?=[a-zA-Z/!?])")  # "<b>" in a headline
_ENTITY_LIKE = lazily(r"&(?=#?\w+;)")  # "&eacute;" in a headline
_OPENS_ENTITY = lazily(r"&(?=[#\w])")
_WORD_JOINER = "\u2060"  # no width, no meaning
_BREAKS = lazily("[ \t\n\u2028\u2029]+")


# The same characters as UTF-8 bytes. A search for a set of characters looks at each in turn, while these jump
# from one first byte to the next: most texts hold none, and that is found out thirty times faster.
_CONTROLS = bytes(code for code in range(32) if code not in (9, 10)) + b"\x7f"
_C1_BYTES = re.compile(rb"\xc2[\x80-\x9f]")
_BMP_BYTES = re.compile(rb"\xef[\xb7\xbf][\x90-\xbf]")
_PLANE_BYTES = re.compile(rb"\xbf[\xbe\xbf]")


def legal(text: str) -> str:
    """The text without the characters that a feed must not hold."""
    if "Ã" in text or "Â" in text:
        text = _decoded(text)
    try:
        data = text.encode()
    except UnicodeEncodeError:
        return _ILLEGAL.sub("", text).replace(_LOST, "?")
    if (
        len(data.translate(None, _CONTROLS)) == len(data)
        and not _C1_BYTES.search(data)
        and not _BMP_BYTES.search(data)
        and not _PLANE_BYTES.search(data)
    ):
        return text
    return _ILLEGAL.sub("", text).replace(_LOST, "?")


def _decoded(text: str) -> str:
    """UTF-8 that was read as Latin-1 all through, read again; any other text as it is.

    >>> _decoded("TÃ©lÃ©phone")
    'Téléphone'
    """
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def one_line(text: str) -> str:
    """Legal text with every run of spaces and line ends made one space; French no-break spaces stay."""
    text = legal(text)
    if "\n" in text or "  " in text or "\t" in text or "\u2028" in text or "\u2029" in text:
        text = _BREAKS.sub(" ", text)
    return text.strip()


def escaped(text: str) -> str:
    """Character data of XML or HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_html(text: str) -> str:
    """Text as HTML, with no more signs escaped than must be: some programs show them as they stand.

    >>> as_html("R&D & 1 < 2 > 0")
    'R&amp;D & 1 &lt; 2 > 0'
    """
    return _OPENS_ENTITY.sub("&amp;", text).replace("<", "&lt;") if "&" in text or "<" in text else text


def quoted(text: str) -> str:
    """An attribute's value, without its quotation marks."""
    return escaped(text).replace('"', "&quot;").replace("\n", "&#xA;").replace("\t", "&#x9;")


def guarded(text: str) -> str:
    """Text that shows the same whether a reader takes it for text or for HTML.

    A word joiner stands after each sign that could open a tag or an entity.
    """
    if "<" in text or "&" in text:
        return _TAG_LIKE.sub("<" + _WORD_JOINER, _ENTITY_LIKE.sub("&" + _WORD_JOINER, text))
    return text


def plain(text: str) -> str:
    r"""Guarded character data, its signs as hexadecimal references, as the RSS Advisory Board's profile asks.

    >>> plain("R&D <b>")
    'R&#x26;D &#x3C;\u2060b&#x3E;'
    """
    text = guarded(text)
    if "<" in text or "&" in text:
        text = text.replace("&", "&#x26;").replace("<", "&#x3C;")
    return text.replace(">", "&#x3E;")


def plain_quoted(text: str) -> str:
    """The same for an attribute's value."""
    return plain(text).replace('"', "&quot;")
