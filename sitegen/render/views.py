"""What templates are given: finished values, nothing left to work out."""

from markupsafe import Markup
from msgspec import Struct

from sitegen.model.feedlink import FeedLink

NOTHING = Markup("")
RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "ps", "ckb", "yi", "dv")


class Link(Struct, frozen=True):
    """Words that lead somewhere, with a small remark such as a count."""

    name: str
    url: str
    note: str = ""


class Tongue(Struct, frozen=True):
    """How a text in another language than the page is marked: attributes, "" where they are the same."""

    mark: Markup = NOTHING


class PictureView(Struct, frozen=True):
    """A local image, ready for an `img`."""

    url: str
    width: int
    height: int
    srcset: str
    alt: str
    credit: str


class Card(Struct, frozen=True):
    """An article in a list; ``opening`` and ``rest`` are its summary in two, where there is little room."""

    id: str
    title: str
    url: str
    summary: str
    date: str
    iso: str
    source: str
    minutes: str
    countries: tuple[Link, ...]
    theme: Link | None
    tongue: Tongue
    picture: PictureView | None = None
    opening: str = ""
    rest: str = ""


class Panel(Struct, frozen=True):
    """A titled list of links beside a list of articles."""

    title: str
    links: tuple[Link, ...]
    kind: str = "plain"


class Group(Struct, frozen=True):
    """Some rendered cards under a heading."""

    title: str
    anchor: str
    cards: tuple[Markup, ...]
    url: str = ""
    note: str = ""


class Preview(Struct, frozen=True):
    """The picture that networks show for a page: absolute address, size, kind, its words ("" for none)."""

    url: str
    width: int
    height: int
    media_type: str
    alt: str


class Head(Struct, frozen=True):
    """What the frame of every page says about it.

    ``section`` is the entry of the navigation that it belongs to; ``crumbs`` lead from home to its parent;
    ``versions`` are this page and its translations: language and absolute address.
    """

    title: str
    description: str
    url: str
    canonical: str
    section: str
    kind: str = "website"
    indexed: bool = True
    feeds: tuple[FeedLink, ...] = ()
    data: Markup = NOTHING
    crumbs: tuple[Link, ...] = ()
    image: Preview | None = None
    published: str = ""
    versions: tuple[Link, ...] = ()


class Chrome(Struct, frozen=True):
    """What all pages of a section have in common, rendered."""

    header: Markup
    footer: Markup
    head: Markup
    actions: Markup


def tongue(language: str, page_language: str) -> Tongue:
    """How a text in a language is marked on a page in another."""
    if not language or language == page_language:
        return Tongue()
    right = language.split("-", 1)[0] in RIGHT_TO_LEFT
    direction = "rtl" if right else "ltr"
    return Tongue(Markup(' lang="{}" dir="{}"').format(language, direction))
