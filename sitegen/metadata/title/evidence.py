"""All that speaks for each line being the title, weighed together."""

from operator import itemgetter, mul

from msgspec import Struct

from sitegen.config.lexicon import Words
from sitegen.metadata.page import Line, Page
from sitegen.metadata.title.place import LONG_AGO, MOSTLY, Before, told_by_place
from sitegen.metadata.title.shape import promise, shape_of
from sitegen.metadata.title.weights import COMPARED, FLOOR, PLACED, WEIGHTS
from sitegen.metadata.title.window import SHORTEST, Window, window_of

_PLACED, _COMPARED = tuple(PLACED.values()), tuple(COMPARED.values())
_in_order = itemgetter(*PLACED)  # of features by name
_AT = {name: at for at, name in enumerate(WEIGHTS)}
_LABEL = 40  # characters of the heading of other articles
RUNNING = "running-head"  # the rule of a page's head; one with its number is no title that comes again
_BESIDE_DAY = 28  # characters of a line beside its day, as in "Last updated on … by"
_NO_TEXT = frozenset(("image", "code", "table", "rule", "html"))
CLOSE = 0.84  # nearness of a byline or date two lines below
_HOPELESS = -5.0  # a score that no comparison with other lines lifts to where a rival is worth showing


class Weighed(Struct, frozen=True):
    """A line, its features in the order of ``WEIGHTS``, and how much speaks for it.

    A score above nought is more than speaks for the page having no title.
    """

    line: Line
    features: tuple[float, ...]
    score: float

    def says(self, name: str) -> float:
        """A feature of the line by its name."""
        return self.features[_AT[name]]

    @property
    def followed(self) -> float:
        """How near under the line a date or a byline stands, from 1 to 0."""
        return max(self.says("date-follows"), self.says("byline-follows"))


def weigh(page: Page, words: Words) -> list[Weighed]:
    """The lines that may be the page's title, in order of appearance, with their features.

    Those that can score no more than ``FLOOR`` are left out.
    """
    window = window_of(page, words)
    before = Before()
    out: list[Weighed] = []
    for at, line in enumerate(window.lines):
        if len(window.folded[at]) < SHORTEST or line.block.kind in _NO_TEXT:
            continue
        if _heads_related(window.folded[at], words):
            before = before._replace(related=line.at)
        elif _may_be_title(window, at):
            placed = told_by_place(window, at, before)
            one = _weighed(window, at, placed)
            if one is not None:
                out.append(one)
            before = Before(
                before.related,
                line.at if one is not None and _is_like(one) else LONG_AGO,
                before.strong or placed["first-alike"] > 0,
                before.heading or window.levels[at] == 1,
            )
    return out


def _heads_related(folded: str, words: Words) -> bool:
    """Whether a line is the heading of other articles."""
    return len(folded) < _LABEL and folded.rstrip(" :") in words.related


def _may_be_title(window: Window, at: int) -> bool:
    """Whether a line says anything that a title could say."""
    line, folded, said = window.lines[at], window.folded[at], window.said[at]
    if line.rule == RUNNING and line.text[-1:].isdigit():
        return False
    if " " not in line.text or window.labelled[at] or folded.strip(" :.") in window.words.releases:
        return False
    if not said.content or said.button:
        return False
    return not (window.page.is_dated(line) and _mostly_date(line, window.page))


def _mostly_date(line: Line, page: Page) -> bool:
    """Whether a line is a date with little beside it."""
    return len(line.text) - sum(one.end - one.start for one in page.dates_in(line)) < _BESIDE_DAY


def _weighed(window: Window, at: int, placed: dict[str, float]) -> Weighed | None:
    """A line with all that speaks for it; None where that can be no more than ``FLOOR``."""
    line, folded = window.lines[at], window.folded[at]
    by_place = _in_order(placed)
    score = sum(map(mul, _PLACED, by_place))
    told = window.levels[at] > 0 or placed["shared"] > MOSTLY
    if not told and score + promise(line.text, folded) <= FLOOR:
        return None
    shape = shape_of(line, folded, window.levels[at], window.words)
    score = shape.score + score
    compared = window.rivals.of(at) if score > _HOPELESS else (0.0, 0.0, 0.0)
    score += sum(map(mul, _COMPARED, compared))
    return Weighed(line, (*shape.features, *by_place, *compared), score)


def _is_like(one: Weighed) -> bool:
    """Whether a line looks like a title and says most of what the text does."""
    if one.says("shared") <= MOSTLY or not one.says("words-5-18"):
        return False
    return not (one.says("ends-full") or one.says("link-line"))
