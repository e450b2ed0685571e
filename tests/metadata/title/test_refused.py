"""What is no title though it looks like one."""

# ruff: noqa: E501 - example sentences stand on one line each

import pytest

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


def test_a_caption_is_no_title(read, body):
    page = (
        f"{TITLE}\nLe vieux pont de Valmont vu de la rive gauche, le 2 mai 2024 © Mairie de Valmont\n{body}"
    )
    assert read(page).title.value == TITLE


def test_who_owns_a_picture_may_be_several(read, body):
    page = f"Rive droite, rive gauche\nMenu\nLe pont de Valmont vu du ciel en 2004. (Mairie/Service/Anne Petit)\n{body}"
    assert read(page).title.value == "Rive droite, rive gauche"


@pytest.mark.parametrize("above", ["", "Le Fil de Valmont\nRubriques\nAbonnez-vous\n"])
def test_a_subhead_of_the_text_is_no_title(read, body, above):
    opening, *rest = body.split("\n")
    found = read(above + "\n".join([opening, "Un bateau pour les écoliers", *rest])).title
    assert found.inferred
    assert found.value == "Le conseil municipal de Valmont a voté mardi la rénovation du vieux pont de pierre"


def test_but_a_first_heading_is_and_so_is_the_first_line(read, body):
    opening, *rest = body.split("\n")
    assert read("\n".join([opening, f"# {TITLE}", *rest])).title.value == TITLE
    assert read(f"{TITLE}\n{body}").title.value == TITLE


def test_nor_is_one_over_a_day_where_nothing_stands_above_the_text(read, body):
    opening, *rest = body.split("\n")
    page = "\n".join([opening, "Un bateau pour les écoliers", "3 mai 2024", *rest])
    assert read(page).title.inferred
    assert read(f"Le Fil\n{page}").title.value == "Un bateau pour les écoliers"


@pytest.mark.parametrize(
    ("above", "below"),
    [("", "Par Jeanne Morvan\n"), (f"{TITLE} – les réactions\n", "")],
    ids=["signed", "said again"],
)
def test_but_a_line_under_its_standfirst_is_where_a_name_follows_or_the_page_says_it_again(
    read, body, above, below
):
    opening, *rest = body.split("\n")
    page = f"Le Fil\n{above}{opening}\n{TITLE}\n{below}" + "\n".join(rest)
    assert read(page).title.value == TITLE


@pytest.mark.parametrize(
    "byline",
    ["Par un collectif d'habitants de Valmont et d'élus", "Par Jeanne Morvan, du conseil de Valmont"],
)
def test_a_byline_is_no_title_though_it_says_what_the_text_says(read, body, byline):
    text = (
        f"{body}\nLes riverains du vieux pont, réunis en collectif, ont écrit aux élus du conseil municipal."
    )
    page = f"Tribune\n« Il faut sauver le bac »\n{byline}\n3 mai 2024\n{text}"
    assert read(page).title.value == "« Il faut sauver le bac »"


def test_rows_of_figures_are_no_titles(read, body):
    rows = "Valmont : 9 420 € (-1,2 %)\nLunay : 4 510 € (+0,3 %)\nCorval : 3 640 € (+2,1 %)"
    page = f"Les prix en ville\n3 mai 2024\n{rows}\n{body}"
    assert all("€" not in one.value for one in read(page).title.candidates)


@pytest.mark.parametrize(
    "shown",
    [
        "Le pont de Valmont vu du quai mardi\nLe pont de Valmont vu du quai mardi. Les travaux dureront huit mois.",
        "Image source, Le Fil\nImage caption,\nLe vieux pont de pierre de Valmont et la rive gauche",
        "PHOTO JEANNE MORVAN, LE FIL\nLe vieux pont de pierre de Valmont et la rive gauche",
    ],
    ids=["its caption follows", "announced", "credited"],
)
def test_what_a_picture_shows_is_not_the_title(read, body, shown):
    page = f"Le Fil\nRive gauche, rive droite\n{shown}\nPar Jeanne Morvan\nPublié le 3 mai 2024\n{body}"
    assert read(page).title.value == "Rive gauche, rive droite"


def test_an_appeal_with_an_address_is_not_the_title(read, body):
    appeal = "Le conseil de Valmont vote la rénovation du vieux pont de pierre : pont@fil.example"
    page = f"Le Fil\nDix mois de détours à prévoir\nPartager\n{appeal}\nPar Jeanne Morvan\nPublié le 3 mai 2024\n{body}"
    assert read(page).title.value == "Dix mois de détours à prévoir"


def test_key_words_are_no_title(read, body):
    words = "pont Valmont travaux rénovation parapet crues mairie région chantier passerelle riverains"
    page = f"Un pont sans rive\n\nUn édito de Jeanne Morvan.\n\n{words}\n{body}"
    assert read(page).title.value == "Un pont sans rive"


