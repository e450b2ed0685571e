"""`sitegen evaluate`: how good cleaning, metadata and labels are on a labelled corpus."""

import argparse
import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sitegen.analyse import Tools, analyse
from sitegen.build import Options, equipment
from sitegen.commands.settings import complain
from sitegen.commands.tongue import tongue
from sitegen.effects.disk import Disk
from sitegen.model import Analysis, SourceFile, said


def run(arguments: argparse.Namespace) -> int:
    """Print the tables of one measure on one corpus."""
    corpus, say = Path(arguments.corpus), tongue(arguments)
    if not corpus.is_file():
        complain(said("{path} is no file", path=str(corpus)), say)
        return 2
    if not Path(arguments.root).is_dir():
        complain(said("{path} is no folder", path=arguments.root), say)
        return 2
    root = str(Path(arguments.root).absolute())
    _, tools = equipment(Options(root, root, as_of=arguments.as_of), Disk())
    try:
        rows = [
            row
            for row in _rows(corpus)
            if not arguments.language or row.get("language") == arguments.language
        ]
        table = MEASURES[arguments.measure](rows, tools, arguments.worst)
    except (OSError, EOFError, ValueError, KeyError, TypeError, AttributeError) as error:
        reason = f"{type(error).__name__}: {error}"[:200]
        problem = said("{path} is no corpus for this measure: {reason}", path=str(corpus), reason=reason)
        complain(problem, say)
        return 2
    print(table)
    return 0


def _rows(corpus: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file, compressed or not."""
    data = corpus.read_bytes()
    text = (gzip.decompress(data) if corpus.suffix == ".gz" else data).decode()
    return (json.loads(line) for line in text.split("\n") if line.strip())


def _read(text: str, tools: Tools) -> Analysis:
    return analyse(SourceFile("page.txt", text, ""), tools)


def _noise(rows: list[dict[str, Any]], tools: Tools, worst: int) -> str:
    from sitegen.clean.evaluate import measure, read_samples  # noqa: PLC0415  one measure of several

    samples = read_samples("\n".join(json.dumps(row) for row in rows))
    return measure(samples, lambda sample: _read(sample.dump, tools).cleaned.body).table(worst)


def _metadata(rows: list[dict[str, Any]], tools: Tools, worst: int) -> str:
    from sitegen.metadata.evaluate import judge, tallies  # noqa: PLC0415  one measure of several

    outcomes = judge(rows, lambda text: _read(text, tools).metadata, tools.lexicon)
    lines = [f"{'pages':<12}{'field':<14}{'right':>7}{'wrong':>7}{'missed':>8}{'share':>8}{'extra':>8}"]
    for group, fields in tallies(outcomes).items():
        lines += [
            f"{group:<12}{name:<14}{tally.right:>7}{tally.wrong:>7}{tally.missed:>8}{tally.share:>8.3f}{tally.extra:>8}"
            for name, tally in fields.items()
        ]
    missed = [one for one in outcomes if not one.title][:worst]
    lines += [f"{one.id}: {one.metadata.title.value!r} rather than {one.gold['title']!r}" for one in missed]
    return "\n".join(lines)


def _countries(rows: list[dict[str, Any]], tools: Tools, worst: int) -> str:
    from sitegen.classify.evaluate import evaluate_countries, read_rows  # noqa: PLC0415  one measure of several

    return evaluate_countries(read_rows("\n".join(map(json.dumps, rows))), tools.taxonomy).table(worst)


def _themes(rows: list[dict[str, Any]], tools: Tools, worst: int) -> str:
    from sitegen.classify.evaluate import evaluate_themes, read_rows  # noqa: PLC0415  one measure of several

    return evaluate_themes(read_rows("\n".join(map(json.dumps, rows))), tools.taxonomy).table(worst)


MEASURES = {"noise": _noise, "metadata": _metadata, "countries": _countries, "themes": _themes}
