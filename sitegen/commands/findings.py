"""How findings read on a terminal."""

from collections.abc import Iterable

from sitegen.model import Diagnostic
from sitegen.text.lazily import lazily

_COMMANDING = lazily("[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def as_line(note: Diagnostic) -> str:
    """`path:line: level code message`, with what to do about it."""
    hint = f" ({note.hint})" if note.hint else ""
    return visible(f"{note.where.path}:{note.line()}: {note.level} {note.code} {note.message}{hint}")


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
