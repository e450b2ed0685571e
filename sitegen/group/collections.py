"""Articles onto their shelves."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from msgspec import Struct

from sitegen.config.countries import CountryBook
from sitegen.config.feeds import Selection, matches
from sitegen.config.themes import ThemeBook
from sitegen.model import Article, Collection, CollectionKind, Term
from sitegen.text import routes
from sitegen.text.slug import name_slug

ISO_3166 = "https://www.iso.org/iso-3166-country-codes.html"
MEDIA_TOPIC = "http://cv.iptc.org/newscodes/mediatopic/"
_ISO_CODE_LENGTH = 2

_Place = tuple[CollectionKind, tuple[str, ...]]  # which shelf: its kind and key


class Taxonomies(Struct, frozen=True):
    """What the shelves are named after: vocabularies, an editor's selections, the language of names."""

    countries: CountryBook
    themes: ThemeBook
    selections: tuple[Selection, ...]
    language: str


def terms_of(taxonomies: Taxonomies) -> dict[tuple[str, str], Term]:
    """Every country and theme by (kind, id), with its name and the address of its shelf."""
    language = taxonomies.language
    terms: dict[tuple[str, str], Term] = {}
    for country in taxonomies.countries.countries:
        iso = country.id if len(country.id) == _ISO_CODE_LENGTH and country.id.isupper() else ""
        name = country.names.get(language) or (iso and _cldr_name(iso, language)) or country.names["fr"]
        url = routes.country_url(country.slug)
        terms["country", country.id] = Term("country", country.id, name, url, iso, ISO_3166 if iso else "")
    for theme in taxonomies.themes.themes:
        name = theme.names.get(language) or theme.names["fr"]
        url = routes.theme_url(theme.slug)
        terms["theme", theme.id] = Term("theme", theme.id, name, url, theme.medtop, MEDIA_TOPIC)
    return terms


def _cldr_name(code: str, language: str) -> str:
    """What CLDR calls a country in a language in which nobody here named it; "" where it has no word."""
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415  only in a further language

    try:
        return str(Locale.parse(language).territories.get(code) or "")
    except (ValueError, UnknownLocaleError):
        return ""


def collect(
    articles: Iterable[Article],
    title: str,
    taxonomies: Taxonomies,
    terms: Mapping[tuple[str, str], Term],
    shelves: Mapping[str, str],
) -> tuple[Collection, ...]:
    """Every shelf that holds something or was ever published, in the order of a table of contents.

    ``articles`` come newest first, and so does each shelf's content. ``shelves`` are addresses that were
    published before: a shelf that has become empty stays, so that nobody's subscription breaks.
    """
    articles = tuple(articles)
    groups = taxonomies.countries.groups
    members = {group.id: frozenset(group.members) for group in groups}
    shelf: dict[_Place, list[Article]] = {("group", (group.id,)): [] for group in groups}
    labelled: dict[tuple[tuple[str, ...], tuple[str, ...]], list[list[Article]]] = {}
    stated: dict[tuple[int, int, str | None], list[list[Article]]] = {}
    for article in articles:
        labels = (article.countries, article.themes)
        lists = labelled.get(labels)
        if lists is None:
            lists = labelled[labels] = [
                shelf.setdefault(place, []) for place in _labelled(*labels, terms, members)
            ]
        for listed in lists:
            listed.append(article)
        day, source = article.date, article.source
        said = (day.year if day else 0, day.month if day else 0, source.name if source else None)
        lists = stated.get(said)
        if lists is None:
            lists = stated[said] = [shelf.setdefault(place, []) for place in _stated(article)]
        for listed in lists:
            listed.append(article)
    for place in _published_before(shelves, terms):
        shelf.setdefault(place, [])
    whole = [Collection("site", (), title, routes.HOME, articles)]
    sources = {
        **{routes.name_in(url): name for url, name in shelves.items() if url.startswith(routes.SOURCES)},
        **_names_of_sources(articles),
    }
    found = [
        Collection(
            kind, key, _name(kind, key, terms, sources), _url(kind, key, terms), tuple(shelf[kind, key])
        )
        for kind, key in sorted(shelf)
        if kind != "group"
    ]
    composite = [
        Collection(
            "group",
            (group.id,),
            group.names.get(taxonomies.language) or group.names["fr"],
            routes.group_url(group.slug),
            tuple(shelf["group", (group.id,)]),
        )
        for group in groups
    ]
    chosen = [
        Collection(
            "selection",
            (selection.id,),
            selection.name,
            routes.selection_url(selection.id),
            tuple(article for article in articles if matches(selection, article, members)),
            selection.description,
        )
        for selection in taxonomies.selections
    ]
    return (*whole, *found, *composite, *chosen)


