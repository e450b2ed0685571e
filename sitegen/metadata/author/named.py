"""Lines that are nothing but a name, with an office perhaps, where their place says what they are."""

# ruff: noqa: PLR2004 - the numbers are weights of signs, side by side so that they can be compared

from sitegen.config.lexicon import Words
from sitegen.metadata.author.scene import (
    DASHED,
    LEAST,
    NAME,
    NEXT,
    Authors,
    Reading,
    Scene,
    beside,
    first_after,
    has_loud_surname,
    is_common,
    is_pictures,
    is_shown,
    is_titled,
    is_told_of,
    place,
)
from sitegen.metadata.caption import is_label
from sitegen.metadata.page import Line
from sitegen.metadata.title.signs import is_written_twice
from sitegen.text.bylines import (
    before_paper,
    credited,
    has_handle,
    in_office,
    is_named,
    is_press,
    may_be_person,
    names_alone,
)
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import tidy

_GIVEN = 0.2  # for given names that are known as such
_GAP = lazily(r" {4,}|\u00a0{2,}")  # "Anne Petit    Culture, Médias"
_CREDITED = 0.3  # off a name and agency, which may be a picture's


def alone(line: Line, scene: Scene) -> list[Reading]:
    """A line that is nothing but names, near a dateline: people whom the article itself does not name.

    With nothing near that tells so, a known given name or capitals have to: not "Contenu Bloqué".
    """
    signs = line.at > max(scene.page.start + 2, scene.page.end - 2)  # and is looked for there
    if signs or scene.page.folded(line).strip(" :") in scene.words.related:
        return []
    doubt = (0.4 if line.block.kind == "item" else 0) + (0.4 if line.text.isupper() else 0)
    below = scene.page.lines[line.at + 1 : line.at + 2]
    told = (
        any(_says_what(one, scene) for one in below)
        or _is_twice(line, scene)
        or bool(before_paper(line.text, scene.words))
        or _is_over_paper(line, scene)
    )
    if _is_lone_item(line, scene):
        told, doubt = True, 0
    near = max(beside(line, scene), 0.9 if told or has_handle(line.text) else 0)
    weight = near - doubt + 0.1
    if weight + place(line, scene) <= LEAST and line.at not in scene.dated:
        return []  # too little, whatever stands there
    text = _GAP.split(line.block.text.strip(), maxsplit=1)[0] if line.flat else line.text
    names = names_alone(text, scene.words)
    if line.flat and not all(is_named(name, scene.words) for name in names):
        return []
    if not names or _is_about(names, line, scene):
        return []
    if " / " in line.text and fold(names[-1]) in scene.words.agencies:  # or who took the picture
        return [(names, "name-and-agency", weight - _CREDITED)]
    sure = all(is_named(name, scene.words) for name in names)
    known = sure or near or has_loud_surname(line.text)
    return [(names, "name-line", weight + (_GIVEN if sure else 0))] if known else []


def _is_about(names: Authors, line: Line, scene: Scene) -> bool:
    """Whether a line of names says whom the text is about or a picture shows, not who wrote it."""
    page, words = scene.page, scene.words
    if is_shown(line, scene) or any(is_titled(name, scene) for name in names):
        return True
    if any(is_label(page.folded(one), words) for one in page.lines[line.at + 1 : line.at + 2]):
        return True
    if is_common(names, scene):  # a standfirst may speak of a paper's reporter
        paper = is_press(DASHED.split(line.text)[-1], words) and before_paper(line.text, words)
        return not (paper or _is_over_paper(line, scene))
    beside_it = page.lines[max(0, line.at - 1) : line.at + 2]
    again = any(one.text == line.text for one in beside_it if one.at != line.at)  # by a picture and under it
    office = page.folded(line).partition(", ")[2].partition(" ")[0]
    captioned = again or (office in words.roles and len(names) == 1)
    return captioned and is_told_of(names[0], line, scene)


def _is_over_paper(line: Line, scene: Scene) -> bool:
    """Whether the line under one is the paper's name, as a line above, such as a picture's, says it too."""
    page = scene.page
    below = next((page.folded(one) for one in page.lines[line.at + 1 : line.at + 3] if one.text), "")
    named = 0 < len(below) <= NAME and below[-1] not in ".:" and is_press(below, scene.words)
    return named and any(below in page.folded(one) for one in page.lines[: line.at])


