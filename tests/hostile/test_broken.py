"""Content that breaks programs: each file builds right or is refused with what to do, within two seconds."""

import contextlib
import os
import re
import socket
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.effects.disk import Disk
from tests.conftest import SITE_TOML, SmallSite
from tests.hostile.broken import SETTINGS, SMALL, TEXT, Broken, huge
from tests.hostile.measured import Builds, builds, reference
from tests.hostile.programs import sitegen

pytestmark = pytest.mark.hostile

SECONDS = 2.0  # on the reference machine


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list]:
    """What one build of all the small ones says, by file."""
    site = SmallSite(tmp_path_factory.mktemp("broken"))
    for broken in SMALL:
        site.write(f"content/articles/{broken.name}.md", broken.data)
    found: dict[str, list] = {broken.name: [] for broken in SMALL}
    report = site.build()
    assert report.status == "content-errors"
    assert not site.public.exists()
    for note in report.notes:
        found.setdefault(Path(note.where.path).stem, []).append(note)
    return found


@pytest.mark.parametrize("broken", SMALL, ids=lambda broken: broken.name)
def test_one_bad_file_does_not_hide_another(said: dict[str, list], broken: Broken) -> None:
    notes = said[broken.name]
    errors = [note for note in notes if note.level == "error"]
    assert "crash" not in {note.code for note in notes}
    assert bool(errors) is not broken.published, notes
    if broken.code:
        note = next((note for note in notes if note.code == broken.code), None)
        assert note, notes
        assert not broken.line or note.line() == broken.line
    assert all(note.hint and note.message for note in errors)


def test_leaving_out_what_is_broken_publishes_the_rest(site: SmallSite) -> None:
    site.write("content/site.toml", SITE_TOML + 'on_error = "skip"\n')
    site.article("good", title="Un bon article", date="2025-03-01")
    for broken in SMALL:
        if not broken.published:
            site.write(f"content/articles/{broken.name}.md", broken.data)
    for _ in range(2):  # the second has nothing to do, and says the same
        done = sitegen("build", "--root", site.root, "--no-search")
        assert done.code == 1
        for broken in SMALL:
            if not broken.published:
                assert f"content/articles/{broken.name}.md:" in done.err
                assert f"content/articles/{broken.name}.md (" in done.out  # in the summary
        assert (site.public / "articles/2025/03/un-bon-article/index.html").is_file()
    assert sum(path.is_dir() for path in (site.public / "articles").rglob("*")) == 3


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Builds]]:
    """A site of one good article, and its builds."""
    root = tmp_path_factory.mktemp("huge")
    (root / "content/articles").mkdir(parents=True)
    (root / "content/site.toml").write_text(SITE_TOML + 'on_error = "skip"\n')
    (root / "content/articles/good.md").write_text(f"---\ntitle: Le bon\n---\n\n{TEXT}\n")
    with builds(root) as running:
        yield root, running


@pytest.mark.parametrize("broken", list(huge()), ids=lambda broken: broken.name)
def test_a_file_as_large_as_may_be_takes_two_seconds_at_most(
    started: tuple[Path, Builds], broken: Broken
) -> None:
    root, running = started
    path = root / f"content/articles/{broken.name}.md"
    path.write_bytes(broken.data)
    try:
        done = running.build()
    finally:
        path.unlink()
    assert done.code in (0, 1), done.err
    assert " crash " not in done.err
    assert broken.code in done.err
    assert (done.code == 0) == (f"{broken.name}.md" not in done.err), done.err[:300]
    assert done.seconds < SECONDS
    assert (root / "public/articles/sans-date/le-bon/index.html").is_file()


def names(site: SmallSite, **options: object) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for note in site.build(**options).notes:
        found.setdefault(note.where.path, set()).add(f"{note.level} {note.code}")
    return found


@contextlib.contextmanager
def socket_at(path: Path) -> Iterator[None]:
    held = Path.cwd()
    os.chdir(path.parent)  # a socket's path may not be long
    try:
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
            yield
    finally:
        os.chdir(held)


