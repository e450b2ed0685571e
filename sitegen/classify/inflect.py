"""French demonyms in all their forms, from the masculine singular that the vocabulary holds."""

from collections.abc import Mapping

REGULAR: Mapping[str, tuple[str, ...]] = {}
_DOUBLING = ("en", "on")  # arménien, arménienne; breton, bretonne


def inflected(demonym: str, irregular: Mapping[str, tuple[str, ...]] = REGULAR) -> tuple[str, ...]:
    """Masculine and feminine, singular and plural; the masculine singular first.

    ``irregular`` has the further forms of those that follow no rule.

    >>> inflected("arménien")
    ('arménien', 'arméniens', 'arménienne', 'arméniennes')
    >>> inflected("maltais")
    ('maltais', 'maltaise', 'maltaises')
    >>> inflected("gréco-turc", {"turc": ("turque",)})
    ('gréco-turc', 'gréco-turque')
    """
    head, dash, tail = demonym.rpartition("-")
    if tail in irregular:
        return (demonym, *(head + dash + form for form in irregular[tail]))
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
