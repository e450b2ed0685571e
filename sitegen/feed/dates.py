"""Dates as feeds need them.

An item's moment is the time its text states; where only the day is known, midnight of that day in the
site's zone, which is never in the future on the day itself. An undated item has the day on which the digest
first showed it, if that is known, or that of the newest dated item which came with it. Without any, RSS and
JSON Feed give no date; Atom must, and gets NEVER.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from sitegen.model import Article

NEVER = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""Stands for "not known" where a format cannot say so: constant, plausible, and older than the news."""

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_HALF_HOUR = 1800


def arrivals(articles: Sequence[Article], added: Mapping[str, dt.date]) -> dict[str, dt.date]:
    """The day under which each undated article stands: that on which it was first published.

    Where dated ones came on the same day, as on a site's first, it is no later than the newest of these: an
    article is not news because nobody knows its date.
    """
    undated = [article for article in articles if article.date is None and article.id in added]
    newest: dict[dt.date, dt.date] = {}
    for article in articles if undated else ():
        came = added.get(article.id)
        if came is not None and article.date is not None:
            newest[came] = max(article.date, newest.get(came, article.date))
    return {
        article.id: min(added[article.id], newest.get(added[article.id], dt.date.max)) for article in undated
    }


def midnight(day: dt.date, zone: dt.tzinfo) -> dt.datetime:
    """The first moment of a day."""
    return dt.datetime(day.year, day.month, day.day, tzinfo=zone)


def moment(article: Article, added: dt.date | None, zone: dt.tzinfo) -> dt.datetime | None:
    """When the item was published, None where nothing is known."""
    if article.published is not None:
        return article.published
    day = article.date or added
    return midnight(day, zone) if day else None


def rfc822(when: dt.datetime) -> str:
    """A date as RSS writes it: "Wed, 15 Jan 2025 00:00:00 +0100"."""
    when = _clock_zone(when)
    offset = when.strftime("%z") or "+0000"
    return (
        f"{_DAYS[when.weekday()]}, {when.day:02} {_MONTHS[when.month - 1]} {when.year:04} "
        f"{when.hour:02}:{when.minute:02}:{when.second:02} {offset}"
    )


def rfc3339(when: dt.datetime) -> str:
    """A date as Atom and JSON write it: "2025-01-15T00:00:00+01:00"."""
    return _clock_zone(when).isoformat(timespec="seconds")


def distinct(when: dt.datetime, identifier: str) -> str:
    """The date with a fraction of a second that is the item's own, for ever.

    Two entries of an Atom feed should not have been updated in the same instant (readers sort by it, and
    the W3C's validator warns), yet a day, or a minute, is all that most pages state. The fraction is below
    what is known, so it says nothing untrue.
    """
    stamp = rfc3339(when)
    return f"{stamp[:19]}.{int(identifier, 16) % 10**9:09}{stamp[19:]}"


def _clock_zone(when: dt.datetime) -> dt.datetime:
    """The same moment in a zone that feeds can write: local times before 1911 have odd seconds."""
    offset = when.utcoffset()
    if offset is not None and offset.total_seconds() % _HALF_HOUR == 0:
        return when
    try:
        return when.astimezone(dt.UTC)
    except OverflowError:
        return when.replace(tzinfo=dt.UTC)
