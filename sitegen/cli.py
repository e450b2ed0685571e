"""Arguments, and one line of dispatch per command; work is imported only when it is wanted."""

import argparse
import contextlib
import datetime as dt
import errno
import importlib
import io
import sys
from collections.abc import Sequence
from typing import Any

from sitegen import __version__
from sitegen.commands import COMMANDS, Command
from sitegen.effects import room, streams

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
        print(f"sitegen: {megabytes} MB of memory are little; a build takes {room.NEEDED}", file=sys.stderr)
    command: Command = next(row for row in COMMANDS if row.name == arguments.command)
    try:
        code = int(importlib.import_module(command.module).run(arguments))
        sys.stdout.flush()
    except KeyboardInterrupt:
        print("sitegen: interrupted; the output folder is as it was", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; so do we, in silence
        return 0
    except Exception as error:  # noqa: BLE001  the one boundary: a person reads a sentence, not a traceback
        return _fault(error)
    return code


_SPACE, _RIGHTS = "free some space and build again", "make it writable, or choose another --output"
_MEMORY = "give it more memory, or less to do at once: --jobs 1"
_WHAT_TO_DO = {
    errno.ENOSPC: _SPACE, errno.EDQUOT: _SPACE,
    errno.EROFS: _RIGHTS, errno.EACCES: _RIGHTS, errno.EPERM: _RIGHTS,
    errno.EMFILE: "allow more open files (ulimit -n)", errno.ENFILE: "close other programs",
    errno.EFBIG: "allow larger files (ulimit -f)", errno.ENOMEM: _MEMORY, errno.EAGAIN: _MEMORY,
}  # fmt: skip
_WHOLE = "the site in the output folder is whole"  # that of before, or the new one


def _fault(error: Exception) -> int:
    """Say what went wrong in one line, and what to do; the whole story on request."""
    import os  # noqa: PLC0415  only here

    if os.environ.get("SITEGEN_TRACEBACK"):
        raise error
    said = _said(error)
    with contextlib.suppress(OSError):  # nobody can be told
        if said:
            print(f"sitegen: {said}; {_WHOLE}", file=sys.stderr)
        else:
            print(f"sitegen: {error or 'failed'} ({type(error).__name__}); {_WHOLE}", file=sys.stderr)
            print("sitegen: this is a fault of sitegen; SITEGEN_TRACEBACK=1 shows where", file=sys.stderr)
    return FAULT


def _said(error: Exception) -> str:
    """What the system refused, and what to do; "" for what is no matter of the system's."""
    if isinstance(error, MemoryError) or (isinstance(error, ImportError) and "map segment" in str(error)):
        return f"the memory ran out; {_MEMORY}"
    if type(error).__name__ == "BrokenProcessPool":  # its module is loaded where work is shared
        return f"a process that shared the work was killed, as happens where memory runs out; {_MEMORY}"
    if not isinstance(error, OSError) or not error.strerror:
        return ""
    where = error.filename or "what this command says"  # all files are written by name
    hint = _WHAT_TO_DO.get(error.errno or 0, "")
    return f"{error.strerror}: {where}" + (f"; {hint}" if hint else "")
