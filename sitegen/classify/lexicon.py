"""The vocabularies as one automaton: every country word and theme word found in a single pass."""

import re
from typing import Any, Literal, NamedTuple

import ahocorasick
from msgspec import Struct

from sitegen.classify.elsewhere import Names, Tongue, names_by_language
from sitegen.classify.normal import BREAK, key
from sitegen.config.countries import Beside

Sort = Literal[
    "name", "capital", "demonym", "people", "prefix", "place", "person", "institution", "office", "neutral"
]


class Sense(NamedTuple):
    """What a country word means: the country ("" for a neutral phrase), how it says so, what to check.

    ``capital`` is the offset of the letter that must be a capital, -1 where none must be; ``acronym`` asks
    for all letters to be. ``language_name`` marks the form that also names a language ("le français").
    ``rule`` is the number of the conditions under which it means anything, -1 for none.
    """

    country: str
    sort: Sort
    capital: int = -1
    acronym: bool = False
    language_name: bool = False
    rule: int = -1


class Rule(NamedTuple):
    """The conditions of an ambiguous word, its clues by number and what must stand before in normal text."""

    country: str
    otherwise: str
    language: str
    alone: bool
    when: frozenset[int]
    unless: frozenset[int]
    after: tuple[str, ...]


class ThemeSense(NamedTuple):
    """A theme that a word speaks for: its weight, the capital it needs as in ``Sense``, its languages."""

    theme: int
    weight: float
    capital: int
    acronym: bool
    languages: tuple[str, ...]


class Meaning(NamedTuple):
    """All that a key of the automaton means: a country word, theme words, near misses, a clue.

    ``small`` is what a name says in small letters: "une banque suisse".
    """

    sense: Sense | None
    small: Sense | None
    themes: tuple[ThemeSense, ...]
    misses: tuple[int, ...]
    clue: int


class Vocabulary(Struct, frozen=True):
    """Both vocabularies as data that can be kept: keys as they stand in normal text, and what each means.

    Many keys mean the same, so each has the number of its meaning.
    """

    keys: tuple[str, ...]
    numbers: tuple[int, ...]
    meanings: tuple[Meaning, ...]
    rules: tuple[Rule, ...]
    authorities: tuple[str, ...]
    events: tuple[str, ...]
    comments: tuple[str, ...]
    beside: Beside = Beside()
    elsewhere: tuple[Tongue, ...] = ()

    @property
    def sound(self) -> bool:
        """Whether every number in it is that of something it holds, as in all that was compiled."""
        rules = max(
            (sense.rule for meaning in self.meanings for sense in meaning[:2] if sense is not None),
            default=-1,
        )
        return (
            len(self.keys) == len(self.numbers)
            and min(self.numbers, default=0) >= 0
            and max(self.numbers, default=-1) < len(self.meanings)
            and rules < len(self.rules)
        )


class Signs(NamedTuple):
    """What stands beside a country's word, as it is looked for: see ``Beside``.

    In normal text with the spaces around it, but ``small``, which are words in small letters, ``verbs``,
    which have none, and the patterns for the text itself: ``dateline``, which is found where one begins,
    ``joins`` behind a place's word and ``joined`` before it, ``ends``, where a sentence ends, and
    ``parts``, where one of its parts does.
    """

    where: tuple[str, ...]
    held: tuple[str, ...]
    small: frozenset[str]
    dateline: re.Pattern[str]
    language: tuple[str, ...]
    language_before: tuple[str, ...]
    language_after: tuple[str, ...]
    learnt: tuple[str, ...]
    then: tuple[str, ...]
    verbs: frozenset[str]
    articles: tuple[str, ...]
    joins: re.Pattern[str]
    joined: re.Pattern[str]
    ends: re.Pattern[str]
    parts: re.Pattern[str]


class Lexicon(Struct, frozen=True):
    """The automaton over normal text, how long each of its keys is and what it means.

    ``authorities`` are the words for those who rule, ``events`` for what is signed or held somewhere,
    ``comments`` the verbs of those who only speak, ``signs`` what is looked for beside a word,
    ``elsewhere`` the names of countries in languages of which it has no other words.
    """

    automaton: Any
    lengths: tuple[int, ...]
    meanings: tuple[Meaning, ...]
    rules: tuple[Rule, ...]
    authorities: frozenset[str]
    events: frozenset[str]
    comments: frozenset[str]
    signs: Signs
    elsewhere: dict[str, Names]


def _signs(beside: Beside) -> Signs:
    """The words as they are looked for."""

    def apart(words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(f" {key(word)} " for word in words)

    def any_of(words: tuple[str, ...]) -> str:
        return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"

    # Where a story was filed is not what it is about: "PARIS, 12 mai (AFP) -", "Paris / La Gazette".
    agencies = "|".join([*map(re.escape, beside.agencies), "[A-Z]{2,6}"])
    dateline = re.compile(
        rf"\s*(?:[^\n.()]{{2,60}}\((?:{agencies})\)"
        r"|[^\n.()/]{2,40} / [^\n.]{2,40}(?=\n)"
        r"|[A-ZÀ-Ý][A-ZÀ-Ý' -]{2,30}(?:, [^\n.–—]{2,30})?\s?[–—-]\s)"
    )
    # Not after "Mr. Okello", "M. Durand", "the U.S. army".
    short = "".join(rf"(?<!\b{re.escape(word)}\.)" for word in beside.abbreviations)
    ends = rf"[.!?…{BREAK}](?<!\b[A-Z]\.){short}[»”\"’)]*\s"
    return Signs(
        where=apart(beside.where),
        held=apart(beside.held),
        small=frozenset(beside.small),
        dateline=dateline,
        language=apart(beside.language),
        language_before=apart(beside.language_before),
        language_after=tuple(f" {key(word)}" for word in beside.language_after),
        learnt=apart(beside.learnt),
        then=apart(beside.then),
        verbs=frozenset(map(key, beside.verbs)),
        articles=apart(beside.articles),
        joins=re.compile(rf"-(?:{any_of(beside.joins)})[-'’](?=[^\W\d_])"),
        joined=re.compile(rf"(?<=\w)-(?:{any_of(beside.joined)})[-'’]$"),
        ends=re.compile(ends),
        parts=re.compile(rf"[,;]\s|{ends}"),
    )


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The automaton of a vocabulary."""
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, word in enumerate(vocabulary.keys):
        automaton.add_word(word, number)
    automaton.make_automaton()
    return Lexicon(
        automaton,
        tuple(map(len, vocabulary.keys)),
        tuple(map(vocabulary.meanings.__getitem__, vocabulary.numbers)),
        vocabulary.rules,
        frozenset(vocabulary.authorities),
        frozenset(vocabulary.events),
        frozenset(vocabulary.comments),
        _signs(vocabulary.beside),
        names_by_language(vocabulary.elsewhere),
    )
