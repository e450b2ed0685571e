"""Bylines: the names in "Par Anne Petit et Luc Grand, à Rabat", and none in "Par ailleurs"."""

from sitegen.text.bylines.alone import before_paper, credited, for_paper, names_alone, names_somewhere
from sitegen.text.bylines.line import byline, listed, reporters, signed_end
from sitegen.text.bylines.office import correspondent, in_office, introduced, presented
from sitegen.text.bylines.openings import byline_start, is_opening, joints, kinds_of_text, opens_byline
from sitegen.text.bylines.people import companions, is_house, paper_beside, paper_of, people
from sitegen.text.bylines.words import (
    has_furniture,
    has_handle,
    is_initials,
    is_named,
    is_press,
    may_be_person,
    says_where,
)

__all__ = [
    "before_paper",
    "byline",
    "byline_start",
    "companions",
    "correspondent",
    "credited",
    "for_paper",
    "has_furniture",
    "has_handle",
    "in_office",
    "introduced",
    "is_house",
    "is_initials",
    "is_named",
    "is_opening",
    "is_press",
    "joints",
    "kinds_of_text",
    "listed",
    "may_be_person",
    "names_alone",
    "names_somewhere",
    "opens_byline",
    "paper_beside",
    "paper_of",
    "people",
    "presented",
    "reporters",
    "says_where",
    "signed_end",
]
