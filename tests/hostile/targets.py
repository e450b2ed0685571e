"""What the fuzzer feeds: a function for each reader, that raises where a promise is broken."""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from functools import cache

from lxml import etree, html

from sitegen.analyse import Tools, analyse
from sitegen.build import Options, tools_for
from sitegen.build.settle import settle
from sitegen.effects.disk import Disk
from sitegen.effects.memo import encode
from sitegen.entry import entry_of
from sitegen.read import decode, read
from sitegen.read.webpage import text_of
from sitegen.render.markdown import to_html
from tests.conftest import PROJECT
from tests.hostile.attacks import body, pairs
from tests.hostile.broken import SMALL

AS_OF = dt.date(2025, 12, 31)
_ILLEGAL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_TAGS = frozenset(
    [
        "div",
        "p",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "code",
        "em",
        "strong",
        "hr",
        "br",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "a",
        "abbr",
        "b",
        "cite",
        "del",
        "figcaption",
        "figure",
        "i",
        "ins",
        "mark",
        "q",
        "s",
        "small",
        "sub",
        "sup",
        "u",
    ]
)
_ATTRIBUTES = frozenset({"href", "rel", "start", "class", "tabindex", "title"})
_SAFE = re.compile(r"(?:https?://|mailto:|[/#?](?![/\\])|(?![a-z][a-z0-9+.-]*:)[^/\\])", re.IGNORECASE)


@cache
def tools() -> Tools:
    """The tools of analysis as a site without settings of its own has them."""
    options = Options(str(PROJECT), str(PROJECT / "public"), as_of=AS_OF)
    return tools_for(settle(options, Disk(), None))


def seeds(longest: int) -> Iterator[bytes]:
    """Inputs to begin with: the small broken files, and texts of attacks."""
    yield from (broken.data for broken in SMALL if len(broken.data) <= longest)
    yield from (body(payload, address).encode() for payload, address in pairs())


def front_matter(data: bytes) -> None:
    """Values and blocks are legal text, on lines that the file has."""
    source, _ = decode("a.md", data, "")
    document = read(source)
    lines = source.text.count("\n") + 1
    for entry in document.meta:
        assert 1 <= entry.span.line <= entry.span.end_line <= lines, entry
        values = (entry.value,) if isinstance(entry.value, str) else entry.value
        assert not any(_ILLEGAL.search(text) for text in (entry.key, *values)), entry
    last = 0
    for block in document.blocks:
        assert last < block.span.line <= block.span.end_line <= lines, block
        last = block.span.end_line
    for note in document.notes:
        assert 1 <= note.line() <= lines, note


def capture(data: bytes) -> None:
    """A file becomes an entry that can be kept, with the same result twice."""
    source, said = decode("seeds/a.txt", data, "")
    analysis = analyse(source, tools(), said)
    entry, body = entry_of(analysis, tools())
    encode((entry, body))
    assert (entry, body) == entry_of(analyse(source, tools(), said), tools())
    check_html(body.html)


def dates(data: bytes) -> None:
    """Whatever a date says, it is one of the calendar or none, and never after today where it was inferred."""
    text = decode("a.md", data, "")[0].text[:500]
    head = f"---\ntitle: Un titre\ndate: {json.dumps(text)}\nlastmod: {json.dumps(text)}\n---\n"
    line = text.replace("\n", " ")
    for whole in (head + "Un texte.", f"Publié le {line}\n\nUn texte qui suit, sur deux lignes.\n\n{line}\n"):
        source, said = decode("a.md", whole.encode("utf-8", "replace"), "")
        analysis = analyse(source, tools(), said)
        entry, _ = entry_of(analysis, tools())
        encode(entry)


def markdown(data: bytes) -> None:
    """Any text gives HTML of the allowed elements, and the same twice."""
    text = decode("a.md", data, "")[0].text
    out = to_html(text, origin="https://releve.example.org", prefix="/revue")
    assert out == to_html(text, origin="https://releve.example.org", prefix="/revue")
    check_html(out)


def page(data: bytes) -> None:
    """Any page gives legal text."""
    assert not _ILLEGAL.search(text_of(data))


def check_html(fragment: str) -> None:
    """Raise where a fragment holds what could run or load."""
    if not fragment.strip():
        return
    tree = html.fromstring(f"<div>{fragment}</div>", parser=etree.HTMLParser(huge_tree=True))
    for element in tree.iter():
        assert element.tag in _TAGS, element.tag
        assert set(element.attrib) <= _ATTRIBUTES, dict(element.attrib)
        assert "href" not in element.attrib or _SAFE.match(element.get("href")), element.get("href")


TARGETS: dict[str, Callable[[bytes], None]] = {
    "front-matter": front_matter,
    "capture": capture,
    "dates": dates,
    "markdown": markdown,
    "page": page,
}
