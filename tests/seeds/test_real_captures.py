"""The five real captures: what must come out of them, line by line.

The captures are third parties' texts and stay where they are; these tests name lines and facts only.
"""

import re
from pathlib import Path
from typing import Any

import pytest

from sitegen.analyse import Tools, analyse
from sitegen.build.settle import Settings
from sitegen.commands.explain import as_record
from sitegen.read import decode

# The lines of each capture that are its article; every other line that holds something is noise.
ARTICLE_LINES = {
    "000": range(44, 60),
    "001": range(1, 200),
    "002": range(9, 14),
    "003": range(3, 9),
    "004": range(17, 24),
}

EXPECTED: dict[str, dict[str, Any]] = {
    "000": {
        "date": "2025-01-15",
        "authors": ["Krikor Amirzayan"],
        "source": "armenews.com",
        "countries": ["AM", "US"],
        "themes": {"diplomacy", "defence"},
    },
    "001": {
        "date": None,
        "authors": [],
        "source": None,
        "countries": ["AM", "US", "AZ", "RU"],
        "themes": {"defence"},
    },
    "002": {
        "date": "2025-12-18",
        "source": "nato.int",
        "countries": ["AM"],
        "themes": {"diplomacy", "defence"},
    },
    "003": {"date": "2025-11-19", "source": "La Gazette", "countries": ["AZ", "US"], "themes": {"diplomacy"}},
    "004": {"date": "2021-11-23", "source": "Barlamane", "countries": ["MA", "US"], "themes": {"diplomacy"}},
}


@pytest.fixture(scope="module")
def captures(shared: Path, tools: Tools, settings: Settings) -> dict[str, dict[str, Any]]:
    """What `explain --json` says of each capture, with its lines."""
    found = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        source, said = decode(path.name, path.read_bytes(), "")
        record = as_record(path.name, analyse(source, tools, said), settings, None, str)
        found[path.name[:3]] = {**record, "lines": source.text.split("\n")}
    return found


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.replace("#", ""))


def test_the_table(captures: dict[str, dict[str, Any]]) -> None:
    for name, record in captures.items():
        source = record["source"]["name"] if record["source"] else "unknown"
        countries = " ".join(place["code"] for place in record["countries"])
        themes = " ".join(theme["id"] for theme in record["themes"])
        print(f"{name} | {record['date']} | {source} | {countries} | {themes} | {record['title']}")
    assert sorted(captures) == sorted(EXPECTED)


@pytest.mark.parametrize("name", EXPECTED)
def test_every_word_of_the_article_is_kept_and_every_noise_line_goes(
    captures: dict[str, dict[str, Any]], name: str
) -> None:
    record = captures[name]
    article = "\n".join(
        line
        for number, line in enumerate(record["lines"], 1)
        if number in ARTICLE_LINES[name] and line.strip()
    )
    assert words(record["body"]) == words(article)


@pytest.mark.parametrize("name", EXPECTED)
def test_date_author_source(captures: dict[str, dict[str, Any]], name: str) -> None:
    record, expected = captures[name], EXPECTED[name]
    assert record["date"] == expected["date"]
    assert record["authors"] == expected.get("authors", record["authors"])
    source = record["source"]
    if expected["source"] is None:
        assert source is None
    else:
        assert expected["source"].lower() in f"{source['name']} {source['url']}".lower()


@pytest.mark.parametrize("name", EXPECTED)
def test_countries_and_themes(captures: dict[str, dict[str, Any]], name: str) -> None:
    record, expected = captures[name], EXPECTED[name]
    codes = [place["code"] for place in record["countries"]]
    assert codes[: len(expected["countries"])][:2] == expected["countries"][:2]
    assert set(codes) == set(expected["countries"])
    assert expected["themes"] <= {theme["id"] for theme in record["themes"]}


def test_titles(captures: dict[str, dict[str, Any]]) -> None:
    titles = {name: record["title"] for name, record in captures.items()}
    origins = {name: record["title_from"] for name, record in captures.items()}
    assert origins["000"] == "front-matter-title"
    assert "first" in origins["001"]
    assert "first" in origins["002"]
    assert titles["003"].startswith("Le ministre des AE azerbaïdjanais rencontre la secrétaire")
    assert words(titles["004"]) == words(captures["004"]["lines"][13])


def test_the_article_s_address_is_recovered_from_its_share_links(captures: dict[str, dict[str, Any]]) -> None:
    link = captures["000"]["link"]
    assert link.startswith("https://www.armenews.com/antony-blinken-")
    assert "?" not in link


def test_hashtags_become_words_and_tags_and_the_list_stays(captures: dict[str, dict[str, Any]]) -> None:
    record = captures["001"]
    assert "#" not in record["body"]
    assert {"Arménie", "Russie"} <= set(record["tags"])
    assert [int(n) for n in re.findall(r"^\s*(\d)\. ", record["body"], re.MULTILINE)] == [1, 2, 3, 4, 5]


def test_italics_stay(captures: dict[str, dict[str, Any]]) -> None:
    assert captures["000"]["body"].count("*") == "\n".join(captures["000"]["lines"][43:59]).count("*")


def test_the_inferred_year_is_marked(captures: dict[str, dict[str, Any]]) -> None:
    assert captures["003"]["date_from"] == "weekday-without-year"
