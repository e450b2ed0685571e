"""Where a shelf can be subscribed to."""

from dataclasses import dataclass

from sitegen.model.site import CollectionKind


@dataclass(frozen=True, slots=True)
class FeedLink:
    """One feed of one shelf: its title as readers list it, root-relative address and media type."""

    kind: CollectionKind
    key: tuple[str, ...]
    title: str
    url: str
    media_type: str
