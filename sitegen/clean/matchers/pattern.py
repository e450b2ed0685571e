"""Patterns: all rules' expressions tried at once, and one by one only where something was found."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.clean.lines import Line
from sitegen.config.noise import NoiseRule
from sitegen.text.fold import fold

_ANY_START = r"^\W*"


@dataclass(frozen=True, slots=True)
class Patterns:
    """One expression for what is bound to the start of a line, one for the rest, and each rule's own."""

    bound: re.Pattern[str] | None
    free: re.Pattern[str] | None
    each: tuple[tuple[int, re.Pattern[str]], ...]


def compile_patterns(rules: Sequence[tuple[int, NoiseRule]]) -> Patterns:
    """The expressions of the rules given; those that do not compile were refused when they were read."""
    branches = [branch for _number, rule in rules for branch in top_branches(rule.pattern)]
    signs = [branch.removeprefix(_ANY_START) for branch in branches if branch.startswith(_ANY_START)]
    starts = [
        branch[1:] for branch in branches if branch.startswith("^") and not branch.startswith(_ANY_START)
    ]
    free = [branch for branch in branches if not branch.startswith("^")]
    bound = starts + ([r"\W*(?:" + "|".join(signs) + ")"] if signs else [])
    return Patterns(
        re.compile("|".join(bound)) if bound else None,
        re.compile("|".join(free)) if free else None,
        tuple((number, re.compile(rule.pattern)) for number, rule in rules),
    )


def top_branches(pattern: str) -> list[str]:
    """The alternatives of an expression, those inside groups left alone."""
    branches, depth, start, at = [], 0, 0, 0
    in_class = False
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif in_class:
            in_class = char != "]"
        elif char == "[":
            in_class = True
            at += pattern[at + 1 : at + 2] in ("]", "^")
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            branches.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*branches, pattern[start:]]


def pattern_rules(patterns: Patterns, text: str) -> Iterator[int]:
    """The numbers of the rules whose expressions are found in a folded text."""
    if (patterns.bound is not None and patterns.bound.match(text)) or (
        patterns.free is not None and patterns.free.search(text)
    ):
        for number, pattern in patterns.each:
            if pattern.search(text):
                yield number


def link_rules(patterns: Patterns, line: Line) -> Iterator[int]:
    """The numbers of the rules found in the Markdown source of a line with links."""
    if patterns.each and "](" in line.block.text:
        yield from pattern_rules(patterns, fold(line.block.text[:3000]))
