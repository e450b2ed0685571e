"""Files that browsers read: redirects from old addresses, the web manifest, the service worker."""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from sitegen.render.frame import canonical
from sitegen.render.signature import signed
from sitegen.render.structured import as_script
from sitegen.render.world import Page, World
from sitegen.text import routes

ALIAS = "alias"
MANIFEST = "manifest"
WORKER = "worker"
_ALIAS_TEMPLATE = "pages/alias.html"
_WORKER_TEMPLATE = "pages/worker.js"
# What a reader needs with no connection: the frame, and the page that says so.
_KEPT = (
    "site.css",
    "site.js",
    "theme.js",
    "saved.js",
    "headline.woff2",
    "icon-192.png",
    "icon.svg",
)


class AliasView(Struct, frozen=True):
    """An old address's page: where the article is now."""

    title: str
    url: str
    canonical: str


def plan(world: World) -> Iterator[Page]:
    """A small page for each old address, the manifest and the worker."""
    closure = world.closures.get(_ALIAS_TEMPLATE, "")
    taken = set(world.site.routes.values())
    for article in world.site.articles:
        for alias in article.aliases:
            path = alias_path(alias)
            if path and routes.url_of(path) not in taken:
                url = world.site.routes[article.id]
                yield Page(path, ALIAS, (article.id,), (), signed(world.chrome, closure, article.title, url))
    yield Page(
        routes.file_of(routes.MANIFEST), MANIFEST, (), (), signed(world.chrome, *world.assets.urls.values())
    )
    worker = signed(world.chrome, world.closures.get(_WORKER_TEMPLATE, ""), *_kept(world))
    yield Page(routes.file_of(routes.WORKER), WORKER, (), (), worker)


def alias_path(alias: str) -> str:
    """The file for an old address, "" for one that cannot be a file of this site."""
    bare = alias.split("#", 1)[0].split("?", 1)[0].strip()
    parts = [part for part in bare.split("/") if part not in ("", ".")]
    if "://" in bare or not parts or ".." in parts or any(ord(char) < 32 or char == "\\" for char in bare):  # noqa: PLR2004
        return ""
    path = "/".join(parts)
    return path if path.endswith((".html", ".htm")) else routes.file_of(f"/{path}/")


def alias_view(world: World, page: Page) -> AliasView:
    """Where an old address leads."""
    article = world.desk.article[page.subject[0]]
    url = world.site.routes[article.id]
    return AliasView(article.title, world.desk.href(url), canonical(world, url))


def manifest(world: World) -> bytes:
    """The web manifest, so that the site can be put on a phone's screen."""
    href = world.desk.href
    icons = [
        {"src": href(world.assets[name]), "sizes": sizes, "type": kind, "purpose": purpose}
        for name, sizes, kind, purpose in (
            ("icon.svg", "any", "image/svg+xml", "any"),
            ("icon-192.png", "192x192", "image/png", "any"),
            ("icon-512.png", "512x512", "image/png", "any"),
            ("icon-mask.png", "512x512", "image/png", "maskable"),
        )
    ]
    data = {
        "name": world.config.title,
        "short_name": world.config.title[:24],
        "description": world.config.description or world.config.tagline or world.strings["site.tagline"],
        "lang": world.config.language,
        "dir": "ltr",
        "id": href(routes.HOME),
        "start_url": href(routes.HOME),
        "scope": href(routes.HOME),
        "display": "standalone",
        "background_color": "#ffffff",
        "theme_color": "#ffffff",
        "icons": icons,
        "shortcuts": [
            {"name": world.strings["site.search"], "url": href(routes.SEARCH)},
            {"name": world.strings["site.saved"], "url": href(routes.SAVED)},
        ],
    }
    return (as_script(data) + "\n").encode()


def _kept(world: World) -> tuple[str, ...]:
    """What the worker stores at once, as addresses."""
    urls = (world.assets.urls[name] for name in _KEPT if name in world.assets.urls)
    return tuple(world.desk.href(url) for url in (*urls, routes.OFFLINE, routes.SAVED))


def worker_setup(world: World, page: Page) -> Markup:
    """What the worker is told: its version, the site's folder, and what to keep."""
    return as_script(
        {"version": page.signature, "root": world.desk.href(routes.HOME), "kept": list(_kept(world))}
    )
