"""The edges of an article: title, byline and links before its first sentence, signature after its last."""

import re
from collections import deque
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from sitegen.clean.lines import Line, heads_others
from sitegen.clean.matchers.byline import are_names
from sitegen.clean.matchers.linkfarm import is_lone_link
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_TITLE = 200  # characters
_PLAIN_TITLE = 130  # of a title that only its place gives away
_CREDIT = 60
_ENDS = ".!…:;,"
_FRAGMENTS = frozenset(
    [
        "par",
        "by",
        "von",
        "le",
        "de",
        "publie le",
        "publie par",
        "a",
        "dans",
        "in",
        "on",
        "categorie",
        "categories",
        "auteur",
        "date",
    ]
)
_PLACE = re.compile(r"[^\W\d_][\w'’ .-]{1,30}\s[/|]\s[^\W\d_][\w'’ .-]{1,30}$")  # "Rabat / Le Courrier"
_STAMPS = ("dateline", "byline", "published", "agency")
_NAMES = 5  # words of a signature at most
_SIGNED = 60  # characters of a paragraph that a name may sign
_PERSON = re.compile(r"[A-ZÀ-Þ][\w'’.-]+(?: (?:de|von|van|du|le|la|der))?(?: [A-ZÀ-Þ][\w'’.-]+){1,2}")
_BYLINES = ("byline", "who-writes", "written-by")
_CLOSE = 3  # lines above a paragraph in which whom it tells of is named
_SIGNS_SOME = 2  # paragraphs before who wrote them
_LAST = 8  # lines at the end in which that is told
_BIOS_AFTER = 3  # paragraphs on something else that may follow, or stand between
_SENTENCE_ENDS = '.!?…»”")'
_FIRST_NOTE = lazily(r"(?:\(1\)|\[1\]|\* ?(?![\s*]))\s?[^\W_]")
_STOPS = (".", "!", "?", "…")
_CLOSERS = ' »”"\u00a0\u202f'
_HEAD = 12  # lines looked at before the text begins
_PULLED = lazily(r"[«“\"„][^«»“”\"„]{15,250}[»”\"“][.!?…]?")
_PULLED_FROM = 12  # paragraphs above it in which its words are looked for
_PULLED_LONGEST = 260  # characters
_PARAGRAPH = 5000  # characters of a paragraph that they are looked for in
_PULLED_SPACES = 5  # in a sentence that is known when it comes again
_SAID_SPACES = 2  # in each of several
_SENTENCES = lazily(r"[.!?…]+\s+")
_YEAR = lazily(r"(?:18|19|20)\d\d")
_MARKS = "«»“”„\"'’.!?…,;: \u00a0\u202f"
_LEAD = 3  # paragraphs: the lead, the lead again and the text's first
_ANNOUNCES = "written-by"  # the rule of a line such as "L'auteur"
_ANNOUNCED = 2  # lines under it: who wrote, and what he or she is
_TOP = 6  # lines in which the heading of a list over the article stands
_PAIR = 2  # lines over a teaser at most, its day and title, and teasers at least
_DAY = 30  # characters of a day over a title
_DOTS = ("...", "…", "…]", "...]")
_STANDFIRST = 120  # characters of one that the text begins with too
_AGAIN = 25  # characters of a title that is known when it comes again
_KICKER = 45  # characters; what stands before the title is shorter, a title before its lead is longer


def trim(
    lines: Sequence[Line], kept: Sequence[int], titles: Sequence[str], named: Sequence[str]
) -> dict[int, str]:
    """The lines to cut at both ends of what is kept, each with the rule that says so.

    ``titles`` are what the file's front matter calls the article, folded to words; ``named`` are the rules
    that cut the other lines.
    """
    cuts = _announced(lines, kept, named) | _listed_over(lines, kept, named)
    kept = [number for number in kept if number not in cuts]
    start = next((at for at, number in enumerate(kept) if lines[number].prose), len(kept))
    for number in kept[: max(start + 1, 1)]:
        if titles and same_words(lines[number].plain, titles):
            cuts[number] = "repeated-title"
    head = [number for number in kept[:start] if number not in cuts]
    if start < len(kept) and len(head) <= _HEAD:
        cuts.update(_head(lines, head, named, known=bool(titles)))
    cuts.update(_said_again(lines, kept[start:], lines[: kept[start]] if start < len(kept) else ()))
    cuts.update(_related(lines, [number for number in kept if number not in cuts], named))
    cuts.update(_about_authors(lines, [number for number in kept if number not in cuts], named))
    cuts.update(_tail(lines, [number for number in kept if number not in cuts]))
    return cuts


