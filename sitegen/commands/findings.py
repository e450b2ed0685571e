"""How findings read on a terminal."""

from collections.abc import Iterable

from sitegen.model import Diagnostic


def as_line(note: Diagnostic) -> str:
    """`path:line: level code message`, with what to do about it."""
    hint = f" ({note.hint})" if note.hint else ""
    return f"{note.where.path}:{note.line()}: {note.level} {note.code} {note.message}{hint}"


def show(notes: Iterable[Diagnostic], *, levels: tuple[str, ...]) -> int:
    """Print the findings of these levels; how many there were."""
    count = 0
    for note in notes:
        if note.level in levels:
            print(as_line(note))
            count += 1
    return count
