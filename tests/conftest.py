"""Small sites to build, and the tools to look at one file; shared by every room's tests."""

import datetime as dt
import functools
import os
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import hypothesis
import pytest
from jinja2.bccache import Bucket, BytecodeCache

from sitegen.analyse import Tools
from sitegen.build import Options, Report, Warm, build, produce, tools_for
from sitegen.build.settle import Settings, settle
from sitegen.commands.progress import silent
from sitegen.effects.disk import Disk
from sitegen.render.templates import compile_templates
from tests.chromium import CHROMIUM, FLAGS
from tests.trees import tree_of

# A busy machine is slow to make examples up, which says nothing of the program.
# The same examples are tried each time, so that a run fails for what was changed; HYPOTHESIS_EXPLORE=1 and
# make fuzz try others.
hypothesis.settings.register_profile(
    "patient",
    deadline=None,
    derandomize="HYPOTHESIS_EXPLORE" not in os.environ,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.load_profile("patient")
PROJECT = Path(__file__).parents[1]
MEMO = ".sitegen/memo.sqlite"
AS_OF = dt.date(2025, 12, 31)

SITE_TOML = """
title = "Le Relevé d'essai"
description = "Une revue de presse pour les tests."
base_url = "https://releve.example.org"
as_of = 2025-12-31
"""


class SmallSite:
    """A site's folder with a few files, that can be built and looked at."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("content/site.toml", SITE_TOML)

    @property
    def public(self) -> Path:
        return self.root / "public"

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
        return file

    def article(self, name: str, body: str = "", **meta: str) -> Path:
        head = "".join(f"{key}: {value}\n" for key, value in meta.items())
        text = (
            body
            or "Le gouvernement arménien a présenté mardi son projet de budget aux députés réunis à Erevan."
        )
        return self.write(f"content/articles/{name}.md", f"---\n{head}---\n\n{text}\n")

    def options(self, **changes: object) -> Options:
        given: dict[str, object] = {"root": str(self.root), "output": str(self.public), "search": False}
        return Options(**{**given, **changes})  # type: ignore[arg-type]  # the fields of Options

    def build(self, disk: Disk | None = None, warm: Warm | None = None, **changes: object) -> Report:
        return build(self.options(**changes), disk or Disk(), silent, warm)

    def tree(self) -> dict[str, bytes]:
        return tree_of(self.public)


@pytest.fixture(scope="session")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The memo of a site without articles: what every first build would work out of the lists in content/."""
    small = SmallSite(tmp_path_factory.mktemp("knowledge"))
    small.build()
    return (small.root / MEMO).read_bytes()


@pytest.fixture
def site(tmp_path: Path, knowledge: bytes) -> SmallSite:
    """An empty site in a folder of its own."""
    return begun(tmp_path, knowledge)


@pytest.fixture
def site_of(tmp_path: Path, knowledge: bytes) -> Callable[[Mapping[str, str]], SmallSite]:
    """A function that makes a site of given files."""

    def make(files: Mapping[str, str]) -> SmallSite:
        small = begun(tmp_path, knowledge)
        for path, text in files.items():
            small.write(path, text)
        return small

    return make


def begun(folder: Path, knowledge: bytes) -> SmallSite:
    """A site whose first build finds the lists read already, which is half of its time."""
    small = SmallSite(folder / "site")
    small.write(MEMO, knowledge).chmod(0o600)
    return small


class Compiled(BytecodeCache):
    """What templates were compiled to, in this process."""

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self.codes:
            bucket.bytecode_from_string(self.codes[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self.codes[bucket.key] = bucket.bytecode_to_string()


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Each template is compiled once for the whole run, not for each of hundreds of sites."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(produce, "compile_templates", functools.partial(compile_templates, bytecode=Compiled()))
        yield


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The default settings, as a site without any of its own has them."""
    root = tmp_path_factory.mktemp("empty")
    return settle(Options(root=str(root), output=str(root / "public"), as_of=AS_OF), Disk(), None)


@pytest.fixture(scope="session")
def tools(settings: Settings) -> Tools:
    """The tools of analysis with the default settings."""
    return tools_for(settings)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The evaluation material beside the project; a test that needs it is skipped where it is absent."""
    folder = PROJECT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the evaluation material is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Debian's Chromium; one for the whole run, since Playwright takes a single one at a time."""
    api = pytest.importorskip("playwright.sync_api")
    if not CHROMIUM:
        pytest.skip("no chromium on this machine (apt install chromium)")
    with api.sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()
