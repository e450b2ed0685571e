"""`content/noise/*.toml`: what is cut or mended in captures, as rows that carry their proof."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Literal, get_args

from msgspec import Struct

from sitegen.config.table import choice_problem, line_of, of_key, read_toml, unknown_keys
from sitegen.model import Diagnostic, Said, Span, Where, said
from sitegen.text.expressions import Search, searches
from sitegen.text.fold import fold

Match = Literal[
    "phrase",
    "start",
    "contains",
    "pattern",
    "ticker",
    "linkfarm",
    "byline",
    "link",
    "menu",
    "stamps",
    "aside",
    "edge",
    "label",
]
NoiseAction = Literal["cut", "end", "hint", "notice", "service", "box", "part"]
Zone = Literal["head", "tail", "any"]

_KEYS = ("id", "match", "text", "pattern", "action", "zone", "cuts", "keeps")
_NEEDS_TEXT = ("phrase", "start", "contains", "byline", "stamps", "aside", "label")
_REPEATED = re.compile(r"\)[*+{]")  # a group, which may repeat inside too


class NoiseRule(Struct, frozen=True):
    r"""One row of a noise file.

    ``match`` names a matcher. "phrase": the whole block is one of ``text``; "start": it begins with one;
    "contains": it holds one; "pattern": the regex ``pattern`` is found in it; "ticker": headlines in one
    line, parted by wide gaps; "linkfarm": little but links; "byline": one of ``text``, then names and nothing
    else; "link": ``pattern`` is found in the Markdown source of a block that holds a link; "menu": a row of
    entries parted by signs or wide gaps, half of which other rows cut; "stamps": such a row with an entry
    that the rows named in ``text`` cut (a date, a counter); "aside": one of ``text`` stands in brackets in a
    block, and is taken out of it where the block is kept; "edge": the regex ``pattern``, anchored by
    ^ or $, is found at the beginning or end of a block and taken off it likewise (``text`` are signs of which
    the block holds one; one with a group ``who`` is for documents in which one alone speaks); "label": the
    block begins with one of ``text`` and a colon. All but "edge" compare
    folded text (lower case, no accents, plain apostrophes and spaces, Markdown marks and end punctuation
    off): patterns are written folded.

    ``action``: "cut" removes the block; "end" removes the block and what follows it, where the article is
    over; "hint" only tells the scorer that a line talks of the page, not of the world, "notice" that it
    speaks of cookies, consent, charters and law, "service" of accounts, downloads and letters; "box" says
    that it heads a box of the article's own: what is good to know, dates, figures; "part" that it may be part
    of a mail's head or end, or head a list of tags, which the lines around it decide (a "phrase" or "label").

    ``zone``: "head" before the article's longest run of prose, "tail" after its start, "any" everywhere.
    ``language`` is "" for rules of every language. ``cuts`` and ``keeps`` are the examples. ``searches`` are
    the pattern's parts with what a text must hold for them to be found.
    """

    id: str
    match: Match
    action: NoiseAction = "cut"
    zone: Zone = "any"
    text: tuple[str, ...] = ()
    pattern: str = ""
    cuts: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()
    language: str = ""
    searches: tuple[Search, ...] = ()


class Vocabulary(Struct, frozen=True):
    """A language's words that carry no topic, by which running text is told from labels."""

    language: str
    stopwords: tuple[str, ...]
    second_person: tuple[str, ...] = ()
    first_person: tuple[str, ...] = ()
    we: tuple[str, ...] = ()
    imperatives: tuple[str, ...] = ()
    imperative_endings: tuple[str, ...] = ()


class Credits(Struct, frozen=True):
    """The words by which the end of a line says whose picture something is, in small letters.

    ``owners`` and ``pictures`` stand behind a sign such as "(" or "©", or behind one of ``pictures``;
    ``ends`` end the line, bracketed or not. ``cuts`` are lines with such an end, ``keeps`` lines without.
    """

    pictures: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    cuts: tuple[str, ...] = ()
    keeps: tuple[str, ...] = ()


class Rulebook(Struct, frozen=True):
    """Every rule, in order of the files' names, the vocabularies of the languages, and pictures' credits."""

    rules: tuple[NoiseRule, ...] = ()
    vocabularies: tuple[Vocabulary, ...] = ()
    credits: Credits = Credits()


_WORD_KEYS = ("stopwords", "second_person", "first_person", "we", "imperatives", "imperative_endings")


