"""People's names: what looks like one, and how a byline's are told apart."""

import re
from collections.abc import Collection

_PARTICLES = frozenset(
    [
        "de",
        "du",
        "des",
        "d'",
        "la",
        "le",
        "les",
        "van",
        "von",
        "der",
        "den",
        "dos",
        "da",
        "di",
        "del",
        "della",
        "al",
        "el",
        "ben",
        "bin",
        "ibn",
        "abu",
        "ter",
        "zu",
        "zum",
        "y",
        "e",
        "of",
        "the",
        "bint",
        "af",
        "av",
    ]
)
_NEVER_FIRST = _PARTICLES - frozenset(("ben", "bin", "al", "el", "van", "ibn", "abu"))
_NEVER = frozenset(("d'un", "d'une", "l'un", "l'une", "qu'un", "qu'une"))  # in a title in capitals
_TOKEN = re.compile(r"[^\W\d_]+(?:(?:\.-|['’.\-])[^\W\d_]+)*['’.\-]?$")  # "Jean-Luc", "O'Neill", "J.-P."
_GLUED = re.compile(r"[a-zà-ÿ]{3}[A-ZÀ-Ý]{3}")  # "AfriquePREMIUM"
_INITIALS = re.compile(r"(?:[A-ZÀ-Ý]\.-?){2,4}")  # "E.L."
_INITIAL = re.compile(r"[A-LN-ZÀ-Ý]\.")  # not "M.", which is a mister
_LONGEST = 60
_MOST = 5
_MANY = 2  # capitalised words that a name has at least


def is_person(text: str, excluded: Collection[str] = ()) -> bool:
    """Whether a text looks like a person's name: two to five capitalised words, particles between.

    >>> is_person("Inès de La Tour"), is_person("Le ministre"), is_person("Lire plus")
    (True, False, False)
    >>> is_person("Jeanne d'Exemple")
    True
    """
    if not 4 <= len(text) <= _LONGEST or not text[0].isupper():  # noqa: PLR2004  "Bo Li" is as short as names get
        return False
    tokens = text.replace("’", "'").split()
    if not _MANY <= len(tokens) <= _MOST + 1:
        return False
    capitals = 0
    for at, token in enumerate(tokens):
        low = token.lower()
        if not _TOKEN.match(token) or _GLUED.search(token) or low in _NEVER:
            return False
        bare = low if _INITIAL.fullmatch(token) else low.rstrip(".")  # "S. Petit", though "s" is a stop word
        if (bare in excluded or low in excluded) and (at == 0 or low not in _PARTICLES):
            return False
        if at == 0 and low == "à":  # stop words are folded, and "a" may be an initial
            return False
        if _is_capital(token) and (at or token[0].isupper()):
            capitals += 1
        elif (low not in _PARTICLES and not low.startswith(("d'", "al-", "el-"))) or at == 0:
            return False
    return _MANY <= capitals <= _MOST and tokens[0].lower() not in _NEVER_FIRST and _is_capital(tokens[-1])


def _is_capital(token: str) -> bool:
    """Whether a word of a name has a capital, behind "d'" too: "Petit", "d'Arc"."""
    return token[0].isupper() or (token.startswith("d'") and token[2:3].isupper())


def tidy(name: str) -> str:
    """A name with single spaces, no marks around it, and capitals turned to a name's case.

    >>> tidy(" JEAN-LUC  MARTIN, ")
    'Jean-Luc Martin'
    """
    name = " ".join(name.split()).strip(' ,;:|/·•–—-()[]"«»“”*_')
    if not name.endswith((" Jr.", " Sr.")) and not _INITIALS.fullmatch(name):
        name = name.rstrip(".") if len(name.rsplit(" ", 1)[-1].rstrip(".")) > 1 else name
    if name.isupper() and " " in name:
        return " ".join(
            word.lower() if word.lower() in _PARTICLES and at else titled(word)
            for at, word in enumerate(name.split())
        )
    return name


def titled(word: str) -> str:
    """A word in capitals as a name writes it: "JEAN-LUC" as "Jean-Luc", "O'NEILL" as "O'Neill"."""
    return re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
