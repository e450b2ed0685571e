"""What earlier builds found out, kept in one SQLite file: deleting it changes no byte of the site.

Values are MessagePack decoded into declared types, so that nothing in the file can run; a file that is
damaged, of another version or another user's is an empty memo. Keys are digests of all that a value depends
on, the package's own code included. Each value bears a checksum of itself and its name, since one bit that a
medium lost would else be published.
"""

import contextlib
import errno
import hashlib
import os
import sqlite3
import stat
import zlib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from sitegen.model import Body, Entry

T = TypeVar("T")

_SCHEMA = """
create table if not exists files (
    path text primary key, mtime_ns integer, size integer, digest text, key text, bound text
) without rowid;
create table if not exists entries (path text primary key, entry blob) without rowid;
create table if not exists bodies (path text primary key, body blob) without rowid;
create table if not exists values_ (key text primary key, value blob) without rowid;
"""
_VERSION = 4  # of this layout; the code's own digest is part of every key

_BODIES_KEPT = 400

_PATIENCE = 30  # seconds to wait for another process that writes


class Kept(NamedTuple):
    """A file whose entry is kept: the file's stamp, and the key that the entry was made under.

    ``bound`` is what else it depends on, the day or the site's images, "" for nothing.
    """

    path: str
    mtime_ns: int
    size: int
    digest: str
    key: str
    bound: str


class Fresh(NamedTuple):
    """What an analysis gives the memo to keep: the file, its entry and its body, both encoded."""

    file: Kept
    entry: bytes
    body: bytes


@cache
def _decoder(kind: type[T]) -> msgspec.msgpack.Decoder[T]:
    """A decoder of a kind of value, made where one is read."""
    return msgspec.msgpack.Decoder(kind)


def decode_entry(data: bytes) -> Entry:
    """An entry as encoded a moment ago."""
    entry: Entry = _decoder(Entry).decode(data)
    return entry


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
            if len(self._kept) >= _BODIES_KEPT:
                del self._kept[next(iter(self._kept))]
            self._kept[identity] = found
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


class DamagedError(Exception):
    """What the memo should hold is not there: begin again without it."""


_SEAL = 4  # bytes


def _sealed(name: str, data: bytes) -> bytes:
    """The bytes of a value with their checksum before them."""
    return zlib.crc32(data, zlib.crc32(name.encode("utf-8", "surrogatepass"))).to_bytes(_SEAL, "big") + data


def _unsealed(name: str, data: bytes) -> bytes:
    """A value's bytes as they were sealed under this name; raises DamagedError where they are others."""
    bare = data[_SEAL:]
    if zlib.crc32(bare, zlib.crc32(name.encode("utf-8", "surrogatepass"))) != int.from_bytes(data[:_SEAL]):
        raise DamagedError(name)
    return bare


