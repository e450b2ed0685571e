"""Atom 1.0 (RFC 4287): the feed's own elements by lxml, the entries by hand, each once for all its feeds."""

from typing import Any

from sitegen.feed.dates import NEVER, distinct, rfc3339
from sitegen.feed.escape import escaped, guarded, plain, plain_quoted, quoted
from sitegen.feed.head import Head
from sitegen.feed.item import Item

MEDIA_TYPE = "application/atom+xml"
_ATOM = "http://www.w3.org/2005/Atom"
_HISTORY = "http://purl.org/syndication/history/1.0"
_DC = "http://purl.org/dc/elements/1.1/"
_END = b"</feed>"


def atom_entry(item: Item, site_language: str) -> bytes:
    """An entry's element, each child on its own line."""
    foreign = item.language and item.language != site_language
    language = f' xml:lang="{item.language}"' if foreign else ""
    out = [
        f"<entry{language}>",
        _text("title", item.title),
        f"<id>{item.uri}</id>",
        f"<updated>{distinct(item.updated or NEVER, item.id)}</updated>",
    ]
    if item.when:
        out.append(f"<published>{rfc3339(item.when)}</published>")
    out.append(f'<link rel="alternate" type="text/html" href="{quoted(item.url)}"/>')
    if item.link and item.link != item.url:
        out.append(f'<link rel="via" type="text/html" href="{quoted(item.link)}"/>')
    if item.image and item.picture:
        known = f'type="{quoted(item.picture.media_type)}" length="{item.picture.length}"'
        out.append(f'<link rel="enclosure" {known} href="{quoted(item.image)}"/>')
    out += [f"<author><name>{plain(author)}</name></author>" for author in item.authors]
    for category in item.categories:
        scheme = f' scheme="{quoted(category.scheme)}"' if category.scheme else ""
        label = f' label="{plain_quoted(category.name)}"' if category.scheme else ""
        out.append(f'<category term="{quoted(category.term)}"{scheme}{label}/>')
    if item.source:
        out.append(_source(item))
    if item.summary:
        out.append(_text("summary", item.summary))
    if item.html:
        out.append(f'<content type="html">{item.markup}</content>')
    elif not item.summary:
        out.append(_text("summary", item.title))
    out.append("</entry>\n")
    return "\n".join(out).encode()


def _source(item: Item) -> str:
    """The publisher: as the feed the entry came from where it has an address, else as a name."""
    if not item.source_url:
        return f"<dc:source>{plain(item.source)}</dc:source>"
    author = "" if item.authors else f"<author><name>{plain(item.source)}</name></author>"
    return (
        f"<source><id>{escaped(item.source_url)}</id>{_text('title', item.source)}"
        f"<updated>{rfc3339(item.updated or NEVER)}</updated>"
        f'<link rel="alternate" type="text/html" href="{quoted(item.source_url)}"/>{author}</source>'
    )


def _text(tag: str, text: str) -> str:
    """A text construct: as text, or as HTML where its signs could be taken for a tag."""
    if guarded(text) != text:
        return f'<{tag} type="html">{escaped(escaped(text))}</{tag}>'
    return f"<{tag}>{plain(text)}</{tag}>"


def atom_feed(head: Head, items: tuple[bytes, ...]) -> bytes:
    """The document: the feed's own elements, then the entries, newest first as given."""
    before, _, after = _feed(head).rpartition(_END)
    return b"".join((before, *items, _END, after))


def _feed(head: Head) -> bytes:
    """The feed without entries."""
    from lxml import etree  # noqa: PLC0415  takes 15 ms, and most builds write no feed

    spaces: Any = {None: _ATOM, "dc": _DC, "fh": _HISTORY}  # the stubs know no default namespace
    feed = etree.Element(f"{{{_ATOM}}}feed", nsmap=spaces)
    feed.set("{http://www.w3.org/XML/1998/namespace}lang", head.language)

    def add(tag: str, text: str = "", **attributes: str) -> etree._Element:
        element = etree.SubElement(feed, f"{{{_ATOM}}}{tag}", attributes)
        element.text = text or None
        return element

    add("title", guarded(head.title))
    add("subtitle", guarded(head.description))
    add("id", head.home)
    newest = head.newest
    add("updated", distinct(newest.updated or NEVER, newest.id) if newest else rfc3339(NEVER))
    add("link", rel="self", type=MEDIA_TYPE, href=head.address)
    add("link", rel="alternate", type="text/html", href=head.home)
    for link in head.links:
        kind = {"type": link.media_type} if link.media_type else {}
        add("link", rel=link.rel, href=link.href, **kind)
    author = add("author")
    etree.SubElement(author, f"{{{_ATOM}}}name").text = guarded(head.publisher)
    etree.SubElement(author, f"{{{_ATOM}}}uri").text = head.publisher_url
    if head.rights:
        add("rights", guarded(head.rights))
    add("generator", "sitegen")
    if head.archive:
        etree.SubElement(feed, f"{{{_HISTORY}}}archive")
    text = etree.tostring(feed.getroottree(), encoding="UTF-8", xml_declaration=True, pretty_print=True)
    start, _, rest = text.partition(b"\n")
    style = f'<?xml-stylesheet type="text/css" href="{quoted(head.style)}"?>\n'.encode()
    return start + b"\n" + style + rest.replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")
