"""The command line as programs call it: exit codes, streams, JSON."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.cli import main
from tests.conftest import SmallSite

KEYS = {
    "path", "title", "title_from", "date", "authors", "source", "link", "language", "tags", "summary", "body",
    "countries", "themes", "removed", "diagnostics",
}  # fmt: skip


def sitegen(
    *arguments: str, cwd: Path | None = None, given: bytes = b""
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=cwd,
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
    )


def test_build_says_what_it_did(site: SmallSite) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    done = sitegen("build", "--no-search", "--lang", "en", cwd=site.root)
    assert done.returncode == 0, done.stderr.decode()
    assert b"articles  1" in done.stdout
    assert (site.public / "index.html").exists()
    again = sitegen("build", "--no-search", "--quiet", cwd=site.root)
    assert (again.returncode, again.stdout, again.stderr) == (0, b"", b"")


def test_content_errors_are_1(site: SmallSite) -> None:
    site.write("content/articles/b.md", "---\ntitle: un: deux\n---\nTexte.")
    done = sitegen("build", "--no-search", cwd=site.root)
    assert done.returncode == 1
    assert b"content/articles/b.md:2: error frontmatter-broken" in done.stderr
    assert not site.public.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["nothing"],
        ["build", "--jobs", "0"],
        ["build", "--as-of", "hier"],
        ["build", "--root", "/nowhere/at/all"],
        ["build", "--base-url", "ftp://x"],
        ["build", "--output", "content"],
        ["explain"],
    ],
)
def test_usage_is_2(site: SmallSite, arguments: list[str]) -> None:
    done = sitegen(*arguments, cwd=site.root)
    assert done.returncode == 2
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["build"], ["check"], ["serve"], ["ping"], ["explain", "a.md"], ["learn", "gazette"],
        ["new", "Un pont"], ["import", "https://example.org/"],
    ],
    ids=lambda arguments: arguments[0],
)  # fmt: skip
def test_a_root_that_is_no_folder_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]
) -> None:
    nowhere = str(tmp_path / "rien")
    assert main([*arguments, "--root", nowhere, "--lang", "en"]) == 2
    assert capsys.readouterr().err == f"sitegen: {nowhere} is no folder\n"


def test_somebody_else_s_folder_is_refused(site: SmallSite) -> None:
    site.write("other/letter.txt", "cher ami")
    done = sitegen("build", "--no-search", "--output", "other", cwd=site.root)
    assert done.returncode == 2
    assert (site.root / "other/letter.txt").exists()


def test_check_writes_nothing_and_is_sorted(site: SmallSite) -> None:
    site.article("b", tilte="x", date="2025-03-04")
    site.article("a", tilte="x", date="2025-03-04")
    before = sorted(site.root.rglob("*"))
    done = sitegen("check", cwd=site.root)
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0
    assert [line.split(":")[0] for line in lines if "key-misspelt" in line] == [
        "content/articles/a.md",
        "content/articles/b.md",
    ]
    assert sorted(site.root.rglob("*")) == before


def test_explain_json_is_one_object_a_file_in_order(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Le président français a reçu mardi à Paris son homologue sénégalais.\n")
    (tmp_path / "b.md").write_text(
        "---\ntitle: Un titre\ndate: 2025-03-04\n---\n\nPartager sur Facebook\n\nUn texte.\n"
    )
    done = sitegen(
        "explain",
        "--json",
        "b.md",
        "missing.txt",
        "a.txt",
        "-",
        cwd=tmp_path,
        given="Un texte reçu.".encode(),
    )
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [record["path"] for record in records] == ["b.md", "missing.txt", "a.txt", "-"]
    assert all(set(record) >= KEYS for record in records)
    assert (records[0]["title"], records[0]["date"], records[0]["source"]) == ("Un titre", "2025-03-04", None)
    assert [cut["first_line"] for cut in records[0]["removed"]] == [6]
    assert records[1]["diagnostics"][0]["code"] == "file-unreadable"
    assert {place["code"] for place in records[2]["countries"]} == {"FR", "SN"}
    assert done.returncode == 1


def test_explain_says_all_that_a_build_would_of_the_file(tmp_path: Path) -> None:
    head = "title: Un titre\npublish: à moitié\nkeep: [Ces mots ne sont nulle part]"
    (tmp_path / "a.md").write_text(f"---\n{head}\n---\n\n![](ici/nulle-part.jpg)\n\nUn texte.\n")
    (tmp_path / "b.md").write_text("---\ntitle: Un titre\n---\n")
    (tmp_path / "c.md").write_text("---\ntitle: Un titre\nimage: nulle-part.jpg\n---\n\nUn texte.\n")
    done = sitegen("explain", "--json", "a.md", "b.md", "c.md", cwd=tmp_path)
    codes = [{note["code"] for note in json.loads(line)["diagnostics"]} for line in done.stdout.splitlines()]
    assert {"publish-unknown", "phrase-unmatched"} <= codes[0]
    assert "nothing-left" in codes[1]
    assert "image-missing" in codes[2]


def test_explain_reads_to_a_person(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Partager sur Facebook\nLe président français a reçu mardi à Paris le maire de Dakar.\n"
    )
    done = sitegen("explain", "a.txt", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 0
    text = done.stdout.decode()
    assert "Partager sur Facebook" in text
    assert "cut:" in text
    assert "title" in text


def test_help_is_quick_to_load() -> None:
    code = "import sys, sitegen.cli as c; c.parser().format_help(); print(*sys.modules)"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout
    loaded = {name.partition(".")[0] for name in out.split() if not name.startswith("sitegen.")}
    assert "sitegen.build" not in out.split()
    assert "sitegen.analyse" not in out.split()
    assert not loaded & {
        "msgspec",
        "sqlite3",
        "numpy",
        "jinja2",
        "markdown_it",
        "yaml",
        "subprocess",
        "pathlib",
    }


def test_evaluate_says_what_is_no_corpus(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("pas du JSON\n")
    (tmp_path / "b.jsonl").write_text('{"x": 1}\n')
    (tmp_path / "c.jsonl.gz").write_bytes(b"pas du gzip")
    for name in ("a.jsonl", "b.jsonl", "c.jsonl.gz"):
        done = sitegen("evaluate", "noise", name, cwd=tmp_path)
        assert (done.returncode, done.stdout) == (2, b"")
        assert name in done.stderr.decode()
    assert sitegen("evaluate", "noise", "a.jsonl", "--root", "nulle-part", cwd=tmp_path).returncode == 2
    assert sitegen("learn", "fil", "--root", "nulle-part", cwd=tmp_path).returncode == 2


def test_learn_knows_a_source_by_its_name_and_prints_rows_that_build(site: SmallSite) -> None:
    profile = 'name = "La Gazette des Dunes"\ndomains = ["dunes.example"]\n'
    site.write("content/sources/dunes.toml", profile)
    for number, place in enumerate(("Rabat", "Salé", "Tanger", "Fès")):
        site.write(
            f"seeds/{number}.txt",
            f"Accueil\nLa Gazette des Dunes\nLa mairie de {place} plante des arbres\nPar Karim Alaoui\n"
            f"La mairie de {place} a planté des arbres dans le quartier de la gare, a annoncé mercredi le "
            f"conseil municipal.\nLa gazette au kiosque de la gare\n© La Gazette des Dunes\n"
            f"Source : https://dunes.example/{number}",
        )
    done = sitegen("learn", "la gazette des dunes", cwd=site.root)
    rows = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert 'text = ["La gazette au kiosque de la gare"]' in rows
    assert "Accueil" not in rows
    assert "Karim" not in rows
    assert sitegen("learn", "dunes", cwd=site.root).stdout == done.stdout
    site.write("content/sources/dunes.toml", profile + rows)
    assert sitegen("build", "--no-search", cwd=site.root).returncode == 0
