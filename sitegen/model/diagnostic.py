"""What is said to an editor, and the one table of everything that can be said."""

from typing import Literal

from msgspec import Struct

from sitegen.model.place import Where

Level = Literal["error", "warning", "info"]


class Diagnostic(Struct, frozen=True):
    """One finding: what, where, and what to do about it."""

    code: str
    level: Level
    where: Where
    message: str
    hint: str = ""

    def line(self) -> int:
        """The line to open, or 0 where the finding is about the whole file."""
        return self.where.span.line if self.where.span else 0
