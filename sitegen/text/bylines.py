"""Bylines: the names in "Par Anne Petit et Luc Grand, à Rabat", and none in "Par ailleurs"."""

# ruff: noqa: PLR2004 - lengths of names, beside what they are compared with
# ruff: noqa: D102 - each of the protocol's members is a list of the language's file under its own name

import re
from functools import lru_cache
from itertools import groupby
from typing import Protocol

from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import is_person, tidy

_LONGEST = 160
_KEPT = 8192  # lines whose names are kept: those of menus come again on every page of a site
_MOST_NAMES = 8
_STOP = lazily(
    r"\s*(?:[|·•—–(\[<>:;/\n]| - |(?<!\w)\d|(?<=[^\W\d_])\d{1,4}[ /.-]\w|\bhttps?:|@|\s{3,}"
    r"|\s(?:for|pour|für|in|à|at|im|au|aus|dans|depuis|sur)\s)",
    re.IGNORECASE,
)
_GLUED = lazily(
    r"(?:by|par|von)(?=(?:[A-ZÀ-Ý][a-zà-ÿ]+ |[A-ZÀ-Ý]\.(?:[ -]?[A-ZÀ-Ý]\.)* ?)[A-ZÀ-Ý])", re.IGNORECASE
)
_AGAIN = lazily(r"(?:by|par|von)(?=(?:by|par|von) )", re.IGNORECASE)  # "Byby Anne Petit": said and shown
_JOINT = lazily(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Ý][a-zà-ÿ])")
_LETTERS = 3
_LABEL = 40  # characters in which a label and its colon stand
_DANGLING = lazily(r"(?:[\s,;]+(?:le|ce|du|the|on|am|vom|den))+\s*$", re.IGNORECASE)  # before a date cut off
_BRACKETED = lazily(r"\((avec|with|mit) ([^()]{2,60})\)", re.IGNORECASE)
_SOMEWHERE = lazily(r"(?:à|a|au|aux|en|dans|in|de|du|,)\s+[^,:;.–—|]{2,40}[,:]\s*", re.IGNORECASE)
_INITIALS = lazily(r"(?:[A-ZÀ-Ý][.-]{1,2} ?){2,4}")  # "E.L.", "A.-S. R."
_ONE_INITIAL = lazily(  # "A.Petit", "Petit.A"
    r"[A-ZÀ-Ý]\.(?:[A-ZÀ-Ý]\.)?[A-ZÀ-Ý][a-zà-ÿ'’-]{2,20}|[A-ZÀ-Ý][a-zà-ÿ'’-]{2,20}\.[A-ZÀ-Ý]\.?"
)
_ARTICLE = lazily(r"^(?:l['’]|la |le |les |the |die |der )", re.IGNORECASE)
_ARTICLES = frozenset(("le", "la", "les", "l'", "the", "der", "die", "das"))
_DASHES = ("–", "—", "-", "|")
_DASHES_BETWEEN = lazily(r"(?: [|–—-])+ ")
_PAPER_AND_WRITER = lazily(
    r"([A-ZÀ-Ý0-9][\w'’.-]{1,20}(?: [\w'’.-]{1,20}){0,3}) \(([^()]{5,80})\)"
    r"((?:,? [^\W\d_]{1,9}){0,2} \d[^()]{0,30})?:?"
)  # "Le Fil (Anne Petit) le 3 mai"
_SHORTENED = lazily(r"[A-ZÀ-Ý]\. [A-ZÀ-Ý][\w'’-]{1,30}")
_PRESS = 4  # letters of a press word that another may be glued to: "Valmontinfos"
_FOR = lazily(r"(?:pour|for|fur) [^.!?:;]{2,40}")  # "Anne Petit, pour L'Écho"
_OF_PAPER = lazily(r"[^\W\d_][\w'’. -]{2,40} [A-ZÀ-Ý][\w'’-]*[a-zà-ÿ][\w'’-]*(?: [A-ZÀ-Ý'’-]{2,30}){1,3}\.?")
_HANDLE = lazily(r"[\s(,|–—-]+@[\w.]{2,30}\)?$")  # "Anne Petit @apetit"
_DOUBLED = lazily(r"^(\S+ \S.*?) ?\1$")  # "Anne Petit Anne Petit", beside her picture and under it
_ADDRESS = lazily(r"[\s(,|–—-]+[\w.+-]{1,64}@")  # "Par Anne Petit a.petit@fil.example(01 23 45 67 89)"
_EMAIL = lazily(r"[\s(,|–—-]+[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,3}\)?$")  # "Anne Petit a.petit@…"
_WHERE = lazily(r"\(?(?:a|au|en|in) [^\W\d_][\w'-]*(?: [\w'-]+){0,2}\)?(?: \([\w' -]{2,30}\))?")
_FROM = lazily(r" ?[,–—-] [A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30}){0,2}")  # a town behind a name
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
_DESK_SPACES = 5
_DESK = 9  # letters of a desk's name from which more words may follow it: "Rédaction Afrique"
_DESK_LONGEST = 40
_ROLE_WORDS = 3
_OFFICE_AT = 4  # words of a name at most, before an office
_COPULA = 3  # letters of "est", "is", "ist"
_MOST_PARTS = 3  # behind a name: what for, and the paper
_PERSON_AND_AGENCY = 2  # parts of "Anne Petit / AFP"