class Memo:
    """The open memo; damage is absence, and what cannot be kept is an error, since it is read again later.

    Where no file can be kept at the path, ``path`` is a temporary one instead: every build is a cold one.
    Whoever opens the memo ``to_read`` leaves it as it is, and what is to be kept is let go: a build's
    workers, of which several at once must neither write to it nor take it for damaged, and commands that
    write nothing.
    """

    def __init__(self, path: str, *, to_read: bool = False) -> None:
        self.path = path
        self._temporary = ""
        self._to_read = to_read
        if to_read:
            self._connection = _open_to_read(path)
            return
        connection = _open(path)
        if connection is None:
            import tempfile  # noqa: PLC0415  seldom needed

            handle, self._temporary = tempfile.mkstemp(prefix="sitegen-", suffix=".sqlite")
            os.close(handle)
            self.path = self._temporary
            connection = _open(self.path)
        if connection is None:
            raise OSError(errno.EIO, "no memo can be kept", path)
        self._connection = connection

    def files(self) -> dict[str, Kept]:
        """Every file whose entry is kept, by path."""
        try:
            rows = self._connection.execute("select * from files").fetchall()
        except sqlite3.DatabaseError as error:
            raise DamagedError(self.path) from error
        return {row[0]: Kept._make(row) for row in rows if _sound(row)}

    def entries(self, wanted: Mapping[str, Kept]) -> dict[str, Entry]:
        """The kept entries of the wanted files by path; raises DamagedError where one cannot be read."""
        decode = _decoder(Entry).decode
        found: dict[str, Entry] = {}
        try:
            for path, data in self._connection.execute("select path, entry from entries"):
                kept = wanted.get(path)
                if kept is not None:
                    found[path] = decode(_unsealed(path + kept.digest, data))
        except (sqlite3.DatabaseError, msgspec.MsgspecError, TypeError) as error:
            raise DamagedError(self.path) from error
        return found

    def save(self, rows: Iterable[Fresh]) -> Iterator[Fresh]:
        """The same rows, each kept on its way: all of them, or none where it ends before its time."""
        if self._to_read:
            yield from rows
            return
        with self._writing() as connection:
            for file, entry, body in rows:
                connection.execute("insert or replace into files values (?, ?, ?, ?, ?, ?)", file)
                sealed = (file.path, _sealed(file.path + file.digest, entry))
                connection.execute("insert or replace into entries values (?, ?)", sealed)
                sealed = (file.path, _sealed(file.path, body))
                connection.execute("insert or replace into bodies values (?, ?)", sealed)
                yield Fresh(file, entry, body)

    def forget(self, gone: Iterable[str]) -> None:
        """Keep nothing of these files."""
        if self._to_read:
            return
        with self._writing() as connection:
            for path in gone:
                for table in ("files", "entries", "bodies"):
                    connection.execute(f"delete from {table} where path = ?", (path,))  # noqa: S608  our own names

    def restamp(self, rows: Iterable[Kept]) -> None:
        """Take note that a file was touched without having changed."""
        if self._to_read:
            return
        with self._writing() as connection:
            connection.executemany(
                "update files set mtime_ns = ?, size = ? where path = ?",
                [(kept.mtime_ns, kept.size, kept.path) for kept in rows],
            )

    def body(self, path: str) -> Body:
        """One file's body; raises DamagedError where it cannot be had."""
        try:
            row = self._connection.execute("select body from bodies where path = ?", (path,)).fetchone()
            body: Body = _decoder(Body).decode(_unsealed(path, row[0]))
        except (sqlite3.DatabaseError, msgspec.MsgspecError, TypeError) as error:
            raise DamagedError(self.path) from error
        return body

    def value(self, key: str, kind: type[T]) -> T | None:
        """A value kept under a key, or None."""
        try:
            row = self._connection.execute("select value from values_ where key = ?", (key,)).fetchone()
            return msgspec.msgpack.decode(_unsealed(key, row[0]), type=kind) if row else None
        except (sqlite3.DatabaseError, msgspec.MsgspecError, TypeError, DamagedError):
            return None

    def keep_value(self, prefix: str, key: str, value: object) -> None:
        """Keep one value of a kind; the former ones of that prefix go."""
        if self._to_read:
            return
        with self._writing() as connection:
            connection.execute("delete from values_ where key glob ?", (f"{prefix}*",))
            connection.execute("insert into values_ values (?, ?)", (key, _sealed(key, encode(value))))

    def readable(self) -> bool:
        """Whether it is of this version and can be read at once; from now on it is never waited for."""
        try:
            self._connection.execute("pragma busy_timeout = 0")
            version = self._connection.execute("pragma user_version").fetchone()[0]
            self._connection.execute("select 1 from files limit 1").fetchone()
        except sqlite3.DatabaseError:
            return False
        return bool(version == _VERSION)

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
        if self._temporary:
            discard(self._temporary)

    @contextlib.contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction; a full disk is the system's error, anything else wrong with the file is damage."""
        try:
            with self._connection as connection:
                yield connection
        except sqlite3.OperationalError as error:
            raise _of_the_system(error, self.path) or DamagedError(self.path) from error
        except sqlite3.DatabaseError as error:
            raise DamagedError(self.path) from error


