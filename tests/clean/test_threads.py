"""Comments under a text: who signs and when tells them from it."""

import pytest

from tests.clean.given import body, cleaned, cuts
from tests.clean.test_clean import ARTICLE

TOLD = (
    "Le cortège a quitté la place à l'heure dite et passe sous la porte nord, vers le quai et la halle.",
    "La rivière monte toujours : la préfecture demande aux riverains du quai de gagner les étages.",
    "Les pompiers ont secouru deux familles au moulin, où l'eau a atteint la hauteur des fenêtres.",
    "La pluie a cessé sur Valbrune ; la décrue doit commencer dans la soirée selon les prévisionnistes.",
)

THREADS = {
    "a name, then its day and hour": """\
Lectrice de Montclar
3 mars 2024 à 14 h 05
Enfin ! Cela fait dix ans que nous attendions que cette halle serve de nouveau à quelque chose d'utile.
Jo2000
3 mars 2024 à 15 h 12
Deux millions, tout de même.
Le voisin
4 mars 2024 à 8 h 30
Et le stationnement ? Personne n'en parle, alors que les rues sont pleines dès huit heures du matin.""",
    "both in one line": """\
lectrice Le 3 mars 2024 à 14:05
Enfin ! Cela fait dix ans que nous attendions que cette halle serve de nouveau à quelque chose d'utile.
Jo Témoin Le 3 mars 2024 à 15:12
Deux millions, tout de même.
un voisin Le 4 mars 2024 à 08:30
Et le stationnement ? Personne n'en parle, alors que les rues sont pleines dès huit heures du matin.""",
    "who says": """\
lectrice dit :
03/03/2024 à 14h05
Enfin ! Cela fait dix ans que nous attendions que cette halle serve de nouveau à quelque chose d'utile.
jo2000 dit :
03/03/2024 à 15h12
Deux millions, tout de même.
voisin dit :
04/03/2024 à 8h30
Et le stationnement ? Personne n'en parle, alors que les rues sont pleines dès huit heures du matin.""",
}


@pytest.mark.parametrize("thread", THREADS.values(), ids=THREADS)
def test_a_thread_goes_with_its_signatures(thread):
    page = "\n\n".join((ARTICLE, *thread.split("\n")))
    assert body(page) == ARTICLE
    assert set(cuts(page).values()) <= {"comment-thread", "dateline-fr"}


def test_an_editor_is_told_where_a_thread_is_longer_than_the_text():
    signed = [
        f"{name}\n\n3 mars 2024 à 14h05\n\n{text} {text}" for name, text in zip("ABCD", TOLD, strict=True)
    ]
    notes = cleaned("\n\n".join((ARTICLE, *signed))).notes
    assert [note.code for note in notes] == ["much-cut"]


def test_what_follows_a_thread_is_judged_by_itself():
    thread = THREADS["who says"].split("\n")
    last = (
        "Le conseil municipal se prononcera sur les horaires de la halle lors de sa séance du mois d'avril."
    )
    page = "\n\n".join((ARTICLE, *thread, "© Le Relevé", last))
    assert last in body(page)


def test_two_letters_with_their_day_are_no_thread():
    letters = "\n\n".join(THREADS["who says"].split("\n")[:6])
    assert "Deux millions, tout de même." in body(f"{ARTICLE}\n\n{letters}")


def test_a_day_told_hour_by_hour_is_no_thread():
    hours = "\n\n".join(
        f"3 mars 2024 à {hour}h15\n\n{text}" for hour, text in zip(range(9, 13), TOLD, strict=True)
    )
    assert not set(cuts(f"{ARTICLE}\n\n{hours}").values()) & {"comment-thread"}


def test_a_day_told_hour_by_hour_in_which_some_sign_is_no_thread():
    names = ("", "", "", "Jeanne Exemple\n\n", "Paul Modèle\n\n", "Anne Témoin\n\n")
    texts = (*TOLD, *(text.replace("Valbrune", "Montclar") for text in TOLD[:2]))
    told = zip(names, range(9, 15), texts, strict=True)
    hours = "\n\n".join(f"{name}3 mars 2024 à {hour}h15\n\n{text}" for name, hour, text in told)
    assert not set(cuts(f"{ARTICLE}\n\n{hours}").values()) & {"comment-thread"}


def test_stamps_with_long_texts_between_are_no_thread():
    names = ("Jeanne Exemple", "Paul Modèle", "Anne Témoin")
    long = "\n\n".join(f"{number}. {TOLD[number % 4]}" for number in range(30))
    page = "\n\n".join(f"{name}\n\n3 mars 2024 à 9h15\n\n{long}" for name in names)
    assert not set(cuts(f"{ARTICLE}\n\n{page}").values()) & {"comment-thread"}


def test_a_list_of_days_under_its_titles_above_the_text_is_no_thread():
    days = "\n\n".join(
        f"{title}\n\n3 mars 2024 à 14h05" for title in ("Le pont rouvre", "La foire", "Le maire")
    )
    page = f"{days}\n\n{ARTICLE}"
    assert not set(cuts(page).values()) & {"comment-thread"}


TWO = "\n\n".join(THREADS["both in one line"].split("\n")[:4])
LEAD = (
    "La halle rouvre après deux ans de travaux : trois cents élèves y sont attendus dès la rentrée prochaine."
)
LEADS = f"{LEAD}\n\n{LEAD.replace('deux', 'trois')}"


def test_the_article_s_own_day_over_its_text_is_no_signature():
    short = ARTICLE.split("\n\n")[0]
    page = f"{LEADS}\n\nPublié le 28/06/2025 à 15:00\n\n{short}\n\n{TWO}"
    assert short in body(page)


def test_nor_is_its_writer_s_name_and_day_over_a_long_text():
    long = "\n\n".join(ARTICLE.replace("Valbrune", town) for town in ("Valbrune", "Montclar", "Aubier"))
    page = f"{LEADS}\n\nJeanne Morvan Le 28/06/2025 à 15:00\n\n{long}\n\n{TWO}"
    assert ARTICLE in body(page)
