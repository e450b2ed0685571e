"""Asides in brackets that a page puts into its text for those who hear it: "(Nouvelle fenêtre)"."""

import re
from collections.abc import Sequence

from sitegen.text.fold import fold

Asides = tuple[tuple[str, frozenset[str]], ...]  # a rule's id, and what stands in the brackets, folded

_BRACKETED = re.compile(r"(?<![ \t\u00a0\u202f])([ \t\u00a0\u202f]*)\(([^()\n]{3,60})\)")


def without_asides(text: str, asides: Asides) -> tuple[str, tuple[str, ...]]:
    """A text without them, the space before one kept where a word follows at once; the rules that spoke.

    >>> without_asides("Un article (Nouvel onglet)le dit.", (("new-window", frozenset(["nouvel onglet"])),))
    ('Un article le dit.', ('new-window',))
    """
    names: list[str] = []

    def taken(found: re.Match[str]) -> str:
        inside = fold(found[2]).strip()
        name = next((name for name, texts in asides if inside in texts), "")
        word_follows = text[found.end() : found.end() + 1].isalnum()
        if not name or (word_follows and not found[1]):
            return found[0]
        names.append(name)
        return found[1][:1] if word_follows else ""

    text = _BRACKETED.sub(taken, text) if "(" in text else text
    return text, tuple(dict.fromkeys(names))


def compile_asides(rows: Sequence[tuple[str, tuple[str, ...]]]) -> Asides:
    """Asides by rule from each rule's id and texts."""
    return tuple((name, frozenset(map(fold, texts))) for name, texts in rows)
