"""What holds for any input: kept text is the input's, cleaning twice is cleaning once, nothing raises."""

import re

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.clean.given import CASES, body, cleaned
from tests.clean.test_clean import ARTICLE, BRIEF, INTERVIEW, LIST, POEM, STATISTICS

NOISE = (
    "Partager",
    "Partager sur Facebook",
    "S'abonner",
    "Newsletter",
    "Accueil",
    "Publicité",
    "Lire aussi : Autre chose",
    "Publié le 3 mars 2025 à 10h12",
    "Par Jeanne Exemple",
    "Crédit photo : Atelier Exemple",
    "12 partages",
    "#Valbrune",
    "Inscrivez-vous à notre newsletter",
    "Commentaires (3)",
    "![](https://example.org/a.jpg)",
    "<!--StartFragment-->",
    "Se connecter | S'inscrire",
    "Accueil > Région > Valbrune",
    "# Une école de musique dans la halle",
    "À lire également",
    "À propos de l'auteur",
    "Rédaction Sud • 27 juin 2024",
    "Titre un    Titre deux    Titre trois    Titre quatre",
    "[Accueil](/) [Monde](/monde) [Sport](/sport)",
    "",
)
PROSE = tuple(f"{ARTICLE}\n\n{INTERVIEW}\n\n{LIST}\n\n{STATISTICS}\n\n{POEM}\n\n{BRIEF}".split("\n"))
LINES = st.one_of(st.sampled_from(NOISE), st.sampled_from(PROSE))
PAGES = st.lists(LINES, max_size=30).map("\n".join)
ANYTHING = st.text(max_size=400)
HARD = (
    "- [Économie](https://example.org/eco) | [Sport](https://example.org/sport)",
    "> « Citation \u200bde la maire », a-t-elle dit.",
    "**À lire aussi** [Le bac coûte cher](https://example.org/bac)",
    "Il vous reste 60 % de cet article à lire. La suite est réservée aux abonnés.",
    "Qu'en pensez-vous ?",
    "Rien.",
    "L'#Ã©nergie coÃ»te\u00a0\u00a0\u00a0cher &amp; manque, selon la région, qui attend trois rapports.",
    "Titre sans fin # #Valbrune &nbsp; suite",
    "<!-- x --> Suite du texte <b>en gras</b> et fin <!-- y -->",
    "1. Premier",
    "* Deuxième",
    "| Ville | Habitants |",
    "----",
    "```",
    "Commentaires",
    "Jeannot\u00adlapin le 02/09/2025 à 16:12",
    "© 2025 Agence Exemple - Tous droits réservés",
    "Votre session a expiré, merci de saisir votre mot de passe pour accéder à votre compte.",
    "Une école de musique ouvre dans l'ancienne halle aux grains",
    "UNE ÉCOLE DE MUSIQUE DANS LA HALLE",
    "Valbrune / Le Courrier",
    "Jeanne Exemple",
)
PAGES_OF_ALL = st.lists(st.one_of(LINES, st.sampled_from(HARD)), max_size=40).map("\n".join)
CASE_LINES = tuple(
    line for path in CASES for line in path.read_text("utf-8").partition("=== attendu ===\n")[0].split("\n")
)
CUTTINGS = st.tuples(st.integers(0, len(CASE_LINES)), st.integers(1, 60), st.integers(1, 4)).map(
    lambda cut: "\n".join(CASE_LINES[cut[0] : cut[0] + cut[1] : cut[2]])
)


@settings(max_examples=250, deadline=None)
@given(st.one_of(PAGES, PAGES_OF_ALL, CUTTINGS))
@example(f"<!-- x --> Suite du texte <b>en gras</b> et fin <!-- y -->\n{ARTICLE}")
@example("\n".join(["<!-- x --> Suite du texte <b>en gras</b> et fin <!-- y -->"] * 3))
@example("À propos de l'auteur\nÀ propos de l'auteur\nÀ propos de l'auteur\nEt maintenant ?")
def test_cleaning_twice_changes_nothing(page):
    once = body(page)
    assert body(once) == once


@settings(max_examples=150, deadline=None)
@given(st.one_of(PAGES, PAGES_OF_ALL, CUTTINGS, ANYTHING))
def test_kept_text_is_a_subsequence_of_the_input(page):
    found = cleaned(page)
    texts = (
        # A heading that was underlined is written with signs before it.
        re.sub(r"^#+ ", "", d.text) if d.block.kind == "heading" else d.text
        for d in found.decisions
        if d.action == "keep"
    )
    kept = "".join(texts)
    letters = iter(re.sub(r"\s", "", page))
    assert all(letter in letters for letter in re.sub(r"\s", "", kept))
    assert all(d.rule for d in found.decisions if d.action != "keep")


@settings(max_examples=100, deadline=None)
@given(ANYTHING, st.sampled_from(["fr", "en", "ar", "", "xx"]), st.lists(st.text(max_size=8), max_size=2))
def test_nothing_raises(text, language, words):
    cleaned(text, language=language, keep=tuple(words), drop=tuple(words))


def test_long_hostile_lines_take_no_time():
    for line in (
        "# " * 50_000,
        "[" * 100_000,
        " \u00a0" * 100_000 + "x",
        "<a" * 50_000,
        "*_" * 50_000,
        "#a " * 50_000,
    ):
        cleaned(f"{line}\n\n{BRIEF}")