def repeated(lines: Sequence[Line], kept: Sequence[int]) -> list[int]:
    """Paragraphs that are kept more than once, but for the one with most text around it, else the first.

    With them go quotations that a page lifts out of its text.
    """
    places: dict[str, list[int]] = {}
    for number in kept:
        if lines[number].prose:
            places.setdefault(lines[number].folded, []).append(number)
    here = frozenset(kept)
    out: list[int] = []
    for numbers in places.values():
        best = max(numbers, key=lambda n: ((n - 1 in here) + (n + 1 in here), -n))
        out += (number for number in numbers if number != best)
    again = frozenset(out)
    return out + _pulled(lines, [number for number in kept if number not in again])


def repeated_lead(lines: Sequence[Line], kept: Sequence[int]) -> list[int]:
    """The first paragraph where it stands again right over the text, with the title and the day between.

    A song may say a line twice, but nothing stands between then; a long one right under the title is the
    standfirst, which the text says again.
    """
    texts = [number for number in kept if lines[number].prose][:_LEAD]
    if len(texts) < _LEAD or lines[texts[0]].plain != lines[texts[1]].plain:
        return []
    first = texts[0]
    titled = first > 0 and not lines[first - 1].prose and len(lines[first].plain) >= _STANDFIRST
    return [first] if titled or texts[1] - first > 1 else []


def _pulled(lines: Sequence[Line], kept: Sequence[int]) -> list[int]:
    """Sentences alone in a line that a paragraph not far above has; one of a later is a subhead.

    With a quotation in Markdown goes the next line, if it is quoted too and no sentence: who said it. A line
    that ends in dots and begins as a paragraph above does is that paragraph's teaser.
    """
    out: list[int] = []
    above: deque[_Paragraph] = deque(maxlen=_PULLED_FROM)
    openings: dict[str, int] = {}
    for before, number in pairwise((-1, *kept)):
        line = lines[number]
        if (
            _is_said(line, above)
            or _is_teased(line, openings, lines)
            or (out[-1:] == [before] and _is_attributed(line, lines[before]))
        ):
            out.append(number)
            continue
        if line.prose and len(line.plain) <= _PARAGRAPH:
            above.append(_Paragraph(line.plain))
            openings.setdefault(line.plain[:_AGAIN], number)
    return out


class _Paragraph:
    """One that a later line may repeat; its words are told once, for however many lines ask."""

    def __init__(self, plain: str) -> None:
        self.plain = plain

    @cached_property
    def words(self) -> str:
        return words_of(self.plain)


def _is_said(line: Line, above: Collection[_Paragraph]) -> bool:
    """Whether one paragraph has all that a line says, sentence by sentence, but for marks at their ends."""
    if not above or len(line.plain) > _PULLED_LONGEST or line.block.kind == "heading":
        return False
    if _PULLED.fullmatch(line.plain):
        said = words_of(line.plain)
        if any(said in other.words for other in above):
            return True
    if line.plain.count(" ") < _PULLED_SPACES or line.plain.rstrip(_CLOSERS)[-1:] not in _STOPS:
        return False
    sentences = [part.strip(_MARKS) for part in _SENTENCES.split(line.plain.strip(_MARKS))]
    if any(part.count(" ") < _SAID_SPACES for part in sentences):
        return False
    told = [part[1:] for part in sentences]  # its first letter may be small within a sentence
    return any(all(part in other.plain for part in told) for other in above)


def _is_teased(line: Line, openings: Mapping[str, int], lines: Sequence[Line]) -> bool:
    """Whether a line is the beginning of a paragraph above it, broken off with dots."""
    begun = line.plain.rstrip("[]()").removesuffix("...").removesuffix("…").rstrip()
    if len(begun) == len(line.plain) or len(begun) < 2 * _AGAIN:
        return False
    whole = openings.get(line.plain[:_AGAIN])
    return whole is not None and lines[whole].plain.startswith(begun)


def _is_attributed(line: Line, quoted: Line) -> bool:
    """Whether a line of a block quote says whose the words over it are."""
    brief = len(line.plain) <= _CREDIT and line.plain[-1] not in _SENTENCE_ENDS
    return brief and line.block.kind == quoted.block.kind == "quote"


def _head(lines: Sequence[Line], head: Sequence[int], named: Sequence[str], *, known: bool) -> dict[int, str]:
    """What stands before the first sentence: links, scraps of a byline, and the title."""
    cuts: dict[int, str] = {}
    for number in head:
        line = lines[number]
        if is_lone_link(line) and line.block.kind != "heading" and len(line.plain) <= _CREDIT:
            cuts[number] = "link-line"
        elif line.folded in _FRAGMENTS or _ANNOUNCES in named[max(0, number - _ANNOUNCED) : number]:
            cuts[number] = "byline"
        elif _PLACE.match(line.plain) and number != head[0]:
            cuts[number] = "dateline"
    rest = [] if known else [number for number in head if number not in cuts]
    while rest:  # a second look would find what the first leaves
        title = _title_place(lines, rest, named)
        if title is None:
            break
        cuts.update(dict.fromkeys(rest[: title + 1], "title-line"))
        rest = rest[title + 1 :]
    return cuts


