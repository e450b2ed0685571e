"""What is given and what is found: an editor's word, front matter, the page's line, nothing."""

from sitegen.model import Declared, Span

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


def test_front_matter_wins_over_the_page(read, body):
    title = read(f"# {TITLE}\n\n{body}", title="Un pont à sauver").title
    assert (title.value, title.origin) == ("Un pont à sauver", "front-matter-title")
    assert title.candidates[1].value == TITLE
    assert not title.inferred


def test_the_key_may_be_in_any_case(read, body):
    assert read(body, TITLE="Un pont à sauver").title.value == "Un pont à sauver"


def test_a_heading_above_the_article(read, body):
    title = read(f"Accueil\n\nSociété\n\n# {TITLE}\n\n{body}").title
    assert (title.value, title.origin) == (TITLE, "heading")
    assert title.candidates[0].where.span.line == 5


def test_a_plain_line_above_the_article(read, body):
    title = read(
        f"Accueil\nSociété\nÉconomie\n{TITLE}\nPar Jeanne Morvan\nPublié le 3 mai 2024 à 8h10\n{body}"
    ).title
    assert (title.value, title.origin) == (TITLE, "title-line")


def test_an_override_wins_over_everything(read, body):
    title = read(
        f"# {TITLE}\n\n{body}", override=(Declared("title", "Le bon titre", Span(1, 1)),), title="Autre"
    ).title
    assert (title.value, title.origin) == ("Le bon titre", "override")


def test_a_title_that_is_a_list_is_pointed_at(read, body):
    (note,) = read(body, title=("a", "b")).notes
    assert (note.code, note.level, note.line()) == ("value-type", "warning", 2)


def test_control_characters_stay_out(read, body):
    assert read(body, title="Un\x00 pont\u202e à sauver").title.value == "Un pont à sauver"


def test_an_empty_page_has_no_title(read):
    assert read("").title.value == ""
