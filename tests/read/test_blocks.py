"""Lines into blocks."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.config.languages import load_languages
from sitegen.config.lexicon import compile_languages
from sitegen.read import split_blocks

LANGUAGES = Path(__file__).parents[2] / "content/languages"
HYPHENS = compile_languages(
    load_languages({path.name: path.read_text("utf-8") for path in LANGUAGES.glob("*.toml")})[0]
).hyphens


def shapes(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in split_blocks(text.split("\n"), hyphens=HYPHENS)]


def test_a_dump_has_a_block_a_line() -> None:
    text = "Un premier paragraphe qui finit ici.\nUn second qui finit là.\nPartager"
    assert [kind for kind, _ in shapes(text)] == ["paragraph"] * 3


def test_text_wrapped_by_hand_is_joined() -> None:
    assert shapes(WRAPPED) == [("paragraph", WRAPPED.replace("\n", " "))]


def test_a_title_and_a_date_in_a_row_are_not_wrapped_text() -> None:
    text = (
        "Bulletin de quartier d'une petite ville au bord du fleuve\nLe pont de bois rouvre aux passants\n"
        "le 18 mai 2024\n\n" + "Le pont est resté fermé deux ans. " * 6 + "\n\n" + "Il rouvre en fête. " * 9
    )
    assert len(shapes(text)) == 5


def test_a_poem_keeps_its_lines() -> None:
    text = "Sous le vent des collines\nla rivière s’endort\nun merle dessine\nle silence du bord"
    assert len(shapes(text)) == 4


def test_a_poem_of_long_verses_keeps_its_lines() -> None:
    text = (
        "Le batelier du soir a rangé sous le vieux pont\nSes rames de bois clair et ses filets de corde\n"
        "Tandis que sur la rive un chien jaune répond\nAu grelot des brebis que la brume déborde"
    )
    assert len(shapes(text)) == 4


def test_wrapped_text_may_break_before_a_name() -> None:
    text = (
        "Le conseil municipal a élu hier soir la conseillère\nClaire Lamontagne, qui préside désormais la\n"
        "bibliothèque et les archives de la petite ville du\nbord du fleuve, fermées depuis deux ans."
    )
    assert shapes(text) == [("paragraph", text.replace("\n", " "))]


WRAPPED = (
    "Le conseil municipal a voté hier soir le budget de la\n"
    "bibliothèque, qui doit rouvrir au printemps après deux\n"
    "années de travaux."
)


def test_text_is_wrapped_before_an_address_that_does_not_fit() -> None:
    address = "https://releve.example.org/2025/03/04/la-bibliotheque-rouvre-au-printemps"
    rest = f"rapport]({address}), remis\njeudi à la ville par un cabinet que la mairie a choisi."
    joined = f"Elle le dit [dans un {rest}".replace("\n", " ")
    assert shapes(f"{WRAPPED}\n\nElle le dit [dans un\n{rest}")[1:] == [("paragraph", joined)]


def test_addresses_do_not_tell_how_wide_text_is() -> None:
    joined = ("paragraph", WRAPPED.replace("\n", " "))
    for size in (118, 130):
        address = "https://releve.example.org/".ljust(size, "x")
        assert shapes(f"{WRAPPED}\n{address}\n\n{WRAPPED}")[-1] == joined, size


def test_two_long_lines_among_many_wrapped_ones_change_nothing() -> None:
    long = "Un relevé de la bibliothèque que personne n'a jamais coupé à la largeur de la page, " * 2
    text = "\n\n".join([*[WRAPPED] * 30, f"{long.strip()}\n{long.strip()}"])
    assert [kind for kind, _ in shapes(text)] == ["paragraph"] * 31


def test_a_wrapped_block_quote_is_joined_and_its_paragraphs_are_not() -> None:
    quoted = "\n".join(f"> {line}" for line in WRAPPED.split("\n"))
    joined = ("quote", f"> {WRAPPED}".replace("\n", " "))
    assert shapes(f"{WRAPPED}\n\n{quoted}\n>\n{quoted}")[1:] == [joined, ("quote", ">"), joined]
    assert [kind for kind, _ in shapes(f"Il l'a dit.\n\n{quoted}")] == ["paragraph"] + ["quote"] * 3
    full = WRAPPED.split("\n", maxsplit=1)[0]
    address = "> https://releve.example.org/2025/03/04/la-bibliotheque-rouvre"
    for line, after in (
        (f"> {full}", "> - un tiret"),
        (f"> {full}", ">"),
        (">", address),
        (f"> {full}", full),
    ):
        assert len(shapes(f"{WRAPPED}\n\n{line}\n{after}")) == 3, after


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("ces espa-", "ces humides", "ces espaces humides"),
        ("le vingt-", "et-un janvier", "le vingt-et-un janvier"),
        ("tous les quatre-", "vingts ans", "tous les quatre-vingts ans"),
        ("c'est-à-", "dire demain", "c'est-à-dire demain"),
        ("c'est-", "à-dire demain", "c'est-à-dire demain"),
        ("a-t-", "elle dit", "a-t-elle dit"),
        ("a-", "t-elle dit", "a-t-elle dit"),
        ("ceux-", "là mêmes", "ceux-là mêmes"),
        ("le Covid-", "19 recule", "le Covid-19 recule"),
        ("le centre de Port-", "Soudan", "le centre de Port-Soudan"),
        ("en Île-", "de-France", "en Île-de-France"),
        ("les trente-", "naires", "les trentenaires"),
        ("à Saint-Ger-", "main", "à Saint-Germain"),
        ("l'hépatite b-", "la pire", "l'hépatite b- la pire"),
        ("les recen\u00ad", "sés", "les recensés"),
        ("les pré-", "et post-opératoires", "les pré- et post-opératoires"),
        ("son abat-", "jour vert", "son abat-jour vert"),  # it stands whole elsewhere in the text
    ],
)
def test_words_parted_at_a_line_s_end_are_put_together_and_compounds_keep_their_hyphen(
    before: str, after: str, whole: str
) -> None:
    text = (
        f"Le ministre a présenté ce lundi le plan national pour {before}\n{after} et toutes les zones du"
        " pays, un abat-jour\nà la main, dans les estuaires de la Loire et de la Seine."
    )
    ((kind, joined),) = shapes(text)
    assert kind == "paragraph"
    assert f"pour {whole} et toutes" in joined


def test_a_word_parted_in_a_text_that_is_not_wrapped_is_one() -> None:
    text = (
        "Face à la flambée de choléra dans l'est du pays, l'association ouvre un centre de 120 lits près du"
        " port. Depuis octobre, 4 300 cas ont été recen-\nsés, dont 112 décès.\n\n"
        "Les besoins :\n- des fo-\nrêts ;"
    )
    assert [words.split(", ")[-2:] for _, words in shapes(text)] == [
        ["4 300 cas ont été recensés", "dont 112 décès."], ["Les besoins :"], ["- des forêts ;"],
    ]  # fmt: skip


PRESS_RELEASE = """COMMUNIQUÉ DE PRESSE
Lorval, le 25 novembre 2026
L'hôpital de Tréhou rouvre
Après dix-huit mois de fermeture, le centre hos-
pitalier intercommunal de Tréhou accueillera de
nouveau des naissances à partir du mardi 1er dé-
cembre 2026. Trois sages-femmes ont été recrutées.
« C'est une victoire pour les familles du haut
pays », se félicite Anne Delorme, directrice de
l'établissement.
Les chiffres clés :
– 380 naissances attendues par an ;
– 12 lits.
Contact presse : Karim Aït-Yahia
"""


def test_the_lines_of_a_page_that_parts_words_are_joined_though_most_are_no_prose() -> None:
    joined = [words for _, words in shapes(PRESS_RELEASE)]
    assert joined[3].endswith(
        "accueillera de nouveau des naissances à partir du mardi 1er décembre 2026. Trois"
        " sages-femmes ont été recrutées."
    )
    assert joined[4] == (
        "« C'est une victoire pour les familles du haut pays », se félicite Anne Delorme, directrice de"
        " l'établissement."
    )
    others = [line for at, line in enumerate(PRESS_RELEASE.splitlines()) if not 3 <= at <= 9]
    assert joined[:3] + joined[5:] == others


def test_a_line_that_ends_with_a_dash_or_before_a_new_block_stays_a_line() -> None:
    for text in (
        "Sport -\nfootball",
        "Le sous-\n\nsol",
        "Le sous-\n- sol",
        "Lundi 12-\nMardi 13",
        "Rubriques-\nSport",
    ):
        assert len(shapes(text)) == 2, text


def test_a_word_processor_s_bullets_are_items() -> None:
    text = "Les vins :\n\uf0b7\tCricova\n\uf0a7Purcari\n\uf0d8 Mici"
    assert [kind for kind, _ in shapes(text)] == ["paragraph", "item", "item", "item"]


def test_markdown_signs() -> None:
    text = (
        "# Titre\n\nSous-titre\n---\n\n* un\n1. deux\n> cité\n![](x.jpg)\n***\n"
        "```\ncode\n```\n| a | b |\n|---|---|\n<!--x-->"
    )
    assert [kind for kind, _ in shapes(text)] == [
        "heading", "heading", "item", "item", "quote", "image", "rule", "code", "table", "html",
    ]  # fmt: skip


def test_an_unclosed_fence_swallows_nothing() -> None:
    assert [kind for kind, _ in shapes("```\nun\ndeux")] == ["paragraph"] * 3


def test_gaps_and_lines_are_counted() -> None:
    blocks = split_blocks(["a", "", "", "b"], first_line=10)
    assert [(block.span.line, block.gap) for block in blocks] == [(10, 0), (13, 2)]


@given(st.lists(st.text(max_size=60), max_size=20))
def test_every_line_that_holds_something_is_in_one_block(lines: list[str]) -> None:
    lines = [line.replace("\n", " ") for line in lines]
    covered = [n for block in split_blocks(lines) for n in range(block.span.line, block.span.end_line + 1)]
    assert len(covered) == len(set(covered))
    assert {n for n, line in enumerate(lines, 1) if line.strip()} <= set(covered)
