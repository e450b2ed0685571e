"""The names that a line states behind the opening of a byline, at its start, its end or within a sentence."""

import re
from functools import lru_cache

from sitegen.text.bylines.alone import names_alone
from sitegen.text.bylines.openings import byline_start, own_reporters
from sitegen.text.bylines.people import between, people
from sitegen.text.bylines.words import (
    KEPT,
    LONGEST,
    MOST_NAMES,
    PAPER_AND_WRITER,
    SOMEWHERE,
    BylineWords,
    is_named,
    is_press,
    may_be_person,
)
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import tidy

_GLUED = lazily(
    r"(?:by|par|von)(?=(?:[A-ZÀ-Ý][a-zà-ÿ]+ |[A-ZÀ-Ý]\.(?:[ -]?[A-ZÀ-Ý]\.)* ?)[A-ZÀ-Ý])", re.IGNORECASE
)
_AGAIN = lazily(r"(?:by|par|von)(?=(?:by|par|von) )", re.IGNORECASE)  # "Byby Anne Petit": said and shown
_DASHES = ("–", "—", "-", "|")
_TOWN = lazily(r"(?:à|a|au|en|in)\s+[A-ZÀ-Ý][\w'’-]{1,30}\s+(par\s+)?(?=[A-ZÀ-Ý])")
_ASIDE_BETWEEN = lazily(
    r",? (?:(?:à|a|au|en|in) [A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30})?|\([^()]{2,80}\))(?=[\s,])"
)  # ", à Rabat", "(Rabat [Maroc], envoyée spéciale)", "(texte)"
_BEHIND = lazily(r"([,.!?»”|–—(-]) ?([Pp]ar|[Bb]y|[Vv]on|PAR|BY|VON) (?=[A-ZÀ-Ý])")  # ", par Anne Petit"
_FULL_STOPS = (".", "!", "?", "»", "”")
_CUT_OFF = (",", ".", "|", "–", "—", "(", "-")  # what stands between a title and "par" and is of neither
_NAME_RUN = lazily(
    r"[A-ZÀ-Ý][\w'’-]{1,30}"
    r"(?: (?:(?:de|du|des|van|von|ben|bin|el|al|la|le|ould|d['’]) ?){0,2}[A-ZÀ-Ý][\w'’-]{1,30}){1,3}"
)  # the words with capitals that a sentence goes on with
_DASHED = lazily(r"\s+[-–]\s*(?=[A-ZÀ-Ý])")
_LOUD = lazily(r"(?:[A-ZÀ-Ý][A-ZÀ-Ý'’-]+ ){2,4}(?=[A-ZÀ-Ý][a-zà-ÿ])")  # "PAR ANNE PETIT Le pont a rouvert"


@lru_cache(maxsize=KEPT)
def byline(text: str, words: BylineWords) -> tuple[str, ...]:
    """The authors that a line names after a word such as "par"; none where it is no byline."""
    text = _AGAIN.sub("", text[: 2 * LONGEST])
    after = byline_start(fold(text), words)
    glued = (
        _GLUED.match(text)
        if not after and text[:3].lower() in ("by" + text[2:3].lower(), "par", "von")
        else None
    )
    if glued and text[glued.end()].isupper() and not text[: glued.end()].isupper():  # "PARENTING TIPS"
        after = glued.end()
    if not after:
        return ()
    names = _behind_paper(text[after:], words) or listed(text[after:], words) or _placed(text[after:], words)
    if text[after] in _DASHES and not any(" " in name for name in names):
        return ()  # "Reportage — Climat": what kind of text on what
    return names


def _behind_paper(rest: str, words: BylineWords) -> tuple[str, ...]:
    """The paper's people in brackets: "Relais (Anne Petit et Luc Grand)"."""
    bracket = PAPER_AND_WRITER.fullmatch(rest) if rest.endswith(")") else None
    if not bracket or " " in bracket[1]:
        return ()
    names = names_alone(bracket[2], words)
    return names if all(is_named(name, words) for name in names) else ()


def _placed(rest: str, words: BylineWords) -> tuple[str, ...]:
    """The names after a place: "(de notre correspondant) à Tbilissi, Anne Petit"."""
    place = SOMEWHERE.match(rest)
    names = people(rest[place.end() :], words) if place else ()
    if not names:  # "à Rabat Anne Petit", "à Rabat par Anne Petit"
        place = _TOWN.match(rest)
        names = people(rest[place.end() :], words) if place else ()
        sure = place is not None and (place[1] or all(is_named(name, words) for name in names))
        names = names if sure else ()
    return tuple(name for name in names if " " in name)


def listed(rest: str, words: BylineWords) -> tuple[str, ...]:
    """The names that a text begins with, with those after a dash or a place; none where none begin it."""
    loud = _LOUD.match(rest)
    rest = loud[0] if loud else rest
    names = people(rest, words)
    return (*names, *_elsewhere(rest, words)) if names else ()


def _elsewhere(rest: str, words: BylineWords) -> tuple[str, ...]:
    """The names after a dash, or after the first ones' place or role: "Anne Petit (Rabat) et Luc Grand"."""
    names: list[str] = []
    for part in _DASHED.split(rest[:LONGEST])[1:]:  # "Anne Petit - Luc Grand"
        more = people(part, words)
        if not more or not all(is_named(name, words) for name in more):
            break
        names += more
    for aside in _ASIDE_BETWEEN.finditer(rest[:LONGEST]):
        joined = between(words).match(rest, aside.end())
        more = people(rest[joined.end() :], words) if joined else ()
        if not more or not all(may_be_person(name, words) for name in more):
            break
        names += more
    return tuple(names)


def signed_end(text: str, words: BylineWords) -> int:
    """Where a title ends that names its writer behind it: "Le pont d'hier, par Anne Petit"; 0 where none is.

    After a comma, or a full stop and with a capital, any name will do, else one with a known given name.
    """
    for found in reversed(list(_BEHIND.finditer(text[: 2 * LONGEST]))):
        rest = text[found.end() :].rstrip(" )")
        names = names_alone(rest, words)
        known = all(is_named(name, words) for name in names)
        capital = found[2][0].isupper() and found[1] in _FULL_STOPS
        if names and (known or capital or found[1] == ","):
            return found.start() + (found[1] not in _CUT_OFF)
    return 0


def reporters(text: str, words: BylineWords) -> tuple[str, ...]:
    """Whom a sentence calls its paper's own: "écoutez notre correspondante à Rabat, Anne Petit"."""
    folded = fold(text)
    for phrase in own_reporters(words):
        at = folded.find(f"{phrase} ")
        if at < 0 or (at and folded[at - 1].isalnum()):
            continue
        start = at + len(phrase) + 1
        place = SOMEWHERE.match(text, start)
        names = _run_of_names(text, start, words) or (
            _run_of_names(text, place.end(), words) if place else ()
        )
        if names:
            return names
    return ()


def _run_of_names(text: str, start: int, words: BylineWords) -> tuple[str, ...]:
    """The people whom a sentence names one after the other from a place on."""
    names: list[str] = []
    while len(names) < MOST_NAMES:
        found = _NAME_RUN.match(text, start)
        if not found or is_press(found[0], words) or not may_be_person(tidy(found[0]), words):
            break
        names.append(tidy(found[0]))
        joined = between(words).match(text, found.end())
        if not joined:
            break
        start = joined.end()
    return tuple(names)
