"""A source's field rows: read from the page, below the front matter, above what pages usually state."""

import datetime as dt

import pytest

from sitegen.config.sources import FieldPattern, Profile

ROWS = (
    FieldPattern("title", r"^Sujet du jour : (.+)$", "Sujet du jour : Le pont", "Le pont"),
    FieldPattern("author", r"^Texte de (.+)$", "Texte de Jeanne Exemple", "Jeanne Exemple"),
    FieldPattern("date", r"^Vu le (.+)$", "Vu le 3 mars 2025", "3 mars 2025"),
    FieldPattern("publisher", r"^Repris de (.+)$", "Repris de La Gazette", "La Gazette"),
    FieldPattern("link", r"^Adresse (\S+)$", "Adresse https://example.org/a", "https://example.org/a"),
)
HEAD = """\
Le Relevé, toute la région

Sujet du jour : Un pont qui attend

Texte de Paul Modèle et Jeanne Exemple

Vu le 4 mars 2025

Repris de La Gazette de Montclar

Adresse https://gazette.example.com/ponts/un-pont-qui-attend

Publié le 9 mars 2025
"""


@pytest.fixture
def digest(read):
    """Reads pages of an aggregator whose fields are known."""
    read.profiles = (
        Profile(
            "releve", "Le Relevé", fingerprints=("Le Relevé, toute la région",), aggregator=True, fields=ROWS
        ),
    )
    return read


def test_every_field_is_read_where_the_profile_says(digest, body):
    found = digest(f"{HEAD}\n{body}")
    assert found.title.value == "Un pont qui attend"
    assert found.authors.value == ("Paul Modèle", "Jeanne Exemple")
    assert found.date.value.day == dt.date(2025, 3, 4)
    assert found.source.value.name == "La Gazette de Montclar"
    assert found.link.value == "https://gazette.example.com/ponts/un-pont-qui-attend"
    winners = [
        field.candidates[0] for field in (found.title, found.authors, found.date, found.source, found.link)
    ]
    assert {winner.rank for winner in winners} == {"profile"}
    assert found.authors.candidates[0].where.span.line == 5


def test_front_matter_wins_and_other_sources_are_left_alone(digest, body):
    assert digest(f"{HEAD}\n{body}", title="Un autre titre").title.value == "Un autre titre"
    elsewhere = digest(HEAD.replace("Le Relevé, toute la région", "Le Témoin") + "\n" + body)
    assert elsewhere.title.candidates[0].rank != "profile"
