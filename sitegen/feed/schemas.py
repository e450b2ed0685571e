"""JSON Schemas (2020-12) of the API, published beside it; the tests hold the API to them."""

from typing import Any

VERSION = "1"
"""Of the API: within a version, properties are only added."""

_DRAFT = "https://json-schema.org/draft/2020-12/schema"


def _object(**properties: Any) -> dict[str, Any]:
    """An object with exactly these properties, all of them required."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(of: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": of}


def _or_null(value: dict[str, Any]) -> dict[str, Any]:
    return {"anyOf": [value, {"type": "null"}]}


def _counts(described: str) -> dict[str, Any]:
    return {"type": "object", "additionalProperties": _COUNT, "description": described}


_TEXT: dict[str, Any] = {"type": "string"}
_WORD: dict[str, Any] = {"type": "string", "minLength": 1}
_URL: dict[str, Any] = {"type": "string", "format": "uri", "pattern": "^https?://"}
_DAY: dict[str, Any] = {"type": "string", "format": "date"}
_TIME: dict[str, Any] = {"type": "string", "format": "date-time"}
_COUNT: dict[str, Any] = {"type": "integer", "minimum": 0}
_VERSION: dict[str, Any] = {"const": VERSION}
_FEEDS = _object(rss=_URL, atom=_URL, json=_URL)

_SUMMARY: dict[str, Any] = {
    "id": {"type": "string", "pattern": "^[0-9a-f]{16}$", "description": "permanent"},
    "uri": {"type": "string", "format": "uri", "pattern": "^urn:uuid:", "description": "the id in feeds"},
    "url": _URL,
    "api_url": _URL,
    "title": _WORD,
    "summary": _TEXT,
    "date": {**_or_null(_DAY), "description": "null for an undated article"},
    "published": {**_or_null(_TIME), "description": "where a time of day is known"},
    "updated": _or_null(_TIME),
    "authors": _list(_TEXT),
    "source": _or_null(_object(name=_TEXT, url=_or_null(_URL))),
    "link": {**_or_null(_URL), "description": "the original's page"},
    "language": _TEXT,
    "countries": {**_list(_WORD), "description": "ids of countries.json, primary first"},
    "themes": {**_list(_WORD), "description": "ids of themes.json, best first"},
    "tags": _list(_TEXT),
    "words": _COUNT,
    "publish": {"enum": ["full", "excerpt"]},
    "inferred": {**_list(_WORD), "description": "names of fields that were worked out, not stated"},
}
_TERM = _object(
    kind={"enum": ["country", "theme"]},
    id=_WORD,
    name=_TEXT,
    code=_or_null(_WORD),
    scheme=_or_null(_URL),
    url=_URL,
    score={"type": ["number", "null"], "description": "how strongly the text speaks for it"},
    sure={"type": ["boolean", "null"], "description": "false where an editor should look"},
    evidence={**_list(_TEXT), "description": "words of the text that speak for it"},
)
_SHELF = _object(
    id=_WORD,
    name=_TEXT,
    code={**_or_null(_WORD), "description": "ISO 3166-1 alpha-2, or an IPTC Media Topic"},
    scheme=_or_null(_URL),
    url=_URL,
    feeds=_FEEDS,
    articles=_COUNT,
    newest=_or_null(_DAY),
)

_SCHEMAS: dict[str, dict[str, Any]] = {
    "index": _object(
        version=_VERSION,
        title=_TEXT,
        description=_TEXT,
        language=_WORD,
        rights=_or_null(_TEXT),
        home_page_url=_URL,
        endpoints=_object(
            articles=_URL,
            article={**_TEXT, "description": "put an id for {id}"},
            countries=_URL,
            themes=_URL,
            sources=_URL,
            stats=_URL,
        ),
        feeds=_object(rss=_URL, atom=_URL, json=_URL, opml=_URL),
        schemas={"type": "object", "additionalProperties": _URL},
    ),
    "articles": _object(
        version=_VERSION,
        page={**_COUNT, "description": "0 for the newest; others are numbered from the oldest and stay"},
        older_url=_or_null(_URL),
        newer_url=_or_null(_URL),
        articles=_list(_object(**_SUMMARY)),
    ),
    "article": _object(
        **_SUMMARY,
        version=_VERSION,
        terms=_list(_TERM),
        former_urls=_list(_URL),
        content_html={**_or_null(_TEXT), "description": "null where only an excerpt may be shown"},
        content_markdown=_or_null(_TEXT),
    ),
    "countries": _object(version=_VERSION, countries=_list(_SHELF), groups=_list(_SHELF)),
    "themes": _object(version=_VERSION, themes=_list(_SHELF)),
    "sources": _object(version=_VERSION, sources=_list(_SHELF)),
    "stats": _object(
        version=_VERSION,
        articles=_COUNT,
        undated=_COUNT,
        words=_COUNT,
        first=_or_null(_DAY),
        last=_or_null(_DAY),
        by_month=_counts("by YYYY-MM"),
        by_country=_counts("by country id; an article counts for each of its countries"),
        by_theme=_counts("by theme id; an article counts for each of its themes"),
        by_source=_counts("by name of the source"),
        by_language=_counts("by language code"),
        inferred=_counts("by field: how many articles have it worked out"),
    ),
}
NAMES: tuple[str, ...] = tuple(_SCHEMAS)


def schema(name: str, address: str) -> dict[str, Any]:
    """A schema with its own address as id."""
    return {"$schema": _DRAFT, "$id": address, "title": name, **_SCHEMAS[name]}
