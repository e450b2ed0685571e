"""From the editors' files to one vocabulary: every form of every word with what it means."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from sitegen.classify.elsewhere import tongues_of
from sitegen.classify.inflect import inflected, plural
from sitegen.classify.lexicon import Meaning, Rule, Sense, Sort, ThemeSense, Vocabulary
from sitegen.classify.normal import key
from sitegen.config.countries import Ambiguous, Country, CountryBook
from sitegen.config.themes import ThemeBook, Word

_ACRONYM_MAX = 6  # "MINUSCA" and longer are written in small letters as often
_ARTICLES = ("la ", "le ", "les ", "l'", "the ", "à ", "de ")


class _Entry(Struct):
    """What one key means, as far as the words read until now say."""

    sense: Sense | None = None
    small: Sense | None = None
    themes: tuple[ThemeSense, ...] = ()
    misses: tuple[int, ...] = ()
    clue: int = -1


def compile_vocabulary(countries: CountryBook, themes: ThemeBook) -> Vocabulary:
    """Both vocabularies in one."""
    builder = _Builder(countries.irregular)
    for country in countries.countries:
        for words, sense in _country_words(country, countries.irregular):
            builder.sense(words, sense)
    for row in countries.neutral:
        for words in row.texts:
            builder.sense(words, _neutral(words))
    for rule in countries.ambiguous:
        builder.rule(rule)
    for number, theme in enumerate(themes.themes):
        for word in theme.words:
            builder.theme(word, number)
        for phrase in theme.near_misses:
            builder.miss(phrase, number)
    return builder.finished(countries)


class _Builder:
    """Keys collected with their meanings until all files are read."""

    def __init__(self, irregular: Mapping[str, tuple[str, ...]]) -> None:
        self.irregular = irregular
        self.entries: dict[str, _Entry] = {}
        self.rules: list[Rule] = []
        self.clues: dict[str, int] = {}

    def entry(self, words: str, *, open_end: bool = False) -> _Entry | None:
        """The entry of these words, made where there is none."""
        plain = key(words)
        if not plain:
            return None
        spaced = f" {plain}" if open_end else f" {plain} "
        entry = self.entries.get(spaced)
        if entry is None:
            entry = self.entries[spaced] = _Entry()
        return entry

    def sense(self, words: str, sense: Sense, *, replace: bool = False) -> None:
        """A country word; the first country to claim it keeps it, unless a condition row replaces it."""
        for spelling in _spellings(words):
            entry = self.entry(spelling)
            if entry is None:
                continue
            if replace or entry.sense is None:
                entry.sense = sense
            elif sense.capital < 0 <= entry.sense.capital and sense.country == entry.sense.country:
                entry.small = sense

    def rule(self, rule: Ambiguous) -> None:
        """A row with conditions, in place of what its words meant so far."""
        number = len(self.rules)
        self.rules.append(
            Rule(
                rule.country, rule.otherwise, rule.language, rule.alone, self._clues(rule.when),
                self._clues(rule.unless), tuple(f" {key(word)} " for word in rule.after),
            )
        )  # fmt: skip
        for words in rule.texts:
            demonym = words[:1].islower() and " " not in words
            for form in inflected(words, self.irregular) if demonym else (words,):
                if self._has(form, number):
                    continue
                base = _checked(form, rule.country, "demonym" if demonym else "name")
                sense = base._replace(
                    sort=_sort_of(self.entries, form, base.sort),
                    language_name=base.sort == "demonym" and form == words,
                    rule=number,
                )
                self.sense(form, sense, replace=True)

    def _has(self, words: str, rule: int) -> bool:
        """Whether an earlier spelling of the same row holds this key: "thaï" before "Thai"."""
        known = self.entries.get(f" {key(words)} ")
        return known is not None and known.sense is not None and known.sense.rule == rule

    def theme(self, word: Word, number: int) -> None:
        """A theme word, in one more language where it is known in another."""
        check = _checked(word.text, "", "neutral")
        for spelling in _spellings(word.text):
            entry = self.entry(spelling, open_end=word.open_end)
            if entry is None:
                continue
            known = next((sense for sense in entry.themes if sense.theme == number), None)
            languages = (*(known.languages if known else ()), word.language)
            weight = max(word.weight, known.weight if known else 0.0)
            others = tuple(sense for sense in entry.themes if sense.theme != number)
            capital, acronym = (known.capital, known.acronym) if known else (check.capital, check.acronym)
            if capital >= 0 > check.capital:
                capital, acronym = -1, False  # one list asks for no capital
            entry.themes = (*others, ThemeSense(number, weight, capital, acronym, languages))

    def miss(self, words: str, number: int) -> None:
        """A phrase in which a theme's words do not count."""
        entry = self.entry(words)
        if entry is not None:
            entry.misses += (number,)

    def _clues(self, words: Iterable[str]) -> frozenset[int]:
        found = set()
        for word in words:
            number = self.clues.setdefault(key(word), len(self.clues))
            entry = self.entry(word)
            if entry is not None:
                entry.clue = number
                found.add(number)
        return frozenset(found)

    def finished(self, countries: CountryBook) -> Vocabulary:
        """Everything collected; keys that mean the same share one meaning."""
        known: dict[Meaning, int] = {}
        numbers = [
            known.setdefault(
                Meaning(entry.sense, entry.small, entry.themes, entry.misses, entry.clue), len(known)
            )
            for entry in self.entries.values()
        ]
        return Vocabulary(
            tuple(self.entries),
            tuple(numbers),
            tuple(known),
            tuple(self.rules),
            tuple(map(key, countries.authorities)),
            tuple(map(key, countries.events)),
            tuple(map(key, countries.comments)),
            countries.beside,
            tongues_of(countries.elsewhere, countries.countries),
        )


