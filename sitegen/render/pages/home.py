"""The home page: the lead stories, then countries and themes, then a way into the archive."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from markupsafe import Markup
from msgspec import Struct

from sitegen.model import Article, Body, Collection
from sitegen.render.cards import rendered
from sitegen.render.frame import canonical, feeds_digest, feeds_for, share_image
from sitegen.render.signature import signed
from sitegen.render.structured import site_data
from sitegen.render.views import Group, Head, Link
from sitegen.render.words import count_words, date_words, number_words
from sitegen.render.world import Page, World
from sitegen.text import routes

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

KIND = "home"
TEMPLATE = "pages/home.html"
_RECENT = 90  # the newest articles decide which countries and themes come first
_COUNTRIES = 6
_THEMES = 6
_FOLLOWED = 12  # countries that a line above the lead goes to
_LATEST = 9
_LEADS = 6  # the newest articles that the lead is chosen from
_FRESH_DAYS = 4  # and how much older than the newest it may be
_HOME_DAYS = 30  # how much older than a country's newest article its own may be
_MONTHS = 12


class HomeView(Struct, frozen=True):
    """The front page, from lead to archive."""

    edition: str
    iso: str
    lead: Markup | None
    seconds: tuple[Markup, ...]
    latest: tuple[Markup, ...]
    countries: tuple[Group, ...]
    themes: tuple[Group, ...]
    months: tuple[Link, ...]
    total: str
    followed: tuple[Link, ...] = ()


class _Choice(Struct, frozen=True):
    """Which articles stand where."""

    lead: tuple[Article, ...]
    seconds: tuple[Article, ...]
    latest: tuple[Article, ...]
    countries: tuple[tuple[Collection, tuple[Article, ...]], ...]
    themes: tuple[tuple[Collection, tuple[Article, ...]], ...]
    months: tuple[Collection, ...]
    followed: tuple[Collection, ...]

    def articles(self) -> tuple[Article, ...]:
        """All of them, in order."""
        shelves = (*self.countries, *self.themes)
        return (*self.lead, *self.seconds, *self.latest, *(each for _, run in shelves for each in run))


def plan(world: World) -> Iterator[Page]:
    """The one page."""
    choice = _choose(world)
    shelves = (*(shelf for shelf, _ in (*choice.countries, *choice.themes)), *choice.months, *choice.followed)
    signature = signed(
        world.chrome,
        world.closures.get(TEMPLATE, ""),
        feeds_digest(feeds_for(world, None)),
        world.desk.tokens(choice.articles()),
        *(f"{shelf.name}>{shelf.url}>{len(shelf.articles)}" for shelf in shelves),
        str(len(world.site.articles)),
    )
    yield Page(routes.file_of(routes.HOME), KIND, (), (), signature)


def view(
    page: Page, world: World, bodies: Mapping[str, Body], templates: "Templates"
) -> tuple[Head, HomeView]:
    """The page's frame and matter."""
    del page, bodies
    choice = _choose(world)
    strings, config = world.strings, world.config
    newest = next((article.date for article in world.site.articles if article.date), None)
    seen = HomeView(
        strings["home.edition"].format(date=date_words(strings, "full", newest)) if newest else "",
        newest.isoformat() if newest else "",
        next(iter(rendered(world, templates, choice.lead, "lead")), None),
        rendered(world, templates, choice.seconds, "full"),
        rendered(world, templates, choice.latest, "line"),
        tuple(_group(world, templates, shelf, run, "full") for shelf, run in choice.countries),
        tuple(_group(world, templates, shelf, run, "line") for shelf, run in choice.themes),
        tuple(
            Link(
                world.desk.name(shelf), world.desk.href(shelf.url), number_words(strings, len(shelf.articles))
            )
            for shelf in choice.months
        ),
        count_words(strings, "count.articles", len(world.site.articles)),
        tuple(Link(world.desk.name(shelf), world.desk.href(shelf.url)) for shelf in choice.followed),
    )
    said = config.description or strings["home.description"]
    head = Head(
        f"{config.title} – {config.tagline or strings['site.tagline']}",
        said,
        world.desk.href(routes.HOME),
        canonical(world, routes.HOME),
        "home",
        feeds=feeds_for(world, None),
        data=site_data(world),
        image=share_image(world),
    )
    return head, seen


