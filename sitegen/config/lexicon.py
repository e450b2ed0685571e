"""The languages' words made ready for lookups, once per process."""

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from sitegen.config.languages import Language
from sitegen.text.credits import CreditPattern, compile_credits
from sitegen.text.dates import DatePattern, compile_dates
from sitegen.text.fold import fold
from sitegen.text.lines import Hyphens
from sitegen.text.sharing import compile_sharing


class Words(Struct, frozen=True, eq=False):
    """One language's phrases, folded; those of English beside them, which templates everywhere leave in.

    Those of buttons and pictures' owners are of all languages: networks and agencies are the same everywhere.
    Equal to itself alone, so that what was worked out with it can be kept under it.
    """

    language: str
    day_first: bool
    american_clock: bool
    relative: dict[str, int]
    published: tuple[str, ...]
    updated: tuple[str, ...]
    byline: tuple[str, ...]
    conjunctions: tuple[str, ...]
    companions: tuple[str, ...]
    agencies: frozenset[str]
    agency: frozenset[str]
    agency_names: dict[str, str]
    institutions: frozenset[str]
    press: frozenset[str]
    mastheads: frozenset[str]
    masttails: frozenset[str]
    imprint: tuple[str, ...]
    desks: frozenset[str]
    roles: frozenset[str]
    helpers: frozenset[str]
    publisher: tuple[str, ...]
    owner: tuple[str, ...]
    origin: tuple[str, ...]
    releases: frozenset[str]
    related: frozenset[str]
    furniture: frozenset[str]
    captions: frozenset[str]
    paid: tuple[str, ...]
    stop_words: frozenset[str]
    abbreviations: frozenset[str]
    acronyms: frozenset[str]
    honorifics: frozenset[str]
    pointing: frozenset[str]
    leaning: frozenset[str]
    ago: tuple[str, ...]
    names: dict[str, str]
    given: frozenset[str]
    sharing: re.Pattern[str]
    credits: CreditPattern


class Lexicon(Struct, frozen=True, eq=False):
    """All languages compiled: who uses a word, letter or script, how dates are written, each one's words.

    Equal to itself alone, as `Words` are: those of a language are put together when they are asked for.
    """

    spoken: tuple[Language, ...]
    languages: tuple[str, ...]
    votes: dict[str, tuple[str, ...]]
    letters: dict[str, tuple[str, ...]]
    scripts: dict[str, tuple[str, ...]]
    dates: DatePattern
    hyphens: Hyphens
    sharing: re.Pattern[str]
    credits: CreditPattern

    def of(self, language: str) -> Words:
        """The words of a language ("fr-CA" reads as "fr"), those of all languages where it is unknown."""
        own = language if language in self.languages else language.split("-", 1)[0]
        return _words_of(self, own if own in self.languages else "")


def compile_languages(languages: tuple[Language, ...]) -> Lexicon:
    """The lexicon of some languages; takes some milliseconds, so make it once."""
    votes: dict[str, list[str]] = {}
    letters: dict[str, list[str]] = {}
    scripts: dict[str, list[str]] = {}
    months: dict[str, int] = {}
    weekdays: dict[str, int] = {}
    zones: dict[str, int] = {}
    towns: dict[str, str] = {}
    for language in languages:
        for word in language.stop_words:
            votes.setdefault(word, []).append(language.id)
        for letter in language.letters:
            letters.setdefault(letter, []).append(language.id)
        zones.update((fold(name), minutes) for name, minutes in language.zones)
        towns.update((fold(town), zone) for town, zone in language.towns)
        scripts.setdefault(language.script, []).append(language.id)
        for table, rows in ((months, language.months), (weekdays, language.weekdays)):
            for number, spellings in enumerate(rows):
                for spelling in spellings:
                    table.setdefault(fold(spelling), number + 1 if table is months else number)
    return Lexicon(
        spoken=languages,
        languages=tuple(language.id for language in languages),
        votes={word: tuple(ids) for word, ids in votes.items()},
        letters={letter: tuple(ids) for letter, ids in letters.items()},
        scripts={script: tuple(ids) for script, ids in scripts.items()},
        dates=compile_dates(months, weekdays, zones, towns),
        hyphens=_hyphens(languages),
        sharing=compile_sharing(
            *(_merged(languages, field) for field in ("share_lead", "share", "share_on", "networks"))
        ),
        credits=compile_credits(_merged(languages, "credit_marks"), _merged(languages, "credit_owners")),
    )


