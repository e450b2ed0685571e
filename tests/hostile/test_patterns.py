"""No pattern of the program takes time that explodes: none repeats what repeats already without anything between."""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import sitegen
from sitegen.text.lazily import Waiting
from sitegen.text.patterns import explodes


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


@pytest.mark.parametrize(
    "pattern",
    [
        "(a+)+b",
        "(?:a+b?)+$",
        "(?:(?:a|b)*)*",
        "(?:a*b*)*",
        "(?:x|(?:-+))+",
        "([a-z]+)*=",
        "(?:[a-z]+ ?)+:",
        r"(?:\w+ ?\w+)+!",
        "(?:a+a+)+b",
    ],
)
def test_a_pattern_that_explodes_is_seen(pattern: str) -> None:
    assert explodes(pattern)


@pytest.mark.parametrize(
    "pattern", ["a+(?:-a+)*", "(?:-[ ]*){3,}", "(?:ab)+", "(?:a+;)*", "(?:a|b)+", "(?:a+){1,3}", "(?>a+)+b"]
)
def test_a_pattern_that_does_not_is_let_pass(pattern: str) -> None:
    assert not explodes(pattern)


def test_no_pattern_of_the_program_explodes() -> None:
    found = dict(patterns())
    assert len(found) > 250
    assert [name for name, pattern in patterns() if explodes(pattern.pattern, pattern.flags)] == []
