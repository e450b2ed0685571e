"""Front matter in YAML, TOML or JSON, read as declared: strings with their lines, nothing judged.

python-frontmatter says where front matter begins and ends; values are taken from the parsers' own nodes, so
that each keeps its line and ``pays: no`` stays the string "no".
"""

import json
import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import yaml
from frontmatter.default_handlers import JSONHandler, YAMLHandler

from sitegen.model import Declared, Diagnostic, Said, Span, Where, said
from sitegen.read.decode import legal
from sitegen.text.lazily import lazily
from sitegen.text.tomlerrors import toml_problem

MAX_CHARS = 64_000  # front matter beyond this is not front matter
MAX_VALUES = 2_000  # bounds what aliases and deep nesting can unfold to
MAX_DEPTH = 40
_MAX_MARKS = 1_000  # signs that can open a level: below this no nesting is deep enough to overrun a stack
_MAX_DOTS = 200  # parts of a dotted TOML key, whose reading takes their square

_FENCES: Mapping[str, tuple[str, re.Pattern[str]]] = {
    "-": ("yaml", YAMLHandler.FM_BOUNDARY),
    "+": ("toml", re.compile(r"^\+{3,}\s*$", re.MULTILINE)),  # the library's own needs the old toml package
    "{": ("json", JSONHandler.FM_BOUNDARY),
}
_YAML_KEY = lazily(r"^[A-Za-z_][\w .-]*:(?:\s|$)", re.MULTILINE)
_KEY_CHARS = 200  # of a line, in which its key is looked for
_KEY = lazily(r'[\[{,]*\s*"?([\w.-]+)"?\s*[=:\]]')  # `title = `, `"title": `, `[params]`
_YAML_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _TooMuchError(Exception):
    """Front matter unfolds to more than any article has, or nests deeper; its line, from 0, if known."""


def split(text: str, at: int = 0) -> tuple[str, str, int, int] | None:
    """Front matter's format and text, the line its text starts on, and the offset of the body.

    It begins at an offset, of a line, or nowhere.

    None where there is none; ("broken", "", line, 0) where it opens and never closes.
    """
    fence = _FENCES.get(text[at : at + 1])
    if fence is None or not fence[1].match(text, at):
        return None
    name, boundary = fence
    marks = list(_first_two(boundary.finditer(text, at)))
    if len(marks) < 2:  # noqa: PLR2004  one opens, one closes
        looks_meant = name != "yaml" or _YAML_KEY.search(text, at, at + 2_000)
        return ("broken", "", 1, 0) if looks_meant and name != "json" else None
    opening, closing = marks
    head = text[opening.end() : closing.start()]
    if name == "json":
        head = "{" + head + "}"
    first_line = text.count("\n", 0, opening.end()) + 1
    return name, head, first_line, closing.end()


def _first_two(matches: Iterator[re.Match[str]]) -> Iterator[re.Match[str]]:
    for number, match in enumerate(matches):
        yield match
        if number:
            return


def read_meta(
    path: str, form: str, head: str, first_line: int
) -> tuple[tuple[Declared, ...] | None, tuple[Diagnostic, ...]]:
    """Declared values in order, and what is wrong with them; None where this is no front matter after all."""
    if len(head) > MAX_CHARS:
        message, hint = said("front matter is far too long"), said("is its closing line missing?")
        return (), (_error(path, first_line, message, hint),)
    try:
        entries = _PARSERS[form](head, first_line)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        context = getattr(error, "context", None) or ""
        if "flow" in context or "quoted" in context:  # what is open begins there; the end is noticed late
            mark = getattr(error, "context_mark", None) or mark
        line = first_line + (mark.line if mark else 0)
        problem = getattr(error, "problem", None) or str(error).splitlines()[0]
        hint = said("put a value that holds a colon, a # or quotes between straight quotes")
        message = said("front matter is not valid YAML: {problem}", problem=Said(str(problem)))
        return (), (_error(path, line, message, hint),)
    except tomllib.TOMLDecodeError as error:
        found = toml_problem(error, head)
        line = first_line + (found.line - 1 if found.line else 0)
        message = said("front matter is not valid TOML: {problem}", problem=found.message)
        hint = found.hint or said("text values stand between straight quotes")
        return (), (_error(path, line, message, hint),)
    except json.JSONDecodeError as error:
        line = first_line + error.lineno - 1
        message = said("front matter is not valid JSON: {problem}", problem=Said(error.msg))
        return (), (_error(path, line, message, said("check commas and quotes")),)
    except (RecursionError, _TooMuchError, ValueError) as error:
        line = first_line + (error.args[0] if isinstance(error, _TooMuchError) and error.args else 0)
        message = said("front matter is nested too deep or too large")
        return (), (_error(path, line, message, said("simplify it")),)
    if entries is None:
        return None, ()
    if "\\" in head:  # escapes can spell what the file itself was rid of
        entries = tuple(Declared(legal(e.key).strip(), _legal(e.value), e.span) for e in entries)
    return entries, tuple(_duplicates(path, entries))


def _legal(value: str | tuple[str, ...]) -> str | tuple[str, ...]:
    return legal(value) if isinstance(value, str) else tuple(map(legal, value))


def _error(path: str, line: int, message: Said, hint: Said) -> Diagnostic:
    return Diagnostic("frontmatter-broken", "error", Where(path, Span(line, line)), message, hint)


