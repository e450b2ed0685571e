"""The right half: all articles in, every file of the site planned, with the signature of what it shows."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from msgspec import Struct, field
from msgspec.structs import replace

from sitegen.config import Config
from sitegen.config.feeds import check_selections
from sitegen.config.site import SiteConfig
from sitegen.config.ui import Strings
from sitegen.feed import (
    Edition,
    Listed,
    Plan,
    Rendered,
    Tokens,
    arrivals,
    feed_links,
    plan_feeds,
    plan_outputs,
    write,
)
from sitegen.feed import Picture as FeedPicture
from sitegen.group import Ledger, Taxonomies, draft_left_out, group
from sitegen.group.standing import basis_of, standing_of
from sitegen.model import Article, Artifact, Body, Diagnostic, Site, SourceFile, Where, said
from sitegen.model.standing import Basis
from sitegen.publish.shards import Shard, plan_shards, shard_signature, slim
from sitegen.read import read
from sitegen.read.decode import MAX_BYTES, legal
from sitegen.render import Page, World, closures, plan_assets, plan_pages, render
from sitegen.render.pages import coverage, fixed, home, indexes, shelf
from sitegen.render.picture import Shot, by_address, picture_of, variants
from sitegen.render.words import date_words
from sitegen.text import routes
from sitegen.text.keys import DRAFT_KEYS, KEYS, is_yes, spelled
from sitegen.text.lazily import lazily

if TYPE_CHECKING:  # Jinja loads only where something is rendered
    from sitegen.render.templates import Templates

_FRONTS = frozenset({home.KIND, indexes.KIND, coverage.KIND, fixed.KIND, shelf.KIND})
_UNLISTED = frozenset(page.words for page in fixed.FIXED if not page.indexed)
_OWN_PAGE_SLUG = lazily(r"[a-z0-9][a-z0-9-]{0,80}")


class Composition(Struct, frozen=True):
    """The site before any of it is written.

    ``wanted`` holds every file but those of the search index: path → signature. Pages and feeds are looked up
    by path in ``pages`` and ``plans``, which lack most of what stands as it was published; ``counts`` are
    the numbers of both with those. ``assets`` are files that are ready.
    """

    site: Site
    world: World
    edition: Edition
    pages: Mapping[str, Page]
    plans: Mapping[str, Plan]
    assets: Mapping[str, Artifact]
    images: frozenset[str]
    shards: tuple[Shard, ...]
    wanted: Mapping[str, str]
    counts: tuple[int, int]
    ledger: Ledger
    notes: tuple[Diagnostic, ...]


class Material(Struct, frozen=True):
    """What the site is composed of besides its articles.

    ``shots`` are the images that articles show, ``image_sizes`` the bytes of each of their forms by path.
    ``digest`` is one of all of it; ``basis`` what the published site was planned from, and ``published`` the
    signatures of its files.
    """

    config: Config
    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    pages: Mapping[str, str]
    ledger: Ledger
    known_paths: frozenset[str]
    as_of: dt.date
    code: str
    shots: tuple[Shot, ...] = ()
    image_sizes: Mapping[str, int] = field(default_factory=dict)
    one_index: bool = False
    drafts: bool = False
    digest: str = ""
    basis: Basis | None = None
    published: Mapping[str, str] = field(default_factory=dict)


def local(articles: Sequence[Article], time_zone: str) -> tuple[Article, ...]:
    """The articles with their moments on the site's clock, on which the start of a day is of that day."""
    zone = ZoneInfo(time_zone)
    return tuple(
        replace(one, published=_at(one.published, zone), updated=_at(one.updated, zone))
        if one.published or one.updated
        else one
        for one in articles
    )


def _at(moment: dt.datetime | None, zone: dt.tzinfo) -> dt.datetime | None:
    """A moment by the clock of a zone; as it is where no clock goes that far."""
    try:
        return moment and moment.astimezone(zone)
    except OverflowError:
        return moment