def load_noise(files: Mapping[str, str]) -> tuple[Rulebook, tuple[Diagnostic, ...]]:
    """The rulebook of `content/noise/*.toml`, languages first, `any.toml` last, and every mistake in it."""
    rules: list[NoiseRule] = []
    words: list[Vocabulary] = []
    shown: list[Credits] = []
    notes: list[Diagnostic] = []
    for path, text in sorted(files.items(), key=lambda item: (_language(item[0]) == "", item[0])):
        table, broken = read_toml(path, text)
        notes += [*broken, *unknown_keys(path, text, table, ("noise", "words", "credits"))]
        rows, found = rule_rows(path, text, table.get("noise", []), _language(path))
        rules += rows
        notes += found
        vocabulary, found = _vocabulary(path, text, table.get("words", {}))
        words += [vocabulary] if vocabulary else []
        notes += found
        read, found = _credits(path, text, table.get("credits", {}))
        shown += [read] if read else []
        notes += found
    return Rulebook(tuple(rules), tuple(words), _together(shown)), tuple(notes)


def _together(credits_: Sequence[Credits]) -> Credits:
    """The words of all files."""
    fields = Credits.__struct_fields__
    return Credits(
        **{name: tuple(chain.from_iterable(getattr(one, name) for one in credits_)) for name in fields}
    )


def _credits(path: str, text: str, table: object) -> tuple[Credits | None, list[Diagnostic]]:
    """The `[credits]` of a file, which need lines that they find and lines that they leave alone."""
    if not table:
        return None, []
    if not isinstance(table, dict):
        message = said("credits: write them as a [credits] table")
        return None, [_finding(path, line_of(text, "credits"), message)]
    fields = Credits.__struct_fields__
    notes = list(unknown_keys(path, text, table, fields))
    lists = {key: _texts(table.get(key)) for key in fields}
    for key, texts in lists.items():
        if texts is None or not all(one.strip() for one in texts):
            message = of_key(key, said("expected a text or a list of texts"))
            notes.append(_finding(path, line_of(text, key), message))
    if not (lists["cuts"] and lists["keeps"]):
        message = said("credits need a line that they end, under cuts, and one that they do not, under keeps")
        notes.append(_finding(path, line_of(text, "credits"), message))
    if notes:
        return None, notes
    words = {key: tuple(one.lower() for one in texts or ()) for key, texts in lists.items()}
    return Credits(**{**words, "cuts": lists["cuts"] or (), "keeps": lists["keeps"] or ()}), notes


