"""What a document's pages leave between parts of its text goes; lines that come again alone stay."""

import pytest

from tests.clean.given import body, cuts

PARTS = [
    "Le pont de Valbrune est fermé depuis mardi, et personne ne sait quand les bus y passeront de nouveau.",
    "La mairie attend le rapport des experts, qui ont trouvé des fissures sous la deuxième arche du pont.",
    "En attendant, les élèves de la rive gauche font un détour de six kilomètres pour gagner le lycée.",
    "Le conseil doit voter en mai la réfection de la chaussée, que la région paiera pour les deux tiers.",
]
TEXT = "\n\n".join(PARTS)


@pytest.mark.parametrize("number", ["{n}", "- {n} -", "{n} / 9", "Page {n} sur 9"])
def test_heads_and_numbers_of_pages_go(number: str) -> None:
    head = "Cahiers de Valbrune – Note n° 7"
    parts = [f"{part}\n\n{number.format(n=n)}\n\n{head}" for n, part in enumerate(PARTS, 2)]
    assert body("\n\n".join(parts)) == TEXT


def test_a_refrain_and_numbered_parts_stay() -> None:
    refrain = "\n\n".join(f"{part}\n\nEt le fleuve passe" for part in PARTS)
    assert body(refrain) == refrain
    verses = [
        "Le vieux pont chante sous la pluie.",
        "Les filles dansent jusqu'à la nuit.",
        "Il rentre sans un bruit.",
    ]
    song = "\n\n".join(f"{n}\n\n{verse}\n\nRefrain" for n, verse in enumerate(verses, 1))
    assert body(song) == song
    numbered = "\n\n".join(f"{n}\n\n{part}" for n, part in enumerate(PARTS, 1))
    assert "running-head" not in cuts("\n\n".join(f"Jour\n{n}\n{p}" for n, p in enumerate(PARTS, 1))).values()
    assert "running-head" not in cuts(numbered).values()


@pytest.mark.parametrize(
    "head", ["CAHIERS DE VALBRUNE – MAI 2024 {n}", "Cahiers de Valbrune, note n° 7 | {n}"]
)
def test_heads_that_hold_the_page_s_number_go_where_the_file_begins_with_one(head: str) -> None:
    parts = [f"{head.format(n=n)}\n\n{part}" for n, part in enumerate(PARTS[:2], 12)]
    assert body("\n\n".join([*parts, "14"])) == "\n\n".join(PARTS[:2])


@pytest.mark.parametrize(
    "head", ["Article {n}", "Bureau de la mairie de Valbrune {n}", "Valbrune, le 3 mai 202{n}"]
)
def test_but_no_numbered_parts_of_a_text(head: str) -> None:
    text = "\n\n".join(f"{head.format(n=n)}\n\n{part}" for n, part in enumerate(PARTS, 1))
    assert "running-head" not in cuts(text).values()
    under = f"Ce que le conseil a voté\n\n{text.replace('1', '2')}"
    assert "running-head" not in cuts(under).values()


@pytest.mark.parametrize(
    ("head", "first"),
    [
        ("La vie au village en {n}", 1914),
        ("LA VIE AU VILLAGE EN {n}", 1914),
        ("Le grand roman de la mer {n}", 2),
        ("Loi relative aux ponts et aux bacs, article {n}", 12),
        ("LOI RELATIVE AUX PONTS ET AUX BACS, ARTICLE {n}", 12),
    ],
)
def test_years_articles_and_numbered_titles_are_no_heads_of_pages(head: str, first: int) -> None:
    text = "\n\n".join(f"{head.format(n=n)}\n\n{part}" for n, part in enumerate(PARTS, first))
    assert "running-head" not in cuts(text).values()
