"""How findings read on a terminal."""

import sys
from collections.abc import Iterable, Sequence

from sitegen.model import Diagnostic
from sitegen.text.lazily import lazily

FEW = 20  # warnings shown after a build; `check` prints all

_COMMANDING = lazily("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_line(note: Diagnostic) -> str:
    """`path:line: level code message`, with what to do about it."""
    hint = f" ({note.hint})" if note.hint else ""
    return visible(f"{note.where.path}:{note.line()}: {note.level} {note.code} {note.message}{hint}")


def tell(errors: Iterable[Diagnostic], warnings: Sequence[Diagnostic], count: int) -> None:
    """Print findings beside the output; ``count`` is how many warnings there are where few are given."""
    for note in (*errors, *warnings):
        print(as_line(note), file=sys.stderr)
    if count > len(warnings):
        print(f"… and {count - len(warnings)} more; `sitegen check` shows all", file=sys.stderr)


def many(number: int, noun: str) -> str:
    """A number of things.

    >>> many(1, "error"), many(2, "error")
    ('1 error', '2 errors')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def visible(text: str) -> str:
    r"""Text on one line, signs that command a terminal or turn the line around spelt out.

    >>> visible("a\x1b[2Jb")
    'a\\x1b[2Jb'
    """
    return _COMMANDING.sub(lambda sign: sign[0].encode("unicode_escape", "surrogatepass").decode(), text)


def show(notes: Iterable[Diagnostic], *, levels: tuple[str, ...]) -> int:
    """Print the findings of these levels; how many there were."""
    count = 0
    for note in notes:
        if note.level in levels:
            print(as_line(note))
            count += 1
    return count
