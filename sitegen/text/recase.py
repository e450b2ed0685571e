"""Lines in capitals made readable: sentence case, with the names that the article writes with a capital."""

import re
from collections.abc import Collection, Iterable

from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_WORD = lazily(r"[^\W\d_]+(?:-[^\W\d_]+)*(?!\w)|\w+")  # "Anne-Lise", "A7"
_SENTENCE_START = lazily(r"(?:^|[.!?:…«»“”\"\n–—(*_•-]\s*)[«“\"'(*_\s]*$")
_COUNTED = lazily(r"\d{1,4}(?:ERE?|ÈRE|E|[EÈ]ME|NDE?|ST|RD|TH|H(?:\d\d)?)")  # "1ER", "20H30"
_SHARE = 0.8  # of the letters, for a line to be in capitals
_LETTERS = 8


def in_capitals(text: str) -> bool:
    """Whether a line is written in capitals, and long enough for that to be a manner."""
    upper = sum(map(str.isupper, text))
    if upper < _LETTERS:
        return False
    return upper >= _SHARE * sum(map(str.isalpha, text))


def names_in(texts: Iterable[str]) -> dict[str, str]:
    """Words by their folded form as the texts write them inside sentences, where a capital means a name.

    A word also seen small is no name; the first word of a sentence proves nothing.
    """
    seen: dict[str, str] = {}
    small: set[str] = set()
    for text in texts:
        for match in _WORD.finditer(text):
            word = match[0]
            if word.islower():
                small.add(word)
            elif not _SENTENCE_START.search(text[max(0, match.start() - 6) : match.start()]):
                seen.setdefault(word.lower(), word)
    return {fold(low): word for low, word in seen.items() if low not in small or word.isupper()}


def sentence_case(text: str, names: dict[str, str], acronyms: Collection[str] = ()) -> str:
    """A line in capitals in sentence case: names as the article writes them, acronyms kept.

    >>> sentence_case("LE PRÉSIDENT RENCONTRE ANNE À L'ONU", {"anne": "Anne"}, {"ONU"})
    "Le président rencontre Anne à l'ONU"
    """

    def recased(match: re.Match[str]) -> str:
        word = match[0]
        if _COUNTED.fullmatch(word):
            return word.lower()
        if word in acronyms or any(map(str.isdigit, word)):
            return word
        name = names.get(fold(word))
        if name:
            return name if len(name) == len(word) else word.capitalize()
        if "-" in word:
            parts = [names.get(fold(part), part.lower()) for part in word.split("-")]
            return "-".join(parts)
        return word.lower()

    out = _WORD.sub(recased, text)
    for at, char in enumerate(out):
        if char.isalpha():
            return out[:at] + char.upper() + out[at + 1 :]
    return out
