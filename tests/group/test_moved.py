"""Files are renamed, corrected, replaced: what was published stays where it was, or its loss is said."""

import datetime as dt
import json

import pytest

from tests.conftest import SmallSite

TEXT = "Le gouvernement arménien a présenté mardi son projet de budget aux députés réunis à Erevan."
OTHER = "La municipalité de Gavar a inauguré jeudi une bibliothèque dans l'ancienne gare de marchandises."


def item(site: SmallSite) -> tuple[str, str]:
    """The id and address of the one article there is."""
    (found,) = json.loads((site.public / "api/articles.json").read_text())["articles"]
    return found["id"], found["url"]


def rows(site: SmallSite) -> list[list[str]]:
    """The columns of the ledger's articles."""
    lines = (site.root / "content/ledger.tsv").read_text().splitlines()
    return [line.split("\t") for line in lines if line.startswith("content/articles/")]


def codes(site: SmallSite) -> list[str]:
    return [note.code for note in site.build().notes]


@pytest.fixture
def published(site: SmallSite) -> SmallSite:
    site.article("un", TEXT, title="Un bugdet pour Erevan", date="2025-03-04", countries="AM")
    site.build()
    return site


def renamed(site: SmallSite, text: str = TEXT, **changes: str) -> None:
    """The article under another file name, with other words."""
    (site.root / "content/articles/un.md").unlink()
    head = {"title": "Un budget pour Erevan", "date": "2025-03-04", "countries": "AM", **changes}
    site.article("deux", text, **head)


def test_a_file_renamed_after_its_title_was_mended_keeps_its_address(published: SmallSite) -> None:
    before = item(published)
    published.article("un", TEXT, title="Un budget pour Erevan", date="2025-03-04", countries="AM")
    published.build()
    renamed(published)
    assert "address-gone" not in codes(published)
    assert item(published) == before


def test_a_file_renamed_redated_and_retitled_at_once_is_known_by_its_text(published: SmallSite) -> None:
    before = item(published)
    renamed(published, date="2025-06-07", title="Le budget de la défense")
    published.build()
    assert item(published) == before


def test_a_file_renamed_redated_and_edited_at_once_is_known_by_its_address(published: SmallSite) -> None:
    before = item(published)
    renamed(published, f"{TEXT} Le vote est vendredi.", title="Un bugdet pour Erevan", date="2025-03-07")
    published.build()
    assert item(published) == before


def test_the_next_month_s_column_of_the_same_title_is_another(site: SmallSite) -> None:
    column = "La revue de presse du mois"
    site.article("janvier", TEXT, title=column, date="2024-01-31", countries="AM")
    site.build()
    before = item(site)
    (site.root / "content/articles/janvier.md").unlink()
    site.article("fevrier", OTHER, title=column, date="2024-02-29", countries="AM")
    assert "address-gone" in codes(site)
    assert item(site)[0] != before[0]


def test_an_article_that_cannot_be_told_from_another_is_named_once(published: SmallSite) -> None:
    _, url = item(published)
    renamed(published, OTHER, title="Une bibliothèque dans la gare")
    notes = [note for note in published.build().notes if note.code == "address-gone"]
    assert [(note.level, note.where.path) for note in notes] == [("warning", "content/articles/un.md")]
    assert url.removeprefix("https://releve.example.org") in str(notes[0].message)
    published.article("trois", title="Un autre", date="2025-03-05")
    assert "address-gone" not in codes(published)


def test_an_article_that_was_taken_out_is_no_reason_for_a_warning(published: SmallSite) -> None:
    published.article("deux", OTHER, title="Une gare", date="2025-03-05")
    published.build()
    (published.root / "content/articles/un.md").unlink()
    assert "address-gone" not in codes(published)
    published.article("trois", title="Un autre", date="2025-03-05")
    assert "address-gone" not in codes(published)


def test_an_editor_who_names_the_former_address_is_not_warned(published: SmallSite) -> None:
    _, url = item(published)
    renamed(published, OTHER, title="Une gare", aliases=url.removeprefix("https://releve.example.org"))
    assert "address-gone" not in codes(published)
    former = published.public / url.removeprefix("https://releve.example.org/") / "index.html"
    assert "/articles/2025/03/une-gare/" in former.read_text()


