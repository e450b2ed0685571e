"""French typography at display: no-break spaces, apostrophes, ellipses; never in addresses."""

import re

NARROW = "\u202f"  # before ; ! ?
WIDE = "\u00a0"  # before : and inside « »

_SIGNS = re.compile(
    r"(?P<open>«)[ \u00a0\u202f]?"  # « mot
    r"|[ \u00a0\u202f]?(?P<close>»)"  # mot »
    r"|(?<=[\w»)\]%*’'\".])[ \u00a0\u202f](?P<high>[;!?]+)(?!\w)"  # mot !
    r"|(?<=[^\W\d_])(?P<tight>[;!?]+)(?=[\s»\u2019)]|$)"  # mot!
    r"|(?<=[\w»)\]%*’'\".])[ \u00a0\u202f](?P<colon>:)(?=\s|$)"  # mot :
    r"|(?<=[^\W\d_])(?P<glued>:)(?=[ \u00a0\u202f])"  # mot: suite
    r"|(?<=[^\W\d_])(?P<quote>')(?=[^\W\d_])"  # l'eau
    r"|(?P<dots>\.\.\.)(?!\.)"  # suite...
    r"|(?<=\d)[ \u00a0\u202f](?P<unit>[%€$£°]|km\b|millions?\b|milliards?\b)"  # 12 %
    r"|(?<= )(?P<dash>-|--)(?= )"  # mot - mot
)


def _typeset(found: re.Match[str]) -> str:
    """A sign with the space that French gives it."""
    kind = found.lastgroup or ""
    sign = found[kind]
    return _RULES[kind].replace("*", sign)


_RULES = {
    "open": "*" + WIDE,
    "close": WIDE + "*",
    "high": NARROW + "*",
    "tight": NARROW + "*",
    "colon": WIDE + "*",
    "glued": WIDE + "*",
    "quote": "’",
    "dots": "…",
    "unit": WIDE + "*",
    "dash": "–",
}


def typeset(text: str, language: str = "fr") -> str:
    r"""Text as a French compositor would set it; other languages as they stand.

    >>> typeset("Il dit : « l'eau ! »").encode("unicode_escape").decode()
    'Il dit\\\xa0: \\\xab\\\xa0l\\\u2019eau\\\u202f!\\\xa0\\\\xbb'
    """
    if not language.startswith("fr"):
        return text
    return _SIGNS.sub(_typeset, text)
