"""Cleaning is labelling: every block gets a decision that names its rule; nothing is deleted."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from sitegen.clean.body import body_of
from sitegen.clean.doubt import Verdict, judged, tickers
from sitegen.clean.edges import repeated, repeated_lead, trim, words_of
from sitegen.clean.entries import OTHERS, entry_lines
from sitegen.clean.features import own_rows
from sitegen.clean.gate import is_clean
from sitegen.clean.lines import Line
from sitegen.clean.mails import MAIL, mail_lines
from sitegen.clean.matchers.aside import Asides, without_asides
from sitegen.clean.matchers.edge import speakers, without_edges
from sitegen.clean.matchers.ticker import is_list
from sitegen.clean.mend import mend
from sitegen.clean.named import named_blocks
from sitegen.clean.pages import RUNNING, running_lines
from sitegen.clean.posts import COUNTER, SIGNATURE, counted_parts, post_lines, without_counter
from sitegen.clean.rules import Engine, Reading, Rules
from sitegen.clean.score import Scorer, score_lines
from sitegen.clean.service import service_lines
from sitegen.clean.tagged import TAGS, tag_lines
from sitegen.clean.threads import THREAD, thread_lines
from sitegen.config.noise import NoiseRule
from sitegen.model import Block, Cleaned, Decision, Diagnostic, Document, Recognition, Span, Where, said
from sitegen.model.place import IMAGE_FOLDERS
from sitegen.model.source import PAGE_SUFFIXES
from sitegen.text.keys import KEYS
from sitegen.text.notes import DEFINITION, MARK

_LITTLE = 40  # words
_MUCH = 0.5  # of what reads like prose
DOUBTFUL = ("prose", "after-end", THREAD, OTHERS)  # cuts by judgement; the others name what they saw
_AFTER = 0.25  # of the text before an end marker; where more prose follows, the marker was none
_NEAR_ENDS = 6  # lines in which two end markers are a comment form or the like, whatever follows
_BEFORE_ENDS = 3  # paragraphs before them; a page may offer them above its text too
# On a host, in another folder than the site's, in the address itself, or nowhere.
_ELSEWHERE = re.compile(
    rf"!\[[^\]\n]*\]\(\s*<?(?:(?:https?:)?//|data:|/(?!(?:{'|'.join(IMAGE_FOLDERS)})/)|[\"')])"
)
_EMPTY_IMAGE = re.compile(r"!\[\s*\]\(")


def clean(
    document: Document,
    recognition: Recognition,
    rules: Rules,
    keep: tuple[str, ...] = (),
    drop: tuple[str, ...] = (),
) -> Cleaned:
    """Every block of a document kept, mended or cut, each with the rule that says so.

    ``keep`` and ``drop`` are an editor's words, a fragment of text or lines of the file ("12-15"); they win
    over everything, ``keep`` over ``drop``.
    """
    engine = rules.engine(recognition.language, recognition.profile)
    inner = _inner(document.blocks, engine)
    readings = [
        engine.read(replace(block, text=inner[at].text) if at in inner else block)
        for at, block in enumerate(document.blocks)
    ]
    lines = [reading.line for reading in readings]
    own = [at for at, block in enumerate(document.blocks) if block.kind != "aside"]
    part = replace(document, blocks=tuple(document.blocks[at] for at in own))
    verdicts: list[Verdict] = [("set-aside", None)] * len(readings)
    for at, verdict in zip(
        own, _verdicts(part, [readings[at] for at in own], engine, rules.scorer), strict=True
    ):
        verdicts[at] = verdict
    for number in _as_written(document, readings, verdicts):
        verdicts[number] = ("", verdicts[number][1])
    kept = named_blocks(document.blocks, keep)
    for number in named_blocks(document.blocks, drop) - kept:
        verdicts[number] = ("drop", verdicts[number][1])
    for number in kept:
        verdicts[number] = ("", verdicts[number][1])
    decisions = tuple(
        _decision(block, verdict, engine.asides, inner.get(at))
        for at, (block, verdict) in enumerate(zip(document.blocks, verdicts, strict=True))
    )
    return Cleaned(decisions, body_of(decisions), _notes(document, lines, decisions))


def _verdicts(
    document: Document, readings: Sequence[Reading], engine: Engine, scorer: Scorer | None
) -> list[Verdict]:
    """The rule that cuts each line, "" for none."""
    lines = [reading.line for reading in readings]
    signs = [reading.signs for reading in readings]
    named = _named(lines, readings)
    verdicts: list[Verdict] = [(rule, None) for rule in named]
    own = [at for at, rule in enumerate(named) if not rule.startswith((MAIL, RUNNING))]  # these are no menus
    dirty = not is_clean(
        [lines[at] for at in own], [signs[at].hints for at in own], [bool(named[at]) for at in own]
    )
    if dirty and scorer is not None:
        rows = own_rows(lines, signs, engine.words)
        verdicts = judged(readings, named, score_lines(scorer, lines, rows, named), scorer.threshold)
    for number in () if dirty else tickers(readings):
        if is_list(lines[number]):
            verdicts[number] = ("", None)
    for number, line in enumerate(lines):
        if line.block.kind == "image":
            verdicts[number] = (_image_rule(readings[number], dirty=dirty), None)
    services = [seen.services for seen in signs]
    for number in service_lines(lines, [bool(rule) for rule, _ in verdicts], services, engine.words):
        verdicts[number] = ("service", verdicts[number][1])
    kept = [number for number, verdict in enumerate(verdicts) if not verdict[0] and lines[number].plain]
    again = frozenset(repeated(lines, kept) if dirty else repeated_lead(lines, kept))
    for number in again:
        verdicts[number] = ("repeated", verdicts[number][1])
    kept = [number for number in kept if number not in again]
    titles = [
        words_of(entry.value)
        for key in KEYS["title"]
        if (entry := document.declared(key)) and isinstance(entry.value, str)
    ]
    for number, rule in trim(lines, kept, titles, [rule for rule, _ in verdicts]).items():
        verdicts[number] = (rule, verdicts[number][1])
    return verdicts


def _as_written(
    document: Document, readings: Sequence[Reading], verdicts: Sequence[Verdict]
) -> Iterator[int]:
    """The blocks that only who wrote the text has put there: its footnotes, and tables.

    A note counts where a kept line has its mark; a table does in an editor's own file, and in a page's source
    where a kept paragraph stands before it and something after it, unless its words tell what it is.
    """
    kept = [number for number, verdict in enumerate(verdicts) if not verdict[0]]
    marks = {mark[1] for number in kept for mark in MARK.finditer(readings[number].line.block.text)}
    text = [number for number in kept if document.blocks[number].kind == "paragraph"]
    first, last = (text[0], kept[-1]) if text else (0, 0)
    own = document.format == "frontmatter"
    page = document.path.lower().endswith(PAGE_SUFFIXES)
    for number, block in enumerate(document.blocks):
        rule = verdicts[number][0]
        if not rule or rule == "set-aside":
            continue
        note = DEFINITION.match(block.text.partition("\n")[0]) if marks else None
        if (note and note[1] in marks) or (
            block.kind == "table"
            and all(rule != named.id for named in readings[number].found)
            and (own or (page and first < number < last))
        ):
            yield number


def _named(lines: Sequence[Line], readings: Sequence[Reading]) -> list[str]:
    """The rule that cuts each line by its words or as part of a post, a thread or a list, "" for none."""
    named = _by_rules(lines, [reading.found for reading in readings])
    for number in post_lines(lines, named):
        named[number] = SIGNATURE
    for number in thread_lines(lines, named):
        named[number] = named[number] or THREAD
    for number in entry_lines(lines, [reading.signs for reading in readings], named):
        named[number] = OTHERS
    for number in running_lines(lines, named):
        named[number] = named[number] or RUNNING
    signs = [reading.signs for reading in readings]
    if any(seen.part for seen in signs):
        for number, rule in mail_lines(lines, signs, named).items():
            named[number] = rule
        for number in tag_lines(lines, signs, named):
            named[number] = TAGS
    return named


def _image_rule(reading: Reading, *, dirty: bool) -> str:
    """The rule that cuts a line of images, "" for none: for what they link to or as it cannot be shown."""
    icons = next((rule.id for rule in reading.found if rule.match == "link"), "")
    text = reading.line.block.text
    unfit = _EMPTY_IMAGE.search(text) or (dirty and _ELSEWHERE.search(text))
    return icons or ("image" if unfit else "")


def _by_rules(lines: Sequence[Line], matches: Sequence[tuple[NoiseRule, ...]]) -> list[str]:
    """The first rule that holds for each line where it stands, "" for none."""
    prose = [number for number, line in enumerate(lines) if line.prose and not matches[number]]
    texts = frozenset(prose)
    first = prose[0] if prose else len(lines)
    out = []
    for number, found in enumerate(matches):
        if not found:
            out.append("")
            continue
        fitting = (
            rule.id
            for rule in found
            if rule.zone == "any" or (number < first if rule.zone == "head" else number > first)
        )
        out.append(next(fitting, ""))
    ends = [bool(found) and any(rule.action == "end" for rule in found) for found in matches]
    if not any(ends):
        return out
    sizes = [len(line.plain) if number in texts else 0 for number, line in enumerate(lines)]
    total, size = sum(sizes), 0
    for number, is_end in enumerate(ends):
        size += sizes[number]
        if not is_end or not out[number]:
            continue
        several = (
            sum(ends[number : number + _NEAR_ENDS]) > 1 and sum(map(bool, sizes[:number])) >= _BEFORE_ENDS
        )
        if total - size <= _AFTER * size or several:
            return out[: number + 1] + [rule or "after-end" for rule in out[number + 1 :]]
    return out


class _Inner(Struct, frozen=True):
    """A block's text without what stands at its ends for a network; how much that was, and by which rules."""

    text: str
    ends: tuple[int, int]
    rules: tuple[str, ...]


