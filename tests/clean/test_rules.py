"""Every row of every noise file cuts what it says it cuts, and keeps its near miss."""

import pytest

from sitegen.clean.lines import read_line
from sitegen.clean.rules import compile_rules
from sitegen.config.noise import NoiseRule, Rulebook
from sitegen.read.blocks import split_blocks
from tests.clean.given import profiles, rulebook

ROWS = [*rulebook().rules, *(rule for profile in profiles() for rule in profile.noise)]
WORDS = ("hint", "notice", "service")


def sees(rule: NoiseRule, text: str) -> bool:
    by_others = rule.match in ("menu", "stamps")  # what these see is what other rows say of the entries
    engine = compile_rules(rulebook() if by_others else Rulebook((rule,)), (), None).engine("", "")
    (block,) = split_blocks([text])
    line = read_line(block)
    found = engine.matches(line)
    if by_others:
        return rule in found
    signs = engine.signs(line, found)
    return bool(signs.rule or signs.hints or signs.notices or engine.services(line))


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
