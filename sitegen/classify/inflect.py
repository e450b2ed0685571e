"""French demonyms in all their forms, from the masculine singular that the vocabulary holds."""

_IRREGULAR = {
    "turc": ("turque", "turcs", "turques"),
    "grec": ("grecque", "grecs", "grecques"),
    "basque": ("basque", "basques"),
    "franc": ("franque", "francs", "franques"),
    "malais": ("malaise", "malaises"),
    "letton": ("lettone", "lettonne", "lettons", "lettones", "lettonnes"),
    "lapon": ("lapone", "laponne", "lapons", "lapones"),
    "monégasque": ("monégasques",),
    "mongol": ("mongole", "mongols", "mongoles"),
    "andalou": ("andalouse", "andalous", "andalouses"),
    "papou": ("papoue", "papous", "papoues"),
    "afghan": ("afghane", "afghans", "afghanes"),
    "nippon": ("nippone", "nipponne", "nippons", "nippones", "nipponnes"),
}
_DOUBLING = ("en", "on")  # arménien, arménienne; breton, bretonne


def inflected(demonym: str) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural; the masculine singular first.

    >>> inflected("arménien")
    ('arménien', 'arméniens', 'arménienne', 'arméniennes')
    >>> inflected("maltais")
    ('maltais', 'maltaise', 'maltaises')
    """
    head, dash, tail = demonym.rpartition("-")
    if tail in _IRREGULAR:
        return (demonym, *(head + dash + form for form in _IRREGULAR[tail]))
    if demonym.endswith("e"):
        return (demonym, demonym + "s")
    feminine = demonym + demonym[-1] + "e" if demonym.endswith(_DOUBLING) else demonym + "e"
    if demonym.endswith(("s", "x")):
        return (demonym, feminine, feminine + "s")
    return (demonym, demonym + "s", feminine, feminine + "s")


def plural(demonym: str) -> tuple[str, ...]:
    """An English demonym and its plural, where it has one.

    >>> plural("Armenian"), plural("Chinese")
    (('Armenian', 'Armenians'), ('Chinese',))
    """
    if demonym.endswith(("ese", "sh", "ch", "s", "ss")):
        return (demonym,)
    return (demonym, demonym + "s")
