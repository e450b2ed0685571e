"""Lines above the text that say what the article is called, whose it is and of when, once they were read."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from sitegen.clean.body import body_of
from sitegen.clean.lines import read_line
from sitegen.clean.named import named_blocks
from sitegen.model import Cleaned, Decision

_LONGEST = 200  # characters of such a line
_HEADLINE = 300  # characters of one with what it quotes
_HEAD = 8  # lines kept above the text; where more stand, they are a text of short lines
_TITLE = "title-line"
_DOUBTED = "prose"  # the rule of what looks like no text
_SIGNED = ("dateline", "byline")
_AGAIN = 25  # characters of a title that may be said again
_BESIDE = 4  # lines of the file, empty ones among them
_UNDER = 2  # paragraphs of a standfirst under which these may stand
_LABEL = 40  # characters of a section's name over the title, and its spaces
_LABEL_SPACES = 3
_OPEN, _CLOSE = ("«", "“", "„"), ("»", "”", "“")
_ENDS = tuple(".!?…»”:;,")  # what a line of text ends with, and a title, name or date does not


def without_stated(cleaned: Cleaned, stated: Mapping[int, str], keep: Sequence[str] = ()) -> Cleaned:
    """The same, without the lines above the text, and its last, that fields were read from: pages show those.

    ``stated`` are the rules to cut by, by line of the file; ``keep``, an editor's words, wins. A line above
    goes only where running text follows: the first line of a poem is its title, and a line of it. The names
    of sections over the title go with it. Such lines that are cut already bear those rules.
    """
    cleaned = _without_headlines(_named(cleaned, stated), stated, keep)
    decisions = cleaned.decisions
    kept = [number for number, one in enumerate(decisions) if one.action != "cut"]
    head: list[int] = []
    for number in kept[: _HEAD + 1]:
        if read_line(decisions[number].block).prose:
            break
        head.append(number)
    else:
        return cleaned
    rules = {number: stated.get(decisions[number].block.span.line, "") for number in kept}
    until = decisions[kept[min(len(head) + _UNDER, len(kept) - 1)]].block.span.line if kept else 0
    signed = any(rule in _SIGNED and line < until for line, rule in stated.items())
    under = [number for number in kept[len(head) : len(head) + _UNDER + 1] if rules[number] in _SIGNED]
    cut = {
        number: rules[number]
        for number in (*head, *under, *kept[max(len(head), len(kept) - 1) :])
        if rules[number]
        and (
            _is_bare(decisions[number].text)
            or (rules[number] == _TITLE and _is_said(decisions[number].text, signed=signed))
        )
    }
    title = next((at for at, number in enumerate(head) if cut.get(number) == _TITLE), 0)
    cut = _said_again(decisions, head, stated) | cut
    cut.update((number, _TITLE) for number in head[:title] if _is_label(decisions[number].text))
    wanted = named_blocks([one.block for one in decisions], keep) if cut else frozenset()
    cuts = {number: rule for number, rule in cut.items() if number not in wanted}
    if not cuts:
        return cleaned
    changed = tuple(
        replace(one, action="cut", rule=cuts[number], text="") if number in cuts else one
        for number, one in enumerate(decisions)
    )
    return replace(cleaned, decisions=changed, body=body_of(changed))


def _said_again(
    decisions: Sequence[Decision], head: Sequence[int], stated: Mapping[int, str]
) -> dict[int, str]:
    """The lines over the text that say the stated title again, behind the site's name perhaps."""
    title = next((one.block.text for one in decisions if stated.get(one.block.span.line) == _TITLE), "")
    own = read_line(replace(decisions[head[0]].block, text=title)).folded if head and title else ""
    if len(own) < _AGAIN:
        return {}
    lines = {number: read_line(decisions[number].block).folded for number in head}
    return {
        number: "repeated-title"
        for number, line in lines.items()
        if line.endswith(own) and len(line) <= len(own) + _LABEL and _is_bare(decisions[number].text)
    }


def _named(cleaned: Cleaned, stated: Mapping[int, str]) -> Cleaned:
    """The same, where lines that were cut for looking like no text say what was read from them."""
    changed = tuple(
        replace(one, rule=stated[one.block.span.line])
        if one.rule == _DOUBTED and one.action == "cut" and one.block.span.line in stated
        else one
        for one in cleaned.decisions
    )
    return replace(cleaned, decisions=changed)


def _without_headlines(cleaned: Cleaned, stated: Mapping[int, str], keep: Sequence[str]) -> Cleaned:
    """The same without the many lines over a title beside its day or writer, where not one is a sentence.

    They are not much longer than the text under it: a list that the file is about is.
    """
    title = next((line for line, rule in stated.items() if rule == _TITLE), 0)
    if not any(rule in _SIGNED and abs(line - title) <= _BESIDE for line, rule in stated.items()):
        return cleaned
    decisions = cleaned.decisions
    over = [at for at, one in enumerate(decisions) if one.action != "cut" and one.block.span.line < title]
    under = sum(len(one.text) for one in decisions[over[-1] + 1 :]) if over else 0
    listed = len(over) > _HEAD and all(_is_headline(decisions[at].text) for at in over)
    listed = listed and sum(len(decisions[at].text) for at in over) <= 2 * under
    if not listed or named_blocks([decisions[at].block for at in over], keep):
        return cleaned
    gone = frozenset(over)
    changed = tuple(
        replace(one, action="cut", rule=_DOUBTED, text="") if at in gone else one
        for at, one in enumerate(decisions)
    )
    return replace(cleaned, decisions=changed, body=body_of(changed))


def _is_bare(text: str) -> bool:
    """Whether a line is short and no sentence."""
    return len(text) <= _LONGEST and not text.rstrip("*_ ").endswith(_ENDS)


def _is_headline(text: str) -> bool:
    """Whether a line does not end as a paragraph does, short or not."""
    return len(text) <= _HEADLINE and text[-1:] not in ".:;"


def _is_said(text: str, *, signed: bool) -> bool:
    """Whether a title ends as a sentence does: it is a quotation, or the page says who wrote or when."""
    text = text.strip("*_ #")
    quoted = text.startswith(_OPEN) and text.endswith(_CLOSE)
    return len(text) <= _LONGEST and (quoted or (signed and text.endswith(("?", "!", "»", "”", "…"))))


def _is_label(text: str) -> bool:
    """Whether a line is but a few words and no sentence."""
    return len(text) <= _LABEL and text.count(" ") <= _LABEL_SPACES and _is_bare(text)