def _group(
    world: World, templates: "Templates", shelf: Collection, articles: Sequence[Article], look: str
) -> Group:
    """A shelf's newest: the first in full where the look says so, the rest as headlines."""
    first = rendered(world, templates, articles[:1], look)
    rest = rendered(world, templates, articles[1:], "brief" if look == "full" else look)
    note = count_words(world.strings, "count.articles", len(shelf.articles))
    return Group(shelf.name, "", first + rest, world.desk.href(shelf.url), note)


def _choose(world: World) -> _Choice:
    """What stands where, newest first, and above the themes no article in full twice.

    A country's column begins with what is new there: what stands above as a bare line is not kept from it.
    """
    articles = world.site.articles
    picked = world.desk.shelves.get(("selection", ("une",)))
    ranked = list(dict.fromkeys([*(picked.articles[:3] if picked else ()), *articles[:40]]))
    chosen = frozenset(each.id for each in picked.articles[:3]) if picked else frozenset()
    lead = _lead(ranked[:_LEADS], world.config.language, chosen)
    ranked = [each for each in ranked if each is not lead]
    seconds = ranked[:4]
    latest = ranked[4 : 4 + _LATEST]
    used = {each.id for each in (*seconds, *((lead,) if lead else ()))}
    countries = _shelves(world, "country", _COUNTRIES, 4, used)
    themes = _shelves(world, "theme", _THEMES, 4, set())
    months = sorted(world.desk.by_kind.get("month", ()), key=lambda each: each.key, reverse=True)[:_MONTHS]
    followed = _followed(world)
    return _Choice(
        (lead,) if lead else (), tuple(seconds), tuple(latest), countries, themes, tuple(months), followed
    )


def _lead(newest: Sequence[Article], language: str, chosen: frozenset[str]) -> Article | None:
    """The newest article that has a title of its own and a summary, if it is about as new as the newest.

    One in the language of the site comes before the others, but for an editor's choice.
    """
    if not newest:
        return None
    first = newest[0].date
    fit = []
    for article in newest:
        fresh = first is None or (article.date is not None and (first - article.date).days <= _FRESH_DAYS)
        if fresh and article.summary and "title" not in article.inferred:
            fit.append(article)
    read = (article for article in fit if article.id in chosen or article.language in ("", language))
    return next(read, None) or (fit or newest)[0]


def _followed(world: World) -> tuple[Collection, ...]:
    """The countries of the newest articles, most named first, for a reader to go straight to one's own."""
    counts = Counter(name for article in world.site.articles[:_RECENT] for name in article.countries)
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    shelves = (world.desk.shelves.get(("country", (name,))) for name, _ in most)
    found = tuple(shelf for shelf in shelves if shelf is not None)[:_FOLLOWED]
    return found if len(found) > 1 else ()


def _at_home_first(newest: Sequence[Article], country: str) -> list[Article]:
    """Articles in their order, but led by the first that is of this country before any other.

    If there is one about as new as the newest: a column is to begin with what is new.
    """
    first = newest[0].date if newest else None
    lead = next((article for article in newest if article.countries[:1] == (country,)), None)
    if lead and first and (lead.date is None or (first - lead.date).days > _HOME_DAYS):
        lead = None
    return [*((lead,) if lead else ()), *(article for article in newest if article is not lead)]


def _shelves(
    world: World, kind: str, many: int, deep: int, used: set[str]
) -> tuple[tuple[Collection, tuple[Article, ...]], ...]:
    """The shelves of a kind that the newest articles fill most, each with its newest unused articles."""
    recent = world.site.articles[:_RECENT]
    counts = Counter(
        name for article in recent for name in (article.countries if kind == "country" else article.themes)
    )
    out = []
    for name, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        shelf = world.desk.shelves.get((kind, (name,)))
        if shelf is None:
            continue
        unused = [article for article in shelf.articles[: 2 * deep + len(used)] if article.id not in used]
        fresh = (_at_home_first(unused[: 2 * deep], name) if kind == "country" else unused)[:deep]
        if len(fresh) < 2:  # noqa: PLR2004  one headline is no section
            continue
        used |= {article.id for article in fresh}
        out.append((shelf, tuple(fresh)))
        if len(out) == many:
            break
    return tuple(out)
