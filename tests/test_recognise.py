# ruff: noqa: E501 - example sentences stand on one line each
from functools import cache
from pathlib import Path

import pytest

from sitegen.config.languages import load_languages
from sitegen.config.lexicon import compile_languages
from sitegen.config.sources import Profile
from sitegen.model import Declared, Document, Span
from sitegen.read.blocks import split_blocks
from sitegen.recognise import recognise

FIL = Profile("fil", "Le Fil", "https://lefil.example", ("lefil.example",), ("le fil des ponts",), "fr")
SAMPLES = {
    "fr": "Le vieux pont de la ville sera rénové avant l'été, a dit le maire qui veut aussi une passerelle pour les piétons.",
    "en": "The old bridge of the town will be rebuilt before the summer, said the mayor, who also wants a path for walkers.",
    "de": "Die alte Brücke der Stadt wird vor dem Sommer erneuert, sagte der Bürgermeister, der auch einen Weg für alle will.",
    "es": "El viejo puente de la ciudad será renovado antes del verano, según el alcalde, que quiere también una pasarela para los vecinos.",
    "it": "Il vecchio ponte della città sarà rinnovato prima dell'estate, secondo il sindaco che vuole anche una passerella per gli abitanti.",
    "ru": "Старый мост в городе будет обновлён до лета, сказал мэр, который также хочет построить дорожку для пешеходов.",
    "hy": "Քաղաքի հին կամուրջը կվերանորոգվի մինչև ամառ, ասել է քաղաքապետը, որը նաև ցանկանում է ճանապարհ կառուցել։",
    "ar": "سيتم تجديد الجسر القديم في المدينة قبل الصيف كما قال رئيس البلدية الذي يريد أيضا طريقا للمشاة من أجل السكان على الضفة",
    "fa": "پل قدیمی شهر تا تابستان بازسازی می شود و شهردار گفت که این پل برای مردم است و راهی هم برای پیاده ها می سازد",
    "tr": "Şehrin eski köprüsü yaza kadar yenilenecek ve belediye başkanı yayalar için de bir yol istiyor, bu da çok önemli olarak görülüyor.",
    "az": "Şəhərin köhnə körpüsü yaya qədər təmir ediləcək və bələdiyyə sədri bu yol ilə piyadalar üçün də keçid olacaq, bildirib.",
}


@cache
def lexicon():
    files = {
        path.as_posix(): path.read_text("utf-8")
        for path in Path(__file__).parents[1].glob("content/languages/*.toml")
    }
    return compile_languages(load_languages(files)[0])


def look(text, profiles=(), **meta):
    entries = tuple(Declared(key, value, Span(2, 2)) for key, value in meta.items())
    return recognise(
        Document("a.txt", "capture", entries, split_blocks(text.split("\n"))), profiles, lexicon()
    )


@pytest.mark.parametrize(("language", "text"), SAMPLES.items())
def test_the_language_is_told_from_the_text(language, text):
    assert look(text).language == language


def test_a_short_text_is_in_the_site_s_language_where_it_may_be_in_another_too():
    short = "Le marché couvert de Valserre compte désormais quarante étals."
    for text, language in ((short, "fr"), (SAMPLES["de"], "de"), (SAMPLES["es"], "es")):
        document = Document("a.txt", "capture", (), split_blocks([text]))
        assert recognise(document, (), lexicon(), "fr").language == language


def test_menus_of_another_language_do_not_count():
    assert look("Home\nAbout us\nThe news of the day\n" + SAMPLES["fr"] * 2).language == "fr"


def test_front_matter_wins():
    assert look(SAMPLES["fr"], language="en-GB").language == "en-gb"
    assert look(SAMPLES["fr"], lang="HY").language == "hy"
    assert look(SAMPLES["fr"], Langue="de").language == "de"
    assert look(SAMPLES["fr"], lang="le français !").language == "fr"


@pytest.mark.parametrize("text", ["", "Valmont", "12 34 56", "…"])
def test_too_little_text_tells_nothing(text):
    assert look(text).language == ""


@pytest.mark.parametrize(
    "text",
    [
        "[Partager](https://x.com/share?url=https%3A%2F%2Fwww.lefil.example%2Fpont%2F)",
        "[le 3 mai](https://www.lefil.example/pont/)",
        "©lefil.example",
        "Bienvenue sur Le Fil des Ponts",
    ],
)
def test_a_source_is_known_by_its_links_or_words(text):
    assert look(f"{text}\n{SAMPLES['fr']}", (FIL,)).profile == "fil"


def test_front_matter_names_the_source():
    assert look(SAMPLES["fr"], (FIL,), source="Le Fil").profile == "fil"
    assert look(SAMPLES["fr"], (FIL,), link="https://lefil.example/pont").profile == "fil"


def test_one_link_among_many_is_no_source():
    others = " ".join(f"[a](https://site{number}.example/a)" for number in range(9))
    assert look(f"{others} [b](https://lefil.example/b)\n{SAMPLES['fr']}", (FIL,)).profile == ""


@pytest.mark.parametrize("key", ["source", "journal", "source_url", "link", "lien", "canonical_url", "url"])
def test_front_matter_tells_the_source_under_every_key_that_may_hold_it(key):
    assert look(SAMPLES["fr"], (FIL,), **{key: "https://lefil.example/pont"}).profile == "fil"


def test_a_profile_tells_the_language_where_the_text_does_not():
    assert look("[Pont](https://lefil.example/b)", (FIL,)).language == "fr"
