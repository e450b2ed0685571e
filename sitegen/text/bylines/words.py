"""The words that bylines are read with, and whether a name is that of a person, a paper, an agency."""

# ruff: noqa: D102 - each of the protocol's members is a list of the language's file under its own name
# ruff: noqa: PLR2004 - lengths of names, beside what they are compared with

import re
from functools import lru_cache
from typing import Protocol

from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import is_person, tidy

LONGEST = 160
KEPT = 8192  # lines whose names are kept: those of menus come again on every page of a site
MOST_NAMES = 8
LETTERS = 3
SOMEWHERE = lazily(r"(?:à|a|au|aux|en|dans|in|de|du|,)\s+[^,:;.–—|]{2,40}[,:]\s*", re.IGNORECASE)
_INITIALS = lazily(r"(?:[A-ZÀ-Ý][.-]{1,2} ?){2,4}")  # "E.L.", "A.-S. R."
ARTICLE = lazily(r"^(?:l['’]|la |le |les |the |der |die |das )", re.IGNORECASE)
_ARTICLES = frozenset(("le", "la", "les", "l'", "the", "der", "die", "das"))
DASHES_BETWEEN = lazily(r"(?: [|–—-])+ ")
PAPER_AND_WRITER = lazily(
    r"([A-ZÀ-Ý0-9][\w'’.-]{1,20}(?: [\w'’.-]{1,20}){0,3}) \(([^()]{5,80})\)"
    r"((?:,? [^\W\d_]{1,9}){0,2} \d[^()]{0,30})?:?"
)  # "Le Fil (Anne Petit) le 3 mai"
_PRESS = 4  # letters of a press word that another may be glued to: "Valmontinfos"
HANDLE = lazily(r"[\s(,|–—-]+@[\w.]{2,30}\)?$")  # "Anne Petit @apetit"
_WHERE = lazily(r"\(?(?:a|au|en|in) [^\W\d_][\w'-]*(?: [\w'-]+){0,2}\)?(?: \([\w' -]{2,30}\))?")
DESK_LONGEST = 40
ROLE_WORDS = 3


class HouseWords(Protocol):
    """The words by which the name of an agency or a newsroom is known, folded."""

    @property
    def agencies(self) -> frozenset[str]: ...
    @property
    def agency(self) -> frozenset[str]: ...
    @property
    def institutions(self) -> frozenset[str]: ...
    @property
    def desks(self) -> frozenset[str]: ...


class BylineWords(HouseWords, Protocol):
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
    def press(self) -> frozenset[str]: ...
    @property
    def releases(self) -> frozenset[str]: ...
    @property
    def captions(self) -> frozenset[str]: ...
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


def agency_of(part: str, words: HouseWords) -> str:
    """An agency's name without its article, "" for anything else: "l'Agence du Nord", "AFP"."""
    whole = tidy(part)
    if fold(whole) in words.agencies:
        return whole
    name = ARTICLE.sub("", whole)
    folded = fold(name)
    if folded in words.agencies:
        return name
    return name if folded.split(" ", 1)[0] in words.agency and len(name) <= DESK_LONGEST else ""


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


def is_site(name: str) -> bool:
    """Whether a word or a few can be a paper's name: "monsite", "20 Minutes"."""
    return (name.isalpha() and len(name) <= DESK_LONGEST) or (
        (name[0].isupper() or name[0].isdigit()) and len(name.split()) <= 5
    )


def is_institution(name: str, words: HouseWords) -> bool:
    """Whether a name is that of a school or an office, where writers work."""
    return fold(name).partition(" ")[0] in words.institutions


def is_press(name: str, words: BylineWords) -> bool:
    """Whether a name is a paper's or a broadcaster's: it has an article, or a word that people's have not."""
    tokens = fold(name).replace("-", " ").replace("l'", "l' ").split()
    return bool(tokens) and (tokens[0] in _ARTICLES or not words.press.isdisjoint(tokens))


def is_broadcaster(name: str, words: BylineWords) -> bool:
    """Whether one word is a press word glued to another, as in names of channels: "RVMTV", "Valmontinfos"."""
    folded = fold(name)
    return name.isalpha() and any(
        folded.endswith(word) and len(folded) > len(word)
        for word in words.press
        if len(word) >= _PRESS or (len(word) < LETTERS and name.isupper())
    )


def has_handle(text: str) -> bool:
    """Whether a text ends with an account's name, as an author's may: "Anne Petit @apetit"."""
    return "@" in text and HANDLE.search(text) is not None


def says_where(folded: str) -> bool:
    """Whether folded words are a place as it stands behind a name: "à Rabat", "(au Caire)"."""
    return _WHERE.fullmatch(folded) is not None


def has_furniture(name: str, words: BylineWords) -> bool:
    """Whether a word of a name is one of menus and forms."""
    return any(fold(part) in words.furniture for part in name.split())
