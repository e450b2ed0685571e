"""Captions and credits of pictures: lines near the article that are neither its title nor its date."""

from sitegen.config.lexicon import Words
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_ATTACHED = lazily(r"\(\d{1,4}(?:[.,]\d{1,2})? ?[kmg][ob]\)$")  # "Le pont (121.84 Ko)": a picture to load
_MARKS = " :.,/(–—-"
_NEAR = 24  # characters before a name in which a word such as "photos" stands
_WORD = lazily(r"[^\W\d_]{4,}")


def has_credit(folded: str, words: Words) -> bool:
    """Whether a folded line holds the mark of a picture's owner."""
    known = words.credits
    may_hold = folded.endswith(known.owners) or known.signs.search(folded)
    return bool(may_hold and known.credit.search(folded))


def is_label(folded: str, words: Words) -> bool:
    """Whether a folded line is nothing but words for pictures: "Photo d'archives"."""
    said = [word for word in folded.replace("'", " ").split() if len(word) > 1]
    return bool(said) and words.captions.issuperset(said)


def is_attached(folded: str) -> bool:
    """Whether a folded line ends with a file's size, as a picture's or a document's does."""
    return folded.endswith(")") and _ATTACHED.search(folded) is not None


def is_pictured(folded: str, words: Words) -> bool:
    """Whether a folded line ends with whose picture it tells of: "… du piège tendu. Photo AFP"."""
    return folded.endswith(words.credits.owners) and words.credits.picture.search(folded) is not None


def is_credited_again(text: str, below: str, words: Words) -> bool:
    """Whether the next line says a line again with a picture's owner behind it: both are a caption.

    A word for pictures does too: "Le pont, le 18 juin - Photo Télé Valmont".
    """
    if len(below) <= len(text) or not below.startswith(text):
        return False
    rest = fold(below[len(text) :]).strip()
    return (
        has_credit(rest, words)
        or rest.partition("/")[0].strip() in words.credits.owners  # "AFP / Anne Petit"
        or rest.lstrip(_MARKS).partition(" ")[0] in words.captions
    )


def mentions(name: str, text: str, words: Words) -> bool:
    """Whether a folded text names somebody otherwise than as who took a picture: "Photos Anne Petit"."""
    at = text.find(name) if name else -1
    while at >= 0:
        before = text[max(0, at - _NEAR) : at].rstrip(_MARKS)
        if not before.endswith("©") and before.rpartition(" ")[2].strip("([") not in words.captions:
            return True
        at = text.find(name, at + len(name))
    return False


def is_caption(folded: str, words: Words) -> bool:
    """Whether a folded line is a picture's caption: its owner's mark, or a word such as "photo"."""
    return has_credit(folded, words) or not words.captions.isdisjoint(_WORD.findall(folded))
