# ruff: noqa: E501 - example sentences stand on one line each
"""A summary made of the text says nothing that the text does not say: its sentences stand by themselves."""

import pytest

from tests.metadata.conftest import Reader

TITLE = "Géorgie : deux années de crise, la chronologie"
INTRO = "Les élections locales du 4 octobre ont clos un cycle politique ouvert deux ans plus tôt à Tbilissi et dans les provinces. Le parti au pouvoir les a remportées dans toutes les communes du pays."
CANDIDATE = "Les Vingt-Sept accordent à la Géorgie le statut de pays candidat à l'Union européenne, assorti de neuf recommandations."
LAW = "Le Parlement adopte le texte en troisième lecture, et les organisations devront s'inscrire sur un registre."
PROSE = "Le conseil municipal de Valmont a voté lundi la rénovation du vieux pont de pierre, fermé depuis deux ans. Les travaux doivent commencer en octobre et durer huit mois, selon la mairie."


def summary(read: Reader, *lines: str, title: str = TITLE) -> str:
    return read("\n\n".join((f"# {title}", *lines))).summary.value


@pytest.mark.parametrize(
    "entries",
    [
        ("## 14 décembre 2023", CANDIDATE, "## 14 mai 2024", LAW),
        ("14 décembre 2023", CANDIDATE, "14 mai 2024", LAW),
        ("## 2023", f"**14 décembre.** {CANDIDATE}", "## 2024", f"**14 mai.** {LAW}"),
        (f"14 décembre 2023 : {CANDIDATE}", f"14 mai 2024 – {LAW}"),
    ],
)
def test_what_happened_on_a_day_is_not_told_without_it(read: Reader, entries: tuple[str, ...]) -> None:
    assert summary(read, INTRO, *entries) == INTRO


def test_what_stands_below_a_subhead_waits_for_the_opening(read: Reader) -> None:
    text = summary(read, INTRO, "## Une loi contestée", LAW)
    assert text == INTRO
    (short, *_) = INTRO.split(". ")
    assert summary(read, f"{short}.", "## Une loi contestée", LAW) == f"{short}. {LAW}"


def test_an_answer_is_not_given_without_its_question(read: Reader) -> None:
    answers = (
        "Pourquoi ce pont est-il resté fermé si longtemps ?",
        "Parce que personne ne voulait payer la rénovation du vieux pont de pierre de Valmont, voilà tout.",
        "Et maintenant, qui paie ?",
        "La région paie la moitié des travaux de rénovation du pont, et la commune de Valmont le reste.",
    )
    assert summary(read, PROSE, *answers) == PROSE
    assert summary(read, *answers, title="« Personne ne voulait payer », dit le maire de Valmont") == ""


@pytest.mark.parametrize(
    "start", ["Il", "Mais il", "Celui-ci", "En revanche, il", "Cela étant, il", "De son côté, il"]
)
def test_a_sentence_that_leans_on_another_does_not_stand_without_it(read: Reader, start: str) -> None:
    leaning = f"{start} coûtera deux millions d'euros, que la rénovation du vieux pont de pierre mérite."
    before = "Oui."
    first, second = PROSE.split(". ", 1)
    text = summary(read, f"{first}.", f"{before} {leaning}", second, title="Le pont de Valmont")
    assert leaning not in text
    assert summary(read, f"{first}. {leaning}", title="Le pont de Valmont") == f"{first}. {leaning}"


@pytest.mark.parametrize(
    "line",
    [
        "- Le vieux pont de pierre de Valmont, avant la rénovation que le conseil municipal a votée lundi.",
        "• Le vieux pont de pierre de Valmont, avant la rénovation que le conseil municipal a votée lundi.",
        "Le vieux pont de pierre de Valmont, avant la rénovation que le conseil a votée lundi. © Anne Petit.",
        "Photo : le vieux pont de pierre de Valmont, avant la rénovation que le conseil a votée lundi.",
        "Le vieux pont de pierre de Valmont et sa rénovation sont sur www.valmont.example/pont depuis lundi.",
        "Le conseil municipal de Valmont publie la rénovation du pont sur https://valmont.example/le-pont dès lundi.",
    ],
)
def test_items_captions_and_addresses_are_not_the_summary(read: Reader, line: str) -> None:
    assert summary(read, PROSE, line, title="Le vieux pont de pierre de Valmont et sa rénovation") == PROSE


def test_the_title_is_not_said_twice(read: Reader) -> None:
    title = "Clap de fin pour le gaz russe en Ukraine"
    assert summary(read, f"{title}. {PROSE}", title=title) == PROSE
    assert summary(read, f"{title}.", title=title).startswith(title)  # nothing else is said
    described = read(PROSE, title=title, description=f"{title}. La région paie.")
    assert described.summary.value == "La région paie."


def test_no_quotation_is_broken_off(read: Reader) -> None:
    page = (
        "La grève du bac de Valmont\n3 mai 2024\n"
        "Le délégué, à la sortie de la réunion : « Nous avons obtenu la prime d'hiver, pas les embauches. On se revoit bientôt. »\n"
    )
    assert "«" not in read(page).summary.value
