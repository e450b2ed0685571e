"""An article's page."""

from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct
from msgspec.structs import astuple

from sitegen.model import Article, Body
from sitegen.render.cards import picture, reading_time, rendered
from sitegen.render.frame import (
    article_image,
    canonical,
    feeds_digest,
    feeds_for,
    fragment,
    home_crumb,
    named_tables,
)
from sitegen.render.signature import signed
from sitegen.render.structured import article_data, iso, moment
from sitegen.render.views import Head, Link, PictureView, Tongue, tongue
from sitegen.render.words import date_words, language_name
from sitegen.render.world import Page, World
from sitegen.text.lazily import lazily
from sitegen.text.routes import file_of
from sitegen.text.typography import typeset

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

KIND = "article"
_MARKUP = lazily(r"<[^<>]{0,300}>")  # "<p>"
_OPENING = 90  # characters that tell whether a summary is the text's own beginning
TEMPLATE = "pages/article.html"


class Version(Struct, frozen=True):
    """A translation of the article: its language's code, words that lead there, and where."""

    language: str
    name: str
    url: str


class ArticleView(Struct, frozen=True):
    """All that the page says; texts are typeset and dates are words."""

    id: str
    title: str
    lede: str
    kicker: Markup
    source: Link | None
    original: str
    onward: str
    authors: str
    date: str
    iso: str
    updated: str
    updated_iso: str
    minutes: str
    labels: Markup
    tongue: Tongue
    language: str
    picture: PictureView | None
    excerpt: bool
    notes: str
    body: Markup
    shelf: str
    around: str
    newer: Markup | None
    older: Markup | None
    related: tuple[Markup, ...]
    heading: str
    versions: tuple[Version, ...]


def plan(world: World) -> Iterator[Page]:
    """A page for each article."""
    desk = world.desk
    token = desk.token
    houses = (" ".join(sorted(words)) for words in astuple(world.houses))
    base = signed(world.chrome, world.closures.get(TEMPLATE, ""), str(world.config.article_cards), *houses)
    routes = world.site.routes
    feeds: dict[str, str] = {}
    standing = world.standing
    for article in world.site.articles:
        if standing.brief and article.id not in standing.near:
            continue
        path = file_of(routes[article.id])
        kept = standing.of_page(path, article)
        if kept:
            yield Page(path, KIND, (article.id,), (article.id,), kept)
            continue
        shelf, newer, older = desk.neighbours(article)
        shown = [token[other.id] for other in desk.related(article)]
        around = (token[newer.id] if newer else "", token[older.id] if older else "")
        name = f"{shelf.name}>{shelf.url}" if shelf else ""
        announced = feeds.get(name)
        if announced is None:
            announced = feeds[name] = feeds_digest(feeds_for(world, shelf))
        repeated = str(article.title in desk.repeated)
        own = f"{article.digest} {token[article.id]}"
        versions = [f"{other.language}>{routes[other.id]}" for other in desk.translations(article)]
        signature = signed(base, own, repeated, name, announced, *around, *shown, *versions)
        yield Page(path, KIND, (article.id,), (article.id,), signature)


def view(
    page: Page, world: World, bodies: Mapping[str, Body], templates: "Templates"
) -> tuple[Head, ArticleView]:
    """The page's frame and matter."""
    desk = world.desk
    article = desk.article[page.subject[0]]
    countries = tuple(Link(term.name, desk.href(term.url)) for term in desk.countries(article))
    themes = tuple(Link(term.name, desk.href(term.url)) for term in desk.themes(article))
    shelf, newer, older = desk.neighbours(article)
    related = desk.related(article)
    akin = all(_akin(article, other) for other in related)
    neighbours = [
        rendered(world, templates, [other], "line")[0] if other else None for other in (newer, older)
    ]
    strings = world.strings
    labelled = (*article.countries, "|", *article.themes)
    here = Link(shelf.name, desk.href(shelf.url)) if shelf else None
    crumbs = (home_crumb(world), *(() if here is None else (here,)))
    url = world.site.routes[article.id]
    image = article_image(world, article, shelf)
    source = _source(world, article)
    seen = ArticleView(
        article.id,
        typeset(article.title, article.language),
        _lede(article, bodies[article.id].html),
        fragment(
            world, templates, "partials/kicker.html", (*labelled, "/"), links=countries[:2] + themes[:1]
        ),
        source,
        article.link,
        _onward(world, article),
        strings["article.by"].format(names=", ".join(article.authors)) if article.authors else "",
        date_words(world.strings, "full", article.date) if article.date else "",
        iso(moment(world, article)),
        _updated(world, article),
        article.updated.isoformat() if article.updated else "",
        reading_time(world, article),
        fragment(
            world,
            templates,
            "partials/labels.html",
            (*labelled, *article.tags),
            countries=countries,
            themes=themes,
            tags=article.tags,
        ),
        tongue(article.language, world.config.language),
        _language(world, article),
        picture(world, article),
        article.publish == "excerpt",
        _notes(world, article),
        named_tables(bodies[article.id].html, strings),
        shelf.name if shelf else "",
        strings["article.around"].format(name=shelf.name) if shelf else "",
        neighbours[0],
        neighbours[1],
        rendered(world, templates, related, "brief"),
        strings["article.related" if akin else "article.related_loosely"],
        _versions(world, article),
    )
    head = Head(
        _full_title(world, article),
        article.summary or article.title,
        desk.href(url),
        canonical(world, url),
        "",
        "article",
        article.indexed,
        feeds_for(world, shelf),
        article_data(world, article, canonical(world, url), image.url, crumbs),
        crumbs,
        image,
        seen.iso,
        tuple(
            Link(other.language, canonical(world, world.site.routes[other.id]))
            for other in desk.translations(article)
        ),
    )
    return head, seen


