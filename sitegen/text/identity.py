"""Ids that follow from a path alone."""

import hashlib


def article_id(path: str) -> str:
    """The id of a file published for the first time: 16 hexadecimal digits from its path."""
    return hashlib.blake2b(path.encode("utf-8", "surrogateescape"), digest_size=8).hexdigest()
