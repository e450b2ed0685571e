"""Tickers: headlines or menu entries on one line, parted by wide gaps."""

import re

from sitegen.clean.lines import Line

_WIDE = re.compile(r"(?<=\S)[ \t\u00a0\u202f]{3,}(?=\S)")
_LOOK = 4000
_PARTS = 3
_SAID = 0.6  # of the entries of a list in a text that end as sentences do or go on with one
_ENDS = (".", ";", ",", ":", "!")
_CUT = ("...", "…")


def is_ticker(line: Line) -> bool:
    """Whether a line is at least three texts with wide gaps between, not a row of figures or a table."""
    parts = parted(line)
    if len(parts) < _PARTS:
        return False
    figures = sum(part[:1].isdigit() and len(part) < 10 for part in parts)  # noqa: PLR2004  "12,5 %", "2024"
    return figures * 2 < len(parts)


def parted(line: Line) -> list[str]:
    """The texts of a line with wide gaps between, none of a line that has no such gap."""
    text = line.block.text
    if "  " not in text and "\u00a0" not in text and "\u202f" not in text:  # no gap is wide
        return []
    if line.block.kind not in ("paragraph", "item") or "   " not in text.replace("\u00a0", " "):
        return []
    return _WIDE.split(text[:_LOOK])


def is_list(line: Line) -> bool:
    """Whether most of a line's texts are sentences or parts of one, as a list's in a text are, not titles."""
    parts = parted(line)
    said = sum(
        part[:1].islower() or (part.endswith(_ENDS) and not part.endswith(_CUT) and " " in part)
        for part in parts
    )
    return len(parts) >= _PARTS and said > _SAID * len(parts) and not line.links
