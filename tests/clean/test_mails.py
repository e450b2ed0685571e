"""Mails pasted whole: what stands around the text goes; a mail that an article shows stays."""

import json

import pytest

from tests.clean.given import body, cuts
from tests.conftest import SmallSite

FIRST = (
    "Le pont de Valbrune est fermé depuis mardi, et personne ne sait quand les bus y passeront de nouveau."
)
SECOND = (
    "La mairie attend le rapport des experts, qui ont trouvé des fissures sous la deuxième arche du pont."
)
TEXT = f"{FIRST}\n\n{SECOND}"
OUTLOOK = """\
De : Anne Témoin <anne@example.org>
Envoyé : vendredi 3 mai 2024 10:12
À : Rédaction
Objet : TR : RE: Le pont de Valbrune
"""
HEADS = {
    "outlook": OUTLOOK,
    "names only": "De : Bureau Sud\nÀ : Archives\nObjet : Le pont de Valbrune\n",
    "english": "From: Anne Temoin\nSent: May 3, 2024 10:12 AM\nTo: desk@example.org\nSubject: FW: Pont\n",
    "gmail": "---------- Forwarded message ---------\nDe : Anne <anne@example.org>\nSubject: Le pont\n",
    "apple": "Début du message réexpédié :\n\nDe: Anne Témoin\nObjet: Rép : Pont\nDate: 3 mai 2024\n",
    "german": "Von: Anne\nGesendet: 3. Mai 2024 10:12\nAn: Archiv\nBetreff: WG: Die Brücke\n",
}


@pytest.mark.parametrize("head", HEADS.values(), ids=HEADS)
def test_the_head_of_a_mail_goes(head: str) -> None:
    language = "de" if head.startswith("Von") else "fr"
    assert body(f"{head}\n{TEXT}", language=language) == TEXT


def test_what_the_sender_wrote_above_goes_with_the_head() -> None:
    note = "Bonjour,\nJe vous fais suivre la note de ce matin.\nAnne\n"
    assert body(f"{note}\n{OUTLOOK}\nBonjour Luc,\n\n{TEXT}") == TEXT


@pytest.mark.parametrize(
    "end",
    [
        "Cordialement,\nAnne Témoin\nChargée de veille\nTél. : 01 23 45 67 89",
        "--\nAnne Témoin\nBureau Sud",
        "Envoyé de mon iPhone",
        "Sent from my iPad",
        "Ce message et ses pièces jointes sont confidentiels et destinés exclusivement à leur destinataire.",
    ],
)
def test_the_end_of_a_mail_goes(end: str) -> None:
    assert body(f"{OUTLOOK}\n{TEXT}\n\n{end}") == TEXT


def test_a_letter_between_greeting_and_closing_is_a_mail_without_a_head() -> None:
    assert body(f"Bonjour à tous,\n\n{TEXT}\n\nBien à vous,\n\nHélène") == TEXT


def test_a_thread_loses_the_head_of_each_mail() -> None:
    more = "Les élèves de la rive gauche font un détour de six kilomètres pour gagner le lycée."
    assert body(f"{OUTLOOK}\n{TEXT}\n\n{OUTLOOK}\n{more}") == f"{TEXT}\n\n{more}"


KEPT = {
    "a mail shown": f"{TEXT}\n\nDe : le maire\n\nÀ : ses adjoints\n\nObjet : le pont\n\n{FIRST[:-1]} ?",
    "a trip": f"De : Valbrune\n\nÀ : Montclar\n\nDate : du 3 au 5 mai\n\n{TEXT}",
    "an open letter": f"Monsieur le Préfet,\n\n{TEXT}\n\nCordialement,\n\nLes riverains du pont.",
    "its signers and their address": f"{TEXT}\n\nCordialement,\n\nAnne Témoin\n\nPour le quai\n\nValbrune, le"
    " 14/05/2024\n\nriverains@example.org",
    "a box under a dash": f"{TEXT}\n\n—\n\nFête du pont\n\nDate : 14/05/2024\n\nTél. : 01 23 45 67 89",
    "a poem's dashes": f"{TEXT}\n\n--\n\nLe pont dort\n\nLe fleuve passe",
}


@pytest.mark.parametrize("text", KEPT.values(), ids=KEPT)
def test_what_looks_like_a_mail_within_an_article_stays(text: str) -> None:
    assert not [rule for rule in cuts(text).values() if rule.startswith("mail-")]


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("TR : RE: Le pont de Valbrune", "Le pont de Valbrune"),
        ("[veille] Fwd: Iran : un pont", "Fwd: Iran : un pont"),
        ("RE: Iran : un pont", "Iran : un pont"),
    ],
)
def test_the_subject_is_the_title_where_nothing_else_is(site: SmallSite, subject: str, title: str) -> None:
    head = OUTLOOK.replace("TR : RE: Le pont de Valbrune", subject)
    site.write("seeds/courriel.txt", f"{head}\n{TEXT}\n")
    site.build()
    (item,) = json.loads((site.public / "api/articles.json").read_text())["articles"]
    assert item["title"].replace("\u00a0", " ").replace("\u202f", " ") == title


def test_a_title_in_the_text_wins_over_the_subject(site: SmallSite) -> None:
    site.write("seeds/courriel.md", f"{OUTLOOK}\n# Valbrune attend son pont\n\n{TEXT}\n")
    site.build()
    (item,) = json.loads((site.public / "api/articles.json").read_text())["articles"]
    assert item["title"] == "Valbrune attend son pont"
