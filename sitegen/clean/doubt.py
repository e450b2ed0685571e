"""Which lines are text: the scorer's view, corrected by where a line stands."""

from collections.abc import Iterable, Sequence

from sitegen.clean.facts import box_lines, fact_lines
from sitegen.clean.features import Signs
from sitegen.clean.interviews import answered_lines, pulled_lines
from sitegen.clean.lines import Line
from sitegen.clean.lists import (
    counting,
    doubtful_entries,
    enumerations,
    flattened,
    introduced,
    list_lines,
)
from sitegen.clean.mails import letter_lines
from sitegen.clean.results import result_lines
from sitegen.clean.resumed import (
    LABEL_LEAST,
    LEAST,
    SAID,
    adjoining_lines,
    barred_lines,
    is_plain_prose,
    is_sentence,
    lead_lines,
    resumed_lines,
    teaser_lines,
)
from sitegen.clean.rules import Reading
from sitegen.clean.timeline import timeline_lines
from sitegen.text.names import is_person

_TOP = 0.9  # the best score of an ordinary page
_DOUBT = 0.2  # a score below which nothing speaks for a line
_WHOLE = 0.575  # of the limit, for a paragraph: more is lost with it than with a label
_SHAKY = 0.15  # for a short sentence right under text
_LAST = 0.3  # for one that has a word in it that pages have
_NEARLY = 0.5  # for the text under a subhead
_SURE = 0.85  # one from which a line is text without doubt
_SEVERAL = 3  # lines of text under a subhead that boxes part from the text above
_NEAR = 6  # lines over it in which text stands
_FAR = 14  # lines in which that is
_VERSES = 4
_MUCH = 0.5  # of the lines of a stanza, of the letters of a block quote
_LABEL = 60  # characters of a subhead in capitals
_LETTERS = 5  # it has at least
_SPACES = 7  # in one at most
_ACCOUNT = "(@"  # in the signature of a post
_QUOTES = ("«", "“", '"')

Verdict = tuple[str, float | None]  # a rule ("" to keep), and the scorer's probability


def judged(
    readings: Sequence[Reading], named: Sequence[str], scores: Sequence[float], threshold: float
) -> list[Verdict]:
    """The rules' verdicts, ``named``, and the scorer's where they have none, or surroundings tell more."""
    lines = [reading.line for reading in readings]
    signs = [reading.signs for reading in readings]
    kept = _sure(lines, signs, scores, threshold)
    talk = [bool(rule or seen.hints) for rule, seen in zip(named, signs, strict=True)]
    if not any(sure and line.prose for sure, line in zip(kept, lines, strict=True)):
        _complete_verses(kept, lines, talk)
    ends = [seen.rule == "end" for seen in signs]
    text = [sure and not rule for sure, rule in zip(kept, named, strict=True)]
    for at in resumed_lines(lines, signs, scores, text, ends):
        kept[at] = True
    text = [sure and not rule for sure, rule in zip(kept, named, strict=True)]
    for at in adjoining_lines(lines, signs, scores, text):
        kept[at] = text[at] = True
    for at in lead_lines(lines, signs, scores, text, named):
        kept[at] = True
    _complete_quotes(kept, lines, scores)
    entries = frozenset(enumerations(lines, kept, named))
    named = ["" if at in entries else rule for at, rule in enumerate(named)]
    listed = entries.union(result_lines(lines, kept, talk), fact_lines(lines, kept, named))
    _complete_lists(kept, listed, lines, scores, talk)
    for at in box_lines(lines, signs, kept, named):
        kept[at] = True
    cuts = [
        rule or ("" if kept[at] or _belongs(at, lines, scores, kept, signs) else "prose")
        for at, rule in enumerate(named)
    ]
    _keep(cuts, timeline_lines(lines, signs, cuts, named))
    _keep(cuts, list_lines(lines, [not rule for rule in cuts], named))
    _keep(cuts, introduced(lines, cuts))
    _keep(cuts, doubtful_entries(lines, scores, cuts))
    _keep(cuts, counting(lines, cuts))
    _keep(cuts, flattened(lines, scores, cuts, tickers(readings)))
    _keep(cuts, barred_lines(lines, signs, scores, cuts))
    _keep(cuts, answered_lines(lines, signs, scores, [not rule for rule in cuts], ends))
    _keep(cuts, pulled_lines(lines, signs, scores, cuts))
    _keep(cuts, letter_lines(lines, cuts))
    _keep(cuts, _subheads(lines, signs, scores, cuts))
    for at in teaser_lines(lines, signs, scores, cuts):
        cuts[at] = "prose"
    return [(rule, round(score, 3)) for rule, score in zip(cuts, scores, strict=True)]


