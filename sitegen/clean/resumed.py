"""Text that goes on after something set into it: doubted prose before the page says where it ends."""

from collections.abc import Sequence

from sitegen.clean.edges import is_titular
from sitegen.clean.features import Signs
from sitegen.clean.lines import PROSE, Line, runs
from sitegen.text.lazily import lazily

LEAST = 0.1  # a score below which not even its place makes a line text
_LEAST_RESUMED = 0.05  # the same for lines between the text and the page's marker of its end
LABEL_LEAST = 0.15  # for a question and its answer, or a subhead
SAID = tuple('.!…»”"')  # what a sentence of prose ends with
_SPACES = 3  # in a short sentence
_AROUND = 8  # lines in which there is text before such a paragraph, and after it
_BARRED = "subscribers-only"  # the rules of what is said under a text whose rest is for subscribers
_BROKEN = ("...", "…")
_INNER = 0.2  # for a paragraph between others of the text, whose gaps hold boxes too
_WORDS = 15  # in the beginning of a paragraph
_KEPT = 2  # lines of text before an end marker that ends one
_ROW = 2  # paragraphs
_HEAD = 12  # lines from the lead to the text
_SHORT = 40  # characters of a name, a section, a count
_HINTED = 80  # characters of a lead for each word that pages have
_STAMPED = 90  # characters of who wrote it and when
_TITLE_LEAST = 20  # characters of a title
_STAMPS = ("byline", "dateline", "who-writes", "written-by", "date-by", "agency-byline", "published")
_SURE_ENOUGH = 0.5  # a score from which a paragraph is no teaser
_ENTRIES = 2  # lines under a heading of other articles that may be of these
_ENDED = lazily(r"[.!?…][»”\"]? ")  # a sentence within a paragraph
_DAY = lazily(r"\d[/. ]\d{1,2}[/. ](?:19|20)\d\d\b|\d(?:er)? [^\W\d_]{3,9}\.? (?:19|20)\d\d\b")
_NAME = lazily(
    r"(?<=\w[ ,’'])[A-ZÀ-Þ][\w'’-]{1,30}(?: [A-ZÀ-Þ][\w'’-]{1,30}){1,9}"
)  # "Anne Petit" within a sentence


def is_plain_prose(line: Line, seen: Signs) -> bool:
    """Whether a line is a paragraph of whole sentences that does not talk of the page."""
    return line.prose and line.plain[-1] in SAID and not (seen.rule or seen.hints > 1 or seen.notices > 1)


def is_sentence(line: Line) -> bool:
    """Whether a line is a short sentence."""
    plain = line.plain
    return plain[-1:] == "." and line.block.kind == "paragraph" and plain.count(" ") >= _SPACES


def resumed_lines(
    lines: Sequence[Line],
    signs: Sequence[Signs],
    scores: Sequence[float],
    kept: Sequence[bool],
    ends: Sequence[bool],
) -> list[int]:
    """The numbers of lines within the text, and after it up to the marker of its end, that go on with it.

    Boxes, pictures, posts, advertisements and links to other articles may stand between. After them it takes
    a paragraph to go on, with a subhead over it or not, which in doubt names somebody whom the text names;
    right under text short sentences go on too. The marker is the first end marker or heading of other
    articles after all text. ``ends`` says which lines are end markers, ``kept`` which are text.
    """
    shown = [at for at, is_text in enumerate(kept) if is_text]
    if not shown:
        return []
    after = shown[-1] + 1
    out = [
        at
        for at in range(shown[0], after)
        if not kept[at]
        and scores[at] >= _LEAST_RESUMED
        and any(kept[max(0, at - _AROUND) : at])
        and any(kept[at + 1 : at + 1 + _AROUND])
        and is_plain_prose(lines[at], signs[at])
        and (_goes_on(at, lines, signs) if _is_of_others(at, lines, signs) else scores[at] >= _INNER)
    ]
    end = next((at for at in range(after, len(lines)) if ends[at] or signs[at].heads_list), len(lines))
    if end == len(lines) or len(shown) < _KEPT:
        return out  # without a marker, what stands under a text is as likely of other texts
    whole = [is_plain_prose(lines[at], signs[at]) for at in range(after, end)]
    doubted = [at for at, prose in enumerate(whole[:_AROUND], after) if prose and scores[at] < _LEAST_RESUMED]
    known = _naming(lines, doubted, shown)
    paragraphs = [
        (scores[at] >= _LEAST_RESUMED and (prose or _is_broken_off(at, lines, signs))) or at in known
        for at, prose in enumerate(whole, after)
    ]
    paragraphs.append(False)
    apart = False
    for at in range(after, end):
        if signs[at].rule or signs[at].hints > lines[at].prose:
            continue
        heads = scores[at] >= LABEL_LEAST and paragraphs[at - after + 1]
        says = scores[at] >= _LEAST_RESUMED and not apart and is_sentence(lines[at])
        apart = _is_of_others(at, lines, signs) or not (paragraphs[at - after] or heads or says)
        if not apart:
            out.append(at)
    return out


def barred_lines(
    lines: Sequence[Line], signs: Sequence[Signs], scores: Sequence[float], cuts: Sequence[str]
) -> list[int]:
    """The paragraph soon after the text that breaks off right over the notice of what is for subscribers.

    It has several sentences, as teasers have not, and hardly talks of the page.
    """
    last = next((at for at in reversed(range(len(lines))) if not cuts[at] and lines[at].prose), len(lines))
    near = range(last + 2, min(len(lines), last + _AROUND + 1))
    bar = next((at for at in near if cuts[at].startswith(_BARRED)), None)
    if bar is None or any(seen.heads_list for seen in signs[last:bar]):
        return []
    text = lines[bar - 1]
    whole = text.prose and text.plain.endswith(_BROKEN) and _ENDED.search(text.plain)
    talks = signs[bar - 1].hints * _HINTED > len(text.plain) or signs[bar - 1].notices > 1
    return [bar - 1] if whole and not talks and scores[bar - 1] >= _LEAST_RESUMED else []


