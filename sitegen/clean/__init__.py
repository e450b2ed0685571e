"""Noise removal: every block labelled, by rules that are data and a scorer whose weights are."""

from sitegen.clean.apply import clean
from sitegen.clean.rules import Rules, compile_rules
from sitegen.clean.stated import without_stated

__all__ = ["Rules", "clean", "compile_rules", "without_stated"]