def _akin(one: Article, other: Article) -> bool:
    """Whether an article is of the same subject as another: of its first country and theme both."""
    return (
        bool(one.countries and one.themes)
        and one.countries[0] in other.countries
        and one.themes[0] in other.themes
    )


def _source(world: World, article: Article) -> Link | None:
    """The source's name and the address of its shelf ("" where it has none)."""
    if article.source is None:
        return None
    name = typeset(article.source.name, world.config.language)
    for shelf in world.desk.source_shelves(article.source.name):
        return Link(name, world.desk.href(shelf.url))
    return Link(name, "")


def _versions(world: World, article: Article) -> tuple[Version, ...]:
    """The same article in other languages, to be read from here."""
    own, strings, desk = world.config.language, world.strings, world.desk
    return tuple(
        Version(
            other.language,
            strings["article.also_in"].format(language=language_name(own, other.language)),
            desk.href(world.site.routes[other.id]),
        )
        for other in desk.translations(article)
        if other.id != article.id
    )


def _full_title(world: World, article: Article) -> str:
    """The title, told apart by source and day from another article of the same title."""
    if article.title not in world.desk.repeated:
        return article.title
    source = article.source.name if article.source else ""
    told = [part for part in (source, date_words(world.strings, "long", article.date)) if part]
    return f"{article.title} ({', '.join(told)})"


def _lede(article: Article, html: str) -> str:
    """The summary, unless it only says again how the text begins."""
    if "summary" in article.inferred or not article.summary:
        return ""
    lede = typeset(article.summary, article.language)
    said = lede[:_OPENING].rstrip(" .…")
    opening = " ".join(unescape(_MARKUP.sub("", html[: 3 * _OPENING])).split())
    return "" if opening.startswith(" ".join(said.split())) else lede


def _updated(world: World, article: Article) -> str:
    """When the text was last changed, "" where that is not after its first day."""
    if article.updated is None or article.updated.date() == article.date:
        return ""
    day = date_words(world.strings, "long", article.updated.date())
    return world.strings["article.updated"].format(date=day)


def _onward(world: World, article: Article) -> str:
    """The words of the button that leads to the original: whose it is, or on which site."""
    link = article.link
    host = link.split("/", 3)[2].removeprefix("www.") if link.count("/") > 1 else link
    name = typeset(article.source.name, world.config.language) if article.source else host
    rest = "article.read_rest_at" if article.publish == "excerpt" else "article.read_original_at"
    return world.strings[rest].format(source=name)


def _language(world: World, article: Article) -> str:
    """Which language a text in another than the site's is in."""
    own = world.config.language
    if not article.language or article.language == own:
        return ""
    return world.strings["article.language"].format(language=language_name(own, article.language))


def _notes(world: World, article: Article) -> str:
    """What was worked out rather than stated, in a sentence; "" where nothing was."""
    strings = world.strings
    said = [
        strings[f"article.inferred_{name}"]
        for name in ("title", "date", "summary", "country")
        if name in article.inferred and name != "summary"
    ]
    sentence = f"{strings['article.inferred_intro']} {' ; '.join(said)}." if said else ""
    undated = strings["article.undated"] if article.date is None else ""
    return typeset(f"{sentence} {undated}".strip(), strings.language)
