"""The left half: one file in, everything known about it out, by five pure stages."""

import dataclasses
import datetime as dt
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from sitegen.classify import Taxonomy, classify, compile_taxonomy
from sitegen.clean import Rules, clean, compile_rules
from sitegen.config import Config
from sitegen.config.lexicon import Lexicon, compile_languages
from sitegen.config.noise import load_weights
from sitegen.config.overrides import Override, override_for
from sitegen.config.site import SiteConfig
from sitegen.config.sources import Profile
from sitegen.metadata import Context, describe
from sitegen.model import (
    Analysis,
    Article,
    Body,
    Declared,
    Diagnostic,
    Document,
    Entry,
    Evidence,
    Label,
    Labels,
    Publish,
    SourceFile,
    Where,
)
from sitegen.read import read
from sitegen.recognise import recognise
from sitegen.render.markdown import to_html
from sitegen.render.picture import Shot, picture_of
from sitegen.text.identity import article_id
from sitegen.text.sentences import sentences
from sitegen.text.slug import slug

_TRUE = frozenset({"true", "yes", "on", "1", "oui", "vrai"})
_EXCERPT_CHARS = 500  # of an item published as an excerpt: its opening, to the end of a sentence
_ALIAS = re.compile(r"/(?:[\w.~%-]{1,200}/)+")  # "/2019/04/un-pont/"
_CLIMBS = re.compile(r"/\.{1,2}/|%(?:2e|2f|5c|0\d|1[\da-f]|7f)", re.IGNORECASE)  # "/../", "%2e%2e"
_ALIAS_CHARS = 300
_IMAGE = re.compile(r"!\[[^\]\n]{0,400}\]\(\s*<?([^\s()<>]{1,400})")  # "![légende](assets/img/a.jpg)"
_QUOTES = 5  # words quoted as evidence of a label
_QUOTE_CHARS = 80
_WORD = re.compile(r"\w+")
# Names of devices on Windows, where somebody may clone or unpack the site.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)
_LIST_KEYS = ("keep", "drop")


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything that analysis needs, compiled from the configuration once per process."""

    config: SiteConfig
    rules: Rules
    lexicon: Lexicon
    taxonomy: Taxonomy
    profiles: tuple[Profile, ...]
    overrides: tuple[Override, ...]
    images: Mapping[str, Shot]
    as_of: dt.date


def equip(config: Config, models: Mapping[str, str], as_of: dt.date, images: Mapping[str, Shot]) -> Tools:
    """The tools for a configuration; ``models`` are the texts of `content/models/` by path."""
    return Tools(
        config.site,
        compile_rules(
            config.noise, config.sources, load_weights(models.get("content/models/noise-lines.json", ""))
        ),
        compile_languages(config.languages),
        compile_taxonomy(config.countries, config.themes, models.get("content/models/themes.json", "")),
        config.sources,
        config.overrides,
        images,
        as_of,
    )


def analyse(file: SourceFile, tools: Tools, notes: tuple[Diagnostic, ...] = ()) -> Analysis:
    """Everything known about one file; ``notes`` are what was said while reading its bytes."""
    document = read(file)
    override = override_for(file.path, tools.overrides)
    recognition = recognise(document, tools.profiles, tools.lexicon)
    keep, drop = (_lines_named(document, override, key) for key in _LIST_KEYS)
    cleaned = clean(document, recognition, tools.rules, keep, drop)
    stated = override.entries if override else ()
    context = Context(
        lexicon=tools.lexicon,
        profiles=tools.profiles,
        as_of=tools.as_of,
        time_zone=tools.config.time_zone,
        override=stated,
    )
    metadata = describe(document, cleaned, recognition, context)
    profile = _profile(recognition.profile, tools.profiles)
    home = profile.country if profile else ""
    labels = classify(metadata, cleaned, tools.taxonomy, (*stated, *document.meta), home)
    said = (*notes, *document.notes, *cleaned.notes, *metadata.notes, *labels.notes)
    return Analysis(document, recognition, cleaned, metadata, labels, said)


def _lines_named(document: Document, override: Override | None, key: str) -> tuple[str, ...]:
    """What an editor wants kept or dropped: the override's list and the front matter's."""
    own = document.declared(key)
    listed = () if own is None else (own.value,) if isinstance(own.value, str) else own.value
    return (*(getattr(override, key) if override else ()), *listed)


def _profile(name: str, profiles: tuple[Profile, ...]) -> Profile | None:
    return next((profile for profile in profiles if profile.id == name), None)


def entry_of(analysis: Analysis, tools: Tools) -> tuple[Entry, Body]:
    """What the site takes of an analysis: the article without its address, and its body as published.

    An item published as an excerpt holds its opening only, so that no page, feed or index can show more.
    """
    document, metadata = analysis.document, analysis.metadata
    notes = analysis.notes
    cut = sum(decision.action == "cut" for decision in analysis.cleaned.decisions)
    share = _share(analysis)
    broken = any(note.level == "error" for note in notes)
    if not broken and not analysis.cleaned.body.strip() and not metadata.summary.value:
        hint = "write a text, or remove the file"
        notes = (
            *notes,
            Diagnostic("nothing-left", "error", Where(document.path), "no text to publish", hint),
        )
        broken = True
    draft = _flag(analysis, tools, "draft")
    if broken:
        return Entry(document.path, None, draft, cut, share, notes), Body("", "")
    profile = _profile(analysis.recognition.profile, tools.profiles)
    publish = _publish(analysis, tools, profile)
    markdown = analysis.cleaned.body if publish == "full" else opening(analysis.cleaned.body)
    language = metadata.language.value
    named = named_images(analysis, markdown)
    shown = {src: tools.images[src] for src in named if src in tools.images}
    notes = (*notes, *_missing(document, named, tools))
    html = to_html(
        markdown,
        language=language,
        images={src: picture_of(shot, tools.config.prefix) for src, shot in shown.items()},
        prefix=tools.config.prefix,
        host=tools.config.origin.split("//")[-1],
    )
    article = _article(analysis, tools, profile, publish)
    body = Body(html, markdown, tuple(_evidence(analysis.labels)))
    pictured = tuple(sorted(shown.items()))
    digest = hashlib.blake2b(
        repr((article, body, pictured)).encode("utf-8", "replace"), digest_size=12
    ).hexdigest()
    paths = tuple(sorted({shot.path for shot in shown.values()}))
    article = dataclasses.replace(article, digest=digest)
    return Entry(document.path, article, draft, cut, share, notes, paths), body


def named_images(analysis: Analysis, markdown: str) -> tuple[str, ...]:
    """The addresses of all images that an article names: its own, and those in its text."""
    own = analysis.metadata.image.value
    inside = [match[1] for match in _IMAGE.finditer(markdown)] if "![" in markdown else []
    return tuple(dict.fromkeys([*([own.src] if own else []), *inside]))


def _missing(document: Document, named: tuple[str, ...], tools: Tools) -> Iterator[Diagnostic]:
    """A warning for each image that is not among the site's files: left out, never fetched from elsewhere."""
    for src in named:
        if src not in tools.images:
            message = f"the image {src[:120]!r} is not among the site's files, so it is not shown"
            hint = "put the file below assets/ and name it by its path"
            yield Diagnostic("image-missing", "warning", Where(document.path), message, hint)


