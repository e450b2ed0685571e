"""Where a site's own files and the defaults lie, and their texts."""

import os
from pathlib import Path

from sitegen.effects.disk import Disk, walk

_CONFIG_LIMIT = 5_000_000


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
) -> dict[str, str]:
    """Where each file below a folder is to be read from, by posix path: the site's own wins over the default.

    ``skip`` are sub-folders whose files are the site's alone: a default never stands in for them;
    ``without`` are sub-folders, relative to this one, that are passed over.
    """
    found: dict[str, str] = {}
    for base, own in ((defaults_root(), False), (root, True)):
        top = os.path.join(base, folder)  # noqa: PTH118  strings
        if not os.path.isdir(top):  # noqa: PTH112  strings
            continue
        for relative, _ in walk(top, without=without):
            path = f"{folder}/{relative}"
            if not relative.endswith(suffixes) or (path.startswith(skip) and not own and base != root):
                continue
            found[path] = f"{top}/{relative}"
    return dict(sorted(found.items()))


def read_texts(disk: Disk, places: dict[str, str]) -> dict[str, str]:
    """The texts of files by path; undecodable bytes become the replacement sign."""
    return {
        path: disk.read(place, _CONFIG_LIMIT).decode("utf-8-sig", "replace").replace("\r\n", "\n")
        for path, place in places.items()
    }


def stamps(places: dict[str, str]) -> str:
    """Names, sizes and times of files: equal as long as none was touched."""
    parts = []
    for path, place in places.items():
        status = os.stat(place)  # noqa: PTH116  strings
        parts.append(f"{path}\0{status.st_size}\0{status.st_mtime_ns}\0")
    return "".join(parts)
