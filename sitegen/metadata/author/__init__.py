"""Who wrote the article."""

# ruff: noqa: PLR2004 - the numbers are weights of signs, side by side so that they can be compared

import re

from sitegen.config.lexicon import Words
from sitegen.metadata.author.bylines import in_line
from sitegen.metadata.author.elsewhere import in_prose, in_title, labelled, of_agency
from sitegen.metadata.author.merged import in_full, merged
from sitegen.metadata.author.scene import LEAST, MOST, SHORT, Authors, Scene, place, published
from sitegen.metadata.author.signature import at_end, at_foot, corresponding, tail
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page, is_recent
from sitegen.model import Field
from sitegen.text.bylines import byline_start, is_opening, may_be_person, names_alone
from sitegen.text.bylines.words import LETTERS
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_UNDER = 4  # lines under the title in which an unlabelled date counts beside a labelled one
_FOR_PROGRAMS = 4.0  # for who a page tells programs that its author is, where it shows the name too
_LONGEST = 100
_CONTROL = lazily(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_SEPARATOR = ("", "–", "—", "-", "|", "·", "•")


def describe_authors(page: Page, given: Given, words: Words, title: Field[str]) -> Field[Authors]:
    """The authors in the order given; none where the page names none."""
    document = page.document
    found: list[Scored[Authors]] = []
    for _, entry, rank in given.of("authors"):
        names = declared_names(entry.value, words)
        if rank == "stated":  # for programs: who keeps the page, as often as who wrote on it
            names = tuple(name for name in names if _stands_there(name, page, words))
        if names:
            found.append(
                scored(
                    names,
                    rank,
                    reader(rank, "author"),
                    given.home(rank, document),
                    entry.span,
                    ", ".join(names),
                    _FOR_PROGRAMS if rank == "stated" else 1.0,
                )
            )
    if all(one.candidate.rank == "stated" for one in found):
        found += _stated(page, words, title)
    return elect(found, ())


def _stands_there(name: str, page: Page, words: Words) -> bool:
    """Whether a name that a page gives to programs is somebody's who can write, and stands on the page."""
    folded = fold(name)
    person = may_be_person(name, words) and " " in folded
    return (person or folded in words.agencies) and any(folded in page.folded(line) for line in page.lines)


def declared_names(value: str | tuple[str, ...], words: Words) -> Authors:
    """Authors as front matter gives them: a list, or one text with commas, "et" or "and" between names.

    What opens a byline, as "Par" or "Texte :", is none of a name.
    """
    texts = (value,) if isinstance(value, str) else value
    names: list[str] = []
    for text in texts:
        parts = re.split(r"\s*(?:;|,|\s(?:et|and|und|&)\s)\s*", _CONTROL.sub(" ", text)[:400])
        names += [_unopened(" ".join(part.split())[:_LONGEST], words) for part in parts if part.strip()]
    return tuple(dict.fromkeys(names))[:MOST]


def _unopened(name: str, words: Words) -> str:
    """A name without what opens a byline; "Von Trier" and "Texte Libre" have none."""
    folded = fold(name)
    start = byline_start(folded, words) if len(folded) == len(name) else 0
    opening, rest = folded[:start].rstrip(), name[start:]
    if not start or rest[:1].islower():
        return name
    joined = len(opening.split(" ")[-1]) <= LETTERS and " " in rest
    told = joined or opening.endswith((":", "'")) or fold(rest) in words.agencies
    return rest if told or may_be_person(rest, words) else name


def _stated(page: Page, words: Words, title: Field[str]) -> list[Scored[Authors]]:
    """What the page's lines around the article say of its authors."""
    title_at = page.place_of(title)
    head = page.around(title_at)
    running = "\n".join(
        page.folded(line) for line in page.lines[page.start : page.start + 12] if len(line.text) > SHORT
    )
    dated = tuple(line.at for line in head if page.is_dated(line) or is_recent(page.folded(line), words))
    own = tuple(line.at for line in head if line.at in dated and published(page.folded(line), words))
    if own:  # where the page says which date is its own, those far from its title are of other articles
        dated = tuple(at for at in dated if at in own or 0 < at - title_at <= _UNDER)
    scene = Scene(page, words, dated, title_at, running)
    found: list[Scored[Authors]] = []
    label = False
    for line in head:
        for first, detector, weight in in_line(line, scene, label=label):
            score = weight + place(line, scene)
            more = _further(line, scene) if detector == "byline" else ()
            names = tuple(dict.fromkeys((*first, *more)))[:MOST] if more else first
            if score > LEAST:
                found.append(
                    scored(names, "stated", detector, page.document, line.block.span, line.text, score)
                )
        folded = page.folded(line).strip(" :")
        label = (len(folded) < 40 and is_opening(folded, words)) or (label and folded in _SEPARATOR)
    title_line = page.lines[title_at].block.span.line if title_at >= 0 else 0
    return (
        in_full(merged(found + tail(scene), title_line))
        or labelled(scene)
        or corresponding(scene)
        or at_foot(scene)
        or in_title(scene)
        or in_prose(scene)
        or at_end(scene)
        or of_agency(scene)
    )


def _further(line: Line, scene: Scene) -> Authors:
    """The people whom the lines under a byline add to it: "et Luc Grand", or "et" alone and the next."""
    names: list[str] = []
    goes_on = line.text.endswith(",")
    for below in scene.page.lines[line.at + 1 : line.at + 2 * MOST]:
        first, _, rest = below.text.partition(" ")
        joins = fold(first) in scene.words.conjunctions
        if joins and not rest:
            goes_on = True
            continue
        if not (joins or goes_on):
            break
        more = names_alone((rest if joins else below.text).rstrip(","), scene.words)
        if not more:
            break
        names += more
        goes_on = below.text.endswith(",")
    return tuple(names)
