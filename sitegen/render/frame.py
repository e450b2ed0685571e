"""What all pages share: addresses, header and footer, feeds to announce."""

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from sitegen.config.ui import Strings
from sitegen.model import Article, Collection
from sitegen.model.feedlink import FeedLink
from sitegen.render.card_image import FONT, HEIGHT, WIDTH, can_draw
from sitegen.render.structured import list_data
from sitegen.render.views import NOTHING, Chrome, Head, Link, Preview
from sitegen.render.world import FRAME, World
from sitegen.text import routes
from sitegen.text.typography import typeset

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

# The navigation: a section's name in the interface's words, and its address.
SECTIONS: tuple[tuple[str, str], ...] = (
    ("countries", routes.COUNTRIES),
    ("themes", routes.THEMES),
    ("sources", routes.SOURCES),
    ("archive", routes.ARCHIVES),
    ("coverage", routes.COVERAGE),
)


def canonical(world: World, url: str) -> str:
    """A root-relative address made absolute."""
    return world.desk.base + url


def home_crumb(world: World) -> Link:
    """The first step of every way."""
    return Link(world.strings["site.home"], world.desk.href(routes.HOME))


def share_image(world: World, shelf: Collection | None = None) -> Preview:
    """The picture that networks show for a page: its country's or theme's card, or the site's."""
    if shelf and has_card(world, shelf):
        name = shelf.name[:1].upper() + shelf.name[1:]
        return _card(world, routes.card_url(shelf.url), f"{world.config.title} – {name}")
    return _card(world, world.assets["card.png"], world.strings["site.card"].format(title=world.config.title))


def article_image(world: World, article: Article, shelf: Collection | None) -> Preview:
    """The picture that networks show for an article: its own, as large as it is published; else a card."""
    local = world.pictures.get(article.image.src) if article.image else None
    if article.image and local:
        size = (local.width, local.height)
        return Preview(world.desk.base + local.url, *size, "image/webp", article.image.alt)
    own = article_card(world, article)
    if own:
        return _card(world, own, f"{world.config.title} – {card_title(article)}")
    return share_image(world, shelf)


def _card(world: World, url: str, alt: str) -> Preview:
    return Preview(world.desk.base + url, WIDTH, HEIGHT, "image/png", alt)


def article_card(world: World, article: Article) -> str:
    """The address of an article's own card; "" where they are switched off or its title cannot be drawn."""
    if not world.config.article_cards or FONT not in world.assets.kept:
        return ""
    if not can_draw(card_title(article), world.config.title):
        return ""
    return routes.card_url(world.site.routes[article.id])


def card_title(article: Article) -> str:
    """A title as drawn: typeset, with the one no-break space that the font has."""
    return typeset(article.title, article.language).replace("\u202f", "\u00a0")


def has_card(world: World, shelf: Collection) -> bool:
    """Whether a shelf has a card of its own: a country or theme with articles, in signs that can be drawn."""
    if shelf.kind not in ("country", "theme") or not shelf.articles or FONT not in world.assets.kept:
        return False
    return can_draw(shelf.name, world.config.title)


def feeds_for(world: World, shelf: Collection | None) -> tuple[FeedLink, ...]:
    """The feeds that a page announces: its shelf's, then the site's."""
    own = world.feeds_of.get((shelf.kind, shelf.key), ()) if shelf else ()
    whole = world.feeds_of.get(("site", ()), ())
    return tuple(feed for feed in (*own, *(whole if own != whole else ())) if feed.is_feed)


def feeds_digest(feeds: tuple[FeedLink, ...]) -> str:
    """What announced feeds add to a page's signature."""
    return "\n".join(f"{feed.title}>{feed.url}>{feed.media_type}" for feed in feeds)


def head_below_home(
    world: World, title: str, description: str, url: str, section: str, *, indexed: bool = True
) -> Head:
    """What the frame says of a page right below home that is no shelf's."""
    crumbs = (home_crumb(world),) if indexed else ()
    where = canonical(world, url)
    return Head(
        title,
        description,
        world.desk.href(url),
        where,
        section,
        indexed=indexed,
        feeds=feeds_for(world, None),
        data=list_data(world, title, description, where, crumbs) if indexed else NOTHING,
        crumbs=crumbs,
        image=share_image(world),
    )


_TABLE = '<div class="scroll" tabindex="0">'


def named_tables(html: str, strings: Strings) -> Markup:
    """A text's HTML with a role and a name for each box that a table scrolls in, told apart by numbers."""
    before, *rest = html.split(_TABLE)
    word = escape(strings["article.table"])
    parts = [before]
    for number, part in enumerate(rest, 1):
        name = f"{word} {number}" if len(rest) > 1 else word
        parts.append(f'<div class="scroll" role="region" aria-label="{name}" tabindex="0">{part}')
    return Markup("".join(parts))  # noqa: S704  made by `to_html`, which lets no markup of the text through


def fragment(
    world: World, templates: "Templates", name: str, key: tuple[str, ...], **context: object
) -> Markup:
    """A partial that many pages share, rendered once for each key; the key says all that it shows."""
    full = (world.chrome, name, *key)
    done = templates.memo.get(full)
    if done is None:
        text = templates.get(name).render(site=world.site_view, ui=world.words, **context)
        done = templates.keep(full, Markup(text))  # noqa: S704  rendered with autoescape
    return done


def chrome(world: World, templates: "Templates", section: str) -> Chrome:
    """What the pages of a section have in common; rendered once for each."""
    known = templates.chrome.get((world.chrome, section))
    if known is not None:
        return known
    parts = [
        fragment(
            world,
            templates,
            name,
            (section,),
            sections=tuple(
                (Link(world.strings["site." + word], world.desk.href(url)), word) for word, url in SECTIONS
            ),
            section=section,
            assets=world.asset_urls,
            texts=tuple(
                Link(title, world.desk.href(routes.own_page_url(slug))) for slug, title, _ in world.pages
            ),
        )
        for name in FRAME[:4]
    ]
    done = templates.chrome[world.chrome, section] = Chrome(*parts)
    return done