def _is_twice(line: Line, scene: Scene) -> bool:
    """Whether a line is a writer's name and the next says it again; a given name or the paper tells so."""
    below = scene.page.lines[line.at + 1 : line.at + 3]
    if not below or not is_written_twice(line, below[0], scene.page, scene.words):
        return False
    named = is_named(line.text, scene.words) or any(is_press(one.text, scene.words) for one in below[1:])
    return named and not is_told_of(line.text, line, scene)


def _is_lone_item(line: Line, scene: Scene) -> bool:
    """Whether somebody's name alone is a list of one right under the title: "- Anne Petit"."""
    under = first_after(scene.title_at, scene)
    if line.block.kind != "item" or line.at not in (under, first_after(under, scene)):  # a standfirst between
        return False
    after = first_after(line.at, scene)
    names = names_alone(line.text, scene.words)
    named = len(names) == 1 and is_named(names[0], scene.words)
    listed_more = after >= 0 and scene.page.lines[after].block.kind == "item"
    return named and not listed_more and not is_told_of(names[0], line, scene)


def with_office(line: Line, scene: Scene) -> list[Reading]:
    """Who stands right under the title with what he or she is: "Anne Petit, présidente de …".

    Without a comma, and right over the text, too: "Anne Petit Présidente de …".

    Captions say the same of people whom the text then speaks of.
    """
    beside = line.at == first_after(scene.title_at, scene) or 0 <= scene.page.start - line.at <= 2
    bare = in_office(line.text, scene.words) if beside else ""
    if bare:
        told = is_pictures(scene.page.folded(line)) or is_told_of(bare, line, scene)
        return [] if told or is_titled(bare, scene) else [((bare,), "name-and-office", 0.6)]
    if line.at != first_after(scene.title_at, scene) or "," not in line.text or line.text.endswith(":"):
        return []
    if line.text.endswith(".") and line.text.count(",") > 1:
        return []  # "Anne Petit, maire de Lunay, coupe le ruban."
    name, _, office = line.text.partition(",")
    role = fold(office).split()
    known = any(" ".join(role[:size]) in scene.words.roles for size in (1, 2, 3))
    if not known or is_press(name, scene.words) or not may_be_person(name, scene.words):
        return []
    if is_pictures(scene.page.folded(line)) or is_told_of(name, line, scene) or is_titled(name, scene):
        return []
    return [((tidy(name),), "name-and-office", 0.4)]


def over_title(line: Line, scene: Scene) -> list[Reading]:
    """Who stands on the page's first line, over title or text, no day being near: "Anne Petit / Le Fil :".

    Right over the title, too, where the line names the paper.
    """
    page, words = scene.page, scene.words
    over = first_after(line.at, scene) == scene.title_at and _with_paper(line.text, words)
    first = line.at == next((one.at for one in page.lines if one.text), -1)
    near = line.at <= NEXT and line.at < page.start <= line.at + NEXT
    if (not over and not (first and near)) or len(line.text) > NAME:
        return []
    names = credited(line.text, words)
    if names:
        return [(names, "name-and-paper", 0.6)]
    names = names_alone(line.text.rstrip(" :"), words)
    sure = len(names) == 1 and (is_named(names[0], words) or has_loud_surname(line.text))
    if not sure or is_told_of(names[0], line, scene):
        return []
    return [(names, "name-line", 0.6)]


def _with_paper(text: str, words: Words) -> bool:
    """Whether a line names a person and, in brackets or behind a dash, whom he or she writes for."""
    inner = text[:-1].rpartition(" (")[2] if text.endswith(")") else ""
    return bool(before_paper(text, words)) or is_press(inner, words) or fold(inner) in words.agencies


def _says_what(line: Line, scene: Scene) -> bool:
    """Whether a line says what the person over it is, or is the page's paper: "Enquêtes, Le Fanal"."""
    folded = scene.page.folded(line)
    if folded.partition(",")[0] in scene.words.roles:
        return True
    paper = folded.rpartition(", ")[2]
    if len(folded) > NAME or not is_press(paper, scene.words):
        return False
    return any(scene.page.folded(one) == paper for one in scene.page.lines[: line.at - 1])
