"""What is said where a command ends before its time: the machine or the program is at fault."""

import argparse
import errno

from sitegen.commands import UsageError
from sitegen.commands.findings import visible
from sitegen.commands.tongue import tongue
from sitegen.model.said import NOTHING, Said, said, said_by

_MEMORY = said("give it more memory, or less to do at once: --jobs 1")
_SPACE = said("free some space and build again")
_RIGHTS = said("make it writable, or choose another --output")
_WHAT_TO_DO = {
    errno.ENOSPC: _SPACE, errno.EDQUOT: _SPACE,
    errno.EROFS: _RIGHTS, errno.EACCES: _RIGHTS, errno.EPERM: _RIGHTS,
    errno.EMFILE: said("allow more open files (ulimit -n)"), errno.ENFILE: said("close other programs"),
    errno.EFBIG: said("allow larger files (ulimit -f)"), errno.ENOMEM: _MEMORY, errno.EAGAIN: _MEMORY,
}  # fmt: skip


def little_memory(arguments: argparse.Namespace, megabytes: int, needed: int) -> tuple[str, ...]:
    """A line for a machine that may not do."""
    message = said("{size} MB of memory are little; a build takes {needed}", size=megabytes, needed=needed)
    return (tongue(arguments)(message),)


def misused(arguments: argparse.Namespace, error: UsageError) -> tuple[str, ...]:
    """What does not fit in what a command was given."""
    return (visible(tongue(arguments)(said_by(error))),)


def interrupted(arguments: argparse.Namespace) -> tuple[str, ...]:
    """A line for whoever ended the command."""
    return (tongue(arguments)(said("interrupted; the output folder is as it was")),)


def failed(arguments: argparse.Namespace, error: Exception) -> tuple[str, ...]:
    """What went wrong in a line, with what to do; a second one where the program is at fault."""
    say = tongue(arguments)
    whole = said("the site in the output folder is whole")  # that of before, or the new one
    refused = _refused(error)
    if refused:
        return (say(said("{reason}; {state}", reason=refused, state=whole)),)
    reason = said("{what} ({type})", what=said_by(error), type=type(error).__name__)
    return (
        say(said("{reason}; {state}", reason=reason, state=whole)),
        say(said("this is a fault of sitegen; SITEGEN_TRACEBACK=1 shows where")),
    )


def _refused(error: Exception) -> Said:
    """What the system refused, and what to do; nothing for what is no matter of the system's."""
    if isinstance(error, MemoryError) or (isinstance(error, ImportError) and "map segment" in str(error)):
        return said("{reason}; {hint}", reason=said("the memory ran out"), hint=_MEMORY)
    if type(error).__name__ == "BrokenProcessPool":  # its module is loaded where work is shared
        killed = said("a process that shared the work was killed, as happens where memory runs out")
        return said("{reason}; {hint}", reason=killed, hint=_MEMORY)
    if not isinstance(error, OSError) or not error.strerror:
        return NOTHING
    where = str(error.filename) if error.filename else said("what this command says")  # files have names
    reason = said("{reason}: {where}", reason=said_by(error), where=where)
    hint = _WHAT_TO_DO.get(error.errno or 0)
    return said("{reason}; {hint}", reason=reason, hint=hint) if hint else reason
