"""Whether an expression's time can explode, told from its form; editors write expressions too."""

import re
from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]  # the only parser of these expressions there is
from typing import Any

_MAX, _MIN = _constants.MAX_REPEAT, _constants.MIN_REPEAT
_LOOKS = (_constants.ASSERT, _constants.ASSERT_NOT)
_MANY = 40  # repetitions from which one counts as without bound
_Item = tuple[Any, Any]


def explodes(pattern: str | bytes, flags: int = 0) -> bool:
    r"""Whether a repetition without bound holds another that can stand alone, as in "(a+)+" or "(?:a+b?)*".

    What one letter of a text gives to the inner or to the outer one can then be parted in ever more ways.
    Alternatives that begin alike, "(a|ab)+", are not seen; "([a-z]+\d+)+", which is harmless, is taken for
    one that explodes.
    """
    try:
        return _explodes(_parser.parse(pattern, flags))
    except (re.error, OverflowError, RecursionError):  # no expression at all: whoever compiles it says so
        return False


def _explodes(sequence: Iterable[_Item]) -> bool:
    for op, argument in sequence:
        if op in (_MAX, _MIN) and argument[1] > _MANY and _repeats_alone(argument[2]):
            return True
        if any(_explodes(inner) for inner in _bodies(op, argument)):
            return True
    return False


def _repeats_alone(sequence: Iterable[_Item]) -> bool:
    """Whether repetitions without bound can be all that a sequence matches."""
    items = list(sequence)
    needed = [item for item in items if not _may_be_empty(*item)]
    if len(needed) > 1:  # "\\w+ ?\\w+": where both may match the same, each word can be parted anywhere
        return all(_is_repetition(*item) for item in needed)
    return any(_is_repetition(*item) for item in needed or items)


def _is_repetition(op: Any, argument: Any) -> bool:
    if op in (_MAX, _MIN):
        return bool(argument[1] > _MANY) or _repeats_alone(argument[2])
    if op is _constants.ATOMIC_GROUP:  # gives nothing back
        return False
    return any(_repeats_alone(inner) for inner in _bodies(op, argument))


def _may_be_empty(op: Any, argument: Any) -> bool:
    if op in (_MAX, _MIN):
        return argument[0] == 0 or all(_may_be_empty(*item) for item in argument[2])
    if op is _constants.AT or op in _LOOKS:
        return True
    bodies = _bodies(op, argument)
    return bool(bodies) and any(all(_may_be_empty(*item) for item in body) for body in bodies)


def _bodies(op: Any, argument: Any) -> list[Any]:
    """The sequences that an item holds."""
    if op in (_MAX, _MIN):
        return [argument[2]]
    if op is _constants.SUBPATTERN:
        return [argument[3]]
    if op is _constants.BRANCH:
        return list(argument[1])
    if op in _LOOKS:
        return [argument[1]]
    return [argument] if op is _constants.ATOMIC_GROUP else []
