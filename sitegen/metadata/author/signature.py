"""Who signs under the article: a name alone, with an office, an agency in brackets, over the notes."""

# ruff: noqa: PLR2004 - the numbers are weights of signs, side by side so that they can be compared

import re
from itertools import islice, pairwise

from sitegen.config.lexicon import Words
from sitegen.metadata.author.scene import (
    FOOTER,
    LEAST,
    MOST,
    NAME,
    NEXT,
    Authors,
    Scene,
    first_after,
    is_common,
    is_pictures,
    is_shown,
    is_titled,
    is_told_of,
)
from sitegen.metadata.ladder import Scored, scored
from sitegen.metadata.page import Line, is_recent
from sitegen.text.bylines import (
    byline,
    byline_start,
    correspondent,
    for_paper,
    has_furniture,
    introduced,
    is_named,
    is_press,
    names_alone,
    names_somewhere,
    says_where,
)
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_CAPTION = 110  # characters of a line that is a signature with an office, or a caption
_WHOLE = 1200  # characters of a paragraph that are read to its end
_SIGNED = 0.8  # for a signature over the notes
_TAIL = lazily(r"\(([A-Z][\w&/ ,-]{1,24}|dpa|epd|sda)\)\s*$")
_AGENCY_AND_WRITER = lazily(r"\(?([^\W\d_]{2,8}) ?/ ?[a-zà-ÿ]{2,6}\)?")  # "ats/abc": who wrote it there
_FIRST_NOTE = lazily(r"[(\[]?1[)\].]\s\w|¹")  # "(1) Ces chiffres viennent de …"
_SITE = lazily(r"(?:www\.)?[\w-]{2,40}\.[a-z]{2,12}", re.IGNORECASE)  # "lerelais.example"
_ENDED = lazily(r"[.!?»”|] (?=[A-ZÀ-Ý(])")  # behind a paragraph's last sentence
_SHORTENED = lazily(r"[A-ZÀ-Ý]\. [A-ZÀ-Ý]")  # "A. Petit"
_CLOCK = lazily(r"\d{1,2} ?[:h] ?\d\d")
_LETTERS_ALONE = lazily(r"[A-ZÀ-Ý]{2}|[A-ZÀ-Ý]{3,12}\d{1,3}")  # "LM", "CANAL7"; three may be "FIN"
_SENTENCE_ENDS = (".", "!", "?", "…", "»", "”", ")", '"')
_LAST = 12  # characters
_BEHIND_SLASH = lazily(r"[.!?»”] ?/ ?([a-z]{2,5})$")
_BY = ("par ", "by ", "von ")
_WRAPPED = lazily(r"^[\[–—]{1,2} ?([^\[\]]{4,80}?) ?[\]–—]{1,2}$")  # "[Anne Petit]", "— Anne Petit —"


def tail(scene: Scene) -> list[Scored[Authors]]:
    """A signature under the article, or its agency in brackets."""
    page, words = scene.page, scene.words
    out = _over_notes(scene)
    foot = len(page.lines) - page.end > FOOTER  # a page's foot follows, whose lines look like names
    signed = -9  # the last line that signs
    first = next((line.at for line in page.lines[page.end :] if any(map(str.isalnum, line.text))), page.end)
    brief = page.end - page.start <= 2  # a paragraph, and who signs it
    for line in page.lines[max(page.start + 2 - brief, page.end - 2) : page.end + 3]:
        text = line.text
        if line.at >= page.end and any(map(str.isalnum, text)) and not _may_sign(line, scene):
            break  # what follows is by readers, or of other articles
        if line.at >= page.end and _opens_comment(line, scene):
            break
        if 4 <= len(text) <= NAME and line.block.kind == "paragraph" and not is_shown(line, scene):
            names = _signers_of(line, scene)
            said = bool(byline(text, words))
            sure = said or bool(_agency_signed(text, words)) or _is_signed(line, scene)
            near = said or line.kept or line.at in (first, signed + 1)
            if names and near and (sure or not foot) and not is_common(names, scene):
                score = 0.9 - 0.1 * abs(line.at - page.end)
                out.append(scored(names, "stated", "signature", page.document, line.block.span, text, score))
                signed = line.at
        elif line.kept and text.endswith(")"):
            agency = _TAIL.search(text[-40:])
            if agency and fold(agency[1]) in words.agencies:
                out.append(
                    scored((agency[1],), "stated", "agency", page.document, line.block.span, text[-80:], 0.3)
                )
    out += _last_line(scene) if not out else []
    for line in page.lines[max(page.start, page.end - 1) : page.end]:
        names = closing(line.text, words) if line.kept and NAME < len(line.text) < _WHOLE else ()
        if names:
            quote = line.text[-NAME:]
            out.append(scored(names, "stated", "signature", page.document, line.block.span, quote, _SIGNED))
    return out


