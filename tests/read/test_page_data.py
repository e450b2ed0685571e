"""What a page's source says of itself for programs."""

import json
import time

import pytest

from sitegen.model import SourceFile
from sitegen.read import read

LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": "Le pont rouvre",
    "datePublished": "2025-03-12T10:20:00+01:00",
    "dateModified": "2025-03-13",
    "author": [{"@type": "Person", "name": "Anne  Petit"}, {"@type": "Organization", "name": "Le Fil"}],
    "publisher": {"@type": "NewsMediaOrganization", "name": "Le Relevé"},
}


def said(head):
    page = f"<!doctype html>\n{head}\n<title>Le pont</title><p>Le pont a rouvert."
    return {entry.key: (entry.value, entry.span.line) for entry in read(SourceFile("a.html", page, "")).page}


def script(data):
    return (
        f'<script type="application/ld+json">{data if isinstance(data, str) else json.dumps(data)}</script>'
    )


@pytest.mark.parametrize(
    "data",
    [
        LINKED,
        [{"@type": "WebSite", "name": "Le Relevé"}, LINKED],
        {"@graph": [{"@type": "WebPage", "datePublished": "2001-01-01"}, LINKED]},
        {"@type": "WebPage", "mainEntity": LINKED},
        {**LINKED, "@type": ["Article", "NewsArticle"]},
    ],
)
def test_an_article_s_json_ld(data):
    assert said(script(data)) == {
        "date": ("2025-03-12T10:20:00+01:00", 2),
        "updated": ("2025-03-13", 2),
        "authors": (("Anne Petit",), 2),
        "source": ("Le Relevé", 2),
    }


def test_meta_in_the_order_in_which_its_names_are_preferred_and_after_json_ld():
    meta = (
        '<meta name="date" content="2024-01-01"><meta property="article:published_time" content="2025-03-12">'
        '<meta name="author" content="Luc Roy"><meta property="article:author" content="https://reseau.example/a">'
        '<meta property="og:site_name" content="Le Relevé">'
    )
    assert said(meta) == {"date": ("2025-03-12", 2), "authors": (("Luc Roy",), 2), "source": ("Le Relevé", 2)}
    assert said(meta + script(LINKED))["authors"] == (("Anne Petit",), 2)


@pytest.mark.parametrize(
    "head",
    [
        script("{"),
        script("[" * 5_000),
        script({"@type": "Recipe", "datePublished": "2025-01-01"}),
        script({**LINKED, "datePublished": {"x": 1}, "dateModified": 3, "author": None, "publisher": []}),
        script({**LINKED, "datePublished": "2" * 999, "dateModified": " ", "author": [[]], "publisher": {}}),
        '<meta property="article:published_time">',
    ],
    ids=["broken", "deep", "another kind", "odd values", "long values", "empty"],
)
def test_what_is_no_article_s_or_no_text_is_passed_over(head):
    assert said(head) == {}


def test_signs_that_no_text_may_hold_are_no_part_of_a_name():
    names = '"publisher": {"name": "La \\ud800Gazette\\u0000 \\u202edu Sud"}, "author": "Anne \\ud800"'
    data = f'{{"@type": "Article", {names}}}'
    assert said(script(data)) == {"source": ("La Gazette du Sud", 2), "authors": (("Anne",), 2)}


def test_a_page_of_much_data_takes_no_longer_than_its_size():
    data = script({"@graph": [{"@type": "Thing"}] * 3_000}) * 30
    start = time.process_time()
    assert said(data + '<meta name="date" content="x">' * 20_000)
    assert time.process_time() - start < 5  # a fifth of a second on a calm machine
