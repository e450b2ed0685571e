"""Bytes on their way out."""

from msgspec import Struct


class Artifact(Struct, frozen=True):
    """A file of the site: path relative to the output folder, posix style, and its bytes."""

    path: str
    data: bytes
