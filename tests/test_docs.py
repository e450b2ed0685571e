"""The documents keep up with the code: messages, dependencies, settings, links."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from sitegen.commands import COMMANDS
from sitegen.commands.findings import as_line
from sitegen.commands.tongue import Tongue
from sitegen.config.noise import load_noise
from sitegen.config.overrides import load_overrides
from sitegen.config.site import _TYPES as SITE_KEYS
from sitegen.config.sources import load_sources
from sitegen.model import SourceFile
from sitegen.read import read
from sitegen.text.keys import KEYS

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
ROW = re.compile(r"^\| `?([\w.-]+)`? \|", re.MULTILINE)
CODE = re.compile(r"[a-z]+(?:-[a-z0-9]+)*")


def codes_in_the_program() -> Iterator[tuple[str, str]]:
    """Each code given as a literal to a diagnostic, or to a function that makes one, and its file."""
    for path in sorted((ROOT / "sitegen").rglob("*.py")):
        tree = ast.parse(path.read_text())
        makers = {"Diagnostic": 0} | {
            node.name: [argument.arg for argument in node.args.args].index("code")
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef) and "code" in [argument.arg for argument in node.args.args]
        }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in makers:
                named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
                for given in [*node.args[makers[node.func.id] :][:1], *named]:
                    choices = [given.body, given.orelse] if isinstance(given, ast.IfExp) else [given]
                    for code in choices:
                        if isinstance(code, ast.Constant):
                            yield str(code.value), path.relative_to(ROOT).as_posix()


def words_in_the_program() -> set[str]:
    return {
        node.value
        for path in (ROOT / "sitegen").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def documented_codes() -> list[str]:
    rows = ROW.findall((ROOT / "docs/diagnostics.md").read_text())
    return [row for row in rows if row != "code"]


def test_every_message_is_documented():
    documented = set(documented_codes())
    missing = {f"{code} ({path})" for code, path in codes_in_the_program() if code not in documented}
    assert not missing, "add a row to docs/diagnostics.md for each"


def test_every_documented_message_exists_and_stands_in_order():
    documented = documented_codes()
    assert documented == sorted(set(documented))
    assert set(documented) <= words_in_the_program()
    assert all(CODE.fullmatch(code) for code in documented)


@pytest.mark.parametrize("guide", ["editeurs.md", "diagnostics.md"])
def test_the_finding_that_a_guide_quotes_is_what_an_editor_reads(guide):
    text = "---\ndate: 2025-09-15\ndate: 2025-09-16\n---\n\nUn texte.\n"
    document = read(SourceFile("content/articles/un-pont.md", text, ""))
    line = as_line(document.notes[0], Tongue(str(ROOT), "fr")).replace("\N{NO-BREAK SPACE}", " ")
    assert line in (ROOT / "docs" / guide).read_text()


def test_every_direct_dependency_has_its_reason_and_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    named = [*project["project"]["dependencies"], *(entry for group in groups.values() for entry in group)]
    from_npm = json.loads((ROOT / "tests/browser/package.json").read_text())["devDependencies"]
    wanted = {Requirement(entry).name for entry in named if isinstance(entry, str)} | set(from_npm)
    text = (ROOT / "docs/dependencies.md").read_text()
    assert set(ROW.findall(text)) - {"library"} == wanted
    assert all(len(line.split("|")) == 5 for line in text.splitlines() if line.startswith("|"))


def test_the_sites_own_settings_show_every_key():
    text = (ROOT / "content/site.toml").read_text()
    offered = re.findall(r"^# (\w+) = ", text, re.MULTILINE)  # as_of, which only an old site's copy needs
    assert {*tomllib.loads(text), *offered} == set(SITE_KEYS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_and_option_is_documented(command):
    text = (ROOT / "docs/commands.md").read_text()
    assert f"## sitegen {command.name}" in text
    assert f"`sitegen {command.name}" in (ROOT / "README.md").read_text()
    flags = {flag for option in command.options for flag in option.flags if flag.startswith("--")}
    assert {flag for flag in flags if f"`{flag}" not in text} == set()


@pytest.mark.parametrize(
    ("mark", "load"),
    [("[[noise]]\nid", load_noise), ("countries = [", load_overrides), ("domains", load_sources)],
    ids=["noise", "override", "source"],
)
def test_the_guides_examples_are_accepted(mark, load):
    guide = (ROOT / "docs/editeurs.md").read_text()
    examples = re.findall(r"^```toml\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    example = next(text for text in examples if mark in text)
    _, findings = load({"content/example.toml": example})
    assert findings == ()


def test_the_guide_names_only_keys_that_are_read():
    guide = (ROOT / "docs/editeurs.md").read_text()
    table = guide[guide.index("| Clé |") : guide.index("Une valeur qui contient")]
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    named = {key for row in rows for key in re.findall(r"`(\w+)`", row)}
    read_elsewhere = {"draft", "slug", "aliases", "publish", "noindex", "keep", "drop", "countries", "themes"}
    read_elsewhere |= {"traduction", "translationkey"}
    assert {"title", "date", "source", "keep"} <= named
    assert {key.lower() for key in named} - read_elsewhere <= {one for row in KEYS.values() for one in row}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_links_between_documents_lead_somewhere(path):
    text = re.sub(r"^```.*?^```", "", path.read_text(), flags=re.MULTILINE | re.DOTALL)
    for target in re.findall(r"\]\(([^)]+)\)", text):
        place, _, anchor = target.partition("#")
        if place.startswith(("http://", "https://", "mailto:")):
            continue
        file = (path.parent / place).resolve() if place else path
        assert file.exists(), target
        if anchor:
            assert anchor in anchors(file.read_text()), target


def anchors(text: str) -> set[str]:
    """The anchors that a forge gives to a document's headings."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w\s-]", "", heading.lower()).replace(" ", "-") for heading in headings}
