"""The theme vocabulary: what is read, and every mistake told with its line."""

import msgspec
import pytest

from sitegen.config.themes import ThemeBook, Word, load_themes
from tests.classify.taxonomy import books

PATH = "content/themes.toml"
ROOT = (
    '[[theme]]\nid = "politics"\nslug = "politique"\n'
    'names = { fr = "Politique", en = "Politics" }\nmedtop = "11000000"\n'
)


def load(text):
    return load_themes({PATH: text})


def test_a_theme_with_its_words_and_weights():
    book, notes = load(ROOT + '[theme.fr]\nstrong = ["député*"]\nweak = ["État"]\n')
    assert notes == ()
    assert book.themes[0].words == (Word("député", 3.0, "fr", open_end=True), Word("État", 0.5, "fr"))
    assert book.themes[0].is_root


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (ROOT.replace("11000000", "11"), "eight digits"),
        (ROOT.replace('"politique"', '"Politique"'), "a slug is"),
        (ROOT.replace(', en = "Politics"', ""), "one for en"),
        (ROOT.replace('id = "politics"\n', ""), "id is missing"),
        (ROOT + 'root = "12000000"\n', "no theme has the medtop"),
        (ROOT + "near_misses = [1]\n", "near_misses is a list"),
        (ROOT + 'sought = "Sports"\n', "sought is a list"),
        (ROOT + '[theme.fr]\nhuge = ["mot"]\n', "the lists strong"),
        (ROOT + "[theme.fr]\nstrong = [3]\n", "list of words"),
        (ROOT + "[theme.fr]\nstrong = 5\n", "list of words"),
        (ROOT + '[theme.fr]\nstrong = "pont"\n', "list of words"),
        (ROOT + 'wrods = "mot"\n', "unknown key"),
        (ROOT + ROOT.replace('"politics"', '"other"'), "the same slug"),
        ("[[theme]\n", "not valid TOML"),
        ("theme = 3\n", "[[theme]] tables"),
    ],
)
def test_every_mistake_is_told_with_its_line(text, part):
    found = [(note.line(), str(note.message)) for note in load(text)[1]]
    assert any(part in message and line >= 1 for line, message in found), found


def test_the_projects_own_vocabulary_is_without_fault_and_can_be_stored():
    book = books()[1]
    assert msgspec.json.decode(msgspec.json.encode(book), type=ThemeBook) == book
    assert sum(theme.is_root for theme in book.themes) == 17
    assert all(theme.words for theme in book.themes)
