"""`content/countries.toml`: countries, territories and organisations, and the words that speak for them."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from msgspec import Struct

from sitegen.config.table import (
    choice_problem,
    finding,
    name_problem,
    of_key,
    read_toml,
    twice,
    unknown_keys,
)
from sitegen.model import NOTHING, Diagnostic, Said, said
from sitegen.text.lazily import lazily

CountryKind = Literal["country", "territory", "organisation", "world"]
KINDS: tuple[CountryKind, ...] = ("country", "territory", "organisation", "world")
WORLD = "monde"
_LANGUAGE = lazily(r"[a-z]{2,3}")
_SHOWN = 80  # characters of a wrong value

_SLUG = lazily(r"(?=.{1,80}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")  # "coree-du-sud"
_LISTS = (
    "aliases", "demonyms", "demonyms_en", "prefixes", "capitals", "places", "people", "institutions",
    "sought", "offices",
)  # fmt: skip
_COUNTRY_KEYS = ("id", "kind", "fr", "en", "slug", "within", "presence", *_LISTS)
_TABLES = (
    "country", "group", "ambiguous", "neutral", "authorities", "events", "comments", "beside", "irregular",
    "elsewhere",
)  # fmt: skip
_GROUP_KEYS = ("id", "fr", "en", "slug", "members", "sought")
_AMBIGUOUS_KEYS = (
    "texts", "country", "otherwise", "language", "alone", "after", "when", "unless", "match", "miss",
    "miss_language",
)  # fmt: skip
_ELSEWHERE_KEYS = ("language", "before", "endings", "article", "joined", "leave", "names")
_NEUTRAL_KEYS = ("texts", "hides", "hidden", "shown")


class Country(Struct, frozen=True):
    """A label of its own: names by language, the slug of its shelf, and its words by kind.

    ``aliases`` are other names of it; ``capitals`` stand for its government; ``prefixes`` open compound
    demonyms ("arméno-"). ``within`` names the countries a territory's news is also about.
    ``presence`` below 1 lowers a country that every text mentions. ``sought`` are names by which readers seek
    its shelf, too vague to file an article. ``offices`` are what its towns have and others' hardly: several
    of them tell where a text is at home that names no country but in passing.
    """

    id: str
    kind: CountryKind
    names: dict[str, str]
    slug: str
    within: tuple[str, ...] = ()
    presence: float = 1.0
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    demonyms_en: tuple[str, ...] = ()
    prefixes: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    institutions: tuple[str, ...] = ()
    sought: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()


class Group(Struct, frozen=True):
    """A composite country: a region whose shelf gathers its members'; ``sought`` as for a country."""

    id: str
    names: dict[str, str]
    slug: str
    members: tuple[str, ...]
    sought: tuple[str, ...] = ()


class Ambiguous(Struct, frozen=True):
    """Words that mean a country only under conditions, with the proof of both.

    ``language`` limits them to texts of one language; ``alone`` refuses a capitalised neighbour (a person's
    name); ``after`` lists what must stand right before; ``when`` and ``unless`` are words elsewhere in the
    text that decide for ``country`` or for ``otherwise`` ("" for no country), ``when`` being the stronger.
    ``miss_language`` is that of the example to miss, where it is not ``language``.
    """

    texts: tuple[str, ...]
    country: str
    match: str
    miss: str
    otherwise: str = ""
    language: str = ""
    alone: bool = False
    after: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    miss_language: str = ""


class Neutral(Struct, frozen=True):
    """Words that hold a country's name and do not speak for it ("France 24"), with the proof of both."""

    texts: tuple[str, ...]
    hides: str
    hidden: str
    shown: str


