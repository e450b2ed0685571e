"""Which feed files there are, what each lists, and a signature that tells whether its bytes could differ."""

import datetime as dt
from collections.abc import Iterable, Iterator
from hashlib import blake2b

from sitegen.feed.edition import Edition, Plan
from sitegen.feed.formats import FORMATS
from sitegen.feed.head import feed_title
from sitegen.model import Article, Collection, CollectionKind
from sitegen.model.feedlink import FeedLink
from sitegen.text import routes

_UNIT = "\x1f"

SHELVES: tuple[CollectionKind, ...] = (
    "site",
    "selection",
    "group",
    "country",
    "theme",
    "country-theme",
    "source",
)
"""Kinds of shelf that have feeds, in the order in which they are listed to people."""

ARCHIVED: tuple[CollectionKind, ...] = ("site",)
"""Kinds whose older items have archive feeds; every article is on the site's own shelf."""


def feed_shelves(edition: Edition) -> tuple[Collection, ...]:
    """The shelves that have feeds, each country beside its themes: what they share is then written once."""
    shelves = [shelf for shelf in edition.site.collections if shelf.kind in SHELVES]
    return tuple(sorted(shelves, key=_neighbourhood))


def _neighbourhood(shelf: Collection) -> tuple[bool, str]:
    by_country = shelf.kind in ("country", "country-theme")
    return by_country, shelf.key[0] if by_country else ""


def plan_feeds(edition: Edition, tokens: "Tokens | None" = None) -> tuple[Plan, ...]:
    """One plan for each format of each shelf, empty ones too, then those of the archive.

    What stands of the published site may be left out, here and in `plan_outputs`.
    """
    tokens = tokens or Tokens(edition)
    size = edition.config.feed_items
    plans: list[Plan] = []
    for shelf in feed_shelves(edition):
        if edition.standing.leaves_out(shelf):
            continue
        folder = shelf.url.lstrip("/")
        articles = _in_time(shelf.articles, edition)
        archives = max(0, len(articles) - 1) // size if shelf.kind in ARCHIVED else 0
        newest = articles[:size]
        about = (*_about(shelf), str(archives))
        plans += [
            Plan(
                path=folder + form.file,
                kind=form.kind,
                signature=tokens.of_feed(folder + form.file, form.kind, about, newest),
                collection=shelf,
                older=archives if form.archived else 0,
                articles=newest,
            )
            for form in FORMATS
        ]
        for number in range(1, archives + 1):
            plans += _archive(shelf, number, archives, articles, tokens)
    return tuple(plans)


def _archive(
    shelf: Collection, number: int, archives: int, articles: tuple[Article, ...], tokens: "Tokens"
) -> Iterator[Plan]:
    """An archive page in every format that has them: a fixed run of items, counted from the oldest."""
    size = tokens.edition.config.feed_items
    end = len(articles) - (number - 1) * size
    run = articles[end - size : end]
    newer = number + 1 if number < archives else 0
    about = (*_about(shelf), str(number), str(newer))
    for form in FORMATS:
        if form.archived:
            path = shelf.url.lstrip("/") + routes.archive_name(form.file, number)
            yield Plan(
                path=path,
                kind=form.kind,
                signature=tokens.of_feed(path, form.kind, about, run),
                collection=shelf,
                part=number,
                older=number - 1,
                newer=newer,
                articles=run,
            )


def _about(shelf: Collection) -> tuple[str, ...]:
    return shelf.kind, shelf.name, shelf.url, shelf.description


def _in_time(articles: tuple[Article, ...], edition: Edition) -> tuple[Article, ...]:
    """The shelf's order, undated items moved to the day on which they were added, where that is known."""
    if not edition.added or not articles or articles[-1].date is not None:
        return articles
    added = edition.added
    # Stable, so that articles of one day keep their order, and an undated one comes after those of its day.
    days = {article.id: article.date or added.get(article.id, dt.date.min) for article in articles}
    return tuple(sorted(articles, key=lambda article: days[article.id], reverse=True))


class Tokens:
    """Short strings that stand for all that an article shows anywhere; made once an article."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self._articles: dict[str, str] = {}
        self._terms = {
            key: _UNIT + blake2b(repr(term).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
            for key, term in edition.site.terms.items()
        }
        config = edition.config
        shown = (
            edition.version,
            config.title,
            config.tagline,
            config.description,
            config.base_url,
            config.language,
            config.time_zone,
            config.publisher,
            config.rights,
            config.hub,
            tuple(
                words for key, words in edition.strings.words.items() if key.startswith(("feeds.", "llms."))
            ),
        )
        self.shelves = tuple(
            _UNIT.join((shelf.kind, shelf.name, shelf.url, "" if shelf.articles else "empty"))
            for shelf in feed_shelves(edition)
        )
        self.terms = tuple(self._terms.values())
        self.base = blake2b(repr(shown).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()

    def of(self, article: Article) -> str:
        """The article's token: its digest, its address and former ones, and the names of its terms."""
        token = self._articles.get(article.id)
        if token is None:
            token = self._articles[article.id] = self._make(article)
        return token

    def _make(self, article: Article) -> str:
        terms = self._terms
        shown = "".join(
            (
                article.digest,
                _UNIT,
                self.edition.site.routes[article.id],
                _UNIT,
                *[terms.get(("country", code), "") for code in article.countries],
                *[terms.get(("theme", theme), "") for theme in article.themes],
                *article.aliases,
            )
        )
        if article.date is None and article.id in self.edition.added:
            shown += str(self.edition.added[article.id])
        if article.id in self.edition.changed:
            shown += f"@{self.edition.changed[article.id]}"
        if article.image and article.image.src in self.edition.pictures:
            shown += repr(self.edition.pictures[article.image.src])
        return blake2b(shown.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()

    def of_feed(self, path: str, kind: str, about: Iterable[str], articles: tuple[Article, ...]) -> str:
        """A feed's signature: the published one where that stands, else a digest of what it shows."""
        kept = self.edition.standing.of_list(path, articles)
        return kept or f"{kind}-{self.signature(about, articles)}"

    def signature(self, about: Iterable[str], articles: tuple[Article, ...]) -> str:
        """A digest of a file that shows these articles and these words."""
        known = self._articles
        parts = [self.base, *about]
        parts += [known.get(article.id) or self.of(article) for article in articles]
        return blake2b(_UNIT.join(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def feed_links(edition: Edition) -> tuple[FeedLink, ...]:
    """Every feed, for people to choose from: by kind of shelf, as the site orders them, by format.

    Behind them are the lists of feeds: of the site's own, of the countries', of them all.
    """
    config = edition.config
    feeds = [
        FeedLink(shelf.kind, shelf.key, feed_title(shelf, config), shelf.url + form.file, form.media_type)
        for kind in SHELVES
        for shelf in edition.site.collections
        if shelf.kind == kind
        for form in FORMATS
    ]
    lists = (routes.FEED_LIST_SITE, routes.FEED_LIST_COUNTRIES, routes.FEED_LIST)
    return (*feeds, *(FeedLink("site", (), config.title, url, "text/x-opml") for url in lists))
