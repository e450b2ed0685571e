"""What is read of an article: its title, then the blocks that cleaning kept, joined with their places."""

from bisect import bisect_right
from typing import Literal

from msgspec import Struct

from sitegen.classify.normal import JOINT, key, masked, normal
from sitegen.model import Cleaned, Metadata

Zone = Literal["title", "lead", "body"]

_UNREAD = ("image", "code", "html", "rule")
_SHORT = 90  # a first paragraph shorter than this is a standfirst or a byline: the next one leads too
_MAX = 200_000  # characters: beyond this a text says nothing new about its subject


class Reading(Struct, frozen=True):
    """The text with its normal form, the zones' ends, and where each piece of it stands in the file."""

    text: str
    normal: str
    title_end: int
    lead_end: int
    starts: tuple[int, ...]
    lines: tuple[int, ...]
    language: str

    def zone(self, at: int) -> Zone:
        """The zone of an offset."""
        if at < self.title_end:
            return "title"
        return "lead" if at < self.lead_end else "body"

    def line(self, at: int) -> int:
        """The line of the file on which an offset stands."""
        piece = bisect_right(self.starts, at) - 1
        return self.lines[piece] + self.text.count("\n", self.starts[piece], at)


def read_article(metadata: Metadata, cleaned: Cleaned) -> Reading:
    """Title (unless it was made from the body), lead and body of an article."""
    title, line = "", 1
    if metadata.title.value and not metadata.title.inferred:
        title = metadata.title.value
        first = metadata.title.candidates[0] if metadata.title.candidates else None
        line = first.where.span.line if first and first.where.span else 1
    pieces = [title]
    lines = [line]
    lead = 0
    size = len(title)
    title_key = key(title) if title else ""
    for decision in cleaned.decisions:
        if decision.action == "cut" or not decision.text or decision.block.kind in _UNREAD:
            continue
        text = decision.text
        if title_key and len(pieces) == 1 and len(text) < 2 * len(title) + 20 and key(text) == title_key:
            continue  # the title once more
        pieces.append(masked(text))
        lines.append(decision.block.span.line)
        size += len(text)
        if lead == 0 and decision.block.kind != "heading" and len(text) >= _SHORT:
            lead = len(pieces)
        if size > _MAX:
            break
    return joined(pieces, lines, lead or min(2, len(pieces)), metadata.language.value)


def joined(pieces: list[str], lines: list[int], lead: int, language: str = "") -> Reading:
    """The reading of pieces, the first being the title, those before ``lead`` the opening."""
    starts = []
    at = 1
    for piece in pieces:
        starts.append(at)
        at += len(piece) + len(JOINT)
    text = (" " + JOINT.join(pieces) + " ")[: _MAX + 2]
    return Reading(
        text, normal(text), starts[0] + len(pieces[0]),
        starts[lead - 1] + len(pieces[lead - 1]) if lead > 1 else starts[0] + len(pieces[0]),
        tuple(starts), tuple(lines), language.partition("-")[0],
    )  # fmt: skip