def _hyphens(languages: tuple[Language, ...]) -> Hyphens:
    """The words beside hyphens in all languages: lines are put together before it is known which it is."""

    def merged(field: str) -> frozenset[str]:
        return frozenset(word.lower() for language in languages for word in getattr(language, field))

    return Hyphens(
        after=merged("hyphen_after"),
        before=merged("hyphen_before"),
        between=merged("hyphen_between"),
        tens=merged("tens"),
        units=merged("units"),
        suspended=merged("suspended"),
    )


@lru_cache(maxsize=256)
def _words_of(lexicon: Lexicon, id_: str) -> Words:
    """The words of a language, of all where none is named; some milliseconds' work."""
    spoken = lexicon.spoken
    if not id_:
        return _words("", spoken, lexicon)
    own = next(language for language in spoken if language.id == id_)
    return _words(id_, (own, *(language for language in spoken if language.id == "en" != id_)), lexicon)


def _words(id_: str, languages: tuple[Language, ...], lexicon: Lexicon) -> Words:
    """The phrases of some languages in one table, longest first."""

    def merged(field: str) -> tuple[str, ...]:
        return _merged(languages, field)

    def members(field: str) -> frozenset[str]:
        return frozenset(merged(field))

    return Words(
        language=id_,
        day_first=languages[0].day_first if languages else True,
        american_clock=languages[0].american_clock if languages else False,
        relative={fold(word): days for language in languages for word, days in language.relative},
        published=merged("published"),
        updated=merged("updated"),
        byline=merged("byline"),
        conjunctions=merged("conjunctions"),
        companions=merged("companions"),
        agencies=members("agencies"),
        agency=members("agency"),
        agency_names={fold(a): b for language in reversed(languages) for a, b in language.agency_names},
        institutions=members("institutions"),
        press=members("press"),
        mastheads=members("mastheads"),
        masttails=members("masttails"),
        imprint=merged("imprint"),
        desks=members("desks"),
        roles=members("roles"),
        helpers=members("helpers"),
        publisher=merged("publisher"),
        owner=merged("owner"),
        origin=merged("origin"),
        releases=members("releases"),
        related=members("related"),
        furniture=members("furniture"),
        captions=members("captions"),
        paid=merged("paid"),
        stop_words=members("stop_words"),
        abbreviations=members("abbreviations"),
        acronyms=frozenset(_acronyms(languages)),
        honorifics=members("honorifics"),
        pointing=members("pointing"),
        leaning=members("leaning"),
        ago=merged("ago"),
        names={fold(name): name for language in languages for name in language.names},
        given=members("given"),
        sharing=lexicon.sharing,
        credits=lexicon.credits,
    )


def _merged(languages: tuple[Language, ...], field: str) -> tuple[str, ...]:
    """The phrases of some languages, folded, longest first."""
    return _longest(phrase for language in languages for phrase in getattr(language, field))


def _acronyms(languages: tuple[Language, ...]) -> Iterable[str]:
    """Words kept in capitals: "UN" is none in French, whatever it is in English."""
    own = frozenset(languages[0].stop_words) if languages else frozenset()
    for language in languages:
        yield from (word for word in language.acronyms if language is languages[0] or fold(word) not in own)


def _longest(phrases: Iterable[str]) -> tuple[str, ...]:
    """Folded phrases without repeats, longest first, so that the first that fits is the right one."""
    return tuple(sorted(dict.fromkeys(fold(phrase) for phrase in phrases), key=lambda one: (-len(one), one)))
