"""Folding: text made comparable without changing its length, so that evidence can quote the original."""

import re
import unicodedata
from codecs import charmap_decode, charmap_encode  # what str.encode asks, by way of a codec written in Python
from contextlib import suppress
from encodings.cp1252 import decoding_table, encoding_table
from functools import lru_cache

from sitegen.text.lazily import lazily

_APOSTROPHES = "’‘ʼ`´′＇"
_DASHES = "‐‑‒–—―−"
_WESTERN = "cp1252"
_SPACES = "\u00a0\u202f\u2007\u2009\u2002\u2003\u2008\u200a\u205f\u3000\t"


def _fold_char(char: str) -> str:
    """One character's folded form, one character long; the character itself where none exists."""
    lowered = char.lower()
    if len(lowered) > 1:
        lowered = lowered[0]
    base = unicodedata.normalize("NFD", lowered)[0]
    return base if len(base) == 1 else lowered


def _table() -> dict[int, str]:
    """Translation of all Latin, Greek and Cyrillic letters, and of the signs that dumps vary."""
    table: dict[int, str] = {}
    ranges = ((0x41, 0x5B), (0xC0, 0x250), (0x370, 0x530), (0x531, 0x557), (0x1E00, 0x2000))
    for start, stop in ranges:
        for code in range(start, stop):
            folded = _fold_char(chr(code))
            if folded != chr(code):
                table[code] = folded
    table.update(dict.fromkeys(map(ord, _APOSTROPHES), "'"))
    table.update(dict.fromkeys(map(ord, _DASHES), "-"))
    table.update(dict.fromkeys(map(ord, _SPACES), " "))
    return table


_FOLD = _table()
_CHARS = {chr(code): folded for code, folded in _FOLD.items()}


def _byte_table() -> bytes:
    """The same for texts that Windows-1252 can write, as nearly all in Western letters: byte to byte."""
    table = bytearray(range(256))
    for char, folded in _CHARS.items():
        if char > "\x7f" and folded.isascii():
            with suppress(UnicodeEncodeError):
                table[char.encode(_WESTERN)[0]] = ord(folded)
    return bytes(table)


_BYTES = _byte_table()
_NOT_ASCII = lazily(r"[^\x00-\x7f]")
RECURRING = 200  # characters up to which a line may be one of a menu
_LONG = 160  # characters from which replacing letter by letter is faster than place by place


def fold(text: str) -> str:
    """Lower-cased text without accents, typographic apostrophes, dashes and no-break spaces, of equal length.

    >>> fold("L’Arménie – États-Unis")
    "l'armenie - etats-unis"
    """
    low = text.lower()
    if len(low) != len(text):  # a letter such as İ, whose small form is two characters
        return text.translate(_FOLD)
    if "\t" in low:
        low = low.replace("\t", " ")
    if low.isascii():
        return low
    try:
        codes, _ = charmap_encode(low.replace("\u202f", " "), "strict", encoding_table)
    except UnicodeEncodeError:
        return _fold_chars(low)
    return charmap_decode(codes.translate(_BYTES), "strict", decoding_table)[0]


fold_line = lru_cache(maxsize=8192)(fold)  # for short lines, which stages ask for one after the other


def _fold_chars(low: str) -> str:
    """Small letters folded one by one."""
    if len(low) < _LONG:
        return _NOT_ASCII.sub(_folded, low)
    for char in sorted(set(low)):
        if char > "\x7f" and char in _CHARS:
            low = low.replace(char, _CHARS[char])
    return low


def _folded(match: re.Match[str]) -> str:
    return _CHARS.get(match[0], match[0])
