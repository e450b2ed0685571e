"""The editors' own pages, `content/pages/*.md`."""

import pytest

from tests.conftest import SmallSite


@pytest.mark.parametrize("key", ["titre", "title", "Titre"])
def test_a_page_has_the_title_that_its_front_matter_gives(site: SmallSite, key: str) -> None:
    site.write("content/pages/qui-sommes-nous.md", f"---\n{key}: Notre équipe\n---\n\nElle lit la presse.\n")
    report = site.build()
    assert report.status == "done", report.errors()
    page = site.tree()["qui-sommes-nous/index.html"].decode()
    assert "<h1>Notre équipe</h1>" in page
    assert "Elle lit la presse." in page
    assert f"{key}:" not in page


def test_a_draft_of_a_page_waits_as_one_of_an_article_does(site: SmallSite) -> None:
    site.write("content/pages/mentions.md", "---\ntitre: Mentions\nbrouillon: oui\n---\n\nÀ relire.\n")
    report = site.build()
    assert "mentions/index.html" not in site.tree()
    assert [note.code for note in report.notes if "mentions" in note.where.path] == ["draft-left-out"]
    site.build(drafts=True)
    assert "À relire." in site.tree()["mentions/index.html"].decode()


def test_a_page_without_text_shows_nothing_of_its_front_matter(site: SmallSite) -> None:
    site.write("content/pages/mentions.md", "---\ntitre: Mentions\nbrouillon: non\n---\n")
    site.build()
    page = site.tree()["mentions/index.html"].decode()
    assert "<h1>Mentions</h1>" in page
    assert "brouillon" not in page


def test_a_page_without_a_title_is_called_as_its_file(site: SmallSite) -> None:
    site.write("content/pages/qui-sommes-nous.md", "Elle lit la presse.\n")
    site.build()
    assert "<h1>Qui sommes nous</h1>" in site.tree()["qui-sommes-nous/index.html"].decode()
