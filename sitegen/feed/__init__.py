"""Feeds and machine-readable outputs: plans first, bytes only for what changed."""

from sitegen.feed.dates import arrivals
from sitegen.feed.edition import Edition, Listed, Picture, Plan
from sitegen.feed.formats import FORMATS
from sitegen.feed.item import item_uri
from sitegen.feed.outputs import plan_outputs, write
from sitegen.feed.plan import Tokens, feed_links, plan_feeds
from sitegen.feed.websub import changed_feeds, ping_body
from sitegen.feed.write import Rendered, write_feed

__all__ = [
    "FORMATS",
    "Edition",
    "Listed",
    "Picture",
    "Plan",
    "Rendered",
    "Tokens",
    "arrivals",
    "changed_feeds",
    "feed_links",
    "item_uri",
    "ping_body",
    "plan_feeds",
    "plan_outputs",
    "write",
    "write_feed",
]
