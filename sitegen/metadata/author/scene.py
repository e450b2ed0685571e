"""What a name on a page is judged beside, and what tells that it is not its writer's."""

# ruff: noqa: PLR2004 - the numbers are weights of signs, side by side so that they can be compared

import re

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import mentions
from sitegen.metadata.page import Line, Page
from sitegen.text.bylines import is_named
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

SHORT = 160  # characters of a line that may say who wrote the text among other things
NAME = 70  # characters of a line that is a name
MOST = 8  # authors of one text
NEXT = 6  # lines between two names of one list
FOOTER = 12  # lines under a text that are its page's foot
LEAST = 0.75  # of the weight of what names somebody
FEW = 3
DASHED = lazily(r"\s[|–—·•-]\s")
ASIDE = lazily(r" \([^()]{2,80}\)")  # "Par Anne Petit (texte) et Luc Grand (photos)": no caption
_PICTURE = ("photo", "foto", "image", "bild", "illustration", "©", "credits", "video")
_HALVES = ("a.m.", "p.m.")  # of the day
_LOUD_SURNAME = lazily(r"[A-ZÀ-Ý]{3,}(?:['’-][A-ZÀ-Ý]{2,})*")
Authors = tuple[str, ...]
Reading = tuple[Authors, str, float]  # names, detector, weight


class Scene(Struct, frozen=True):
    """What a line's names are judged beside: the datelines, the title's place, the article's own words."""

    page: Page
    words: Words
    dated: tuple[int, ...]
    title_at: int
    body: str


def published(folded: str, words: Words) -> str:
    """The words such as "publié le" that a line holds, "" for none."""
    return next((phrase for phrase in words.published if phrase in folded), "")


def is_pictures(folded: str) -> bool:
    """Whether a folded line speaks of pictures otherwise than in brackets behind a name."""
    bare = ASIDE.sub("", folded) if "(" in folded else folded
    return any(word in bare for word in _PICTURE)


def first_after(at: int, scene: Scene) -> int:
    """The place of the first line with words after another; -1 where there is none."""
    below = scene.page.lines[at + 1 : at + 1 + MOST] if at >= 0 else ()
    return next((line.at for line in below if line.text), -1)


def has_loud_surname(text: str) -> bool:
    """Whether a text is a given name and one in capitals, which it ends with: "Anne PETIT"."""
    given, _, surname = text.rpartition(" ")
    return _LOUD_SURNAME.fullmatch(surname) is not None and bool(given) and given.replace("-", "").istitle()


def is_shown(line: Line, scene: Scene) -> bool:
    """Whether brackets behind a name say that it is a picture's: "Anne Petit (Archives)"."""
    inner = scene.page.folded(line).rpartition(" (")[2]
    return inner[-1:] == ")" and bool(inner[:-1]) and scene.words.captions.issuperset(inner[:-1].split())


def is_common(names: Authors, scene: Scene) -> bool:
    """Whether the article names these people itself, or writes a word of them small, as no name is.

    A third word in capitals may be none of the name: "Joël Petit RESTE".
    """
    whole = [name for name in names if " " in name]
    whole += [name.rpartition(" ")[0] for name in whole if name.count(" ") > 1 and name.split()[-1].isupper()]
    if any(mentions(fold(name), scene.body, scene.words) for name in whole):
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
        if len(line.text) > NAME
        for word in small
    )


def is_half(text: str) -> bool:
    """Whether initials are those of half a day: "A. M."."""
    return fold(text).replace(" ", "") in _HALVES


def beside(line: Line, scene: Scene) -> float:
    """What a dateline next to a line adds: a name and a date together are a byline."""
    return max(
        (1.2 - 0.3 * abs(line.at - at) for at in scene.dated if 0 < abs(line.at - at) <= 3), default=0.0
    )


def is_told_of(name: str, line: Line, scene: Scene) -> bool:
    """Whether the text speaks of a person beyond the line's own beginning, as it does not of its writer."""
    return bool(_surname(name).search(line.text, len(name) + 1)) or is_spoken_of(name, line, scene)


def is_spoken_of(name: str, line: Line, scene: Scene) -> bool:
    """Whether other lines of the text than a person's own speak of him or her."""
    said, page = _surname(name), scene.page
    texts = (one.text.removeprefix(name) for one in page.lines[page.start : page.end] if one.at != line.at)
    return any(map(said.search, texts))


def _surname(name: str) -> re.Pattern[str]:
    """A person's surname as a text writes it."""
    surname = name.rpartition(" ")[2]
    return re.compile(rf"(?<!\w)(?:{re.escape(surname)}|{re.escape(surname.upper())})(?!\w)")


def is_titled(name: str, scene: Scene) -> bool:
    """Whether the title opens with a person's name, as that of an interview does: "Anne Petit : « … »"."""
    return scene.title_at >= 0 and scene.page.lines[scene.title_at].text.startswith(name)


def place(line: Line, scene: Scene) -> float:
    """What a line's place adds: near the article's beginning, under the title."""
    weight = 0.5 - 0.03 * abs(line.at - scene.page.start)
    if scene.title_at >= 0:
        after = line.at - scene.title_at
        if 0 < after <= 7:
            return 0.9 - 0.03 * after
        weight -= 0.5 if after < -3 else 0
    return weight
