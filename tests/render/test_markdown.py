"""Markdown as captures have it: what it becomes, and what must never come out of it."""

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.render.markdown import to_html
from sitegen.render.picture import Picture

CASES = [
    ("a line break where one was typed", "Un vers\nun autre", "<p>Un vers<br>\nun autre</p>\n"),
    ("the text's own title becomes an h2", "# Titre\n\nTexte", "<h2>Titre</h2>\n<p>Texte</p>\n"),
    ("no level is skipped", "# A\n\n#### B\n\n## C", "<h2>A</h2>\n<h3>B</h3>\n<h3>C</h3>\n"),
    ("indented text is no code", "    En retrait", "<p>En retrait</p>\n"),
    (
        "a list keeps its first number",
        "3. trois\n4. quatre",
        '<ol start="3"><li>trois</li>\n<li>quatre</li>\n</ol>\n',
    ),
    ("harmless raw HTML stays", "<b>gras</b> et H<sub>2</sub>O", "<p><b>gras</b> et H<sub>2</sub>O</p>\n"),
    (
        "other raw HTML goes",
        "<b onclick=x>gras</b><script>alert(1)</script><img src=x>",
        "<p><b>gras</b></p>\n",
    ),
    ("an angle is text", "a < b et c>d", "<p>a &lt; b et c&gt;d</p>\n"),
    (
        "a link elsewhere says so",
        "[la page](https://exemple.example.org/a?b=1&c=2)",
        '<p><a href="https://exemple.example.org/a?b=1&amp;c=2" rel="noopener external">la page</a></p>\n',
    ),
    ("a link of this site does not", "[pays](/pays/)", '<p><a href="/pays/">pays</a></p>\n'),
    ("an unsafe link leaves its words", "[ici](javascript:alert(1))", "<p>ici</p>\n"),
    ("so does one to any other scheme", "[ici](data:text/html,x)", "<p>ici</p>\n"),
    ("and one without a scheme", "[ici](//evil.example.org)", "<p>ici</p>\n"),
    ("a picture from elsewhere is left out", "![vue](https://i.example.org/a.jpg)", ""),
    ("with its link", "[![vue](https://i.example.org/a.jpg)](https://i.example.org/)", ""),
    ("an empty heading too", "#\n\nTexte", "<p>Texte</p>\n"),
    (
        "French signs get their spaces",
        "Vrai ? « Oui », dit-il : c'est sûr !",
        "<p>Vrai\u202f? «\u00a0Oui\u00a0», dit-il\u00a0: c’est sûr\u202f!</p>\n",
    ),
    ("but not in code", "`a ? b : c`", "<p><code>a ? b : c</code></p>\n"),
    (
        "nor in addresses",
        "[x](https://e.example.org/?q=l'eau)",
        '<p><a href="https://e.example.org/?q=l&#x27;eau" rel="noopener external">x</a></p>\n',
    ),
]


