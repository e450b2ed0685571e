import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.dates import compile_dates, find_dates, latest, moment
from sitegen.text.fold import fold

MONTHS = {"janvier": 1, "mars": 3, "mai": 5, "may": 5, "aout": 8, "november": 11, "decembre": 12, "marz": 3}
DATES = compile_dates(MONTHS, {"lundi": 0, "mardi": 1, "mercredi": 2})


def found(text, **options):
    return [(one.year, one.month, one.day) for one in find_dates(fold(text), DATES, **options)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("le 3 mars 2021", (2021, 3, 3)),
        ("1er août 2022", (2022, 8, 1)),
        ("3. März 2021", (2021, 3, 3)),
        ("November 5th, 2020", (2020, 11, 5)),
        ("2021-03-04", (2021, 3, 4)),
        ("2021/03/04", (2021, 3, 4)),
        ("04/03/2021", (2021, 3, 4)),
        ("04.03.21", (2021, 3, 4)),
        ("4 - 3 - 2021", (2021, 3, 4)),
        ("06. 01. 2026", (2026, 1, 6)),
        ("12/25/2020", (2020, 12, 25)),
        ("20 janvier 202021 mars 2020", (2020, 1, 20)),
        ("20/01/202021/02/2020", (2020, 1, 20)),
        ("2. März 20203. März 2020", (2020, 3, 2)),
        ("Anne Petit,03.03.2021", (2021, 3, 3)),
        ("5 mai", (None, 5, 5)),
        ("mardi premier mars", (None, 3, 1)),
        ("le premier août 2022", (2022, 8, 1)),
    ],
)
def test_forms(text, expected):
    assert found(text) == [expected]


@pytest.mark.parametrize("text", ["le premier marsouin", "un premier mot", "avant-premier-mars"])
def test_a_first_that_is_no_day(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "31/04/2021",
        "2021-13-40",
        "3 marsouins",
        "12.5.3",
        "1,03.03.21",
        "version 1.2.2021.4",
        "06 12 34 56 78",
        "33 mai 2020",
        "12-14-20",
        "20/01/202021",
        "mai 171",
    ],
)
def test_what_is_no_date(text):
    assert found(text) == []


def test_month_first_where_the_language_has_it_so():
    assert found("04/03/2021", day_first=False) == [(2021, 4, 3)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("11/08/23 5:19pm", (2023, 11, 8)),
        ("10/11/2022 08:00 a.m.", (2022, 10, 11)),
        ("10/11/2022 18:00", (2022, 11, 10)),
        ("25/11/2022 5:19 pm", (2022, 11, 25)),
    ],
)
def test_month_first_beside_a_clock_of_twelve_hours_where_the_language_has_it_so(text, expected):
    assert found(text, american_clock=True) == [expected]
    assert found(text)[0][2] == int(text[:2])


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("3 mai 2020 à 7h15", 7, 15),
        ("3 mai 2020, 14:05", 14, 5),
        ("May 3, 2020 at 9:05 pm", 21, 5),
        ("3 mai 2020 12h", 12, 0),
        ("3 mai 2020 45 km", None, 0),
    ],
)
def test_times_of_day(text, hour, minute):
    (one,) = find_dates(fold(text), DATES)
    assert (one.hour, one.minute) == (hour, minute)


def test_offsets_are_read():
    (one,) = find_dates("2025-01-17t22:50:25.529z", DATES)
    assert (one.offset, one.fraction) == (0, True)
    zone = dt.timezone(dt.timedelta(hours=4))
    assert moment(one, dt.date(2025, 1, 17), zone).isoformat() == "2025-01-18T02:50:00+04:00"


def test_the_latest_day_with_its_weekday():
    (one,) = find_dates("mercredi 5 mars", DATES)
    assert latest(one, dt.date(2025, 12, 31)) == dt.date(2025, 3, 5)
    assert latest(one, dt.date(2025, 3, 4)) == dt.date(2014, 3, 5)


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_is_read_back(day):
    names = {number: name for name, number in MONTHS.items()}
    assert found(day.isoformat()) == [(day.year, day.month, day.day)]
    assert found(day.strftime("%d/%m/%Y")) == [(day.year, day.month, day.day)]
    if day.month in names:
        assert found(f"{day.day} {names[day.month]} {day.year}") == [(day.year, day.month, day.day)]


@given(st.text(max_size=300))
def test_no_text_makes_it_fail(text):
    for one in find_dates(fold(text), DATES):
        assert 0 <= one.start < one.end <= len(text)


def test_long_lines_take_linear_time():
    assert found("12/" * 200_000) == []
    assert found("1 mai " * 50_000)[0] == (None, 5, 1)
