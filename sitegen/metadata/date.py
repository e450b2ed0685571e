"""When the article was published, and when it was last changed."""

# ruff: noqa: PLR2004 - the numbers are weights of signs, side by side so that they can be compared

import datetime as dt
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import is_caption, is_credited_again
from sitegen.metadata.context import Context
from sitegen.metadata.dateline import day_behind_place, opening
from sitegen.metadata.keys import Given, read_by, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page
from sitegen.model import Declared, Diagnostic, Document, Field, Rank, Stamp, Where, said
from sitegen.text.dates import FoundDate, latest, moment
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_READ = 170  # characters of a line that are searched
_CLOCK = lazily(r"\b\d{1,2} ?[h:] ?[0-5]\d\b|\b\d{1,2} ?h\b")  # "10h12", "10:12"
_HEADS_PART = 0.5  # what a day loses under another
_ALONE = 4  # characters beside a date that is all of a line: "Le", a full stop
_RELATIVE = 60  # characters of a line that may say "hier à 10h"
_TOLD = 60  # characters beside a date in a sentence on another text: "traduit d'un article publié le …"
_LABEL = 40  # characters of a line that only announces the next
_SHORT = 130  # a line up to this long may be a dateline of its own
_OPENINGS = 12  # lines after the first that a dateline may still open, noise having been kept
_QUOTES = ' «“"'
_EVENT = 8  # characters after a date that tell what happened then
_OPENING = 40  # characters of a paragraph in which its dateline begins
_BEFORE = 44  # characters before a date that may say what it is the date of
_LINES_AFTER = 12  # below the article, where some pages state their date
_DISPUTED = 14  # days between the winner and a strong rival that an editor should see
_STRONG = 1.2
_BESIDE = 12  # characters beside a date that may tell what it is the date of
_DAY_IN_ADDRESS = lazily(
    r"[/_-](?P<y>(?:19|20)\d\d)(?P<s>[/_-]?)(?P<m>[01]\d)(?P=s)(?P<d>[0-3]\d)(?!\d)"
    r"|[/_-](?P<d2>[0-3]\d)(?P<t>[/_-])(?P<m2>[01]\d)(?P=t)(?P<y2>(?:19|20)\d\d)(?!\d)"
)
_WHAT = lazily(r"(?<=\w) \([a-z]+\)(?! ?\W?$)")  # "Anne Petit (texte), Luc Grand (photos), le 3 mai"
_CLOSED = lazily(
    r"(?::\d\d)?[)\]]"
)  # behind the day and hour that open a text: "[03/05/2024 10:15:20] VALMONT …"
_UNDER = 5  # lines under the article in which a page may state its only date
_ONLY = 0.5  # what speaks for such a date
_JOINED = 4  # characters between two days: " au ", " to "
_NEAR_TITLE = 4  # lines of the file, empty ones among them
_FAR_OVER = 8
_APART = 2  # and where another day stands right under the title
_HEAD = 6
_WORD = 4  # letters of a label that is no part of a longer word: "en cinq dates" is no "date"

_AHEAD = dt.timedelta(days=2)  # what a page dates later than that after the site's day is not its own day


class _Reading(Struct, frozen=True):
    """What the dates of a page are read with."""

    page: Page
    words: Words
    context: Context
    zone: dt.tzinfo
    limit: dt.date
    title_at: int


Dates = tuple[Field[Stamp | None], Field[Stamp | None], list[Diagnostic]]


def describe_dates(
    page: Page,
    given: Given,
    words: Words,
    context: Context,
    title: Field[str],
    link: Field[str],
) -> Dates:
    """Date of publication, date of the last change, and what is wrong with them; ``link`` may hold a day."""
    zone = context.zone
    title_at = page.place_of(title)
    reading = _Reading(page, words, context, zone, context.as_of + _AHEAD, title_at)
    notes: list[Diagnostic] = []
    dates: list[Scored[Stamp | None]] = []
    updates: list[Scored[Stamp | None]] = []
    saved: dt.date | None = None
    for name, found in (("date", dates), ("updated", updates)):
        for _, entry, rank in given.of(name):
            one, note = _declared(entry, rank, reading, given.home(rank, page.document))
            notes += note if rank != "stated" else []  # a page's own data: nobody here wrote them
            if one:
                found.append(one)
                if one.candidate.detector == "cms-save-time" and name == "date" and one.candidate.value:
                    saved = one.candidate.value.day
    if not any(one.candidate.rank == "override" for one in dates):
        reference = min(saved, context.as_of) if saved else context.as_of
        stated, changed = _stated(reading, reference)
        dates += stated + _of_agency(reading, reference) + _of_address(link, reading)
        dates += [] if dates else _posted(reading) or _only(reading)
        updates += changed
    date = elect(dates, None)
    updated = elect(updates, None)
    notes += _disputes(date, dates)
    return date, updated, notes


