"""Noise files: rows that hold, and every mistake pointed at."""

import pytest

from sitegen.config.noise import LineModel, load_noise, load_weights

ROW = """
[[noise]]
id = "share"
match = "phrase"
text = "Partager"
cuts = ["Partager"]
keeps = ["Partager les eaux reste difficile."]
"""


def messages(text: str) -> list[tuple[int, str]]:
    return [(note.line(), str(note.message)) for note in load_noise({"noise/fr.toml": text})[1]]


def test_a_row_is_read_with_its_language():
    book, notes = load_noise({"noise/fr.toml": ROW, "noise/any.toml": ROW.replace("share", "other")})
    assert notes == ()
    assert [(rule.id, rule.language, rule.action, rule.zone) for rule in book.rules] == [
        ("share", "fr", "cut", "any"),
        ("other", "", "cut", "any"),
    ]


def test_words_are_read_from_texts_and_lists():
    book, notes = load_noise({"noise/fr.toml": '[words]\nstopwords = "le la Les"\nsecond_person = ["vous"]'})
    assert notes == ()
    assert book.vocabularies[0].stopwords == ("la", "le", "les")


CREDITS = '[credits]\nowners = ["AFP"]\ncuts = ["Le pont (AFP)"]\nkeeps = ["L\'AFP l\'a dit."]\n'


def test_words_of_credits_are_read_from_all_files():
    book, notes = load_noise({"noise/any.toml": CREDITS, "noise/fr.toml": CREDITS.replace("AFP", "ATS")})
    assert notes == ()
    assert book.credits.owners == ("ats", "afp")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (CREDITS.replace("keeps = [\"L'AFP l'a dit.\"]", ""), 1, "under keeps"),
        (CREDITS.replace('["AFP"]', "3"), 2, "expected a text or a list of texts"),
        (CREDITS + 'agencies = ["Tass"]\n', 5, "unknown key"),
        ('credits = "AFP"\n', 1, "[credits] table"),
    ],
)
def test_a_mistake_in_credits_is_told_with_its_line(text, line, said):
    assert any(line == at and said in message for at, message in messages(text))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('cuts = ["Partager"]\n', ""), "it needs an example to cut"),
        (('keeps = ["Partager les eaux reste difficile."]\n', ""), "it needs a near miss to keep"),
        (('match = "phrase"', ""), "match is missing; it is one of phrase"),
        (('match = "phrase"', 'match = "phrasee"'), "'phrasee' is none of phrase"),
        (('id = "good"', 'id = "Good row"'), "it needs an id in lower case"),
        (('text = "Partager"\n', ""), 'match = "phrase" needs text'),
        (('text = "Partager"', "text = 3"), "text: expected a text or a list of texts"),
        (('match = "phrase"', 'match = "pattern"'), 'match = "pattern" needs pattern'),
        (('text = "Partager"', "pattern = '(a+)+b'"), "a repeated group that repeats inside"),
        (('text = "Partager"', "pattern = '(a'"), "pattern: missing )"),
        (
            ('match = "phrase"', 'match = "phrase"\naction = "edit"'),
            "action: 'edit' is none of cut, end, hint, notice, service",
        ),
    ],
)
def test_a_row_that_does_not_hold_is_refused_with_its_line(change, said):
    found = messages(ROW + ROW.replace("share", "good").replace(*change))
    assert any(said in message for _, message in found)
    assert {line for line, message in found if said in message} == {9}


def test_every_mistake_is_told_at_once():
    found = messages('[[noise]]\nid = "a"\nmatch = "x"\ncolour = "red"\n[words]\nstopword = "le"')
    assert len(found) == 5


def test_a_broken_file_is_one_error():
    book, notes = load_noise({"noise/fr.toml": "[[noise"})
    assert book.rules == ()
    assert [note.code for note in notes] == ["config-toml"]


@pytest.mark.parametrize("text", ["", "{", "[]", '{"names": 3}', '{"names": ["a"], "weights": ["x"]}'])
def test_weights_that_are_none_give_a_model_without_trees(text):
    assert load_weights(text) == LineModel()
