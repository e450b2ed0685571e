"""Charts and map: figures that are also said in words, colours left to the stylesheet."""

import datetime as dt
import re
from itertools import pairwise

from sitegen.render.charts import calendar_weeks, month_bars, span, sparkline
from sitegen.render.worldmap import Place, shades, world_map
from tests.render.worlds import strings, template_files

COUNTS = {(2025, 1): 4, (2025, 3): 1}


def test_months_run_across_years():
    assert span((2025, 2), 4) == [(2024, 11), (2024, 12), (2025, 1), (2025, 2)]


def test_bars_say_their_figures():
    svg = month_bars(COUNTS, span((2025, 3), 12), strings())
    assert "janvier 2025\u00a0: 4 articles" in svg
    assert 'aria-label="Nombre d’articles par mois, avril 2024 – mars 2025"' in svg
    assert "style=" not in svg
    assert svg.count("<rect") == 2


def test_nothing_is_drawn_of_nothing():
    assert month_bars({}, [], strings()) == ""
    assert world_map(template_files()["maps/world.txt"], {}, strings()) == ""


def test_sparklines_share_a_scale():
    high, low = (sparkline(course, span((2025, 3), 3), 8) for course in ({(2025, 3): 8}, {(2025, 3): 2}))
    assert "120.0,2.0" in high
    assert "120.0,27.5" in low


def test_a_month_starts_on_monday():
    weeks = calendar_weeks((2025, 3), {6: ("#j-2025-03-06", 2)}, strings())
    assert [day.number for day in weeks[0]] == [0, 0, 0, 0, 0, 1, 2]
    thursday = weeks[1][3]
    assert (thursday.number, thursday.url, thursday.label) == (6, "#j-2025-03-06", "6 mars\u00a0: 2 articles")
    assert dt.date(2025, 3, 6).weekday() == 3


def test_the_legend_covers_every_count_once():
    for least, top in [*((1, top) for top in range(1, 400)), *((14, top) for top in range(14, 60))]:
        steps = [shade.label for shade in shades([top, 0, least], strings())]
        ends = [list(map(int, step.replace("\u202f", "").split("–"))) for step in steps]
        assert ends[0][0] == least
        assert ends[-1][-1] == top
        assert all(after[0] == before[-1] + 1 for before, after in pairwise(ends))
        assert shades([least, top], strings())[-1].level == 4
    assert shades([0], strings()) == ()


def test_countries_of_close_counts_are_told_apart():
    places = {code: Place(code, f"/{code}/", count) for code, count in {"FR": 14, "JP": 20, "BR": 32}.items()}
    svg = world_map(template_files()["maps/world.txt"], places, strings())
    assert len({level for level in range(5) if f'"shade-{level}"' in svg}) == 3


def test_small_countries_get_a_dot():
    svg = world_map(
        template_files()["maps/world.txt"],
        {"AM": Place("Arménie", "/pays/armenie/", 3), "MC": Place("Monaco", "/pays/monaco/", 1)},
        strings(),
    )
    assert svg.count("<circle") == 2
    assert 'aria-label="Arménie\u00a0: 3 articles"' in svg


def test_a_country_without_articles_is_land():
    svg = world_map(
        template_files()["maps/world.txt"],
        {"AM": Place("Arménie", "/pays/armenie/", 0), "FR": Place("France", "/pays/france/", 2)},
        strings(),
    )
    assert "armenie" not in svg
    assert "france" in svg


def outlines() -> dict[str, list[list[tuple[int, int]]]]:
    """The rings of each country of the map, in the map's units."""
    found: dict[str, list[list[tuple[int, int]]]] = {}
    lines = [line for line in template_files()["maps/world.txt"].splitlines() if not line.startswith("#")]
    for line in lines[1:]:
        code, *_, path = line.split(" ", 4)
        found[code] = []
        for part in path.split("M")[1:] if path[:1] == "M" else ():
            numbers = [int(each) for each in re.findall(r"-?\d+", part)]
            steps = zip(numbers[::2], numbers[1::2], strict=True)
            ring = [next(steps)]
            for across, down in steps:
                ring.append((ring[-1][0] + across, ring[-1][1] + down))
            found[code].append(ring)
    return found


def country_at(x: int, y: int) -> str:
    """Which country holds a point of the map."""
    for code, rings in outlines().items():
        inside = False
        for ring in rings:
            for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
                if (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay):
                    inside = not inside
        if inside:
            return code
    return ""


def test_contested_lands_are_drawn_as_france_and_the_united_nations_see_them():
    simferopol, kherson, krasnodar = (1111, 163), (1100, 154), (1130, 163)
    assert [country_at(*place) for place in (simferopol, kherson, krasnodar)] == ["UA", "UA", "RU"]
    laayoune, dakhla, tifariti, agadir = (866, 294), (855, 312), (885, 288), (885, 274)
    assert [country_at(*place) for place in (laayoune, dakhla, tifariti)] == ["EH"] * 3
    assert country_at(*agadir) == "MA"
    kyrenia, hargeisa = (1114, 228), (1188, 408)
    assert [country_at(*place) for place in (kyrenia, hargeisa)] == ["CY", "SO"]


def test_of_small_neighbours_the_one_with_most_articles_lies_on_top():
    places = {"AM": Place("Arménie", "/am/", 9), "GE": Place("Géorgie", "/ge/", 2)}
    svg = world_map(template_files()["maps/world.txt"], places, strings())
    assert svg.index('href="/ge/"') < svg.index('href="/am/"')


def test_a_year_that_begins_at_the_edge_is_written_within_it():
    svg = month_bars({(2025, 1): 1}, span((2025, 1), 12), strings())
    assert re.search(r'x="304" text-anchor="end" y="\d+">2025<', svg)


def test_the_map_is_read_out_in_order_of_names():
    """Germany's code begins with a D, and É counts as E."""
    names = {
        "DE": "Allemagne",
        "AM": "Arménie",
        "AU": "Australie",
        "US": "États-Unis",
        "CD": "Congo",
        "FR": "France",
    }
    places = {code: Place(name, f"/{code}/", 3) for code, name in names.items()}
    svg = world_map(template_files()["maps/world.txt"], places, strings())
    assert re.findall(r'aria-label="([\w-]+)\u00a0:', svg) == [
        "Allemagne",
        "Arménie",
        "Australie",
        "Congo",
        "États-Unis",
        "France",
    ]
    drawn = re.search(r'<g aria-hidden="true">(.*)</g><a', svg)[1]
    assert drawn.count("<a ") == drawn.count('tabindex="-1"') == len(names)
    assert set(re.findall('href="#([^"]+)"', svg)) == set(re.findall('id="([^"]+)"', svg))
