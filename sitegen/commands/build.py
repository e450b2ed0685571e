"""`sitegen build`: the site into its folder, then a short summary."""

import argparse

from sitegen.build import BusyError, ForeignOutputError, Options, Report, SearchIndexError, TakenError, build
from sitegen.build.options import Few
from sitegen.commands.findings import FEW, tell
from sitegen.commands.progress import shown
from sitegen.commands.settings import complain, options_from
from sitegen.commands.tongue import Say, tongue
from sitegen.effects.disk import Disk
from sitegen.model import Diagnostic, Said, said


def run(arguments: argparse.Namespace) -> int:
    """Build; the exit code."""
    say = tongue(arguments)
    options = options_from(arguments)
    try:
        with shown(say, quiet=arguments.quiet) as progress:
            report = build(options, Disk(), progress)
    except ForeignOutputError as error:
        complain(foreign(error), say)
        return 2
    except TakenError as error:
        complain(taken(error), say)
        return 2
    except (BusyError, SearchIndexError) as error:
        complain(error, say)
        return 3
    tell(report.errors(), Few() if arguments.quiet else report.few_warnings(FEW), say)
    failed = report.status == "content-errors"
    if not arguments.quiet:
        print(summary(report, options, say))
    return 1 if failed else 0


def foreign(error: ForeignOutputError) -> Said:
    """What is said of an output folder that holds something else."""
    return said(
        "{path} holds files that sitegen did not write; empty it, or choose another --output", path=str(error)
    )


def taken(error: TakenError) -> Said:
    """What is said of a file that stands where the site's working folder goes."""
    return said("{path} is not sitegen's, and the site needs its place; move it elsewhere", path=str(error))


def summary(report: Report, options: Options, say: Say) -> str:
    """What was done, in a few lines; before a tab stands what a line is about."""
    counts, errors = report.counts, len(report.errors())
    if report.status == "content-errors" and "pages" not in counts:
        return say(
            said("not published: {count} {count|error|errors}; the site is left as it was", count=errors)
        )
    lines = _rows(
        [say(line) for line in _done(report, options)]
        + _left_out(report, say)
        + [say(_warned(report)), _spent(report, say)]
    )
    if report.status == "content-errors":
        lines.append(
            say(said("published without what has errors: {count} {count|error|errors}", count=errors))
        )
    lines.append(say(said("the site is in {path}", path=options.output)))
    return "\n".join(lines)


def _done(report: Report, options: Options) -> list[Said]:
    """What was read, written and cut."""
    counts = report.counts
    articles, read, undated = counts["articles"], counts["read"], counts.get("undated", 0)
    if undated:
        lines = [
            said(
                "articles\t{count} ({read} read anew, {undated} undated)",
                count=articles,
                read=read,
                undated=undated,
            )
        ]
    else:
        lines = [said("articles\t{count} ({read} read anew)", count=articles, read=read)]
    pages, feeds = counts["pages-written"], counts["feeds-written"]
    lines.append(said("pages\t{made} written, {kept} kept", made=pages, kept=counts["pages"] - pages))
    lines.append(said("feeds\t{made} written, {kept} kept", made=feeds, kept=counts["feeds"] - feeds))
    if options.search:
        made = counts["shards-written"]
        kept = counts["shards"] - made
        lines.append(said("search\t{made} {made|part|parts} written, {kept} kept", made=made, kept=kept))
    lines.append(said("removed\t{count} {count|block|blocks} of noise", count=counts["cut"]))
    return lines


def _left_out(report: Report, say: Say) -> list[str]:
    """A line that names what is not published, and why."""

    def is_left_out(note: Diagnostic) -> bool:
        return note.level == "error" or note.code in ("draft-left-out", "future-left-out")

    def why(note: Diagnostic) -> Said:
        given = dict(note.message.values).get("why")
        return given if isinstance(given, Said) else note.message

    named = [f"{note.where.path} ({say(why(note))})" for note in report.own if is_left_out(note)]
    return [say(said("left out\t{files}", files=", ".join(named)))] if named else []


def _warned(report: Report) -> Said:
    """How many warnings there are."""
    count = report.warned()
    if count:
        return said("warnings\t{count} (`sitegen check` shows all)", count=count)
    return said("warnings\t0")


_PHASES = {
    "settings": said("settings"),
    "read": said("read"),
    "plan": said("plan"),
    "write": said("write"),
    "search": said("search"),
    "publish": said("publish"),
}


def _spent(report: Report, say: Say) -> str:
    """How long it took, in all and by phase."""
    phases = [
        say(said("{phase} {seconds}", phase=_PHASES.get(phase, Said(phase)), seconds=seconds))
        for phase, seconds in report.seconds.items()
    ]
    total = float(sum(report.seconds.values()))
    return say(said("seconds\t{total} ({phases})", total=total, phases=say(said(", ")).join(phases)))


def _rows(lines: list[str]) -> list[str]:
    r"""Lines with what stands behind their tabs in one column.

    >>> _rows(["pages\t3", "articles\t2"])
    ['pages     3', 'articles  2']
    """
    cells = [line.partition("\t") for line in lines]
    width = max(len(name) for name, _, _ in cells) + 2
    return [f"{name:{width}}{rest}" for name, _, rest in cells]