class BylineWords(Protocol):
    """The words that bylines are read with, folded; the lists longest first."""

    def __hash__(self) -> int: ...
    @property
    def byline(self) -> tuple[str, ...]: ...
    @property
    def conjunctions(self) -> tuple[str, ...]: ...
    @property
    def companions(self) -> tuple[str, ...]: ...
    @property
    def published(self) -> tuple[str, ...]: ...
    @property
    def updated(self) -> tuple[str, ...]: ...
    @property
    def agencies(self) -> frozenset[str]: ...
    @property
    def agency(self) -> frozenset[str]: ...
    @property
    def institutions(self) -> frozenset[str]: ...
    @property
    def press(self) -> frozenset[str]: ...
    @property
    def releases(self) -> frozenset[str]: ...
    @property
    def captions(self) -> frozenset[str]: ...
    @property
    def desks(self) -> frozenset[str]: ...
    @property
    def roles(self) -> frozenset[str]: ...
    @property
    def furniture(self) -> frozenset[str]: ...
    @property
    def stop_words(self) -> frozenset[str]: ...
    @property
    def honorifics(self) -> frozenset[str]: ...
    @property
    def given(self) -> frozenset[str]: ...


@lru_cache(maxsize=_KEPT)
def byline(text: str, words: BylineWords) -> tuple[str, ...]:
    """The authors that a line names after a word such as "par"; none where it is no byline."""
    text = _AGAIN.sub("", text[: 2 * _LONGEST])
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
    bracket = _PAPER_AND_WRITER.fullmatch(rest) if rest.endswith(")") else None
    if not bracket or " " in bracket[1]:
        return ()
    names = names_alone(bracket[2], words)
    return names if all(is_named(name, words) for name in names) else ()


def _placed(rest: str, words: BylineWords) -> tuple[str, ...]:
    """The names after a place: "(de notre correspondant) à Tbilissi, Anne Petit"."""
    place = _SOMEWHERE.match(rest)
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
    for part in _DASHED.split(rest[:_LONGEST])[1:]:  # "Anne Petit - Luc Grand"
        more = people(part, words)
        if not more or not all(is_named(name, words) for name in more):
            break
        names += more
    for aside in _ASIDE_BETWEEN.finditer(rest[:_LONGEST]):
        joined = _between(words).match(rest, aside.end())
        more = people(rest[joined.end() :], words) if joined else ()
        if not more or not all(may_be_person(name, words) for name in more):
            break
        names += more
    return tuple(names)


def byline_start(folded: str, words: BylineWords) -> int:
    """Where the names begin after a byline's opening word, 0 where there is none.

    A menu's word may stand before a label: "Abonnés Entretien : Anne Petit".
    """
    start = _after_opening(folded, words)
    if start or ":" not in folded[:_LABEL]:
        return start
    button, _, rest = folded.partition(" ")
    start = _after_opening(rest, words) if button in words.furniture else 0
    return len(button) + 1 + start if start and rest[:start].rstrip().endswith(":") else 0


