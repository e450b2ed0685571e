"""The vocabularies as one automaton: every country word and theme word found in a single pass."""

from typing import Any, Literal, NamedTuple

import ahocorasick
from msgspec import Struct

Sort = Literal["name", "capital", "demonym", "people", "prefix", "place", "person", "institution", "neutral"]


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


class Lexicon(Struct, frozen=True):
    """The automaton over normal text, how long each of its keys is and what it means.

    ``authorities`` are the words for those who rule, ``events`` for what is signed or held somewhere,
    ``comments`` the verbs of those who only speak.
    """

    automaton: Any
    lengths: tuple[int, ...]
    meanings: tuple[Meaning, ...]
    rules: tuple[Rule, ...]
    authorities: frozenset[str]
    events: frozenset[str]
    comments: frozenset[str]


def lexicon_of(vocabulary: Vocabulary) -> Lexicon:
    """The automaton of a vocabulary."""
    automaton = ahocorasick.Automaton(ahocorasick.STORE_INTS)
    for number, key in enumerate(vocabulary.keys):
        automaton.add_word(key, number)
    automaton.make_automaton()
    return Lexicon(
        automaton,
        tuple(map(len, vocabulary.keys)),
        tuple(map(vocabulary.meanings.__getitem__, vocabulary.numbers)),
        vocabulary.rules,
        frozenset(vocabulary.authorities),
        frozenset(vocabulary.events),
        frozenset(vocabulary.comments),
    )
