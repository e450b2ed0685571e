"""Whose a picture is, as its caption says: "… est fermé. AFP", "… (A. Petit/Le Fil)", "… © Mairie"."""

import re
from collections.abc import Collection

from msgspec import Struct

from sitegen.text.lazily import lazily

_SHAPES = (
    r"[.:] ?[a-z]{2,4}/ ?[a-z]",  # "… est fermé. LP/Anne Petit"
    r"[.»”] ?\([^()/\d]{2,45}/[^()]{2,60}\)",  # "… est fermé. (A. Petit/Le Fil)"
)
_IN_SHAPES = "(/"  # one of them is in each


class CreditPattern(Struct, frozen=True):
    """What finds an owner in a folded line.

    ``owners`` end one, behind a stop (``credit``) or a word for pictures (``picture``); ``credit`` finds as
    well what may stand anywhere, which holds one of ``signs``.
    """

    owners: tuple[str, ...]
    signs: re.Pattern[str]
    credit: re.Pattern[str]
    picture: re.Pattern[str]


def compile_credits(marks: Collection[str], owners: Collection[str]) -> CreditPattern:
    """The patterns for folded marks, which say anywhere that a picture is somebody's, and owners' names.

    >>> found = compile_credits(["©", "/ afp"], ["afp"])
    >>> [bool(found.credit.search(line)) for line in ("le pont. afp", "petit / afp, mardi", "vu par l'afp")]
    [True, True, False]
    """
    signs = "".join(sorted({*_IN_SHAPES, *(mark[0] for mark in marks)}))
    names = "|".join(map(re.escape, owners)) or "(?!)"
    return CreditPattern(
        tuple(owners),
        lazily(f"[{re.escape(signs)}]"),
        lazily("|".join([*map(re.escape, marks), rf"[.:,] ?(?:{names})$", *_SHAPES])),
        lazily(rf"\bphotos? (?:{names})$"),
    )
