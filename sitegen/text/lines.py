r"""What a line of plain text or Markdown is by its first signs, and whether lines were wrapped by hand.

A dump has a line per block; a hand-written Markdown file wraps its paragraphs. Both are told apart by what
the line breaks do: where most of them cut a sentence, the text is wrapped. Verse cuts sentences too, but
begins its lines with a capital, as prose does by chance alone.
"""

import re
from itertools import pairwise

from msgspec import Struct

from sitegen.model import BlockKind
from sitegen.text.lazily import lazily

# A word processor's bullets in its fonts of signs, Symbol and Wingdings: signs that no other font has.
SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0a8\uf0d8\uf0fc\uf06e\uf071\uf076\uf077"

HEADING = lazily(r" {0,3}(#{1,6})[ \t]+(\S.*?)?[ \t]*#*$")  # "## Titre"
_ITEM = lazily(  # "* Partager", "  1. Un"
    rf"\s*(?:(?:[-*+•▪‣◦●·]|\d{{1,3}}[.)])[ \t]+|[{SYMBOL_BULLETS}][ \t\u00a0]*)\S"
)
_QUOTE = lazily(r" {0,3}>")
_TITLE = r"(?:\s+(?:\"[^\"\n]*\"|'[^'\n]*'))?"
_ADDRESS = (  # "(photo_(1).jpg "Le pont (avant)")"; where brackets do not match, up to the first that closes
    rf"\((?>\s*[^()\s]*(?:\([^()\s]*\)[^()\s]*){{0,20}}{_TITLE}\s*\)|[^)\n]*\))"
)
IMAGE = rf"!\[[^\]\n]*\]{_ADDRESS}"
_IMAGE = lazily(rf"\s*(?:\[?{IMAGE}(?:\]{_ADDRESS})?\s*)+$")  # "![alt](src)", linked or not
_RULE = lazily(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_NOTE = lazily(r" {0,3}\[\^[^\s\[\]^]{1,60}\]:")  # a footnote's words
FENCE = lazily(r" {0,3}(`{3,}|~{3,})")
TABLE = lazily(r"\s*\|.*\|\s*$")
_HTML = lazily(r"\s*<(?:!--|/?[a-zA-Z][a-zA-Z0-9-]*[\s/>])")
_ENDS_SENTENCE = lazily(r"[.!?…:;»”\"')\]*_]\s*$")

_FULL = 0.55  # of the longest line: a shorter one ends what it stands in
_WORD = 60  # characters of a word at most
_HYPHENED = lazily(r"((?:[^\W\d_]{1,60}-){0,4})([^\W\d_]{1,60})[-\u2010\u00ad]$")  # "déve-", "c'est-à-"
_PARTS = ("-", "\u2010", "\u00ad")
_HYPHENS = lazily(r"[^\W\d_]{1,60}(?:-[^\W\d_]{1,60}){1,4}")  # "porte-voix"
_START = lazily(r"[^\W\d_]{1,60}(?:-[^\W\d_]{1,60}){0,4}")
_NUMBERED = lazily(r"\w-$")  # "Covid-" before "19"
WRAP_COLUMNS = 120  # no hand-wrapped text is wider
_WRAP_MIN = 40  # a line shorter than this was not broken for its width
_PARTED_WORDS = 2  # at lines' ends; one may be a slip
_WRAP_SHARE = 0.5  # of the breaks inside runs of lines
_WRAP_LONG = 0.02  # of all lines
_LONG_WORD = lazily(r"\S{30}")  # one that may stand alone on a line wider than the text
_UNBROKEN = lazily(r"\]\(|\S{60}")  # an address, which no program breaks
_WRAP_CAPITALS = (
    0.6  # of those breaks: more of them before a capital are verse, titles, names; German has half
)
# Words after a paste's own marks are what they would be without them: "<!--StartFragment-->Le pont"
_COMMENTED = lazily(r"\s*<!--[^<>]*-->\s*[\w«“\"'‘(]")


def is_wrapped(lines: list[str]) -> bool:
    """Whether paragraphs were broken to a width by hand, rather than dumped a line each."""
    breaks = cut = capitals = long = 0
    most = _WRAP_LONG * len(lines)
    line = ""  # the one before, where it is of a paragraph
    for after in lines:
        before, line = line, "" if not after.strip() or starts_block(after) else after
        if not before or not line:
            continue
        breaks += 1
        capitals += line.lstrip()[:1].isupper()
        if any(len(each) > WRAP_COLUMNS and not _UNBROKEN.search(each) for each in (before, line)):
            long += 1
            if long > most:  # no hand breaks some lines and leaves others that long, addresses aside
                return False
        if len(before) >= _WRAP_MIN:
            cut += line.lstrip()[:1].islower() or not _ENDS_SENTENCE.search(before)
    if not breaks or cut < _WRAP_SHARE * breaks or capitals > _WRAP_CAPITALS * breaks:
        return False
    # Where most paragraphs stand on one line, the few short ones in a row are a heading, a byline, a date.
    whole = sum(len(line) > WRAP_COLUMNS and not _UNBROKEN.search(line) for line in lines)
    return cut > whole


def wrap_width(lines: list[str]) -> int:
    """How wide wrapped text is: its longest line that no address made longer."""
    return max(
        (len(line) for line in lines if len(line) <= WRAP_COLUMNS and not _LONG_WORD.search(line)), default=0
    )


def is_typeset(lines: list[str]) -> bool:
    """Whether a text was set to a width, as a PDF's is: words are parted at the ends of its lines.

    So it is told where headings, addresses and lists leave too few lines to tell it by their breaks.
    """
    return sum(is_parted(line, after) for line, after in pairwise(lines)) >= _PARTED_WORDS


def ends_sentence(line: str) -> bool:
    """Whether a line ends as a sentence or a heading with a colon does."""
    return _ENDS_SENTENCE.search(line) is not None


def mail_width(lines: list[str]) -> int:
    """How wide a mail's text was broken: its longest line that goes on in small letters; 0 for one alone."""
    sizes = [
        len(line.rstrip())
        for line, after in pairwise(lines)
        if _WRAP_MIN <= len(line) <= WRAP_COLUMNS and after.lstrip()[:1].islower() and not starts_block(line)
    ]
    return max(sizes) if len(sizes) > 1 else 0


def goes_on(line: str, after: str, width: int, *, exact: bool = False) -> bool:
    """Whether a line was broken for the width: it is nearly full, or the next one's first word did not fit.

    Only the latter counts where the width is ``exact``: a mail's headers and greetings are lines too.

    >>> goes_on("as he wrote in a [blog", "post](https://releve.example.org/2025/03/04/x)", 50)
    True
    >>> goes_on("That was all.", "The council meets again in May, it says.", 50)
    False
    """
    size = len(line.rstrip())
    return (size >= _FULL * width and not exact) or size + 1 + len(after.split(maxsplit=1)[0]) > width


class Hyphens(Struct, frozen=True):
    """Words that tell a hyphen of their own at a line's end from one that parts a word, in small letters.

    ``after`` have it behind them ("vice-président"), ``before`` before them ("celui-ci"), ``between`` on both
    sides ("vingt-et-un"); ``tens`` have it before ``units`` ("vingt-deux"). Those of ``suspended`` follow the
    first half of a pair ("pré- et post-opératoire"). ``kept`` have it elsewhere in the text.
    """

    after: frozenset[str] = frozenset()
    before: frozenset[str] = frozenset()
    between: frozenset[str] = frozenset()
    tens: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    suspended: frozenset[str] = frozenset()
    kept: frozenset[str] = frozenset()


NO_HYPHENS = Hyphens()


def is_parted(line: str, after: str) -> bool:
    """Whether a line ends within a word that the next one goes on with.

    >>> is_parted("4 300 cas ont été recen-", "sés, dont 112 décès"), is_parted("Un an -", "et après ?")
    (True, False)
    """
    end = line.rstrip()[-_WORD:]
    parted = _HYPHENED.search(end) if end.endswith(_PARTS) and after.lstrip()[:1].islower() else None
    return parted is not None and (len(parted[2]) > 1 or bool(parted[1]))


def compounds(lines: list[str]) -> frozenset[str]:
    """The words with a hyphen that a text has within its lines, in small letters, where one ends with one."""
    if not any(line.rstrip().endswith("-") for line in lines):
        return frozenset()
    return frozenset(word.lower() for line in lines if "-" in line for word in _HYPHENS.findall(line))


def unwrapped(before: str, after: str, hyphens: Hyphens = NO_HYPHENS) -> tuple[str, str]:
    """Two lines of wrapped text, to be put together: a word parted at the line's end in one piece again.

    >>> unwrapped("un plan de déve-", "loppement"), unwrapped("le vice-", "président")
    (('un plan de déve', 'loppement'), ('le vice', 'président'))
    >>> unwrapped("le vice-", "président", Hyphens(after=frozenset(["vice"])))
    ('le vice-', 'président')
    >>> unwrapped("à Port-", "Soudan"), unwrapped("le Covid-", "19")
    (('à Port-', 'Soudan'), ('le Covid-', '19'))
    """
    first = after[:1]
    if first.isdigit() and _NUMBERED.search(before[-2:]):
        return before, after
    parted = _HYPHENED.search(before[-_WORD:])
    rest = _START.match(after[:_WORD])
    if not parted or not rest:
        return f"{before} ", after
    if not first.islower():  # a name: "Port-Soudan"
        return before, after
    word = rest[0].lower()
    if word in hyphens.suspended:
        return f"{before} ", after
    if before.endswith("\u00ad"):  # one that only parts
        return before[:-1], after
    last, second = parted[2].lower(), word.split("-", 1)[0]
    keeps = (
        last in hyphens.after
        or word in hyphens.before
        or (last in hyphens.tens and second in hyphens.units)
        or (parted[1] and last in hyphens.between)  # "c'est-à-" before "dire"
        or (second != word and second in hyphens.between)  # "vingt-" before "et-un"
        or f"{parted[1].lower()}{last}-{word}" in hyphens.kept
    )
    if keeps:
        return before, after
    return (f"{before} " if len(last) == 1 and not parted[1] else before[:-1]), after


def starts_block(line: str) -> bool:
    """Whether a line is the head of something else than a paragraph."""
    return kind_of(line) != "paragraph" or _NOTE.match(line) is not None


def kind_of(line: str) -> BlockKind:
    """What a line is by its first signs alone."""
    head = line.lstrip()[:1]
    if head.isalpha() or head in "«“\"'‘(":  # the great majority: no sign at all
        return "paragraph"
    for kind, pattern in _KINDS:
        if pattern.match(line):
            return "paragraph" if kind == "html" and _COMMENTED.match(line) else kind
    return "paragraph"


_KINDS: tuple[tuple[BlockKind, re.Pattern[str]], ...] = (
    ("heading", HEADING),
    ("rule", _RULE),
    ("item", _ITEM),
    ("quote", _QUOTE),
    ("image", _IMAGE),
    ("code", FENCE),
    ("table", TABLE),
    ("html", _HTML),
)
