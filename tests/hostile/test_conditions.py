"""The program where the machine refuses: no room, no rights, no memory, no files, nobody who listens."""

import contextlib
import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from tests.conftest import PROJECT, SmallSite
from tests.hostile.programs import command
from tests.trees import tree_of

pytestmark = pytest.mark.hostile


def limited(kind: int, value: int) -> Callable[[], None]:
    return lambda: resource.setrlimit(kind, (value, value))


def run(
    site: SmallSite,
    *more: str,
    before: Sequence[str] = (),
    limit: Callable[[], None] | None = None,
    **options: object,
) -> tuple[int, str]:
    """A build by the program in these conditions: its exit code, and what it complained of."""
    given: dict[str, object] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.PIPE, **options}
    done = subprocess.run(
        [*before, *command("build", "--root", str(site.root), "--no-search", "--lang", "en", *more)],
        cwd=PROJECT,
        timeout=120,
        check=False,
        preexec_fn=limit,
        **given,
    )
    err = (done.stderr or b"").decode()
    assert "Traceback" not in err, err
    return done.returncode, err


def fill(site: SmallSite, words: str) -> None:
    for number in range(3):
        text = f"Le texte {number}, {words}, sur Erevan. " * 40
        site.article(f"a{number}", text, title=f"Titre {number}", date="2025-02-01")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> SmallSite:
    site = SmallSite(tmp_path_factory.mktemp("conditions") / "site")
    fill(site, "ancien")
    assert site.build().status == "done"
    return site


@contextlib.contextmanager
def change(site: SmallSite, *, refused: bool = True) -> Iterator[None]:
    """What is done inside leaves the old site where it was refused; the next build is that of an untroubled site."""
    before = tree_of(site.public)
    words = f"nouveau {os.urandom(4).hex()}"
    fill(site, words)
    yield
    assert not refused or tree_of(site.public) == before
    assert site.build().status == "done"
    other = SmallSite(site.root.parent / "other")
    shutil.rmtree(other.root)
    shutil.copytree(site.root / "content", other.root / "content")
    other.build()
    assert other.tree() == site.tree()
    assert words.encode() in site.tree()["articles/2025/02/titre-0/index.html"]


@contextlib.contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """A small filesystem of its own, where that is permitted."""
    folder.mkdir(exist_ok=True)
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], capture_output=True, check=False
    )
    if done.returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_disk_that_is_full(made: SmallSite, tmp_path: Path) -> None:
    with mounted(tmp_path / "small", "size=60m"):
        site = SmallSite(tmp_path / "small/site")
        fill(site, "ancien")
        assert run(site) == (0, "")
        before = site.tree()
        with change(site):
            (tmp_path / "small/filler").write_bytes(
                b"x" * (os.statvfs(tmp_path / "small").f_bavail * 4096 - 40_000)
            )
            code, err = run(site)
            assert code == 3
            assert "No space left on device: " in err
            assert "free some space" in err
            assert site.tree() == before
            (tmp_path / "small/filler").unlink()


@pytest.mark.parametrize("size", [0, 3_000, 30_000])
def test_files_that_may_not_be_large(made: SmallSite, size: int) -> None:
    with change(made):
        code, err = run(made, limit=limited(resource.RLIMIT_FSIZE, size))
        assert code == 3
        assert "File too large" in err or "Input/output error" in err
        assert "whole" in err


def test_an_output_on_a_disk_that_is_read_only(made: SmallSite, tmp_path: Path) -> None:
    with mounted(tmp_path / "fixed", "size=20m"):
        place = str(tmp_path / "fixed/public")
        made.build(output=place)
        before = tree_of(Path(place))
        fill(made, "autre")
        subprocess.run(["mount", "-o", "remount,ro", str(tmp_path / "fixed")], check=True)
        code, err = run(made, "--output", place)
        assert code == 3
        assert "Read-only file system: " in err
        assert "another --output" in err
        assert tree_of(Path(place)) == before


