"""Front matter's keys as editors and other tools spell them."""

from sitegen.text.fold import fold

# What an editor may write, and every spelling of it that other tools use: small letters without accents, and
# hyphens for spaces, as keys are compared.
KEYS: dict[str, tuple[str, ...]] = {
    "title": ("title", "titre"),
    "summary": ("summary", "resume", "chapo", "chapeau", "excerpt", "abstract"),
    "description": ("description",),
    "date": (
        "date", "published", "publishdate", "pubdate", "published_at", "datepublished", "date-de-publication",
        "date-de-parution", "parution", "publie-le",
    ),
    "updated": (
        "lastmod", "updated", "modified", "last_modified_at", "datemodified", "mise-a-jour", "maj",
        "mis-a-jour-le", "date-de-mise-a-jour", "modifie-le", "date-de-modification",
    ),
    "authors": (
        "authors", "author", "auteur", "auteurs", "autrice", "autrices", "author.name", "authors.name",
        "byline", "signature",
    ),
    "tags": ("tags", "tag", "keywords", "mots-cles", "mot-cle"),
    "countries": ("countries", "country", "pays"),
    "themes": ("themes", "theme"),
    "categories": ("categories", "category", "categorie"),
    "image": (
        "image", "thumbnailimage", "thumbnail", "cover", "coverimage", "cover.image", "featured_image",
        "featuredimage", "image.src", "image.url", "image.path", "cover.src", "header.image", "images",
        "og_image", "hero", "illustration", "photo",
    ),
    "image_alt": ("image.alt", "imagealt", "image_alt", "cover.alt", "thumbnailalt"),
    "image_credit": (
        "image.credit", "imagecredit", "image_credit", "cover.credit", "image.caption", "cover.caption",
    ),
    "source": ("source", "source.name", "publisher", "site", "media", "journal"),
    "source_url": ("source.url", "source_url", "sourceurl", "source.link"),
    "link": (
        "link", "canonical", "canonical_url", "canonicalurl", "original", "original_url", "url_source",
        "external_url", "lien", "lien-original",
    ),
    "address": ("url", "uri"),  # the page's where a clipper wrote it, a path on the site in Hugo
    "language": ("language", "lang", "langue", "locale"),
}  # fmt: skip


DRAFT_KEYS = ("draft", "brouillon")
WISH_KEYS = frozenset((*DRAFT_KEYS, "publish"))  # whether a text goes out, and how much of it
# What the lines of an editor's front matter begin with: these, and how an item is filed.
HEAD_KEYS = frozenset(
    (
        *(spelling for row in KEYS.values() for spelling in row), *WISH_KEYS, "slug", "aliases", "noindex",
        "keep", "drop",
    )
)  # fmt: skip


YES = frozenset({"true", "yes", "on", "1", "oui", "vrai"})
NO = frozenset({"false", "no", "off", "0", "non", "faux", ""})


def is_yes(value: str) -> bool:
    """Whether an editor's flag is set: what cannot be read as no is taken for yes.

    >>> is_yes("true"), is_yes("peut-être"), is_yes("Non"), is_yes("")
    (True, True, False, False)
    """
    return value.strip().lower() not in NO


def spelled(key: str) -> str:
    """A key as it is compared.

    >>> spelled("Mise à jour")
    'mise-a-jour'
    """
    return fold(key.strip()).replace(" ", "-")
