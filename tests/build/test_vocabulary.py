"""The vocabulary is compiled once for the settings, kept, and compiled again where what is kept is no use."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest
from msgspec.structs import replace

import sitegen.classify
from sitegen.build import Settings, tools_for
from sitegen.classify import Vocabulary, compile_vocabulary
from sitegen.config.countries import CountryBook
from sitegen.effects import memo as memos
from sitegen.effects.memo import Memo
from tests.conftest import SmallSite


def counted(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """A list that grows with every vocabulary compiled."""
    compiled: list[object] = []

    def compile_one(*books: object) -> Vocabulary:
        compiled.append(books)
        return compile_vocabulary(*books)  # type: ignore[arg-type]  # both books, as they were given

    monkeypatch.setattr(sitegen.classify, "compile_vocabulary", compile_one)
    return compiled


def test_one_edit_compiles_no_vocabulary(site: SmallSite, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = counted(monkeypatch)
    for place, country in (("Rabat", "MA"), ("Erevan", "AM")):
        site.article("pont", f"Un pont a rouvert lundi à {place}, où les camions passaient par le gué.")
        site.build()
        (article,) = json.loads((site.public / "api" / "articles.json").read_text("utf-8"))["articles"]
        assert article["countries"] == [country]
    assert len(compiled) == 1


@pytest.fixture
def memo(tmp_path: Path) -> Iterator[Memo]:
    opened = Memo(str(tmp_path / "memo.sqlite"))
    yield opened
    opened.close()


def numbered(data: bytes, number: int) -> bytes:
    """What is kept, its first word given the number of another meaning."""
    kept = msgspec.msgpack.decode(data, type=Vocabulary)
    return msgspec.msgpack.encode(replace(kept, numbers=(number, *kept.numbers[1:])))


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: msgspec.msgpack.encode(["keys"]),
        lambda data: numbered(data, 1 << 40),
        lambda data: numbered(data, -1),
    ],
    ids=["torn", "another value", "a number too high", "a number too low"],
)
def test_a_damaged_vocabulary_is_compiled_again(
    settings: Settings, memo: Memo, damage: Callable[[bytes], bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = tools_for(settings, memo).taxonomy.lexicon
    connection = sqlite3.connect(memo.path)
    with connection:
        ((key, value),) = connection.execute("select key, value from values_").fetchall()
        other = memos._sealed(key, damage(memos._unsealed(key, value)))
        connection.execute("update values_ set value = ? where key = ?", (other, key))
    connection.close()
    compiled = counted(monkeypatch)
    again = tools_for(settings, memo).taxonomy.lexicon
    assert (again.meanings, again.lengths, again.rules) == (sound.meanings, sound.lengths, sound.rules)
    assert len(compiled) == 1
    tools_for(settings, memo)
    assert len(compiled) == 1


def test_other_settings_have_another_vocabulary(settings: Settings, memo: Memo) -> None:
    tools_for(settings, memo)
    lore = replace(settings.config.lore, countries=CountryBook())
    config = replace(settings.config, lore=lore)
    other = tools_for(replace(settings, config=config, lore_digest="other"), memo)
    assert "erevan" not in {key.strip() for key in other.taxonomy.lexicon.automaton}