def awaits_a_day(page: Page, words: Words, context: Context, title: Field[str], link: Field[str]) -> bool:
    """Whether a day is named that is too far ahead to be this page's: one day of the site it may be."""
    title_at = page.place_of(title)
    last = context.as_of + _AHEAD
    endless = _Reading(page, words, context, context.zone, dt.date.max, title_at)
    if any(found.year and (day := found.on(found.year)) and day >= last for found in _looked_at(endless)):
        return True  # "23h" of the last day may be the day after in the site's zone
    single = (*_of_agency(endless, context.as_of), *_of_address(link, endless), *_posted(endless))
    return any(one.candidate.value.day > last for one in single if one.candidate.value)


def _looked_at(reading: _Reading) -> Iterator[FoundDate]:
    """The dates of all lines in which the day of publication is looked for."""
    page = reading.page
    lines = (*_near(reading), *page.lines[: page.start], *page.lines[page.end : page.end + _UNDER])
    for line in lines:
        yield from page.dates_in(line)


def _near(reading: _Reading) -> tuple[Line, ...]:
    """The lines around the title, and those around the article's end."""
    page = reading.page
    behind = page.lines[max(page.start + 12, page.end - 3) : page.end + _LINES_AFTER]
    return (*page.around(reading.title_at), *behind)


def _declared(
    entry: Declared, rank: Rank, reading: _Reading, document: Document
) -> tuple[Scored[Stamp | None] | None, list[Diagnostic]]:
    """A front-matter date as a candidate, or what is wrong with it."""
    text = entry.value if isinstance(entry.value, str) else " ".join(entry.value)
    found = reading.page.find_dates(fold(text[:80]))
    if not found or found[0].year is None or found[0].start > 16:  # after a weekday, at most
        if entry.key.lower() == "published" and text.strip().lower() in ("true", "false", "yes", "no"):
            return None, []  # Jekyll's switch, not a date
        message = said("{key}: « {text} » is no date", key=entry.key, text=text[:40])
        hint = said("write it as 2025-12-31")
        return None, [Diagnostic("date-invalid", "warning", Where(document.path, entry.span), message, hint)]
    stamp = _stamp(found[0], found[0].year, reading.zone)
    if stamp is None:
        return None, []
    saved = found[0].fraction and rank not in ("override", "stated")
    name = "cms-save-time" if saved else reader(rank, entry.key)
    return scored(stamp, "inferred" if saved else rank, name, document, entry.span, text, 1.0), []


def _stamp(found: FoundDate, year: int | None, zone: dt.tzinfo) -> Stamp | None:
    """A found date as a stamp in the site's zone: 22:50Z is the next day in Yerevan."""
    day = found.on(year) if year else None
    if day is None:
        return None
    at = moment(found, day, zone)
    return Stamp(at.date(), at) if at else Stamp(day)


def _stated(
    reading: _Reading, reference: dt.date
) -> tuple[list[Scored[Stamp | None]], list[Scored[Stamp | None]]]:
    """Dates that the page's lines state: of publication, and of changes."""
    page = reading.page
    dates: list[Scored[Stamp | None]] = []
    updates: list[Scored[Stamp | None]] = []
    related = -99
    previous = ""
    for line in _near(reading):
        folded = page.folded(line)
        if len(folded) < _LABEL and folded.rstrip(" :.…") in reading.words.related:
            related = line.at
        for one, changed in _in_line(line, folded, previous, reading, reference):
            if line.at - related <= 8 and not page.start <= line.at < page.end:
                said = line.at < page.start and "phrase" in one.candidate.detector
                one = replace(one, score=one.score - (0.5 if said else 1.5))  # noqa: PLW2901  of others, most likely
            (updates if changed else dates).append(one)
        previous = folded if len(folded) < _LABEL else ""  # a label on its own line
    dates = _without_today(_first_of_rows(dates), reading)
    days = Counter(one.candidate.value.day for one in dates if one.candidate.value)
    dates = [
        replace(one, score=one.score + 0.2 * min(2, days[one.candidate.value.day] - 1))
        if one.candidate.value
        else one
        for one in dates
    ]
    if updates and not dates:  # a page that states nothing but its last change
        dates = [
            replace(one, candidate=replace(one.candidate, rank="inferred", detector="updated-phrase"))
            for one in updates
        ]
    return dates, updates


