"""The kept blocks as one Markdown text."""

from collections.abc import Sequence
from itertools import pairwise

from sitegen.model import Block, Decision
from sitegen.text.lines import is_wrapped

_VERSE = 80  # characters; longer lines are prose
_SENTENCE_ENDS = '.!?…:;»”"'


def body_of(decisions: Sequence[Decision]) -> str:
    """The text that decisions leave."""
    return joined([(one.block, one.text) for one in decisions if one.action != "cut" and one.text])


def joined(kept: Sequence[tuple[Block, str]]) -> str:
    """Kept blocks parted by a blank line, items of one list and lines of one stanza by a line break.

    Two short lines alone are no stanza: read again, they would be one that was wrapped. Nor are any lines
    that together look wrapped, so that a text cleaned twice is what it was.
    """
    text = _parted(kept, stanzas=True)
    return _parted(kept, stanzas=False) if is_wrapped(text.split("\n")) else text


def _parted(kept: Sequence[tuple[Block, str]], *, stanzas: bool) -> str:
    """The blocks as one text, with lines of one stanza together or each by itself."""
    runs = [False, *(_runs_on(first, block, text) for first, (block, text) in pairwise(kept)), False]
    parts: list[str] = []
    for at, (block, text) in enumerate(kept):
        stanza = block.kind != "paragraph" or (stanzas and runs[at] and (runs[at - 1] or runs[at + 1]))
        if at:
            parts.append("\n" if runs[at] and stanza else "\n\n")
        parts.append(text)
    return "".join(parts).strip("\n")


def _runs_on(before: tuple[Block, str], block: Block, text: str) -> bool:
    """Whether a block goes on with the list, quote or stanza of the one before."""
    last, shown = before
    if block.gap or last.span.end_line + 1 != block.span.line:
        return False
    if last.kind == block.kind and block.kind in ("item", "quote", "html"):
        return True
    return (
        last.kind == block.kind == "paragraph"
        and len(shown) < _VERSE
        and len(text) < _VERSE
        and shown[-1:] not in _SENTENCE_ENDS
        and text[-1:] not in _SENTENCE_ENDS
    )
