"""OPML 2.0: feeds in one file, for a reader to import: the main one, each country's, or all."""

from collections.abc import Iterator, Mapping

from sitegen.feed.address import absolute
from sitegen.feed.edition import Edition, Plan
from sitegen.feed.escape import as_html, guarded, one_line
from sitegen.feed.head import feed_title, shelf_name
from sitegen.feed.plan import SHELVES, Tokens
from sitegen.model import Body, Collection, CollectionKind
from sitegen.text.routes import FEED_LIST, FEED_LIST_COUNTRIES, FEED_LIST_SITE, FEEDS, file_of
from sitegen.text.typography import typeset

_KINDS: Mapping[str, tuple[CollectionKind, ...]] = {
    file_of(FEED_LIST_SITE): ("site",),
    file_of(FEED_LIST_COUNTRIES): ("country",),
    file_of(FEED_LIST): SHELVES,
}


def plan_opml(tokens: Tokens) -> Iterator[Plan]:
    """The three files; they change when a shelf comes, goes, is renamed, filled or emptied."""
    for path in _KINDS:
        yield Plan(path, "opml", tokens.signature(("opml", path, *tokens.shelves), ()))


def write_opml(plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """The site's own feed first, then a folder for each kind of shelf; none of a shelf without articles."""
    from lxml import etree  # noqa: PLC0415  takes 15 ms, and the list of shelves seldom changes

    config = edition.config
    words = edition.strings
    root = etree.Element("opml", version="2.0")
    head = etree.SubElement(root, "head")
    etree.SubElement(head, "title").text = _shown(typeset(config.title, config.language))
    body = etree.SubElement(root, "body")
    for kind in _KINDS[plan.path]:
        shelves = [
            shelf
            for shelf in edition.site.collections
            if shelf.kind == kind and (shelf.articles or kind == "site")
        ]
        if not shelves:
            continue
        parent = (
            body if kind == "site" else etree.SubElement(body, "outline", text=words[f"feeds.kinds.{kind}"])
        )
        for shelf in shelves:
            etree.SubElement(parent, "outline", _outline(shelf, edition))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _outline(shelf: Collection, edition: Edition) -> dict[str, str]:
    """A shelf's RSS feed; readers find the other formats from its page."""
    title = _shown(feed_title(shelf, edition.config))
    return {
        "type": "rss",
        "text": title if shelf.kind == "site" else _shown(shelf_name(shelf, edition.config)),
        "title": title,
        "xmlUrl": absolute(shelf.url + FEEDS["rss"], edition.config),
        "htmlUrl": absolute(shelf.url, edition.config),
        "language": edition.config.language,
    }


def _shown(text: str) -> str:
    """A name as OPML has it: HTML, but most readers take it for text, so escaped only where it must be."""
    text = one_line(text)
    return text if guarded(text) == text else as_html(text)
