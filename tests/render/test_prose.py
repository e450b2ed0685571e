"""Markdown read without a parser comes out as with one, and most of a press text is read so."""

from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.render import markdown
from sitegen.render.markdown import to_html
from sitegen.render.picture import Picture
from sitegen.render.prose import Block, blocks

SIGNS = (
    "# ", "## ", "#", "- ", "* ", "-", "1. ", "12. ", "> ", "**", "*", "***", "_", "`", "[", "](", ")", "!",
    "<", ">", "\n", "\n\n", "\n\n", " \n", "  \n", "\n \n", "    ", "\t", "|", "---", "===", "\\", "&", ";",
    "&amp;", "é", "mot ", "mot", " mot", "Gavar", ".", ",", "«\u00a0", "\u00a0", "l'eau", " : ", "3", "http",
    "[ici](/pays/)", "[a b](https://e.example.org/x?q=1&r=%20)", "[A](https://e.example.org)", "](https://",
    "**Gavar**", "*Gavar*", "**", "- un\n- deux", "\n- un", "R&D", "[x]: /y", "a@b.example", "\u2028", "\x1c",
    "😀", "+", "+ ", "~", "=", ":", "\x0b", "\x85",
)  # fmt: skip


def by_the_parser(text: str, **options: object) -> str:
    with patch.object(markdown, "blocks", lambda text: [Block("parse", text)]):
        return to_html(text, **options)


@settings(max_examples=600)
@given(st.lists(st.sampled_from(SIGNS) | st.text(max_size=3), max_size=30).map("".join))
def test_any_text_comes_out_as_with_the_parser(text):
    assert to_html(text) == by_the_parser(text)


LINES = st.sampled_from(
    (
        "Le pont de Gavar a rouvert.", "**Gavar** compte 12 %", "## Le pont", "### La suite ", "- un pont",
        "- deux [ponts](/pays/)", "  suite en retrait", "1. premier", "2. second", "> une citation", "---",
        "Voir [ici](https://e.example.org/a-b/?x=1,2) et *là*.", "| a | b |", "|---|---|", "12 ans", "===",
        "Deux  ", "***a***", "**a** *b* **c**", "a**b**c", "*a*b*c*", "![x](/y.png)", "[a](/b) [c](/d)",
        "_e_", "", "* un", "***", "-", "- ",
    )
)  # fmt: skip


@settings(max_examples=600)
@given(st.lists(st.tuples(LINES, st.sampled_from(("\n", "\n\n", "\n  \n", "\n\n\n"))), max_size=14))
def test_so_do_lines_of_an_article(rows):
    text = "".join(part for row in rows for part in row)
    assert to_html(text) == by_the_parser(text)


PICTURES = {
    "images/port.jpg": Picture("/images/port.abc.jpg", 20, 10),
    "/y.png": Picture("/images/y.png", 1, 1),
}
IMAGES = (
    "![Le port](images/port.jpg)", "![Le port : « là »](/y.png)", "![](/y.png)", "![ a ](images/port.jpg)",
    "![a](b)", "![x](https://e.example.org/a.png?b=1&c=%20)", "![x](javascript:y)",
    "![x](//e.example.org/a)", "![!](a!b)", "![a](/y.png) ", " ![a](/y.png)", "![a](/y.png)\n![b](/y.png)",
    "- ![a](/y.png)", "![a]( /y.png)", "![a][b]", "![a](a.B)", "![a](%zz)", "![a](/%zz)", "![a](..//y.png)",
    "![a](a:b)",
)  # fmt: skip


@settings(max_examples=200)
@given(st.lists(st.sampled_from(IMAGES) | LINES, max_size=6).map("\n\n".join))
def test_so_do_pictures(text):
    assert to_html(text, images=PICTURES) == by_the_parser(text, images=PICTURES)


PLAIN = [
    ("a paragraph", "Le pont de Gavar a rouvert : « enfin ! », dit-on."),
    ("its lines", "Un vers\nun autre"),
    ("a link", "Voir [le rapport](https://e.example.org/a/b?c=1)."),
    ("a link of the site", "Voir [le pays](/pays/armenie/)."),
    ("strong and emphasised words", "**Gavar** et *Sevan*"),
    ("a heading", "## Le pont"),
    ("a list", "- un pont\n- un quai"),
    ("an ampersand", "Recherche & développement, R&D"),
    ("a year", "2021 fut sec."),
    ("a picture", "![Le port](images/port.jpg)"),
    ("a picture of elsewhere", "![](https://e.example.org/a.png?b=1)"),
]


@pytest.mark.parametrize("text", [case[1] for case in PLAIN], ids=[case[0] for case in PLAIN])
def test_no_parser_is_asked_for(text):
    assert not {block.kind for block in blocks(text)} & {"parse", "words"}


PARSED = [
    ("a numbered list", "1. un\n2. deux"),
    ("a quotation", "> Non."),
    ("an entity", "Caf&eacute;"),
    ("a table", "| a |\n|---|\n| b |"),
    ("an underlined title", "Titre\n====="),
    ("a picture with a title", '![Le port](port.jpg "Le port")'),
    ("a picture among words", "Voir ![Le port](port.jpg)"),
    ("a picture whose words are marked", "![Le *port*](port.jpg)"),
    ("marks within a word", "f**o**o"),
    ("marks that meet", "***a***"),
    ("a list with a blank line inside", "- un\n\n- deux"),
    ("what is set in below a list", "- un\n\n  suite"),
]


@pytest.mark.parametrize("text", [case[1] for case in PARSED], ids=[case[0] for case in PARSED])
def test_the_parser_decides_what_is(text):
    assert {block.kind for block in blocks(text)} <= {"parse", "words"}
