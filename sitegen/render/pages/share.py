"""Cards for links shared elsewhere: one for each country and theme that has articles."""

import hashlib
from collections.abc import Iterator

from sitegen.model import Collection
from sitegen.render.card_image import FONT, CardView, draw
from sitegen.render.frame import has_card, share_path
from sitegen.render.signature import signed
from sitegen.render.world import Page, World

KIND = "card"
_SECTIONS = {"country": "site.countries", "theme": "site.themes"}


def plan(world: World) -> Iterator[Page]:
    """A card for each shelf that has one; names alone make it, so new articles leave it as it is."""
    font = hashlib.blake2b(world.assets.kept.get(FONT, b""), digest_size=8).hexdigest()
    for kind in _SECTIONS:
        for shelf in world.desk.by_kind.get(kind, ()):
            if has_card(world, shelf):
                card = card_of(world, shelf)
                signature = signed(world.version, font, card.site, card.name, card.foot)
                yield Page(share_path(shelf), KIND, (shelf.kind, *shelf.key), (), signature)


def card_of(world: World, shelf: Collection) -> CardView:
    """What a shelf's card says."""
    name = shelf.name[:1].upper() + shelf.name[1:]
    host = world.desk.base.split("//", 1)[-1]
    return CardView(world.config.title, name, f"{world.strings[_SECTIONS[shelf.kind]]} – {host}")


def image(world: World, page: Page) -> bytes:
    """A card's file."""
    kind, *key = page.subject
    return draw(card_of(world, world.desk.shelves[kind, tuple(key)]), world.assets.kept[FONT])
