r"""Lines into blocks: the capture's own division, by signs that plain text and Markdown share.

A dump has a line per block; a hand-written Markdown file wraps its paragraphs. Both are told apart by what
the line breaks do: where most of them cut a sentence, the text is wrapped and its lines are joined.
"""

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from sitegen.model import Block, BlockKind, Span
from sitegen.text.lazily import lazily
from sitegen.text.lines import (
    FENCE,
    HEADING,
    NO_HYPHENS,
    TABLE,
    WRAP_COLUMNS,
    Hyphens,
    compounds,
    ends_sentence,
    goes_on,
    is_parted,
    is_typeset,
    is_wrapped,
    kind_of,
    mail_width,
    starts_block,
    unwrapped,
    wrap_width,
)

_SETEXT = lazily(r" {0,3}(=+|-+)[ \t]*$")
_UNDER_HEAD = lazily(r"\s*\|(?:\s*:?-{3,}:?\s*\|)+\s*$")  # "|---|--:|"
_HARD_BREAK = lazily(r"(?: {2,}|\\)$")


class _Wrap(NamedTuple):
    """How a text's lines were broken.

    ``width`` is how wide they are, 0 where they were not; where it is ``exact``, a line is broken only where
    the next word did not fit. Those of a ``typeset`` page part words. ``hyphens`` tell which words keep
    theirs at a line's end.
    """

    width: int
    exact: bool
    typeset: bool
    hyphens: Hyphens


def split_blocks(
    lines: list[str], first_line: int = 1, *, mail: bool = False, hyphens: Hyphens = NO_HYPHENS
) -> tuple[Block, ...]:
    """Blocks in order of appearance; ``first_line`` is the file's number of the first line given.

    A ``mail`` has its text broken to a width, whatever its headers and greetings look like. ``hyphens`` are
    the words by which those of compounds are told at a line's end.
    """
    width = wrap_width(lines) if is_wrapped(lines) else 0
    typeset = not (width or mail) and is_typeset(lines)
    exact = typeset or (mail and not width)
    known = replace(hyphens, kept=compounds(lines))
    wrap = _Wrap(mail_width(lines) if exact else width, exact, typeset, known)
    closers = _closers(lines)
    blocks: list[Block] = []
    gap = 0
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            gap += 1
            at += 1
            continue
        kind, end, text, level = _block_at(lines, at, closers, wrap)
        blocks.append(Block(kind, text, Span(first_line + at, first_line + end - 1), gap, level))
        gap = 0
        at = end
    return tuple(blocks)


def _block_at(
    lines: list[str], at: int, closers: Mapping[str, list[int]], wrap: _Wrap
) -> tuple[BlockKind, int, str, int]:
    """The block that starts at a line: kind, line after its last, text, heading level."""
    line = lines[at]
    kind = kind_of(line)
    if kind == "heading":
        found = HEADING.match(line)
        return kind, at + 1, line.strip(), len(found[1]) if found else 1
    if kind == "code":
        return _fenced(lines, at, closers)
    if kind == "table":
        end = _end_of_table(lines, at)
        return kind, end, "\n".join(lines[at:end]), 0
    if kind == "item":
        end = _end_of_wrapped(lines, at, wrap)
        return kind, end, _joined(lines[at:end], wrap.hyphens), 0
    if kind == "paragraph":
        under = _SETEXT.match(lines[at + 1]) if at + 1 < len(lines) else None
        if under and len(line) <= WRAP_COLUMNS:
            level = 1 if under[1][0] == "=" else 2
            return "heading", at + 2, f"{'#' * level} {line.strip()}", level
        end = _end_of_wrapped(lines, at, wrap)
        return kind, end, _joined(lines[at:end], wrap.hyphens), 0
    if kind == "quote" and wrap.width:
        end = at + 1
        while end < len(lines) and _goes_on_quoted(lines[end - 1], lines[end], wrap.width):
            end += 1
        return kind, end, _joined([line, *(_unquoted(each) for each in lines[at + 1 : end])], wrap.hyphens), 0
    return kind, at + 1, line.strip(), 0


