"""From country words to country labels: which countries act in a text, and which only pass through it."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, pairwise, takewhile

from msgspec import Struct

from sitegen.classify.lexicon import Lexicon
from sitegen.classify.mentions import CountryHit
from sitegen.classify.normal import JOINT
from sitegen.classify.reading import Reading, Zone
from sitegen.config.countries import WORLD, Country
from sitegen.model import Label, Mention

# How much a word says by its sort, and where it also tells where things happen ("en Arménie", "la police
# arménienne"). A nationality says least of that: "un Français" may be anywhere.
SORTS: dict[str, tuple[float, float]] = {
    "name": (1.0, 1.9),
    "demonym": (0.6, 1.25),
    "people": (0.4, 0.4),
    "prefix": (1.0, 1.0),
    "capital": (0.9, 0.75),
    "place": (1.05, 1.35),
    "person": (0.55, 0.55),
    "institution": (0.6, 0.6),
    "office": (0.3, 0.3),
}  # fmt: skip  "à Riyad" a minister speaks and guests are received: it says less than "Riyad annonce"
NAMESAKE = 0.35  # "les accords d'Alger" are about Mali
RETOLD = 0.35  # a person or firm named again only carries the story on
_RETOLD = ("person", "institution")
TITLE, LEAD, BODY = 2.3, 2.0, 1.0
_ZONES: dict[Zone, float] = {"title": TITLE, "lead": LEAD, "body": BODY}
TITLE_MOST, LEAD_MOST = 1.7, 3.6  # a zone says a thing only so many times
TITLE_NATIONALITY = 0.4  # "un touriste français" in a title: the news is where he is
LATE = 0.6  # a country said once only, past the second sentence
HEADING = 6.0  # "Arménie : ..." files the article itself
TERRITORY = 1.25  # where a territory is named, the story is there rather than in its capital
KEPT = 0.2  # of the top score, for one of the title or first sentence, one that acts or keeps coming back
KEPT_PASSING = 0.5  # for any other
KEPT_ONCE = 0.9  # for one said once only, past the first sentence: it hosts, comments or lies next door
KEPT_BESIDE = 0.4  # for one that is listed with a country that is kept
LIST = 3  # countries: two may be bystanders
MET = 2  # countries beside a capital of the first sentence: they met there
KEPT_LISTED_FIRST = 0.1  # for such a one in the first sentence: who met, who signed
KEPT_ADJECTIVE = 0.1  # for one that the title says by an adjective, which counts for little there
OFTEN = 4  # words
OPENINGS = 3  # sentences of the body in which the first word is who acts; further down bystanders speak
TOGETHER = 0.3  # of the top score, for a country that the title names first to be the primary one
ALONE_IN_TITLE = 0.85  # of the top score, for the only government of the title to be it
SURE_KEPT = 0.42
LEAST = 0.5  # a firm or a person named once says nothing
FLOOR = 0.9  # a lone passing word gives an unsure label
WITHIN = 0.35  # of a territory's score goes to the countries it is an affair of
ALIKE = 0.5  # of the top score, for one of a round-up
ROUND_UP = 7  # countries alike: the world
HOME_SCORE = 0.1
OFFICES = 2  # different offices that tell a country
OFFICE, OFFICES_MOST = 0.2, 0.8  # what each is worth, and all of them at most
EVIDENCE = 12

_LOCAL = ("office", "institution")
_PASSING = ("name", "demonym", "people", "prefix", "institution")
_ACTORS = ("name", "capital", "demonym")
_OPENS = re.compile(  # "Kigali nie", "L'Égypte garde", "The Kenyan"
    r"(?:^|[.!?:;…»”\"\n\x00–—-])[ \u00a0]*(?:l['’]|les? |la |the )?$", re.IGNORECASE
)
_OPENING = 8  # characters before a word that tell whether it opens a sentence
_VERB, _WORDS = 40, 5  # characters and words after a country among which its verb stands
_FIRST = 3000  # characters of the body in which its first sentences end
_LISTED = re.compile(  # what stands between the countries of an enumeration: ", en Inde et au Népal"
    r"(?:, |,? (?:et|and|&) )(?:(?:à|en|au|aux|du|de|des|avec|in|of|with) |d['’])?"
    r"(?:(?:la|le|les|the) |l['’])?",
    re.IGNORECASE,
)
_APPOSED = re.compile(  # what stands between a town and its country: "Peshawar, au Pakistan"
    r",? (?:(?:à|en|au|aux|in) (?:the )?)?|,? (?:de|du|of) (?:la |the )?|,? d['’]| \(", re.IGNORECASE
)
_BETWEEN = 16  # characters
_LISTABLE = ("name", "capital", "demonym", "people")


class _Tally(Struct):
    """What one country gathered."""

    title: float = 0.0
    lead: float = 0.0
    body: float = 0.0
    heading: float = 0.0
    first: int = 1 << 60


def country_labels(
    hits: Iterable[CountryHit],
    reading: Reading,
    known: dict[str, Country],
    lexicon: Lexicon,
    home: str = "",
) -> tuple[Label, ...]:
    """The countries of a text, primary first; its source's home, unsure, where the text names none."""
    found = tuple(hit for hit in hits if known[hit.country].kind in ("country", "territory"))
    named = tuple(hit for hit in found if hit.sort != "office")
    settled = _at_home(found, reading)
    if settled:
        signs = {reading.normal[hit.start : hit.end] for hit in found if hit.country == settled}
        score = round(min(OFFICES_MOST, OFFICE * len(signs)), 3)
        return (Label(settled, score, _evidence(found, reading, settled), sure=len(signs) > OFFICES),)
    listed = _without_appositions(named, reading)
    whole_text = country_scores(listed, reading, known)
    scores, kept, lead = _filed(listed, reading, known, lexicon, whole_text)
    top = scores[kept[0]][0] if kept else 0.0
    if top < LEAST:
        return (Label(home, HOME_SCORE, (), sure=False),) if home in known else ()
    if WORLD in known and not any(hit.start < reading.title_end for hit in listed):
        share = _round_up([score for score, _ in whole_text.values()])
        if share:
            return (Label(WORLD, round(1 - share, 3), _evidence(named, reading, None)),)
    strength = top / (top + 1.0)
    labels = []
    for ident in sorted(kept, key=lambda ident: ident != lead):
        share = scores[ident][0] / top
        if ident == lead:
            share = 1.0
            clear = lead != kept[0] or _leads(kept, scores)
        else:
            clear = share >= SURE_KEPT
        evidence = _evidence(named, reading, ident)
        labels.append(Label(ident, round(share * strength, 3), evidence, sure=top >= FLOOR and clear))
    return tuple(labels)


