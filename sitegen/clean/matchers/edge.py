"""What is no part of a sentence at the beginning or end of a paragraph: the tags and counters of posts."""

import re
from collections.abc import Iterable, Sequence

Edges = tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]  # a rule's id, its signs, its expression

_REACH = 300  # characters at either end that are looked at
_WHO = "who"  # the group of an expression that holds who speaks


def without_edges(text: str, edges: Edges, *, several: bool = False) -> tuple[str, int, tuple[str, ...]]:
    """A text without them, how many characters went from its beginning, and the rules that spoke.

    Where ``several`` people speak in turn, who does, and when, is part of the text, and stays.

    >>> without_edges("Un pont. #Arche", (("tags", ("#",), re.compile(r" #[a-zA-Z]+$")),))
    ('Un pont.', 0, ('tags',))
    """
    taken, names = 0, []
    for name, signs, expression in edges:
        if signs and not any(sign in text for sign in signs):
            continue
        if several and _WHO in expression.groupindex:
            continue
        head = expression.match(text[:_REACH])
        if head and 0 < head.end() < _REACH:
            taken += head.end()
            text = text[head.end() :]
            names.append(name)
        tail = expression.search(text, max(0, len(text) - _REACH))
        if tail and tail[0] and tail.end() == len(text):
            text = text[: tail.start()].rstrip()
            names.append(name)
    return text, taken, tuple(dict.fromkeys(names))


def speakers(texts: Iterable[str], edges: Edges) -> frozenset[str]:
    """Who the edges of a document's blocks say that speaks."""
    named = [edge for edge in edges if _WHO in edge[2].groupindex]
    return frozenset(
        found[_WHO]
        for text in texts
        for _, signs, expression in named
        if any(sign in text for sign in signs) and (found := expression.match(text[:_REACH]))
    )


def compile_edges(rows: Sequence[tuple[str, tuple[str, ...], str]]) -> Edges:
    """Edges by rule from each rule's id, signs and pattern."""
    return tuple((name, signs, re.compile(pattern)) for name, signs, pattern in rows)
