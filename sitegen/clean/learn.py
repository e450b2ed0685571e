"""Lines that recur across the captures of one source, proposed as rows of its profile."""

import json
from collections import Counter
from collections.abc import Collection, Sequence

from msgspec import Struct

from sitegen.clean.apply import DOUBTFUL
from sitegen.clean.lines import SHORT, Line, read_line
from sitegen.config.noise import NoiseRule
from sitegen.model import Decision
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.sentences import sentences
from sitegen.text.slug import slug

_CAPTURES = 3  # that hold a line before it is proposed
_SHARE = 0.3  # of the captures
_MOST = 60  # rows
_KNOWN = 4000  # sentences among which near misses are looked for
_QUOTE = 160  # characters of an example
_WORD = lazily(r"\w+")
_SIGNS = " .:!?…-–—|>»«\"'*_"  # as off a line's ends
# What decisions say besides rules' ids: a row of that name would be taken for it.
_VERDICTS = (
    *DOUBTFUL, "byline", "dateline", "drop", "empty", "image", "link-line", "related", "repeated",
    "repeated-title", "service", "source-link", "title-line",
)  # fmt: skip


class Capture(Struct, frozen=True):
    """A capture as it was cleaned, the lines of its file that its fields were read from, and its authors."""

    decisions: tuple[Decision, ...]
    read_from: frozenset[int] = frozenset()
    authors: tuple[str, ...] = ()


class Proposal(Struct, frozen=True):
    """A row for a source's profile, and in how many of its captures the line was seen."""

    rule: NoiseRule
    seen: int
    captures: int

    def toml(self) -> str:
        """The row as an editor pastes it."""
        rule = self.rule
        rows = {"id": rule.id, "match": rule.match, "text": list(rule.text), "cuts": list(rule.cuts)}
        lines = [f"# dans {self.seen} captures sur {self.captures}", "[[noise]]"]
        lines += [f"{key} = {_written(value)}" for key, value in rows.items()]
        return "\n".join([*lines, f"keeps = {_written(list(rule.keeps))}"])


class _Sentence(Struct, frozen=True):
    """A sentence that is kept, as lines are compared, and its words."""

    text: str
    folded: str
    words: frozenset[str]


def _written(value: object) -> str:
    """A value as TOML has it: JSON's escapes are TOML's."""
    return json.dumps(value, ensure_ascii=False)


def learn(captures: Sequence[Capture], taken: Collection[str] = ()) -> tuple[Proposal, ...]:
    """The recurring lines of captures of one source, most frequent first, each with its examples.

    Left out is what rules cut wherever it stands, and what says who wrote an article, or when. The example to
    cut is the line as it stands; the near miss to keep is the sentence kept in these captures that shares
    most words with it, rare ones before common ones. A line without one is not proposed. ``taken`` are ids
    of rules that there are: no row gets one of them, and no two rows the same.
    """
    authors = {fold(name) for capture in captures for name in capture.authors}
    pages = [[(read_line(one.block), one) for one in capture.decisions] for capture in captures]
    seen: dict[str, set[int]] = {}
    first: dict[str, Line] = {}
    needless: set[str] = set(authors)
    uncut: set[str] = set()
    for number, (capture, page) in enumerate(zip(captures, pages, strict=True)):
        for line, decision in page:
            if not line.folded or len(line.plain) > SHORT:
                continue
            seen.setdefault(line.folded, set()).add(number)
            first.setdefault(line.folded, line)
            if decision.block.span.line in capture.read_from:
                needless.add(line.folded)
            if decision.action != "cut" or decision.rule in DOUBTFUL:
                uncut.add(line.folded)
    needed = max(_CAPTURES, round(_SHARE * len(pages)))
    common = {folded: len(where) for folded, where in seen.items() if len(where) >= needed}
    wanted = {folded: count for folded, count in common.items() if folded in uncut - needless}
    known = _sentences([line for page in pages for line, one in page if one.action != "cut"], common)
    rarity = _rarity(known)
    ids = {*taken, *_VERDICTS}
    out = []
    for folded, count in sorted(wanted.items(), key=lambda item: (-item[1], item[0]))[:_MOST]:
        near = _near_miss(folded, known, rarity)
        if near:
            name = _unused(first[folded], ids)
            ids.add(name)
            plain = first[folded].plain
            rule = NoiseRule(id=name, match="phrase", text=(plain,), cuts=(plain,), keeps=(near,))
            out.append(Proposal(rule, count, len(pages)))
    return tuple(out)


def _unused(line: Line, ids: Collection[str]) -> str:
    """An id made of a line's first words that is none of some."""
    name = "-".join(slug(line.plain[:60]).split("-")[:6]) or "line"
    number = 2
    unused = name
    while unused in ids:
        unused = f"{name}-{number}"
        number += 1
    return unused


def _sentences(lines: Sequence[Line], common: Collection[str]) -> list[_Sentence]:
    """The sentences of the lines that do not recur, each once, in order of appearance."""
    found: dict[str, _Sentence] = {}
    for line in lines:
        if line.folded in common:
            continue
        for text in sentences(line.plain):
            folded = fold(text[:SHORT]).strip(_SIGNS)
            if folded:
                found.setdefault(folded, _Sentence(text, folded, frozenset(_WORD.findall(folded))))
            if len(found) >= _KNOWN:
                return list(found.values())
    return list(found.values())


def _rarity(known: Sequence[_Sentence]) -> dict[str, int]:
    """How much a word in common tells, by how few of the sentences hold it."""
    counts = Counter(word for sentence in known for word in sentence.words)
    return {word: (len(known) // count).bit_length() for word, count in counts.items()}


def _near_miss(folded: str, known: Sequence[_Sentence], rarity: dict[str, int]) -> str:
    """The sentence that shares most words with a line, or its beginning; "" where there is none."""
    words = frozenset(_WORD.findall(folded))
    best = max(
        (one for one in known if one.folded != folded),
        key=lambda one: (sum(rarity[word] for word in words & one.words), -len(one.text)),
        default=None,
    )
    if best is None:
        return ""
    text = best.text
    return text if len(text) <= _QUOTE else text[:_QUOTE].rsplit(" ", 1)[0] + " …"
