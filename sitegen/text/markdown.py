"""Markdown source as a reader sees it."""

import re
from operator import itemgetter

from sitegen.text.lazily import lazily

_COMMENT = lazily(r"<!--.{0,400}?-->")
_IMAGE = lazily(
    r"!\[([^\]\n]{0,400})\]\((\s*[^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,600}){0,20}"
    r"(?:\s+(?:\"[^\"\n]{0,600}\"|'[^'\n]{0,600}'))?\s*|[^)\n]{0,2000})\)"
)
_LINK = lazily(r"\[([^\[\]\n]{0,600})\]\(([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,600})?)\)")
_LABEL = itemgetter(1)  # Python's re expands a template such as "\\1" much more slowly
_HEAD = lazily(r"^\s*(?:#{1,6}\s+|[-*+•]\s+|>\s*)+")  # a number stays: "3. Mai"
_NOTE = lazily(r"\[\^[^\s\[\]^]{1,60}\](?!:)")  # the mark of a footnote; before its words it stays
_HASHES = lazily(r"\s#+$")
_MARKS = lazily(r"(?<!\w)_{1,3}|_{1,3}(?!\w)|\\(?=[\\`*_{}\[\]()#+.!|<>-])|\\\n")  # beside * and `
_TAG = lazily(r"</?[a-zA-Z][^<>]{0,300}>")
_SIGNS = lazily(r"[\[*_#`<>\\]")
_START = lazily(r"\s*(?:[-+•]|\d)")
_SPACES = lazily(r"\s+")


def plain(source: str, *, item: bool = True) -> str:
    """The words of a block: marks, images and addresses taken off, spaces single.

    >>> plain("## [Le **titre**](https://example.org) #")
    'Le titre'
    """
    if "\u00ad" in source:
        source = source.replace("\u00ad", "")
    if _START.match(source) or _SIGNS.search(source):
        if "<!--" in source:
            source = _COMMENT.sub("", source)
        if "](" in source:
            source = _LINK.sub(_LABEL, _IMAGE.sub("", source) if "![" in source else source)
        if "[^" in source:
            source = _NOTE.sub("", source)
        head = _HEAD.match(source) if item else None
        if head:
            source = source[head.end() :]
        if "<" in source:
            source = _TAG.sub("", source)
        if "_" in source or "\\" in source:
            source = _MARKS.sub("", source)
        source = source.replace("*", "").replace("`", "")
        if "#" in source:
            source = _HASHES.sub("", source)
    return (
        _SPACES.sub(_space, source).strip()
        if "  " in source or "\n" in source or "\t" in source
        else source.strip()
    )


def _space(match: re.Match[str]) -> str:
    """One space; a single no-break one stays as it is."""
    return match[0] if len(match[0]) == 1 and match[0] in "\u00a0\u202f" else " "


def links(source: str) -> list[tuple[str, str]]:
    """Each link of a block as its words and its address (a title after the address left out)."""
    return [(plain(label), address) for label, address in marked_links(source)]


def marked_links(source: str) -> list[tuple[str, str]]:
    """Each link of a block as its words with their marks, and its address."""
    if "](" not in source:
        return []
    text = _IMAGE.sub(_LABEL, source) if "![" in source else source
    return [(match[1], address_part(match[2])) for match in _LINK.finditer(text)]


def images(source: str) -> list[tuple[str, str]]:
    """Each image of a block as its words and its address."""
    if "![" not in source:
        return []
    return [(plain(match[1]), address_part(match[2])) for match in _IMAGE.finditer(source)]


def address_part(inside: str) -> str:
    """The address of a Markdown link's brackets, without its title.

    >>> address_part('https://example.org/ "Accueil"')
    'https://example.org/'
    """
    inside = inside.strip()
    if inside[:1] == "<":
        return inside[1:].partition(">")[0]
    return inside.split(' "', 1)[0].split(" '", 1)[0].strip()
