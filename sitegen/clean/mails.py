"""Mails pasted whole: the lines over a text that say whose it is, what a sender wrote above, the end.

A label alone tells nothing: articles have "À :" and "Date :" too. Several in a row, the sender's among them,
are a mail's head, where no text stands above them or the sign of a forwarded mail does; a mail shown within
an article stays. A letter that is the text keeps whom it addresses and who signs it.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from sitegen.clean.features import Signs
from sitegen.clean.lines import Line
from sitegen.clean.resumed import SAID, is_sentence
from sitegen.text.names import is_person

MAIL = "mail-"  # how the names of all rules on mails begin
SUBJECT = "mail-subject"
_HEAD = "mail-head"
_NOTE = "mail-note"
_END = "mail-end"
_FROM = "mail-from"
_GREETING = "mail-greeting"
_CLOSING = "mail-closing"
FORWARDED = "mail-forwarded"
_ROWS = (_FROM, SUBJECT, "mail-row")
_SEVERAL = 3  # rows of a head
_FEW = 2  # of one under the sign of a forwarded mail, or with an address
_ABOVE = 8  # lines that a sender writes over a text
_SALUTATION = 40  # characters of "Bonjour Anne,"
_BELOW = 12  # lines of a signature
_ADDRESS = 50  # characters of a letter's first line, or of who signs it
_DASHES = ("--", "—", "–")  # over it


def mail_lines(lines: Sequence[Line], signs: Sequence[Signs], named: Sequence[str]) -> Mapping[int, str]:
    """The lines that belong to a mail and not to its text, each with the rule that says so.

    ``named`` are the rules that cut lines by their words, "" for none.
    """
    parts = [seen.part for seen in signs]
    if not any(part.startswith(MAIL) for part in parts):
        return {}
    free = [not (rule or part) for rule, part in zip(named, parts, strict=True)]
    is_prose = [line.prose and is_free for line, is_free in zip(lines, free, strict=True)]
    is_text = [
        is_long or (is_free and is_sentence(line))
        for line, is_free, is_long in zip(lines, free, is_prose, strict=True)
    ]
    heads = _heads(lines, parts, named, _first(is_prose))
    out: dict[int, str] = {}
    for start, end in heads:
        out.update({at: SUBJECT if parts[at] == SUBJECT else _HEAD for at in range(start, end)})
        if end < len(lines) and len(lines[end].plain) <= _SALUTATION and lines[end].plain.endswith(","):
            out[end] = _NOTE
    is_mail = bool(heads) or any(rule.startswith(MAIL) for rule in named)
    starts = sorted(
        (*(start for start, _ in heads), *(at for at, rule in enumerate(named) if rule == FORWARDED))
    )
    greeting = next((at for at in range(_first(is_text)) if parts[at] == _GREETING), None)
    if greeting is not None and is_mail:
        above = range(greeting, starts[0] if starts else greeting)
        is_note = 0 < len(above) <= _ABOVE and not any(is_prose[at] for at in above)
        out.update(dict.fromkeys(above if is_note else (greeting,), _NOTE))
    for at in range(_first(is_text), len(lines)):
        closes = parts[at] == _CLOSING and (is_mail or greeting is not None)
        if not (closes or (is_mail and lines[at].plain in _DASHES)):
            continue
        nth = bisect_right(starts, at)
        following = starts[nth : nth + 1]
        stop = min([*following, at + 1 + _BELOW, len(lines)])
        end = next((n for n in range(at + 1, stop) if is_text[n]), stop)
        if closes or end > at + 1:
            out.update(dict.fromkeys(range(at, end), _END))
            if greeting is not None:
                out.setdefault(greeting, _NOTE)
    return {at: rule for at, rule in sorted(out.items()) if named[at] != FORWARDED}


def letter_lines(lines: Sequence[Line], cuts: Sequence[str]) -> list[int]:
    """The numbers of doubted lines that open a letter over its text, and that sign it under its last line.

    "Chers amis," stands right over the first paragraph, "La présidente," and her name right under the last:
    menus and teasers end with no comma. ``cuts`` says why each line is cut so far, "" for those kept.
    """
    text = [
        at for at, rule in enumerate(cuts) if not rule and lines[at].prose and lines[at].plain[-1:] in SAID
    ]
    if not text:
        return []
    out = [text[0] - 1] if text[0] and _addresses(lines[text[0] - 1], cuts[text[0] - 1]) else []
    last = max(at for at in range(text[0], len(lines)) if not cuts[at] and lines[at].plain[-1:] in SAID)
    role, name = last + 1, last + 2
    signed = name < len(lines) and cuts[name] in ("", "prose") and _addresses(lines[role], cuts[role])
    return [*out, role, name] if signed and is_person(lines[name].plain) else out


def _addresses(line: Line, cut: str) -> bool:
    """Whether a doubted line is a few words with a comma behind them."""
    plain = line.plain
    few = plain[-1:] == "," and plain[0].isupper() and len(plain) <= _ADDRESS
    return few and cut in ("", "prose") and line.block.kind == "paragraph" and not line.linked


def _heads(
    lines: Sequence[Line], parts: Sequence[str], named: Sequence[str], first: int
) -> list[tuple[int, int]]:
    """Where mails' heads stand: the first line of each and the one after its last."""
    out: list[tuple[int, int]] = []
    at = 0
    while at < len(lines):
        if parts[at] not in _ROWS:
            at += 1
            continue
        end = at + 1
        while end < len(lines) and (parts[end] in _ROWS or _is_between(lines, parts, end)):
            end += 1
        rows = [part for part in parts[at:end] if part in _ROWS]
        forwarded = FORWARDED in named[max(at - _FEW, 0) : at]
        addressed = any("@" in line.block.text for line in lines[at:end])
        least = _FEW if forwarded or addressed else _SEVERAL
        whole = _FROM in rows and (SUBJECT in rows or addressed) and len(rows) >= least
        if whole and (at < first or forwarded or out):
            out.append((at, end))
        at = end
    return out


def _is_between(lines: Sequence[Line], parts: Sequence[str], at: int) -> bool:
    """Whether a line of addresses goes on with the row above it."""
    return "@" in lines[at].block.text and at + 1 < len(lines) and parts[at + 1] in _ROWS


def _first(marks: Sequence[bool]) -> int:
    """The number of the first line that is marked, or how many there are."""
    return next((at for at, is_marked in enumerate(marks) if is_marked), len(marks))
