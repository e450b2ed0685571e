"""Front matter's keys: which are ours, under which names, and which look like one of ours misspelt."""

from collections.abc import Iterable

from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import Declared, Diagnostic, Document, Rank, Said, Where, said
from sitegen.text.keys import KEYS, spelled
from sitegen.text.wikilinks import unlinked

# Whose values are names, which note-taking programs link: "[[Nino Kalandia]]".
_NAMES = frozenset(("authors", "source", "tags", "categories"))
# Read elsewhere, or kept and left alone.
_OURS = (
    *KEYS, "lastmod", "author", "draft", "slug", "aliases", "alias", "country", "pays",
    "theme", "publish", "keep", "brouillon",
    "drop", "id", "indexed", "thumbnailImage", "canonical", "translationKey", "traduction",
)  # fmt: skip
# What French editors write, so that a slip in it is told in their own word.
_FRENCH = (
    "titre", "resume", "chapo", "auteur", "auteurs", "lien", "langue", "mots-cles", "mise-a-jour",
    "brouillon",
)  # fmt: skip
_FOREIGN = frozenset(
    [
        "layout",
        "type",
        "weight",
        "menu",
        "url",
        "permalink",
        "toc",
        "draft",
        "math",
        "comments",
        "share",
        "sharing",
        "slug",
        "aliases",
        "alias",
        "series",
        "series_order",
        "thumbnailimageposition",
        "coverimage",
        "covermeta",
        "covercaption",
        "coversize",
        "metaalignment",
        "clearreading",
        "autothumbnailimage",
        "gallery",
        "showtoc",
        "showdate",
        "showmeta",
        "showpagination",
        "showsocial",
        "showtags",
        "showactions",
        "hidden",
        "searchhidden",
        "robots",
        "noindex",
        "sitemap",
        "outputs",
        "cascade",
        "params",
        "resources",
        "eleventynavigation",
        "eleventyexcludefromcollections",
        "templatekey",
        "template",
        "pagination",
        "collection",
        "uuid",
        "uid",
        "key",
        "expirydate",
        "publishdate",
        "linktitle",
        "iscjklanguage",
        "markup",
        "bookcollapsesection",
        "booktoc",
        "build",
        "_build",
        "headless",
        "tocopen",
        "hidemeta",
        "disablecomments",
        "disableshare",
        "featured",
        "featuredpost",
        "pin",
        "pinned",
        "sticky",
        "position",
        "order",
        "subtitle",
        "headline",
        "kicker",
        "rating",
        "status",
        "published",
        "visibility",
        "audience",
        "excerpt_separator",
        "categories",
        "last_modified_at",
        "redirect_from",
        "redirect_to",
        "sidebar",
        "nav_order",
        "parent",
        "grand_parent",
        "has_children",
        "head",
        "header",
        "footer",
        "css",
        "js",
        "scripts",
        "styles",
        "video",
        "audio",
        "podcast",
        "enclosure",
        "duration",
        "episode",
        "reading_time",
        "readingtime",
        "wordcount",
        "license",
        "copyright",
        "rights",
        "lead",
        "intro",
        "teaser",
        "credits",
        "location",
        "event",
        "venue",
        "price",
        "body",
        "content",
        "text",
    ]
)
_NEAR = 0.8


class Given(Struct, frozen=True):
    """What was given, by our name for each key: corrections, front matter, a profile's fields, page data."""

    override: dict[str, Declared]
    declared: dict[str, Declared]
    profile: dict[str, Declared]
    override_path: str = ""
    page: dict[str, Declared] = {}

    def of(self, *names: str) -> list[tuple[str, Declared, Rank]]:
        """The entries under some names, corrections first: each with its name and rank."""
        layers: tuple[tuple[dict[str, Declared], Rank], ...] = (
            (self.override, "override"),
            (self.declared, "declared"),
            (self.profile, "profile"),
            (self.page, "stated"),
        )
        return [(name, layer[name], rank) for layer, rank in layers for name in names if name in layer]

    def home(self, rank: Rank, document: Document) -> Document:
        """The document under the path of the file that a given value stands in."""
        if rank == "override" and self.override_path:
            return replace(document, path=self.override_path)
        return document

    def text(self, name: str, rank: Rank) -> str:
        """The text under a name in one layer, "" for none."""
        layers = {"override": self.override, "profile": self.profile}
        entry = layers.get(rank, self.declared).get(name)
        return entry.value.strip() if entry and isinstance(entry.value, str) else ""


