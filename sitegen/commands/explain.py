"""`sitegen explain`: what was made of a file, and why; the value shown is the one that `build` publishes."""

import argparse
import hashlib
import os
import sys
from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from sitegen.analyse import Tools, analyse
from sitegen.build import Options, Settings, equipment
from sitegen.commands.settings import complain, require_folder
from sitegen.commands.tongue import Say, tongue
from sitegen.effects.disk import Disk
from sitegen.effects.memo import json_line
from sitegen.entry import findings_of
from sitegen.model import Analysis, Diagnostic, Where, said, said_by
from sitegen.read import decode
from sitegen.read.decode import most_bytes

_ISO_CODE_LENGTH = 2


def run(arguments: argparse.Namespace) -> int:
    """Explain each path in turn; 1 where one could not be read."""
    say = tongue(arguments)
    require_folder(arguments.root)
    root = os.path.abspath(arguments.root)  # noqa: PTH100  strings
    options = Options(root=root, output=os.path.join(root, "public"), as_of=arguments.as_of)  # noqa: PTH118
    settings, tools = equipment(options, Disk())
    for note in settings.config.notes:
        if note.level == "error":
            place = f"{note.where.path}:{note.line()}"
            complain(said("{path}: {reason}", path=place, reason=note.message), say)
    failed = False
    for path, analysis, problem in _analyses(arguments.paths, root, tools):
        failed |= problem is not None
        if arguments.json:
            record = as_record(path, analysis, settings, problem, say)
            sys.stdout.buffer.write(json_line(record))
            sys.stdout.buffer.flush()
        elif analysis is None:
            reason = problem.message if problem else said("cannot be read")
            complain(said("{path}: {reason}", path=path, reason=reason), say)
        else:
            from sitegen.commands.explanation import show  # noqa: PLC0415  only for eyes

            show(path, analysis, settings, say)
    return 1 if failed else 0


def _analyses(
    paths: list[str], root: str, tools: Tools
) -> Iterator[tuple[str, Analysis | None, Diagnostic | None]]:
    """Each path with its analysis, or with what kept it from being read."""
    for path in paths:
        try:
            limit = most_bytes(path) + 1
            data = sys.stdin.buffer.read(limit) if path == "-" else Disk().read(path, limit)
        except OSError as error:
            message, hint = said("cannot be read: {reason}", reason=said_by(error)), said("check the path")
            yield path, None, Diagnostic("file-unreadable", "error", Where(path), message, hint)
            continue
        absolute = os.path.abspath(path)  # noqa: PTH100  strings
        inside = absolute.startswith(root + os.sep)
        shown = os.path.relpath(absolute, root).replace(os.sep, "/") if inside and path != "-" else path
        source, notes = decode(shown, data, hashlib.blake2b(data, digest_size=16).hexdigest())
        try:
            analysis = analyse(source, tools, notes)
            yield path, replace(analysis, notes=findings_of(analysis, tools)), None
        except Exception as error:  # noqa: BLE001  a fault on one file must not end a run over thousands
            reason = f"{type(error).__name__}: {error}"[:270]
            message = said("sitegen failed on this file: {reason}", reason=reason)
            hint = said("please report it with the file")
            yield path, None, Diagnostic("crash", "error", Where(path), message, hint)


def as_record(
    path: str, analysis: Analysis | None, settings: Settings, problem: Diagnostic | None, say: Say
) -> dict[str, Any]:
    """The object that `--json` prints for one file."""
    if analysis is None:
        empty: dict[str, Any] = dict.fromkeys(
            (
                "title",
                "title_from",
                "date",
                "date_from",
                "updated",
                "source",
                "link",
                "language",
                "summary",
                "body",
            )
        )
        keys = ("authors", "tags", "countries", "labels", "themes", "removed", "edited")
        lists: dict[str, Any] = {key: [] for key in keys}
        return {"path": path, **empty, **lists, "diagnostics": [_finding(problem, say)] if problem else []}
    metadata = analysis.metadata
    date, source = metadata.date.value, metadata.source.value
    codes = {theme.id: (theme.medtop, theme.medtop_root) for theme in settings.config.lore.themes.themes}
    places = [
        {
            "code": label.id,
            "score": round(label.score, 4),
            "sure": label.sure,
            "evidence": [{"text": mention.surface, "line": mention.line} for mention in label.mentions],
        }
        for label in analysis.labels.countries
    ]
    return {
        "path": path,
        "title": metadata.title.value or None,
        "title_from": metadata.title.origin or None,
        "date": date.day.isoformat() if date else None,
        "date_from": metadata.date.origin or None,
        "updated": metadata.updated.value.day.isoformat() if metadata.updated.value else None,
        "authors": list(metadata.authors.value),
        "source": {"name": source.name, "url": source.url or None} if source else None,
        "link": metadata.link.value or None,
        "language": metadata.language.value or None,
        "tags": list(metadata.tags.value),
        "summary": metadata.summary.value or None,
        "body": analysis.cleaned.body,
        "countries": [place for place in places if _is_iso(str(place["code"]))],
        "labels": [place for place in places if not _is_iso(str(place["code"]))],
        "themes": [
            {
                "id": label.id,
                "medtop": codes.get(label.id, ("", ""))[0],
                "medtop_root": codes.get(label.id, ("", ""))[1],
                "score": round(label.score, 4),
                "sure": label.sure,
                "evidence": [{"text": mention.surface, "line": mention.line} for mention in label.mentions],
            }
            for label in analysis.labels.themes
        ],
        "removed": [
            {
                "first_line": decision.block.span.line,
                "last_line": decision.block.span.end_line,
                "rule": decision.rule,
                "score": decision.score,
                "text": decision.block.text,
            }
            for decision in analysis.cleaned.decisions
            if decision.action == "cut"
        ],
        "edited": [
            {
                "first_line": decision.block.span.line,
                "last_line": decision.block.span.end_line,
                "rule": decision.rule,
                "text": decision.block.text,
                "became": decision.text,
            }
            for decision in analysis.cleaned.decisions
            if decision.action == "edit"
        ],
        "diagnostics": [_finding(note, say) for note in analysis.notes],
    }


def _is_iso(code: str) -> bool:
    return len(code) == _ISO_CODE_LENGTH and code.isupper()


def _finding(note: Diagnostic, say: Say) -> dict[str, Any]:
    return {
        "code": note.code,
        "level": note.level,
        "line": note.line(),
        "message": say(note.message),
        "hint": say(note.hint) if note.hint else None,
    }
