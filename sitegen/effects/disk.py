"""The verbs that touch files. Everything written goes through one `Disk`, so that tests can make it fail."""

import contextlib
import errno
import os
import stat
import sys
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from sitegen.model import PAGE_SUFFIXES, Diagnostic, Level, Said, Where, said, said_by
from sitegen.model.said import NOTHING
from sitegen.text.lazily import lazily

SUFFIXES = (".md", ".markdown", ".txt", *PAGE_SUFFIXES)
# How a browser names the folder with the pictures and scripts of a page saved whole, in its own language.
_PARTS = (
    "_files",
    "_fichiers",
    ".files",
    "-dateien",
    "_archivos",
    "_file",
    "_bestanden",
    "_ficheiros",
    "_arquivos",
)
# Texts that we do not read: documents, mails, and Markdown's relatives.
_DOCUMENTS = (
    ".docx", ".doc", ".docm", ".dotx", ".odt", ".fodt", ".ott", ".sxw", ".rtf", ".pdf", ".pages", ".wps",
    ".wpd", ".epub", ".mobi", ".xps", ".eml", ".emlx", ".msg", ".mbox", ".rst", ".adoc", ".org", ".tex",
    ".text", ".mdx", ".rtfd", ".textbundle",
)  # fmt: skip
_BUNDLES = (".pages", ".rtfd", ".textbundle")  # folders that are one text
_PAGES = (".mhtml", ".mht", ".webarchive", ".maff", ".xhtml", ".xht", ".shtml")  # as browsers save them too
_SUFFIX = lazily(r"\.\w{1,12}")  # "M. Dupont répond" has none
# What programs leave beside a document while it is open, and systems in every folder they show, by how its
# name begins (Word, LibreOffice, macOS, Emacs), how it ends (editors' copies), or the whole of it.
_LEFT_BEGIN = ("~$", ".~lock.", "._", ".#")
_LEFT_END = ("~", ".swp", ".swo", ".swx")
_LEFT = frozenset(("thumbs.db", "ehthumbs.db", "desktop.ini", ".ds_store", ".directory"))
_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
# Undecodable bytes, controls, and signs that turn a line around: none of them can stand in a list of files.
UNSEEN = lazily("[\x00-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


class Found(NamedTuple):
    """A source file as the folder shows it: posix path relative to the root, and its stamp."""

    path: str
    mtime_ns: int
    size: int


class Disk:
    """Files for real."""

    def read(self, path: str, limit: int = -1) -> bytes:
        """A file's bytes, or the first ``limit`` of them."""
        with open(path, "rb") as file:  # noqa: PTH123  paths are strings here for speed
            return file.read(limit)

    def write(self, path: str, data: bytes) -> None:
        """A new file with these bytes; a former one is unlinked first: it may be shared by hard link."""
        flags = (
            os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        )
        try:
            handle = os.open(path, flags, 0o644)
        except FileExistsError:
            self.unlink(path)
            handle = os.open(path, flags, 0o644)
        except FileNotFoundError:
            self.makedirs(os.path.dirname(path))  # noqa: PTH120  paths are strings here
            handle = os.open(path, flags, 0o644)
        try:
            view = memoryview(data)
            while view:
                view = view[os.write(handle, view) :]
        except OSError as error:
            error.filename = path  # a number was all that the system was given
            raise
        finally:
            os.close(handle)

    def create(self, path: str, data: bytes) -> bool:
        """A file that was not there, whole and durable; False, and nothing touched, where there is one."""
        beside = f"{path}.{os.getpid()}.new"
        self.write(beside, data)
        try:
            self.fsync(beside)
            os.link(beside, path)
        except FileExistsError:
            return False
        finally:
            self.unlink(beside)
        return True

    def replace(self, path: str, data: bytes, beside: str = "") -> None:
        """A small file of ours exchanged in one step and made durable: the old bytes or the new ones.

        ``beside`` is where the new one is made, on the same filesystem; where that fails, nothing is left.
        """
        beside = beside or f"{path}.{os.getpid()}.new"
        try:
            self.write(beside, data)
            self.fsync(beside)
            self.rename(beside, path)
        except OSError:
            with contextlib.suppress(OSError):
                self.unlink(beside)
            raise

    def link(self, source: str, target: str) -> None:
        """The same file under a second name; a copy where the filesystem has no links."""
        try:
            os.link(source, target)
        except FileExistsError:
            self.unlink(target)
            os.link(source, target)
        except FileNotFoundError:
            self.makedirs(os.path.dirname(target))  # noqa: PTH120  paths are strings here
            os.link(source, target)
        except OSError as error:
            if error.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP):
                raise
            self.write(target, self.read(source))

    def unlink(self, path: str) -> None:
        """Remove a file, or nothing where there is none."""
        try:
            os.unlink(path)  # noqa: PTH108  paths are strings here
        except FileNotFoundError:
            return

    def makedirs(self, path: str) -> None:
        """A folder and those above it."""
        os.makedirs(path, exist_ok=True)  # noqa: PTH103  paths are strings here

    def rename(self, source: str, target: str) -> None:
        """Move within one filesystem, over what is there if it is a file."""
        os.replace(source, target)  # noqa: PTH105  paths are strings here

    def exchange(self, one: str, other: str) -> bool:
        """Swap two folders in one system call; False where this system has none."""
        if sys.platform != "linux":
            return False
        import ctypes  # noqa: PLC0415  only where something is published

        libc = ctypes.CDLL(None, use_errno=True)
        if not hasattr(libc, "renameat2"):
            return False
        done = libc.renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
        if done == 0:
            return True
        code = ctypes.get_errno()
        if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
            return False
        raise OSError(code, os.strerror(code), one, None, other)

    def fsync(self, path: str) -> None:
        """Have a file's bytes, or a folder's names, on the medium before anything later."""
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            error.filename = path
            raise
        finally:
            os.close(handle)

    def sync(self) -> None:
        """Have everything written so far on the medium: cheaper than many single calls."""
        os.sync()

    def remove_tree(self, path: str) -> None:
        """Remove a folder of ours and all below it; links in it are removed, not followed."""
        import shutil  # noqa: PLC0415  seldom needed

        if os.path.lexists(path):
            shutil.rmtree(path)


