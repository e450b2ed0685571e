"""What a built output folder holds: for each file, the signature of what it shows and its bytes' digest."""

import zlib
from collections.abc import Mapping
from typing import NamedTuple

import msgspec

_FORMAT = 2
SEAL = 4  # bytes of a checksum at the beginning: a bit that a medium lost must not be taken for a file's


class Stamp(NamedTuple):
    """A published file: what it was made from, its bytes' digest, and their number."""

    signature: str
    digest: str
    size: int


Manifest = Mapping[str, Stamp]


class _Stored(msgspec.Struct, array_like=True):
    """The manifest as kept on disk, with the identity of the folder that it describes."""

    format: int
    identity: tuple[int, ...]
    files: dict[str, Stamp]


def encode(manifest: Manifest, identity: tuple[int, ...]) -> bytes:
    """The manifest of the folder with this identity, as bytes."""
    data = msgspec.msgpack.encode(_Stored(_FORMAT, identity, dict(manifest)))
    return zlib.crc32(data).to_bytes(SEAL, "big") + data


def decode(data: bytes, identity: tuple[int, ...]) -> Manifest | None:
    """The manifest, or None where the bytes are damaged, of another format, or about another folder."""
    bare = data[SEAL:]
    if data[:SEAL] != zlib.crc32(bare).to_bytes(SEAL, "big"):
        return None
    try:
        stored = msgspec.msgpack.decode(bare, type=_Stored)
    except msgspec.MsgspecError:
        return None
    if stored.format != _FORMAT or stored.identity != identity:
        return None
    return stored.files
