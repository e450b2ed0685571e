"""Countries and themes that an editor declared: their word wins."""

from collections.abc import Iterable

from msgspec import Struct

from sitegen.classify.normal import key
from sitegen.config.countries import CountryBook
from sitegen.config.themes import ThemeBook
from sitegen.model import Declared, Diagnostic, Label, Labels, Mention, Said, Where, said
from sitegen.text.keys import KEYS, spelled
from sitegen.text.wikilinks import unlinked


class Names(Struct, frozen=True):
    """Labels by every name that an editor may write."""

    countries: dict[str, str]
    themes: dict[str, str]
    groups: dict[str, tuple[str, ...]]


def names_of(countries: CountryBook, themes: ThemeBook) -> Names:
    """Ids, slugs and names, folded; a country's other names last, so that they never hide one."""
    lands: dict[str, str] = {}
    for country in countries.countries:
        for name in (country.id, country.slug, *country.names.values()):
            lands.setdefault(key(name), country.id)
    for country in countries.countries:
        for name in country.aliases:
            lands.setdefault(key(name), country.id)
    subjects: dict[str, str] = {}
    for theme in themes.themes:
        for name in (theme.id, theme.slug, *theme.names.values()):
            subjects.setdefault(key(name), theme.id)
    groups = {key(name): row.members for row in countries.groups for name in (row.id, *row.names.values())}
    return Names(lands, subjects, groups)


def declared_labels(path: str, declared: Iterable[Declared], names: Names) -> Labels:
    """Countries and themes declared in the file of this path, and a warning for each that is none."""
    countries: dict[str, Label] = {}
    themes: dict[str, Label] = {}
    notes: list[Diagnostic] = []
    for entry in declared:
        name = spelled(entry.key)
        for value in _values(entry):
            if name in KEYS["countries"]:
                found = names.countries.get(key(value))
                if found:
                    countries.setdefault(found, _label(found, value, entry))
                elif key(value) in names.groups:
                    message = said("'{name}' is a region", name=value)
                    hint = said("name its countries: {codes}", codes=", ".join(names.groups[key(value)]))
                    notes.append(_unknown("country-unknown", path, entry, message, hint))
                else:
                    message = said("no country is called '{name}'", name=value)
                    hint = said("write a two-letter code or a name of content/countries.toml")
                    notes.append(_unknown("country-unknown", path, entry, message, hint))
            elif name in (*KEYS["themes"], *KEYS["categories"]):
                found = names.themes.get(key(value))
                if found:
                    themes.setdefault(found, _label(found, value, entry))
                elif name in KEYS["themes"]:  # other things than themes stand under categories too
                    message = said("no theme is called '{name}'", name=value)
                    hint = said("write an id or a name of content/themes.toml")
                    notes.append(_unknown("theme-unknown", path, entry, message, hint))
    return Labels(tuple(countries.values()), tuple(themes.values()), tuple(notes))


def _values(entry: Declared) -> tuple[str, ...]:
    """The values of a key, a list written in one string taken apart."""
    if isinstance(entry.value, tuple):
        return tuple(unlinked(value) for value in entry.value if value.strip())
    return tuple(part.strip() for part in unlinked(entry.value).split(",") if part.strip())


def _label(ident: str, value: str, entry: Declared) -> Label:
    return Label(ident, 1.0, (Mention(ident, value, "declared", 1.0, entry.span.line),))


def _unknown(code: str, path: str, entry: Declared, message: Said, hint: Said) -> Diagnostic:
    return Diagnostic(code, "warning", Where(path, entry.span), message, hint)
