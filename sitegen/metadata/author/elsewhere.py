"""Who is named where no line of its own does: after a far label, in the title, the text or its dateline."""

from itertools import chain

from sitegen.metadata.author.dated import before_last_day
from sitegen.metadata.author.scene import DASHED, FOOTER, LEAST, SHORT, Authors, Scene, is_told_of
from sitegen.metadata.author.signature import closing
from sitegen.metadata.dateline import opening
from sitegen.metadata.ladder import Scored, scored
from sitegen.metadata.page import Line
from sitegen.text.bylines import (
    byline,
    byline_start,
    is_named,
    listed,
    may_be_person,
    names_alone,
    presented,
    reporters,
    signed_end,
)
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import tidy

_NOTED = lazily(r"[(*]")  # what is said of a writer behind the name, or at the foot
_CAPITALS = lazily(
    r"([A-ZÀ-Ý][A-ZÀ-Ý'’.-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý'’.-]*){1,3}?) ?[/–—-] ?(?=[«\"]?[A-ZÀ-Ý][a-zà-ÿ'’ ])"
)  # "ANNE PETIT – Le pont …"
_IN_BRACKETS = lazily(r"\(([^()]{6,160})\)")
_NEAR_START = 4  # lines before and at the text's beginning
_SENTENCE = 600  # characters of a paragraph in which a paper's own reporter is looked for


def of_agency(scene: Scene) -> list[Scored[Authors]]:
    """The agency in the text's own dateline: "LUNAY, 14 octobre (Reuters) – "."""
    said = opening(scene.page, scene.words)
    if said is None or (said[1].agency.isupper() and fold(said[1].agency) not in scene.words.agencies):
        return []  # "(LFI)" may be a party
    line = said[0]
    quote = line.text[: said[1].end].strip()
    return [
        scored((said[1].agency,), "stated", "dateline", scene.page.document, line.block.span, quote, LEAST)
    ]


def labelled(scene: Scene) -> list[Scored[Authors]]:
    """Whom a line far from the text's beginning names after a label and a colon: "Auteur : Anne Petit".

    Lines under the text come first, then those over it, the nearest first.
    """
    page, words = scene.page, scene.words
    under = page.lines[max(page.start, page.end - 3) : page.end + FOOTER]
    for line in (*under, *reversed(page.lines[: page.start])):
        if len(line.text) > SHORT or ":" not in line.text:
            continue
        folded = page.folded(line)
        label, _, rest = line.text.partition(":")
        if fold(label).strip() in words.publisher:  # "Source : Anne Petit / Le Fil"
            names = names_alone(rest.strip(), words)
            if names and all(is_named(name, words) for name in names):
                return [
                    scored(names, "stated", "source-line", page.document, line.block.span, line.text, LEAST)
                ]
        start = byline_start(folded, words)
        if folded[:start].rstrip().endswith(":") and folded.split(" ", 1)[0].rstrip(":") not in words.helpers:
            names = byline(line.text, words)
            if names:
                return [scored(names, "stated", "byline", page.document, line.block.span, line.text, LEAST)]
    return []


def in_title(scene: Scene) -> list[Scored[Authors]]:
    """Whom the title itself names at its end: "Le pont d'hier, par Anne Petit"."""
    if scene.title_at < 0:
        return []
    line = scene.page.lines[scene.title_at]
    end = signed_end(line.text, scene.words)
    names = byline(line.text[end:].lstrip(" ,.–—-|("), scene.words) if end else before_last_day(line, scene)
    if not names:
        return []
    return [
        scored(names, "stated", "byline-inner", scene.page.document, line.block.span, line.text[end:], LEAST)
    ]


def in_prose(scene: Scene) -> list[Scored[Authors]]:
    """Whom the text's first words or a sentence of it name, where no line of its own does.

    "Par Anne Petit, Rabat Le pont …", "ANNE PETIT – Le pont …", "Anne Petit - Journaliste Après …",
    "… notre correspondante Anne Petit".
    """
    page, words = scene.page, scene.words
    begins = page.start + (page.start == scene.title_at)  # a title of many words may pass for the first line
    near = page.lines[max(0, page.start - 2) : page.end + 2]
    found = chain(
        ((line, _first_words(line, scene), "byline-inner") for line in page.lines[begins : begins + 1]),
        (
            (line, closing(line.text, words), "byline-inner")  # a standfirst's last words
            for line in page.lines[max(scene.title_at + 1, begins - 2) : begins + 1]
        ),
        ((line, _presented(line, scene), "name-and-office") for line in near[:_NEAR_START]),
        (
            (line, reporters(line.text, words), "correspondent")
            for line in near
            if len(line.text) <= _SENTENCE
        ),
    )
    return next(
        (
            [scored(names, "stated", detector, page.document, line.block.span, line.text[:_SENTENCE], LEAST)]
            for line, names, detector in found
            if names
        ),
        [],
    )


def _first_words(line: Line, scene: Scene) -> Authors:
    """Whom a text's first line names in its first words: after "par", in capitals or in brackets."""
    words = scene.words
    inner = _IN_BRACKETS.match(line.text)  # "(Par Anne Petit) Le pont …"
    bare = inner[1] if inner else line.text
    start = byline_start(fold(bare[:SHORT]), words)
    signed = _NOTED.split(bare[start : start + SHORT], maxsplit=1)[0] if start else ""
    names = listed(signed, words) if signed else ()
    capitals = _CAPITALS.match(line.text) if not names else None
    if inner and not start:  # "(Anne Petit – Le Fil) Le pont …"
        names = names_alone(DASHED.split(inner[1])[0], words)
        return names if all(is_named(name, words) for name in names) else ()
    if capitals and not is_told_of(tidy(capitals[1]), line, scene):
        names = (tidy(capitals[1]),)
    named = all((inner or is_named(name, words)) and may_be_person(name, words) for name in names)
    return names if named else ()


def _presented(line: Line, scene: Scene) -> Authors:
    """Whom a paragraph about somebody opens with, of whom the text does not speak."""
    name = presented(line.text, scene.words)
    return (name,) if name and not is_told_of(name, line, scene) else ()
