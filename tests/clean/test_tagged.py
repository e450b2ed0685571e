"""Lines of tags above and under a text go, and are its tags."""

import json

import pytest

from tests.clean.given import body, cuts
from tests.conftest import SmallSite

FIRST = (
    "Le pont de Valbrune est fermé depuis mardi, et personne ne sait quand les bus y passeront de nouveau."
)
SECOND = (
    "La mairie attend le rapport des experts, qui ont trouvé des fissures sous la deuxième arche du pont."
)
TEXT = f"{FIRST}\n\n{SECOND}"
LINES = [
    "Tags : Valbrune, travaux publics",
    "Mots-clés : Valbrune, travaux publics",
    "Étiquettes: Valbrune, travaux publics",
    "Thèmes : Valbrune • travaux publics",
    "Filed under: Valbrune, travaux publics",
    "Topics: Valbrune, travaux publics",
    "Étiquettes\nValbrune\ntravaux publics",
    "Sujets associés :\n\n* Valbrune\n* travaux publics",
    "Topics\nValbrune\ntravaux publics",
]


@pytest.mark.parametrize("tags", LINES)
def test_tags_under_a_text_go_and_are_its_tags(site: SmallSite, tags: str) -> None:
    assert body(f"{TEXT}\n\n{tags}") == TEXT
    site.write("seeds/pont.txt", f"Le pont ferme\n\n{TEXT}\n\n{tags}\n")
    site.build()
    (item,) = json.loads((site.public / "api/articles.json").read_text())["articles"]
    assert item["tags"] == ["Valbrune", "travaux publics"]


@pytest.mark.parametrize("tags", LINES)
def test_tags_above_a_text_go(tags: str) -> None:
    assert body(f"{tags}\n\n{TEXT}") == TEXT


def test_what_the_front_matter_says_wins(site: SmallSite) -> None:
    site.write("content/articles/pont.md", f"---\ntitle: Le pont\ntags: [rail]\n---\n{TEXT}\n\n{LINES[0]}\n")
    site.build()
    (item,) = json.loads((site.public / "api/articles.json").read_text())["articles"]
    assert item["tags"] == ["rail"]


@pytest.mark.parametrize(
    "line",
    [
        "Thèmes : c'est ainsi que les négociateurs nomment les chapitres de l'accord.",
        "Sujet : l'eau, encore et toujours, soupire le maire en ouvrant le conseil.",
        "Étiquettes : le sucre d'abord. Le sel ensuite.",
        "Étiquettes",
    ],
)
def test_a_sentence_or_a_subhead_that_begins_so_stays(line: str) -> None:
    text = f"{FIRST}\n\n{line}\n\n{SECOND}"
    assert body(text) == text


def test_a_list_of_tags_stops_before_other_articles_and_sentences() -> None:
    cut = cuts(f"{TEXT}\n\nÉtiquettes\n\nValbrune\n\nLe pont rouvrira au printemps.")
    assert "Le pont rouvrira au printemps." not in cut
