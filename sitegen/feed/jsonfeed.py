"""JSON Feed 1.1: items encoded once for all their feeds, and spliced."""

from typing import Any

from sitegen.feed.dates import rfc3339
from sitegen.feed.encode import encoded
from sitegen.feed.escape import one_line
from sitegen.feed.head import Head
from sitegen.feed.item import Item

MEDIA_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def json_item(item: Item, site_language: str) -> bytes:
    """An item as JSON Feed defines it, with our own object `_sitegen`."""
    out: dict[str, Any] = {"id": item.uri, "url": item.url}
    if item.link:
        out["external_url"] = item.link
    out["title"] = item.title
    if item.html:
        out["content_html"] = item.html
    else:
        out["content_text"] = item.summary or item.title
    if item.summary:
        out["summary"] = item.summary
    if item.image:
        out["image"] = item.image
    if item.when:
        out["date_published"] = rfc3339(item.when)
    if item.updated and item.updated != item.when:
        out["date_modified"] = rfc3339(item.updated)
    if item.authors:
        out["authors"] = [{"name": author} for author in item.authors]
    if item.categories:
        out["tags"] = [category.name for category in item.categories]
    out["language"] = item.language or site_language
    if item.image and item.picture:
        size = {"size_in_bytes": item.picture.length}
        out["attachments"] = [{"url": item.image, "mime_type": item.picture.media_type, **size}]
    out["_sitegen"] = _provenance(item)
    return encoded(out)


def _provenance(item: Item) -> dict[str, Any]:
    """What the pages tell too: where the item is from, how it was filed, and what was worked out."""
    article = item.article
    ours: dict[str, Any] = {
        "id": article.id,
        "countries": list(article.countries),
        "themes": list(article.themes),
        "publish": article.publish,
        "inferred": list(article.inferred),
    }
    if article.source and item.source:
        address = {"url": item.source_url} if item.source_url else {}
        ours["source"] = {"name": one_line(article.source.name), **address}
    return ours


def json_feed(head: Head, items: tuple[bytes, ...]) -> bytes:
    """The document, newest first as given."""
    top: dict[str, Any] = {
        "version": VERSION,
        "title": head.title,
        "home_page_url": head.home,
        "feed_url": head.address,
        "description": head.description,
        "language": head.language,
        "authors": [{"name": head.publisher, "url": head.publisher_url}],
    }
    hubs = [{"type": "WebSub", "url": link.href} for link in head.links if link.rel == "hub"]
    if hubs:
        top["hubs"] = hubs
    return encoded(top)[:-1] + b',"items":[\n' + b",\n".join(items) + b"\n]}\n"
