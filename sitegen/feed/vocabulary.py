"""The API's lists of shelves, and its counts."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Any

from sitegen.feed.address import absolute, uri
from sitegen.feed.edition import Edition, Plan
from sitegen.feed.encode import indented
from sitegen.feed.escape import one_line
from sitegen.feed.formats import FORMATS
from sitegen.feed.schemas import VERSION
from sitegen.model import Body, Collection, CollectionKind


def write_countries(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """Countries, and the groups made of them."""
    shown = {
        "version": VERSION,
        "countries": _shelves("country", edition),
        "groups": _shelves("group", edition),
    }
    return indented(shown)


def write_themes(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """Themes."""
    return indented({"version": VERSION, "themes": _shelves("theme", edition)})


def write_sources(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """Sources."""
    return indented({"version": VERSION, "sources": _shelves("source", edition)})


def _shelves(kind: CollectionKind, edition: Edition) -> list[dict[str, Any]]:
    """Shelves of a kind, empty ones too, in the site's order."""
    return [_shelf(shelf, edition) for shelf in edition.site.collections if shelf.kind == kind]


def _shelf(shelf: Collection, edition: Edition) -> dict[str, Any]:
    config = edition.config
    term = edition.site.terms.get((shelf.kind, shelf.key[0])) if shelf.key else None
    day = newest(shelf)
    return {
        "id": "/".join(shelf.key),
        "name": one_line(shelf.name),
        "code": (term.code or None) if term else None,
        "scheme": (uri(term.scheme) or None) if term else None,
        "url": absolute(shelf.url, config),
        "feeds": {form.kind: absolute(shelf.url + form.file, config) for form in FORMATS},
        "articles": len(shelf.articles),
        "newest": day.isoformat() if day else None,
    }


def newest(shelf: Collection) -> dt.date | None:
    """The day of a shelf's newest article: its first, since undated ones come last."""
    return shelf.articles[0].date if shelf.articles else None


def write_stats(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """Counts."""
    articles = edition.site.articles
    dates = [article.date for article in articles if article.date]
    months: Counter[tuple[int, int]] = Counter()
    for day, count in Counter(dates).items():
        months[day.year, day.month] += count
    sources: Counter[str] = Counter()
    for name, count in Counter([article.source.name for article in articles if article.source]).items():
        sources[one_line(name)] += count
    return indented(
        {
            "version": VERSION,
            "articles": len(articles),
            "undated": len(articles) - len(dates),
            "words": sum([article.words for article in articles]),
            "first": min(dates).isoformat() if dates else None,
            "last": max(dates).isoformat() if dates else None,
            "by_month": {f"{year:04}-{month:02}": count for (year, month), count in sorted(months.items())},
            "by_country": _counts(chain.from_iterable([article.countries for article in articles])),
            "by_theme": _counts(chain.from_iterable([article.themes for article in articles])),
            "by_source": dict(sorted(sources.items())),
            "by_language": _counts([article.language for article in articles]),
            "inferred": _counts(chain.from_iterable([article.inferred for article in articles])),
        }
    )


def _counts(values: Iterable[str]) -> dict[str, int]:
    """How often each value occurs, in order of the values."""
    return dict(sorted(Counter(values).items()))
