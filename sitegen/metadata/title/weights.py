"""What each feature of a line adds to its score: how much it speaks for the line being the title.

Fitted on pages of 380 sites in English, German and French (a softmax over a page's lines and "none"), but for
those by hand, which the pages have too seldom. Each can be read by itself: a full stop tells against a line,
a first heading for it.

Pages: WCXB by Murrough-Foley (annotations CC BY 4.0), fundus (MIT), mozilla/readability's test pages.
"""

# What a line says by itself.
OWN: dict[str, float] = {
    "bias": -3.86,
    "h1": 1.23,
    "h2": -0.28,
    "h3": -0.27,
    "words-2": -1.81,
    "words-4": -0.71,
    "words-5-18": 1.16,
    "words-15-26": -0.24,
    "words-30": -1.59,
    "ends-full": -4.17,
    "ends-colon": -1.84,
    "ends-question": 0.26,
    "ends-cut": -2.42,
    "small-start": -2.51,
    "item": -2.11,
    "caption": -2.35,
    "has-day": 0.86,
    "furniture": -1.36,
    "trail": -0.42,
    "link-line": -1.04,
    "flat": -3.76,
    "colon": 0.33,
    "quote": 0.39,
    "glued": -0.95,
    "clock": -1.83,
    "digits": -1.72,
    "result": -2.0,  # by hand
}

# What its place in the page adds.
PLACED: dict[str, float] = {
    "shared": 2.31,
    "shared-most": 1.83,
    "lead-shared": -0.11,
    "unshared": 1.32,
    "repeats": 0.44,
    "above": -0.52,
    "below": -2.25,
    "related": -1.18,
    "date-follows": 2.35,
    "byline-follows": 1.75,
    "date-before": 1.30,
    "first-alike": 0.67,
    "long-follows": 0.36,
    "byline": -1.54,
    "deepest": -3.40,
    "first-h1": 0.95,
    "lead-distance": -0.31,
    "after-strong": -0.56,
    "long-before": -0.65,
    "ticker": -1.57,
    "whole-date": -1.2,
    "noise": -3.0,  # by hand
    "press": -2.0,  # by hand
    "quoted": 6.0,  # by hand
}

# And how it compares with every other line.
COMPARED: dict[str, float] = {
    "contained": 1.18,
    "contains": 0.96,
    "alike": 0.24,
}

WEIGHTS = {**OWN, **PLACED, **COMPARED}
FLOOR = -4.0  # a score of which not even its place makes a line a title
