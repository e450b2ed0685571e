"""From country words to country labels: which countries act in a text, and which only pass through it."""

import re
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sitegen.classify.mentions import CountryHit
from sitegen.classify.reading import Reading, Zone
from sitegen.config.countries import WORLD, Country
from sitegen.model import Label, Mention

# How much a word says by its sort, and where it also tells where things happen ("en Arménie", "la police
# arménienne"). A nationality says least of that: "un Français" may be anywhere.
SORTS: dict[str, tuple[float, float]] = {
    "name": (1.0, 1.9), "demonym": (0.6, 1.25), "people": (0.4, 0.4), "prefix": (1.0, 1.0),
    "capital": (0.9, 0.9), "place": (1.05, 1.35), "person": (0.55, 0.55), "institution": (0.5, 0.5),
}  # fmt: skip
RETOLD = 0.35  # a person or firm named again only carries the story on
_RETOLD = ("person", "institution")
TITLE, LEAD, BODY = 2.3, 2.0, 1.0
TITLE_MOST, LEAD_MOST = 1.7, 3.6  # a zone says a thing only so many times
TITLE_NATIONALITY = 0.4  # "un touriste français" in a title: the news is where he is
HEADING = 6.0  # "Arménie : ..." files the article itself
TERRITORY = 1.25  # where a territory is named, the story is there rather than in its capital
KEPT = 0.2  # of the top score, for a country of the title, one that acts, or one that keeps coming back
KEPT_PASSING = 0.45  # for any other
OFTEN = 4  # words
TOGETHER = 0.4  # of the top score, for a country that the title names first to be the primary one
SURE_KEPT = 0.42
LEAST = 0.5  # a firm or a person named once says nothing
FLOOR = 0.9  # a lone passing word gives an unsure label
WITHIN = 0.35  # of a territory's score goes to the countries it is an affair of
ROUND_UP, ROUND_UP_SHARE = 7, 0.24  # so many countries, none above this share of the whole: the world
HOME_SCORE = 0.1
EVIDENCE = 12

_ACTORS = ("name", "capital", "demonym")
_OPENS = re.compile(  # "Kigali nie", "L'Égypte garde", "The Kenyan"
    r"(?:^|[.!?:;…»”\"\n\x00–—-])[ \u00a0]*(?:l['’]|les? |la |the )?$", re.IGNORECASE
)
_OPENING = 8  # characters before a word that tell whether it opens a sentence


class _Tally(Struct):
    """What one country gathered."""

    title: float = 0.0
    lead: float = 0.0
    body: float = 0.0
    heading: float = 0.0
    first: int = 1 << 60


def country_labels(
    hits: Iterable[CountryHit], reading: Reading, known: dict[str, Country], home: str = ""
) -> tuple[Label, ...]:
    """The countries of a text, primary first; its source's home, unsure, where the text names none."""
    listed = tuple(hit for hit in hits if known[hit.country].kind in ("country", "territory"))
    scores = country_scores(listed, reading, known)
    ranked = sorted(scores, key=lambda ident: (-scores[ident][0], scores[ident][1], ident))
    if not ranked or scores[ranked[0]][0] < LEAST:
        return (Label(home, HOME_SCORE, (), sure=False),) if home in known else ()
    top = scores[ranked[0]][0]
    acts = _acting(listed, reading)
    kept = [ident for ident in ranked if scores[ident][0] >= (KEPT if ident in acts else KEPT_PASSING) * top]
    lead = _named_first(listed, reading, [ident for ident in kept if scores[ident][0] >= TOGETHER * top])
    whole = sum(score for score, _ in scores.values())
    if (
        len(kept) >= ROUND_UP
        and not any(hit.start < reading.title_end for hit in listed)
        and top <= ROUND_UP_SHARE * whole
        and WORLD in known
    ):
        return (Label(WORLD, round(1 - top / whole, 3), _evidence(listed, reading, None)),)
    strength = top / (top + 1.0)
    labels = []
    for ident in sorted(kept, key=lambda ident: ident != lead):
        share = scores[ident][0] / top
        if ident == lead:
            share = 1.0
            clear = lead != kept[0] or _leads(kept, scores)
        else:
            clear = share >= SURE_KEPT
        evidence = _evidence(listed, reading, ident)
        labels.append(Label(ident, round(share * strength, 3), evidence, sure=top >= FLOOR and clear))
    return tuple(labels)


