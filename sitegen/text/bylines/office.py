"""People named with what they are: "Anne Petit, envoyée spéciale", "Anne Petit est géographe à …"."""

# ruff: noqa: PLR2004 - lengths of names, beside what they are compared with

from functools import lru_cache

from sitegen.text.bylines.openings import reporting
from sitegen.text.bylines.words import (
    DASHES_BETWEEN,
    KEPT,
    LONGEST,
    ROLE_WORDS,
    BylineWords,
    is_named,
    is_press,
    may_be_person,
)
from sitegen.text.fold import fold
from sitegen.text.names import tidy

_OFFICE_AT = 4  # words of a name at most, before an office
_COPULA = 3  # letters of "est", "is", "ist"


def correspondent(text: str, words: BylineWords) -> str:
    """Whom a line calls a paper's correspondent, saying nothing else: "Anne Petit, envoyée spéciale"."""
    name, comma, office = text.partition(",")
    name = tidy(name)
    if not comma or not office.strip() or text[-1] in ".!?:;" or not may_be_person(name, words):
        return ""
    role = fold(office).strip()
    known = any(role == one or role.startswith(f"{one} ") for one in reporting(words))
    return name if known and not is_press(name, words) else ""


@lru_cache(maxsize=KEPT)
def in_office(text: str, words: BylineWords) -> str:
    """Whom a line names with an office right behind: "Anne Petit Directrice du Centre du Nord"; "" for none.

    The office has a capital, so that no sentence goes on from the name.
    """
    tokens = text.split(" ", _OFFICE_AT + ROLE_WORDS)
    if text[-1:] in ("", ".", "?", "!", ":") or len(tokens) <= 2:
        return ""
    for size in range(2, min(_OFFICE_AT, len(tokens) - 1) + 1):
        office = [fold(token) for token in tokens[size : size + ROLE_WORDS]]
        known = any(" ".join(office[:several]) in words.roles for several in range(1, ROLE_WORDS + 1))
        if known and tokens[size][:1].isupper():
            name = tidy(" ".join(tokens[:size]))
            return name if is_named(name, words) and may_be_person(name, words) else ""
    return ""


def introduced(text: str, words: BylineWords) -> str:
    """Whom a sentence says to be something: "Anne Petit est géographe à Lunay"; "" for nobody so named."""
    tokens = text[:LONGEST].split()
    for size in range(2, min(_OFFICE_AT + 1, len(tokens))):
        verb = fold(tokens[size])
        if not tokens[size].islower() or len(verb) > _COPULA or verb in words.conjunctions:
            continue
        name = " ".join(tokens[:size])
        if not is_named(name, words) or not may_be_person(name, words):
            continue
        said = [fold(token).strip(",.") for token in tokens[size + 1 : size + 1 + ROLE_WORDS]]
        known = any(" ".join(said[:many]) in words.roles for many in range(1, len(said) + 1))
        return name if known else ""
    return ""


def presented(text: str, words: BylineWords) -> str:
    """Whom a paragraph about somebody opens with: "Anne Petit - Journaliste Après dix ans …"; "" for nobody.

    A dash and the office's capital tell it from a caption, whose office is part of the sentence.
    """
    name, *parts = DASHES_BETWEEN.split(text[:LONGEST], maxsplit=1)
    office = parts[0].split(" ", ROLE_WORDS) if parts else []
    known = any(fold(" ".join(office[:many])) in words.roles for many in range(1, len(office) + 1))
    if not known or not office[0][:1].isupper() or not is_named(name, words):
        return ""
    return tidy(name) if may_be_person(tidy(name), words) else ""