def _evidence(labels: Labels) -> Iterator[Evidence]:
    """What speaks for each label, in the text's own words."""
    found: tuple[tuple[Literal["country", "theme"], tuple[Label, ...]], ...] = (
        ("country", labels.countries),
        ("theme", labels.themes),
    )
    for kind, group in found:
        for label in group:
            quotes = dict.fromkeys(mention.surface[:_QUOTE_CHARS] for mention in label.mentions)
            yield Evidence(kind, label.id, round(label.score, 4), label.sure, tuple(quotes)[:_QUOTES])


def _article(analysis: Analysis, tools: Tools, profile: Profile | None, publish: Publish) -> Article:
    """The article as its own file makes it: the id of its path, no address yet, no digest."""
    metadata, labels = analysis.metadata, analysis.labels
    date, updated = metadata.date.value, metadata.updated.value
    chosen = _declared(analysis, tools, "slug")
    made = (
        slug(chosen)
        or slug(metadata.title.value)
        or slug(analysis.document.path.rsplit("/", 1)[-1])
        or "article"
    )
    if made in _RESERVED:
        made = f"article-{made}"
    inferred = tuple(
        name
        for name in ("title", "date", "authors", "source", "summary")
        if getattr(metadata, name).value and getattr(metadata, name).inferred
    )
    if labels.countries and not labels.countries[0].sure:
        inferred = (*inferred, "country")
    indexed = tools.config.index_copies if profile is None or profile.indexed is None else profile.indexed
    return Article(
        id=article_id(analysis.document.path),
        path=analysis.document.path,
        title=metadata.title.value,
        date=date.day if date else None,
        published=date.moment if date else None,
        updated=(updated.moment or _midnight(updated.day, tools)) if updated else None,
        authors=metadata.authors.value,
        source=metadata.source.value,
        link=metadata.link.value,
        language=metadata.language.value,
        tags=metadata.tags.value,
        summary=metadata.summary.value,
        image=metadata.image.value,
        countries=tuple(label.id for label in labels.countries),
        themes=tuple(label.id for label in labels.themes),
        words=len(_WORD.findall(analysis.cleaned.body)),
        publish=publish,
        indexed=indexed and not _flag(analysis, tools, "noindex"),
        inferred=inferred,
        aliases=_aliases(analysis),
        slug=made,
        digest="",
        slug_declared=bool(slug(chosen)),
    )


