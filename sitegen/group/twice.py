"""Articles that are there twice: the same text under two names."""

from collections import Counter
from collections.abc import Sequence

from sitegen.model import Article, Diagnostic, Where, said
from sitegen.text.addresses import host_of, untracked
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_WORD = lazily(r"\w+")
_LEAST = 20  # words: shorter texts may be the same by chance, as the caption of a film or an image


def twice(articles: Sequence[Article]) -> tuple[Diagnostic, ...]:
    """A warning for each article that is one before it again, by path, which it names.

    That is one of the same text, or of the same link and title: a page saved twice, in two forms. What an
    editor declared to be translations of each other is left alone.
    """
    first: dict[str | tuple[str, str], Article] = {}
    ordered = sorted(articles, key=lambda item: item.path)
    endings = [_ending(article.link) for article in ordered]
    often = Counter(endings)  # most come once, so few pages are asked
    notes = []
    for article, ending in zip(ordered, endings, strict=True):
        text = article.text if article.words >= _LEAST else ""
        same = first.setdefault(text, article) if text else article
        page = _page(article) if often[ending] > 1 else None
        other = first.setdefault(page, article) if page else article
        if same is not article:
            other = same
            message = said("this is the text of {path} again; both are published", path=other.path)
        else:
            message = said("this has the link and the title of {path}; both are published", path=other.path)
        translated = article.translation and article.translation == other.translation
        if other is not article and not translated:
            hint = said("remove one of the two files, or make it a draft")
            notes.append(Diagnostic("article-twice", "warning", Where(article.path), message, hint))
    return tuple(notes)


def _ending(link: str) -> str:
    """What addresses of one page have in common at least: the last part of the path.

    >>> _ending("http://www.example.org/a/pont/?utm_source=x#top"), _ending("https://example.org/a/pont")
    ('pont', 'pont')
    """
    return link.partition("#")[0].partition("?")[0].rstrip("/").rpartition("/")[2]


def _page(article: Article) -> tuple[str, str] | None:
    """The page that an article is of: its address, however it is asked for, and its title; None for none.

    The home page of a site is nobody's: whoever knows no better links to it.
    """
    address = untracked(article.link)
    _, _, rest = address.partition("://")
    path = rest.partition("/")[2].rstrip("/")
    title = " ".join(_WORD.findall(fold(article.title)))
    return (f"{host_of(address)}/{path}", title) if path and title else None
