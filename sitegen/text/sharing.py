"""Buttons that share a page: "Partager sur Facebook", "Click to share on X (opens in new window)"."""

import re
from collections.abc import Iterable

from sitegen.text.lazily import lazily


def compile_sharing(
    leads: Iterable[str], verbs: Iterable[str], links: Iterable[str], networks: Iterable[str]
) -> re.Pattern[str]:
    """What finds a button at a folded line's beginning, with the ``network`` that it names; words are folded.

    ``leads`` may stand before one of ``verbs``, which five words at most part from one of ``links`` and the
    network.

    >>> sharing = compile_sharing(["cliquez pour"], ["partager"], ["sur"], ["facebook"])
    >>> sharing.match("cliquez pour partager un lien sur facebook (nouvelle fenetre)")["network"]
    'facebook'
    >>> sharing.match("partager le pain sur la place")
    """
    return lazily(
        rf"\W{{0,4}}(?:(?:{_any(leads)}) )?(?:{_any(verbs)}) "
        rf"(?:[\w'-]{{1,14}} ){{0,5}}(?:{_any(links)}) (?P<network>{_any(networks)})\b"
    )


def _any(words: Iterable[str]) -> str:
    """One of some words; nothing at all, where there are none."""
    return "|".join(map(re.escape, words)) or "(?!)"
