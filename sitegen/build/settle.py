"""Settings, vocabularies, templates and models, from the site's own files and the defaults."""

import dataclasses
import datetime as dt
import os
from dataclasses import dataclass

from sitegen import config as configuration
from sitegen.build.options import Options
from sitegen.config import Config
from sitegen.effects import clock
from sitegen.effects.disk import Disk
from sitegen.effects.files import overlaid, read_texts, stamps
from sitegen.effects.memo import Memo, code_digest, digest_of

# Folders of `content/` that are read as articles or as images, never as settings.
_OWN = ("content/articles/", "content/overrides/", "content/pages/", "content/sources/", "content/feeds/")
_LEDGER = "content/ledger.tsv"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a build works with besides the articles.

    ``key`` is the digest of all that an analysis can depend on: settings, vocabularies, models, code.
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
    templates = read_texts(disk, overlaid(options.root, "templates", (".html", ".xml", ".txt")))
    pages = read_texts(disk, overlaid(options.root, "content/pages", (".md",), skip=("content/pages",)))
    return Settings(
        config=config,
        models=read_texts(disk, model_places),
        templates={name.removeprefix("templates/"): text for name, text in templates.items()},
        assets=_assets(disk, options.root),
        pages=pages,
        ledger=_text_or_nothing(disk, os.path.join(options.root, _LEDGER)),  # noqa: PTH118  strings
        as_of=options.as_of or config.site.as_of or clock.today(config.site.time_zone),
        code=code,
        key=touched,
    )


def _assets(disk: Disk, root: str) -> dict[str, bytes]:
    """Stylesheets, scripts, fonts and icons by name below `templates/assets/`."""
    folder = "templates/assets"
    places = overlaid(root, folder, ("",))
    return {path.removeprefix(folder + "/"): disk.read(place) for path, place in places.items()}


def _text_or_nothing(disk: Disk, path: str) -> str:
    try:
        return disk.read(path).decode("utf-8", "replace")
    except FileNotFoundError:
        return ""
