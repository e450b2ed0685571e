"""Whom a line around the title names as the writer: "Par Anne Petit", "… | by Anne Petit", a link."""

# ruff: noqa: PLR2004 - the numbers are weights of signs, side by side so that they can be compared

import re

from sitegen.config.lexicon import Words
from sitegen.metadata.author.dated import among_marks, before_date, user
from sitegen.metadata.author.named import alone, over_title, with_office
from sitegen.metadata.author.scene import (
    DASHED,
    FEW,
    MOST,
    NAME,
    SHORT,
    Authors,
    Reading,
    Scene,
    beside,
    is_pictures,
    is_spoken_of,
)
from sitegen.metadata.page import Line
from sitegen.text.bylines import (
    byline,
    byline_start,
    companions,
    has_furniture,
    is_named,
    is_opening,
    is_press,
    joints,
    kinds_of_text,
    listed,
    may_be_person,
    names_alone,
    people,
)
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.markdown import links
from sitegen.text.names import tidy

_HELPED = 1.2  # for who translated a text, or worked on it otherwise
_GROUP = 5  # words of an association's name
_KIND = 1.8  # for a byline behind what kind of text it is
_PARTICLE = 3  # letters of "de", "des"
_BETWEEN = " |–—·•,-:"
_AUTHOR_LINK = lazily(
    r"/(?:authors?|auteurs?|autor(?:en|innen)?|journalistes?|journalists?|writers?|contributors?|profiles?|profil|people|person|"
    r"redacteurs?|redacteur-|redaktion|redakteure?|reporters?|staff|by|biographie|signatures?|correspondents?|team|personne|membre|user|users)"
    r"[/-][^/)\s]{2,}",
    re.IGNORECASE,
)
_INNER = lazily(r"(?:^|[\s|–—·•,-])(par|by|von)[\s:]+(?=[^\W\d_])", re.IGNORECASE)
_AT = lazily(r" in | a | at ")
_SET_OFF = ("|", "–", "—", "·", "•", "-", ",", ":", "/")
_GLUED = ("by", "par", "von")  # "ByAnne Petit"
_POST = lazily(r"^[—–-] .{2,60} \(@\w{2,30}\)")  # "— Anne Petit (@apetit) 3 mai 2024": a post in the text
_BOOK = lazily(r"\b\d{2,4} ?(?:p\.?|pp\.?|pages|seiten)(?!\w)")  # "par Anne Petit, Le Bord, 2020, 256 p."
_KIND_OF_TEXT = lazily(r"([^:|.–—]{3,40}?)(?: ?([:|.])| [–—-]) +(?=\w)")
_READING_TIME = lazily(r"\b\d{1,3} ?(?:min|mn)(?:\.|ute[ns]?|s)?(?!\w)")


def in_line(line: Line, scene: Scene, *, label: bool) -> list[Reading]:
    """The authors that one line names, with weights; ``label`` tells that a "par" stands before it."""
    text, words = line.text, scene.words
    if (
        not 2 < len(text) <= 3 * SHORT
        or line.block.kind in ("code", "table", "rule")
        or line.at == scene.title_at
        or _POST.search(text)
    ):
        return []
    out: list[Reading] = []
    linked = _linked(line, words)
    if linked:
        out.append((linked, "author-link", 1.6 if len(text) <= SHORT else 0.4))
    if len(text) > SHORT:
        return out
    folded = scene.page.folded(line)
    opened = _opened(line, folded, scene)
    if opened:
        out.append(opened)
    elif label:
        again = is_opening(folded.strip(" :"), words)  # "Auteur :", "Auteur(s) :"
        out.append((() if again else people(text, words), "byline", 2.2))
    else:
        out += _inner(line, folded, scene)
    out = [one for one in out if one[0]]
    if not out and len(text) <= NAME and line.block.kind in ("paragraph", "item", "heading"):
        out += alone(line, scene)
    if not out and line.block.kind == "paragraph":
        out += with_office(line, scene) or over_title(line, scene)
    dated = line.at in scene.dated
    if not out and dated:
        out += before_date(line, scene)
    if not out and (dated or _READING_TIME.search(folded)):
        out += among_marks(line, scene)
    return out


def _opened(line: Line, folded: str, scene: Scene) -> Reading | None:
    """What a line names after a byline's opening word, nobody perhaps; None where it begins with none."""
    text, words = line.text, scene.words
    days = scene.page.dates_in(line)
    if text.startswith("(") and text.find(")") == len(text) - 1:  # "(Par Anne Petit)"
        text, folded, days = text[1:-1], folded[1:-1], []
    start = byline_start(folded, words)
    if not start and not folded.startswith(_GLUED):
        names = _behind_kind(line, scene)
        return (names, "byline", _KIND) if names else None
    names = byline(text[: days[0].start] if days and days[0].start > 6 else text, words)
    names = names or (user(text, days) if start else ())
    helped = start and folded.split(" ", 1)[0].strip(" :") in words.helpers
    return (names, "byline", _HELPED if helped else 2.2) if names or start else None


