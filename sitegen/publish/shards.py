"""The search index in parts, so that one new article does not mean reading ten thousand again.

Articles are counted from the oldest and cut in blocks as a binary counter cuts a number: large ones for the
past, ever smaller ones towards today, a few dozen articles at the end. A new article changes the last block
alone; now and then small blocks merge into a larger one, as digits carry.
"""

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct

from sitegen.model import Article, Term
from sitegen.text.lazily import lazily
from sitegen.text.routes import search_part

_SMALLEST = 128  # articles; Pagefind reads as many in well under half a second
_WHOLE = 512  # up to here one block is quick enough
_MOST_LARGE = 5  # blocks of the largest size; the smaller ones add as many again at most


class Shard(Struct, frozen=True):
    """A part of the index: the name of its folder below `pagefind/`, and its articles."""

    name: str
    articles: tuple[Article, ...]

    @property
    def folder(self) -> str:
        """Where its bundle is published, relative to the output, with a final slash."""
        return search_part(self.name).lstrip("/")


def plan_shards(articles: Sequence[Article], *, one: bool = False) -> tuple[Shard, ...]:
    """The parts, newest first; ``articles`` come newest first too. One part where few or where asked for."""
    oldest_first = tuple(reversed(articles))
    total = len(oldest_first)
    if one or total <= _WHOLE:
        return (Shard("", oldest_first),)
    largest = _SMALLEST
    while largest * _MOST_LARGE < total:
        largest *= 2
    shards = []
    start = 0
    size = largest
    while start < total:
        while size > _SMALLEST and start + size > total:
            size //= 2
        part = oldest_first[start : start + size]
        shards.append(Shard(f"{start}-{size}", part))
        start += size
    return tuple(reversed(shards))


def shard_signature(shard: Shard, routes: Mapping[str, str], code: str) -> str:
    """All that a part's bundle depends on, to be digested: its articles, their addresses, the code."""
    return "\n".join([code, *(f"{article.digest} {routes[article.id]}" for article in shard.articles)])


def slim(article: Article, text: str, terms: Mapping[tuple[str, str], Term], shown_date: str) -> bytes:
    """The document that Pagefind reads for an article: words, filters and what a result shows, nothing else.

    Typographic apostrophes become straight ones, because Pagefind takes ’ for a part of the word and would
    not find "Arménie" in "l’Arménie"; the search page does the same to what is typed. So with œ and æ, which
    are two letters here with a mark between them that Pagefind passes over and the page takes for one again.

    It searches what a result shows as well, so the name of a source is written that way too. What follows the
    last ¶, tags and authors, is there to be found only: no excerpt shows it.
    """
    countries = [terms["country", code].name for code in article.countries if ("country", code) in terms]
    themes = [terms["theme", name].name for name in article.themes if ("theme", name) in terms]
    facets = [
        *(("pays", name) for name in countries),
        *(("theme", name) for name in themes),
        ("langue", article.language),
    ]
    if article.source:
        facets.append(("source", article.source.name))
    if article.date:
        facets.append(("annee", f"{article.date:%Y}"))
    shown = [
        ("date", shown_date),
        ("source", article.source.name if article.source else ""),
        ("countries", ", ".join(countries)),
        ("themes", ", ".join(themes)),
    ]
    parts = [
        f'<!doctype html><html lang="{_plain(article.language)}">',
        f"<head><title>{_plain(article.title)}</title>",
        *(
            f'<meta data-pagefind-filter="{name}[content]" content="{_plain(value)}">'
            for name, value in facets
        ),
        *(f'<meta data-pagefind-meta="{name}[content]" content="{_said(value)}">' for name, value in shown),
        f'<meta data-pagefind-sort="date[content]" content="{article.date or "0000-00-00"}">',
        f'</head><body data-pagefind-body><h1 data-pagefind-meta="title">{_searched(article.title)}</h1>',
        f"<p>{_searched(article.summary)}</p>",
        *(f"<p>{_searched(part)}</p>" for part in text.split("\n\n")),
        f"<p>{_ONLY_SOUGHT} {_searched(' '.join((*article.tags, *article.authors)))}</p></body></html>",
    ]
    return "".join(parts).encode()


_ONLY_SOUGHT = "¶"
_LIGATURE = lazily(r"([œæ])(?=(\w?))", re.IGNORECASE)
_LETTERS = {"œ": "o", "Œ": "O", "æ": "a", "Æ": "A"}
_JOINER = "\u034f"  # combining grapheme joiner: a mark like an accent, which Pagefind leaves out of its words
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_SEARCHED = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        "’": "'",
        "\u00a0": " ",
        "\u202f": " ",
        "*": "",
        "#": "",
        "`": "",
        _ONLY_SOUGHT: "",
        _JOINER: "",
    }
)


def _plain(text: str) -> str:
    return text.translate(_ESCAPES)


def _said(text: str) -> str:
    """What a result shows and Pagefind searches too, as an attribute's value."""
    return _LIGATURE.sub(_parted, _plain(text.replace("’", "'")))


def _searched(text: str) -> str:
    return _LIGATURE.sub(_parted, text.translate(_SEARCHED))


def _parted(found: re.Match[str]) -> str:
    """Two letters for a ligature; in capitals both are, so that no word seems to begin between them."""
    letter, following = found.groups()
    return f"{_LETTERS[letter]}{_JOINER}{'E' if letter.isupper() and following.isupper() else 'e'}"
