"""The plain part of Markdown, read without a parser: most paragraphs, headings and lists of a press text.

What is recognised here is what a CommonMark parser makes of it, to the letter (a test compares the two);
anything else is left to the parser. A paragraph takes a few microseconds this way, and hundreds that way.
"""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from sitegen.text.lazily import lazily

MAX_NESTING = 12  # a quotation inside a quotation; deeper is a dump's noise
_BLANK = lazily(r"\n(?:[ \t]*\n)+")
# Where one of these stands, what a block is can depend on a block far away: fences, definitions of links.
_FAR_REACHING = ("```", "~~~", "]:", "\r", "\x00")
# A line that begins a paragraph, and nothing else, wherever it stands: "Le pont", "« Non »", "**Gavar**".
_LINE = lazily(r"(?:(?!\d{1,9}[.)](?:\s|$))[^\s#>\-+=_`~|<:\\*]|\*{1,2}[^\W_])")
_HEADING = lazily(r"(#{1,6}) +(?=[^\s#])([^#\n]*[^\s#])")  # "## Le pont"
_MARK = lazily(r"[-*] ")  # "- un pont"
_WORDS = r"[^\[\]*_<`\\&\n]"
_HOST = r"https?://(?:[a-z0-9-]{1,60}\.){1,5}[a-z]{2,20}"
_PATH = r"/(?!/)(?:[A-Za-z0-9./~=+,?@$-]|%[0-9A-F]{2}){0,1000}"
# An address that is written as it would be asked for: "https://example.org/a", "/pays/", "images/port.jpg".
PLAIN_ADDRESS = lazily(rf"{_HOST}(?:{_PATH})?|{_PATH}|[a-z0-9][a-z0-9./_-]{{0,300}}")
# Every branch starts from one of two signs, which the search skips to; the looks behind come after it.
# Such as: [ici](/pays/), **Gavar**, *Gavar*
_SPAN = lazily(
    rf"[\[*](?:"
    rf"(?<=\[)(?<!!\[)(?P<link>{_WORDS}{{1,500}})\]\((?P<href>{_HOST}(?:{_PATH})?|{_PATH})\)"
    rf"|(?<=\*)(?<![*\w]\*)(?:"
    rf"\*(?=[^\W_])(?P<strong>{_WORDS}{{0,500}}[^\W_])\*\*"
    rf"|(?=[^\W_])(?P<em>{_WORDS}{{0,500}}[^\W_])\*"
    rf")(?![*\w])"
    rf")"
)


class Span(NamedTuple):
    """Words of a line: text, or what is marked as a link, strong or emphasised."""

    kind: str
    text: str
    href: str = ""


Line = Sequence[Span]
# A picture that stands alone: "![Le port](images/port.jpg)"
_IMAGE = lazily(rf"!\[(?P<words>{_WORDS}{{0,500}})\]\((?P<address>{PLAIN_ADDRESS.pattern})\)")


class Block(NamedTuple):
    """A part of a text that stands for itself: its lines as spans; or, to be parsed, its text.

    "image" is a paragraph of nothing else; "words" are one paragraph; "parse" is anything, with the blank
    lines up to a paragraph or heading that is ``followed``. ``level`` is a heading's.
    """

    kind: Literal["paragraph", "heading", "list", "image", "words", "parse"]
    text: str
    lines: Sequence[Line] = ()
    level: int = 0
    followed: bool = False


def blocks(text: str) -> list[Block]:
    """The text in its order; what is no plain block comes in runs as long as they can be."""
    if any(sign in text for sign in _FAR_REACHING):
        return [Block("parse", text)]
    starts, ends = [0], []
    for gap in _BLANK.finditer(text):
        ends.append(gap.start())
        starts.append(gap.end())
    ends.append(len(text))
    found = [_block(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    last = len(found) - 1
    out: list[Block] = []
    run = -1  # where what must be parsed together begins
    for at, block in enumerate(found):
        # Two lists in a row are one, as are a list and what is set in below it.
        joined = block.kind == "list" and (
            run >= 0 or (at < last and found[at + 1].kind in ("list", "parse"))
        )
        if joined or block.kind == "parse":
            run = starts[at] if run < 0 else run
            continue
        if run >= 0:
            out.append(Block("parse", text[run : starts[at]], followed=True))
            run = -1
        out.append(block)
    if run >= 0:
        out.append(Block("parse", text[run:]))
    return out


def _block(chunk: str) -> Block:
    """What stands between two blank lines, if nothing else does."""
    chunk = chunk.rstrip(" \t\n")
    heading = _HEADING.fullmatch(chunk)
    if heading:
        line = spans(heading[2])
        return Block("heading", chunk, (line,), len(heading[1])) if line else Block("parse", chunk)
    image = _IMAGE.fullmatch(chunk)
    if image:
        return Block("image", chunk, ((Span("image", image["words"], image["address"]),),))
    rows = chunk.split("\n")
    if all(_LINE.match(row) and not row[-1].isspace() for row in rows):
        lines = [spans(row) for row in rows]
        if None in lines:
            return Block("words", chunk)
        return Block("paragraph", chunk, [line for line in lines if line])
    mark = rows[0][:2]
    if _MARK.fullmatch(mark) and all(
        row.startswith(mark) and _LINE.match(row, 2) and not row[-1].isspace() for row in rows
    ):
        lines = [spans(row[2:]) for row in rows]
        if None not in lines:
            return Block("list", chunk, [line for line in lines if line])
    return Block("parse", chunk)


def spans(line: str) -> Line | None:
    """The words of a line, None where it holds a sign that is more than plainly used."""
    if not _signed(line):
        return (Span("text", line),)
    out = []
    at = 0
    for found in _SPAN.finditer(line):
        start, end = found.span()
        if start > at:
            before = line[at:start]
            if _signed(before):
                return None
            out.append(Span("text", before))
        link, href, strong, em = found.groups()
        if link:
            out.append(Span("link", link, href))
        else:
            out.append(Span("strong", strong) if strong else Span("em", em))
        at = end
    rest = line[at:]
    if rest:
        if _signed(rest):
            return None
        out.append(Span("text", rest))
    return out


def _signed(text: str) -> bool:
    """Whether a text holds a sign that Markdown may read."""
    # Spelled out: a generator takes longer than all the searches.
    return (
        "[" in text
        or "*" in text
        or "_" in text
        or "<" in text
        or "`" in text
        or "\\" in text
        or ("&" in text and ";" in text)
    )
