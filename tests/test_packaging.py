"""What is promised around the code: locks, wheel, Netlify, the commands that the documents name."""

import ast
import http.server
import importlib.util
import json
import re
import subprocess
import sys
import threading
import tomllib
import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements.lock", "requirements-build.lock", "requirements-dev.lock", "requirements-browser.lock")
PIN = re.compile(r"^([a-z0-9][a-z0-9._-]*)==(\S+)(?: ; [^\\]+)? \\$", re.MULTILINE)


@pytest.fixture(scope="module")
def project() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


@pytest.fixture(scope="module")
def netlify() -> dict[str, Any]:
    return tomllib.loads((ROOT / "netlify.toml").read_text())


def pins(lock: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / lock).read_text()))


# --- locks ---


@pytest.mark.parametrize(
    ("lock", "wanted"),
    [
        ("requirements.lock", lambda p: p["project"]["dependencies"]),
        ("requirements-build.lock", lambda p: p["dependency-groups"]["build"]),
        ("requirements-build.lock", lambda p: p["build-system"]["requires"]),
        ("requirements-dev.lock", lambda p: p["project"]["dependencies"]),
        ("requirements-dev.lock", lambda p: [x for x in p["dependency-groups"]["dev"] if isinstance(x, str)]),
        ("requirements-browser.lock", lambda p: p["dependency-groups"]["browser"]),
    ],
)
def test_a_lock_pins_every_direct_dependency_to_a_version_that_suits(lock, wanted, project):
    locked = pins(lock)
    for requirement in map(Requirement, wanted(project)):
        version = locked.get(canonicalize_name(requirement.name))
        assert version, f"{requirement.name} is missing from {lock}: run make lock"
        assert requirement.specifier.contains(version), f"{requirement.name} {version} in {lock}: make lock"


MODULES = {  # what a distribution is called where it is imported
    "babel": "babel",
    "ahocorasick": "pyahocorasick",
    "frontmatter": "python-frontmatter",
    "markdown_it": "markdown-it-py",
    "PIL": "pillow",
    "yaml": "pyyaml",
    "pagefind_bin": "pagefind-bin",
}


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The distributions that the program imports from."""
    names = {name for path in (ROOT / "sitegen").rglob("*.py") for name in imports(path)}
    return {MODULES.get(name, name) for name in names - sys.stdlib_module_names - {"sitegen"}}


@pytest.fixture(scope="module")
def direct(project: dict[str, Any]) -> set[str]:
    """The distributions that the project names as its dependencies."""
    return {canonicalize_name(Requirement(entry).name) for entry in project["project"]["dependencies"]}


def test_whatever_the_program_imports_is_a_direct_dependency(imported, direct):
    assert imported - direct == set()


def test_no_direct_dependency_is_there_for_nothing(imported, direct):
    assert direct - imported == set()


def imports(path: Path) -> Iterator[str]:
    """The top-level names of all modules that a file imports, at its head or inside a function."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name.split(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_has_hashes_and_names_no_index_and_no_file(lock):
    lines = [line for line in (ROOT / lock).read_text().splitlines() if not line.lstrip().startswith("#")]
    for before, line in zip(lines, [*lines[1:], ""], strict=True):
        if not before.startswith(" "):
            assert PIN.match(before + "\n"), f"not a plain pin: {before}"
            assert re.match(r" {4}--hash=sha256:[0-9a-f]{64}", line), f"no hash: {before}"
    assert not re.search(r"://|file:|--(index|extra|find|trusted)", "\n".join(lines))


def test_the_npm_lock_holds_the_versions_named_with_their_hashes():
    named = json.loads((ROOT / "tests/browser/package.json").read_text())["devDependencies"]
    packages = json.loads((ROOT / "tests/browser/package-lock.json").read_text())["packages"]
    assert packages[""]["devDependencies"] == named
    assert {name: packages[f"node_modules/{name}"]["version"] for name in named} == named
    for place, package in packages.items():
        assert not place or package["integrity"].startswith("sha512-")
        assert package.get("resolved", "https://registry.npmjs.org/").startswith(
            "https://registry.npmjs.org/"
        )


def test_the_tests_run_with_the_versions_that_the_site_is_built_with():
    tested = pins("requirements-dev.lock")
    for lock in LOCKS[:2]:
        assert {name: tested.get(name) for name in pins(lock)} == pins(lock)


def test_one_python_version_is_named_everywhere(project, netlify):
    named = (ROOT / ".python-version").read_text().strip()
    assert project["project"]["requires-python"] == f">={named}"
    assert netlify["build"]["environment"]["PYTHON_VERSION"] == named
    assert project["tool"]["mypy"]["python_version"] == named
    assert project["tool"]["ruff"]["target-version"] == "py" + named.replace(".", "")


# --- Netlify ---


def headers(netlify: dict[str, Any], path: str) -> dict[str, str]:
    return next(rule["values"] for rule in netlify["headers"] if rule["for"] == path)


def test_the_content_security_policy_lets_nothing_in(netlify):
    policy = headers(netlify, "/*")["Content-Security-Policy"]
    directives = {name: values for name, *values in (part.split() for part in policy.split(";"))}
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert directives["style-src"] == ["'self'"]
    assert directives["base-uri"] == directives["frame-ancestors"] == ["'none'"]
    assert directives["form-action"] == ["'self'"]
    allowed = {"'none'", "'self'", "'wasm-unsafe-eval'", "data:"}
    assert {value for values in directives.values() for value in values} <= allowed
    assert [name for name, values in directives.items() if "data:" in values] == ["img-src"]


