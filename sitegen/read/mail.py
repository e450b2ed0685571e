"""Mails: what a reply or a forwarded message quotes, each line behind a sign, is read as what it quotes.

Lines stay where they are, so that all that is said of a text names the file's own lines.
"""

from sitegen.text.lazily import lazily

_QUOTED = lazily(r" {0,3}>[> ]{0,20}")
_LEAST = 8  # lines; a few are a quotation that somebody chose
_SHARE = 2 / 3  # of all lines that hold something


def unquoted(text: str) -> str:
    r"""The text without the signs before its lines, where nearly all of them have one.

    >>> unquoted("Bonjour,\n" + "> Le port\n> rouvre.\n" * 6).startswith("Bonjour,\nLe port\nrouvre.")
    True
    """
    if text.count(">") < _LEAST:
        return text
    lines = text.split("\n")
    quoted = [_QUOTED.match(line) for line in lines]
    count = sum(found is not None for found in quoted)
    if count < _LEAST or count < _SHARE * sum(bool(line.strip()) for line in lines):
        return text
    return "\n".join(
        line[found.end() :] if found else line for line, found in zip(lines, quoted, strict=True)
    )