def _first_of_rows(dates: list[Scored[Stamp | None]]) -> list[Scored[Stamp | None]]:
    """The dates, those weaker that stand right under another day: they head a part of the text."""
    lines = {
        one.candidate.where.span.line: one.candidate.value.day
        for one in dates
        if one.candidate.where.span and one.candidate.value and one.candidate.detector == "dateline"
    }
    out = []
    for one in dates:
        span, value = one.candidate.where.span, one.candidate.value
        over = {lines[span.line - up] for up in (1, 2) if span.line - up in lines} if span else set()
        later = one.candidate.detector == "dateline" and value is not None and bool(over - {value.day})
        out.append(replace(one, score=one.score - _HEADS_PART) if later else one)
    return out


def _without_today(dates: list[Scored[Stamp | None]], reading: _Reading) -> list[Scored[Stamp | None]]:
    """The dates without those of the page's head, where one beside the title says when the article came.

    Papers show the day of the visit in their heads, over menus.
    """
    if reading.title_at < 0:
        return dates
    title = reading.page.lines[reading.title_at].block.span.line
    lines = [one.candidate.where.span.line if one.candidate.where.span else title for one in dates]
    if not any(abs(line - title) <= _NEAR_TITLE for line in lines):
        return dates
    under = any(0 < line - title <= _NEAR_TITLE for line in lines)
    far = _APART if under else _FAR_OVER
    return [
        one
        for one, line in zip(dates, lines, strict=True)
        if line > _HEAD or line >= title - far or "phrase" in one.candidate.detector
    ]


def _is_event(line: Line, date: FoundDate, page: Page) -> bool:
    """Whether a date opens an entry of a chronology; "4. März 2024" alone only looks like an item."""
    told = len(line.text) - date.end > _EVENT
    if not (line.kept and told):
        return False
    if line.block.kind == "item":
        return date.start > 0
    within = page.start < line.at < page.end - 1
    return within and date.start == 0 and line.text[date.end :].lstrip(_QUOTES)[:1].isalpha()


def _of_agency(reading: _Reading, reference: dt.date) -> list[Scored[Stamp | None]]:
    """The day in an agency's dateline; where it names no year, the latest that has been."""
    said = opening(reading.page, reading.words)
    if said is None:
        return _behind_place(reading)
    if said[1].date is None:
        return []
    line, date = said[0], said[1].date
    day = latest(date, reference) if date.year is None else None
    stamp = _stamp(date, date.year or (day.year if day else None), reading.zone)
    if stamp is None or stamp.day > reading.limit:
        return []
    rank: Rank = "stated" if date.year else "inferred"
    detector = "dateline" if date.year else "dateline-without-year"
    quote = line.text[: said[1].end].strip()
    return [scored(stamp, rank, detector, reading.page.document, line.block.span, quote, 1.8)]


def _behind_place(reading: _Reading) -> list[Scored[Stamp | None]]:
    """The day behind a place with which the text opens."""
    page = reading.page
    for line in page.lines[max(0, page.start - 1) : page.start + 2]:
        shown = is_caption(page.folded(line), reading.words)
        date = None if shown else day_behind_place(line.text, page)
        stamp = _stamp(date, date.year, reading.zone) if date else None
        if stamp and stamp.day <= reading.limit:
            quote = line.text[:_READ]
            return [scored(stamp, "stated", "dateline", page.document, line.block.span, quote, 1.8)]
    return []


def _posted(reading: _Reading) -> list[Scored[Stamp | None]]:
    """The day in the name of an article's file."""
    day = reading.context.posted
    if day is None or day > reading.limit:
        return []
    document = reading.page.document
    name = document.path.rpartition("/")[2]
    return [scored(Stamp(day), "inferred", "file-name", document, None, name, 1.0)]


def _of_address(link: Field[str], reading: _Reading) -> list[Scored[Stamp | None]]:
    """The day in the article's own address: "/2024/03/12/" or "-12-03-2024"."""
    match = _DAY_IN_ADDRESS.search(link.value) if link.value else None
    if not match:
        return []
    year, month, day = (
        int(match[one] or match[other]) for one, other in (("y", "y2"), ("m", "m2"), ("d", "d2"))
    )
    try:
        stamp = Stamp(dt.date(year, month, day))
    except ValueError:
        return []
    if stamp.day > reading.limit:
        return []
    where = link.candidates[0].where
    return [scored(stamp, "inferred", "address-date", reading.page.document, where.span, link.value, 1.3)]