def opening(body: str) -> str:
    """The beginning of a text, to the end of a sentence: what an excerpt may show."""
    first = next((part for part in body.split("\n\n") if not part.startswith("#")), "")
    if len(first) <= _EXCERPT_CHARS:
        return first
    kept = ""
    for sentence in sentences(first):
        if kept and len(kept) + len(sentence) >= _EXCERPT_CHARS:
            break
        kept = f"{kept} {sentence}".strip()
    return kept if len(kept) <= 2 * _EXCERPT_CHARS else kept[:_EXCERPT_CHARS].rsplit(" ", 1)[0] + "…"


def _midnight(day: dt.date, tools: Tools) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(tools.config.time_zone))


def _share(analysis: Analysis) -> float:
    """The part of the file's letters that is kept, from 0 to 1."""
    whole = sum(len(decision.block.text) for decision in analysis.cleaned.decisions)
    kept = sum(len(decision.text) for decision in analysis.cleaned.decisions)
    return round(kept / whole, 3) if whole else 1.0


def _declared(analysis: Analysis, tools: Tools, key: str) -> str:
    """An editor's single value under a key: the override's, else the front matter's, else ""."""
    override = override_for(analysis.document.path, tools.overrides)
    entries: tuple[Declared, ...] = override.entries if override else ()
    found = next(
        (entry for entry in entries if entry.key.lower() == key), None
    ) or analysis.document.declared(key)
    return found.value if found and isinstance(found.value, str) else ""


def _flag(analysis: Analysis, tools: Tools, key: str) -> bool:
    return _declared(analysis, tools, key).strip().lower() in _TRUE


def _publish(analysis: Analysis, tools: Tools, profile: Profile | None) -> Publish:
    """How much of the item may be shown: its own word, its source's, the site's."""
    for value in (_declared(analysis, tools, "publish"), profile.publish if profile else ""):
        if value in ("full", "excerpt"):
            return "full" if value == "full" else "excerpt"
    return tools.config.publish


def _aliases(analysis: Analysis) -> tuple[str, ...]:
    """Former addresses as declared, as folders of this site; what could leave it is left out."""
    found = analysis.document.declared("aliases")
    values = () if found is None else (found.value,) if isinstance(found.value, str) else found.value
    out = []
    for value in values:
        path = "/" + value.strip().split("?")[0].split("#")[0].strip("/") + "/"
        if _ALIAS.fullmatch(path) and not _CLIMBS.search(path) and len(path) <= _ALIAS_CHARS:
            out.append(path)
    return tuple(sorted(set(out)))
