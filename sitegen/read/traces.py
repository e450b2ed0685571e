"""What programs that turn pages into text leave: pandoc's attributes and fences, text browsers' numbers.

And what keyboards do: quotation marks of two signs each, which Markdown takes for a tag.

Lines stay where they are, so that all that is said of a text names the file's own lines.
"""

import re

from sitegen.text.lazily import lazily

_FENCE = lazily(  # "::: {.share}", "::: meta"; a notice with a title of its own stays
    r"^[ ]{0,3}:{3,}[ \t]*(?:\{[^{}\n]{0,300}\}|[\w.-]{1,60})?[ \t]*:{0,60}[ \t]*$", re.MULTILINE
)
_ATTRIBUTES = r"\{[#.][^{}\n]{0,300}\}"  # "{#titre .grand}"
_AFTER_LINK = lazily(rf"(?<=\)){_ATTRIBUTES}")
_SPAN = lazily(rf"\[([^\[\]\n]{{1,300}})\]{_ATTRIBUTES}")
_HEADING = lazily(rf"^(#{{1,6}} [^\n{{}}]{{1,300}}?)[ \t]{{0,8}}{_ATTRIBUTES}[ \t]*$", re.MULTILINE)
_NUMBER = lazily(r"(?<!\w)\[\d{1,4}\](?=[^\s\]\[(:.,;])")  # "de [9]Port-Sablon"; a note follows its word
_LIST = lazily(r"^[ ]*(?:References|Références|Liens|Links)[ \t]*$", re.MULTILINE)
_ADDRESS = lazily(r"^[ ]*\d{1,4}\. (?:https?|file|mailto):", re.MULTILINE)
_TYPED = lazily(r"(?<![\w<`])<<[ \u00a0]?(?=[^\W\d_])([^<>`\n]{1,1500}?)[ \u00a0]?>>(?![\w>`])")
_BUTTON = lazily(r"\(BUTTON\)[ ]?")


def without_traces(text: str) -> str:
    """The text without them, each line in its place.

    >>> without_traces("## Deux offres {#deux .grand}")
    '## Deux offres'
    >>> without_traces("Par [Anne](/anne){.auteur}, le [12 mars]{.date}")
    'Par [Anne](/anne), le 12 mars'
    """
    if "<<" in text and ">>" in text and "```" not in text and "~~~" not in text:
        text = _TYPED.sub("«\u00a0\\1\u00a0»", text)
    if ":::" in text:
        text = _FENCE.sub("", text)
    if "{." in text or "{#" in text:
        text = _SPAN.sub(r"\1", _AFTER_LINK.sub("", _HEADING.sub(r"\1", text)))
    if "[1]" in text and _ADDRESS.search(text) and _LIST.search(text):
        text = _BUTTON.sub("", _NUMBER.sub("", text))  # a text browser's: its addresses stand at the end
    return text
