"""Settings, vocabularies, templates and models, from the site's own files and the defaults."""

import dataclasses
import datetime as dt
import os
from collections.abc import Mapping
from dataclasses import dataclass

from sitegen import config as configuration
from sitegen.build.options import Options
from sitegen.config import Config
from sitegen.effects import clock
from sitegen.effects.disk import Disk
from sitegen.effects.files import overlaid, read_texts, stamps
from sitegen.effects.images import survey_images
from sitegen.effects.memo import Memo, code_digest, digest_of
from sitegen.model import Diagnostic
from sitegen.render.picture import Shot, by_address

# Folders of `content/` that are read as articles or as images, never as settings.
_OWN = ("content/articles/", "content/overrides/", "content/pages/", "content/feeds/")
_LEDGER = "content/ledger.tsv"
_ASSETS = "templates/assets"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build works with besides the articles.

    ``key`` is the digest of all that an analysis can depend on: settings, vocabularies, models, code;
    ``whole`` covers templates, assets, pages, images and the day as well. ``images`` are the site's usable
    image files by every address that names them.
    """

    config: Config
    models: dict[str, str]
    templates: dict[str, str]
    assets: dict[str, bytes]
    pages: dict[str, str]
    ledger: str
    as_of: dt.date
    code: str
    key: str
    whole: str
    images: Mapping[str, Shot]
    pictured: str
    image_notes: tuple[Diagnostic, ...]


def settle(options: Options, disk: Disk, memo: Memo | None) -> Settings:
    """Everything read and validated; what is wrong with it is in ``config.notes``."""
    places = overlaid(options.root, "content", (".toml",), skip=_OWN)
    places = {path: place for path, place in places.items() if not path.startswith("content/articles/")}
    model_places = overlaid(options.root, "content/models", (".json",))
    code = code_digest()
    touched = digest_of(code, stamps(places), stamps(model_places), options.root, options.base_url)
    config = memo.value(f"config-{touched}", Config) if memo else None
    if config is None:
        config = configuration.load(read_texts(disk, places))
        if options.base_url:
            site = dataclasses.replace(config.site, base_url=options.base_url.rstrip("/"))
            config = dataclasses.replace(config, site=site)
        if memo:
            memo.keep_value("config-", f"config-{touched}", config)
    template_places = overlaid(options.root, "templates", (".html", ".xml", ".txt", ".js"))
    page_places = overlaid(options.root, "content/pages", (".md",), skip=("content/pages",))
    asset_places = overlaid(options.root, _ASSETS, ("",))
    as_of = options.as_of or config.site.as_of or clock.today(config.site.time_zone)
    templates = {path: place for path, place in template_places.items() if not path.startswith(_ASSETS)}
    shots, image_notes = survey_images(options.root, disk, memo)
    pictured = "\n".join(f"{shot.path} {shot.digest}" for shot in shots)
    return Settings(
        config=config,
        models=read_texts(disk, model_places),
        templates={
            path.removeprefix("templates/"): text for path, text in read_texts(disk, templates).items()
        },
        assets={path.removeprefix(_ASSETS + "/"): disk.read(place) for path, place in asset_places.items()},
        pages=read_texts(disk, page_places),
        ledger=_text_or_nothing(disk, os.path.join(options.root, _LEDGER)),  # noqa: PTH118  strings
        as_of=as_of,
        code=code,
        key=touched,
        whole=digest_of(
            touched, stamps(template_places), stamps(page_places), stamps(asset_places), str(as_of), pictured
        ),
        images=by_address(shots),
        pictured=digest_of(pictured) if shots else "-",
        image_notes=image_notes,
    )


def _text_or_nothing(disk: Disk, path: str) -> str:
    try:
        return disk.read(path).decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
