"""What an editor asks for, misspelt or not: nothing leaks by a slip, nothing is lost in silence."""

import pytest

from tests.conftest import SmallSite

BODY = """Première phrase de l'article, assez longue pour ouvrir le sujet du jour à la mairie.

Un deuxième paragraphe sur le budget de la ville, avec des chiffres et le mot motsecret dedans.

Le budget de la ville augmente, et le motsecret revient dans ce paragraphe sur le budget de la ville."""


def codes(site: SmallSite, **changes: object) -> list[tuple[str, str]]:
    return [(note.code, note.level) for note in site.build(**changes).notes]


@pytest.mark.parametrize("word", ["extraits", "exerpt", "non", "[resume]"])
def test_a_word_for_publish_that_is_none_holds_the_article_back(site: SmallSite, word: str) -> None:
    site.article("un", BODY, title="Titre", date="2025-03-04", publish=word)
    assert ("publish-unknown", "error") in codes(site)
    assert not site.public.exists()


def test_an_override_s_slip_is_named_in_its_own_file(site: SmallSite) -> None:
    site.write("seeds/note.txt", BODY)
    site.write("content/overrides/note.toml", 'publish = "extraits"\nkeep = ["introuvable dans le texte"]\n')
    notes = site.build().notes
    where = {note.code: note.where.path for note in notes}
    assert where["publish-unknown"] == where["phrase-unmatched"] == "content/overrides/note.toml"


@pytest.mark.parametrize("word", ["excerpt", "extrait"])
def test_an_excerpt_s_summary_comes_from_its_opening(site: SmallSite, word: str) -> None:
    site.article("un", BODY, title="Titre", date="2025-03-04", publish=word)
    site.build(search=True)
    assert not [path for path, data in site.tree().items() if b"motsecret" in data]


def test_what_is_no_clear_no_keeps_a_draft_a_draft(site: SmallSite) -> None:
    site.article("un", BODY, title="Titre", date="2025-03-04", draft="peut-être")
    assert {("flag-unknown", "warning"), ("draft-left-out", "info")} <= set(codes(site))


def test_a_draft_without_text_is_no_error(site: SmallSite) -> None:
    site.write("content/articles/a.md", "---\ntitle: Essai\ndraft: true\n---\n")
    report = site.build()
    assert report.status == "done"
    assert "draft-empty" in [note.code for note in report.notes]


@pytest.mark.parametrize(
    "name",
    [
        "page.docx",
        "Page.MHTML",
        "page.webarchive",
        "lettre.msg",
        "sansextension",
        "M. Dupont répond",
        "a.pages/x",
    ],
)
def test_a_document_that_is_not_read_is_named(site: SmallSite, name: str) -> None:
    site.write(f"seeds/{name}", "PK")
    assert ("file-not-read", "warning") in codes(site)


@pytest.mark.parametrize("name", ["README", ".cache", "2026/photo.jpg", "données.csv", "M. Dupont/a.jpg"])
def test_what_is_no_text_s_file_is_passed_over(site: SmallSite, name: str) -> None:
    site.write(f"seeds/{name}", "PK")
    assert ("file-not-read", "warning") not in codes(site)


LEFT = (
    "~$ion.txt", "~$ion.docx", ".~lock.note.txt#", "note.txt~", ".note.txt.swp", "Thumbs.db", "desktop.ini",
    ".DS_Store", "._note.txt", "._note.toml", "~$note.toml", "._note.png", "#note.txt#",
)  # fmt: skip
FOLDERS = (
    "seeds", "content/articles", "content/overrides", "content/sources", "content/feeds", "content/images",
    "templates/assets", "assets",
)  # fmt: skip


def test_what_programs_leave_beside_a_document_is_passed_over_in_silence(site: SmallSite) -> None:
    site.article("un", BODY, title="Titre", date="2025-03-04")
    clean = codes(site)
    for folder in FOLDERS:
        for name in LEFT:
            site.write(f"{folder}/{name}", b"\x15Anne Petit\x00\x05\xff")
    assert codes(site) == clean
    assert not [path for path in site.tree() if path.endswith(LEFT)]
    for name in LEFT:
        site.write(f"public/{name}", b"\x00")
    site.article("un", BODY, title="Autre titre", date="2025-03-04")
    assert codes(site) == clean