def test_an_editor_who_names_the_former_address_sends_nobody_the_article_twice(published: SmallSite) -> None:
    before, url = item(published)
    address = url.removeprefix("https://releve.example.org")
    (first,) = rows(published)
    renamed(published, OTHER, title="Une gare", date="2025-06-07", aliases=address)
    published.build(as_of=dt.date(2026, 1, 31))
    after, now = item(published)
    assert (after, now) == (before, "https://releve.example.org/articles/2025/06/une-gare/")
    (row,) = rows(published)
    assert row[0] == "content/articles/deux.md"
    assert row[3] == first[3]  # the day it was first published
    renamed_again = published.root / "content/articles/deux.md"
    renamed_again.write_text(renamed_again.read_text().replace(f"aliases: {address}\n", ""))
    published.build()
    assert item(published) == (before, now)
    assert "/une-gare/" in (published.public / address.strip("/") / "index.html").read_text()


def test_the_advice_to_name_the_former_address_may_be_followed_after_a_build(published: SmallSite) -> None:
    before, url = item(published)
    renamed(published, OTHER, title="Une gare")
    assert "address-gone" in codes(published)
    assert item(published)[0] != before
    published.article("deux", OTHER, title="Une gare", aliases=url.removeprefix("https://releve.example.org"))
    published.build()
    assert item(published)[0] == before
    assert len(rows(published)) == 1


def test_an_article_published_before_keeps_its_id_where_it_takes_another_s_address(site: SmallSite) -> None:
    """Two articles become one: what the address of one leads to is the other, with its own id."""
    site.article("un", TEXT, title="Un budget", date="2025-03-04")
    site.article("deux", OTHER, title="Une gare", date="2025-03-05")
    site.build(as_of=dt.date(2025, 4, 1))
    ids = {row[0]: row[1] for row in rows(site)}
    (site.root / "content/articles/un.md").unlink()
    site.article("deux", OTHER, title="Une gare", date="2025-03-05", aliases="/articles/2025/03/un-budget/")
    site.build()
    assert item(site)[0] == ids["content/articles/deux.md"]


def test_of_two_files_that_name_one_former_address_the_first_has_the_id(published: SmallSite) -> None:
    before, url = item(published)
    address = url.removeprefix("https://releve.example.org")
    renamed(published, OTHER, title="Une gare", aliases=address)
    published.article("trois", f"{OTHER} Le vote est vendredi.", title="Un quai", aliases=address)
    notes = [note for note in published.build().notes if note.code == "address-claimed"]
    assert [(note.level, note.where.path) for note in notes] == [("warning", "content/articles/trois.md")]
    assert {row[0]: row[1] for row in rows(published)}["content/articles/deux.md"] == before


def test_a_copy_that_outlives_its_file_answers_for_both_addresses(
    published: SmallSite,
) -> None:
    """Saved under a new name, built, and only then is the old file taken out."""
    _, url = item(published)
    published.article("deux", TEXT, title="Un budget pour Erevan", date="2025-03-04", countries="AM")
    published.build()
    (published.root / "content/articles/un.md").unlink()
    assert "address-gone" not in codes(published)
    former = published.public / url.removeprefix("https://releve.example.org/") / "index.html"
    assert "/articles/2025/03/un-budget-pour-erevan/" in former.read_text()


def test_a_file_that_comes_back_has_its_address_again(published: SmallSite) -> None:
    before = item(published)
    path = published.root / "content/articles/un.md"
    text = path.read_text()
    path.unlink()
    published.build()
    ledger = published.root / "content/ledger.tsv"
    assert "\tgone\n" in ledger.read_text()
    path.write_text(text)
    published.build()
    assert item(published) == before
    assert "gone" not in ledger.read_text()


def test_another_number_of_a_series_does_not_take_the_last_one_s_address(site: SmallSite) -> None:
    site.article("un", TEXT, title="Le point hebdomadaire", date="2025-03-04")
    site.build()
    first, _ = item(site)
    (site.root / "content/articles/un.md").unlink()
    site.article("deux", OTHER, title="Le point hebdomadaire", date="2025-04-04")
    site.build()
    assert item(site)[0] != first
