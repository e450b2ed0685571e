# ruff: noqa: E501 - example sentences stand on one line each
import datetime as dt

import pytest

from sitegen.model import Declared, Span

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


def day(metadata):
    return metadata.date.value.day.isoformat() if metadata.date.value else None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("15 janvier 2025", "2025-01-15"),
        ("1er août 2024", "2024-08-01"),
        ("Publié dans Le Fil le 23 - 11 - 2021", "2021-11-23"),
        ("Publié le 03/07/2020 à 12h39 - Mis à jour le 05/07/2020 à 9h00", "2020-07-03"),
        ("Mis à jour le 05/07/2020 | Publié le 03/07/2020", "2020-07-03"),
        ("Mardi 7 mars 2023 - 18:20", "2023-03-07"),
        ("2022-05-30T10:11:12+02:00", "2022-05-30"),
        ("Par Jeanne Morvan, publié le mercredi 31 juillet 2024 à 18h00", "2024-07-31"),
        ("Publié le 28 juill. 2023", "2023-07-28"),
        ("Modifié le 2 mai 2024", "2024-05-02"),
    ],
)
def test_a_line_above_the_article_states_it(read, body, line, expected):
    assert day(read(f"{TITLE}\n{line}\n{body}")) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("March 7, 2023", "2023-03-07"),
        ("Published: 22 Apr 2024, 10:04", "2024-04-22"),
        ("14.02.2024, 17:01 Uhr", "2024-02-14"),
        ("Stand: 3. Mai 2024", "2024-05-03"),
    ],
)
def test_english_and_german_forms(read, body, line, expected):
    assert day(read(f"{TITLE}\n{line}\n{body}")) == expected


def test_a_date_told_of_another_text_does_not_beat_the_page_s_own(read, body):
    told = "Le Relevé reprend ici un article paru le 20 janvier 2023 chez notre confrère, Le Fil des Essarts."
    assert day(read(f"{TITLE}\n3 février 2023\n{told}\n{body}")) == "2023-02-03"


@pytest.mark.parametrize(
    "line",
    [
        "Publié le 3 février 2023 à 16h48 Lecture 2 min.",
        "VAL / Par Jeanne Morvan (texte) et Luc Tisserand (photos), le 3 février 2023 à 00h00",
    ],
)
def test_neither_a_reading_time_nor_who_took_the_pictures_hides_it(read, body, line):
    assert day(read(f"{TITLE}\n{line}\n{body}")) == "2023-02-03"


@pytest.mark.parametrize("heading", ["Vous aimerez aussi...", "Sur le même sujet"])
def test_a_date_under_a_heading_of_other_articles_does_not_beat_one_under_the_title(read, body, heading):
    read.cut = (heading, "Le lavoir", "Publié le 16")
    others = f"{heading}\nLe lavoir rouvre\nPublié le 16 mai 2022"
    assert day(read(f"{TITLE}\nJeanne Morvan · 3 février 2023\n{body}\n{others}")) == "2023-02-03"


def test_a_day_of_a_chronology_is_not_the_article_s(read, body):
    told = "Le pont en cinq dates\n21 novembre 1934 Pose de la première pierre\n1957 Première crue"
    first, rest = body.split("\n", 1)
    assert day(read(f"{TITLE}\nLe 3 février 2023 à 10:05\n{first}\n{told}\n{rest}")) == "2023-02-03"
    assert day(read(f"{TITLE}\n{first}\n{told}\n{rest}")) is None


def test_publication_and_change_are_told_apart(read, body):
    found = read(f"{TITLE}\nPublié le 03/07/2020 à 12h39 - Mis à jour le 05/07/2020 à 9h00\n{body}")
    assert found.updated.value.day == dt.date(2020, 7, 5)
    assert found.date.value.moment.isoformat() == "2020-07-03T12:39:00+04:00"


def test_a_dateline_opens_the_text(read):
    text = (
        "Ce jeudi (18 décembre 2025), la maire de Valmont a ouvert le chantier du vieux pont, fermé depuis deux ans. "
        "Les travaux dureront huit mois et la circulation sera déviée par la rive gauche."
    )
    assert day(read(text)) == "2025-12-18"


def test_a_weekday_without_a_year_is_the_latest_that_matches(read):
    text = (
        "Mercredi 19 novembre, la maire de Valmont a ouvert le chantier du vieux pont, fermé depuis plus de deux ans. "
        "Les travaux dureront huit mois et la circulation sera déviée par la rive gauche."
    )
    date = read(text).date
    assert (date.value.day, date.origin, date.inferred) == (
        dt.date(2025, 11, 19),
        "weekday-without-year",
        True,
    )
    read.as_of = dt.date(2025, 11, 18)
    assert day(read(text)) == "2014-11-19"  # the last Wednesday 19 November before that day


