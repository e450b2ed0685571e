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
from sitegen.effects.memo import Memo, code_digest, digest_of, encode
from sitegen.model import Diagnostic
from sitegen.text.identity import for_file

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sitegen.config import Choices, Config
    from sitegen.render.picture import Shot

# What is a site's own: the program's, which are those of its example, never stand in for them.
_OWN = ("content/articles/", "content/overrides/", "content/pages/", "content/feeds/", "content/site.toml")
_LEDGER = "content/ledger.tsv"
_NO_SETTINGS = ("articles", "messages")  # below content/; what a terminal says changes no page
_WORDS = "content/ui/fr.toml"
_LENT = "defaults/ui/fr.toml"
# What a site chooses for itself; the other settings are world knowledge.
_CHOICES = ("content/site.toml", "content/overrides/", "content/feeds/", "content/ui/", _LENT)
_ASSETS = "templates/assets"


class Places(Struct, frozen=True):
    """Where settings, models, templates, assets and pages are to be read from, by path."""

    lore: dict[str, str]
    choices: dict[str, str]
    models: dict[str, str]
    templates: dict[str, str]
    assets: dict[str, str]
    pages: dict[str, str]


class Basics(Struct, frozen=True):
    """The few settings that are needed before it is known whether anything changed.

    ``ground`` is the digest of what analyses are told of the site, ``overrides`` those of overrides by id.
    """

    time_zone: str
    as_of: dt.date | None
    on_error: str
    ground: str
    overrides: dict[str, str]


class Keys(Struct, frozen=True):
    """What the entries of all files are made from, besides the files: digests.

    ``common`` covers code, world knowledge, models and what analyses are told of the site, ``overrides``
    an editor's word on one file each, by id: who corrects one article has one article read again.
    """

    common: str
    overrides: dict[str, str]

    def of(self, path: str) -> str:
        """The digest of all that one file's analysis depends on."""
        own = for_file(path, self.overrides)
        return digest_of(self.common, own) if own else self.common


class Outline(Struct, frozen=True):
    """What tells whether a build has anything to do, and where the rest is to be had.

    ``key`` is the digest of all settings, vocabularies, models and code, ``lore_digest`` that of the
    vocabularies and the code alone, ``keys`` what entries are made from; ``whole`` covers templates, assets,
    pages, images and the day as well, ``pictured`` the images alone. ``notes`` say what is none of the files
    it is named like; ``choices`` are there where they had to be loaded.
    """

    places: Places
    basics: Basics
    as_of: dt.date
    ledger: str
    ledger_digest: str
    code: str
    key: str
    lore_digest: str
    keys: Keys
    whole: str
    pictured: str
    shots: "tuple[Shot, ...]"
    image_notes: tuple[Diagnostic, ...]
    notes: tuple[Diagnostic, ...]
    choices: "Choices | None"


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
    lore_digest: str
    keys: Keys
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
        config_places[_LENT] = f"{defaults_root()}/{_WORDS}"
    model_places = overlaid(options.root, "content/models", (".json",), notes=notes)
    templates = overlaid(
        options.root, "templates", (".html", ".xml", ".txt", ".js"), without=("assets",), notes=notes
    )
    pages = overlaid(options.root, "content/pages", (".md",), skip=("content/pages",), notes=notes)
    assets = overlaid(options.root, _ASSETS, ("",), notes=notes)
    ledger, ledger_notes = ledger_text(disk, options.root, _LEDGER)
    code = code_digest()
    chosen = {path: place for path, place in config_places.items() if path.startswith(_CHOICES)}
    known = {path: place for path, place in config_places.items() if path not in chosen}
    lore = digest_of(code, _contents(disk, memo, "lore", known))
    models = _contents(disk, memo, "models", model_places)
    key = digest_of(lore, _contents(disk, memo, "choices", chosen), models, options.base_url)
    basics = memo.value(f"basics-{key}", Basics) if memo else None
    choices = None
    if basics is None:
        choices = _choices(options, disk, chosen)
        basics = _basics(choices)
        if memo:
            memo.keep_value("choices-", f"choices-{key}", choices)
            memo.keep_value("basics-", f"basics-{key}", basics)
    as_of = options.as_of or basics.as_of or clock.today(basics.time_zone)
    shots, image_notes = _shots(options, disk, memo)
    pictured = "\n".join(f"{shot.path} {shot.digest}" for shot in shots)
    places = Places(known, chosen, model_places, templates, assets, pages)
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
        lore_digest=lore,
        keys=Keys(digest_of(lore, models, basics.ground), basics.overrides),
        whole=digest_of(key, *rest),
        pictured=digest_of(pictured) if shots else "-",
        shots=shots,
        image_notes=image_notes,
        notes=(*notes, *ledger_notes),
        choices=choices,
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
    from sitegen.config import Choices, Config, Lore, load_lore  # noqa: PLC0415  an idle build loads none
    from sitegen.render.picture import by_address  # noqa: PLC0415  as above

    outline = outline or sketch(options, disk, memo)
    places = outline.places
    choices = outline.choices or (memo.value(f"choices-{outline.key}", Choices) if memo else None)
    lore = memo.value(f"lore-{outline.lore_digest}", Lore) if memo else None
    if lore is None:
        lore = load_lore(read_texts(disk, places.lore))
        if memo:
            memo.keep_value("lore-", f"lore-{outline.lore_digest}", lore)
    return Settings(
        config=Config(lore, choices or _choices(options, disk, places.choices)),
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
        lore_digest=outline.lore_digest,
        keys=outline.keys,
        whole=outline.whole,
        images=by_address(outline.shots),
        pictured=outline.pictured,
        image_notes=outline.image_notes,
    )


def _choices(options: Options, disk: Disk, places: dict[str, str]) -> "Choices":
    """The site's choices from their files, with the address that the command gives."""
    from sitegen.config import load_choices  # noqa: PLC0415  as above

    return load_choices(read_texts(disk, places), options.base_url)


def _basics(choices: "Choices") -> Basics:
    """What of these choices has to be known early."""
    from sitegen.config.overrides import by_id  # noqa: PLC0415  as above

    site = choices.site
    overrides = {name: digest_of(encode(one)) for name, one in by_id(choices.overrides).items()}
    return Basics(site.time_zone, site.as_of, site.on_error, digest_of(encode(site.ground)), overrides)


def _shots(
    options: Options, disk: Disk, memo: Memo | None
) -> "tuple[tuple[Shot, ...], tuple[Diagnostic, ...]]":
    """The site's images, and what is wrong with some of them."""
    paths = image_files(options.root)
    if not paths:
        return (), ()
    from sitegen.effects.images import survey_images  # noqa: PLC0415  only where there are images

    return survey_images(options.root, disk, memo, paths)
