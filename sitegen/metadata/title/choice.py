"""Which of the page's lines states its title."""

from sitegen.config.lexicon import Words
from sitegen.metadata.ladder import Scored
from sitegen.metadata.page import Line, Page
from sitegen.metadata.title.by_place import (
    at_top,
    between,
    by_place_alone,
    likeliest_above,
    over_standfirst,
    under_day,
)
from sitegen.metadata.title.evidence import weigh
from sitegen.metadata.title.refused import is_refused
from sitegen.metadata.title.wording import candidate

_LEAST = -2.0  # score from which a line is a title
_RIVAL = -2.5  # and from which it is worth showing beside one
_RIVALS = 5  # lines shown
_FIRST = 0.01  # more than the highest score, for a line that goes before it
_CORE = 0.5  # share of a line that the title in it is, at least
_CORE_BEHIND = 3.0  # how much less than the whole line's its score may be
_STEPS = (">", "»", "/", "›", "::", "→")


def stated(page: Page, words: Words) -> list[Scored[str]]:
    """The page's lines that may be its title, with what speaks for each; none where no line stands out."""
    everything = [one for one in weigh(page, words) if not is_refused(one, page, words)]
    weighed = [(one.line, one.score) for one in everything if one.score > _RIVAL]
    if not weighed or max(score for _, score in weighed) <= _LEAST:
        only = by_place_alone(everything, page, words) or likeliest_above(everything, page)
        only = (under_day(only.line, everything, page) or only) if only else None
        return [candidate(only.line, page, words, only.score)] if only else []
    best, top = max(weighed, key=lambda one: one[1])
    over = (
        over_standfirst(best, everything)
        or under_day(best, everything, page)
        or at_top(best, everything, page, words)
        or between(best, everything)
    )
    if over:
        best = over.line
        weighed = [(best, top + _FIRST), *((line, score) for line, score in weighed if line is not best)]
    core = _core(best, [(line, score) for line, score in weighed if score > top - _CORE_BEHIND], page)
    if core:
        weighed = [(line, top + _FIRST if line is core else score) for line, score in weighed]
    return [
        candidate(line, page, words, score)
        for line, score in sorted(weighed, key=lambda one: -one[1])[:_RIVALS]
    ]


def _core(best: Line, weighed: list[tuple[Line, float]], page: Page) -> Line | None:
    """The line that says only the title, where the best one holds more: "Accueil Politique Le titre"."""
    whole = page.folded(best)
    inner = [
        (line, score)
        for line, score in weighed
        if _is_core(page.folded(line), whole) or _ends_breadcrumb(page.folded(line), whole)
    ]
    return max(inner, key=lambda one: (len(one[0].text), one[1]))[0] if inner else None


def _is_core(text: str, whole: str) -> bool:
    """Whether a line is the greater part of another that says more around it."""
    return len(text) < len(whole) and len(text) >= _CORE * len(whole) and text in whole


def _ends_breadcrumb(text: str, whole: str) -> bool:
    """Whether a line is a breadcrumb's last step: "Accueil > Monde > Le titre"."""
    before = whole.removesuffix(text) if len(text) < len(whole) else ""
    return bool(before) and before != whole and before.rstrip().endswith(_STEPS)
