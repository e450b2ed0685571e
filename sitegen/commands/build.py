"""`sitegen build`: the site into its folder, then a short summary."""

import argparse

from sitegen.build import BusyError, ForeignOutputError, Options, Report, SearchIndexError, TakenError, build
from sitegen.commands.findings import FEW, many, tell
from sitegen.commands.progress import shown
from sitegen.commands.settings import UsageError, complain, options_from
from sitegen.effects.disk import Disk


def run(arguments: argparse.Namespace) -> int:
    """Build; the exit code."""
    try:
        options = options_from(arguments)
        with shown(quiet=arguments.quiet) as progress:
            report = build(options, Disk(), progress)
    except UsageError as error:
        complain(error)
        return 2
    except ForeignOutputError as error:
        complain(
            Exception(f"{error} holds files that sitegen did not write; empty it, or choose another --output")
        )
        return 2
    except TakenError as error:
        complain(Exception(f"{error} is not sitegen's, and the site needs its place; move it elsewhere"))
        return 2
    except (BusyError, SearchIndexError) as error:
        complain(error)
        return 3
    warnings, count = ((), 0) if arguments.quiet else (report.few_warnings(FEW), report.warned())
    tell(report.errors(), warnings, count)
    failed = report.status == "content-errors"
    if not arguments.quiet:
        print(summary(report, options))
    return 1 if failed else 0


def summary(report: Report, options: Options) -> str:
    """What was done, in a few lines."""
    counts = report.counts
    warnings = report.warned()
    lines = []
    if report.status == "content-errors" and "pages" not in counts:
        lines.append(f"not published: {many(len(report.errors()), 'error')}; the site is left as it was")
        return "\n".join(lines)
    undated = f", {counts['undated']} undated" if counts.get("undated") else ""
    lines.append(f"articles  {counts['articles']} ({counts['read']} read anew{undated})")
    for kind in ("pages", "feeds"):
        made = counts[f"{kind}-written"]
        lines.append(f"{kind:9} {made} written, {counts[kind] - made} kept")
    if options.search:
        made = counts["shards-written"]
        lines.append(f"search    {many(made, 'part')} written, {counts['shards'] - made} kept")
    lines.append(f"removed   {many(counts['cut'], 'block')} of noise")
    left_out = [
        note
        for note in report.own
        if note.level == "error" or note.code in ("draft-left-out", "future-left-out")
    ]
    if left_out:
        lines.append(
            "left out  " + ", ".join(f"{note.where.path} ({note.message.split(',')[0]})" for note in left_out)
        )
    lines.append(f"warnings  {warnings}" + (" (`sitegen check` shows all)" if warnings else ""))
    spent = ", ".join(f"{phase} {seconds:.2f}" for phase, seconds in report.seconds.items())
    lines.append(f"seconds   {sum(report.seconds.values()):.2f} ({spent})")
    if report.status == "content-errors":
        lines.append(f"published without what has errors: {many(len(report.errors()), 'error')}")
    lines.append(f"the site is in {options.output}")
    return "\n".join(lines)
