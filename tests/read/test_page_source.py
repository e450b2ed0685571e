"""A page's source, kept as it came: read as the page that it shows."""

import time

import pytest

from sitegen.model import SourceFile
from sitegen.read import read

PAGE = """<!DOCTYPE html>
<html><head><title>Le pont de bois rouvre jeudi | Le Relevé</title>
<script>var a = "<p>non</p>";</script><style>p { color: red }</style></head>
<body><nav><a href="/">Accueil</a></nav>
<h1>Le pont de bois
rouvre jeudi</h1>
<p>Par <a href="/a">Anne Petit</a>, le <time>12 mars</time></p>
<p hidden>Caché</p><p>Le pont a rouvert jeudi &amp; reste gratuit.</p>
</body></html>
"""


def shown(text):
    return [(block.text, block.span.line) for block in read(SourceFile("x.txt", text, "")).blocks]


def test_what_a_page_shows_is_read_with_its_lines():
    assert shown(PAGE) == [
        ("Accueil", 4),
        ("Le pont de bois rouvre jeudi", 5),
        ("Par Anne Petit, le 12 mars", 7),
        ("Le pont a rouvert jeudi & reste gratuit.", 8),
    ]


def test_a_page_may_stand_under_front_matter():
    assert ("Le pont de bois rouvre jeudi", 8) in shown("---\ntags: [ponts]\n---\n" + PAGE)


@pytest.mark.parametrize(
    "text",
    [
        "Le mot <html> vient de là.",
        "<p>Un texte</p>",
        "",
        "<!-- x -->\nDu texte",
        "```\n<!doctype html>\n```",
    ],
)
def test_text_that_is_no_page_is_read_as_it_stands(text):
    assert [one for one, _ in shown(text)] == [line for line in text.split("\n") if line] or text.startswith(
        "```"
    )


@pytest.mark.parametrize(
    "inside",
    [
        "<div>" * 90_000,
        "<b>" * 90_000,
        "<p a=1>" * 60_000,
        "<table><tr><td>" * 30_000,
        "&#1;" * 100_000,
        "<!--" * 100_000,
    ],
    ids=["nested", "inline", "paragraphs", "tables", "controls", "comments"],
)
def test_a_heavy_page_takes_no_longer_than_its_size(inside):
    start = time.process_time()
    read(SourceFile("x.txt", f"<html>{inside}texte", ""))
    assert time.process_time() - start < 10  # tenths of a second, on a calm machine
