"""WebSub: which feeds changed between two releases, and what to tell the hub."""

from collections.abc import Iterable, Mapping
from urllib.parse import urlencode

from sitegen.config.site import SiteConfig
from sitegen.feed.address import absolute
from sitegen.feed.formats import FORMATS
from sitegen.text.routes import url_of

MEDIA_TYPE = "application/x-www-form-urlencoded"
_FILES = tuple(form.file for form in FORMATS)


def changed_feeds(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """Paths of the feeds, archives aside, that are new or have other bytes; both give a digest by path."""
    return tuple(
        path
        for path in sorted(after)
        if path.rpartition("/")[2] in _FILES and after[path] != before.get(path)
    )


def ping_body(paths: Iterable[str], config: SiteConfig) -> bytes:
    """The form that a hub takes: every feed that changed, in one request."""
    urls = [("hub.url", absolute(url_of(path), config)) for path in paths]
    return urlencode([("hub.mode", "publish"), *urls]).encode("ascii")
