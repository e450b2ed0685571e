"""A candidate's words: its line's without the kicker before them, the writer, day and site behind them."""

from sitegen.config.lexicon import Words
from sitegen.metadata.ladder import Scored, scored
from sitegen.metadata.page import Line, Page
from sitegen.text.bylines import is_press, signed_end
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import titled
from sitegen.text.recase import in_capitals, names_in, sentence_case

_LONGEST = 240
_FEWEST = 4  # words of a title that something is taken from
_KICKER = lazily(r"([^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ' -]{2,24}[^\W\d_a-zà-ÿ]) [-–—] (?=[«\"]?[A-ZÀ-Ý0-9])")
_MARK = lazily(r" (?:[|–—-]|::) ")
_READ = 12  # lines of the article in which a place is looked for
_SITE_SPACES = 4  # of a site's name, at most
_SHORTEST = 16  # characters of a title that a line may say twice
_TOLD = 60  # characters behind a title that say who wrote the text, and when
_HOUR = 9  # characters behind the day: " à 10:30"
_DAY_BEHIND = lazily(r" [|–—-] (?=[^|–—]{6,30}$)")
_SIGNS = " \u00a0:|–—-•·[]()"  # between a title and what is said beside it
_SPACES = " \u00a0"
_AFTER = " \u00a0:|–—•·])"
_BEFORE = ("|", "–", "—", "-", "•", "·", "[", "(", ":")
_GAPS = lazily(r" {2,}")
_CONTROL = lazily(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def candidate(line: Line, page: Page, words: Words, score: float) -> Scored[str]:
    """A line as a title: without the kicker before it and the site's name after it, capitals recased."""
    text = _without_end(_once(one_line(line.text)), page, words)
    text = _without_site(_without_kicker(_without_paid(text, words), page, words), line, page, words)
    detector = "heading" if line.block.kind == "heading" else "title-line"
    if in_capitals(text):
        names = words.names | names_in(other.text for other in page.article[:40])
        text = sentence_case(text, names, words.acronyms)
        detector = "capitals-line"
    return scored(text, "stated", detector, page.document, line.block.span, line.text, score)


def one_line(text: str) -> str:
    """A text on one line, without control characters, bounded."""
    text = _CONTROL.sub(" ", text[: 4 * _LONGEST])
    return (_GAPS.sub(" ", text) if "  " in text else text).strip()[: 2 * _LONGEST]


def _once(text: str) -> str:
    """A title once, where its line says it twice over, glued or with a space between."""
    half, left = divmod(len(text), 2)
    return text[:half].rstrip() if half > _SHORTEST and text[:half].rstrip() == text[half + left :] else text


def _without_end(text: str, page: Page, words: Words) -> str:
    """A title without what its line says behind it of who wrote it, and when: "…, par Anne Petit"."""
    end = signed_end(text, words)
    if end:
        return text[:end].rstrip() if text.count(" ", 0, end) >= _FEWEST - 2 else text
    if not any(map(str.isdigit, text[-_TOLD:])):
        return text
    folded = fold(text)
    day = _DAY_BEHIND.search(text)
    if day and text.count(" ", 0, day.start()) >= _FEWEST - 2:
        days = page.find_dates(folded[day.end() :])  # "Le pont rouvre - 03/05/2024"
        if len(days) == 1 and days[0].year and not days[0].start and days[0].end == len(text) - day.end():
            return text[: day.start()]
    for phrase in (*words.published, *words.byline):
        at = folded.rfind(f" {phrase} ") if " " in phrase else -1
        rest = folded[at + len(phrase) + 2 :]
        if at < 0 or folded.count(" ", 0, at) < _FEWEST - 2 or len(rest) > _TOLD:
            continue
        days = page.find_dates(rest)  # "Le pont rouvre publié par Le Fil le 3 mai 2024 à 10h"
        if len(days) == 1 and days[0].year and len(rest) - days[0].end <= _HOUR:
            return text[:at].rstrip(" ,.–—-|(")
    return text


def _without_kicker(text: str, page: Page, words: Words) -> str:
    """A title without the place or section in capitals before it: "VALMONT – Le pont rouvre"."""
    match = _KICKER.match(text)
    rest = text[match.end() :] if match else ""
    if not match or in_capitals(rest) or rest.count(" ") < _FEWEST - 2 or match[1] in words.acronyms:
        return text
    place = titled(match[1])
    known = fold(place) in words.names or fold(place) in words.furniture  # a section's
    known = known or any(place in line.text for line in page.article[:_READ])
    return rest if known else text


def _without_paid(text: str, words: Words) -> str:
    """A title without the words beside it that say who may read the text: "ABONNÉ Le pont rouvre"."""
    if in_capitals(text):
        return text
    whole, text = text, text.rstrip("])") if text.endswith(("]", ")")) else text
    folded = fold(text)
    for phrase in words.paid:
        size = len(phrase)
        if folded.startswith(phrase) and (" " in phrase or text[:size].isupper()):
            rest = text[size:].lstrip(_SIGNS)
            if text[size : size + 1] in _AFTER and _begins(rest):
                return rest
        if folded.endswith(phrase):
            rest = text[:-size].rstrip(_SPACES)
            apart = rest.endswith(_BEFORE) or (text[-size:].isupper() and len(rest) < len(text) - size)
            if apart and rest.count(" ") >= _FEWEST - 1:
                return rest.rstrip(_SIGNS)
    return whole


def _begins(rest: str) -> bool:
    """Whether what is left of a line begins as a title does, with some words."""
    return rest.count(" ") >= _FEWEST - 1 and (rest[:1].isupper() or rest[:1].isdigit() or rest[:1] in '«“"')


def _without_site(text: str, line: Line, page: Page, words: Words) -> str:
    """A title without the site's name after it: "Le pont rouvre | Le Courrier"."""
    head, mark, tail = _rpartition(text)
    if not mark or head.count(" ") < _FEWEST - 2 or not tail[:1].isupper() or tail.count(" ") > _SITE_SPACES:
        return text
    own = fold(tail)
    alone = any(
        len(one.text) == len(tail) and one.at != line.at and page.folded(one) == own for one in page.lines
    )
    return head if alone or is_press(tail, words) else text


def _rpartition(text: str) -> tuple[str, str, str]:
    """A text at its last dash or bar between spaces."""
    marks = list(_MARK.finditer(text))
    return (text[: marks[-1].start()], marks[-1][0], text[marks[-1].end() :]) if marks else (text, "", "")