def test_what_is_named_like_a_file_and_is_none(site: SmallSite) -> None:
    folder = site.root / "content/articles"
    site.article("good", title="Un titre")
    site.article("folder.md/inner", title="Un titre dedans")
    os.mkfifo(folder / "pipe.md")
    (folder / "nowhere.md").symlink_to("gone.md")
    (folder / "out.md").symlink_to("/etc/passwd")
    (folder / "device.md").symlink_to("/dev/zero")
    (folder / "out").symlink_to("/etc")
    (folder / "loop").symlink_to("../articles")
    (folder / "self.md").symlink_to("self.md")
    (folder / "inside.md").symlink_to("good.md")
    with socket_at(folder / "socket.md"):
        found = names(site)
    assert {
        path.rsplit("/", 1)[-1]: codes for path, codes in found.items() if "not-a-file" in str(codes)
    } == {
        "pipe.md": {"error not-a-file"},
        "nowhere.md": {"error not-a-file"},
        "out.md": {"error not-a-file"},
        "device.md": {"error not-a-file"},
        "self.md": {"error not-a-file"},
        "socket.md": {"error not-a-file"},
        "folder.md": {"warning not-a-file"},
    }
    assert not site.public.exists()


def test_names_that_cannot_be_seen_are_refused(site: SmallSite) -> None:
    site.article("good", title="Un titre")
    folder = os.fsencode(site.root / "content/articles")
    bad = [b"tab\there.md", b"line\nend.md", b"escape\x1b[2J.md", b"latin\xe9.md", "turn\u202edm.md".encode()]
    for name in bad:
        Path(os.fsdecode(folder + b"/" + name)).write_text("---\ntitle: x\n---\n\nUn texte.\n")
    found = names(site)
    assert sum(codes == {"error file-name"} for codes in found.values()) == len(bad)
    assert all(path.isprintable() for path in found)
    assert "\x1b" not in sitegen("check", "--root", site.root).out


def test_names_that_are_odd_are_read(site: SmallSite) -> None:
    """As long as a name may be; differing by case or normal form; spaces, quotes, reserved elsewhere."""
    odd = [
        "a" * 252, "é" * 126, "Un Titre", "un titre", "UN TITRE", "été", unicodedata.normalize("NFD", "été"),
        "con", "aux", "nul.txt", "index", "-rf", "--help", "$(id)", "`id`", "a'b", 'a"b', "a&b", "a%2e%2e", "a#b", "a?b",
        "a\\b", "Capture d’écran 2025 à 10.00", "😀", "a;b", "*", "~", "a..b",
    ]  # fmt: skip
    for name in odd:
        site.write(
            f"content/articles/{name}.md", f"---\ntitle: Le même titre\ndate: 2025-01-02\n---\n\n{TEXT}\n"
        )
    report = site.build()
    assert report.status == "done", report.errors()
    folders = list((site.public / "articles/2025/01").iterdir())
    assert len(folders) == len(odd)
    assert report.counts["articles"] == len(odd)
    again = SmallSite(site.root.parent / "other")
    for name in reversed(odd):
        again.write(
            f"content/articles/{name}.md", f"---\ntitle: Le même titre\ndate: 2025-01-02\n---\n\n{TEXT}\n"
        )
    again.build()
    assert again.tree() == site.tree()


def test_slugs_reserved_on_other_systems_get_another(site: SmallSite) -> None:
    for name in ("con", "aux", "lpt1"):
        site.article(name, title=name.upper(), date="2025-01-02")
    site.build()
    assert {path.name for path in (site.public / "articles/2025/01").iterdir()} == {
        "article-con", "article-aux", "article-lpt1",
    }  # fmt: skip


def test_aliases_never_take_a_files_place(site: SmallSite) -> None:
    own = [
        "feed.xml",
        "sw.js",
        "index.html",
        "404.html",
        "pays",
        "pays/armenie",
        "assets/x",
        "robots.txt",
        "pagefind",
        "pagefind/pagefind.js",
        "a",
        "a/b",
        ".",
    ]
    site.article(
        "a", title="Un titre", date="2025-01-02", aliases=f"[{', '.join('/' + name + '/' for name in own)}]"
    )
    plain = SmallSite(site.root.parent / "plain")
    plain.article("a", title="Un titre", date="2025-01-02")
    plain.build()
    report = site.build()
    assert report.status == "done", report.errors()
    assert {"alias-taken"} <= {note.code for note in report.notes}
    for path in ("feed.xml", "sw.js", "index.html", "404.html", "pays/index.html", "robots.txt"):
        assert path in site.tree()
        if path != "sw.js":
            assert b"http-equiv" not in site.tree()[path]
    assert b"http-equiv" in site.tree()["a/index.html"]
    assert b"http-equiv" in site.tree()["a/b/index.html"]


