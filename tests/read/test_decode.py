"""Bytes into text, whatever wrote them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import SourceFile
from sitegen.read import decode
from sitegen.read.decode import MAX_BYTES


def text_of(data: bytes) -> str:
    return decode("a.txt", data, "")[0].text


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Arménie\n".encode(), "Arménie\n"),
        (b"\xef\xbb\xbfArm\xc3\xa9nie", "Arménie"),
        ("Arménie".encode("utf-16"), "Arménie"),
        (b"un\r\ndeux\rtrois", "un\ndeux\ntrois"),
        ("e\u0301tat".encode(), "état"),
        (b"a\x00b\x1fc", "abc"),
    ],
    ids=[
        "utf-8",
        "byte-order mark",
        "utf-16",
        "line ends of other systems",
        "composed letters",
        "control characters",
    ],
)
def test_what_editors_and_dumps_leave(data: bytes, text: str) -> None:
    assert text_of(data) == text


def test_windows_1252_is_read_with_a_warning_on_its_line() -> None:
    source, notes = decode("a.txt", "bien\nl’été".encode("cp1252"), "")
    assert source.text == "bien\nl’été"
    assert [(note.code, note.level, note.line()) for note in notes] == [("encoding-guessed", "warning", 2)]


def test_a_file_too_large_is_refused_with_what_to_do() -> None:
    source, notes = decode("a.txt", b"x" * (MAX_BYTES + 1), "")
    assert source.text == ""
    assert [(note.code, note.level) for note in notes] == [("file-too-large", "error")]
    assert notes[0].hint


@given(st.binary(max_size=200))
def test_any_bytes_give_text_that_xml_can_hold(data: bytes) -> None:
    text = text_of(data)
    assert "\r" not in text
    assert all(char in "\t\n" or char >= " " for char in text)
    assert not any(0xD800 <= ord(char) <= 0xDFFF for char in text)


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_text_without_a_mark_is_read_whole(name: str) -> None:
    text = "Un titre d’œuvre — « coûteux » à 5\u202f€\nUne suite."
    file, notes = decode("a.md", text.encode(name), "")
    assert file.text == text
    assert [note.code for note in notes] == ["encoding-guessed"]
    assert name[:6].upper() in str(notes[0].message)


@pytest.mark.parametrize("name", ["utf-32-le", "utf-32-be"])
def test_wide_text_with_a_mark_is_read_whole(name: str) -> None:
    file, notes = decode("a.md", "\ufeffUn titre d’œuvre".encode(name), "")
    assert (file.text, notes) == ("Un titre d’œuvre", ())


def test_what_is_no_text_is_refused_and_a_few_controls_are_not() -> None:
    file, notes = decode("a.md", bytes(range(256)) * 20, "")
    assert (file.text, [note.code for note in notes]) == ("", ["file-binary"])
    file, notes = decode("a.md", b"Un texte\0 avec\x08 des\x1b signes.\0\0\0", "")
    assert file.text == "Un texte avec des signes."
    assert [note.code for note in notes] == ["control-characters"]


def test_of_accents_piled_up_on_one_letter_thirty_stay() -> None:
    piled = "un\nx" + "\u0316\u0301" * 40 + "algo"
    source, (note,) = decode("a.txt", piled.encode(), "")
    assert source.text == "un\nx" + "\u0316" * 15 + "\u0301" * 15 + "algo"
    assert (note.code, note.line()) == ("control-characters", 2)


@pytest.mark.parametrize("text", ["Z" + "\u0316" * 30, "…" * 90, "👩\u200d👩\u200d👧" * 20, "न\u093e" * 50])
def test_signs_that_are_no_pile_stay(text: str) -> None:
    source, notes = decode("a.txt", text.encode(), "")
    assert (source.text, notes) == (text, ())


@pytest.mark.parametrize(
    "data",
    [
        rb"{\rtf1\ansi\ansicpg1252\deff0 {\fonttbl\f0 Times;}\f0 Le conseil a vot\'e9 le budget.\par}",
        b"\xef\xbb\xbf\r\n{\\rtf1 Le conseil a vot\\'e9.}",
        b"%PDF-1.4\n1 0 obj << /Type /Catalog >> endobj",
    ],
)
def test_a_word_processor_s_document_under_a_text_s_name_is_no_article(data: bytes) -> None:
    file, notes = decode("seeds/note.txt", data, "")
    assert (file.text, [(note.code, note.level) for note in notes]) == ("", [("file-not-read", "error")])
    assert "save its text" in str(notes[0].hint)


def test_a_text_about_such_documents_is_read() -> None:
    text = r"Un fichier commence par {\rtf1 ou %PDF-1.4, dit le manuel."
    assert decode("seeds/note.txt", text.encode(), "")[0].text == text


ACCENTS = "Procès de l’étang : « la faute n’est pas pénale », déjà dit à l’été\nPar Aurélie Noël"


@pytest.mark.parametrize("space", ["\u00a0", " "], ids=["as it was", "hard spaces lost"])
def test_a_text_whose_accents_were_garbled_is_read_again_with_a_warning(space: str) -> None:
    garbled = ACCENTS.encode().decode("cp1252").replace("\u00a0", space)
    source, notes = decode("a.txt", garbled.encode(), "")
    assert source.text.replace("  ", " ") == ACCENTS
    assert [(note.code, note.level, note.line()) for note in notes] == [("encoding-guessed", "warning", 1)]


@pytest.mark.parametrize(
    "text",
    [
        "Un « Ã© » à la place d’un « é », un « Ã¨ » à la place d’un « è » : d’où viennent ces signes ratés ?",
        "A MANHû disse o bairro da « MANHû",
        "Le château de Châlons, l’âne et le pâté",
    ],
    ids=["about such signs", "capitals with a tilde", "a circumflex"],
)
def test_but_no_text_that_speaks_of_such_signs_or_ends_a_quotation_so(text: str) -> None:
    assert decode("a.txt", text.encode(), "") == (SourceFile("a.txt", text, ""), ())
