"""Front matter as other generators and editors write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Document, SourceFile
from sitegen.read import read


def document(text: str) -> Document:
    return read(SourceFile("a.md", text, ""))


def declared(text: str) -> dict[str, object]:
    return {entry.key: entry.value for entry in document(text).meta}


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: Un titre\ntags: [a, b]\nimage:\n  src: x.jpg\n---\nTexte.",
        "+++\ntitle = 'Un titre'\ntags = ['a', 'b']\n[image]\nsrc = 'x.jpg'\n+++\nTexte.",
        '{\n"title": "Un titre",\n"tags": ["a", "b"],\n"image": {"src": "x.jpg"}\n}\nTexte.',
    ],
    ids=["yaml", "toml", "json"],
)
def test_the_three_forms_say_the_same(text: str) -> None:
    assert declared(text) == {"title": "Un titre", "tags": ("a", "b"), "image.src": "x.jpg"}
    assert [block.text for block in document(text).blocks] == ["Texte."]


def test_values_stay_as_written() -> None:
    meta = declared("---\npays: no\nsaved: 2025-01-17T22:50:25.529Z\ndraft: yes\nimage:\n---\n")
    assert meta == {"pays": "no", "saved": "2025-01-17T22:50:25.529Z", "draft": "yes", "image": ""}


def test_each_value_keeps_its_lines() -> None:
    found = document('---\ntitle: "Deux\n  lignes"\ndate: 2025-01-01\n---\n\nTexte.')
    assert [(entry.key, entry.span.line, entry.span.end_line) for entry in found.meta] == [
        ("title", 2, 3),
        ("date", 4, 4),
    ]
    assert found.blocks[0].span.line == 7


def test_authors_as_maps_give_their_names() -> None:
    assert declared("---\nauthors:\n  - name: Pôle Données\n    url: x\n  - Desk\n---\n") == {
        "authors": ("Pôle Données", "Desk")
    }


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("---\ntitle: un: deux\n---\nx", "frontmatter-broken", 2),
        ("---\ntitle: x\n\tdate: y\n---\nx", "frontmatter-broken", 3),
        ("---\ntitle: x\nTexte sans fin", "frontmatter-unclosed", 1),
        ("+++\ntitle = x\n+++\nx", "frontmatter-broken", 2),
        ('{\n"title": "a",\n"b" 1\n}\nx', "frontmatter-broken", 3),
        ("---\na: 1\nb: 2\nA: 3\n---\nx", "frontmatter-duplicate", 4),
        ("---\na: " + "[" * 3000 + "\n---\nx", "frontmatter-broken", 2),
        ("---\na: " + "[" * 31_000 + "]" * 31_000 + "\n---\nx", "frontmatter-broken", 2),
        ("---\na: &a [x, x]\nb: " + "&b [" + ", ".join(["*a"] * 3000) + "]\n---\n", "frontmatter-broken", 1),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, code: str, line: int) -> None:
    notes = document(text).notes
    assert (notes[0].code, notes[0].line()) == (code, line)
    assert notes[0].hint


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    found = document("---\nUn texte entre deux filets.\n---\nSuite.")
    assert found.format == "capture"
    assert not found.notes


COLON = "\u00a0:\u00a0"
WISH = "title: Un loup\ndraft: true\npublish: excerpt\n"


@pytest.mark.parametrize(
    "text",
    [
        f"\n---\n{WISH}---\n\nTexte.",
        f"\ufeff \n\t\n---\n{WISH}---\n\nTexte.",
        f"—\n{WISH}—\n\nTexte.",
        f"–––\n{WISH}---\n\nTexte.",
        f"---\n{WISH}—\n\nTexte.",
        f"---\n{WISH.replace(': ', COLON)}---\n\nTexte.",
    ],
    ids=["blank", "mark", "dash", "dashes", "closing", "colons"],
)
@pytest.mark.parametrize("path", ["content/articles/a.md", "seeds/a.md"])
def test_front_matter_is_read_for_all_that_a_program_made_of_its_fences(path: str, text: str) -> None:
    found = read(SourceFile(path, text, ""))
    assert {entry.key: entry.value for entry in found.meta} == {
        "title": "Un loup", "draft": "true", "publish": "excerpt",
    }  # fmt: skip
    assert [block.text for block in found.blocks] == ["Texte."]
    assert [(note.code, note.level) for note in found.notes] == [("frontmatter-mended", "warning")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (f"{WISH}---\n\nTexte.", 2),
        ("Titre : Un loup\n\nDate : 17 novembre\n\nTexte.", 1),
        ("---\ntitle: Un loup\n---\n\nbrouillon: oui\n\nTexte.", 5),
    ],
)
def test_what_may_have_been_meant_as_front_matter_does_not_go_online(text: str, line: int) -> None:
    notes = read(SourceFile("content/articles/a.md", text, "")).notes
    assert [(note.code, note.level, note.line()) for note in notes] == [
        ("frontmatter-unfenced", "error", line)
    ]
    assert "---" in str(notes[0].hint)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("content/articles/a.md", "Titre : le pont de bois\n\nTexte."),
        ("content/articles/a.md", "—\nUn texte entre deux tirets.\n—\nSuite."),
        ("content/articles/a.md", "---\ntitle: Hugo\n---\n\nOn écrit :\n\n```\ndraft: true\n```\n"),
        ("content/articles/a.md", "---\ntitle: Hugo\n---\n\nBrouillon : on appelle ainsi un premier jet."),
        ("seeds/a.txt", "Titre : Le pont\nAuteur : Léa Mahé\nDate : 17 novembre 2026\n\nTexte."),
        ("seeds/a.txt", "\n---\ntitle: Le pont\n---\n\nTexte."),
    ],
)
def test_a_text_that_only_has_colons_or_rules_stays_one(path: str, text: str) -> None:
    assert not read(SourceFile(path, text, "")).notes


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text: str) -> None:
    document(text)
    document(f"---\n{text}\n---\nx")
    document(f"+++\n{text}\n+++\nx")
    document("{\n" + text + "\n}\nx")
    read(SourceFile("content/articles/a.md", f"\n—\ndraft: {text}\n—\nx", ""))
