"""Lines above the text that say what the article is called, whose it is and of when, once they were read."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sitegen.clean.body import body_of
from sitegen.clean.lines import read_line
from sitegen.clean.named import named_blocks
from sitegen.model import Cleaned

_LONGEST = 200  # characters of such a line
_HEAD = 8  # lines kept above the text; where more stand, they are a text of short lines
_ENDS = tuple(".!?…»”:;,")  # what a line of text ends with, and a title, name or date does not


def without_stated(cleaned: Cleaned, stated: Mapping[int, str], keep: Sequence[str] = ()) -> Cleaned:
    """The same, without the lines above the text, and its last, that fields were read from: pages show those.

    ``stated`` are the rules to cut by, by line of the file; ``keep``, an editor's words, wins. A line above
    goes only where running text follows: the first line of a poem is its title, and a line of it.
    """
    decisions = cleaned.decisions
    kept = [number for number, one in enumerate(decisions) if one.action != "cut"]
    head: list[int] = []
    for number in kept[: _HEAD + 1]:
        if read_line(decisions[number].block).prose:
            break
        head.append(number)
    else:
        return cleaned
    cut = [
        number
        for number in (*head, *kept[max(len(head), len(kept) - 1) :])
        if decisions[number].block.span.line in stated and _is_bare(decisions[number].text)
    ]
    wanted = named_blocks([one.block for one in decisions], keep) if cut else frozenset()
    cuts = {number: stated[decisions[number].block.span.line] for number in cut if number not in wanted}
    if not cuts:
        return cleaned
    changed = tuple(
        replace(one, action="cut", rule=cuts[number], text="") if number in cuts else one
        for number, one in enumerate(decisions)
    )
    return replace(cleaned, decisions=changed, body=body_of(changed))


def _is_bare(text: str) -> bool:
    """Whether a line is short and no sentence."""
    return len(text) <= _LONGEST and not text.rstrip("*_ ").endswith(_ENDS)
