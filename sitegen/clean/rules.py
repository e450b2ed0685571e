"""Rules ready for use: all matchers of a language and a source, asked once per line."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from msgspec import Struct

from sitegen.clean.features import Signs, Words, compile_credit, sorts_of
from sitegen.clean.lines import LONG, Line, heads_others, read_line
from sitegen.clean.matchers.aside import Asides, compile_asides
from sitegen.clean.matchers.byline import LONGEST as BYLINE
from sitegen.clean.matchers.byline import is_byline
from sitegen.clean.matchers.edge import Edges, compile_edges
from sitegen.clean.matchers.label import compile_labels, part_in
from sitegen.clean.matchers.linkfarm import is_linkfarm
from sitegen.clean.matchers.parts import Parts, parts_of
from sitegen.clean.matchers.pattern import (
    Patterns,
    compile_patterns,
    every_rule,
    link_rules,
    pattern_rules,
)
from sitegen.clean.matchers.phrase import (
    NOTHING,
    Phrases,
    Within,
    compile_phrases,
    phrase_rules,
    words_within,
)
from sitegen.clean.matchers.ticker import is_ticker
from sitegen.clean.score import Scorer, compile_scorer
from sitegen.config.noise import LineModel, NoiseRule, Rulebook
from sitegen.config.sources import Profile
from sitegen.model import Block, BlockKind
from sitegen.text.fold import fold

_SHORT = 160  # characters of a line that may come back on many pages
_KNOWN = 4096  # such lines remembered


class Reading(Struct, frozen=True):
    """A line, the rules that it falls under, and what the rulebook sees in it."""

    line: Line
    found: tuple[NoiseRule, ...]
    signs: Signs


class Engine(Struct, frozen=True, eq=False):
    """The rules that hold for one language and source, first things first, by matcher.

    ``_known`` are the readings of short lines met so far, which a site's menus repeat on every page: a cache,
    emptied when it is full, of which nothing that comes out depends.
    """

    rules: tuple[NoiseRule, ...]
    phrases: Phrases
    patterns: Patterns
    links: Patterns
    bylines: tuple[tuple[int, tuple[str, ...]], ...]
    byline_words: tuple[str, ...]
    ticker: int | None
    linkfarm: int | None
    menu: int | None
    stamps: int | None
    stamp_numbers: frozenset[int]
    asides: Asides
    edges: Edges
    parts: Mapping[str, str]
    words: Words
    _known: dict[tuple[BlockKind, str], Reading]

    def read(self, block: Block) -> Reading:
        """All that can be said of a block by itself; a site's menus are read once."""
        text = block.text
        if len(text) > _SHORT:
            return _reading(self, read_line(block))
        known = self._known.get((block.kind, text))
        if known is None:
            if len(self._known) >= _KNOWN:
                self._known.clear()
            known = self._known[block.kind, text] = _reading(self, read_line(block))
            return known
        same = known.line
        line = Line(block, same.plain, same.low, same.folded, same.linked, same.links, same.prose)
        return Reading(line, known.found, known.signs)

    def matches(self, line: Line, within: Within | None = None) -> list[NoiseRule]:
        """The rules that a line falls under, in the rulebook's order, hints and edits aside."""
        within = words_within(self.phrases, line) if within is None else within
        if not line.plain and "](" not in line.block.text:
            found = set(every_rule(self.patterns, line.block.text[:300].lower()))
        else:
            found = {*phrase_rules(self.phrases, line), *within.rules}
            if len(line.plain) <= LONG:
                found.update(pattern_rules(self.patterns, line.low, within.triggers))
            if "](" in line.block.text:
                found.update(link_rules(self.links, line))
            if len(line.plain) <= BYLINE and line.low.startswith(self.byline_words):
                found.update(number for number, words in self.bylines if is_byline(words, line))
            if self.ticker is not None and is_ticker(line):
                found.add(self.ticker)
            if self.linkfarm is not None and line.links and is_linkfarm(line):
                found.add(self.linkfarm)
            if not found and (row := parts_of(line)):
                found.update(self._rows(row, within.triggers))
        if not found:
            return []
        return [self.rules[number] for number in sorted(found)]

    def _rows(self, row: Parts, triggers: tuple[str, ...]) -> Iterator[int]:
        """The rules for a row of entries, by what the other rules say of each entry."""
        hits = [self._entry_rules(entry, triggers) for entry in row.entries]
        wordy = any(found - self.stamp_numbers for found in hits)  # a date and a sentence are a chronology
        if self.menu is not None and wordy and 2 * sum(map(bool, hits)) >= len(hits):
            yield self.menu
        elif self.stamps is not None and row.firm and any(self.stamp_numbers & found for found in hits):
            yield self.stamps

    def _entry_rules(self, entry: str, triggers: tuple[str, ...]) -> frozenset[int]:
        """The rules that would cut a row's entry if it stood alone; ``triggers`` are its line's."""
        words = [word for word in triggers if word in entry]
        found = (*self.phrases.whole.get(entry, ()), *pattern_rules(self.patterns, entry, words))
        return frozenset(number for number in found if self.rules[number].action in ("cut", "end"))


