"""Look-ups over a site that pages share: shelves by key, an article's neighbours, what it shows in a list."""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import blake2b

from sitegen.config.site import SiteConfig
from sitegen.config.ui import Strings
from sitegen.model import Article, Collection, Site, Term
from sitegen.model.standing import REACH
from sitegen.render.words import date_words
from sitegen.text.addresses import host_of
from sitegen.text.typography import typeset

RELATED = 4
_YEAR_MONTH = 2  # parts of a month's key
# Neighbours looked at in a shelf: nearest first, older before newer.
_STEPS = tuple(way * step for step in range(1, REACH + 1) for way in (1, -1))


class Desk:
    """Derived once from a site; nothing here changes afterwards."""

    def __init__(
        self, site: Site, config: SiteConfig, strings: Strings, known: Mapping[str, str] | None = None
    ) -> None:
        """Look-ups over the site; ``known`` are tokens of its articles that were made before."""
        self.site = site
        self.prefix = config.prefix
        self.base = config.origin + config.prefix
        self.strings = strings
        self.article = {article.id: article for article in site.articles}
        self.shelves: dict[tuple[str, tuple[str, ...]], Collection] = {
            (shelf.kind, shelf.key): shelf for shelf in site.collections
        }
        self.by_kind: dict[str, tuple[Collection, ...]] = {}
        kinds = sorted({shelf.kind for shelf in site.collections})
        for kind in kinds:
            self.by_kind[kind] = tuple(shelf for shelf in site.collections if shelf.kind == kind)
        self._terms: dict[tuple[tuple[str, ...], tuple[str, ...]], str] = {}
        known = known or {}
        self.token = {article.id: known.get(article.id) or self._token(article) for article in site.articles}
        titles = Counter([article.title for article in site.articles])
        self.repeated = frozenset(title for title, count in titles.items() if count > 1)
        self._spots: dict[tuple[str, tuple[str, ...]], dict[str, int]] = {}

        self._translations = _translations(site.articles)
        self._sources: dict[str, tuple[Collection, ...]] = {
            shelf.name: (shelf,) for shelf in reversed(self.by_kind.get("source", ()))
        }

    def _token(self, article: Article) -> str:
        """A digest of what a list shows of an article, its address and the names of its terms included."""
        labels = (article.countries, article.themes)
        names = self._terms.get(labels)
        if names is None:
            names = "|".join(
                f"{term.name}>{term.url}" for term in (*self.countries(article), *self.themes(article))
            )
            self._terms[labels] = names
        shown = f"{article.face or article.digest} {self.site.routes[article.id]} {names}"
        return blake2b(shown.encode("utf-8", "replace"), digest_size=12).hexdigest()

    def _spot(self, kind: str, key: tuple[str, ...], article: Article) -> tuple[Collection, int] | None:
        """A shelf and an article's place on it; None where there is no such shelf."""
        place = (kind, key)
        shelf = self.shelves.get(place)
        if shelf is None:
            return None
        spots = self._spots.get(place)
        if spots is None:
            spots = self._spots[place] = {other.id: at for at, other in enumerate(shelf.articles)}
        at = spots.get(article.id)
        return None if at is None else (shelf, at)

    def _at_home(self, article: Article) -> tuple[Collection, int] | None:
        """The shelf of an article's first country, and its place there."""
        return self._spot("country", article.countries[:1], article) if article.countries else None

    def _at_theme(self, article: Article) -> tuple[Collection, int] | None:
        """The shelf of an article's first theme, and its place there."""
        return self._spot("theme", article.themes[:1], article) if article.themes else None

    def _at_story(self, article: Article) -> tuple[Collection, int] | None:
        """The common shelf of an article's first country and theme, and its place there."""
        if not article.countries or not article.themes:
            return None
        return self._spot("country-theme", article.countries[:1] + article.themes[:1], article)

    def filled(self, kind: str) -> tuple[Collection, ...]:
        """The shelves of a kind that hold something."""
        return tuple(shelf for shelf in self.by_kind.get(kind, ()) if shelf.articles)

    def href(self, url: str) -> str:
        """A root-relative address as written in a page."""
        return self.prefix + url

    def countries(self, article: Article) -> tuple[Term, ...]:
        """The countries of an article as terms, primary first."""
        terms = self.site.terms
        return tuple(terms["country", code] for code in article.countries if ("country", code) in terms)

    def themes(self, article: Article) -> tuple[Term, ...]:
        """The themes of an article as terms, best first."""
        terms = self.site.terms
        return tuple(terms["theme", name] for name in article.themes if ("theme", name) in terms)

    def neighbours(self, article: Article) -> tuple[Collection | None, Article | None, Article | None]:
        """The shelf of an article's first country, and what stands just before (newer) and after it there.

        What has no date is neither newer nor older than anything.
        """
        place = self._at_home(article) or self._at_theme(article)
        if place is None:
            return None, None, None
        shelf, at = place
        if article.date is None:
            return shelf, None, None
        newer = shelf.articles[at - 1] if at else None
        older = shelf.articles[at + 1] if at + 1 < len(shelf.articles) else None
        return shelf, newer, older if older and older.date else None

    def translations(self, article: Article) -> tuple[Article, ...]:
        """An article and its translations, one for each language in their order; none without any other."""
        if not article.translation:
            return ()
        group = self._translations.get(article.translation, ())
        return group if len(group) > 1 and article in group else ()

    def source_shelves(self, name: str) -> tuple[Collection, ...]:
        """The shelf of a source by its name, if it has one."""
        return self._sources.get(name, ())

    @cached_property
    def sites(self) -> Mapping[str, Collection]:
        """The sources that hold something by the host of their own site, where an article gives it."""
        found: dict[str, Collection] = {}
        for shelf in self.filled("source"):
            urls = [article.source.url for article in shelf.articles if article.source]
            url = next(filter(None, urls), "")
            if url:
                found.setdefault(host_of(url), shelf)
        return found

    def related(self, article: Article) -> tuple[Article, ...]:
        """Articles near in time of the same country and theme, then of the same theme, then country."""
        identity = article.id
        _, newer, older = self.neighbours(article)
        shown = [identity]
        if newer:
            shown.append(newer.id)
        if older:
            shown.append(older.id)
        found: list[Article] = []
        for where in (self._at_story, self._at_theme, self._at_home):
            place = where(article)
            if place is None:
                continue
            articles, at = place[0].articles, place[1]
            most = len(articles)
            for step in _STEPS:
                near = at + step
                if 0 <= near < most and articles[near].id not in shown:
                    other = articles[near]
                    shown.append(other.id)
                    found.append(other)
                    if len(found) == RELATED:
                        return tuple(found)
        return tuple(found)

    def name(self, shelf: Collection) -> str:
        """A shelf's name; a month's in words."""
        if (
            shelf.kind == "month"
            and all(part.isdigit() for part in shelf.key)
            and len(shelf.key) == _YEAR_MONTH
        ):
            year, month = map(int, shelf.key)
            return date_words(self.strings, "month", dt.date(year, month, 1))
        return typeset(shelf.name, self.strings.language)

    def tokens(self, articles: Sequence[Article]) -> str:
        """The digests of a list, in its order."""
        token = self.token
        return "\n".join([token[article.id] for article in articles])


def _translations(articles: Sequence[Article]) -> dict[str, tuple[Article, ...]]:
    """Articles by the word they share with their translations; of two in a language the newer counts.

    One that is kept from search engines is left out: they would not follow a link between versions to it.
    """
    groups: dict[str, dict[str, Article]] = {}
    for article in articles:
        if article.translation and article.language and article.indexed:
            groups.setdefault(article.translation, {}).setdefault(article.language, article)
    return {word: tuple(by[name] for name in sorted(by)) for word, by in groups.items()}
