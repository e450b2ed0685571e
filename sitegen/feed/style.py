"""The stylesheet by which a browser shows a feed as a page (XSLT is going; plain CSS stays)."""

from collections.abc import Mapping

from sitegen.feed.edition import Edition, Plan
from sitegen.model import Body

_CSS = """\
@namespace content url("http://purl.org/rss/1.0/modules/content/");
@namespace dc url("http://purl.org/dc/elements/1.1/");
@namespace media url("http://search.yahoo.com/mrss/");

rss, feed {
  display: block;
  max-width: 44rem;
  margin: 2rem auto;
  padding: 0 1rem;
  color: #1d1d1f;
  background: #fff;
  font: 1.0625rem/1.55 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
rss::before, feed::before {
  content: "NOTE";
  display: block;
  margin-bottom: 1.5rem;
  padding: .75rem 1rem;
  border: 1px solid #b8b8bd;
  border-radius: .5rem;
  background: #f4f4f6;
}
channel, item, entry { display: block; }
channel > title, channel > description, feed > title, feed > subtitle { display: block; }
channel > title, feed > title { font-size: 1.75rem; font-weight: 700; line-height: 1.2; }
item, entry { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid #d5d5da; }
item > title, entry > title { display: block; font-size: 1.2rem; font-weight: 600; line-height: 1.3; }
item > link, entry > published { display: block; color: #55555a; font-size: .875rem; }
item > pubDate { display: block; color: #55555a; font-size: .875rem; }
item > description, entry > summary { display: block; margin-top: .5rem; }
channel > link, channel > copyright, channel > docs, channel > generator, channel > language,
channel > lastBuildDate, channel > ttl, item > guid, item > category, item > source,
feed > id, feed > updated, feed > author, feed > rights, feed > generator,
entry > id, entry > updated, entry > author, entry > source, entry > content,
content|encoded, dc|*, media|* { display: none; }
@media (prefers-color-scheme: dark) {
  rss, feed { color: #ececf0; background: #161618; }
  rss::before, feed::before { background: #242428; border-color: #55555a; }
  item > link, entry > published, item > pubDate { color: #b0b0b8; }
  item, entry { border-color: #3a3a40; }
}
"""


def write_style(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """The stylesheet, with its note in the site's language."""
    note = edition.strings["feeds.note"]
    return _CSS.replace("NOTE", note.replace('"', "”")).encode()
