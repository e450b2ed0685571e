# ruff: noqa: E501 - example sentences stand on one line each
import pytest

LEAD = (
    "Le gouvernement a présenté mercredi son plan pour les vallées inondées, dont les habitants attendent depuis le printemps "
    "la reprise des travaux sur les digues."
)
REST = (
    "Les digues seront relevées d'un mètre et les vallées inondées recevront une aide, a dit le ministre. "
    "Les habitants demandent un calendrier des travaux et une garantie pour leurs récoltes de l'automne."
)
TITLE = "Un plan pour relever les digues des vallées"


@pytest.mark.parametrize(
    ("head", "day", "agency", "inferred"),
    [
        ("Tbilissi, 3 sept 2025 (AFP) - ", "2025-09-03", "AFP", False),
        ("TBILISSI, 3 sept 2025 (AGP) – ", "2025-09-03", "AGP", False),
        ("03 septembre 2025 (Reuters) - ", "2025-09-03", "Reuters", False),
        ("Valmont, le 12 févr. 2025 (AFP) — ", "2025-02-12", "AFP", False),
        ("VALMONT, Oct 7, 2025 (Reuters) - ", "2025-10-07", "Reuters", False),
        ("Linz, 9. Jän. 2025 (APA) – ", "2025-01-09", "APA", False),
        ("PARIS (AFP) — ", None, "AFP", False),
        ("3 septembre (AFP) - ", "2025-09-03", "AFP", True),
        ("Paris, 30 déc (AFP) - ", "2025-12-30", "AFP", True),
        ("P-au-P, 29 nov. 2021 [AlterPresse] --- ", "2021-11-29", "AlterPresse", False),
        ("EREVAN, 18 NOVEMBRE, ARMENPRESS. ", "2025-11-18", "Armenpress", True),
        ("YEREVAN, NOVEMBER 18, 2025, ARMENPRESS: ", "2025-11-18", "Armenpress", False),
        ("MOSCOU, 18 novembre. /TASS/. ", "2025-11-18", "TASS", True),
        ("Rabat, 3 septembre 2025 /MAP/ – ", "2025-09-03", "MAP", False),
    ],
)
def test_an_agency_s_dateline_states_day_and_source(read, head, day, agency, inferred):
    found = read(f"{TITLE}\n{head}{LEAD}\n{REST}")
    assert (found.date.value.day.isoformat() if found.date.value else None) == day
    assert found.source.value.name == agency
    assert found.source.origin == "dateline"
    assert found.date.inferred == inferred
    assert not day or found.date.origin == ("dateline-without-year" if inferred else "dateline")


@pytest.mark.parametrize(
    "head",
    [
        "L'Organisation des Nations Unies (ONU) - ",
        "Le parti de la rive gauche (PRG) a dit que ",
        "Selon la Banque de Valmont (BDV), le 3 mai 2025, ",
        "Un accord signé le 3 mai 2025 (ONU) – ",
        "Le plan du 3 mai 2025, VALMONT. ",
        "La presse, le 3 mai 2025, TASS comprise, ",
        "Le 3 mai, Reuters: ",
    ],
)
def test_brackets_alone_make_no_agency(read, head):
    found = read(f"{TITLE}\n{head}{LEAD}\n{REST}")
    assert found.source.value is None
    assert found.date.value is None


def test_a_line_that_names_the_paper_weighs_more_than_the_agency(read):
    found = read(
        f"{TITLE}\nPublié dans Le Fil des vallées le 4 septembre 2025\nTbilissi, 3 sept 2025 (AFP) - {LEAD}\n{REST}"
    )
    assert found.source.value.name == "Le Fil des vallées"
    assert found.date.value.day.isoformat() == "2025-09-04"
