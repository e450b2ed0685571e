"""Saved selections: what an editor may write, and what they select."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from sitegen.config.feeds import check_selections, load_selections, matches
from sitegen.model import Source
from tests.feed.sites import make_article

GROUPS = {"caucase-du-sud": ("AM", "AZ", "GE")}


def selection(text, name="essai"):
    found, notes = load_selections({f"content/feeds/{name}.toml": f'name = "Essai"\n{text}'})
    assert notes == ()
    return found[0]


def chosen(text, **changes):
    return matches(selection(text), make_article(1, **changes), GROUPS)


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ('countries = ["am"]', {"countries": ("FR", "AM")}, {"countries": ("FR",)}),
        ('countries = ["Monde"]', {"countries": ("monde",)}, {"countries": ("FR",)}),
        ('groups = ["caucase-du-sud"]', {"countries": ("GE",)}, {"countries": ("FR",)}),
        ('countries = ["FR"]\ngroups = ["caucase-du-sud"]', {"countries": ("FR",)}, {"countries": ("IT",)}),
        ('themes = ["sport", "culture"]', {"themes": ("culture",)}, {"themes": ()}),
        ('not_themes = "sport"', {"themes": ()}, {"themes": ("culture", "sport")}),
        (
            'sources = ["agence.example.org"]',
            {"link": "https://www.agence.example.org/1", "source": None},
            {"link": "", "source": None},
        ),
        (
            'sources = ["La Gazette"]',
            {"source": Source("LA GAZETTE"), "link": ""},
            {"source": Source("Gazette"), "link": ""},
        ),
        ('language = ["en"]', {"language": "en-GB"}, {"language": "fr"}),
        ('words = ["élection"]', {"title": "L’Élection du maire"}, {"title": "Les sélections"}),
        ('words = ["cessez-le-feu"]', {"summary": "Un cessez‑le‑feu tient"}, {"summary": "Le feu cesse"}),
        ('words = ["port"]', {"tags": ("Port",)}, {"tags": ("sport",), "title": "Sport", "summary": ""}),
        ('not_language = ["en"]\nnot_words = ["foot"]', {"language": "fr"}, {"title": "Du foot !"}),
        ('countries = ["AM"]\nthemes = ["culture"]', {"themes": ("culture",)}, {"themes": ("sport",)}),
    ],
)
def test_conditions(text, yes, no):
    assert chosen(text, **yes)
    assert not chosen(text, **no)


def test_files_come_in_order_of_their_ids():
    files = {f"content/feeds/{name}.toml": 'name = "N"\nwords = ["a"]' for name in ("b", "a")}
    assert [one.id for one in load_selections(files)[0]] == ["a", "b"]


@pytest.mark.parametrize(
    ("text", "name", "line", "words"),
    [
        ('words = ["a"]', "essai", 1, "a title for readers"),
        ('name = "N"', "essai", 1, "selects nothing"),
        ('name = "N"\nwords = [1]', "essai", 2, "list of texts"),
        ('name = "N"\nwords = ["a"]\ndescription = 3', "essai", 3, "expected text"),
        ('name = "N"\nwords = ["a"]', "Mes Choix", 1, "part of an address"),
        ('name = "N"\nwords = [', "essai", 2, "not valid TOML"),
    ],
)
def test_mistakes_are_named_with_their_line(text, name, line, words):
    found, notes = load_selections({f"content/feeds/{name}.toml": text})
    assert found == ()
    assert any(words in str(note.message) and note.line() == line and note.level == "error" for note in notes)


def test_unknown_key_is_a_warning_with_a_hint():
    found, notes = load_selections({"content/feeds/a.toml": 'name = "N"\nwords = ["a"]\ntheme = ["b"]'})
    assert len(found) == 1
    assert [(note.level, note.line(), str(note.hint)) for note in notes] == [
        ("warning", 3, "did you mean 'themes'?")
    ]


def test_unknown_ids_are_warned_of():
    one = selection('countries = ["XX", "AM"]\nnot_themes = ["nulle"]\ngroups = ["nulle-part"]')
    notes = check_selections((one,), {"AM"}, {"sport"}, GROUPS)
    assert [str(note.message) for note in notes] == [
        "no country has the id 'XX'",
        "no group has the id 'nulle-part'",
        "no theme has the id 'nulle'",
    ]


def test_the_projects_own_selections_hold():
    folder = Path(__file__).parents[2] / "content" / "feeds"
    files = {f"content/feeds/{path.name}": path.read_text("utf-8") for path in folder.glob("*.toml")}
    found, notes = load_selections(files)
    assert notes == ()
    south = next(one for one in found if one.id == "caucase-sans-sport")
    article = replace(make_article(1), countries=("AM",), themes=("culture",))
    assert matches(south, article, GROUPS)
    assert not matches(south, replace(article, themes=("sport",)), GROUPS)
