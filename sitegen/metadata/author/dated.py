"""Names that share a line with the day: "Anne Petit | 3 mai 2024", "Le Fil, publié le 3 mai"."""

# ruff: noqa: PLR2004 - the numbers are weights of signs, side by side so that they can be compared

import re

from sitegen.config.lexicon import Words
from sitegen.metadata.author.scene import (
    ASIDE,
    DASHED,
    FEW,
    NAME,
    SHORT,
    Authors,
    Reading,
    Scene,
    is_half,
    is_pictures,
    published,
)
from sitegen.metadata.caption import is_caption, is_credited_again, mentions
from sitegen.metadata.page import Line
from sitegen.text.bylines import (
    credited,
    has_furniture,
    is_initials,
    is_named,
    is_press,
    may_be_person,
    names_alone,
    people,
)
from sitegen.text.dates import FoundDate
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import tidy

_ACCOUNT = lazily(r"\w{4,} (?:par|by|von) ([a-z][\w.-]{2,30})(?: (?:le|on|am))?[ ,:–-]*$", re.IGNORECASE)
_MARKS = " ,|·•–—~/-"
_BEFORE_COUNT = lazily(r"([^\d,;:|()]{4,60}?) ?(?:\d|$)")  # a name before how many comments there are
_INITIALS_LAST = lazily(r"(?:[|·–—]|\d{1,2} ?[h:] ?\d\d|\s\s)\s*((?:[A-ZÀ-Ý][.-]{1,2} ?){2,4})$")


def before_date(line: Line, scene: Scene) -> list[Reading]:
    """The name in front of a date: "Emily Norwood | September 1st, 2023", "Le Fil, publié le 3 mai 2024"."""
    own = _before_published(line.text, scene)
    if own:
        return [(own, "before-published", 1.6)]
    folded = scene.page.folded(line)
    if folded.startswith(scene.words.publisher):
        return []  # whose text it is, not who wrote it
    below = scene.page.lines[line.at + 1 : line.at + 2]
    if is_pictures(folded) or any(is_credited_again(line.text, one.text, scene.words) for one in below):
        return []  # whom a picture shows, or who took it
    found = scene.page.dates_in(line)
    if found and not line.flat and not _ends_with_date(scene.page.folded(line)[found[0].end :], scene.words):
        return []  # "Paul Lemoine, le 3 mai 2024, devant le pont": a caption
    initials = _INITIALS_LAST.search(line.text) if found and line.text.endswith(".") else None
    if initials and not is_half(initials[1]):  # "3 mai 2024 | Mis à jour | 13h50 A. P."
        return [((initials[1].strip(),), "name-and-date", 1.1)]
    start = found[0].start if found else next(at for at, char in enumerate(line.text) if char.isdigit())
    names = people(line.text[:start], scene.words) if 4 < start < NAME else ()
    if not names and len(found) == 1 and (start <= 6 or is_press(tidy(line.text[:start]), scene.words)):
        names = _after_date(line.text[found[0].end :].lstrip(_MARKS), found[0], scene)
    if (
        not names
        or not (" " in names[0] or is_initials(names[0]) or fold(names[0]) in scene.words.desks)
        or has_furniture(names[0], scene.words)
        or mentions(fold(names[0]), scene.body, scene.words)
        or is_caption(folded[len(names[0]) :], scene.words)
        or is_half(names[0])
    ):
        return []
    return [(names, "name-and-date", 1.1)]


def among_marks(line: Line, scene: Scene) -> list[Reading]:
    """Who stands among a day, a reading time and other things, a known given name telling so.

    "Mise à jour le 3 mai 2024 - Anne Petit et Luc Grand - 4 min", "LE FIL, Anne Petit, lundi 3 mai 2024",
    "3 mai 2024 Anne Petit Culture 0".
    """
    folded = scene.page.folded(line)
    if line.flat or is_pictures(folded) or folded.startswith(scene.words.publisher):
        return []
    names = before_last_day(line, scene) or _before_count(line, scene) or _between_marks(line, scene)
    if not names or any(mentions(fold(name), scene.body, scene.words) for name in names):
        return []
    return [(names, "name-and-date", 1.1)]


