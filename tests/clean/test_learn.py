"""Recurring lines of one source become rows to accept."""

from sitegen.clean.learn import learn
from sitegen.config.noise import load_noise
from tests.clean.given import document

TEXTS = (
    (
        "La commune de Valbrune a ouvert lundi une école de musique dans la halle aux grains. "
        "Elle était fermée depuis dix ans."
    ),
    (
        "Le conseil de Montclar a voté jeudi la rénovation du pont. Les travaux dureront dix-huit mois et "
        "coûteront deux millions d'euros."
    ),
    (
        "La rédaction de la loi sur les ports a pris trois ans, rappelle au Sénat la rapporteure du texte. "
        "Elle entre en vigueur en mars."
    ),
    (
        "Les vendanges ont commencé deux semaines plus tôt sur les coteaux des Essarts et d'Aubier. "
        "Les cuves seront pleines avant octobre."
    ),
)
CAPTURES = tuple(document(f"Le Relevé, toute la région\n{text}\nÉcrire à la rédaction") for text in TEXTS)


def test_lines_of_every_capture_are_proposed_with_examples():
    rows = learn(CAPTURES)
    assert [row.rule.text[0] for row in rows] == ["Écrire à la rédaction", "Le Relevé, toute la région"]
    assert all((row.seen, row.captures) == (4, 4) for row in rows)
    assert rows[0].rule.keeps[0].startswith("La rédaction de la loi")


def test_proposals_are_rows_that_load():
    text = "\n\n".join(row.toml() for row in learn(CAPTURES))
    book, notes = load_noise({"noise/fr.toml": text})
    assert notes == ()
    assert len(book.rules) == 2


def test_two_captures_teach_nothing():
    assert learn(CAPTURES[:2]) == ()
