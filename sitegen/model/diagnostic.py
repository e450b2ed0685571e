"""What is said to an editor, and the one table of everything that can be said."""

from typing import Literal

from msgspec import Struct, msgpack

from sitegen.model.place import Where
from sitegen.model.said import NOTHING, Said

Level = Literal["error", "warning", "info"]


class Diagnostic(Struct, frozen=True):
    """One finding: what, where, and what to do about it."""

    code: str
    level: Level
    where: Where
    message: Said
    hint: Said = NOTHING

    def line(self) -> int:
        """The line to open, or 0 where the finding is about the whole file."""
        return self.where.span.line if self.where.span else 0


_NOTES = msgpack.Decoder(tuple[Diagnostic, ...])


class Told(Struct, frozen=True, array_like=True):
    """Findings about one file, none of them an error, as bytes until somebody asks what they are.

    They are in order; ``codes`` has the code of each of the warnings among them.
    """

    path: str
    codes: tuple[str, ...]
    data: bytes

    def notes(self) -> tuple[Diagnostic, ...]:
        """The findings themselves."""
        return _NOTES.decode(self.data)


def put_by(path: str, notes: tuple[Diagnostic, ...]) -> Told | None:
    """The findings in order put by; None where there are none, or one that is an error or of another file."""
    if not notes or any(note.level == "error" or note.where.path != path for note in notes):
        return None
    codes = tuple([note.code for note in notes if note.level == "warning"])
    return Told(path, codes, msgpack.encode(notes))
