"""Lines in parts: menus, share lists and stamps whose entries are parted by signs or wide gaps."""

import re
from typing import NamedTuple

from sitegen.clean.lines import Line

_ANY = re.compile(r"\s*[|•·›»>]+\s*|\s+[/–—-]\s+|[ \u00a0]{3,}")
_FIRM = re.compile(r"\s*[|•·›]+\s*|\s+/\s+|[ \u00a0]{3,}")
_SIGN = re.compile(r"[|•·›»>]")
_SPEECH = re.compile('[«“„"]')
_DASH = re.compile(r"\s[/-]\s")
_LONGEST = 250
_ENTRY = 60  # characters of a name, a place, a menu's entry
_SIGNS = " .:!?…-–—|>*_()"


class Parts(NamedTuple):
    """The entries of a line, folded; ``firm`` says that no mere dash parts them."""

    entries: tuple[str, ...]
    firm: bool


def parts_of(line: Line) -> Parts | None:
    """The entries of a line that is nothing but a row of them, None for other lines."""
    if not 0 < len(line.plain) <= _LONGEST or line.block.kind not in ("paragraph", "item"):
        return None
    low = line.low
    dashed = ("-" in low or "/" in low) and _DASH.search(low)
    if not dashed and "   " not in low and not _SIGN.search(low):
        return None
    if _SPEECH.search(low):  # somebody's words
        return None
    found = _FIRM.search(low)
    if not found and not _ANY.search(low):
        return None
    sign = _FIRM if found else _ANY
    entries = tuple(bare for part in sign.split(low) if (bare := part.strip(_SIGNS)))
    if len(entries) < 2 or max(map(len, entries)) > _ENTRY:  # noqa: PLR2004  one entry is no row
        return None
    return Parts(entries, firm=found is not None)
