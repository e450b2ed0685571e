"""The conveyor, as an editor meets it: small sites built for real (without the search index)."""

import datetime as dt
import json
import os
import pickle
import shutil
import sys
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from sitegen.build import Report, Warm
from sitegen.feed import sitemap
from sitegen.model import Diagnostic, Told, Where, put_by, said
from tests.build.test_images import picture
from tests.conftest import PROJECT, SITE_TOML, SmallSite

CAPTURE = """LE PARLEMENT ARMÉNIEN ADOPTE LE BUDGET DE LA DÉFENSE
Erevan / Agence Exemple
Mercredi 19 novembre, le Parlement arménien a adopté le budget de la défense de l'année prochaine, en hausse.
Le ministre a présenté aux députés les commandes passées à la France et à l'Inde, livrées par étapes.
Partager sur Facebook
Lire aussi : notre dossier
"""


def codes(report) -> list[str]:
    return [note.code for note in report.notes]


def test_a_capture_and_a_written_file_become_a_site(site: SmallSite) -> None:
    site.write("seeds/budget.txt", CAPTURE)
    site.article("un", title="Un titre", date="2025-03-04")
    report = site.build()
    assert report.status == "done"
    tree = site.tree()
    assert "index.html" in tree
    assert "articles/2025/03/un-titre/index.html" in tree
    assert any(path.startswith("articles/2025/11/") for path in tree)
    for path in (
        "feed.xml",
        "sitemap.xml",
        "robots.txt",
        "404.html",
        "pays/armenie/feed.xml",
        "recherche/index.html",
    ):
        assert path in tree, path
    page = next(data for path, data in tree.items() if path.startswith("articles/2025/11/")).decode()
    assert "Partager sur Facebook" not in page
    assert "Agence Exemple" in page


def test_a_second_build_writes_nothing(site: SmallSite) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    site.build()
    before = {path: path.stat().st_mtime_ns for path in site.public.rglob("*")}
    report = site.build()
    assert report.counts["pages-written"] == report.counts["feeds-written"] == 0
    assert {path: path.stat().st_mtime_ns for path in site.public.rglob("*")} == before


def test_an_edit_shows_everywhere_and_only_there(site: SmallSite) -> None:
    for number in range(30):
        site.article(f"a{number}", title=f"Titre {number}", date=f"2024-01-{number + 1:02}", countries="[JP]")
    site.article("b", title="Un avant", date="2025-03-04", countries="[AM]")
    site.build()
    site.article("b", title="Un après", date="2025-03-04", countries="[AM]")
    report = site.build()
    tree = site.tree()
    assert "Un après" in tree["articles/2025/03/un-avant/index.html"].decode()
    for path in ("index.html", "pays/armenie/index.html", "feed.xml", "pays/armenie/feed.xml"):
        assert "Un après" in tree[path].decode(), path
    assert not any(
        "Un avant" in data.decode("utf-8", "replace") for path, data in tree.items() if path.endswith("html")
    )
    assert 0 < report.counts["pages-written"] < report.counts["pages"] / 2


def test_a_word_changed_in_a_text_leaves_every_list_alone(site: SmallSite) -> None:
    summary = "Le budget est présenté."
    for number in range(30):
        site.article(f"a{number}", title=f"Titre {number}", date=f"2024-01-{number + 1:02}", summary=summary)
    site.build()
    before = {path: path.stat().st_mtime_ns for path in site.public.rglob("*.html")}
    site.article(
        "a7", "Le gouvernement arménien a présenté mercredi son budget aux députés réunis à Erevan.",
        title="Titre 7", date="2024-01-08", summary=summary,
    )  # fmt: skip
    site.build()
    changed = [path for path, stamp in before.items() if path.stat().st_mtime_ns != stamp]
    assert [path.parent.name for path in changed] == ["titre-7"]
    assert "mercredi" in changed[0].read_text("utf-8")


