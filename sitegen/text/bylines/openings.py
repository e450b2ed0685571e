"""The words that open a byline, such as "par", "propos recueillis par", and those that join names."""

from functools import lru_cache

from sitegen.text.bylines.words import ARTICLE, LETTERS, BylineWords

_LABEL = 40  # characters in which a label and its colon stand


def byline_start(folded: str, words: BylineWords) -> int:
    """Where the names begin after a byline's opening word, 0 where there is none.

    A menu's word may stand before a label: "Abonnés Entretien : Anne Petit".
    """
    start = _after_opening(folded, words)
    if start or ":" not in folded[:_LABEL]:
        return start
    button, _, rest = folded.partition(" ")
    start = _after_opening(rest, words) if button in words.furniture else 0
    return len(button) + 1 + start if start and rest[:start].rstrip().endswith(":") else 0


def _after_opening(folded: str, words: BylineWords) -> int:
    """Where a text goes on after a byline's opening word that it begins with, 0 where it does with none."""
    first = folded.partition(" ")[0].partition(":")[0]
    for phrase in _by_first_word(words).get(first, ()):
        if phrase[-1] == ":":  # only as a label: "Entretien : Anne Petit", not "Entretien avec Anne Petit"
            label = phrase[:-1].rstrip()
            rest = folded[len(label) :].lstrip() if folded.startswith(label) else ""
            if rest[:1] == ":" and rest.strip(" :"):
                return len(folded) - len(rest.lstrip(" :"))
        elif folded.startswith(phrase):
            rest = folded[len(phrase) :]
            if (rest[:1] in (" ", ":") or phrase[-1] == "'") and rest.strip(" :"):
                return len(phrase) + len(rest) - len(rest.lstrip(" :"))
    return 0


@lru_cache(maxsize=64)
def kinds_of_text(words: BylineWords) -> frozenset[str]:
    """What bylines call the text, without what stands around it: "point de vue" of "un point de vue de"."""
    kinds = set()
    for phrase in words.byline:
        inner = phrase.split(" ")
        if len(inner) > 1 and len(inner[-1]) <= LETTERS:
            name = " ".join(inner[:-1])
            article, _, rest = name.partition(" ")
            kinds.add(ARTICLE.sub("", rest if rest and len(article) <= LETTERS else name))
    return frozenset(kinds)


def is_opening(folded: str, words: BylineWords) -> bool:
    """Whether a line is nothing but a byline's opening word: the names stand on the next."""
    folded = ARTICLE.sub("", folded)  # "L'auteur"
    return folded in _by_first_word(words).get(folded.split(" ", 1)[0], ())


@lru_cache(maxsize=64)
def own_reporters(words: BylineWords) -> tuple[str, ...]:
    """A byline's opening phrases that end with a role: "notre envoyée spéciale"."""
    return tuple(phrase for phrase in words.byline if phrase.partition(" ")[2] in words.roles)


def opens_byline(folded: str, words: BylineWords) -> bool:
    """Whether a line begins with a byline's opening word, names on the same line or not."""
    first = folded.partition(" ")[0]
    known = _by_first_word(words)
    if first not in known and first.partition(":")[0] not in known:
        return False
    return is_opening(folded, words) or byline_start(folded, words) > 0


@lru_cache(maxsize=64)
def _by_first_word(words: BylineWords) -> dict[str, tuple[str, ...]]:
    """A byline's opening phrases by their first word, in their order."""
    found: dict[str, list[str]] = {}
    for phrase in words.byline:
        found.setdefault(phrase.split(" ", 1)[0], []).append(phrase)
    return {word: tuple(group) for word, group in found.items()}


@lru_cache(maxsize=64)
def joints(words: BylineWords) -> tuple[str, ...]:
    """The words such as "avec" between spaces."""
    return tuple(f" {phrase} " for phrase in words.companions)


@lru_cache(maxsize=64)
def reporting(words: BylineWords) -> tuple[str, ...]:
    """The roles of those whom only a paper has: those in "de notre envoyée spéciale"."""
    return tuple(
        sorted(
            {
                tail
                for phrase in words.byline
                if phrase.count(" ") > 1 and (tail := phrase.split(" ", 2)[2]) in words.roles
            }
        )
    )
