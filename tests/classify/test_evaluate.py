"""The evaluation's own arithmetic, on rows made for it."""

import json

from sitegen.classify.evaluate import evaluate_countries, evaluate_themes, macro_f1, read_rows
from sitegen.classify.model import read_model
from tests.classify.taxonomy import taxonomy

ROWS = [
    {
        "id": "a/1",
        "title": "un pont rouvre",
        "body": "À Erevan, la mairie a rouvert le pont.",
        "primary": "AM",
    },
    {"id": "a/2", "title": "un pont ferme", "body": "À Rabat, la mairie a fermé le pont.", "primary": "AM"},
    {"id": "b/1", "title": "Le match", "body": "Les joueurs du club ont gagné la finale.", "theme": "15"},
    {
        "id": "b/2",
        "title": "Le film",
        "body": "Le festival de cinéma a primé l'actrice.",
        "themes": ["08", "01"],
    },
]


def rows():
    return read_rows("\n".join(json.dumps(row) for row in ROWS))


def test_countries_by_split():
    report = evaluate_countries(rows(), taxonomy())
    assert report.figure("title does not name it", "right") == 0.5
    assert report.figure("as published", "right") == 1.0
    assert report.wrong == (("a/2", "AM", "MA"),)
    assert "a/2" in report.table()


def test_any_of_the_themes_that_count_as_right_is_right():
    report = evaluate_themes(rows(), taxonomy())
    assert report.figure("all", "right") == 1.0
    assert report.figure("b", "F1") == 1.0


def test_macro_f1_counts_each_class_once():
    assert macro_f1([("01", "01"), ("01", "01"), ("02", "01")]) == 0.4
    assert macro_f1([]) == 0.0


def test_a_weights_file_of_another_kind_is_no_model():
    assert read_model("{}") is None
    assert read_model("not json") is None
    assert read_model('{"format": "sitegen-themes-1"}') is None
