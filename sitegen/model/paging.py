"""Lists in parts, numbered so that a new item does not move every page."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from msgspec import Struct

T = TypeVar("T")


class Part(Struct, Generic[T], frozen=True):
    """One page of a list: its number (0 for the front page) and its items."""

    number: int
    items: tuple[T, ...]
    older: int | None
    newer: int | None


def paged(items: Sequence[T], size: int) -> tuple[Part[T], ...]:
    """A list (newest first) in parts, the front page first, archive pages counted from the oldest.

    Archive page N holds a fixed run of ``size`` items for ever; the front page holds what is newer than the
    last full archive page and never fewer than ``size`` items where there are that many. So an item added at
    the front changes the front page alone, until a new archive page is split off. ``older`` and ``newer``
    are the numbers of the neighbours, None at the ends.

    >>> [(part.number, part.items) for part in paged("gfedcba", 2)]
    [(0, ('g', 'f', 'e')), (2, ('d', 'c')), (1, ('b', 'a'))]
    """
    archives = max(0, len(items) // size - 1)
    front = len(items) - archives * size
    parts = [Part(0, tuple(items[:front]), archives or None, None)]
    for number in range(archives, 0, -1):
        start = front + (archives - number) * size
        newer = number + 1 if number < archives else 0
        parts.append(Part(number, tuple(items[start : start + size]), number - 1 or None, newer))
    return tuple(parts)