def _only(reading: _Reading) -> list[Scored[Stamp | None]]:
    """The one day that the lines over the article name, however far, or those right under it.

    Where they name several, the nearest over the article that is said to be one of publication.
    """
    page = reading.page
    found: list[Scored[Stamp | None]] = []
    labelled: list[Scored[Stamp | None]] = []
    previous = ""
    for line in (*page.lines[: page.start], *page.lines[page.end : page.end + _UNDER]):
        folded = page.folded(line)
        dates = page.dates_in(line) if page.is_dated(line) and not line.flat else []
        for date in dates:
            stamp = _stamp(date, date.year, reading.zone)
            if stamp is None or stamp.day > reading.limit or not _is_own(line, folded, date, reading.words):
                continue
            one: Scored[Stamp | None] = scored(
                stamp, "inferred", "only-date", page.document, line.block.span, line.text, _ONLY
            )
            label = _label(folded, date, previous if date.start < 6 else "", reading.words, 0)
            (labelled if label == "published" and line.at < page.start else found).append(one)
        previous = folded if len(folded) < _LABEL else ""
    if labelled:
        return labelled[-1:]
    days = {one.candidate.value.day for one in found if one.candidate.value}
    return found[-1:] if len(days) == 1 else []


def _is_own(line: Line, folded: str, date: FoundDate, words: Words) -> bool:
    """Whether a date stands alone in its line or nearly, and is not a picture's or an owner's."""
    rest = len(line.text) - (date.end - date.start)
    return rest <= _LABEL and not (_is_owned(folded) or (rest > _BESIDE and is_caption(folded, words)))


def _is_owned(folded: str) -> bool:
    """Whether a folded line says whose a page is."""
    return "©" in folded or "copyright" in folded


def _in_line(
    line: Line, folded: str, previous: str, reading: _Reading, reference: dt.date
) -> list[tuple[Scored[Stamp | None], bool]]:
    """The dates of one line that may be the article's, each with whether it is one of a change."""
    page = reading.page
    if line.flat and len(line.text) > _SHORT:
        return []  # a flattened list of links
    found = page.dates_in(line)
    if not found and reading.context.captured and len(folded) <= _RELATIVE:
        return _relative(line, folded, reading, reading.context.captured)
    if line.at == reading.title_at and len(found) > 1 and found[1].start - found[0].end <= _JOINED:
        return []  # "Du 7 août 1960 au 7 août 2024 : …": a span of time
    out: list[tuple[Scored[Stamp | None], bool]] = []
    for at, date in enumerate(found[:4]):
        label = _label(
            folded, date, previous if date.start < 6 else "", reading.words, found[at - 1].end if at else 0
        )
        score, detector, rank = _judge(line, folded, date, label, reading)
        if not detector or (detector == "dateline" and _is_event(line, date, page)):
            continue
        year = date.year
        if year is None:
            day = latest(date, reference)
            year = day.year if day else None
        stamp = _stamp(date, year, reading.zone)
        if stamp is None:
            continue
        if stamp.day > reading.limit:
            score -= 2.5
        if score <= 0:
            continue
        score -= 0.03 * _distance(line, reading)
        one: Scored[Stamp | None] = scored(
            stamp, rank, detector, page.document, line.block.span, line.text, score
        )
        out.append((one, label == "updated"))
    return out


def _relative(
    line: Line, folded: str, reading: _Reading, captured: dt.date
) -> list[tuple[Scored[Stamp | None], bool]]:
    """The day that "hier à 10h12" means on the day of the capture, in a short line beside the article.

    The line says that it is of publication, or a time: "Hier encore" may be a title.
    """
    tokens = folded.replace(",", " ").split()
    told = _CLOCK.search(folded) or any(phrase in folded for phrase in reading.words.published)
    for word, days in sorted(reading.words.relative.items()) if told else ():
        if word in tokens and line.at <= reading.page.start:
            stamp = Stamp(captured + dt.timedelta(days=days))
            one: Scored[Stamp | None] = scored(
                stamp, "inferred", "relative-date", reading.page.document, line.block.span, line.text, 1.0
            )
            return [(one, False)]
    return []


def _distance(line: Line, reading: _Reading) -> int:
    """How many lines a line stands from the article's beginning, or from under its title."""
    apart = abs(line.at - reading.page.start)
    under = line.at - reading.title_at
    if reading.title_at >= 0:
        apart = min(apart, under - 1 if under > 0 else 4 - under)
    return apart