def _end_of_table(lines: list[str], at: int) -> int:
    """The line after a table's last, which another one's head may be."""
    end = at + 1
    while end < len(lines) and TABLE.match(lines[end]):
        if end > at + 1 and end + 1 < len(lines) and _UNDER_HEAD.match(lines[end + 1]):
            break
        end += 1
    return end


def _unquoted(line: str) -> str:
    """A line of a block quote without its sign."""
    return line.lstrip()[1:].lstrip()


def _goes_on_quoted(line: str, after: str, width: int) -> bool:
    """Whether a block quote's line goes on with the next one, which is of the same quote."""
    if kind_of(after) != "quote" or not _unquoted(line) or not _unquoted(after):
        return False
    return not starts_block(_unquoted(after)) and goes_on(line, _unquoted(after), width)


def _end_of_wrapped(lines: list[str], at: int, wrap: _Wrap) -> int:
    """The line after the last that goes on with the one at hand: a line that is not full ends a paragraph.

    A line that ends within a word goes on, whether the text is wrapped or not: a PDF's part them. Of a PDF's
    other lines none goes on that ends a sentence before a capital: its last lines are full too.
    """
    end = at + 1
    while end < len(lines) and lines[end].strip():
        before, after = lines[end - 1], lines[end]
        parted = is_parted(before, after)
        if not (parted or wrap.width) or starts_block(after):
            break
        full = parted or goes_on(before, after, wrap.width, exact=wrap.exact)
        if full and wrap.typeset and not parted:
            full = after.lstrip()[:1].islower() or not ends_sentence(before)
        if not full and not _HARD_BREAK.search(before):
            break
        end += 1
    return end


def _closers(lines: list[str]) -> dict[str, list[int]]:
    """For each of a fence's signs, the longest closing fence from each line on: 0 where none follows."""
    longest: dict[str, list[int]] = {}
    if any("```" in line or "~~~" in line for line in lines):
        for sign in "`~":
            found = [0] * (len(lines) + 1)
            for at in range(len(lines) - 1, -1, -1):
                bare = lines[at].strip()
                found[at] = max(found[at + 1], len(bare) if bare and not bare.strip(sign) else 0)
            longest[sign] = found
    return longest


def _fenced(lines: list[str], at: int, closers: Mapping[str, list[int]]) -> tuple[BlockKind, int, str, int]:
    """A fenced code block; an unclosed fence is one line of text, so that it swallows nothing."""
    fence = FENCE.match(lines[at])
    mark = fence[1] if fence else "```"
    if closers[mark[0]][at + 1] < len(mark):  # looking for its end again and again would take for ever
        return "paragraph", at + 1, lines[at].strip(), 0
    for end in range(at + 1, len(lines)):
        if lines[end].strip().startswith(mark) and not lines[end].strip().strip(mark[0]):
            return "code", end + 1, "\n".join(lines[at : end + 1]), 0
    return "paragraph", at + 1, lines[at].strip(), 0


def _joined(lines: list[str], hyphens: Hyphens) -> str:
    """Wrapped lines as one, Markdown's hard breaks kept; an item keeps its indentation."""
    parts = [lines[0].rstrip() if len(lines) == 1 else lines[0]]
    for line in lines[1:]:
        text = line.strip() if not _HARD_BREAK.search(line) else line.lstrip()
        last = parts.pop()  # the line before alone: a paragraph may have thousands
        if _HARD_BREAK.search(last):
            parts += (_HARD_BREAK.sub("", last), "\\\n", text)
        else:
            before, after = unwrapped(last.rstrip(), text, hyphens)
            parts += (before, after)
    out = "".join(parts)
    return out.rstrip() if out.lstrip()[:1] in "-*+•0123456789" else out.strip()
