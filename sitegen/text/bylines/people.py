"""The people and agencies that a text begins with, parted at commas and "et", without their offices."""

# ruff: noqa: PLR2004 - lengths of names, beside what they are compared with

import re
from functools import lru_cache
from itertools import groupby

from sitegen.text.bylines.openings import byline_start, joints
from sitegen.text.bylines.words import (
    DESK_LONGEST,
    KEPT,
    LETTERS,
    LONGEST,
    MOST_NAMES,
    ROLE_WORDS,
    BylineWords,
    HouseWords,
    agency_of,
    is_broadcaster,
    is_initials,
    is_institution,
    is_named,
    is_press,
    is_site,
    may_be_person,
)
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import tidy

_STOP = lazily(
    r"\s*(?:[|·•—–(\[<>:;/\n]| - |(?<!\w)\d|(?<=[^\W\d_])\d{1,4}[ /.-]\w|\bhttps?:|@|\s{3,}"
    r"|\s(?:for|pour|für|in|à|at|im|au|aus|dans|depuis|sur)\s)",
    re.IGNORECASE,
)
_JOINT = lazily(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý][a-zà-ÿ])")
_DANGLING = lazily(r"(?:[\s,;]+(?:le|ce|du|the|on|am|vom|den))+\s*$", re.IGNORECASE)  # before a date cut off
_BRACKETED = lazily(r"\((avec|with|mit) ([^()]{2,60})\)", re.IGNORECASE)
_SHORTENED = lazily(r"[A-ZÀ-Ý]\. [A-ZÀ-Ý][\w'’-]{1,30}")
_DOUBLED = lazily(r"^(\S+ \S.*?) ?\1$")  # "Anne Petit Anne Petit", beside her picture and under it
_ADDRESS = lazily(r"[\s(,|–—-]+[\w.+-]{1,64}@")  # "Par Anne Petit a.petit@fil.example(01 23 45 67 89)"
_DESK_SPACES = 5
_DESK = 9  # letters of a desk's name from which more words may follow it: "Rédaction Afrique"


def companions(text: str, words: BylineWords) -> tuple[str, ...]:
    """The authors of "X avec AFP": people and agency, the agency alone beside a paper; else none."""
    left, partners = _joined(text, words)
    names = _writers(left, words) if partners else ()
    if partners and not names and not is_site(left) and not is_press(left, words):
        return ()
    agencies = (name for name in partners if fold(name) not in words.agency)  # "avec agences" names none
    return tuple(dict.fromkeys((*names, *agencies)))


def paper_beside(text: str, words: BylineWords) -> str:
    """The paper in "Le Courrier avec AFP", "" where a person or nothing stands there."""
    left, partners = _joined(text, words)
    left = left[byline_start(fold(left), words) :]
    if not partners or _writers(left, words) or _is_desk(fold(left), words):
        return ""
    return left if is_site(left) or is_press(left, words) else ""


def paper_of(text: str, words: BylineWords) -> str:
    """The paper that a line names as its author, "par" before it or not: "Par Le Courrier"; "" for none."""
    name = tidy(_until_stop(text[byline_start(fold(text[:LONGEST]), words) :], words))
    few = 0 < len(name.split()) <= MOST_NAMES and (name[0].isupper() or name[0].isdigit())
    if not few or fold(name) in words.releases:
        return ""
    if not is_press(name, words) or _is_desk(fold(name), words) or is_named(name, words):
        return ""
    return name if all(word[0].isupper() or len(word) <= LETTERS for word in name.split()) else ""


def _writers(text: str, words: BylineWords) -> tuple[str, ...]:
    """The people and agencies that a text begins with, not single words, which may be a paper's name."""
    names = (text,) if is_initials(text) else people(text, words)
    known = any(" " in name or "." in name or fold(name) in words.agencies for name in names)
    return names if known else ()


def _joined(text: str, words: BylineWords) -> tuple[str, tuple[str, ...]]:
    """What stands before "avec" and the agencies after it; none where they are no agencies."""
    text = text[:LONGEST]
    if "(" in text:
        text = _BRACKETED.sub(r"\1 \2", text)
    folded = fold(text)
    for joint in joints(words):
        at = folded.find(joint)
        if at < 0:
            continue
        left = tidy(text[:at])
        right = _until_stop(text[at + len(joint) :], words)
        partners = tuple(agency_of(part, words) for part in split(right, words))
        if left and partners and all(partners):
            return left, partners
    return "", ()


@lru_cache(maxsize=KEPT)
def people(text: str, words: BylineWords) -> tuple[str, ...]:
    """The names that a text begins with, up to the first thing that is none."""
    whole = companions(text, words)
    if whole:
        return whole
    text = _until_stop(text, words)
    parts = split(text, words)
    names: list[str] = []
    told = False  # of the last one, what he or she is: only who surely has a name comes after that
    for at, part in enumerate(parts[: 2 * MOST_NAMES]):
        name = _author(part, words, lone=len(parts) == 1)
        if not name and names and _SHORTENED.fullmatch(names[-1]) and _SHORTENED.fullmatch(part):
            name = part  # "A. Petit, M. Grand": an initial like the others, no mister
        if not name and at and part.islower() and part.count(" ") < ROLE_WORDS:
            told = True
            continue
        if not name or (told and not is_named(name, words) and not _is_desk(fold(name), words)):
            break
        if name not in names:
            names.append(name)
    return tuple(names[:MOST_NAMES])


