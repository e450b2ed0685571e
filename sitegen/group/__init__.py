"""The whole digest from its articles: order, addresses, shelves."""

import datetime as dt
from collections.abc import Sequence

from sitegen.group.collections import Taxonomies, collect, terms_of
from sitegen.group.ledger import Ledger, Row, assign, read_ledger, write_ledger
from sitegen.group.order import newest_first
from sitegen.group.sources import named_once
from sitegen.group.twice import twice
from sitegen.model import Article, Diagnostic, Entry, Said, Site, Where, said
from sitegen.text.routes import is_address

__all__ = [
    "Ledger",
    "Row",
    "Taxonomies",
    "draft_left_out",
    "group",
    "is_address",
    "publishable",
    "read_ledger",
    "write_ledger",
]


def publishable(
    entries: Sequence[Entry], as_of: dt.date, *, drafts: bool, future: bool
) -> tuple[tuple[Article, ...], tuple[Diagnostic, ...]]:
    """The articles to publish now; a draft or a date to come is named where it keeps one out."""
    out = []
    notes = []
    for entry in entries:
        article = entry.article
        if article is None:
            continue
        if entry.draft and not drafts:
            notes.append(draft_left_out(entry.path))
        elif article.date and article.date > as_of and not future:
            why = said("dated {day}, to come", day=str(article.date))
            notes.append(_left_out(entry.path, "future-left-out", why, "--future"))
        else:
            out.append(article)
    return tuple(out), tuple(notes)


def draft_left_out(path: str) -> Diagnostic:
    """What is said of a draft that is not published."""
    return _left_out(path, "draft-left-out", said("a draft"), "--drafts")


def _left_out(path: str, code: str, why: Said, option: str) -> Diagnostic:
    hint = said("build with {option} to see it", option=option)
    return Diagnostic(code, "info", Where(path), said("{why}, so not published", why=why), hint)


def group(
    articles: Sequence[Article],
    known_paths: frozenset[str],
    title: str,
    taxonomies: Taxonomies,
    ledger: Ledger,
    today: dt.date,
) -> tuple[Site, Ledger, tuple[Diagnostic, ...]]:
    """The site, the ledger as it stands once this site is published, and what was noticed on the way."""
    placed, urls, rows, notes = assign(articles, known_paths, ledger, today)
    ordered = named_once(newest_first(placed))
    terms = terms_of(taxonomies)
    collections = collect(ordered, title, taxonomies, terms, ledger.shelves)
    lasting = {
        shelf.url: shelf.name if shelf.kind == "source" else ""
        for shelf in collections
        if shelf.kind in ("country", "theme", "country-theme", "source")
    }
    site = Site(ordered, collections, urls, terms)
    return site, Ledger(rows, {**ledger.shelves, **lasting}), (*notes, *twice(placed))
