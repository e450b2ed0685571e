"""Plans into bytes: the one place where every format stands in a row."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from sitegen.feed import atom, jsonfeed, rss
from sitegen.feed.edition import Edition, Plan
from sitegen.feed.head import Head, make_head
from sitegen.feed.item import Item, Terms, make_item
from sitegen.model import Article, Artifact, Body

_ROOM = 24_000_000  # bytes of rendered items kept


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """How one format writes an item, and a document of items."""

    media_type: str
    item: Callable[[Item, str], bytes]
    feed: Callable[[Head, tuple[bytes, ...]], bytes]


FEED_FORMATS: dict[str, FeedFormat] = {
    "rss": FeedFormat(rss.MEDIA_TYPE, rss.rss_item, rss.rss_feed),
    "atom": FeedFormat(atom.MEDIA_TYPE, atom.atom_entry, atom.atom_feed),
    "json": FeedFormat(jsonfeed.MEDIA_TYPE, jsonfeed.json_item, jsonfeed.json_feed),
}


@dataclass(slots=True)
class Rendered:
    """Items already written, so that an article is written once for all feeds of a format.

    The oldest go when there are too many; what is written does not depend on what is kept.
    """

    views: dict[str, Item] = field(default_factory=dict)
    terms: Terms = field(default_factory=dict)
    items: dict[tuple[str, str], bytes] = field(default_factory=dict)
    size: int = 0

    def lacks(self, plan: Plan) -> tuple[str, ...]:
        """Ids of the articles whose bodies must be read before a plan is written: none is read twice."""
        if plan.kind not in FEED_FORMATS:
            return plan.bodies
        return tuple(article.id for article in plan.articles if article.id not in self.views)

    def keep(self, key: tuple[str, str], data: bytes) -> None:
        """Remember an item, and forget the oldest beyond the room there is."""
        self.items[key] = data
        self.size += len(data)
        while self.size > _ROOM and self.items:
            oldest = next(iter(self.items))
            self.size -= len(self.items.pop(oldest))
            self.views.pop(oldest[1], None)


def write_feed(
    plan: Plan, edition: Edition, bodies: Mapping[str, Body], rendered: Rendered | None = None
) -> Artifact:
    """The file of a plan; pass the same ``rendered`` for all feeds of one edition."""
    rendered = Rendered() if rendered is None else rendered
    form = FEED_FORMATS[plan.kind]
    zone = ZoneInfo(edition.config.time_zone)
    views = tuple(_view(article, edition, bodies, rendered, zone) for article in plan.articles)
    language = edition.config.language
    items = []
    for view in views:
        key = (plan.kind, view.id)
        data = rendered.items.get(key)
        if data is None:
            data = form.item(view, language)
            rendered.keep(key, data)
        items.append(data)
    head = make_head(plan, views, edition, form.media_type)
    return Artifact(plan.path, form.feed(head, tuple(items)))


def _view(
    article: Article, edition: Edition, bodies: Mapping[str, Body], rendered: Rendered, zone: ZoneInfo
) -> Item:
    """The article's view, made once while it is remembered."""
    view = rendered.views.get(article.id)
    if view is None:
        view = rendered.views[article.id] = make_item(
            article, bodies.get(article.id), edition, zone, rendered.terms
        )
    return view
