"""Sitemaps and robots.txt, for search engines."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from sitegen.feed.address import absolute
from sitegen.feed.dates import rfc3339
from sitegen.feed.edition import Edition, Listed, Plan
from sitegen.feed.escape import escaped, one_line
from sitegen.feed.plan import Tokens
from sitegen.model import Article, Body
from sitegen.text.routes import HOME, ROBOTS, SITEMAP, SITEMAP_NEWS, SITEMAP_PAGES, file_of, sitemap_part

PART = 5_000  # pages a file; the protocol allows 50,000
NEWS_DAYS = 2  # what Google News reads
NEWS_MAX = 1_000
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_NEWS = "http://www.google.com/schemas/sitemap-news/0.9"


def plan_sitemaps(edition: Edition, tokens: Tokens) -> tuple[Plan, ...]:
    """One sitemap, or an index and its parts where there are many pages; then news, then robots.txt.

    Parts count articles from the oldest, so that a new one changes the last part alone.
    """
    others = other_pages(edition)
    articles = tuple(article for article in reversed(edition.site.articles) if article.indexed)
    news = recent(edition)
    plans = []
    if len(others) + len(articles) <= PART:
        signature = tokens.signature(("sitemap", *_rows(others), "", *_shown(articles, edition)), ())
        plans.append(Plan(file_of(SITEMAP), "sitemap", signature, articles=articles))
    else:
        parts = -(-len(articles) // PART)
        plans.append(
            Plan(file_of(SITEMAP), "sitemap-index", tokens.signature(("index", str(parts)), ()), part=parts)
        )
        plans.append(Plan(file_of(SITEMAP_PAGES), "sitemap", tokens.signature(("pages", *_rows(others)), ())))
        for number in range(1, parts + 1):
            run = articles[(number - 1) * PART : number * PART]
            path = file_of(sitemap_part(number))
            signature = edition.standing.of_list(path, run) or tokens.signature(
                ("sitemap-part", *_shown(run, edition)), ()
            )
            plans.append(Plan(path, "sitemap", signature, part=number, articles=run))
    if news:
        plans.append(
            Plan(file_of(SITEMAP_NEWS), "sitemap-news", tokens.signature(("news",), news), articles=news)
        )
    signature = tokens.signature(("robots", str(bool(news))), ())
    return (*plans, Plan(file_of(ROBOTS), "robots", signature, articles=news))


def _rows(pages: Iterable[Listed]) -> tuple[str, ...]:
    return tuple(f"{page.url} {page.modified}" for page in pages)


def _shown(articles: Iterable[Article], edition: Edition) -> Iterator[str]:
    """What a sitemap says of articles: an edited word leaves it alone."""
    routes = edition.site.routes
    for article in articles:
        yield f"{routes[article.id]} {_modified(article)}"


def other_pages(edition: Edition) -> tuple[Listed, ...]:
    """Every page for search engines that is not an article, each once, in order of address."""
    routes = set(edition.site.routes.values())
    pages = edition.pages or (
        Listed(HOME),
        *(
            Listed(shelf.url, shelf.articles[0].date if shelf.articles else None)
            for shelf in edition.site.collections
        ),
    )
    once = {page.url: page for page in pages if page.url not in routes}
    return tuple(once[url] for url in sorted(once))


def recent(edition: Edition) -> tuple[Article, ...]:
    """The articles of the last two days, newest first."""
    if edition.as_of is None:
        return ()
    first = edition.as_of - dt.timedelta(days=NEWS_DAYS)
    found = []
    for article in edition.site.articles:
        if article.date is None or article.date < first:
            break  # newest first
        if article.indexed and article.date <= edition.as_of:
            found.append(article)
    return tuple(found[:NEWS_MAX])


def write_sitemap(plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """A list of pages: articles, and before them the other pages where the plan is not a part."""
    others = () if plan.part else other_pages(edition)
    rows = [_url(page.url, page.modified, edition) for page in others]
    rows += [_url(edition.site.url(article), _modified(article), edition) for article in plan.articles]
    return f'{_HEAD}<urlset xmlns="{_SITEMAP}">\n{"".join(rows)}</urlset>\n'.encode()


def _url(url: str, modified: dt.date | None, edition: Edition) -> str:
    when = f"<lastmod>{modified.isoformat()}</lastmod>" if modified else ""
    return f"<url><loc>{escaped(absolute(url, edition.config))}</loc>{when}</url>\n"


def _modified(article: Article) -> dt.date | None:
    """The day of the last change that is known."""
    return article.updated.date() if article.updated else article.date


def write_index(plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """The list of sitemaps."""
    urls = [SITEMAP_PAGES, *map(sitemap_part, range(1, plan.part + 1))]
    rows = [f"<sitemap><loc>{escaped(absolute(url, edition.config))}</loc></sitemap>\n" for url in urls]
    return f'{_HEAD}<sitemapindex xmlns="{_SITEMAP}">\n{"".join(rows)}</sitemapindex>\n'.encode()


def write_news(plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """The last two days' articles as Google News reads them."""
    config = edition.config
    name = escaped(one_line(config.title))
    rows = []
    for article in plan.articles:
        when = rfc3339(article.published) if article.published else str(article.date)
        language = article.language.split("-", 1)[0] or config.language
        rows.append(
            f"<url><loc>{escaped(absolute(edition.site.url(article), config))}</loc><news:news>"
            f"<news:publication><news:name>{name}</news:name><news:language>{escaped(language)}</news:language>"
            f"</news:publication><news:publication_date>{when}</news:publication_date>"
            f"<news:title>{escaped(one_line(article.title))}</news:title></news:news></url>\n"
        )
    return f'{_HEAD}<urlset xmlns="{_SITEMAP}" xmlns:news="{_NEWS}">\n{"".join(rows)}</urlset>\n'.encode()


def write_robots(plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """All may read all (pages kept out of search say so themselves), and where the sitemaps are."""
    urls = [SITEMAP, *([SITEMAP_NEWS] if plan.articles else [])]
    lines = [f"Sitemap: {absolute(url, edition.config)}\n" for url in urls]
    return ("User-agent: *\nAllow: /\n\n" + "".join(lines)).encode()
