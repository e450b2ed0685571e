"""Noise removal: every block labelled, by rules that are data and a scorer whose weights are."""

from sitegen.clean.apply import clean
from sitegen.clean.mails import MAIL
from sitegen.clean.rules import Rules, compile_rules
from sitegen.clean.stated import without_stated
from sitegen.clean.told import subject_told, tags_told

__all__ = ["MAIL", "Rules", "clean", "compile_rules", "subject_told", "tags_told", "without_stated"]