def _duplicates(path: str, entries: tuple[Declared, ...]) -> Iterator[Diagnostic]:
    """A warning for each key that stands twice: the first counts."""
    seen: dict[str, int] = {}
    for entry in entries:
        folded = entry.key.lower()
        if folded in seen:
            message = said(
                "'{key}' stands twice; the value of line {line} counts", key=entry.key, line=str(seen[folded])
            )
            where = Where(path, entry.span)
            yield Diagnostic("frontmatter-duplicate", "warning", where, message, said("keep one"))
        else:
            seen[folded] = entry.span.line


def _refuse_depth(head: str) -> None:
    """Raise where YAML nests deeper than any article's: the composer calls itself for each level, in C."""
    if sum(map(head.count, "[{-?:")) <= _MAX_MARKS:
        return
    depth = 0
    for event in yaml.parse(head, Loader=_YAML_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > MAX_DEPTH:
                raise _TooMuchError(event.start_mark.line if event.start_mark else 0)
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1


def _yaml(head: str, first_line: int) -> tuple[Declared, ...] | None:
    _refuse_depth(head)
    node = yaml.compose(head, Loader=_YAML_LOADER)
    if node is None:
        return ()
    if not isinstance(node, yaml.MappingNode):
        return None
    budget = [MAX_VALUES]
    return tuple(_yaml_entries(node, "", first_line, budget, 0))


def _yaml_entries(
    node: yaml.MappingNode, prefix: str, first_line: int, budget: list[int], depth: int
) -> Iterator[Declared]:
    if depth > MAX_DEPTH:
        raise _TooMuchError
    for key_node, value in node.value:
        budget[0] -= 1
        if budget[0] < 0:
            raise _TooMuchError
        key = prefix + (key_node.value if isinstance(key_node, yaml.ScalarNode) else "?")
        last = value.end_mark.line - (1 if value.end_mark.column == 0 else 0)
        first = key_node.start_mark.line
        span = Span(first_line + first, first_line + max(first, last))
        if isinstance(value, yaml.ScalarNode):
            yield Declared(key, _scalar(value), span)
        elif isinstance(value, yaml.SequenceNode):
            yield Declared(key, tuple(_yaml_items(value, budget)), span)
        else:
            yield from _yaml_entries(value, f"{key}.", first_line, budget, depth + 1)


def _scalar(node: yaml.ScalarNode) -> str:
    """The string as written; a null is an empty value."""
    return "" if node.style is None and node.value in ("~", "null", "Null", "NULL") else str(node.value)


def _yaml_items(node: yaml.SequenceNode, budget: list[int]) -> Iterator[str]:
    """A list's strings; of a map inside it, its name or else its first value.

    A list of one text inside it is a link that a note-taking program would have put in quotes, `[[Nino]]`.
    """
    for item in node.value:
        budget[0] -= 1
        if budget[0] < 0:
            raise _TooMuchError
        if isinstance(item, yaml.ScalarNode):
            yield _scalar(item)
        elif isinstance(item, yaml.SequenceNode):
            if len(item.value) == 1 and isinstance(item.value[0], yaml.ScalarNode):
                yield f"[[{_scalar(item.value[0])}]]"
        elif isinstance(item, yaml.MappingNode):
            budget[0] -= len(item.value)
            scalars = [(k, v) for k, v in item.value if isinstance(v, yaml.ScalarNode)]
            pairs = {k.value: v.value for k, v in scalars if isinstance(k, yaml.ScalarNode)}
            if pairs:
                yield str(pairs.get("name", next(iter(pairs.values()))))


def _toml(head: str, first_line: int) -> tuple[Declared, ...] | None:
    if any(part.count(".") > _MAX_DOTS for line in head.split("\n") for part in line.split("=")):
        raise _TooMuchError
    return tuple(_plain_entries(tomllib.loads(head), "", _lines(head, first_line), 0))


def _json(head: str, first_line: int) -> tuple[Declared, ...] | None:
    value = json.loads(head)
    if not isinstance(value, dict):
        return None
    return tuple(_plain_entries(value, "", _lines(head, first_line), 0))


def _lines(head: str, first_line: int) -> Mapping[str, int]:
    """Where each bare key first stands, for parsers that do not say."""
    found: dict[str, int] = {"": first_line}
    for number, line in enumerate(head.split("\n")):
        match = _KEY.match(line.lstrip()[:_KEY_CHARS])
        if match:
            found.setdefault(match[1], first_line + number)
    return found


def _plain_entries(
    table: Mapping[str, Any], prefix: str, lines: Mapping[str, int], depth: int
) -> Iterator[Declared]:
    if depth > MAX_DEPTH:
        raise _TooMuchError
    for key, value in table.items():
        line = lines.get(key, lines[""])
        span = Span(line, line)
        if isinstance(value, dict):
            yield from _plain_entries(value, f"{prefix}{key}.", lines, depth + 1)
        elif isinstance(value, list):
            yield Declared(prefix + key, tuple(_plain_items(value)), span)
        else:
            yield Declared(prefix + key, _plain(value), span)


def _plain_items(values: list[Any]) -> Iterator[str]:
    for value in values[:MAX_VALUES]:
        if isinstance(value, dict):
            scalars = {k: v for k, v in value.items() if not isinstance(v, dict | list)}
            if scalars:
                yield _plain(scalars.get("name", next(iter(scalars.values()))))
        elif not isinstance(value, list):
            yield _plain(value)


def _plain(value: Any) -> str:
    """A parsed scalar as an editor would write it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return str(value)


_PARSERS = {"yaml": _yaml, "toml": _toml, "json": _json}
