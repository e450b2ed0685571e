"""The feed formats: one row each."""

from collections.abc import Callable

from msgspec import Struct

from sitegen.feed import atom, jsonfeed, rss
from sitegen.feed.head import Head
from sitegen.feed.item import Item
from sitegen.text.routes import FEEDS


class Format(Struct, frozen=True):
    """A format: the file's name in a shelf's folder, its media type, and how it writes an item and a feed.

    ``archived`` tells whether older items go to archive pages, which RFC 5005 defines for XML feeds.
    """

    kind: str
    file: str
    media_type: str
    archived: bool
    item: Callable[[Item, str], bytes]
    feed: Callable[[Head, tuple[bytes, ...]], bytes]


FORMATS: tuple[Format, ...] = (
    Format("rss", FEEDS["rss"], rss.MEDIA_TYPE, archived=True, item=rss.rss_item, feed=rss.rss_feed),
    Format("atom", FEEDS["atom"], atom.MEDIA_TYPE, archived=True, item=atom.atom_entry, feed=atom.atom_feed),
    Format(
        "json",
        FEEDS["json"],
        jsonfeed.MEDIA_TYPE,
        archived=False,
        item=jsonfeed.json_item,
        feed=jsonfeed.json_feed,
    ),
)

BY_KIND: dict[str, Format] = {form.kind: form for form in FORMATS}
