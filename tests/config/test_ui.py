"""The interface's words: complete in each language, and every mistake said with its line."""

import re
from pathlib import Path

import pytest

from sitegen.config.ui import load_ui

PROJECT = Path(__file__).parents[2]
FILES = {
    f"content/ui/{path.name}": path.read_text() for path in sorted((PROJECT / "content/ui").glob("*.toml"))
}


def test_the_project_s_own_words_are_whole():
    languages, notes = load_ui(FILES)
    assert notes == ()
    assert set(languages) >= {"fr", "en"}
    assert languages["fr"].words.keys() == languages["en"].words.keys()


@pytest.mark.parametrize("path", sorted((PROJECT / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_every_word_a_template_asks_for_exists(path):
    french = load_ui(FILES)[0]["fr"]
    for key in re.findall(r'ui\["([^"]+)"\]', path.read_text()):
        assert key in french.words, key


def test_no_word_is_left_that_nothing_asks_for():
    french = load_ui(FILES)[0]["fr"]
    said = "".join(
        path.read_text()
        for folder in ("sitegen/render", "sitegen/feed", "templates")
        for path in sorted((PROJECT / folder).rglob("*.*"))
        if path.suffix in (".py", ".html", ".js")
    )
    parts = ("title", "description", "one", "other")  # what code adds to a table's name
    unused = [
        key
        for key in french.words
        if key not in said
        and key.rpartition(".")[2] not in parts
        and f'"{key.partition(".")[2]}"' not in said
        and f"words.{key.partition('.')[2]}" not in said
        and not key.startswith(("subscribe.holds_", "article.inferred_", "list.", "feeds.kinds."))
    ]
    assert unused == []


def test_a_missing_word_is_lent_by_french():
    languages, notes = load_ui(
        {"ui/fr.toml": '[a]\none = "un"\ntwo = "deux"', "ui/de.toml": '[a]\none = "eins"'}
    )
    assert languages["de"].words == {"a.one": "eins", "a.two": "deux"} or languages["de"]["a.one"] == "eins"
    assert [note.code for note in notes] in ([], ["ui-missing"])


def test_a_place_that_french_does_not_fill_is_an_error():
    files = {"ui/fr.toml": 'a = "de {name}"', "ui/de.toml": 'a = "von {nmae}"'}
    note = load_ui(files)[1][0]
    assert (note.code, note.level, note.where.span.line) == ("ui-place", "error", 1)


def test_broken_and_foreign_values_are_said():
    notes = load_ui({"ui/fr.toml": 'a = "x"\nb = 3', "ui/en.toml": "a = ["})[1]
    assert {note.code for note in notes} == {"ui-word", "config-toml", "ui-missing"}


def test_words_are_typeset():
    assert load_ui({"ui/fr.toml": 'a = "Vraiment ?"'})[0]["fr"]["a"] == "Vraiment\u202f?"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("[date]\nlong = \"EEEE d MMMM 'de' y\"\n", ""),
        ('[date]\nlong = "le jour"\n', "ui-place"),
        ('[article]\nby = "Par {names}"\n', ""),
        ('[article]\nby = "Par {0}"\n', "ui-place"),
        ('[article]\nby = "Par {names.__class__}"\n', "ui-place"),
        ('[article]\nby = "Par {names"\n', "ui-place"),
        (f'[article]\nby = "{"a" * 3_000}"\n', "ui-word"),
        ('[article]\nby = "a\\u0000"\n', "config-toml"),
    ],
)
def test_what_cannot_be_filled_in_is_refused(words: str, code: str) -> None:
    reference = '[date]\nlong = "d MMMM y"\n[article]\nby = "Par {names}"\n'
    _, notes = load_ui({"content/ui/fr.toml": words}, reference)
    assert [note.code for note in notes if note.level == "error"] == ([code] if code else [])
