"""Dates, numbers and counts in words, from CLDR."""

import datetime as dt
from functools import cache

from sitegen.config.ui import Strings

_WORDS_A_MINUTE = 220  # silent reading of French prose


def minutes_of(words: int) -> int:
    """How many minutes a text of so many words takes to read."""
    return max(1, round(words / _WORDS_A_MINUTE))


@cache
def _pattern(language: str, pattern: str, day: dt.date, first: str) -> str:
    from babel.dates import format_date  # noqa: PLC0415  its data loads only where a date is written

    text = format_date(day, pattern, locale=language)
    return text.replace("1 ", f"{first} ", 1) if day.day == 1 and first != "1" and "d" in pattern else text


def date_words(strings: Strings, style: str, day: dt.date | None) -> str:
    """A day as the interface writes it, in one of the styles of `[date]`; its word for none."""
    if day is None:
        return strings["date.undated"]
    if "d" not in strings["date." + style]:
        day = day.replace(day=1)
    return _pattern(strings.language, strings["date." + style], day, strings["date.first"])


@cache
def _number(language: str, number: int) -> tuple[str, str]:
    from babel.core import Locale  # noqa: PLC0415  as above

    locale = Locale.parse(language)
    group = str(locale.number_symbols["latn"]["group"])
    return f"{number:,}".replace(",", group), locale.plural_form(number)


def number_words(strings: Strings, number: int) -> str:
    """A whole number with its groups of three."""
    return _number(strings.language, number)[0]


def count_words(strings: Strings, noun: str, number: int) -> str:
    """A number with its noun in the right form: "1 article", "2 articles"."""
    digits, form = _number(strings.language, number)
    words = strings.words.get(f"{noun}.{form}") or strings[f"{noun}.other"]
    return words.replace("{count}", digits)


@cache
def language_name(language: str, code: str) -> str:
    """The name of a language in another; its code where CLDR has none."""
    from babel.core import Locale  # noqa: PLC0415  as above

    names = Locale.parse(language).languages
    return str(names.get(code) or names.get(code.split("-", maxsplit=1)[0]) or code)


@cache
def percent_words(language: str, share: float) -> str:
    """A share as a percentage without decimals."""
    from babel.numbers import format_percent  # noqa: PLC0415  as above

    least = 0.01
    words = format_percent(max(share, least), locale=language)
    return words if share >= least else f"< {words}"
