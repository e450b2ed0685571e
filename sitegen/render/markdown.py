"""Cleaned Markdown to a safe HTML fragment, typeset for reading."""

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import TYPE_CHECKING

from sitegen.render.picture import Picture
from sitegen.render.prose import MAX_NESTING, Line, Span, blocks
from sitegen.render.raw import allow_listed, holds_tags
from sitegen.text.addresses import untracked
from sitegen.text.lazily import lazily
from sitegen.text.notes import without_notes
from sitegen.text.typography import typeset

if TYPE_CHECKING:  # the parser loads only where a text needs it
    from markdown_it.token import Token

_DEEP_QUOTE = lazily(rf"^((?:[ \t]{{0,3}}>){{{MAX_NESTING}}})[ \t>]+", re.MULTILINE)
_BULLET = r"(?:[-*+]|\d{1,9}[.)])[ \t]+"
_DEEP_LIST = lazily(rf"^((?:[ \t]*{_BULLET}){{{MAX_NESTING}}})(?:{_BULLET})+", re.MULTILINE)
_MANY = 40
# "[[[[…", "<<<<…": no link is that deep and no tag begins so, and looking is costly
_BRACKETS = lazily(rf"[\[!<]{{{_MANY},}}|(?:\[[ \t]*){{{_MANY},}}")
_SOMETHING = "x"
_PARAGRAPH_TOKENS = 3  # of that: open, inline, close
_MOST_CELLS = 20_000  # a table larger than this is a spreadsheet: it stays text
_SCHEME = lazily(r"(?:https?://|mailto:)", re.IGNORECASE)
_LOCAL = lazily(r"[/#?](?![/\\])|[\w.-]+(?:[/?#]|$)")  # "/pays/armenie/", "#suite"; never "//host"
_CONTROL = lazily(r"[\x00-\x20\x7f\\]")


def to_html(
    markdown: str,
    *,
    language: str = "fr",
    images: Mapping[str, Picture] | None = None,
    prefix: str = "",
    origin: str = "",
) -> str:
    """The text as HTML: headings from h2 on, links of safe schemes, local images alone.

    Tags that were written into the text come out where the allow-list has them (see `allow_listed`).

    ``images`` maps the addresses that the text uses to what is published; any other image is left out.
    ``prefix`` goes before root-relative addresses. Links that leave ``origin``, as "https://host", say so.
    """
    text, notes = without_notes(_tamed(markdown))
    raw = "<" in text and holds_tags(text)
    writer = _Writer(language, images or {}, prefix, origin)
    writer.notes = {label: number for number, label in enumerate(notes, 1)}
    writer.linked = not raw  # the list of what raw tags may have knows no ids
    tables = text.count("|") <= _MOST_CELLS
    if raw:
        writer.write(writer.parsed(text, tables=tables, raw=True))
    else:
        writer.write_plainly(text, tables=tables)
    writer.write_notes(notes.values(), raw=raw)
    html = "".join(writer.out)
    shown = frozenset(prefix + picture.url for picture in (images or {}).values())
    return allow_listed(html, shown) if raw else html


def _tamed(text: str) -> str:
    """The text without what no writer means and parsers take long for."""
    if text.count("[") + text.count("!") + text.count("<") >= _MANY:
        text = _BRACKETS.sub("", text)
    if text.count(">") >= MAX_NESTING:
        text = _DEEP_QUOTE.sub(r"\1 ", text)
    return _DEEP_LIST.sub(r"\1", text)


class _Levels:
    """The element of each heading in turn: the first is an h2 and no level is skipped."""

    def __init__(self) -> None:
        self.open: list[int] = []

    def tag(self, level: int) -> str:
        """The element of the next heading, from the level it was written with."""
        while self.open and self.open[-1] >= level:
            self.open.pop()
        self.open.append(level)
        return f"h{min(6, 1 + len(self.open))}"


def safe_link(href: str) -> str:
    """The address if a reader may be sent there, "" otherwise."""
    href = href.strip()
    bare = _CONTROL.sub("", href)
    if _SCHEME.match(bare):
        return bare
    if bare.startswith(("/", "#", "?")):
        return bare if _LOCAL.match(bare) else ""
    head = bare.split("/", 1)[0].split("?", 1)[0].split("#", 1)[0]
    return bare if ":" not in head and "%3a" not in head.lower() and _LOCAL.match(bare) else ""


