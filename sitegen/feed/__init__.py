"""Feeds and machine-readable outputs: plans first, bytes only for what changed."""

from sitegen.feed.edition import Edition, Listed, Picture, Plan
from sitegen.feed.item import item_uri
from sitegen.feed.plan import FORMATS, feed_links, plan_feeds
from sitegen.feed.write import Rendered, write_feed

__all__ = [
    "FORMATS",
    "Edition",
    "Listed",
    "Picture",
    "Plan",
    "Rendered",
    "feed_links",
    "item_uri",
    "plan_feeds",
    "write_feed",
]
