"""Lines that are nothing but names, with where, for whom or as what somebody writes."""

from functools import lru_cache

from sitegen.text.bylines.people import is_staff, paper_of, people, split
from sitegen.text.bylines.words import (
    DASHES_BETWEEN,
    HANDLE,
    KEPT,
    LONGEST,
    MOST_NAMES,
    PAPER_AND_WRITER,
    ROLE_WORDS,
    SOMEWHERE,
    BylineWords,
    has_furniture,
    is_broadcaster,
    is_initials,
    is_institution,
    is_named,
    is_press,
    may_be_person,
    says_where,
)
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import tidy

_ONE_INITIAL = lazily(  # "A.Petit", "Petit.A"
    r"[A-ZÀ-Ý]\.(?:[A-ZÀ-Ý]\.)?[A-ZÀ-Ý][a-zà-ÿ'’-]{2,20}|[A-ZÀ-Ý][a-zà-ÿ'’-]{2,20}\.[A-ZÀ-Ý]\.?"
)
_INITIAL_LAST = lazily(r"[A-ZÀ-Ý][a-zà-ÿ'’-]{2,20} [A-ZÀ-Ý]\.")  # "Anne P."
_FOR = lazily(r"(?:pour|for|fur) [^.!?:;]{2,40}")  # "Anne Petit, pour L'Écho"
_OF_PAPER = lazily(r"[^\W\d_][\w'’. -]{2,40} [A-ZÀ-Ý][\w'’-]*[a-zà-ÿ][\w'’-]*(?: [A-ZÀ-Ý'’-]{2,30}){1,3}\.?")
_EMAIL = lazily(r"[\s(,|–—-]+[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,3}\)?$")  # "Anne Petit a.petit@…"
_FROM = lazily(r" ?[,–—-] [A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30}){0,2}")  # a town behind a name
_RUN = r"(?P<name>[A-ZÀ-Ý][\w'’-]{1,30}(?: [A-ZÀ-Ý][\w'’-]{1,30}){1,3})"
_SITE = r"[\w-]{2,40}\.[A-Za-z]{2,8}"
_FOR_PAPER = (  # "De Lunay, Anne Petit pour Fil.example", "Anne Petit/Fil.example", "Anne Petit Canal7"
    lazily(rf"(?:[^,]{{2,40}}, ){{0,3}}{_RUN},? (?:pour|for) (?P<paper>[^.,;:!?]{{2,40}}|{_SITE})\.?"),
    lazily(rf"{_RUN} ?/ ?{_SITE}"),
    lazily(rf"{_RUN} [^\W\d_]{{2,20}}\d{{1,3}}"),
)
_MOST_PARTS = 3  # behind a name: what for, and the paper
_PERSON_AND_AGENCY = 2  # parts of "Anne Petit / AFP"


@lru_cache(maxsize=KEPT)
def names_alone(text: str, words: BylineWords) -> tuple[str, ...]:
    """The people that a line consists of, and nothing else but a role."""
    text = text.lstrip("–— ")
    if "@" in text:
        text = _EMAIL.sub("", HANDLE.sub("", text))
    if "." in text and (is_initials(text) or _ONE_INITIAL.fullmatch(text)):
        return (text,)
    if _INITIAL_LAST.fullmatch(text) and is_named(text, words):
        return (text,)  # "Anne P."
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
    place = SOMEWHERE.match(text)
    names = names_alone(text[place.end() :], words) if place else ()
    return names if all(is_named(name, words) for name in names) else ()


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
    works = [part for part in split(text, words) if is_institution(part, words)]
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
    if len(parts) < MOST_NAMES and all(is_named(part, words) for part in parts):
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
    role = said[-1:] if len(said) <= ROLE_WORDS else []  # "Education editor"
    return is_staff(rest, words) or any(one in words.roles for one in (*said[:1], " ".join(said[:2]), *role))


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

    A known given name tells that the first part is a person; before an agency, something between does too.
    """
    name, *parts = DASHES_BETWEEN.split(text)
    if not parts or len(parts) >= _MOST_PARTS or not may_be_person(tidy(name), words):
        return ()
    agency = fold(parts[-1]) in words.agencies
    likely = is_named(name, words) or (agency and len(parts) > 1 and not is_press(name, words))
    return (tidy(name),) if likely and (agency or is_press(parts[-1], words)) else ()


def for_paper(text: str, words: BylineWords) -> tuple[str, ...]:
    """Whom a signature names with the paper or site that it was written for."""
    for form in _FOR_PAPER:
        found = form.fullmatch(text[:LONGEST])
        if not found:
            continue
        paper = found.groupdict().get("paper")
        known = paper is None or "." in paper or is_press(paper, words)
        if known and may_be_person(found["name"], words) and not is_press(found["name"], words):
            return (found["name"],)
    return ()


def credited(text: str, words: BylineWords) -> tuple[str, ...]:
    """Whom a line names that says whose the text is: "Le Fil - Opinion - Anne Petit", "Le Fil (Anne Petit)".

    A day may stand behind brackets; a paper of one word needs none that only papers' names have.
    """
    text = text[:LONGEST]
    bracket = PAPER_AND_WRITER.fullmatch(text) if "(" in text else None
    if bracket:
        paper, writer = tidy(bracket[1]), bracket[2]
        known = bool(paper_of(paper, words)) or (" " not in paper and bool(bracket[3]))
        parts = [writer] if known and fold(paper) not in words.captions else []
    else:
        paper, *parts = DASHES_BETWEEN.split(text)
        parts = parts if parts and paper_of(paper, words) else []
    for part in parts:
        names = names_alone(tidy(part), words)
        if names and all(is_named(name, words) for name in names):
            return names
    return ()
