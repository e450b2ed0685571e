"""Editors' TOML files read with their lines, so that a mistake can be pointed at."""

import datetime as dt
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from types import UnionType
from typing import Any

from sitegen.model import NOTHING, Diagnostic, Level, Said, Span, Where, said
from sitegen.text.lazily import lazily
from sitegen.text.tomlerrors import toml_problem

_MOST = 50  # unknown keys named in one table: looking for the nearest takes time
_MAX_DOTS = 200  # parts of a dotted key, whose reading takes their square
_NAME = 200  # characters
_SHOWN = 80  # of a value that is none
# What nobody sees, and what turns the words beside it around.
_UNSEEN = lazily("[\x00-\x1f\x7f-\x9f\u200b\u2028-\u202e\u2060-\u2069\ufeff]")
_ILLEGAL = lazily("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufffe\uffff]")  # in XML, and in any text
_ESCAPED = lazily(r"\\(?:[bf]|(?:u|U0000)(?:00[0189][0-9a-fA-F]|007[fF]|[fF]{3}[efEF]))")


def read_toml(path: str, text: str) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """The file's tables, or none and one error that names the line."""
    try:
        table = tomllib.loads(text if _is_flat(text) else "dotted too deep")
        escape = _ESCAPED.search(text)
        if not escape or not _ILLEGAL.search("".join(_texts(table))):
            return table, ()
        line = text.count("\n", 0, escape.start()) + 1
        message = said("{escape} stands for a character that no page can hold", escape=escape[0])
        where = Where(path, Span(line, line))
        return {}, (Diagnostic("config-toml", "error", where, message, said("remove it")),)
    except (ValueError, RecursionError) as error:  # broken, a number of thousands of digits, or too deep
        found = toml_problem(error, text)
        line = found.line or len(text.splitlines()) or 1
        problem = found.message or said("nested too deep")
        message = said("this is not valid TOML: {problem}", problem=problem)
        hint = found.hint or said("check quotes, brackets and = on this line and the one before")
        return {}, (Diagnostic("config-toml", "error", Where(path, Span(line, line)), message, hint),)


def _texts(value: Any) -> Iterator[str]:
    """Every text of a table, its keys too."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def twice(path: str, text: str, ids: Sequence[str]) -> Iterator[Diagnostic]:
    """An error for each id that a file gives to two of its rows, where the second stands."""
    seen: set[str] = set()
    for ident in ids:
        if ident in seen:
            line = line_of(text, f'id = "{ident}"', 1)
            message = said("{row} stands twice", row=f'id = "{ident}"')
            hint = said("give each row an id of its own")
            yield Diagnostic("config-value", "error", Where(path, Span(line, line)), message, hint)
        seen.add(ident)


def name_problem(name: str) -> Said:
    """What keeps a text from being a name that readers see, nothing where nothing does."""
    if not name.strip() or not any(sign.isprintable() and not sign.isspace() for sign in name):
        return said("a name is missing")
    if _UNSEEN.search(name):
        return said("a name holds a line break, or a sign that cannot be seen")
    if len(name) > _NAME:
        return said("a name has more than {count} characters", count=_NAME)
    return NOTHING


_KINDS: tuple[tuple[type | UnionType, Said], ...] = (
    (bool, said("true or false")),  # before numbers, which they are too
    (str, said("text in quotes")),
    (int | float, said("a number")),
    (list, said("a list")),
    (dict, said("a table")),
    (dt.date | dt.time, said("a date")),
)


def kind_problem(kind: type, value: object) -> Said:
    """What is said of a value of another kind than expected."""
    expected = next(name for one, name in _KINDS if issubclass(kind, one))
    found = next((name for one, name in _KINDS if isinstance(value, one)), Said(type(value).__name__))
    return said("expected {kind}, found {found}", kind=expected, found=found)


def choice_problem(value: object, choices: Sequence[str]) -> Said:
    """What is said of a value that is none of those there are."""
    return said("'{value}' is none of {choices}", value=str(value)[:_SHOWN], choices=", ".join(choices))


def of_key(key: str, problem: Said) -> Said:
    """A problem, with the key or row that it is about."""
    return said("{key}: {problem}", key=key, problem=problem)


def _is_flat(text: str) -> bool:
    return all(part.count(".") <= _MAX_DOTS for line in text.split("\n") for part in line.split("=")[:-1])


def line_of(text: str, needle: str, nth: int = 0) -> int:
    """The line (from 1) on which a key or value stands for the ``nth`` time; 1 where it does not."""
    seen = -1
    for number, line in enumerate(text.splitlines(), 1):
        if needle in line:
            seen += 1
            if seen == nth:
                return number
    return 1


def finding(
    path: str, text: str, needle: str, message: Said, hint: Said = NOTHING, level: Level = "error"
) -> Diagnostic:
    """A finding about a config file, pointed at the first line that holds ``needle``."""
    line = line_of(text, needle)
    hint = hint or said("write another value here; docs/editeurs.md shows one of each")
    return Diagnostic("config-value", level, Where(path, Span(line, line)), message, hint)


def unknown_keys(
    path: str, text: str, table: Mapping[str, Any], known: Sequence[str]
) -> tuple[Diagnostic, ...]:
    """A warning for each key that nothing reads, with the nearest known one."""
    import difflib  # noqa: PLC0415  only needed when something is wrong

    notes = []
    for key in sorted(set(table) - set(known))[:_MOST]:
        near = difflib.get_close_matches(key, known, 1)
        hint = (
            said("did you mean '{near}'?", near=near[0])
            if near
            else said("known keys: {keys}", keys=", ".join(known))
        )
        line = line_of(text, key)
        message = said("unknown key '{key}'", key=key)
        notes.append(
            Diagnostic("config-unknown-key", "warning", Where(path, Span(line, line)), message, hint)
        )
    return tuple(notes)