@pytest.mark.parametrize("change", ["cold", "fresh", "warm", "template", "two processes"])
def test_every_way_to_build_gives_the_same_bytes(
    site: SmallSite, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("seeds/budget.txt", CAPTURE)
    for number in range(8):
        site.article(f"a{number}", title=f"Titre {number}", date=f"2025-02-{number + 1:02}")
    site.build()
    first = site.tree()
    if change == "cold":
        for path in sorted((site.root / ".sitegen").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        (site.root / "content/ledger.tsv").unlink()
        site.build()
    elif change == "fresh":
        site.build(fresh=True)
    elif change == "warm":
        site.article("a3", title="Autre chose", date="2025-02-04")
        site.build()
        site.article("a3", title="Titre 3", date="2025-02-04")
        site.build()
    elif change == "template":
        shipped = Path(__file__).parents[2] / "templates/pages/article.html"
        template = site.write("templates/pages/article.html", f"{shipped}<!-- ici -->\n")
        report = site.build()
        assert 0 < report.counts["pages-written"] < report.counts["pages"]
        assert not report.counts["feeds-written"]
        template.unlink()
        site.build()
    else:
        monkeypatch.setattr(sys.modules["sitegen.build.gather"], "_POOL_FROM", 1)
        monkeypatch.setattr(sys.modules["sitegen.build.produce"], "_POOL_FROM", 1)
        site.build(fresh=True, jobs=2)
    assert site.tree() == first


@pytest.mark.slow
def test_a_process_that_stays_builds_what_a_new_one_would(site: SmallSite) -> None:
    shipped = (Path(__file__).parents[2] / "templates/pages/article.html").read_text()
    shown = {"title": "La halle", "date": "2025-02-04"}
    for number in range(3):
        site.article(f"a{number}", title=f"Titre {number}", date=f"2025-02-{number + 1:02}")
    site.write("seeds/jeudi.txt", CAPTURE.replace("Mercredi", "Jeudi").replace("BUDGET", "PROJET"))
    steps = {
        "a first build": lambda: site.write("seeds/budget.txt", CAPTURE),
        "a word of a text": lambda: site.write("seeds/budget.txt", CAPTURE.replace("livrées", "reçues")),
        "a title": lambda: site.article("a2", title="Autre chose", date="2025-02-03"),
        "a title that another process built": lambda: (
            site.article("a2", title="Encore autre chose", date="2025-02-03"),
            site.build(),
        ),
        "a template": lambda: site.write(
            "templates/pages/article.html", shipped.replace("<article", "<article hidden")
        ),
        "an override": lambda: site.write("content/overrides/budget.toml", 'countries = ["JP"]\n'),
        "a setting": lambda: site.write("content/site.toml", f'{SITE_TOML}\ntagline = "Autrement"\n'),
        "an image to come": lambda: site.article("a3", "![La halle](assets/img/halle.jpg)", **shown),
        "the image": lambda: site.write("assets/img/halle.jpg", picture(300, 200)),
        "an article less": (site.root / "content/articles/a1.md").unlink,
        "another year": lambda: None,
        "only touched": lambda: os.utime(site.root / "content/articles/a3.md", (0, 0)),
        "nothing known any more": (site.root / ".sitegen/memo.sqlite").unlink,
    }
    warm, day = Warm(), dt.date(2025, 12, 31)
    for what, step in steps.items():
        step()
        day = dt.date(2026, 12, 31) if what == "another year" else day
        stayed = site.build(warm=warm, as_of=day)
        made = site.tree()
        new = site.build(fresh=True, as_of=day)
        assert site.tree() == made, what
        assert [str(note.message) for note in stayed.notes] == [str(note.message) for note in new.notes], what


def test_a_process_that_stays_makes_its_tools_once_for_the_same_settings() -> None:
    warm, made = Warm(), []
    for key in ("a", "a", "b", "a"):
        assert warm.value("tools", key, lambda key=key: made.append(key) or key) == key
    assert made == ["a", "b", "a"]
    assert pickle.loads(pickle.dumps(warm)).entries({}) == {}  # noqa: S301  our own


def test_a_site_copied_elsewhere_reads_no_article_again(site: SmallSite, tmp_path: Path) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    site.write("content/themes.toml", (Path(__file__).parents[2] / "content/themes.toml").read_text("utf-8"))
    site.build()
    copy = SmallSite(Path(shutil.copytree(site.root, tmp_path / "copie", copy_function=shutil.copyfile)))
    assert copy.build().counts["read"] == 0
    assert copy.tree() == site.tree()
    copy.write("content/themes.toml", (copy.root / "content/themes.toml").read_text("utf-8") + "# encore\n")
    assert copy.build().counts["read"] == 1


def test_an_error_holds_the_site_back_and_all_errors_are_said(site: SmallSite) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    site.build()
    before = site.tree()
    site.write("content/articles/b.md", "---\ntitle: un: deux\n---\nTexte.")
    site.write("content/articles/c.md", "---\ntitle: [\n---\nTexte.")
    report = site.build()
    assert report.status == "content-errors"
    assert [(note.where.path, note.code) for note in report.errors()] == [
        ("content/articles/b.md", "frontmatter-broken"),
        ("content/articles/c.md", "frontmatter-broken"),
    ]
    assert site.tree() == before


def test_on_error_skip_leaves_the_file_out_and_says_so(site: SmallSite) -> None:
    site.write(
        "content/site.toml",
        'title = "T"\nbase_url = "https://a.example"\non_error = "skip"\nas_of = 2025-12-31\n',
    )
    site.article("un", title="Un titre", date="2025-03-04")
    site.write("content/articles/b.md", "---\ntitle: un: deux\n---\nTexte.")
    report = site.build()
    assert report.status == "content-errors"
    assert "articles/2025/03/un-titre/index.html" in site.tree()


def test_strict_takes_warnings_for_errors(site: SmallSite) -> None:
    site.article("un", tilte="Un titre", date="2025-03-04")
    assert site.build().status == "done"
    assert site.build(strict=True).status == "content-errors"


def test_a_misspelt_key_is_a_warning_with_its_line(site: SmallSite) -> None:
    site.article("un", tilte="Un titre", date="2025-03-04")
    note = next(note for note in site.build().notes if note.code == "key-misspelt")
    assert (note.where.path, note.line()) == ("content/articles/un.md", 2)
    assert "title" in str(note.hint)


def test_findings_are_told_alike_however_few_files_were_read(site: SmallSite) -> None:
    for number in range(9):
        site.article(f"{number}", title=f"Titre {number}", date="2025-03-04", soruce="Un", ctaegory="rien")
    site.article("4", title="Titre 4", date="2025-03-04", soruce="Un")  # another number of them
    site.write("content/overrides/bugdet.toml", 'title = "Le vrai titre"\n')  # said when all files were read
    cold = site.build()
    nothing_new = site.build()
    third = site.root / "content/articles/3.md"
    third.write_text(third.read_text().replace("mardi", "lundi"))
    edited = site.build()
    assert cold.counts["read"] == 9
    assert nothing_new.counts["read"] == 0
    assert edited.counts["read"] == 1
    for report in (nothing_new, edited):
        assert report.notes == cold.notes
    for report in (cold, nothing_new, edited):
        every = report.warnings()
        assert len(every) == report.warned() == len({repr(note) for note in every}) > 9
        for most in range(len(every) + 2):
            few = report.few_warnings(most)
            assert few.shown == tuple(note for note in every if note in few.shown)
            assert len(few.shown) + sum(count for _, count in few.more) == len(every)
            counts = Counter(note.code for note in few.shown)
            assert all(counts[code] == most for code, _ in few.more)


def test_forty_warnings_of_a_kind_do_not_hide_the_one_that_matters(site: SmallSite) -> None:
    for number in range(40):
        site.article(f"a{number:02}", title=f"Titre {number}", date="2025-03-04", soruce="Un")
    site.article("y", title="Titre", date="45 mars", soruce="Un")
    site.write("content/overrides/bugdet.toml", 'title = "Le vrai titre"\n')
    few = site.build().few_warnings(3)
    assert [(note.code, note.where.path) for note in few.shown] == [
        ("key-misspelt", "content/articles/a00.md"),
        ("key-misspelt", "content/articles/a01.md"),
        ("key-misspelt", "content/articles/a02.md"),
        ("date-invalid", "content/articles/y.md"),
        ("override-unused", "content/overrides/bugdet.toml"),
    ]
    assert few.more == (("key-misspelt", 38),)


def test_of_many_warnings_only_those_shown_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    notes = [
        Diagnostic("image-missing", "warning", Where(f"{number}.md"), said("gone")) for number in range(1000)
    ]
    told = tuple(one for note in notes if (one := put_by(note.where.path, (note,))))
    unpacked: list[str] = []
    notes_of = Told.notes

    def counted(one: Told) -> tuple[Diagnostic, ...]:
        unpacked.append(one.path)
        return notes_of(one)

    monkeypatch.setattr(Told, "notes", counted)
    few = Report(told=told).few_warnings(3)
    assert [note.where.path for note in few.shown] == unpacked == ["0.md", "1.md", "2.md"]
    assert few.more == (("image-missing", 997),)


def test_drafts_and_dates_to_come_wait(site: SmallSite) -> None:
    site.article("a", title="Brouillon", date="2025-03-04", draft="true")
    site.article("b", title="Demain", date="2026-03-04")
    report = site.build()
    assert {"draft-left-out", "future-left-out"} <= set(codes(report))
    assert not [path for path in site.tree() if path.startswith("articles/")]
    site.build(drafts=True, future=True)
    assert len([path for path in site.tree() if path.startswith("articles/") and path.endswith("html")]) == 2


def test_a_changed_title_keeps_its_address_and_its_guid(site: SmallSite) -> None:
    site.article("un", title="Premier titre", date="2025-03-04")
    site.build()
    guid = site.tree()["feed.xml"].decode().split("<guid")[1].split("</guid>")[0]
    site.article("un", title="Second titre", date="2025-03-05")
    site.build()
    tree = site.tree()
    assert "Second titre" in tree["articles/2025/03/premier-titre/index.html"].decode()
    assert tree["feed.xml"].decode().split("<guid")[1].split("</guid>")[0] == guid


def test_a_former_address_leads_to_the_new_one(site: SmallSite) -> None:
    site.article("un", title="Titre", date="2025-03-04", aliases="[/ancien/chemin/]")
    site.build()
    assert "/articles/2025/03/titre/" in site.tree()["ancien/chemin/index.html"].decode()


def test_an_excerpt_shows_no_more_than_its_opening_anywhere(site: SmallSite) -> None:
    body = (
        "Première phrase assez longue pour ouvrir le sujet du jour.\n\n"
        "Un second paragraphe reservéauxabonnés du journal."
    )
    site.article("un", body, title="Titre", date="2025-03-04", publish="excerpt", summary="Un résumé.")
    site.build()
    assert not [path for path, data in site.tree().items() if "reservéauxabonnés".encode() in data]
    assert "Première phrase" in site.tree()["articles/2025/03/titre/index.html"].decode()


def test_one_file_makes_the_interface_speak_another_language(site: SmallSite) -> None:
    words = (
        (PROJECT / "content/ui/en.toml")
        .read_text()
        .replace('skip = "Skip to content"', 'skip = "Zum Inhalt"')
    )
    site.write("content/ui/de.toml", words)
    site.write(
        "content/site.toml", 'title = "Die Lese"\nbase_url = "https://lese.example.org"\nlanguage = "de"\n'
    )
    site.article(
        "un", title="Titre", date="2025-03-04", countries="[AM]", link="https://gazette.example.org/1"
    )
    assert not [note for note in site.build().notes if note.level != "info"]
    pages = site.tree()
    home = pages["index.html"].decode()
    assert '<html lang="de">' in home
    assert "Zum Inhalt" in home
    assert "Armenien" in home  # CLDR's name
    assert "März 2025" in pages["articles/2025/03/titre/index.html"].decode()
    assert "Countries" in pages["feeds.opml"].decode()  # as the file has it


def test_a_day_without_a_year_is_worked_out_anew_when_days_have_passed(site: SmallSite) -> None:
    text = (
        "TBILISSI, 3 sept (AFP) – Le parlement géorgien a voté mardi la loi sur les vignes, après deux ans."
    )
    more = "Les vignerons pourront planter de nouveau dès le printemps, selon le ministre de l'agriculture."
    site.write("seeds/vignes.txt", f"Le parlement vote la loi sur les vignes\n\n{text}\n\n{more}\n")
    site.build(as_of=dt.date(2025, 8, 1))
    site.build(as_of=dt.date(2025, 10, 1))
    home = site.tree()["index.html"]
    site.build(as_of=dt.date(2025, 10, 1), fresh=True)
    assert "3 septembre 2025" in home.decode()
    assert home == site.tree()["index.html"]


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("seeds/port.txt", "Mis à jour le 5 janvier 2026"),
        ("seeds/port.txt", "Source : https://courrier.example.org/2026/01/05/port"),
        ("content/articles/2026-01-05-port.md", ""),
    ],
)
def test_a_day_too_far_ahead_is_read_once_it_has_come(site: SmallSite, path: str, said: str) -> None:
    text = (
        "Le gouvernement arménien a présenté son budget aux députés réunis à Erevan, après un mois de débats."
    )
    site.write(
        path, f"Le port de Batoumi s'agrandit\n\n{said}\n\n{text}\n\n{text.replace('budget', 'plan')}\n"
    )
    early = site.build(as_of=dt.date(2025, 12, 30))
    later = site.build(as_of=dt.date(2026, 1, 10))
    page = site.tree()
    assert early.counts["undated"] == 1
    assert later.counts["undated"] == 0
    site.build(as_of=dt.date(2026, 1, 10), fresh=True)
    assert site.tree() == page


