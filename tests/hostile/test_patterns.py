"""No pattern of the program takes time that explodes: none repeats what repeats already without anything between."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from re import _constants as c
from re import _parser as parser

import pytest

import sitegen
from sitegen.text.lazily import Waiting

_REPEATS = (c.MAX_REPEAT, c.MIN_REPEAT)


def patterns() -> Iterator[tuple[str, re.Pattern]]:
    for module in pkgutil.walk_packages(sitegen.__path__, "sitegen."):
        if module.name.endswith("__main__"):
            continue
        loaded = importlib.import_module(module.name)
        for name, value in sorted(vars(loaded).items()):
            for pattern in _within(value, 3):
                yield f"{module.name}.{name}", pattern


def _within(value: object, depth: int) -> Iterator[re.Pattern]:
    if isinstance(value, re.Pattern | Waiting):
        yield value
    elif depth and isinstance(value, list | tuple | frozenset | set):
        for item in value:
            yield from _within(item, depth - 1)
    elif depth and isinstance(value, dict):
        for item in value.values():
            yield from _within(item, depth - 1)


def explodes(pattern: str | bytes, flags: int = 0) -> bool:
    """Whether a repetition without bound holds another that can stand alone: "(a+)+", "(?:a+b?)*"."""
    return _explodes(parser.parse(pattern, flags))


def _explodes(sequence) -> bool:
    for op, argument in sequence:
        if op in _REPEATS:
            _, most, body = argument
            if most > 40 and _repeats_alone(body):
                return True
        if any(_explodes(inner) for inner in _bodies(op, argument)):
            return True
    return False


def _repeats_alone(sequence) -> bool:
    """Whether one repetition without bound can be all that a sequence matches."""
    needed = [(op, argument) for op, argument in sequence if not _may_be_empty(op, argument)]
    if len(needed) > 1:
        return False
    candidates = needed or list(sequence)
    return any(_is_repetition(op, argument) for op, argument in candidates)


def _is_repetition(op, argument) -> bool:
    if op in _REPEATS:
        return argument[1] > 40 or _repeats_alone(argument[2])
    return any(_repeats_alone(inner) for inner in _bodies(op, argument))


def _may_be_empty(op, argument) -> bool:
    if op in _REPEATS:
        return argument[0] == 0 or all(_may_be_empty(*item) for item in argument[2])
    if op is c.AT or op in (c.ASSERT, c.ASSERT_NOT):
        return True
    bodies = _bodies(op, argument)
    return bool(bodies) and any(all(_may_be_empty(*item) for item in body) for body in bodies)


def _bodies(op, argument) -> list:
    if op in _REPEATS:
        return [argument[2]]
    if op is c.SUBPATTERN:
        return [argument[3]]
    if op is c.BRANCH:
        return argument[1]
    if op in (c.ASSERT, c.ASSERT_NOT):
        return [argument[1]]
    return [argument] if op is c.ATOMIC_GROUP else []


@pytest.mark.parametrize(
    "pattern", ["(a+)+b", "(?:a+b?)+$", "(?:(?:a|b)*)*", "(?:a*b*)*", "(?:x|(?:-+))+", "([a-z]+)*="]
)
def test_a_pattern_that_explodes_is_seen(pattern: str) -> None:
    assert explodes(pattern)


@pytest.mark.parametrize(
    "pattern", ["a+(?:-a+)*", "(?:-[ ]*){3,}", "(?:ab)+", "(?:a+;)*", "(?:a|b)+", "(?:a+){1,3}"]
)
def test_a_pattern_that_does_not_is_let_pass(pattern: str) -> None:
    assert not explodes(pattern)


def test_no_pattern_of_the_program_explodes() -> None:
    found = dict(patterns())
    assert len(found) > 250
    assert [name for name, pattern in patterns() if explodes(pattern.pattern, pattern.flags)] == []
