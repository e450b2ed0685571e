"""Source profiles: what is read, and what is refused."""

import pytest

from sitegen.config.sources import load_sources

PROFILE = """
name = "Le Relevé"
url = "https://releve.example.org"
domains = ["releve.example.org"]
fingerprints = ["Le Relevé, toute la région"]
language = "fr"
publish = "excerpt"
indexed = false
country = "FR"

[[field]]
field = "date"
pattern = 'mis en ligne le (\\d+ \\w+ \\d{4})'
sample = "Mis en ligne le 3 mars 2025 par la rédaction"
value = "3 mars 2025"

[[noise]]
id = "tagline"
match = "phrase"
text = "Le Relevé, toute la région"
cuts = ["Le Relevé, toute la région"]
keeps = ["Le Relevé, toute la région le lit depuis 1920."]
"""


def test_a_profile_is_read_whole():
    (profile,), notes = load_sources({"content/sources/releve.toml": PROFILE})
    assert notes == ()
    assert (profile.id, profile.name, profile.country, profile.publish) == (
        "releve",
        "Le Relevé",
        "FR",
        "excerpt",
    )
    assert profile.indexed is False
    assert profile.noise[0].language == "fr"
    assert profile.fields[0].value == "3 mars 2025"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (('name = "Le Relevé"\n', ""), "a source needs a name"),
        (('"excerpt"', '"none"'), "'none' is none of full, excerpt"),
        (('"FR"', '"France"'), "two capitals such as FR"),
        (('["releve.example.org"]', '["https://releve.example.org/"]'), "is no host such as example.org"),
        (("false", '"no"'), "indexed: expected true or false"),
        (('value = "3 mars 2025"', 'value = "4 mars"'), "it reads '3 mars 2025' in its sample"),
        (('field = "date"', 'field = "dates"'), "'dates' is none of title, date"),
        (('cuts = ["Le Relevé, toute la région"]', ""), "it needs an example to cut"),
        (("language", "langage"), "unknown key 'langage'"),
    ],
)
def test_what_does_not_hold_is_told(change, said):
    notes = load_sources({"content/sources/releve.toml": PROFILE.replace(*change)})[1]
    assert any(said in str(note.message) for note in notes)
