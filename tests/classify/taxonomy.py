"""The project's own vocabularies, compiled once for this room's tests."""

from functools import cache
from pathlib import Path

from sitegen.classify import Taxonomy, compile_taxonomy, label
from sitegen.classify.evaluate import reading_of
from sitegen.classify.mentions import scan
from sitegen.config.countries import CountryBook, load_countries
from sitegen.config.themes import ThemeBook, load_themes
from sitegen.model import Labels

ROOT = Path(__file__).parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"


@cache
def books() -> tuple[CountryBook, ThemeBook]:
    countries, country_notes = load_countries(
        {"content/countries.toml": (ROOT / "content/countries.toml").read_text(encoding="utf-8")}
    )
    themes, theme_notes = load_themes(
        {"content/themes.toml": (ROOT / "content/themes.toml").read_text(encoding="utf-8")}
    )
    assert [(note.line(), str(note.message)) for note in (*country_notes, *theme_notes)] == []
    return countries, themes


@cache
def taxonomy() -> Taxonomy:
    weights = (ROOT / "content/models/themes.json").read_text(encoding="utf-8")
    return compile_taxonomy(*books(), weights)


def named(text: str, language: str = "fr") -> set[str]:
    """The countries that the words of a sentence speak for, before any scoring."""
    known = taxonomy()
    hits, _ = scan(reading_of("", text, language), known.lexicon)
    return {hit.country for hit in hits}


def labels(title: str, body: str, language: str = "fr") -> Labels:
    return label(reading_of(title, body, language), taxonomy())


def countries(title: str, body: str, language: str = "fr") -> list[str]:
    return [entry.id for entry in labels(title, body, language).countries]


def themes(title: str, body: str, language: str = "fr") -> list[str]:
    return [entry.id for entry in labels(title, body, language).themes]
