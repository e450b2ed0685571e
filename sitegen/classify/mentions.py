"""One pass over a text: which words speak for which country, and which for which theme."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from sitegen.classify.elsewhere import Names, named_elsewhere
from sitegen.classify.lexicon import Lexicon, Rule, Sense, Signs, Sort, ThemeSense
from sitegen.classify.reading import Reading

_PREVIOUS = re.compile(r"([^\W_][\w'’.-]*)[ \u00a0-]$")  # the word that ends right before
_NEXT = re.compile(r"[ \u00a0-]([^\W\d_][\w'’-]*)")  # the word that starts right after
_RUBRIC = re.compile(r"[ \u00a0\u202f]?[:|.–—-][ \u00a0]")  # "Arménie : ", "Maroc. ", "Sahel | "
_EVENT = 24  # characters beside a place in which the word for what was held there stands
_JOINTS = ("-", "'", "’")  # before the last part of a name such as "Bourg-la-Reine"
_JOINT = 8  # characters of what joins it
_CONTEXT = 14  # characters on each side that tell a line in capitals


class CountryHit(Struct, frozen=True):
    """A word that speaks for a country: where it starts and ends, and how it does.

    ``placed`` says that it tells where ("en Arménie"), or who rules there ("la police arménienne");
    ``heading`` that it opens the title as a rubric does ("Arménie : ..."); ``namesake`` that it only gives
    its name to what was signed or held there ("l'accord de Minsk").
    """

    country: str
    sort: Sort
    start: int
    end: int
    placed: bool = False
    heading: bool = False
    namesake: bool = False


class ThemeHits(Struct):
    """The words that speak for one theme: by key, the zones' sum and the first place."""

    sums: dict[int, float]
    weights: dict[int, float]
    places: dict[int, tuple[int, int]]


_TITLE = 5.0  # a theme word of the title counts so often


def scan(reading: Reading, lexicon: Lexicon) -> tuple[tuple[CountryHit, ...], dict[int, ThemeHits]]:
    """Country words, longest first where they overlap, and theme words by theme."""
    meanings, lengths = lexicon.meanings, lexicon.lengths
    senses: list[tuple[int, int, int]] = []  # start, minus end, number
    clues: set[int] = set()
    themes: defaultdict[int, list[int]] = defaultdict(list)  # the ends of each word
    misses: list[tuple[int, int, int]] = []  # start, end, theme
    for last, number in lexicon.automaton.iter(reading.normal):
        sense, _, spoken, missed, clue = meanings[number]
        if spoken:
            themes[number].append(last)
        if sense is not None:
            senses.append((last - lengths[number] + 2, -last, number))
        if clue >= 0:
            clues.add(clue)
        if missed:
            start = last - lengths[number] + 2
            misses.extend((start, last, theme) for theme in missed)
    return _countries(reading, lexicon, senses, clues), _themes(reading, lexicon, themes, misses)


def _countries(
    reading: Reading, lexicon: Lexicon, found: list[tuple[int, int, int]], clues: set[int]
) -> tuple[CountryHit, ...]:
    """The words that pass their checks, the longest where they overlap."""
    found.sort()
    hits: list[CountryHit] = []
    free = 0
    filed, filed_end = _filed(reading, lexicon.signs)
    for start, minus_end, number in found:
        sense, small, *_ = lexicon.meanings[number]
        end = -minus_end
        if start < free or sense is None or filed <= start < filed_end:
            continue
        if small is not None and not reading.text[start + max(sense.capital, 0)].isupper():
            sense = small
        country = _meaning(reading, lexicon, sense, (start, end), clues)
        if country is None:
            continue
        free = end
        if country:
            hits.append(_hit(reading, lexicon, sense, country, (start, end)))
    names = lexicon.elsewhere.get(reading.language)
    return tuple(hits) if names is None else _with_names(hits, reading, names)


def _with_names(hits: list[CountryHit], reading: Reading, names: Names) -> tuple[CountryHit, ...]:
    """The words found with the countries that a text names in a language of its own."""
    taken = [(hit.start, hit.end) for hit in hits]
    at = 0
    for start, end, country in named_elsewhere(reading.text, names):
        while at < len(taken) and taken[at][1] <= start:
            at += 1
        if at < len(taken) and taken[at][0] < end:
            continue
        opens = start == reading.starts[0] and reading.title_end > end
        heading = opens and bool(_RUBRIC.match(reading.text, end))
        hits.append(CountryHit(country, "name", start, end, heading=heading))
    return tuple(sorted(hits, key=lambda hit: hit.start))


