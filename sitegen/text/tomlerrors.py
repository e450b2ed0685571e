"""What Python's reader of TOML says of a file, as sentences that have translations."""

import re

from msgspec import Struct

from sitegen.model.said import NOTHING, Said, said
from sitegen.text.lazily import lazily

_PLACE = lazily(r" ?\(at (?:line (\d+), column \d+|end of document)\)")
_SIGN = lazily(r"(?:Illegal character|Found invalid character) (.{1,12})", re.DOTALL)
_TWICE = lazily(
    r"(?:Cannot declare|Cannot redefine namespace|Cannot mutate immutable namespace)\b.*", re.DOTALL
)
_INLINE = lazily(r"Duplicate inline table key '(.{0,80})'", re.DOTALL)
_EXPECTED = lazily(r"Expected (?:'(.{1,12})'|\"(.{1,12})\")", re.DOTALL)
_ACCENTS = lazily(r"[ \t]*(?=[^\n=\"'#]{0,80}[^\x00-\x7f])([^\W\d_][\w-]{0,80})[ \t]*=")


class TomlProblem(Struct, frozen=True):
    """What is wrong, the line, 0 where it shows at the end alone, and what to do where that is plain."""

    message: Said
    line: int
    hint: Said = NOTHING


def toml_problem(error: Exception, text: str) -> TomlProblem:
    r"""What is wrong with a text that cannot be read as TOML.

    >>> str(toml_problem(ValueError("Illegal character '\\n' (at line 1, column 9)"), "a = 'b\n").message)
    'a quotation mark does not close on its line'
    """
    place = _PLACE.search(str(error))
    line = int(place[1]) if place and place[1] else 0
    lines = text.split("\n", line)
    key = _ACCENTS.match(lines[line - 1]) if line and line <= len(lines) else None
    if key:
        hint = said('write it as "{key}", between straight quotes', key=key[1])
        return TomlProblem(said("the key {key} has accents", key=key[1]), line, hint)
    return TomlProblem(_message(_PLACE.sub("", str(error)).strip()), line)


def _message(text: str) -> Said:
    """The sentence of a problem; the reader's own where that has no value in it."""
    if found := _SIGN.fullmatch(text):
        if found[1].strip("'\"") in ("\\n", "\\r"):
            return said("a quotation mark does not close on its line")
        return said("the sign {sign} cannot stand here", sign=found[1])
    if _TWICE.fullmatch(text):
        return said("a table or key is written twice")
    if found := _INLINE.fullmatch(text):
        return said("'{key}' is written twice", key=found[1])
    if found := _EXPECTED.fullmatch(text):
        sign = found[1] or found[2]
        return said("{sign} is missing", sign=sign) if sign.strip("'\"") else Said("Unterminated string")
    return Said(text)