def rule_rows(
    path: str, text: str, rows: object, language: str
) -> tuple[tuple[NoiseRule, ...], list[Diagnostic]]:
    """The `[[noise]]` rows of a file that hold, and what is wrong with the others."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return (), [_finding(path, 1, said("noise: write each rule as a [[noise]] table"))]
    rules: list[NoiseRule] = []
    notes: list[Diagnostic] = []
    seen: set[str] = set()
    for nth, row in enumerate(rows):
        line = line_of(text, "[[noise]]", nth)
        notes += unknown_keys(path, text, row, _KEYS)
        problems = list(_problems(row, seen))
        name = str(row.get("id") or "[[noise]]")
        notes += [_finding(path, line, of_key(name, problem)) for problem in problems]
        if not problems:
            seen.add(row["id"])
            rules.append(_rule(row, language))
    return tuple(rules), notes


def _rule(row: dict[str, Any], language: str) -> NoiseRule:
    """A row that holds, as a value."""
    return NoiseRule(
        id=row["id"],
        match=row["match"],
        action=row.get("action", "cut"),
        zone=row.get("zone", "any"),
        text=_texts(row.get("text")) or (),
        pattern=row.get("pattern", ""),
        cuts=_texts(row.get("cuts")) or (),
        keeps=_texts(row.get("keeps")) or (),
        language=language,
        searches=searches(row.get("pattern", "")),
    )


def _problems(row: dict[str, Any], seen: set[str]) -> Iterator[Said]:
    """What is wrong with a row, each in words."""
    name = row.get("id")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        yield said('it needs an id in lower case with hyphens, such as id = "read-also"')
    elif name in seen:
        yield said("this id stands twice in the file")
    yield from _choice_problems(row)
    for key in ("text", "cuts", "keeps"):
        if _texts(row.get(key)) is None:
            yield of_key(key, said("expected a text or a list of texts"))
    if not _texts(row.get("cuts")):
        yield said('it needs an example to cut: cuts = ["…"]')
    if not _texts(row.get("keeps")):
        yield said('it needs a near miss to keep: keeps = ["…"]')
    if row.get("match") in _NEEDS_TEXT and not any(
        fold(text).strip() for text in _texts(row.get("text")) or ()
    ):
        yield said('match = "{match}" needs text = ["…"]', match=row["match"])
    if (row.get("match") == "label") > (row.get("action") == "part"):
        yield said('match = "label" needs action = "part"')
    if (row.get("action") == "part") > (row.get("match") in ("label", "phrase")):
        yield said('action = "part" needs match = "label" or match = "phrase"')
    yield from _pattern_problems(row)


def _choice_problems(row: dict[str, Any]) -> Iterator[Said]:
    """What is wrong with the words of which there are only some; `match` alone has to be there."""
    for key, choices in (
        ("match", get_args(Match)),
        ("action", get_args(NoiseAction)),
        ("zone", get_args(Zone)),
    ):
        value = row.get(key, "" if key == "match" else choices[0])
        if value == "":
            yield said("{key} is missing; it is one of {choices}", key=key, choices=", ".join(choices))
        elif value not in choices:
            yield of_key(key, choice_problem(value, choices))


def _pattern_problems(row: dict[str, Any]) -> Iterator[Said]:
    pattern = row.get("pattern", "")
    if not isinstance(pattern, str):
        yield of_key("pattern", said("expected text in quotes"))
        return
    if row.get("match") in ("pattern", "edge") and not pattern:
        yield said("match = \"{match}\" needs pattern = '…'", match=str(row["match"]))
    if takes_for_ever(pattern):
        yield of_key("pattern", said("a repeated group that repeats inside can take for ever"))
    try:
        re.compile(pattern)
    except re.error as error:
        yield of_key("pattern", Said(str(error)))


def takes_for_ever(pattern: str) -> bool:
    """Whether a pattern repeats a group that repeats inside, so that its time may grow without bound."""
    if _REPEATED.search(pattern) is None:
        return False
    from sitegen.text.patterns import explodes  # noqa: PLC0415  few expressions repeat a group

    return explodes(pattern)


def _vocabulary(path: str, text: str, table: object) -> tuple[Vocabulary | None, list[Diagnostic]]:
    """The `[words]` of a language's file: texts with words parted by spaces, or lists of words."""
    if not table:
        return None, []
    if not isinstance(table, dict):
        return None, [_finding(path, line_of(text, "words"), said("words: write it as a [words] table"))]
    notes = list(unknown_keys(path, text, table, _WORD_KEYS))
    lists: dict[str, tuple[str, ...]] = {}
    for key in _WORD_KEYS:
        texts = _texts(table.get(key))
        if texts is None:
            notes.append(
                _finding(path, line_of(text, key), of_key(key, said("expected a text or a list of texts")))
            )
        words = " ".join(texts or ()).split()
        lists[key] = tuple(sorted({word.lower() for word in words}))
    return Vocabulary(_language(path), **lists), notes


def _texts(value: object) -> tuple[str, ...] | None:
    """A text or a list of texts as a tuple; None where it is something else."""
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    if isinstance(value, Sequence) and all(isinstance(entry, str) for entry in value):
        return tuple(value)
    return None


def _language(path: str) -> str:
    """The language a file is for by its name, "" for `any.toml`."""
    name = path.rsplit("/", 1)[-1].removesuffix(".toml")
    return "" if name == "any" else name


def _finding(path: str, line: int, message: Said) -> Diagnostic:
    hint = said("a rule has id, match, action, an example under cuts and a near miss under keeps")
    return Diagnostic("config-noise", "error", Where(path, Span(line, line)), message, hint)


class LineModel(Struct, frozen=True):
    """Learned weights of the line scorer, as the training script wrote them.

    ``weights`` and ``bias`` give a line's first score from its own numbers. ``trees`` mend it among its
    neighbours: each tree is (features, thresholds, values), read as `sitegen/clean/score.py` does.
    """

    names: tuple[str, ...] = ()
    weights: tuple[float, ...] = ()
    bias: float = 0.0
    trees: tuple[tuple[tuple[int, ...], tuple[float, ...], tuple[float, ...]], ...] = ()
    base: float = 0.0
    threshold: float = 0.5


def load_weights(text: str) -> LineModel:
    """The line scorer of a weights file; one without trees, which is never asked, where it is none."""
    try:
        table = json.loads(text)
        return LineModel(
            names=tuple(table["names"]),
            weights=tuple(map(float, table["weights"])),
            bias=float(table["bias"]),
            trees=tuple(
                (tuple(map(int, features)), tuple(map(float, thresholds)), tuple(map(float, values)))
                for features, thresholds, values in table["trees"]
            ),
            base=float(table["base"]),
            threshold=float(table["threshold"]),
        )
    except (KeyError, TypeError, ValueError):
        return LineModel()
