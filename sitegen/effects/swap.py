"""The output folder exchanged whole: a kill, an error or a full disk leaves the old site or the new one.

Two trees are kept: the published one and a twin beside it in the state folder, which holds the site before.
A build brings the twin up to date (a hard link for each file that did not change, new files for the rest),
then the two are exchanged in one system call. What has to be touched is what changed in two builds, not what
exists. Each tree's manifest is kept outside of it, under the tree's own identity, so that it stays right
wherever the tree was moved; the twin's is taken away before the twin is touched, so that a half-made twin is
never trusted.
"""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sitegen.effects.disk import Disk
from sitegen.publish import Manifest, Stamp, manifest

MARK = b'content="sitegen'  # in every home page, so that a folder of somebody else's is never taken for ours
_FEW = 200  # files made durable one by one; above that a single sync of the system is cheaper


class ForeignOutputError(Exception):
    """The output folder holds files that sitegen did not write."""


@dataclass(slots=True)
class Swap:
    """The output folder and its twin."""

    disk: Disk
    output: str
    state: str
    current: Manifest = field(default_factory=dict)

    @property
    def twin(self) -> str:
        """The tree being prepared."""
        return os.path.join(self.state, "twin")  # noqa: PTH118  strings

    @property
    def _aside(self) -> str:
        return os.path.join(self.state, "aside")  # noqa: PTH118  strings

    def open(self) -> None:
        """Mend what an earlier build left half done, and read what the output folder holds.

        Raises ForeignOutputError where the output folder has content that is not ours.
        """
        self.disk.makedirs(self.state)
        if not os.path.lexists(self.output) and os.path.isdir(self._aside):  # noqa: PTH112  strings
            self.disk.rename(self._aside, self.output)
        self.current = self._manifest(self.output)
        if not self._whole(self.output, self.current):
            # Somebody changed it, so nothing of it is trusted, not even when it has become the twin.
            self.disk.unlink(self._manifest_path(self.output))
            self.current = {}
        if not self.current and not self._ours():
            raise ForeignOutputError(self.output)

    def _ours(self) -> bool:
        """Whether the output folder may be replaced: absent, empty, or a site of ours."""
        if not os.path.lexists(self.output):
            return True
        if not os.path.isdir(self.output):  # noqa: PTH112  strings
            return False
        try:
            return MARK in self.disk.read(os.path.join(self.output, "index.html"), 20_000)  # noqa: PTH118
        except OSError:
            return not os.listdir(self.output)  # noqa: PTH208  strings

    def _identity(self, tree: str) -> tuple[int, ...]:
        """What tells this very tree from one made later in its place."""
        status = os.stat(tree)  # noqa: PTH116  strings
        home = os.stat(os.path.join(tree, "index.html"))  # noqa: PTH116, PTH118  strings
        return status.st_ino, status.st_dev, home.st_ino, home.st_mtime_ns

    def _manifest_path(self, tree: str) -> str:
        return os.path.join(self.state, f"manifest-{os.stat(tree).st_ino}")  # noqa: PTH116, PTH118  strings

    def _manifest(self, tree: str) -> Manifest:
        """What a tree was left with; nothing where that cannot be told."""
        try:
            data = self.disk.read(self._manifest_path(tree))
            known = manifest.decode(data, self._identity(tree))
        except OSError:
            return {}
        return known or {}

    def _whole(self, tree: str, known: Manifest) -> bool:
        """Whether a tree still holds all its files; asked of the output alone, since it becomes the twin."""
        base = tree + "/"
        stat = os.stat
        try:
            for path, (_, _, size) in known.items():
                if stat(base + path).st_size != size:
                    return False
        except OSError:
            return False
        return True

    def prepare(self, keep: Iterable[str]) -> Manifest:
        """The twin brought to hold exactly the kept files as published now; returns what it held ready.

        Files that the build will write are left out; `Swap.put` adds them.
        """
        held = self._manifest(self.twin) if os.path.isdir(self.twin) else {}  # noqa: PTH112  strings
        if held:
            self.disk.unlink(self._manifest_path(self.twin))
        else:
            self.disk.remove_tree(self.twin)
            self.disk.makedirs(self.twin)
        base, live = self.twin + "/", self.output + "/"
        kept = set(keep)
        for path in [path for path in held if path not in kept]:
            self.disk.unlink(base + path)
            self._prune(path)
        for path in sorted(kept):
            before = held.get(path)
            if before is None or before.digest != self.current[path].digest:
                self.disk.link(live + path, base + path)
        return held

    def commit(self, new: Mapping[str, Stamp], written: Iterable[str]) -> None:
        """The twin, complete with the written files, made durable and put in the output's place."""
        paths = sorted(written)
        if len(paths) <= _FEW:
            for path in paths:
                self.disk.fsync(os.path.join(self.twin, path))  # noqa: PTH118  strings
        else:
            self.disk.sync()
        data = manifest.encode(new, self._identity(self.twin))
        self.disk.replace(self._manifest_path(self.twin), data)
        self.disk.fsync(self.state)
        self.disk.makedirs(os.path.dirname(self.output) or ".")  # noqa: PTH120  strings
        if not os.path.lexists(self.output):
            self.disk.rename(self.twin, self.output)
        elif not self.disk.exchange(self.twin, self.output):
            # Between these two the output is away; `open` puts it back if we are stopped here.
            self.disk.remove_tree(self._aside)
            self.disk.rename(self.output, self._aside)
            self.disk.rename(self.twin, self.output)
            self.disk.rename(self._aside, self.twin)
        self.disk.fsync(os.path.dirname(self.output) or ".")  # noqa: PTH120  strings
        self.current = dict(new)

    def _prune(self, path: str) -> None:
        """Folders of the twin that held only this path go with it."""
        folder = os.path.dirname(path)  # noqa: PTH120  strings
        while folder:
            try:
                os.rmdir(os.path.join(self.twin, folder))  # noqa: PTH106, PTH118  strings
            except OSError:  # not empty: something else lives there
                return
            folder = os.path.dirname(folder)  # noqa: PTH120  strings
