"""RSS 2.0: the channel by feedgen, the items by hand, each once for all its feeds."""

from typing import Any

from sitegen.feed.dates import rfc822
from sitegen.feed.edition import Picture
from sitegen.feed.escape import as_html, escaped, guarded, one_line, plain, quoted
from sitegen.feed.head import Head
from sitegen.feed.item import Item

MEDIA_TYPE = "application/rss+xml"
NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "fh": "http://purl.org/syndication/history/1.0",
    "media": "http://search.yahoo.com/mrss/",
}
_END = b"</channel>"


def rss_item(item: Item, site_language: str) -> bytes:
    """An item's element, each child on its own line."""
    out = [
        "<item>",
        f"<title>{plain(item.title)}</title>",
        f"<link>{escaped(item.url)}</link>",
        f'<guid isPermaLink="false">{item.uri}</guid>',
    ]
    if item.when:
        out.append(f"<pubDate>{rfc822(item.when)}</pubDate>")
    out += [f"<dc:creator>{plain(author)}</dc:creator>" for author in item.authors]
    for category in item.categories:
        domain = f' domain="{quoted(category.scheme)}"' if category.scheme else ""
        out.append(f"<category{domain}>{plain(category.name)}</category>")
    if item.source and item.source_url:
        out.append(f'<source url="{quoted(item.source_url)}">{plain(item.source)}</source>')
    elif item.source:
        out.append(f"<dc:source>{plain(item.source)}</dc:source>")
    if item.language and item.language != site_language:
        out.append(f"<dc:language>{item.language}</dc:language>")
    # A description is HTML to every reader: the summary's own signs are escaped for HTML, then for XML.
    if item.summary and item.html:
        out.append(f"<description>{escaped(as_html(item.summary))}</description>")
        out.append(f"<content:encoded>{item.markup}</content:encoded>")
    else:
        out.append(
            f"<description>{item.markup or escaped(as_html(item.summary or item.title))}</description>"
        )
    if item.picture:
        out.append(_media(item, item.picture))
    out.append("</item>\n")
    return "\n".join(out).encode()


def _media(item: Item, picture: Picture) -> str:
    """The item's image, with what is known of the file."""
    known = f'fileSize="{picture.length}" type="{quoted(picture.media_type)}"'
    if picture.width and picture.height:
        known += f' width="{picture.width}" height="{picture.height}"'
    image = item.article.image
    alt = plain(one_line(image.alt)) if image else ""
    inside = f'<media:description type="plain">{alt}</media:description>' if alt else ""
    return f'<media:content url="{quoted(item.image)}" medium="image" {known}>{inside}</media:content>'


def rss_feed(head: Head, items: tuple[bytes, ...]) -> bytes:
    """The document: feedgen's channel, our items before its end tag, newest first as given."""
    before, _, after = _channel(head).rpartition(_END)
    return b"".join((before, *items, _END, after))


def _channel(head: Head) -> bytes:
    """The channel without items."""
    from feedgen.feed import FeedGenerator  # noqa: PLC0415  takes 25 ms, and most builds write no feed

    feed = FeedGenerator()
    feed.title(guarded(head.title))
    feed.description(guarded(head.description))
    feed.link(href=head.address, rel="self", type=MEDIA_TYPE)
    feed.link(href=head.home, rel="alternate")  # the last link becomes the channel's
    feed.language(head.language)
    feed.generator("sitegen")
    feed.ttl(60)
    if head.rights:
        feed.copyright(guarded(head.rights))
    feed.register_extension("sitegen", _Extension, atom=False)
    feed.sitegen.head = head
    text: bytes = feed.rss_str(pretty=True)
    start, _, rest = text.partition(b"\n")
    style = f'<?xml-stylesheet type="text/css" href="{quoted(head.style)}"?>\n'.encode()
    return start + b"\n" + style + rest.replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")


class _Extension:
    """What feedgen leaves out of a channel, or puts in unasked."""

    head: Head

    def extend_ns(self) -> dict[str, str]:
        return NAMESPACES

    def extend_rss(self, rss: Any) -> Any:
        """The tree with our links, and with the items' date instead of the clock's."""
        from lxml import etree  # noqa: PLC0415  feedgen has loaded it by now

        rss.set("{http://www.w3.org/XML/1998/namespace}lang", self.head.language)
        channel = rss[0]
        built = channel.find("lastBuildDate")
        newest = self.head.newest
        if newest and newest.updated:
            built.text = rfc822(newest.updated)
        else:
            channel.remove(built)
        for link in self.head.links:
            element = etree.SubElement(channel, f"{{{NAMESPACES['atom']}}}link", rel=link.rel, href=link.href)
            if link.media_type:
                element.set("type", link.media_type)
        if self.head.archive:
            etree.SubElement(channel, f"{{{NAMESPACES['fh']}}}archive")
        return rss
