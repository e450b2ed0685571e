"""Lines that recur across the captures of one source, proposed as rows of its profile."""

import json
from collections.abc import Sequence

from msgspec import Struct

from sitegen.clean.lines import SHORT, Line, read_line
from sitegen.config.noise import NoiseRule
from sitegen.model import Document
from sitegen.text.slug import slug

_CAPTURES = 3  # that hold a line before it is proposed
_SHARE = 0.3  # of the captures
_MOST = 60  # rows
_QUOTE = 160  # characters of an example


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
        lines += [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in rows.items()]
        return "\n".join([*lines, f"keeps = {json.dumps(list(rule.keeps), ensure_ascii=False)}"])


def learn(documents: Sequence[Document]) -> tuple[Proposal, ...]:
    """The recurring lines of captures of one source, most frequent first, each with its examples.

    The example to cut is the line as it stands; the near miss to keep is the sentence of these captures
    that shares most words with it and recurs nowhere. A line without one is not proposed.
    """
    pages = [[read_line(block) for block in document.blocks] for document in documents]
    seen: dict[str, set[int]] = {}
    first: dict[str, Line] = {}
    for number, page in enumerate(pages):
        for line in page:
            if line.folded and len(line.plain) <= SHORT:
                seen.setdefault(line.folded, set()).add(number)
                first.setdefault(line.folded, line)
    needed = max(_CAPTURES, round(_SHARE * len(pages)))
    common = {folded: len(where) for folded, where in seen.items() if len(where) >= needed}
    prose = [line for page in pages for line in page if line.prose and line.folded not in common]
    known = [(line, frozenset(line.folded.split())) for line in prose]
    out = []
    for folded, count in sorted(common.items(), key=lambda item: (-item[1], item[0]))[:_MOST]:
        near = _near_miss(folded, known)
        if near:
            out.append(Proposal(_row(first[folded], near), count, len(pages)))
    return tuple(out)


def _row(line: Line, near: str) -> NoiseRule:
    name = "-".join(slug(line.plain[:60]).split("-")[:6]) or "line"
    return NoiseRule(id=name, match="phrase", text=(line.plain,), cuts=(line.plain,), keeps=(near,))


def _near_miss(folded: str, prose: Sequence[tuple[Line, frozenset[str]]]) -> str:
    """The opening of the sentence that shares most words with a line, "" where there is no prose."""
    words = frozenset(folded.split())
    best = max(prose, key=lambda entry: (len(words & entry[1]), -len(entry[0].plain)), default=None)
    if best is None:
        return ""
    text = best[0].plain
    return text if len(text) <= _QUOTE else text[:_QUOTE].rsplit(" ", 1)[0] + " …"
