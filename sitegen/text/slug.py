"""Slugs: a title as part of an address."""

import unicodedata
from hashlib import blake2b

from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_LETTERS = str.maketrans({
    "œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
    "ə": "e", "&": " et ",
})  # fmt: skip
_DIGEST = 4  # bytes
_OTHER = lazily(r"[^a-z0-9]+")
_LONGEST = 80


def slug(text: str, longest: int = _LONGEST) -> str:
    """Lower-case ASCII words joined by hyphens, cut between words; "" where no Latin letter or digit is left.

    >>> slug("L’œuvre d’Arménie : 3 « clés »")
    'l-oeuvre-d-armenie-3-cles'
    """
    plain = unicodedata.normalize("NFKD", text[: 4 * longest].lower().translate(_LETTERS))
    whole = _OTHER.sub("-", "".join(char for char in plain if not unicodedata.combining(char))).strip("-")
    if len(whole) <= longest:
        return whole
    cut = whole[: longest + 1].rpartition("-")[0]
    return cut or whole[:longest]


def name_slug(name: str) -> str:
    """A name's slug, with a mark of its own where Latin letters tell less than half of it.

    >>> name_slug("Le Courrier"), name_slug("الجزيرة") == name_slug("الأهرام")
    ('le-courrier', False)
    """
    plain = slug(name)
    letters = [char for char in name if char.isalnum()]
    if plain and 2 * len(plain.replace("-", "")) >= len(letters[:_LONGEST]):
        return plain
    mark = blake2b(fold(" ".join(name.split())).encode(), digest_size=_DIGEST).hexdigest()
    return f"{plain}-{mark}".strip("-")
