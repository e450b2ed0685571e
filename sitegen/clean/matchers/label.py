"""Labels and set words of mails and tags: what a line may be part of, which the lines around it decide."""

from collections.abc import Mapping, Sequence

from sitegen.clean.lines import Line
from sitegen.config.noise import NoiseRule
from sitegen.text.fold import fold

_LONGEST = 40  # characters of a label
_SIGNS = " .:!?…-–—|>»«\"'*_,"


def compile_labels(rules: Sequence[NoiseRule]) -> Mapping[str, str]:
    """The rules' ids by their words, those of labels with the colon behind them; the first rule wins."""
    found: dict[str, str] = {}
    for rule in rules:
        for text in rule.text:
            bare = fold(text).strip(_SIGNS)
            found.setdefault(f"{bare}:" if rule.match == "label" else bare, rule.id)
    return found


def part_in(parts: Mapping[str, str], line: Line) -> str:
    """The id of the rule that a line falls under by its first label or as a whole, "" for none."""
    head, colon, _ = line.low[:_LONGEST].partition(":")
    if colon:
        found = parts.get(f"{head.strip(_SIGNS)}:")
        if found:
            return found
    return parts.get(line.folded.rstrip(","), "") if len(line.folded) <= _LONGEST else ""