def tickers(readings: Sequence[Reading]) -> frozenset[int]:
    """The numbers of lines that only the wide gaps between their texts have cut."""
    return frozenset(
        at
        for at, reading in enumerate(readings)
        if reading.found and all(rule.match == "ticker" for rule in reading.found)
    )


def _sure(
    lines: Sequence[Line], signs: Sequence[Signs], scores: Sequence[float], threshold: float
) -> list[bool]:
    """Which lines the scorer takes for text; where it is unsure of all, it takes more."""
    limit = threshold * min(1.0, max(scores, default=1.0) / _TOP) ** 2
    return [
        score >= limit or (score >= _WHOLE * limit and is_plain_prose(line, seen))
        for score, line, seen in zip(scores, lines, signs, strict=True)
    ]


def _keep(cuts: list[str], numbers: Iterable[int]) -> None:
    for at in numbers:
        cuts[at] = ""


def _complete_lists(
    kept: list[bool],
    entries: frozenset[int],
    lines: Sequence[Line],
    scores: Sequence[float],
    talk: Sequence[bool],
) -> None:
    """Keep the entries of lists, and a sentence right under each list."""
    for at in sorted(entries):
        kept[at] = True
        if at + 1 < len(lines) and at + 1 not in entries and not talk[at + 1]:
            kept[at + 1] = kept[at + 1] or (scores[at + 1] >= LEAST and is_sentence(lines[at + 1]))


def _subheads(
    lines: Sequence[Line], signs: Sequence[Signs], scores: Sequence[float], cuts: Sequence[str]
) -> list[int]:
    """The numbers of Markdown's headings that stand in a text that is kept, right over some of it."""
    first = next((at for at, rule in enumerate(cuts) if not rule and lines[at].prose), len(lines))
    return [
        at
        for at in range(first, len(lines) - 1)
        if cuts[at] == "prose"
        and lines[at].block.kind == "heading"
        and not (cuts[at + 1] or lines[at].linked or signs[at].hints > 1)
        and scores[at] >= LEAST
    ]


def _complete_verses(kept: list[bool], lines: Sequence[Line], talk: Sequence[bool]) -> None:
    """Keep all verses of a poem most of which are kept: a verse alone looks like noise."""
    first = 0
    while first < len(lines):
        last = first
        while last < len(lines) and not talk[last] and lines[last].block.kind == "paragraph":
            last += 1
        if sum(kept[first:last]) >= max(_VERSES, _MUCH * (last - first)):
            kept[first:last] = [True] * (last - first)
        first = last + 1


def _complete_quotes(kept: list[bool], lines: Sequence[Line], scores: Sequence[float]) -> None:
    """Keep whole a block quote most of which is kept, or that stands between text: its last line says whose.

    Posts of social networks may be quoted so too; they are not the article's.
    """
    first = 0
    while first < len(lines):
        end = first
        while end < len(lines) and lines[end].block.kind == "quote":
            end += 1
        if end > first and not any(_ACCOUNT in line.plain for line in lines[first:end]):
            between = first > 0 and end < len(lines) and kept[first - 1] and kept[end]
            said = sum(len(line.plain) for line in lines[first:end])
            sure = sum(len(lines[at].plain) for at in range(first, end) if kept[at])
            if sure > _MUCH * said or (between and max(scores[first:end]) >= _DOUBT):
                kept[first:end] = [True] * (end - first)
        first = max(end, first + 1)


