"""What a text must hold for a regular expression to be found in it, told from the expression alone."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from sitegen.text.lazily import lazily

_DIGITS = "0123456789"
_NAMED = "©›»>#<(/@"  # signs that few lines hold
_ESCAPED = r"\(", r"\.", "_"  # signs of words; a bracket has its escape, and points count where they are many
_TRIGGER = 3  # letters of a word that a line must hold; shorter ones are in most lines
_TIMES = lazily(r"\{(\d{1,2})")
_NO_WIDTH = ("(?!", "(?=", "(?<")
_MAY_BE_NONE = ("?", "*", "{0", "{,")


class Search(Struct, frozen=True):
    """A part of an expression, whether it is bound to the start, and what it takes to be found.

    Where it is found, a text's first letter or digit is one of ``signs`` or it holds one of ``words``, unless
    ``anywhere`` says that nothing is known of some alternative.
    """

    expression: str
    bound: bool
    signs: tuple[str, ...]
    words: tuple[str, ...]
    anywhere: bool


@lru_cache(maxsize=4096)  # rows are read again in a process that stays, few of them changed
def searches(pattern: str) -> tuple[Search, ...]:
    """An expression as its part that is bound to the start and its free part: each is found faster alone."""
    branches = top_branches(pattern)
    parts = (
        ("|".join(branch for branch in branches if branch.startswith("^")), True),
        ("|".join(branch for branch in branches if not branch.startswith("^")), False),
    )
    return tuple(_search(expression, bound=bound) for expression, bound in parts if expression)


def _search(expression: str, *, bound: bool) -> Search:
    signs: set[str] = set()
    words: set[str] = set()
    anywhere = False
    for first, needed in conditions(expression):
        signs |= first
        words |= needed
        anywhere = anywhere or not (first or needed)
    return Search(expression, bound, tuple(sorted(signs)), tuple(sorted(words)), anywhere)


def top_branches(pattern: str) -> list[str]:
    """The alternatives of an expression, those inside groups left alone."""
    bars = [place for place, sign, depth in _groups(pattern, 0) if sign == "|" and not depth]
    return [
        pattern[start:end] for start, end in zip([0, *(bar + 1 for bar in bars)], [*bars, None], strict=True)
    ]


def _groups(pattern: str, at: int) -> Iterator[tuple[int, str, int]]:
    """From a place on, each sign that groups or parts, where it stands, and how deep what follows is."""
    depth = 0
    while at < len(pattern):
        sign = pattern[at]
        if sign == "\\":
            at += 1
        elif sign == "[":
            at = _class_end(pattern, at)
        elif sign in "()|":
            depth += (sign == "(") - (sign == ")")
            yield at, sign, depth
        at += 1


def conditions(pattern: str) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    r"""For each alternative of an expression, what a text must have for it to be found.

    That is one of some first letters or digits, or one of some words; neither where nothing is known.

    >>> found = conditions(r"^\W*(?:le \d+ mars|.{2,30} avec (?:afp|ap))")
    >>> [(sorted(signs), sorted(words)) for signs, words in found]
    [([], ['mars']), ([], ['avec'])]
    """
    for branch in top_branches(pattern):
        head, rest = _head(branch)
        if rest.startswith("(?:") and (end := _group_end(rest, 0)) and not _is_counted(rest, end):
            for inner in top_branches(rest[3 : end - 1]):
                yield from conditions(f"{head}{inner}{rest[end:]}")
            continue
        needed = needed_words(branch)
        if needed:  # rarer than a letter
            yield frozenset(), needed
        else:
            yield (first_signs(rest) if head.startswith("^") else None) or frozenset(), frozenset()


def _head(branch: str) -> tuple[str, str]:
    """A branch's start that takes no letter, and the rest."""
    at = 0
    while at < len(branch):
        if branch[at] == "^":
            at += 1
        elif branch.startswith(_NO_WIDTH, at):
            at = _group_end(branch, at)
        elif branch.startswith((r"\W", r"\b", r"\s"), at):
            at = _after_count(branch, at + 2)
        else:
            break
    return branch[:at], branch[at:]


def first_signs(pattern: str) -> frozenset[str] | None:
    r"""The letters and digits that may be the first in a text which an expression matches; None for any.

    >>> sorted(first_signs(r"(?:publie|mis a jour|\(?afp) le"))
    ['a', 'm', 'p']
    >>> sorted(first_signs(r"(?:©|par )?(?:afp|reuters)"))
    ['a', 'p', 'r']
    """
    signs, may_be_none = _starts(pattern)
    return None if may_be_none else signs


def _starts(pattern: str) -> tuple[frozenset[str] | None, bool]:
    """The letters and digits that a match may begin with, None for any, and whether it may have none."""
    found: set[str] = set()
    at = 0
    while at < len(pattern):
        signs, after, may_be_none = _first_atom(pattern, at)
        if signs is None:
            return None, True
        found |= signs
        if not may_be_none:
            return frozenset(found), False
        at = after
    return frozenset(found), True


