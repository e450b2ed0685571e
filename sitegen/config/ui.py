"""`content/ui/<lang>.toml`: every word of the interface, a file per language."""

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from sitegen.config.table import line_of, of_key, read_toml
from sitegen.model import NOTHING, Diagnostic, Level, Said, Span, Where, said
from sitegen.text.lazily import lazily
from sitegen.text.typography import typeset

_WRITE = said("write it as content/ui/fr.toml does")
REFERENCE = "fr"  # its keys are the list of what a language has to say
_LONGEST = 2_000  # characters
_PLACE = lazily(r"\{([a-z_]*)\}")  # "{count} articles"
_BRACE = lazily(r"[{}]")
_OTHER = r"|'[^']*'|[^A-Za-z'])*"
_DAY = lazily(r"(?:y{1,4}|[MLE]{1,4}|d{1,2}" + _OTHER)  # "EEEE d MMMM y", as CLDR writes dates
_PATTERNS = {f"date.{style}": _DAY for style in ("full", "long", "short", "day", "month")}


class Strings(Struct, frozen=True):
    """The interface in one language: ``words`` by "table.key", as "article.share"."""

    language: str
    words: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, key: str) -> str:
        """The words under a key."""
        return self.words[key]


def load_ui(files: Mapping[str, str], default: str = "") -> tuple[dict[str, Strings], tuple[Diagnostic, ...]]:
    """The interface of each language by its code, and every mistake; missing words are lent by French.

    ``default`` is the text of the French that comes with the program: it lends what a site's own lacks.
    """
    notes: list[Diagnostic] = []
    tables: dict[str, tuple[str, dict[str, str]]] = {}
    for path, text in sorted(files.items()):
        table, broken = read_toml(path, text)
        notes += broken
        language = path.rsplit("/", 1)[-1].removesuffix(".toml")
        words, wrong = _flat(path, text, table)
        notes += wrong
        tables[language] = (path, words)
    lent = _flat("", default, read_toml("", default)[0])[0] if default else {}
    reference = {**lent, **tables.get(REFERENCE, ("", {}))[1]}
    out: dict[str, Strings] = {}
    for language, (path, words) in tables.items():
        if reference and (lent or language != REFERENCE):
            notes += _compared(path, files[path], words, lent if language == REFERENCE else reference)
        said = {**reference, **words}
        out[language] = Strings(language, {key: typeset(text, language) for key, text in said.items()})
    return out, tuple(notes)


def _flat(path: str, text: str, table: dict[str, Any]) -> tuple[dict[str, str], list[Diagnostic]]:
    """Tables of words as one map with dotted keys; what is no text is left out with an error."""
    words: dict[str, str] = {}
    notes = []
    todo = [(key, value) for key, value in reversed(table.items())]
    while todo:
        key, value = todo.pop()
        if isinstance(value, str):
            words[key] = value
            if len(value) > _LONGEST:
                name = key.rsplit(".", 1)[-1]
                problem = said("no word of the interface has {count} characters", count=_LONGEST)
                notes.append(_note("ui-word", "error", path, text, name, of_key(key, problem), _WRITE))
        elif isinstance(value, dict):
            todo += [(f"{key}.{inner}", deeper) for inner, deeper in reversed(value.items())]
        else:
            name = key.rsplit(".", 1)[-1]
            problem = said("expected text in quotes")
            notes.append(_note("ui-word", "error", path, text, name, of_key(key, problem), _WRITE))
    return words, notes


def _compared(path: str, text: str, words: dict[str, str], reference: dict[str, str]) -> list[Diagnostic]:
    """What a language lacks, has too much, or fills in differently from the reference."""
    notes = []
    missing = [key for key in reference if key not in words and not key.endswith((".many", ".few", ".two"))]
    if missing:
        shown = ", ".join(missing[:5]) + ("…" if len(missing) > 5 else "")  # noqa: PLR2004  a line, not a list
        message = said(
            "{count} {count|word is|words are} missing and shown in {language}: {keys}",
            count=len(missing),
            language=REFERENCE,
            keys=shown,
        )
        notes.append(_note("ui-missing", "warning", path, text, "", message, said("translate them")))
    for key, value in words.items():
        base = key.rsplit(".", 1)[0]
        if key not in reference:
            if not any(other.startswith(base + ".") for other in reference):
                message = said("nothing uses the word '{key}'", key=key)
                notes.append(_note("ui-unknown", "warning", path, text, key, message, said("remove it")))
        elif key in _PATTERNS and not _PATTERNS[key].fullmatch(value):
            problem = said("this is no pattern of a date such as '{pattern}'", pattern=reference[key])
            notes.append(_note("ui-place", "error", path, text, key, of_key(key, problem), _WRITE))
        elif set(_PLACE.findall(value)) - set(_PLACE.findall(reference[key])) or _BRACE.search(
            _PLACE.sub("", value)
        ):
            problem = said("names a place in braces that {file} does not fill", file=f"{REFERENCE}.toml")
            notes.append(_note("ui-place", "error", path, text, key, of_key(key, problem), _WRITE))
    return notes


def _note(
    code: str, level: Level, path: str, text: str, key: str, message: Said, hint: Said = NOTHING
) -> Diagnostic:
    line = line_of(text, key.rsplit(".", 1)[-1] + " =") if key else 1
    return Diagnostic(code, level, Where(path, Span(line, line)), message, hint)