def _after_opening(folded: str, words: BylineWords) -> int:
    """Where a text goes on after a byline's opening word that it begins with, 0 where it does with none."""
    first = folded.partition(" ")[0].partition(":")[0]
    for phrase in _by_first_word(words).get(first, ()):
        if phrase[-1] == ":":  # only as a label: "Entretien : Anne Petit", not "Entretien avec Anne Petit"
            label = phrase[:-1].rstrip()
            rest = folded[len(label) :].lstrip() if folded.startswith(label) else ""
            if rest[:1] == ":" and rest.strip(" :"):
                return len(folded) - len(rest.lstrip(" :"))
        elif folded.startswith(phrase):
            rest = folded[len(phrase) :]
            if (rest[:1] in (" ", ":") or phrase[-1] == "'") and rest.strip(" :"):
                return len(phrase) + len(rest) - len(rest.lstrip(" :"))
    return 0


@lru_cache(maxsize=64)
def kinds_of_text(words: BylineWords) -> frozenset[str]:
    """What bylines call the text, without what stands around it: "point de vue" of "un point de vue de"."""
    kinds = set()
    for phrase in words.byline:
        inner = phrase.split(" ")
        if len(inner) > 1 and len(inner[-1]) <= _LETTERS:
            name = " ".join(inner[:-1])
            article, _, rest = name.partition(" ")
            kinds.add(_ARTICLE.sub("", rest if rest and len(article) <= _LETTERS else name))
    return frozenset(kinds)


def is_opening(folded: str, words: BylineWords) -> bool:
    """Whether a line is nothing but a byline's opening word: the names stand on the next."""
    folded = _ARTICLE.sub("", folded)  # "L'auteur"
    return folded in _by_first_word(words).get(folded.split(" ", 1)[0], ())


def signed_end(text: str, words: BylineWords) -> int:
    """Where a title ends that names its writer behind it: "Le pont d'hier, par Anne Petit"; 0 where none is.

    After a comma, or a full stop and with a capital, any name will do, else one with a known given name.
    """
    for found in reversed(list(_BEHIND.finditer(text[: 2 * _LONGEST]))):
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
    for phrase in _own_reporters(words):
        at = folded.find(f"{phrase} ")
        if at < 0 or (at and folded[at - 1].isalnum()):
            continue
        start = at + len(phrase) + 1
        place = _SOMEWHERE.match(text, start)
        names = _run_of_names(text, start, words) or (
            _run_of_names(text, place.end(), words) if place else ()
        )
        if names:
            return names
    return ()


def _run_of_names(text: str, start: int, words: BylineWords) -> tuple[str, ...]:
    """The people whom a sentence names one after the other from a place on."""
    names: list[str] = []
    while len(names) < _MOST_NAMES:
        found = _NAME_RUN.match(text, start)
        if not found or is_press(found[0], words) or not may_be_person(tidy(found[0]), words):
            break
        names.append(tidy(found[0]))
        joined = _between(words).match(text, found.end())
        if not joined:
            break
        start = joined.end()
    return tuple(names)


@lru_cache(maxsize=64)
def _own_reporters(words: BylineWords) -> tuple[str, ...]:
    """A byline's opening phrases that end with a role: "notre envoyée spéciale"."""
    return tuple(phrase for phrase in words.byline if phrase.partition(" ")[2] in words.roles)


def opens_byline(folded: str, words: BylineWords) -> bool:
    """Whether a line begins with a byline's opening word, names on the same line or not."""
    first = folded.partition(" ")[0]
    known = _by_first_word(words)
    if first not in known and first.partition(":")[0] not in known:
        return False
    return is_opening(folded, words) or byline_start(folded, words) > 0


@lru_cache(maxsize=64)
def _by_first_word(words: BylineWords) -> dict[str, tuple[str, ...]]:
    """A byline's opening phrases by their first word, in their order."""
    found: dict[str, list[str]] = {}
    for phrase in words.byline:
        found.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return {word: tuple(group) for word, group in found.items()}


def companions(text: str, words: BylineWords) -> tuple[str, ...]:
    """The authors of "X avec AFP": people and agency, the agency alone beside a paper; else none."""
    left, partners = _joined(text, words)
    names = _writers(left, words) if partners else ()
    if partners and not names and not _is_site(left) and not is_press(left, words):
        return ()
    agencies = (name for name in partners if fold(name) not in words.agency)  # "avec agences" names none
    return tuple(dict.fromkeys((*names, *agencies)))


def paper_beside(text: str, words: BylineWords) -> str:
    """The paper in "Le Courrier avec AFP", "" where a person or nothing stands there."""
    left, partners = _joined(text, words)
    left = left[byline_start(fold(left), words) :]
    if not partners or _writers(left, words) or _is_desk(fold(left), words):
        return ""
    return left if _is_site(left) or is_press(left, words) else ""


