"""Every row of every noise file cuts what it says it cuts, and keeps its near miss."""

import pytest

from sitegen.clean.lines import LONG, read_line
from sitegen.clean.matchers.aside import without_asides
from sitegen.clean.matchers.edge import without_edges
from sitegen.clean.matchers.pattern import every_rule, pattern_rules
from sitegen.clean.matchers.phrase import words_within
from sitegen.clean.rules import compile_rules
from sitegen.config.noise import NoiseRule, Rulebook
from sitegen.read.blocks import split_blocks
from tests.clean.given import CASES, profiles, rulebook, rules

ROWS = [*rulebook().rules, *(rule for profile in profiles() for rule in profile.noise)]
WORDS = ("hint", "notice", "service")


def sees(rule: NoiseRule, text: str) -> bool:
    by_others = rule.match in ("menu", "stamps")  # what these see is what other rows say of the entries
    engine = compile_rules(rulebook() if by_others else Rulebook((rule,)), (), None).engine("", "")
    (block,) = split_blocks([text])
    line = read_line(block)
    if rule.match == "aside":
        return without_asides(text, engine.asides)[0] != text
    if rule.match == "edge":
        return without_edges(text, engine.edges)[0] != text
    if by_others:
        return rule in engine.matches(line)
    signs = engine.read(block).signs
    told = signs.hints or signs.notices or signs.services
    return bool(signs.rule or told or signs.heads_box or signs.part)


@pytest.mark.parametrize("rule", ROWS, ids=lambda rule: f"{rule.language or 'any'}-{rule.id}")
def test_a_row_cuts_its_examples_and_keeps_its_near_misses(rule):
    assert [text for text in rule.cuts if not sees(rule, text)] == []
    assert [text for text in rule.keeps if sees(rule, text)] == []


@pytest.mark.parametrize(
    "rule", [rule for rule in ROWS if rule.action not in WORDS], ids=lambda rule: rule.id
)
def test_no_other_rule_of_its_language_cuts_the_near_miss(rule):
    book = Rulebook(tuple(row for row in ROWS if row.language in (rule.language, "")))
    engine = compile_rules(book, (), None).engine("", "")
    for text in rule.keeps:
        (block,) = split_blocks([text])
        assert [found.id for found in engine.matches(read_line(block))] == []


@pytest.mark.parametrize("language", ["fr", "en", "de", ""])
def test_expressions_tried_by_letter_and_word_find_what_all_of_them_find(language):
    """Trying only some expressions on a line is quicker; what is found must not depend on it."""
    engine = rules().engine(language, "")
    texts = {text for row in ROWS for text in (*row.cuts, *row.keeps, *row.text)}
    texts |= {text for path in CASES for text in path.read_text("utf-8").split("\n")}
    for text in sorted(texts):
        for block in split_blocks([text]):
            line = read_line(block)
            if line.plain and len(line.plain) <= LONG:
                quick = set(
                    pattern_rules(engine.patterns, line.low, words_within(engine.phrases, line).triggers)
                )
                assert quick == set(every_rule(engine.patterns, line.low)), text