def test_the_day_and_hour_over_a_post_are_its_own_though_they_name_no_year(read, body):
    date = read(f"Les Amis du lavoir\n20 novembre, 18:47 ·\n{body}").date
    assert (date.value.day, date.inferred) == (dt.date(2025, 11, 20), True)
    assert day(read(f"Les Amis du lavoir\n20 novembre, 18:47\nLa crue\n{body}")) is None


def test_a_weekday_without_a_year_alone_between_title_and_text(read, body):
    assert day(read(f"# {TITLE}\n\nMercredi 19 novembre\n\n{body}")) == "2025-11-19"
    assert day(read(f"Mercredi 19 novembre\n\n# {TITLE}\n\n{body}")) is None  # the day of the page
    assert day(read(f"# {TITLE}\n\nMercredi 19 novembre à la mairie\n\n{body}")) is None


@pytest.mark.parametrize(
    "sentence",
    [
        "Les deux maires avaient signé hier 14 janvier un accord sur le pont, salué par les riverains des deux rives.",
        "Les accords obtenus le 8 août ont été rappelés par la maire devant les habitants réunis à la salle des fêtes.",
        "Le pont, construit le 3 mai 1904 et fermé depuis, attend sa rénovation, ont dit les habitants de la rive gauche.",
    ],
)
def test_days_that_the_story_tells_are_not_its_date(read, body, sentence):
    assert day(read(f"{sentence}\n\n{body}")) is None


def test_a_ticker_gives_no_date(read, body):
    ticker = "    ".join(
        ["Météo du mardi 23 décembre 2025", "La revue du 22 décembre 2025", "Sports : le point", "Culture"]
        * 3
    )
    assert day(read(f"{ticker}\n{TITLE}\n{body}")) is None


def test_the_front_matter_s_date_wins(read, body):
    date = read(f"{TITLE}\n4 mars 2024\n{body}", date="2024-03-05").date
    assert (date.value.day, date.origin) == (dt.date(2024, 3, 5), "front-matter-date")


def test_a_save_time_of_the_cms_ranks_below_a_stated_date(read, body):
    date = read(f"{TITLE}\n15 janvier 2025\n{body}", date="2025-01-17T22:50:25.529Z").date
    assert date.value.day == dt.date(2025, 1, 15)
    assert [one.detector for one in date.candidates] == ["dateline", "cms-save-time"]


@pytest.mark.parametrize(
    ("zone", "expected"), [("Asia/Yerevan", "2025-01-18"), ("Europe/London", "2025-01-17")]
)
def test_days_begin_in_the_site_s_zone(read, body, zone, expected):
    read.time_zone = zone
    assert day(read(body, date="2025-01-17T22:50:25Z")) == expected


def test_far_witnesses_are_disputed(read, body):
    found = read(f"{TITLE}\nPublié le 4 mars 2023\n{body}", date="2025-06-01")
    assert [note.code for note in found.notes] == ["date-disputed"]
    assert "2023-03-04" in str(found.notes[0].message)


def test_near_witnesses_are_not(read, body):
    assert not read(f"{TITLE}\nPublié le 4 mars 2025\n{body}", date="2025-03-05").notes


def test_what_is_no_date_is_pointed_at(read, body):
    found = read(body, title="Un pont", date="bientôt")
    assert found.date.value is None
    assert [(note.code, note.line()) for note in found.notes] == [("date-invalid", 3)]


def test_jekyll_s_published_switch_is_no_date(read, body):
    assert not read(body, published="false").notes


def test_an_override_wins(read, body):
    override = (Declared("date", "2020-02-29", Span(1, 1)),)
    assert day(read(f"{TITLE}\n4 mars 2024\n{body}", override=override, date="2024-03-05")) == "2020-02-29"


MENU = "\n".join(f"Rubrique {number}" for number in range(60))


def test_the_only_day_far_over_the_article_is_a_guess_at_its_own(read, body):
    found = read(f"Le Fil\n3 mai 2024\n{MENU}\n{body}").date
    assert (found.value.day, found.inferred) == (dt.date(2024, 5, 3), True)


def test_so_is_the_only_one_under_it(read, body):
    assert day(read(f"{TITLE}\n{body}\nSport\nCulture\nMétéo\n3 mai 2024\n{MENU}")) == "2024-05-03"


@pytest.mark.parametrize(
    "far",
    [
        "3 mai 2024\nSport\n4 mai 2024\nMétéo",
        "© Le Fil, 3 mai 2024",
        "Vue du port de Lunay (photo prise le 3 mai 2024)",
        "Le pont de Lunay, promis pour le 3 mai 2024, attend toujours ses garde-corps et sa peinture",
        "3 mai 2031",
    ],
)
def test_but_not_one_of_several_nor_a_picture_s_nor_a_story_s(read, body, far):
    assert read(f"{far}\n{MENU}\n{body}").date.value is None