def _published_before(shelves: Mapping[str, str], terms: Mapping[tuple[str, str], Term]) -> Iterable[_Place]:
    """The shelves that were published once, as far as their names are still known."""
    by_url = {term.url: term for term in terms.values()}
    for url, name in shelves.items():
        parts = url.strip("/").split("/")
        country = by_url.get(routes.country_url(parts[1])) if len(parts) > 1 else None
        theme = by_url.get(routes.theme_url(parts[-1]))
        if url in by_url:
            yield by_url[url].kind, (by_url[url].id,)
        elif name and len(parts) > 1 and url == routes.source_url(parts[1]):
            yield "source", (parts[1],)
        elif country and theme and url == routes.country_theme_url(parts[1], parts[-1]):
            yield "country-theme", (country.id, theme.id)


@cache
def _source_slug(name: str) -> str:
    return name_slug(name)


def _names_of_sources(articles: Sequence[Article]) -> dict[str, str]:
    """The name of each source by its key; of names with one key, that of the last article."""
    names = dict.fromkeys([article.source.name for article in reversed(articles) if article.source])
    return {_source_slug(name): name for name in reversed(names)}


def _source_key(article: Article) -> str:
    return _source_slug(article.source.name) if article.source else ""


@cache
def _month(year: int, month: int) -> tuple[str, str]:
    return f"{year:04}", f"{month:02}"


def _labelled(
    countries: tuple[str, ...],
    themes: tuple[str, ...],
    terms: Mapping[tuple[str, str], Term],
    members: Mapping[str, frozenset[str]],
) -> Iterable[_Place]:
    """The shelves that an article's labels put it on."""
    named = [code for code in countries if ("country", code) in terms]
    about = [theme for theme in themes if ("theme", theme) in terms]
    for code in named:
        yield "country", (code,)
        for theme in about:
            yield "country-theme", (code, theme)
    for theme in about:
        yield "theme", (theme,)
    for group, codes in members.items():
        if not codes.isdisjoint(countries):
            yield "group", (group,)


def _stated(article: Article) -> Iterable[_Place]:
    """The shelves of an article's date and source."""
    if article.date:
        yield "month", _month(article.date.year, article.date.month)
    if article.source:
        yield "source", (_source_key(article),)


def _name(
    kind: CollectionKind,
    key: tuple[str, ...],
    terms: Mapping[tuple[str, str], Term],
    sources: Mapping[str, str],
) -> str:
    """A shelf's name; a month is named by whoever shows it, in the reader's language."""
    if kind == "month":
        return "-".join(key)
    if kind == "source":
        return sources[key[0]]
    if kind == "country-theme":
        return f"{terms['country', key[0]].name} – {terms['theme', key[1]].name}"
    return terms[kind, key[0]].name


def _url(kind: CollectionKind, key: tuple[str, ...], terms: Mapping[tuple[str, str], Term]) -> str:
    if kind == "month":
        return routes.month_url(int(key[0]), int(key[1]))
    if kind == "source":
        return routes.source_url(key[0])
    if kind == "country-theme":
        country, theme = terms["country", key[0]].url, terms["theme", key[1]].url
        return routes.country_theme_url(routes.name_in(country), routes.name_in(theme))
    return terms[kind, key[0]].url
