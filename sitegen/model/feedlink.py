"""Where a shelf can be subscribed to."""

from msgspec import Struct

from sitegen.model.site import CollectionKind


class FeedLink(Struct, frozen=True):
    """One feed of one shelf: its title as readers list it, root-relative address and media type."""

    kind: CollectionKind
    key: tuple[str, ...]
    title: str
    url: str
    media_type: str
