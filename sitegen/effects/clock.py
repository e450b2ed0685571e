"""The only place that asks what time it is."""

import datetime as dt
import time
from zoneinfo import ZoneInfo


def today(zone: str) -> dt.date:
    """The calendar day in a time zone."""
    return dt.datetime.now(ZoneInfo(zone)).date()  # noqa: TID251  this is the clock


def seconds() -> float:
    """Seconds on a clock that only goes forward."""
    return time.perf_counter()
