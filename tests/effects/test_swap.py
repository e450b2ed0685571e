"""The output is the old site or the new one, whatever fails in between."""

from pathlib import Path

import pytest

from sitegen.effects.disk import Disk
from sitegen.effects.swap import ForeignOutputError, Swap
from sitegen.publish import Stamp
from tests.trees import tree_of

VERBS = ("write", "link", "unlink", "makedirs", "rename", "exchange", "fsync", "sync", "remove_tree")
HOME = b'<meta name="generator" content="sitegen">'


class Failing(Disk):
    """A disk whose n-th act fails, as a full or broken one does, or after which the process is gone."""

    def __init__(self, nth: int) -> None:
        self.left = nth
        for verb in VERBS:
            setattr(self, verb, self._counted(getattr(super(), verb)))

    def _counted(self, act):
        def wrapped(*args, **kwargs):
            self.left -= 1
            if self.left == 0:
                raise OSError(28, "No space left on device")
            return act(*args, **kwargs)

        return wrapped


def publish(folder: Path, files: dict[str, bytes], disk: Disk | None = None) -> None:
    """Build a site of these files, as the conveyor does."""
    disk = disk or Disk()
    swap = Swap(disk, str(folder / "public"), str(folder / "state"))
    swap.open()
    wanted = {"index.html": HOME, **files}
    keep = [
        path for path in wanted if path in swap.current and swap.current[path].signature == str(wanted[path])
    ]
    made = {path: Stamp(str(data), str(data), len(data)) for path, data in wanted.items()}
    current = swap.current
    swap.prepare(keep)
    for path in wanted.keys() - set(keep):
        disk.write(f"{swap.twin}/{path}", wanted[path])
    swap.commit(
        {**{p: current[p] for p in keep}, **{p: made[p] for p in wanted if p not in keep}},
        wanted.keys() - set(keep),
    )


def shown(folder: Path) -> dict[str, bytes]:
    return {path: data for path, data in tree_of(folder / "public").items() if path != "index.html"}


def test_files_come_change_and_go(tmp_path: Path) -> None:
    for files in (
        {"a": b"1", "d/b": b"1"},
        {"a": b"2", "d/b": b"1"},
        {"a": b"2"},
        {"a": b"1", "e/f/g": b"3"},
    ):
        publish(tmp_path, files)
        assert shown(tmp_path) == files
    assert not (tmp_path / "public/d").exists()


def test_a_kept_file_is_the_same_file(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"1", "b": b"1"})
    before = (tmp_path / "public/a").stat().st_ino
    publish(tmp_path, {"a": b"1", "b": b"2"})
    assert (tmp_path / "public/a").stat().st_ino == before


@pytest.mark.parametrize("nth", range(1, 40))
def test_a_failure_anywhere_leaves_a_whole_site_and_the_next_build_is_right(tmp_path: Path, nth: int) -> None:
    old, new = {"a": b"1", "d/b": b"1", "x": b"1"}, {"a": b"2", "d/b": b"1", "d/c": b"1"}
    publish(tmp_path, {"a": b"0"})
    publish(tmp_path, old)
    try:
        publish(tmp_path, new, Failing(nth))
    except OSError:
        assert shown(tmp_path) in (old, new)
    publish(tmp_path, new)
    assert shown(tmp_path) == new


def test_without_an_exchange_in_one_call_two_renames_do(tmp_path: Path) -> None:
    class Plain(Disk):
        def exchange(self, one: str, other: str) -> bool:
            return False

    publish(tmp_path, {"a": b"1"}, Plain())
    publish(tmp_path, {"a": b"2"}, Plain())
    assert shown(tmp_path) == {"a": b"2"}
    # stopped between the two renames: the output is away
    (tmp_path / "public").rename(tmp_path / "state/aside")
    publish(tmp_path, {"a": b"2"}, Plain())
    assert shown(tmp_path) == {"a": b"2"}


def test_a_folder_of_somebody_else_s_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (tmp_path / "public/thesis.txt").write_text("years of work")
    with pytest.raises(ForeignOutputError):
        publish(tmp_path, {"a": b"1"})
    assert (tmp_path / "public/thesis.txt").read_text() == "years of work"


def test_an_output_that_was_deleted_or_damaged_is_made_whole(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"1", "b": b"1"})
    (tmp_path / "public/a").unlink()
    publish(tmp_path, {"a": b"1", "b": b"1"})
    assert shown(tmp_path) == {"a": b"1", "b": b"1"}


def test_a_file_that_somebody_wrote_over_is_made_again(tmp_path: Path) -> None:
    publish(tmp_path, {"a": b"1", "b": b"1"})
    (tmp_path / "public/a").write_bytes(b"2")  # of the same size, and the same file as the twin's
    for b in (b"1", b"2"):
        publish(tmp_path, {"a": b"1", "b": b})
        assert shown(tmp_path) == {"a": b"1", "b": b}
