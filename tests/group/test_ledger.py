"""Ids and addresses are kept, whatever happens to a file."""

import datetime as dt

from msgspec.structs import replace

from sitegen.group.ledger import Ledger, Row, assign, read_ledger, write_ledger
from sitegen.model import Article

EMPTY = Ledger({})
DAY = dt.date(2025, 11, 30)


def article(path: str = "seeds/a.txt", slug: str = "un-titre", **changes: object) -> Article:
    made = Article(
        id="", path=path, title="Un titre", date=dt.date(2025, 3, 4), published=None, updated=None,
        authors=(), source=None, link="", language="fr", tags=(), summary="", image=None, countries=(),
        themes=(), words=10,
        publish="full", indexed=True, inferred=(), aliases=(), slug=slug, digest="d",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Article


def placed(*articles: Article, ledger: Ledger = EMPTY, known: frozenset[str] | None = None):
    paths = known if known is not None else frozenset(item.path for item in articles)
    return assign(articles, paths, ledger, DAY)


def test_a_new_file_gets_the_address_of_its_date_and_title() -> None:
    _, urls, rows, _ = placed(article())
    assert list(urls.values()) == ["/articles/2025/03/un-titre/"]
    assert rows["seeds/a.txt"].url == "/articles/2025/03/un-titre/"


def test_an_undated_file_stands_apart() -> None:
    _, urls, _, _ = placed(article(date=None))
    assert list(urls.values()) == ["/articles/sans-date/un-titre/"]


def test_a_changed_title_or_date_changes_neither_id_nor_address() -> None:
    _, urls, rows, _ = placed(article())
    after = placed(article(slug="tout-autre", date=dt.date(2024, 1, 1)), ledger=Ledger(rows))
    assert after[1] == urls


def test_a_slug_of_the_editor_s_moves_the_address_and_leaves_an_alias() -> None:
    _, _, rows, _ = placed(article())
    again, urls, _, _ = placed(article(slug="choisi", slug_declared=True), ledger=Ledger(rows))
    assert list(urls.values()) == ["/articles/2025/03/choisi/"]
    assert again[0].aliases == ("/articles/2025/03/un-titre/",)
    assert again[0].id == rows["seeds/a.txt"].id


def test_a_moved_file_takes_its_id_along() -> None:
    _, _, rows, _ = placed(article())
    again, urls, _, _ = placed(article("content/articles/b.md"), ledger=Ledger(rows))
    assert again[0].id == rows["seeds/a.txt"].id
    assert list(urls.values()) == ["/articles/2025/03/un-titre/"]


def test_two_files_that_want_one_address_get_two() -> None:
    _, urls, _, notes = placed(
        article("seeds/a.txt"), article("seeds/b.txt"), article("seeds/C.txt", slug="UN-TITRE")
    )
    assert len({url.lower() for url in urls.values()}) == 3
    assert {note.code for note in notes} == {"address-taken"}


def test_a_deleted_file_keeps_its_row() -> None:
    _, _, rows, _ = placed(article())
    _, _, later, _ = placed(article("seeds/other.txt", slug="autre"), ledger=Ledger(rows))
    assert "seeds/a.txt" in later


def test_the_file_reads_as_it_was_written() -> None:
    ledger = Ledger(
        {"a": Row("a", "0" * 16, "/articles/x/", DAY, ("/articles/y/",))},
        {"/pays/armenie/": "", "/sources/a/": "A"},
    )
    assert read_ledger("content/ledger.tsv", write_ledger(ledger)) == (ledger, ())


def test_a_damaged_line_is_named() -> None:
    _, notes = read_ledger("content/ledger.tsv", "# head\nseeds/a.txt\tnope\t/../etc/\n")
    assert [(note.code, note.line()) for note in notes] == [("ledger-line", 2)]


def test_the_day_of_first_publication_stays() -> None:
    _, _, rows, _ = placed(article(date=None))
    later = assign([article(date=None)], frozenset({"seeds/a.txt"}), Ledger(rows), dt.date(2026, 2, 2))
    assert later[2]["seeds/a.txt"].added == DAY


def test_an_edited_text_is_remembered_by_its_day_and_only_then() -> None:
    first = article(text="0" * 12)
    _, _, rows, _ = placed(first)
    assert rows["seeds/a.txt"].changed is None
    later = dt.date(2026, 2, 2)
    paths = frozenset({"seeds/a.txt"})
    same = assign([article(slug="autre", text="0" * 12)], paths, Ledger(rows), later)[2]
    assert same["seeds/a.txt"].changed is None
    edited = assign([article(text="1" * 12)], paths, Ledger(rows), later)[2]
    assert edited["seeds/a.txt"].changed == later
    assert read_ledger("content/ledger.tsv", write_ledger(Ledger(edited)))[0].rows == edited
