"""Where a shelf can be subscribed to."""

from msgspec import Struct

from sitegen.model.site import CollectionKind


class FeedLink(Struct, frozen=True):
    """One feed of one shelf: its title as readers list it, root-relative address and media type.

    Lists of feeds are the site's, with the type "text/x-opml".
    """

    kind: CollectionKind
    key: tuple[str, ...]
    title: str
    url: str
    media_type: str = "application/rss+xml"

    @property
    def is_feed(self) -> bool:
        """Whether it is a feed itself, not a list of some."""
        return "opml" not in self.media_type
