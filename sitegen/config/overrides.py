"""`content/overrides/<file>.toml`: an editor's word on one capture, which wins over all that was found."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from sitegen.config.table import finding, line_of, of_key, read_toml
from sitegen.model import Declared, Diagnostic, Span, Where, said
from sitegen.text.identity import override_ids

_LISTS = ("keep", "drop")


class Override(Struct, frozen=True):
    """What an editor states about one file: metadata as in front matter, and lines to keep or drop.

    ``id`` is the name of the override's file without ".toml": the capture's name without its suffix, or its
    path with "--" for each slash where two captures share a name. ``keep`` and ``drop`` hold text fragments
    or ranges of lines such as "12-15".
    """

    id: str
    path: str
    entries: tuple[Declared, ...]
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()


def load_overrides(files: Mapping[str, str]) -> tuple[tuple[Override, ...], tuple[Diagnostic, ...]]:
    """Every override by its file's path, and every mistake in them."""
    out = []
    notes: list[Diagnostic] = []
    for path, text in sorted(files.items()):
        table, broken = read_toml(path, text)
        notes += broken
        lists: dict[str, tuple[str, ...]] = {}
        entries: list[Declared] = []
        for key, value in table.items():
            line = line_of(text, key)
            values = _strings(value)
            if values is None:
                notes.append(
                    finding(path, text, key, of_key(key, said("expected a text or a list of texts")))
                )
            elif key in _LISTS:
                lists[key] = values
            else:
                stated = values if isinstance(value, list) else values[0]
                entries.append(Declared(key, stated, Span(line, line)))
        name = path.rsplit("/", 1)[-1].removesuffix(".toml")
        kept, dropped = (lists.get(key, ()) for key in _LISTS)
        out.append(Override(name, path, tuple(entries), kept, dropped))
    return tuple(out), tuple(notes)


def _strings(value: object) -> tuple[str, ...] | None:
    """A value as strings, or None where it is no text, number or date and no list of them."""
    values = value if isinstance(value, list) else [value]
    if any(isinstance(item, dict | list) for item in values):
        return None
    return tuple("true" if item is True else "false" if item is False else str(item) for item in values)


def by_id(overrides: Iterable[Override]) -> dict[str, Override]:
    """The overrides by their id; of two with one id, the one whose path sorts last."""
    return {override.id: override for override in overrides}


def unused(overrides: tuple[Override, ...], paths: Iterable[str]) -> tuple[Diagnostic, ...]:
    """A warning for each override that is about no file there is."""
    known = {name for path in paths for name in override_ids(path)} if overrides else set()
    message = said("this corrects no file there is")
    hint = said("name it after the file it corrects, with .toml for its suffix, or remove it")
    return tuple(
        Diagnostic("override-unused", "warning", Where(override.path), message, hint)
        for override in overrides
        if override.id not in known
    )
