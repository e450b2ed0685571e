"""What a line says: its words, or that it is a caption, a button, a sentence and so no title."""

from functools import lru_cache

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import has_credit
from sitegen.text.lazily import lazily

_META = 130  # characters from which a whole sentence is no title
WORD = lazily(r"[^\W\d_]{4,}|\d{2,}")
_CREDITED = lazily(r"[:©/(]")  # what stands after "photo" in a credit
_CREDIT = lazily(
    r"\b(?:photos?|credits?|illustrations?|foto|bild) ?[:©/(]"
)  # "… le 3 mai. Photo : Anne Petit"
STEM = 5  # letters that inflected forms of a word share
_SENTENCES = lazily(r"[^\W\d_]{2}\. [^#]{10,}(?:\.|#\w+)$")  # two sentences, or one and hashtags
_CUT = ("(...)", "(…)", "[...]", "[…]")
_EXCERPT = lazily(  # a sentence and more
    r"[^\W\d_]{2}[.!?] \S.{20,}(?:[.…?!]|\.\.\.[)\]]|…[)\]]|[.!?] ?\([^()]{2,40}\))$"
)
_NO_WORDS: frozenset[str] = frozenset()


class Said(Struct, frozen=True):
    """A line's words, none of one that is no title; those of them that not every text has.

    ``caption`` is how much tells that it is a picture's, ``button`` whether it shares the page.
    """

    tokens: frozenset[str]
    content: frozenset[str]
    caption: int
    button: bool


@lru_cache(maxsize=8192)
def read(folded: str, words: Words, *, title: bool = False) -> Said:
    """What a line says; the lines of menus come again on every page of a site.

    A heading of the first level (``title``) may be two sentences.
    """
    tokens = frozenset(WORD.findall(folded)) if title or not _is_sentence(folded) else _NO_WORDS
    shows = not words.captions.isdisjoint(tokens) or has_credit(folded, words)
    caption = shows + bool(_CREDITED.search(folded) and _CREDIT.search(folded))
    return Said(tokens, tokens - words.stop_words, caption, bool(words.sharing.match(folded)))


def _is_sentence(folded: str) -> bool:
    """Whether a line is too long and too well ended to be a title."""
    if len(folded) > _META and folded.endswith("."):
        return True
    if ". " in folded and _SENTENCES.search(folded):
        return True
    # An excerpt, the cut shown or two sentences long.
    return (len(folded) > _META or folded.endswith(_CUT)) and bool(_EXCERPT.search(folded))


def content(folded: str) -> frozenset[str]:
    """The words of the article, and their first letters, which inflected forms share."""
    tokens = frozenset(WORD.findall(folded))
    return tokens | frozenset(token[:STEM] for token in tokens if len(token) > STEM)
