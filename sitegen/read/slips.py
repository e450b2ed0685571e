"""Front matter with a slip: what an editor's program or hand did to its fences.

A file that only seems to have no front matter would be published whole, its wish to stay a draft as text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from sitegen.model import Diagnostic, Said, Span, Where, said
from sitegen.text.keys import DRAFT_KEYS, HEAD_KEYS, NO, WISH_KEYS, YES, spelled
from sitegen.text.lazily import lazily

_LINES = 400  # of a file, in which its front matter ends
_CHARS = 64_000
_FIRST = 60  # lines in which a wish that missed its front matter is looked for
_LONG = 4_000  # signs of a line that holds several
_ENOUGH = 2  # keys of ours at a text's beginning: one alone may be a text's own first line
_UNSEEN = "\ufeff\u200b\u200c\u200d\u2060\u00a0\u202f \t"
_DASHES = r"\-\u2010-\u2015\u2212\u2043\ufe58\ufe63\uff0d"
# "—", "–-", "– – –", "\---": what word processors and converters make of three hyphens
_FENCE = lazily(rf"(?:[\u2014\u2015]|\\?[{_DASHES}](?: ?\\?[{_DASHES}]){{1,40}})")
_STRICT = lazily(r"-{3,}[ \t]*")
_MARKS = r"[\s>*_#•{\"'\-\u2013\u2014]{0,20}"  # of a list, a heading, or words in bold
_KEY = lazily(
    rf"({_MARKS})([^\W\d_][\w .'’\u00a0-]{{0,40}}?)([*_\"'\s]{{0,8}})([:=\uff1a])([*_\s]{{0,8}})(.{{0,200}})"
)
_FLAG = lazily(
    rf"[\"'«“ ]{{0,3}}(?:{'|'.join(sorted(filter(None, {*YES, *NO, *DRAFT_KEYS})))}|x|"
    r"full|complet|excerpt|extrait)"
    r"[\"'»” ]{0,3}[,;.]?(?:\s+#.*)?",
    re.IGNORECASE,
)
_MAY_WISH = lazily("|".join(sorted(WISH_KEYS)), re.IGNORECASE)


class Mended(NamedTuple):
    """A text whose front matter has its fences, line for line the same, where that starts, what was wrong."""

    text: str
    at: int
    message: Said
    hint: Said
    line: int


def mended(text: str, *, article: bool) -> Mended | None:
    """The text as it was meant, where its first lines are front matter but for its fences; None elsewhere.

    Blank lines and invisible signs before it, dashes that a program made of hyphens, and colons typed as in
    French or without a space are what is mended, if a key of ours stands there: in an ``article``'s file
    any, elsewhere one that says whether the text goes out.
    """
    lines = text[:_CHARS].split("\n")[:_LINES]
    first = next((at for at, line in enumerate(lines) if line.strip(_UNSEEN)), None)
    if first is None:
        return None
    opening = lines[first].strip(_UNSEEN)
    at = sum(len(line) + 1 for line in lines[:first])
    if opening[:1] in ("+", "{") and first:  # the fences of TOML and JSON: nothing changes them
        keys = {_key(line) for line in lines[first : first + _FIRST]}
        return _blank(text, at, first) if keys & (HEAD_KEYS if article else WISH_KEYS) else None
    if not _FENCE.fullmatch(opening):
        return None
    closing = next((n for n in range(first + 1, len(lines)) if _is_fence(lines[n])), None)
    if closing is None:
        return None
    head = lines[first + 1 : closing]
    keys = {_key(line) for line in head}
    if not keys & (HEAD_KEYS if article else WISH_KEYS):
        return None
    spaced = [_spaced(line) for line in head]
    made = "\n".join((*lines[:first], "---", *spaced, "---"))
    rest = text[sum(len(line) + 1 for line in lines[: closing + 1]) :]
    if not (_STRICT.fullmatch(opening) and _STRICT.fullmatch(lines[closing].strip(_UNSEEN))):
        message = said("front matter stands between other signs than ---, and was read all the same")
        hint = said("write --- alone on the line above its first key and on the one below its last")
    elif spaced != head:
        message = said("keys of front matter have another sign than a colon and a space, and were read")
        hint = said("write a colon and a plain space after each key")
    else:
        return _blank(f"{made}\n{rest}", at, first)
    return Mended(f"{made}\n{rest}", at, message, hint, first + 1)


def _blank(text: str, at: int, first: int) -> Mended:
    message = said("front matter begins after something blank, and was read all the same")
    return Mended(
        text, at, message, said("begin the file with its fence: no line or space before it"), first + 1
    )


def _is_fence(line: str) -> bool:
    return _FENCE.fullmatch(line.strip(_UNSEEN)) is not None


def _key(line: str) -> str:
    """The key that a line begins with, "" for none."""
    found = _KEY.match(line)
    return spelled(found[2]) if found else ""


def _spaced(line: str) -> str:
    """A line of ours with a plain colon and space after its key."""
    found = _KEY.fullmatch(line)
    if not found or found[4] == "=" or found[1].strip() or spelled(found[2]) not in HEAD_KEYS:
        return line
    if found[4] == ":" and found[5][:1] == " " and not (found[3] + found[5]).strip(" "):
        return line
    if found[4] == ":" and not found[5] and not found[6]:
        return line
    value = f"{found[5]}{found[6]}".strip(_UNSEEN)
    return f"{found[1]}{found[2].strip(_UNSEEN)}: {value}".rstrip()


def unread(
    path: str, text: str, offset: int, declared: frozenset[str], *, article: bool
) -> Diagnostic | None:
    """An error where the text from an offset on holds what was meant as front matter; else None.

    That is a run of keys of ours at the very top, or a line near it that says whether the text goes out:
    in an ``article``'s file; elsewhere only such a line in that run. Keys that are ``declared`` are known.
    """
    body = text[offset : offset + _CHARS]
    if not article and not _MAY_WISH.search(body, 0, 4_000):
        return None
    first_line = text.count("\n", 0, offset) + 1
    seen: dict[str, int] = {}
    for line in _keyed(body, first_line):
        if not article and not line.head:
            break
        told = _FLAG.fullmatch(line.value) or (article and line.head and not offset)
        if told and line.key in WISH_KEYS - declared:
            return _unfenced(path, line.number, 0 if offset else min([*seen.values(), line.number]))
        if line.head and line.key in HEAD_KEYS:
            seen.setdefault(line.key, line.number)
    if article and not offset and len(seen) >= _ENOUGH:
        return _unfenced(path, min(seen.values()), min(seen.values()))
    return None


class _Keyed(NamedTuple):
    """A line "key: value", its number, and whether there are only such lines above it."""

    key: str
    value: str
    number: int
    head: bool


def _keyed(body: str, first_line: int) -> Iterator[_Keyed]:
    """The first lines that have a key's form, but for those that a fence shows as they are."""
    head, fence, begun = True, "", False
    for number, line in enumerate(body.split("\n")[:_FIRST], first_line):
        bare = line.strip(_UNSEEN)
        if not bare or _is_fence(bare):
            continue
        if bare.startswith("<") and not bare.startswith("<!--"):  # a page's source: scripts have keys too
            return
        if bare[:3] in ("```", "~~~"):  # at the top it was meant as front matter's own
            if begun:
                fence = "" if fence else bare[:3]
            continue
        parts = bare[:_LONG].strip("{}").split(",") if bare[0] == "{" and not begun else [bare]
        begun = True
        for part in parts:  # all of it on one line: {"title": "Un pont", "draft": true}
            found = None if fence else _KEY.fullmatch(part.strip())
            head = head and found is not None
            if found:
                yield _Keyed(spelled(found[2]), found[6], number, head)


def _unfenced(path: str, line: int, top: int) -> Diagnostic:
    """What is said of a line outside front matter that begins at ``top``, 0 if that is above."""
    message = said("this line reads as front matter, but stands in the text that would go online")
    hint = said("move it up between the lines of ---")
    if top:
        hint = said(
            "write a line of --- above line {line}, at the very top, and one below the last key",
            line=str(top),
        )
    return Diagnostic("frontmatter-unfenced", "error", Where(path, Span(line, line)), message, hint)