def adjoining_lines(
    lines: Sequence[Line], signs: Sequence[Signs], scores: Sequence[float], kept: Sequence[bool]
) -> list[int]:
    """The numbers of doubted paragraphs that stand in one row with text, with nothing between.

    At least half of the row is text already; below its last paragraph that is, more must speak for a line
    than above, as what a page says of itself stands there.
    """
    whole = [at for at, line in enumerate(lines) if is_plain_prose(line, signs[at])]
    out: list[int] = []
    for first, end in runs(whole, _ROW):
        shown = [at for at in range(first, end) if kept[at]]
        if 2 * len(shown) >= end - first:
            least = {at: _LEAST_RESUMED if at < shown[-1] else LABEL_LEAST for at in range(first, end)}
            doubted = (at for at in range(first, end) if not kept[at] and scores[at] >= least[at])
            out += [at for at in doubted if not (signs[at].hints or signs[at].notices or lines[at].linked)]
    return out


def lead_lines(
    lines: Sequence[Line],
    signs: Sequence[Signs],
    scores: Sequence[float],
    kept: Sequence[bool],
    named: Sequence[str],
) -> list[int]:
    """The number of the lead, if it was doubted: under the title, over who wrote the text and when.

    Only such lines and short ones stand between it and the text: no other title.
    """
    first = next((at for at, is_text in enumerate(kept) if is_text and lines[at].prose), 0)
    lead = next((at for at in range(first - 1, max(first - _HEAD, 0), -1) if lines[at].prose), 0)
    if not lead or kept[lead] or scores[lead] < _LEAST_RESUMED or not _may_be_lead(lines[lead], signs[lead]):
        return []
    between = range(lead + 1, first)
    stamped = any(named[at].startswith(_STAMPS) for at in between)
    bare = all(named[at] or len(lines[at].plain) <= _SHORT or _is_dated(lines[at]) for at in between)
    title = lines[lead - 1]
    return [lead] if stamped and bare and len(title.plain) > _TITLE_LEAST and not title.prose else []


def _may_be_lead(line: Line, seen: Signs) -> bool:
    """Whether a paragraph is whole and does not talk of the page, for its length; a title may trail off."""
    trails_off = line.plain[-1] == "…" and not _ENDED.search(line.plain)
    whole = line.plain.endswith(SAID) and not (trails_off or seen.rule or line.linked)
    return whole and seen.notices <= 1 and seen.hints * _HINTED <= len(line.plain)


def _is_dated(line: Line) -> bool:
    """Whether a line of some length has a day with its year and hour, as who wrote it and when has."""
    return len(line.plain) <= _STAMPED and _DAY.search(line.plain) is not None


def teaser_lines(
    lines: Sequence[Line], signs: Sequence[Signs], scores: Sequence[float], cuts: Sequence[str]
) -> list[int]:
    """The numbers of doubtful paragraphs under a heading of other articles after all sure text, and titles.

    ``cuts`` says why each line is cut so far, "" for those kept. Each paragraph stands by itself under a line
    that is no sentence, another article's title; where the text goes on, it has paragraphs under each other,
    or a single one.
    """
    left = [at for at, rule in enumerate(cuts) if not rule and lines[at].prose]
    last = next((at for at in reversed(left) if scores[at] >= _SURE_ENOUGH), len(lines))
    heading = next((at for at in range(last, len(lines)) if signs[at].heads_list), len(lines))
    under = [at for at in range(heading, len(lines)) if not cuts[at]]
    teasers = [at for at in under if lines[at].prose]
    titled = all(lines[at - 1].plain[-1:] not in SAID for at in teasers)
    rest = all(is_titular(lines[at]) for at in under if not lines[at].prose)
    return under if len(teasers) > 1 and titled and rest else []


def _naming(lines: Sequence[Line], doubted: Sequence[int], shown: Sequence[int]) -> frozenset[int]:
    """The doubted lines that name somebody whom the text names."""
    if not doubted:
        return frozenset()
    people = frozenset(name for at in shown for name in _NAME.findall(lines[at].plain))
    return frozenset(at for at in doubted if not people.isdisjoint(_NAME.findall(lines[at].plain)))


def _is_of_others(at: int, lines: Sequence[Line], signs: Sequence[Signs]) -> bool:
    """Whether a line is a link, or stands right under a heading of other articles."""
    return bool(lines[at].linked) or any(seen.heads_list for seen in signs[max(0, at - _ENTRIES) : at])


def _goes_on(at: int, lines: Sequence[Line], signs: Sequence[Signs]) -> bool:
    """Whether a paragraph of several sentences, as teasers are not, stands under a single title."""
    if lines[at].linked or at < _ENTRIES or not signs[at - _ENTRIES].heads_list:
        return False
    return lines[at - 1].plain[-1:] not in SAID and _ENDED.search(lines[at].plain) is not None


def _is_broken_off(at: int, lines: Sequence[Line], signs: Sequence[Signs]) -> bool:
    """Whether a line is the beginning of a paragraph whose rest the page keeps for its subscribers."""
    plain = lines[at].plain
    cut = at + 1 < len(lines) and bool(signs[at + 1].rule)
    return cut and len(plain) >= PROSE and plain.count(" ") >= _WORDS and not signs[at].hints
