"""One feed's own data as any format shows it."""

from msgspec import Struct

from sitegen.config.site import SiteConfig
from sitegen.feed.address import absolute, uri
from sitegen.feed.dates import NEVER
from sitegen.feed.edition import Edition, Plan
from sitegen.feed.escape import one_line
from sitegen.feed.item import Item
from sitegen.model import Collection
from sitegen.text import routes
from sitegen.text.typography import typeset

_ABOUT = {"selection": "feeds.about_selection", "source": "feeds.about_source"}  # other than a heading


class Relation(Struct, frozen=True):
    """A link of a feed to another document: what it is to this one, where it is, and its media type."""

    rel: str
    href: str
    media_type: str = ""


class Head(Struct, frozen=True):
    """What stands before the items. ``links`` holds all but self and alternate.

    ``archive`` marks an archive page that has neighbours: the validator takes a lone one for incomplete.
    """

    title: str
    description: str
    home: str
    address: str
    language: str
    publisher: str
    publisher_url: str
    rights: str
    style: str
    newest: Item | None
    links: tuple[Relation, ...]
    archive: bool


def feed_title(collection: Collection, config: SiteConfig) -> str:
    """A feed's title as readers list it: the shelf first, then the site."""
    title = typeset(one_line(config.title), config.language)
    return title if collection.kind == "site" else f"{shelf_name(collection, config)} – {title}"


def shelf_name(collection: Collection, config: SiteConfig) -> str:
    """A shelf's name as its page has it."""
    return typeset(one_line(collection.name), config.language)


def make_head(plan: Plan, items: tuple[Item, ...], edition: Edition, media_type: str) -> Head:
    """The head of a planned feed; its date is that of its newest item."""
    config = edition.config
    shelf = plan.collection
    if shelf is None:
        raise ValueError(plan.path)
    dated = [item for item in items if item.updated]
    newest = max(dated, key=lambda item: item.updated or NEVER, default=None)
    return Head(
        title=feed_title(shelf, config) or config.base_url,
        description=_description(shelf, edition) or config.base_url,
        home=absolute(shelf.url, config),
        address=absolute(routes.url_of(plan.path), config),
        language=config.language,
        publisher=one_line(config.publisher) or one_line(config.title) or config.base_url,
        publisher_url=absolute(routes.HOME, config),
        rights=one_line(config.rights),
        style=config.prefix + routes.FEED_STYLE,
        newest=newest,
        links=_relations(plan, edition, media_type),
        archive=bool(plan.part and (plan.older or plan.newer)),
    )


def _description(shelf: Collection, edition: Edition) -> str:
    """What a shelf holds: in its editor's words where there are any, else in a sentence of the interface."""
    config, words = edition.config, edition.strings
    if shelf.kind == "site":
        own = one_line(config.description) or one_line(config.tagline) or one_line(config.title)
        return typeset(own, config.language)
    sentence = words[_ABOUT.get(shelf.kind, "feeds.about")]
    said = typeset(one_line(shelf.description), config.language)
    return said or sentence.format(name=shelf_name(shelf, config))


def _relations(plan: Plan, edition: Edition, media_type: str) -> tuple[Relation, ...]:
    """The hub, and the neighbours in the archive (RFC 5005)."""
    config = edition.config
    links = [Relation("hub", hub)] if (hub := uri(config.hub)) and not plan.part else []
    folder, _, name = plan.path.rpartition("/")
    live = routes.live_name(name) if plan.part else name

    def beside(file: str) -> str:
        return absolute(f"/{folder}/{file}" if folder else f"/{file}", config)

    if plan.part:
        links.append(Relation("current", beside(live), media_type))
    if plan.older:
        links.append(Relation("prev-archive", beside(routes.archive_name(live, plan.older)), media_type))
    if plan.newer:
        links.append(Relation("next-archive", beside(routes.archive_name(live, plan.newer)), media_type))
    return tuple(links)
