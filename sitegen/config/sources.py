"""`content/sources/*.toml`: what is known about a site that captures come from."""

import re
from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from sitegen.config.noise import NoiseRule, rule_rows, takes_for_ever
from sitegen.config.table import (
    choice_problem,
    finding,
    kind_problem,
    name_problem,
    of_key,
    read_toml,
    unknown_keys,
)
from sitegen.model import NOTHING, Diagnostic, Said, said
from sitegen.text.lazily import lazily

FieldName = str  # "title" | "date" | "author" | "publisher" | "link"
FIELDS: tuple[FieldName, ...] = ("title", "date", "author", "publisher", "link")


class FieldPattern(Struct, frozen=True):
    """Where a source's pages state a metadata field.

    ``pattern`` is a regex on a block's text as it stands (Markdown marks off), case ignored; its first group
    is the value. ``sample`` is a line that it must match, ``value`` what it must give.
    """

    field: FieldName
    pattern: str
    sample: str
    value: str


class Profile(Struct, frozen=True):
    """A source: how its captures are recognised, what is its noise, how it may be published.

    ``id`` is the file's name without ".toml"; ``name`` and ``url`` are shown to readers.
    ``domains`` are hosts without "www."; a link or address on one speaks for the source.
    ``fingerprints`` are fragments that only its pages hold; they are compared folded.
    ``language`` is BCP 47, "" where it varies. ``publish`` is "full", "excerpt" or "" (the site's default).
    ``indexed`` says whether search engines may list its pages; None leaves it to the site.
    ``country`` (ISO 3166-1 alpha-2 or "") is where the source is at home: a weak default for articles that
    name no country, marked as such. ``aggregator`` says that its pages name another publisher.
    ``noise`` rows come before the rulebook's; ``fields`` say where metadata stand.
    """

    id: str
    name: str
    url: str = ""
    domains: tuple[str, ...] = ()
    fingerprints: tuple[str, ...] = ()
    language: str = ""
    publish: str = ""
    indexed: bool | None = None
    country: str = ""
    aggregator: bool = False
    noise: tuple[NoiseRule, ...] = ()
    fields: tuple[FieldPattern, ...] = ()


_SCALARS: dict[str, type] = {
    "name": str,
    "url": str,
    "language": str,
    "publish": str,
    "indexed": bool,
    "country": str,
    "aggregator": bool,
}
_LISTS = ("domains", "fingerprints")
_ADDRESS = lazily(r"https?://[^\s\"'<>\\]+")
_KEYS = (*_SCALARS, *_LISTS, "noise", "field")
_FIELD_KEYS = ("field", "pattern", "sample", "value")


def load_sources(files: Mapping[str, str]) -> tuple[tuple[Profile, ...], tuple[Diagnostic, ...]]:
    """Every profile, by id, and every mistake in its file; a profile without a name is left out."""
    profiles: list[Profile] = []
    notes: list[Diagnostic] = []
    for path, text in sorted(files.items()):
        table, broken = read_toml(path, text)
        notes += [*broken, *unknown_keys(path, text, table, _KEYS)]
        if not table:
            continue
        name = path.rsplit("/", 1)[-1].removesuffix(".toml")
        profile, found = _profile(name, path, text, table)
        notes += found
        if profile:
            profiles.append(profile)
    return tuple(profiles), tuple(notes)


