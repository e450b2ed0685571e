"""The whole digest: the right half's values."""

import datetime as dt
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from sitegen.model.analysis import Image, Source
from sitegen.model.diagnostic import Diagnostic, Told

CollectionKind = Literal["site", "country", "theme", "country-theme", "month", "source", "group", "selection"]
Publish = Literal["full", "excerpt"]


class Article(Struct, frozen=True, array_like=True):  # without names, since ten thousand are read at once
    """One item of the digest, without its body (bodies stay in the store until a page needs one).

    ``id`` is permanent: 16 hexadecimal digits, fixed when the item is first published.
    ``published`` is zone-aware where a time of day is known; ``date`` is None for an undated item.
    ``countries`` are ids of `content/countries.toml` (ISO 3166-1 alpha-2, or the label of a territory),
    primary first; ``themes`` are ids of `content/themes.toml`, best first.
    ``inferred`` names the fields that were worked out ("title", "date", "summary", "country").
    ``slug_declared`` tells a slug that the editor chose, and that may move the address, from one made here.
    ``translation`` is the word that an article shares with its translations, "" where it has none.
    ``text`` is a digest of the published text alone: when it changes, the article was edited.
    ``digest`` covers everything of the item that any page can show, the body included; ``face`` what a list
    can show of it, so that a word changed in a text leaves the lists alone.
    """

    id: str
    path: str
    title: str
    date: dt.date | None
    published: dt.datetime | None
    updated: dt.datetime | None
    authors: tuple[str, ...]
    source: Source | None
    link: str
    language: str
    tags: tuple[str, ...]
    summary: str
    image: Image | None
    countries: tuple[str, ...]
    themes: tuple[str, ...]
    words: int
    publish: Publish
    indexed: bool
    inferred: tuple[str, ...]
    aliases: tuple[str, ...]
    slug: str
    digest: str
    slug_declared: bool = False
    translation: str = ""
    text: str = ""
    face: str = ""


class Entry(Struct, frozen=True, array_like=True):
    """What one file gives to the site; this is kept between builds.

    ``cut`` counts the blocks removed, ``share`` is the part of the words that was kept (0 to 1).
    ``pictures`` are the paths of the local images that it shows.
    ``article`` is None for a file that cannot be published as it stands; its notes say why.
    ``told`` is the rest of what is said of it, for which no build has to wait.
    """

    path: str
    article: Article | None
    draft: bool
    cut: int
    share: float
    notes: tuple[Diagnostic, ...]
    pictures: tuple[str, ...] = ()
    told: Told | None = None


class Evidence(Struct, frozen=True):
    """Why an article carries a country or theme: how strongly, whether surely, and some words that say so."""

    kind: Literal["country", "theme"]
    id: str
    score: float
    sure: bool
    quotes: tuple[str, ...]


class Body(Struct, frozen=True):
    """What an article's page, feeds and search need of its text.

    ``html`` is the safe fragment as typeset, addresses root-relative or absolute; ``markdown`` is the
    cleaned text, which the search index and the JSON API read.
    """

    html: str
    markdown: str
    evidence: tuple[Evidence, ...] = ()


class Collection(Struct, frozen=True):
    """A shelf: its articles newest first, undated ones last, ties by path.

    ``key`` tells shelves of one kind apart: ("AM",), ("AM", "diplomacy"), ("2025", "01"), ("armenews.com",).
    ``url`` is root-relative and ends with a slash; feeds are files in it. ``description`` is an editor's, of
    a selection; "" where there is none.
    """

    kind: CollectionKind
    key: tuple[str, ...]
    name: str
    url: str
    articles: tuple[Article, ...]
    description: str = ""


class Term(Struct, frozen=True):
    """A country or theme as shown: its name in the site's language and the address of its shelf.

    ``scheme`` is the vocabulary's address for feeds' categories; ``code`` the vocabulary's own code
    (ISO 3166-1 alpha-2, or an eight-digit IPTC Media Topic), "" where it has none.
    """

    kind: Literal["country", "theme"]
    id: str
    name: str
    url: str
    code: str = ""
    scheme: str = ""


class Site(Struct, frozen=True):
    """The digest whole: articles newest first, every shelf, and the address of each article by id.

    ``terms`` names every country and theme that an article carries, by (kind, id).
    """

    articles: tuple[Article, ...]
    collections: tuple[Collection, ...]
    routes: Mapping[str, str]
    terms: Mapping[tuple[str, str], Term]

    def url(self, article: Article) -> str:
        """Root-relative address of an article's page."""
        return self.routes[article.id]
