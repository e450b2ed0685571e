"""Expressions that are compiled when they are first asked for: an edit asks for a third of them."""

import re
from typing import Any, cast


def lazily(expression: str, flags: int = 0) -> re.Pattern[str]:
    r"""What `re.compile` gives, to all who only use its methods; compiling costs far more than waiting.

    >>> lazily(r"\d+").sub("n", "12 mars")
    'n mars'
    """
    return cast("re.Pattern[str]", Waiting(expression, flags))


class Waiting:
    """Stands for an expression; what was asked for once is found without a detour."""

    def __init__(self, expression: str, flags: int) -> None:
        self._given = expression, flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # a protocol's, asked of a copy that is not made yet
            raise AttributeError(name)
        value = getattr(re.compile(*self._given), name)
        setattr(self, name, value)
        return value
