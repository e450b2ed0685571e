"""`content/languages/*.toml`: how the pages of a language say when, by whom and where."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from msgspec import Struct

from sitegen.config.table import choice_problem, finding, kind_problem, of_key, read_toml, unknown_keys
from sitegen.model import NOTHING, Diagnostic, Said, said
from sitegen.text.scripts import SCRIPTS

_SCRIPTS = ("latin", *SCRIPTS)


class Sample(Struct, frozen=True):
    """A line that a file's words must read: the field, the line, the value ("" where it must find none).

    A "date" is a day, a "time" the hour that stands behind one, with its zone, an "author" a name or several;
    a "line" is what two lines have with a hyphen when they are put together; a "share" is the network of a
    button that shares the page, a "credit" whose a picture is.
    """

    field: str
    text: str
    value: str


class Language(Struct, frozen=True):
    """A language: what tells it from others, and the words its pages use around an article.

    ``months`` are twelve tuples of spellings, ``weekdays`` seven from Monday. ``relative`` gives days from
    the capture ("hier" is -1), ``zones`` minutes from UTC, ``towns`` the zone of the towns whose time is
    told; ``agency_names`` gives the usual name of agencies written out. The phrase lists keep the file's
    spelling; they are compared folded.
    """

    id: str
    name: str
    script: str = "latin"
    day_first: bool = True
    american_clock: bool = False
    stop_words: tuple[str, ...] = ()
    letters: str = ""
    months: tuple[tuple[str, ...], ...] = ()
    weekdays: tuple[tuple[str, ...], ...] = ()
    relative: tuple[tuple[str, int], ...] = ()
    zones: tuple[tuple[str, int], ...] = ()
    towns: tuple[tuple[str, str], ...] = ()
    published: tuple[str, ...] = ()
    updated: tuple[str, ...] = ()
    byline: tuple[str, ...] = ()
    conjunctions: tuple[str, ...] = ()
    companions: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    agency: tuple[str, ...] = ()
    agency_names: tuple[tuple[str, str], ...] = ()
    institutions: tuple[str, ...] = ()
    press: tuple[str, ...] = ()
    mastheads: tuple[str, ...] = ()
    masttails: tuple[str, ...] = ()
    imprint: tuple[str, ...] = ()
    desks: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    publisher: tuple[str, ...] = ()
    owner: tuple[str, ...] = ()
    origin: tuple[str, ...] = ()
    releases: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    furniture: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    paid: tuple[str, ...] = ()
    credit_marks: tuple[str, ...] = ()
    credit_owners: tuple[str, ...] = ()
    share: tuple[str, ...] = ()
    share_lead: tuple[str, ...] = ()
    share_on: tuple[str, ...] = ()
    networks: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    honorifics: tuple[str, ...] = ()
    pointing: tuple[str, ...] = ()
    leaning: tuple[str, ...] = ()
    ago: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    hyphen_after: tuple[str, ...] = ()
    hyphen_before: tuple[str, ...] = ()
    hyphen_between: tuple[str, ...] = ()
    tens: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    suspended: tuple[str, ...] = ()
    samples: tuple[Sample, ...] = ()


# The file's key for each list of phrases; a block of words in one text is split at spaces.
_PHRASES = {
    "stop_words": "stop_words",
    "furniture": "furniture",
    "captions": "captions",
    "paid": "paid",
    "credit_marks": "credit_marks",
    "credit_owners": "credit_owners",
    "share": "share",
    "share_lead": "share_lead",
    "share_on": "share_on",
    "networks": "networks",
    "published": "published",
    "updated": "updated",
    "byline": "byline",
    "and": "conjunctions",
    "with": "companions",
    "agencies": "agencies",
    "agency": "agency",
    "institutions": "institutions",
    "press": "press",
    "mastheads": "mastheads",
    "masttails": "masttails",
    "imprint": "imprint",
    "desks": "desks",
    "roles": "roles",
    "helpers": "helpers",
    "publisher": "publisher",
    "owner": "owner",
    "origin": "origin",
    "releases": "releases",
    "related": "related",
    "abbreviations": "abbreviations",
    "acronyms": "acronyms",
    "honorifics": "honorifics",
    "pointing": "pointing",
    "leaning": "leaning",
    "ago": "ago",
    "names": "names",
    "given": "given",
    "hyphen_after": "hyphen_after",
    "hyphen_before": "hyphen_before",
    "hyphen_between": "hyphen_between",
    "tens": "tens",
    "units": "units",
    "suspended": "suspended",
}
_CALENDAR = {"months": 12, "weekdays": 7}
_SCALARS: dict[str, type] = {
    "name": str,
    "script": str,
    "letters": str,
    "day_first": bool,
    "american_clock": bool,
}
_TABLES: dict[str, type] = {"relative": int, "zones": int, "towns": str, "agency_names": str}
_DAY = 24 * 60  # minutes
_KEYS = (*_SCALARS, *_CALENDAR, *_PHRASES, *_TABLES, "sample")
_SAMPLE_KEYS = ("field", "text", "value")


def load_languages(files: Mapping[str, str]) -> tuple[tuple[Language, ...], tuple[Diagnostic, ...]]:
    """Every language, by id (the file's name), and every mistake; a file without a name is left out."""
    languages: list[Language] = []
    notes: list[Diagnostic] = []
    for path, text in sorted(files.items()):
        table, broken = read_toml(path, text)
        notes += [*broken, *unknown_keys(path, text, table, _KEYS)]
        if not table:
            continue
        good, found = _values(path, text, table)
        notes += found
        if not good.get("name"):
            hint = said('add name = "…", the language in its own words')
            notes.append(finding(path, text, "name", said("a language needs a name"), hint))
            continue
        language = Language(id=path.rsplit("/", 1)[-1].removesuffix(".toml"), **good)
        notes += _sample_notes(path, text, language)
        languages.append(language)
    return tuple(languages), tuple(notes)


def _values(path: str, text: str, table: dict[str, Any]) -> tuple[dict[str, Any], list[Diagnostic]]:
    """The file's good values by field name, and what is wrong with the others."""
    good: dict[str, Any] = {}
    notes: list[Diagnostic] = []
    for key, value in table.items():
        if key not in _KEYS:
            continue
        field, read, problem = _read(key, value)
        if problem:
            notes.append(finding(path, text, key, of_key(key, problem)))
        else:
            good[field] = read
    return good, notes


def _read(key: str, value: object) -> tuple[str, Any, Said]:
    """A key's field name, its value as kept, and what is wrong with it, if anything."""
    if key in _SCALARS:
        return key, value, _scalar_problem(key, value)
    if key in _PHRASES:
        words = value.split() if isinstance(value, str) else value
        problem = NOTHING if _texts(words) else said("expected a list of texts, or words in one text")
        return _PHRASES[key], tuple(words) if isinstance(words, list) else (), problem
    if key in _CALENDAR:
        count = _CALENDAR[key]
        if not isinstance(value, list) or len(value) != count or not all(_texts(row) for row in value):
            return key, None, said("expected {count} lists of spellings, in calendar order", count=count)
        return key, tuple(tuple(row) for row in value), NOTHING
    if key in _TABLES:
        return (
            key,
            tuple(sorted(value.items())) if isinstance(value, dict) else (),
            _table_problem(key, value),
        )
    if not isinstance(value, list) or not all(_is_sample(row) for row in value):
        return (
            "samples",
            None,
            said("each [[sample]] needs field (date, time, author, line, share or credit), text and value"),
        )
    return "samples", tuple(Sample(row["field"], row["text"], row["value"]) for row in value), NOTHING


def _table_problem(key: str, value: object) -> Said:
    """What is wrong with a table of words, if anything."""
    if not isinstance(value, dict) or not all(type(one) is _TABLES[key] for one in value.values()):
        return _EXPECTED[key]
    if key == "zones" and not all(abs(minutes) < _DAY for minutes in value.values()):
        return _EXPECTED[key]
    unknown = _unknown_zones(value.values()) if key == "towns" else []
    return said("'{value}' is no time zone such as Europe/Paris", value=unknown[0]) if unknown else NOTHING


_EXPECTED = {
    "relative": said("expected words with a number of days, such as hier = -1"),
    "zones": said("expected names with minutes from UTC, such as CET = 60"),
    "agency_names": said(
        "expected names with the agency's usual one, such as 'Agence France-Presse' = 'AFP'"
    ),
    "towns": said("expected towns with their zone, such as Paris = 'Europe/Paris'"),
}


def _unknown_zones(names: Iterable[str]) -> list[str]:
    """Those that no time zone has; none on a machine that knows no zones at all."""
    unknown = sorted(name for name in names if not _is_zone(name))
    return unknown if unknown and _is_zone("Europe/Paris") else []


def _is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return False
    return True


def _scalar_problem(key: str, value: object) -> Said:
    """What is wrong with a single value, if anything."""
    kind = _SCALARS[key]
    if not isinstance(value, kind):
        return kind_problem(kind, value)
    return choice_problem(value, _SCRIPTS) if key == "script" and value not in _SCRIPTS else NOTHING


def _texts(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(entry, str) and entry.strip() for entry in value)


def _is_sample(row: object) -> bool:
    if not isinstance(row, dict) or set(row) != set(_SAMPLE_KEYS):
        return False
    if not all(isinstance(value, str) for value in row.values()) or row["field"] not in _FIELDS:
        return False
    return not row["value"] or _FIELDS[row["field"]](row["value"])


def _is_date(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _is_moment(value: str) -> bool:
    try:
        return dt.datetime.fromisoformat(value).tzinfo is not None
    except ValueError:
        return False


# What a sample may be of, and whether a value that it has is of the right form.
_FIELDS: dict[str, Callable[[str], bool]] = {
    "date": _is_date,
    "time": _is_moment,
    "author": bool,
    "line": bool,
    "share": bool,
    "credit": bool,
}


def _sample_notes(path: str, text: str, language: Language) -> list[Diagnostic]:
    """A finding where words stand without a line that they read and one that they leave alone."""
    notes = []
    for field, words, key in (
        ("date", language.months, "months"),
        ("time", language.zones, "zones"),
        ("time", language.towns, "towns"),
        ("author", language.byline, "byline"),
        ("line", language.hyphen_after, "hyphen_after"),
        ("line", language.suspended, "suspended"),
        ("share", language.share, "share"),
        ("share", language.networks, "networks"),
        ("credit", language.credit_marks, "credit_marks"),
        ("credit", language.credit_owners, "credit_owners"),
    ):
        values = [bool(sample.value) for sample in language.samples if sample.field == field]
        if words and not (True in values and False in values):
            problem = said(
                "add a [[sample]] of field '{field}' with a value, and one whose value is empty", field=field
            )
            notes.append(finding(path, text, key, of_key(key, problem)))
    return notes
