"""Recurring lines of one source become rows to accept."""

import pytest

from sitegen.clean.learn import Capture, Proposal, learn
from sitegen.clean.lines import read_line
from sitegen.clean.rules import compile_rules
from sitegen.config.noise import NoiseRule, Rulebook
from sitegen.config.sources import load_sources
from sitegen.model import Decision
from sitegen.read.blocks import split_blocks
from tests.clean.given import cleaned, document

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


def captures(before: str, after: str) -> list[Capture]:
    """Captures in which nothing was cut yet."""
    return [
        Capture(tuple(Decision(block, "keep", "", block.text) for block in document(text).blocks))
        for text in (f"{before}\n{text}\n{after}" for text in TEXTS)
    ]


def profile(rows: tuple[Proposal, ...]) -> tuple[NoiseRule, ...]:
    """The rules of a source's file to which the proposals were added as they were printed."""
    text = 'name = "La Gazette"\n\n' + "\n\n".join(row.toml() for row in rows)
    (found,), notes = load_sources({"content/sources/gazette.toml": text})
    assert notes == ()
    return found.noise


CAPTURES = captures("Le Relevé, toute la région", "Écrire à la rédaction")


def test_lines_of_every_capture_are_proposed_with_examples() -> None:
    rows = learn(CAPTURES)
    assert [row.rule.text[0] for row in rows] == ["Écrire à la rédaction", "Le Relevé, toute la région"]
    assert all((row.seen, row.captures) == (4, 4) for row in rows)


def test_the_near_miss_is_the_sentence_that_shares_most_words() -> None:
    rows = learn(captures("Écrire à la rédaction", "Tous les travaux, toutes les cuves du mois"))
    assert [row.rule.keeps[0].split(",")[0] for row in rows] == [
        "La rédaction de la loi sur les ports a pris trois ans",
        "Les travaux dureront dix-huit mois et coûteront deux millions d'euros.",
    ]


def test_proposals_are_rows_that_load() -> None:
    assert len(profile(learn(CAPTURES))) == 2


AWKWARD = {
    "a line and its copyright": ("La Gazette des Dunes", "© La Gazette des Dunes"),
    "signs alone": ("• • •", "§ §", "→", "***"),
    "one line in two cases": ("À LA UNE", "À la une", "A la une"),
    "no Latin letters": ("الصفحة الرئيسية", "Новости дня", "首页"),
    "very long": ("Nos lettres " * 24, "Nos lettres " * 24 + "!", "Mot" * 90),
    "quotes and backslashes": ('Le "Club" \\ des \\"lecteurs\\"', "L'« espace » \\u0041", "'''", '"""'),
    "brackets and signs of TOML": ("[[noise]]", "# Menu = [1]", 'id = "x"', "Suite\tdu menu"),
    "the same first words": tuple(f"Un deux trois quatre cinq six {last}" for last in "abc"),
    "a verdict's name": ("Image", "Service", "Prose"),
}


@pytest.mark.parametrize("lines", AWKWARD.values(), ids=AWKWARD.keys())
def test_awkward_lines_become_rules_that_load_and_do_what_they_say(lines: tuple[str, ...]) -> None:
    rows = learn(captures("\n\n".join(lines[::2]), "\n\n".join(lines[1::2])), ["image-2", "line"])
    rules = profile(rows)
    assert [(rule.id, rule.text, rule.keeps) for rule in rules] == [
        (row.rule.id, row.rule.text, row.rule.keeps) for row in rows
    ]
    assert (
        len({rule.id for rule in rules} | {"image", "image-2", "prose", "service", "line"}) == len(rules) + 5
    )
    for rule in rules:
        engine = compile_rules(Rulebook((rule,)), (), None).engine("", "")
        for text, cuts in ((rule.cuts[0], True), (rule.keeps[0], False)):
            line = read_line(split_blocks([text])[0])
            assert bool(engine.matches(line)) is cuts


def test_ids_that_the_profile_or_the_common_rules_have_are_not_proposed() -> None:
    (row,) = learn(captures("Écrire au journal", ""), ["ecrire-au-journal", "ecrire-au-journal-2"])
    assert row.rule.id == "ecrire-au-journal-3"


def test_what_rules_cut_already_is_not_proposed() -> None:
    texts = (f"Accueil\n{text}\nTous droits réservés\nLa gazette au kiosque de la gare" for text in TEXTS)
    rows = learn([Capture(cleaned(text).decisions) for text in texts])
    assert [row.rule.text[0] for row in rows] == ["La gazette au kiosque de la gare"]


def test_who_wrote_an_article_and_when_is_not_proposed() -> None:
    given = [
        Capture(capture.decisions, frozenset([1]), ("Karim Alaoui",))
        for capture in captures("Texte de Karim, mardi", "Karim Alaoui\nLa gazette au kiosque")
    ]
    assert [row.rule.text[0] for row in learn(given)] == ["La gazette au kiosque"]


def test_two_captures_teach_nothing() -> None:
    assert learn(CAPTURES[:2]) == ()
