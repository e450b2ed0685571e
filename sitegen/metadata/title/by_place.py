"""The line that its place makes the title: over a standfirst, a byline, a day or the text."""

from sitegen.config.lexicon import Words
from sitegen.metadata.page import Line, Page
from sitegen.metadata.title.evidence import CLOSE, RUNNING, Weighed
from sitegen.metadata.title.signs import is_writer
from sitegen.metadata.title.weights import FLOOR
from sitegen.text.bylines import paper_of

_LEAST_ABOVE = -3.5  # above the article, where pages nearly always state one
_UNLIKE = (  # features that titles do not have
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
_FOLLOWED = 0.5  # nearness of what stands under a standfirst
_FIRST = 3  # lines from a page's first to its text
_STANDFIRST_WORDS = 16
_STANDFIRST_SIGNED = 10  # words of one that a byline or a date follows
_AT_TOP = 1.0  # less than its least score, for a page's first line
_FEWEST = 4  # words of a title over one
_OVER = -1.5  # and its least score
_NEAR = 3.0  # and how much less than the standfirst's it may be
_MENU = 2  # times that a menu says its entry again, where a title is repeated once
_QUOTES = "«“\"'‘"
_LENIENT = 1.5  # less than the least score, for a line alone over the text
_PARAGRAPH = 120  # characters of the text's first
_MUCH = 6  # times as long as the line over it, a paragraph is
_NAME = 70  # characters of a line that is a name
_DAY_OVER = 2  # lines from the first sentence to the day over the title
_DAY_ALONE = 40  # characters of a line that is a day and nothing else


def by_place_alone(weighed: list[Weighed], page: Page, words: Words) -> Weighed | None:
    """The line that its place alone makes a title: over the byline or date, or the first over the text.

    Its writer's name may stand over it.
    """
    said = [line for line in page.lines[: page.start + 1] if line.text and line.rule != RUNNING]
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
        and (one.followed >= CLOSE or (one.line.at == first and page.start - first <= _FIRST))
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
    return is_writer(text, words) or bool(paper_of(text, words))


def likeliest_above(weighed: list[Weighed], page: Page) -> Weighed | None:
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


def over_standfirst(best: Line, weighed: list[Weighed]) -> Weighed | None:
    """The line right above the best one: the title, if it looks like one and the other is its standfirst.

    What is as long as a standfirst leaves it more room for doubt.
    """
    under = next(one for one in weighed if one.line is best)
    again = under.says("repeats") or under.says("alike")  # as titles are in menus, standfirsts are not
    if best.block.kind == "heading" or again:
        return None
    signed = under.followed >= _FOLLOWED
    long = len(best.text.split()) >= (_STANDFIRST_SIGNED if signed else _STANDFIRST_WORDS)
    least = _OVER if long else max(_OVER, under.score - _NEAR)
    top = next((one.line.at for one in weighed if not one.says("press")), -1)
    if top == best.at - 1 and len(best.text.split()) >= _STANDFIRST_SIGNED:
        least -= _AT_TOP
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


def under_day(best: Line, weighed: list[Weighed], page: Page) -> Weighed | None:
    """The few words between a day and the text's first sentence, which its words alone made the best line."""
    under = next(one for one in weighed if one.line is best)
    if (
        not under.says("ends-full")
        or best.block.kind != "paragraph"
        or not _DAY_OVER <= best.at <= page.start
    ):
        return None
    day = page.lines[best.at - _DAY_OVER]
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


def at_top(best: Line, weighed: list[Weighed], page: Page, words: Words) -> Weighed | None:
    """The title that a page begins with: its first line, right over "publié le …", or right under a weekday.

    Pages that are copied from their title down begin so, and those of blogs, whose text may begin with lines
    that look like titles too.
    """
    said = [line for line in page.lines[: page.start + 1] if line.text][:2]
    if len(said) < 2 or best.at <= said[1].at - 1:  # noqa: PLR2004  both
        return None
    first, second = said
    if page.is_dated(second) and page.folded(second).startswith(words.published):
        at = first.at
    elif len(first.text) <= _DAY_ALONE and any(one.weekday is not None for one in page.dates_in(first)):
        at = second.at
    else:
        return None
    under = next(one for one in weighed if one.line is best)
    if at >= best.at or best.block.kind == "heading" or under.says("repeats"):
        return None
    return next(
        (
            one
            for one in weighed
            if one.line.at == at
            and one.score > FLOOR
            and _starts_well(one.line.text)
            and not any(one.says(name) for name in (*_UNLIKE, "trail", "furniture", "press"))
        ),
        None,
    )


def between(best: Line, weighed: list[Weighed]) -> Weighed | None:
    """The one line right under a day and right over who wrote, where the best one has neither beside it."""
    under = next(one for one in weighed if one.line is best)
    if under.followed >= CLOSE or under.says("date-before") or best.block.kind == "heading":
        return None
    found = [
        one
        for one in weighed
        if one.says("date-before")
        and one.says("byline-follows") > CLOSE
        and one.line.at < best.at
        and one.score > FLOOR
        and _starts_well(one.line.text)
        and not any(one.says(name) for name in (*_UNLIKE, "trail", "furniture", "press"))
    ]
    return found[0] if len(found) == 1 else None


def _starts_well(text: str) -> bool:
    """Whether a line begins as titles do, with a letter, a digit or a quotation."""
    return text[0].isalnum() or text[0] in _QUOTES
