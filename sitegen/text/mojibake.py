"""UTF-8 that was read as Windows-1252 somewhere on its way ("Ã©" for "é"), read again."""

import re

_START = re.compile("[ÂÃÄÅÎÐÑØÙâ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]")
_GARBLED = re.compile("(?:[ÂÃÄÅÎÐÑØÙâ][\u0080-\u00bfŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]{1,2})+")
_A = re.compile("(?<!\\w)Ã[ \u00a0]{1,2}(?=[\\w«’'])")  # "à", whose second byte became a space
_LAST_A = re.compile("(?<=\\w)Ã(?= )")  # "dÃ©jÃ ": the same at a word's end
_ACCENTED = re.compile("[\u00e0-\u017f]")
_CP1252 = {bytes([code]).decode("cp1252", "ignore"): code for code in range(0x80, 0xA0)}
_SEVERAL = 3  # signs read again from which a text as a whole was garbled


def ungarbled(text: str) -> str:
    """A text with its garbled signs read again; what gives no sign stays as it stood.

    >>> ungarbled("Lâ€™Ã©cole")
    'L’école'
    """
    if "Ã" in text:
        text = _A.sub("à ", text)
    return _GARBLED.sub(_decoded, text) if _START.search(text) else text


def ungarbled_whole(text: str) -> tuple[str, int]:
    """A text garbled as a whole, read again, and where its first such sign stood; -1 where it was not.

    A text that speaks of such signs, or holds a garbled quotation, has more letters with accents beside them.
    """
    first = _START.search(text)
    if first is None:
        return text, -1
    mended = ungarbled(text)
    again = sum(mended_run != run[0] for run in _GARBLED.finditer(text) if (mended_run := _decoded(run)))
    if again < _SEVERAL or again <= sum(1 for _ in _ACCENTED.finditer(_GARBLED.sub("", text))):
        return text, -1
    return _LAST_A.sub("à", mended), first.start()


def _decoded(found: re.Match[str]) -> str:
    """The signs of a run of garbled ones; as it stood where it gives none."""
    codes = [_CP1252.get(char, ord(char)) for char in found[0]]
    try:
        return bytes(codes).decode("utf-8")
    except (ValueError, UnicodeDecodeError):
        return found[0]
