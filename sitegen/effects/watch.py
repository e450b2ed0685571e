"""Whether anything that the site is made from was touched, by looking every now and then."""

import hashlib
import os
import stat
from collections.abc import Callable, Iterator, Sequence

from sitegen.model.place import IMAGE_FOLDERS

WATCHED = (*sorted({"content", "seeds", "templates", *IMAGE_FOLDERS}), "netlify.toml")
_OWN = ("content/ledger.tsv",)  # a build writes it itself


def fingerprint(root: str, names: Sequence[str] = WATCHED) -> str:
    """A digest of the names, sizes and times of all files below these names; links are not followed."""
    hasher = hashlib.blake2b(digest_size=16)
    pending = sorted(names, reverse=True)
    while pending:
        relative = pending.pop()
        if relative in _OWN:
            continue
        path = os.path.join(root, relative)  # noqa: PTH118  strings
        try:
            status = os.lstat(path)
            folder = stat.S_ISDIR(status.st_mode)
            below = sorted(os.listdir(path), reverse=True) if folder else []  # noqa: PTH208  strings
        except OSError:
            continue  # gone while we looked: the next look sees it
        stamp = (0, 0) if folder else (status.st_size, status.st_mtime_ns)
        hasher.update(f"{relative}\0{stamp}\0".encode("utf-8", "surrogateescape"))
        pending += [f"{relative}/{name}" for name in below if not name.startswith(".")]
    return hasher.hexdigest()


def changes(root: str, pause: Callable[[], object]) -> Iterator[None]:
    """Once at the start, then once for each change; ``pause`` waits between two looks."""
    before = ""
    while True:
        now = fingerprint(root)
        if now != before:
            before = now  # taken before the build, so that what is saved during it is not missed
            yield
        else:
            pause()