def paper_of(text: str, words: BylineWords) -> str:
    """The paper that a line names as its author, "par" before it or not: "Par Le Courrier"; "" for none."""
    name = tidy(_until_stop(text[byline_start(fold(text[:_LONGEST]), words) :], words))
    few = 0 < len(name.split()) <= _MOST_NAMES and (name[0].isupper() or name[0].isdigit())
    if not few or fold(name) in words.releases:
        return ""
    if not is_press(name, words) or _is_desk(fold(name), words) or is_named(name, words):
        return ""
    return name if all(word[0].isupper() or len(word) <= _LETTERS for word in name.split()) else ""


def _writers(text: str, words: BylineWords) -> tuple[str, ...]:
    """The people and agencies that a text begins with, not single words, which may be a paper's name."""
    names = (text,) if is_initials(text) else people(text, words)
    known = any(" " in name or "." in name or fold(name) in words.agencies for name in names)
    return names if known else ()


def _joined(text: str, words: BylineWords) -> tuple[str, tuple[str, ...]]:
    """What stands before "avec" and the agencies after it; none where they are no agencies."""
    text = text[:_LONGEST]
    if "(" in text:
        text = _BRACKETED.sub(r"\1 \2", text)
    folded = fold(text)
    for joint in joints(words):
        at = folded.find(joint)
        if at < 0:
            continue
        left = tidy(text[:at])
        right = _until_stop(text[at + len(joint) :], words)
        partners = tuple(_agency(part, words) for part in _split(right, words))
        if left and partners and all(partners):
            return left, partners
    return "", ()


@lru_cache(maxsize=64)
def joints(words: BylineWords) -> tuple[str, ...]:
    """The words such as "avec" between spaces."""
    return tuple(f" {phrase} " for phrase in words.companions)


def _agency(part: str, words: BylineWords) -> str:
    """An agency's name without its article, "" for anything else: "l'Agence du Nord", "AFP"."""
    whole = tidy(part)
    if fold(whole) in words.agencies:
        return whole
    name = _ARTICLE.sub("", whole)
    folded = fold(name)
    if folded in words.agencies:
        return name
    return name if folded.split(" ", 1)[0] in words.agency and len(name) <= _DESK_LONGEST else ""


def is_initials(text: str) -> bool:
    """Whether a text is nothing but a writer's initials."""
    return _INITIALS.fullmatch(text) is not None


def is_named(name: str, words: BylineWords) -> bool:
    """Whether a name begins with a given name, so that a person's it must be."""
    first, _, rest = fold(name).partition(" ")
    return bool(rest) and (first in words.given or first.partition("-")[0] in words.given)


def may_be_person(text: str, words: BylineWords) -> bool:
    """Whether a text looks like a person's name in this language."""
    return is_person(text, _no_names(words))


@lru_cache(maxsize=64)
def _no_names(words: BylineWords) -> frozenset[str]:
    """Words that begin no name: "the", but not "Will"."""
    return words.stop_words - words.given


def _is_site(name: str) -> bool:
    """Whether a word or a few can be a paper's name: "monsite", "20 Minutes"."""
    return (name.isalpha() and len(name) <= _DESK_LONGEST) or (
        (name[0].isupper() or name[0].isdigit()) and len(name.split()) <= 5
    )


def _is_institution(name: str, words: BylineWords) -> bool:
    """Whether a name is that of a school or an office, where writers work."""
    return fold(name).partition(" ")[0] in words.institutions


def is_press(name: str, words: BylineWords) -> bool:
    """Whether a name is a paper's or a broadcaster's: it has an article, or a word that people's have not."""
    tokens = fold(name).replace("-", " ").replace("l'", "l' ").split()
    return bool(tokens) and (
        tokens[0] in _ARTICLES or name.lower().startswith("l'") or not words.press.isdisjoint(tokens)
    )


def is_broadcaster(name: str, words: BylineWords) -> bool:
    """Whether one word is a press word glued to another, as in names of channels: "RVMTV", "Valmontinfos"."""
    folded = fold(name)
    return name.isalpha() and any(
        folded.endswith(word) and len(folded) > len(word)
        for word in words.press
        if len(word) >= _PRESS or (len(word) < _LETTERS and name.isupper())
    )


