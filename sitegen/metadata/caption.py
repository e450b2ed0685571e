"""Captions and credits of pictures: lines near the article that are neither its title nor its date."""

from sitegen.config.lexicon import Words
from sitegen.text.lazily import lazily

_CREDITS = lazily(
    r"©|\((?:c|dr)\)|/(?: ?afp|dpa| ?reuters|ap)|[.:,] ?(?:dr|afp|reuters|ap|epa)$"
    r"|[.:] ?[a-z]{2,4}/ ?[a-z]"  # "… est fermé. LP/Anne Petit"
    r"|[.»”] ?\([^()/\d]{2,45}/[^()]{2,60}\)$"  # "… est fermé. (A. Petit/Le Fil)"
)
_OWNERS = ("dr", "afp", "reuters", "ap", "epa")
_SIGN = lazily(r"[©(/]")  # one of them is in all that is found elsewhere than at a line's end
_WORD = lazily(r"[^\W\d_]{4,}")


def has_credit(folded: str) -> bool:
    """Whether a folded line holds the mark of a picture's owner."""
    may_hold = folded.endswith(_OWNERS) or _SIGN.search(folded)
    return bool(may_hold and _CREDITS.search(folded))


def is_caption(folded: str, words: Words) -> bool:
    """Whether a folded line is a picture's caption: its owner's mark, or a word such as "photo"."""
    return has_credit(folded) or not words.captions.isdisjoint(_WORD.findall(folded))
