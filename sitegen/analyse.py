"""The left half: one file in, everything known about it out, by five pure stages."""

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from sitegen.classify import Taxonomy, Vocabulary, classify, compile_taxonomy
from sitegen.clean import MAIL, Rules, clean, compile_rules, subject_told, tags_told, without_stated
from sitegen.config import Config
from sitegen.config.lexicon import Lexicon, compile_languages
from sitegen.config.noise import load_weights
from sitegen.config.overrides import Override, by_id
from sitegen.config.site import Ground
from sitegen.config.sources import Profile
from sitegen.metadata import Context, describe
from sitegen.model import Analysis, Cleaned, Diagnostic, Document, Labels, Metadata, SourceFile, said
from sitegen.model.place import CAPTURES
from sitegen.read import read
from sitegen.recognise import recognise
from sitegen.render.picture import Shot
from sitegen.text.identity import for_file

_LIST_KEYS = ("keep", "drop")


class Tools(Struct, frozen=True):
    """Everything that analysis needs, compiled from the configuration once per process."""

    ground: Ground
    rules: Rules
    lexicon: Lexicon
    taxonomy: Taxonomy
    profiles: tuple[Profile, ...]
    overrides: Mapping[str, Override]
    images: Mapping[str, Shot]
    as_of: dt.date
    called: Mapping[str, str] = {}  # the names of countries and themes in the site's language


def equip(
    config: Config,
    models: Mapping[str, str],
    as_of: dt.date,
    images: Mapping[str, Shot],
    vocabulary: Vocabulary | None = None,
) -> Tools:
    """The tools for a configuration; ``models`` are the texts of `content/models/` by path.

    ``vocabulary`` is what the configuration's own compiles to, where it was kept.
    """
    lore = config.lore
    return Tools(
        config.site.ground,
        compile_rules(
            lore.noise, lore.sources, load_weights(models.get("content/models/noise-lines.json", ""))
        ),
        compile_languages(lore.languages),
        compile_taxonomy(
            lore.countries, lore.themes, models.get("content/models/themes.json", ""), vocabulary
        ),
        lore.sources,
        by_id(config.choices.overrides),
        images,
        as_of,
        {
            **{one.id: _called(one.names, config.site.language) for one in lore.countries.countries},
            **{one.id: _called(one.names, config.site.language) for one in lore.themes.themes},
        },
    )


def _called(names: Mapping[str, str], language: str) -> str:
    """A name in a language, in French where it has none."""
    return names.get(language) or names["fr"]


def analyse(file: SourceFile, tools: Tools, notes: tuple[Diagnostic, ...] = ()) -> Analysis:
    """Everything known about one file; ``notes`` are what was said while reading its bytes."""
    document = read(file, tools.lexicon.hyphens)
    override = for_file(file.path, tools.overrides)
    recognition = recognise(document, tools.profiles, tools.lexicon, tools.ground.language)
    keep, drop = (lines_named(document, override, key) for key in _LIST_KEYS)
    cleaned = clean(document, recognition, tools.rules, keep, drop)
    stated = override.entries if override else ()
    day = _day_of_name(file.path)
    written = file.path.startswith("content/") or document.format == "frontmatter"
    pasted = file.path.startswith(f"{CAPTURES}/") or not written
    context = Context(
        lexicon=tools.lexicon,
        profiles=tools.profiles,
        as_of=tools.as_of,
        time_zone=tools.ground.time_zone,
        override=stated,
        override_path=override.path if override else "",
        captured=day if pasted else None,
        posted=None if pasted else day,
    )
    document = replace(document, page=(*document.page, *tags_told(cleaned)))
    metadata = describe(document, cleaned, recognition, context)
    subject = subject_told(cleaned, tools.rules.engine(recognition.language, recognition.profile).parts)
    if subject and not _is_titled(metadata, cleaned):
        document = replace(document, page=(*document.page, subject))
        metadata = describe(document, cleaned, recognition, context)
    cleaned = without_stated(cleaned, _read_from(metadata, file.path), keep)
    profile = profile_of(recognition.profile, tools.profiles)
    home = profile.country if profile else ""
    labels = classify(
        metadata, cleaned, tools.taxonomy, document.meta, home, file.path, stated, context.override_path
    )
    labels = replace(labels, notes=tuple(_named(note, labels, tools) for note in labels.notes))
    found = (*notes, *document.notes, *cleaned.notes, *metadata.notes, *labels.notes)
    return Analysis(document, recognition, cleaned, metadata, labels, found)


def _named(note: Diagnostic, labels: Labels, tools: Tools) -> Diagnostic:
    """A finding with the labels to check under their names in the site's language."""
    if note.code != "label-unsure":
        return note
    doubtful = [one.id for one in (*labels.countries, *labels.themes) if not one.sure]
    listed = ", ".join(tools.called.get(one, one) for one in doubtful)
    return replace(note, message=said("to check: {listed}", listed=listed))


def _is_titled(metadata: Metadata, cleaned: Cleaned) -> bool:
    """Whether a title was found other than a sentence of the text or a line of a mail's head."""
    if not metadata.title.candidates:
        return False
    title = metadata.title.candidates[0]
    if title.rank in ("override", "declared"):
        return True
    if title.rank == "inferred" or title.value.endswith("."):
        return False
    span = title.where.span
    return not any(
        span and one.block.span.line == span.line and one.rule.startswith(MAIL) for one in cleaned.decisions
    )


def _day_of_name(path: str) -> dt.date | None:
    """The day that a file's name begins with: "seeds/2025-11-19-corridor.txt".

    >>> _day_of_name("seeds/2025-11-19-corridor.txt"), _day_of_name("seeds/2025-13-45.txt")
    (datetime.date(2025, 11, 19), None)
    """
    try:
        return dt.date.fromisoformat(path.rpartition("/")[2][:10])
    except ValueError:
        return None


def _read_from(metadata: Metadata, path: str) -> dict[int, str]:
    """The lines of a file that state what pages show over it, with the rules that cut such lines."""
    fields = (
        ("source-link", metadata.link), ("dateline", metadata.date),
        ("byline", metadata.authors), ("title-line", metadata.title),
    )  # fmt: skip
    out: dict[int, str] = {}
    for rule, field in fields:
        if field.candidates and field.candidates[0].rank == "stated":
            where = field.candidates[0].where
            if where.path == path and where.span:
                out[where.span.line] = rule
    return out


def lines_named(document: Document, override: Override | None, key: str) -> tuple[str, ...]:
    """What an editor wants kept or dropped: the override's list and the front matter's."""
    own = document.declared(key)
    listed = () if own is None else (own.value,) if isinstance(own.value, str) else own.value
    return (*(getattr(override, key) if override else ()), *listed)


def profile_of(name: str, profiles: tuple[Profile, ...]) -> Profile | None:
    """The source profile of this name, None where there is none."""
    return next((profile for profile in profiles if profile.id == name), None)