def _said_again(lines: Sequence[Line], kept: Sequence[int], above: Sequence[Line]) -> dict[int, str]:
    """What stood above the text and stands below again: its title over the share list."""
    titles = {line.folded for line in above if len(line.folded) >= _AGAIN and is_titular(line)}
    return {
        number: "repeated-title"
        for number in kept
        if lines[number].folded in titles and is_titular(lines[number]) and lines[number].plain[-1] != "?"
    }


def _announced(lines: Sequence[Line], kept: Sequence[int], named: Sequence[str]) -> dict[int, str]:
    """The title of another article right under a line that is "À lire aussi" and no more."""
    return {
        number: "related"
        for number in kept
        if number
        and named[number - 1] == "read-also"
        and heads_others(lines[number - 1].plain, named[number - 1])
        and not lines[number].prose
        and _is_listed(lines[number])
    }


def _listed_over(lines: Sequence[Line], kept: Sequence[int], named: Sequence[str]) -> dict[int, str]:
    """Titles, each over its teaser that breaks off, under a heading of other articles over or under the text.

    A day may stand over each. Above the text they stand at the page's top, below it nothing else follows.
    """
    heads = (number for number in range(len(lines)) if heads_others(lines[number].plain, named[number]))
    heading = next(heads, None)
    if heading is None:
        return {}
    listed = _teased([number for number in kept if number > heading], lines)
    rest = [number for number in kept if number > heading and number not in listed]
    over = heading < _TOP and any(lines[number].prose for number in rest)
    under = not rest and any(lines[number].prose for number in kept if number < heading)
    return dict.fromkeys(listed, "related") if over or under else {}


def _teased(numbers: Sequence[int], lines: Sequence[Line]) -> list[int]:
    """The first lines of some that are several titles over teasers, a short line of figures over each."""
    out: list[int] = []
    group: list[int] = []
    several = 0
    for number in numbers:
        plain = lines[number].plain
        if group and is_titular(lines[group[-1]]) and plain.endswith(_DOTS):
            out += (*group, number)
            group, several = [], several + 1
        elif (
            is_titular(lines[number]) and (not group or _is_day(lines[group[0]].plain)) and len(group) < _PAIR
        ):
            group.append(number)
        else:
            break
    return out if several >= _PAIR else []


def _is_day(plain: str) -> bool:
    """Whether a line is as short as a day and has figures."""
    return len(plain) <= _DAY and any(map(str.isdigit, plain))


def _title_place(lines: Sequence[Line], rest: Sequence[int], named: Sequence[str]) -> int | None:
    """Where among the lines before the text the title stands, None where none is one."""
    for place, number in enumerate(rest):
        line = lines[number]
        if not is_titular(line):
            return None
        after = (*named[number + 1 : number + 2], "")[0]
        strong = (
            (line.block.kind == "heading" and line.block.level == 1)
            or (is_shouted(line.plain) and not _YEAR.search(line.plain))  # "NÉE LE 3 MAI 1932 À VALMONT"
            or after.startswith(_STAMPS)
        )
        if strong or (len(rest) == 1 and _is_plain_title(line.plain)):
            return place
        if len(line.plain) > _KICKER:
            return None
    return None


def _related(lines: Sequence[Line], kept: Sequence[int], named: Sequence[str]) -> dict[int, str]:
    """The titles under a heading such as "Articles similaires", and their teasers, where no text follows."""
    last = next((n for n in reversed(kept) if lines[n].prose and not _is_teaser(lines, n)), None)
    if last is None:
        return {}
    heading = next((n for n in range(last + 1, len(lines)) if heads_others(lines[n].plain, named[n])), None)
    if heading is None:
        return {}
    return {
        number: "related"
        for number in kept
        if number > heading and (_is_listed(lines[number]) or _is_teaser(lines, number))
    }


def _is_teaser(lines: Sequence[Line], number: int) -> bool:
    """Whether a line stands under a title that is a link."""
    above = lines[number - 1] if number else None
    return above is not None and above.block.kind == "heading" and is_lone_link(above)


def _is_listed(line: Line) -> bool:
    """Whether a line could be another article's title in a list."""
    return len(line.plain) <= _TITLE and line.plain[-1] not in ".…:;"


