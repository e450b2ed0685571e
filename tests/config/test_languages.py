import datetime as dt
from pathlib import Path

import pytest

from sitegen.config.languages import load_languages
from sitegen.config.lexicon import compile_languages
from sitegen.text.bylines import byline, companions
from sitegen.text.dates import find_dates, moment
from sitegen.text.fold import fold
from sitegen.text.lines import unwrapped

FILES = {
    path.as_posix(): path.read_text("utf-8")
    for path in sorted((Path(__file__).parents[2] / "content/languages").glob("*.toml"))
}
LANGUAGES, NOTES = load_languages(FILES)
LEXICON = compile_languages(LANGUAGES)
SAMPLES = [(language.id, sample) for language in LANGUAGES for sample in language.samples]


def test_the_project_s_files_are_right():
    assert NOTES == ()
    assert {"fr", "en", "de", "es", "it", "ru", "hy", "az", "tr", "ar", "fa"} <= {one.id for one in LANGUAGES}


@pytest.mark.parametrize(("language", "sample"), SAMPLES, ids=lambda one: getattr(one, "text", one))
def test_samples_are_read_as_their_files_say(language, sample):
    words = LEXICON.of(language)
    if sample.field == "date":
        found = [
            one for one in find_dates(fold(sample.text), LEXICON.dates, day_first=words.day_first) if one.year
        ]
        assert [one.on(one.year).isoformat() for one in found] == ([sample.value] if sample.value else [])
    elif sample.field == "time":
        (one,) = find_dates(fold(sample.text), LEXICON.dates, day_first=words.day_first)
        zoned = one.offset is not None or one.town
        told = moment(one, one.on(one.year), dt.UTC) if zoned else None
        assert told == (dt.datetime.fromisoformat(sample.value) if sample.value else None)
    elif sample.field == "share":
        found = words.sharing.match(fold(sample.text))
        assert (found["network"] if found else "") == fold(sample.value)
    elif sample.field == "credit":
        found = words.credits.credit.search(fold(sample.text))
        assert (found[0].strip(" .:,") if found else "") == fold(sample.value)
    elif sample.field == "line":
        joined = "".join(unwrapped(*sample.text.split("\n"), LEXICON.hyphens))
        assert sample.value in joined if sample.value else "-" not in joined
    else:
        assert "; ".join(byline(sample.text, words) or companions(sample.text, words)) == sample.value


def load(text):
    return load_languages({"content/languages/xx.toml": text})


def test_a_file_gives_a_language():
    (language,), notes = load('name = "X"\nstop_words = "un deux"\nbyline = []\nletters = "é"\n')
    assert (language.id, language.stop_words, notes) == ("xx", ("un", "deux"), ())


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('name = "X"\nmonths = ["a"]', 2, "12 lists"),
        ('name = "X"\nscript = "klingon"', 2, "none of"),
        ('name = "X"\nbyline = "par"\nday_first = 1', 3, "expected true or false"),
        ('name = "X"\nagencies = [1]', 2, "list of texts"),
        ('name = "X"\nrelative = { hier = "x" }', 2, "number of days"),
        ('name = "X"\nzones = { CET = "60" }', 2, "minutes from UTC"),
        ('name = "X"\nzones = { CET = 6000 }', 2, "minutes from UTC"),
        ('name = "X"\ntowns = { Paris = "Europe/Pariss" }', 2, "no time zone"),
        ('name = "X"\ntowns = ["Paris"]', 2, "towns with their zone"),
        ('name = "X"\nzones = { CET = 60 }', 2, "[[sample]]"),
        ('name = "X"\nhyphen_after = "vice"', 2, "[[sample]]"),
        ('name = "X"\n[[sample]]\nfield = "time"\ntext = "x"\nvalue = "7h"', 2, "needs field"),
        ('name = "X"\n[[sample]]\nfield = "date"', 2, "needs field"),
        ('name = "X"\nbyline = ["par"]', 2, "[[sample]]"),
        ('name = "X"\nshare = ["partager"]', 2, "[[sample]]"),
        ('name = "X"\nnetworks = ["courriel"]', 2, "[[sample]]"),
        ('name = "X"\ncredit_marks = ["(DR)"]', 2, "[[sample]]"),
        ('name = "X"\ncredit_owners = ["DR"]', 2, "[[sample]]"),
        ('name = "X"\nstopwords = ""', 2, "unknown key"),
        ("months =", 1, "TOML"),
        ('letters = "é"', 1, "needs a name"),
    ],
)
def test_every_mistake_is_told_with_its_line(text, line, words):
    notes = load(text)[1]
    assert any(words in str(note.message) for note in notes)
    assert line in [note.line() for note in notes]


def test_words_of_unknown_languages_are_everyone_s():
    assert LEXICON.of("fr-CA").language == "fr"
    assert "par" in LEXICON.of("").byline
    assert "by" in LEXICON.of("").byline
