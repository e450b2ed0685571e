"""What earlier builds found out, kept in one SQLite file: deleting it changes no byte of the site.

Values are MessagePack decoded into declared types, so that nothing in the file can run; a file that is
damaged, of another version or another user's is an empty memo. Keys are digests of all that a value depends
on, the package's own code included.
"""

import contextlib
import hashlib
import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from sitegen.model import Body, Entry

T = TypeVar("T")

_SCHEMA = """
create table if not exists entries (
    path text primary key, mtime_ns integer, size integer, digest text, key text, as_of text, entry blob
) without rowid;
create table if not exists bodies (path text primary key, body blob) without rowid;
create table if not exists values_ (key text primary key, value blob) without rowid;
"""
_VERSION = 1  # of this layout; the code's own digest is part of every key

_BODIES_KEPT = 400

_BODY = msgspec.msgpack.Decoder(Body)
_ENTRY = msgspec.msgpack.Decoder(Entry)


@dataclass(frozen=True, slots=True)
class Kept:
    """A file's entry as kept: the file's stamp, the key it was made under, and the entry, still encoded.

    ``as_of`` is the day that the entry depends on, "" where it depends on none.
    """

    path: str
    mtime_ns: int
    size: int
    digest: str
    key: str
    as_of: str
    entry: bytes


def decode_entry(data: bytes) -> Entry | None:
    """An entry, or None where the bytes hold none."""
    try:
        return _ENTRY.decode(data)
    except msgspec.MsgspecError:
        return None


def encode(value: object) -> bytes:
    """Any of our values as bytes."""
    return msgspec.msgpack.encode(value)


class Bodies(Mapping[str, Body]):
    """Bodies by article id, read from the memo when asked for; the latest few hundred are remembered."""

    def __init__(self, memo: "Memo", paths: Mapping[str, str]) -> None:
        self._memo = memo
        self._paths = paths
        self._kept: dict[str, Body] = {}

    def __getitem__(self, identity: str) -> Body:
        found = self._kept.get(identity)
        if found is None:
            found = self._memo.body(self._paths[identity])
            if found is None:
                raise KeyError(identity)
            if len(self._kept) >= _BODIES_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[identity] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class Memo:
    """The open memo; every method treats damage as absence."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._connection = _open(path)

    def entries(self) -> dict[str, Kept]:
        """Every kept entry by path."""
        try:
            rows = self._connection.execute("select * from entries").fetchall()
        except sqlite3.DatabaseError:
            self._start_anew()
            return {}
        return {row[0]: Kept(*row) for row in rows}

    def save(self, rows: Iterable[tuple[Kept, bytes]], gone: Iterable[str]) -> None:
        """Keep these entries with their encoded bodies, and forget the paths that are gone."""
        with contextlib.suppress(sqlite3.DatabaseError), self._connection as connection:
            for kept, body in rows:
                connection.execute(
                    "insert or replace into entries values (?, ?, ?, ?, ?, ?, ?)",
                    (kept.path, kept.mtime_ns, kept.size, kept.digest, kept.key, kept.as_of, kept.entry),
                )
                connection.execute("insert or replace into bodies values (?, ?)", (kept.path, body))
            for path in gone:
                connection.execute("delete from entries where path = ?", (path,))
                connection.execute("delete from bodies where path = ?", (path,))

    def restamp(self, rows: Iterable[Kept]) -> None:
        """Take note that a file was touched without having changed."""
        with contextlib.suppress(sqlite3.DatabaseError), self._connection as connection:
            connection.executemany(
                "update entries set mtime_ns = ?, size = ? where path = ?",
                [(kept.mtime_ns, kept.size, kept.path) for kept in rows],
            )

    def body(self, path: str) -> Body | None:
        """One file's body, or None where it is not kept."""
        row = self._connection.execute("select body from bodies where path = ?", (path,)).fetchone()
        return _BODY.decode(row[0]) if row else None

    def value(self, key: str, kind: type[T]) -> T | None:
        """A value kept under a key, or None."""
        try:
            row = self._connection.execute("select value from values_ where key = ?", (key,)).fetchone()
            return msgspec.msgpack.decode(row[0], type=kind) if row else None
        except (sqlite3.DatabaseError, msgspec.MsgspecError):
            return None

    def keep_value(self, prefix: str, key: str, value: object) -> None:
        """Keep one value of a kind; the former ones of that prefix go."""
        with contextlib.suppress(sqlite3.DatabaseError), self._connection as connection:
            connection.execute("delete from values_ where key glob ?", (f"{prefix}*",))
            connection.execute("insert into values_ values (?, ?)", (key, encode(value)))

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def _start_anew(self) -> None:
        self._connection.close()
        _discard(self.path)
        self._connection = _open(self.path)


def _open(path: str) -> sqlite3.Connection:
    """A connection to a memo that works: the one there, or a new one."""
    for attempt in (1, 2):
        try:
            if os.path.exists(path) and os.stat(path).st_uid != os.getuid():  # noqa: PTH110, PTH116  strings
                _discard(path)
            connection = sqlite3.connect(path)
            version = connection.execute("pragma user_version").fetchone()[0]
            if version not in (0, _VERSION):
                connection.close()
                _discard(path)
                continue
            connection.executescript(_SCHEMA)
            connection.execute(f"pragma user_version = {_VERSION}")
            connection.execute("pragma synchronous = normal")
        except sqlite3.DatabaseError:
            _discard(path)
            if attempt == 2:  # noqa: PLR2004  a new file failed too
                break
        except OSError:
            break
        else:
            return connection
    connection = sqlite3.connect(":memory:")  # nowhere to keep anything: every build is a cold one
    connection.executescript(_SCHEMA)
    return connection


def _discard(path: str) -> None:
    for end in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            os.unlink(path + end)  # noqa: PTH108  strings


def code_digest() -> str:
    """A digest that changes whenever the package's code does: names, sizes and times of its files."""
    base = Path(__file__).parents[1]
    hasher = hashlib.blake2b(digest_size=16)
    for file in sorted(base.rglob("*.py")):
        status = file.stat()
        hasher.update(f"{file.name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode())
    return hasher.hexdigest()


def digest_of(*parts: bytes | str) -> str:
    """One digest of several parts, in order."""
    hasher = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        hasher.update(len(data).to_bytes(8, "little"))
        hasher.update(data)
    return hasher.hexdigest()


def json_line(value: Any) -> bytes:
    """A value as one line of JSON."""
    return msgspec.json.encode(value) + b"\n"
