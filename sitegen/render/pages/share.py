"""Cards for shared links: one for each country and theme that has articles; for each article where asked."""

import hashlib
from collections.abc import Iterator

from sitegen.model import Article, Collection
from sitegen.render.card_image import FONT, CardView, can_draw, draw
from sitegen.render.frame import article_card, card_title, has_card
from sitegen.render.signature import signed
from sitegen.render.words import date_words
from sitegen.render.world import Page, World
from sitegen.text.routes import card_url, file_of
from sitegen.text.typography import typeset

KIND = "card"
_ARTICLE = "article"  # beside the kinds of shelves
_SECTIONS = {"country": "site.countries", "theme": "site.themes"}


def plan(world: World) -> Iterator[Page]:
    """A card for each shelf and article that has one; its words alone make it, not what else is published."""
    font = hashlib.blake2b(world.assets.kept.get(FONT, b""), digest_size=8).hexdigest()
    for kind in _SECTIONS:
        for shelf in world.desk.by_kind.get(kind, ()):
            if has_card(world, shelf):
                card = card_of(world, shelf)
                signature = signed(world.version, font, card.site, card.name, card.foot)
                yield Page(file_of(card_url(shelf.url)), KIND, (shelf.kind, *shelf.key), (), signature)
    if not world.config.article_cards:
        return
    for article in world.site.articles:
        url = article_card(world, article)
        photo = article.image is not None and article.image.src in world.pictures
        if url and not photo:
            card = card_of_article(world, article)
            signature = signed(world.version, font, card.site, card.name, card.foot)
            yield Page(file_of(url), KIND, (_ARTICLE, article.id), (), signature)


def card_of(world: World, shelf: Collection) -> CardView:
    """What a shelf's card says."""
    name = shelf.name[:1].upper() + shelf.name[1:]
    host = world.desk.base.split("//", 1)[-1]
    return CardView(world.config.title, name, f"{world.strings[_SECTIONS[shelf.kind]]} – {host}")


def card_of_article(world: World, article: Article) -> CardView:
    """What an article's card says: its title, and whose it is where that can be drawn."""
    source = typeset(article.source.name, world.config.language) if article.source else ""
    foot = " – ".join(filter(None, (source, date_words(world.strings, "long", article.date))))
    foot = foot.replace("\u202f", "\u00a0")
    return CardView(world.config.title, card_title(article), foot if can_draw(foot) else "")


def image(world: World, page: Page) -> bytes:
    """A card's file."""
    kind, *key = page.subject
    if kind == _ARTICLE:
        card = card_of_article(world, world.desk.article[key[0]])
    else:
        card = card_of(world, world.desk.shelves[kind, tuple(key)])
    return draw(card, world.assets.kept[FONT])
