"""A small world to render, made from a few lines; the project's own templates, words and assets."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from sitegen.config.site import SiteConfig
from sitegen.config.ui import Strings, load_ui
from sitegen.model import Article, Artifact, Body, Collection, Site, Source, Term
from sitegen.model.feedlink import FeedLink
from sitegen.render import Assets, World, closures, plan_assets, plan_pages, render
from sitegen.render.templates import Templates, compile_templates

PROJECT = Path(__file__).parents[2]
COUNTRIES = {"AM": ("Arménie", "armenie"), "FR": ("France", "france"), "MA": ("Maroc", "maroc")}
THEMES = {"diplomacy": ("Diplomatie", "diplomatie"), "culture": ("Culture", "culture")}


def article(number: int, **changes: object) -> Article:
    """An article; everything about it can be changed."""
    day = changes.pop("date", dt.date(2025, 3, 1) + dt.timedelta(days=number))
    given: dict[str, object] = {
        "id": f"{number:016x}",
        "path": f"content/articles/{number:03}.md",
        "title": f"Le port de Valmont accueille son {number}e navire",
        "date": day,
        "published": None,
        "updated": None,
        "authors": (),
        "source": Source("La Gazette d'exemple", "https://gazette.example.org/"),
        "link": f"https://gazette.example.org/{number}",
        "language": "fr",
        "tags": (),
        "summary": f"Résumé numéro {number}, écrit pour les tests.",
        "image": None,
        "countries": ("AM",),
        "themes": ("diplomacy",),
        "words": 400,
        "publish": "full",
        "indexed": True,
        "inferred": (),
        "aliases": (),
        "slug": f"navire-{number}",
        "digest": "",
    }
    given.update(changes)
    if not given["digest"]:
        given["digest"] = hashlib.md5(repr(sorted(given.items(), key=str)).encode()).hexdigest()  # noqa: S324  no secret
    return Article(**given)  # type: ignore[arg-type]  # the fields of Article


def site_of(articles: Sequence[Article]) -> Site:
    """Articles on their shelves, newest first."""
    ordered = sorted(articles, key=lambda each: (each.date or dt.date.min, each.path), reverse=True)
    routes = {
        each.id: f"/articles/{each.date:%Y/%m}/{each.slug}/"
        if each.date
        else f"/articles/sans-date/{each.slug}/"
        for each in ordered
    }
    shelves: dict[tuple[str, tuple[str, ...], str, str], list[Article]] = {("site", (), "Essai", "/"): []}
    for each in ordered:
        places: list[tuple[str, tuple[str, ...], str, str]] = [("site", (), "Essai", "/")]
        for code in each.countries:
            name, slug = COUNTRIES[code]
            places.append(("country", (code,), name, f"/pays/{slug}/"))
            places += [
                (
                    "country-theme",
                    (code, theme),
                    f"{name} – {THEMES[theme][0]}",
                    f"/pays/{slug}/{THEMES[theme][1]}/",
                )
                for theme in each.themes
            ]
        places += [
            ("theme", (theme,), THEMES[theme][0], f"/themes/{THEMES[theme][1]}/") for theme in each.themes
        ]
        if each.date:
            year, month = f"{each.date:%Y}", f"{each.date:%m}"
            places.append(("month", (year, month), f"{year}-{month}", f"/archives/{year}/{month}/"))
        if each.source:
            slug = re.sub(r"[^a-z]+", "-", each.source.name.lower())
            places.append(("source", (slug,), each.source.name, f"/sources/{slug}/"))
        for place in places:
            shelves.setdefault(place, []).append(each)
    terms = {
        ("country", code): Term("country", code, name, f"/pays/{slug}/", code)
        for code, (name, slug) in COUNTRIES.items()
    }
    terms |= {
        ("theme", key): Term("theme", key, name, f"/themes/{slug}/") for key, (name, slug) in THEMES.items()
    }
    collections = tuple(Collection(*place, tuple(held)) for place, held in sorted(shelves.items()))  # type: ignore[arg-type]  # kinds
    return Site(tuple(ordered), collections, routes, terms)


@cache
def strings(language: str = "fr") -> Strings:
    """The project's own words."""
    files = {path.name: path.read_text() for path in (PROJECT / "content/ui").glob("*.toml")}
    return load_ui(files)[0][language]


@cache
def template_files() -> Mapping[str, str]:
    """The project's own templates."""
    folder = PROJECT / "templates"
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "assets" not in path.parts
    }


@cache
def assets() -> tuple[Assets, tuple[Artifact, ...]]:
    """The project's own assets."""
    folder = PROJECT / "templates/assets"
    return plan_assets(
        {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }
    )


@cache
def templates() -> Templates:
    """The project's templates, compiled once."""
    return compile_templates(template_files())


def world_of(articles: Sequence[Article], language: str = "fr", **config: object) -> World:
    """A world of these articles, with a feed for each country."""
    site = site_of(articles)
    given: dict[str, object] = {
        "title": "Essai",
        "base_url": "https://essai.example.org",
        "per_page": 5,
        "language": language,
    }
    feeds = tuple(
        FeedLink(shelf.kind, shelf.key, shelf.name, f"{shelf.url}feed.xml")
        for shelf in site.collections
        if shelf.kind in ("site", "country")
    )
    return World(
        site,
        SiteConfig(**{**given, **config}),  # type: ignore[arg-type]  # the fields of SiteConfig
        strings(language),
        assets()[0],
        feeds,
        pages=(("a-propos", "À propos", "<p>Qui nous sommes.</p>"),),
        closures=closures(template_files(), assets()[0]),
    )


def bodies_of(world: World, html: str = "<p>Le corps du texte.</p>") -> dict[str, Body]:
    """The same body for every article."""
    return {each.id: Body(html, "Le corps du texte.") for each in world.site.articles}


def rendered(world: World, html: str = "<p>Le corps du texte.</p>") -> dict[str, tuple[str, str]]:
    """Every page as (signature, text) by path."""
    bodies = bodies_of(world, html)
    fresh = compile_templates(template_files())
    return {
        page.path: (page.signature, render(page, world, bodies, fresh).data.decode(errors="replace"))
        for page in plan_pages(world)
    }


def changed(world: World, number: int, **changes: object) -> World:
    """The same world with one article edited."""
    edited = [
        replace(each, **{"digest": f"edited-{number}", **changes}) if each.id == f"{number:016x}" else each  # type: ignore[arg-type]  # fields
        for each in world.site.articles
    ]
    return replace(world, site=site_of(edited))
