"""Arguments, and one line of dispatch per command; work is imported only when it is wanted."""

import argparse
import contextlib
import datetime as dt
import importlib
import io
import sys
from collections.abc import Sequence
from typing import Any, NoReturn

from sitegen import __version__
from sitegen.commands import COMMANDS, Command, UsageError
from sitegen.effects import room, streams

USAGE = 2
FAULT = 3
INTERRUPTED = 130


class _Parser(argparse.ArgumentParser):
    """A parser that complains in the language of the site."""

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong, and leave with 2."""
        try:
            message = importlib.import_module("sitegen.commands.usage").usage(message, sys.argv[1:])
        except Exception:  # noqa: BLE001  argparse's own words are better than none
            message = str(message)
        self.print_usage(sys.stderr)
        self.exit(2, f"{self.prog}: {message}\n")


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    top = _Parser(prog="sitegen", description="Raw captures in, a published press digest out.")
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
    streams.fill_in()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a letter shows its number
            stream.reconfigure(errors="backslashreplace")
    try:
        arguments = parser().parse_args(argv)
    except SystemExit as stop:
        return int(stop.code or 0)
    megabytes = room.make_do()
    if 0 < megabytes < room.NEEDED:  # should the memory run out where no word can be said
        plain = f"{megabytes} MB of memory are little; a build takes {room.NEEDED}"
        _tell(plain, "little_memory", arguments, megabytes, room.NEEDED)
    command: Command = next(row for row in COMMANDS if row.name == arguments.command)
    try:
        code = int(importlib.import_module(command.module).run(arguments))
        sys.stdout.flush()
    except UsageError as error:
        _tell("these arguments do not fit", "misused", arguments, error)
        return USAGE
    except KeyboardInterrupt:
        _tell("interrupted; the output folder is as it was", "interrupted", arguments)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; so do we, in silence
        return 0
    except Exception as error:  # noqa: BLE001  the one boundary: a person reads a sentence, not a traceback
        return _fault(error, arguments)
    return code


def _fault(error: Exception, arguments: argparse.Namespace) -> int:
    """Say what went wrong, and what to do; the whole story on request."""
    import os  # noqa: PLC0415  only here

    if os.environ.get("SITEGEN_TRACEBACK"):
        raise error
    _tell(f"{str(error) or 'failed'} ({type(error).__name__})", "failed", arguments, error)
    return FAULT


def _tell(plain: str, event: str, *given: object) -> None:
    """Print what is said of an event in the command's language, plain English where that cannot be had."""
    try:
        lines: tuple[str, ...] = getattr(importlib.import_module("sitegen.commands.faults"), event)(*given)
    except Exception:  # noqa: BLE001  where memory runs out, there may be none to load words with
        lines = (plain,)
    with contextlib.suppress(OSError):  # nobody can be told
        for line in lines:
            print(f"sitegen: {line}", file=sys.stderr)
