"""`content/site.toml`: what the site is called, where it lives, how it publishes."""

import datetime as dt
from collections.abc import Collection, Iterator
from typing import Any, Literal
from zoneinfo import ZoneInfo

from msgspec import Struct

from sitegen.config.table import (
    choice_problem,
    finding,
    kind_problem,
    name_problem,
    of_key,
    read_toml,
    unknown_keys,
)
from sitegen.model import NOTHING, Diagnostic, Publish, Said, Where, said
from sitegen.text.lazily import lazily

OnError = Literal["hold", "skip"]


class SiteConfig(Struct, frozen=True):
    """The site's own settings; every one has a default that works."""

    title: str = "Revue de presse"
    tagline: str = ""
    description: str = ""
    base_url: str = "http://localhost:8000"
    language: str = "fr"
    time_zone: str = "Europe/Paris"
    as_of: dt.date | None = None
    publisher: str = ""
    contact: str = ""
    rights: str = ""
    publish: Publish = "full"
    index_copies: bool = True
    on_error: OnError = "hold"
    per_page: int = 20
    feed_items: int = 30
    article_cards: bool = False
    hub: str = ""

    @property
    def prefix(self) -> str:
        """Path under which the site lives on its host, without a final slash ("" at the root)."""
        parts = self.base_url.split("/", 3)
        return "/" + parts[3].strip("/") if len(parts) > 3 and parts[3].strip("/") else ""  # noqa: PLR2004  scheme, "", host, path

    @property
    def origin(self) -> str:
        """Scheme and host, without a final slash."""
        return "/".join(self.base_url.split("/", 3)[:3])

    @property
    def ground(self) -> "Ground":
        """What an article's analysis is told of these settings."""
        return Ground(
            self.language, self.time_zone, self.prefix, self.origin, self.publish, self.index_copies
        )


class Ground(Struct, frozen=True):
    """All that an article's analysis is told of its site: nothing else of `site.toml` changes an entry."""

    language: str
    time_zone: str
    prefix: str
    origin: str
    publish: Publish
    index_copies: bool


_TYPES: dict[str, type | tuple[type, ...]] = {
    "title": str,
    "tagline": str,
    "description": str,
    "base_url": str,
    "language": str,
    "time_zone": str,
    "as_of": (dt.date, str),
    "publisher": str,
    "contact": str,
    "rights": str,
    "publish": str,
    "index_copies": bool,
    "on_error": str,
    "per_page": int,
    "feed_items": int,
    "article_cards": bool,
    "hub": str,
}
_BASE = lazily(r"https?://(?:[\w-]+(?:\.[\w-]+)*|\[[0-9a-fA-F:]+\])(?::\d{1,5})?(?:/[\w.~-]+)*/?")
_ADDRESS = lazily(r"https?://[\w.:-]+(?:[/?][^\s\"'<>\\]*)?")
_CHOICES = {"publish": ("full", "excerpt"), "on_error": ("hold", "skip")}


def load_site(
    path: str, text: str, base_url: str = "", languages: Collection[str] = ("fr", "en")
) -> tuple[SiteConfig, tuple[Diagnostic, ...]]:
    """The settings of a `site.toml`, and every mistake in it; a wrong value falls back to its default.

    ``languages`` are those that the interface has words in.
    ``base_url`` is the address that the command gives, which wins. A site without a name or an address of its
    own is said to be so: it can be read on this machine, and should not be published.
    """
    table, broken = read_toml(path, text)
    notes = [*broken, *unknown_keys(path, text, table, tuple(_TYPES))]
    if not broken:
        notes += _unnamed(path, table, base_url)
    good: dict[str, Any] = {}
    for key, value in table.items():
        if key not in _TYPES:
            continue
        problem = _problem(key, value)
        if key == "language" and not problem and value not in languages:
            problem = choice_problem(value, sorted(languages))  # those of content/ui
        if problem:
            notes.append(finding(path, text, key, of_key(key, problem)))
        else:
            good[key] = value
    if isinstance(good.get("as_of"), str):
        good["as_of"] = dt.date.fromisoformat(good["as_of"])
    elif isinstance(good.get("as_of"), dt.datetime):
        good["as_of"] = good["as_of"].date()
    if base_url or "base_url" in good:
        good["base_url"] = (base_url or good["base_url"]).rstrip("/")
    return SiteConfig(**good), tuple(notes)


def _unnamed(path: str, table: dict[str, Any], base_url: str) -> Iterator[Diagnostic]:
    """A warning for a name and for an address that nobody gave, with the one that stands in its place."""
    default = SiteConfig()
    hint = said("set it before you publish")
    if not table.get("title"):
        message = said("no title is set, so the site is called « {title} »", title=default.title)
        yield Diagnostic("site-unnamed", "warning", Where(path), message, hint)
    if not (base_url or table.get("base_url")):
        message = said("no base_url is set, so feeds and shared links lead to {url}", url=default.base_url)
        yield Diagnostic("site-unnamed", "warning", Where(path), message, hint)


def _problem(key: str, value: object) -> Said:
    """What is wrong with a value, nothing where nothing is."""
    kinds = _TYPES[key]
    if not isinstance(value, kinds) or (kinds is int and isinstance(value, bool)):
        return kind_problem(kinds[0] if isinstance(kinds, tuple) else kinds, value)
    if key in _CHOICES and value not in _CHOICES[key]:
        return choice_problem(value, _CHOICES[key])
    if key in ("title", "publisher", "base_url"):
        text = str(value)
        return base_url_problem(text) if key == "base_url" else name_problem(text) if text else NOTHING
    if key == "hub" and value and not _ADDRESS.fullmatch(str(value)):
        return said("an address starts with https:// and holds no spaces or quotation marks")
    if key in ("per_page", "feed_items") and isinstance(value, int) and not 1 <= value <= 1000:  # noqa: PLR2004
        return said("a number from 1 to 1000")
    if key == "time_zone":
        return _zone_problem(str(value))
    if key == "as_of" and isinstance(value, str):
        return _date_problem(value)
    return NOTHING


def base_url_problem(value: str) -> Said:
    """What keeps an address from being the site's, if anything; it stands in every page as it is."""
    if not value.startswith(("https://", "http://")):
        return said("an address starts with https:// or http://")
    if not _BASE.fullmatch(value) or "/../" in value + "/" or "/./" in value + "/":
        return said(
            "'{value}' is no address such as https://revue.example.org or https://example.org/revue",
            value=value,
        )
    return NOTHING


def _zone_problem(value: str) -> Said:
    try:
        ZoneInfo(value)
    except (KeyError, ValueError, OSError):
        return said("'{value}' is no time zone such as Europe/Paris", value=value)
    return NOTHING


def _date_problem(value: str) -> Said:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return said("'{value}' is no date such as 2025-12-31", value=value)
    return NOTHING