def _signers_of(line: Line, scene: Scene) -> Authors:
    """Who signs with a line. Over a paragraph it takes given names: "IMPORTANT DÉPLOIEMENT" is a subhead."""
    names = _signers(line.text, scene.words)
    below = scene.page.lines[line.at + 1 : min(line.at + 2, scene.page.end)]
    heads = any(one.kept and len(one.text) > _CAPTION for one in below)
    return names if not heads or all(is_named(name, scene.words) for name in names) else ()


def _last_line(scene: Scene) -> list[Scored[Authors]]:
    """Whom the page's last line names, right under a sentence: a person, a paper in capitals, initials."""
    page, words = scene.page, scene.words
    below = reversed(page.lines[page.start + 1 :])
    said = (line for line in below if any(map(str.isalnum, line.text)))
    line, text = next(said, None), next(said, None)
    if line is None or text is None or len(line.text) > NAME:
        return []
    if line.block.kind != "paragraph" or not text.text.endswith(_SENTENCE_ENDS) or ":" in line.text:
        return []  # a list's last entry, "Source : Le Fil"
    if page.folded(line).strip(" :") in words.related:
        return []
    names = () if has_furniture(line.text, words) else _signers(line.text, words) or closing(line.text, words)
    paper = is_press(line.text, words) and (line.text.isupper() or line.text.endswith(")"))
    letters = _LETTERS_ALONE.fullmatch(line.text) and page.folded(line) not in words.furniture
    if not names and (paper or letters):
        names = (line.text,)
    if not names or (not paper and is_common(names, scene)):
        return []
    return [scored(names, "stated", "signature", page.document, line.block.span, line.text, LEAST)]


def _opens_comment(line: Line, scene: Scene) -> bool:
    """Whether a reader's words follow: a name, on its line or the next a time of day, and a sentence."""
    page, below = scene.page, first_after(line.at, scene)
    for at in (line.at, below):
        timed = page.lines[at]
        folded = page.folded(timed)
        clock = page.is_dated(timed) and _CLOCK.search(folded) is not None
        if len(timed.text) <= NAME and (clock or is_recent(folded, scene.words)):
            said = first_after(at, scene)
            return said >= 0 and page.lines[said].text.endswith((".", "!", "?", "…"))
        if below < 0:
            break
    return False


def closing(text: str, words: Words) -> Authors:
    """Whom a paragraph's last words name behind its last full stop or bar: "… | Reportage A. Petit"."""
    behind = _BEHIND_SLASH.search(text, max(0, len(text) - _LAST))  # "… le programme ici. /abc"
    if behind:
        return (behind[1].upper() if behind[1] in words.agencies else behind[1],)
    ends = list(_ENDED.finditer(text, max(0, len(text) - NAME)))
    for end in ends:
        rest = text[end.end() :]
        start = byline_start(fold(rest), words)
        names = names_alone(rest[start:].rstrip(" ."), words) if start else ()
        by = fold(rest).startswith(_BY)
        if names and all(by or is_named(name, words) or _SHORTENED.match(name) for name in names):
            return names
    return ()


