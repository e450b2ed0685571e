"""Which line is the title where several could be."""

# ruff: noqa: E501 - example sentences stand on one line each

import pytest

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


def test_breadcrumbs_give_way_to_the_line_that_is_only_the_title(read, body):
    page = f"Menu\nAccueil Société {TITLE}\n{TITLE}\nPublié le 3 mai 2024\n{body}"
    assert read(page).title.value == TITLE


def test_the_title_is_not_the_headline_of_a_related_article(read, body):
    page = f"{TITLE}\nPublié le 3 mai 2024\nÀ lire aussi\nÀ Bréval, un pont rénové attire les promeneurs du dimanche\n{body}"
    assert read(page).title.value == TITLE


def test_a_post_of_two_sentences_is_no_title(read, body):
    post = "On parle du pont de Valmont comme d'un monstre. Ce n'en est pas un, dit le maire. #pont"
    assert read(f"{post}\n{body}").title.inferred


def test_a_result_of_a_match_is_no_title(read, body):
    page = f"Lunay - Valmont : 27-24\n{TITLE}\n3 mai 2024\n{body}"
    assert read(page).title.value == TITLE


@pytest.mark.parametrize("below", ["Par Jeanne Morvan", "La rédaction", "3 mai 2024"])
def test_a_title_that_shares_no_word_with_the_text(read, body, below):
    assert read(f"Menu\nRive droite, rive gauche\n{below}\n3 mai 2024\n{body}").title.value == (
        "Rive droite, rive gauche"
    )


def test_names_above_the_date_are_no_title(read, body):
    page = f"Rive droite, rive gauche\nJeanne Morvan, Luc Tisserand et Anne Autre\n3 mai 2024\n{body}"
    assert read(page).title.value == "Rive droite, rive gauche"


def test_a_paper_s_name_over_the_title_does_not_make_a_standfirst_of_it(read, body):
    title = "Valmont : les travaux du pont dureront huit mois et coûteront 1,4 million d'euros à la mairie"
    page = f"Accueil\nLa Gazette de Valmont\n{title}\nPar Jeanne Morvan\nPublié le 3 mai 2024\n{body}"
    assert read(page).title.value == title


def test_a_heading_of_two_sentences_is_the_title(read, body):
    page = f"Le Fil\n# Le pont ferme. Un bac prend le relais.\nPar Jeanne Morvan\n3 mai 2024\n{body}"
    assert read(page).title.value == "Le pont ferme. Un bac prend le relais."


@pytest.mark.parametrize(
    "excerpt",
    [
        "Le pont de Valmont rouvre mardi. Les riverains l'attendaient, et la mairie aussi, depuis l'automne (…)",
        "Le pont de Valmont rouvre mardi. Les riverains l'attendaient depuis des mois, la mairie aussi, et l'on se demande encore qui paiera ?",
    ],
)
def test_an_excerpt_of_two_sentences_is_no_title(read, excerpt):
    page = f"Un pont pour l'été\n\nArticle paru hier dans nos pages :\n{excerpt}"
    assert read(page).title.value != excerpt


def test_a_paragraph_that_is_the_whole_page_is_no_title_though_it_ends_with_who_wrote_it(read):
    told = "Avec l'ouverture du pont neuf, le bac de Valmont perd la moitié de ses passagers. Malgré les efforts de la ville, il pourrait fermer avant l'été. (M. Belloc, P. Lenoir)"
    assert read(told).title.value != told


def test_a_long_title_of_two_sentences_may_end_with_a_bracket(read, body):
    title = "Vendredi pratique : où passer si le pont de Valmont ferme cet été? Nous répondons à quatre riverains (et à la mairie, qui a promis un bac)"
    page = f"Le Fil\n## Que cherchez-vous ?\nPratique\n{title}\nPar Jeanne Morvan\n3 mai 2024\n{body}"
    assert read(page).title.value == title


def test_but_not_the_last_of_several_headlines_with_their_days(read, body):
    other = "Le pont de Valmont sera repeint"
    page = (
        f"{body}\n{other}\nPublié le 02.05.2024\nLe pont de Lunay a fêté ses cent ans\nPublié le 01.05.2024"
    )
    assert read(page).title.value != other


def test_a_day_that_a_page_says_again_and_again_is_one(read, body):
    title = "Valmont : signature du « Pacte du Pont » en vue d'une fin rapide des travaux"
    days = "2024-05-03\n2024-05-03\n03.05.2024 , Lunay\n2024-05-03\n2024-05-03"
    assert read(f"{title}\n{days}\nAjouter aux favoris\n{body}").title.value == title


def test_a_day_within_the_text_s_sentences_makes_no_title_of_the_line_over_it(read, body):
    quoted = "« Ce qui tient debout est devenu une exception dans nos rues »"
    told = "Le 10 avril 2024, une revue de Bréval publiait un long texte de l’ancien maire, repris depuis par la presse."
    page = f"FrançaisDeutschEnglish\n\nLa ville et ses ponts oubliés\n\nle mercredi, 01 mai 2024. Dans Idées\n\nUne lettre de Jeanne Morvan\n\n{quoted}\n\n{told}\n\n{body}"
    assert read(page).title.value == "La ville et ses ponts oubliés"


LEAD = """Le conseil municipal de Valmont a voté mardi la rénovation du vieux pont de pierre, fermé depuis l'automne dernier.
Les travaux dureront huit mois et coûteront 1,4 million d'euros, selon la mairie, qui compte sur une aide de la région.
"""
BOX = "PUBLICITÉ\n1:24\nÀ voir : les images de la crue\nPUBLICITÉ\n"
REST = """Une passerelle demandée
Les riverains demandent une passerelle pour la durée du chantier, et une navette pour les écoliers de la rive gauche.
« La passerelle, c'est une promesse de la campagne », rappelle la présidente des riverains, qui en veut une cet hiver.
Le maire répond qu'une passerelle de bois suffirait, et que la région en a promis une à la commune voisine.
"""


def test_the_subhead_under_an_advertisement_is_no_title_where_the_text_begins_over_it(read):
    title = "Valmont : le chantier du siècle"
    read.cut = ("Le Fil", "Menu", "Anne Petit", "3 mai", "PUBLI", "1:24", "À voir")
    found = read(f"Le Fil\nMenu\n{title}\nAnne Petit\n3 mai 2024\n{LEAD}{BOX}{REST}")
    assert found.title.value == title
    assert found.summary.value.startswith("Le conseil municipal de Valmont a voté mardi")