def test_of_several_the_nearest_that_says_it_is_of_publication(read, body):
    far = "Publié le 2 mai 2024\nSport\nPublié le\n3 mai 2024\n4 mai 2024\nMétéo"
    assert day(read(f"{far}\n{MENU}\n{body}")) == "2024-05-03"


def test_nothing_stated_nothing_given(read, body):
    assert read(f"{TITLE}\n{body}").date.candidates == ()


def test_relative_days_need_the_day_of_the_capture(read, body):
    page = f"{TITLE}\nPublié hier à 10h12\n{body}"
    assert day(read(page)) is None
    read.captured = dt.date(2025, 3, 1)
    date = read(page).date
    assert (day(read(page)), date.origin, date.inferred) == ("2025-02-28", "relative-date", True)


def test_a_chronology_inside_the_article_is_not_disputed(read, body):
    text = f"{body}\n\n- 5 novembre 2024 : le vote\n- 17 décembre 2024 : le chantier\n\n{body}"
    assert not read(text, date="2025-06-01").notes


def test_the_first_event_of_a_chronology_is_no_date_of_the_article(read, body):
    text = f"{body}\n\n1. 5 novembre 2024 : jour du scrutin.\n2. 6 janvier 2025 : proclamation.\n\n{body}"
    assert read(text, date="2025-01-21").notes == ()
    assert read(text).date.value is None


@pytest.mark.parametrize("opening", ["[03/05/2024 10:15:20] Lunay (France) – ", "(03/05/2024) "])
def test_a_day_in_brackets_opens_the_text(read, body, opening):
    assert day(read(f"Un pont sur la Lunay\n\n{opening}{body}")) == "2024-05-03"


def test_a_caption_that_its_agency_s_credit_says_again_is_no_date(read, body):
    shown = "Des riverains devant le vieux pont de Valmont, le 9 mai 2015."
    page = f"Un pont de plus\n\nPublié le :\n\n{body}\n\n{shown}\n{shown} AFP / Jeanne MORVAN\nPublicité\n\n{body}"
    assert read(page).date.value is None


def test_a_day_with_dashes_between(read, body):
    assert day(read(f"{TITLE}\n\n14 - Mai - 2024\n\n{body}")) == "2024-05-14"
    assert day(read(f"{TITLE}\n\n14 - Mai\n\n{body}")) is None


def test_a_title_s_span_of_time_is_not_its_day(read, body):
    assert day(read(f"Du 7 août 1960 au 7 août 2024 : la vie du vieux pont de Valmont\n\n{body}")) is None


def test_the_day_of_the_visit_over_the_menus_gives_way_to_the_one_beside_the_title(read, body):
    menus = "Météo\n\nMarées\n\nActualités\n\nAgenda"
    page = f"mercredi 26 novembre 2025 04 h 41\n\n{menus}\n21 novembre 2025 15 h 33\n\n{TITLE}\n\n{body}"
    assert day(read(page)) == "2025-11-21"


def test_a_day_behind_the_place_where_the_text_was_written(read, body):
    assert day(read(f"{TITLE}\n\nPort-de-Lunay, le 17 octobre 2019.- {body}")) == "2019-10-17"
    assert day(read(f"{TITLE}\n\nLe pont, le 17 octobre 2019, a rouvert - {body}")) is None


def test_two_days_in_a_title_that_are_no_span(read, body):
    title = "Conseil municipal du 3 mai 2024 (compte rendu du 12 mai 2024)"
    assert day(read(f"{title}\n\n{body}")) == "2024-05-03"


def test_the_day_of_the_visit_over_a_title_with_its_day_right_below(read, body):
    page = f"Mardi 05 novembre 2024\n\nÉditorial\n\n{TITLE}\n\n20/02/2015 18\n\n{body}"
    assert day(read(page)) == "2015-02-20"


def test_a_number_behind_a_day_without_dashes_is_no_year(read, body):
    assert day(read(f"{TITLE}\n\n12 mai - 2019 lectures\n\n{body}")) != "2019-05-12"


def test_a_day_right_under_another_heads_a_part_of_the_text(read, body):
    days = "A. I. | Le Fil\n03/12/2016\n\nSamedi 26 novembre 2016"
    text = f"Le samedi 26 novembre 2016, le pont a rouvert. {body}"
    assert day(read(f"{TITLE}\n\n{days}\n\n{text}\n\n{body}")) == "2016-12-03"


def test_a_day_in_a_caption_that_is_said_again_with_whose_it_is_is_neither_its_date_nor_its_author_s(
    read, body
):
    caption = "Fête du Stade Valmontois, le 18 juin 2023"
    page = f"Le 2 juillet 2023\n\n{TITLE}\n\n{caption}\n\n{caption} - Photo Canal Sud\n\n{body}\n\n{body}"
    found = read(page)
    assert day(found) == "2023-07-02"
    assert found.authors.value == ()
