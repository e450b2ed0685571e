"""What whole pages state of themselves, cleaned first, as a build reads them."""

import datetime as dt

import pytest

from sitegen.clean import clean
from sitegen.metadata import Context, describe
from sitegen.model import SourceFile
from sitegen.read import read
from sitegen.recognise import recognise
from tests.clean.given import CASES, rules
from tests.metadata.conftest import lexicon

CONTEXT = Context(lexicon(), (), dt.date(2026, 6, 30), "Europe/Paris")
PAGES = {path.stem: path for path in CASES}
STATED = [  # page, title, authors, publisher
    ("agence-africaine", "Bitumage de la route de Boulka : une rumeur dérange", "Redaction", "AIX"),
    (
        "agence-depeche",
        "Mer Blanche : accord entre trois pays riverains sur les quotas de hareng",
        "la rédaction; AFP",
        "",
    ),
    ("blog-politique", "La grue et le permis", "Paul Modèle", ""),
    (
        "blog-repost",
        "Le bac du matin ne passe plus",
        "Lucienne Tavernier",
        "carnets-du-vieux-port.over-blog.com",
    ),
    ("commune-auteur-annonce", "Les petites communes à la croisée des chemins", "Luc Grand", ""),
    ("gratuit-aplati", "Logement : Ces étudiants qui vivent à l'année dans un camping", "Anne Exemple", ""),
    (
        "journal-sans-publicite",
        "Dans les serres de Montclar, la chaleur ne fait pas de pause",
        "Paul Modèle; Jeanne Exemple",
        "",
    ),
    (
        "magazine-rencontre",
        "4ème rencontre de Valfleur : « Jardins partagés : une nouvelle ville ? »",
        "Solange Merle; Lise Gallier; Romain Beauval",
        "valfleur.fr",
    ),
    ("national-publications", "Le maire de Montclar quitte son parti en pleine campagne", "", ""),
    (
        "quebec-quotidien",
        "La traverse de Port-Exemple ne reprendra pas avant le 15 avril",
        "Jeanne Exemple",
        "",
    ),
    (
        "wordpress-ancien",
        "Riz : la campagne démarre avec trois semaines de retard",
        "Salif Ba",
        "La Gazette du Delta",
    ),
]


def told(text):
    """What a page's text states, and what is left of it."""
    document = read(SourceFile("page.txt", text, ""))
    recognition = recognise(document, (), CONTEXT.lexicon)
    cleaned = clean(document, recognition, rules())
    return describe(document, cleaned, recognition, CONTEXT), cleaned


@pytest.mark.parametrize(("page", "title", "authors", "publisher"), STATED, ids=[row[0] for row in STATED])
def test_a_page_says_what_it_is_called_and_whose_it_is(page, title, authors, publisher):
    text = PAGES[page].read_text("utf-8").partition("=== attendu ===\n")[0]
    found, _ = told(text)
    source = found.source.value
    assert (found.title.value, "; ".join(found.authors.value)) == (title, authors)
    assert (source.name if source else "") == publisher


FORWARDED = """[24/11/2026, 09:14:22] Anne Témoin: Transféré
[24/11/2026, 09:14:22] Anne Témoin: Alerte à l'eau dans le bourg de Valmont
Suite à la rupture d'une canalisation, l'eau du robinet est impropre à la consommation.
La mairie distribue de l'eau en bouteilles à la salle des fêtes, de 10 h à 19 h.
Partagez à tous vos contacts
"""


def test_who_passed_a_message_on_is_neither_its_author_nor_in_its_title():
    found, cleaned = told(FORWARDED)
    assert found.title.value == "Alerte à l'eau dans le bourg de Valmont"
    assert found.authors.value == ()
    assert "Témoin" not in cleaned.body
    assert "Partagez" not in cleaned.body


PRINTED = """CAHIERS DES AMIS DU VIEUX VALMONT – MAI 2024 12

Le moulin retrouvé
Anne Témoin
Nul ne savait plus où se trouvait le moulin de Valmont. C'est un orage qui a tranché, et montré une meule.

CAHIERS DES AMIS DU VIEUX VALMONT – MAI 2024 13

Nous avons dégagé trois assises du mur du moulin, et un radier de chêne abattu durant l'hiver de 1461.
"""


def test_a_printed_page_s_head_with_its_number_is_not_the_title():
    found, _ = told(PRINTED)
    assert (found.title.value, found.authors.value) == ("Le moulin retrouvé", ("Anne Témoin",))


CHARTED = """Economy
Subscribe
As debt rises, the city will spend more on interest than on its schools
Tax cuts and higher rates could make it harder to answer the next storm.
By Anne Witness
Sept. 25, 2018
[What you need to know to start the day: get our letter in your inbox.]
The city could soon pay more in interest on its debt than it spends on its schools and its buses.
The rise has been brought on by the need to pay for a budget deficit that grows with each year.
{chart}
Finding the money to pay those who hold the debt will crimp other parts of the next budgets.
Interest costs already dwarf what many programmes are given, such as the grants for students.
What is more, the burden could make it harder for the city to repair its sewers after the storms.
The mayor has called for new spending on roads, but the council has not taken up that idea yet.
If the economy weakens, rates may fall again, which would give the council some time to think.
"""


def test_a_chart_s_numbers_do_not_part_an_article_from_its_title():
    chart = "\n".join(f"{year}\n{100 * (year % 9)}" for year in range(1959, 2029))
    found, _ = told(CHARTED.format(chart=chart))
    assert found.title.value == "As debt rises, the city will spend more on interest than on its schools"
    assert found.authors.value == ("Anne Witness",)
    assert str(found.date.value.day) == "2018-09-25"
