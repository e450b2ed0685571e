"""From an analysis to what the site takes of it: the article, its body, and what its editor wishes."""

import datetime as dt
import hashlib
import re
from collections.abc import Iterator
from typing import Literal
from zoneinfo import ZoneInfo

from msgspec import Struct
from msgspec.structs import replace

from sitegen.analyse import Tools, lines_named, profile_of
from sitegen.config.overrides import Override
from sitegen.config.sources import Profile
from sitegen.model import (
    Analysis,
    Article,
    Body,
    Diagnostic,
    Document,
    Entry,
    Evidence,
    Label,
    Labels,
    Publish,
    Span,
    Where,
    said,
)
from sitegen.render.markdown import to_html
from sitegen.render.picture import picture_of
from sitegen.render.words import minutes_of
from sitegen.text.fold import fold
from sitegen.text.identity import article_id, for_file
from sitegen.text.keys import DRAFT_KEYS, NO, YES, is_yes
from sitegen.text.lazily import lazily
from sitegen.text.sentences import leading
from sitegen.text.slug import slug

_PUBLISH: dict[str, Publish] = {
    "full": "full",
    "complet": "full",
    "excerpt": "excerpt",
    "extrait": "excerpt",
}
_EXCERPT_CHARS = 500  # of an item published as an excerpt: its opening, to the end of a sentence
_SUMMARY_CHARS = 300  # of that opening, where its editor wrote no summary
_WEAK = 0.2  # an unsure theme below this score is for the editor to see, not for readers
_ALIAS = lazily(r"/(?:[\w.~%-]{1,200}/)+")  # "/2019/04/un-pont/"
_CLIMBS = lazily(r"/\.{1,2}/|%(?:2e|2f|5c|0\d|1[\da-f]|7f)", re.IGNORECASE)  # "/../", "%2e%2e"
_ALIAS_CHARS = 300
_IMAGE = lazily(  # "![légende](assets/img/a_(1).jpg)"
    r"!\[[^\]\n]{0,400}\]\(\s*<?([^\s()<>]{1,400}(?:\([^\s()<>]{0,100}\)[^\s()<>]{0,100}){0,5})"
)
_LINES = lazily(r"\s*\d+\s*(?:-\s*\d+\s*)?")  # "12-15"
_FLAGS = {"draft": DRAFT_KEYS, "noindex": ("noindex",)}  # an editor's yes or no, by its keys
_TRANSLATION = ("translationkey", "traduction")  # the keys of the word that translations share
_QUOTES = 5  # words quoted as evidence of a label
_QUOTE_CHARS = 80
_WORD = lazily(r"\w+")
# Names of devices on Windows, where somebody may clone or unpack the site.
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


class Wishes(Struct, frozen=True):
    """What an editor says of how an item is published, and what is wrong with it."""

    draft: bool
    noindex: bool
    publish: Publish
    slug: str
    translation: str
    aliases: tuple[str, ...]
    notes: tuple[Diagnostic, ...]


def entry_of(analysis: Analysis, tools: Tools) -> tuple[Entry, Body]:
    """What the site takes of an analysis: the article without its address, and its body as published.

    An item published as an excerpt holds its opening only, so that no page, feed or index can show more.
    """
    document, metadata = analysis.document, analysis.metadata
    profile = profile_of(analysis.recognition.profile, tools.profiles)
    wishes = wishes_of(analysis, tools, profile)
    whole = analysis.cleaned.body
    if wishes.publish == "excerpt" and opening(whole).strip() == whole.strip():
        wishes = replace(wishes, publish="full")  # an excerpt that leaves nothing out is none
    cut = sum(decision.action == "cut" for decision in analysis.cleaned.decisions)
    share = _share(analysis)
    markdown = _published(analysis, wishes)
    named = named_images(analysis, markdown)
    notes = _findings(analysis, tools, wishes, named)
    if _is_empty(analysis) or any(note.level == "error" for note in notes):
        return Entry(document.path, None, wishes.draft, cut, share, notes), Body("", "")
    shown = {src: tools.images[src] for src in named if src in tools.images}
    html = to_html(
        markdown,
        language=metadata.language.value,
        images={src: picture_of(shot, tools.ground.prefix) for src, shot in shown.items()},
        prefix=tools.ground.prefix,
        origin=tools.ground.origin,
    )
    article = replace(
        _article(analysis, tools, profile, wishes),
        text=hashlib.blake2b(markdown.encode("utf-8", "replace"), digest_size=6).hexdigest(),
    )
    body = Body(html, markdown, tuple(_evidence(analysis.labels)))
    pictured = tuple(sorted(shown.items()))
    shown_in_lists = replace(article, text="", words=minutes_of(article.words))
    article = replace(
        article,
        digest=_digest(repr((article, body, pictured))),
        face=_digest(repr((shown_in_lists, pictured))),
    )
    paths = tuple(sorted({shot.path for shot in shown.values()}))
    return Entry(document.path, article, wishes.draft, cut, share, notes, paths), body


