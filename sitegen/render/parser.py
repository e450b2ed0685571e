"""The Markdown parser, bounded: what it may look through in one text is counted."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from sitegen.render.prose import MAX_NESTING, PLAIN_ADDRESS
from sitegen.text.notes import MARK

_NESTING = 2 * MAX_NESTING + 8  # of elements: quotations or lists in each other, and what the innermost holds
_MOST_STEPS = 200_000  # in search of the ends of links in one text: an article of 2,000 links takes 40,000
# Signs that may mark words, in one text: beyond them a paragraph stays as typed. A mark that is parsed costs
# hundreds of times what a letter does, an address between angle brackets some five times a mark.
_MOST_SIGNS = 40_000
_SIGNS = "*_[]`\\&"
_SIGNS_OF_AN_ANGLE = 5


def parse(text: str, spent: list[int], notes: Mapping[str, int], *, tables: bool, raw: bool) -> list[Token]:
    """The tokens of a text: tables unless there are too many, tags where there are any.

    ``notes`` are the numbers of its footnotes by label, whose marks are tokens "note".

    ``spent`` counts the steps in search of the ends of links, and the signs that may mark words, over all
    parts of a text; it is brought up to date.
    """
    return _parser(tables=tables, raw=raw).parse(text, {"spent": spent, "notes": notes})


@cache
def _parser(*, tables: bool, raw: bool) -> MarkdownIt:
    """CommonMark, breaks as typed, no indented code; tables unless too many, tags where there are any."""
    parser = MarkdownIt("commonmark", {"html": raw, "breaks": True, "linkify": False})
    parser.options["maxNesting"] = _NESTING
    parser.disable(["code"] if raw else ["code", "html_block", "html_inline"])
    if tables:
        parser.enable("table")
    parser.core.ruler.at("inline", _marks)
    parser.inline.ruler.before("link", "note", _note)
    parser.helpers = SimpleNamespace(  # type: ignore[assignment]
        parseLinkLabel=_label_end, parseLinkDestination=parseLinkDestination, parseLinkTitle=parseLinkTitle
    )
    parser.validateLink = _any_link  # type: ignore[method-assign]  # judged by safe_link
    normalize = parser.normalizeLink
    parser.normalizeLink = lambda url: url if PLAIN_ADDRESS.fullmatch(url) else normalize(url)  # type: ignore[method-assign]
    return parser


def _marks(state: StateCore) -> None:
    """What is marked in each paragraph, heading and cell, while a text has no more signs than an article."""
    spent: list[int] = state.env.setdefault("spent", [0, 0])
    for token in state.tokens:
        if token.type == "inline":
            text = token.content
            signs = sum(map(text.count, _SIGNS)) + _SIGNS_OF_AN_ANGLE * text.count("<")
            token.children = []
            if spent[1] + signs <= _MOST_SIGNS:
                spent[1] += signs
                state.md.inline.parse(text, state.md, state.env, token.children)
            else:
                token.children += _typed(text)


def _note(state: StateInline, silent: bool) -> bool:  # noqa: FBT001  the parser's own signature
    """A footnote's mark; one with a number and no note is left out, as where a text is shown in part."""
    found = MARK.match(state.src, state.pos) if state.src.startswith("[^", state.pos) else None
    number = state.env.get("notes", {}).get(found[1], 0) if found else 0
    if found is None or not (number or found[1].isdecimal()):
        return False
    if number and not silent:
        state.push("note", "sup", 0).content = str(number)
    state.pos = found.end()
    return True


def _typed(text: str) -> Iterator[Token]:
    """A paragraph's lines as they stand."""
    for at, line in enumerate(text.split("\n")):
        if at:
            yield Token("softbreak", "br", 0)
        yield Token("text", "", 0, content=line.strip())


def _label_end(state: StateInline, start: int, disableNested: bool = False) -> int:  # noqa: FBT001, FBT002, N803  the parser's own names
    """Where the label that opens at ``start`` ends, -1 where it does not, as the parser's own helper says.

    Brackets that never close are looked through once for each of them, so the steps of a whole text are
    counted: beyond what any article takes, what is left of it holds no links.
    """
    spent: list[int] = state.env.setdefault("spent", [0, 0])
    before = state.pos
    state.pos = start + 1
    level = 1
    found = -1
    while state.pos < state.posMax and spent[0] < _MOST_STEPS:
        spent[0] += 1
        marker = state.src[state.pos]
        if marker == "]":
            level -= 1
            if level == 0:
                found = state.pos
                break
        last = state.pos
        state.md.inline.skipToken(state)
        if marker == "[":
            if last == state.pos - 1:
                level += 1
            elif disableNested:
                break
    state.pos = before
    return found


def _any_link(url: str) -> bool:
    """True: a link's words are kept whatever its address, which `safe_link` judges."""
    del url
    return True