class Rules(Struct, frozen=True, eq=False):
    """The rulebook, the sources' own rows and the line scorer (its identity is a cache's key)."""

    rulebook: Rulebook
    profiles: tuple[tuple[str, tuple[NoiseRule, ...]], ...]
    scorer: Scorer | None

    def engine(self, language: str, profile: str) -> Engine:
        """The matchers for a document; made once per language and source."""
        return _engine(self, language.split("-", maxsplit=1)[0], profile)


def _reading(engine: Engine, line: Line) -> Reading:
    within = words_within(engine.phrases, line) if line.low else NOTHING
    found = engine.matches(line, within)
    boxes = [rule for rule in found if rule.action == "box"]
    found = [rule for rule in found if rule.action != "box"]
    part = part_in(engine.parts, line)
    if not found:
        signs = Signs("", within.hints, within.notices, within.services, heads_box=bool(boxes), part=part)
        return Reading(line, (), signs)
    kind = "end" if any(rule.action == "end" for rule in found) else "cut"
    heads = any(heads_others(line.plain, rule.id) for rule in found)
    signs = Signs(kind, within.hints, within.notices, within.services, heads, part=part)
    return Reading(line, tuple(found), signs)


def compile_rules(rulebook: Rulebook, profiles: tuple[Profile, ...], model: LineModel | None) -> Rules:
    """Rules ready for use."""
    rows = tuple((profile.id, profile.noise) for profile in profiles if profile.noise)
    return Rules(rulebook, rows, compile_scorer(model) if model else None)


@lru_cache(maxsize=256)
def _engine(book: Rules, language: str, profile: str) -> Engine:
    """Matchers for the source's rows, the language's, English pages' habits, and those of every language."""
    rulebook = book.rulebook
    own = next((rows for name, rows in book.profiles if name == profile), ())
    if all(language != vocabulary.language for vocabulary in rulebook.vocabularies):
        language = ""
    spoken = (language, "en", "") if language else tuple(dict.fromkeys(r.language for r in rulebook.rules))
    order = {name: place for place, name in enumerate(dict.fromkeys(spoken))}
    shared = sorted(
        (rule for rule in rulebook.rules if rule.language in order), key=lambda rule: order[rule.language]
    )
    rules = own + tuple(shared)
    numbered = [(number, rule) for number, rule in enumerate(rules) if rule.action != "part"]
    stamps = {name for rule in rules if rule.match == "stamps" for name in rule.text}
    patterns = [(number, rule) for number, rule in numbered if rule.match == "pattern"]
    expressions = compile_patterns(patterns)
    return Engine(
        rules,
        compile_phrases(numbered, expressions.by_word),
        expressions,
        compile_patterns([(number, rule) for number, rule in numbered if rule.match == "link"]),
        tuple((number, tuple(map(fold, rule.text))) for number, rule in numbered if rule.match == "byline"),
        tuple(fold(text) for rule in rules if rule.match == "byline" for text in rule.text),
        next((number for number, rule in numbered if rule.match == "ticker"), None),
        next((number for number, rule in numbered if rule.match == "linkfarm"), None),
        next((number for number, rule in numbered if rule.match == "menu"), None),
        next((number for number, rule in numbered if rule.match == "stamps"), None),
        frozenset(number for number, rule in numbered if rule.id in stamps),
        compile_asides([(rule.id, rule.text) for rule in rules if rule.match == "aside"]),
        compile_edges([(rule.id, rule.text, rule.pattern) for rule in rules if rule.match == "edge"]),
        compile_labels([rule for rule in rules if rule.action == "part"]),
        _words(rulebook, language),
        {},
    )


def _words(rulebook: Rulebook, language: str) -> Words:
    """The vocabulary of a language, all languages' together where it is not known."""
    chosen = [book for book in rulebook.vocabularies if book.language == language or not language]
    stopwords = frozenset(word for book in chosen for word in book.stopwords)
    second_person = frozenset(word for book in chosen for word in book.second_person)
    first_person = frozenset(word for book in chosen for word in book.first_person)
    we = frozenset(word for book in chosen for word in book.we)
    imperatives = frozenset(word for book in chosen for word in book.imperatives)
    return Words(
        stopwords,
        second_person,
        imperatives,
        tuple(word for book in chosen for word in book.imperative_endings),
        sorts_of(stopwords, second_person, first_person, we, imperatives),
        compile_credit(rulebook.credits),
    )
