"""The static JSON API: articles in stable pages, one file an article, vocabularies and counts."""

from collections.abc import Mapping
from typing import Any

from sitegen.feed.address import absolute, absolute_html, uri
from sitegen.feed.dates import rfc3339
from sitegen.feed.edition import Edition, Plan
from sitegen.feed.encode import encoded, indented
from sitegen.feed.escape import legal, one_line
from sitegen.feed.formats import FORMATS
from sitegen.feed.item import item_uri
from sitegen.feed.plan import Tokens
from sitegen.feed.schemas import NAMES, VERSION, schema
from sitegen.feed.vocabulary import newest
from sitegen.model import Article, Body, paged
from sitegen.text.routes import (
    API_ARTICLES,
    API_INDEX,
    FEED_LIST,
    HOME,
    api_article,
    api_list,
    api_page,
    api_schema,
    file_of,
    url_of,
)

PAGE = 100  # articles a page


def plan_api(edition: Edition, tokens: Tokens) -> tuple[Plan, ...]:
    """The index, the lists, the pages of articles and the schemas; `plan_articles` adds a file an article."""
    articles = edition.site.articles
    counts = (f"{len(shelf.articles)} {newest(shelf)}" for shelf in edition.site.collections)
    shelves = tokens.signature(("shelves", *tokens.shelves, *tokens.terms, *counts), ())
    plans = [
        Plan(file_of(api_list(kind)), f"api-{kind}", f"{kind}-{shelves}")
        for kind in ("countries", "themes", "sources")
    ]
    words = str(sum(article.words for article in articles))
    faces = [article.face or article.digest for article in articles]
    stats = tokens.signature(("stats", words, *faces), ())
    plans.append(Plan(file_of(api_list("stats")), "api-stats", stats, articles=articles))
    plans.append(Plan(file_of(API_INDEX), "api-index", tokens.signature(("api",), ())))
    standing = edition.standing
    for part in paged(articles, PAGE):
        about = ("api-articles", str(part.number), str(part.older), str(part.newer))
        path = file_of(api_page(part.number))
        plans.append(
            Plan(
                path=path,
                kind="api-articles",
                signature=standing.of_list(path, part.items) or tokens.signature(about, part.items),
                part=part.number,
                older=part.older or 0,
                newer=-1 if part.newer is None else part.newer,
                articles=part.items,
            )
        )
    signature = tokens.signature(("schema",), ())
    plans += [Plan(file_of(api_schema(name)), "api-schema", signature) for name in NAMES]
    return tuple(plans)


def plan_articles(edition: Edition, tokens: Tokens) -> tuple[Plan, ...]:
    """One file an article."""
    base, kept = tokens.base, edition.standing.of_one
    plans = []
    brief, changed = edition.standing.brief, edition.standing.changed
    for article in edition.site.articles:
        if brief and article.id not in changed:
            continue
        path = file_of(api_article(article.id))
        signature = kept(path, article) or f"{base}{tokens.of(article)}"
        plans.append(Plan(path, "api-article", signature, articles=(article,)))
    return tuple(plans)


def write_page(plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """A page of articles, newest first, with the addresses of its neighbours."""
    newer = None if plan.newer < 0 else absolute(api_page(plan.newer), edition.config)
    page = {
        "version": VERSION,
        "page": plan.part,
        "older_url": absolute(api_page(plan.older), edition.config) if plan.older else None,
        "newer_url": newer,
    }
    rows = [encoded(summary(article, edition)) for article in plan.articles]
    return encoded(page)[:-1] + b',"articles":[\n' + b",\n".join(rows) + b"\n]}\n"


def write_article(plan: Plan, edition: Edition, bodies: Mapping[str, Body]) -> bytes:
    """All that the digest knows of one article, its text included where it may be shown whole."""
    article = plan.articles[0]
    body = bodies.get(article.id)
    out = summary(article, edition)
    out["version"] = VERSION
    out["terms"] = _terms(article, edition, body)
    out["former_urls"] = [
        absolute(alias, edition.config) for alias in article.aliases if alias.startswith("/")
    ]
    whole = article.publish == "full" and body is not None
    out["content_html"] = (
        absolute_html(legal(body.html), out["url"], edition.config) if body and whole else None
    )
    out["content_markdown"] = legal(body.markdown) if body and whole else None
    return encoded(out) + b"\n"


def summary(article: Article, edition: Edition) -> dict[str, Any]:
    """An article as every list shows it: no text, but its provenance."""
    config = edition.config
    source = article.source
    return {
        "id": article.id,
        "uri": item_uri(article.id),
        "url": absolute(edition.site.url(article), config),
        "api_url": absolute(api_article(article.id), config),
        "title": one_line(article.title),
        "summary": one_line(article.summary),
        "date": article.date.isoformat() if article.date else None,
        "published": rfc3339(article.published) if article.published else None,
        "updated": rfc3339(article.updated) if article.updated else None,
        "authors": [one_line(author) for author in article.authors],
        "source": {"name": one_line(source.name), "url": uri(source.url) or None} if source else None,
        "link": uri(article.link) or None,
        "language": article.language,
        "countries": list(article.countries),
        "themes": list(article.themes),
        "tags": [one_line(tag) for tag in article.tags],
        "words": article.words,
        "publish": article.publish,
        "inferred": list(article.inferred),
    }


def _terms(article: Article, edition: Edition, body: Body | None) -> list[dict[str, Any]]:
    """The article's countries and themes, named, each with what speaks for it."""
    evidence = {(one.kind, one.id): one for one in body.evidence} if body else {}
    keys = [("country", code) for code in article.countries] + [("theme", theme) for theme in article.themes]
    known = edition.site.terms
    return [
        {
            "kind": term.kind,
            "id": term.id,
            "name": one_line(term.name),
            "code": term.code or None,
            "scheme": uri(term.scheme) or None,
            "url": absolute(term.url, edition.config),
            "score": reason.score if (reason := evidence.get((term.kind, term.id))) else None,
            "sure": reason.sure if reason else None,
            "evidence": [one_line(quote) for quote in reason.quotes] if reason else [],
        }
        for key in keys
        if (term := known.get(key))
    ]


def write_index(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """Where everything is."""
    config = edition.config
    return indented(
        {
            "version": VERSION,
            "title": one_line(config.title),
            "description": one_line(config.description) or one_line(config.tagline),
            "language": config.language,
            "rights": one_line(config.rights) or None,
            "home_page_url": absolute(HOME, config),
            "endpoints": {
                "articles": absolute(api_list("articles"), config),
                "article": absolute(API_ARTICLES, config) + "{id}.json",
                "countries": absolute(api_list("countries"), config),
                "themes": absolute(api_list("themes"), config),
                "sources": absolute(api_list("sources"), config),
                "stats": absolute(api_list("stats"), config),
            },
            "feeds": {
                **{form.kind: absolute(HOME + form.file, config) for form in FORMATS},
                "opml": absolute(FEED_LIST, config),
            },
            "schemas": {name: absolute(api_schema(name), config) for name in NAMES},
        }
    )


def write_schema(plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """A JSON Schema; its id is its address."""
    name = plan.path.rpartition("/")[2].removesuffix(".json")
    return indented(schema(name, absolute(url_of(plan.path), edition.config)))
