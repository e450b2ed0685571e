"""Short invented items of all seventeen root subjects, as many of each as of the others."""

import tomllib
from functools import cache

import pytest

from sitegen.classify.evaluate import macro_f1
from sitegen.classify.themes import root_scores
from tests.classify.taxonomy import ROOT, labels, taxonomy

SETS = ROOT / "tests" / "classify" / "sets"
GATES = [("fr", 0.91), ("en", 0.92)]  # these may only rise
SURE = 0.9  # of the labels said to be sure, so many are right


@cache
def items(language):
    of = {theme.id: theme.medtop_root[:2] for theme in taxonomy().themes.themes}
    with (SETS / f"themes-{language}.toml").open("rb") as file:
        rows = tomllib.load(file)["news"]
    found = []
    for row in rows:
        given = labels(row["title"], row["text"], language).themes
        root = of[given[0].id] if given else ""
        wanted = root if root in row["themes"] else row["themes"][0]
        found.append((wanted, root, bool(given) and given[0].sure))
    return found


@pytest.mark.parametrize(("language", "gate"), GATES)
def test_the_root_subjects_of_short_news(language, gate):
    found = items(language)
    assert len({wanted for wanted, _, _ in found}) == 17
    assert macro_f1([(wanted, given) for wanted, given, _ in found]) >= gate


@pytest.mark.parametrize("language", ["fr", "en"])
def test_what_is_said_to_be_sure_is_right(language):
    sure = [wanted == given for wanted, given, sure in items(language) if sure]
    assert len(sure) >= len(items(language)) / 3
    assert sum(sure) / len(sure) >= SURE


def test_a_subject_unknown_to_the_model_is_not_shouted_down():
    words = {"05000000": 20.0, "11000000": 8.0, "15000000": 0.0}
    quiet = {"11000000": 0.3, "15000000": 0.1}  # never taught what education is
    scores = root_scores(words, quiet)
    assert max(scores, key=scores.__getitem__) == "05000000"


def test_a_model_that_recognises_the_text_outweighs_the_words():
    words = {"05000000": 20.0, "11000000": 14.0, "15000000": 0.0}
    loud = {"05000000": 0.0, "11000000": 1.0, "15000000": 0.0}
    scores = root_scores(words, loud)
    assert max(scores, key=scores.__getitem__) == "11000000"
