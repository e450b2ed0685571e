"""One article as any feed format shows it: a view, finished, so that formats only write."""

import datetime as dt
import html as html_entities
import re

from msgspec import Struct

from sitegen.feed.address import absolute, absolute_html, uri
from sitegen.feed.dates import midnight, moment
from sitegen.feed.edition import Edition, Picture
from sitegen.feed.escape import escaped, legal, one_line, quoted
from sitegen.model import Article, Body, Term
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.routes import above
from sitegen.text.typography import typeset

_PARAGRAPH = lazily(r"<p\b[^>]*>(.*?)</p>", re.DOTALL)
_TAG = lazily(r"<[^>]*>")
_LANGUAGE = lazily(r"([a-zA-Z]{2})(?:-[a-zA-Z0-9]{2,8})*")
_EMAIL = lazily(r"\s*<[^<>\s]+@[^<>\s]+>")  # "Ani <ani@example.org>": names only, no addresses to harvest
_OPENING = 400  # characters of an excerpt's opening
_LEAD = 100_000  # characters looked at for it


class Category(Struct, frozen=True):
    """A country, theme or tag: its term, its name, and the address of its vocabulary ("" for a tag)."""

    term: str
    name: str
    scheme: str


Terms = dict[tuple[str, str], Category]


class Item(Struct, frozen=True):
    """An entry: ``uri`` is its permanent id, ``url`` its page here, ``link`` the original's page or "".

    ``markup`` is the HTML escaped for XML.
    """

    id: str
    uri: str
    url: str
    link: str
    title: str
    summary: str
    html: str
    markup: str
    when: dt.datetime | None
    updated: dt.datetime | None
    authors: tuple[str, ...]
    source: str
    source_url: str
    language: str
    categories: tuple[Category, ...]
    image: str
    picture: Picture | None
    article: Article


def item_uri(identifier: str) -> str:
    """The permanent id of an item as a URI.

    A version 8 UUID (RFC 9562) that spells out the article's 64 bits, then "sitegen": valid everywhere,
    independent of the site's address, and readable back by eye.

    >>> item_uri("0123456789abcdef")
    'urn:uuid:01234567-89ab-8cde-8f73-69746567656e'
    """
    i = identifier
    return f"urn:uuid:{i[:8]}-{i[8:12]}-8{i[12:15]}-8{i[15]}73-69746567656e"


def _last_touched(
    article: Article, when: dt.datetime | None, changed: dt.date | None, zone: dt.tzinfo
) -> dt.datetime | None:
    """When a subscriber should look again: the latest of publication, stated change and edited text."""
    edited = midnight(changed, zone) if changed else None
    return max((moment for moment in (when, article.updated, edited) if moment), default=None)


def make_item(article: Article, body: Body | None, edition: Edition, zone: dt.tzinfo, terms: Terms) -> Item:
    """The view of an article; ``terms`` remembers the categories of terms."""
    config = edition.config
    url = absolute(edition.site.url(article), config)
    link = uri(article.link) if article.link else ""
    source = typeset(one_line(article.source.name), config.language) if article.source else ""
    source_url = uri(article.source.url) if article.source and article.source.url else ""
    if source and not source_url and link:
        source_url = "/".join(link.split("/", 3)[:3]) + "/"
    when = moment(article, edition.added.get(article.id), zone)
    picture = edition.pictures.get(article.image.src) if article.image else None
    language = _LANGUAGE.fullmatch(article.language)
    summary = typeset(one_line(article.summary), article.language)
    html = _content(article, body, edition, (url, link, source, summary))
    return Item(
        id=article.id,
        uri=item_uri(article.id),
        url=url,
        link=link,
        title=typeset(one_line(article.title), article.language) or url,
        summary=summary,
        html=html,
        markup=escaped(html),
        when=when,
        updated=_last_touched(article, when, edition.changed.get(article.id), zone),
        authors=tuple(name for raw in article.authors if (name := one_line(_EMAIL.sub("", raw)))),
        source=source,
        source_url=source_url,
        language=language[0] if language else "",
        categories=categories(article, edition, terms),
        image=absolute(picture.url, config) if picture else "",
        picture=picture,
        article=article,
    )


def categories(article: Article, edition: Edition, remembered: Terms) -> tuple[Category, ...]:
    """Countries, then themes, then tags; each name once."""
    terms = edition.site.terms
    keys = [("country", code) for code in article.countries] + [("theme", theme) for theme in article.themes]
    found = []
    for key in keys:
        category = remembered.get(key)
        if category is None and key in terms:
            category = remembered[key] = category_of(terms[key], edition)
        if category:
            found.append(category)
    seen = {category.name.casefold() for category in found} if article.tags else set()
    for tag in article.tags:
        name = one_line(tag)
        if name and name.casefold() not in seen:
            seen.add(name.casefold())
            found.append(Category(name, name, ""))
    return tuple(found)


def category_of(term: Term, edition: Edition) -> Category:
    """A term as a category; a vocabulary without an address of its own has that of its index here."""
    index = above(term.url)
    scheme = uri(term.scheme) if term.scheme else ""
    return Category(term.code or term.id, one_line(term.name), scheme or absolute(index, edition.config))


def _content(article: Article, body: Body | None, edition: Edition, about: tuple[str, str, str, str]) -> str:
    """The item's HTML: the whole text, or its opening, and where it comes from."""
    page, link, source, summary = about
    words = edition.strings
    text = legal(body.html).strip() if body else ""
    undated = f"\n<p>{escaped(words['feeds.undated'])}</p>" if article.date is None else ""
    if article.publish == "excerpt":
        parts = [f"<p>{escaped(summary)}</p>"] if summary else []
        opening = _opening(text)
        if opening and not _same_start(opening, summary):
            parts.append(f"<p>{escaped(opening)}</p>")
        more = words["feeds.read_on"].format(source=source) if source else words["feeds.read_original"]
        onward = f' <a href="{quoted(link)}">{escaped(more)}</a>' if link else ""
        parts.append(f"<p>{escaped(words['feeds.excerpt'])}{onward}</p>")
        if source and not link:
            parts.append(f"<p>{escaped(words['feeds.source'])}{escaped(source)}</p>")
        return "\n".join(parts) + undated
    if not text:
        return ""
    text = absolute_html(text, page, edition.config)
    if link:
        name = source or "/".join(link.split("/", 3)[2:3])
        text += f'\n<p>{escaped(words["feeds.source"])}<a href="{quoted(link)}">{escaped(name)}</a></p>'
    elif source:
        text += f"\n<p>{escaped(words['feeds.source'])}{escaped(source)}</p>"
    return text + undated


def _opening(text: str) -> str:
    """The first words in a paragraph, cut at a space where it is long."""
    paragraphs = (found[1] for found in _PARAGRAPH.finditer(text[:_LEAD]))
    words = next(
        filter(None, (one_line(html_entities.unescape(_TAG.sub("", one))) for one in paragraphs)), ""
    )
    if len(words) <= _OPENING:
        return words
    return words[:_OPENING].rsplit(" ", 1)[0].rstrip(" ,;:–-") + " …"


def _same_start(opening: str, summary: str) -> bool:
    """Whether the summary was taken from the opening, typeset or not, so that both would say it twice."""
    start = fold(one_line(summary)).rstrip("…. ")[:80]
    return bool(start) and fold(opening).startswith(start)
