# ruff: noqa: E501 - example sentences stand on one line each
import pytest

from sitegen.model import Declared, Span

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


def test_front_matter_wins_over_the_page(read, body):
    title = read(f"# {TITLE}\n\n{body}", title="Un pont à sauver").title
    assert (title.value, title.origin) == ("Un pont à sauver", "front-matter-title")
    assert title.candidates[1].value == TITLE
    assert not title.inferred


def test_the_key_may_be_in_any_case(read, body):
    assert read(body, TITLE="Un pont à sauver").title.value == "Un pont à sauver"


def test_a_heading_above_the_article(read, body):
    title = read(f"Accueil\n\nSociété\n\n# {TITLE}\n\n{body}").title
    assert (title.value, title.origin) == (TITLE, "heading")
    assert title.candidates[0].where.span.line == 5


def test_a_plain_line_above_the_article(read, body):
    title = read(
        f"Accueil\nSociété\nÉconomie\n{TITLE}\nPar Jeanne Morvan\nPublié le 3 mai 2024 à 8h10\n{body}"
    ).title
    assert (title.value, title.origin) == (TITLE, "title-line")


def test_breadcrumbs_give_way_to_the_line_that_is_only_the_title(read, body):
    page = f"Menu\nAccueil Société {TITLE}\n{TITLE}\nPublié le 3 mai 2024\n{body}"
    assert read(page).title.value == TITLE


def test_the_title_is_not_the_headline_of_a_related_article(read, body):
    page = f"{TITLE}\nPublié le 3 mai 2024\nÀ lire aussi\nÀ Bréval, un pont rénové attire les promeneurs du dimanche\n{body}"
    assert read(page).title.value == TITLE


def test_a_caption_is_no_title(read, body):
    page = (
        f"{TITLE}\nLe vieux pont de Valmont vu de la rive gauche, le 2 mai 2024 © Mairie de Valmont\n{body}"
    )
    assert read(page).title.value == TITLE


def test_who_owns_a_picture_may_be_several(read, body):
    page = f"Rive droite, rive gauche\nMenu\nLe pont de Valmont vu du ciel en 2004. (Mairie/Service/Anne Petit)\n{body}"
    assert read(page).title.value == "Rive droite, rive gauche"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("LE VIEUX PONT DE VALMONT SERA RÉNOVÉ", "Le vieux pont de Valmont sera rénové"),
        (
            "VALMONT VOTE LES TRAVAUX DU PONT AVEC L'AIDE DE L'ONU",
            "Valmont vote les travaux du pont avec l'aide de l'ONU",
        ),
        ("VALMONT VEUT UN PONT SANS UN CAMION", "Valmont veut un pont sans un camion"),  # UN is English
    ],
)
def test_capitals_become_sentence_case_with_names_kept(read, body, line, expected):
    text = body.replace("La mairie", "La mairie").replace("selon la mairie", "selon la mairie de Valmont")
    title = read(f"{line}\n{text}").title
    assert (title.value, title.origin) == (expected, "capitals-line")
    assert title.candidates[0].quote == line


def test_without_a_title_one_is_made_and_marked(read, body):
    title = read(body).title
    assert title.inferred
    assert title.origin == "first-sentences"
    assert body.startswith(title.value[:40])
    assert len(title.value) <= 110
    assert not title.value.endswith((" ", ","))


def test_a_made_title_leaves_the_day_out(read):
    text = (
        "Ce lundi (6 mai 2024), la maire de Valmont a ouvert le chantier du vieux pont. Les travaux dureront huit mois "
        "et la circulation sera déviée par la rive gauche jusqu'à la fin de l'année."
    )
    assert read(text).title.value == "La maire de Valmont a ouvert le chantier du vieux pont"


def test_hashtags_become_words_in_a_made_title(read):
    text = "La #mairie de #Valmont ouvre le chantier du pont. Les travaux dureront huit mois, dit-elle dans un long communiqué."
    assert read(text).title.value == "La mairie de Valmont ouvre le chantier du pont"


def test_an_override_wins_over_everything(read, body):
    title = read(
        f"# {TITLE}\n\n{body}", override=(Declared("title", "Le bon titre", Span(1, 1)),), title="Autre"
    ).title
    assert (title.value, title.origin) == ("Le bon titre", "override")


def test_a_title_that_is_a_list_is_pointed_at(read, body):
    (note,) = read(body, title=("a", "b")).notes
    assert (note.code, note.level, note.line()) == ("value-type", "warning", 2)


def test_control_characters_stay_out(read, body):
    assert read(body, title="Un\x00 pont\u202e à sauver").title.value == "Un pont à sauver"


