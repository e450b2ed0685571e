"""What a social network's habits leave in a text: tags after the last sentence, a thread's counters."""

import json

import pytest

from tests.clean.given import body, cleaned
from tests.conftest import SmallSite

FIRST = (
    "Le pont de Valbrune est fermé depuis mardi, et personne ne sait quand les bus y passeront de nouveau."
)
SECOND = (
    "La mairie attend le rapport des experts, qui ont trouvé des fissures sous la deuxième arche du pont."
)
THIRD = "En attendant, les élèves de la rive gauche font un détour de six kilomètres pour gagner le lycée."


@pytest.mark.parametrize("tags", ["#énergie", "#pont #travaux", "#pont, #travaux"])
def test_a_tag_after_the_last_sentence_is_no_word_of_the_text(tags: str) -> None:
    assert body(f"{FIRST} {tags}\n\n{SECOND}") == f"{FIRST}\n\n{SECOND}"


@pytest.mark.parametrize(
    "end",
    ["Tout le monde parle de #Valbrune.", "Le mot du jour est #MeToo", "À qui la faute ? #Valbrune attend."],
)
def test_a_tag_in_a_sentence_stays_as_its_word(end: str) -> None:
    assert body(f"{FIRST}\n\n{SECOND} {end}") == f"{FIRST}\n\n{SECOND} {end.replace('#', '')}"


@pytest.mark.parametrize(
    "text",
    [
        f"1/3 {FIRST}\n\n2/3 {SECOND}\n\n3/3 {THIRD}",
        f"{FIRST} (1/3)\n\n{SECOND} (2/3)\n\n{THIRD} (3/3)",
        f"🧵 1/3\n\n{FIRST}\n\n2/3\n\n{SECOND}\n\n3/3\n\n{THIRD}",
        f"{FIRST} 🧵👇\n\n{SECOND}\n\n{THIRD} 🧵 3/3",
        f"🧵 {FIRST}\n\n{SECOND}\n\n{THIRD} 1/1 🧵 #pont",
    ],
)
def test_the_counters_of_a_thread_go(text: str) -> None:
    assert body(text) == f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


@pytest.mark.parametrize(
    "text",
    [
        f"{FIRST} 4/5\n\n{SECOND} 3/5\n\n{THIRD} 5/5",  # marks
        f"1/7 : {FIRST}\n\n2/7 : {SECOND}\n\n3/7 : {THIRD}",  # days of July
        f"{FIRST}\n\n{SECOND}\n\n{THIRD} 1/1",
        f"1/2 finale : {FIRST}\n\n1/4 de finale : {SECOND}",
    ],
)
def test_other_numbers_beside_a_slash_stay(text: str) -> None:
    assert body(text) == text


def test_what_was_taken_is_named() -> None:
    rules = [decision.rule for decision in cleaned(f"1/2 {FIRST} #pont\n\n2/2 {SECOND}").decisions]
    assert rules == ["closing-hashtags thread-counter", "thread-counter"]


def test_title_summary_and_tags_of_a_thread(site: SmallSite) -> None:
    """The counter shows in neither; the tag that went from the text stays a tag."""
    site.write("seeds/fil.txt", f"🧵 1/3 {FIRST} #travaux\n\n2/3 {SECOND}\n\n3/3 {THIRD}")
    site.build()
    (item,) = json.loads((site.public / "api/articles.json").read_text())["articles"]
    assert item["title"].startswith("Le pont de Valbrune")
    assert "/3" not in item["title"] + item["summary"]
    assert item["tags"] == ["travaux"]


def test_a_post_that_is_all_there_is_keeps_its_words() -> None:
    assert body(f"Mairie d'Exemple\n@mairie_exemple\n{FIRST}\n12:41 PM · 3 mai 2024 · 12 k vues") == FIRST


def test_who_speaks_in_an_exchange_of_messages_stays_and_who_passed_one_on_goes() -> None:
    exchange = """\
[24/11/2026, 09:14:22] Anne Témoin: Le maire a promis de rouvrir le pont avant la fin de l'année.

[24/11/2026, 09:15:22] Paul Exemple: Il l'avait promis l'an dernier aussi, et rien n'a été fait depuis."""
    assert body(exchange) == exchange
    passed_on = exchange.splitlines()[0]
    assert body(passed_on) == "Le maire a promis de rouvrir le pont avant la fin de l'année."


def test_what_is_planned_for_an_hour_keeps_its_name() -> None:
    planned = "24/11/2026, 20:30 - Concert : Mozart et Bach, par la fanfare de Valbrune et ses élèves."
    assert body(planned) == planned