def _hit(
    reading: Reading, lexicon: Lexicon, sense: Sense, country: str, place: tuple[int, int]
) -> CountryHit:
    """A word with what stands around it."""
    start, end = place
    plain, sort = reading.normal, sense.sort
    if sort == "demonym":
        capital = reading.text[start].isupper()
        if sense.capital >= 0 or (capital and reading.language == "en"):  # "Kenyan" is a French word as well
            beside = plain[end : end + 24].split(None, 1)[:1]
        else:
            sort = "people" if capital else sort  # French writes "un Arménien", but "un village arménien"
            beside = plain[max(0, start - 24) : start].rsplit(None, 1)[-1:]
        placed = not lexicon.authorities.isdisjoint(beside)
        return CountryHit(country, sort, start, end, placed)
    placed = plain[max(0, start - 8) : start].endswith(lexicon.signs.where)
    opens = start == reading.starts[0] and reading.title_end > end and sort in ("name", "capital", "place")
    heading = opens and bool(_RUBRIC.match(reading.text, end))
    namesake = sort in ("capital", "place") and _is_namesake(reading, lexicon, start, end)
    return CountryHit(country, sort, start, end, placed, heading, namesake)


def _is_namesake(reading: Reading, lexicon: Lexicon, start: int, end: int) -> bool:
    """Whether a place only names what was signed there, or hosts it: "l'accord d'Alger", "réunis à Rome"."""
    plain = reading.normal
    if plain[max(0, start - 4) : start].endswith(lexicon.signs.held):
        before = plain[max(0, start - _EVENT) : start].split()
        if len(before) > 1 and before[-2] in lexicon.events:
            return True
    after = plain[end + 1 : end + _EVENT].partition(" ")[0]
    if reading.text[end : end + 1] != " " or after not in lexicon.events:
        return False
    signs = lexicon.signs
    return after not in signs.verbs or plain[max(0, start - 8) : start].endswith(signs.articles)


def _filed(reading: Reading, signs: Signs) -> tuple[int, int]:
    """Where the dateline or byline that opens the body starts and ends; an empty range for none."""
    for start in reading.starts[1:3]:
        found = signs.dateline.match(reading.text, start, start + 120)
        if found:
            return start, found.end()
    return 0, 0


def _meaning(
    reading: Reading, lexicon: Lexicon, sense: Sense, place: tuple[int, int], clues: set[int]
) -> str | None:
    """The country a word means here, "" where it means none, None where it is not this word at all."""
    text = reading.text
    start, end = place
    surface = text[start:end]
    if sense.capital >= 0:
        if not surface[sense.capital : sense.capital + 1].isupper():
            return None
        if sense.acronym and (not surface.isupper() or _in_capitals(text, start, end)):
            return None
    if text[end : end + 1] == "-" or text[max(0, start - 1) : start] in _JOINTS:
        signs = lexicon.signs
        if signs.joins.match(text, end) or signs.joined.search(text[max(0, start - _JOINT) : start]):
            return ""
    if sense.sort == "demonym" and _is_language(reading, sense, place, lexicon.signs):
        return ""
    if sense.rule < 0:
        return sense.country
    return _by_rule(reading, lexicon, lexicon.rules[sense.rule], place, clues)


