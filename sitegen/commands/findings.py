"""How findings read on a terminal."""

import sys
from collections.abc import Iterable

from sitegen.build.options import Few
from sitegen.commands.tongue import Say
from sitegen.model import Diagnostic, said
from sitegen.text.lazily import lazily

FEW = 3  # warnings of each code shown after a build; `check` prints all

_COMMANDING = lazily("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_line(note: Diagnostic, say: Say) -> str:
    """`path:line: level code message`, with what to do about it."""
    return visible(f"{note.where.path}:{note.line()}: {note.level} {note.code} {in_words(note, say)}")


def in_words(note: Diagnostic, say: Say) -> str:
    """A finding's message, and in parentheses what to do about it."""
    return say(note.message) + (f" ({say(note.hint)})" if note.hint else "")


def tell(errors: Iterable[Diagnostic], warnings: Few, say: Say) -> None:
    """Print all errors and some warnings beside the output, then how many more there are of each code."""
    for note in (*errors, *warnings.shown):
        print(as_line(note, say), file=sys.stderr)
    for code, count in warnings.more:
        more = said("… and {count} more {code}; `sitegen check` shows all", count=count, code=code)
        print(say(more), file=sys.stderr)


def visible(text: str) -> str:
    r"""Text on one line, signs that command a terminal or turn the line around spelt out.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return _COMMANDING.sub(lambda sign: sign[0].encode("unicode_escape", "surrogatepass").decode(), text)


def show(notes: Iterable[Diagnostic], say: Say, *, levels: tuple[str, ...]) -> None:
    """Print the findings of these levels."""
    for note in notes:
        if note.level in levels:
            print(as_line(note, say))