def _inner(blocks: Sequence[Block], engine: Engine) -> dict[int, _Inner]:
    """The blocks, by number, that are not all text; what is left of them is judged as if it stood alone."""
    counted = counted_parts(blocks)
    several = len(speakers((block.text for block in blocks), engine.edges)) > 1
    found = {}
    for number, block in enumerate(blocks):
        if block.kind in ("code", "table"):
            continue
        text, start, rules = without_edges(block.text, engine.edges, several=several)
        if number in counted and (without := without_counter(text))[0] != text:
            text, start, rules = without[0], start + without[1], (*rules, COUNTER)
        if rules:
            found[number] = _Inner(text, (start, len(block.text) - start - len(text)), rules)
    return found


def _decision(block: Block, verdict: Verdict, asides: Asides, inner: _Inner | None) -> Decision:
    """A block's decision; what is kept is mended."""
    rule, score = verdict
    if rule:  # a title is cut too, and read without what stands beside it
        return Decision(block, "cut", rule, "", score, inner.ends if inner and inner.text else (0, 0))
    if block.kind in ("code", "table"):
        return Decision(block, "keep", "", block.text, score)
    text, taken = without_asides(inner.text if inner else block.text, asides)
    text, edits = mend(text)
    edits = (*(inner.rules if inner else ()), *taken, *edits)
    if not text.strip():
        return Decision(block, "cut", edits[0] if edits else "empty", "", score)
    if edits:
        return Decision(block, "edit", " ".join(edits), text, score, inner.ends if inner else (0, 0))
    return Decision(block, "keep", "", text, score)