def test_a_page_saved_whole_is_one_article_and_its_parts_none(site: SmallSite) -> None:
    text = f"<h1>Le bac reprend</h1><p>{BODY}</p>"
    site.write("seeds/Le bac.html", f"<!doctype html><html><title>Le bac reprend</title>{text}")
    site.write("seeds/Le bac_files/cadre.html", "<html><body><p>Une publicité dans un cadre.</p>")
    site.write("seeds/Le bac_files/notice.pdf", b"%PDF-")
    site.write("seeds/Le bac_files/bac.png", b"no picture")
    site.write("seeds/dossier_files/note.txt", f"Une autre note\n\n{BODY.replace('a', 'o')}")
    report = site.build()
    assert any(path.endswith("le-bac-reprend/index.html") for path in site.tree()), site.tree()
    assert report.counts["articles"] == 2  # a folder of that name without its page is a folder like any other
    assert not [note for note in report.notes if "_files" in note.where.path and note.level != "info"]


def test_an_article_named_with_a_hash_is_one(site: SmallSite) -> None:
    site.write("content/articles/#metoo.md", f"---\ntitle: Titre\ndate: 2025-03-04\n---\n{BODY}")
    site.build()
    assert any("titre/index.html" in path for path in site.tree())


def test_a_pinned_day_that_hides_articles_is_named(site: SmallSite) -> None:
    site.article("un", BODY, title="Titre", date="2026-03-04")
    assert ("as-of-old", "warning") in codes(site)


def test_a_site_without_articles_has_its_pages(site: SmallSite) -> None:
    assert site.build(search=True).status == "done"
    assert "recherche/index.html" in site.tree()


@pytest.mark.parametrize("key", ["traduction", "translationKey"])
def test_translations_are_declared_by_a_word_they_share(site: SmallSite, key: str) -> None:
    site.article("un", BODY, title="Un pont", date="2025-03-04", language="fr", **{key: "pont-2025"})
    site.write("seeds/bruecke.txt", BODY)
    site.write(
        "content/overrides/bruecke.toml",
        f'title = "Die Brücke"\ndate = 2025-03-05\nlanguage = "de"\n{key} = "pont-2025"\n',
    )
    report = site.build()
    assert {note.level for note in report.notes} <= {"info"}
    page = site.tree()["articles/2025/03/un-pont/index.html"].decode()
    assert 'hreflang="de" href="https://' in page
    assert "/articles/2025/03/die-brucke/" in page or "/articles/2025/03/die-bruecke/" in page


def test_brouillon_is_a_draft_too(site: SmallSite) -> None:
    site.article("un", BODY, title="Titre", date="2025-03-04", brouillon="oui")
    assert "draft-left-out" in [code for code, _ in codes(site)]


def unnamed(site: SmallSite, **changes: object) -> list[tuple[str, str]]:
    notes = [note for note in site.build(**changes).notes if note.code == "site-unnamed"]
    return [(note.level, str(note.message).split(" is set")[0]) for note in notes]


def test_a_folder_without_settings_is_not_published_under_the_example_s_name(site: SmallSite) -> None:
    (site.root / "content/site.toml").unlink()
    site.article("un", BODY, title="Titre", date="2025-03-04")
    assert unnamed(site) == [("warning", "no base_url"), ("warning", "no title")]
    pages = b"".join(data for path, data in site.tree().items() if path.endswith((".html", ".xml", ".json")))
    assert b"Revue de presse" in pages
    assert b"Le Relev" not in pages
    assert b"sitegen.example.org" not in pages


def test_a_site_with_a_name_and_an_address_from_the_command_is_named(site: SmallSite) -> None:
    site.write("content/site.toml", 'title = "Revue de presse"\nas_of = 2025-12-31\n')
    site.article("un", BODY, title="Titre", date="2025-03-04")
    assert unnamed(site) == [("warning", "no base_url")]
    assert unnamed(site, base_url="https://revue.example.org") == []


def test_an_excerpt_that_leaves_nothing_out_is_not_called_one(site: SmallSite) -> None:
    site.article("un", BODY.split("\n\n", maxsplit=1)[0], title="Titre", date="2025-03-04", publish="excerpt")
    site.build()
    assert not [path for path, data in site.tree().items() if b"Extrait. La suite" in data]


def test_an_excerpt_says_that_it_is_one_even_where_no_link_leads_to_the_rest(site: SmallSite) -> None:
    site.article("un", BODY, title="Titre", date="2025-03-04", publish="excerpt", source="La Gazette")
    site.build()
    page = (site.public / "articles/2025/03/titre/index.html").read_text()
    assert "Extrait. La suite se lit chez son éditeur." in page
    assert 'class="button"' not in page
    for name in ("feed.xml", "atom.xml", "feed.json"):
        assert "Extrait. La suite se lit chez son éditeur." in (site.public / name).read_text(), name