def test_an_override_corrects_a_capture(site: SmallSite) -> None:
    site.write("seeds/budget.txt", CAPTURE)
    site.write(
        "content/overrides/budget.toml",
        'title = "Le vrai titre"\ndate = 2025-11-20\nkeep = ["Partager sur Facebook"]\n',
    )
    site.build()
    page = site.tree()["articles/2025/11/le-vrai-titre/index.html"].decode()
    assert "Le vrai titre" in page
    assert "Partager sur Facebook" in page


def test_an_override_gives_a_capture_its_former_addresses_and_keeps_it_out_of_search_engines(
    site: SmallSite,
) -> None:
    site.write("seeds/budget.txt", CAPTURE)
    site.write(
        "content/overrides/budget.toml",
        'title = "Le vrai titre"\ndate = 2025-11-20\nalias = "/ancien/chemin/"\nindexed = false\n',
    )
    site.build()
    assert "/articles/2025/11/le-vrai-titre/" in site.tree()["ancien/chemin/index.html"].decode()
    assert (
        'name="robots" content="noindex' in site.tree()["articles/2025/11/le-vrai-titre/index.html"].decode()
    )


def test_an_override_of_no_file_is_named(site: SmallSite) -> None:
    site.write("content/overrides/bugdet.toml", 'title = "Le vrai titre"\n')
    note = next(note for note in site.build().notes if note.code == "override-unused")
    assert note.where.path == "content/overrides/bugdet.toml"