def _acting(hits: Iterable[CountryHit], reading: Reading) -> frozenset[str]:
    """The countries that the title names, that open a sentence, or that the text names again and again."""
    counts: dict[str, int] = {}
    for hit in hits:
        seen = counts.get(hit.country, 0)
        if seen < OFTEN:
            acts = hit.start < reading.title_end or _opens_a_sentence(hit, reading)
            counts[hit.country] = seen + (OFTEN if acts else 1)
    return frozenset(ident for ident, count in counts.items() if count >= OFTEN)


def _opens_a_sentence(hit: CountryHit, reading: Reading) -> bool:
    """Whether a country's word is the first of a sentence, past its article: who acts stands there."""
    if hit.sort not in _ACTORS or (hit.placed and hit.sort != "demonym"):
        return False
    return _OPENS.search(reading.text[max(0, hit.start - _OPENING) : hit.start]) is not None


def _named_first(hits: Iterable[CountryHit], reading: Reading, strong: Sequence[str]) -> str:
    """The primary one of the strong countries, best first: where the title names the best, its first.

    "Belgrade et Pristina signent" is filed under Serbia, however often the text says Kosovo. Who somebody is
    says nothing ("un Suisse libéré en Colombie"), and an adjective does not go before a name.
    """
    best = strong[0]
    named: dict[str, tuple[bool, int]] = {}
    for hit in hits:
        if hit.start >= reading.title_end:
            break
        compound = hit.sort == "prefix" and reading.text[hit.start].isupper()  # "la Franco-Iranienne"
        if hit.country in strong and hit.sort not in ("person", "institution", "people") and not compound:
            named.setdefault(hit.country, (hit.sort == "demonym" and not hit.placed, hit.start))
    if best not in named:
        return best
    adjective, start = named[best]
    before = [(at, ident) for ident, (weak, at) in named.items() if at < start and weak <= adjective]
    return min(before, default=(start, best))[1]


def _leads(kept: list[str], scores: dict[str, tuple[float, int]]) -> bool:
    """Whether the first country is clearly before the second."""
    return len(kept) == 1 or scores[kept[1]][0] <= 0.97 * scores[kept[0]][0]


def country_scores(
    hits: Iterable[CountryHit], reading: Reading, known: dict[str, Country]
) -> dict[str, tuple[float, int]]:
    """Score and first place by country; a territory lends some of its own to the countries around it."""
    tallies: dict[str, _Tally] = {}
    named: set[str] = set()
    for hit in hits:
        tally = tallies.setdefault(hit.country, _Tally())
        tally.first = min(tally.first, hit.start)
        weight = SORTS[hit.sort][hit.placed]
        if hit.sort in _RETOLD:
            plain = reading.normal[hit.start : hit.end]
            weight *= RETOLD if plain in named else 1.0
            named.add(plain)
        if hit.heading:
            tally.heading = HEADING
        if hit.start < reading.title_end:
            nationality = hit.sort in ("demonym", "people") and not hit.placed
            tally.title += weight * (TITLE_NATIONALITY if nationality else 1.0)
        elif hit.start < reading.lead_end:
            tally.lead += weight
        else:
            tally.body += weight
    scores = {ident: (_score(tally, known[ident]), tally.first) for ident, tally in tallies.items()}
    for ident, tally in tallies.items():
        for outer in known[ident].within:
            score, first = scores.get(outer, (0.0, 1 << 59))
            scores[outer] = (
                score + WITHIN * _score(tally, known[ident]),
                min(first, tally.first + 1),
            )
    return scores


def _score(tally: _Tally, country: Country) -> float:
    zones = TITLE * min(tally.title, TITLE_MOST) + LEAD * min(tally.lead, LEAD_MOST) + BODY * tally.body
    return (zones + tally.heading) * country.presence * (TERRITORY if country.kind == "territory" else 1.0)


def _evidence(hits: Iterable[CountryHit], reading: Reading, ident: str | None) -> tuple[Mention, ...]:
    """The words that spoke for a country (all countries for None), as they stand."""
    mine = [hit for hit in hits if ident is None or hit.country == ident][:EVIDENCE]
    return tuple(
        Mention(
            hit.country,
            reading.text[hit.start : hit.end],
            reading.zone(hit.start),
            round(SORTS[hit.sort][hit.placed] * _zone_weight(reading.zone(hit.start)), 2),
            reading.line(hit.start),
        )
        for hit in mine
    )


def _zone_weight(zone: Zone) -> float:
    return {"title": TITLE, "lead": LEAD, "body": BODY}[zone]