@pytest.mark.parametrize(("text", "html"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_markdown_becomes(text, html):
    assert to_html(text) == html


def test_other_languages_keep_their_own_typography():
    assert to_html("Really? It's 'so'.", language="en") == "<p>Really? It's 'so'.</p>\n"


def test_a_local_picture_has_its_size():
    html = to_html(
        "![Le port](port.jpg)", images={"port.jpg": Picture("/images/port.1a.jpg", 800, 600)}, prefix="/revue"
    )
    assert (
        html == '<p><img src="/revue/images/port.1a.jpg" width="800" height="600" alt="Le port"'
        ' loading="lazy" decoding="async"></p>\n'
    )


def test_root_relative_links_get_the_site_s_folder():
    assert to_html("[pays](/pays/)", prefix="/revue") == '<p><a href="/revue/pays/">pays</a></p>\n'


def test_a_table_keeps_its_columns():
    html = to_html("| Ville | Voix |\n|---|--:|\n| Gavar | 12 |")
    assert '<th>Ville</th><th class="right">Voix</th>' in html
    assert html.startswith('<div class="scroll" tabindex="0"><table>')


class _Tags(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.found, self.depth = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, attrs))
        if tag not in ("br", "hr", "img"):
            self.depth.append(tag)

    def handle_endtag(self, tag):
        assert self.depth.pop() == tag


ALLOWED = {
    "p",
    "br",
    "hr",
    "a",
    "em",
    "strong",
    "code",
    "pre",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "div",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "img",
}
PIECES = st.sampled_from(
    [
        "# ",
        "- ",
        "1. ",
        "> ",
        "**",
        "*",
        "_",
        "`",
        "```\n",
        "[",
        "](",
        ")",
        "!",
        "<",
        ">",
        "\n",
        "\n\n",
        "    ",
        "|",
        "---",
        "\\",
        "&",
        "&lt;",
        "é",
        "mot ",
        "https://e.example.org",
        "javascript:",
        "data:",
        "//h",
        "onclick=",
        '"',
        "'",
        "\x00",
        "\u202e",
    ]
)


@given(st.lists(PIECES | st.text(max_size=8), max_size=60).map("".join))
def test_only_known_markup_comes_out(text):
    html = to_html(text, images={"a": Picture("/a.jpg", 1, 1)})
    look = _Tags(html)
    assert look.depth == []
    for tag, attrs in look.found:
        assert tag in ALLOWED
        for name, value in attrs:
            assert name in {
                "href",
                "rel",
                "start",
                "class",
                "tabindex",
                "src",
                "srcset",
                "sizes",
                "width",
                "height",
                "alt",
                "loading",
                "decoding",
            }
            if name == "href":
                assert re.match(r"https?://|mailto:|/(?!/)|#|\?|[\w.-]+(?:[/?#]|$)", value, re.IGNORECASE)
                assert not re.match(r"\s*(javascript|data|vbscript):", value, re.IGNORECASE)


BOMBS = {
    "nested quotes": ">" * 100_000,
    "quotes on lines": "> a\n" * 20_000,
    "quoted lists": "> - " * 25_000,
    "brackets": "[" * 100_000,
    "spaced brackets": "[ " * 50_000,
    "brackets in words": "a[b" * 30_000,
    "images": "![](" * 20_000,
    "emphasis": "*a_ " * 25_000,
    "strong": "**a " * 25_000,
    "backticks": "".join("`" * count + " " for count in range(300)),
    "lists": "- " * 50_000,
    "numbered lists": "1. " * 30_000,
    "less-than": "<" * 100_000,
    "one long line": "mot " * 100_000,
    "half links": "[a](" * 20_000,
    "references": "[a]: /x\n" * 10_000,
    "a wide table": "|a" * 5_000 + "\n" + "|-" * 5_000 + "\n" + "|a\n" * 500,
    "spaces": " " * 300_000 + "a",
    "guillemets": "« " * 50_000,
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS)
def test_hostile_text_takes_no_longer_than_its_length(text):
    start = time.process_time()
    to_html(text)
    assert time.process_time() - start < 4


def test_what_has_more_signs_than_an_article_stays_as_typed_and_hurts_no_other():
    out = to_html("Un *mot*.\n\n" + "a*b*\n" * 30_000 + "\nUn **autre**.")
    assert out.startswith("<p>Un <em>mot</em>.</p>\n<p>a*b*<br>\na*b*<br>\n")
    assert out.endswith("<p>Un <strong>autre</strong>.</p>\n")


def test_tags_beyond_any_articles_stay_text():
    out = to_html("<b>a</b>\n\n" + "a *mot* <a href='javascript:x'>" * 6_000)
    assert out.startswith("<p><b>a</b></p>")
    assert "*mot* &lt;a href='javascript:x'&gt;" in out
    assert "<a" not in out


@pytest.mark.parametrize(
    ("address", "leaves"),
    [
        ("https://releve.example.org/pays/", False),
        ("https://releve.example.org", False),
        ("https://releve.example.org.ailleurs.example/", True),
        ("http://gazette.example.org/", True),
        ("/pays/", False),
    ],
)
def test_a_link_that_leaves_the_site_says_so(address, leaves):
    html = to_html(f"[là]({address})", language="fr", origin="https://releve.example.org")
    assert ('rel="noopener external"' in html) == leaves


def test_footnotes_stand_in_a_list_under_the_text_with_their_numbers_as_marks() -> None:
    text = "Le bac[^b] coûte 3 €[^a], et le `[^a]` reste[^b].\n\n[^a]: Hors *taxes*.\n[^b]: À chaîne.\n\nFin."
    html = to_html(text)
    assert html.count('<sup><a href="#note-1">1</a></sup>') == 2
    assert '3\N{NO-BREAK SPACE}€<sup><a href="#note-2">2</a></sup>' in html.replace(
        "\N{NARROW NO-BREAK SPACE}", "\xa0"
    )
    assert "<code>[^a]</code>" in html
    assert html.endswith(
        '<p>Fin.</p>\n<hr>\n<ol>\n<li id="note-1">À chaîne.</li>\n'
        '<li id="note-2">Hors <em>taxes</em>.</li>\n</ol>\n'
    )


def test_footnotes_beside_tags_have_no_links() -> None:
    html = to_html("L'eau, H<sub>2</sub>O[^1].\n\n[^1]: De <b>source</b><script>alert(1)</script>.")
    assert "O<sup>1</sup>" in html
    assert "<ol>\n<li>De <b>source</b>" in html
    assert "script" not in html


def test_a_mark_without_its_note_is_no_sign_that_readers_see() -> None:
    assert to_html("Un extrait[^1].") == "<p>Un extrait.</p>\n"
    assert to_html("Un signe [^ici].") == "<p>Un signe [^ici].</p>\n"
