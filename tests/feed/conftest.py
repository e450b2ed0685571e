"""The small digest of `sites.py`, with its bodies."""

import datetime as dt

import pytest
from msgspec.structs import replace

from tests.feed.sites import PARIS, bodies_of, make_article, make_edition


@pytest.fixture
def articles():
    """Seventy items, two a day, the newest with a time of day, the last undated and of unknown source."""
    items = [make_article(number) for number in range(69, 0, -1)]
    items[0] = replace(items[0], published=dt.datetime(2025, 2, 4, 18, 30, tzinfo=PARIS), publish="excerpt")
    items[1] = replace(items[1], countries=("FR", "AM"), themes=("culture",), language="en")
    items.append(
        make_article(0, date=None, source=None, link="", authors=(), summary="", inferred=("title",), tags=())
    )
    return tuple(items)


@pytest.fixture
def edition(articles):
    return make_edition(articles)


@pytest.fixture
def bodies(articles):
    return bodies_of(articles)
