"""One build at a time for one output folder."""

import contextlib
import errno
import fcntl
import os
import stat
from collections.abc import Iterator

from sitegen.model.said import said


class BusyError(Exception):
    """Another build holds the lock; the sentence names its process."""


@contextlib.contextmanager
def lock(path: str) -> Iterator[None]:
    """Hold the lock file; the system lets go of it with the process, however that ends."""
    flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW | os.O_NONBLOCK  # no link, no pipe
    handle = os.open(path, flags, 0o644)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "this is no file; remove it", path)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            owner = os.read(handle, 20).decode("ascii", "replace").strip() or "?"
            message = said("another build (process {owner}) is writing this output folder", owner=owner)
            raise BusyError(message) from error
        with contextlib.suppress(OSError):  # a full disk: the lock holds, whoever waits is told "?"
            os.ftruncate(handle, 0)
            os.write(handle, f"{os.getpid()}\n".encode())
        yield
    finally:
        os.close(handle)
