"""What a page tells its visitor of accounts, downloads and letters, before or after the article.

Such lines are sentences, so that neither their length nor their end tells them from the text. They speak to
the reader, of the page's own services, and there are several of them, while the article speaks of others.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum

from sitegen.clean.features import Words
from sitegen.clean.gate import is_prose
from sitegen.clean.lines import Line

_REGION = 40  # lines looked at from either end
_LONGEST = 300  # characters of such a line
_ENDS = ".!?…"
_SPEECH = '«“„"”»'
_SEVERAL = 2
_TEXT = 150  # characters of prose beside which they stand
_ADDRESSED = 0.25  # of the prose: from here the article itself speaks to its reader
_SHORTEST = 5  # letters of an imperative known by its ending only
_BARE = "'’.,;:!?…()-"


class Talk(IntEnum):
    """How much a line is the page's service: none, of its words or to the reader only, or surely."""

    NONE = 0
    WEAK = 1
    STRONG = 2


def service_lines(
    lines: Sequence[Line], cut: Sequence[bool], services: Callable[[Line], int], words: Words
) -> list[int]:
    """The numbers of lines, not cut yet, in which the page speaks of its services around the text."""
    text = [at for at, line in enumerate(lines) if not cut[at] and is_prose(line)]
    if not text:
        return []
    talks: dict[int, Talk] = {}

    def talk(at: int, least: int) -> Talk:
        if at not in talks:
            talks[at] = talk_of(lines[at], services(lines[at]), words, least)
        return talks[at]

    core = [at for at in text if talk(at, 1) != Talk.STRONG]
    size = sum(len(lines[at].plain) for at in core)
    if not core or size < _TEXT:
        return []
    found: list[int] = []
    for region, least in (
        (range(min(core[0], _REGION)), 1),
        (range(max(core[-1] + 1, len(lines) - _REGION), len(lines)), 2),
    ):
        if len(region) < _SEVERAL:
            continue
        talks.clear()
        strong = [at for at in region if talk(at, least) == Talk.STRONG]
        open_ones = [at for at in strong if not cut[at]]
        if len(strong) >= _SEVERAL and open_ones:
            found += open_ones
            gone = {*strong, *(at for at in region if cut[at])}
            found += [
                at
                for at in region
                if at not in gone and talk(at, least) and {at - 1, at + 1} <= gone and lines[at].plain
            ]
    if found:
        spoken = sum(len(lines[at].plain) for at in core if is_addressed(lines[at], words))
        if spoken >= _ADDRESSED * size:
            return []
    return sorted(found)


def talk_of(line: Line, services: int, words: Words, least: int) -> Talk:
    """How much a line is service; ``least`` is how many of its words make it sure."""
    plain = line.plain
    if not plain or len(plain) > _LONGEST or line.block.kind != "paragraph":
        return Talk.NONE
    if any(sign in plain for sign in _SPEECH):  # somebody's words
        return Talk.NONE
    addressed = is_addressed(line, words)
    if services >= least and addressed and plain[-1] in _ENDS:
        return Talk.STRONG
    return Talk.WEAK if services or addressed else Talk.NONE


def is_addressed(line: Line, words: Words) -> bool:
    """Whether a line speaks to the reader: a second person, or an imperative."""
    for at, token in enumerate(line.low.split()):
        bare = token.strip(_BARE).removesuffix("-vous")
        if bare in words.second_person or token.endswith("-vous"):
            return True
        if len(bare) >= _SHORTEST and bare.endswith(words.imperative_endings) and bare not in words.stopwords:
            return True
        if not at and bare in words.imperatives:
            return True
    return False
