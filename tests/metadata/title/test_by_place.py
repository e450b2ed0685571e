"""What its place makes the title: over a standfirst, a byline, a day, the text."""

# ruff: noqa: E501 - example sentences stand on one line each

import pytest


def test_a_short_title_over_a_long_standfirst(read, body):
    lead = "Fermé depuis la crue de l'automne, l'ouvrage de pierre sera remis en état avec une aide de la région avant l'été"
    assert read(f"Un pont pour deux rives\n{lead}\nPar Jeanne Morvan\n3 mai 2024\n{body}").title.value == (
        "Un pont pour deux rives"
    )


def test_a_title_over_a_standfirst_of_one_line(read, body):
    lead = "Le conseil municipal de Valmont vote la rénovation du pont de pierre"
    page = f"Un pont pour les deux rives\n{lead}\nPar Jeanne Morvan\n3 mai 2024\n{body}"
    assert read(page).title.value == "Un pont pour les deux rives"
    page = f": un pont pour les deux rives\n{lead}\nPar Jeanne Morvan\n3 mai 2024\n{body}"
    assert read(page).title.value == lead


def test_a_line_above_the_text_is_its_title_where_nothing_else_speaks_for_any(read, body):
    assert read(
        f"Actualités\nMadagascar : où finit la Françafrique\nImprimer\nPartager\n{body}"
    ).title.value == ("Madagascar : où finit la Françafrique")


@pytest.mark.parametrize("line", ["Archives", "Le Fleuve d'essai", "Abonnez-vous pour nous lire."])
def test_but_no_menu_nor_the_paper_s_name(read, body, line):
    page = f"Actualités\n{line}\nPhoto : Paul Modèle Le Fleuve d'essai\nPartager\n{body}"
    assert read(page).title.inferred


def test_a_short_title_under_its_writer_s_name(read, body):
    assert read(f"Jeanne Morvan\n\nRiverains fâchés\n\n{body}").title.value == "Riverains fâchés"


@pytest.mark.parametrize("title", ["Colère froide ?", "Quelle leçon en tirer"])
def test_a_few_words_alone_over_a_paragraph_are_its_title(read, body, title):
    assert read(f"{title}\n\n{body}").title.value == title


@pytest.mark.parametrize(
    "line",
    ["Tribune", "Abonnements newsletter", "Le Fanal", "Le vieux pont de pierre de Valmont (121.84 Ko)"],
)
def test_but_no_section_paper_or_attachment_is(read, body, line):
    assert read(f"{line}\n\n{body}").title.origin == "first-sentences"


def test_a_few_words_right_over_a_long_paragraph_are_its_title(read, body):
    assert read(f"Colère froide à Lunay\n{body}").title.value == "Colère froide à Lunay"


def test_two_words_between_a_day_and_the_first_sentence_are_the_title(read, body):
    sentence = "Voici un extrait de la lettre que j'ai envoyée à la mairie de Valmont."
    assert read(f"mardi 28 mai 2024\n\nDeux lettres\n\n{sentence}\n\n{body}").title.value == "Deux lettres"


@pytest.mark.parametrize(
    ("above", "below"),
    [("vendredi 8 juin 2018\n\n", ""), ("", "\nPublié le 08/06/2018\nArticle réservé aux abonnés")],
)
def test_a_page_s_first_line_beside_its_day_whatever_the_text_begins_with(read, above, below):
    book = "Roger Delmas, Histoire de la médecine : de l'Antiquité à nos jours (Éditions du Bac)"
    text = "La médecine a une histoire, de l'Antiquité à nos jours, que Roger Delmas raconte sans jargon ni hâte. Les éditions du Bac la publient ce mois-ci, et les médecins la liront avec profit."
    found = read(f"{above}Histoire d'humeurs{below}\n\n{book}\n\n{text}\n\n{text}")
    assert found.title.value == "Histoire d'humeurs"


def test_a_page_s_first_line_over_a_longer_one_that_ends_as_no_sentence_does(read):
    text = "La police de Valmont enquêtait hier sur un incendie qui a éclaté jeudi, en fin de journée, dans un bâtiment de deux étages du quartier de la gare. Cette thèse n'était pas encore confirmée."
    lead = "Des enquêteurs et des techniciens en identité judiciaire ont analysé la scène"
    page = f"Le Journal de Valmont\n\nLa police se penche sur la thèse criminelle\n\n{lead}\n\n- LUC GRAND-PIERRE\n\n{text}\n\n{text}"
    assert read(page).title.value == "La police se penche sur la thèse criminelle"


def test_the_line_between_a_day_and_who_wrote_though_it_breaks_off(read, body):
    saying = "... mais ce serait l'une des plus grandes opportunités manquées de notre époque si le pont ne reliait que des routes"
    lead = "Relier les rives, oui, mais comment ? Comment payer le pont, le garder ouvert, lever les obstacles de tous ordres ?"
    text = "Relier les rives du fleuve est l'affaire de tous, dit la ville, qui veut payer le pont et le garder ouvert. Restent les obstacles."
    page = f"Accueil\nContact\n{saying}\n2 Déc 2017\nRelier les rives ensemble, un jour…\npar Jeanne Morvan\n{lead}\n{text}\n{text}"
    assert read(page).title.value == "Relier les rives ensemble, un jour…"
