"""What a title's words are: no kicker, no byline, no day, no site, small letters."""

import pytest

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


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


def test_countries_keep_their_capital_though_the_text_never_names_them(read, body):
    title = read(f"FRANCE : LE VIEUX PONT DE VALMONT SERA RÉNOVÉ\n{body}").title
    assert title.value == "France : le vieux pont de Valmont sera rénové"


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


def test_what_a_title_s_line_says_of_who_wrote_it_and_when_is_no_part_of_it(read, body):
    title = "Qui paiera les travaux du vieux pont de Valmont ?"
    page = f"{title} information fournie par Le Relais 16/05/2023 à 16:38\n{body}"
    assert read(page).title.value == title


def test_a_day_behind_a_title_is_no_part_of_it(read, body):
    assert read(f"{TITLE} - 03/05/2024\n\n{body}").title.value == TITLE
    assert read(f"{TITLE} - 1998\n\n{body}").title.value == f"{TITLE} - 1998"


@pytest.mark.parametrize("between", ["", " "])
def test_a_title_that_its_line_says_twice(read, body, between):
    title = "Valmont : la foule au marché à la veille des fêtes"
    assert read(f"{title}{between}{title}\n\nPar Jeanne Morvan\n\n{body}").title.value == title


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"ABONNÉ {TITLE}", TITLE),
        (f"Réservé aux abonnés | {TITLE}", TITLE),
        (f"{TITLE} [Réservé aux abonnés]", TITLE),
        (f"{TITLE} PREMIUM", TITLE),
        (
            "Abonnés : ce que le vieux pont de Valmont coûte",
            "Abonnés : ce que le vieux pont de Valmont coûte",
        ),
        ("Premium Air ferme sa ligne du vieux pont", "Premium Air ferme sa ligne du vieux pont"),
        ("Le vieux pont sera réservé aux abonnés du bac", "Le vieux pont sera réservé aux abonnés du bac"),
        ("Le bac de Valmont est réservé aux abonnés", "Le bac de Valmont est réservé aux abonnés"),
    ],
)
def test_who_may_read_the_text_is_no_part_of_its_title(read, body, line, expected):
    assert read(f"{line}\n3 mai 2024\n{body}").title.value == expected
