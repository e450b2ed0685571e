"""A web page's text as a reader would paste it: one line per block, no markup, nothing hidden."""

import codecs
import re
from typing import TYPE_CHECKING

from sitegen.read.decode import legal
from sitegen.text.lazily import lazily

if TYPE_CHECKING:
    from lxml.etree import _Element

_META = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_PAGE = lazily(
    r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,400}-->\s*)?<(?:!doctype html|html[\s>])", re.IGNORECASE
)
_HEAD = 4_096  # bytes in which a page states its charset
_TOP = 30  # lines in which a page's heading stands
_WORDY = 15  # letters of a heading; a shorter line is a word of the menu
_SPACES = lazily(r"[ \t\r\n\f]+")
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "canvas",
        "map",
        "select",
        "datalist",
        "head",
        "textarea",
        "dialog",
    ]
)
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "acronym",
        "b",
        "bdi",
        "bdo",
        "big",
        "cite",
        "code",
        "data",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "ins",
        "kbd",
        "label",
        "mark",
        "q",
        "ruby",
        "rb",
        "rt",
        "rp",
        "s",
        "samp",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
    ]
)


def text_of(data: bytes, media_type: str = "text/html", charset: str = "") -> str:
    """The text of a page in lines; the title comes first where no heading holds it."""
    text = _decoded(data, charset)
    if media_type == "text/plain":
        return legal(text.replace("\r\n", "\n").replace("\r", "\n")).strip() + "\n"
    return "\n".join(line for line, _ in page_lines(text)) + "\n"


def is_page(text: str) -> bool:
    """Whether a text is the source of a whole page."""
    return _PAGE.match(text[:_HEAD]) is not None


def page_lines(text: str) -> list[tuple[str, int]]:
    """What a page's source shows, in lines, each with its line there; the title first if none has it."""
    from lxml import etree  # noqa: PLC0415  only where a page is fetched, or its source was kept

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(legal(text).encode("utf-8", "replace") or b"<p></p>", parser)
    if root is None:
        return []
    title = _SPACES.sub(" ", str(root.xpath("string(//title)"))).strip()
    lines = _lines(root)
    known = any(line in title for line, _ in lines[:_TOP] if len(line) > _WORDY)
    if title and not known:
        lines.insert(0, (title, 1))
    return [(legal(line), at) for line, at in lines]  # "&#1;" spells a sign that no text may hold


def _lines(root: "_Element") -> list[tuple[str, int]]:
    """The page's blocks in reading order, without what is not shown, each with the line that it begins on."""
    from lxml import etree  # noqa: PLC0415  as above

    blocks: list[tuple[list[str], int]] = [([], 1)]
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        unseen = element.tag in _UNSEEN or element.get("hidden") is not None
        hidden += unseen if event == "start" else -unseen
        if element.tag not in _INLINE:
            blocks.append(([], element.sourceline or 1))
        text = element.text if event == "start" else element.tail
        if not hidden and text:
            blocks[-1][0].append(_SPACES.sub(" ", text))
    lines = ((_SPACES.sub(" ", "".join(parts)).strip(), at) for parts, at in blocks)
    return [(line, at) for line, at in lines if line]


def _decoded(data: bytes, charset: str) -> str:
    """The page's text, by its mark, its header's word, its own word, or else as most pages are written."""
    for mark, name in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return data.decode(name, "replace").removeprefix("\ufeff")
    stated = _META.search(data, 0, _HEAD)
    for name in (charset, stated[1].decode("ascii") if stated else "", "utf-8"):
        try:
            found = codecs.lookup(name) if name else None
            if found is not None and found._is_text_encoding:  # noqa: SLF001  "zlib" and the like are none
                # What says Latin-1 means Windows-1252, on the web.
                return data.decode("cp1252" if found.name == "iso8859-1" else found.name)
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("cp1252", "replace")
