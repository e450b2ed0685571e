"""Bylines: a set word, then names, and nothing else."""

import re

from sitegen.clean.lines import Line

_NAME = r"[^\W\d_][\w'’.-]*"
_NAMES = re.compile(
    rf"[ \t\u00a0:]*{_NAME}(?:[ \u00a0]{_NAME}){{0,5}}"
    rf"(?:(?:, ?| et | and | und | y | e | & | / | avec | with | mit )"
    rf"{_NAME}(?:[ \u00a0]{_NAME}){{0,4}}){{0,3}}"
    r"[ \t,)]*$"
)
_SMALL = frozenset(
    "de du des la le les von van der den el al bin ben et and und y e avec with mit l d à a".split()  # noqa: SIM905  reads best as words
)
LONGEST = 110


def is_byline(words: tuple[str, ...], line: Line) -> bool:
    """Whether a line is one of the words and then names, all with a capital."""
    plain = line.plain
    if len(plain) > LONGEST:
        return False
    folded = line.low
    for word in words:
        if folded.startswith(word) and not folded[len(word) : len(word) + 1].isalnum():
            rest = plain[len(word) :]
            return bool(_NAMES.match(rest)) and are_names(rest)
    return False


def are_names(text: str) -> bool:
    """Whether every word has a capital, small words of names aside, and there is one that does."""
    words = text.replace("’", "'").replace(",", " ").strip(" :)").split()
    big = [word for word in words if word[:1].isupper()]
    return bool(big) and all(
        word[:1].isupper() or word in _SMALL or word[:2] in ("d'", "l'") or word in "&/" for word in words
    )
