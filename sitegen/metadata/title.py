"""What the article is called."""

# ruff: noqa: PLR2004 - lengths of headlines, beside what they are compared with

import re

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import is_attached, is_credited_again, is_pictured
from sitegen.metadata.dateline import without
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page, is_recent
from sitegen.metadata.titleline import FLOOR, Weighed, is_written_twice, weigh
from sitegen.model import Diagnostic, Field, Where, said
from sitegen.text.bylines import (
    byline,
    credited,
    in_office,
    is_named,
    is_press,
    names_alone,
    paper_of,
    signed_end,
)
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import titled
from sitegen.text.recase import in_capitals, names_in, sentence_case
from sitegen.text.sentences import sentences

_ABOVE = 60  # lines above the article in which its title is looked for
_BELOW = 3
_LONGEST = 240
_MADE_LONGEST = 110
_LEAST = -2.0  # score from which a line is a title
_LEAST_ABOVE = -3.5  # above the article, where pages nearly always state one
_RIVALS = 5
_UNLIKE = (
    "ends-full",
    "ends-colon",
    "small-start",
    "item",
    "caption",
    "flat",
    "noise",
    "byline",
    "result",
    "link-line",
)
_MOSTLY = 0.5  # share of a line's words that are of menus
_CLOSE = 0.84  # nearness of a byline or date two lines below
_FOLLOWED = 0.5
_FIRST = 3  # lines from a page's first to its text
_STANDFIRST_WORDS = 16
_STANDFIRST_SIGNED = 10  # words of one that a byline or a date follows
_FEWEST = 4
_OVER = -1.5
_NEAR = 3.0  # less than the score of the line below
_MENU = 2  # times that a menu says its entry again, where a title is repeated once
_CORE = 0.5
_CORE_BEHIND = 3.0
_RIVAL = -2.5  # and from which it is worth showing beside one
_PLACE = lazily(r"([^\W\d_a-zà-ÿ][^\W\d_a-zà-ÿ' -]{2,24}[^\W\d_a-zà-ÿ]) [-–—] (?=[«\"]?[A-ZÀ-Ý0-9])")
_QUOTES = "«“\"'‘"
_MARK = lazily(r" (?:[|–—-]|::) ")
_READ = 12  # lines of the article in which a place is looked for
_SITE_SPACES = 4
_STEPS = (">", "»", "/", "›", "::", "→")
_WORDS = lazily(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_FIGURES = lazily(r"\d[\d  .,]*")
_SIGNS = lazily(r"[+−±=-]+")
_NUMBER = lazily(r"\d{1,2} ?[.)–—-] ?[^\W\d_]")
_SHORTEST = 16  # characters of a title that a line may say twice
_CREDITED = lazily(r"^\([^()]{4,80}\) ?[–—-] (?=\S)")
_BESIDE = 2  # lines
_LENIENT = 1.5  # less than the least score, for a line alone over the text
_PARAGRAPH = 120
_MUCH = 6  # times as long as the line over it, a paragraph is
_TAGS = 10  # words: a headline may have eight with none that joins them
_NAME = 70
_DAY_ALONE = 40  # characters of a line that is a day and nothing else
_TOLD = 60  # characters behind a title that say who wrote the text, and when
_HOUR = 9  # characters behind the day: " à 10:30"
_DAY_BEHIND = lazily(r" [|–—-] (?=[^|–—]{6,30}$)")
_MAIL = lazily(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")
_GAPS = lazily(r" {2,}")
_CONTROL = lazily(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def describe_title(page: Page, given: Given, words: Words) -> tuple[Field[str], list[Diagnostic]]:
    """The title and its rivals; where the page states none, one made from the first sentences."""
    document = page.document
    found: list[Scored[str]] = []
    notes: list[Diagnostic] = []
    for _, entry, rank in given.of("title"):
        home = given.home(rank, document)
        if isinstance(entry.value, str):
            title = one_line(entry.value)
            if title:
                found.append(scored(title, rank, reader(rank, "title"), home, entry.span, entry.value, 1.0))
        else:
            message, hint = (
                said("{key}: expected a text, found a list", key=entry.key),
                said("write one title"),
            )
            notes.append(Diagnostic("value-type", "warning", Where(home.path, entry.span), message, hint))
    found += _headings(page, words) if found else _stated(page, words)
    if not found:
        made = _made(page, words)
        if made:
            found.append(made)
    return elect(found, ""), notes


def _headings(page: Page, words: Words) -> list[Scored[str]]:
    """The page's first headings: enough to show beside a title that was given, which they cannot change."""
    near = page.lines[max(0, page.start - _ABOVE) : page.start + _BELOW]
    heads = [line for line in near if line.block.kind == "heading" and line.block.level == 1 and line.text]
    return [_candidate(line, page, words, 0.0) for line in heads[:_RIVALS]]


def one_line(text: str) -> str:
    """A text on one line, without control characters, bounded."""
    text = _CONTROL.sub(" ", text[: 4 * _LONGEST])
    return (_GAPS.sub(" ", text) if "  " in text else text).strip()[: 2 * _LONGEST]


def _stated(page: Page, words: Words) -> list[Scored[str]]:
    """The page's lines that may be its title, with what speaks for each; none where no line stands out."""
    everything = [
        one
        for one in weigh(page, words)
        if not (
            _is_subhead(one, page, words)
            or _is_row(one, page)
            or _is_tags(one.line, words)
            or _is_numbered(one.line, page)
            or _is_shown(one.line, page, words)
            or byline(one.line.text, words)
            or credited(one.line.text, words)
            or in_office(one.line.text, words)
            or (" / " in one.line.text and _is_writer(one.line.text.rstrip(" :"), words))
            or _MAIL.search(one.line.text)
            or is_attached(page.folded(one.line))
            or is_pictured(page.folded(one.line))
            or _is_since(page.folded(one.line), words)
        )
    ]
    weighed = [(one.line, one.score) for one in everything if one.score > _RIVAL]
    if not weighed or max(score for _, score in weighed) <= _LEAST:
        only = _by_place(everything, page, words) or _above(everything, page)
        only = (_under_day(only.line, everything, page) or only) if only else None
        return [_candidate(only.line, page, words, only.score)] if only else []
    best, top = max(weighed, key=lambda one: one[1])
    over = _over(best, everything) or _under_day(best, everything, page)
    if over:
        best = over.line
        weighed = [(best, top + 0.01), *((line, score) for line, score in weighed if line is not best)]
    whole = page.folded(best)
    inner = [
        (line, score)
        for line, score in weighed
        if (_is_core(page.folded(line), whole) or _is_last(page.folded(line), whole))
        and score > top - _CORE_BEHIND
    ]
    if inner:  # "Accueil Politique Le titre" holds the title; the line that is nothing else states it
        core = max(inner, key=lambda one: (len(one[0].text), one[1]))[0]
        weighed = [(line, top + 0.01 if line is core else score) for line, score in weighed]
    return [
        _candidate(line, page, words, score)
        for line, score in sorted(weighed, key=lambda one: -one[1])[:_RIVALS]
    ]


def _is_subhead(one: Weighed, page: Page, words: Words) -> bool:
    """Whether a line within the text may be a subhead: no date or name under it, nowhere said again.

    In a text alone no line can be told from one, but for a first heading.
    """
    if one.line.at <= page.start or one.says("h1"):
        return False
    signed = max(one.says("date-follows"), one.says("byline-follows")) >= _CLOSE
    above = any(line.text for line in page.lines[: page.start])
    told = above and (signed or one.says("repeats") or one.says("alike"))
    return not (told or _is_headed(one.line, page, words))


def _is_headed(line: Line, page: Page, words: Words) -> bool:
    """Whether the lines under one are an article's head: its day with its label, or its writer's name twice.

    Pages that put their standfirst or text first say their title within it. Other articles' days may follow
    the text as well, but then they are several.
    """
    below = [one for one in page.lines[line.at + 1 : line.at + 2 + _BESIDE] if one.text][:2]
    if len(below) == 2 and is_written_twice(below[0], below[1], page, words):
        return True
    if not below or not _is_published(below[0], page, words):
        return False
    return sum(_is_published(one, page, words) for one in page.lines) == 1


def _is_published(line: Line, page: Page, words: Words) -> bool:
    """Whether a line is a whole day behind words such as "publié le"."""
    return page.is_dated(line) and page.folded(line).startswith(words.published)


def _is_shown(line: Line, page: Page, words: Words) -> bool:
    """Whether a line tells of a picture: its caption says it again, a label or a credit announces it."""
    after = page.lines[line.at + 1 : line.at + 2]
    if any(one.text.startswith(f"{line.text}.") or is_credited_again(line.text, one.text) for one in after):
        return True
    before = page.lines[line.at - 1] if line.at else line
    label = page.folded(before).rstrip(" ,:").split()
    if before.text[-1:] in (",", ":"):
        return bool(label) and words.captions.issuperset(label)
    return "," in before.text and before.text.isupper() and label[0] in words.captions


def _is_since(folded: str, words: Words) -> bool:
    """Whether a line says no more than how long ago the page came: "Il y a 3 jours – Par Le Courrier"."""
    return is_recent(folded, words) and any(folded.startswith(f"{phrase} ") for phrase in words.ago)


def _is_row(one: Weighed, page: Page) -> bool:
    """Whether a line with figures is one of a list: two beside it have the same signs in the same order."""
    if not any(map(str.isdigit, one.line.text)):
        return False
    own = _row_of(one.line.text)
    beside = page.lines[max(0, one.line.at - _BESIDE) : one.line.at + _BESIDE + 1]
    return sum(len(other.text) <= _LONGEST and _row_of(other.text) == own for other in beside) > _BESIDE


def _is_numbered(line: Line, page: Page) -> bool:
    """Whether a line is one of an interview's questions with their numbers: "2 – Que ferez-vous ?"."""
    if line.block.kind == "heading" or not (line.text.endswith("?") and _NUMBER.match(line.text)):
        return False
    asked = [one for one in page.lines if one.text.endswith("?") and _NUMBER.match(one.text)]
    return len(asked) > 1


def _is_tags(line: Line, words: Words) -> bool:
    """Whether a line is a picture's or page's key words: many words, none of those that join others."""
    tokens = line.text.split()
    return (
        len(tokens) >= _TAGS
        and all(token.isalpha() for token in tokens)
        and words.stop_words.isdisjoint(map(fold, tokens))
    )


def _row_of(text: str) -> str:
    """How a row looks: its words and figures each as one sign, whatever their number."""
    return _FIGURES.sub("0", _WORDS.sub("a", _SIGNS.sub("-", text)))


def _by_place(weighed: list[Weighed], page: Page, words: Words) -> Weighed | None:
    """The line that its place alone makes a title: over the byline or date, or the first over the text.

    Its writer's name may stand over it.
    """
    said = [line for line in page.lines[: page.start + 1] if line.text]
    signed = len(said) > 1 and len(said[0].text) <= _NAME and _is_writer_or_paper(said[0].text, words)
    first = said[signed].at if said else 0
    alone = _is_over_text(page.lines[first : first + 2]) if first + 1 == page.start else False
    floor = FLOOR - (_LENIENT if alone else signed)
    found = [
        one
        for one in weighed
        if one.score > floor
        and one.line.at < page.start
        and _starts_well(one.line.text)
        and not any(one.says(name) for name in _UNLIKE)
        and one.says("furniture") < _MOSTLY
        and (
            max(one.says("byline-follows"), one.says("date-follows")) >= _CLOSE
            or (one.line.at == first and page.start - first <= _FIRST)
        )
    ]
    return max(found, key=lambda one: one.score, default=None)


def _is_over_text(lines: tuple[Line, ...]) -> bool:
    """Whether a line of two words or more stands by itself over a paragraph, as nothing but a title does.

    Where no empty line sets it apart, the paragraph begins as a sentence does and is much the longer of both.
    """
    head, text = (*lines, *lines)[:2]
    apart = text.block.span.line > head.block.span.line + 1
    goes_on = head.text[-1].isalnum() and text.text[:1].isupper() and len(text.text) >= _MUCH * len(head.text)
    return (apart or goes_on) and " " in head.text and len(text.text) >= _PARAGRAPH


def _is_writer_or_paper(text: str, words: Words) -> bool:
    """Whether a line is nothing but whose text it is: the writer's name or the paper's."""
    return _is_writer(text, words) or bool(paper_of(text, words))


def _is_writer(text: str, words: Words) -> bool:
    """Whether a line is nothing but people whose given names are known."""
    names = names_alone(text, words)
    return bool(names) and all(is_named(name, words) for name in names)


def _above(weighed: list[Weighed], page: Page) -> Weighed | None:
    """The likeliest line above the article, where none stands out; a paper's name is none."""
    found = [
        one
        for one in weighed
        if one.score > _LEAST_ABOVE
        and one.line.at < page.start
        and not one.says("press")
        and one.says("furniture") < _MOSTLY
    ]
    return max(found, key=lambda one: one.score, default=None)


def _over(best: Line, weighed: list[Weighed]) -> Weighed | None:
    """The line right above the best one: the title, if it looks like one and the other is its standfirst.

    What is as long as a standfirst leaves it more room for doubt.
    """
    under = next(one for one in weighed if one.line is best)
    again = under.says("repeats") or under.says("alike")  # as titles are in menus, standfirsts are not
    if best.block.kind == "heading" or again:
        return None
    signed = max(under.says("byline-follows"), under.says("date-follows")) >= _FOLLOWED
    long = len(best.text.split()) >= (_STANDFIRST_SIGNED if signed else _STANDFIRST_WORDS)
    least = _OVER if long else max(_OVER, under.score - _NEAR)
    return next(
        (
            one
            for one in weighed
            if one.line.at == best.at - 1
            and one.score > least
            and _starts_well(one.line.text)
            and len(one.line.text.split()) >= _FEWEST + (not long)
            and one.says("shared")
            and (long or one.says("repeats") < _MENU)
            and not any(one.says(name) for name in (*_UNLIKE, "trail", "furniture", "press"))
        ),
        None,
    )


def _under_day(best: Line, weighed: list[Weighed], page: Page) -> Weighed | None:
    """The few words between a day and the text's first sentence, which its words alone made the best line."""
    under = next(one for one in weighed if one.line is best)
    if not under.says("ends-full") or best.block.kind != "paragraph" or best.at < 2 or best.at > page.start:
        return None
    day = page.lines[best.at - 2]
    if len(day.text) > _DAY_ALONE or not page.is_dated(day):
        return None
    return next(
        (
            one
            for one in weighed
            if one.line.at == best.at - 1
            and _starts_well(one.line.text)
            and not any(one.says(name) for name in (*_UNLIKE, "furniture", "press"))
        ),
        None,
    )


def _starts_well(text: str) -> bool:
    """Whether a line begins as titles do, with a letter, a digit or a quotation."""
    return text[0].isalnum() or text[0] in _QUOTES


def _is_core(text: str, whole: str) -> bool:
    """Whether a line is the greater part of another that says more around it."""
    return len(text) < len(whole) and len(text) >= _CORE * len(whole) and text in whole


def _is_last(text: str, whole: str) -> bool:
    """Whether a line is the last step of a trail: "Accueil > Monde > Le titre"."""
    before = whole.removesuffix(text) if len(text) < len(whole) else ""
    return bool(before) and before != whole and before.rstrip().endswith(_STEPS)


def _candidate(line: Line, page: Page, words: Words, score: float) -> Scored[str]:
    """A line as a title: without the place before it and the site's name after it, capitals recased."""
    text = _without_end(_once(one_line(line.text)), page, words)
    text = _without_site(_without_place(text, page, words), line, page, words)
    detector = "heading" if line.block.kind == "heading" else "title-line"
    if in_capitals(text):
        names = words.names | names_in(other.text for other in page.article[:40])
        text = sentence_case(text, names, words.acronyms)
        detector = "capitals-line"
    return scored(text, "stated", detector, page.document, line.block.span, line.text, score)


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


def _without_place(text: str, page: Page, words: Words) -> str:
    """A title without the place or section in capitals before it: "VALMONT – Le pont rouvre"."""
    match = _PLACE.match(text)
    rest = text[match.end() :] if match else ""
    if not match or in_capitals(rest) or rest.count(" ") < _FEWEST - 2 or match[1] in words.acronyms:
        return text
    place = titled(match[1])
    known = fold(place) in words.names or fold(place) in words.furniture  # a section's
    known = known or any(place in line.text for line in page.article[:_READ])
    return rest if known else text


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


def _made(page: Page, words: Words) -> Scored[str] | None:
    """A title made from the first sentence that makes one: the sentence itself, or its first clauses."""
    text = [line for line in page.article[:6] if not in_office(line.text, words)]
    for line in text:
        for sentence in sentences(without(line.text[:1200], page, words), words.abbreviations)[:4]:
            made = headline(_without_dateline(sentence, page))
            if made:
                return scored(made, "inferred", "first-sentences", page.document, line.block.span, sentence)
    for line in text:
        made = _cut(one_line(line.text).replace("#", ""), _MADE_LONGEST)
        if made:
            return scored(made, "inferred", "first-words", page.document, line.block.span, line.text)
    return None


_DATELINE = 60
_DAY_NAME = 3
_AND_FROM = 60
_AND = lazily(r" (?:et|ou|and|or|und|oder) ")
_CLAUSE = lazily(
    r"[,;:]\s+(?:où|qui|que|dont|alors|selon|après|avant|tandis|mais|et|notamment|where|who|which|while|but|and|after|wo|der|die|das|aber)\b|[;:–—]\s|\s\(|,\s"
)


def _without_dateline(sentence: str, page: Page) -> str:
    """A sentence without the day it begins with: "Ce jeudi (18 mai 2023), " or "Lundi matin, ".

    Brackets and a dash say who speaks, as well: "(Anne Petit – Le Fil) – ".
    """
    sentence = _CREDITED.sub("", sentence, count=1)
    head = fold(sentence[:_DATELINE])
    comma = re.search(r"(?:^|\)|[^\d]),\s", head)
    if not comma:
        return sentence
    opening = re.sub(r"^(?:ce|cette|this|on|le|am|der|den)\s", "", head[: comma.end()])
    first = re.split(r"[\s,.(]", opening, maxsplit=1)[0]
    return sentence[comma.end() :] if first in page.dates.weekdays and len(first) > _DAY_NAME else sentence


def headline(sentence: str) -> str:
    """A sentence as a headline: its final point off, cut where a clause ends; "" where it makes none."""
    text = one_line(sentence.replace("#", ""))
    text = text.strip(" *_").rstrip(".")
    if len(text) < 25 or text.count("«") != text.count("»") or text.count("“") != text.count("”"):
        return ""
    text = text[0].upper() + text[1:]
    if len(text) <= _MADE_LONGEST:
        return text
    ends = [match.start() for match in _CLAUSE.finditer(text) if 35 <= match.start() <= _MADE_LONGEST]
    ends = ends or [m.start() for m in _AND.finditer(text) if _AND_FROM <= m.start() <= _MADE_LONGEST]
    for end in reversed(ends):
        part = text[:end]
        if part.count("(") == part.count(")") and part.count("«") == part.count("»"):
            return part
    return ""


def _cut(text: str, longest: int) -> str:
    """A text cut between words, an ellipsis at the cut."""
    if len(text) <= longest:
        return text.rstrip(".")
    return text[: longest - 1].rpartition(" ")[0].rstrip(" ,;:–—-(«") + "…"
