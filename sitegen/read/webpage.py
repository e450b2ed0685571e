"""A web page's text as a reader would paste it: one line per block, no markup, nothing hidden."""

import re
from itertools import islice
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import Declared
from sitegen.read.decode import HEAD, legal, page_text
from sitegen.read.pagedata import page_data
from sitegen.read.tables import raised, table_rows
from sitegen.text.addresses import safe_address
from sitegen.text.lazily import lazily

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGE = lazily(
    r"\s*(?:<\?xml[^<>]{0,200}\?>\s*)?(?:<!--[^<>]{0,400}-->\s*)?<(?:!doctype html|html[\s>])", re.IGNORECASE
)
_ADDRESSES = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_SAVED = lazily(r"<!-- saved from url=\(\d{1,5}\)(\S{1,2000}) -->")
_TOP = 30  # lines in which a page's heading stands
_HEADINGS = 9  # looked at: some are empty, and each may hold all the others
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
_BESIDE = frozenset(("nav", "footer", "aside"))  # what a page itself says is not its text
_WITHIN = frozenset(("article", "main"))
_MARKS = {"h2": "## ", "h3": "### ", "h4": "#### ", "li": "- "}
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


class Shown(Struct, frozen=True):
    """A line that a page shows, the line of its source that it begins on, whether the page sets it apart."""

    text: str
    at: int
    aside: bool = False


def text_of(data: bytes, media_type: str = "text/html", charset: str = "") -> str:
    """The text of a page in lines; the title comes first where no heading holds it."""
    text = page_text(data, charset)
    if media_type == "text/plain":
        return legal(text.replace("\r\n", "\n").replace("\r", "\n")).strip() + "\n"
    return "\n".join(line for line, _ in page_lines(text)) + "\n"


def is_page(text: str) -> bool:
    """Whether a text is the source of a whole page."""
    return _PAGE.match(text[:HEAD]) is not None


def page_lines(text: str) -> list[tuple[str, int]]:
    """What a page's source shows, in lines, each with its line there; the title first if none has it.

    Where the page names its own address, a last line gives it as an editor would: "Source : https://…".
    """
    return [(line.text, line.at) for line in read_page(text)[0]]


def read_page(text: str, first: int = 1) -> tuple[list[Shown], tuple[Declared, ...]]:
    """The lines that a page's source shows, as `page_lines` has them, and what it declares for programs.

    ``first`` is the line of the file on which the source begins.
    """
    root = _parsed(text)
    if root is None:
        return [], ()
    title = _spaced(str(root.xpath("string(//title)")))
    lines = _lines(root)
    heading = _heading(root)
    if heading and title.startswith(heading):  # elsewhere in it stands the name of the site
        lines = [replace(line, text=f"# {heading}") if line.text == heading else line for line in lines]
    elif title and not any(line.text in title for line in lines[:_TOP] if len(line.text) > _WORDY):
        lines.insert(0, Shown(title, 1))
    if lines and (address := _address(root, text)):
        lines.append(Shown(f"Source : {address}", lines[-1].at))
    # "&#1;" spells a sign that no text may hold.
    placed = [replace(line, text=legal(line.text), at=first - 1 + line.at) for line in lines]
    return placed, page_data(root, first)


def own_address(text: str) -> str:
    """Where a page's source says that it is from; "" where it does not."""
    root = _parsed(text)
    return "" if root is None else _address(root, text)


def _parsed(text: str) -> "_Element | None":
    """A page's source as a tree; None for nothing."""
    from lxml import etree  # noqa: PLC0415  only where a page is fetched, or its source was kept

    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True
    )
    return etree.fromstring(legal(text).encode("utf-8", "replace") or b"<p></p>", parser)


def _heading(root: "_Element") -> str:
    """The words of the page's only first heading; "" where it has none or several."""
    shown = (_spaced(str(one.xpath("string()"))) for one in islice(root.iter("h1"), _HEADINGS))
    headings = [words for words in shown if words]
    return headings[0] if len(headings) == 1 else ""


def _address(root: "_Element", text: str) -> str:
    """Where a page says that it is from, or the browser that saved it; "" where neither does."""
    stated = (str(root.xpath(f"string({path})")) for path in _ADDRESSES)
    saved = _SAVED.search(text[:HEAD])
    for address in (*stated, saved[1] if saved else ""):
        if safe_address(address.strip()).startswith(("https://", "http://")):
            return safe_address(address.strip())
    return ""


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _lines(root: "_Element") -> list[Shown]:
    """The page's blocks in reading order, without what is not shown.

    A heading within the article, and an item of a list, have Markdown's mark, unless they begin with a link:
    then they are of other articles, or a menu's, most often.
    """
    from lxml import etree  # noqa: PLC0415  as above

    blocks: list[tuple[list[str], int, bool]] = [([], 1, False)]
    hidden = linked = beside = within = shown = 0
    parted = next(root.iter(*_WITHIN), None) is not None
    mark = ""  # of the heading or item that has begun, of which no word was seen
    for event, element in etree.iterwalk(root, events=("start", "end")):
        step = 1 if event == "start" else -1
        hidden += step * (element.tag in _UNSEEN or element.get("hidden") is not None)
        linked += step * (element.tag == "a")
        beside += step * (element.tag in _BESIDE)
        within += step * (element.tag in _WITHIN)
        if element.tag == "table" and (shown or not (hidden or beside or (parted and not within))):
            if event == "start" and not shown and (rows := table_rows(element)):
                blocks += [([row], element.sourceline or 1, False) for row in rows]
                shown = hidden = 1  # what it shows is told
            elif event == "end" and shown:
                shown = hidden = 0
        if element.tag not in _INLINE:
            blocks.append(([], element.sourceline or 1, beside > 0))
            if element.tag in _MARKS and (element.tag == "li" or (within and not beside)):
                mark = _MARKS[element.tag] if event == "start" else ""
        text = element.text if event == "start" else element.tail
        if not hidden and text:
            text = _SPACES.sub(" ", text)
            if event == "start" and element.tag in ("sup", "a"):
                text = raised(element, text)
            if mark and text.strip():
                text = text if linked else f"{mark}{text.lstrip()}"
                mark = ""
            blocks[-1][0].append(text)
    lines = (Shown(_spaced("".join(parts)), at, aside) for parts, at, aside in blocks)
    return [line for line in lines if line.text]
