"""What the pages of a document leave between parts of its text: heads, which come again, and numbers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from sitegen.clean.lines import Line
from sitegen.clean.resumed import is_sentence
from sitegen.text.lazily import lazily

RUNNING = "running-head"
_PAGES = 3  # on which a head stands
_LONGEST = 120  # characters of one
_VERSE = 60  # characters of one
_NUMBERED = 20  # characters of a line that is a page's number
_NUMBER = lazily(r"[-–—| ]{0,3}(\d{1,4})(?: ?/ ?\d{1,4})?[-–—| ]{0,3}$")
_HEADED = lazily(r"(.{3,}?)[ \u00a0]{1,4}([-–—|]?) ?(\d{1,3})$")  # "LES CAHIERS DE L'ARCHE 12"
_HEADS = 2  # of those, at least
_NAME = 20  # characters of one without its number
_NAME_SPACES = 2
_KNOWN = "page-number"  # the rule for "Page 3 sur 9"
_DIGITS = lazily(r"\d{1,4}")
_STEP = range(1, 4)  # from one page's number to the next: a page may have none


def running_lines(lines: Sequence[Line], named: Sequence[str]) -> list[int]:
    """The numbers of lines that come again beside pages' numbers in rising order, and of those.

    ``named`` are the rules that cut lines by their words. There is text on each page: a song has numbers too.
    """
    numbers: dict[int, int] = {}
    for at, line in enumerate(lines):
        found = _NUMBER.match(line.plain) if len(line.plain) <= _NUMBERED else None
        if found:
            numbers[at] = int(found[1])
        elif named[at] == _KNOWN:
            numbers[at] = int(next(_DIGITS.finditer(line.plain))[0])
    headed = _headed(lines, numbers)
    if len(numbers) < _PAGES - 1 or sum(map(_is_text, lines)) < len(numbers):
        return headed
    beside: dict[str, list[int]] = {}
    for at in sorted({near for number in numbers for near in (number - 1, number + 1)}):
        if 0 <= at < len(lines) and at not in numbers and _is_head(lines[at]):
            beside.setdefault(lines[at].plain, []).append(at)
    count = Counter(line.plain for line in lines if line.plain in beside)
    out: set[int] = set()
    running: set[str] = set()
    for plain, places in beside.items():
        own = sorted({near for at in places for near in (at - 1, at + 1) if near in numbers})
        rising = all(numbers[b] - numbers[a] in _STEP for a, b in pairwise(own))
        parts = " " not in plain and own and numbers[own[0]] == 1  # "Jour" and "1": the text's own
        if count[plain] >= _PAGES and len(own) >= _PAGES - 1 and rising and not parts:
            out.update(own)
            running.add(plain)
    return sorted(out.union(headed, (at for at, line in enumerate(lines) if line.plain in running)))


def _headed(lines: Sequence[Line], numbers: Mapping[int, int]) -> list[int]:
    """Heads with the page's number in their line, the file's first line among them, and numbers that go on.

    Parts of a text are numbered too: they begin with 1, have few words ("Article 12"), or are written as
    titles are ("La vie au village en 1914", "Loi sur les ponts, article 12"). A head is in capitals, or a
    sign parts it from its number.
    """
    first = next((line.plain for line in lines if line.plain), "")
    head = _HEADED.match(first) if len(first) <= _LONGEST else None
    if head is None or len(head[1]) < _NAME or head[1].count(" ") < _NAME_SPACES or int(head[3]) <= 1:
        return []
    word = head[1].rpartition(", ")[2]
    if not (head[2] or head[1].isupper()) or (word != head[1] and " " not in word):
        return []
    own = [
        (at, int(found[3]))
        for at, line in enumerate(lines)
        if len(line.plain) <= _LONGEST
        and line.plain.startswith(head[1])
        and (found := _HEADED.match(line.plain))
        and found[1] == head[1]
    ]
    if len(own) < _HEADS or any(after - before not in _STEP for (_, before), (_, after) in pairwise(own)):
        return []
    last, number = own[-1]
    return [at for at, _ in own] + [at for at, one in numbers.items() if at > last and one - number in _STEP]


def _is_text(line: Line) -> bool:
    """Whether a line is prose, or a sentence longer than a verse."""
    return line.prose or (len(line.plain) >= _VERSE and is_sentence(line))


def _is_head(line: Line) -> bool:
    """Whether a line is short, and neither a sentence nor what introduces something."""
    return 0 < len(line.plain) <= _LONGEST and line.plain[-1] not in ".:;,!?…" and line.block.kind != "item"
