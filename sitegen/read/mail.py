"""Mails: what a reply or a forwarded message quotes, each line behind a sign, is read as what it quotes.

Lines stay where they are, so that all that is said of a text names the file's own lines.
"""

import re
from collections.abc import Sequence

from sitegen.text.lazily import lazily

_QUOTED = lazily(r" {0,3}>[> ]{0,20}")
_LEAST = 8  # lines; a few are a quotation that somebody chose
_SHARE = 2 / 3  # of all lines that hold something


_FEW = 3  # lines of a short mail
_OWN = 120  # characters of a line that is not quoted in one: a greeting, a name, an address
_REPLIED = lazily(
    r"\S.{0,60}\d.{0,60}\d{1,2} ?[:h] ?\d{2}.{0,120}:\s*$"
)  # "Le 3 mai 2024 à 10:12, X a écrit :"
_GREETING = lazily(r"[^\W\d_][^.!?:;]{1,40},\s*$")  # "Bonjour à tous,", "Cordialement,"


def unquoted(text: str) -> str:
    r"""The text without the signs before its lines, where nearly all of them have one.

    >>> unquoted("Bonjour,\n" + "> Le port\n> rouvre.\n" * 6).startswith("Bonjour,\nLe port\nrouvre.")
    True
    """
    if text.count(">") < _FEW:
        return text
    lines = text.split("\n")
    quoted = [_QUOTED.match(line) for line in lines]
    count = sum(found is not None for found in quoted)
    many = count >= _LEAST and count >= _SHARE * sum(bool(line.strip()) for line in lines)
    if not many and not (count >= _FEW and _is_short_mail(lines, quoted)):
        return text
    return "\n".join(
        line[found.end() :] if found else line for line, found in zip(lines, quoted, strict=True)
    )


def _is_short_mail(lines: list[str], quoted: Sequence[re.Match[str] | None]) -> bool:
    """Whether little stands around one run of quoted lines, and a reply's first line or a greeting does.

    A poem or a page that is one quotation has neither.
    """
    held = [(line, found is not None) for line, found in zip(lines, quoted, strict=True) if line.strip()]
    first = next(at for at, (_, is_quoted) in enumerate(held) if is_quoted)
    last = max(at for at, (_, is_quoted) in enumerate(held) if is_quoted)
    own = [line for line, is_quoted in held if not is_quoted]
    if any(len(line) > _OWN for line in own) or not all(is_quoted for _, is_quoted in held[first : last + 1]):
        return False
    above = held[first - 1][0] if first else ""
    below = held[last + 1][0] if last + 1 < len(held) else ""
    return any(_GREETING.match(line) for line in (above, below)) or bool(_REPLIED.match(above))
