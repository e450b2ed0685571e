"""The beginning of a text for where there is little room: whole sentences, one at least."""

import pytest

from sitegen.text.sentences import leading

LONG = "il a parlé longuement du port et de la route, " * 4


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Une phrase courte. Une autre.", "Une phrase courte. Une autre."),
        (f"Une phrase. Du port, {LONG}enfin.", "Une phrase."),
        (f"Reçu par Mme. Petit, {LONG}dit-il. Puis rien.", f"Reçu par Mme. Petit, {LONG}dit-il."),
        ("Sans fin ni point " * 30 + "ici", "Sans fin ni point " * 30 + "ici"),
        ("", ""),
    ],
)
def test_what_has_room_ends_with_a_sentence(text, opening):
    assert leading(text, 170) == opening
