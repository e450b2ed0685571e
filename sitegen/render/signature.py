"""Digests of what a page depends on."""

import hashlib

_BETWEEN = "\x1f"  # no text holds a unit separator


def signed(*parts: str) -> str:
    """One digest for an ordered list of texts."""
    return hashlib.blake2b(_BETWEEN.join(parts).encode(), digest_size=12).hexdigest()
