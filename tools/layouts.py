"""Pages of invented French sites around known articles, for training: the corpora hold one French site.

What a site sets around its text is put together from `furniture-fr.toml`; the articles, and those that the
teasers tell of, are the corpus's own. Every line is known to be text or not. The same articles give the
same pages.
"""

import re
import tomllib
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FURNITURE = Path(__file__).with_name("furniture-fr.toml")
_SLOT = re.compile(r"\{(\w+)\}")
_SENTENCE = re.compile(r"[^.!?…]{30,260}[.!?…](?=\s|$)")
_END = re.compile(r"(?<=[.!?…»\"])\s+(?=[A-ZÀ-Þ«\"])")
_INTERVIEWS = 0.2  # of the pages
_LISTS = 0.06  # of the paragraphs that one follows
_HEADED = 150  # characters of a paragraph that may have a subhead
_LONG = 400  # characters of several paragraphs
_WIDE = "    "  # between the entries of a list set on one line

Row = tuple[str, bool]  # a line, and whether it is the article's


@dataclass(frozen=True)
class Story:
    """An article of the corpus."""

    title: str
    lines: tuple[str, ...]


class Layout:
    """One page's dice, names and words."""

    def __init__(self, seed: str, stories: Sequence[Story], furniture: dict[str, list[str]]) -> None:
        """Dice thrown by a name."""
        self.dice = np.random.default_rng(zlib.crc32(seed.encode()))
        self.stories = stories
        self.furniture = furniture
        self.site = self.one("sites")
        self.style = ("text", "md", "flat")[int(self.dice.integers(3))]

    def chance(self, share: float) -> bool:
        """True so often."""
        return bool(self.dice.random() < share)

    def count(self, low: int, high: int) -> int:
        """A number from low to high, both included."""
        return int(self.dice.integers(low, high + 1))

    def one(self, key: str) -> str:
        """One text of a list, its slots filled."""
        rows = self.furniture[key]
        return _SLOT.sub(lambda slot: self._fill(slot[1]), rows[self.count(0, len(rows) - 1)])

    def some(self, key: str, low: int, high: int) -> list[str]:
        """Some texts of a list, each once."""
        rows = self.furniture[key]
        order = self.dice.permutation(len(rows))[: self.count(low, high)]
        return [_SLOT.sub(lambda slot: self._fill(slot[1]), rows[int(at)]) for at in order]

    def _fill(self, name: str) -> str:
        keys = {
            "ville": "towns",
            "nom": "names",
            "prenom": "first_names",
            "pseudo": "handles",
            "rubrique": "sections",
            "mots": "words",
            "mois": "months",
        }
        if name == "site":
            return self.site
        if name == "n":
            return str(self.count(2, 90))
        if name == "titre":
            return self.other().title
        if name == "jour":
            day, year = self.count(1, 28), self.count(2012, 2025)
            return f"{day} {self.one('months')} {year}"
        return self.one(keys[name])

    def other(self) -> Story:
        """Another article."""
        return self.stories[self.count(0, len(self.stories) - 1)]

    def teaser(self) -> str:
        """How another article begins."""
        found = _SENTENCE.findall(self.other().lines[0])
        return " ".join(part.strip() for part in found[: self.count(1, 2)]) or self.other().title

    def listed(self, rows: Sequence[str]) -> list[str]:
        """Entries of a list as the page's style shows them."""
        if self.style == "flat":
            return [_WIDE.join(rows)]
        if self.style == "md":
            return [f"- [{row}](/p/{at})" for at, row in enumerate(rows)]
        return list(rows)

    def heading(self, text: str) -> str:
        """A heading in the page's style."""
        return f"## {text}" if self.style == "md" else text


def _noise(rows: Sequence[str]) -> list[Row]:
    return [(row, False) for row in rows if row]


