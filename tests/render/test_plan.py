"""What makes a page worth rendering again: whatever could change its bytes, and little else."""

import datetime as dt
import time

import pytest
from msgspec.structs import replace

from sitegen.render import closures, plan_pages
from tests.render.worlds import article, assets, changed, rendered, template_files, world_of

MANY = [
    article(
        number,
        countries=("AM", "FR") if number % 3 == 0 else ("MA",) if number % 3 == 1 else ("AM",),
        themes=("culture",) if number % 4 == 0 else ("diplomacy",),
    )
    for number in range(1, 31)
]


@pytest.fixture(scope="module")
def before():
    return rendered(world_of(MANY))


def test_the_same_world_has_the_same_pages(before):
    assert rendered(world_of(MANY)) == before


def test_every_shelf_and_fixed_page_is_there(before):
    for path in (
        "index.html",
        "pays/index.html",
        "pays/armenie/index.html",
        "pays/armenie/diplomatie/index.html",
        "themes/culture/index.html",
        "archives/2025/03/index.html",
        "sources/index.html",
        "recherche/index.html",
        "abonnements/index.html",
        "couverture/index.html",
        "enregistres/index.html",
        "hors-ligne/index.html",
        "404.html",
        "a-propos/index.html",
        "articles/2025/03/navire-5/index.html",
        "manifest.webmanifest",
        "sw.js",
    ):
        assert path in before, path


@pytest.mark.parametrize(
    "changes",
    [
        {"title": "Un titre corrigé"},
        {"summary": "Un autre résumé."},
        {"countries": ("FR",)},
        {"themes": ("culture", "diplomacy")},
        {"date": dt.date(2025, 1, 2)},
        {"date": None},
        {"source": None},
        {"indexed": False},
        {"inferred": ("title", "date")},
        {"slug": "une-autre-adresse"},
        {"title": MANY[3].title},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_no_page_changes_under_the_same_signature(before, changes):
    """The one promise of a signature: where it is the same, the bytes are the same."""
    after = rendered(changed(world_of(MANY), 12, **changes))
    stale = [
        path
        for path in before.keys() & after.keys()
        if before[path][1] != after[path][1] and before[path][0] == after[path][0]
    ]
    assert stale == []
    assert any(before[path] != after[path] for path in before.keys() & after.keys())


def test_a_corrected_body_renders_few_pages_again(before):
    after = {page.path: page.signature for page in plan_pages(changed(world_of(MANY), 7))}
    touched = {path for path, signature in after.items() if signature != before[path][0]}
    assert "articles/2025/03/navire-7/index.html" in touched
    assert "pays/maroc/index.html" in touched
    assert "pays/france/index.html" not in touched  # it does not list the article
    assert len([path for path in touched if path.startswith("articles/")]) <= 12


def test_a_translation_shows_on_the_page_it_translates():
    french, german = article(1, translation="pont"), article(2, translation="pont", language="de")
    path = "articles/2025/03/navire-1/index.html"
    pages = [rendered(world_of([french, each]))[path] for each in (german, article(2, language="de"))]
    assert pages[0][0] != pages[1][0]
    assert pages[0][1] != pages[1][1]


def test_a_new_article_leaves_archive_pages_where_they_are(before):
    after = {page.path: page.signature for page in plan_pages(world_of([*MANY, article(31)]))}
    archive = [path for path in before if "/page/" in path]
    assert archive
    kept = [path for path in archive if after.get(path) == before[path][0]]
    newest = [path for path in archive if path not in kept]
    assert all(
        "armenie" in path or "diplomatie" in path or "sources" in path or "2025/04" in path for path in newest
    )
    assert "pays/maroc/page/1/index.html" in kept


def test_pages_have_their_own_neighbours_not_the_chrome(before):
    """Nothing in header or footer counts articles, or every page would change with each."""
    after = {page.path: page.signature for page in plan_pages(world_of([*MANY, article(31)]))}
    same = [path for path in before if path.startswith("articles/") and after[path] == before[path][0]]
    assert len(same) >= 25


def test_a_template_edit_renders_only_what_uses_it():
    files = dict(template_files())
    files["pages/coverage.html"] += "\n<!-- edited -->"
    plain, edited = closures(template_files(), assets()[0]), closures(files, assets()[0])
    assert {name for name in plain if plain[name] != edited[name]} == {"pages/coverage.html"}
    world = world_of(MANY)
    other = replace(world, closures=edited)
    pairs = zip(plan_pages(world), plan_pages(other), strict=True)
    assert [old.path for old, new in pairs if old.signature != new.signature] == ["couverture/index.html"]


def test_a_script_edit_renders_only_pages_that_name_it():
    urls = {**assets()[0].urls, "search.js": "/assets/search.00000000.js"}
    edited = closures(template_files(), replace(assets()[0], urls=urls))
    plain = closures(template_files(), assets()[0])
    assert {name for name in plain if plain[name] != edited[name]} == {"pages/search.html"}


def test_old_addresses_lead_to_the_article():
    world = world_of(
        [
            article(
                1,
                aliases=(
                    "/vieux/navire.html",
                    "/2019/navire/",
                    "../../etc/passwd",
                    "https://x.example.org/a",
                ),
            )
        ]
    )
    pages = rendered(world)
    assert 'url=/articles/2025/03/navire-1/"' in pages["vieux/navire.html"][1]
    assert "2019/navire/index.html" in pages
    assert not any("etc" in path or "example" in path for path in pages)


def test_an_alias_never_takes_a_page_s_place():
    world = world_of([article(1, aliases=("/pays/",))])
    assert "http-equiv" not in rendered(world)["pays/index.html"][1]


def test_an_empty_site_has_its_pages():
    pages = rendered(world_of([]))
    assert "Rien n’est encore publié" in pages["index.html"][1]
    assert "couverture/index.html" in pages


def test_planning_is_cheap():
    many = [article(number, countries=("AM", "FR")[: 1 + number % 2]) for number in range(2000)]
    world = world_of(many, per_page=20)
    start = time.process_time()
    pages = plan_pages(world)
    each = (time.process_time() - start) / len(pages)
    assert each < 150e-6  # 12 µs on a quiet machine; this only catches a change of kind
