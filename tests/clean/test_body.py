"""Kept blocks as one text."""

from sitegen.clean.body import joined
from sitegen.read.blocks import split_blocks

SHORT = "sous le vent des collines\nla rivière s'endort\nun merle dessine\nle silence du bord"
LONG = (
    "les horaires d'hiver de la piscine municipale du bourg\n"
    "la liste des bassins ouverts pendant les vacances d'été\n"
    "le prix des entrées pour les habitants de la commune"
)


def again(text: str) -> str:
    """A text in blocks of a line each, put together: what cleaning does where it cuts nothing."""
    kept = [block for line, part in enumerate(text.split("\n"), 1) for block in split_blocks([part], line)]
    return joined([(block, block.text) for block in kept])


def test_a_stanza_keeps_its_lines_together() -> None:
    assert again(SHORT) == SHORT


def test_lines_that_would_be_read_as_wrapped_stand_apart() -> None:
    assert again(LONG) == LONG.replace("\n", "\n\n")
    assert len(split_blocks(again(LONG).split("\n"))) == 3