def _label(folded: str, date: FoundDate, previous: str, words: Words, since: int) -> str:
    """Whether the words before a date say that it is of publication or of a change; "" where they do not."""
    before = folded[max(since, date.start - _BEFORE) : date.start]
    if previous and not before.strip():
        before = previous
    if not before.strip():
        return ""
    best, label = -1, ""
    for phrases, name in ((words.published, "published"), (words.updated, "updated")):
        for phrase in phrases:
            at = before.rfind(phrase)
            after = before[at + len(phrase) : at + len(phrase) + 1] if len(phrase) <= _WORD else ""
            if at > best and not (at and before[at - 1].isalpha()) and not after.isalpha():
                best, label = at, name
    return label


def _judge(
    line: Line, folded: str, date: FoundDate, label: str, reading: _Reading
) -> tuple[float, str, Rank]:
    """How much speaks for a date being the article's, the detector's name ("" for none), and the rank."""
    page = reading.page
    size = len(line.text)
    if date.year is None:
        opening = page.start <= line.at <= page.start + 3 and date.start <= 6
        whole = size - (date.end - date.start) <= _ALONE and 0 <= reading.title_at < line.at < page.start
        posted = line.text.endswith("·") and date.start == 0 and line.at <= page.start
        if date.weekday is not None and (opening or whole or (size <= _SHORT and label == "published")):
            return 1.5 if opening else 1.2, "weekday-without-year", "inferred"
        # Over a network's post: "3 mai, 18:47 ·".
        return (1.0, "dateline-without-year", "inferred") if posted and date.hour else (0.0, "", "inferred")
    rest = size - (date.end - date.start)
    if label and size <= _READ:
        told = line.text.endswith(".") and rest > _TOLD
        return (
            (3.0 if label == "published" and not told else 1.0) + (0.3 if date.hour is not None else 0),
            f"{label}-phrase",
            "stated",
        )
    inside = page.start < line.at < page.end - 1
    if inside and line.block.text.lstrip()[:1] in ("-", "*", "•", "|"):
        return 0.0, "", "stated"  # a chronology, not the article's own date
    below = page.lines[line.at + 1].text if line.at + 1 < len(page.lines) else ""
    words = reading.words
    shown = rest > _BESIDE and is_caption(_WHAT.sub("", folded), words)
    over = page.lines[line.at - 1].text if line.at else ""
    again = is_credited_again(line.text, below, words) or (over and is_credited_again(over, line.text, words))
    if shown or again:
        return 0.0, "", "stated"  # when the picture was taken
    inner = page.start <= line.at < page.end
    short = folded[:-1].rpartition(" ")[2] in reading.words.abbreviations  # "lecture en 2 min."
    ended = line.text.endswith((".", "!", "?")) and not short and (inner or date.end < size - 3)
    sentence = ended and rest > (30 if inner else 60)
    if size <= _SHORT and not sentence:
        return _alone(line, folded, date, rest, page), "dateline", "stated"
    first = page.start <= line.at <= page.start + 2 and date.start <= _OPENING
    closed = date.start <= 3 and _CLOSED.match(folded, date.end)
    if first and (date.weekday is not None or closed):
        return 1.2, "dateline", "stated"
    later = inside and line.at <= page.start + _OPENINGS and date.weekday is not None and date.start <= 6
    return 0.9 if later else 0.0, "dateline", "stated"


def _alone(line: Line, folded: str, date: FoundDate, rest: int, page: Page) -> float:
    """How much speaks for the date of a short line with ``rest`` other characters."""
    if line.at > page.end or _is_owned(folded):
        return 0.0
    score = 2.0 if rest <= 30 else 1.4 if rest <= 60 else 0.8
    return score + (0.4 if date.hour is not None else 0) + (0.2 if date.weekday is not None else 0)


def _disputes(date: Field[Stamp | None], dates: list[Scored[Stamp | None]]) -> list[Diagnostic]:
    """A warning where another strong witness names a day far from the winner's."""
    if date.value is None:
        return []
    winner = date.candidates[0]
    for one in dates:
        rival = one.candidate
        if (
            rival.value is None
            or one.score < _STRONG
            or rival.detector in ("cms-save-time", "updated-phrase")
        ):
            continue
        apart = abs((rival.value.day - date.value.day).days)
        if apart > _DISPUTED and (winner.rank in ("declared", "override", "inferred") or one.score > 2.5):
            message = said(
                "the date is taken as {day} ({detector}), but « {quote} » says {other}",
                day=str(date.value.day),
                detector=read_by(winner.detector),
                quote=rival.quote[:60],
                other=str(rival.value.day),
            )
            hint = said("write the right one as date: in the front matter, or in an override")
            return [Diagnostic("date-disputed", "warning", rival.where, message, hint)]
    return []