def test_a_file_that_cannot_be_read_is_named(site: SmallSite) -> None:
    class Guarded(Disk):
        def read(self, path: str, limit: int = -1) -> bytes:
            if path.endswith("secret.md"):
                raise PermissionError(13, "Permission denied", path)
            return super().read(path, limit)

    site.article("good", title="Un titre")
    site.article("secret", title="Un secret")
    report = site.build(Guarded())
    assert [(note.code, note.where.path) for note in report.errors()] == [
        ("file-unreadable", "content/articles/secret.md")
    ]


def test_a_file_that_grew_without_end_is_read_no_further(site: SmallSite) -> None:
    path = site.article("a", title="Un titre")
    with path.open("r+b") as file:
        file.truncate(50_000_000_000)  # a sparse file: no disk is used
    assert [(note.code, note.where.path) for note in site.build().errors()] == [
        ("file-too-large", "content/articles/a.md")
    ]
    assert sitegen("explain", "--json", "/dev/zero").out.count("file-too-large") == 1


def test_a_ledger_merged_badly_is_named(site: SmallSite) -> None:
    site.article("a", title="Un titre", date="2025-01-02")
    site.build()
    ledger = site.root / "content/ledger.tsv"
    line = next(line for line in ledger.read_text().splitlines() if line.startswith("content/"))
    for extra, code in (
        (line.replace("a.md", "b.md"), "ledger-twice"),
        ("<<<<<<< HEAD", "ledger-line"),
        (line.replace("/articles/", "/../../articles/").replace("a.md", "c.md"), "ledger-line"),
    ):
        good = ledger.read_text()
        ledger.write_text(good + extra + "\n")
        report = site.build()
        assert [note.code for note in report.errors()] == [code], extra
        ledger.write_text(good)