def compose(articles: Sequence[Article], material: Material) -> Composition:
    """Every file of the site planned; nothing is rendered yet."""
    config, lore, selections = material.config, material.config.lore, material.config.choices.selections
    taxonomies = Taxonomies(lore.countries, lore.themes, selections, config.site.language)
    unknown = check_selections(
        selections,
        frozenset(country.id for country in lore.countries.countries),
        frozenset(theme.id for theme in lore.themes.themes),
        frozenset(group.id for group in lore.countries.groups),
    )
    zoned = local(articles, config.site.time_zone)
    site, ledger, notes = group(
        zoned, material.known_paths, config.site.title, taxonomies, material.ledger, material.as_of
    )
    assets, asset_files = plan_assets(material.assets)
    shards = plan_shards(site.articles, one=material.one_index) if site.articles else ()
    added = arrivals(site.articles, {row.id: row.added for row in ledger.rows.values()})
    changed = {row.id: row.changed for row in ledger.rows.values() if row.changed}
    pictures = by_address(material.shots)
    standing = standing_of(site, material.digest, material.basis, material.published)
    edition = Edition(
        site,
        config.site,
        strings_of(config),
        version=material.code,
        as_of=material.as_of,
        added=added,
        changed=changed,
        pictures={src: _enclosed(shot, material.image_sizes) for src, shot in pictures.items()},
        standing=standing,
    )
    own, own_notes = own_pages(material.pages, config.site, drafts=material.drafts)
    world = World(
        site=site,
        config=config.site,
        strings=strings_of(config),
        assets=assets,
        feeds=feed_links(edition),
        bundles=tuple("/" + shard.folder for shard in shards) or (routes.SEARCH_INDEX,),
        pages=own,
        as_of=material.as_of,
        version=material.code,
        closures=closures(material.templates, assets),
        pictures={src: picture_of(shot, config.site.prefix) for src, shot in pictures.items()},
        standing=standing,
        countries=lore.countries,
        themes=lore.themes,
        languages=lore.languages,
    )
    pages = {page.path: page for page in plan_pages(world)}
    edition = replace(edition, pages=tuple(_listed(world, pages)))
    tokens = Tokens(edition)
    plans = {plan.path: plan for plan in (*plan_feeds(edition, tokens), *plan_outputs(edition, tokens))}
    files = {artifact.path: artifact for artifact in asset_files}
    images = frozenset(material.image_sizes)
    page_notes = _settle_clashes(pages, site, frozenset((*plans, *files, *images)))
    basis = material.basis
    counts = (len(pages), len(plans)) if not (standing.brief and basis) else (basis.pages, basis.feeds)
    wanted = {
        **(_without_index(material.published) if standing.brief else {}),
        **{path: plan.signature for path, plan in plans.items()},
        **{path: page.signature for path, page in pages.items()},
        **{path: blake2b(artifact.data, digest_size=12).hexdigest() for path, artifact in files.items()},
        **dict.fromkeys(sorted(images), "image"),
    }
    return Composition(
        site,
        world,
        edition,
        pages,
        plans,
        files,
        images,
        shards,
        wanted,
        counts,
        ledger,
        (*notes, *unknown, *own_notes, *_lost(own, pages), *page_notes),
    )


def basis_for(composition: Composition, digest: str) -> Basis:
    """What is to be remembered once this is published, so that the next one can be planned from it."""
    world = composition.world
    return basis_of(composition.site, digest, world.desk.token, world.standing, composition.counts)


def _without_index(published: Mapping[str, str]) -> dict[str, str]:
    """The published files that are not the search index's, which is planned by itself."""
    return {path: signature for path, signature in published.items() if not routes.is_search(path)}


def _enclosed(shot: Shot, sizes: Mapping[str, int]) -> FeedPicture:
    """An image as feeds enclose it: its widest form."""
    widest = variants(shot)[-1]
    length = sizes.get(widest.path, 0)
    return FeedPicture(f"/{widest.path}", length, "image/webp", widest.width, widest.height)


def _listed(world: World, pages: Mapping[str, Page]) -> Iterator[Listed]:
    """The pages besides articles that search engines may show: fronts of shelves and the site's own pages.

    A shelf that holds nothing now keeps its page and feeds, but is not for search engines.
    """
    newest = {own.url: own.articles[0].date for own in world.site.collections if own.articles}
    for page in pages.values():
        url = routes.url_of(page.path)
        if page.kind not in _FRONTS or routes.is_part(url):
            continue
        if page.kind == fixed.KIND and page.subject[0] in _UNLISTED:
            continue
        if page.kind == shelf.KIND and url not in newest:
            continue
        yield Listed(url, newest.get(url))


def strings_of(config: Config) -> Strings:
    """The interface's words in the site's language, in French where there are none."""
    return config.choices.ui.get(config.site.language) or config.choices.ui["fr"]