class Beside(Struct, frozen=True):
    """Words that change what the word of a country beside them says.

    ``where`` stand before a place, ``held`` between one and what is signed or held there; ``small`` are no
    part of a name, though they may have a capital; ``agencies`` are those of a dateline that are not all
    capitals. A demonym is a language's name behind the word ``language`` and, in the form that languages
    have, behind ``language_before``; before ``language_after``; an English one behind ``learnt`` or "in",
    alone or before ``then``. ``verbs`` are what is held somewhere and verbs as well: behind a place they
    count where one of ``articles`` stands before it. Between hyphens ``joins`` behind a place's word, and
    ``joined`` before it, make the name of another place with it. No sentence ends behind ``abbreviations``.
    """

    where: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    small: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    language: tuple[str, ...] = ()
    language_before: tuple[str, ...] = ()
    language_after: tuple[str, ...] = ()
    learnt: tuple[str, ...] = ()
    then: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class Elsewhere(Struct, frozen=True):
    """A language of whose words the site knows the names of countries only.

    The names are CLDR's, those under ``names`` by country besides, and none of ``leave``, which are words as
    well. Letters of ``before`` may be glued to a name, one of ``endings`` behind it; a name's ``article`` and
    the letter for "to" before it are ``joined``.
    """

    language: str
    before: str = ""
    endings: tuple[str, ...] = ()
    article: str = ""
    joined: str = ""
    leave: tuple[str, ...] = ()
    names: dict[str, tuple[str, ...]] = {}


