"""Links as note-taking programs write them: `[[page]]`, `[[page|shown]]`."""

from sitegen.text.lazily import lazily

_LINK = lazily(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")


def unlinked(text: str) -> str:
    """The text with what such links show in their place.

    >>> unlinked("[[Nino Kalandia]]"), unlinked("[[kalandia|Nino Kalandia]]")
    ('Nino Kalandia', 'Nino Kalandia')
    """
    return _LINK.sub(lambda link: link[1].strip(), text) if "[[" in text else text