def _lost(own: Iterable[tuple[str, str, str]], pages: Mapping[str, Page]) -> Iterator[Diagnostic]:
    """An error for each of the editors' pages whose address is one of the site's own."""
    for slug, _, _ in own:
        if pages[routes.file_of(routes.own_page_url(slug))].subject != ("text", slug):
            where = Where(f"content/pages/{slug}.md")
            message = said("/{slug}/ is a page of the site's own", slug=slug)
            yield Diagnostic("page-name", "error", where, message, said("give it another name"))


def _settle_clashes(pages: dict[str, Page], site: Site, files: frozenset[str]) -> tuple[Diagnostic, ...]:
    """Take out the redirects that stand in the way of a file, and name them."""
    notes = []
    aliases = [path for path, page in pages.items() if page.kind == "alias"]
    kept = {path for path, page in pages.items() if page.kind != "alias"} | files if aliases else set()
    folders = {path[:at] for path in kept for at, char in enumerate(path) if char == "/"}
    for path in aliases:
        above = {path[:at] for at, char in enumerate(path) if char == "/"}
        if path in files or path in folders or above & kept or routes.is_search(path):
            article = next(one for one in site.articles if one.id == pages[path].subject[0])
            del pages[path]
            message = said(
                "the former address /{path} is a file of the site's own, so nothing leads on from it",
                path=path,
            )
            hint = said("take it out")
            notes.append(Diagnostic("alias-taken", "warning", Where(article.path), message, hint))
        else:
            kept.add(path)
            folders |= above
    return tuple(notes)


def own_pages(
    files: Mapping[str, str], config: SiteConfig, *, drafts: bool
) -> tuple[tuple[tuple[str, str, str], ...], tuple[Diagnostic, ...]]:
    """The editors' own pages, `content/pages/*.md`, as (slug, title, safe HTML), and their mistakes."""
    from sitegen.render.markdown import to_html  # noqa: PLC0415  a parser that most builds do not need

    out = []
    notes: list[Diagnostic] = []
    for path, text in sorted(files.items()):
        if len(text) > MAX_BYTES:
            message, hint = said("too long for a page"), said("shorten it")
            notes.append(Diagnostic("file-too-large", "error", Where(path), message, hint))
            continue
        document = read(SourceFile(path, legal(text), ""))
        notes += document.notes
        slug = path.rsplit("/", 1)[-1].removesuffix(".md")
        if not _OWN_PAGE_SLUG.fullmatch(slug):
            message = said(
                "a page's name becomes its address: small letters without accents, digits and hyphens"
            )
            notes.append(Diagnostic("page-name", "error", Where(path), message, said("rename it")))
            continue
        flags = [entry.value for entry in document.meta if spelled(entry.key) in DRAFT_KEYS]
        if not drafts and any(is_yes(flag if isinstance(flag, str) else " ".join(flag)) for flag in flags):
            notes.append(draft_left_out(path))
            continue
        declared = next((entry for entry in document.meta if spelled(entry.key) in KEYS["title"]), None)
        title = (
            declared.value
            if declared and isinstance(declared.value, str)
            else slug.replace("-", " ").capitalize()
        )
        start = document.blocks[0].span.line - 1 if document.blocks else text.count("\n") + 1
        body = "\n".join(text.split("\n")[start:])
        html = to_html(body, language=config.language, prefix=config.prefix, origin=config.origin)
        out.append((slug, title, html))
    return tuple(out), tuple(notes)


def make(
    composition: Composition,
    path: str,
    bodies: Mapping[str, Body],
    templates: "Templates",
    rendered: Rendered,
) -> Artifact:
    """One file's bytes."""
    page = composition.pages.get(path)
    if page is not None:
        return render(page, composition.world, bodies, templates)
    plan = composition.plans.get(path)
    if plan is not None:
        return write(plan, composition.edition, bodies, rendered)
    return composition.assets[path]


def index_signature(composition: Composition, shard: Shard, code: str) -> str:
    """Digest of all that a part of the search index depends on."""
    text = shard_signature(shard, composition.site.routes, code)
    return blake2b(text.encode("utf-8", "replace"), digest_size=12).hexdigest()


def index_document(composition: Composition, article: Article, body: Body) -> tuple[str, bytes]:
    """An article's address and the slim document that Pagefind reads for it."""
    shown = date_words(composition.world.strings, "short", article.date)
    data = slim(article, body.markdown, composition.site.terms, shown)
    return composition.site.routes[article.id], data