def test_an_empty_page_has_no_title(read):
    assert read("").title.value == ""


def test_countries_keep_their_capital_though_the_text_never_names_them(read, body):
    title = read(f"FRANCE : LE VIEUX PONT DE VALMONT SERA RÉNOVÉ\n{body}").title
    assert title.value == "France : le vieux pont de Valmont sera rénové"


def test_a_post_of_two_sentences_is_no_title(read, body):
    post = "On parle du pont de Valmont comme d'un monstre. Ce n'en est pas un, dit le maire. #pont"
    assert read(f"{post}\n{body}").title.inferred


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("VALMONT – Le vieux pont sera rénové avant l'été", "Le vieux pont sera rénové avant l'été"),
        ("ONU – Le vieux pont de Valmont sera rénové", "ONU – Le vieux pont de Valmont sera rénové"),
        (
            "GRAND-BOURG – Le vieux pont sera rénové",
            "GRAND-BOURG – Le vieux pont sera rénové",
        ),  # not in the text
        ("Le vieux pont sera rénové | Le Courrier de Valmont", "Le vieux pont sera rénové"),
        (
            "Le vieux pont sera rénové - un chantier de huit mois",
            "Le vieux pont sera rénové - un chantier de huit mois",
        ),
    ],
)
def test_a_place_before_and_a_site_after_a_title_are_no_part_of_it(read, body, line, expected):
    assert read(f"{line}\n3 mai 2024\n{body}").title.value == expected


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


def test_a_result_of_a_match_is_no_title(read, body):
    page = f"Lunay - Valmont : 27-24\n{TITLE}\n3 mai 2024\n{body}"
    assert read(page).title.value == TITLE


@pytest.mark.parametrize("below", ["Par Jeanne Morvan", "La rédaction", "3 mai 2024"])
def test_a_title_that_shares_no_word_with_the_text(read, body, below):
    assert read(f"Menu\nRive droite, rive gauche\n{below}\n3 mai 2024\n{body}").title.value == (
        "Rive droite, rive gauche"
    )


def test_a_line_above_the_text_is_its_title_where_nothing_else_speaks_for_any(read, body):
    assert read(
        f"Actualités\nMadagascar : où finit la Françafrique\nImprimer\nPartager\n{body}"
    ).title.value == ("Madagascar : où finit la Françafrique")


@pytest.mark.parametrize("line", ["Archives", "Le Fleuve d'essai", "Abonnez-vous pour nous lire."])
def test_but_no_menu_nor_the_paper_s_name(read, body, line):
    page = f"Actualités\n{line}\nPhoto : Paul Modèle Le Fleuve d'essai\nPartager\n{body}"
    assert read(page).title.inferred


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


def test_names_above_the_date_are_no_title(read, body):
    page = f"Rive droite, rive gauche\nJeanne Morvan, Luc Tisserand et Anne Autre\n3 mai 2024\n{body}"
    assert read(page).title.value == "Rive droite, rive gauche"


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


def test_a_paper_s_name_over_the_title_does_not_make_a_standfirst_of_it(read, body):
    title = "Valmont : les travaux du pont dureront huit mois et coûteront 1,4 million d'euros à la mairie"
    page = f"Accueil\nLa Gazette de Valmont\n{title}\nPar Jeanne Morvan\nPublié le 3 mai 2024\n{body}"
    assert read(page).title.value == title


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


def test_a_heading_of_two_sentences_is_the_title(read, body):
    page = f"Le Fil\n# Le pont ferme. Un bac prend le relais.\nPar Jeanne Morvan\n3 mai 2024\n{body}"
    assert read(page).title.value == "Le pont ferme. Un bac prend le relais."


def test_an_appeal_with_an_address_is_not_the_title(read, body):
    appeal = "Le conseil de Valmont vote la rénovation du vieux pont de pierre : pont@fil.example"
    page = f"Le Fil\nDix mois de détours à prévoir\nPartager\n{appeal}\nPar Jeanne Morvan\nPublié le 3 mai 2024\n{body}"
    assert read(page).title.value == "Dix mois de détours à prévoir"


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


def test_key_words_are_no_title(read, body):
    words = "pont Valmont travaux rénovation parapet crues mairie région chantier passerelle riverains"
    page = f"Un pont sans rive\n\nUn édito de Jeanne Morvan.\n\n{words}\n{body}"
    assert read(page).title.value == "Un pont sans rive"


def test_what_a_title_s_line_says_of_who_wrote_it_and_when_is_no_part_of_it(read, body):
    title = "Qui paiera les travaux du vieux pont de Valmont ?"
    page = f"{title} information fournie par Le Relais 16/05/2023 à 16:38\n{body}"
    assert read(page).title.value == title


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


