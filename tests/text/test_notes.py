"""Footnotes that Markdown's extensions write: each is told once, and nothing of a text is lost."""

from sitegen.text.notes import without_notes


def test_a_second_note_of_one_name_stays_in_the_text() -> None:
    """Two texts put together number their notes from 1."""
    text, notes = without_notes("Un pont[^1].\n\n[^1]: En bois.\n\nUn quai[^1].\n\n[^1]: En pierre.")
    assert notes == {"1": "En bois."}
    assert "En pierre." in text


def test_what_is_beyond_the_notes_of_a_text_stays_in_it() -> None:
    lines = [f"[^{n}]: Note {n}." for n in range(1, 1003)]
    text, notes = without_notes("\n".join(lines))
    assert len(notes) == 1000
    assert notes["1000"] == "Note 1000."
    assert text.split("\n") == lines[1000:]
