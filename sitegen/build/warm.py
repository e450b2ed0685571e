"""What a process that builds again and again need not make anew."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from sitegen.effects.memo import Kept
from sitegen.model import Entry

T = TypeVar("T")


class Warm:
    """The latest value of each kind with all that it was made from, and the entries of the last build.

    Nothing here is believed without its key, so that a build with it gives what a build without it would.
    """

    def __init__(self) -> None:
        self._made: dict[str, tuple[object, Any]] = {}
        self._files: Mapping[str, Kept] = {}
        self._entries: Mapping[str, Entry] = {}

    def __reduce__(self) -> "tuple[type[Warm], tuple[()]]":
        """Another process begins without any of it."""
        return Warm, ()

    def value(self, kind: str, key: object, make: Callable[[], T]) -> T:
        """The value of a kind: the one there is where it was made from the same, else made now."""
        held = self._made.get(kind)
        if held is None or held[0] != key:
            held = self._made[kind] = (key, make())
        made: T = held[1]
        return made

    def entries(self, wanted: Mapping[str, Kept]) -> dict[str, Entry]:
        """Those of the wanted files' entries that are known, by path."""
        if not self._files:
            return {}
        known = self._files.get
        return {  # another stamp alone is the same file, touched
            path: self._entries[path]
            for path, kept in wanted.items()
            if (held := known(path)) is not None and held[3:] == kept[3:]
        }

    def keep(self, files: Mapping[str, Kept], entries: Mapping[str, Entry]) -> None:
        """Remember the entries of a build, one for each of the files; the former ones go."""
        self._files, self._entries = files, entries