def _behind_kind(line: Line, scene: Scene) -> Authors:
    """Whom a line names behind what kind of text it is: "Tribune libre : contribution de Anne Petit".

    A kind of text that bylines speak of needs no such words: "Point de vue | Anne Petit, géographe".
    """
    words, found = scene.words, _KIND_OF_TEXT.match(line.text)
    kind = fold(found[1]) if found else ""
    if not found or kind.count(" ") >= FEW or kind in words.related:
        return ()
    known = kind in kinds_of_text(words)
    other = is_named(found[1], words) or not words.captions.isdisjoint(kind.split())
    if other or not (known or found[2] == ":"):
        return ()
    rest = line.text[found.end() :]
    start = byline_start(fold(rest), words)
    if start:
        single = " " not in rest[:start].rstrip() and found[2] != "."  # "par" alone, for which see _inner
        helped = fold(rest).partition(" ")[0] in words.helpers
        names = () if single or helped else byline(rest, words)
    else:
        alone = known and found[2] != "."
        names = names_alone(DASHED.split(rest.partition(" / ")[0])[0].strip(), words) if alone else ()
        if any(is_spoken_of(name, line, scene) for name in names):
            return ()
    return names if all(is_named(name, words) for name in names) else ()


def _linked(line: Line, words: Words) -> Authors:
    """The people whose pages a line links to."""
    if "](" not in line.block.text or not _AUTHOR_LINK.search(line.block.text):
        return ()
    names = []
    for label, address in links(line.block.text[:3000]):
        if _AUTHOR_LINK.search(address):
            name = tidy(label[byline_start(fold(label), words) :])
            if may_be_person(name, words) and not has_furniture(name, words):
                names.append(name)
    return tuple(dict.fromkeys(names)) if len(names) <= MOST else ()


def _inner(line: Line, folded: str, scene: Scene) -> list[Reading]:
    """Names inside a line: "… | par Anne Petit", "Le Journal avec AFP, publié le …", "AFP" alone."""
    text, words = line.text, scene.words
    out: list[Reading] = []
    inner = _INNER.search(text) if any(word in folded for word in _GLUED) else None
    before = text[: inner.start(1)].rstrip() if inner else ""
    set_off = not before or before.endswith(_SET_OFF) or words.furniture.issuperset(fold(before).split())
    if (
        inner
        and (set_off or line.at in scene.dated or folded.startswith(words.publisher))
        and not is_pictures(folded)
        and not _BOOK.search(folded)
    ):
        name, _, did = before.rpartition(" ")
        helped = fold(did) in words.helpers
        names = names_alone(name.strip(_BETWEEN), words) if helped else listed(text[inner.end() :], words)
        if not names and not helped and scene.page.dates_in(line):
            rest = text[inner.end() :]
            names = _account(rest, words) or _group(rest, words)
        out.append((names, "byline-inner", 1.0 + (0.9 if line.at in scene.dated else 0)))
    if any(joint in folded.replace("(", " ") for joint in joints(words)):  # "A. Petit (avec AFP)"
        days = scene.page.dates_in(line)
        said = text[: days[0].start] if days and days[0].start > FEW else text
        out.append((companions(said, words), "companion", 1.8))
    if _AT.split(folded, 1)[0].strip(" ().") in words.agencies:
        out.append((people(text, words), "agency", 0.4 + beside(line, scene)))
    elif (line.at in scene.dated or "|" in text) and not out:
        head = re.split(r"\s*[,|·•–/-]\s", text, maxsplit=1)[0]
        if fold(head).strip(" ().") in words.agencies:
            out.append(((tidy(head),), "agency", 1.4))
    return out


def _account(rest: str, words: Words) -> Authors:
    """The account in "Rédigé par jmorvan Publié dans #Lectures": one word before where the text was put."""
    account, _, more = rest.partition(" ")
    return (account,) if account.isalpha() and fold(more).startswith(words.publisher) else ()


def _group(rest: str, words: Words) -> Authors:
    """The association or office that a dated line names at its end: "13 juin 2019, par Attac France"."""
    name = tidy(rest)
    tokens = name.split()
    large = tokens and all(token[0].isupper() or len(token) <= _PARTICLE for token in tokens)
    if not large or len(tokens) > _GROUP or not tokens[0][0].isupper() or any(map(str.isdigit, name)):
        return ()
    known = is_press(name, words) or all(fold(token) in words.furniture for token in tokens)
    return () if known else (name,)
