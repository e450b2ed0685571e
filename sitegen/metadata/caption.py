"""Captions and credits of pictures: lines near the article that are neither its title nor its date."""

import re

from sitegen.config.lexicon import Words

_CREDITS = re.compile(
    r"©|\((?:c|dr)\)|/(?: ?afp|dpa| ?reuters|ap)|[.:,] ?(?:dr|afp|reuters|ap|epa)$"
    r"|[.:] ?[a-z]{2,4}/ ?[a-z]"  # "… est fermé. LP/Anne Petit"
)
_WORD = re.compile(r"[^\W\d_]{4,}")


def has_credit(folded: str) -> bool:
    """Whether a folded line holds the mark of a picture's owner."""
    return bool(_CREDITS.search(folded))


def is_caption(folded: str, words: Words) -> bool:
    """Whether a folded line is a picture's caption: its owner's mark, or a word such as "photo"."""
    return has_credit(folded) or not words.captions.isdisjoint(_WORD.findall(folded))
