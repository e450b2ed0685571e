"""How good cleaning is: token-level longest common subsequence with a gold text, page by page."""

import json
import re
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from sitegen.clean.lines import plain_text

_TOKEN = re.compile(r"\w+")
_MARK = re.compile(r"(?m)^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+)")


class Sample(Struct, frozen=True):
    """A page as pasted, in one style, and the article a person sees in it."""

    id: str
    host: str
    language: str
    style: str
    dump: str
    gold: str


class Score(Struct, frozen=True):
    """How much of what is kept is the article's, how much of the article is kept, and their mean."""

    precision: float
    recall: float
    f1: float


class Report(Struct, frozen=True):
    """Means by style, and every page's score, worst first."""

    styles: tuple[tuple[str, int, Score], ...]
    pages: tuple[tuple[str, str, Score], ...]

    def table(self, worst: int = 10) -> str:
        """The report for a person."""
        lines = [f"{'style':<12}{'pages':>6}{'precision':>11}{'recall':>9}{'F1':>9}"]
        lines += [
            f"{style:<12}{count:>6}{score.precision:>11.4f}{score.recall:>9.4f}{score.f1:>9.4f}"
            for style, count, score in self.styles
        ]
        lines += ["", "worst pages" if worst else ""]
        lines += [
            f"{score.f1:.3f}  precision {score.precision:.3f}  recall {score.recall:.3f}  {style:<5} {name}"
            for name, style, score in self.pages[:worst]
        ]
        return "\n".join(lines).rstrip()


def site_of(host: str) -> str:
    """The site of a host: its last two names.

    >>> site_of("www.releve.example.org")
    'example.org'
    """
    return ".".join(host.split(".")[-2:])


def is_held_out(sample: Sample) -> bool:
    """Whether a page is of a site that the shipped weights have never seen (never a French one)."""
    return sample.language != "fr" and zlib.crc32(site_of(sample.host).encode()) % 10 == 0


def read_samples(text: str, language: str = "") -> tuple[Sample, ...]:
    """The pages of a corpus with one JSON object per line, those of one language if given."""
    rows = (json.loads(line) for line in text.split("\n") if line.strip())
    return tuple(
        Sample(
            row["id"],
            row.get("host") or row["id"],
            row["language"],
            row["style"],
            row["dump"],
            row["gold"]["body"],
        )
        for row in rows
        if not language or row["language"] == language
    )


def measure(samples: Iterable[Sample], cleaner: Callable[[Sample], str]) -> Report:
    """What a cleaner (page to body) reaches on the pages given."""
    pages = [(sample.id, sample.style, compare(cleaner(sample), sample.gold)) for sample in samples]
    by_style: dict[str, list[Score]] = defaultdict(list)
    for _name, style, score in pages:
        by_style[style].append(score)
    styles = [(style, len(scores), mean(scores)) for style, scores in sorted(by_style.items())]
    if len(styles) > 1:
        styles.append(("all", len(pages), mean([score for *_, score in pages])))
    return Report(tuple(styles), tuple(sorted(pages, key=lambda page: (page[2].f1, page[0], page[1]))))


def mean(scores: Sequence[Score]) -> Score:
    """The mean of each figure."""
    count = len(scores) or 1
    return Score(
        sum(score.precision for score in scores) / count,
        sum(score.recall for score in scores) / count,
        sum(score.f1 for score in scores) / count,
    )


def compare(kept: str, gold: str) -> Score:
    """A kept text's score against the gold one; two empty texts agree."""
    mine, theirs = tokens(kept), tokens(gold)
    if not mine or not theirs:
        same = float(not mine and not theirs)
        return Score(same, same, same)
    common = common_length(mine, theirs)
    return Score(common / len(mine), common / len(theirs), 2 * common / (len(mine) + len(theirs)))


def tokens(text: str) -> list[str]:
    """The words of a Markdown text, lower-cased.

    >>> tokens("## [Le *titre*](https://example.org/a-b)")
    ['le', 'titre']
    """
    return _TOKEN.findall(_MARK.sub("", plain_text(text)[0]).lower())


def common_length(first: Sequence[str], second: Sequence[str]) -> int:
    """Length of the longest common subsequence, by Hyyrö's bit vectors: one addition per token.

    >>> common_length("abcbdab", "bdcaba")
    4
    """
    places: dict[str, int] = defaultdict(int)
    for at, token in enumerate(first):
        places[token] |= 1 << at
    full = (1 << len(first)) - 1
    row = full
    for token in second:
        match = row & places.get(token, 0)
        row = ((row + match) | (row - match)) & full
    return len(first) - row.bit_count()
