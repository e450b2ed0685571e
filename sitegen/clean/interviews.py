"""What people say, set off from the text: it looks like other articles' titles.

After a box set into an interview, a short question and its answer do; a quotation with who said it does too.
"""

from collections.abc import Sequence

from sitegen.clean.features import Signs
from sitegen.clean.lines import Line
from sitegen.clean.resumed import LEAST, SAID
from sitegen.text.lazily import lazily
from sitegen.text.names import is_person

_QUESTIONS = 3  # answered ones make a text an interview
_LONGEST = 300  # characters of a question
_LEAST = 0.05  # a score below which not even a question over it makes a line an answer
_QUOTED = lazily(r"[«“\"][^«»“”\"]{25,400}[»”\"]\.?")
_QUOTES = lazily(r"^[«“\"]\s*|\s*[.!?…]*\s*[»”\"][.]?$")
_PULLED = 6  # lines over a quotation set into a text in which it stands, and under it
_SPEAKER = 90  # characters of who says it
_STOPS = (".", "!", "?", ":", "…", "")
_REACH = 12  # lines below the text in which it goes on


def answered_lines(
    lines: Sequence[Line],
    signs: Sequence[Signs],
    scores: Sequence[float],
    kept: Sequence[bool],
    ends: Sequence[bool],
) -> list[int]:
    """The numbers of lines, doubted so far, that are questions of an interview and what is answered to them.

    ``kept`` says which lines are text, ``ends`` which are end markers: beyond those and headings of other
    articles nothing belongs to it.
    """
    asked = [
        at
        for at in range(len(lines) - 1)
        if kept[at] and kept[at + 1] and _asks(lines[at]) and not _asks(lines[at + 1])
    ]
    if len(asked) < _QUESTIONS:
        return []
    last = max(at for at, is_text in enumerate(kept) if is_text)
    stop = next((at for at in range(last, len(lines)) if ends[at] or signs[at].heads_list), len(lines))
    out: list[int] = []
    for at in range(asked[0], min(stop, last + _REACH, len(lines)) - 1):
        pair = (at, at + 1)
        doubted = not (kept[at] and kept[at + 1]) and _asks(lines[at]) and lines[at + 1].plain[-1:] in SAID
        if doubted and all(kept[n] or _may_be_said(lines[n], signs[n], scores[n]) for n in pair):
            out += pair
    return out


def pulled_lines(
    lines: Sequence[Line], signs: Sequence[Signs], scores: Sequence[float], cuts: Sequence[str]
) -> list[int]:
    """The numbers of doubted quotations set into a text with who said it under each, and of those lines.

    A list of other articles has quotations and names too; it stands under its heading or under the text. What
    the paragraphs around say as well is left out.
    ``cuts`` says why each line is cut so far, "" for those kept.
    """
    out: list[int] = []
    for at in range(1, len(lines) - 1):
        pair = (at, at + 1)
        if cuts[at] not in ("", "prose") or cuts[at + 1] != "prose" or not _QUOTED.fullmatch(lines[at].plain):
            continue
        around = (range(max(0, at - _PULLED), at), range(at + 2, min(len(lines), at + 2 + _PULLED)))
        if all(any(not cuts[n] and lines[n].prose for n in near) for near in around) and (
            _is_speaker(lines[at + 1].plain)
            and scores[at] >= LEAST
            and not any(lines[n].linked or signs[n].notices or signs[n].rule for n in pair)
            and not any(signs[n].heads_list or signs[n].rule == "end" for n in around[0])
            and not any(_QUOTES.sub("", lines[at].folded) in lines[n].folded for near in around for n in near)
        ):
            out += pair
    return out


def _is_speaker(text: str) -> bool:
    """Whether a line is a person's name and what they are: "Anne Petit, sage-femme"."""
    name, comma, rest = text.lstrip("—–- ").partition(", ")
    return bool(comma) and len(text) <= _SPEAKER and rest[-1:] not in _STOPS and is_person(name)


def _asks(line: Line) -> bool:
    """Whether a line is a question, and no link."""
    return line.plain[-1:] == "?" and len(line.plain) <= _LONGEST and not line.linked


def _may_be_said(line: Line, seen: Signs, score: float) -> bool:
    """Whether nothing tells that a line talks of the page."""
    return score >= _LEAST and not (line.linked or seen.rule or seen.hints > 1 or seen.notices)
