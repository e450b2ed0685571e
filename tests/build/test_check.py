"""`check` believes what builds found out, as `build` does, and leaves everything as it is."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.build import Report, check
from sitegen.commands.progress import silent
from sitegen.effects.disk import Disk
from tests.conftest import SmallSite

TEXT = "Le conseil municipal a voté lundi les travaux du pont de Valmont, fermé depuis l'hiver."


@pytest.fixture
def built(site: SmallSite) -> SmallSite:
    """A site with a finding of each kind: of a text, of a setting, of a correction, of a double."""
    site.article("un", title="Un pont", date="2025-03-04", tilte="Un slip")
    site.article("deux", TEXT, title="Un autre", countries="[XX]")
    site.write("seeds/pont.txt", f"Le pont rouvre\n\n{TEXT}\n")
    site.write("content/overrides/pont.toml", 'keep = ["nulle part"]\n')
    site.write("content/overrides/personne.toml", 'title = "Sans objet"\n')
    site.write("content/feeds/ponts.toml", 'name = "Ponts"\ncountries = ["ZZ"]\n')
    site.build()
    return site


def checked(site: SmallSite) -> Report:
    return check(site.options(), Disk(), silent)


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file with its time and bytes."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(path): (path.stat().st_mtime_ns, path.read_bytes()) for path in files}


def test_a_check_after_a_build_says_the_same_and_reads_nothing_again(built: SmallSite) -> None:
    before = state(built.root)
    known = checked(built)
    assert state(built.root) == before
    assert known.counts["read"] == 0
    (built.root / ".sitegen/memo.sqlite").unlink()
    fresh = checked(built)
    assert fresh.counts["read"] == 3
    assert fresh.notes == known.notes
    assert len({note.code for note in known.notes}) > 3


def test_a_file_that_changed_is_read(built: SmallSite) -> None:
    built.article("un", title="Un pont", date="2025-03-04")
    report = checked(built)
    assert report.counts["read"] == 1
    assert not any(note.where.path.endswith("un.md") and note.code == "key-unknown" for note in report.notes)


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def of_another_layout(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("pragma user_version = 99")
    connection.close()


def of_nobody(path: Path) -> None:
    path.chmod(0o666)


def a_lost_entry(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("delete from entries where path like 'seeds/%'")
    connection.close()


@pytest.mark.parametrize("damage", [torn, of_another_layout, of_nobody, a_lost_entry])
def test_what_is_of_no_use_is_left_alone(built: SmallSite, damage: Callable[[Path], None]) -> None:
    wanted = checked(built).notes
    memo = built.root / ".sitegen/memo.sqlite"
    damage(memo)
    before = memo.read_bytes()
    report = checked(built)
    assert report.notes == wanted
    assert report.counts["read"] == 3
    assert memo.read_bytes() == before


def test_nobody_waits_for_a_build_that_writes(built: SmallSite) -> None:
    wanted = checked(built).notes
    writer = sqlite3.connect(built.root / ".sitegen/memo.sqlite")
    writer.execute("begin exclusive")
    try:
        report = checked(built)  # a reader that waits gives up after half a minute
    finally:
        writer.close()
    assert report.notes == wanted
    assert report.counts["read"] == 3