def _first_atom(pattern: str, at: int) -> tuple[frozenset[str] | None, int, bool]:
    """What letter the atom at a place may begin with, where the next one is, and whether it may have none."""
    char = pattern[at]
    if char == "(":
        end = _group_end(pattern, at)
        after = _after_count(pattern, end)
        if pattern.startswith(_NO_WIDTH, at):
            return frozenset(), after, True
        inner = pattern[at + (3 if pattern.startswith("(?:", at) else 1) : end - 1]
        starts = [_starts(branch) for branch in top_branches(inner)]
        signs = [own for own, _ in starts if own is not None]
        if len(signs) < len(starts):
            return None, after, True
        bare = any(may_be_none for _, may_be_none in starts)
        return frozenset().union(*signs), after, bare or _may_be_none(pattern, end)
    if char == "[":
        end = _class_end(pattern, at) + 1
        letters, other = _class_signs(pattern[at + 1 : end - 1])
        return letters, _after_count(pattern, end), other or _may_be_none(pattern, end)
    end = at + (2 if char == "\\" else 1)
    after = _after_count(pattern, end)
    if pattern.startswith((".", r"\w", r"\S", r"\D"), at):
        return None, after, True
    letters = (
        frozenset(_DIGITS) if pattern.startswith(r"\d", at) else frozenset(char if char.isalnum() else "")
    )
    return letters, after, not letters or _may_be_none(pattern, end)


def _is_counted(pattern: str, end: int) -> bool:
    return pattern.startswith(("?", "*", "+", "{"), end)


def _may_be_none(pattern: str, end: int) -> bool:
    """Whether what stands at a place says that the atom before it may be missing."""
    return pattern.startswith(_MAY_BE_NONE, end)


def _class_signs(inner: str) -> tuple[frozenset[str] | None, bool]:
    """The letters and digits of a character class, None for any, and whether it has other signs."""
    if inner.startswith("^") or any(kind in inner for kind in (r"\w", r"\S", r"\D")):
        return None, True
    letters = set(_DIGITS) if r"\d" in inner else set()
    bare = inner.replace(r"\d", "").replace(r"\s", " ").replace(r"\W", " ")
    for first, last in re.findall(r"(\w)-(\w)", bare):
        letters |= {chr(code) for code in range(ord(first), ord(last) + 1)}
    letters |= {char for char in bare if char.isalnum() or char == "_"}
    return frozenset(letters), any(not char.isalnum() for char in bare)


def needed_words(pattern: str) -> frozenset[str] | None:
    r"""Words of which a text must hold one where a branch is found in it, None for none of some length.

    >>> sorted(needed_words(r"^.{0,40}\bvos? (?:cadeaux?|soutien)"))
    ['cadeau', 'soutien']
    >>> sorted(needed_words(r"^.{0,60}(?:\(|/ ?|via )(?:afp|ap)"))
    ['(', '/', 'via']
    >>> sorted(needed_words(r"^[^.]{2,40}(?:\.{6,}|_{6,})"))
    ['......', '______']
    """
    best, choices, word, at = "", None, "", 0
    while at < len(pattern):
        char = pattern[at]
        if (char.isalnum() or char in _NAMED or pattern.startswith(_ESCAPED, at)) and char != "(":
            end = at + (2 if char == "\\" else 1)
            if _may_be_none(pattern, end):
                best, word = max(best, word, key=len), ""
            else:
                times = _TIMES.match(pattern, end)
                word += pattern[end - 1] * (int(times[1]) if times else 1)
                best = max(best, word, key=len)
                word = "" if _is_counted(pattern, end) else word
        else:
            word = ""
            end = _atom_end(pattern, at)
            if char == "(" and not pattern.startswith(_NO_WIDTH, at) and not _may_be_none(pattern, end):
                inner = [needed_words(branch) for branch in top_branches(pattern[at + 3 : end - 1])]
                if choices is None and all(inner):
                    choices = frozenset().union(*(words for words in inner if words))
        at = _after_count(pattern, end)
    if len(best) >= _TRIGGER or any(sign in _NAMED for sign in best):
        return frozenset({best})
    return choices


def _atom_end(pattern: str, at: int) -> int:
    """The place after the atom at a place, before what says how often."""
    if pattern[at] == "(":
        return _group_end(pattern, at)
    if pattern[at] == "[":
        return _class_end(pattern, at) + 1
    return at + (2 if pattern[at] == "\\" else 1)


def _class_end(pattern: str, at: int) -> int:
    """Where the character class that begins at a place ends."""
    at += 1 + pattern.startswith("^", at + 1)
    at += pattern.startswith("]", at)
    while at < len(pattern) and pattern[at] != "]":
        at += 2 if pattern[at] == "\\" else 1
    return at


def _group_end(pattern: str, at: int) -> int:
    """The place after the group that begins at a place."""
    ends = (place + 1 for place, sign, depth in _groups(pattern, at) if sign == ")" and not depth)
    return next(ends, len(pattern))


def _after_count(pattern: str, at: int) -> int:
    """The place after what says how often, if it stands at a place."""
    if pattern[at : at + 1] in ("?", "*", "+"):
        at += 1
    elif pattern[at : at + 1] == "{":
        at = pattern.find("}", at) + 1
    if pattern[at : at + 1] in ("?", "+"):
        at += 1
    return at
