"""Every message that the program can give has a case that provokes it, with its place and what to do."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import sitegen.analyse
from sitegen.build import check
from sitegen.commands.progress import silent
from sitegen.effects.disk import Disk
from tests.conftest import SITE_TOML, SmallSite
from tests.test_docs import codes_in_the_program, documented_codes

pytestmark = pytest.mark.hostile

TEXT = "Le gouvernement arménien a présenté mardi son projet de budget aux députés réunis à Erevan."
NOISE = "Partager sur Facebook\nInscrivez-vous à notre newsletter\nMot de passe oublié ?\nAccepter les cookies\nCliquez ici\n"


def meta(head: str, text: str = TEXT) -> Callable[[SmallSite], None]:
    return lambda site: site.write("content/articles/a.md", f"---\n{head}\n---\n\n{text}\n") and None


def file(path: str, text: str | bytes) -> Callable[[SmallSite], None]:
    def make(site: SmallSite) -> None:
        site.article("good", title="Un titre", date="2025-01-02", countries="[AM]")
        site.write(path, text)

    return make


def ledger(line: Callable[[str], str]) -> Callable[[SmallSite], None]:
    def make(site: SmallSite) -> None:
        site.article("a", title="Un titre", date="2025-01-02", countries="[AM]")
        site.build()
        path = site.root / "content/ledger.tsv"
        own = next(row for row in path.read_text().splitlines() if row.startswith("content/"))
        path.write_text(path.read_text().replace(own, line(own)))

    return make


def pipe(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    os.mkfifo(site.root / "content/articles/pipe.md")


def two(site: SmallSite) -> None:
    for name in ("a", "b"):
        site.article(name, title="Un titre", date="2025-01-02")


def twice(site: SmallSite) -> None:
    for name in ("a", "b"):
        site.article(name, TEXT * 2, title=f"Titre {name}", date="2025-01-02")


def unsure(site: SmallSite) -> None:
    """Texts that hardly say what they are about: of one at least the labels are doubtful."""
    for number, text in enumerate((
        "Un ministre a parlé du budget.", "Paris et Washington discutent.", "La Jordanie, dit-on, et le gaz.",
        "Un match, puis une messe.", "Le tribunal a parlé.", "La banque et l'école.", "Il a neigé sur Tbilissi.",
    )):  # fmt: skip
        site.article(f"a{number}", text, title=f"Un titre {number}")


def dumped(site: SmallSite) -> None:
    """A capture of which almost nothing is text."""
    site.write("seeds/a.txt", NOISE * 20 + "Erevan.\n")


def replaced(site: SmallSite) -> None:
    """A published file gives way to one that has nothing of it."""
    site.article("a", title="Un titre", date="2025-01-02", countries="[AM]")
    site.build()
    (site.root / "content/articles/a.md").unlink()
    site.article("b", TEXT.replace("budget", "calendrier"), title="Autre chose", date="2025-01-02")


def claimed(site: SmallSite) -> None:
    """Two new files each say that they were the one that is gone."""
    site.article("a", title="Un titre", date="2025-01-02", countries="[AM]")
    site.build()
    (site.root / "content/articles/a.md").unlink()
    for name in ("b", "c"):
        site.article(name, f"{TEXT} {name}", title=f"Le {name}", aliases="/articles/2025/01/un-titre/")


CASES: dict[str, Callable[[SmallSite], None]] = {
    "address-claimed": claimed,
    "address-gone": replaced,
    "address-taken": two,
    "alias-taken": meta("title: Un titre\naliases: /feed.xml/"),
    "article-twice": twice,
    "as-of-old": meta("title: Un titre\ndate: 2030-01-01"),
    "config-noise": file("content/noise/fr.toml", '[[noise]]\nid = "x"\nmatch = "phrase"\ntext = "y"\naction = "cut"\n'),
    "config-toml": file("content/site.toml", "title = \n"),
    "config-unknown-key": file("content/site.toml", SITE_TOML + "titel = 'x'\n"),
    "config-value": file("content/site.toml", SITE_TOML + "per_page = 'x'\n"),
    "control-characters": meta("title: Un titre", TEXT + "\x08"),
    "country-unknown": meta("title: Un titre\ncountries: [Nulle-Part]"),
    "date-disputed": file(
        "seeds/a.txt",
        f"Un titre assez long pour une dépêche\nPublié le 12 janvier 2021\n{TEXT}\n{TEXT}\nMis en ligne le 3 mars 2024\n",
    ),
    "date-invalid": meta("title: Un titre\ndate: 2025-13-45"),
    "date-unknown": file("seeds/a.txt", f"{TEXT}\n\n{TEXT}"),
    "source-unknown": file("seeds/a.txt", f"{TEXT}\n\n{TEXT}"),
    "title-made": file("seeds/a.txt", f"{TEXT} {TEXT} {TEXT}\n\n{TEXT} {TEXT}"),
    "draft-empty": meta("title: Un titre\ndraft: true", ""),
    "draft-left-out": meta("title: Un titre\ndraft: true"),
    "encoding-guessed": file("seeds/a.txt", TEXT.encode("cp1252")),
    "flag-unknown": meta("title: Un titre\ndraft: peut-être"),
    "phrase-unmatched": meta("title: Un titre\nkeep: [Ces mots ne sont nulle part]"),
    "publish-unknown": meta("title: Un titre\npublish: à moitié"),
    "file-binary": file("seeds/a.txt", bytes(range(256)) * 9),
    "file-name": file("content/articles/a\tb.md", TEXT),
    "file-not-read": file("content/articles/a.docx", b"PK"),
    "file-too-large": file("seeds/a.txt", "a" * 10_000_000),
    "frontmatter-broken": meta("title: a: b"),
    "frontmatter-duplicate": meta("title: a\ntitle: b"),
    "frontmatter-mended": file("content/articles/b.md", f"\n---\ntitle: a\n---\n\n{TEXT}"),
    "frontmatter-unfenced": file("content/articles/b.md", f"title: a\ndraft: true\n---\n\n{TEXT}"),
    "frontmatter-unclosed": file("content/articles/b.md", f"---\ntitle: a\n\n{TEXT}"),
    "future-left-out": meta("title: Un titre\ndate: 2030-01-01"),
    "image-invalid": meta("title: Un titre\nimage: '../../etc/passwd'"),
    "image-missing": meta("title: Un titre\nimage: images/nulle-part.jpg"),
    "image-refused": file("content/images/a.png", b"<html>"),
    "key-misspelt": meta("title: Un titre\nautor: x"),
    "label-unsure": unsure,
    "ledger-line": ledger(lambda row: "<<<<<<< HEAD\n" + row),
    "ledger-twice": ledger(lambda row: row + "\n" + row.replace("a.md", "b.md")),
    "link-invalid": meta("title: Un titre\nlink: 'javascript:x'"),
    "little-left": dumped,
    "not-a-file": pipe,
    "nothing-left": meta("title: Un titre", ""),
    "override-unused": file("content/overrides/nulle-part.toml", "title = 'x'\n"),
    "page-name": file("content/pages/À propos.md", TEXT),
    "selection-unknown-term": file("content/feeds/x.toml", "name = 'X'\ncountries = ['ZZZ']\n"),
    "theme-unknown": meta("title: Un titre\nthemes: [nulle-part]"),
    "ui-missing": file("content/ui/en.toml", "language = 'en'\n"),
    "ui-place": file("content/ui/en.toml", "[site]\nskip = '{zz}'\n"),
    "site-unnamed": file("content/site.toml", "per_page = 5\n"),
    "ui-unknown": file("content/ui/en.toml", "[zz]\nzz = 'x'\n"),
    "ui-word": file("content/ui/en.toml", "[site]\nskip = 1\n"),
    "value-type": meta("title: [a, b]"),
}  # fmt: skip
# Provoked elsewhere, since they take more than content: a fault of ours, a disk, a model's scores,
# a page to render (test_broken.py), an output folder (test_moments.py).
BELOW = {"crash", "file-unreadable", "ledger-unwritten", "much-cut", "output-foreign", "template-broken"}


@pytest.mark.parametrize("code", sorted(CASES))
def test_a_message_is_provoked(site: SmallSite, code: str) -> None:
    CASES[code](site)
    said = check(site.options(), Disk(), silent).notes
    notes = [note for note in said if note.code == code]
    assert notes, {note.code for note in said}
    assert all(note.message and note.where.path for note in notes)
    assert all(note.hint for note in notes if note.level == "error")
    assert all(not str(note.message).endswith(".") for note in notes)


def test_every_code_has_a_case_and_a_line_in_the_docs() -> None:
    codes = {code for code, _ in codes_in_the_program()}
    assert codes - set(CASES) - BELOW == set()
    assert set(CASES) | BELOW <= codes
    assert codes <= set(documented_codes())


def test_a_fault_on_one_file_is_named_and_hides_nothing(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = sitegen.analyse.analyse

    def faulty(file, *rest):
        if file.path.endswith("bad.md"):
            raise RuntimeError("a fault")
        return known(file, *rest)

    monkeypatch.setattr(sitegen.analyse, "analyse", faulty)
    site.article("bad", title="Un titre")
    site.article("wrong", title="'x': y: z")
    assert {(note.code, Path(note.where.path).stem) for note in site.build().errors()} == {
        ("crash", "bad"), ("frontmatter-broken", "wrong"),
    }  # fmt: skip
    monkeypatch.undo()
    assert "crash" not in {note.code for note in site.build().notes}


def test_a_file_that_cannot_be_read_once_is_read_the_next_time(site: SmallSite) -> None:
    class Once(Disk):
        def read(self, path: str, limit: int = -1) -> bytes:
            if path.endswith("a.md"):
                raise PermissionError(13, "Permission denied", path)
            return super().read(path, limit)

    site.article("a", title="Un titre")
    assert [note.code for note in site.build(Once()).errors()] == ["file-unreadable"]
    assert site.build().errors() == []


def test_a_ledger_that_cannot_be_written_is_named(site: SmallSite) -> None:
    class Guarded(Disk):
        def replace(self, path: str, data: bytes, beside: str = "") -> None:
            if path.endswith("ledger.tsv"):
                raise PermissionError(13, "Permission denied", path)
            super().replace(path, data, beside)

    site.article("a", title="Un titre")
    report = site.build(Guarded())
    assert report.status == "done"
    assert [note.code for note in report.warnings()] == ["ledger-unwritten"]


def test_a_text_that_is_cut_by_half_is_named(site: SmallSite) -> None:
    site.write(
        "content/articles/a.md", "---\ntitle: Un titre\ndrop: [1-400]\n---\n\n" + "\n\n".join([TEXT] * 30)
    )
    codes = {note.code for note in site.build().notes}
    assert codes & {"much-cut", "little-left", "nothing-left"}
