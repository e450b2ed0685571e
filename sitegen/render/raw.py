"""HTML that stands in a text: what is harmless and says something is kept, the rest is taken out."""

import re

import nh3

from sitegen.text.addresses import safe_address, untracked
from sitegen.text.lazily import lazily

_RAW_TAG = lazily(r"<(?:[a-zA-Z][a-zA-Z0-9-]{0,20}[\s/>]|/[a-zA-Z]|!--|!\[|\?)")  # "<b>", "</div>", "<!--"
_OPENING = lazily(r"<[a-zA-Z]")
_MOST_TAGS = 8_000  # opened in one text: the time of what is never closed grows with their square
# Browsers open these again in each block that follows while they are unclosed, and tell two of them by their
# attributes: thousands that differ would unfold to millions. None of their attributes is on the list.
_FORMATTING = lazily(
    r"<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)[\s/][^>]*(?:>|\Z)", re.IGNORECASE
)

# What the Markdown writer makes itself, and the few tags that say something about words.
_TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "cite",
        "code",
        "dd",
        "del",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "i",
        "img",
        "ins",
        "li",
        "mark",
        "ol",
        "p",
        "pre",
        "q",
        "s",
        "small",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "thead",
        "tr",
        "u",
        "ul",
    }
)
_ATTRIBUTES = {
    "a": {"href", "rel"},
    "abbr": {"title"},
    "div": {"tabindex"},
    "img": {"src", "srcset", "sizes", "width", "height", "alt", "loading", "decoding"},
    "ol": {"start"},
}
_CLASSES = {"div": {"scroll"}, "td": {"right"}, "th": {"right"}}
_DROPPED = frozenset({"script", "style", "iframe", "object", "template", "noscript", "svg", "math", "form"})
_CONTROL = lazily(r"[\x00-\x20\x7f]")
_NO_SOURCE = lazily(r"<img(?![^>]*\ssrc=)[^>]*>")
_RELS = frozenset({"noopener external"})


def holds_tags(text: str) -> bool:
    """Whether a text holds tags to be taken for tags: some, and not more than any article has."""
    return bool(_RAW_TAG.search(text)) and len(_OPENING.findall(text)) <= _MOST_TAGS


def allow_listed(html: str, pictures: frozenset[str]) -> str:
    """The fragment with only tags, attributes and addresses of the list; ``pictures`` may be shown.

    The list is ammonia's work (nh3), which parses as browsers do: what is unclosed is closed, what is
    forbidden goes, scripts and styles with all they hold.
    """

    def judged(_tag: str, attribute: str, value: str) -> str | None:
        if attribute == "href":
            value = _CONTROL.sub("", value)  # browsers leave them out too: "/\t/host" is another host
            local = value.startswith(("/", "#")) and not value.startswith(("//", "/\\"))
            return value if local else untracked(safe_address(value)) or _mail(value)
        if attribute in ("src", "srcset"):
            return value if value.split(" ", 1)[0] in pictures else None
        if attribute == "rel":
            return value if value in _RELS else None
        if attribute == "tabindex":
            return "0"
        return value

    cleaned = nh3.clean(
        _FORMATTING.sub(r"<\1>", html),
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=judged,
        allowed_classes={tag: set(names) for tag, names in _CLASSES.items()},
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    return _NO_SOURCE.sub("", cleaned.replace(' class=""', ""))


def _mail(value: str) -> str | None:
    """An address of electronic mail, or nothing."""
    return value if value.lower().startswith("mailto:") else None