def findings_of(analysis: Analysis, tools: Tools) -> tuple[Diagnostic, ...]:
    """All that is said of a file by the time it is published: of its text, its keys, and its publication."""
    wishes = wishes_of(analysis, tools, profile_of(analysis.recognition.profile, tools.profiles))
    named = named_images(analysis, _published(analysis, wishes))
    return _findings(analysis, tools, wishes, named)


def _findings(
    analysis: Analysis, tools: Tools, wishes: Wishes, named: tuple[str, ...]
) -> tuple[Diagnostic, ...]:
    """As `findings_of`, for an editor's wishes and the images that the published text names."""
    notes = (*analysis.notes, *wishes.notes)
    if any(note.level == "error" for note in notes):
        # What is told of its cuts is of no use before it is mended.
        return tuple(note for note in notes if note.code not in ("little-left", "much-cut"))
    if _is_empty(analysis):
        return (*notes, _nothing(analysis.document, draft=wishes.draft))
    return (*notes, *_unknown(analysis), *_missing(analysis.document, named, tools))


def _unknown(analysis: Analysis) -> Iterator[Diagnostic]:
    """What readers are told is not known or was made up from the text, for an editor to supply."""
    metadata, where = analysis.metadata, Where(analysis.document.path)
    if metadata.title.inferred:
        message = said("no title was found, so one was made from the text")
        hint = said("write it under title, in content/overrides/ for a capture")
        yield Diagnostic("title-made", "info", where, message, hint)
    if metadata.date.value is None:
        message = said("no date was found, so the article stands as undated")
        hint = said("write it under date, in content/overrides/ for a capture")
        yield Diagnostic("date-unknown", "info", where, message, hint)
    if metadata.source.value is None:
        message = said("no source was found, so it is said to be unknown")
        hint = said("write its name under source, in content/overrides/ for a capture")
        yield Diagnostic("source-unknown", "info", where, message, hint)


def _is_empty(analysis: Analysis) -> bool:
    return not analysis.cleaned.body.strip() and not analysis.metadata.summary.value


def _published(analysis: Analysis, wishes: Wishes) -> str:
    """The text that goes out, in Markdown."""
    return analysis.cleaned.body if wishes.publish == "full" else opening(analysis.cleaned.body)


def _digest(told: str) -> str:
    return hashlib.blake2b(told.encode("utf-8", "replace"), digest_size=12).hexdigest()


def _nothing(document: Document, *, draft: bool) -> Diagnostic:
    """What is said of a file without text: an error, unless its editor has only begun to write it."""
    if draft:
        message, hint = said("a draft without text yet"), said("write on")
        return Diagnostic("draft-empty", "info", Where(document.path), message, hint)
    message, hint = said("no text to publish"), said("write a text, or remove the file")
    return Diagnostic("nothing-left", "error", Where(document.path), message, hint)


def wishes_of(analysis: Analysis, tools: Tools, profile: Profile | None) -> Wishes:
    """The editor's wishes; an unknown word is an error where text could leak by it, else a warning."""
    override = for_file(analysis.document.path, tools.overrides)
    notes: list[Diagnostic] = []
    flags = {}
    for key, spellings in _FLAGS.items():
        given = [_declared(analysis, override, name) for name in spellings]
        value, where = next((one for one in given if one[0].strip()), given[0])
        flags[key] = is_yes(value)
        if flags[key] and value.strip().lower() not in YES:
            message = said(
                "{key}: « {value} » is neither true nor false, and taken for true", key=key, value=value[:60]
            )
            notes.append(Diagnostic("flag-unknown", "warning", where, message, said("write true or false")))
    value, where = _declared(analysis, override, "publish")
    publish = _PUBLISH.get(value.strip().lower())
    if value.strip() and publish is None:
        message = said("publish: « {value} » is neither full nor excerpt", value=value[:60])
        notes.append(Diagnostic("publish-unknown", "error", where, message, said("write full or excerpt")))
    if publish is None:
        publish = _PUBLISH.get(profile.publish if profile else "", tools.ground.publish)
    notes += _unmatched(analysis, override)
    chosen, _ = _declared(analysis, override, "slug")
    shared = next(filter(None, (_declared(analysis, override, key)[0].strip() for key in _TRANSLATION)), "")
    listed = _declared(analysis, override, "indexed")[0].strip().lower()  # as a source's file has it
    noindex = flags["noindex"] or (listed != "" and listed in NO)
    aliases = _aliases(analysis, override)
    return Wishes(flags["draft"], noindex, publish, slug(chosen), shared, aliases, tuple(notes))


def _declared(analysis: Analysis, override: Override | None, key: str) -> tuple[str, Where]:
    """An editor's single value under a key and where it stands: the override's, else the front matter's."""
    value, where = _values(analysis, override, key)
    return ", ".join(value), where