class _Writer:
    """One pass over the tokens; no state outlives a text."""

    def __init__(self, language: str, images: Mapping[str, Picture], prefix: str, origin: str) -> None:
        self.language = language
        self.images = images
        self.prefix = prefix
        self.origin = origin
        self.out: list[str] = []
        self.links: list[bool] = []
        self.levels = _Levels()
        self.notes: Mapping[str, int] = {}
        self.linked = True
        # Steps in search of the ends of links, and signs, in all parts of the text together.
        self.spent = [0, 0]

    def parsed(self, text: str, *, tables: bool, raw: bool = False) -> "list[Token]":
        """What the parser makes of a text, or of a part of one."""
        from sitegen.render.parser import parse  # noqa: PLC0415  most texts do without

        return parse(text, self.spent, self.notes, tables=tables, raw=raw)

    def write_notes(self, notes: Iterable[str], *, raw: bool) -> None:
        """The footnotes as a numbered list under the text, each with the number of its marks."""
        numbered = [*enumerate(notes, 1)]
        if not numbered:
            return
        self.out.append("<hr>\n<ol>\n")
        for number, words in numbered:
            self.out.append(f'<li id="note-{number}">' if self.linked else "<li>")
            tokens = self.parsed(words, tables=False, raw=raw)
            if len(tokens) == _PARAGRAPH_TOKENS and tokens[1].type == "inline":
                self._inline(tokens[1].children or [])
            else:
                self.write(tokens)
            self.out.append("</li>\n")
        self.out.append("</ol>\n")

    def write_plainly(self, text: str, *, tables: bool) -> None:
        """A text without raw tags: the parser is asked for what is no plain block alone."""
        out = self.out
        for block in blocks(text):
            if block.kind == "paragraph":
                out.append("<p>")
                for at, line in enumerate(block.lines):
                    if at:
                        out.append("<br>\n")
                    self._line(line)
                out.append("</p>\n")
            elif block.kind == "heading":
                tag = self.levels.tag(block.level)
                out.append(f"<{tag}>")
                self._line(block.lines[0])
                out.append(f"</{tag}>\n")
            elif block.kind == "list":
                out.append("<ul>")
                for line in block.lines:
                    out.append("<li>")
                    self._line(line)
                    out.append("</li>\n")
                out.append("</ul>\n")
            elif block.kind == "image":
                self._alone(block.lines[0][0])
            elif block.followed:  # a list's end looks different where something follows
                tokens = self.parsed(block.text + _SOMETHING, tables=tables)
                self.write(tokens[:-_PARAGRAPH_TOKENS])
            else:
                self.write(self.parsed(block.text, tables=tables))

    def _alone(self, image: Span) -> None:
        """A paragraph of one image, nothing where that is not shown."""
        shown = self._picture(image.href, image.text)
        if shown:
            self.out.append(f"<p>{shown}</p>\n")

    def _line(self, line: Line) -> None:
        """Plain words and what is marked in them."""
        out, language = self.out, self.language
        for kind, text, href in line:
            words = escape(typeset(text, language), quote=False)
            if kind == "text":
                out.append(words)
            elif kind == "link":
                self._link(href)
                out.append(words)
                if self.links.pop():
                    out.append("</a>")
            else:
                out.append(f"<{kind}>{words}</{kind}>")

    def write(self, tokens: "Sequence[Token]") -> None:  # noqa: C901, PLR0912  one branch for each kind of token
        """The fragment for a parsed text."""
        out = self.out
        heading = ""
        for at, token in enumerate(tokens):
            kind = token.type
            if kind == "inline":
                self._inline(token.children or [])
            elif kind in ("fence", "code_block"):
                out.append(f"<pre><code>{escape(token.content, quote=False)}</code></pre>\n")
            elif kind == "hr":
                out.append("<hr>\n")
            elif kind == "html_block":
                out.append(token.content)
            elif kind == "table_open":
                out.append('<div class="scroll" tabindex="0"><table>')
            elif kind == "table_close":
                out.append("</table></div>\n")
            elif token.hidden:
                if kind == "paragraph_close" and tokens[at + 1].type != "list_item_close":
                    out.append("\n")
            elif kind == "heading_open":
                heading = self.levels.tag(int(token.tag[1]))
                out.append(f"<{heading}>")
            elif kind in ("heading_close", "paragraph_close"):
                self._close(heading if kind == "heading_close" else "p")
            elif token.nesting == 1:
                out.append(_start(token))
            else:
                out.append(f"</{token.tag}>" if token.tag in ("td", "th") else f"</{token.tag}>\n")

    def _close(self, tag: str) -> None:
        """A paragraph's or heading's end; nothing at all where it holds nothing."""
        start = f"<{tag}>"
        while self.out[-1].isspace():
            self.out.pop()
        if self.out[-1] == start:
            self.out.pop()
        else:
            self.out.append(f"</{tag}>\n")

    def _inline(self, children: "Sequence[Token]") -> None:  # noqa: C901, PLR0912  likewise
        """Text, typeset, and what stands in it."""
        out = self.out
        for token in children:
            kind = token.type
            if kind == "text":
                if token.content:
                    out.append(escape(typeset(token.content, self.language), quote=False))
            elif kind in ("softbreak", "hardbreak"):
                if not out[-1].endswith("<br>\n") and not out[-1].startswith(("<p>", "<li>")):
                    out.append("<br>\n")
            elif kind == "code_inline":
                out.append(f"<code>{escape(token.content, quote=False)}</code>")
            elif kind == "link_open":
                self._link(str(token.attrGet("href") or ""))
            elif kind == "link_close":
                if self.links.pop():
                    if out[-1].startswith("<a "):  # its only content was a picture that is not shown
                        out.pop()
                    else:
                        out.append("</a>")
            elif kind == "image":
                shown = self._picture(str(token.attrGet("src") or ""), token.content)
                if shown:
                    out.append(shown)
            elif kind == "html_inline":
                out.append(token.content)
            elif kind == "note":
                mark = (
                    f'<a href="#note-{token.content}">{token.content}</a>' if self.linked else token.content
                )
                out.append(f"<sup>{mark}</sup>")
            elif token.nesting:
                out.append(f"<{token.tag}>" if token.nesting == 1 else f"</{token.tag}>")
            elif token.content:
                out.append(escape(token.content, quote=False))

    def _link(self, href: str) -> None:
        """An anchor's start where the address is safe; else its words alone."""
        safe = safe_link(href)
        self.links.append(bool(safe))
        if not safe:
            return
        away = safe[:4].lower() == "http" and not (self.origin and f"{safe}/".startswith(f"{self.origin}/"))
        if away:  # without what follows readers
            address, mark, part = safe.partition("#")
            safe = untracked(address) + mark + part
        if safe.startswith("/"):
            safe = self.prefix + safe
        rel = ' rel="noopener external"' if away else ""
        self.out.append(f'<a href="{escape(safe)}"{rel}>')

    def _picture(self, src: str, words: str) -> str:
        """A local image with its size; nothing for one that would be fetched from elsewhere."""
        picture = self.images.get(src)
        if picture is None:
            return ""
        srcset = (
            f' srcset="{escape(picture.srcset)}" sizes="(min-width: 46rem) 42rem, 92vw"'
            if picture.srcset
            else ""
        )
        alt = escape(typeset(words, self.language))
        return (
            f'<img src="{escape(self.prefix + picture.url)}"{srcset} width="{picture.width}"'
            f' height="{picture.height}" alt="{alt}" loading="lazy" decoding="async">'
        )


def _start(token: "Token") -> str:
    """A block's start tag, with the two attributes that matter: a list's first number, a figure column."""
    start = token.attrGet("start")
    if token.tag == "ol" and start is not None and str(start) != "1":
        return f'<ol start="{int(start)}">'
    if token.tag in ("td", "th") and "right" in str(token.attrGet("style") or ""):
        return f'<{token.tag} class="right">'
    return f"<{token.tag}>"