@pytest.mark.parametrize("where", ["", ".sitegen", ".sitegen/out-public", ".sitegen/out-public/twin"])
def test_a_folder_that_may_not_be_written(made: SmallSite, where: str) -> None:
    before = []
    if not os.getuid():  # who may do anything gives that right up
        if not shutil.which("setpriv"):
            pytest.skip("only root, who can write anywhere")
        before = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
    folders = [path for path in (made.root / where).rglob("*") if where and path.is_dir()]
    with change(made, refused=bool(where)):
        for folder in (made.root / where, *folders):
            folder.chmod(0o555)
        code, err = run(made, before=before)
        for folder in (made.root / where, *folders):
            folder.chmod(0o755)
        if where:
            assert code == 3
            assert "Permission denied: " in err
            assert "make it writable" in err


@pytest.mark.parametrize("most", [6, 10, 14])
def test_few_open_files(made: SmallSite, most: int) -> None:
    with change(made, refused=False):
        code, err = run(made, limit=limited(resource.RLIMIT_NOFILE, most))
        assert code in (0, 1, 3)
        assert code == 0 or "Too many open files" in err or "unable to open" in err


@pytest.mark.parametrize("megabytes", [90, 130, 180])
def test_little_memory(made: SmallSite, megabytes: int) -> None:
    with change(made, refused=False):
        code, err = run(made, limit=limited(resource.RLIMIT_AS, megabytes * 1_000_000))
        assert code in (0, 1, 3)
        assert "MB of memory are little; a build takes" in err  # before a library ends it in its own words
        assert code != 3 or "the memory ran out; give it more" in err


ODD: dict[str, dict[str, str]] = {
    "no home": {"HOME": ""},
    "a home that is not there": {"HOME": "/nowhere"},
    "no folder for temporary files": {"TMPDIR": "/nowhere"},
    "a terminal without letters": {
        "LC_ALL": "C",
        "PYTHONUTF8": "0",
        "PYTHONIOENCODING": "ascii",
        "PYTHONCOERCECLOCALE": "0",
    },
    "another time zone": {"TZ": "Pacific/Kiritimati"},
}


def test_odd_environments(made: SmallSite) -> None:
    with change(made, refused=False):
        for what, names in ODD.items():
            assert run(made, env={**os.environ, **names}) == (0, ""), what
        assert run(made, env={"PATH": "/usr/bin"}) == (0, "")


CLOSED = [(0,), (1,), (2,), (0, 1, 2)]


@pytest.mark.parametrize("handles", CLOSED, ids=str)
def test_streams_that_are_closed(made: SmallSite, handles: tuple[int, ...]) -> None:
    with change(made, refused=False):
        done = subprocess.run(
            ["sh", "-c", '"$@" ' + " ".join(f"{handle}>&-" for handle in handles), "sh",
             *command("build", "--root", str(made.root), "--no-search")],
            cwd=PROJECT, capture_output=True, check=False,
        )  # fmt: skip
        assert done.returncode == 0
        assert b"Traceback" not in done.stderr


def test_nobody_who_listens(made: SmallSite) -> None:
    with change(made, refused=False):
        line = " ".join(["build", "--root", str(made.root), "--no-search"])
        done = subprocess.run(
            ["bash", "-c", f'"{command()[0]}" -m sitegen {line} | head -c 1; exit ${{PIPESTATUS[0]}}'],
            cwd=PROJECT, capture_output=True, check=False,
        )  # fmt: skip
        assert (done.returncode, done.stderr) == (0, b"")


def test_a_report_that_cannot_be_written(made: SmallSite) -> None:
    with change(made, refused=False), Path("/dev/full").open("wb") as full:
        code, err = run(made, stdout=full)
        assert code == 3
        assert "No space left on device: what this command says" in err
        assert run(made, stdout=full, stderr=full)[0] == 3
