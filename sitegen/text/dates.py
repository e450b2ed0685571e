"""Dates as people write them, found in folded text; which year is meant is decided elsewhere."""

import datetime as dt
import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo

from msgspec import Struct

from sitegen.text.lazily import lazily

_CENTURY = 2000
_OLDEST = 1900
_NEWEST = 2100
_NOON = 12
_MONTHS = 12
_SHORT_YEAR = 2

_NUMERIC = (
    # 2021-11-23T10:00:00.123Z, 2021-11-23 10:00, 2021/11/23
    r"(?<![\d/.-])(?P<y0>(?:19|20)\d\d)(?P<s0>[-/.])(?P<m0>\d\d)(?P=s0)(?P<d0>\d\d)(?!\d)"
    r"(?:[t ](?P<h0>\d\d):(?P<n0>\d\d)(?::(?P<c0>\d\d(?:[.,]\d+)?))?(?P<z0> ?z\b| ?[+-]\d\d:?\d\d)?)?"
    # 23/11/2021, 23 - 11 - 2021, 23.11.21
    r"|(?<![\d/.-])(?<!\d,)(?P<d3>\d{1,2}) ?(?P<s3>[./-]) ?(?P<m3>\d{1,2}) ?(?P=s3) ?"
    r"(?P<y3>(?:19|20)\d\d|\d\d)(?!%|[/.-]\d|\d(?!\d?[./-]\d\d?[./-]))"  # another date may be glued to it
)
_TIME = (
    r"[ \t,;:|()\-–—·•/]{0,6}(?:(?:a|at|um|um:|-|kl\.?|alle|ore|\u00e0) ?)?"
    r"(?P<h>[01]?\d|2[0-3]) ?(?:h|:|\.|u) ?(?P<m>[0-5]\d)?"
    r"(?:[:.][0-5]\d)?(?!\d)(?: ?(?P<half>[ap])\.?m\b\.?)?"
    r"(?: ?,? ?\(?(?P<zone>(?:gmt|utc)(?: ?[+-] ?\d{1,2}(?::?[0-5]\d)?)?(?![\w:])|[a-z]{3,4}\b|z\b"
    r"|heure (?:de |d')(?:{town})|(?:\+|(?<= )-)(?:0\d|1[0-4]):?[0345][05]\b)\)?)?"
)
_FIRST = "premier"  # "le premier juillet"; no other language spells a day out
_BARE = lazily(r"[\d]")
_PARTED = lazily(r"\d ?[./-] ?\d")
_LETTERS = lazily(r"[^\W\d_]+")
_SAYS_WHEN = lazily(r"\b(?:le|date|du|on|am)\b ?:? ?$")  # "publié le 12-03-24"


class DatePattern(Struct, frozen=True):
    """What finds dates: one expression, and what its words mean."""

    pattern: re.Pattern[str]
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    heads: frozenset[str] = frozenset()  # the months' first words
    time: re.Pattern[str] = re.compile("(?!)")  # what finds the time of day behind a date
    zones: Mapping[str, int] = {}  # minutes from UTC
    towns: Mapping[str, str] = {}  # the zone of the town whose time is told


class FoundDate(Struct, frozen=True):
    """A date in a text: its parts as written, where it stands (the time of day included).

    ``year`` is None where none is written; ``weekday`` counts from Monday, None where none is written.
    ``hour`` is None without a time; ``offset`` is minutes from UTC where the text says so, ``town`` the zone
    of the town whose time it tells ("heure de Paris"), "" for none.
    ``shape`` is iso, words or numbers; ``swap`` says that day and month could change places.
    """

    year: int | None
    month: int
    day: int
    weekday: int | None
    hour: int | None
    minute: int
    fraction: bool
    offset: int | None
    shape: str
    swap: bool
    start: int
    end: int
    town: str = ""

    def on(self, year: int) -> dt.date | None:
        """The day in a year, None where the calendar has no such day."""
        try:
            return dt.date(year, self.month, self.day)
        except ValueError:
            return None


