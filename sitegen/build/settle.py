"""Settings, vocabularies, templates and models, from the site's own files and the defaults.

First an outline, which tells whether anything changed without loading any of it; then all of it.
"""

import datetime as dt
from typing import TYPE_CHECKING

from msgspec import Struct

from sitegen.build.options import Options
from sitegen.effects import clock
from sitegen.effects.disk import Disk
from sitegen.effects.files import contents, defaults_root, ledger_text, overlaid, read_texts, stamps
from sitegen.effects.imagefiles import image_files
from sitegen.effects.memo import Memo, code_digest, digest_of
from sitegen.model import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.config import Config
    from sitegen.render.picture import Shot

# What is a site's own: the program's, which are those of its example, never stand in for them.
_OWN = ("content/articles/", "content/overrides/", "content/pages/", "content/feeds/", "content/site.toml")
_LEDGER = "content/ledger.tsv"
_NO_SETTINGS = ("articles", "messages")  # below content/; what a terminal says changes no page
_WORDS = "content/ui/fr.toml"
_ASSETS = "templates/assets"


class Places(Struct, frozen=True):
    """Where settings, models, templates, assets and pages are to be read from, by path."""

    config: dict[str, str]
    models: dict[str, str]
    templates: dict[str, str]
    assets: dict[str, str]
    pages: dict[str, str]


class Basics(Struct, frozen=True):
    """The few settings that are needed before it is known whether anything changed."""

    time_zone: str
    as_of: dt.date | None
    on_error: str


class Outline(Struct, frozen=True):
    """What tells whether a build has anything to do, and where the rest is to be had.

    ``key`` is the digest of all that an analysis can depend on: settings, vocabularies, models, code;
    ``whole`` covers templates, assets, pages, images and the day as well, ``pictured`` the images alone.
    ``notes`` say what is none of the files it is named like; ``config`` is there where it had to be loaded.
    """

    places: Places
    basics: Basics
    as_of: dt.date
    ledger: str
    ledger_digest: str
    code: str
    key: str
    whole: str
    pictured: str
    shots: "tuple[Shot, ...]"
    image_notes: tuple[Diagnostic, ...]
    notes: tuple[Diagnostic, ...]
    config: "Config | None"


class Settings(Struct, frozen=True):
    """What a build works with besides the articles.

    ``images`` are the site's usable image files by every address that names them.
    """

    config: "Config"
    models: dict[str, str]
    templates: dict[str, str]
    assets: dict[str, bytes]
    pages: dict[str, str]
    ledger: str
    ledger_digest: str
    as_of: dt.date
    code: str
    key: str
    whole: str
    images: "Mapping[str, Shot]"
    pictured: str
    image_notes: tuple[Diagnostic, ...]


def sketch(options: Options, disk: Disk, memo: Memo | None) -> Outline:
    """What can be told without reading what was not touched; settings are read where the memo has none."""
    notes: list[Diagnostic] = []
    config_places = overlaid(
        options.root, "content", (".toml",), skip=_OWN, without=_NO_SETTINGS, notes=notes
    )
    own_words = config_places.get(_WORDS)
    if own_words and own_words != f"{defaults_root()}/{_WORDS}":  # what it lacks is lent by the default
        config_places["defaults/ui/fr.toml"] = f"{defaults_root()}/{_WORDS}"
    model_places = overlaid(options.root, "content/models", (".json",), notes=notes)
    templates = overlaid(
        options.root, "templates", (".html", ".xml", ".txt", ".js"), without=("assets",), notes=notes
    )
    pages = overlaid(options.root, "content/pages", (".md",), skip=("content/pages",), notes=notes)
    assets = overlaid(options.root, _ASSETS, ("",), notes=notes)
    ledger, ledger_notes = ledger_text(disk, options.root, _LEDGER)
    places = Places(config_places, model_places, templates, assets, pages)
    code = code_digest()
    key = digest_of(
        code,
        *(_contents(disk, memo, *kind) for kind in (("config", config_places), ("models", model_places))),
        options.base_url,
    )
    basics = memo.value(f"basics-{key}", Basics) if memo else None
    config = None
    if basics is None:
        config = _load(options, disk, config_places)
        site = config.site
        basics = Basics(site.time_zone, site.as_of, site.on_error)
        if memo:
            memo.keep_value("config-", f"config-{key}", config)
            memo.keep_value("basics-", f"basics-{key}", basics)
    as_of = options.as_of or basics.as_of or clock.today(basics.time_zone)
    shots, image_notes = _shots(options, disk, memo)
    pictured = "\n".join(f"{shot.path} {shot.digest}" for shot in shots)
    looks = (("templates", templates), ("pages", pages), ("assets", assets))
    rest = (*(_contents(disk, memo, *kind) for kind in looks), str(as_of), pictured)
    return Outline(
        places=places,
        basics=basics,
        as_of=as_of,
        ledger=ledger,
        ledger_digest=digest_of(ledger),
        code=code,
        key=key,
        whole=digest_of(key, *rest),
        pictured=digest_of(pictured) if shots else "-",
        shots=shots,
        image_notes=image_notes,
        notes=(*notes, *ledger_notes),
        config=config,
    )


def _contents(disk: Disk, memo: Memo | None, kind: str, places: dict[str, str]) -> str:
    """The digest of what these files hold: as noted where places, sizes and times are as they were, or anew.

    So a site that was moved, or cloned with what it knows, does not read every article again.
    """
    prefix = f"contents-{kind}-"
    seen = prefix + digest_of(stamps(places))
    kept = memo.value(seen, str) if memo else None
    if kept is None:
        kept = contents(disk, places)
        if memo:
            memo.keep_value(prefix, seen, kept)
    return kept


def settle(options: Options, disk: Disk, memo: Memo | None, outline: Outline | None = None) -> Settings:
    """Everything read and validated; what is wrong with it is in ``config.notes``."""
    from sitegen.config import Config  # noqa: PLC0415  a build that has nothing to do does not load it
    from sitegen.render.picture import by_address  # noqa: PLC0415  as above

    outline = outline or sketch(options, disk, memo)
    places = outline.places
    config = outline.config or (memo.value(f"config-{outline.key}", Config) if memo else None)
    return Settings(
        config=config or _load(options, disk, places.config),
        models=read_texts(disk, places.models),
        templates={
            path.removeprefix("templates/"): text for path, text in read_texts(disk, places.templates).items()
        },
        assets={path.removeprefix(_ASSETS + "/"): disk.read(place) for path, place in places.assets.items()},
        pages=read_texts(disk, places.pages),
        ledger=outline.ledger,
        ledger_digest=outline.ledger_digest,
        as_of=outline.as_of,
        code=outline.code,
        key=outline.key,
        whole=outline.whole,
        images=by_address(outline.shots),
        pictured=outline.pictured,
        image_notes=outline.image_notes,
    )


def _load(options: Options, disk: Disk, places: dict[str, str]) -> "Config":
    """The configuration from its files, with the address that the command gives."""
    from sitegen import config as configuration  # noqa: PLC0415  as above

    return configuration.load(read_texts(disk, places), options.base_url)


def _shots(
    options: Options, disk: Disk, memo: Memo | None
) -> "tuple[tuple[Shot, ...], tuple[Diagnostic, ...]]":
    """The site's images, and what is wrong with some of them."""
    paths = image_files(options.root)
    if not paths:
        return (), ()
    from sitegen.effects.images import survey_images  # noqa: PLC0415  only where there are images

    return survey_images(options.root, disk, memo, paths)
