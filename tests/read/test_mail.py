"""A forwarded or quoted mail is read as what it quotes."""

import pytest

from sitegen.model import SourceFile
from sitegen.read import read

MAIL = """\
De : La Lettre du Sud <lettre@sud.example>
Objet : TR: Le Sénégal renégocie sa dette

> De : La Lettre du Sud <lettre@sud.example>
> Date : jeu. 19 nov. 2026 à 06:30
> Objet : Le Sénégal renégocie sa dette
>
> Bonjour,
>
> Le ministre des Finances, Cheikh Diba, a rencontré mercredi à Paris ses
> créanciers. Dakar espère un étalement de 2,3 milliards d'euros sur sept
> ans.
>
>> Le FMI, qui avait suspendu son aide après la découverte d'une dette
>> cachée, se dit « confiant ».
>
> - Mali : le carburant revient à Bamako
> - Bénin : procès en appel le 3 décembre

Cordialement,
Hélène
"""


def texts(text: str) -> list[str]:
    return [block.text for block in read(SourceFile("seeds/mail.txt", text, "")).blocks]


def test_a_forwarded_mail_s_text_is_no_quotation_and_its_lines_are_joined() -> None:
    found = texts(MAIL)
    assert not [text for text in found if text.startswith(">")]
    assert (
        "Le ministre des Finances, Cheikh Diba, a rencontré mercredi à Paris ses créanciers. Dakar espère un"
        " étalement de 2,3 milliards d'euros sur sept ans."
    ) in found
    assert "- Mali : le carburant revient à Bamako" in found


def test_headers_and_greetings_of_a_mail_stay_lines_of_their_own() -> None:
    found = texts(MAIL)
    assert {"Objet : Le Sénégal renégocie sa dette", "Cordialement,", "Hélène", "Bonjour,"} <= set(found)


def test_lines_of_a_mail_keep_their_numbers() -> None:
    blocks = read(SourceFile("seeds/mail.txt", MAIL, "")).blocks
    (text,) = (block for block in blocks if block.text.startswith("Le ministre"))
    assert (text.span.line, text.span.end_line) == (10, 12)


def test_a_quotation_in_an_article_stays_one() -> None:
    prose = "Le conseil a voté la rénovation du pont, et la mairie compte sur une aide de la région."
    verses = "\n".join(f"> Vers numéro {n}" for n in range(9))
    assert "> Vers numéro 3" in texts(f"{prose}\n\n{verses}\n\n" + f"{prose}\n\n" * 5)
    assert texts("> Un seul mot.\n> Et un autre.") == ["> Un seul mot.", "> Et un autre."]
    assert "> Vers numéro 3" in texts(f"---\ntitle: Un poème\n---\n{verses}")


SHORT = """\
> Le conseil a voté jeudi la réfection du pont de Valbrune, que la crue de mars
> avait emporté.
> Les travaux commencent en juin.
"""


@pytest.mark.parametrize(
    "mail",
    [
        f"Le 3 mai 2024 à 10:12, Anne Témoin a écrit :\n\n{SHORT}",
        f"On Fri, May 3, 2024 at 10:12 AM Anne Temoin <anne@example.org> wrote:\n{SHORT}",
        f"Bonjour à tous,\n\n{SHORT}",
        f"{SHORT}\nBien à vous,\nAnne",
    ],
)
def test_a_short_mail_s_text_is_no_quotation_either(mail: str) -> None:
    found = texts(mail)
    assert not [text for text in found if text.startswith(">")]
    assert found[-1].startswith("Les travaux") or "Les travaux commencent en juin." in found


@pytest.mark.parametrize(
    "page",
    [
        f"Le pont\n\n{SHORT}",
        f"Le maire l'a dit au conseil, jeudi soir :\n\n{SHORT}",
        "Bonjour,\n\n> Premier vers\n\nUne réponse.\n\n> Deuxième vers\n> Troisième vers\n",
        f"Voici la lettre, telle quelle,\n\n{SHORT}\n" + "Le conseil a voté la rénovation du pont. " * 4,
    ],
)
def test_a_short_quotation_stays_one_where_nothing_tells_of_a_mail(page: str) -> None:
    assert any(text.startswith(">") for text in texts(page))
