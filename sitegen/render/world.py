"""What pages are made from, and what a page is before it is rendered."""

import datetime as dt
from collections.abc import Mapping, Sequence
from functools import cached_property

from markupsafe import Markup, escape
from msgspec import Struct, field

from sitegen.config.countries import CountryBook
from sitegen.config.languages import Language
from sitegen.config.site import SiteConfig
from sitegen.config.themes import ThemeBook
from sitegen.config.ui import Strings
from sitegen.model import Site
from sitegen.model.feedlink import FeedLink
from sitegen.model.standing import Standing
from sitegen.render.assets import Assets
from sitegen.render.desk import Desk
from sitegen.render.picture import Picture
from sitegen.render.signature import signed
from sitegen.text import routes
from sitegen.text.fold import fold


class SiteView(Struct, frozen=True):
    """The site as every template knows it."""

    title: str
    tagline: str
    language: str
    locale: str
    publisher: str
    contact: str
    rights: str
    home: str
    prefix: str
    base: str
    version: str


class Houses(Struct, frozen=True):
    """The words of all languages by which an author is known to be no person, folded."""

    agencies: frozenset[str] = frozenset()
    agency: frozenset[str] = frozenset()
    institutions: frozenset[str] = frozenset()
    desks: frozenset[str] = frozenset()


def houses_of(languages: Sequence[Language]) -> Houses:
    """The words for agencies, newsrooms and institutions in some languages."""

    def merged(field: str) -> frozenset[str]:
        return frozenset(fold(word) for language in languages for word in getattr(language, field))

    return Houses(*map(merged, Houses.__struct_fields__))


class World(Struct, frozen=True, dict=True):
    """Everything a page can show besides the bodies of articles.

    ``bundles`` are the root-relative folders of the search index, the main one first; ``pages`` are the
    editors' own pages as (slug, title, safe HTML); ``closures`` is the digest of each template with all it
    includes (see `templates.closures`). ``pictures`` maps the addresses that articles use to local images;
    ``standing`` is what of the published site need not be signed again; ``countries`` and ``themes`` know the
    other names of shelves, ``languages`` the words for agencies and newsrooms.
    """

    site: Site
    config: SiteConfig
    strings: Strings
    assets: Assets
    feeds: tuple[FeedLink, ...] = ()
    bundles: tuple[str, ...] = (routes.SEARCH_INDEX,)
    pages: tuple[tuple[str, str, str], ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    as_of: dt.date = dt.date(2000, 1, 1)
    version: str = ""
    closures: Mapping[str, str] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)
    countries: CountryBook = field(default_factory=CountryBook)
    themes: ThemeBook = field(default_factory=ThemeBook)
    languages: tuple[Language, ...] = ()

    @cached_property
    def desk(self) -> Desk:
        """Look-ups over the site, made once."""
        return Desk(self.site, self.config, self.strings, self.standing.tokens)

    @cached_property
    def houses(self) -> Houses:
        """By what an author is known to be no person."""
        return houses_of(self.languages)

    @cached_property
    def site_view(self) -> SiteView:
        """The site's own settings, for templates."""
        config = self.config
        return SiteView(
            config.title,
            config.tagline or self.strings["site.tagline"],
            config.language,
            {"fr": "fr_FR", "en": "en_GB"}.get(config.language, config.language),
            config.publisher or config.title,
            config.contact,
            config.rights,
            self.desk.prefix + routes.HOME,
            self.desk.prefix,
            self.desk.base,
            self.version,
        )

    @cached_property
    def asset_urls(self) -> dict[str, str]:
        """Where each asset is, as written in a page."""
        return {name: self.desk.prefix + url for name, url in self.assets.urls.items()}

    @cached_property
    def words(self) -> dict[str, Markup]:
        """The interface's words, escaped once."""
        return {key: escape(text) for key, text in self.strings.words.items()}

    @cached_property
    def chrome(self) -> str:
        """Digest of what every page shows: settings, words, addresses of assets, the frame's templates."""
        config = self.config
        said = (config.title, config.tagline, config.description, config.base_url, config.language)
        who = (config.publisher, config.contact, config.rights, config.time_zone, self.version)
        words = (f"{key}={value}" for key, value in sorted(self.strings.words.items()))
        frame = (self.closures.get(name, "") for name in FRAME)
        titles = (f"{slug}={title}" for slug, title, _ in self.pages)
        return signed(*said, *who, self.strings.language, *words, *frame, *titles, *sorted(self.assets.kept))

    @cached_property
    def feeds_of(self) -> Mapping[tuple[str, tuple[str, ...]], tuple[FeedLink, ...]]:
        """The feeds of each collection by (kind, key)."""
        found: dict[tuple[str, tuple[str, ...]], tuple[FeedLink, ...]] = {}
        for feed in self.feeds:
            shelf = (feed.kind, feed.key)
            found[shelf] = (*found.get(shelf, ()), feed)
        return found


# Templates rendered once for many pages; every page's signature holds their digest.
FRAME = (
    "partials/header.html",
    "partials/footer.html",
    "partials/head-fixed.html",
    "partials/actions.html",
    "partials/announced.html",
    "partials/crumbs.html",
    "partials/kicker.html",
    "partials/labels.html",
    "macros/card.html",
)


class Page(Struct, frozen=True):
    """A page to be: its path, what it shows, the bodies it needs, the digest of all it depends on.

    ``subject`` is what its type needs to find its matter again: an article's id, a shelf's kind and key.
    """

    path: str
    kind: str
    subject: tuple[str, ...]
    bodies: tuple[str, ...]
    signature: str
