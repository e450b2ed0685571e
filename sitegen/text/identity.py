"""Ids that follow from a path alone."""

import hashlib
from collections.abc import Mapping
from typing import TypeVar

T = TypeVar("T")


def article_id(path: str) -> str:
    """The id of a file published for the first time: 16 hexadecimal digits from its path."""
    return hashlib.blake2b(path.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()


def override_ids(path: str) -> tuple[str, str]:
    """The ids that an override of a source file may have: its whole path's, which wins, and its name's.

    >>> override_ids("seeds/2025/un-pont.txt")
    ('seeds--2025--un-pont', 'un-pont')
    """
    stem = path.rsplit(".", 1)[0]
    return stem.replace("/", "--"), stem.rsplit("/", 1)[-1]


def for_file(path: str, by_override: Mapping[str, T]) -> T | None:
    """What stands under the id of a source file's override, None where nothing does."""
    if not by_override:
        return None
    whole, name = override_ids(path)
    return by_override.get(whole) or by_override.get(name)
