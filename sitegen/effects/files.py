"""Where a site's own files and the defaults lie, and their texts."""

import hashlib
import os
import stat
from pathlib import Path

from sitegen.effects.disk import UNSEEN, Disk, is_inside, is_left_over, misnamed, no_file, walk_all
from sitegen.model import Diagnostic, Span, Where, said

_CONFIG_LIMIT = 5_000_000
_LEDGER_LIMIT = 100_000_000


def defaults_root() -> str:
    """The folder with the default `templates/` and `content/`: inside a wheel, or the checkout's own."""
    package = Path(__file__).parents[1]
    shipped = package / "defaults"
    return str(shipped if shipped.is_dir() else package.parent)


def overlaid(
    root: str,
    folder: str,
    suffixes: tuple[str, ...],
    *,
    skip: tuple[str, ...] = (),
    without: tuple[str, ...] = (),
    notes: list[Diagnostic] | None = None,
) -> dict[str, str]:
    """Where each file below a folder is to be read from, by posix path: the site's own wins over the default.

    ``skip`` are sub-folders whose files are the site's alone: a default never stands in for them;
    ``without`` are sub-folders, relative to this one, that are passed over. What has a file's name and is
    none, a pipe or a link that leads out of the site's folder, is added to the ``notes``. What programs leave
    beside a document is passed over.
    """
    found: dict[str, str] = {}
    real_root = os.path.realpath(root)
    for base, own in ((defaults_root(), False), (root, True)):
        top = os.path.join(base, folder)  # noqa: PTH118  strings
        if not os.path.isdir(top):  # noqa: PTH112  strings
            continue
        for relative, regular in walk_all(top, without=without):
            path = f"{folder}/{relative}"
            if not relative.endswith(suffixes) or (path.startswith(skip) and not own and base != root):
                continue
            if is_left_over(relative.rpartition("/")[2]):
                continue
            place = f"{top}/{relative}"
            if UNSEEN.search(relative):
                problem = misnamed(path)
            elif not regular and not (is_inside(place, real_root) and os.path.isfile(place)):  # noqa: PTH113  strings
                message = said("a pipe, a device, or a link that leads out of the site's folder, not read")
                problem = no_file(path, message)
            else:
                found[path] = place
                continue
            if own and notes is not None:
                notes.append(problem)
    return dict(sorted(found.items()))


def read_texts(disk: Disk, places: dict[str, str]) -> dict[str, str]:
    """The texts of files by path; undecodable bytes become the replacement sign."""
    return {
        path: disk.read(place, _CONFIG_LIMIT).decode("utf-8-sig", "replace").replace("\r\n", "\n")
        for path, place in places.items()
    }


def layers(disk: Disk, root: str, path: str, *, own_only: bool = False) -> tuple[str, ...]:
    """The texts of one file: the default first, then the site's own, which wins; those that there are."""
    base, real_root = defaults_root(), os.path.realpath(root)
    own = os.path.join(root, path)  # noqa: PTH118  strings
    places = {} if own_only else {path: f"{base}/{path}"}
    if is_inside(own, real_root) and (own_only or real_root != os.path.realpath(base)):
        places[own] = own
    regular = {name: place for name, place in places.items() if os.path.isfile(place)}  # noqa: PTH113  strings
    return tuple(read_texts(disk, regular).values())


def stamps(places: dict[str, str]) -> str:
    """Names, places, sizes and times of files: equal as long as none was touched."""
    parts = []
    for path, place in places.items():
        status = os.stat(place)  # noqa: PTH116  strings
        parts.append(f"{path}\0{place}\0{status.st_size}\0{status.st_mtime_ns}\0")
    return "".join(parts)


def contents(disk: Disk, places: dict[str, str]) -> str:
    """A digest of files' names and bytes: equal wherever they lie, and whenever they were written."""
    hasher = hashlib.blake2b(digest_size=16)
    for path, place in places.items():
        data = disk.read(place)
        hasher.update(f"{path}\0{len(data)}\0".encode())
        hasher.update(data)
    return hasher.hexdigest()


def ledger_text(disk: Disk, root: str, path: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """The ledger's text, "" where there is none; what stands in its place and is no such file is named."""
    place = f"{root}/{path}"
    try:
        status = os.stat(place)  # noqa: PTH116  strings
    except FileNotFoundError:
        return "", ()
    except OSError:
        return "", (no_file(path, said("a link that leads nowhere, not read")),)
    if not stat.S_ISREG(status.st_mode):
        return "", (no_file(path, said("a pipe, a device or a folder, not read")),)
    if status.st_size > _LEDGER_LIMIT:
        message = said("{size} MB are more than a ledger can have", size=status.st_size // 1_000_000)
        hint = said("restore it from version control")
        return "", (Diagnostic("file-too-large", "error", Where(path, Span(1, 1)), message, hint),)
    return disk.read(place).decode("utf-8", "replace"), ()