def compile_dates(
    months: Mapping[str, int],
    weekdays: Mapping[str, int],
    zones: Mapping[str, int] | None = None,
    towns: Mapping[str, str] | None = None,
) -> DatePattern:
    """The pattern for the names of months and weekdays, time zones and towns with a time, all folded."""
    names = "|".join(sorted(map(re.escape, months), key=lambda one: (-len(one), one))) or r"(?!)"
    days = "|".join(sorted(map(re.escape, weekdays), key=lambda one: (-len(one), one))) or r"(?!)"
    prefix = rf"(?:\b(?P<w>{days})\b\.?,? ?(?:\(|le |the |den |dem |, )?)?"
    ends = rf"(?!\d(?!\d?(?:er|\.)? (?:{names})\b))"  # "20 janvier 202021 janvier 2020": written, and changed
    day = rf"(?<![\d/.,:-])(?P<d1>\d{{1,2}}|\b{_FIRST}(?= (?:{names})\b))(?:er|st|nd|rd|th|\.|º|e)?"
    day_month = (
        rf"{day}(?:(?P<wide> - )(?=\w+ - \d)|[ -]{{0,2}}(?:de |of |d')?)"
        rf"(?P<m1>{names})\b\.?(?:(?(wide) - |[, -]{{0,2}}(?:de )?)(?P<y1>(?:19|20)\d\d){ends})?"
    )
    month_day = (
        rf"\b(?P<m2>{names})\b\.? {{0,2}}(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"(?: ?, ?| )(?P<y2>(?:19|20)\d\d)(?!\d)"
    )
    month_bare = rf"\b(?P<m4>{names})\b\.? {{1,2}}(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:.,h%])"
    pattern = re.compile(f"{prefix}(?:{_NUMERIC}|{day_month}|{month_day}|{month_bare})")
    heads = frozenset(word[0] for word in map(_LETTERS.match, months) if word)
    parted = ["[ -]".join(map(re.escape, town.split())) for town in sorted(towns or ()) if " " in town]
    time = lazily(_TIME.replace("{town}", "|".join([*parted, "[a-z]+"])))
    return DatePattern(pattern, dict(months), dict(weekdays), heads, time, zones or {}, towns or {})


def find_dates(
    text: str, dates: DatePattern, *, day_first: bool = True, american_clock: bool = False
) -> list[FoundDate]:
    """All dates in a folded text, in order; impossible ones (31 June, 14/15/2020) are left out.

    ``american_clock`` tells that a date in numbers beside a.m. or p.m. has its month first: 11/08/23 5:19pm.

    >>> pattern = compile_dates({"mars": 3}, {})
    >>> [(one.year, one.month, one.day) for one in find_dates("le 4 mars 2023 a 7h15", pattern)]
    [(2023, 3, 4)]
    """
    if not _BARE.search(text) and _FIRST not in text:
        return []
    if not _PARTED.search(text) and dates.heads.isdisjoint(_LETTERS.findall(text)):
        return []  # neither a month nor numbers set apart as in a date
    found = []
    for match in dates.pattern.finditer(text):
        date = _read(match, text, dates, day_first=day_first, american_clock=american_clock)
        if date:
            found.append(date)
    return found


def _read(
    match: re.Match[str], text: str, dates: DatePattern, *, day_first: bool, american_clock: bool
) -> FoundDate | None:
    """One match as a date, None where it is none."""
    part = match.groupdict()
    swap = False
    shape = "words"
    year: int | None
    if part["y0"]:
        year, month, day, shape = int(part["y0"]), int(part["m0"]), int(part["d0"]), "iso"
    elif part["y3"]:
        shape = "numbers"
        first, second = int(part["d3"]), int(part["m3"])
        year = int(part["y3"])
        if len(part["y3"]) == _SHORT_YEAR:
            bare = part["s3"] == "-" and " " not in match[0]  # 12-14-20 is a score or a phone number
            if bare and not _SAYS_WHEN.search(text, 0, match.start()):
                return None
            year += _CENTURY
        swap = first <= _MONTHS and second <= _MONTHS and first != second
        if american_clock and swap:
            clock = dates.time.match(text, match.end())
            day_first = day_first and not (clock and clock["half"])
        month_second = (day_first or first > _MONTHS) and second <= _MONTHS
        day, month = (first, second) if month_second else (second, first)
    else:
        named = part["m1"] or part["m2"] or part["m4"]
        month = dates.months[named]
        day = 1 if part["d1"] == _FIRST else int(part["d1"] or part["d2"] or part["d4"])
        written = part["y1"] or part["y2"]
        year = int(written) if written else None
    if not _exists(year, month, day):
        return None
    weekday = dates.weekdays[part["w"]] if part["w"] else None
    hour, minute, offset, end, town = _time(match, text, part, dates)
    return FoundDate(
        year=year, month=month, day=day, weekday=weekday, hour=hour, minute=minute,
        fraction=bool(part["c0"]) and ("." in part["c0"] or "," in part["c0"]), offset=offset,
        shape=shape, swap=swap, start=match.start(), end=end, town=town,
    )  # fmt: skip