class CountryBook(Struct, frozen=True):
    """Everything the site knows about countries, in the order of the file.

    ``authorities`` are the words that make a demonym tell where: "la police arménienne"; ``events`` those
    that a place only lends its name: "l'accord de Minsk"; ``comments`` the verbs of a country that speaks
    about others' affairs: "Ankara salue l'accord". ``irregular`` gives the further forms of a French demonym
    that no rule gives.
    """

    countries: tuple[Country, ...] = ()
    groups: tuple[Group, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    neutral: tuple[Neutral, ...] = ()
    authorities: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    beside: Beside = Beside()
    irregular: dict[str, tuple[str, ...]] = {}
    elsewhere: tuple[Elsewhere, ...] = ()

    def by_id(self) -> dict[str, Country]:
        """The countries under their ids."""
        return {country.id: country for country in self.countries}


def load_countries(files: Mapping[str, str]) -> tuple[CountryBook, tuple[Diagnostic, ...]]:
    """The vocabulary of all files together, a later file's country replacing one of the same id."""
    notes: list[Diagnostic] = []
    countries: dict[str, Country] = {}
    groups: dict[str, Group] = {}
    ambiguous: list[Ambiguous] = []
    neutral: list[Neutral] = []
    authorities: list[str] = []
    events: list[str] = []
    comments: list[str] = []
    beside: dict[str, tuple[str, ...]] = {}
    irregular: dict[str, tuple[str, ...]] = {}
    elsewhere: list[Elsewhere] = []
    for path in sorted(files):
        reader = _Reader(path, files[path], notes)
        of_countries = reader.rows("country", reader.country)
        of_groups = reader.rows("group", reader.group)
        for rows in (of_countries, of_groups):
            notes.extend(twice(path, files[path], [row.id for row in rows]))
        countries.update((row.id, row) for row in of_countries)
        groups.update((row.id, row) for row in of_groups)
        ambiguous.extend(reader.rows("ambiguous", reader.ambiguous))
        neutral.extend(reader.rows("neutral", reader.neutral))
        authorities.extend(reader.words(reader.table, "authorities", "authorities"))
        events.extend(reader.words(reader.table, "events", "events"))
        comments.extend(reader.words(reader.table, "comments", "comments"))
        for key, words in reader.lists("beside", Beside.__struct_fields__).items():
            beside[key] = (*beside.get(key, ()), *words)
        irregular.update(reader.lists("irregular"))
        elsewhere.extend(reader.rows("elsewhere", reader.elsewhere))
        notes.extend(unknown_keys(path, files[path], reader.table, _TABLES))
    book = CountryBook(
        tuple(countries.values()),
        tuple(groups.values()),
        tuple(ambiguous),
        tuple(neutral),
        tuple(authorities),
        tuple(events),
        tuple(comments),
        Beside(**beside),
        irregular,
        tuple(elsewhere),
    )
    return book, (*notes, *_cross_findings(book, files))


class _Reader:
    """Rows of one file made into values; what is wrong goes to the notes, and the row is left out."""

    def __init__(self, path: str, text: str, notes: list[Diagnostic]) -> None:
        self.path, self.text, self.notes = path, text, notes
        self.table, broken = read_toml(path, text)
        notes.extend(broken)

    def rows(self, key: str, make: Any) -> list[Any]:
        """The values of an array of tables."""
        raw = self.table.get(key, [])
        if not isinstance(raw, list) or not all(isinstance(row, dict) for row in raw):
            self.complain(key, said("{key} is written as [[{key}]] tables", key=key))
            return []
        made = [make(row) for row in raw]
        return [row for row in made if row is not None]

    def complain(self, needle: str, message: Said, hint: Said = NOTHING) -> None:
        """One more finding, pointed at the first line that holds the needle."""
        self.notes.append(finding(self.path, self.text, needle, message, hint))

    def known(self, row: dict[str, Any], keys: Sequence[str], name: str) -> None:
        """Warnings for keys that nothing reads."""
        if set(row) - set(keys):
            self.notes.extend(unknown_keys(self.path, self.text, row, keys))
            self.complain(name, said("{row} has keys that nothing reads", row=name))

    def words(self, row: dict[str, Any], key: str, name: str) -> tuple[str, ...]:
        """A list of words, empty ones refused."""
        value = row.get(key, [])
        if isinstance(value, list) and all(isinstance(word, str) and word.strip() for word in value):
            return tuple(value)
        self.complain(name, of_key(name, said("{key} is a list of words in quotes", key=key)))
        return ()

    def lists(self, table: str, keys: Sequence[str] = ()) -> dict[str, tuple[str, ...]]:
        """A table of lists of words by key, with any key where none are named."""
        raw = self.table.get(table, {})
        if not isinstance(raw, dict):
            self.complain(table, said("{key} is written as a [{key}] table", key=table))
            return {}
        if keys:
            self.known(raw, keys, table)
        return {key: self.words(raw, key, key) for key in raw if not keys or key in keys}

    def string(self, row: dict[str, Any], key: str, name: str, *, needed: bool = True) -> str:
        """A string, with a finding where it is needed and missing."""
        value = row.get(key, "")
        if not isinstance(value, str):
            self.complain(name, of_key(name, said("{key} is a word in quotes", key=key)))
            return ""
        if needed and not value.strip():
            self.complain(name, of_key(name, said("{key} is missing", key=key)))
        return value

    def slug(self, row: dict[str, Any], name: str) -> str:
        """The part of an address, "" for what can be none."""
        slug = self.string(row, "slug", name)
        if slug.strip() and not _SLUG.fullmatch(slug):
            problem = said(
                "the slug '{slug}' is not 80 lower-case letters, digits and hyphens", slug=slug[:_SHOWN]
            )
            self.complain(name, of_key(name, problem))
            return ""
        return slug

    def names(self, row: dict[str, Any], name: str) -> tuple[str, ...]:
        """The id and the names that readers see, "" for one that cannot be shown."""
        found = []
        for key in ("id", "fr", "en"):
            value = self.string(row, key, name)
            problem = name_problem(value) if value.strip() else NOTHING
            if problem:
                self.complain(name, of_key(name, of_key(key, problem)))
            found.append("" if problem else value)
        return tuple(found)

    def country(self, row: dict[str, Any]) -> Country | None:
        """A country, None where it cannot stand."""
        name = f'id = "{row.get("id", "")}"'
        self.known(row, _COUNTRY_KEYS, name)
        ident, french, english = self.names(row, name)
        kind, slug = row.get("kind", "country"), self.slug(row, name)
        if kind not in KINDS:
            self.complain(name, of_key(name, choice_problem(kind, KINDS)))
            return None
        if not (ident and french and english and slug):
            return None
        presence = row.get("presence", 1.0)
        if isinstance(presence, bool) or not isinstance(presence, int | float) or not 0 < presence <= 1:
            self.complain(name, of_key(name, said("presence is a number above 0, at most 1")))
            presence = 1.0
        within, *lists = (self.words(row, key, name) for key in ("within", *_LISTS))
        return Country(ident, kind, {"fr": french, "en": english}, slug, within, float(presence), *lists)

    def elsewhere(self, row: dict[str, Any]) -> Elsewhere | None:
        """A language's names of countries, None where it cannot stand."""
        name = f'language = "{row.get("language", "")}"'
        self.known(row, _ELSEWHERE_KEYS, name)
        language = self.string(row, "language", name)
        if not _LANGUAGE.fullmatch(language):
            self.complain(name, of_key(name, said("language is a code of two or three letters")))
            return None
        before, article, joined = (
            self.string(row, key, name, needed=False) for key in ("before", "article", "joined")
        )
        names = row.get("names", {})
        if not isinstance(names, dict):
            self.complain(name, of_key(name, said("names is a table of lists by country")))
            names = {}
        by_country = {country: self.words(names, country, name) for country in names}
        endings, leave = (self.words(row, key, name) for key in ("endings", "leave"))
        return Elsewhere(language, before, endings, article, joined, leave, by_country)

    def group(self, row: dict[str, Any]) -> Group | None:
        """A composite country, None where it cannot stand."""
        name = f'id = "{row.get("id", "")}"'
        self.known(row, _GROUP_KEYS, name)
        ident, french, english = self.names(row, name)
        slug = self.slug(row, name)
        members = self.words(row, "members", name)
        if not members:
            self.complain(name, of_key(name, said("{key} is missing", key="members")))
        if not (ident and french and english and slug and members):
            return None
        sought = self.words(row, "sought", name)
        return Group(ident, {"fr": french, "en": english}, slug, members, sought)

    def ambiguous(self, row: dict[str, Any]) -> Ambiguous | None:
        """A row of words with conditions, None without its two examples."""
        texts = self.words(row, "texts", "texts")
        name = texts[0] if texts else "texts"
        self.known(row, _AMBIGUOUS_KEYS, name)
        match, miss = (self.string(row, key, name, needed=False) for key in ("match", "miss"))
        if not texts or not match or not miss:
            problem = said("words with conditions need an example to match and one to miss")
            self.complain(name, of_key(name, problem))
            return None
        alone = row.get("alone", False)
        if not isinstance(alone, bool):
            self.complain(name, of_key(name, said("alone is true or false")))
            alone = False
        return Ambiguous(
            texts, self.string(row, "country", name, needed=False), match, miss,
            self.string(row, "otherwise", name, needed=False),
            self.string(row, "language", name, needed=False),
            alone, self.words(row, "after", name), self.words(row, "when", name),
            self.words(row, "unless", name),
            self.string(row, "miss_language", name, needed=False),
        )  # fmt: skip

    def neutral(self, row: dict[str, Any]) -> Neutral | None:
        """A row of words that hide a country's name, None without its two examples."""
        texts = self.words(row, "texts", "texts")
        name = texts[0] if texts else "texts"
        self.known(row, _NEUTRAL_KEYS, name)
        hides, hidden, shown = (
            self.string(row, key, name, needed=False) for key in ("hides", "hidden", "shown")
        )
        if not texts or not hides or not hidden or not shown:
            problem = said("neutral words need what they hide, an example hidden and one shown")
            self.complain(name, of_key(name, problem))
            return None
        return Neutral(texts, hides, hidden, shown)


def _cross_findings(book: CountryBook, files: Mapping[str, str]) -> list[Diagnostic]:
    """Ids that nothing defines, and slugs that two labels share."""
    notes = []
    path = min(files, default="content/countries.toml")
    text = files.get(path, "")
    known = {country.id for country in book.countries}
    uses = [(f'id = "{group.id}"', ident) for group in book.groups for ident in group.members]
    uses += [(f'id = "{country.id}"', ident) for country in book.countries for ident in country.within]
    uses += [
        (row.texts[0], ident) for row in book.ambiguous for ident in (row.country, row.otherwise) if ident
    ]
    uses += [(row.texts[0], row.hides) for row in book.neutral]
    for needle, ident in uses:
        if ident not in known:
            problem = said("no country has the id '{id}'", id=ident)
            notes.append(finding(path, text, needle, of_key(needle, problem)))
    slugs: dict[str, str] = {}
    shelves = [(row.id, row.slug) for row in book.countries] + [(row.id, row.slug) for row in book.groups]
    for ident, slug in shelves:
        if slug in slugs:
            message = said(
                "{one} and {other} have the same slug '{slug}'", one=ident, other=slugs[slug], slug=slug
            )
            notes.append(finding(path, text, f'slug = "{slug}"', message))
        slugs[slug] = ident
    return notes
