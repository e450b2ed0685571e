"""The French of everything that is printed: a row for each sentence, and the language that is asked for."""

import argparse
import ast
import errno
import inspect
import json
import json.decoder
import json.scanner
import os
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from sitegen.analyse import analyse
from sitegen.cli import parser
from sitegen.commands import build as build_command
from sitegen.commands import tongue
from sitegen.commands.tongue import Tongue
from sitegen.metadata.keys import read_by
from sitegen.model import Said
from sitegen.model.said import places
from sitegen.read import decode
from tests.conftest import PROJECT, SmallSite

ROWS: dict[str, dict[str, str]] = tomllib.loads((PROJECT / "content/messages/fr.toml").read_text("utf-8"))
SOURCES = sorted((PROJECT / "sitegen").rglob("*.py"))
# What the system's and the network's libraries say, which stands in no source.
OF_LIBRARIES = {"Name or service not known", "Temporary failure in name resolution", "timed out"}


def calls(tree: ast.AST, name: str) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name:
            yield node


def templates() -> dict[str, str]:
    """Every template in the program, and a place where it stands."""
    found = {}
    for path in SOURCES:
        for call in calls(ast.parse(path.read_text("utf-8")), "said"):
            place = f"{path.relative_to(PROJECT)}:{call.lineno}"
            given = call.args[0]
            assert isinstance(given, ast.Constant), f"{place}: a template is written where it is said"
            text = str(given.value)
            wanted = {str(keyword.arg) for keyword in call.keywords}
            if None not in [keyword.arg for keyword in call.keywords]:  # **sides
                assert places(text) == wanted, f"{place}: places and values are not the same"
            found[text] = place
    return found


