"""Bytes on their way out."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: path relative to the output folder, posix style, and its bytes."""

    path: str
    data: bytes