def test_a_site_s_own_template_wins(site: SmallSite) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    site.write("templates/partials/footer.html", "<footer>Mon pied de page</footer>")
    site.build()
    assert "Mon pied de page" in site.tree()["articles/2025/03/un-titre/index.html"].decode()


def test_seeds_are_never_written_to(site: SmallSite) -> None:
    file = site.write("seeds/budget.txt", CAPTURE)
    os.utime(file, ns=(1, 1))
    site.build()
    assert file.stat().st_mtime_ns == 1
    assert [path.name for path in (site.root / "seeds").iterdir()] == ["budget.txt"]


def test_an_empty_site_is_a_site(site: SmallSite) -> None:
    assert site.build().status == "done"
    assert "index.html" in site.tree()


def test_links_inside_the_site_lead_somewhere(site: SmallSite) -> None:
    site.write("seeds/budget.txt", CAPTURE)
    for number in range(45):
        site.article(
            f"a{number}", title=f"Titre {number}", date=f"2025-0{number % 9 + 1}-02", countries="[AM, FR]"
        )
    site.build()
    tree = site.tree()
    missing = set()
    for path, data in tree.items():
        if path.endswith(".html"):
            for _, _, link, _ in html.fromstring(data).iterlinks():
                target = link.split("#")[0].split("?")[0].removeprefix("https://releve.example.org")
                if target.startswith("/") and not target.startswith("/pagefind/"):
                    file = target.lstrip("/") + ("index.html" if target.endswith("/") else "")
                    if file not in tree:
                        missing.add((path, target))
    assert not missing