def _at_home(hits: Sequence[CountryHit], reading: Reading) -> str:
    """The country that several offices tell, where no other is named but in passing; "" for none.

    In passing is somebody's origin, a supplier, a neighbour: said once, not in the title, and not as where
    anything happens.
    """
    signs: dict[str, set[str]] = {}
    for hit in hits:
        if hit.sort in _LOCAL:
            signs.setdefault(hit.country, set()).add(reading.normal[hit.start : hit.end])
    local = {hit.country for hit in hits if hit.sort == "office"}
    ranked = sorted((-len(signs[ident]), ident) for ident in local)
    if not ranked or -ranked[0][0] < OFFICES or (len(ranked) > 1 and ranked[1][0] == ranked[0][0]):
        return ""
    best = ranked[0][1]
    if any(hit.country == best and hit.sort not in _LOCAL for hit in hits):
        return ""  # it is named itself, and weighed as others are
    others = [hit for hit in hits if hit.country != best and hit.sort != "office"]
    passing = all(
        hit.sort in _PASSING and not hit.placed and hit.start >= reading.title_end for hit in others
    )
    return best if passing and len({hit.country for hit in others}) == len(others) else ""


def _round_up(scores: Sequence[float]) -> float:
    """The share of the first country of a round-up, 0 for a text that is none.

    By what each country has before any is held to be a bystander: a round-up says most of them once only.
    """
    most, whole = max(scores), sum(scores)
    alike = sum(score >= ALIKE * most for score in scores)
    return most / whole if alike >= ROUND_UP else 0.0


def _filed(
    hits: Sequence[CountryHit],
    reading: Reading,
    known: dict[str, Country],
    lexicon: Lexicon,
    whole_text: dict[str, tuple[float, int]],
) -> tuple[dict[str, tuple[float, int]], list[str], str]:
    """Every country's score and first place, those kept, best first, and the primary one.

    ``whole_text`` are the scores before those that are said once only, further down, weigh less.
    """
    scores = dict(whole_text)
    if len(scores) < 2:  # noqa: PLR2004  there is no rival
        return scores, list(scores), next(iter(scores), "")
    first, second, last = _first_sentences(reading, lexicon)
    around = frozenset(outer for hit in hits for outer in known[hit.country].within)
    enumerations = _enumerations(hits, reading)
    for ident in _said_once_late(hits, second, enumerations) - around:
        score, at = scores[ident]
        scores[ident] = score * LATE, at
    ranked = sorted(scores, key=lambda ident: (-scores[ident][0], scores[ident][1], ident))
    shares = {ident: scores[ident][0] / scores[ranked[0]][0] for ident in ranked}
    least = _least(hits, reading, (first, last), around, lexicon)
    kept = _kept(enumerations, first, ranked, shares, least)
    return scores, kept, _primary(hits, reading, kept, shares)


