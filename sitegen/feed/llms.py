"""`llms.txt`: where a program finds the digest's data, in Markdown (llmstxt.org)."""

from collections.abc import Mapping

from sitegen.feed.address import absolute
from sitegen.feed.edition import Edition, Plan
from sitegen.feed.escape import one_line
from sitegen.model import Body

_FR = """\
# {title}

> {description}

Chaque article indique sa source, l’adresse de l’original quand elle est connue, et les champs qui ont été
déduits plutôt que déclarés. {rights}

## Données

- [Index de l’API]({api}index.json) : tous les points d’accès, en JSON statique
- [Articles]({api}articles.json) : du plus récent au plus ancien, par pages stables
- [Pays]({api}countries.json) : les pays, régions et leurs flux
- [Thèmes]({api}themes.json) : les thèmes (IPTC Media Topics) et leurs flux
- [Statistiques]({api}stats.json) : nombre d’articles par mois, pays, thème, source et langue
- Un article : `{api}articles/ID.json`, texte en HTML et en Markdown

## Flux

- [RSS]({home}feed.xml), [Atom]({home}atom.xml), [JSON Feed]({home}feed.json) du site entier
- [OPML]({home}feeds.opml) : tous les flux, par pays, thème et source

## Facultatif

- [Plan du site]({home}sitemap.xml)
"""
_EN = """\
# {title}

> {description}

Every article names its source, the original's address where it is known, and the fields that were worked out
rather than stated. {rights}

## Data

- [API index]({api}index.json): every endpoint, as static JSON
- [Articles]({api}articles.json): newest first, in stable pages
- [Countries]({api}countries.json): countries, regions and their feeds
- [Themes]({api}themes.json): themes (IPTC Media Topics) and their feeds
- [Statistics]({api}stats.json): articles by month, country, theme, source and language
- One article: `{api}articles/ID.json`, its text as HTML and as Markdown

## Feeds

- [RSS]({home}feed.xml), [Atom]({home}atom.xml), [JSON Feed]({home}feed.json) of the whole site
- [OPML]({home}feeds.opml): every feed, by country, theme and source

## Optional

- [Sitemap]({home}sitemap.xml)
"""
_TEXTS = {"fr": _FR, "en": _EN}


def write_llms(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """The file in the site's language."""
    config = edition.config
    values = {
        "title": one_line(config.title),
        "description": one_line(config.description) or one_line(config.tagline) or one_line(config.title),
        "rights": one_line(config.rights),
        "home": absolute("/", config),
        "api": absolute("/api/", config),
    }
    return _TEXTS.get(config.language, _FR).format_map(values).replace(". \n", ".\n").encode()
