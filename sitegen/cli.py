"""Arguments, and one line of dispatch per command; work is imported only when it is wanted."""

import argparse
import datetime as dt
import importlib
import io
import sys
from collections.abc import Sequence
from typing import Any

from sitegen import __version__
from sitegen.commands import COMMANDS, Command

USAGE = 2
FAULT = 3
INTERRUPTED = 130


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = argparse.ArgumentParser(
        prog="sitegen", description="Raw captures in, a published press digest out."
    )
    top.add_argument("--version", action="version", version=f"sitegen {__version__}")
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = subparsers.add_parser(command.name, help=command.help, description=command.help)
        for option in command.options:
            sub.add_argument(*option.flags, **_typed(option.settings))
    return top


def _typed(settings: dict[str, object]) -> dict[str, Any]:
    """Argparse's settings of an option, with our names of types resolved."""
    kinds: dict[object, object] = {"date": _date, "count": _count, "port": _port}
    return {key: kinds.get(value, value) if key == "type" else value for key, value in settings.items()}


def _date(text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no date such as 2025-12-31") from None


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:  # noqa: PLR2004  processes that any machine can bear
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1 to 256")
    return int(text)


def _port(text: str) -> int:
    if not text.isdecimal() or not int(text) <= 65535:  # noqa: PLR2004  the largest there is
        raise argparse.ArgumentTypeError(f"{text!r} is no port such as 8000")
    return int(text)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command; 0 done, 1 the content has errors, 2 usage, 3 a fault of the program."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows its number
            stream.reconfigure(errors="backslashreplace")
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    command: Command = next(row for row in COMMANDS if row.name == arguments.command)
    try:
        return int(importlib.import_module(command.module).run(arguments))
    except KeyboardInterrupt:
        print("sitegen: interrupted; the output folder is as it was", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; so do we, in silence
        return 0
    except Exception as error:  # noqa: BLE001  the one boundary: a person reads a sentence, not a traceback
        return _fault(error)


def _fault(error: Exception) -> int:
    """Say what went wrong in one line; the whole story on request."""
    import os  # noqa: PLC0415  only here

    if os.environ.get("SITEGEN_TRACEBACK"):
        raise error
    what = (
        f"{error.strerror}: {error.filename}" if isinstance(error, OSError) and error.strerror else str(error)
    )
    kind = "" if isinstance(error, OSError) else f" ({type(error).__name__})"
    print(f"sitegen: {what or 'failed'}{kind}; the output folder is as it was", file=sys.stderr)
    if not isinstance(error, OSError):
        print("sitegen: this is a fault of sitegen; SITEGEN_TRACEBACK=1 shows where", file=sys.stderr)
    return FAULT
