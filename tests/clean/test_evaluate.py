"""The measure itself."""

import json

from hypothesis import given
from hypothesis import strategies as st

from sitegen.clean.evaluate import Sample, Score, common_length, compare, measure, read_samples, tokens

WORDS = st.lists(st.sampled_from("abcd"), max_size=40)


def slow_common_length(first, second):
    row = [0] * (len(second) + 1)
    for token in first:
        before = 0
        for at, other in enumerate(second, 1):
            before, row[at] = row[at], before + 1 if token == other else max(row[at], row[at - 1])
    return row[-1]


@given(WORDS, WORDS)
def test_the_common_length_is_the_textbook_one(first, second):
    assert common_length(first, second) == slow_common_length(first, second)


def test_tokens_are_words_without_markdown():
    assert tokens("## Le **Titre**\n\n* [un lien](https://example.org/x) ![alt](a.jpg)") == [
        "le",
        "titre",
        "un",
        "lien",
    ]


def test_scores_of_a_kept_text():
    assert compare("un deux trois", "un deux trois") == Score(1.0, 1.0, 1.0)
    assert compare("un deux trois quatre", "un trois") == Score(0.5, 1.0, 2 / 3)
    assert compare("", "") == Score(1.0, 1.0, 1.0)
    assert compare("", "un") == Score(0.0, 0.0, 0.0)


def test_a_report_has_means_by_style_and_the_worst_page_first():
    samples = [
        Sample(str(n), "h", "fr", style, "bruit un deux", "un deux")
        for n, style in enumerate(("md", "text", "md"))
    ]
    report = measure(samples, lambda sample: sample.dump if sample.id == "2" else "un deux")
    assert [(style, count) for style, count, _ in report.styles] == [("md", 2), ("text", 1), ("all", 3)]
    assert report.pages[0][0] == "2"
    assert "precision" in report.table()


def test_a_corpus_is_read_by_language():
    row = {"id": "a", "host": None, "language": "fr", "style": "md", "dump": "x", "gold": {"body": "x"}}
    text = "\n".join(json.dumps({**row, "language": language}) for language in ("fr", "de"))
    assert [sample.host for sample in read_samples(text)] == ["a", "a"]
    assert len(read_samples(text, "de")) == 1
