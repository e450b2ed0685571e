"""Everything else for programs, in the same way: plans first, one writer for each kind of file."""

from collections.abc import Callable, Mapping

from sitegen.feed import api, llms, opml, sitemap, style, vocabulary
from sitegen.feed.edition import Edition, Plan
from sitegen.feed.formats import BY_KIND
from sitegen.feed.plan import Tokens
from sitegen.feed.write import Rendered, write_feed
from sitegen.model import Artifact, Body
from sitegen.text.routes import FEED_STYLE, LLMS, file_of

Writer = Callable[[Plan, Edition, Mapping[str, Body]], bytes]

WRITERS: dict[str, Writer] = {
    "opml": opml.write_opml,
    "style": style.write_style,
    "llms": llms.write_llms,
    "sitemap": sitemap.write_sitemap,
    "sitemap-index": sitemap.write_index,
    "sitemap-news": sitemap.write_news,
    "robots": sitemap.write_robots,
    "api-index": api.write_index,
    "api-articles": api.write_page,
    "api-article": api.write_article,
    "api-countries": vocabulary.write_countries,
    "api-themes": vocabulary.write_themes,
    "api-sources": vocabulary.write_sources,
    "api-stats": vocabulary.write_stats,
    "api-schema": api.write_schema,
}


def plan_outputs(edition: Edition, tokens: Tokens | None = None) -> tuple[Plan, ...]:
    """Plans of all files that are not feeds; pass the tokens of `plan_feeds` to make them once."""
    tokens = tokens or Tokens(edition)
    return (
        *opml.plan_opml(tokens),
        Plan(file_of(FEED_STYLE), "style", tokens.signature(("style",), ())),
        Plan(file_of(LLMS), "llms", tokens.signature(("llms",), ())),
        *sitemap.plan_sitemaps(edition, tokens),
        *api.plan_api(edition, tokens),
        *api.plan_articles(edition, tokens),
    )


def write(
    plan: Plan, edition: Edition, bodies: Mapping[str, Body], rendered: Rendered | None = None
) -> Artifact:
    """The file of any plan, feeds too; give the bodies that the plan names."""
    if plan.kind in BY_KIND:
        return write_feed(plan, edition, bodies, rendered)
    return Artifact(plan.path, WRITERS[plan.kind](plan, edition, bodies))
