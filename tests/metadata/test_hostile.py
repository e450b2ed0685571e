# ruff: noqa: E501 - example sentences stand on one line each
"""Whatever is pasted, describing gives values and notes, in bounded time."""

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.metadata.evaluate import Tally, same_title
from tests.metadata.conftest import Reader

LINES = st.one_of(
    st.text(max_size=60),
    st.sampled_from(
        [
            "# Le pont de Valmont",
            "Par",
            "par Jeanne Morvan",
            "Publié le 31/02/2024",
            "© 2024",
            "Paris / ",
            "[x](https://x.com/share?url=%)",
            "![](//a.png)",
            "#Valmont",
            "À lire aussi",
            "LE PONT DE VALMONT EST FERMÉ",
            "Mercredi 30 février, le pont a fermé, dit le maire de la ville, qui cherche une issue pour tous.",
            "|",
            "***",
            "    a    b    c    d",
        ]
    ),
)
KEYS = [
    "title",
    "date",
    "lastmod",
    "author",
    "tags",
    "image",
    "source",
    "link",
    "language",
    "summary",
    "tilte",
]
VALUES = st.one_of(st.text(max_size=40), st.tuples(), st.tuples(st.text(max_size=20)))


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=25), st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=4))
def test_nothing_makes_it_fail(lines, meta):
    found = Reader()("\n".join(lines), **meta)
    for note in found.notes:
        assert str(note.message)[0].islower() or str(note.message)[0] in string.ascii_letters + "'\""
        assert not str(note.message).endswith(".")
    for field in (
        found.title,
        found.date,
        found.authors,
        found.source,
        found.link,
        found.summary,
        found.image,
    ):
        assert not field.candidates or field.candidates[0].value == field.value
    assert found.link.value == "" or found.link.value.startswith(("https://", "http://"))
    assert not any(ord(char) < 32 for char in found.title.value)


def test_the_same_input_gives_the_same_value():
    text = "Le pont de Valmont\nPar Jeanne Morvan\n3 mai 2024\nLe pont de Valmont a fermé pour des travaux, dit la mairie."
    assert Reader()(text) == Reader()(text)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 2_000_000,
        "Le pont. " * 100_000,
        "[" * 500_000,
        "12/12/" * 200_000,
        "par " * 300_000,
        "https://x.com/share?url=" * 50_000,
        "\n".join(["Le pont de Valmont 3 mai 2024"] * 20_000),
        "\n".join(f"Par Jeanne Morvan {number}" for number in range(20_000)),
        "#a" * 300_000,
        "©" * 300_000,
    ],
    ids=range(10),
)
def test_long_pages_take_bounded_time(text):
    Reader()(text)  # the suite's own time limit is the judge


def test_titles_are_compared_by_their_words():
    assert same_title("Le pont de Valmont : fermé", "Le Pont de Valmont fermé")
    assert not same_title("Le pont de Valmont", "La gare de Bréval")
    assert not same_title("", "")


def test_a_tally_counts():
    tally = (
        Tally()
        .plus("a", "a", right=True)
        .plus("a", "b", right=False)
        .plus("a", "", right=False)
        .plus("", "x", right=False)
    )
    assert (tally.right, tally.wrong, tally.missed, tally.extra) == (1, 1, 1, 1)
    assert tally.share == pytest.approx(1 / 3)
