"""The output folder exchanged whole: a kill, an error or a full disk leaves the old site or the new one.

Two trees are kept: the published one and a twin beside it in the state folder, which holds the site before.
A build brings the twin up to date (a hard link for each file that did not change, new files for the rest),
then the two are exchanged in one system call. What has to be touched is what changed in two builds, not what
exists. Each tree's manifest is kept outside of it, under the tree's own identity, so that it stays right
wherever the tree was moved; the twin's is taken away before the twin is touched, so that a half-made twin is
never trusted.

What somebody else put into the output is moved over after the exchange, by a list that is written before it.
"""

import os
import stat
from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

from sitegen.effects.disk import Disk
from sitegen.publish import Manifest, Stamp, manifest

MARK = b'content="sitegen'  # in every home page, so that a folder of somebody else's is never taken for ours
_FEW = 200  # files made durable one by one; above that a single sync of the system is cheaper


class ForeignOutputError(Exception):
    """The output folder holds files that sitegen did not write."""


class TakenError(Exception):
    """A file of somebody else's stands in the output folder where the site has one of its own."""


class Swap(Struct):
    """The output folder and its twin."""

    disk: Disk
    output: str
    state: str
    current: Manifest = field(default_factory=dict)
    known: Manifest = field(default_factory=dict)  # what the output was left with, whatever became of it
    listed: int = 0  # when that was written down

    @property
    def twin(self) -> str:
        """The tree being prepared."""
        return os.path.join(self.state, "twin")  # noqa: PTH118  strings

    @property
    def mark(self) -> str:
        """What tells this state of the output from any other: its manifest's checksum, "" for none."""
        try:
            return self.disk.read(self._manifest_path(self.output), manifest.SEAL).hex()
        except OSError:
            return ""

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
        self._bring()
        self.current = self.known = self._manifest(self.output)
        if self.known:
            self.listed = os.stat(self._manifest_path(self.output)).st_mtime_ns  # noqa: PTH116  strings
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
        home = os.path.join(self.output, "index.html")  # noqa: PTH118  strings
        try:
            if not stat.S_ISREG(os.lstat(home).st_mode):
                return False
            return MARK in self.disk.read(home, 20_000)
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
        """Whether a tree still holds all its files as they were when the list of them was written.

        Asked of the output alone, since it becomes the twin.
        """
        base = tree + "/"
        look, listed = os.lstat, self.listed
        try:
            for path, (_, _, size) in known.items():
                status = look(base + path)
                if status.st_size != size or status.st_mtime_ns > listed:
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
        for path in held.keys() - kept:
            self.disk.unlink(base + path)
            self._prune(path)
        former = held.get  # gone through in the list's order, and whole stamps compared: most are the same
        unlike = [(path, stamp) for path, stamp in self.current.items() if former(path) != stamp]
        for path, stamp in sorted(unlike):
            old = former(path)
            if path in kept and (old is None or old.digest != stamp.digest):
                self.disk.link(live + path, base + path)
        return held

    def commit(self, new: Mapping[str, Stamp], written: Iterable[str]) -> tuple[str, ...]:
        """The twin, complete with the written files, made durable and put in the output's place.

        What somebody else put into the output stays there and is returned.
        """
        foreign = self.foreign(new)
        paths = sorted(written)
        if len(paths) <= _FEW:
            for path in paths:
                self.disk.fsync(os.path.join(self.twin, path))  # noqa: PTH118  strings
        else:
            self.disk.sync()
        data = manifest.encode(new, self._identity(self.twin))
        self.disk.replace(self._manifest_path(self.twin), data)
        if foreign:
            names = "\0".join(foreign).encode("utf-8", "surrogateescape")
            self.disk.replace(self._journal, names)
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
        self.current = self.known = dict(new)
        if foreign:
            self._bring()
        return foreign

    @property
    def _journal(self) -> str:
        return os.path.join(self.state, "foreign")  # noqa: PTH118  strings

    def foreign(self, new: Iterable[str]) -> tuple[str, ...]:
        """What somebody else put into the output folder: files, and folders that hold nothing of ours.

        Where no list of ours is left, what stands at the top is judged alone: all that the new site does not
        have there, but for folders whose page is ours. Raises TakenError where the site needs the place.
        """
        if not os.path.isdir(self.output):  # noqa: PTH112  strings
            return ()
        pending = list(self._unlisted() if self.known else self._unlike(new))
        if not pending:
            return ()
        wanted = set(new)
        folders = _folders(wanted)
        found = []
        while pending:
            path = pending.pop()
            place = os.path.join(self.output, path)  # noqa: PTH118  strings
            if path in folders and os.path.isdir(place) and not os.path.islink(place):  # noqa: PTH112, PTH114  strings
                pending += [f"{path}/{name}" for name in os.listdir(place)]  # noqa: PTH208  strings
            elif path in wanted or path in folders:
                raise TakenError(place)
            else:
                found.append(path)
        return tuple(sorted(found))

    def _unlisted(self) -> Iterator[str]:
        """What stands in our folders and is not on our list.

        Only folders that were changed since are looked into: the list is written when all is in its place.
        """
        folders = _folders(self.known)
        base, look, listed = self.output + "/", os.stat, self.listed
        for folder in folders:
            place = base + folder
            try:
                if look(place).st_mtime_ns <= listed:
                    continue
                names = os.listdir(place)  # noqa: PTH208  strings
            except OSError:  # taken away
                continue
            for name in names:
                path = f"{folder}/{name}" if folder else name
                if path not in self.known and path not in folders:
                    yield path

    def _unlike(self, new: Iterable[str]) -> Iterator[str]:
        """What stands at the top of the output, is no name of the new site's and bears no mark of ours."""
        tops = {path.partition("/")[0] for path in new}
        for name in os.listdir(self.output):  # noqa: PTH208  strings
            place = os.path.join(self.output, name)  # noqa: PTH118  strings
            home = os.path.join(place, "index.html") if os.path.isdir(place) else place  # noqa: PTH112, PTH118  strings
            try:
                ours = os.path.isfile(home) and MARK in self.disk.read(home, 20_000)  # noqa: PTH113  strings
            except OSError:
                ours = False
            if name not in tops and not ours:
                yield name

    def _bring(self) -> None:
        """What is somebody else's moved from the tree that was published to the one that is."""
        try:
            paths = self.disk.read(self._journal).decode("utf-8", "surrogateescape").split("\0")
        except OSError:
            return
        for path in paths:
            for tree in (self.twin, self._aside):
                place, target = os.path.join(tree, path), os.path.join(self.output, path)  # noqa: PTH118  strings
                if os.path.lexists(place) and not os.path.lexists(target):
                    self.disk.makedirs(os.path.dirname(target))  # noqa: PTH120  strings
                    self.disk.rename(place, target)
        self.disk.unlink(self._journal)

    def _prune(self, path: str) -> None:
        """Folders of the twin that held only this path go with it."""
        folder = os.path.dirname(path)  # noqa: PTH120  strings
        while folder:
            try:
                os.rmdir(os.path.join(self.twin, folder))  # noqa: PTH106, PTH118  strings
            except OSError:  # not empty: something else lives there
                return
            folder = os.path.dirname(folder)  # noqa: PTH120  strings


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder that is above one of the paths, the top one as ""."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return found