def _values(analysis: Analysis, override: Override | None, key: str) -> tuple[tuple[str, ...], Where]:
    """An editor's values under a key, none where it is absent, and where they stand."""
    path = analysis.document.path
    found = analysis.document.declared(key)
    if override and (better := next((one for one in override.entries if one.key.lower() == key), None)):
        path, found = override.path, better
    if found is None:
        return (), Where(path)
    return (found.value,) if isinstance(found.value, str) else found.value, Where(path, found.span)


def _unmatched(analysis: Analysis, override: Override | None) -> Iterator[Diagnostic]:
    """A warning for each fragment to keep or drop that stands nowhere in the text."""
    text = None
    for key in ("keep", "drop"):
        for fragment in lines_named(analysis.document, override, key):
            if _LINES.fullmatch(fragment) or not fragment.strip():
                continue
            if text is None:
                text = fold("\n".join(decision.block.text for decision in analysis.cleaned.decisions))
            if fold(fragment.strip()) not in text:
                own = override is not None and fragment in getattr(override, key)
                where = (
                    Where(override.path) if own and override else Where(analysis.document.path, Span(1, 1))
                )
                message = said("{key}: « {words} » stands nowhere in the text", key=key, words=fragment[:80])
                hint = said("copy the words as they stand, or name lines such as 12-15")
                yield Diagnostic("phrase-unmatched", "warning", where, message, hint)


def named_images(analysis: Analysis, markdown: str) -> tuple[str, ...]:
    """The addresses of all images that an article names: its own, and those in its text."""
    own = analysis.metadata.image.value
    inside = [match[1] for match in _IMAGE.finditer(markdown)] if "![" in markdown else []
    return tuple(dict.fromkeys([*([own.src] if own else []), *inside]))


def _missing(document: Document, named: tuple[str, ...], tools: Tools) -> Iterator[Diagnostic]:
    """A warning for each image that is not among the site's files: left out, never fetched from elsewhere."""
    for src in named:
        if src not in tools.images:
            message = said(
                "the image '{path}' is not among the site's files, so it is not shown", path=src[:120]
            )
            hint = said("put the file below assets/ and name it by its path")
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


def _article(analysis: Analysis, tools: Tools, profile: Profile | None, wishes: Wishes) -> Article:
    """The article as its own file makes it: the id of its path, no address yet, no digest."""
    metadata, labels = analysis.metadata, analysis.labels
    date, updated = metadata.date.value, metadata.updated.value
    made = (
        wishes.slug
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
    indexed = tools.ground.index_copies if profile is None or profile.indexed is None else profile.indexed
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
        summary=_summary(analysis, wishes.publish),
        image=metadata.image.value,
        countries=tuple(label.id for label in labels.countries),
        themes=tuple(label.id for label in labels.themes if label.sure or label.score >= _WEAK),
        words=len(_WORD.findall(analysis.cleaned.body)),
        publish=wishes.publish,
        indexed=indexed and not wishes.noindex,
        inferred=inferred,
        aliases=wishes.aliases,
        slug=made,
        digest="",
        slug_declared=bool(wishes.slug),
        translation=wishes.translation,
    )


def _summary(analysis: Analysis, publish: Publish) -> str:
    """The summary: the editor's or author's, else one made; an excerpt's is made of its opening alone."""
    field = analysis.metadata.summary
    if publish == "full" or not field.inferred:
        return field.value
    return _cut(opening(analysis.cleaned.body), _SUMMARY_CHARS)


def opening(body: str) -> str:
    """The beginning of a text, to the end of a sentence: what an excerpt may show."""
    first = next((part for part in body.split("\n\n") if not part.startswith("#")), "")
    return _cut(first, _EXCERPT_CHARS)


def _cut(text: str, longest: int) -> str:
    """The whole sentences that a text begins with; words, where the first is more than twice too long."""
    kept = leading(text, longest)
    return kept if len(kept) <= 2 * longest else kept[:longest].rsplit(" ", 1)[0] + "…"


def _midnight(day: dt.date, tools: Tools) -> dt.datetime:
    return dt.datetime(day.year, day.month, day.day, tzinfo=ZoneInfo(tools.ground.time_zone))


def _share(analysis: Analysis) -> float:
    """The part of the file's letters that is kept, from 0 to 1."""
    whole = sum(len(decision.block.text) for decision in analysis.cleaned.decisions)
    kept = sum(len(decision.text) for decision in analysis.cleaned.decisions)
    return round(kept / whole, 3) if whole else 1.0


def _aliases(analysis: Analysis, override: Override | None) -> tuple[str, ...]:
    """Former addresses as declared, as folders of this site; what could leave it is left out."""
    out = []
    for value in (*_values(analysis, override, "aliases")[0], *_values(analysis, override, "alias")[0]):
        path = "/" + value.strip().split("?")[0].split("#")[0].strip("/") + "/"
        if _ALIAS.fullmatch(path) and not _CLIMBS.search(path) and len(path) <= _ALIAS_CHARS:
            out.append(path)
    return tuple(sorted(set(out)))
