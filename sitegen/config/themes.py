"""`content/themes.toml`: subjects, their place in the IPTC Media Topics, and their words."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct

from sitegen.config.table import finding, name_problem, of_key, read_toml, twice, unknown_keys
from sitegen.model import NOTHING, Diagnostic, Said, said
from sitegen.text.lazily import lazily

LANGUAGES = ("fr", "en")  # of the names
WORD_LANGUAGES = (*LANGUAGES, "de", "es", "it")
WEIGHTS: dict[str, float] = {"strong": 3.0, "usual": 1.5, "weak": 0.5}

_MEDTOP = lazily(r"[0-9]{8}")  # "20000639"
_SLUG = lazily(r"(?=.{1,80}\Z)[a-z0-9]+(?:-[a-z0-9]+)*")  # "defense-et-securite"
_KEYS = ("id", "names", "slug", "medtop", "root", "near_misses", "sought", *WORD_LANGUAGES)


class Word(Struct, frozen=True):
    """A word or phrase and its weight; with ``open_end``, whatever letters follow ("élect*")."""

    text: str
    weight: float
    language: str
    open_end: bool = False


class Theme(Struct, frozen=True):
    """A subject: names by language, the slug of its shelf, its code and its root's, its words.

    ``near_misses`` are phrases that hold one of its words and do not speak for it; ``sought`` are names by
    which readers seek its shelf.
    """

    id: str
    names: dict[str, str]
    slug: str
    medtop: str
    medtop_root: str
    words: tuple[Word, ...] = ()
    near_misses: tuple[str, ...] = ()
    sought: tuple[str, ...] = ()

    @property
    def is_root(self) -> bool:
        """Whether it is one of the seventeen top-level topics."""
        return self.medtop == self.medtop_root


class ThemeBook(Struct, frozen=True):
    """All subjects, in the order of the file."""

    themes: tuple[Theme, ...] = ()

    def by_id(self) -> dict[str, Theme]:
        """The subjects under their ids."""
        return {theme.id: theme for theme in self.themes}


def load_themes(files: Mapping[str, str]) -> tuple[ThemeBook, tuple[Diagnostic, ...]]:
    """The subjects of all files together, a later file's theme replacing one of the same id."""
    notes: list[Diagnostic] = []
    themes: dict[str, Theme] = {}
    for path in sorted(files):
        text = files[path]
        table, broken = read_toml(path, text)
        notes.extend(broken)
        notes.extend(unknown_keys(path, text, table, ("theme",)))
        rows = table.get("theme", [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            notes.append(finding(path, text, "theme", said("subjects are written as [[theme]] tables")))
            continue
        made = []
        for row in rows:
            theme, found = _theme(path, text, row)
            notes.extend(found)
            made += [theme] if theme else []
        notes.extend(twice(path, text, [theme.id for theme in made]))
        themes.update((theme.id, theme) for theme in made)
    book = ThemeBook(tuple(themes.values()))
    return book, (*notes, *_cross_findings(book, files))


def _theme(path: str, text: str, row: dict[str, Any]) -> tuple[Theme | None, list[Diagnostic]]:
    """A subject, None where it cannot stand, and what is wrong with its row."""
    name = f'id = "{row.get("id", "")}"'
    notes = list(unknown_keys(path, text, row, _KEYS))

    def complain(problem: Said) -> None:
        notes.append(finding(path, text, name, of_key(name, problem)))

    values = {key: row.get(key, "") for key in ("id", "slug", "medtop", "root")}
    for key, value in values.items():
        if not isinstance(value, str) or (not value and key != "root"):
            complain(said("{key} is missing, or no word in quotes", key=key))
            return None, notes
    values["root"] = values["root"] or values["medtop"]
    if not _SLUG.fullmatch(values["slug"]):
        complain(said("a slug is lower-case letters, digits and hyphens"))
        return None, notes
    if not _MEDTOP.fullmatch(values["medtop"]) or not _MEDTOP.fullmatch(values["root"]):
        complain(said("medtop and root are codes of eight digits"))
        return None, notes
    names = row.get("names", {})
    if not isinstance(names, dict) or not all(isinstance(names.get(lang), str) for lang in LANGUAGES):
        complain(said("names has a name for fr and one for en"))
        return None, notes
    problem = next(
        filter(None, map(name_problem, (values["id"], *(names[lang] for lang in LANGUAGES)))), NOTHING
    )
    if problem:
        complain(problem)
        return None, notes
    words: list[Word] = []
    for language in WORD_LANGUAGES:
        words.extend(_words(row.get(language, {}), language, complain))
    misses, sought = (_phrases(row, key, complain) for key in ("near_misses", "sought"))
    theme = Theme(
        values["id"],
        dict(names),
        values["slug"],
        values["medtop"],
        values["root"],
        tuple(words),
        misses,
        sought,
    )
    return theme, notes


def _phrases(row: dict[str, Any], key: str, complain: Any) -> tuple[str, ...]:
    """A row's own list of phrases, empty ones refused."""
    value = row.get(key, [])
    if isinstance(value, list) and all(isinstance(phrase, str) and phrase.strip() for phrase in value):
        return tuple(value)
    complain(said("{key} is a list of words in quotes", key=key))
    return ()


def _words(table: Any, language: str, complain: Any) -> list[Word]:
    """The words of one language with the weight of their list."""
    if not isinstance(table, dict) or set(table) - set(WEIGHTS):
        complain(
            said("{language} has the lists {lists} and no other", language=language, lists=", ".join(WEIGHTS))
        )
        return []
    words = []
    for strength, weight in WEIGHTS.items():
        entries = table.get(strength, [])
        if not isinstance(entries, list):
            complain(f"{language}.{strength} is a list of words in quotes")
            continue
        for entry in entries:
            if not isinstance(entry, str) or not entry.strip("* "):
                complain(said("{key} is a list of words in quotes", key=f"{language}.{strength}"))
                continue
            words.append(Word(entry.rstrip("*"), weight, language, entry.endswith("*")))
    return words


def _cross_findings(book: ThemeBook, files: Mapping[str, str]) -> list[Diagnostic]:
    """Subjects without their root, and slugs that two of them share."""
    notes = []
    path = min(files, default="content/themes.toml")
    text = files.get(path, "")
    roots = {theme.medtop for theme in book.themes if theme.is_root}
    slugs: dict[str, str] = {}
    for theme in book.themes:
        needle = f'id = "{theme.id}"'
        if theme.medtop_root not in roots:
            problem = said("no theme has the medtop {medtop}", medtop=theme.medtop_root)
            notes.append(finding(path, text, needle, of_key(needle, problem)))
        if theme.slug in slugs:
            message = said(
                "{one} and {other} have the same slug '{slug}'",
                one=theme.id,
                other=slugs[theme.slug],
                slug=theme.slug,
            )
            notes.append(finding(path, text, f'slug = "{theme.slug}"', message))
        slugs[theme.slug] = theme.id
    return notes
