"""Tickers: headlines or menu entries on one line, parted by wide gaps."""

import re

from sitegen.clean.lines import Line

_WIDE = re.compile(r"(?<=\S)[ \t\u00a0\u202f]{3,}(?=\S)")
_LOOK = 4000
_PARTS = 3


def is_ticker(line: Line) -> bool:
    """Whether a line is at least three texts with wide gaps between, not a row of figures or a table."""
    text = line.block.text
    if "  " not in text and "\u00a0" not in text and "\u202f" not in text:  # no gap is wide
        return False
    if line.block.kind not in ("paragraph", "item") or "   " not in text.replace("\u00a0", " "):
        return False
    parts = _WIDE.split(text[:_LOOK])
    figures = sum(part[:1].isdigit() and len(part) < 10 for part in parts)  # noqa: PLR2004  "12,5 %", "2024"
    return len(parts) >= _PARTS and figures * 2 < len(parts)
