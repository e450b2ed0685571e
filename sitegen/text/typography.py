"""French typography at display: no-break spaces, apostrophes, ellipses; never in addresses."""

import re

from sitegen.text.lazily import lazily

NARROW = "\u202f"  # before ; ! ?
WIDE = "\u00a0"  # before : and inside « »

_SPACE = r"[ \u00a0\u202f]"
_LETTER = r"[^\W\d_]"
# Signs of measure, which are the same in all languages, and the two words that follow a figure like one.
_MEASURES = (
    r"h|min|s|ms|[mckµ]?m[²³]?|ha|[kmµ]?g|t|[mc]?[lL]|[kMGT]?Wh?|[kMG]?Hz|[kMGT]o|[kM]?V|M€|Md€"
    r"|millions?|milliards?"
)
_AFTER_WORD = r"[\w»)\]}%*’'\"….]"  # what a sign may follow

# Every branch starts from one of a few signs, which the search skips to; the looks behind come after it.
_SIGNS = lazily(
    rf"[ \u00a0\u202f'«»;!?:.](?:"
    rf"(?<={_SPACE})(?=[-»;!?:])(?:"
    rf"(?P<close>»)"  # mot »
    rf"|(?<={_AFTER_WORD}{_SPACE})(?P<high>[;!?]+)(?!\w)"  # mot !
    rf"|(?<={_AFTER_WORD}{_SPACE})(?P<colon>:)(?=[\s»]|$)"  # mot :
    r"|(?P<dash>--?)(?= )"  # mot - mot
    r")"
    rf"|(?<=\d{_SPACE})(?:"
    rf"(?P<unit>[%€$£°]|(?:{_MEASURES})(?![\w'’]))"  # 12 %
    r"|(?<= )(?<!\d{4} )(?P<group>(?=\d{3}(?!\d)))"  # 1 700
    r")"
    rf"|(?=\d\d(?!\d))(?<=\d{_SPACE}h{_SPACE})(?P<minutes>)"  # 2 h 40
    rf"|(?<!{_SPACE})(?:"
    rf"(?<={_LETTER}')(?P<quote>(?={_LETTER}))"  # l'eau
    rf"|(?<=«)(?P<open>{_SPACE}?)"  # « mot
    r"|(?<=»)(?P<shut>)"  # mot»
    rf"|(?<={_LETTER}[;!?])(?P<tight>[;!?]*)(?=[\s»\u2019)]|$)"  # mot!
    rf"|(?<={_LETTER}:)(?P<glued>(?=[ \u00a0\u202f»]))"  # mot: suite
    r"|(?<=\.)(?<!\.\.)(?P<dots>\.\.)(?!\.)"  # suite...
    r"))"
)


def _typeset(found: re.Match[str]) -> str:
    """A sign with the space that French gives it."""
    kind = found.lastgroup
    if kind == "quote":
        return "’"
    whole = found[0]
    if kind in ("high", "tight"):
        return NARROW + whole.lstrip(" \u00a0\u202f")
    if kind in ("close", "colon", "unit", "group", "minutes", "shut", "glued"):
        return WIDE + whole.lstrip(" \u00a0\u202f")
    if kind == "open":
        return "«" + WIDE
    return "…" if kind == "dots" else " –"


def typeset(text: str, language: str = "fr") -> str:
    r"""Text as a French compositor would set it; other languages as they stand.

    >>> typeset("Il dit : « l'eau ! »").encode("unicode_escape").decode()
    'Il dit\\xa0: \\xab\\xa0l\\u2019eau\\u202f!\\xa0\\xbb'
    """
    if not language.startswith("fr"):
        return text
    return _SIGNS.sub(_typeset, text)