def _belongs(
    at: int, lines: Sequence[Line], scores: Sequence[float], kept: Sequence[bool], signs: Sequence[Signs]
) -> bool:
    """Whether a doubtful line goes with sure prose: a subhead, a question, an answer, its last words."""
    line, question = lines[at], lines[at].plain[-1:] == "?"
    capitals = _is_in_capitals(line.plain)
    hopeless = scores[at] < LEAST and not (question or capitals)
    if hopeless or signs[at].notices or signs[at].rule:
        return False
    if signs[at].hints:
        return signs[at].hints == 1 and _ends_text(at, lines, scores)
    before = next((n for n in range(at - 1, -1, -1) if not signs[n].rule), None)
    follow = next((n for n in range(at + 1, len(lines)) if not signs[n].rule), None)
    between = before is not None and follow is not None and kept[before] and kept[follow]
    if question and between and follow is not None and lines[follow].plain[-1:] in SAID:
        return True
    if capitals and any(kept[at + 1 : at + 3]) and any(kept[max(at - _FAR, 0) : at]) and not line.linked:
        return True
    if scores[at] < LEAST:
        return False
    if between and not line.linked and scores[at] >= _DOUBT:
        return True
    if _is_said(at, lines, scores, kept, signs):
        return True
    headed = follow is not None and (
        (scores[follow] >= _NEARLY and lines[follow].prose)
        or (kept[follow] and lines[follow].plain.startswith(_QUOTES) and is_person(line.plain.split(",")[0]))
    )
    return headed and _heads(at, lines, scores, kept, signs, between=between)


def _ends_text(at: int, lines: Sequence[Line], scores: Sequence[float]) -> bool:
    """Whether a line is a sentence right under sure text which it may end, though one word is a page's."""
    under = at > 0 and scores[at - 1] >= _SURE and lines[at - 1].prose
    return under and scores[at] >= _LAST and is_sentence(lines[at])


def _is_in_capitals(plain: str) -> bool:
    """Whether a line is a few words in capitals, as subheads may be."""
    few = _LETTERS <= len(plain) <= _LABEL and plain.count(" ") < _SPACES
    return few and plain.isupper() and not any(map(str.isdigit, plain))


def _is_said(
    at: int, lines: Sequence[Line], scores: Sequence[float], kept: Sequence[bool], signs: Sequence[Signs]
) -> bool:
    """Whether a line is a question or its answer near text, or says more right under text."""
    answered = any(
        _is_answered(one, lines, scores, signs) and any(kept[max(one - 3, 0) : one])
        for one in ((at, at - 1) if at else (at,))
    )
    under = at > 0 and scores[at - 1] >= _SURE and lines[at - 1].prose
    last = at > 0 and kept[at - 1] and scores[at] >= _SHAKY
    if answered or ((under or last) and is_sentence(lines[at])):
        return True
    return under and lines[at].prose and scores[at] >= _DOUBT


def _heads(
    at: int,
    lines: Sequence[Line],
    scores: Sequence[float],
    kept: Sequence[bool],
    signs: Sequence[Signs],
    *,
    between: bool,
) -> bool:
    """Whether a line over a paragraph is its subhead; ``between`` tells that text stands above it too."""
    if scores[at] >= LABEL_LEAST and not lines[at].linked:
        several = all(kept[at + 1 : at + 1 + _SEVERAL]) and any(kept[max(at - _FAR, 0) : at])
        if between or several:
            return True
    timed = at > 0 and bool(signs[at - 1].rule) and lines[at - 1].plain[:1].isdigit()
    return scores[at] >= _DOUBT and (timed or any(kept[max(at - _NEAR, 0) : at]))


def _is_answered(at: int, lines: Sequence[Line], scores: Sequence[float], signs: Sequence[Signs]) -> bool:
    """Whether a line is a question, and a sentence follows."""
    if at + 1 >= len(lines) or lines[at].plain[-1:] != "?" or lines[at + 1].plain[-1:] not in SAID:
        return False
    return min(scores[at], scores[at + 1]) >= LABEL_LEAST and not any(
        seen.hints or seen.notices or seen.rule for seen in signs[at : at + 2]
    )
