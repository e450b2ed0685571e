"""Lists within a text: entries that a scorer takes for menus, known by the words that announce them."""

from collections.abc import Sequence

from sitegen.clean.lines import Line

_MOST = 60  # entries
_ANNOUNCES = ":"
_DOUBTED = 0.3  # a score from which a line without any mark may be an entry
_GOES_ON = (";", ",")  # what an entry that is not the last ends with


def list_lines(lines: Sequence[Line], kept: Sequence[bool], named: Sequence[str]) -> list[int]:
    """The numbers of lines that are entries of a list which a line kept announces with a colon.

    Entries have a list's mark, or end as all but the last do, in ";" or ","; the one after those is the last.
    ``named`` are the rules that cut lines by their words, "" for none: no list goes beyond them.
    """
    out: list[int] = []
    for at, line in enumerate(lines):
        if kept[at] and line.plain.endswith(_ANNOUNCES):
            out += range(at + 1, _end(lines, named, at + 1))
    return out


def _end(lines: Sequence[Line], named: Sequence[str], first: int) -> int:
    """The number of the line behind the list that begins at one; itself where none does."""
    end = first
    while end < min(len(lines), first + _MOST) and not named[end] and not lines[end].links:
        line = lines[end]
        if line.block.kind == "paragraph":
            follows = end > first and lines[end - 1].plain.endswith(";") and line.plain.endswith(".")
            if not line.plain.endswith(_GOES_ON) and not follows:
                break
        elif line.block.kind != "item":
            break
        end += 1
    return end


def doubtful_entries(lines: Sequence[Line], scores: Sequence[float], cuts: Sequence[str]) -> list[int]:
    """The numbers of doubted lines of a list that a line kept announces, with text on both sides of them.

    ``cuts`` says why each line is cut so far, "" for those that are kept.
    """
    out: list[int] = []
    announced = False
    first = 0
    while first < len(lines):
        if not cuts[first]:
            announced = lines[first].plain.endswith(_ANNOUNCES) or (announced and not lines[first].prose)
            first += 1
            continue
        last = first
        while last < len(lines) and cuts[last] == "prose" and scores[last] >= _DOUBTED:
            last += 1
        if announced and first < last < len(lines) and not cuts[last]:
            out += [at for at in range(first, last) if not lines[at].linked]
        announced = announced and last > first
        first = max(last, first + 1)
    return out