@lru_cache(maxsize=_KEPT)
def people(text: str, words: BylineWords) -> tuple[str, ...]:
    """The names that a text begins with, up to the first thing that is none."""
    whole = companions(text, words)
    if whole:
        return whole
    text = _until_stop(text, words)
    parts = _split(text, words)
    names: list[str] = []
    told = False  # of the last one, what he or she is: only who surely has a name comes after that
    for at, part in enumerate(parts[: 2 * _MOST_NAMES]):
        name = _author(part, words, lone=len(parts) == 1)
        if not name and names and _SHORTENED.fullmatch(names[-1]) and _SHORTENED.fullmatch(part):
            name = part  # "A. Petit, M. Grand": an initial like the others, no mister
        if not name and at and part.islower() and part.count(" ") < _ROLE_WORDS:
            told = True
            continue
        if not name or (told and not is_named(name, words) and not _is_desk(fold(name), words)):
            break
        if name not in names:
            names.append(name)
    return tuple(names[:_MOST_NAMES])


def has_handle(text: str) -> bool:
    """Whether a text ends with an account's name, as an author's may: "Anne Petit @apetit"."""
    return "@" in text and _HANDLE.search(text) is not None


@lru_cache(maxsize=_KEPT)
def names_alone(text: str, words: BylineWords) -> tuple[str, ...]:
    """The people that a line consists of, and nothing else but a role."""
    text = text.lstrip("–— ")
    if "@" in text:
        text = _EMAIL.sub("", _HANDLE.sub("", text))
    if "." in text and (is_initials(text) or _ONE_INITIAL.fullmatch(text)):
        return (text,)
    head, _, inner = text[:-1].rpartition(" (") if text.endswith(")") else ("", "", "")
    if head and (is_press(inner, words) or fold(inner) in words.agencies) and is_named(head, words):
        text = head  # "Anne Petit (L'Écho)"
    surname = text[-4:-1]
    signed = (surname.isalpha() and surname.isupper()) or (
        is_named(text, words) and may_be_person(text[:-1], words)
    )
    if text.endswith(".") and signed:
        text = text[:-1]  # "Anne PETIT."
    return _names_only(text, words) if _may_be_names(text) else ()


def names_somewhere(text: str, words: BylineWords) -> tuple[str, ...]:
    """The people that a line consists of behind the place they write from: "À Rabat, Anne Petit (L'Écho)"."""
    place = _SOMEWHERE.match(text)
    names = names_alone(text[place.end() :], words) if place else ()
    return names if all(is_named(name, words) for name in names) else ()


def correspondent(text: str, words: BylineWords) -> str:
    """Whom a line calls a paper's correspondent, saying nothing else: "Anne Petit, envoyée spéciale"."""
    name, comma, office = text.partition(",")
    name = tidy(name)
    if not comma or not office.strip() or text[-1] in ".!?:;" or not may_be_person(name, words):
        return ""
    role = fold(office).strip()
    known = any(role == one or role.startswith(f"{one} ") for one in _reporting(words))
    return name if known and not is_press(name, words) else ""


@lru_cache(maxsize=_KEPT)
def in_office(text: str, words: BylineWords) -> str:
    """Whom a line names with an office right behind: "Anne Petit Directrice du Centre du Nord"; "" for none.

    The office has a capital, so that no sentence goes on from the name.
    """
    tokens = text.split(" ", _OFFICE_AT + _ROLE_WORDS)
    if text[-1:] in ("", ".", "?", "!", ":") or len(tokens) <= 2:
        return ""
    for size in range(2, min(_OFFICE_AT, len(tokens) - 1) + 1):
        office = [fold(token) for token in tokens[size : size + _ROLE_WORDS]]
        known = any(" ".join(office[:several]) in words.roles for several in range(1, _ROLE_WORDS + 1))
        if known and tokens[size][:1].isupper():
            name = tidy(" ".join(tokens[:size]))
            return name if is_named(name, words) and may_be_person(name, words) else ""
    return ""