def test_a_caption_that_its_credit_says_again_is_neither_title_nor_date(read, body):
    shown = "Le vieux pont de pierre de Valmont pendant les crues, le 14 juillet 2022"
    page = f"Reportage\nAprès la pluie [1/4]: la peur des riverains\n{body}\n{shown}\n{shown} ©Luc Tisserand"
    found = read(page)
    assert (found.title.value, found.date.value) == ("Après la pluie [1/4]: la peur des riverains", None)


def test_a_title_between_the_text_and_the_day_it_came_out(read, body):
    page = f"{body}\n{TITLE}\nPublié le 03.05.2024 à 09h34 par Jeanne Morvan\n\nTags :"
    assert read(page).title.value == TITLE


def test_but_not_the_last_of_several_headlines_with_their_days(read, body):
    other = "Le pont de Valmont sera repeint"
    page = (
        f"{body}\n{other}\nPublié le 02.05.2024\nLe pont de Lunay a fêté ses cent ans\nPublié le 01.05.2024"
    )
    assert read(page).title.value != other


def test_a_few_words_right_over_a_long_paragraph_are_its_title(read, body):
    assert read(f"Colère froide à Lunay\n{body}").title.value == "Colère froide à Lunay"


def test_a_day_that_a_page_says_again_and_again_is_one(read, body):
    title = "Valmont : signature du « Pacte du Pont » en vue d'une fin rapide des travaux"
    days = "2024-05-03\n2024-05-03\n03.05.2024 , Lunay\n2024-05-03\n2024-05-03"
    assert read(f"{title}\n{days}\nAjouter aux favoris\n{body}").title.value == title


def test_a_day_behind_a_title_is_no_part_of_it(read, body):
    assert read(f"{TITLE} - 03/05/2024\n\n{body}").title.value == TITLE
    assert read(f"{TITLE} - 1998\n\n{body}").title.value == f"{TITLE} - 1998"


def test_two_words_between_a_day_and_the_first_sentence_are_the_title(read, body):
    sentence = "Voici un extrait de la lettre que j'ai envoyée à la mairie de Valmont."
    assert read(f"mardi 28 mai 2024\n\nDeux lettres\n\n{sentence}\n\n{body}").title.value == "Deux lettres"


def test_a_day_within_the_text_s_sentences_makes_no_title_of_the_line_over_it(read, body):
    quoted = "« Ce qui tient debout est devenu une exception dans nos rues »"
    told = "Le 10 avril 2024, une revue de Bréval publiait un long texte de l’ancien maire, repris depuis par la presse."
    page = f"FrançaisDeutschEnglish\n\nLa ville et ses ponts oubliés\n\nle mercredi, 01 mai 2024. Dans Idées\n\nUne lettre de Jeanne Morvan\n\n{quoted}\n\n{told}\n\n{body}"
    assert read(page).title.value == "La ville et ses ponts oubliés"


@pytest.mark.parametrize("between", ["", " "])
def test_a_title_that_its_line_says_twice(read, body, between):
    title = "Valmont : la foule au marché à la veille des fêtes"
    assert read(f"{title}{between}{title}\n\nPar Jeanne Morvan\n\n{body}").title.value == title


def test_a_numbered_question_of_an_interview_is_not_its_title(read, body):
    title = "JEANNE MORVAN au sujet de sa dernière année"
    first, second = "1 – Madame, que dit la mairie du vieux pont de Valmont ?", "2 – Et de la rive gauche ?"
    page = f"Accueil\n\n{title}\n\n{first}\n\n{body}\n\n{second}\n\n{body}"
    assert read(page).title.value == title


def test_no_bracket_that_says_who_speaks_opens_a_title_that_is_made(read):
    text = "(Jeanne Morvan – Radio Fil) – Le vieux pont de pierre sera rendu aux piétons avant l'été. " * 3
    assert read(text).title.value == "Le vieux pont de pierre sera rendu aux piétons avant l'été"


def test_a_heading_with_a_number_and_a_question_may_be_the_title(read, body):
    title = "5 – Faut-il fermer le vieux pont de Valmont ?"
    assert read(f"# {title}\n\n{body}\n\n6 – Et la rive gauche ?\n\n{body}").title.value == title


def test_a_caption_that_ends_with_its_agency_is_no_title(read, body):
    shown = "Le vieux pont de pierre de Valmont tiendra-t-il jusqu'à l'automne ?"
    page = f"Un air de déjà-vu\n\nLe Fil - 27 mai 2017 à 05:00\n\n{shown}  Photo AFP\n{shown} Photo AFP\n\n{body}"
    assert shown not in read(page).title.value