def _by_rule(
    reading: Reading, lexicon: Lexicon, rule: Rule, place: tuple[int, int], clues: set[int]
) -> str | None:
    """The country of a word with conditions."""
    start, end = place
    if rule.language and reading.language and rule.language != reading.language:
        return None
    if rule.after and not reading.normal[max(0, start - 20) : start].endswith(rule.after):
        return None
    if rule.alone and (
        _in_capitals(reading.text, start, end) or _has_neighbour(reading, start, end, lexicon.signs.small)
    ):
        return None
    wanted, unwanted = not clues.isdisjoint(rule.when), not clues.isdisjoint(rule.unless)
    if wanted or (not unwanted and not (rule.when and not rule.unless)):
        return rule.country
    return rule.otherwise


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a line of capitals, where its own say nothing."""
    around = text[max(0, start - _CONTEXT) : start] + text[end : end + _CONTEXT]
    return around.isupper() and sum(char.isalpha() for char in around) >= 4  # noqa: PLR2004  more than an acronym


def _has_neighbour(reading: Reading, start: int, end: int, small: frozenset[str]) -> bool:
    """Whether another capitalised word touches it: together they would be a person's or a firm's name."""
    text = reading.text
    if start < reading.title_end and _is_title_case(text[reading.starts[0] : reading.title_end]):
        return False
    after = _NEXT.match(text, end, end + 30)
    if after and after[1][0].isupper() and after[1].lower() not in small and not after[1].isupper():
        return True
    before = _PREVIOUS.search(text[max(0, start - 25) : start])
    if not before or not before[1][0].isupper():
        return False
    word = before[1].lower()
    return word not in small and word.partition("'")[0].partition("’")[0] not in small and word[-1] != "."


def _is_title_case(title: str) -> bool:
    """Whether nearly every word of a title has a capital, as English headlines do."""
    words = [word for word in title.split() if len(word) > 3]  # noqa: PLR2004  not the small words
    return len(words) > 2 and sum(word[0].isupper() for word in words) >= 0.7 * len(words)  # noqa: PLR2004


def _is_language(reading: Reading, sense: Sense, place: tuple[int, int], signs: Signs) -> bool:
    """Whether a demonym names a language here: "en français", "le russe,", "French-speaking"."""
    start, end = place
    after = reading.normal[end : end + 12]
    if after.startswith(signs.language_after):
        return True
    before = reading.normal[max(0, start - 12) : start]
    if before.endswith(signs.language):
        return True
    if not sense.language_name and sense.capital < 0:
        return False
    if sense.capital >= 0:  # an English form: "in French," but not "in French waters"
        alone = not reading.text[end : end + 2].strip().isalpha()
        if before.endswith(signs.learnt):
            return alone or after.startswith(signs.then)
        return alone and before.endswith(" in ")
    if not before.endswith(signs.language_before) or reading.text[start].isupper():
        return False
    follows = reading.text[end + 1 : end + 2]
    return before.endswith(" en ") or not (reading.text[end : end + 1] == " " and follows.isupper())


def _themes(
    reading: Reading,
    lexicon: Lexicon,
    found: Mapping[int, Sequence[int]],
    misses: Sequence[tuple[int, int, int]],
) -> dict[int, ThemeHits]:
    """Theme words by theme, near misses left out."""
    out: dict[int, ThemeHits] = {}
    language, title_end = reading.language, reading.title_end
    for number, ends in found.items():
        back = lexicon.lengths[number] - 2
        for sense in lexicon.meanings[number].themes:
            if language and language not in sense.languages:
                continue  # "war" is a verb in German, "coup" any blow in French
            whole, first = 0.0, -1
            checked = misses or sense.capital >= 0 or sense.acronym
            for end in ends:
                start = end - back
                if checked and not _speaks(reading, sense, start, end, misses):
                    continue
                if _opens_name(reading.text, start, end):
                    continue
                whole += _TITLE if start < title_end else 1.0
                if first < 0:
                    first = start
            if first < 0:
                continue
            hits = out.get(sense.theme)
            if hits is None:
                hits = out[sense.theme] = ThemeHits({}, {}, {})
            hits.sums[number] = whole
            hits.weights[number] = sense.weight
            hits.places[number] = (first, first + back)
    return out


def _opens_name(text: str, start: int, end: int) -> bool:
    """Whether a word is the first of a name with a hyphen, as of a town: "Saint-Malo", "Église-Neuve"."""
    if not text[start].isupper():
        return False
    stop = end
    while text[stop : stop + 1].isalpha():  # the word's own end, which an entry may leave free
        stop += 1
    return text[stop : stop + 1] in ("-", "\u2011") and text[stop + 1 : stop + 2].isupper()


def _speaks(
    reading: Reading, sense: ThemeSense, start: int, end: int, misses: Sequence[tuple[int, int, int]]
) -> bool:
    """Whether a theme word has the capitals it needs, and stands in no phrase in which it says nothing."""
    if sense.capital >= 0 and not reading.text[start + sense.capital].isupper():
        return False
    if sense.acronym and (not reading.text[start:end].isupper() or _in_capitals(reading.text, start, end)):
        return False
    return not any(low <= start and end <= high and sense.theme == of for low, high, of in misses)
