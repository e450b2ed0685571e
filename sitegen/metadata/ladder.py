"""The ladder of evidence: candidates in order, the winner first."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from msgspec import Struct

from sitegen.model import RANKS, Candidate, Document, Field, Rank, Span, Where

T = TypeVar("T")

_PLACE = {rank: place for place, rank in enumerate(RANKS)}
_MOST = 12  # candidates kept per field: an explanation, not a transcript
_QUOTE = 160


class Scored(Struct, Generic[T], frozen=True):
    """A candidate, and how much speaks for it beside others of its rank."""

    candidate: Candidate[T]
    score: float = 0.0


def scored(
    value: T, rank: Rank, detector: str, document: Document, span: Span | None, quote: str, score: float = 0.0
) -> Scored[T]:
    """A candidate with its place and a short quote of the words that speak for it."""
    quote = quote if len(quote) <= _QUOTE else quote[: _QUOTE - 1] + "…"
    return Scored(Candidate(value, rank, detector, Where(document.path, span), quote), score)


def elect(candidates: Iterable[Scored[T]], empty: T) -> Field[T]:
    """The field: best rank first, then the higher score, then the earlier line; ``empty`` for none."""
    ordered = sorted(candidates, key=_standing)
    seen: list[T] = []
    kept: list[Candidate[T]] = []
    for one in ordered:
        if one.candidate.value in seen and len(kept) >= 1 and seen.count(one.candidate.value) > 1:
            continue
        seen.append(one.candidate.value)
        kept.append(one.candidate)
        if len(kept) == _MOST:
            break
    return Field(kept[0].value, tuple(kept)) if kept else Field(empty)


def _standing(one: Scored[T]) -> tuple[int, float, int]:
    where = one.candidate.where
    return _PLACE[one.candidate.rank], -one.score, where.span.line if where.span else 0