def test_the_api_and_sitemap_name_the_same_articles(site: SmallSite) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    site.build()
    tree = site.tree()
    listed = json.loads(tree["api/articles.json"])
    assert "https://releve.example.org/articles/2025/03/un-titre/" in json.dumps(listed)
    assert b"https://releve.example.org/articles/2025/03/un-titre/" in tree["sitemap.xml"]


def test_a_day_of_change_shows_in_its_part_of_the_sitemap(
    site: SmallSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemap, "PART", 4)
    for number in range(1, 10):
        site.article(f"{number}", title=f"Titre {number}", date=f"2025-03-0{number}")
    site.build()
    site.article("6", title="Titre 6", date="2025-03-06", updated="2025-04-01T10:00:00Z")
    site.build()
    warm = site.tree()
    dated = [path for path, data in warm.items() if path.startswith("sitemap") and b"2025-04-01" in data]
    assert dated == ["sitemap-articles-2.xml"]
    site.build(fresh=True)
    assert site.tree() == warm


def test_a_change_on_a_day_is_of_that_day_everywhere(site: SmallSite) -> None:
    site.write("content/site.toml", SITE_TOML + 'time_zone = "Europe/Paris"\n')
    site.article("un", title="Un titre", date="2025-03-04", lastmod="2025-03-05")
    site.write(
        "seeds/b.txt",
        "La piscine rouvre\nPublié le 04/03/2025, mis à jour le 05/03/2025\n"
        "La piscine de Vaubert a rouvert mardi après quatre ans de travaux, devant trois cents nageurs.",
    )
    for _ in range(2):
        site.build()
        tree = {path: data.decode("utf-8", "replace") for path, data in site.tree().items()}
        pages = [text for path, text in tree.items() if path.startswith("articles/2025")]
        assert len(pages) == 2
        for page in pages:
            assert "5\u00a0mars 2025" in page.replace(" mars", "\u00a0mars")
            assert "2025-03-05T00:00:00+01:00" in page
            assert "T23:00:00" not in page
        assert tree["sitemap.xml"].count("2025-03-05") >= 2
        assert tree["feed.json"].count("2025-03-05T00:00:00+01:00") == 2
        assert "2025-03-05T00:00:00" in tree["atom.xml"]