_REFUSALS = {
    sqlite3.SQLITE_FULL: errno.ENOSPC,
    sqlite3.SQLITE_IOERR: errno.EIO,
    sqlite3.SQLITE_READONLY: errno.EACCES,
    sqlite3.SQLITE_CANTOPEN: errno.EACCES,
    sqlite3.SQLITE_NOMEM: errno.ENOMEM,
}


def _of_the_system(error: sqlite3.Error, path: str) -> OSError | None:
    """The system's own error where that is what SQLite met, and None where the file is at fault."""
    number = _REFUSALS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)  # the rest of it says in which act
    return OSError(number, os.strerror(number), path) if number else None


_KINDS = (str, int, int, str, str, str)


def _sound(row: tuple[object, ...]) -> bool:
    """Whether a row holds what an entry is made of: another program may have written it."""
    return tuple(map(type, row)) == _KINDS


def _open(path: str) -> sqlite3.Connection | None:
    """A connection to a memo that works: the one there, or a new one; None where neither can be had."""
    for attempt in (1, 2):
        try:
            if os.path.lexists(path) and not _own(path):
                discard(path)
            connection = sqlite3.connect(path, timeout=_PATIENCE)
            version = connection.execute("pragma user_version").fetchone()[0]
            if version not in (0, _VERSION):
                connection.close()
                discard(path)
                continue
            if not version:
                connection.executescript(_SCHEMA)
                connection.execute(f"pragma user_version = {_VERSION}")
                os.chmod(path, 0o600)  # noqa: PTH101  strings
            connection.execute("pragma synchronous = normal")
        except sqlite3.DatabaseError:
            discard(path)
            if attempt == 2:  # noqa: PLR2004  a new file failed too
                break
        except OSError:
            break
        else:
            return connection
    return None


@contextlib.contextmanager
def recalled(path: str) -> Iterator[Memo | None]:
    """The memo that earlier builds left at a path, to be read; None where there is none of use.

    Nobody waits for it: where a build writes to it just now, what it holds counts as not there.
    """
    try:
        memo = Memo(path, to_read=True) if os.path.lexists(path) and _own(path) else None
    except (DamagedError, OSError):
        memo = None
    if memo is not None and not memo.readable():
        memo.close()
        memo = None
    try:
        yield memo
    finally:
        if memo is not None:
            memo.close()


def _open_to_read(path: str) -> sqlite3.Connection:
    """A connection that cannot write, to a memo that another process has opened."""
    try:
        return sqlite3.connect(f"{Path(path).as_uri()}?mode=ro", uri=True, timeout=_PATIENCE)
    except sqlite3.DatabaseError as error:
        raise DamagedError(path) from error


def _own(path: str) -> bool:
    """Whether this is a plain file of this user's, that nobody else can write."""
    status = os.lstat(path)
    return stat.S_ISREG(status.st_mode) and status.st_uid == os.getuid() and not status.st_mode & 0o022


def discard(path: str) -> None:
    """Remove a memo and what SQLite put beside it."""
    for end in ("", "-journal", "-wal", "-shm"):
        with contextlib.suppress(OSError):
            os.unlink(path + end)  # noqa: PTH108  strings


def code_digest() -> str:
    """A digest of the package's own code: the same on every machine that has the same."""
    base = Path(__file__).parents[1]
    hasher = hashlib.blake2b(digest_size=16)
    for file in sorted(base.rglob("*.py")):
        hasher.update(f"{file.relative_to(base).as_posix()}\0".encode())
        hasher.update(file.read_bytes())
    return hasher.hexdigest()


def digest_bytes(data: bytes) -> str:
    """A short digest of a file's bytes, as part of a name."""
    return hashlib.blake2b(data, digest_size=8).hexdigest()


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