def test_a_caption_that_its_credit_says_again_is_neither_title_nor_date(read, body):
    shown = "Le vieux pont de pierre de Valmont pendant les crues, le 14 juillet 2022"
    page = f"Reportage\nAprès la pluie [1/4]: la peur des riverains\n{body}\n{shown}\n{shown} ©Luc Tisserand"
    found = read(page)
    assert (found.title.value, found.date.value) == ("Après la pluie [1/4]: la peur des riverains", None)


def test_a_title_between_the_text_and_the_day_it_came_out(read, body):
    page = f"{body}\n{TITLE}\nPublié le 03.05.2024 à 09h34 par Jeanne Morvan\n\nTags :"
    assert read(page).title.value == TITLE


def test_a_numbered_question_of_an_interview_is_not_its_title(read, body):
    title = "JEANNE MORVAN au sujet de sa dernière année"
    first, second = "1 – Madame, que dit la mairie du vieux pont de Valmont ?", "2 – Et de la rive gauche ?"
    page = f"Accueil\n\n{title}\n\n{first}\n\n{body}\n\n{second}\n\n{body}"
    assert read(page).title.value == title


def test_a_heading_with_a_number_and_a_question_may_be_the_title(read, body):
    title = "5 – Faut-il fermer le vieux pont de Valmont ?"
    assert read(f"# {title}\n\n{body}\n\n6 – Et la rive gauche ?\n\n{body}").title.value == title


def test_a_caption_that_ends_with_its_agency_is_no_title(read, body):
    shown = "Le vieux pont de pierre de Valmont tiendra-t-il jusqu'à l'automne ?"
    page = f"Un air de déjà-vu\n\nLe Fil - 27 mai 2017 à 05:00\n\n{shown}  Photo AFP\n{shown} Photo AFP\n\n{body}"
    assert shown not in read(page).title.value


@pytest.mark.parametrize(
    "line",
    [
        "Je partage sur Facebook mes recettes",
        "Partager le pont de Valmont sur WhatsApp",
        "Suivez le chantier du pont sur Twitter",
    ],
)
def test_a_button_that_shares_is_no_title(read, body, line):
    assert read(f"{line}\n3 mai 2024\nPar Anne Petit\n{body}").title.value != line


def test_a_title_may_speak_of_a_network(read, body):
    line = "La mairie de Valmont partage sur Facebook les photos du pont"
    assert read(f"{line}\n3 mai 2024\nPar Anne Petit\n{body}").title.value == line


QUOTED = (
    "« Nous n'avons plus rien à perdre. Rester quatre mois sans pont, aucune entreprise n'y résiste. Le mouvement"
    " durera jusqu'à ce que la mairie nous reçoive. »"
)


def test_a_quotation_of_many_sentences_is_no_title(read, body):
    assert read(f"{QUOTED}\nLe vieux pont de Valmont sera rénové\n3 mai 2024\n{body}").title.value == (
        "Le vieux pont de Valmont sera rénové"
    )


def test_a_question_of_who_asks_over_the_answer_of_who_is_named_is_no_title(read, body):
    page = f"""Grand entretien : Anne Petit, maire de Valmont « Il faut que l'on reprenne le pont en main »
Le Fil
Partager sur Facebook
@le-fil! : Élue depuis un peu plus de cent jours, comment vivez-vous les débuts de ce vieux pont ?

Anne Petit : {body}"""
    assert read(page).title.value.startswith("Grand entretien : Anne Petit")


ANSWERS = (
    "R : Le pont de Valmont est fermé depuis les crues, et le conseil municipal a voté sa rénovation.\n"
    "Q : Combien coûtera-t-il ?\nR : Les travaux coûteront 1,4 million d'euros, dont la moitié de la région.\n"
    "Q : Et les riverains ?\nR : Ils auront une passerelle le temps du chantier, qui dure huit mois.\n"
)


def test_a_question_of_who_asks_again_and_again_over_answers_marked_alike_is_no_title(read):
    page = (
        f"« Une rive ne suffit pas »\nPropos recueillis par Anne Petit\nQ : Que devient le pont ?\n{ANSWERS}"
    )
    assert read(page).title.value == "« Une rive ne suffit pas »"


def test_but_a_question_behind_a_place_s_name_is_where_no_exchange_follows(read, body):
    title = "Valmont : que devient le vieux pont de pierre ?"
    page = f"{title}\nCrues : le conseil municipal a voté\n{body}Valmont : la foire revient\nValmont : le bac reprend\n"
    assert read(page).title.value == title


@pytest.mark.parametrize(
    "end", ["© 2026 La Gazette des Causses (site web).", "Source : La Gazette des Causses"]
)
def test_who_owns_the_text_is_not_its_title(read, body, end):
    page = f"""Nom de la source
La Gazette des Causses (site web)
Type de source
Presse • Presse Web
Mercredi 25 novembre 2026

La Gazette des Causses (site web) • 312 mots

Le vieux pont de Valmont sera rénové
Thibault Vialar

{body}

{end}"""
    assert read(page).title.value == "Le vieux pont de Valmont sera rénové"
