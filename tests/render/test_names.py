"""The names that the search page knows shelves by."""

import gzip
import json

from msgspec.structs import replace

from sitegen.config.countries import load_countries
from sitegen.config.themes import load_themes
from sitegen.model import Collection, Site
from sitegen.render.pages import names
from sitegen.text import routes
from tests.render.worlds import PROJECT, article, rendered, world_of

COUNTRIES = load_countries({"content/countries.toml": (PROJECT / "content/countries.toml").read_text()})[0]
THEMES = load_themes({"content/themes.toml": (PROJECT / "content/themes.toml").read_text()})[0]


def knowing(world):
    return replace(world, countries=COUNTRIES, themes=THEMES)


def rows(world):
    """The rows of the file by the name that is shown."""
    return {row[0]: row[1:] for row in json.loads(names.data(knowing(world)))}


def test_a_shelf_is_known_by_its_other_names_and_capitals():
    found = rows(world_of([article(1), article(2)]))
    url, count, keys = found["Arménie"]
    assert (url, count) == ("/pays/armenie/", 2)
    assert {"armenie", "armenia", "erevan", "yerevan", "hayastan"} <= set(keys.split())
    assert "gyumri" not in keys.split()  # a town that is no capital
    assert {"diplomatie", "diplomacy"} <= set(found["Diplomatie"][2].split())


def test_a_shelf_without_articles_has_no_names():
    world = world_of([article(1)])
    empty = Collection("country", ("MA",), "Maroc", "/pays/maroc/", ())
    site = replace(world.site, collections=(*world.site.collections, empty))
    assert set(rows(replace(world, site=site))) == {"Arménie", "Diplomatie", "La Gazette d’exemple"}


def test_a_source_is_known_by_its_name_and_told_from_the_other_shelves():
    found = json.loads(names.data(knowing(world_of([article(1), article(2)]))))
    (source,) = (row for row in found if row[-1] == "source")
    assert source[0] == "La Gazette d’exemple"
    assert source[2:] == [2, "lagazettedexemple", "source"]
    assert all(len(row) == 4 for row in found if row is not source)


def test_addresses_of_shelves_are_the_sites_own():
    found = rows(world_of([article(1)], base_url="https://essai.example.org/revue"))
    assert found["Arménie"][0] == "/revue/pays/armenie/"


def test_the_file_is_written_again_when_a_count_changes_and_not_when_a_text_does():
    before, edited, more = (
        rendered(knowing(world_of(articles)))[routes.file_of(routes.SEARCH_NAMES)]
        for articles in ([article(1)], [article(1, digest="edited")], [article(1), article(2)])
    )
    assert before == edited
    assert before[0] != more[0]
    assert before[1] != more[1]


def test_no_name_that_a_shelf_is_sought_by_is_known_anyway():
    rows = [
        *((row, (*row.names.values(), *row.aliases, *row.capitals)) for row in COUNTRIES.countries),
        *((row, row.names.values()) for row in (*COUNTRIES.groups, *THEMES.themes)),
    ]
    for row, known in rows:
        sought = [names.plain(name) for name in row.sought]
        assert len(set(sought)) == len(sought), row.id
        assert set(sought).isdisjoint(map(names.plain, known)), row.id


def test_names_are_bounded_for_every_country_there_is():
    """What a reader's first word costs stays small."""
    held = (article(1),)
    shelves = [
        *(
            Collection("country", (each.id,), each.names["fr"], f"/pays/{each.slug}/", held)
            for each in COUNTRIES.countries
        ),
        *(
            Collection("group", (each.id,), each.names["fr"], f"/regions/{each.slug}/", held)
            for each in COUNTRIES.groups
        ),
        *(
            Collection("theme", (each.id,), each.names["fr"], f"/themes/{each.slug}/", held)
            for each in THEMES.themes
        ),
    ]
    world = replace(
        world_of([article(1)]), site=Site(held, tuple(shelves), {article(1).id: "/articles/un/"}, {})
    )
    data = names.data(knowing(world))
    assert data == names.data(knowing(world))
    assert len(gzip.compress(data)) < 20_000
    by_key = {}
    for name, _, _, keys in json.loads(data):
        for key in keys.split():
            by_key.setdefault(key, []).append(name)
    assert by_key["niger"] == ["Niger"]
    assert by_key["guinee"] == ["Guinée"]
    assert by_key["congo"] == ["République démocratique du Congo", "Congo"]
    assert by_key["coree"] == ["Corée du Nord", "Corée du Sud"]
