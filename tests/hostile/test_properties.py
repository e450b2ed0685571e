"""What holds of each pure stage whatever it is given: it never raises, keeps order, and comes back the same."""

import json
from collections.abc import Mapping

from hypothesis import example, given, settings
from hypothesis import strategies as st

from sitegen import config as configuration
from sitegen.analyse import Tools, analyse
from sitegen.config.table import read_toml
from sitegen.entry import entry_of
from sitegen.group import read_ledger, write_ledger
from sitegen.model.paging import paged
from sitegen.publish import Stamp, manifest, plan_publish
from sitegen.read import decode, read
from sitegen.read.webpage import text_of
from sitegen.recognise import recognise
from sitegen.render.markdown import to_html
from sitegen.text.addresses import host_of, is_share, safe_address, share_target, untracked
from sitegen.text.markdown import images, links, plain
from sitegen.text.recase import sentence_case
from sitegen.text.slug import slug
from tests.hostile.attacks import ADDRESSES, PAYLOADS
from tests.hostile.broken import SETTINGS
from tests.hostile.targets import check_html

FEW = settings(max_examples=40, deadline=None)
WORDS = st.sampled_from([
    *PAYLOADS, *ADDRESSES, "Le Parlement arménien", "a adopté mardi", "« coûteux »", "\n", "\n\n", "# ", "> ", "- ", "1. ", "|", "[", "](",
    "![", "<b>", "</b>", "<!--", "`", "```", "**", "_", "\\", "&amp;", "&#0;", "---", "+++", "title: ", "date: 2025-01-02", "Par ", "Publié le ",
    "\u202e", "\u200b", "\u0301", "\u2028", "\t", " ", "\u00a0", "12 janvier 2025", "9" * 40, "😀",
])  # fmt: skip
TEXTS = st.one_of(st.lists(WORDS, max_size=30).map("".join), st.text(max_size=300))
PATHS = st.text("abcdé/.-", min_size=1, max_size=12)


@FEW
@given(TEXTS)
def test_any_file_becomes_an_entry_and_the_same_one_twice(tools: Tools, text: str) -> None:
    source, said = decode("seeds/a.txt", text.encode("utf-8", "surrogatepass"), "")
    document = read(source)
    lines = [block.span.line for block in document.blocks]
    assert lines == sorted(set(lines))
    found = recognise(document, tools.profiles, tools.lexicon)
    assert found == recognise(document, tools.profiles, tools.lexicon)
    entry, body = entry_of(analyse(source, tools, said), tools)
    assert (entry, body) == entry_of(analyse(source, tools, said), tools)
    assert (entry.article is None) == any(note.level == "error" for note in entry.notes)
    check_html(body.html)


@FEW
@given(st.dictionaries(st.from_regex(r"[a-z][a-z_]{0,9}", fullmatch=True), TEXTS, max_size=5))
def test_values_in_json_front_matter_come_out_as_they_went_in(values: Mapping[str, str]) -> None:
    known = {key: "".join(char for char in text if char.isprintable()) for key, text in values.items()}
    source, _ = decode(
        "a.md", json.dumps(known, indent=1, ensure_ascii=True).encode() + b"\n\nUn texte.\n", ""
    )
    document = read(source)
    assert known == {entry.key: entry.value for entry in document.meta} or not known
    assert [block.text for block in document.blocks][-1] == "Un texte."


@FEW
@given(TEXTS)
def test_any_markdown_is_safe_and_the_same_twice(text: str) -> None:
    out = to_html(text)
    assert out == to_html(text)
    check_html(out)
    assert len(out) <= 60 * len(text) + 200


@FEW
@given(TEXTS)
def test_strings_settle(text: str) -> None:
    assert slug(slug(text)) == slug(text)
    assert plain(plain(text)) is not None
    assert isinstance(links(text) + images(text), list)
    sentence_case(text, {})
    for address in (text, f"https://example.org/{text}"):
        clean = safe_address(address)
        assert safe_address(clean) == clean
        assert untracked(untracked(clean)) == untracked(clean)
        assert not share_target(address) or safe_address(share_target(address))
        assert isinstance(is_share(address), bool)
        assert not host_of(clean).startswith("www.") or clean.count("www.") > 1


@FEW
@given(
    TEXTS,
    st.sampled_from(SETTINGS),
)
@example("x = " + "9" * 5_000, "site")
@example("[[theme]]\nid = 1", "themes")
@example("[[country]]\nid = [1]\nnames = 3", "countries")
def test_any_settings_are_read_or_named(text: str, name: str) -> None:
    path = f"content/{name}.toml"
    found = configuration.load({path: text})
    table, notes = read_toml(path, text)
    assert not notes or not table
    assert set(notes) <= set(found.notes)
    assert all(note.where.path == path or note.where.path.startswith("content/") for note in found.notes)
    assert all(1 <= note.line() <= text.count("\n") + len(text.splitlines()) + 1 for note in notes)


@FEW
@given(TEXTS)
def test_any_ledger_is_read_or_named_and_what_is_kept_comes_back(text: str) -> None:
    ledger, notes = read_ledger("content/ledger.tsv", text)
    again, none = read_ledger("content/ledger.tsv", write_ledger(ledger))
    assert (again.rows, again.shelves, none) == (ledger.rows, ledger.shelves, ())
    assert all(note.where.path == "content/ledger.tsv" for note in notes)


@FEW
@given(st.binary(max_size=400))
def test_any_bytes_as_a_page_or_a_manifest(data: bytes) -> None:
    assert text_of(data).endswith("\n") or not text_of(data)
    assert manifest.decode(data, (1,)) is None


STAMPS = st.builds(Stamp, st.sampled_from("abc"), st.sampled_from("xy"), st.integers(0, 9))


@FEW
@given(st.dictionaries(PATHS, STAMPS), st.dictionaries(PATHS, st.sampled_from("abc")))
def test_a_plan_names_each_path_once_and_a_second_one_is_idle(
    previous: Mapping[str, Stamp], wanted: Mapping[str, str]
) -> None:
    plan = plan_publish(wanted, previous)
    assert sorted([*plan.make, *plan.keep]) == sorted(wanted)
    assert set(plan.remove) == set(previous) - set(wanted)
    assert plan == plan_publish(dict(reversed(wanted.items())), dict(reversed(previous.items())))
    after = {path: Stamp(signature, "", 0) for path, signature in wanted.items()}
    assert plan_publish(wanted, after).idle
    assert manifest.decode(manifest.encode(previous, (1, 2)), (1, 2)) == previous
    assert manifest.decode(manifest.encode(previous, (1, 2)), (1, 3)) is None


@FEW
@given(st.integers(0, 200), st.integers(1, 30))
def test_parts_of_a_list_hold_all_of_it_in_order_and_archives_stay(count: int, size: int) -> None:
    parts = paged(list(range(count, 0, -1)), size)
    assert [item for part in parts for item in part.items] == list(range(count, 0, -1))
    more = paged(list(range(count + 1, 0, -1)), size)
    archives = {part.number: part.items for part in more if part.number}
    assert all(archives[part.number] == part.items for part in parts if part.number)
