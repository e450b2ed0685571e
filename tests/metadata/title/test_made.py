"""A title made from the text."""

# ruff: noqa: E501 - example sentences stand on one line each


def test_without_a_title_one_is_made_and_marked(read, body):
    title = read(body).title
    assert title.inferred
    assert title.origin == "first-sentences"
    assert body.startswith(title.value[:40])
    assert len(title.value) <= 110
    assert not title.value.endswith((" ", ","))


def test_a_made_title_leaves_the_day_out(read):
    text = (
        "Ce lundi (6 mai 2024), la maire de Valmont a ouvert le chantier du vieux pont. Les travaux dureront huit mois "
        "et la circulation sera déviée par la rive gauche jusqu'à la fin de l'année."
    )
    assert read(text).title.value == "La maire de Valmont a ouvert le chantier du vieux pont"


def test_hashtags_become_words_in_a_made_title(read):
    text = "La #mairie de #Valmont ouvre le chantier du pont. Les travaux dureront huit mois, dit-elle dans un long communiqué."
    assert read(text).title.value == "La mairie de Valmont ouvre le chantier du pont"


def test_no_bracket_that_says_who_speaks_opens_a_title_that_is_made(read):
    text = "(Jeanne Morvan – Radio Fil) – Le vieux pont de pierre sera rendu aux piétons avant l'été. " * 3
    assert read(text).title.value == "Le vieux pont de pierre sera rendu aux piétons avant l'été"