# What is fixed in the name of a detector: that read a key, knows a source, or takes the host of an address.
_FRONT_MATTER, _PROFILE, _DOMAIN = "front-matter-", "profile-", "-domain"
_PROFILE_FIELD = "profile-field"
PAGE_DATA = "page-data"


def reader(rank: Rank, key: str) -> str:
    """The name of the detector that read a given value."""
    names: dict[Rank, str] = {"override": "override", "profile": _PROFILE_FIELD, "stated": PAGE_DATA}
    return names.get(rank, f"{_FRONT_MATTER}{key.lower()}")


def read_by(detector: str) -> Said:
    """A detector's name for a person, in which a front matter's key or a source's id stays as written."""
    if detector.endswith(_DOMAIN):
        return said("{detector}-domain", detector=read_by(detector.removesuffix(_DOMAIN)))
    if detector.startswith(_FRONT_MATTER):
        return said("front-matter-{key}", key=detector.removeprefix(_FRONT_MATTER))
    if detector.startswith(_PROFILE) and detector != _PROFILE_FIELD:
        return said("profile-{source}", source=detector.removeprefix(_PROFILE))
    return Said(detector)


def given(
    override: Iterable[Declared],
    declared: Iterable[Declared],
    profile: Iterable[Declared] = (),
    override_path: str = "",
    page: Iterable[Declared] = (),
) -> Given:
    """All layers, indexed."""
    said = {entry.key: entry for entry in page}
    return Given(_index(override), _index(declared), _index(profile), override_path, said)


def _index(entries: Iterable[Declared]) -> dict[str, Declared]:
    """Declared values by our own name for their key, the first spelling winning; empty ones left out."""
    by_key: dict[str, Declared] = {}
    for entry in entries:
        by_key.setdefault(spelled(entry.key), entry)
    found: dict[str, Declared] = {}
    if not by_key:
        return found
    for name, spellings in KEYS.items():
        for spelling in spellings:
            known = by_key.get(spelling)
            if known and _says_something(known):
                found[name] = _unlinked(known) if name in _NAMES else known
                break
    return found


def _unlinked(entry: Declared) -> Declared:
    """An entry with what links between notes show in their place."""
    parts = (entry.value,) if isinstance(entry.value, str) else entry.value
    if not any("[[" in part for part in parts):
        return entry
    shown = tuple(map(unlinked, parts))
    return Declared(entry.key, shown[0] if isinstance(entry.value, str) else shown, entry.span)


def _says_something(entry: Declared) -> bool:
    parts = (entry.value,) if isinstance(entry.value, str) else entry.value
    return any(part.strip() for part in parts)


def check_keys(path: str, entries: Iterable[Declared]) -> list[Diagnostic]:
    """A warning for each key that is nearly one of ours; other tools' keys pass in silence."""
    notes = []
    for entry in entries:
        key = spelled(entry.key).split(".", 1)[0]
        if key in _KNOWN or key in _FOREIGN:
            continue
        near = _nearest(key)
        if near:
            notes.append(
                Diagnostic(
                    "key-misspelt", "warning", Where(path, entry.span),
                    said("nothing reads the key '{key}'", key=entry.key),
                    said("did you mean '{near}'?", near=near),
                )
            )  # fmt: skip
    return notes


_KNOWN = frozenset(
    spelling.lower().split(".", 1)[0] for spelling in (*_OURS, *(one for row in KEYS.values() for one in row))
)


def _nearest(key: str) -> str:
    """The key of ours that another was probably meant to be, "" for none."""
    import difflib  # noqa: PLC0415  only needed for keys that nobody knows

    rows = (sorted(_OURS), _FRENCH)
    near = (difflib.get_close_matches(key, row, 1, _NEAR) for row in rows)
    return next((found[0] for found in near if found), "")