def scan(root: str, folders: Sequence[str]) -> tuple[tuple[Found, ...], tuple[Diagnostic, ...]]:
    """Every source file below the folders, sorted by path, and what was there that cannot be one.

    Hidden files, what programs leave beside a document or a saved page and suffixes of no text are passed
    over in silence. A text in a form that is not read, a link that leads out of the root, a pipe, a socket,
    a device, an unreadable folder or a name that is not UTF-8 is named.
    """
    found: list[Found] = []
    notes: list[Diagnostic] = []
    real_root = os.path.realpath(root)
    seen: set[tuple[int, int]] = set()
    for folder in folders:
        _scan(os.path.join(root, folder), folder, real_root, found, notes, seen)  # noqa: PTH118  strings
    found.sort(key=lambda item: item.path)
    return tuple(found), tuple(notes)


def _scan(  # noqa: C901, PLR0912  one case per kind of directory entry reads best in one place
    folder: str,
    relative: str,
    real_root: str,
    found: list[Found],
    notes: list[Diagnostic],
    seen: set[tuple[int, int]],
) -> None:
    try:
        here = os.stat(folder)  # noqa: PTH116  strings
        if (here.st_dev, here.st_ino) in seen:  # links in a loop
            return
        seen.add((here.st_dev, here.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    except OSError as error:
        notes.append(_unreadable(relative, error))
        return
    names = {entry.name.lower() for entry in entries} if any(map(_may_be_part, entries)) else frozenset()
    for entry in entries:
        name = entry.name
        if name.startswith(".") or is_left_over(name) or is_part(name, names):
            continue
        path = f"{relative}/{name}"
        wanted = name.lower().endswith(SUFFIXES)
        if not name.isprintable() and UNSEEN.search(name):
            if wanted or entry.is_dir():
                notes.append(misnamed(path))
            continue
        try:
            if entry.is_symlink() and not is_inside(entry.path, real_root):
                if wanted:
                    notes.append(
                        no_file(path, said("a link that leads out of the site's folder or nowhere, not read"))
                    )
                continue
            status = entry.stat()
        except OSError as error:
            notes.append(_unreadable(path, error))
            continue
        hint = NOTHING if wanted else _unread(name)
        if stat.S_ISDIR(status.st_mode) and not name.lower().endswith(_BUNDLES):
            _scan(entry.path, path, real_root, found, notes, seen)
            if wanted:
                message = said("a folder with a file's name, not read")
                notes.append(no_file(path, message, "warning"))  # its files are read: nothing is lost
        elif wanted and not stat.S_ISREG(status.st_mode):
            notes.append(no_file(path, said("a pipe, socket or device, not read")))
        elif wanted:
            found.append(Found(path, status.st_mtime_ns, status.st_size))
        elif hint:
            message = said("this kind of file is not read")
            notes.append(Diagnostic("file-not-read", "warning", Where(path), message, hint))


def _unread(name: str) -> Said:
    """What to do with a file that may be somebody's text and is not read; nothing of any other.

    What has no suffix may be one, unless it is in capitals as README and LICENSE are.
    """
    low = name.lower()
    if low.endswith(_DOCUMENTS):
        return said("save its text as .txt or .md")
    if low.endswith(_PAGES):
        return said("save the page again as HTML alone (.html), or its text as .txt")
    dot = low.rfind(".")
    if (dot < 0 or not _SUFFIX.fullmatch(low, dot)) and not name.isupper():
        return said("if it is a text, add .txt or .md to its name")
    return NOTHING


def is_left_over(name: str) -> bool:
    """Whether a file's name tells that a program left it beside a document: nobody wrote it.

    >>> is_left_over("~$rapport.txt"), is_left_over(".~lock.rapport.txt#"), is_left_over("rapport.txt")
    (True, True, False)
    """
    low = name.lower()
    between = low[:1] == low[-1:] == "#"  # Emacs' own copy
    return between or low.startswith(_LEFT_BEGIN) or low.endswith(_LEFT_END) or low in _LEFT


def _may_be_part(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(_PARTS)


def is_part(name: str, names: Collection[str]) -> bool:
    """Whether a folder holds the parts of a saved page that lies beside it.

    >>> is_part("Pont_fichiers", {"pont.html", "pont_fichiers"}), is_part("mes_fichiers", {"mes_fichiers"})
    (True, False)
    """
    low = name.lower()
    return low.endswith(_PARTS) and any(
        low.endswith(end) and f"{low.removesuffix(end)}{page}" in names
        for end in _PARTS
        for page in PAGE_SUFFIXES
    )


def is_inside(path: str, real_root: str) -> bool:
    """Whether a link leads to a regular file or folder inside of the root."""
    target = os.path.realpath(path)
    return (target + "/").startswith(real_root + "/") and os.path.exists(target)  # noqa: PTH110  strings


def misnamed(path: str) -> Diagnostic:
    """What is said of a name that cannot stand in a list of files."""
    message = said("this name holds signs that cannot be seen or read")
    return Diagnostic("file-name", "error", Where(readable(path)), message, said("rename it"))


def readable(path: str) -> str:
    """The path with signs that cannot be seen or read as escapes."""
    return UNSEEN.sub(lambda sign: sign[0].encode("unicode_escape", "surrogatepass").decode(), path)


def no_file(path: str, message: Said, level: Level = "error") -> Diagnostic:
    """What is said of something that has a file's name and is none."""
    return Diagnostic("not-a-file", level, Where(path), message, said("move it elsewhere"))


def _unreadable(path: str, error: OSError) -> Diagnostic:
    message = said("cannot be read: {reason}", reason=said_by(error))
    hint = said("check the file's permissions")
    return Diagnostic("file-unreadable", "error", Where(path), message, hint)


def walk(folder: str, *, without: Sequence[str] = ()) -> Iterator[tuple[str, int]]:
    """Every regular file below a folder: posix path relative to it, and its size; in sorted order.

    ``without`` are folders, relative too, that are not looked into.
    """
    for path, regular in walk_all(folder, without=without):
        if regular:
            yield path, os.stat(f"{folder}/{path}").st_size  # noqa: PTH116  strings


def walk_all(folder: str, *, without: Sequence[str] = ()) -> Iterator[tuple[str, bool]]:
    """Everything but folders below a folder, in sorted order, and whether it is a regular file."""
    pending = [""]
    while pending:
        relative = pending.pop()
        with os.scandir(os.path.join(folder, relative)) as listing:  # noqa: PTH118  strings
            entries = sorted(listing, key=lambda entry: entry.name)
        for entry in entries:
            path = f"{relative}/{entry.name}" if relative else entry.name
            if entry.is_dir(follow_symlinks=False):
                if path not in without:
                    pending.append(path)
            else:
                yield path, entry.is_file(follow_symlinks=False)