def introduced(text: str, words: BylineWords) -> str:
    """Whom a sentence says to be something: "Anne Petit est géographe à Lunay"; "" for nobody so named."""
    tokens = text[:_LONGEST].split()
    for size in range(2, min(_OFFICE_AT + 1, len(tokens))):
        verb = fold(tokens[size])
        if not tokens[size].islower() or len(verb) > _COPULA or verb in words.conjunctions:
            continue
        name = " ".join(tokens[:size])
        if not is_named(name, words) or not may_be_person(name, words):
            continue
        said = [fold(token).strip(",.") for token in tokens[size + 1 : size + 1 + _ROLE_WORDS]]
        known = any(" ".join(said[:many]) in words.roles for many in range(1, len(said) + 1))
        return name if known else ""
    return ""


def presented(text: str, words: BylineWords) -> str:
    """Whom a paragraph about somebody opens with: "Anne Petit - Journaliste Après dix ans …"; "" for nobody.

    A dash and the office's capital tell it from a caption, whose office is part of the sentence.
    """
    name, *parts = _DASHES_BETWEEN.split(text[:_LONGEST], maxsplit=1)
    office = parts[0].split(" ", _ROLE_WORDS) if parts else []
    known = any(fold(" ".join(office[:many])) in words.roles for many in range(1, len(office) + 1))
    if not known or not office[0][:1].isupper() or not is_named(name, words):
        return ""
    return tidy(name) if may_be_person(tidy(name), words) else ""


@lru_cache(maxsize=64)
def _reporting(words: BylineWords) -> tuple[str, ...]:
    """The roles of those whom only a paper has: those in "de notre envoyée spéciale"."""
    return tuple(
        sorted(
            {
                tail
                for phrase in words.byline
                if phrase.count(" ") > 1 and (tail := phrase.split(" ", 2)[2]) in words.roles
            }
        )
    )


def _names_only(text: str, words: BylineWords) -> tuple[str, ...]:
    """The people that several words consist of, with no more than where, for whom or as what they write."""
    parts = text.split(" / ")
    if len(parts) > 1:
        written = _slashed(parts, words)
        if written is not None:
            return written
    names = people(text, words)
    own = _of_paper(text, words, doubted=bool(names)) if len(names) <= 1 else ()
    own = own or before_paper(text, words)
    if own or not names:
        return own
    writers = [name for name in names if fold(name) not in words.agencies]  # "Associated Press" is no menu's
    if not any(" " in name for name in names) or any(has_furniture(name, words) for name in writers):
        return ()
    works = [part for part in _split(text, words) if _is_institution(part, words)]
    if sum(map(len, (*names, *works))) >= 0.6 * len(text):
        return names
    if len(names) == 1 and is_named(names[0], words) and _FROM.fullmatch(text, len(names[0])):
        return names  # "Anne Petit - Les Ormes"
    return names[:1] if _is_aside(fold(text[len(names[0]) :].strip(" ,|–-")), len(names), words) else ()


def _slashed(parts: list[str], words: BylineWords) -> tuple[str, ...] | None:
    """The people and the agency between slashes, without their paper; None where they are no such list."""
    first, last = parts[0], parts[-1]
    if len(parts) == _PERSON_AND_AGENCY and fold(last) in words.agencies:
        return (first, last) if may_be_person(first, words) else ()  # "Anne Petit / AFP"
    known = is_press(last, words) or is_broadcaster(last, words)
    if len(parts) == _PERSON_AND_AGENCY and known and is_named(first, words):
        return (tidy(first),) if may_be_person(tidy(first), words) else ()  # "Anne Petit / Le Fil"
    if len(parts) < _MOST_NAMES and all(is_named(part, words) for part in parts):
        return tuple(part for part in map(tidy, parts) if may_be_person(part, words))
    return None


def _may_be_names(text: str) -> bool:
    """Whether a line has several words, a capital first, no figure, and does not end as a sentence does."""
    several = " " in text or "\u00a0" in text
    return several and text[0].isupper() and text[-1] not in ".?!:" and not any(map(str.isdigit, text))


def _is_aside(rest: str, names: int, words: BylineWords) -> bool:
    """Whether folded words behind a name say where, for whom or as what: "(à Rabat)", "pour L'Écho"."""
    if names == 1 and (says_where(rest) or _FOR.fullmatch(rest)):
        return True
    said = rest.strip("()").split()
    role = said[-1:] if len(said) <= _ROLE_WORDS else []  # "Education editor"
    return _is_staff(rest, words) or any(one in words.roles for one in (*said[:1], " ".join(said[:2]), *role))


def says_where(folded: str) -> bool:
    """Whether folded words are a place as it stands behind a name: "à Rabat", "(au Caire)"."""
    return _WHERE.fullmatch(folded) is not None


