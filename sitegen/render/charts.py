"""Charts drawn at build time as SVG; colours come from the stylesheet by class."""

import calendar
import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from markupsafe import Markup, escape
from msgspec import Struct

from sitegen.config.ui import Strings
from sitegen.model import Article
from sitegen.render.words import count_words, date_words, number_words

Month = tuple[int, int]

_WIDE = 304  # the side column's width in CSS pixels, so that words in the chart keep their size
_TALL = 84
_ABOVE = 16  # room for the highest figure
_BELOW = 17  # and for the years
_YEAR = 28  # how wide a year is
_LAST_WITH_ROOM = 9  # a first month after this leaves no room before the next year's mark


def months_of(articles: Iterable[Article]) -> Counter[Month]:
    """How many articles each month has; undated ones are in none."""
    return Counter((article.date.year, article.date.month) for article in articles if article.date)


def span(last: Month, length: int) -> list[Month]:
    """The months up to one, oldest first."""
    end = last[0] * 12 + last[1] - 1
    return [(at // 12, at % 12 + 1) for at in range(end - length + 1, end + 1)]


def first_day(month: Month) -> dt.date:
    """The day that stands for a month."""
    return dt.date(month[0], month[1], 1)


def month_bars(counts: Mapping[Month, int], months: Sequence[Month], strings: Strings) -> Markup:
    """Bars, one a month, each with its figure; years are marked below."""
    if not months or not counts:
        return Markup("")
    top = max(counts.get(month, 0) for month in months) or 1
    highest = next(month for month in months if counts.get(month, 0) == top)
    step = _WIDE / len(months)
    label = strings["list.months_chart"].format(
        first=date_words(strings, "month", first_day(months[0])),
        last=date_words(strings, "month", first_day(months[-1])),
    )
    parts = [
        f'<svg class="bars" viewBox="0 0 {_WIDE} {_TALL + _BELOW}" role="img" aria-label="{escape(label)}">',
        f'<path class="axis" d="M0 {_TALL}.5H{_WIDE}"/>',
    ]
    for at, month in enumerate(months):
        count = counts.get(month, 0)
        x = round(at * step, 1)
        if count:
            tall = max(2, round((_TALL - _ABOVE) * count / top, 1))
            name = date_words(strings, "month", first_day(month))
            said = strings["list.month_count"].format(
                month=name, count=count_words(strings, "count.articles", count)
            )
            parts.append(
                f'<rect class="bar" x="{x}" y="{round(_TALL - tall, 1)}" width="{round(step * 0.72, 1)}"'
                f' height="{tall}"><title>{escape(said)}</title></rect>'
            )
            if month == highest:
                middle = round(x + step * 0.36, 1)
                high = number_words(strings, count)
                parts.append(f'<text class="tick top" x="{middle}" y="{_ABOVE - 4}">{high}</text>')
        if month[1] == 1 or (at == 0 and month[1] <= _LAST_WITH_ROOM):
            place = f'x="{x}"' if x + _YEAR <= _WIDE else f'x="{_WIDE}" text-anchor="end"'
            parts.append(f'<text class="tick" {place} y="{_TALL + _BELOW - 3}">{month[0]}</text>')
    return Markup("".join(parts) + "</svg>")  # noqa: S704  words escaped above


def sparkline(counts: Mapping[Month, int], months: Sequence[Month], top: int) -> Markup:
    """A small area chart, decorative: its figures stand beside it."""
    step = 120 / max(1, len(months) - 1)
    points = [
        (round(at * step, 1), round(36 - 34 * counts.get(month, 0) / max(1, top), 1))
        for at, month in enumerate(months)
    ]
    line = " ".join(f"{x},{y}" for x, y in points)
    return Markup(  # noqa: S704  figures only
        '<svg class="spark" viewBox="0 0 120 38" preserveAspectRatio="none" aria-hidden="true">'
        f'<polygon class="area" points="0,37 {line} 120,37"/>'
        f'<polyline class="line" vector-effect="non-scaling-stroke" points="{line}"/></svg>'
    )


class Day(Struct, frozen=True):
    """A day in a calendar: its number, where its articles are, and how many in words; 0 for an empty cell."""

    number: int
    url: str = ""
    label: str = ""
    level: int = 0


def calendar_weeks(month: Month, days: Mapping[int, tuple[str, int]], strings: Strings) -> list[list[Day]]:
    """The weeks of a month, Monday first; ``days`` gives each day's address and count."""
    top = max((count for _, count in days.values()), default=1)
    weeks = []
    for week in calendar.Calendar().monthdayscalendar(*month):
        row = []
        for number in week:
            url, count = days.get(number, ("", 0))
            if not number or not count:
                row.append(Day(number))
                continue
            day = date_words(strings, "day", dt.date(*month, number))
            label = strings["list.month_count"].format(
                month=day, count=count_words(strings, "count.articles", count)
            )
            row.append(Day(number, url, label, 1 + (3 * count - 1) // top if top else 1))
        weeks.append(row)
    return weeks


def weekday_names(strings: Strings) -> list[tuple[str, str]]:
    """Short and long names of the days, Monday first."""
    from babel.dates import get_day_names  # noqa: PLC0415  its data loads only where a calendar is drawn

    short, long = (get_day_names(width, "stand-alone", strings.language) for width in ("narrow", "wide"))
    return [(short[at], long[at]) for at in range(7)]
