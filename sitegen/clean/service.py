"""What a page tells its visitor of accounts, downloads and letters, before or after the article.

Such lines are sentences, so that neither their length nor their end tells them from the text. They speak to
the reader, of the page's own services, and there are several of them, while the article speaks of others.
"""

from collections.abc import Sequence

from sitegen.clean.features import Words
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


def service_lines(
    lines: Sequence[Line], cut: Sequence[bool], services: Sequence[int], words: Words
) -> list[int]:
    """The numbers of lines, not cut yet, in which the page speaks of its services around the text."""
    if sum(map(bool, services)) < _SEVERAL:
        return []
    text = [at for at, line in enumerate(lines) if not cut[at] and line.prose]
    if not text:
        return []
    core = [at for at in text if not is_service(lines[at], services[at], words, 1)]
    size = sum(len(lines[at].plain) for at in core)
    if not core or size < _TEXT:
        return []
    found: list[int] = []
    for region, least in (
        (range(min(core[0], _REGION)), 1),
        (range(max(core[-1] + 1, len(lines) - _REGION), len(lines)), 2),
    ):
        strong = [at for at in region if is_service(lines[at], services[at], words, least)]
        open_ones = [at for at in strong if not cut[at]]
        if len(strong) >= _SEVERAL and open_ones:
            found += open_ones
            gone = {*strong, *(at for at in region if cut[at])}
            found += [
                at
                for at in region
                if at not in gone
                and {at - 1, at + 1} <= gone
                and is_near_service(lines[at], services[at], words)
            ]
    if found:
        spoken = sum(len(lines[at].plain) for at in core if is_addressed(lines[at], words))
        if spoken >= _ADDRESSED * size:
            return []
    return sorted(found)


def is_service(line: Line, services: int, words: Words, least: int) -> bool:
    """Whether a line surely is service: ``least`` words of it or more, said to the reader in a sentence."""
    return (
        services >= least and _may_be_service(line) and line.plain[-1] in _ENDS and is_addressed(line, words)
    )


def is_near_service(line: Line, services: int, words: Words) -> bool:
    """Whether a line between two that are service is some too, by its words or its address."""
    return _may_be_service(line) and (services > 0 or is_addressed(line, words))


def _may_be_service(line: Line) -> bool:
    """Whether a line has the shape: a short paragraph, and nobody's words."""
    plain = line.plain
    return (
        0 < len(plain) <= _LONGEST
        and line.block.kind == "paragraph"
        and not any(map(plain.__contains__, _SPEECH))
    )


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
