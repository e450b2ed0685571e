"""The documents keep up with the code: messages, dependencies, settings, links."""

import ast
import json
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from sitegen.config.site import _TYPES as SITE_KEYS

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
ROW = re.compile(r"^\| `?([\w.-]+)`? \|", re.MULTILINE)
CODE = re.compile(r"[a-z]+(-[a-z0-9]+)*")


def codes_in_the_program() -> Iterator[tuple[str, str]]:
    """Each code given to a diagnostic as a literal, and the file it stands in."""
    for path in sorted((ROOT / "sitegen").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id == "Diagnostic"
            ):
                codes = [node.args[0]] if node.args else [k.value for k in node.keywords if k.arg == "code"]
                for code in codes:
                    if isinstance(code, ast.Constant) and isinstance(code.value, str):
                        yield code.value, str(path.relative_to(ROOT))


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


def test_every_direct_dependency_has_its_reason_and_licence():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    groups = project["dependency-groups"]
    named = [*project["project"]["dependencies"], *(entry for group in groups.values() for entry in group)]
    from_npm = json.loads((ROOT / "package.json").read_text())["devDependencies"]
    wanted = {Requirement(entry).name for entry in named if isinstance(entry, str)} | set(from_npm)
    text = (ROOT / "docs/dependencies.md").read_text()
    assert set(ROW.findall(text)) - {"library"} == wanted
    assert all(len(line.split("|")) == 5 for line in text.splitlines() if line.startswith("|"))


def test_the_sites_own_settings_show_every_key():
    text = (ROOT / "content/site.toml").read_text()
    assert set(tomllib.loads(text)) == set(SITE_KEYS)


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
