"""Every moment is the one when power fails: the old site whole or the new one, and the next build right."""

import ast
import contextlib
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen.build import BusyError, ForeignOutputError, TakenError
from sitegen.effects import swap
from sitegen.effects.disk import Disk
from sitegen.effects.memo import DamagedError, Kept, Memo
from tests.conftest import SITE_TOML, SmallSite
from tests.hostile.measured import builds
from tests.hostile.programs import PROJECT, command, sitegen
from tests.trees import tree_of

pytestmark = pytest.mark.hostile

VERBS = (
    "write", "replace", "link", "unlink", "makedirs", "rename", "exchange", "fsync", "sync", "remove_tree", "read",
)  # fmt: skip
CAPTURE = """LE PARLEMENT ARMÉNIEN ADOPTE LE BUDGET
Erevan / Agence Exemple
Mercredi 19 novembre, le Parlement arménien a adopté le budget de la défense pour l'année prochaine, en hausse.
Partager
"""


class FailingDisk(Disk):
    """A disk on which the n-th use of a verb fails; ``seen`` counts all uses."""

    def __init__(self, verb: str = "", nth: int = 0, error: int = 28) -> None:
        self.seen: dict[str, int] = dict.fromkeys(VERBS, 0)
        for name in VERBS:
            setattr(self, name, self._counted(name, getattr(super(), name), verb, nth, error))

    def _counted(self, name: str, act: Callable, verb: str, nth: int, error: int) -> Callable:
        def wrapped(*arguments, **named):
            self.seen[name] += 1
            if name == verb and self.seen[name] == nth:
                if name == "write":  # the beginning of the file is there, as on a full disk
                    act(arguments[0], arguments[1][: len(arguments[1]) // 2])
                raise OSError(error, os.strerror(error), str(arguments[0]) if arguments else "")
            return act(*arguments, **named)

        return wrapped


def fill(site: SmallSite, words: str) -> None:
    """A site of a few items in one of two states."""
    for number in range(4):
        site.article(
            f"a{number}",
            f"Un texte {words} sur Erevan.",
            title=f"Titre {number}",
            date=f"2025-02-{number + 1:02}",
        )
    site.write("seeds/budget.txt", CAPTURE.replace("Partager", words))
    extra = site.root / "content/articles/extra.md"
    if words == "nouveau":
        site.article("extra", title="Un article de plus", date="2025-06-01")
    else:
        extra.unlink(missing_ok=True)


def sources(site: SmallSite) -> dict[str, bytes]:
    return {
        path: data
        for path, data in tree_of(site.root).items()
        if not path.startswith((".sitegen", "public")) and path != "content/ledger.tsv"
    }


def own(tree: dict[str, bytes]) -> dict[str, bytes]:
    """The site's files but Pagefind's, whose names and bytes are its own affair."""
    return {path: data for path, data in tree.items() if not path.startswith("pagefind/")}


@dataclass(slots=True)
class Worn:
    """A site that has been built in both of its states, the whole trees of both, and the state it is in."""

    site: SmallSite
    trees: dict[str, dict[str, bytes]]
    words: str

    def turn(self, verb: str = "") -> str:
        """Give the sources their other state; and what makes the next build use a verb that it seldom needs."""
        self.words = "nouveau" if self.words == "ancien" else "ancien"
        fill(self.site, self.words)
        if verb in ("link", "remove_tree"):  # files are linked into a twin that is made anew
            shutil.rmtree(self.site.root / ".sitegen/out-public/twin")
        return self.words

    def settle(self) -> None:
        """Build, which must give the whole of what the sources say now."""
        assert self.site.build().status == "done"
        assert self.site.tree() == self.trees[self.words]


@pytest.fixture(scope="module")
def worn(tmp_path_factory: pytest.TempPathFactory) -> Worn:
    """One site for all the tests that leave it as they found it."""
    worn = Worn(SmallSite(tmp_path_factory.mktemp("worn") / "site"), {}, "ancien")
    for _ in range(4):  # twice: shelves once published stay
        words = worn.turn()
        assert worn.site.build().status == "done"
        worn.trees[words] = worn.site.tree()
    return worn


def fail(worn: Worn, verb: str, share: float, uses: dict[str, int]) -> None:
    """A build whose disk fails at this share of the uses of a verb, and the next one."""
    words = worn.turn(verb)
    nth = 1 + round(share * (uses[words] - 1))
    before = sources(worn.site)
    try:
        report = worn.site.build(FailingDisk(verb, nth))
    except OSError:
        pass
    else:  # it went on without: then all is there, or it says what is not
        assert worn.site.tree() == worn.trees[words] or report.notes
    assert worn.site.tree() in worn.trees.values(), f"{verb} {nth}"
    assert sources(worn.site) == before
    worn.settle()


def counted(worn: Worn, verb: str) -> dict[str, int]:
    """How often a verb is used on the way to each state."""
    uses = {}
    for _ in range(2):
        disk = FailingDisk()
        words = worn.turn(verb)
        worn.site.build(disk)
        uses[words] = disk.seen[verb]
    assert all(uses.values())
    return uses


def test_a_disk_that_is_full_in_the_middle(worn: Worn) -> None:
    fail(worn, "write", 0.5, counted(worn, "write"))


@pytest.mark.parametrize("verb", VERBS)
def test_a_disk_that_fails_at_any_act(worn: Worn, verb: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if verb == "sync":  # of large sites
        monkeypatch.setattr(swap, "_FEW", 0)
    uses = counted(worn, verb)
    turns = min(7, 2 * min(uses.values()))
    for turn in range(turns):
        fail(worn, verb, turn / max(1, turns - 1), uses)


def test_a_process_killed_at_a_hundred_moments(worn: Worn) -> None:
    """Kills that fall into the building itself, up to four one after the other before a build may end."""
    chance = random.Random(8)
    seen = set()
    site = worn.site
    with builds(site.root) as running:
        worn.turn()
        span = running.build().lasted * 1.05
        for turn in range(100):
            words = worn.turn()
            before = sources(site)
            cut = running.killed(chance.uniform(0, span)).code == -signal.SIGKILL
            found = site.tree()
            assert found in worn.trees.values(), f"kill {turn}"
            seen.add((cut, found == worn.trees[words]))
            assert sources(site) == before
            if turn % 4 == chance.randrange(4):
                assert running.build().code == 0
                assert site.tree() == worn.trees[words], f"after kill {turn}"
        worn.settle()
    assert (True, False) in seen, "no kill came before the exchange"
    assert {(True, True), (False, True)} & seen, "all kills came before the exchange"


def test_a_program_killed_while_it_starts_and_while_it_makes_the_index(site: SmallSite) -> None:
    chance = random.Random(9)
    wanted = {}
    span = 0.0
    for words in ("nouveau", "ancien", "nouveau", "ancien"):
        fill(site, words)
        start = time.monotonic()
        assert site.build(search=True).status == "done"
        span = max(span, time.monotonic() - start) if wanted else 0
        wanted[words] = own(site.tree())
    for turn in range(8):
        words = ("nouveau", "ancien")[turn % 2]
        fill(site, words)
        process = subprocess.Popen(
            command("build", "--root", str(site.root), "--quiet"),
            cwd=PROJECT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(span * (turn + chance.random()) / 4)  # a program takes about as long again to start
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert own(site.tree()) in wanted.values(), f"kill {turn}"
        assert site.build(search=True).status == "done"
        assert own(site.tree()) == wanted[words], f"after kill {turn}"
        assert (site.public / "pagefind/pagefind-entry.json").is_file()


def test_two_builds_at_once_are_one_after_the_other(site: SmallSite) -> None:
    fill(site, "ancien")
    site.build()
    code = "import sys,time\nfrom sitegen.effects.lock import lock\nwith lock(sys.argv[1]): print('held',flush=True); time.sleep(60)"
    holder = subprocess.Popen(
        [command()[0], "-c", code, str(site.root / ".sitegen/lock")], stdout=subprocess.PIPE, cwd=PROJECT
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(BusyError, match=str(holder.pid)):
            site.build()
        with pytest.raises(BusyError):  # the sources' memo and ledger are shared by all outputs
            site.build(output=str(site.root / "elsewhere"))
    finally:
        holder.kill()
        holder.communicate()
    assert site.build().status == "done"  # a lock whose holder is gone is nobody's


def test_an_output_on_another_filesystem(worn: Worn) -> None:
    site = worn.site
    other = Path("/dev/shm")
    if not other.is_dir() or other.stat().st_dev == site.root.stat().st_dev or not os.access(other, os.W_OK):
        pytest.skip("no second filesystem here")
    folder = other / f"sitegen-test-{os.getpid()}"
    folder.mkdir()
    try:
        for _ in range(3):
            words = worn.turn()
            site.build(output=str(folder / "public"))
            assert tree_of(folder / "public") == worn.trees[words]
    finally:
        shutil.rmtree(folder)
    worn.settle()


@pytest.mark.parametrize("verb", ["rename", "exchange", "makedirs"])
def test_an_output_that_cannot_be_written(worn: Worn, verb: str) -> None:
    before = worn.trees[worn.words]
    worn.turn()
    with pytest.raises(OSError, match="Read-only"):
        worn.site.build(FailingDisk(verb, 1, error=30))
    assert worn.site.tree() == before
    worn.settle()


def test_an_output_open_in_another_program(worn: Worn) -> None:
    before = worn.trees[worn.words]
    worn.turn()
    with (worn.site.public / "index.html").open("rb") as held:
        start = held.read(10)
        worn.settle()
        assert start + held.read() == before["index.html"]


def test_an_output_that_is_a_link_is_followed_once(worn: Worn) -> None:
    site = worn.site
    (site.root / "there").mkdir()
    (site.root / "link").symlink_to("there")
    for _ in range(3):
        words = worn.turn()
        done = sitegen("build", "--root", site.root, "--output", site.root / "link", "--no-search", "--quiet")
        assert done.code == 0, done.err
        assert (site.root / "link").is_symlink()
        assert tree_of(site.root / "there") == worn.trees[words]
    (site.root / "link").unlink()
    shutil.rmtree(site.root / "there")
    worn.settle()


def test_a_clock_that_went_back(worn: Worn) -> None:
    worn.turn()
    for path in (worn.site.root / "content/articles").glob("*.md"):
        os.utime(path, (1_000_000_000, 1_000_000_000))
    worn.settle()


def _rewrite(query: str) -> Callable[[Path], None]:
    def act(path: Path) -> None:
        connection = sqlite3.connect(path)
        connection.executescript(query)
        connection.close()

    return act


def _swap_for_link(path: Path) -> None:
    path.rename(path.with_suffix(".away"))
    path.symlink_to(path.with_suffix(".away"))


def _swap_for_folder(path: Path) -> None:
    path.unlink()
    (path / "x").mkdir(parents=True)


def _given_away(path: Path) -> None:
    if os.getuid() != 0:
        pytest.skip("only root can give a file away")
    os.chown(path, 12345, 12345)


DAMAGE: dict[str, Callable[[Path], None]] = {
    "empty": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_bytes(b"not a database\n" * 1000),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[: path.stat().st_size // 2]),
    "zeros in the middle": lambda path: path.write_bytes(
        path.read_bytes()[:8192] + bytes(path.stat().st_size - 8192)
    ),
    "another version": _rewrite("pragma user_version = 99"),
    "another layout": _rewrite("drop table files; create table files (path, x)"),
    "tables gone": _rewrite("drop table bodies; drop table values_"),
    "entries of other types": _rewrite("update files set mtime_ns = 'x'; update entries set entry = null"),
    "entries of other bytes": _rewrite("update entries set entry = x'c1c1'"),
    "entries of other values": _rewrite("update entries set entry = x'93a178c0c3'"),
    "bodies gone": _rewrite("delete from bodies"),
    "bodies of other bytes": _rewrite("update bodies set body = x'c1'"),
    "bodies null": _rewrite(
        "drop table bodies; create table bodies (path text primary key, body blob); insert into bodies select path, null from entries"
    ),
    "values of other bytes": _rewrite("update values_ set value = x'c1'"),
    "a link": _swap_for_link,
    "a folder": _swap_for_folder,
    "another user's": _given_away,
    "everybody's": lambda path: path.chmod(0o666),
    "gone": lambda path: path.unlink(),
}


@pytest.mark.parametrize("what", list(DAMAGE))
def test_a_memo_that_cannot_be_trusted_changes_nothing(worn: Worn, what: str) -> None:
    memo = worn.site.root / ".sitegen/memo.sqlite"
    DAMAGE[what](memo)
    worn.turn()
    worn.settle()
    if memo.is_dir():  # left alone, since nobody knows whose it is
        shutil.rmtree(memo)
        worn.settle()
    memo.with_suffix(".away").unlink(missing_ok=True)


def kept(path: Path, files: Mapping[str, Kept]) -> dict[str, object]:
    """All that a memo gives, but what it does not: damage is absence."""
    memo = Memo(str(path))
    found: dict[str, object] = {}
    try:
        known = memo.files()
        entries = memo.entries(known)
        found = {f"entry of {path}": entry for path, entry in entries.items() if known[path] == files[path]}
        found |= {f"body of {path}": memo.body(path) for path in known if path in files}
    except (DamagedError, KeyError):  # a name that no file has: that entry is never asked for
        pass
    finally:
        memo.close()
    return found


def test_no_bit_of_a_memo_comes_back_as_another(worn: Worn, tmp_path: Path) -> None:
    worn.settle()
    path = tmp_path / "memo.sqlite"
    path.write_bytes((worn.site.root / ".sitegen/memo.sqlite").read_bytes())
    with contextlib.closing(
        sqlite3.connect(path)
    ) as connection:  # the vocabulary is most of it, and is no file's
        connection.execute("delete from values_")
        connection.commit()
        connection.execute("vacuum")
    whole = path.read_bytes()
    memo = Memo(str(path))
    files = memo.files()
    memo.close()
    right = kept(path, files)
    assert len(right) == 2 * len(files) > 8
    chance = random.Random(16)
    damaged = [whole[: len(whole) * part // 16] for part in range(16)]
    for _ in range(200):
        at = chance.randrange(len(whole))
        damaged.append(whole[:at] + bytes([whole[at] ^ 1 << chance.randrange(8)]) + whole[at + 1 :])
    lost = 0
    for number, data in enumerate(damaged):
        path.unlink(missing_ok=True)
        path.write_bytes(data)
        path.chmod(0o600)
        found = kept(path, files)
        assert found.items() <= right.items(), number
        lost += found != right
    assert lost > 16 + 10  # of 216, or little was damaged


def test_the_next_build_is_right_whatever_became_of_what_is_kept(worn: Worn) -> None:
    """All that `.sitegen` holds, cut off at each sixteenth and with bits turned, with and without other changes."""
    worn.settle()
    state = worn.site.root / ".sitegen"
    chance = random.Random(61)
    for part in range(32):
        for path in sorted(path for path in state.rglob("*") if path.is_file() and "twin" not in path.parts):
            data = path.read_bytes()
            if part < 16:
                path.write_bytes(data[: len(data) * part // 16])
            elif data:
                turned = bytearray(data)
                for _ in range(1 + len(data) // 8000):
                    turned[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
                path.write_bytes(turned)
        if part % 2:
            worn.turn()
        worn.settle()


def test_a_memo_is_data_and_never_code() -> None:
    called = {
        node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        for path in (PROJECT / "sitegen").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Call)
    }
    imported = {
        alias.name.split(".")[0]
        for path in (PROJECT / "sitegen").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in (*node.names, *([ast.alias(node.module)] if getattr(node, "module", None) else []))
    }
    assert not imported & {"pickle", "marshal", "shelve", "dill", "joblib", "runpy", "code"}
    assert not called & {"eval", "exec", "__import__", "unsafe_load", "full_load", "system", "popen"}


def test_deleting_the_memo_changes_no_byte(worn: Worn) -> None:
    shutil.rmtree(worn.site.root / ".sitegen")
    worn.settle()


def test_a_folder_without_room_for_the_memo_still_has_its_output_whole(tmp_path: Path) -> None:
    root = tmp_path / "site"
    (root / "content/articles").mkdir(parents=True)
    (root / "content/site.toml").write_text(SITE_TOML)
    (root / "content/articles/a.md").write_text("---\ntitle: Un titre\n---\n\nUn texte sur Erevan.\n")
    (root / ".sitegen").write_text("in the way")
    done = sitegen("build", "--root", root, "--no-search")
    assert done.code == 3
    assert ".sitegen" in done.err
    assert not (root / "public").exists()


def test_a_lock_that_is_no_file_is_refused_and_what_it_leads_to_is_not_touched(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    victim = site.write("victim.txt", "précieux")
    own = site.root / ".sitegen"
    own.mkdir(exist_ok=True)
    (own / "lock").symlink_to("../victim.txt")
    done = sitegen("build", "--root", site.root, "--no-search")
    assert done.code == 3
    assert str(own / "lock") in done.err
    assert victim.read_text() == "précieux"
    (own / "lock").unlink()
    os.mkfifo(own / "lock")
    done = sitegen("build", "--root", site.root, "--no-search", "--lang", "en", timeout=60)
    assert done.code == 3
    assert f"remove it: {own / 'lock'}" in done.err


def test_an_output_whose_home_page_is_a_pipe_is_somebody_elses(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    site.public.mkdir()
    os.mkfifo(site.public / "index.html")
    with pytest.raises(ForeignOutputError):
        site.build()


def put(site: SmallSite) -> dict[str, bytes]:
    """What somebody puts into the output by hand, and a repository that the output is in."""
    files = {
        "CNAME": b"releve.example.org\n", "articles/2025/note.txt": b"n", ".git/HEAD": b"ref", ".git/objects/a/b": b"o",
        "pays/armenie/dossier.pdf": b"%PDF", "envois/2025/lettre.html": b"<p>Une lettre.</p>",
    }  # fmt: skip
    for path, data in files.items():
        site.write(f"public/{path}", data)
    return files


def foreign(site: SmallSite) -> dict[str, bytes]:
    return {path: data for path, data in site.tree().items() if path in FOREIGN}


FOREIGN = (
    "CNAME", "articles/2025/note.txt", ".git/HEAD", ".git/objects/a/b", "pays/armenie/dossier.pdf", "envois/2025/lettre.html",
)  # fmt: skip


def test_what_somebody_puts_into_the_output_stays_and_is_named(site: SmallSite) -> None:
    for words in ("ancien", "nouveau"):
        fill(site, words)
        site.build()
    files = put(site)
    (site.public / "lien").symlink_to("CNAME")
    for words in ("ancien", "nouveau", "ancien", "nouveau"):
        fill(site, words)
        report = site.build()
        assert report.status == "done"
        assert foreign(site) == files
        assert (site.public / "lien").is_symlink()
        assert {note.where.path for note in report.warnings() if note.code == "output-foreign"} == {
            "public/CNAME", "public/articles/2025/note.txt", "public/.git", "public/pays/armenie/dossier.pdf", "public/envois",
            "public/lien",
        }  # fmt: skip
        assert words in site.tree()["articles/2025/02/titre-0/index.html"].decode()


def test_what_somebody_takes_out_of_the_output_does_not_come_back(site: SmallSite) -> None:
    fill(site, "ancien")
    site.build()
    put(site)
    for words in ("nouveau", "ancien"):
        fill(site, words)
        site.build()
    for path in ("CNAME", "articles/2025/note.txt", "pays/armenie/dossier.pdf"):
        (site.public / path).unlink()
    for path in (".git", "envois"):
        shutil.rmtree(site.public / path)
    for words in ("nouveau", "ancien", "nouveau"):
        fill(site, words)
        assert "output-foreign" not in {note.code for note in site.build().notes}
        assert foreign(site) == {}


@pytest.mark.parametrize("change", ["memo", "state", "page"])
def test_what_is_somebody_elses_outlives_what_sitegen_knows(site: SmallSite, change: str) -> None:
    fill(site, "ancien")
    site.build()
    put(site)
    if change == "state":
        shutil.rmtree(site.root / ".sitegen")
    elif change == "memo":
        (site.root / ".sitegen/memo.sqlite").unlink()
    else:
        (site.public / "index.html").unlink()
    fill(site, "nouveau")
    if change == "page":  # without a home page nothing tells whose it is: refused, and nothing touched
        with pytest.raises(ForeignOutputError):
            site.build()
        assert len(foreign(site)) == len(FOREIGN)
        return
    report = site.build()
    kept = (
        [path for path in FOREIGN if not path.startswith(("articles", "pays"))]
        if change == "state"
        else FOREIGN
    )
    assert set(kept) <= set(foreign(site))
    assert "output-foreign" in {note.code for note in report.warnings()}


def test_a_place_that_somebody_took_is_not_taken_back(site: SmallSite) -> None:
    fill(site, "ancien")
    site.build()
    mine = site.write("public/articles/2025/06/un-article-de-plus/index.html", "<p>À moi.</p>")
    before = site.tree()
    fill(site, "nouveau")
    with pytest.raises(TakenError, match="un-article-de-plus"):
        site.build()
    done = sitegen("build", "--root", site.root, "--no-search", "--lang", "en")
    assert done.code == 2
    assert "move it elsewhere" in done.err
    assert site.tree() == before
    shutil.rmtree(mine.parents[1])
    assert site.build().status == "done"


@pytest.mark.parametrize(
    ("verb", "nth"), [("rename", n) for n in range(1, 6)] + [("replace", n) for n in range(1, 4)]
)
def test_what_is_somebody_elses_survives_a_disk_that_fails(site: SmallSite, verb: str, nth: int) -> None:
    fill(site, "ancien")
    site.build()
    files = put(site)
    fill(site, "nouveau")
    with contextlib.suppress(OSError):
        site.build(FailingDisk(verb, nth))
    fill(site, "ancien")
    assert site.build().status == "done"
    assert foreign(site) == files
