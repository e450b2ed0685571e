"""Articles as cards: made and rendered once for all the lists that show them."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from markupsafe import Markup

from sitegen.model import Article
from sitegen.render.views import Card, Link, PictureView, tongue
from sitegen.render.words import count_words, date_words, minutes_of
from sitegen.render.world import World
from sitegen.text.fold import fold
from sitegen.text.sentences import leading
from sitegen.text.typography import typeset

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

TEMPLATE = "macros/card.html"
_OPENING = 170  # characters of a summary that a narrow column has room for


def card(world: World, article: Article) -> Card:
    """What a list says of an article."""
    desk, strings = world.desk, world.strings
    countries = tuple(Link(term.name, desk.href(term.url)) for term in desk.countries(article)[:3])
    summary = typeset(article.summary, article.language)
    opening = leading(summary, _OPENING)
    theme = next((Link(term.name, desk.href(term.url)) for term in desk.themes(article)), None)
    return Card(
        article.id,
        typeset(article.title, article.language),
        desk.href(world.site.routes[article.id]),
        summary,
        date_words(strings, "short", article.date),
        article.date.isoformat() if article.date else "",
        typeset(article.source.name, world.config.language) if article.source else "",
        reading_time(world, article),
        countries,
        theme,
        tongue(article.language, world.config.language),
        picture(world, article),
        opening,
        summary[len(opening) :].strip(),
    )


def reading_time(world: World, article: Article) -> str:
    """Minutes of reading in words."""
    return count_words(world.strings, "count.minutes", minutes_of(article.words))


def picture(world: World, article: Article) -> PictureView | None:
    """An article's own image where it is published with the site."""
    if article.image is None or article.image.src not in world.pictures:
        return None
    local = world.pictures[article.image.src]
    alt, credit = article.image.alt, article.image.credit
    if credit:
        credit = _labelled(world, credit)
    return PictureView(world.desk.href(local.url), local.width, local.height, local.srcset, alt, credit)


def _labelled(world: World, credit: str) -> str:
    """A picture's credit with the word for it before it, unless it says by itself what it is."""
    start = fold(credit)
    bare = start.lstrip("([ ")
    said = [fold(word) for word in world.strings["article.credited"].split()]
    named = any(
        text.startswith(word) and not text[len(word) : len(word) + 1].isalpha()
        for text in (start, bare)
        for word in said
    )
    return credit if named else world.strings["article.credit"].format(credit=credit)


def rendered(
    world: World, templates: "Templates", articles: Iterable[Article], look: str
) -> tuple[Markup, ...]:
    """Cards as HTML in one look: lead, full, brief or line."""
    memo, token, chrome = templates.memo, world.desk.token, world.chrome
    out = []
    for article in articles:
        key = (chrome, token[article.id], look)
        done = memo.get(key)
        if done is None:
            done = templates.keep(key, templates.macro(TEMPLATE, look)(card(world, article), world.words))
        out.append(done)
    return tuple(out)
