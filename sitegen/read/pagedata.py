"""What a page's source says of itself for programs: day, authors, paper (schema.org and `<meta>`)."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from sitegen.model import Declared, Span
from sitegen.read.decode import legal
from sitegen.text.lazily import lazily

if TYPE_CHECKING:
    from lxml.etree import _Element

_ARTICLES = frozenset(
    ("Article", "NewsArticle", "BlogPosting", "Report", "ReportageNewsArticle", "AnalysisNewsArticle",
     "OpinionNewsArticle", "BackgroundNewsArticle", "ReviewNewsArticle", "LiveBlogPosting")
)  # fmt: skip
# `<meta>` by the attributes that name it: Open Graph, Dublin Core, what analytics and crawlers ask for.
_METAS = {
    "date": (
        "article:published_time", "og:published_time", "date", "pubdate", "publishdate", "dc.date.issued",
        "dc.date", "dcterms.created", "parsely-pub-date", "sailthru.date", "datepublished",
    ),
    "updated": ("article:modified_time", "og:updated_time", "dcterms.modified", "datemodified"),
    "authors": ("author", "article:author", "parsely-author", "sailthru.author", "dc.creator"),
    "source": ("og:site_name",),
}  # fmt: skip
_UNSEEN = lazily(
    "[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)  # that turn a line around, or cannot be seen
_MOST = 20  # scripts of data that are looked at
_LONGEST = 100_000  # characters of such a script
_VALUE = 200  # characters of a value
_NODES = 2_000  # of all its data
_PEOPLE = 10


def page_data(root: "_Element", first: int = 1) -> tuple[Declared, ...]:
    """What the page declares under `date`, `updated`, `authors` and `source`, each once, with its line.

    The data of an article in JSON-LD come before `<meta>`; what is no text, too long, or no article's is
    passed over.
    """
    found: dict[str, Declared] = {}
    for key, value, line in (*_linked(root), *_meta(root)):
        short = (" ".join(_UNSEEN.sub(" ", legal(one)).split()) for one in value if len(one) <= _VALUE)
        values = tuple(one for one in short if one)
        if values:
            place = Span(first - 1 + line, first - 1 + line)
            found.setdefault(key, Declared(key, values if key == "authors" else values[0], place))
    return tuple(found[key] for key in _METAS if key in found)


def _meta(root: "_Element") -> Iterator[tuple[str, tuple[str, ...], int]]:
    """The values of `<meta>` in the order in which their names are preferred."""
    by_name: dict[str, tuple[str, int]] = {}
    for element in root.iter("meta"):
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").lower()
            if name:
                by_name.setdefault(name, (element.get("content") or "", _line(element)))
    for key, names in _METAS.items():
        for name in names:
            value, line = by_name.get(name, ("", 1))
            if value and not (key == "authors" and "://" in value):  # a profile's address
                yield key, (value,), line


def _line(element: "_Element") -> int:
    line: Any = element.sourceline  # None where it was not parsed
    return line or 1


def _linked(root: "_Element") -> Iterator[tuple[str, tuple[str, ...], int]]:
    """What the first article of the page's JSON-LD says."""
    scripts = (one for one in root.iter("script") if one.get("type") == "application/ld+json")
    for script, _ in zip(scripts, range(_MOST), strict=False):
        text = str(script.text or "")
        try:
            data = json.loads(text, strict=False) if len(text) <= _LONGEST else None
        except (ValueError, RecursionError):
            continue
        article = next(filter(_is_article, _objects(data)), None)
        if article is None:
            continue
        line = _line(script)
        yield "date", _texts(article.get("datePublished")), line
        yield "updated", _texts(article.get("dateModified")), line
        yield "authors", tuple(_people(article.get("author"))), line
        yield "source", tuple(_names(article.get("publisher"))), line
        return


def _objects(data: object) -> Iterator[dict[str, object]]:
    """The objects of a page's data in their order, those in lists and graphs too."""
    todo, seen = [data], 0
    while todo and seen < _NODES:
        one = todo.pop()
        seen += 1
        if isinstance(one, dict):
            yield one
            todo += [one.get("mainEntity"), one.get("@graph")]
        elif isinstance(one, list):
            todo += reversed(one[:_NODES])


def _is_article(one: dict[str, object]) -> bool:
    kinds = one.get("@type")
    return not _ARTICLES.isdisjoint(_texts(kinds))


def _texts(value: object) -> tuple[str, ...]:
    values = value if isinstance(value, list) else [value]
    return tuple(one for one in values if isinstance(one, str))


def _people(value: object) -> Iterator[str]:
    """The names of persons; a newsroom or firm is none, unless nothing says what it is."""
    for one in (value if isinstance(value, list) else [value])[:_PEOPLE]:
        if isinstance(one, dict) and "Person" in (_texts(one.get("@type")) or ("Person",)):
            yield from _texts(one.get("name"))
        elif isinstance(one, str):
            yield one


def _names(value: object) -> Iterator[str]:
    for one in (value if isinstance(value, list) else [value])[:1]:
        yield from _texts(one.get("name") if isinstance(one, dict) else one)
