"""Plans into bytes: the one place where every format stands in a row."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from msgspec import Struct, field

from sitegen.feed.edition import Edition, Plan
from sitegen.feed.formats import BY_KIND
from sitegen.feed.head import make_head
from sitegen.feed.item import Item, Terms, make_item
from sitegen.model import Article, Artifact, Body

_ROOM = 4_000_000  # bytes of rendered items and their views kept, in each of several processes


class Rendered(Struct):
    """Items already written, so that an article is written once for all feeds of a format.

    The oldest go when there are too many; what is written does not depend on what is kept.
    """

    views: dict[str, Item] = field(default_factory=dict)
    terms: Terms = field(default_factory=dict)
    items: dict[tuple[str, str], bytes] = field(default_factory=dict)
    size: int = 0

    def keep(self, key: tuple[str, str], data: bytes) -> None:
        """Remember an item, and forget the oldest beyond the room there is."""
        self.items[key] = data
        self.size += len(data)
        while self.size > _ROOM and self.items:
            oldest = next(iter(self.items))
            self.size -= len(self.items.pop(oldest))
            gone = self.views.pop(oldest[1], None)
            if gone:
                self.size -= _weight(gone)

    def remember(self, view: Item) -> Item:
        """Keep a view beside its items, as long as the first of them is kept."""
        self.views[view.id] = view
        self.size += _weight(view)
        return view


def _weight(view: Item) -> int:
    """About how many bytes a view takes."""
    return len(view.html) + len(view.markup)


def write_feed(
    plan: Plan, edition: Edition, bodies: Mapping[str, Body], rendered: Rendered | None = None
) -> Artifact:
    """The file of a plan; pass the same ``rendered`` for all feeds of one edition."""
    rendered = Rendered() if rendered is None else rendered
    form = BY_KIND[plan.kind]
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
        view = rendered.remember(make_item(article, bodies.get(article.id), edition, zone, rendered.terms))
    return view
