"""`sitegen check`: every finding, one a line, nothing written."""

import argparse

from sitegen.build import check
from sitegen.commands.findings import show
from sitegen.commands.progress import shown
from sitegen.commands.settings import options_from
from sitegen.commands.tongue import tongue
from sitegen.effects.disk import Disk


def run(arguments: argparse.Namespace) -> int:
    """Print what is wrong; 1 where something keeps the site from being built."""
    say = tongue(arguments)
    options = options_from(arguments)
    with shown(say, quiet=arguments.quiet) as progress:
        report = check(options, Disk(), progress)
    show(report.notes, say, levels=("error",) if arguments.quiet else ("error", "warning", "info"))
    return 1 if report.errors() or (arguments.strict and report.warnings()) else 0
