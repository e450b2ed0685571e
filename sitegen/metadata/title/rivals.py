"""How a line compares with the others: said again in a menu, held by a breadcrumb, holding another."""

from collections import Counter

_SHORT = 20  # characters, and words, that other lines hold by chance
_SHORT_WORDS = 5
_FEW_WORDS = 3  # of which two lines cannot be alike


class Rivals:
    """All lines of a window, for each to be compared with; made ready when the first is."""

    __slots__ = ("_everything", "_folded", "_longer", "_tokens", "_whole", "_wordy")

    def __init__(self, folded: list[str], tokens: list[frozenset[str]], whole: Counter[str]) -> None:
        self._folded, self._tokens, self._whole = folded, tokens, whole
        self._everything = "\n" + "\n\n".join(folded) + "\n"
        self._longer = [other for other in folded if len(other) > _SHORT]
        self._wordy = [(place, other) for place, other in enumerate(tokens) if len(other) >= _FEW_WORDS]

    def of(self, at: int) -> tuple[float, float, float]:
        """Whether other lines hold a line, whether it holds another, how many share most of its words."""
        text = self._folded[at]
        wordy = text.count(" ") >= _SHORT_WORDS
        return (
            float(self._everything.count(text) > self._whole[text]),
            float(wordy and any(len(other) < len(text) and other in text for other in self._longer)),
            float(min(2, self._alike(at))),
        )

    def _alike(self, at: int) -> int:
        """How many other lines share most of a line's words, as its entry in a menu does."""
        own = self._tokens[at]
        size = len(own)
        if size < _FEW_WORDS:
            return 0
        near = [other for place, other in self._wordy if place != at and not own.isdisjoint(other)]
        return sum(len(own & other) >= max(_FEW_WORDS, 0.5 * max(size, len(other))) for other in near)