def _between_marks(line: Line, scene: Scene) -> Authors:
    """The first people with known given names whom a line has for themselves between its dashes and bars.

    One mark beside a day is as in captions, and does for a paper's alone: "Le Fil (Anne Petit) | 3 mai".
    """
    parts = [part.strip() for part in DASHED.split(line.text)]
    several = len(parts) >= FEW or line.at not in scene.dated
    for part in parts if len(parts) > 1 else ():
        names = (names_alone(part, scene.words) if several else ()) or credited(part, scene.words)
        if names and all(is_named(name, scene.words) for name in names):
            return names
    return ()


def _before_count(line: Line, scene: Scene) -> Authors:
    """Who stands right behind the day that a line opens with, only sections and counts following."""
    days = scene.page.dates_in(line)
    if len(days) != 1 or days[0].start > FEW:
        return ()
    rest = line.text[days[0].end :].lstrip(_MARKS)
    names = people(rest, scene.words)
    if len(names) != 1 or not is_named(names[0], scene.words) or not rest.startswith(names[0]):
        return ()
    after = [word.strip(_MARKS) for word in fold(rest[len(names[0]) :]).split()]
    return names if all(not word or word.isdigit() or word in scene.words.furniture for word in after) else ()


def before_last_day(line: Line, scene: Scene) -> Authors:
    """Whom a line names between a paper and the day it ends with: "LE FIL, Anne Petit, lundi 3 mai 2024"."""
    days = scene.page.dates_in(line)
    if not days or line.text.count(",") > FEW + 1 or scene.page.folded(line)[days[-1].end :].strip(" )"):
        return ()
    paper, *parts = (ASIDE.sub("", f"{part} ").strip() for part in line.text.split(","))
    at = len(line.text[: days[-1].start].split(",")) - 2  # the part before the day's own
    names = names_alone(parts[at - 1], scene.words) if 0 < at <= len(parts) else ()
    sure = len(names) == 1 and is_named(names[0], scene.words) and paper[:1].isupper()
    return names if sure and not is_pictures(scene.page.folded(line)) else ()


def _after_date(rest: str, date: FoundDate, scene: Scene) -> Authors:
    """The people right after a date: "12/03/24 - P. Delmas", "Le Fanal 12/03/24 Paul Delmas".

    Where the date is written again, as of the last change, a number ends the names: "P. Delmas 2 réactions".
    """
    again = scene.page.find_dates(fold(rest[:SHORT]))
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


def user(text: str, days: list[FoundDate]) -> Authors:
    """The account in "Soumis par jmorvan le lun, 09/04/2018": one word between a phrase and a date."""
    account = _ACCOUNT.match(text[: days[0].start]) if days else None
    return (account[1],) if account else ()


def _before_published(text: str, scene: Scene) -> Authors:
    """Whom a line names before "publié le": "Le Fil, publié le 3 mai", "Le Fil Anne PETIT. Publié le …"."""
    phrase = published(fold(text), scene.words)
    at = fold(text).find(phrase) if phrase else 0
    if text[:at].rstrip().endswith("."):
        return names_alone(text[:at].rstrip(" ."), scene.words)
    name = tidy(text[:at]) if text[:at].rstrip().endswith((",", "-", "–", "|", "·")) else ""
    last = DASHED.split(name)[-1]
    name = last if may_be_person(last, scene.words) else name  # "LE FIL – Anne Petit, publié le"
    single = 1 <= len(name.split()) <= 5 and (
        not any(mark in name for mark in ",|·:;.") or may_be_person(name, scene.words)
    )
    fits = single and (name[:1].isupper() or name[:1].isdigit()) and sum(map(str.isdigit, name)) <= 3
    menu = all(fold(part) in scene.words.furniture for part in name.split())
    if not fits or menu or is_press(name, scene.words) or fold(name).startswith(scene.words.publisher):
        return ()
    return (name,)
