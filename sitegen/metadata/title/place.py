"""What a line's place tells: what it shares with the text, what stands over and under it."""

# ruff: noqa: PLR2004 - the numbers are thresholds of features, each named in weights.PLACED

import math
from typing import NamedTuple

from sitegen.config.lexicon import Words
from sitegen.metadata.title.tokens import STEM
from sitegen.metadata.title.window import NEXT, Window
from sitegen.text.bylines import paper_of

LONG_AGO = -99  # a place far from any line
# Verdicts on where a line stands, not on what it says: titles have these, no boilerplate rule's.
_BY_PLACE = frozenset(("prose", "title-line", "after-end", "repeated-title"))
_NAME_WORDS = 5  # of a paper's name
MOSTLY = 0.5  # of a line's words


class Before(NamedTuple):
    """What the lines before one have shown, by their places in the page."""

    related: int = LONG_AGO  # the last heading of other articles
    title: int = LONG_AGO  # the line just before among those that may be a title, where it looks like one
    strong: bool = False  # whether one says most of what the text does
    heading: bool = False  # whether one is a heading of the first level


def told_by_place(window: Window, at: int, before: Before) -> dict[str, float]:
    """What a line's place in its page tells, by the names of ``PLACED``."""
    line, folded, said = window.lines[at], window.folded[at], window.said[at]
    page, dated, crowd = window.page, window.dated, window.crowd
    level = window.levels[at]
    words = len(said.content)
    shared = sum(1 for token in said.content if token in window.body or token[:STEM] in window.body)
    share = shared / max(2, words)
    distance = page.start - line.at
    previous = len(window.lines[at - 1].text) if at else 0
    following = len(window.lines[at + 1].text) if at + 1 < len(window.lines) else 0
    return {
        "shared": share,
        "shared-most": share * min(1.0, words / 4),
        "lead-shared": len(said.tokens & window.lead) / max(3, words),
        "unshared": min(5, words - shared) / 5,
        "repeats": min(2, window.times[folded] - 1),
        "above": math.log1p(max(0, distance)),
        "below": math.log1p(max(0, -distance)),
        "related": line.at - before.related <= 8,
        "date-follows": _nearness(window.days_below[at], flat=window.says_its_day) / crowd,
        "byline-follows": _nearness(window.names_below[at]),
        "date-before": any(dated[max(0, at - 2) : at]) / crowd,
        "first-alike": not before.strong and share > MOSTLY and words >= 3,
        "long-follows": following > 90,
        "byline": window.signed[at],
        "deepest": level == 0 and before.heading,
        "first-h1": level == 1 and not before.heading,
        "lead-distance": 0 <= distance <= 3,
        "after-strong": line.at - before.title <= 2,
        "long-before": previous > 110,
        "ticker": crowd >= 2 and 0 < window.days_below[at] <= 2,
        "whole-date": page.is_dated(line),
        "noise": not line.kept and bool(line.rule) and line.rule not in _BY_PLACE,
        "press": _is_paper(line.text, said.tokens, window.words) or _is_credited(folded, window.credited),
        "quoted": folded in window.quoted,
    }


def _nearness(lines: int, *, flat: bool = False) -> float:
    """How near something follows, from 1 to 0, 0 where it does not; all the same where ``flat``."""
    return 0.0 if not lines else 1.0 if flat else 1 - lines / NEXT


def _is_paper(text: str, tokens: frozenset[str], words: Words) -> bool:
    """Whether a line is a paper's name and nothing else."""
    return not words.press.isdisjoint(tokens) and len(paper_of(text, words)) > len(text) - 2


def _is_credited(folded: str, credits_: list[str]) -> bool:
    """Whether a few words end a picture's credit, as a paper's name does: "Photo : A. Petit, Le Courrier"."""
    few = folded.count(" ") < _NAME_WORDS
    return few and any(one.endswith(folded) and len(one) > len(folded) for one in credits_)
