# ruff: noqa: E501 - example sentences stand on one line each
import pytest

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"
CHAPO = "Fermé depuis deux ans, l'ouvrage rouvrira en juin après huit mois de travaux, au grand soulagement des deux rives."


@pytest.mark.parametrize(
    "head",
    [
        f"{TITLE}\n{CHAPO}\nPar Jeanne Morvan, publié le 3 mai 2024",
        f"{TITLE}\n{CHAPO}\n3 mai 2024",
        f"{TITLE}\nPar Jeanne Morvan, publié le 3 mai 2024\n**{CHAPO}**",
    ],
)
def test_a_standfirst_is_the_summary(read, body, head):
    summary = read(f"{head}\n{body}").summary
    assert (summary.value, summary.origin) == (CHAPO, "standfirst")


BUTTONS = (
    "Lecture 3 min.\nÉcouter l'article\nPartager\nOffrir l'article\nAjouter à vos favoris\nRéagir\nImprimer\n"
)


def test_a_standfirst_is_the_summary_though_buttons_part_it_from_the_text(read, body):
    read.cut = tuple(BUTTONS.split("\n")[:-1])
    summary = read(f"{TITLE}\n{CHAPO}\nPar Jeanne Morvan, publié le 3 mai 2024\n{BUTTONS}{body}").summary
    assert (summary.value, summary.origin) == (CHAPO, "standfirst")


@pytest.mark.parametrize("credit", ["©Jeanne Morvan / AFP", "Photo Jeanne Morvan"])
def test_but_no_caption_is(read, body, credit):
    read.cut = tuple(BUTTONS.split("\n")[:-1])
    caption = (
        "Le pont vu de la rive gauche, lors de la visite de la ministre et du préfet, le 26 septembre 2019."
    )
    found = read(f"{TITLE}\n{caption}\n{credit}\n{BUTTONS}3 mai 2024\n{body}").summary
    assert found.origin == "central-sentences"


def test_a_first_paragraph_is_no_standfirst(read, body):
    assert read(f"{TITLE}\n3 mai 2024\n{body}").summary.origin == "central-sentences"


def test_an_agency_s_dateline_starts_no_summary_and_no_title(read, body):
    for text in (f"{TITLE}\nVALMONT, 3 sept 2025 (AFP) – {body}", f"VALMONT, 3 sept 2025 (AFP) – {body}"):
        found = read(text)
        assert found.summary.value.startswith("Le conseil municipal de Valmont")
        assert "AFP" not in found.title.value


def test_tags_and_entities_in_the_text_are_spaces(read, body):
    found = read(
        f"# Le vieux pont<br>sera&nbsp;rénové avant l'<b>été</b>\n3 mai 2024\n{body.replace('a voté', 'a<br/>voté')}"
    )
    assert found.title.value == "Le vieux pont sera rénové avant l'été"
    assert "a voté" in found.summary.value
    assert "<" not in found.summary.value