def _about_authors(lines: Sequence[Line], kept: Sequence[int], named: Sequence[str]) -> dict[int, str]:
    """Paragraphs at the end that begin with the name which stood above the text: who wrote it."""
    start = next((at for at, number in enumerate(kept) if lines[number].prose), len(kept))
    if start >= len(kept):
        return {}
    above = range(kept[min(start + _SIGNS_SOME, len(kept) - 1)])
    cuts: dict[int, str] = {}
    rest = list(kept[start + _SIGNS_SOME :])
    while True:
        told = [(n, name) for n in rest[-_LAST:] if (name := _told_of(lines, n))]
        bios = {n for n, _ in told}
        others = [n for n in rest if lines[n].prose and n not in bios]
        told = [(n, name) for n, name in told if not others or n > others[-_BIOS_AFTER:][0]]
        found = [n for n, name in told if _has_signed(name, lines, above, named)]
        if not found:
            return cuts
        cuts.update(dict.fromkeys(found, "about-author"))
        rest = [number for number in rest if number not in cuts]


def _told_of(lines: Sequence[Line], at: int) -> str:
    """The name that a paragraph begins with, "" for none and for an answer of theirs."""
    text = lines[at].plain
    if len(text) < _SIGNED:
        return ""
    found = _PERSON.match(text)
    if found is None:
        return _named_above(lines, at)
    if not text[found.end() :].startswith((" ", ", ")) or ":" in text[found.end() :][:2]:
        return ""
    return found[0]


def _named_above(lines: Sequence[Line], at: int) -> str:
    """The name right above a paragraph that begins with its given name, which nothing above writes small."""
    given, _, rest = lines[at].plain.partition(" ")
    names = [line.plain for line in lines[max(0, at - _CLOSE) : at] if line.plain.startswith(f"{given} ")]
    name = next(filter(are_names, names), "") if rest[:1].islower() else ""
    small = f" {given.lower()} "
    return "" if name and any(small in line.plain for line in lines[:at]) else name


def _has_signed(name: str, lines: Sequence[Line], above: Sequence[int], named: Sequence[str]) -> bool:
    """Whether a name stands in a byline, or alone as its author's does."""
    flags = re.IGNORECASE if name.isupper() else 0
    signed = re.compile(rf"(?<!\w)(?:{re.escape(name)}){{1,2}}(?!\w)", flags)  # a page may say it twice
    for number in above:
        plain = lines[number].plain
        if len(name) <= len(plain) <= _CREDIT and signed.search(plain):
            is_name = 1 < len(plain.split()) <= _NAMES and are_names(plain)
            if is_name or named[number].startswith(_BYLINES):
                return True
    return False


def _tail(lines: Sequence[Line], kept: Sequence[int]) -> dict[int, str]:
    """A name alone after the last sentence, notes or not under it."""
    ends = [at for at in range(1, len(kept) - 1) if _FIRST_NOTE.match(lines[kept[at + 1]].plain)]
    return {
        kept[at]: "signature"
        for at in (*ends, len(kept) - 1)
        if at > 0 and _is_signature(lines[kept[at]], lines[kept[at - 1]])
    }


def _is_signature(line: Line, before: Line) -> bool:
    """Whether a line is a name, and the one before ends a paragraph."""
    words = line.plain.split()
    return (
        line.block.kind == "paragraph"
        and 2 <= len(words) <= _NAMES  # noqa: PLR2004  first name and name
        and line.plain[-1:] not in ".!?…:;"
        and are_names(line.plain)
        and len(before.plain) >= _SIGNED
        and before.plain[-1] in _SENTENCE_ENDS
    )


def is_titular(line: Line) -> bool:
    """Whether a line could be a title: neither long nor ended as a sentence."""
    plain = line.plain
    return 0 < len(plain) <= _TITLE and plain[-1] not in _ENDS and line.block.kind in ("paragraph", "heading")


def _is_plain_title(text: str) -> bool:
    """Whether a line that only its place marks as a title may be one; a question may open an interview."""
    return len(text) <= _PLAIN_TITLE and text[-1] != "?"


def is_shouted(text: str) -> bool:
    """Whether a line of some length is in capitals."""
    return len(text) > 20 and text.isupper()  # noqa: PLR2004  shorter ones are names


def same_words(text: str, titles: Sequence[str]) -> bool:
    """Whether a text says what one of the titles says, signs and a few words aside."""
    if len(text) > 2 * _TITLE:
        return False
    words = words_of(text)
    if not words:
        return False
    own = set(words.split())
    for title in titles:
        other = set(title.split())
        if words == title or (len(own) > 3 and len(own & other) >= 0.8 * len(own | other)):  # noqa: PLR2004  short ones must be equal
            return True
    return False


def words_of(text: str) -> str:
    """A text's words, folded, parted by single spaces."""
    return " ".join("".join(char if char.isalnum() else " " for char in fold(text)).split())