def _of_paper(text: str, words: BylineWords, *, doubted: bool) -> tuple[str, ...]:
    """The one whose surname stands in capitals behind a paper's name: "Ouest-Matin Anne PETIT".

    Where the whole could be a name (``doubted``), the paper's has to have a word that only papers' have.
    """
    if not _OF_PAPER.fullmatch(text):
        return ()
    tokens = text.rstrip(".").split()
    surname = next((at for at in range(len(tokens), 0, -1) if not tokens[at - 1].isupper()), 0)
    for given in (1, 2) if surname else ():  # a sign may pass for a small letter: "A÷B"
        paper, name = " ".join(tokens[: surname - given]), " ".join(tokens[surname - given :])
        likely = ("-" in paper and " " not in paper) or is_named(name, words)
        known = is_press(paper, words) or (
            likely and not doubted and not is_named(paper, words) and fold(paper) not in words.given
        )
        if paper and known and may_be_person(name, words):
            return (name,)
    return ()


def before_paper(text: str, words: BylineWords) -> tuple[str, ...]:
    """Who stands before a paper's or an agency's name: "Anne Petit | Journal du Nord", "… – Stage - APF".

    Before a paper's a known given name tells that the first part is a person.
    """
    name, *parts = _DASHES_BETWEEN.split(text)
    if not parts or len(parts) >= _MOST_PARTS or not may_be_person(tidy(name), words):
        return ()
    agency = fold(parts[-1]) in words.agencies
    return (tidy(name),) if agency or (is_named(name, words) and is_press(parts[-1], words)) else ()


def credited(text: str, words: BylineWords) -> tuple[str, ...]:
    """Whom a line names that says whose the text is: "Le Fil - Opinion - Anne Petit", "Le Fil (Anne Petit)".

    A day may stand behind brackets; a paper of one word needs none that only papers' names have.
    """
    text = text[:_LONGEST]
    bracket = _PAPER_AND_WRITER.fullmatch(text) if "(" in text else None
    if bracket:
        paper, writer = tidy(bracket[1]), bracket[2]
        known = bool(paper_of(paper, words)) or (" " not in paper and bool(bracket[3]))
        parts = [writer] if known and fold(paper) not in words.captions else []
    else:
        paper, *parts = _DASHES_BETWEEN.split(text)
        parts = parts if parts and paper_of(paper, words) else []
    for part in parts:
        names = names_alone(tidy(part), words)
        if names and all(is_named(name, words) for name in names):
            return names
    return ()


def has_furniture(name: str, words: BylineWords) -> bool:
    """Whether a word of a name is one of menus and forms."""
    return any(fold(part) in words.furniture for part in name.split())


def _until_stop(text: str, words: BylineWords) -> str:
    """The text up to a separator, a digit, or words such as "publié le"."""
    text = text[:_LONGEST].strip(" :")
    if "@" in text:
        text = _ADDRESS.split(text, maxsplit=1)[0]
    stop = _STOP.search(text, 1)
    if stop:
        text = text[: stop.start()]
    folded = fold(text)
    dating = _dating(words).search(folded, _LETTERS)
    return _DANGLING.sub("", text[: dating.start()] if dating else text)


def _split(text: str, words: BylineWords) -> list[str]:
    """The parts of a list of names."""
    return [part for part in _between(words).split(text) if part.strip()]


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
def _between(words: BylineWords) -> re.Pattern[str]:
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
    agency = _agency(name, words)
    if agency or _is_desk(folded, words):
        return agency or name
    place = (_is_institution(name, words) or is_press(name, words)) and not is_named(name, words)
    if place or _is_staff(folded, words):
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
    if lone and " " not in name and len(name) >= _LETTERS and name[0].isupper() and name.isalpha():
        common = folded in words.stop_words or folded in words.furniture
        return "" if common or is_broadcaster(name, words) else name
    return ""


def _is_staff(folded: str, words: BylineWords) -> bool:
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


def _is_desk(folded: str, words: BylineWords) -> bool:
    """Whether a name is a newsroom's, or one's with what it covers after it ("rédaction Afrique")."""
    if folded in words.desks:
        return True
    if len(folded) > _DESK_LONGEST or folded.count(" ") > _DESK_SPACES:
        return False
    return folded.startswith(_desk_openings(words.desks))


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
