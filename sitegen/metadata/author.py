"""Who wrote the article."""

# ruff: noqa: PLR2004 - the numbers are weights of signs, side by side so that they can be compared

import re
from itertools import islice, pairwise

from msgspec import Struct
from msgspec.structs import replace

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import mentions
from sitegen.metadata.dateline import opening
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page, is_recent
from sitegen.metadata.titleline import is_written_twice
from sitegen.model import Field
from sitegen.text.bylines import (
    byline,
    byline_start,
    companions,
    correspondent,
    credited,
    has_furniture,
    has_handle,
    in_office,
    introduced,
    is_initials,
    is_named,
    is_opening,
    is_press,
    joints,
    kinds_of_text,
    listed,
    may_be_person,
    names_alone,
    names_somewhere,
    people,
    reporters,
    says_where,
    signed_end,
)
from sitegen.text.dates import FoundDate
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.markdown import links
from sitegen.text.names import tidy

_SHORT = 160
_NAME = 70
_MOST = 8
_NEXT = 6  # lines between two names of one list
_APART = {"author-link": _NEXT, "name-line": _NEXT // 3, "signature": 1, "byline": 1}
_ALIKE = 0.5  # weights of bylines that go on with each other: who translated a text weighs less
_UNDER = 4  # lines under the title in which an unlabelled date counts beside a labelled one
_FOOTER = 12  # lines
_CAPTION = 110  # characters of a line that is a signature with an office, or a caption
_LEAST = 0.75
_HELPED = 1.2  # for who translated a text, or worked on it otherwise
_FOR_PROGRAMS = 4.0  # for who a page tells programs that its author is, where it shows the name too
_GIVEN = 0.2  # for given names that are known as such
_GROUP = 5  # words of an association's name
_FEW = 3
_KIND = 1.8  # for a byline behind what kind of text it is
_PARTICLE = 3  # letters of "de", "des"
_CREDITED = 0.3  # off a name and agency, which may be a picture's
_WHOLE = 1200  # characters of a paragraph that are read to its end
_SIGNED = 0.8  # for a signature over the notes
_FULLER = 0.01  # what a line of more names adds
_BETWEEN = " |–—·•,-:"
_NOTED = lazily(r"[(*]")  # what is said of a writer behind the name, or at the foot
_DASHED = lazily(r"\s[|–—·•-]\s")
_AUTHOR_LINK = lazily(
    r"/(?:authors?|auteurs?|autor(?:en|innen)?|journalistes?|journalists?|writers?|contributors?|profiles?|profil|people|person|"
    r"redacteurs?|redacteur-|redaktion|redakteure?|reporters?|staff|by|biographie|signatures?|correspondents?|team|personne|membre|user|users)"
    r"[/-][^/)\s]{2,}",
    re.IGNORECASE,
)
_INNER = lazily(r"(?:^|[\s|–—·•,-])(par|by|von)[\s:]+(?=[^\W\d_])", re.IGNORECASE)
_AT = lazily(r" in | a | at ")
_SET_OFF = ("|", "–", "—", "·", "•", "-", ",", ":", "/")
_ASIDE = lazily(r" \([^()]{2,80}\)")  # "Par Anne Petit (texte) et Luc Grand (photos)": no caption
_GLUED = ("by", "par", "von")  # "ByAnne Petit"
_PICTURE = ("photo", "foto", "image", "bild", "illustration", "©", "credits", "video")
_TAIL = lazily(r"\(([A-Z][\w&/ ,-]{1,24}|dpa|epd|sda)\)\s*$")
_LONGEST = 100
_ACCOUNT = lazily(r"\w{4,} (?:par|by|von) ([a-z][\w.-]{2,30})(?: (?:le|on|am))?[ ,:–-]*$", re.IGNORECASE)
_CONTROL = lazily(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_POST = lazily(r"^[—–-] .{2,60} \(@\w{2,30}\)")  # "— Anne Petit (@apetit) 3 mai 2024": a post in the text
_MARKS = " ,|·•–—~/-"
_BEFORE_COUNT = lazily(r"([^\d,;:|()]{4,60}?) ?(?:\d|$)")  # a name before how many comments there are
_AGENCY_AND_WRITER = lazily(r"\(?([^\W\d_]{2,8}) ?/ ?[a-zà-ÿ]{2,6}\)?")  # "ats/abc": who wrote it there
_BOOK = lazily(r"\b\d{2,4} ?(?:p\.?|pp\.?|pages|seiten)(?!\w)")  # "par Anne Petit, Le Bord, 2020, 256 p."
_FIRST_NOTE = lazily(r"[(\[]?1[)\].]\s\w|¹")  # "(1) Ces chiffres viennent de …"
_CAPITALS = lazily(
    r"([A-ZÀ-Ý][A-ZÀ-Ý'’.-]+(?: [A-ZÀ-Ý][A-ZÀ-Ý'’.-]*){1,3}?) ?[–—-] ?(?=[«\"]?[A-ZÀ-Ý][a-zà-ÿ'’ ])"
)  # "ANNE PETIT – Le pont …"
_IN_BRACKETS = lazily(r"\(([^()]{6,160})\)")
_HALVES = ("a.m.", "p.m.")  # of the day
_INITIALS_LAST = lazily(r"(?:[|·–—]|\d{1,2} ?[h:] ?\d\d|\s\s)\s*((?:[A-ZÀ-Ý][.-]{1,2} ?){2,4})$")
_SENTENCE = 600  # characters of a paragraph in which a paper's own reporter is looked for
_SITE = lazily(r"(?:www\.)?[\w-]{2,40}\.[a-z]{2,12}", re.IGNORECASE)  # "lerelais.example"
_ENDED = lazily(r"[.!?»”|] (?=[A-ZÀ-Ý(])")  # behind a paragraph's last sentence
_SHORTENED = lazily(r"[A-ZÀ-Ý]\. [A-ZÀ-Ý]")  # "A. Petit"
_LOUD_SURNAME = lazily(r"[A-ZÀ-Ý]{3,}(?:['’-][A-ZÀ-Ý]{2,})*")
_KIND_OF_TEXT = lazily(r"([^:|.–—]{3,40}?)(?: ?([:|.])| [–—-]) +(?=\w)")
_READING_TIME = lazily(r"\b\d{1,3} ?(?:min|mn)(?:\.|ute[ns]?|s)?(?!\w)")
_CLOCK = lazily(r"\d{1,2} ?[:h] ?\d\d")
_WRAPPED = lazily(r"^[\[–—]{1,2} ?([^\[\]]{4,80}?) ?[\]–—]{1,2}$")  # "[Anne Petit]", "— Anne Petit —"
_SEPARATOR = ("", "–", "—", "-", "|", "·", "•")

Authors = tuple[str, ...]
Reading = tuple[Authors, str, float]  # names, detector, weight


class _Scene(Struct, frozen=True):
    """What a line's names are judged beside: the datelines, the title's place, the article's own words."""

    page: Page
    words: Words
    dated: tuple[int, ...]
    title_at: int
    body: str


def describe_authors(page: Page, given: Given, words: Words, title: Field[str]) -> Field[Authors]:
    """The authors in the order given; none where the page names none."""
    document = page.document
    found: list[Scored[Authors]] = []
    for _, entry, rank in given.of("authors"):
        names = declared_names(entry.value)
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


def declared_names(value: str | tuple[str, ...]) -> Authors:
    """Authors as front matter gives them: a list, or one text with commas, "et" or "and" between names."""
    texts = (value,) if isinstance(value, str) else value
    names: list[str] = []
    for text in texts:
        parts = re.split(r"\s*(?:;|,|\s(?:et|and|und|&)\s)\s*", _CONTROL.sub(" ", text)[:400])
        names += [" ".join(part.split())[:_LONGEST] for part in parts if part.strip()]
    return tuple(dict.fromkeys(names))[:_MOST]


def _stated(page: Page, words: Words, title: Field[str]) -> list[Scored[Authors]]:
    """What the page's lines around the article say of its authors."""
    title_at = page.place_of(title)
    head = page.around(title_at)
    running = "\n".join(
        page.folded(line) for line in page.lines[page.start : page.start + 12] if len(line.text) > _SHORT
    )
    dated = tuple(line.at for line in head if page.is_dated(line) or is_recent(page.folded(line), words))
    labelled = tuple(line.at for line in head if line.at in dated and _published(page.folded(line), words))
    if labelled:  # where the page says which date is its own, those far from its title are of other articles
        dated = tuple(at for at in dated if at in labelled or 0 < at - title_at <= _UNDER)
    scene = _Scene(page, words, dated, title_at, running)
    found: list[Scored[Authors]] = []
    label = False
    for line in head:
        for first, detector, weight in _in_line(line, scene, label=label):
            score = weight + _place(line, scene)
            more = _further(line, scene) if detector == "byline" else ()
            names = tuple(dict.fromkeys((*first, *more)))[:_MOST] if more else first
            if score > _LEAST:
                found.append(
                    scored(names, "stated", detector, page.document, line.block.span, line.text, score)
                )
        folded = page.folded(line).strip(" :")
        label = (len(folded) < 40 and is_opening(folded, words)) or (label and folded in _SEPARATOR)
    title_line = page.lines[title_at].block.span.line if title_at >= 0 else 0
    return (
        _in_full(_merged(found + _tail(scene), title_line))
        or _labelled(scene)
        or _corresponding(scene)
        or _at_foot(scene)
        or _in_title(scene)
        or _in_prose(scene)
        or _at_end(scene)
        or _of_agency(scene)
    )


def _further(line: Line, scene: _Scene) -> Authors:
    """The people whom the lines under a byline add to it: "et Luc Grand", or "et" alone and the next."""
    names: list[str] = []
    goes_on = line.text.endswith(",")
    for below in scene.page.lines[line.at + 1 : line.at + 2 * _MOST]:
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


def _published(folded: str, words: Words) -> str:
    """The words such as "publié le" that a line holds, "" for none."""
    return next((phrase for phrase in words.published if phrase in folded), "")


def _place(line: Line, scene: _Scene) -> float:
    """What a line's place adds: near the article's beginning, under the title."""
    weight = 0.5 - 0.03 * abs(line.at - scene.page.start)
    if scene.title_at >= 0:
        after = line.at - scene.title_at
        if 0 < after <= 7:
            return 0.9 - 0.03 * after
        weight -= 0.5 if after < -3 else 0
    return weight


def _in_line(line: Line, scene: _Scene, *, label: bool) -> list[Reading]:
    """The authors that one line names, with weights; ``label`` tells that a "par" stands before it."""
    text, words = line.text, scene.words
    if (
        not 2 < len(text) <= 3 * _SHORT
        or line.block.kind in ("code", "table", "rule")
        or line.at == scene.title_at
        or _POST.search(text)
    ):
        return []
    out: list[Reading] = []
    linked = _linked(line, words)
    if linked:
        out.append((linked, "author-link", 1.6 if len(text) <= _SHORT else 0.4))
    if len(text) > _SHORT:
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
    if not out and len(text) <= _NAME and line.block.kind in ("paragraph", "item", "heading"):
        out += _alone(line, scene)
    if not out and line.block.kind == "paragraph":
        out += _with_office(line, scene) or _over_title(line, scene)
    dated = line.at in scene.dated
    if not out and dated:
        out += _before_date(line, scene)
    if not out and (dated or _READING_TIME.search(folded)):
        out += _among_marks(line, scene)
    return out


def _opened(line: Line, folded: str, scene: _Scene) -> Reading | None:
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
    names = names or (_user(text, days) if start else ())
    helped = start and folded.split(" ", 1)[0].strip(" :") in words.helpers
    return (names, "byline", _HELPED if helped else 2.2) if names or start else None


def _behind_kind(line: Line, scene: _Scene) -> Authors:
    """Whom a line names behind what kind of text it is: "Tribune libre : contribution de Anne Petit".

    A kind of text that bylines speak of needs no such words: "Point de vue | Anne Petit, géographe".
    """
    words, found = scene.words, _KIND_OF_TEXT.match(line.text)
    kind = fold(found[1]) if found else ""
    if not found or kind.count(" ") >= _FEW or kind in words.related:
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
        names = names_alone(_DASHED.split(rest.partition(" / ")[0])[0].strip(), words) if alone else ()
        if any(_is_spoken_of(name, line, scene) for name in names):
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
    return tuple(dict.fromkeys(names)) if len(names) <= _MOST else ()


def _inner(line: Line, folded: str, scene: _Scene) -> list[Reading]:
    """Names inside a line: "… | par Anne Petit", "Le Journal avec AFP, publié le …", "AFP" alone."""
    text, words = line.text, scene.words
    out: list[Reading] = []
    inner = _INNER.search(text) if any(word in folded for word in _GLUED) else None
    set_off = inner is not None and (
        inner.start(1) == 0 or text[: inner.start(1)].rstrip().endswith(_SET_OFF)
    )
    if (
        inner
        and (set_off or line.at in scene.dated or folded.startswith(words.publisher))
        and not _is_pictures(folded)
        and not _BOOK.search(folded)
    ):
        before, _, did = text[: inner.start(1)].rstrip().rpartition(" ")
        helped = fold(did) in words.helpers
        names = names_alone(before.strip(_BETWEEN), words) if helped else listed(text[inner.end() :], words)
        if not names and not helped and scene.page.dates_in(line):
            names = _group(text[inner.end() :], words)
        out.append((names, "byline-inner", 1.0 + (0.9 if line.at in scene.dated else 0)))
    if any(joint in folded.replace("(", " ") for joint in joints(words)):  # "A. Petit (avec AFP)"
        out.append((companions(text, words), "companion", 1.8))
    if _AT.split(folded, 1)[0].strip(" ().") in words.agencies:
        out.append((people(text, words), "agency", 0.4 + _beside(line, scene)))
    elif line.at in scene.dated and not out:
        head = re.split(r"\s*[,|·•–/-]\s", text, maxsplit=1)[0]
        if fold(head).strip(" ().") in words.agencies:
            out.append(((tidy(head),), "agency", 1.4))
    return out


def _is_pictures(folded: str) -> bool:
    """Whether a folded line speaks of pictures otherwise than in brackets behind a name."""
    bare = _ASIDE.sub("", folded) if "(" in folded else folded
    return any(word in bare for word in _PICTURE)


def _group(rest: str, words: Words) -> Authors:
    """The association or office that a dated line names at its end: "13 juin 2019, par Attac France"."""
    name = tidy(rest)
    tokens = name.split()
    large = tokens and all(token[0].isupper() or len(token) <= _PARTICLE for token in tokens)
    if not large or len(tokens) > _GROUP or not tokens[0][0].isupper() or any(map(str.isdigit, name)):
        return ()
    known = is_press(name, words) or all(fold(token) in words.furniture for token in tokens)
    return () if known else (name,)


def _alone(line: Line, scene: _Scene) -> list[Reading]:
    """A line that is nothing but names, near a dateline: people whom the article itself does not name.

    With nothing near that tells so, a known given name or capitals have to: not "Contenu Bloqué".
    """
    signs = line.at > max(scene.page.start + 2, scene.page.end - 2)  # and is looked for there
    if signs or scene.page.folded(line).strip(" :") in scene.words.related:
        return []
    doubt = (0.4 if line.block.kind == "item" else 0) + (0.4 if line.text.isupper() else 0)
    below = scene.page.lines[line.at + 1 : line.at + 2]
    told = any(_says_what(one, scene) for one in below) or _is_twice(line, scene)
    if _is_lone_item(line, scene):
        told, doubt = True, 0
    near = max(_beside(line, scene), 0.9 if told or has_handle(line.text) else 0)
    weight = near - doubt + 0.1
    if weight + _place(line, scene) <= _LEAST and line.at not in scene.dated:
        return []  # too little, whatever stands there
    if _is_shown(line, scene):
        return []
    names = names_alone(line.text, scene.words)
    if not names or _is_common(names, scene):
        return []
    office = scene.page.folded(line).partition(", ")[2].partition(" ")[0]
    if office in scene.words.roles and len(names) == 1 and _is_told_of(names[0], line, scene):
        return []  # as in captions
    if " / " in line.text and fold(names[-1]) in scene.words.agencies:  # or who took the picture
        return [(names, "name-and-agency", weight - _CREDITED)]
    sure = all(is_named(name, scene.words) for name in names)
    known = sure or near or _has_loud_surname(line.text)
    return [(names, "name-line", weight + (_GIVEN if sure else 0))] if known else []


def _is_twice(line: Line, scene: _Scene) -> bool:
    """Whether a line is a writer's name and the next says it again; a given name or the paper tells so."""
    below = scene.page.lines[line.at + 1 : line.at + 3]
    if not below or not is_written_twice(line, below[0], scene.page, scene.words):
        return False
    return is_named(line.text, scene.words) or any(is_press(one.text, scene.words) for one in below[1:])


def _is_lone_item(line: Line, scene: _Scene) -> bool:
    """Whether somebody's name alone is a list of one right under the title: "- Anne Petit"."""
    if line.block.kind != "item" or line.at != _first_after(scene.title_at, scene):
        return False
    after = _first_after(line.at, scene)
    names = names_alone(line.text, scene.words)
    named = len(names) == 1 and is_named(names[0], scene.words)
    listed_more = after >= 0 and scene.page.lines[after].block.kind == "item"
    return named and not listed_more and not _is_told_of(names[0], line, scene)


def _with_office(line: Line, scene: _Scene) -> list[Reading]:
    """Who stands right under the title with what he or she is: "Anne Petit, présidente de …".

    Without a comma, and right over the text, too: "Anne Petit Présidente de …".

    Captions say the same of people whom the text then speaks of.
    """
    beside = line.at == _first_after(scene.title_at, scene) or 0 <= scene.page.start - line.at <= 2
    bare = in_office(line.text, scene.words) if beside else ""
    if bare:
        told = _is_pictures(scene.page.folded(line)) or _is_told_of(bare, line, scene)
        return [] if told or _is_titled(bare, scene) else [((bare,), "name-and-office", 0.6)]
    if line.at != _first_after(scene.title_at, scene) or "," not in line.text or line.text.endswith(":"):
        return []
    if line.text.endswith(".") and line.text.count(",") > 1:
        return []  # "Anne Petit, maire de Lunay, coupe le ruban."
    name, _, office = line.text.partition(",")
    role = fold(office).split()
    known = any(" ".join(role[:size]) in scene.words.roles for size in (1, 2, 3))
    if not known or is_press(name, scene.words) or not may_be_person(name, scene.words):
        return []
    if _is_pictures(scene.page.folded(line)) or _is_told_of(name, line, scene) or _is_titled(name, scene):
        return []
    return [((tidy(name),), "name-and-office", 0.4)]


def _first_after(at: int, scene: _Scene) -> int:
    """The place of the first line with words after another; -1 where there is none."""
    below = scene.page.lines[at + 1 : at + 1 + _MOST] if at >= 0 else ()
    return next((line.at for line in below if line.text), -1)


def _over_title(line: Line, scene: _Scene) -> list[Reading]:
    """Who stands on the page's first line, over title or text, no day being near: "Anne Petit / Le Fil :"."""
    page, words = scene.page, scene.words
    if line.at > _NEXT or line.at != next((one.at for one in page.lines if one.text), -1):
        return []
    if not line.at < page.start <= line.at + _NEXT or len(line.text) > _NAME:
        return []
    names = credited(line.text, words)
    if names:
        return [(names, "name-and-paper", 0.6)]
    names = names_alone(line.text.rstrip(" :"), words)
    sure = len(names) == 1 and (is_named(names[0], words) or _has_loud_surname(line.text))
    if not sure or _is_told_of(names[0], line, scene):
        return []
    return [(names, "name-line", 0.6)]


def _has_loud_surname(text: str) -> bool:
    """Whether a text is a given name and one in capitals, which it ends with: "Anne PETIT"."""
    given, _, surname = text.rpartition(" ")
    return _LOUD_SURNAME.fullmatch(surname) is not None and bool(given) and given.replace("-", "").istitle()


def _is_shown(line: Line, scene: _Scene) -> bool:
    """Whether brackets behind a name say that it is a picture's: "Anne Petit (Archives)"."""
    inner = scene.page.folded(line).rpartition(" (")[2]
    return inner[-1:] == ")" and bool(inner[:-1]) and scene.words.captions.issuperset(inner[:-1].split())


def _says_what(line: Line, scene: _Scene) -> bool:
    """Whether a line says what the person over it is, or is the page's paper: "Enquêtes, Le Fanal"."""
    folded = scene.page.folded(line)
    if folded.partition(",")[0] in scene.words.roles:
        return True
    paper = folded.rpartition(", ")[2]
    if len(folded) > _NAME or not is_press(paper, scene.words):
        return False
    return any(scene.page.folded(one) == paper for one in scene.page.lines[: line.at - 1])


def _is_common(names: Authors, scene: _Scene) -> bool:
    """Whether the article names these people itself, or writes a word of them small, as no name is."""
    if any(mentions(fold(name), scene.body, scene.words) for name in names if " " in name):
        return True
    page = scene.page
    small = [
        f" {word.lower()}"
        for name in names
        if not is_named(name, scene.words)
        for word in name.split()
        if len(word) > 3
    ]
    return any(
        word in line.text
        for line in page.lines[page.start : page.start + 30]
        if len(line.text) > _NAME
        for word in small
    )


def _before_date(line: Line, scene: _Scene) -> list[Reading]:
    """The name in front of a date: "Emily Norwood | September 1st, 2023", "Le Fil, publié le 3 mai 2024"."""
    own = _before_published(line.text, scene)
    if own:
        return [(own, "before-published", 1.6)]
    folded = scene.page.folded(line)
    if folded.startswith(scene.words.publisher):
        return []  # whose text it is, not who wrote it
    if _is_pictures(folded):
        return []  # whom a picture shows, or who took it
    found = scene.page.dates_in(line)
    if found and not line.flat and not _ends_with_date(scene.page.folded(line)[found[0].end :], scene.words):
        return []  # "Paul Lemoine, le 3 mai 2024, devant le pont": a caption
    initials = _INITIALS_LAST.search(line.text) if found and line.text.endswith(".") else None
    if initials and not _is_half(initials[1]):  # "3 mai 2024 | Mis à jour | 13h50 A. P."
        return [((initials[1].strip(),), "name-and-date", 1.1)]
    start = found[0].start if found else next(at for at, char in enumerate(line.text) if char.isdigit())
    names = people(line.text[:start], scene.words) if 4 < start < _NAME else ()
    if not names and len(found) == 1 and (start <= 6 or is_press(tidy(line.text[:start]), scene.words)):
        names = _after_date(line.text[found[0].end :].lstrip(_MARKS), found[0], scene)
    if (
        not names
        or not (" " in names[0] or is_initials(names[0]) or fold(names[0]) in scene.words.desks)
        or has_furniture(names[0], scene.words)
        or mentions(fold(names[0]), scene.body, scene.words)
        or _is_half(names[0])
    ):
        return []
    return [(names, "name-and-date", 1.1)]


def _among_marks(line: Line, scene: _Scene) -> list[Reading]:
    """Who stands among a day, a reading time and other things, a known given name telling so.

    "Mise à jour le 3 mai 2024 - Anne Petit et Luc Grand - 4 min", "LE FIL, Anne Petit, lundi 3 mai 2024",
    "3 mai 2024 Anne Petit Culture 0".
    """
    folded = scene.page.folded(line)
    if line.flat or _is_pictures(folded) or folded.startswith(scene.words.publisher):
        return []
    names = _before_last_day(line, scene) or _before_count(line, scene) or _between_marks(line, scene)
    if not names or any(mentions(fold(name), scene.body, scene.words) for name in names):
        return []
    return [(names, "name-and-date", 1.1)]


def _between_marks(line: Line, scene: _Scene) -> Authors:
    """The first people with known given names whom a line has for themselves between its dashes and bars.

    One mark beside a day is as in captions, and does for a paper's alone: "Le Fil (Anne Petit) | 3 mai".
    """
    parts = [part.strip() for part in _DASHED.split(line.text)]
    several = len(parts) >= _FEW or line.at not in scene.dated
    for part in parts if len(parts) > 1 else ():
        names = (names_alone(part, scene.words) if several else ()) or credited(part, scene.words)
        if names and all(is_named(name, scene.words) for name in names):
            return names
    return ()


def _before_count(line: Line, scene: _Scene) -> Authors:
    """Who stands right behind the day that a line opens with, only sections and counts following."""
    days = scene.page.dates_in(line)
    if len(days) != 1 or days[0].start > _FEW:
        return ()
    rest = line.text[days[0].end :].lstrip(_MARKS)
    names = people(rest, scene.words)
    if len(names) != 1 or not is_named(names[0], scene.words) or not rest.startswith(names[0]):
        return ()
    after = [word.strip(_MARKS) for word in fold(rest[len(names[0]) :]).split()]
    return names if all(not word or word.isdigit() or word in scene.words.furniture for word in after) else ()


def _before_last_day(line: Line, scene: _Scene) -> Authors:
    """Whom a line names between a paper and the day it ends with: "LE FIL, Anne Petit, lundi 3 mai 2024"."""
    days = scene.page.dates_in(line)
    if not days or line.text.count(",") > _FEW + 1 or scene.page.folded(line)[days[-1].end :].strip(" )"):
        return ()
    paper, *parts = (_ASIDE.sub("", f"{part} ").strip() for part in line.text.split(","))
    at = len(line.text[: days[-1].start].split(",")) - 2  # the part before the day's own
    names = names_alone(parts[at - 1], scene.words) if 0 < at <= len(parts) else ()
    sure = len(names) == 1 and is_named(names[0], scene.words) and paper[:1].isupper()
    return names if sure and not _is_pictures(scene.page.folded(line)) else ()


def _is_half(text: str) -> bool:
    """Whether initials are those of half a day: "A. M."."""
    return fold(text).replace(" ", "") in _HALVES


def _after_date(rest: str, date: FoundDate, scene: _Scene) -> Authors:
    """The people right after a date: "12/03/24 - P. Delmas", "Le Fanal 12/03/24 Paul Delmas".

    Where the date is written again, as of the last change, a number ends the names: "P. Delmas 2 réactions".
    """
    again = scene.page.find_dates(fold(rest[:_SHORT]))
    if not again or again[0].start or (again[0].month, again[0].year) != (date.month, date.year):
        return people(rest, scene.words)
    counted = _BEFORE_COUNT.match(rest[again[0].end :].lstrip(_MARKS))
    return people(counted[1], scene.words) if counted else ()


def _ends_with_date(rest: str, words: Words) -> bool:
    """Whether nothing but marks, a few words, a reading time or another date's label follow a date."""
    rest = rest.lstrip(" ,")
    few = len(rest.split()) <= 3 or any(word in words.furniture for word in rest.split()[:2])
    return (
        not rest[:1].isalpha() or few or any(phrase in rest for phrase in (*words.published, *words.updated))
    )


def _user(text: str, days: list[FoundDate]) -> Authors:
    """The account in "Soumis par jmorvan le lun, 09/04/2018": one word between a phrase and a date."""
    account = _ACCOUNT.match(text[: days[0].start]) if days else None
    return (account[1],) if account else ()


def _before_published(text: str, scene: _Scene) -> Authors:
    """Whom a line names before "publié le": "Le Fil, publié le 3 mai", "Le Fil Anne PETIT. Publié le …"."""
    phrase = _published(fold(text), scene.words)
    at = fold(text).find(phrase) if phrase else 0
    if text[:at].rstrip().endswith("."):
        return names_alone(text[:at].rstrip(" ."), scene.words)
    name = tidy(text[:at]) if text[:at].rstrip().endswith((",", "-", "–", "|", "·")) else ""
    last = _DASHED.split(name)[-1]
    name = last if may_be_person(last, scene.words) else name  # "LE FIL – Anne Petit, publié le"
    single = 1 <= len(name.split()) <= 5 and (
        not any(mark in name for mark in ",|·:;.") or may_be_person(name, scene.words)
    )
    fits = single and (name[:1].isupper() or name[:1].isdigit()) and sum(map(str.isdigit, name)) <= 3
    menu = all(fold(part) in scene.words.furniture for part in name.split())
    if not fits or menu or is_press(name, scene.words) or fold(name).startswith(scene.words.publisher):
        return ()
    return (name,)


def _beside(line: Line, scene: _Scene) -> float:
    """What a dateline next to a line adds: a name and a date together are a byline."""
    return max(
        (1.2 - 0.3 * abs(line.at - at) for at in scene.dated if 0 < abs(line.at - at) <= 3), default=0.0
    )


def _tail(scene: _Scene) -> list[Scored[Authors]]:
    """A signature under the article, or its agency in brackets."""
    page, words = scene.page, scene.words
    out = _over_notes(scene)
    foot = len(page.lines) - page.end > _FOOTER  # a page's foot follows, whose lines look like names
    signed = -9  # the last line that signs
    first = next((line.at for line in page.lines[page.end :] if any(map(str.isalnum, line.text))), page.end)
    brief = page.end - page.start <= 2  # a paragraph, and who signs it
    for line in page.lines[max(page.start + 2 - brief, page.end - 2) : page.end + 3]:
        text = line.text
        if line.at >= page.end and any(map(str.isalnum, text)) and not _may_sign(line, scene):
            break  # what follows is by readers, or of other articles
        if line.at >= page.end and _opens_comment(line, scene):
            break
        if 4 <= len(text) <= _NAME and line.block.kind == "paragraph" and not _is_shown(line, scene):
            names = _signers(text, words)
            said = bool(byline(text, words))
            sure = said or bool(_agency_signed(text, words)) or _is_signed(line, scene)
            near = said or line.kept or line.at in (first, signed + 1)
            if names and near and (sure or not foot) and not _is_common(names, scene):
                score = 0.9 - 0.1 * abs(line.at - page.end)
                out.append(scored(names, "stated", "signature", page.document, line.block.span, text, score))
                signed = line.at
        elif line.kept and text.endswith(")"):
            agency = _TAIL.search(text[-40:])
            if agency and fold(agency[1]) in words.agencies:
                out.append(
                    scored((agency[1],), "stated", "agency", page.document, line.block.span, text[-80:], 0.3)
                )
    for line in page.lines[max(page.start, page.end - 1) : page.end]:
        names = _closing(line.text, words) if line.kept and _NAME < len(line.text) < _WHOLE else ()
        if names:
            quote = line.text[-_NAME:]
            out.append(scored(names, "stated", "signature", page.document, line.block.span, quote, _SIGNED))
    return out


def _opens_comment(line: Line, scene: _Scene) -> bool:
    """Whether a reader's words follow: a name, on its line or the next a time of day, and a sentence."""
    page, below = scene.page, _first_after(line.at, scene)
    for at in (line.at, below):
        timed = page.lines[at]
        folded = page.folded(timed)
        clock = page.is_dated(timed) and _CLOCK.search(folded) is not None
        if len(timed.text) <= _NAME and (clock or is_recent(folded, scene.words)):
            said = _first_after(at, scene)
            return said >= 0 and page.lines[said].text.endswith((".", "!", "?", "…"))
        if below < 0:
            break
    return False


def _closing(text: str, words: Words) -> Authors:
    """Whom a paragraph's last words name behind its last full stop or bar: "… | Reportage A. Petit"."""
    ends = list(_ENDED.finditer(text, max(0, len(text) - _NAME)))
    for end in ends:
        rest = text[end.end() :]
        start = byline_start(fold(rest), words)
        names = names_alone(rest[start:].rstrip(" ."), words) if start else ()
        if names and all(is_named(name, words) or _SHORTENED.match(name) for name in names):
            return names
    return ()


def _of_agency(scene: _Scene) -> list[Scored[Authors]]:
    """The agency in the text's own dateline: "LUNAY, 14 octobre (Reuters) – "."""
    said = opening(scene.page, scene.words)
    if said is None or fold(said[1].agency) not in scene.words.agencies:
        return []
    line = said[0]
    quote = line.text[: said[1].end].strip()
    return [
        scored((said[1].agency,), "stated", "dateline", scene.page.document, line.block.span, quote, _LEAST)
    ]


def _labelled(scene: _Scene) -> list[Scored[Authors]]:
    """Whom a line far from the text's beginning names after a label and a colon: "Auteur : Anne Petit".

    Lines under the text come first, then those over it, the nearest first.
    """
    page, words = scene.page, scene.words
    under = page.lines[max(page.start, page.end - 3) : page.end + _FOOTER]
    for line in (*under, *reversed(page.lines[: page.start])):
        if len(line.text) > _SHORT or ":" not in line.text:
            continue
        folded = page.folded(line)
        label, _, rest = line.text.partition(":")
        if fold(label).strip() in words.publisher:  # "Source : Anne Petit / Le Fil"
            names = names_alone(rest.strip(), words)
            if names and all(is_named(name, words) for name in names):
                return [
                    scored(names, "stated", "source-line", page.document, line.block.span, line.text, _LEAST)
                ]
        start = byline_start(folded, words)
        if folded[:start].rstrip().endswith(":") and folded.split(" ", 1)[0].rstrip(":") not in words.helpers:
            names = byline(line.text, words)
            if names:
                return [scored(names, "stated", "byline", page.document, line.block.span, line.text, _LEAST)]
    return []


def _corresponding(scene: _Scene) -> list[Scored[Authors]]:
    """Who signs as a correspondent within the text's lines, readers' words following perhaps.

    Of whom the text speaks elsewhere, a caption may say the same.
    """
    page, words = scene.page, scene.words
    found = (
        (line, name)
        for line in page.lines[page.start + 1 : page.end + _FOOTER]
        if len(line.text) <= _CAPTION and line.block.kind == "paragraph" and "," in line.text
        if (name := correspondent(line.text, words)) and not _is_pictures(page.folded(line))
    )
    for line, name in islice(found, _MOST):
        if not _is_told_of(name, line, scene):
            return [scored((name,), "stated", "signature", page.document, line.block.span, line.text, _LEAST)]
    return []


def _at_foot(scene: _Scene) -> list[Scored[Authors]]:
    """Whom the page's last two lines name with an office, as letters end: "Anne Petit", "Maire"."""
    page, words = scene.page, scene.words
    last = [line for line in page.lines[max(page.start + 1, len(page.lines) - _FOOTER) :] if line.text][-2:]
    if len(last) < len(("name", "office")) or len(last[1].text) > _NAME or len(last[0].text) > _NAME:
        return []
    names = names_alone(last[0].text, words)
    office = page.folded(last[1]).split()
    known = any(" ".join(office[:size]) in words.roles for size in (1, 2, 3))
    if not known or len(names) != 1 or not is_named(names[0], words) or _is_told_of(names[0], last[0], scene):
        return []
    line = last[0]
    return [scored(names, "stated", "signature", page.document, line.block.span, line.text, _LEAST)]


def _at_end(scene: _Scene) -> list[Scored[Authors]]:
    """Who is introduced under the text, which speaks of nobody so named: "Anne Petit est géographe à …"."""
    page, words = scene.page, scene.words
    for line in page.lines[max(page.start + 2, page.end - 1) : page.end + _NEXT]:
        name = introduced(line.text, words)
        if name and not _is_told_of(name, line, scene) and not _is_titled(name, scene):
            return [scored((name,), "stated", "signature", page.document, line.block.span, line.text, _LEAST)]
    return []


def _in_title(scene: _Scene) -> list[Scored[Authors]]:
    """Whom the title itself names at its end: "Le pont d'hier, par Anne Petit"."""
    if scene.title_at < 0:
        return []
    line = scene.page.lines[scene.title_at]
    end = signed_end(line.text, scene.words)
    names = byline(line.text[end:].lstrip(" ,.–—-|("), scene.words) if end else _before_last_day(line, scene)
    if not names:
        return []
    return [
        scored(names, "stated", "byline-inner", scene.page.document, line.block.span, line.text[end:], _LEAST)
    ]


def _in_prose(scene: _Scene) -> list[Scored[Authors]]:
    """Whom the text's first words or a sentence of it name, where no line of its own does.

    "Par Anne Petit, Rabat Le pont …", "ANNE PETIT – Le pont …", "… notre correspondante Anne Petit".
    """
    page, words = scene.page, scene.words
    begins = page.start + (page.start == scene.title_at)  # a title of many words may pass for the first line
    first = page.lines[begins : begins + 1]
    for line in first:
        inner = _IN_BRACKETS.match(line.text)  # "(Par Anne Petit) Le pont …"
        bare = inner[1] if inner else line.text
        start = byline_start(fold(bare[:_SHORT]), words)
        signed = _NOTED.split(bare[start : start + _SHORT], maxsplit=1)[0] if start else ""
        names = listed(signed, words) if signed else ()
        capitals = _CAPITALS.match(line.text) if not names else None
        if capitals and not _is_told_of(tidy(capitals[1]), line, scene):
            names = (tidy(capitals[1]),)
        named = all((inner or is_named(name, words)) and may_be_person(name, words) for name in names)
        if names and named:
            quote = line.text[:_SHORT]
            return [scored(names, "stated", "byline-inner", page.document, line.block.span, quote, _LEAST)]
    for line in page.lines[max(0, page.start - 2) : page.end + 2]:
        names = reporters(line.text, words) if len(line.text) <= _SENTENCE else ()
        if names:
            return [
                scored(names, "stated", "correspondent", page.document, line.block.span, line.text, _LEAST)
            ]
    return []


def _is_told_of(name: str, line: Line, scene: _Scene) -> bool:
    """Whether the text speaks of a person beyond the line's own beginning, as it does not of its writer."""
    return bool(_surname(name).search(line.text, len(name) + 1)) or _is_spoken_of(name, line, scene)


def _is_spoken_of(name: str, line: Line, scene: _Scene) -> bool:
    """Whether other lines of the text than a person's own speak of him or her."""
    said, page = _surname(name), scene.page
    texts = (one.text.removeprefix(name) for one in page.lines[page.start : page.end] if one.at != line.at)
    return any(map(said.search, texts))


def _surname(name: str) -> re.Pattern[str]:
    """A person's surname as a text writes it."""
    surname = name.rpartition(" ")[2]
    return re.compile(rf"(?<!\w)(?:{re.escape(surname)}|{re.escape(surname.upper())})(?!\w)")


def _is_titled(name: str, scene: _Scene) -> bool:
    """Whether the title opens with a person's name, as that of an interview does: "Anne Petit : « … »"."""
    return scene.title_at >= 0 and scene.page.lines[scene.title_at].text.startswith(name)


def _over_notes(scene: _Scene) -> list[Scored[Authors]]:
    """A signature between the last words and the first footnote: a given name and a surname alone."""
    page, words = scene.page, scene.words
    for line, below in pairwise(page.lines[page.start + 2 : page.end + 2]):
        if len(line.text) <= _NAME and _FIRST_NOTE.match(below.text):
            names = names_alone(line.text, words)
            if names and all(is_named(name, words) for name in names) and not _is_common(names, scene):
                return [
                    scored(names, "stated", "signature", page.document, line.block.span, line.text, _SIGNED)
                ]
    return []


def _is_signed(line: Line, scene: _Scene) -> bool:
    """Whether a name has what only signatures have: capitals, a place, its paper on the next line."""
    first, _, surname = line.text.rstrip(".").partition(" (")[0].rpartition(" ")
    capitals = surname.isupper() and len(surname) > 2
    if capitals and (not first.isupper() or is_named(f"{first} {surname}", scene.words)):
        return True
    if says_where(fold(line.text).partition(", ")[2].rstrip(".")):
        return True
    for below in scene.page.lines[line.at + 1 : line.at + 1 + _MOST]:
        if len(below.text) > _NAME:
            break
        if _SITE.fullmatch(below.text) or is_press(below.text, scene.words):
            return True
        if not names_alone(below.text, scene.words):
            break
    return False


def _signers(text: str, words: Words) -> Authors:
    """Whom a line names that may be a signature."""
    return (
        byline(text, words)
        or names_alone(text.strip("()") if text.startswith("(") else _WRAPPED.sub(r"\1", text), words)
        or names_somewhere(text, words)
        or _agency_signed(text, words)
    )


def _agency_signed(text: str, words: Words) -> Authors:
    """The agency in "ats/abc", which says who wrote it there."""
    found = _AGENCY_AND_WRITER.fullmatch(text)
    return (found[1].upper(),) if found and fold(found[1]) in words.agencies else ()


def _may_sign(line: Line, scene: _Scene) -> bool:
    """Whether a line under the article can be its writer's or agency's, or stand between it and one."""
    text = line.text
    brief = len(text) <= _NAME and line.block.kind == "paragraph"
    return brief and (bool(_signers(text, scene.words)) or scene.page.is_dated(line) or text.startswith("("))


def _in_full(found: list[Scored[Authors]]) -> list[Scored[Authors]]:
    """The list with all of the likeliest one's people and more before it: a label may head only the first."""
    best = max(found, key=lambda one: one.score, default=None)
    if best is None:
        return found
    few = set(best.candidate.value)
    return [
        replace(one, score=best.score + _FULLER)
        if few < set(one.candidate.value) and one.candidate.detector == "name-line"
        else one
        for one in found
    ]


def _merged(found: list[Scored[Authors]], title_line: int) -> list[Scored[Authors]]:
    """Names on neighbouring lines, read in the same manner, as one list of authors, none over the title."""
    out: list[Scored[Authors]] = []
    for one in found:
        last = out[-1] if out else None
        if last and _continues(last, one, title_line):
            names = tuple(dict.fromkeys((*last.candidate.value, *one.candidate.value)))[:_MOST]
            out[-1] = replace(
                last, candidate=replace(last.candidate, value=names), score=max(last.score, one.score)
            )
        else:
            out.append(one)
    return out


def _continues(last: Scored[Authors], one: Scored[Authors], title_line: int) -> bool:
    """Whether a reading goes on with the list of another: the same manner, a few lines further."""
    before, after = last.candidate, one.candidate
    if before.detector != after.detector or before.detector not in _APART:
        return False
    if before.detector == "byline" and abs(last.score - one.score) > _ALIKE:
        return False
    if before.where.span is None or after.where.span is None:
        return False
    if before.where.span.line < title_line < after.where.span.line:
        return False
    apart = after.where.span.line - before.where.span.line
    return 0 < apart <= _APART[before.detector]
