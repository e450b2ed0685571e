"""A forwarded or quoted mail is read as what it quotes."""

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
