"""What of the published site stands after a change of articles that leaves each in its place."""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from hashlib import blake2b

import msgspec

from sitegen.model import Article, Site
from sitegen.model.standing import REACH, Basis, Standing

_NEAR = ("country", "theme", "country-theme")  # shelves in which an article has neighbours


def basis_of(
    site: Site, material: str, tokens: Mapping[str, str], standing: Standing, counts: tuple[int, int]
) -> Basis:
    """What is to be remembered of a site that was planned so far as it did not stand.

    ``counts`` are the numbers of its pages and feeds, those that stand among them.
    """
    places = standing.places or _places(site, site.articles)
    return Basis(
        material,
        tuple([article.id for article in site.articles]),
        tuple([article.digest for article in site.articles]),
        tuple([places[article.id] for article in site.articles]),
        tuple([tokens[article.id] for article in site.articles]),
        *counts,
    )


def standing_of(site: Site, material: str, basis: Basis | None, signatures: Mapping[str, str]) -> Standing:
    """What stands of a site that was published with these signatures.

    All is to be signed anew where anything but articles changed, where one came or went, or where one of
    those that changed has another date, shelf or address, so that others have new neighbours.
    """
    ids = tuple([article.id for article in site.articles])
    if basis is None or basis.material != material or basis.ids != ids:
        return Standing()
    rows = zip(site.articles, basis.digests, basis.places, strict=True)
    moved = [(article, place) for article, digest, place in rows if article.digest != digest]
    places = _places(site, [article for article, _ in moved])
    if any(places[article.id] != place for article, place in moved):
        return Standing()
    tokens = dict(zip(ids, basis.tokens, strict=True))
    for identity in places:
        del tokens[identity]
    # A former address may be wanted by another file too, and then all files there are have a say.
    brief = not any(article.aliases for article in site.articles)
    return Standing(
        signatures,
        frozenset(places),
        _near(site, [article for article, _ in moved]),
        _touched(site, [article for article, _ in moved]),
        tokens,
        dict(zip(ids, basis.places, strict=True)),
        brief,
    )


def _touched(site: Site, changed: Sequence[Article]) -> frozenset[tuple[str, tuple[str, ...]]]:
    """The shelves that hold one of these articles."""
    ids = {article.id for article in changed}
    labels = {label for article in changed for label in (*article.countries, *article.themes)}
    return frozenset(
        (shelf.kind, shelf.key)
        for shelf in site.collections
        if (shelf.kind not in _NEAR or labels.issuperset(shelf.key))  # else none of them can be on it
        and not ids.isdisjoint([article.id for article in shelf.articles])
    )


def _near(site: Site, changed: Sequence[Article]) -> frozenset[str]:
    """The articles whose pages can show a changed one, and those themselves."""
    shelves: dict[tuple[str, tuple[str, ...]], Sequence[Article]] = {
        (shelf.kind, shelf.key): shelf.articles for shelf in site.collections if shelf.kind in _NEAR
    }
    near = {article.id for article in changed}
    for article in changed:
        both = itertools.product(article.countries, article.themes)
        for kind, key in (
            *(("country", (code,)) for code in article.countries),
            *(("theme", (theme,)) for theme in article.themes),
            *(("country-theme", pair) for pair in both),
        ):
            beside = shelves.get((kind, key), ())
            for at in [at for at, other in enumerate(beside) if other.id == article.id]:
                near.update(other.id for other in beside[max(0, at - REACH) : at + REACH + 1])
    return frozenset(near)


def _places(site: Site, articles: Sequence[Article]) -> dict[str, str]:
    """A digest of what can move each of these articles, or change what is said of others beside it."""
    chosen: dict[str, list[str]] = {article.id: [] for article in articles}
    for shelf in site.collections:
        if shelf.kind == "selection":  # an editor's: it may ask for words of the title
            for article in shelf.articles:
                if article.id in chosen:
                    chosen[article.id].append(shelf.url)
    titles = Counter([article.title for article in site.articles])
    places = {}
    for article in articles:
        told = (
            article.path,
            site.routes[article.id],
            article.date,
            article.published,
            article.source,
            article.language,
            article.countries,
            article.themes,
            article.indexed,
            article.publish,
            article.aliases,
            article.translation,
            article.title if titles[article.title] > 1 else "",
            chosen[article.id],
        )
        places[article.id] = blake2b(msgspec.msgpack.encode(told), digest_size=8).hexdigest()
    return places
