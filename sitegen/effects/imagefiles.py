"""Which image files a site has: looked for at every build, before anything is loaded that reads them."""

import os
from collections.abc import Iterator

from sitegen.effects.disk import is_left_over, is_part
from sitegen.model.place import IMAGE_FOLDERS

SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")


def image_files(root: str) -> tuple[str, ...]:
    """Paths of the image files below the site's folders, relative to the root; links are not followed."""
    return tuple(f"{folder}/{path}" for folder in IMAGE_FOLDERS for path in _below(f"{root}/{folder}"))


def _below(top: str) -> Iterator[str]:
    """Paths of image files below a folder, sorted within each folder, relative to it."""
    pending = [""]
    while pending:
        relative = pending.pop(0)
        images, folders = [], []
        try:
            with os.scandir(f"{top}/{relative}") as listing:
                entries = list(listing)
            for entry in entries:
                name = entry.name
                if name.lower().endswith(SUFFIXES):
                    fit = name.isprintable() and not is_left_over(name)
                    if fit and entry.is_file(follow_symlinks=False):
                        images.append(f"{relative}{name}")
                elif entry.is_dir(follow_symlinks=False) and name[0] != ".":
                    folders.append(name)
            if folders:
                names = {entry.name.lower() for entry in entries}
                folders = [f"{relative}{name}/" for name in folders if not is_part(name, names)]
        except OSError:
            continue  # an unreadable folder is named where articles are looked for
        yield from sorted(images)
        pending += sorted(folders)
