"""Named edits: what a paste leaves inside text that is kept; French typography stays as it is."""

import html
import re
from collections.abc import Callable

from sitegen.text.lines import SYMBOL_BULLETS
from sitegen.text.mojibake import ungarbled

_INVISIBLE = re.compile(
    "[\u200b\u2060\ufeff\u00ad\u180e]"
    # those that join letters stay where the script joins
    "|(?<![\u0590-\u08ff])[\u200c-\u200f](?![\u0590-\u08ff\u200d\ufe0f\U0001f000-\U0001faff])"
)
_COMMENT = re.compile(r"<!--[^<>]*-->")
_SUSPECT = re.compile(
    f"[<&#•▪‣◦●·{SYMBOL_BULLETS}\u00a0\u00ad\u180e\u200b-\u200f\u202f\u2060\ufeffÂÃÄÅÎÐÑØÙâ]"
)  # what one of the edits may have to do with
_ENTITY = re.compile(
    r"&(?:nbsp|amp|quot|apos|laquo|raquo|[lr][sd]quo|hellip|mdash|ndash|euro|oelig|ccedil"
    r"|[aeiou](?:grave|acute|circ|uml)|#0?39|#0?34|#160|#8217|#8230|#x27);",
    re.IGNORECASE,
)
_WIDE = re.compile("(?<=\\S)[ \u00a0\u202f]{2,}(?=\\S)")
_HASHTAG = re.compile(r"(?<![\w&/#(=?.:-])#(?=[^\W\d_]{2})")
_BULLET = re.compile(  # a word processor's list
    rf"^(\s*)(?:[•▪‣◦●·]\s+|[{SYMBOL_BULLETS}]\s*)(?=\S)"
)
_INNER_BULLETS = str.maketrans(dict.fromkeys(SYMBOL_BULLETS, "•"))


def _unhashed(text: str) -> str:
    return _HASHTAG.sub("", text)


def _revealed(text: str) -> str:
    return _INVISIBLE.sub("", text)


def _uncommented(text: str) -> str:
    first, *rest = _COMMENT.split(text)
    kept, spaced = [first], first[-1:].isspace()
    for part in rest:
        own = part.lstrip() if spaced else part  # wide gaps part headlines
        spaced = own[-1:].isspace() if own else spaced
        kept.append(own)
    return "".join(kept).strip() if rest else text


def _listed(text: str) -> str:
    return _BULLET.sub(r"\1- ", text).translate(_INNER_BULLETS)


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda found: html.unescape(found[0]), text)


def _narrowed(text: str) -> str:
    if "  " not in text and "\u00a0" not in text and "\u202f" not in text:
        return text
    return _WIDE.sub(lambda run: "\u00a0" if run[0].strip(" ") else run[0], text)


# Of each edit: signs of which a text must hold one for it to have anything to do, its name, and the edit.
EDITS: tuple[tuple[frozenset[str], str, Callable[[str], str]], ...] = (
    (frozenset("<"), "paste-marker", _uncommented),
    (frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u180e"), "invisible", _revealed),
    (frozenset("ÂÃÄÅÎÐÑØÙâ"), "mojibake", ungarbled),
    (frozenset("&"), "entity", _unescaped),
    (frozenset(" \u00a0\u202f"), "wide-gap", _narrowed),
    (frozenset("#"), "hashtag", _unhashed),
    (frozenset(f"•▪‣◦●·{SYMBOL_BULLETS}"), "bullet", _listed),
)


def mend(text: str) -> tuple[str, tuple[str, ...]]:
    """Text with every edit made, and the names of those that changed something.

    >>> mend("L’#Arménie signe.")
    ('L’Arménie signe.', ('hashtag',))
    """
    if "  " not in text and not _SUSPECT.search(text):
        return text, ()
    names = []
    letters = set(text)
    for signs, name, edit in EDITS:
        if not signs.isdisjoint(letters):
            changed = edit(text)
            if changed != text:
                names.append(name)
                text = changed
    return text, tuple(names)
