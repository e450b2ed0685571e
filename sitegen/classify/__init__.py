"""Which countries and themes an article is about, each with the words that say so."""

from msgspec import Struct

from sitegen.classify.countries import country_labels
from sitegen.classify.declared import Names, declared_labels, names_of
from sitegen.classify.lexicon import Lexicon, Vocabulary, lexicon_of
from sitegen.classify.mentions import scan
from sitegen.classify.model import Model, read_model
from sitegen.classify.reading import Reading, read_article
from sitegen.classify.themes import ThemeTable, theme_labels, theme_table
from sitegen.classify.vocabulary import compile_vocabulary
from sitegen.config.countries import Country, CountryBook
from sitegen.config.themes import ThemeBook
from sitegen.model import Cleaned, Declared, Diagnostic, Label, Labels, Metadata, Span, Where, said

__all__ = ["Taxonomy", "Vocabulary", "classify", "compile_taxonomy", "compile_vocabulary", "label"]


class Taxonomy(Struct, frozen=True):
    """The vocabularies made ready: compiled once for a process."""

    lexicon: Lexicon
    countries: dict[str, Country]
    themes: ThemeTable
    names: Names
    model: Model | None


def compile_taxonomy(
    countries: CountryBook,
    themes: ThemeBook,
    weights: str | bytes | None = None,
    vocabulary: Vocabulary | None = None,
) -> Taxonomy:
    """The taxonomy of both books, with the theme model of a weights file where there is one.

    ``vocabulary`` is what these books compile to, where it was kept.
    """
    text = weights.decode() if isinstance(weights, bytes) else weights
    return Taxonomy(
        lexicon_of(vocabulary or compile_vocabulary(countries, themes)),
        countries.by_id(),
        theme_table(themes.themes),
        names_of(countries, themes),
        read_model(text) if text else None,
    )


def classify(
    metadata: Metadata,
    cleaned: Cleaned,
    taxonomy: Taxonomy,
    declared: tuple[Declared, ...] = (),
    home: str = "",
    path: str = "",
    override: tuple[Declared, ...] = (),
    override_path: str = "",
) -> Labels:
    """The labels of an article: those an editor declares, else its front matter's, else those its words give.

    ``path`` is the article's file, ``override_path`` the one that the editor's corrections, ``override``,
    stand in: what is said names the file it is about.
    """
    corrected = declared_labels(override_path, override, taxonomy.names)
    stated = declared_labels(path, declared, taxonomy.names)
    found = label(read_article(metadata, cleaned), taxonomy, home)
    labels = Labels(
        corrected.countries or stated.countries or found.countries,
        corrected.themes or stated.themes or found.themes,
    )
    notes = (*corrected.notes, *stated.notes)
    return Labels(labels.countries, labels.themes, (*notes, *_unsure(labels, path)))


def label(reading: Reading, taxonomy: Taxonomy, home: str = "") -> Labels:
    """The labels that a text's words give."""
    hits, themes = scan(reading, taxonomy.lexicon)
    return Labels(
        country_labels(hits, reading, taxonomy.countries, taxonomy.lexicon, home),
        theme_labels(themes, reading, taxonomy.themes, taxonomy.model),
    )


def _unsure(labels: Labels, path: str) -> tuple[Diagnostic, ...]:
    """One finding that lists the labels an editor should look at."""
    doubtful: list[Label] = [entry for entry in (*labels.countries, *labels.themes) if not entry.sure]
    if not doubtful:
        return ()
    listed = ", ".join(entry.id for entry in doubtful)
    hint = said("declare countries or themes in the front matter, in content/overrides/ for a capture")
    lines = [mention.line for entry in doubtful for mention in entry.mentions if mention.line > 0]
    where = Where(path, Span(min(lines), min(lines)) if lines else None)
    return (Diagnostic("label-unsure", "info", where, said("to check: {listed}", listed=listed), hint),)