def _head(page: Layout, story: Story) -> list[Row]:
    """What stands above the text: menus, title, who and when, a picture."""
    rows = page.listed(page.some("sections", 4, 24))
    rows += page.some("controls", 0, 2) if page.chance(0.5) else []
    rows += [f"Accueil > {page.one('sections')}"] if page.chance(0.3) else [page.one("sections")]
    title = f"# {story.title}" if page.style == "md" else story.title
    out = _noise([*rows, title])
    lead = _noise([page.one("bylines"), *page.some("dates", 1, 2)])
    lead += _noise(page.listed(page.some("controls", 0, 6)))
    lead += _noise([_caption(page, story)] if page.chance(0.6) else [])
    return out + lead


def _caption(page: Layout, story: Story) -> str:
    """The beginning of one of the article's sentences, as if it told what a picture shows."""
    found = _SENTENCE.findall(" ".join(story.lines)) or [story.title]
    words = found[page.count(0, len(found) - 1)].strip(" .!?…").split()
    text = " ".join(words[: page.count(6, 18)]).rstrip(",;:")
    where = f", à {page.one('towns')}" if page.chance(0.4) else ""
    when = (
        f", le {page.count(2, 28)} {page.one('months')} {page.count(2015, 2025)}" if page.chance(0.5) else ""
    )
    return f"{text}{where}{when}{page.one('credits')}"


def _body(page: Layout, story: Story) -> list[Row]:
    """The text, with what a site sets between its paragraphs."""
    lines = [part for line in story.lines for part in _paragraphs(page, line)]
    asked = page.chance(_INTERVIEWS)
    heads = 0.5 if page.chance(0.6) else 0.05
    noisy = (0.0, 0.15, 0.35)[page.count(0, 2)]
    out: list[Row] = []
    for at, line in enumerate(lines):
        if asked and at and page.chance(0.7):
            out.append((page.one("questions"), True))
        elif at > 1 and len(line) > _HEADED and page.chance(heads):
            head = page.one("subheads") if page.chance(0.3) else _subhead(line)
            out.append((page.heading(head), True))
        out.append((line, True))
        if at and page.chance(_LISTS):
            out += _listing(page)
        if at + 1 < len(lines) and page.chance(noisy):
            insert = _INSERTS[int(page.dice.choice(len(_INSERTS), p=_ODDS))]
            out += _noise(insert(page, story))
    if page.chance(0.4):
        out.append((page.one("last"), True))
    return out


def _paragraphs(page: Layout, line: str) -> list[str]:
    """A long text of the corpus in paragraphs of a few sentences, as sites set it."""
    sentences = _END.split(line)
    if len(line) < _LONG:
        return [line]
    out: list[str] = []
    while sentences:
        size = page.count(1, 4)
        out.append(" ".join(sentences[:size]))
        sentences = sentences[size:]
    return out


def _subhead(line: str) -> str:
    """A few words of a paragraph as its heading."""
    words = line.split()
    return " ".join(words[2:7]).strip(' ,;:.«»"').capitalize()


def _listing(page: Layout) -> list[Row]:
    """A list of results, fixtures, points or moments, which is the article's."""
    kind = page.count(0, 2)
    rows = [page.one("subjects" if kind else "introductions")]
    if not kind:
        mark = "- " if page.style == "md" else ("", "- ", "• ")[page.count(0, 2)]
        rows += [mark + text for text in page.some("points", 2, 5)]
    for _ in range(page.count(2, 7) if kind else 0):
        if page.chance(0.3):
            rows.append(page.one("days"))
        pair = f"{page.one('towns')} - {page.one('towns')}"
        score = f" : {page.count(0, 40)}-{page.count(0, 40)}"
        rows.append(pair + (score if kind == 1 else f", {page.count(14, 21)}h{page.count(0, 5)}0"))
    return [(row, True) for row in rows]


def _promo(page: Layout, _story: Story) -> list[str]:
    return page.some("promos", 1, 2)


def _inline_related(page: Layout, _story: Story) -> list[str]:
    return page.some("inline_related", 1, 2)


def _box(page: Layout, _story: Story) -> list[str]:
    return [page.heading(page.one("related")), page.other().title, page.teaser()]


def _tweet(page: Layout, story: Story) -> list[str]:
    source = story if page.chance(0.6) else page.other()
    found = _SENTENCE.findall(" ".join(source.lines)) or [source.title]
    text = found[page.count(0, len(found) - 1)].strip() + page.one("tweet_ends")
    return [text, page.one("tweets")]


