# ruff: noqa: E501 - templates and sentences read best unbroken
"""An equal site made by Eleventy: pages, lists and feeds by country and theme.

Eleventy is on npm (`npm install -g @11ty/eleventy`); where there is no such command, nothing is compared.
"""

import shutil
from pathlib import Path

from benchmarks.corpus import Piece, write_own

NAME = "Eleventy"
PAGES = "public/articles/*/index.html"
_CONFIG = """const SIZE = 20;
const slug = (s) => s.normalize("NFKD").replace(/[\\u0300-\\u036f]/g, "").toLowerCase().replace(/[^a-z0-9]+/g, "-");
const sorted = (api) => api.getFilteredByGlob("content/articles/*.md").sort((a, b) => b.date - a.date);
function terms(api) {
  const found = new Map();
  for (const item of sorted(api))
    for (const kind of ["countries", "themes"])
      for (const name of item.data[kind]) {
        const url = `/${kind}/${slug(name)}/`;
        if (!found.has(url)) found.set(url, { name, url, items: [] });
        found.get(url).items.push(item);
      }
  return [...found.values()].sort((a, b) => a.url.localeCompare(b.url));
}
module.exports = (config) => {
  config.addCollection("articles", sorted);
  config.addCollection("terms", terms);
  config.addCollection("parts", (api) => terms(api).flatMap((term) =>
    Array.from({ length: Math.ceil(term.items.length / SIZE) }, (_, at) => ({
      name: term.name, items: term.items.slice(at * SIZE, (at + 1) * SIZE),
      href: at ? `${term.url}page/${at + 1}/` : term.url,
      next: (at + 1) * SIZE < term.items.length ? `${term.url}page/${at + 2}/` : "",
    }))));
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("stamp", (date) => date.toUTCString());
  config.addFilter("newest", (items) => items.slice(0, SIZE));
  return { dir: { input: ".", output: "public" }, markdownTemplateEngine: false, templateFormats: ["md", "njk"] };
};
"""
_CARDS = """<ol>{% for item in shown %}<li><h2><a href="{{ item.url }}">{{ item.data.title }}</a></h2>
<time>{{ item.date | day }}</time><p>{{ item.rawInput | truncate(200) }}</p></li>{% endfor %}</ol>
"""
_ITEMS = """<rss version="2.0"><channel><title>{{ name }}</title><link>https://banc.example.org/</link><description>{{ name }}</description>
{% for item in items %}<item><title>{{ item.data.title }}</title><link>https://banc.example.org{{ item.url }}</link>
<pubDate>{{ item.date | stamp }}</pubDate><description>{{ item.rawInput | truncate(200) }}</description></item>{% endfor %}</channel></rss>
"""
_FILES = {
    ".eleventy.js": _CONFIG,
    "_includes/base.njk": """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{{ title }}</title></head><body>
<nav>{% for term in collections.terms %}<a href="{{ term.url }}">{{ term.name }}</a>{% endfor %}</nav><main>{{ content | safe }}</main></body></html>
""",
    "_includes/article.njk": """---
layout: base.njk
---
<article><h1>{{ title }}</h1><time>{{ page.date | day }}</time>{% for name in countries %}<a>{{ name }}</a>{% endfor %}
{% for name in themes %}<a>{{ name }}</a>{% endfor %}{{ content | safe }}</article>
""",
    "_includes/cards.njk": _CARDS,
    "_includes/items.njk": _ITEMS,
    "content/articles/articles.11tydata.js": """module.exports = {
  layout: "article.njk", permalink: (data) => `/articles/${data.page.fileSlug}/`,
};
""",
    "home.njk": """---
layout: base.njk
title: Banc d'essai
pagination: { data: collections.articles, size: 20, alias: shown }
permalink: "{% if pagination.pageNumber %}/page/{{ pagination.pageNumber + 1 }}{% endif %}/"
---
{% include "cards.njk" %}{% if pagination.href.next %}<a rel="next" href="{{ pagination.href.next }}">Suite</a>{% endif %}
""",
    "parts.njk": """---
layout: base.njk
pagination: { data: collections.parts, size: 1, alias: part }
permalink: "{{ part.href }}"
---
{% set shown = part.items %}{% include "cards.njk" %}{% if part.next %}<a rel="next" href="{{ part.next }}">Suite</a>{% endif %}
""",
    "feeds.njk": """---
pagination: { data: collections.terms, size: 1, alias: term }
permalink: "{{ term.url }}index.xml"
---
{% set name = term.name %}{% set items = term.items | newest %}{% include "items.njk" %}
""",
    "feed.njk": """---
permalink: /index.xml
---
{% set name = "Banc" %}{% set items = collections.articles | newest %}{% include "items.njk" %}
""",
}


def command() -> list[str] | None:
    """How Eleventy is started here, None where it is not installed."""
    own = shutil.which("eleventy")
    return [own, "--quiet"] if own else None


def write_site(folder: Path, count: int) -> list[Path]:
    """The same articles for Eleventy in an empty folder; their files."""
    return write_own(folder, count, _FILES, Piece.labelled)
