"""What machines read: JSON-LD for articles, lists and the way to them."""

import datetime as dt
from collections.abc import Sequence
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
from markupsafe import Markup

from sitegen.model import Article
from sitegen.render.views import Link
from sitegen.render.world import World
from sitegen.text import routes
from sitegen.text.bylines import is_house
from sitegen.text.fold import fold

_ENCODER = msgspec.json.Encoder()
_HEADLINE = 110  # characters that search engines take of a headline


def as_script(data: object) -> Markup:
    """JSON that can stand inside a script element."""
    text = _ENCODER.encode(data).decode("utf-8", "replace")
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))  # noqa: S704  escaped here


def moment(world: World, article: Article) -> dt.datetime | None:
    """When an article was published: the moment stated, or the start of its day in the site's zone."""
    if article.published or article.date is None:
        return article.published
    day = article.date
    return dt.datetime(day.year, day.month, day.day, tzinfo=_zone(world.config.time_zone))


@cache
def _zone(name: str) -> ZoneInfo:
    return ZoneInfo(name)


def iso(when: dt.datetime | None) -> str:
    """A moment as machines read it, "" for none."""
    return when.isoformat(timespec="seconds") if when else ""


def headline(title: str) -> str:
    """A title in the length that search engines take, cut between words and marked where it is."""
    if len(title) <= _HEADLINE:
        return title
    start = title[: _HEADLINE - 1]
    whole, space, _ = start.rpartition(" ")
    return (whole if space else start).rstrip(" ,;:.–—-«(") + "…"


def publisher(world: World) -> dict[str, Any]:
    """The organisation behind the site."""
    config, base = world.config, world.desk.base
    return {
        "@type": "Organization",
        "name": config.publisher or config.title,
        "url": base + routes.HOME,
        "logo": {
            "@type": "ImageObject",
            "url": base + world.assets["icon-512.png"],
            "width": 512,
            "height": 512,
        },
    }


def breadcrumbs(world: World, crumbs: Sequence[Link], name: str, canonical: str) -> dict[str, Any]:
    """The way from home to a page."""
    origin = world.config.origin
    steps = [(link.name, origin + link.url) for link in crumbs] + [(name, canonical)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": at, "name": label, "item": url}
            for at, (label, url) in enumerate(steps, 1)
        ],
    }


def article_data(
    world: World, article: Article, canonical: str, image: str, crumbs: Sequence[Link]
) -> Markup:
    """A news article based on another, and its breadcrumbs."""
    desk = world.desk
    source = article.source
    data: dict[str, Any] = {
        "@type": "NewsArticle",
        "@id": canonical + "#article",
        "headline": headline(article.title),
        "description": article.summary or article.title,
        "inLanguage": article.language or world.config.language,
        "url": canonical,
        "mainEntityOfPage": canonical,
        "image": [image],
        "publisher": publisher(world),
        "isAccessibleForFree": True,
        "wordCount": article.words,
    }
    data |= _dates(world, article)
    if article.authors:
        data["author"] = [_author(world, article, name) for name in article.authors]
    elif source:
        data["author"] = [_organisation(source.name, source.url)]
    else:
        data["author"] = [{"@type": "Organization", "name": world.config.publisher or world.config.title}]
    if article.link:
        based: dict[str, Any] = {
            "@type": "NewsArticle",
            "url": article.link,
            "headline": headline(article.title),
        }
        if source:
            based["publisher"] = _organisation(source.name, source.url)
        data["isBasedOn"] = based
    elif source and source.url:
        data["isBasedOn"] = source.url
    sections = [term.name for term in desk.themes(article)]
    if sections:
        data["articleSection"] = sections
    places = [{"@type": "Country", "name": term.name} for term in desk.countries(article)]
    if places:
        data["contentLocation"] = places
    if article.tags:
        data["keywords"] = list(article.tags)
    graph = [data, breadcrumbs(world, crumbs, article.title, canonical)]
    return as_script({"@context": "https://schema.org", "@graph": graph})


def _dates(world: World, article: Article) -> dict[str, str]:
    """When an article came out and was last changed, as far as it says so."""
    published = moment(world, article)
    if published is None:
        return {"dateModified": iso(article.updated)} if article.updated else {}
    modified = max(published, article.updated or published)
    return {"datePublished": iso(published), "dateModified": iso(modified)}


def list_data(world: World, name: str, description: str, canonical: str, crumbs: Sequence[Link]) -> Markup:
    """A page that collects articles, and its breadcrumbs."""
    page = {
        "@type": "CollectionPage",
        "name": name,
        "description": description,
        "url": canonical,
        "inLanguage": world.config.language,
        "isPartOf": {"@type": "WebSite", "name": world.config.title, "url": world.desk.base + routes.HOME},
    }
    graph = [page, breadcrumbs(world, crumbs, name, canonical)]
    return as_script({"@context": "https://schema.org", "@graph": graph})


def site_data(world: World) -> Markup:
    """The site itself, with the address of its search."""
    base = world.desk.base
    data = {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "name": world.config.title,
        "description": world.config.description or world.config.tagline,
        "url": base + routes.HOME,
        "inLanguage": world.config.language,
        "publisher": publisher(world),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {
                "@type": "EntryPoint",
                "urlTemplate": base + routes.SEARCH + "?q={search_term_string}",
            },
            "query-input": "required name=search_term_string",
        },
    }
    return as_script(data)


def _author(world: World, article: Article, name: str) -> dict[str, str]:
    """Who wrote an article: a person, unless the name is an agency's, a newsroom's or the source's own."""
    if article.source and fold(name) == fold(article.source.name):
        return _organisation(name, article.source.url)
    return {"@type": "Organization" if is_house(name, world.houses) else "Person", "name": name}


def _organisation(name: str, url: str) -> dict[str, str]:
    return {"@type": "Organization", "name": name, **({"url": url} if url else {})}
