"""Names on neighbouring lines as one list of authors."""

from msgspec.structs import replace

from sitegen.metadata.author.scene import MOST, NEXT, Authors
from sitegen.metadata.ladder import Scored

_APART = {"author-link": NEXT, "name-line": NEXT // 3, "signature": 1, "byline": 1}
_ALIKE = 0.5  # weights of bylines that go on with each other: who translated a text weighs less
_FULLER = 0.01  # what a line of more names adds


def in_full(found: list[Scored[Authors]]) -> list[Scored[Authors]]:
    """The list with all of the likeliest one's people and more before it: a label may head only the first."""
    best = max(found, key=lambda one: one.score, default=None)
    if best is None:
        return found
    few = set(best.candidate.value)
    return [
        replace(one, score=best.score + _FULLER)
        if few < set(one.candidate.value) and one.candidate.detector == "name-line"
        else one
        for one in found
    ]


def merged(found: list[Scored[Authors]], title_line: int) -> list[Scored[Authors]]:
    """Names on neighbouring lines, read in the same manner, as one list of authors, none over the title."""
    out: list[Scored[Authors]] = []
    for one in found:
        last = out[-1] if out else None
        if last and _continues(last, one, title_line):
            names = tuple(dict.fromkeys((*last.candidate.value, *one.candidate.value)))[:MOST]
            out[-1] = replace(
                last, candidate=replace(last.candidate, value=names), score=max(last.score, one.score)
            )
        else:
            out.append(one)
    return out


def _continues(last: Scored[Authors], one: Scored[Authors], title_line: int) -> bool:
    """Whether a reading goes on with the list of another: the same manner, a few lines further."""
    before, after = last.candidate, one.candidate
    if before.detector != after.detector or before.detector not in _APART:
        return False
    if before.detector == "byline" and abs(last.score - one.score) > _ALIKE:
        return False
    if before.where.span is None or after.where.span is None:
        return False
    if before.where.span.line < title_line < after.where.span.line:
        return False
    apart = after.where.span.line - before.where.span.line
    return 0 < apart <= _APART[before.detector]
