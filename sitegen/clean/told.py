"""What lines that cleaning cut say of an article: its tags, what the mail that brought it is called."""

from collections.abc import Mapping
from itertools import takewhile

from sitegen.clean.lines import read_line
from sitegen.clean.mails import SUBJECT
from sitegen.clean.tagged import TAGS
from sitegen.model import Cleaned, Declared, Span
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_LISTED = ("tags-line", "tags-above")  # how the names of rules for a label and tags in one line begin
_PARTS = lazily(r"\s*[,;|•·]\s*|\s+#")
_LIST_NAME = lazily(r"^(?:\[[^\[\]]{1,40}\]\s*){1,3}(?=\S)")  # "[veille] "
_WORDS = 5  # of a tag
_NEAR = 8  # lines above and under the text in which its tags stand; menus have "Topics" too
_MOST = 20
_SAID = 400  # characters of a line that is read
_ENDS = " .#*_»«\"'"
_PREFIX = "mail-prefix"
_PREFIXES = 6  # of a subject: "TR: RE: TR: …"


def tags_told(cleaned: Cleaned) -> tuple[Declared, ...]:
    """The tags of the first list of them that was cut, in its order, each once; nothing where none was."""
    kept = [at for at, one in enumerate(cleaned.decisions) if one.action != "cut"]
    if not kept:
        return ()
    near = range(max(kept[0] - _NEAR, 0), min(kept[-1] + 1 + _NEAR, len(cleaned.decisions)))
    for at in near:
        one = cleaned.decisions[at]
        if one.action != "cut":
            continue
        listed: list[str] = []
        span = one.block.span
        if one.rule.startswith(_LISTED):
            line = read_line(one.block).plain[:_SAID].partition(":")[2]
            listed = [line] if ":" not in line else []
        elif one.rule == TAGS:
            rest = takewhile(lambda other: other.rule == TAGS, cleaned.decisions[at + 1 : at + 1 + _MOST])
            below = [other.block for other in rest]
            listed = [read_line(block).plain for block in below]
            span = Span(span.line, below[-1].span.end_line) if below else span
        tags = (tag.strip(_ENDS) for each in listed for tag in _PARTS.split(each))
        told = tuple(dict.fromkeys(tag for tag in tags if tag and tag.count(" ") < _WORDS))
        if told:
            return (Declared("tags", told[:_MOST], span),)
    return ()


def subject_told(cleaned: Cleaned, parts: Mapping[str, str]) -> Declared | None:
    """What the last mail's head over a text calls it, without "TR :" and the like; None where there is none.

    ``parts`` are the rules that know those by their words.
    """
    found = None
    for one in cleaned.decisions:
        if one.action == "cut" and one.rule == SUBJECT:
            found = one.block
        elif found and one.action != "cut":
            break
    if found is None:
        return None
    subject = read_line(found).plain[:_SAID].partition(":")[2].strip()
    for _ in range(_PREFIXES):
        prefix, colon, rest = subject.partition(":")
        if not colon or parts.get(f"{fold(prefix).strip()}:") != _PREFIX:
            break
        subject = rest.strip()
    subject = _LIST_NAME.sub("", subject)
    return Declared("title", subject, found.span) if subject else None