def constants() -> set[str]:
    trees = [ast.parse(path.read_text("utf-8")) for path in SOURCES]
    nodes = [node for tree in trees for node in ast.walk(tree)]
    return {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_sentence_has_a_row_in_french() -> None:
    missing = {text: place for text, place in templates().items() if text not in ROWS["messages"]}
    assert not missing, "add a row to content/messages/fr.toml for each"


def test_no_row_is_left_that_nothing_says() -> None:
    assert set(ROWS["messages"]) - set(templates()) == set()


def test_a_translation_fills_the_same_places() -> None:
    rows = ROWS["messages"].items()
    assert [english for english, row in rows if places(row) != places(english)] == []
    assert [english for english, row in rows if not row.strip() or row.endswith(".")] == []


def test_every_name_that_has_a_row_is_given_by_the_program() -> None:
    given = constants()
    phrases = {
        name for name in ROWS["names"] if name.endswith("-phrase")
    }  # "published" or "updated" before it
    assert {name for name in ROWS["names"] if name not in given} <= phrases


def test_what_others_say_is_what_they_say() -> None:
    """A row for a sentence that a library words otherwise would never be used."""
    modules = (tomllib._parser, json.decoder, json.scanner)  # type: ignore[attr-defined]
    known = OF_LIBRARIES | {os.strerror(number) for number in errno.errorcode}
    for module in modules:
        nodes = ast.walk(ast.parse(inspect.getsource(module)))
        known |= {
            node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
    library = Path(yaml._yaml.__file__ or "").read_bytes()
    unknown = [text for text in ROWS["elsewhere"] if text not in known and text.encode() not in library]
    assert unknown == []


def test_every_reason_that_explain_gives_in_the_samples_is_in_french(tools: Any) -> None:
    say = Tongue(str(PROJECT), "fr")
    told = set()
    for path in sorted([*(PROJECT / "seeds").iterdir(), *(PROJECT / "content/articles").iterdir()]):
        analysis = analyse(decode(path.name, path.read_bytes(), "")[0], tools)
        fields = [getattr(analysis.metadata, name) for name in analysis.metadata.__struct_fields__]
        candidates = [one for field in fields for one in getattr(field, "candidates", ())]
        told |= {say(read_by(one.detector)) for one in candidates}
        told |= {say(Said(one.rank)) for one in candidates}
    assert told & constants() <= {"signature"}  # the same in both languages
    assert not [words for words in told if words.isascii() and "-" in words]


def sitegen(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sitegen", *arguments]
    return subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=60)


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


MISSPELT = "content/articles/a.md:2: warning key-misspelt "


SETTINGS = 'title = "Essai"\nbase_url = "https://a.example"\n'


@pytest.mark.parametrize(
    ("settings", "finding", "summary"),
    [
        ("", "rien ne lit la clé « tilte » (vouliez-vous dire « title » ?)", "1 (1 analysé)"),
        ('language = "en"\n', "nothing reads the key 'tilte' (did you mean 'title'?)", "1 (1 read anew)"),
    ],
)
def test_a_build_tells_of_a_misspelt_key_in_the_site_s_language(
    site: SmallSite, settings: str, finding: str, summary: str
) -> None:
    site.write("content/site.toml", SETTINGS + settings)
    site.article("a", tilte="Un pont", date="2025-03-04")
    done = sitegen("build", "--root", str(site.root), "--no-search")
    assert done.returncode == 0
    assert plain(done.stderr) == f"{MISSPELT}{finding}\n"
    assert plain(done.stdout).splitlines()[0].split(maxsplit=1) == ["articles", summary]


@pytest.mark.parametrize(
    ("settings", "asked", "finding"),
    [
        ('language = "en"\n', "fr", "rien ne lit la clé « tilte »"),
        ("", "en", "nothing reads the key 'tilte'"),
        ("", "../../x", "rien ne lit la clé « tilte »"),
    ],
)
def test_a_command_can_ask_for_a_language(site: SmallSite, settings: str, asked: str, finding: str) -> None:
    site.write("content/site.toml", SETTINGS + settings)
    site.article("a", tilte="Un pont", date="2025-03-04")
    done = sitegen("check", "--root", str(site.root), "--lang", asked)
    assert MISSPELT + finding in plain(done.stdout)


def test_a_further_language_is_one_file(site: SmallSite) -> None:
    site.write("content/messages/de.toml", '[messages]\n"no text to publish" = "kein Text"\n')
    site.write("content/articles/a.md", "---\ntitle: Eins\n---\n")
    done = sitegen("check", "--root", str(site.root), "--lang", "de")
    assert "error nothing-left kein Text (write a text, or remove the file)" in done.stdout


def test_a_site_s_own_words_win_over_the_program_s(site: SmallSite) -> None:
    site.write("content/messages/fr.toml", '[messages]\n"no text to publish" = "rien à lire"\n')
    site.write("content/articles/a.md", "---\ntitle: Un\n---\n")
    done = sitegen("check", "--root", str(site.root))
    assert plain(done.stdout).endswith(
        "error nothing-left rien à lire (écrivez un texte, ou retirez le fichier)\n"
    )


def test_what_a_site_says_at_the_terminal_changes_no_page(site: SmallSite) -> None:
    site.article("a", title="Un", date="2025-03-04")
    site.build()
    site.write("content/messages/fr.toml", '[messages]\n"remove it" = "ôtez-le"\n')
    again = site.build()
    assert (again.counts["read"], again.counts["pages-written"]) == (0, 0)


def test_words_are_read_only_where_something_is_said(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.article("a", title="Un", date="2025-03-04")
    asked: list[str] = []
    monkeypatch.setattr(tongue, "layers", lambda disk, root, path, **_: asked.append(path) or ())
    quiet = ["build", "--no-search", "--root", str(site.root), "--quiet"]
    assert build_command.run(arguments(*quiet)) == 0
    assert asked == []
    assert build_command.run(arguments(*quiet[:-1])) == 0
    assert "content/messages/fr.toml" in asked


def arguments(*words: str) -> argparse.Namespace:
    return parser().parse_args(words)


def test_words_that_cannot_be_read_are_said_in_english(site: SmallSite) -> None:
    (site.root / "content/messages").mkdir()
    os.mkfifo(site.root / "content/messages/de.toml")
    site.write("content/articles/a.md", "---\ntitle: Un\n---\n")
    done = sitegen("check", "--root", str(site.root), "--lang", "de")
    assert "no text to publish" in done.stdout


def test_explain_speaks_french_to_a_person_and_in_its_messages(site: SmallSite) -> None:
    site.write(
        "seeds/a.txt", "Partager sur Facebook\nLe président français a reçu mardi le maire de Dakar.\n"
    )
    path = str(site.root / "seeds/a.txt")
    shown = plain(sitegen("explain", path, "--root", str(site.root)).stdout)
    assert "[coupé : share" in shown
    assert "     titre  Le président français a reçu mardi le maire de Dakar" in shown
    assert "déduit : premières phrases, ligne 2 « Le président" in shown
    assert "Sénégal [SN] 0," in shown
    assert "Senegal [SN] 0." in sitegen("explain", path, "--root", str(site.root), "--lang", "en").stdout
    missing = sitegen("explain", "--json", str(site.root / "no.txt"), "--root", str(site.root))
    found = json.loads(missing.stdout)["diagnostics"][0]
    assert (found["code"], found["level"]) == ("file-unreadable", "error")
    assert plain(found["message"]) == "illisible : aucun fichier ni dossier de ce nom"


def test_usage_is_complained_of_in_french() -> None:
    done = sitegen("build", "--root", "/nowhere/at/all")
    assert (done.returncode, done.stderr) == (2, "sitegen: /nowhere/at/all n’est pas un dossier\n")


def test_ten_images_that_are_missing_take_three_lines_and_one(site: SmallSite) -> None:
    pictures = "\n\n".join(f"![Un pont](assets/pont{number}.jpg)" for number in range(10))
    site.article("a", f"Un texte.\n\n{pictures}", title="Un", date="2025-03-04")
    site.article("b", "Un texte.", title="Deux", date="45 mars")
    done = sitegen("build", "--root", str(site.root), "--no-search")
    lines = plain(done.stderr).splitlines()
    assert sum("image-missing l’image" in line for line in lines) == 3
    assert sum("date-invalid" in line for line in lines) == 1
    assert lines[-1] == "… et encore 7 image-missing ; « sitegen check » montre tout"
    checked = sitegen("check", "--root", str(site.root))
    assert checked.stdout.count("image-missing") == 10


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["build", "--jobs", "x"], "sitegen build: --jobs : « x » n’est pas un nombre de 1 à 256"),
        (["build", "--jobs"], "sitegen build: --jobs : il y faut une valeur à la suite"),
        (["build", "--frobnicate"], "sitegen: rien ne lit ici --frobnicate"),
        (["explain"], "sitegen explain: PATH manque"),
        (["explain", "--lang", "en"], "sitegen explain: PATH is missing"),
    ],
)
def test_a_misspelt_command_is_complained_of_in_the_site_s_language(words: list[str], told: str) -> None:
    done = sitegen(*words)
    assert done.returncode == 2
    assert plain(done.stderr).splitlines()[-1] == told


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("---\ntitle: a\n\tdate: b\n---", "une tabulation en début de ligne ; mettez des espaces"),
        ("---\ntitle: a\nb\n---", "il manque deux-points après la clé, ou un guillemet qui ferme"),
        ("+++\ntitle = 'a\n+++", "un guillemet ne se ferme pas ("),
        ('+++\ntitle = "a\n+++', "un guillemet ne se ferme pas sur sa ligne"),
        (
            "+++\nthèmes = ['a']\n+++",
            'la clé thèmes a des accents (écrivez-la "thèmes", entre guillemets droits)',
        ),
        ("+++\nétat = 1\n+++", "la clé état a des accents"),
        ("+++\na = {b = 1, b = 2}\n+++", "« b » est écrit deux fois"),
        ("+++\na = [1\n+++", "une liste ne se ferme pas"),
    ],
)
def test_a_broken_front_matter_is_told_in_french(site: SmallSite, head: str, told: str) -> None:
    site.write("content/articles/a.md", f"{head}\n\nUn texte.\n")
    done = sitegen("check", "--root", str(site.root))
    assert told in plain(done.stdout)


def test_a_doubtful_theme_has_its_name(site: SmallSite) -> None:
    site.write(
        "seeds/a.txt",
        "La piscine rouvre\n\nLa piscine a rouvert mardi après quatre ans de travaux, devant trois"
        " cents nageurs.\n\nLe bassin de cinquante mètres a coûté sept millions d'euros.\n",
    )
    shown = plain(sitegen("check", "--root", str(site.root)).stdout)
    assert "à vérifier : Économie" in shown
