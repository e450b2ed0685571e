"""French typography: what gets a no-break space, and what must stay as it is."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.typography import typeset

SET = [
    ("Qui vient ?", "Qui vient\u202f?"),
    ("Bravo!", "Bravo\u202f!"),
    ("Vraiment ?!", "Vraiment\u202f?!"),
    ("Un point : deux", "Un point\u00a0: deux"),
    ("Titre: suite", "Titre\u00a0: suite"),
    ("« mot »", "«\u00a0mot\u00a0»"),
    ("«mot»", "«\u00a0mot\u00a0»"),
    ("l'eau d'ici", "l’eau d’ici"),
    ("la suite...", "la suite…"),
    ("12 % et 3 millions", "12\u00a0% et 3\u00a0millions"),
    ("la mer - calme - luit", "la mer – calme – luit"),
    ("fin ; puis", "fin\u202f; puis"),
    ("il faudra 2 h 40", "il faudra 2\u00a0h\u00a040"),
    ("8 h du matin, 30 min et 12 s", "8\u00a0h du matin, 30\u00a0min et 12\u00a0s"),
    ("320 km/h sur 430 km", "320\u00a0km/h sur 430\u00a0km"),
    ("3 m de haut, 5 kg, 40 ha, 900 MW", "3\u00a0m de haut, 5\u00a0kg, 40\u00a0ha, 900\u00a0MW"),
    ("36 828 330 habitants", "36\u00a0828\u00a0330 habitants"),
    ("1\u202f700 emplois", "1\u202f700 emplois"),
]
KEPT = [
    "https://a.example.org/?b=c:d",
    "à 12:30",
    "a:b",
    "C++",
    "2-1",
    "porte-avions",
    "....",
    "'mot'",
    "5 ' 3",
    "e.g. ok",
    "les 5 sont là",
    "2 hommes",
    "il en a 3 l’an dernier",
    "en 2024 300 personnes",
    "le 3 et 40",
]


@pytest.mark.parametrize(("text", "shown"), SET)
def test_signs_get_their_spaces(text, shown):
    assert typeset(text) == shown


@pytest.mark.parametrize("text", KEPT)
def test_other_signs_stay(text):
    assert typeset(text) == text


def test_other_languages_stay():
    assert typeset("Why? It's so!", "en") == "Why? It's so!"


@given(st.text(alphabet="ab «»;:!?'.-%1 \u00a0\u202f", max_size=40))
def test_setting_twice_is_setting_once(text):
    once = typeset(text)
    assert typeset(once) == once


@given(st.text(max_size=60))
def test_only_spaces_and_signs_change(text):
    drop = str.maketrans("", "", " \u00a0\u202f'’.…-–")
    assert typeset(text).translate(drop) == text.translate(drop)


@pytest.mark.parametrize(
    "text", ["« " * 200_000, " ?" * 200_000, "'" * 400_000, "a'" * 200_000, "." * 400_000, "- " * 200_000]
)
def test_time_is_linear(text):
    start = time.process_time()
    typeset(text)
    assert time.process_time() - start < 2