def _profile(
    name: str, path: str, text: str, table: dict[str, Any]
) -> tuple[Profile | None, list[Diagnostic]]:
    """One file's profile and what is wrong in it."""
    notes: list[Diagnostic] = []
    good: dict[str, Any] = {}
    for key, kind in _SCALARS.items():
        if key not in table:
            continue
        if isinstance(table[key], kind):
            good[key] = table[key]
        else:
            notes.append(finding(path, text, key, of_key(key, kind_problem(kind, table[key]))))
    for key in _LISTS:
        value = table.get(key, [])
        if isinstance(value, list) and all(isinstance(entry, str) and entry.strip() for entry in value):
            good[key] = tuple(value)
        else:
            notes.append(
                finding(path, text, key, of_key(key, said("expected a list of texts, none of them empty")))
            )
    notes += _value_notes(path, text, good)
    if good.get("publish") not in ("full", "excerpt"):
        good.pop("publish", None)
    rules, found = rule_rows(path, text, table.get("noise", []), good.get("language", ""))
    notes += found
    fields, found = _fields(path, text, table.get("field", []))
    notes += found
    if not good.get("name"):
        hint = said('add name = "…", as readers should see it')
        return None, [*notes, finding(path, text, "name", said("a source needs a name"), hint)]
    return Profile(id=name, noise=rules, fields=fields, **good), notes


def _value_notes(path: str, text: str, good: dict[str, Any]) -> list[Diagnostic]:
    """What is wrong with values of the right type."""
    notes = []
    if good.get("name") and (problem := name_problem(good["name"])):
        notes.append(finding(path, text, "name", of_key("name", problem)))
    if good.get("publish", "") not in ("", "full", "excerpt"):
        problem = choice_problem(good["publish"], ("full", "excerpt"))
        notes.append(finding(path, text, "publish", of_key("publish", problem)))
    if good.get("url") and not _ADDRESS.fullmatch(good["url"]):
        problem = said("an address starts with https:// or http://")
        notes.append(finding(path, text, "url", of_key("url", problem)))
    if good.get("country") and not re.fullmatch(r"[A-Z]{2}", good["country"]):
        problem = said("two capitals such as FR (ISO 3166-1)")
        notes.append(finding(path, text, "country", of_key("country", problem)))
    notes += [
        finding(
            path,
            text,
            domain,
            of_key("domains", said("'{domain}' is no host such as example.org", domain=domain)),
            said("leave out https://"),
        )
        for domain in good.get("domains", ())
        if "/" in domain or "." not in domain or domain != domain.strip().lower()
    ]
    return notes


def _fields(path: str, text: str, rows: object) -> tuple[tuple[FieldPattern, ...], list[Diagnostic]]:
    """The rows `[[field]]` of a profile; each is tried on its own sample."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return (), [finding(path, text, "field", said("field: write each as a [[field]] table"))]
    good: list[FieldPattern] = []
    notes: list[Diagnostic] = []
    for row in rows:
        notes += unknown_keys(path, text, row, _FIELD_KEYS)
        values = [row.get(key, "") for key in _FIELD_KEYS]
        needle = str(row.get("pattern", "[[field]]"))
        if not all(isinstance(value, str) and value for value in values):
            message = said("a field row needs {keys}", keys=", ".join(_FIELD_KEYS))
            notes.append(finding(path, text, needle, message))
            continue
        pattern = FieldPattern(*values)
        problem = _field_problem(pattern)
        if problem:
            notes.append(finding(path, text, needle, problem))
        else:
            good.append(pattern)
    return tuple(good), notes


def _field_problem(row: FieldPattern) -> Said:
    """What is wrong with a field pattern, nothing where it reads its own sample."""
    if row.field not in FIELDS:
        return of_key("field", choice_problem(row.field, FIELDS))
    if takes_for_ever(row.pattern):
        return of_key("pattern", said("a repeated group that repeats inside can take for ever"))
    try:
        pattern = re.compile(row.pattern, re.IGNORECASE)
    except re.error as error:
        return of_key("pattern", Said(str(error)))
    if pattern.groups < 1:
        return of_key("pattern", said("put the value in (parentheses)"))
    found = pattern.search(row.sample)
    if not found:
        return of_key(
            "pattern", said("it reads nothing in its sample, where '{wanted}' stands", wanted=row.value)
        )
    if (read := found[1] or "").strip() != row.value:
        problem = said("it reads '{read}' in its sample, not '{wanted}'", read=read, wanted=row.value)
        return of_key("pattern", problem)
    return NOTHING
