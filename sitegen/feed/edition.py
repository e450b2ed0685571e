"""What every output is made from."""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct, field

from sitegen.config.site import SiteConfig
from sitegen.config.ui import Strings
from sitegen.model import Article, Collection, Site
from sitegen.model.standing import Standing


class Listed(Struct, frozen=True):
    """A page that search engines may show: its root-relative address, and the day it last changed."""

    url: str
    modified: dt.date | None = None


class Picture(Struct, frozen=True):
    """A local image as published: root-relative address, size in bytes, media type, dimensions if known."""

    url: str
    length: int
    media_type: str
    width: int = 0
    height: int = 0


class Edition(Struct, frozen=True):
    """A site as it goes out.

    ``strings`` are the interface's words in the site's language. ``version`` names the code that writes
    (any change of it rewrites everything). ``as_of`` is today, for the news sitemap alone. ``added`` tells,
    by article id, the day under which an undated item stands (see `dates.arrivals`), ``changed`` the day on
    which an article's text last became another. ``pages`` are the pages for the sitemap; empty, it lists
    articles and shelves. ``pictures`` describes local images by `Image.src`; an image that is not among
    them is not shown. ``standing`` is what of the published site need not be signed again.
    """

    site: Site
    config: SiteConfig
    strings: Strings
    version: str = ""
    as_of: dt.date | None = None
    added: Mapping[str, dt.date] = field(default_factory=dict)
    changed: Mapping[str, dt.date] = field(default_factory=dict)
    pages: tuple[Listed, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    standing: Standing = field(default_factory=Standing)


class Plan(Struct, frozen=True):
    """One file to write, if its signature is not that of the file already there.

    ``kind`` is a row of a table of writers; ``collection`` the shelf it is about, if any; ``part`` the number
    of an archive or page (0 for the front one), ``older`` and ``newer`` its neighbours' (0 for none);
    ``articles`` what it lists.
    """

    path: str
    kind: str
    signature: str
    collection: Collection | None = None
    part: int = 0
    older: int = 0
    newer: int = 0
    articles: tuple[Article, ...] = ()
