"""Lists of tags, a label and then one a line: each of them could be a subhead."""

from collections.abc import Sequence

from sitegen.clean.features import Signs
from sitegen.clean.lines import Line

TAGS = "tags-list"
_LABEL = "tags-label"
_MOST = 20
_LONGEST = 40  # characters of a tag
_WORDS = 4
_ENDS = ".!?…:;,"
_ABOVE_TEXT = 2  # tags at least of a list over the text, where a short title may follow
_TITLE = 2  # words that the last of them has at most


def tag_lines(lines: Sequence[Line], signs: Sequence[Signs], named: Sequence[str]) -> list[int]:
    """The numbers of lines of lists of tags above or under the text, with the label over each.

    ``named`` are the rules that cut lines by their words, "" for none: no list goes beyond those. Between
    paragraphs of the text there is none.
    """
    labels = [at for at, seen in enumerate(signs) if seen.part == _LABEL]
    if not labels:
        return []
    texts = [at for at, line in enumerate(lines) if line.prose and not named[at]]
    out: list[int] = []
    for label in labels:
        end = label + 1
        while (
            end < min(len(lines), label + _MOST)
            and not (named[end] or signs[end].part)
            and _is_tag(lines[end])
        ):
            end += 1
        over = not texts or label < texts[0]
        if over and end > label + 1 and lines[end - 1].plain.count(" ") >= _TITLE:
            end -= 1
        between = not over and end < len(lines) and lines[end].prose and not named[end]
        if end - label > (_ABOVE_TEXT if over else 1) and not between:
            out += range(label, end)
    return out


def _is_tag(line: Line) -> bool:
    """Whether a line is a few words and no sentence."""
    plain = line.plain.strip("# ")
    return (
        0 < len(plain) <= _LONGEST
        and plain.count(" ") < _WORDS
        and plain[-1] not in _ENDS
        and any(map(str.isalpha, plain))
        and line.block.kind in ("paragraph", "item")
    )