def _without_appositions(hits: tuple[CountryHit, ...], reading: Reading) -> tuple[CountryHit, ...]:
    """The words less a country's name that only tells where its town lies: "Peshawar, au Pakistan"."""
    return hits[:1] + tuple(
        hit
        for before, hit in pairwise(hits)
        if not (
            before.country == hit.country
            and hit.sort == "name"
            and before.sort in ("place", "capital")
            and hit.start - before.end <= _BETWEEN
            and _APPOSED.fullmatch(reading.text, before.end, hit.start)
        )
    )


def _said_once_late(
    hits: Iterable[CountryHit], second: int, enumerations: Iterable[tuple[int, set[str]]]
) -> frozenset[str]:
    """The countries with one word only, past the end of the second sentence: neighbours, givers, homes.

    Not those of a longer list with one that the text says elsewhere too.
    """
    counts: dict[str, int] = {}
    for hit in hits:
        counts[hit.country] = counts.get(hit.country, 0) + (1 if hit.start >= second else 2)
    late = frozenset(ident for ident, count in counts.items() if count == 1)
    return late.difference(
        *(group for _, group in enumerations if len(group) >= LIST and not late.issuperset(group))
    )


def _kept(
    enumerations: Iterable[tuple[int, set[str]]],
    first: int,
    ranked: Sequence[str],
    shares: dict[str, float],
    least: dict[str, float],
) -> list[str]:
    """The countries with the share that each needs, and those listed with one of them, best first."""
    kept = {ident for ident in ranked if shares[ident] >= least.get(ident, KEPT_PASSING)}
    for start, group in enumerations:
        if not kept.isdisjoint(group):
            enough = KEPT_LISTED_FIRST if start < first else KEPT_BESIDE
            kept.update(ident for ident in group if shares[ident] >= enough)
    return [ident for ident in ranked if ident in kept]


def _least(
    hits: Sequence[CountryHit],
    reading: Reading,
    ends: tuple[int, int],
    around: frozenset[str],
    lexicon: Lexicon,
) -> dict[str, float]:
    """The share of the top score that each country needs.

    Least where the title or the first sentence names it, where it opens one of the first sentences, or where
    the text names it again and again; most where it is said once only, further down. ``ends`` are those of
    the first sentence and of the last one that tells who acts; ``around`` the countries that a territory of
    the text is an affair of: one word is enough for them.
    """
    first, last = ends
    counts: dict[str, int] = {}
    least: dict[str, float] = {}
    met = _met(hits, first)
    for hit in hits:
        count = counts[hit.country] = counts.get(hit.country, 0) + 1
        before = least.get(hit.country, 1.0)
        if hit.start < reading.title_end:
            least[hit.country] = min(before, KEPT_ADJECTIVE if hit.sort == "demonym" else KEPT)
        elif before <= KEPT:
            continue
        elif (
            count >= OFTEN
            or (hit.start < first and hit.sort in _ACTORS and not (met and _hosts(hit)))
            or (hit.start < last and _opens_a_sentence(hit, reading, lexicon))
        ):
            least[hit.country] = KEPT
        else:
            once = count == 1 and hit.start >= first and hit.country not in around
            least[hit.country] = min(before, KEPT_ONCE if once else KEPT_PASSING)
    return least


def _met(hits: Iterable[CountryHit], first: int) -> bool:
    """Whether the first sentence, which ends at ``first``, or the title names two that met somewhere.

    A capital that tells where only hosts them then: "À Berlin, l'Italie a battu l'Espagne".
    """
    early = takewhile(lambda hit: hit.start < first, hits)
    return len({hit.country for hit in early if hit.sort in _ACTORS and not _hosts(hit)}) >= MET


def _hosts(hit: CountryHit) -> bool:
    """Whether a capital only tells where others are."""
    return hit.sort == "capital" and (hit.placed or hit.namesake)


