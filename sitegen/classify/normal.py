"""Text as the vocabulary is compared with it: folded, its signs blank, every character in its place."""

import re

from sitegen.text.fold import fold

BREAK = "\x00"  # stands between blocks, so that no phrase is read across them
JOINT = f"\n{BREAK}\n"

_CODEC = "cp1252"  # holds all letters and signs of French and English, a byte each
_BLANKS = "\u202f\u2009\u2011\u200b\u200e\ufeff\u2212"  # what French typography and web pages add
_OWN = {"œ": b"\x9c", "Œ": b"\x9c", "æ": b"\xe6", "Æ": b"\xe6", "ß": b"\xdf"}
_ADDRESS = re.compile(r"\]\([^)\s]{0,2000}\)?|https?://\S{0,2000}|<[!/a-zA-Z][^<>\n]{0,500}>")


def _table() -> bytes:
    """What each byte becomes: its letter without case or accent, a digit, the break, or a space."""
    out = bytearray(b" " * 256)
    for code in range(256):
        try:
            char = bytes([code]).decode(_CODEC)
        except UnicodeDecodeError:
            continue
        folded = fold(char)
        if char in _OWN:
            out[code] = _OWN[char][0]
        elif folded.isascii() and folded.isalnum():
            out[code] = ord(folded)
    out[0] = 0
    return bytes(out)


_TABLE = _table()


def normal(text: str) -> str:
    """Lower-case letters and digits, all else blank, of the text's own length.

    >>> normal("L’Arménie – États-Unis !")
    'l armenie   etats unis  '
    """
    try:
        raw = text.encode(_CODEC)
    except UnicodeEncodeError:
        raw = _rare(text)
    return raw.translate(_TABLE).decode("latin-1")


def _rare(text: str) -> bytes:
    """The bytes of a text with signs from outside the codec: first the usual blanks, then the slow way."""
    for sign in _BLANKS:
        text = text.replace(sign, " ")
    try:
        return text.encode(_CODEC)
    except UnicodeEncodeError:
        return fold(text).encode(_CODEC, "replace")


def key(words: str) -> str:
    """A vocabulary entry as it stands in normal text, single spaces between its words.

    >>> key("États-Unis d'Amérique")
    'etats unis d amerique'
    """
    if words.isascii() and words.isalnum():  # most of a vocabulary is one plain word
        return words.lower()
    return " ".join(normal(words).split())


def masked(text: str) -> str:
    """The text with addresses and tags blanked, of the same length: a link's address is no mention.

    >>> masked("[texte](https://a.example/armenie) et")
    '[texte                             et'
    """
    if "](" not in text and "://" not in text and "<" not in text:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)
