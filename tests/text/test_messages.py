"""Sentences in a language: places, plurals, and what happens where a translation lacks something."""

import msgspec
import pytest

from sitegen.config.site import SiteConfig
from sitegen.model import Said, said
from sitegen.text.messages import DEFAULT, language_of, read_messages

FRENCH = """
singular = [0, 1]
decimal = ","

[messages]
"no text" = "aucun texte"
"{count} {count|block|blocks} cut" = "{count} {count|bloc coupé|blocs coupés}"
"{key}: {problem}" = "{key} : {problem}"
"the image '{path}' is gone" = "l'image « {path} » a disparu"
"{path} is gone" = "il manque {file}"
"it took {seconds}" = "cela a pris {seconds}"
"cannot be read: {reason}" = "illisible : {reason}"

[elsewhere]
"Permission denied" = "accès refusé"
"""


def french(message: Said) -> str:
    return read_messages("fr", (FRENCH,)).say(message)


@pytest.mark.parametrize(
    ("count", "in_french", "in_english"),
    [
        (0, "0 bloc coupé", "0 blocks cut"),
        (1, "1 bloc coupé", "1 block cut"),
        (2, "2 blocs coupés", "2 blocks cut"),
        (12_345, "12\N{NO-BREAK SPACE}345 blocs coupés", "12\N{NO-BREAK SPACE}345 blocks cut"),
    ],
)
def test_a_count_goes_with_its_noun(count: int, in_french: str, in_english: str) -> None:
    message = said("{count} {count|block|blocks} cut", count=count)
    assert french(message) == in_french
    assert str(message) == in_english


def test_a_sentence_in_a_sentence_is_in_the_same_language() -> None:
    message = said("{key}: {problem}", key="title", problem=said("no text"))
    assert french(message) == "title\N{NO-BREAK SPACE}: aucun texte"
    assert str(message) == "title: no text"


def test_the_template_is_set_as_french_is_and_what_is_filled_in_stays_as_it_is() -> None:
    message = said("the image '{path}' is gone", path="l'eau: {path} !.jpg")
    assert french(message) == "l’image «\N{NO-BREAK SPACE}l'eau: {path} !.jpg\N{NO-BREAK SPACE}» a disparu"


def test_a_measure_has_the_language_s_decimals() -> None:
    message = said("it took {seconds}", seconds=1.5)
    assert (french(message), str(message)) == ("cela a pris 1,50", "it took 1.50")


def test_what_the_system_says_is_known_too() -> None:
    message = said("cannot be read: {reason}", reason=Said("Permission denied"))
    assert french(message) == "illisible\N{NO-BREAK SPACE}: accès refusé"


def test_a_sentence_without_a_row_or_with_other_places_is_said_in_english() -> None:
    assert french(said("nobody translated {this}", this="that")) == "nobody translated that"
    assert french(said("{path} is gone", path="a.md")) == "a.md is gone"


def test_what_others_say_is_never_taken_for_a_template() -> None:
    assert french(Said("unexpected {count} in {path}")) == "unexpected {count} in {path}"


@pytest.mark.parametrize(
    "broken",
    [
        "[messages",
        "messages = 3",
        '[messages]\n"no text" = 3',
        "singular = 1\ndecimal = 2",
        "a." * 5000 + "b = 1",
    ],
)
def test_a_file_that_cannot_be_read_leaves_the_one_before(broken: str) -> None:
    known = read_messages("fr", (FRENCH, broken))
    assert known.say(said("no text")) == "aucun texte"
    assert known.say(said("{count} {count|block|blocks} cut", count=0)) == "0 bloc coupé"


def test_a_site_s_own_row_wins() -> None:
    own = '[messages]\n"no text" = "rien à lire"\n'
    assert read_messages("fr", (FRENCH, own)).say(said("no text")) == "rien à lire"


def test_a_sentence_is_kept_in_few_bytes_and_comes_back_whole() -> None:
    message = said("{key}: {problem}", key="title", problem=said("{count} gone", count=2))
    kept = msgspec.msgpack.encode(message)
    assert msgspec.msgpack.decode(kept, type=Said) == message
    assert len(kept) < 70


@pytest.mark.parametrize(
    ("site", "language"),
    [
        ("", "fr"),
        ('language = "en"', "en"),
        ('language = "fr"', "fr"),
        ('language = "de"', "fr"),
        ("language = 5", "fr"),
        ('language = "../../fr"', "fr"),
        ('language = "en', "fr"),
    ],
)
def test_the_language_is_the_site_s(site: str, language: str) -> None:
    assert language_of(site, has=lambda name: name == "fr") == language


def test_the_default_is_that_of_the_settings() -> None:
    assert SiteConfig().language == DEFAULT
