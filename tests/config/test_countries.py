"""The country vocabulary: what is read, and every mistake told with its line."""

import msgspec
import pytest

from sitegen.config.countries import CountryBook, load_countries
from tests.classify.taxonomy import books

PATH = "content/countries.toml"
LAND = '[[country]]\nid = "AM"\nfr = "Arménie"\nen = "Armenia"\nslug = "armenie"\n'


def load(text):
    return load_countries({PATH: text})


def messages(text):
    return [(note.line(), str(note.message)) for note in load(text)[1]]


def test_a_country_with_its_words():
    book, notes = load(LAND + 'demonyms = ["arménien"]\ncapitals = ["Erevan"]\n')
    assert notes == ()
    assert book.countries[0].names == {"fr": "Arménie", "en": "Armenia"}
    assert book.countries[0].demonyms == ("arménien",)
    assert book.by_id()["AM"].kind == "country"


def test_a_later_file_replaces_a_country_of_the_same_id():
    other = LAND.replace('fr = "Arménie"', 'fr = "Hayastan"')
    book, _ = load_countries({"content/countries.toml": LAND, "content/countries.toml.d": other})
    assert [country.names["fr"] for country in book.countries] == ["Hayastan"]


@pytest.mark.parametrize(
    ("text", "line", "part"),
    [
        (LAND.replace('slug = "armenie"\n', ""), 2, "slug is missing"),
        (LAND.replace('"armenie"', '"Arménie !"'), 2, "lower-case letters"),
        (LAND + 'kind = "planet"\n', 2, "none of country"),
        (LAND + "presence = 3\n", 2, "presence is a number"),
        (LAND + 'places = "Gyumri"\n', 2, "places is a list"),
        (LAND + 'placs = ["Gyumri"]\n', 6, "unknown key 'placs'"),
        (LAND + 'within = ["ZZ"]\n', 2, "no country has the id 'ZZ'"),
        (LAND + LAND.replace('"AM"', '"XX"'), 5, "have the same slug"),
        (LAND + '[[group]]\nid = "g"\nfr = "G"\nen = "G"\nslug = "g"\n', 7, "members is missing"),
        (LAND + '[[group]]\nid = "g"\nfr = "G"\nen = "G"\nslug = "g"\nmembers = ["QQ"]\n', 7, "'QQ'"),
        (LAND + '[[ambiguous]]\ntexts = ["Mot"]\ncountry = "AM"\nmatch = "Mot."\n', 7, "one to miss"),
        (LAND + '[[neutral]]\ntexts = ["Mot"]\nhides = "AM"\nhidden = "Mot."\n', 7, "one shown"),
        ("[[country]\n", 1, "not valid TOML"),
        ('country = "AM"\n', 1, "[[country]] tables"),
    ],
)
def test_every_mistake_is_told_with_its_line(text, line, part):
    found = messages(text)
    assert any(part in message and at == line for at, message in found), found


def test_all_mistakes_are_told_at_once():
    assert len(messages(LAND.replace("fr", "rf") + LAND.replace('"armenie"', '""'))) >= 3


def test_the_projects_own_vocabulary_is_without_fault_and_can_be_stored():
    book = books()[0]
    assert msgspec.json.decode(msgspec.json.encode(book), type=CountryBook) == book


def test_the_projects_own_vocabulary_covers_the_world():
    known = books()[0].by_id()
    assert {
        "AM",
        "AZ",
        "XK",
        "PS",
        "TW",
        "EH",
        "karabagh",
        "nakhitchevan",
        "abkhazie",
        "otan",
        "onu",
        "ue",
        "otsc",
    } <= set(known)
    assert sum(len(ident) == 2 for ident in known) >= 250
    assert known["AM"].slug == "armenie"
    assert {"caucase-du-sud", "maghreb"} <= {group.id for group in books()[0].groups}


def test_words_beside_a_country_s_and_irregular_demonyms_are_read():
    book, notes = load('[beside]\nwhere = ["en"]\n[irregular]\nturc = ["turque"]\n')
    assert notes == ()
    assert book.beside.where == ("en",)
    assert book.irregular == {"turc": ("turque",)}


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ('\n[beside]\nwhere = "en"\n', 3, "list of words"),
        ('\n[beside]\nwhre = ["en"]\n', 3, "unknown key"),
        ('\n[irregular]\nturc = ["turque", 1]\n', 3, "list of words"),
        ('\nirregular = ["turc"]\n', 2, "[irregular] table"),
    ],
)
def test_a_mistake_in_these_words_is_told_with_its_line(text, line, said):
    assert any(line == at and said in message for at, message in messages(text))