def _first_sentences(reading: Reading, lexicon: Lexicon) -> tuple[int, int, int]:
    """Where the first and second sentence of the body end, and the last one that tells who acts."""
    at = reading.title_end + len(JOINT)
    stops = lexicon.signs.ends.finditer(reading.text, at, at + _FIRST)
    ends = [found.end() for found in islice(stops, OPENINGS)]
    whole = len(reading.text)
    ends.extend([whole] * (OPENINGS - len(ends)))
    return ends[0], ends[1], ends[-1]


def _enumerations(hits: Sequence[CountryHit], reading: Reading) -> list[tuple[int, set[str]]]:
    """The countries that a text lists together ("au Bangladesh, en Inde et au Népal"), and from where on."""
    groups: list[tuple[int, set[str]]] = []
    last = -1
    for before, hit in pairwise(hits):
        between = hit.start - before.end
        if between > _BETWEEN or hit.sort not in _LISTABLE or before.country == hit.country:
            continue
        if before.placed and before.sort in ("capital", "place") and hit.sort != "capital":
            continue  # "À Berlin, l'Italie a battu l'Espagne"
        if _LISTED.fullmatch(reading.text, before.end, hit.start):
            if groups and last == before.start:
                groups[-1][1].add(hit.country)
            else:
                groups.append((before.start, {before.country, hit.country}))
            last = hit.start
    return groups


def _opens_a_sentence(hit: CountryHit, reading: Reading, lexicon: Lexicon) -> bool:
    """Whether a country's word is the first of a sentence, past its article: who acts stands there.

    Not one that only comments ("L'Égypte salue l'accord"), before a comma or between two of them ("L'Égypte,
    elle, salue"): beyond, the verb is another's.
    """
    if hit.sort not in _ACTORS or (hit.placed and hit.sort != "demonym"):
        return False
    if _OPENS.search(reading.text[max(0, hit.start - _OPENING) : hit.start]) is None:
        return False
    signs = lexicon.signs
    stops = signs.ends if reading.text[hit.end : hit.end + 1] == "," else signs.parts
    stop = stops.search(reading.text, hit.end, hit.end + _VERB)
    end = stop.start() if stop else hit.end + _VERB
    return lexicon.comments.isdisjoint(reading.normal[hit.end : end].split()[:_WORDS])


def _primary(
    hits: Sequence[CountryHit], reading: Reading, kept: Sequence[str], shares: dict[str, float]
) -> str:
    """The primary one of the countries kept, best first: in a title that names several, its first.

    "Belgrade et Pristina signent" is filed under Serbia, however often the text says Kosovo. Who somebody is
    says nothing ("un Suisse libéré en Colombie"), and an adjective does not go before a name; but a leader
    who opens the title goes before the government that receives him ("Pachinian à Moscou").
    """
    best = kept[0]
    titled = [
        hit
        for hit in takewhile(lambda hit: hit.start < reading.title_end, hits)
        if hit.country in kept and shares[hit.country] >= TOGETHER and _names(hit, reading)
    ]
    of_best = [hit for hit in titled if hit.country == best]
    if not of_best:
        alone = [
            hit.country for hit in titled if hit.sort == "capital" and shares[hit.country] >= ALONE_IN_TITLE
        ]
        spoken = any(hit.start < reading.title_end and hit.country == best for hit in hits)
        return alone[0] if alone and not spoken else best
    opener = hits[0]
    if (
        opener.sort == "person"
        and opener.start == reading.starts[0]
        and opener.country in kept
        and shares[opener.country] >= TOGETHER
        and all(hit.sort == "capital" for hit in of_best)
    ):
        return opener.country
    weak, start = _is_adjective(of_best[0]), of_best[0].start
    before = (hit.country for hit in titled if hit.start < start and _is_adjective(hit) <= weak)
    return next(before, best)


def _names(hit: CountryHit, reading: Reading) -> bool:
    """Whether a word of the title names its country, rather than somebody or something of it."""
    compound = hit.sort == "prefix" and reading.text[hit.start].isupper()  # "la Franco-Iranienne"
    return hit.sort not in ("person", "institution", "people") and not compound


def _is_adjective(hit: CountryHit) -> bool:
    return hit.sort == "demonym" and not hit.placed


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
        weight = SORTS[hit.sort][hit.placed] * (NAMESAKE if hit.namesake else 1.0)
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
    found = []
    for hit in mine:
        zone = reading.zone(hit.start)
        weight = round(SORTS[hit.sort][hit.placed] * _ZONES[zone], 2)
        found.append(
            Mention(hit.country, reading.text[hit.start : hit.end], zone, weight, reading.line(hit.start))
        )
    return tuple(found)
