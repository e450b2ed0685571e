"""Which blocks an editor names, by lines of the file or by words."""

import re
from collections.abc import Sequence
from itertools import islice

import ahocorasick

from sitegen.model import Block
from sitegen.text.fold import fold

_LINES = re.compile(r"\s*(\d{1,7})\s*(?:-\s*(\d{1,7})\s*)?$")  # "12", "12-15"


def named_blocks(blocks: Sequence[Block], wanted: Sequence[str]) -> frozenset[int]:
    """The numbers of the blocks that hold one of these fragments or lines.

    One pass over the text however many are wanted: thousands may stand in a file with thousands of lines.
    """
    if not wanted or not blocks:
        return frozenset()
    lines = bytearray(blocks[-1].span.end_line + 1)
    words = ahocorasick.Automaton()
    for fragment in wanted:
        found = _LINES.match(fragment)
        if found:
            first, last = int(found[1]), min(int(found[2] or found[1]), len(lines) - 1)
            if first <= last:
                lines[first : last + 1] = b"\1" * (last + 1 - first)
        elif folded := fold(fragment.strip()):
            words.add_word(folded, folded)
    if words:
        words.make_automaton()
    return frozenset(
        number
        for number, block in enumerate(blocks)
        if lines.find(1, block.span.line, block.span.end_line + 1) >= 0
        or (words and any(True for _ in islice(words.iter(fold(block.text)), 1)))
    )
