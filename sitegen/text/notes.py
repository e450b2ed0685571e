"""Footnotes as Markdown's extensions write them: "[^1]" in a text, "[^1]: Hors taxes." on its own line.

A definition goes on up to a blank line or the next one. What stands between code fences is none; a second one
of a note, as where two texts were put together, stays in the text.
"""

from collections.abc import Mapping
from itertools import islice

from sitegen.text.lazily import lazily
from sitegen.text.lines import FENCE

_LABEL = r"\[\^([^\s\[\]^]{1,60})\]"
MARK = lazily(_LABEL)  # "[^1]"
DEFINITION = lazily(rf" {{0,3}}{_LABEL}:[ \t]*(\S.*)?$")  # "[^1]: Hors taxes."
_MOST = 1_000  # notes of a text


def without_notes(text: str) -> tuple[str, Mapping[str, str]]:
    r"""A text without the definitions of its footnotes, and those by label in the order of their marks.

    >>> without_notes("Le pont[^a] ouvre.\n\n[^a]: En bois.")
    ('Le pont[^a] ouvre.\n', {'a': 'En bois.'})
    """
    if "[^" not in text:
        return text, {}
    kept: list[str] = []
    found: dict[str, list[str]] = {}
    fence = ""
    label = ""
    for line in text.split("\n"):
        opened = FENCE.match(line)
        if opened and (not fence or opened[1].startswith(fence)):
            fence, label = "" if fence else opened[1], ""
        defined = None if fence or opened else DEFINITION.match(line)
        if defined and defined[1] not in found and len(found) < _MOST:
            label = defined[1]
            found[label] = [defined[2] or ""]
        elif label and line.strip() and not defined:
            found[label].append(line.strip())
        else:
            label = ""
            kept.append(line)
    rest = "\n".join(kept)
    order = dict.fromkeys(mark[1] for mark in MARK.finditer(rest) if mark[1] in found)
    labels = islice(dict.fromkeys((*order, *found)), _MOST)
    return rest, {name: "\n".join(filter(None, found[name])) for name in labels}
