"""Sources as readers know them: one name each, however an article's file or its address gives it."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from hashlib import blake2b
from urllib.parse import urlsplit

from msgspec.structs import replace

from sitegen.model import Article
from sitegen.text.addresses import host_of
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_HOST = lazily(r"(?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,24}")  # "gazette.example.org"
_TELLING = 5  # letters of a word that can tell whose a host is: "news" stands in many
_SHORT = 3  # of a name that is all of a part of one: "bbc", "rfi"


def named_once(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The same articles, each source under one name.

    Of several spellings that is the last article's, as its shelf has it: they differ in apostrophes, hyphens,
    spaces, capitals or accents; what differs in more stays apart. A source that is known by its host alone is
    the one whose site that is, where one is named.
    """
    names: dict[str, str] = {}
    for article in reversed(articles):
        if article.source:
            names.setdefault(_spelling(article.source.name), article.source.name)
    names |= {_spelling(host): name for host, name in _owners(articles, names).items()}
    return tuple([_renamed(article, names) for article in articles])


def _renamed(article: Article, names: Mapping[str, str]) -> Article:
    """The article with its source's name as it is everywhere."""
    source = article.source
    name = names[_spelling(source.name)] if source else ""
    if source is None or source.name == name:
        return article
    # Whatever was made from it before shows the other name: its digests are not to stand for this one.
    digest, face = (_digest(f"{part} {name}") if part else "" for part in (article.digest, article.face))
    return replace(article, source=replace(source, name=name), digest=digest, face=face)


def _digest(text: str) -> str:
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


@cache
def _spelling(name: str) -> str:
    return fold(" ".join(name.split()))


def _owners(articles: Sequence[Article], names: Mapping[str, str]) -> dict[str, str]:
    """For each source that is but a host, the one named source whose site it is, where that can be told."""
    hosts = {name for name in names.values() if _HOST.fullmatch(name)}
    if not hosts:
        return {}
    sites: dict[str, set[str]] = {host: set() for host in hosts}  # by the address given for a source
    pages: dict[str, Counter[str]] = {}  # how many articles of each source lie where
    for article in articles:
        name = names[_spelling(article.source.name)] if article.source else ""
        if not article.source or not name or name in hosts:
            continue
        site = host_of(article.source.url)
        if site in hosts and (urlsplit(article.source.url).path in ("", "/") or _may_own(name, site)):
            sites[site].add(name)
        if article.link:
            pages.setdefault(name, Counter())[host_of(article.link)] += 1
    for name, where in pages.items():
        host, count = where.most_common(1)[0]
        # Its own site, not one that all sorts of people write on, nor one that prints it.
        if host in hosts and 2 * count > where.total() and _may_own(name, host):
            sites[host].add(name)
    return {host: owner for host, found in sites.items() if (owner := _only(found, host))}


def _only(names: set[str], host: str) -> str:
    """The one of these names, or the one among them that the host spells out; "" where it cannot be told."""
    if len(names) > 1:
        names = {name for name in names if "".join(_words(name)) in _labels(host)}
    return next(iter(names)) if len(names) == 1 else ""


def _may_own(name: str, host: str) -> bool:
    """Whether a host is named after a source: it has one of its words, or its initials.

    >>> _may_own("Le Courrier d'exemple", "courrier.example.net"), _may_own("Deutsche Welle", "dw.com")
    (True, True)
    >>> _may_own("La Gazette", "reseau.example.net"), _may_own("Libération", "l.facebook.com")
    (False, False)
    """
    words, labels = _words(name), _labels(host)
    short = {word for word in words if len(word) == _SHORT}
    initials = {"".join(word[0] for word in words)} if len(words) > 1 else set()
    if not labels.isdisjoint({*short, *initials, "".join(words)}):
        return True
    return any(word in label for word in words if len(word) >= _TELLING for label in labels)


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", fold(name))


def _labels(host: str) -> frozenset[str]:
    """The parts of a host before its last, without hyphens."""
    return frozenset(label.replace("-", "") for label in host.split(".")[:-1])