def corresponding(scene: Scene) -> list[Scored[Authors]]:
    """Who signs as a correspondent within the text's lines, readers' words following perhaps.

    Of whom the text speaks elsewhere, a caption may say the same.
    """
    page, words = scene.page, scene.words
    found = (
        (line, name)
        for line in page.lines[page.start + 1 : page.end + FOOTER]
        if len(line.text) <= _CAPTION and line.block.kind == "paragraph" and "," in line.text
        if (name := correspondent(line.text, words)) and not is_pictures(page.folded(line))
    )
    for line, name in islice(found, MOST):
        if not is_told_of(name, line, scene):
            return [scored((name,), "stated", "signature", page.document, line.block.span, line.text, LEAST)]
    return []


def at_foot(scene: Scene) -> list[Scored[Authors]]:
    """Whom the page's last two lines name with an office, as letters end: "Anne Petit", "Maire"."""
    page, words = scene.page, scene.words
    last = [line for line in page.lines[max(page.start + 1, len(page.lines) - FOOTER) :] if line.text][-2:]
    if len(last) < len(("name", "office")) or len(last[1].text) > NAME or len(last[0].text) > NAME:
        return []
    names = names_alone(last[0].text, words)
    office = page.folded(last[1]).split()
    known = any(" ".join(office[:size]) in words.roles for size in (1, 2, 3))
    if not known or len(names) != 1 or not is_named(names[0], words) or is_told_of(names[0], last[0], scene):
        return []
    line = last[0]
    return [scored(names, "stated", "signature", page.document, line.block.span, line.text, LEAST)]


def at_end(scene: Scene) -> list[Scored[Authors]]:
    """Who is introduced in what was cut under the text, which tells of no such: "X est géographe à …"."""
    page, words = scene.page, scene.words
    for line in page.lines[max(page.start + 2, page.end - 1) : page.end + NEXT]:
        name = introduced(line.text, words) if not line.kept else ""  # a story may end with the same words
        if name and not is_told_of(name, line, scene) and not is_titled(name, scene):
            return [scored((name,), "stated", "signature", page.document, line.block.span, line.text, LEAST)]
    return []


def _over_notes(scene: Scene) -> list[Scored[Authors]]:
    """A signature between the last words and the first footnote: a given name and a surname alone."""
    page, words = scene.page, scene.words
    for line, below in pairwise(page.lines[page.start + 2 : page.end + 2]):
        if len(line.text) <= NAME and _FIRST_NOTE.match(below.text):
            names = names_alone(line.text, words)
            if names and all(is_named(name, words) for name in names) and not is_common(names, scene):
                return [
                    scored(names, "stated", "signature", page.document, line.block.span, line.text, _SIGNED)
                ]
    return []


def _is_signed(line: Line, scene: Scene) -> bool:
    """Whether a name has what only signatures have: capitals, a place, its paper on the next line."""
    first, _, surname = line.text.rstrip(".").partition(" (")[0].rpartition(" ")
    capitals = surname.isupper() and len(surname) > 2
    if capitals and (not first.isupper() or is_named(f"{first} {surname}", scene.words)):
        return True
    if says_where(fold(line.text).partition(", ")[2].rstrip(".")):
        return True
    for below in scene.page.lines[line.at + 1 : line.at + 1 + MOST]:
        if len(below.text) > NAME:
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
        or for_paper(text, words)
        or _agency_signed(text, words)
    )


def _agency_signed(text: str, words: Words) -> Authors:
    """The agency in "ats/abc", which says who wrote it there."""
    found = _AGENCY_AND_WRITER.fullmatch(text)
    return (found[1].upper(),) if found and fold(found[1]) in words.agencies else ()


def _may_sign(line: Line, scene: Scene) -> bool:
    """Whether a line under the article can be its writer's or agency's, or stand between it and one."""
    text = line.text
    if scene.page.folded(line).strip(" :") in scene.words.related:
        return False
    brief = len(text) <= NAME and line.block.kind == "paragraph"
    return brief and (bool(_signers(text, scene.words)) or scene.page.is_dated(line) or text.startswith("("))