def _guide(page: Layout, _story: Story) -> list[str]:
    rows = [page.one("guide_headings")]
    for _ in range(page.count(1, 3)):
        rows += [page.one("guide_names"), page.one("guide"), *page.some("guide_prices", 1, 2)]
    return rows + page.some("guide_notes", 0, 1)


def _picture(page: Layout, story: Story) -> list[str]:
    return [_caption(page, story)]


def _appeal(page: Layout, _story: Story) -> list[str]:
    return page.some("appeals", 1, 3)


_INSERTS = (_promo, _inline_related, _box, _tweet, _guide, _picture, _appeal)
_ODDS = (0.2, 0.28, 0.12, 0.12, 0.05, 0.15, 0.08)


def _teasers(page: Layout) -> list[str]:
    """Other articles with how they begin, in a shape that comes again."""
    shape = page.count(0, 4)
    rows = [page.heading(page.one("related"))]
    for _ in range(page.count(2, 6)):
        label, title, teaser = page.one("sections"), page.other().title, page.teaser()
        title = f"### [{title}](/p)" if page.style == "md" else title
        day = page.one("dates")
        rows += (
            [title, teaser],
            [title, teaser, day],
            [label, title, teaser],
            [day, title, teaser],
            [title],
        )[shape]
    return rows


def _comments(page: Layout) -> list[str]:
    rows = [page.one("comment_headings"), *page.some("charter", 0, 2)]
    foot = page.chance(0.7)
    for _ in range(page.count(1, 8)):
        rows += [page.one("handles"), f"il y a {page.count(2, 23)} heures" if page.chance(0.6) else ""]
        rows += page.some("comments", 1, 2)
        rows += [page.one("comment_feet")] if foot else []
    return rows


def _ranked(page: Layout) -> list[str]:
    titles = [page.other().title for _ in range(page.count(3, 8))]
    rows = (
        [f"{at}. {title}" for at, title in enumerate(titles, 1)] if page.chance(0.4) else page.listed(titles)
    )
    return [page.heading(page.one("related")), *rows]


_TAIL: tuple[tuple[float, Callable[[Layout], list[str]]], ...] = (
    (0.35, lambda page: [f"{page.one('first_names')} {page.one('names')}"]),
    (0.4, lambda page: page.some("bios", 1, 2)),
    (0.4, lambda page: page.some("abouts", 1, 2)),
    (0.4, lambda page: page.listed(page.some("tags", 1, 4))),
    (0.3, lambda page: page.some("appeals", 1, 4)),
    (0.3, lambda page: [*page.some("promos", 1, 2), *page.some("forms", 0, 4)]),
    (0.4, lambda page: page.listed(page.some("controls", 1, 5))),
    (0.6, _teasers),
    (0.5, _ranked),
    (0.35, _comments),
    (0.2, lambda page: page.some("charter", 1, 3)),
    (0.2, lambda page: page.some("cookies", 1, 4)),
)


def _tail(page: Layout) -> Iterator[Row]:
    """What follows the text, the page's foot last."""
    chosen = [make for share, make in _TAIL if page.chance(share)]
    fixed = len(chosen) // 2  # who wrote it comes first; the lists below it in any order
    later = [chosen[fixed + int(at)] for at in page.dice.permutation(len(chosen) - fixed)]
    for make in chosen[:fixed] + later:
        yield from _noise(make(page))
    yield from _noise(page.listed(page.some("feet", 3, 10)))


def furniture() -> dict[str, list[str]]:
    """The words of the invented sites."""
    table: dict[str, list[str]] = tomllib.loads(FURNITURE.read_text("utf-8"))
    return table


def invented_page(
    seed: str, story: Story, stories: Sequence[Story], words: dict[str, list[str]]
) -> tuple[str, list[Row]]:
    """The style and the lines of one page around an article."""
    page = Layout(seed, stories, words)
    return page.style, [*_head(page, story), *_body(page, story), *_tail(page)]