def _until_stop(text: str, words: BylineWords) -> str:
    """The text up to a separator, a digit, or words such as "publié le"."""
    text = text[:LONGEST].strip(" :")
    if "@" in text:
        text = _ADDRESS.split(text, maxsplit=1)[0]
    stop = _STOP.search(text, 1)
    if stop:
        text = text[: stop.start()]
    folded = fold(text)
    dating = _dating(words).search(folded, LETTERS)
    return _DANGLING.sub("", text[: dating.start()] if dating else text)


def split(text: str, words: BylineWords) -> list[str]:
    """The parts of a list of names."""
    return [part for part in between(words).split(text) if part.strip()]


@lru_cache(maxsize=64)
def _dating(words: BylineWords) -> re.Pattern[str]:
    """Words such as "publié le", longest first by their first letter; short ones after a space only."""
    phrases = sorted({*words.published, *words.updated}, key=lambda one: (one[0], -len(one), one))
    branches = []
    for letter, group in groupby(phrases, key=lambda one: one[0]):
        tails = "|".join(
            re.escape(one[1:]) if len(one) > 4 else rf"(?<= .){re.escape(one[1:])}" for one in group
        )
        branches.append(f"{re.escape(letter)}(?:{tails})")
    return re.compile("|".join(branches) or r"(?!)")


@lru_cache(maxsize=64)
def between(words: BylineWords) -> re.Pattern[str]:
    """What stands between two names."""
    joined = "|".join(map(re.escape, (*words.companions, *words.conjunctions)))
    pattern = rf"\s*(?:,|;|&|\+)\s*(?:(?:{joined})\s+)?|\s+(?:{joined})\s+" if joined else r"\s*[,;&]\s*"
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=64)
def _openings(roles: frozenset[str]) -> tuple[str, ...]:
    """Roles as they stand before a name, in one order whatever the set's."""
    return tuple(f"{role} " for role in sorted(roles))


def _author(part: str, words: BylineWords, *, lone: bool) -> str:
    """A part as an author's name, "" where it is none."""
    name = _DOUBLED.sub(r"\1", tidy(part))
    folded = fold(name)
    agency = agency_of(name, words)
    if agency or _is_desk(folded, words):
        return agency or name
    place = (is_institution(name, words) or is_press(name, words)) and not is_named(name, words)
    if place or is_staff(folded, words):
        return ""
    if is_initials(name):
        return name
    first, _, rest = name.partition(" ")
    if fold(first).rstrip(".") in words.honorifics and rest:
        return _author(rest, words, lone=lone)
    if folded.startswith(_openings(words.roles)):
        known = _after_role(name, folded, words)
        if known or (rest[:1].isupper() and not is_named(name, words)):
            return known  # none of "Staff Attorney"
    named = " ".join(_before_role(_unglued(name, words).split(), words))
    if may_be_person(named, words):
        button = fold(named.rpartition(" ")[2]) in words.furniture and not is_named(named, words)
        return "" if button else _without_role(named, words)  # "RFI Suivre"
    if lone and " " not in name and len(name) >= LETTERS and name[0].isupper() and name.isalpha():
        common = folded in words.stop_words or folded in words.furniture
        return "" if common or is_broadcaster(name, words) else name
    return ""


def is_staff(folded: str, words: BylineWords) -> bool:
    """Whether a text says what somebody is to an agency: "ap national security writer"."""
    return folded.partition(" ")[0] in words.agencies and folded.rpartition(" ")[2] in words.roles


def _after_role(name: str, folded: str, words: BylineWords) -> str:
    """The person after a role ("Editor Jane Farrow"), "" where none follows."""
    for role in _openings(words.roles):
        if folded.startswith(role) and may_be_person(name[len(role) :], words):
            return name[len(role) :]
    return ""


@lru_cache(maxsize=64)
def _desk_openings(desks: frozenset[str]) -> tuple[str, ...]:
    """Desks whose name more words may follow, in one order whatever the set's."""
    return tuple(f"{desk} " for desk in sorted(desks) if len(desk) >= _DESK)


def _is_desk(folded: str, words: HouseWords) -> bool:
    """Whether a name is a newsroom's, or one's with what it covers after it ("rédaction Afrique")."""
    if folded in words.desks:
        return True
    if len(folded) > DESK_LONGEST or folded.count(" ") > _DESK_SPACES:
        return False
    return folded.startswith(_desk_openings(words.desks))


def is_house(name: str, words: HouseWords) -> bool:
    """Whether an author is no person: an agency, a newsroom or one of its desks, an institution."""
    return bool(agency_of(name, words)) or _is_desk(fold(name), words) or is_institution(name, words)


def _without_role(name: str, words: BylineWords) -> str:
    """A name without a role glued to its end ("Anne Petit Correspondante"); "" where too little is left."""
    tokens = name.split()
    while tokens and (
        fold(tokens[-1]) in words.roles or (len(tokens) > 2 and fold(tokens[-1]) in words.furniture)
    ):
        tokens.pop()
    known = all(fold(token) in words.furniture for token in tokens)
    return "" if len(tokens) < 2 or known else " ".join(tokens)


def _before_role(tokens: list[str], words: BylineWords) -> list[str]:
    """The words of a name up to a role after it ("Anne Petit Cheffe du service Monde"), or up to a button."""
    for at in range(2, len(tokens)):
        said, rest = fold(tokens[at]), "".join(tokens[at + 1 :])
        if said in words.roles or (said in words.furniture and rest.islower()):  # "Voir tous ses articles"
            return tokens[:at]
    return tokens


def _unglued(name: str, words: BylineWords) -> str:
    """A name before a role or section that a page glued to it ("Anne PetitPolitique")."""
    for joint in _JOINT.finditer(name):
        tail = fold(name[joint.start() :].split(" ", 1)[0])
        if tail in words.roles or tail in words.furniture or tail in words.stop_words:
            return name[: joint.start()]
    return name
