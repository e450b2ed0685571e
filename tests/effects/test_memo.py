"""The memo: what is kept comes back, and nobody who only reads can harm it."""

from pathlib import Path

import pytest

from sitegen.effects.memo import DamagedError, Fresh, Kept, Memo, encode
from sitegen.model import Body, Entry

FILE = Kept("content/articles/un.md", 1, 2, "digest", "key", "")
ENTRY = Entry(FILE.path, None, draft=False, cut=1, share=0.5, notes=())
BODY = Body("<p>Un</p>", "Un")


@pytest.fixture
def path(tmp_path: Path) -> str:
    place = str(tmp_path / "memo.sqlite")
    memo = Memo(place)
    assert len(list(memo.save([Fresh(FILE, encode(ENTRY), encode(BODY))]))) == 1
    memo.close()
    return place


def test_what_is_kept_comes_back(path: str) -> None:
    memo = Memo(path)
    assert memo.files() == {FILE.path: FILE}
    assert memo.entries({FILE.path: FILE}) == {FILE.path: ENTRY}
    assert memo.body(FILE.path) == BODY
    memo.close()


def test_an_entry_is_that_of_the_very_bytes_that_the_file_has(path: str) -> None:
    memo = Memo(path)
    with pytest.raises(DamagedError):
        memo.entries({FILE.path: FILE._replace(digest="another")})
    memo.close()


def test_what_is_forgotten_is_gone(path: str) -> None:
    memo = Memo(path)
    memo.forget([FILE.path])
    assert memo.files() == {}
    with pytest.raises(DamagedError):
        memo.body(FILE.path)
    memo.close()


def test_readers_beside_a_writer_neither_write_nor_take_the_memo_for_damaged(path: str) -> None:
    before = Path(path).read_bytes()
    writer = Memo(path)
    readers = [Memo(path, to_read=True) for _ in range(4)]
    assert [reader.body(FILE.path) for reader in readers] == [BODY] * 4
    readers[0].forget([FILE.path])
    readers[0].restamp([FILE._replace(size=1)])
    readers[0].keep_value("day-", "day-1", "mardi")
    for memo in (*readers, writer):
        memo.close()
    assert Path(path).read_bytes() == before


def test_opening_a_memo_again_writes_nothing(path: str) -> None:
    before = Path(path).stat().st_mtime_ns
    Memo(path).close()
    assert Path(path).stat().st_mtime_ns == before
