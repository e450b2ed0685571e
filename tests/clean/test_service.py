"""What portals tell their visitors goes; what articles tell their readers stays."""

import pytest

from tests.clean.given import body, cuts
from tests.clean.test_clean import ARTICLE

PORTAL = (
    "Votre accès à l'espace presse a été renouvelé.",
    "Pour suivre nos lettres d'information, cochez celles de votre choix dans votre profil.",
    "Aucun courriel reçu ? Regardez dans vos courriers indésirables.",
    "Saisissez un identifiant et un mot de passe d'au moins douze caractères.",
)
ADVICE = """\
Votre mot de passe vous protège mal. Choisissez-en un autre, plus long, avec des chiffres.

Vérifiez vos courriels avant de cliquer sur le lien qu'ils contiennent.

Vous recevez un message de votre banque ? Ne répondez pas, et appelez votre conseiller.

Vous avez cliqué trop vite ? Changez vos identifiants et prévenez votre entourage.

Vous avez payé ? Déposez plainte sans attendre, avec une copie du message reçu."""


@pytest.mark.parametrize("place", ["{portal}\n{article}", "{article}\n{portal}"])
def test_portal_lines_go_at_both_ends(place):
    text = place.format(portal="\n".join(PORTAL), article=ARTICLE)
    assert body(text) == ARTICLE


def test_the_rule_is_named():
    assert set(cuts("\n".join((*PORTAL, ARTICLE))).values()) == {"service"}


def test_one_line_to_the_reader_is_no_portal():
    text = f"Votre mot de passe ne vaut plus rien, dit un rapport.\n\n{ARTICLE}"
    assert body(text) == text


def test_advice_speaks_to_its_reader_throughout():
    assert body(ADVICE) == ADVICE


def test_quoted_notices_are_the_article():
    quoted = "\n\n".join(f"« {line} »" for line in PORTAL)
    assert body(f"{quoted}\n\n{ARTICLE}") == f"{quoted}\n\n{ARTICLE}"


def test_a_list_of_advice_after_the_text_stays():
    advice = "- Choisissez un mot de passe long.\n- Vérifiez le lien avant de cliquer."
    text = f"{ARTICLE}\n\nDeux conseils :\n\n{advice}"
    assert body(text) == text