def test_settings_that_are_enormous_or_broken_are_named(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    for number, text in enumerate((
        "a = " + "[" * 100_000, ".".join(["a"] * 100_000) + " = 1", "\0", "title = 'x'\n" * 2, "x" * 1_000_000,
        "\n".join(f"k{n} = 1" for n in range(20_000)), "[[[[", "title = 1", "per_page = 1e999", "base_url = 'x'",
        f"per_page = {'9' * 6000}", "as_of = 99999-01-01", "time_zone = '../../etc/passwd'", "time_zone = 'a\\u0000b'", 'language = "../../x"',
    )):  # fmt: skip
        site.write("content/site.toml", text)
        start, pace = time.process_time(), reference()
        found = names(site)
        assert found.get("content/site.toml"), f"{number}: {text[:60]}"
        assert (time.process_time() - start) / max(pace, reference()) < SECONDS + 1
    site.write("content/site.toml", "title = 1")
    assert sitegen("check", "--root", site.root).code == 1


def test_a_number_of_thousands_of_digits_is_named_in_any_file(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    for path in SETTINGS:
        site.write(f"content/{path}.toml", f"x = {'9' * 6000}\n")
    found = names(site)
    assert all("error config-toml" in found[f"content/{path}.toml"] for path in SETTINGS)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a\n{% if %}", 2, "Expected an expression"),
        ("a\n\n{{ nothing }}", 3, "'nothing' is undefined"),
        ("{{ page.nothing.at_all }}", 1, "has no attribute"),
        ("\n{% include '../../../../etc/passwd' %}", 2, "passwd"),
        ("{% extends 'pages/article.html' %}", 1, "recursion"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", 1, "recursion"),
        ("\n{% for n in range(10**12) %}{{ n }}{% endfor %}", 2, "Range too big"),
        ("{{ 1 / 0 }}", 1, "division by zero"),
        ("{{ x | nothing }}", 1, "No filter named"),
    ],
)
def test_a_broken_template_of_the_sites_own_is_named_with_its_line(
    site: SmallSite, text: str, line: int, says: str
) -> None:
    site.article("a", title="Un titre")
    site.build()
    before = site.tree()
    site.write("templates/pages/article.html", text)
    report = site.build()
    assert [(note.code, note.where.path, note.line()) for note in report.errors()] == [
        ("template-broken", "templates/pages/article.html", line)
    ]
    assert says in str(report.errors()[0].message)
    assert report.status == "content-errors"
    assert site.tree() == before
    (site.root / "templates/pages/article.html").unlink()
    assert site.build().status == "done"
    assert site.tree() == before


def test_a_broken_template_among_many_pages_is_named_by_the_processes_that_share_the_work(
    site: SmallSite,
) -> None:
    for number in range(90):
        site.article(f"a{number}", title=f"Titre {number}", date=f"2025-01-{number % 28 + 1:02}")
    site.write("templates/pages/article.html", "{{ nothing }}")
    assert [note.code for note in site.build(jobs=2).errors()] == ["template-broken"]


def test_words_that_the_sites_own_interface_lacks_are_lent(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    site.write("content/ui/fr.toml", "")
    report = site.build()
    assert report.status == "done"
    assert [note.code for note in report.warnings() if "ui/" in note.where.path] == ["ui-missing"]
    own = site.tree()["index.html"]
    (site.root / "content/ui/fr.toml").unlink()
    site.build()
    assert site.tree()["index.html"] == own


def test_a_site_without_themes_is_built(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    site.write("content/themes.toml", "")
    assert site.build().status == "done"


def test_settings_that_are_no_files_are_named(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    (site.root / "elsewhere.toml").write_text("title = 'x'\n")
    pipes = ("content/countries.toml", "content/feeds/x.toml", "content/pages/x.md", "templates/base.html",
             "templates/assets/x.css", "content/ledger.tsv")  # fmt: skip
    for path in pipes:
        (site.root / path).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(site.root / path)
    (site.root / "content/themes.toml").symlink_to("/etc/passwd")
    (site.root / "content/noise").mkdir()
    (site.root / "content/noise/fr.toml").symlink_to("nowhere.toml")
    Path(os.fsdecode(os.fsencode(site.root) + b"/templates/assets/\xff.css")).write_text("x")
    Path(os.fsdecode(os.fsencode(site.root) + b"/content/noise/a\nb.toml")).write_text("x")
    found = names(site)
    for path in (*pipes, "content/themes.toml", "content/noise/fr.toml"):
        assert found[path] == {"error not-a-file"}, path
    assert sum(codes == {"error file-name"} for codes in found.values()) == 2
    assert all(path.isprintable() for path in found)
    assert not site.public.exists()


def test_settings_linked_within_the_site_are_read(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    (site.root / "content/site.toml").rename(site.root / "settings.toml")
    (site.root / "content/site.toml").symlink_to("../settings.toml")
    assert site.build().status == "done"
    assert "Le Relevé d" in site.tree()["index.html"].decode()


def test_a_ledger_without_end_is_read_no_further(site: SmallSite) -> None:
    site.article("a", title="Un titre")
    path = site.write("content/ledger.tsv", "")
    with path.open("r+b") as file:
        file.truncate(50_000_000_000)
    assert [(note.code, note.where.path) for note in site.build().errors()] == [
        ("file-too-large", "content/ledger.tsv")
    ]


@pytest.mark.parametrize("name", ["pays", "recherche"])
def test_a_page_that_wants_the_address_of_one_of_the_sites_own_is_named(site: SmallSite, name: str) -> None:
    site.article("a", title="Un titre", countries="[AM]")
    site.write(f"content/pages/{name}.md", "---\ntitle: Ma page\n---\n\nUn texte.\n")
    assert [(note.code, note.where.path) for note in site.build().errors()] == [
        ("page-name", f"content/pages/{name}.md")
    ]


def test_a_card_shows_the_beginning_of_a_name_without_end(site: SmallSite) -> None:
    site.write("content/site.toml", SITE_TOML + "article_cards = true\n")
    site.article("a", title="N" * 50_000, source="S" * 5_000, countries="[AM]")
    start = time.process_time()
    assert site.build().status == "done"
    assert time.process_time() - start < 15 * max(1, reference())  # it took minutes


def test_of_thousands_of_files_none_is_lost(site: SmallSite) -> None:
    site.write("content/site.toml", SITE_TOML + 'on_error = "skip"\n')
    kinds = (b"", b"---\n", b"---\ntitle: a: b\n---\n\nUn texte.\n", b"\0" * 90, b"<!-- -->", b"a\n" * 10_001)
    lost, shown = set(), 0
    for number in range(2_000):
        path = f"content/articles/{number % 7}/f{number}.md"
        good = number % 20 == 0
        text = f"---\ntitle: Titre {number}\ndate: 2025-01-02\n---\n\n{TEXT}\n".encode()
        site.write(path, text if good else kinds[number % len(kinds)])
        shown += good
        lost.update(() if good else {path})
    done = sitegen("build", "--root", site.root, "--no-search", "--lang", "en")
    assert done.code == 1
    assert set(re.findall(r"(content/articles/\S+) \(", done.out)) == lost
    assert "; `sitegen check` shows all" in done.err
    assert len(list((site.public / "articles/2025/01").glob("titre-*/index.html"))) == shown