@pytest.mark.parametrize(
    ("name", "pattern"),
    [
        ("Strict-Transport-Security", r"max-age=\d{8,}"),
        ("X-Content-Type-Options", r"nosniff$"),
        ("X-Frame-Options", r"DENY$"),
        ("Referrer-Policy", r"(strict-origin|same-origin|no-referrer)"),
        ("Permissions-Policy", r"(.*, )?camera=\(\)"),
        ("Cross-Origin-Opener-Policy", r"same-origin$"),
    ],
)
def test_every_answer_carries_a_security_header(name, pattern, netlify):
    assert re.match(pattern, headers(netlify, "/*")[name])


def test_only_names_that_change_with_their_content_are_kept_for_ever(netlify):
    for_ever = [rule["for"] for rule in netlify["headers"] if "immutable" in str(rule["values"])]
    assert for_ever
    assert all(
        re.match(r"/(assets|images)/\*$|/pagefind/(\*/)?(fragment|index|filter)/\*$", path)
        for path in for_ever
    )
    assert "Cache-Control" not in headers(netlify, "/*")


def test_netlify_builds_with_make_site_into_public(netlify):
    commands = [netlify["build"]["command"], *(context["command"] for context in netlify["context"].values())]
    assert all(command.startswith("make site ") for command in commands)
    assert netlify["build"]["publish"] == "public"


def test_nothing_at_the_top_makes_netlify_install_more_than_the_site_needs():
    assert not [
        name for name in ("package.json", "requirements.txt", "Pipfile", "Gemfile") if (ROOT / name).exists()
    ]


# --- commands ---


def make_targets() -> set[str]:
    return set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))


DOCUMENTS = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md"), ROOT / ".ci/run", ROOT / "netlify.toml"]
)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_make_command_that_a_document_names_exists(path):
    named = set(re.findall(r"(?:^|[`'\"(] ?)make ([a-z][a-z-]*)", path.read_text(), re.MULTILINE))
    assert named <= make_targets()


def test_the_readme_opens_with_the_two_commands():
    readme = (ROOT / "README.md").read_text()
    assert re.findall(r"^```\n(.*?)\n```$", readme, re.MULTILINE | re.DOTALL)[0] == "make site"
    assert readme.index("make site") < readme.index("make test") < readme.index("## Adding an item")


def test_make_help_lists_every_command():
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert set(re.findall(r"^make ([a-z-]+)", shown, re.MULTILINE)) == make_targets()


@pytest.mark.parametrize("script", [".ci/run", "tools/environment.sh"])
def test_a_script_can_be_run_and_parses(script):
    path = ROOT / script
    assert path.stat().st_mode & 0o111
    shell = "bash" if "bash" in path.read_text().splitlines()[0] else "sh"
    subprocess.run([shell, "-n", path], check=True)


# --- installing ---


def test_without_a_suitable_python_it_is_said_what_to_install(tmp_path):
    run = subprocess.run(
        [ROOT / "tools/environment.sh", "requirements.lock"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHON": "no-such-python"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 2
    assert "apt-get install python3 python3-venv" in run.stderr
    assert not list(tmp_path.iterdir())


@pytest.fixture
def index(tmp_path: Path) -> Iterator[str]:
    """A package index on loopback whose pip is not the real one."""
    (tmp_path / "pip").mkdir()
    (tmp_path / "pip/index.html").write_text('<a href="pip-25.3-py3-none-any.whl#sha256=0">pip</a>')
    (tmp_path / "pip/pip-25.3-py3-none-any.whl").write_bytes(b"not pip")

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args: Any) -> None:
            super().__init__(*args, directory=str(tmp_path))

        def log_message(self, *args: object) -> None: ...

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def test_a_pip_with_another_hash_is_refused(index):
    run = subprocess.run(
        [sys.executable, ROOT / "tools/fetch_pip.py"],
        env={"PIP_INDEX_URL": index},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert "hash differs" in run.stderr


# --- the wheel ---


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if importlib.util.find_spec("hatchling") is None:
        pytest.skip("hatchling is not installed: make install-tests")
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_the_defaults_whole(wheel, project):
    inside = set(zipfile.ZipFile(wheel).namelist())
    carried = project["tool"]["hatch"]["build"]["targets"]["wheel"]["hooks"]["custom"]["defaults"]
    for source, target in carried.items():
        path = ROOT / source
        files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
        assert files, f"{source} is empty"
        for file in files:
            place = target if path.is_file() else f"{target}/{file.relative_to(path).as_posix()}"
            assert place in inside


def test_the_wheel_gives_the_command_and_only_the_package(wheel):
    archive = zipfile.ZipFile(wheel)
    entry_points = next(name for name in archive.namelist() if name.endswith("entry_points.txt"))
    assert "sitegen = sitegen.cli:main" in archive.read(entry_points).decode()
    assert {name.split("/")[0].split("-")[0] for name in archive.namelist()} == {"sitegen"}


def test_the_wheel_works_far_from_the_checkout(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    capture = tmp_path / "capture.txt"
    capture.write_text(
        "Publié le 4 mars 2025 à 9 h 30\n\n" + "Le pont rouvre lundi, dit la mairie de Dakar. " * 9
    )
    run = subprocess.run(
        [sys.executable, "-P", "-m", "sitegen", "explain", "--json", capture],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "installed"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert (found["date"], found["language"]) == ("2025-03-04", "fr")
    assert [country["code"] for country in found["countries"]] == ["SN"]


def test_every_folder_of_tests_is_looked_into(request: pytest.FixtureRequest) -> None:
    """Left to itself, pytest passes over folders called build, dist or venv."""
    passed_over = request.config.getini("norecursedirs")
    folders = {path.parent.name for path in (ROOT / "tests").glob("*/test_*.py")}
    assert "build" in folders
    assert not [name for name in folders if any(fnmatch(name, pattern) for pattern in passed_over)]
