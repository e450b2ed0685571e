"""A page's source, kept as it came: read as the page that it shows."""

import time

import pytest

from sitegen.model import SourceFile
from sitegen.read import decode, read, split_blocks
from sitegen.read.webpage import page_lines

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


def shown(text, path="x.txt"):
    return [(block.text, block.span.line) for block in read(SourceFile(path, text, "")).blocks]


def lines(text, path="x.txt"):
    return [line for line, _ in shown(text, path)]


def test_what_a_page_shows_is_read_with_its_lines():
    assert shown(PAGE) == [
        ("Accueil", 4),  # set apart, and there for whoever reads the menus
        ("# Le pont de bois rouvre jeudi", 5),
        ("Par Anne Petit, le 12 mars", 7),
        ("Le pont a rouvert jeudi & reste gratuit.", 8),
    ]


def test_a_page_may_stand_under_front_matter():
    assert ("# Le pont de bois rouvre jeudi", 8) in shown("---\ntags: [ponts]\n---\n" + PAGE)


@pytest.mark.parametrize(
    ("body", "first"),
    [
        ("<h1>Le bac</h1><p>Il reprend.", ["# Le bac", "Il reprend."]),
        ("<h1>Le Relevé</h1><p>Il reprend.", ["Le bac | Le Relevé du jour", "Le Relevé", "Il reprend."]),
        ("<h1>Le bac</h1><h1>Le pont</h1>", ["Le bac | Le Relevé du jour", "Le bac", "Le pont"]),
        ("<h1></h1><h1><b>Le</b> bac</h1>", ["# Le bac"]),
    ],
)
def test_the_only_heading_that_the_window_names_too_is_the_title(body, first):
    assert lines(f"<html><title>Le bac | Le Relevé du jour</title>{body}") == first


def test_a_list_stays_one_and_a_menu_does_not_become_one():
    menu = "<ul><li><a href=/>Accueil</a></li></ul>"
    page = f"<html>{menu}<ul><li>deux <a href=/a>ponts</a></li><li><p>un bac</p></li></ul>"
    assert lines(page) == ["Accueil", "- deux ponts", "- un bac"]


def test_headings_within_the_article_are_headings_and_others_lines():
    page = "<html><h2>Vu ailleurs</h2><main><h2>Le bac</h2><h3><a href=/>Lire aussi</a></h3><p>Il reprend."
    assert lines(page) == ["Vu ailleurs", "## Le bac", "Lire aussi", "Il reprend."]


def test_what_a_page_sets_apart_is_known_as_such():
    text = "<p>Le pont.<aside><h2>À lire</h2></aside><p>Il a rouvert."
    page = f"<html><nav>Menu</nav><article>{text}</article><footer>©"
    blocks = read(SourceFile("a.html", page, "")).blocks
    assert [(block.text, block.kind) for block in blocks] == [
        ("Menu", "aside"),
        ("Le pont.", "paragraph"),
        ("À lire", "aside"),
        ("Il a rouvert.", "paragraph"),
        ("©", "aside"),
    ]


@pytest.mark.parametrize(
    ("head", "address"),
    [
        ('<link rel="canonical" href=" https://releve.example/pont ">', "https://releve.example/pont"),
        ('<meta property="og:url" content="https://releve.example/p">', "https://releve.example/p"),
        ("<!-- saved from url=(0027)https://releve.example/pont -->", "https://releve.example/pont"),
        ('<link rel="canonical" href="/pont">', ""),
        ('<link rel="canonical" href="javascript:alert(1)">', ""),
    ],
)
def test_the_address_that_a_page_gives_as_its_own_stands_at_its_end(head, address):
    page = f"<!doctype html>\n{head}\n<title>Le pont rouvre</title><p>Le pont a rouvert jeudi.</p>"
    assert lines(page)[2:] == ([f"Source : {address}"] if address else [])


def test_what_its_name_says_is_a_page_is_read_as_one_however_it_begins():
    part = "<div><p>Le pont a<br>rouvert.</p></div>"
    assert lines(part, "a.html") == lines(part, "A.HTM") == ["Le pont a", "rouvert."]
    assert lines("---\ntitle: Pont\n---\n<p>Il a rouvert.</p>", "a.html") == ["Il a rouvert."]


def test_a_saved_page_may_be_long_where_it_shows_little():
    heavy = "<html><script>" + "var a;\n" * 100_000 + "</script><p>Le pont a rouvert.</p>"
    source, notes = decode("a.html", heavy.encode(), "")
    assert ([block.text for block in read(source).blocks], notes) == (["Le pont a rouvert."], ())


@pytest.mark.parametrize("inside", ["<p>a" * 20_000, "<p>" + "a " * 400_000], ids=["lines", "letters"])
def test_a_page_that_shows_more_than_an_article_is_refused(inside):
    document = read(SourceFile("a.html", f"<html>{inside}", ""))
    assert (document.blocks, [(note.code, note.level) for note in document.notes]) == (
        (),
        [("file-too-large", "error")],
    )


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-15"])
def test_a_saved_page_is_read_in_the_charset_that_it_states(charset):
    page = (
        f"<html><meta charset={charset}><p>L’été coûte 3 €"
        if charset != "iso-8859-15"
        else f"<html><meta charset={charset}><p>L'été coûte 3 €"
    )
    source, notes = decode("a.html", page.encode(charset), "")
    assert ([block.text for block in read(source).blocks], notes) == ([page.partition("<p>")[2]], ())


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


FIGURES = (
    "<table><caption>Le bac</caption><tr><th>Année</th><th colspan=2>Passages</th></tr>"
    "<tr><td rowspan=2>2006<sup>2</sup></td><td>41 200</td><td>à pied | à vélo</td></tr>"
    "<tr><td>9 870</td><td>en voiture</td></tr></table>"
)


def of_article(part: str) -> list[str]:
    page = (
        f"<!doctype html><html><body><main><p>Le bac coûte 3 euros<sup>1</sup>.</p>{part}<p>Fin.</p></main>"
    )
    return [line for line, _ in page_lines(page)]


def test_a_table_of_figures_is_one_in_markdown() -> None:
    assert of_article(FIGURES) == [
        "Le bac coûte 3 euros¹.",
        "Le bac",
        "| Année | Passages | |",
        "|---|---|---|",
        "| 2006² | 41 200 | à pied \\| à vélo |",
        "| | 9 870 | en voiture |",
        "Fin.",
    ]


def test_two_tables_in_a_row_are_two() -> None:
    lines = [line for line in of_article(FIGURES.replace("<caption>Le bac</caption>", "") * 2) if "|" in line]
    assert [block.kind for block in split_blocks(lines)] == ["table", "table"]


@pytest.mark.parametrize(
    "table",
    [
        "<table role=presentation><tr><td>Lundi<td>8 h<tr><td>Mardi<td>9 h</table>",
        "<table><tr><td><a href=/a>Accueil</a><td><a href=/b>Sport</a><tr><td><a href=/c>Jeux</a></table>",
        f"<table><tr><td><p>{'Un long texte. ' * 30}</p><td>Lundi<tr><td>Mardi<td>9 h</table>",
        "<table><tr><td>Lundi</table>",
        "<aside><table><tr><td>Lundi<td>8 h<tr><td>Mardi<td>9 h</table></aside>",
    ],
)
def test_a_table_that_places_things_on_a_page_gives_lines(table: str) -> None:
    assert not [line for line in of_article(table) if line.startswith("|")]