def _words_left(lines: Sequence[Line], decisions: Sequence[Decision]) -> int:
    """How many words are kept, counted until they are enough."""
    words = 0
    for line, decision in zip(lines, decisions, strict=True):
        if decision.action != "cut":
            words += len(line.plain.split())
            if words >= _LITTLE:
                break
    return words


def _notes(
    document: Document, lines: Sequence[Line], decisions: Sequence[Decision]
) -> tuple[Diagnostic, ...]:
    """Warnings where little is left, or much of what reads like text was cut."""
    if not lines:
        return ()
    words = _words_left(lines, decisions)
    judged = [(line, d) for line, d in zip(lines, decisions, strict=True) if line.prose]
    lost = [(line, d) for line, d in judged if d.rule in DOUBTFUL]
    gone = sum(len(line.plain) for line, _ in lost)
    prose = gone + sum(len(line.plain) for line, d in judged if d.action != "cut")
    notes = []
    hint = said("see what was cut with explain; name lines to keep under keep: in the front matter")
    if words < _LITTLE and any(d.action == "cut" for d in decisions):
        message = said("{count} {count|word is|words are} left", count=words)
        notes.append(Diagnostic("little-left", "warning", Where(document.path), message, hint))
    if prose and gone > _MUCH * prose:
        span = lost[0][0].block.span
        message = said("{share} % of what reads like text was cut", share=round(100 * gone / prose))
        notes.append(
            Diagnostic(
                "much-cut", "warning", Where(document.path, Span(span.line, span.end_line)), message, hint
            )
        )
    return tuple(notes)
