"""Lists within a text: entries that a scorer takes for menus, known by what announces or ends them."""

from collections.abc import Collection, Sequence

from sitegen.clean.lines import Line, runs
from sitegen.clean.matchers.ticker import is_list
from sitegen.clean.resumed import is_sentence
from sitegen.text.lazily import lazily

_MOST = 60  # entries
_ANNOUNCES = ":"
_DOUBTED = 0.3  # a score from which a line without any mark may be an entry
_GOES_ON = (";", ",")  # what an entry that is not the last ends with
_PARTED = 2  # entries in a row that end in ";", which menus never do
_NEAR = 4  # lines between such a list and text, its heading and a sentence over it among them
_COUNTED = 3  # rows that count up before one that goes on counting
_REACH = 8  # lines over one in which text stands, a box between them
_FEW = 2  # entries of a list
_WORDY = 25  # characters of one, taken together
_SPACES = 3  # in what introduces it
_NUMBER = lazily(r"(\d{1,3})\s?[.)–-]\s?\S")
_PROGRAM = lazily(r"[={}<\\]|\(\)|//|^[#.@&$]")  # a script's lines end so too


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


def introduced(lines: Sequence[Line], cuts: Sequence[str]) -> list[int]:
    """The numbers of doubted lines of lists within the text, and of what introduces each with a colon.

    Text stands over and right under such a list, whose entries bear a list's mark, are no links and have some
    words each. ``cuts`` says why each line is cut so far, "" for those that are kept.
    """
    out: list[int] = []
    for over in (at for at, line in enumerate(lines) if cuts[at] == "prose" and _opens_list(line)):
        end = over + 1
        while end < min(len(lines), over + _MOST) and lines[end].block.kind == "item":
            end += 1
        entries = lines[over + 1 : end]
        wordy = sum(len(line.plain) for line in entries) >= _WORDY * len(entries)
        if not (len(entries) >= _FEW and wordy and "" in cuts[max(0, over - _REACH) : over]):
            continue
        if end < len(lines) and not cuts[end] and not any(line.linked for line in entries):
            out += [at for at in range(over, end) if cuts[at] == "prose"]
    return out


def _opens_list(line: Line) -> bool:
    """Whether a line is a sentence that ends with a colon."""
    sentence = line.block.kind == "paragraph" and line.plain.count(" ") >= _SPACES
    return sentence and line.plain.endswith(_ANNOUNCES) and not line.linked


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


def enumerations(lines: Sequence[Line], kept: Sequence[bool], named: Sequence[str]) -> list[int]:
    """The numbers of lines of lists whose entries end in ";" and whose last in ".", near text kept.

    With them goes what introduces them, questions and sentences right over the first. ``named`` are the rules
    that cut lines by their words, "" for none: of an entry between others they know less than its end does.
    """
    parted = [at for at, line in enumerate(lines) if line.plain.endswith(";") and _is_entry(line)]
    out: list[int] = []
    for first, end in runs(parted, _PARTED):
        if end == len(lines) or not lines[end].plain.endswith(".") or not _is_entry(lines[end]):
            continue
        over = first
        while over and not (named[over - 1] or kept[over - 1]) and _introduces(lines[over - 1]):
            over -= 1
        around = [*range(max(0, over - _NEAR), over), *range(end + 1, min(end + _NEAR, len(lines)))]
        if any(kept[at] and not named[at] for at in around):
            out += range(over, end + 1)
    return out


def _introduces(line: Line) -> bool:
    """Whether a line may stand right over a list: a sentence, a question, what ends with a colon."""
    return line.plain.endswith(("?", ":")) or is_sentence(line)


def _is_entry(line: Line) -> bool:
    """Whether a line may be an entry of a list in a text, and not of a program."""
    return line.block.kind in ("paragraph", "item") and not line.links and not _PROGRAM.search(line.plain)


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


def flattened(
    lines: Sequence[Line], scores: Sequence[float], cuts: Sequence[str], tickers: Collection[int]
) -> list[int]:
    """The numbers, of those of ``tickers``, of lines that hold a whole list of the text.

    The entries are sentences or parts of one; a line kept stands right over it, and text follows where the
    scorer does not take it for text itself. ``cuts`` says why each line is cut so far, "" for those that are
    kept; ``tickers`` are those cut for the wide gaps between their texts alone.
    """
    return [
        at
        for at in sorted(tickers)
        if at
        and not cuts[at - 1]
        and (scores[at] >= _DOUBTED or "" in cuts[at + 1 : at + 1 + _NEAR])
        and is_list(lines[at])
    ]


def counting(lines: Sequence[Line], cuts: Sequence[str]) -> list[int]:
    """The numbers of doubted lines that go on counting where rows kept right before them counted up.

    ``cuts`` says why each line is cut so far, "" for those that are kept.
    """
    out: list[int] = []
    count = last = 0
    for at, line in enumerate(lines):
        found = _NUMBER.match(line.block.text) if not line.links else None
        number = int(found[1]) if found else 0
        count = count + 1 if number and number == last + 1 else 1
        if cuts[at] == "prose" and count > _COUNTED:
            out.append(at)
        last = number if not cuts[at] or at in out[-1:] else 0
    return out