def _exists(year: int | None, month: int, day: int) -> bool:
    """Whether the calendar has such a day (29 February where no year is given)."""
    if year is not None and not _OLDEST <= year <= _NEWEST:
        return False
    try:
        dt.date(year or _CENTURY, month, day)
    except ValueError:
        return False
    return True


def _time(
    match: re.Match[str], text: str, part: dict[str, str | None], dates: DatePattern
) -> tuple[int | None, int, int | None, int, str]:
    """Hour, minute, minutes from UTC where stated, where the date ends with its time, its town's zone."""
    if part["h0"]:
        zone = (part["z0"] or "").strip()
        hour, minute = int(part["h0"]), int(part["n0"] or 0)
        if hour > 23 or minute > 59:  # noqa: PLR2004  a day's hours, an hour's minutes
            return None, 0, None, match.end(), ""
        return hour, minute, _offset(zone), match.end(), ""
    clock = dates.time.match(text, match.end())
    if not clock or (clock["m"] is None and "h" not in clock[0]):
        return None, 0, None, match.end(), ""
    hour = int(clock["h"])
    if clock["half"]:
        hour = hour % _NOON + (_NOON if clock["half"] == "p" else 0)
    zone = clock["zone"] or ""
    offset, town = _named_zone(zone, dates)
    end = clock.end() if not zone or offset is not None or town else clock.start("zone")
    return hour, int(clock["m"] or 0), offset, end, town


def _named_zone(zone: str, dates: DatePattern) -> tuple[int | None, str]:
    """Minutes from UTC of "cest", "gmt+4" or "+02:00", or the zone of "heure de paris"; "" for none."""
    if zone in dates.zones:
        return dates.zones[zone], ""
    if zone.startswith("heure "):
        return None, dates.towns.get(re.sub(r"heure (?:de |d')", "", zone).replace("-", " "), "")
    sign = max(zone.find("+"), zone.find("-"))
    if sign < 0:
        return None, ""
    digits = zone[sign + 1 :].replace(":", "").strip()
    hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")  # noqa: PLR2004  "0200", "02"
    offset = 60 * int(hours) + int(minutes)
    return (-offset if zone[sign] == "-" else offset), ""


def _offset(zone: str) -> int | None:
    """Minutes from UTC of "z", "+02:00" or "+0200"; None for nothing."""
    if not zone:
        return None
    if zone == "z":
        return 0
    digits = zone[1:].replace(":", "")
    minutes = int(digits[:2]) * 60 + int(digits[2:])
    return -minutes if zone[0] == "-" else minutes


def latest(found: FoundDate, as_of: dt.date) -> dt.date | None:
    """The last day not after ``as_of`` that a date without a year can mean; its weekday must agree.

    Looks back eleven years, in which every weekday falls on every date (29 February apart).
    """
    for year in range(as_of.year, as_of.year - 12, -1):
        day = found.on(year)
        if day and day <= as_of and found.weekday in (None, day.weekday()):
            return day
    return None


def moment(found: FoundDate, day: dt.date, zone: dt.tzinfo) -> dt.datetime | None:
    """The moment of a date with a time of day, in its own zone or else in ``zone``; None without one."""
    if found.hour is None:
        return None
    own: dt.tzinfo
    if found.town:
        try:
            own = ZoneInfo(found.town)
        except (KeyError, ValueError, OSError):  # a machine without that zone
            own = zone
    elif found.offset is None:
        return dt.datetime(day.year, day.month, day.day, found.hour, found.minute, tzinfo=zone)
    else:
        own = dt.timezone(dt.timedelta(minutes=max(-840, min(840, found.offset))))
    try:
        stated = dt.datetime(day.year, day.month, day.day, found.hour, found.minute, tzinfo=own)
        return stated.astimezone(zone)
    except OverflowError:
        return None