def test_a_base_url_with_a_path(site: SmallSite) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    site.build(base_url="https://example.org/digest")
    page = site.tree()["articles/2025/03/un-titre/index.html"].decode()
    assert 'href="/digest/pays/' in page or 'href="/digest/"' in page
    assert "https://example.org/digest/articles/2025/03/un-titre/" in page


def test_another_output_folder(site: SmallSite, tmp_path: Path) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    site.build(output=str(tmp_path / "elsewhere/deep"))
    assert (tmp_path / "elsewhere/deep/index.html").exists()
    assert not site.public.exists()


def test_a_build_without_search_leaves_the_index_there_was(site: SmallSite) -> None:
    site.article("un", title="Un titre", date="2025-03-04")
    site.build(search=True)
    index = {path: data for path, data in site.tree().items() if path.startswith("pagefind/")}
    assert "pagefind/pagefind.js" in index
    site.article("deux", title="Un autre titre", date="2025-03-05")
    site.build(search=False)
    assert {path: data for path, data in site.tree().items() if path.startswith("pagefind/")} == index
    assert site.build(search=True).counts["shards-written"] == 1


def test_an_edited_item_keeps_its_id_and_moves_its_date_in_feeds(site: SmallSite) -> None:
    def entry() -> tuple[str, str]:
        text = site.tree()["atom.xml"].decode().split("<entry")[1]
        return text.split("<id>")[1].split("</id>")[0], text.split("<updated>")[1][:10]

    site.article("un", title="Un titre", date="2025-03-04")
    site.build()
    identity, day = entry()
    site.article("un", title="Un titre mieux tourné", date="2025-03-04")
    site.build()
    assert entry() == (identity, day)
    site.article(
        "un", "Un tout autre texte sur le budget que les députés ont voté mardi à Erevan.", date="2025-03-04"
    )
    site.build()
    assert entry() == (identity, "2025-12-31")


def test_a_shelf_that_has_become_empty_keeps_its_page_and_feeds(site: SmallSite) -> None:
    site.article(
        "un",
        title="Un titre",
        date="2025-03-04",
        countries="[AM]",
        themes="[diplomacy]",
        source="Le Courrier",
    )
    site.build()
    kept = {path for path in site.tree() if path.startswith(("pays/", "themes/", "sources/")) and "." in path}
    assert {"pays/armenie/diplomatie/feed.xml", "sources/le-courrier/feed.xml"} <= kept
    (site.root / "content/articles/un.md").unlink()
    site.build()
    assert kept <= set(site.tree())
    assert b"<item>" not in site.tree()["pays/armenie/diplomatie/feed.xml"]
