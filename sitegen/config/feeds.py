"""`content/feeds/*.toml`: selections that an editor saved, each with a page and feeds of its own."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct, field

from sitegen.config.table import finding, name_problem, of_key, read_toml, unknown_keys
from sitegen.model import Article, Diagnostic, Said, Span, Where, said
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_FIELDS = ("countries", "groups", "themes", "sources", "words", "language")
_KEYS = ("name", "description", *_FIELDS, *(f"not_{name}" for name in _FIELDS))
_STEM = lazily(r"(?=.{1,80}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")  # "caucase-sans-sport"


class Terms(Struct, frozen=True):
    """Conditions on an article: within a field one suffices, and every field that is not empty must hold.

    Countries and groups are one field. ``words`` and ``sources`` are folded.
    """

    countries: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    language: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(
            self.countries or self.groups or self.themes or self.sources or self.words or self.language
        )


class Selection(Struct, frozen=True):
    """A saved selection: what must hold, and what must not; ``id`` is the file's name."""

    id: str
    name: str
    description: str = ""
    want: Terms = field(default_factory=Terms)
    refuse: Terms = field(default_factory=Terms)
    path: str = ""


def load_selections(files: Mapping[str, str]) -> tuple[tuple[Selection, ...], tuple[Diagnostic, ...]]:
    """The selections of `content/feeds/*.toml` in order of their ids, and every mistake in them."""
    selections = []
    notes: list[Diagnostic] = []
    for path, text in sorted(files.items()):
        table, broken = read_toml(path, text)
        notes += broken
        if broken:
            continue
        stem = path.rsplit("/", 1)[-1].removesuffix(".toml")
        problems = [*unknown_keys(path, text, table, _KEYS), *_problems(path, text, stem, table)]
        notes += problems
        if not any(note.level == "error" for note in problems):
            selections.append(_selection(path, stem, table))
    return tuple(selections), tuple(notes)


def _problems(path: str, text: str, stem: str, table: Mapping[str, Any]) -> list[Diagnostic]:
    """What is wrong with a file's values."""
    notes = []
    if not _STEM.fullmatch(stem):
        message = said("'{name}' cannot be part of an address", name=stem)
        hint = said("name the file in small letters, digits and hyphens, such as caucase-sans-sport.toml")
        notes.append(Diagnostic("config-value", "error", Where(path, Span(1, 1)), message, hint))
    name = table.get("name")
    if not isinstance(name, str) or not name.strip():
        message = said("name: a title for readers is needed")
        notes.append(finding(path, text, "name", message, Said('name = "…"')))
    elif problem := name_problem(name):
        notes.append(finding(path, text, "name", of_key("name", problem)))
    if not isinstance(table.get("description", ""), str):
        notes.append(
            finding(path, text, "description", of_key("description", said("expected text in quotes")))
        )
    notes += [
        finding(path, text, key, of_key(key, said("expected a list of texts, none of them empty")))
        for key in _KEYS[2:]
        if key in table and _strings(table[key]) is None
    ]
    if not any(_strings(table.get(key)) for key in _KEYS[2:]):
        hint = said(
            "add countries, groups, themes, sources, words or language, or one of them with not_ before it"
        )
        notes.append(finding(path, text, "name", said("this selects nothing in particular"), hint))
    return notes


def _strings(value: object) -> tuple[str, ...] | None:
    """A text or list of texts as a tuple; None for anything else."""
    if isinstance(value, str):
        value = [value]
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        return None
    return tuple(one.strip() for one in value)


def _country(given: str) -> str:
    """A country's id as the vocabulary writes it: ISO's two letters, or a word ("karabakh").

    >>> _country("am"), _country("Karabakh")
    ('AM', 'karabakh')
    """
    return given.upper() if len(given) == 2 else given.lower()  # noqa: PLR2004  ISO 3166-1 alpha-2


def _selection(path: str, stem: str, table: Mapping[str, Any]) -> Selection:
    """A file that holds, as a value."""

    def terms(prefix: str) -> Terms:
        given = {name: _strings(table.get(prefix + name, [])) or () for name in _FIELDS}
        return Terms(
            countries=tuple(map(_country, given["countries"])),
            groups=given["groups"],
            themes=given["themes"],
            sources=tuple(fold(source) for source in given["sources"]),
            words=tuple(fold(word) for word in given["words"]),
            language=tuple(code.lower() for code in given["language"]),
        )

    description = table.get("description", "").strip()
    return Selection(stem, table["name"].strip(), description, terms(""), terms("not_"), path)


def check_selections(
    selections: tuple[Selection, ...],
    countries: Collection[str],
    themes: Collection[str],
    groups: Collection[str],
) -> tuple[Diagnostic, ...]:
    """A warning for each id that no vocabulary has: such a condition would never hold."""
    notes = []
    for selection in selections:
        for terms in (selection.want, selection.refuse):
            unknown = [
                *(
                    said("no country has the id '{id}'", id=one)
                    for one in terms.countries
                    if one not in countries
                ),
                *(said("no theme has the id '{id}'", id=one) for one in terms.themes if one not in themes),
                *(said("no group has the id '{id}'", id=one) for one in terms.groups if one not in groups),
            ]
            notes += [_unknown(selection.path, message) for message in unknown]
    return tuple(notes)


def _unknown(path: str, message: Said) -> Diagnostic:
    hint = said("content/countries.toml and content/themes.toml have the ids")
    return Diagnostic("selection-unknown-term", "warning", Where(path), message, hint)


def matches(selection: Selection, article: Article, groups: Mapping[str, Collection[str]]) -> bool:
    """Whether an article belongs to a selection; ``groups`` gives each group's countries."""
    if selection.refuse and any(_holds(selection.refuse, article, groups)):
        return False
    return all(_holds(selection.want, article, groups))


def _holds(terms: Terms, article: Article, groups: Mapping[str, Collection[str]]) -> list[bool]:
    """For each field that is not empty, whether the article has one of its values."""
    found = []
    if terms.countries or terms.groups:
        wanted = {*terms.countries, *(code for group in terms.groups for code in groups.get(group, ()))}
        found.append(not wanted.isdisjoint(article.countries))
    if terms.themes:
        found.append(not set(terms.themes).isdisjoint(article.themes))
    if terms.sources:
        found.append(any(_is_from(source, article) for source in terms.sources))
    if terms.language:
        found.append(article.language.lower().split("-", 1)[0] in terms.language)
    if terms.words:
        text = fold("\n".join((article.title, article.summary, *article.tags)))
        found.append(any(_has_word(text, word) for word in terms.words))
    return found


def _is_from(source: str, article: Article) -> bool:
    """Whether this is the source's name, or a host that its address or the article's lies on."""
    if article.source and fold(article.source.name) == source:
        return True
    addresses = (article.source.url if article.source else "", article.link)
    return any(f".{_host(address)}".endswith(f".{source}") for address in addresses if address)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _has_word(text: str, word: str) -> bool:
    """Whether a word or phrase stands in folded text, not inside another word."""
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (at and text[at - 1].isalnum()) and not text[end : end + 1].isalnum():
            return True
        at = text.find(word, at + 1)
    return False
