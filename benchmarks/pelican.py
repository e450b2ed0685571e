# ruff: noqa: E501 - templates and sentences read best unbroken
"""An equal site made by Pelican: pages, lists and feeds by country and theme, both of them its tags.

Pelican is on PyPI (`pip install pelican Markdown`); where it is not installed, nothing is compared.
"""

import importlib.util
import shutil
import sys
from pathlib import Path

from benchmarks.corpus import Piece, write_own

NAME = "Pelican"
PAGES = "public/articles/*/index.html"
_CONFIG = """SITENAME = "Banc d'essai"
SITEURL = "https://banc.example.org"
PATH = "content"
OUTPUT_PATH = "public"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = []
STATIC_PATHS = []
TIMEZONE = "UTC"
DEFAULT_LANG = "fr"
THEME = "theme"
THEME_STATIC_PATHS = []
READERS = {"html": None}
ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
DIRECT_TEMPLATES = ["index"]
PAGINATED_TEMPLATES = {"index": 20, "tag": 20}
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = TAG_FEED_ATOM = None
FEED_DOMAIN = SITEURL
FEED_RSS = "index.xml"
TAG_FEED_RSS = "tags/{slug}/index.xml"
FEED_MAX_ITEMS = 20
CACHE_CONTENT = LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "generator"
CHECK_MODIFIED_METHOD = "mtime"
"""
_LIST = """{% extends "base.html" %}{% block main %}<ol>{% for article in articles_page.object_list %}
<li><h2><a href="/{{ article.url }}">{{ article.title }}</a></h2><time>{{ article.date.date() }}</time>
<p>{{ article.summary | striptags | truncate(200) }}</p></li>{% endfor %}</ol>
{% if articles_page.has_next() %}<a rel="next" href="/{{ articles_next_page.url }}">Suite</a>{% endif %}{% endblock %}
"""
_THEME = {
    "base.html": """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{% block title %}{{ SITENAME }}{% endblock %}</title>
</head><body><nav>{% for tag, items in tags %}<a href="/{{ tag.url }}">{{ tag }}</a>{% endfor %}</nav>
<main>{% block main %}{% endblock %}</main></body></html>
""",
    "index.html": _LIST,
    "tag.html": _LIST,
    "article.html": """{% extends "base.html" %}{% block title %}{{ article.title }}{% endblock %}{% block main %}<article>
<h1>{{ article.title }}</h1><time>{{ article.date.date() }}</time>{% for tag in article.tags %}
<a href="/{{ tag.url }}">{{ tag }}</a>{% endfor %}{{ article.content }}</article>{% endblock %}
""",
}


def command() -> list[str] | None:
    """How Pelican is started here, None where it is not installed."""
    if importlib.util.find_spec("pelican") and importlib.util.find_spec("markdown"):
        return [sys.executable, "-m", "pelican", "--quiet", "content", "-s", "pelicanconf.py"]
    own = shutil.which("pelican")
    return [own, "--quiet", "content", "-s", "pelicanconf.py"] if own else None


def write_site(folder: Path, count: int) -> list[Path]:
    """The same articles for Pelican in an empty folder; their files."""
    files = {"pelicanconf.py": _CONFIG, **{f"theme/templates/{name}": text for name, text in _THEME.items()}}
    return write_own(folder, count, files, _labelled)


def _labelled(one: Piece) -> str:
    """An article with its labels as Pelican wants them."""
    head = f"title: {one.title}\ndate: {one.day}\nslug: {one.name}\ntags: {one.country}, {one.theme}\n"
    return f"{head}\n{one.body}\n"
