"""Text into sentences, minding abbreviations, initials, decimals and quotes."""

from collections.abc import Collection

from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

# The end of a sentence: a mark, closing quotes or brackets, spaces, and a start in capitals.
_END = lazily(
    r"(?<![.!?…])[.!?…]++(?:[\u00a0\u202f ]?[»”\"')\]]+)?[*_]{0,3}"
    r"(?=\s+[*_]{0,3}[«“\"'(\[—–-]?[\s\u00a0\u202f]?[*_]{0,3}(?:[A-ZÀ-ÖØ-ÞŒА-ЯԱ-Ֆ]|\d))"
)
_SHORT_NAME = lazily(r"(?:^|[\s\u00a0’'])[A-ZÀ-ÖØ-Þ]\w{0,3}\.$")  # "Mgr.", where no abbreviations are known
_LAST_WORD = lazily(r"([^\s«“\"'(’]+)$")


def sentences(text: str, abbreviations: Collection[str] = ()) -> list[str]:
    """The sentences of one paragraph, stripped; ``abbreviations`` are folded, without their last point.

    >>> sentences("M. Petit est venu. Il repart à 3.5 km.", {"m"})
    ['M. Petit est venu.', 'Il repart à 3.5 km.']
    """
    out: list[str] = []
    start = 0
    for match in _END.finditer(text):
        if match[0][:1] == "." and _abbreviated(
            text[max(start, match.start() - 24) : match.start()], abbreviations
        ):
            continue
        out.append(text[start : match.end()].strip())
        start = match.end()
    rest = text[start:].strip()
    if rest:
        out.append(rest)
    return out


def leading(text: str, longest: int) -> str:
    """The whole sentences that a text begins with, as many as fit in so many characters, one at least.

    >>> leading("Mgr. Petit est venu. Il repart. Nul ne sait pourquoi.", 32)
    'Mgr. Petit est venu. Il repart.'
    """
    if len(text) <= longest:
        return text
    end = cut = 0
    for sentence in sentences(text):
        end = text.index(sentence, end) + len(sentence)
        if cut and end > longest:
            break
        if not _SHORT_NAME.search(text, max(0, end - 8), end):
            cut = end
    return text[: cut or end]


def _abbreviated(before: str, abbreviations: Collection[str]) -> bool:
    """Whether the point after some text belongs to an abbreviation or an initial."""
    word = _LAST_WORD.search(before)
    if not word:
        return False
    last = word[1]
    initial = len(last) == 1 and last.isupper()
    return initial or fold(last) in abbreviations or (len(last) <= 5 and "." in last and last[0].isupper())  # noqa: PLR2004  U.S, J.-C
