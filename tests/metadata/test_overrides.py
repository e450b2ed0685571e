import pytest

from sitegen.model import Declared, Span

PATH = "content/overrides/a.toml"


def entry(key, value, line):
    return Declared(key, value, Span(line, line))


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("titel", "x", "key-misspelt"),
        ("date", "bientôt", "date-invalid"),
        ("link", "pas une adresse", "link-invalid"),
        ("image", "C:\\photo", "image-invalid"),
        ("language", "le français", "value-type"),
        ("title", ("a", "b"), "value-type"),
    ],
)
def test_what_is_wrong_with_an_override_is_said_of_its_own_line(read, body, key, value, code):
    read.override_path = PATH
    found = read(body, override=(entry(key, value, 7),), title="Le pont")
    note = next(note for note in found.notes if note.code == code)
    assert (note.where.path, note.line()) == (PATH, 7)


def test_a_corrected_value_is_quoted_from_the_override(read, body):
    read.override_path = PATH
    title = read(body, override=(entry("title", "Le pont rouvre", 3),)).title
    assert title.value == "Le pont rouvre"
    assert title.candidates[0].where.path == PATH


@pytest.mark.parametrize(
    ("key", "meant"),
    [("autheur", "auteur"), ("autuers", "auteurs"), ("titel", "title"), ("auhtor", "author")],
)
def test_a_slip_in_a_key_is_told_in_either_language(read, body, key, meant):
    hints = [
        str(note.hint) for note in read(body, **{key: "Anne Petit"}).notes if note.code == "key-misspelt"
    ]
    assert len(hints) == 1
    assert meant in hints[0]


def test_a_disputed_date_quotes_the_text_as_it_stands(read, body):
    found = read(
        f"Le pont de Valmont\nPublié\u00a0le 3\u00a0mai\u00a02024 à 10h00\n{body}", date="2021-01-02"
    )
    (note,) = (note for note in found.notes if note.code == "date-disputed")
    assert "\\xa0" not in str(note.message)
    assert "« Publié" in str(note.message)