def _country_words(country: Country, irregular: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, Sense]]:
    """Every word of a country with its meaning, the surest sorts first."""
    ident = country.id
    for name in (*country.names.values(), *country.aliases):
        yield name, _checked(name, ident, "name")
    for demonym in country.demonyms:
        for form in inflected(demonym, irregular):
            yield form, Sense(ident, "demonym", language_name=form == demonym)
    for demonym in country.demonyms_en:
        for form in plural(demonym):
            yield form, _checked(form, ident, "demonym")
    for prefix in country.prefixes:
        yield prefix, Sense(ident, "prefix")
    sorts: tuple[tuple[Sort, tuple[str, ...]], ...] = (
        ("capital", country.capitals),
        ("institution", country.institutions),
        ("person", country.people),
        ("place", country.places),
        ("office", country.offices),
    )
    for sort, words in sorts:
        for word in words:
            yield word, _checked(word, ident, sort)


def _checked(words: str, country: str, sort: Sort) -> Sense:
    """A word with the capital it must have in the text, past its article."""
    lowered = words.lower()
    if lowered == words:
        return Sense(country, sort)
    start = next((len(article) for article in _ARTICLES if lowered.startswith(article)), 0)
    capital = next((at for at in range(start, len(words)) if words[at] != lowered[at]), -1)
    acronym = 1 < len(words) <= _ACRONYM_MAX and words.isupper()
    return Sense(country, sort, capital, acronym)


def _neutral(words: str) -> Sense:
    """A neutral phrase: its last capital must stand, "accord de Paris" and "Accord de Paris" being one."""
    last = max((at for at, char in enumerate(words) if char.isupper()), default=-1)
    return Sense("", "neutral", last)


def _sort_of(entries: dict[str, _Entry], words: str, default: Sort) -> Sort:
    """How a word spoke for its country before a row gave it conditions."""
    known = entries.get(f" {key(words)} ")
    if known is None or known.sense is None or known.sense.sort == "neutral":
        return default
    return known.sense.sort


def _spellings(words: str) -> tuple[str, ...]:
    """A word as written, and with "oe" for "œ"."""
    if "œ" in words or "Œ" in words:
        return (words, words.replace("œ", "oe").replace("Œ", "Oe"))
    return (words,)
