"""The stylesheet by which a browser shows a feed as a page (XSLT is going; plain CSS stays).

CSS makes no link and writes no date: the addresses and dates of articles are left out, and the one address
that leads to a page with all of them is shown.
"""

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
channel > link:not(:empty), feed > link[rel="alternate"] { display: block; margin-top: .5rem; }
channel > link:not(:empty)::before, feed > link[rel="alternate"]::before { content: "PAGE "; opacity: .8; }
feed > link[rel="alternate"]::after { content: attr(href); }
channel > title, feed > title { font-size: 1.75rem; font-weight: 700; line-height: 1.2; }
item, entry { margin-top: 1.5rem; padding-top: 1.5rem; border-top: 1px solid #d5d5da; }
item > title, entry > title { display: block; font-size: 1.2rem; font-weight: 600; line-height: 1.3; }
item > description, entry > summary { display: block; margin-top: .5rem; }
channel > copyright, channel > docs, channel > generator, channel > language,
channel > lastBuildDate, channel > ttl, item > guid, item > category, item > link, item > pubDate,
feed > id, feed > updated, feed > author, feed > rights, feed > generator,
entry > id, entry > updated, entry > published, entry > author, entry > source, entry > content,
content|encoded, dc|*, media|* { display: none; }
item > source, item > dc|source { display: block; color: #55555a; font-size: .875rem; }
@media (prefers-color-scheme: dark) {
  rss, feed { color: #ececf0; background: #161618; }
  rss::before, feed::before { background: #242428; border-color: #55555a; }
  item > source, item > dc|source { color: #b0b0b8; }
  item, entry { border-color: #3a3a40; }
}
"""


def write_style(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """The stylesheet, with its notes in the site's language."""
    css = _CSS
    for mark, word in (("NOTE", "feeds.note"), ("PAGE", "feeds.page")):
        css = css.replace(mark, edition.strings[word].replace('"', "”"))
    return css.encode()
