"""From theme words and the model to theme labels: the root subject first, then its shelves."""

import math
from collections.abc import Mapping

from msgspec import Struct

from sitegen.classify.mentions import ThemeHits
from sitegen.classify.model import Model, predict
from sitegen.classify.reading import Reading
from sitegen.config.themes import WEIGHTS, Theme
from sitegen.model import Label, Mention

MODEL_VOICE = 8.0  # of the model's squared verdict
LEXICON_VOICE = 0.5  # of the logarithm of the lexicon's share
ECHO = 0.7  # of the lexicon's share stands for the model's verdict on a class that it does not know
CLEAR = 2.0  # sharpens the shares
FLOOR = 0.001  # added to each share of the lexicon
SHARPNESS = 1.5  # of the lexicon's shares
REPEATS = 0.7  # a word said again counts, but less and less
BESIDE = 0.6  # of a root's words and its best shelf's, the lighter count so much beside the heavier
SHELF_ENOUGH = 8.0  # weight of words for a shelf to stand
NEAR = 0.5  # of the best root's share, for the words of another to put it first
FINER = 2.0  # a shelf says more than its root subject, with fewer words
OVER = 0.6  # of its own words a root subject stands beside its shelves, if theirs are fewer
KEPT = 0.25  # of the first label's worth, for another to be kept
SURE_KEPT = 0.6
SURE_RIVAL = 0.5  # of the first root's words: another with more of them makes the first unsure
TRUSTED = 12.0  # weight of words from which the lexicon is believed whole
LEAST = 3.0  # weight of words below which the lexicon says nothing
SURE = 0.8  # of all shares the first root has, for its label to be sure
CERTAIN = 0.5  # of a model's verdict, for a theme to stand without a word of its own
COMPANY = 2  # weak words that tell a theme without any other
EVIDENCE = 8
MOST = 3  # labels


class ThemeTable(Struct, frozen=True):
    """The themes by number, and the numbers of each root and its shelves."""

    themes: tuple[Theme, ...]
    roots: dict[str, tuple[int, ...]]


def theme_table(themes: tuple[Theme, ...]) -> ThemeTable:
    """Roots with their shelves, in the order of the file, the root itself first."""
    roots: dict[str, tuple[int, ...]] = {
        theme.medtop: (n,) for n, theme in enumerate(themes) if theme.is_root
    }
    for number, theme in enumerate(themes):
        if not theme.is_root and theme.medtop_root in roots:
            roots[theme.medtop_root] += (number,)
    return ThemeTable(themes, roots)


def word_score(hits: ThemeHits) -> float:
    """What a theme's words add up to: each by its weight, repeats less and less."""
    return sum(weight * math.pow(hits.sums[number], REPEATS) for number, weight in hits.weights.items())


def lexical_scores(words: Mapping[int, float], table: ThemeTable) -> dict[str, float]:
    """What the words of each root subject and of its shelves add up to."""
    scores = {}
    for root, (first, *shelves) in table.roots.items():
        own = words.get(first, 0.0)
        best = max((words.get(number, 0.0) for number in shelves), default=0.0)
        scores[root] = max(own, best) + BESIDE * min(own, best)
    return scores


def root_scores(lexical: Mapping[str, float], guess: Mapping[str, float]) -> dict[str, float]:
    """Shares of the root subjects: the lexicon's, and the model's where it speaks up.

    The model's word is squared: on a text like those it learned from it is loud and decides, elsewhere it
    is low and leaves the lexicon to. Of a class that it does not know it says what the lexicon does.
    """
    top = max(lexical.values(), default=0.0)
    if not lexical or (top < LEAST and not guess):  # a site may have no themes at all
        return {}
    powers = {root: (score / top) ** SHARPNESS if top > 0 else 0.0 for root, score in lexical.items()}
    whole = sum(powers.values()) or 1.0
    trust = min(1.0, top / TRUSTED)
    rest = (1.0 - trust) / len(lexical) + FLOOR
    shares = {root: trust * power / whole + rest for root, power in powers.items()}
    heard = {root: math.log(share) for root, share in shares.items()}
    if guess:
        heard = {
            root: MODEL_VOICE * max(guess.get(root, ECHO * share), 0.0) ** 2 + LEXICON_VOICE * heard[root]
            for root, share in shares.items()
        }
    best = max(heard.values())
    odds = {root: math.exp(CLEAR * (value - best)) for root, value in heard.items()}
    total = sum(odds.values())
    return {root: odd / total for root, odd in odds.items()}


def theme_labels(
    hits: dict[int, ThemeHits], reading: Reading, table: ThemeTable, model: Model | None
) -> tuple[Label, ...]:
    """The themes of a text, best first, with the model's word where it knows the language."""
    guess = {}
    if model is not None and reading.language in ("", *model.languages):
        plain = reading.normal
        guess = predict(model, plain[: reading.title_end], plain[reading.title_end :])
    labels = weighed_labels(hits, reading, table, guess)
    numbers = {theme.id: number for number, theme in enumerate(table.themes)}
    return tuple(
        entry
        for entry in labels
        if entry.sure or _is_carried(numbers[entry.id], hits, guess, table.themes[numbers[entry.id]])
    )


def _is_carried(number: int, hits: Mapping[int, ThemeHits], guess: Mapping[str, float], theme: Theme) -> bool:
    """Whether words of a theme are said, and not one alone that may mean anything, or a model is certain."""
    weights = hits[number].weights.values() if number in hits else ()
    told = max(weights, default=0.0) > WEIGHTS["weak"] or len(weights) >= COMPANY
    return told or guess.get(theme.medtop_root, 0.0) >= CERTAIN


def weighed_labels(
    hits: dict[int, ThemeHits], reading: Reading, table: ThemeTable, guess: Mapping[str, float]
) -> tuple[Label, ...]:
    """The themes of a text by its theme words and what a model says of its root subjects."""
    words = {number: word_score(found) for number, found in hits.items()}
    lexical = lexical_scores(words, table)
    scores = root_scores(lexical, guess)
    values = _values(words, scores, table)
    if not values:
        return ()
    of = {number: root for root, numbers in table.roots.items() for number in numbers}
    most = max(scores.values())
    ranked = sorted(values, key=lambda number: (-values[number], number))
    foremost = next((number for number in ranked if scores[of[number]] >= NEAR * most), ranked[0])
    best_root = of[foremost]
    top = values[foremost]
    kept = [number for number in ranked if number != foremost and values[number] >= KEPT * top][: MOST - 1]
    rival = max((score for root, score in lexical.items() if root != best_root), default=0.0)
    sure = scores[best_root] >= SURE and rival <= SURE_RIVAL * lexical[best_root]
    labels = []
    for number in (foremost, *kept):
        share = min(1.0, values[number] / top)
        mentions = _evidence(hits[number], table.themes[number].id, reading) if number in hits else ()
        score = round(scores[best_root] * share, 3)
        settled = sure and (number == foremost or share >= SURE_KEPT)
        labels.append(Label(table.themes[number].id, score, mentions, sure=settled))
    return tuple(labels)


def _values(words: Mapping[int, float], scores: Mapping[str, float], table: ThemeTable) -> dict[int, float]:
    """What each theme that can stand is worth: its words, as far as its root subject is believed."""
    values: dict[int, float] = {}
    top = max(scores.values(), default=0.0)
    if top <= 0:
        return values
    for root, (first, *shelves) in table.roots.items():
        belief = math.sqrt(scores.get(root, 0.0) / top)
        standing = {n: FINER * words[n] * belief for n in shelves if words.get(n, 0.0) >= SHELF_ENOUGH}
        own = words.get(first, 0.0)
        values.update(standing)
        if own * belief > 0 and own * OVER >= max((words[n] for n in standing), default=0.0):
            values[first] = own * belief
        elif not standing and scores.get(root, 0.0) == top:
            values[first] = max(own, LEAST) * belief
    return {number: value for number, value in values.items() if value > 0}


def _evidence(hits: ThemeHits, ident: str, reading: Reading) -> tuple[Mention, ...]:
    """The words that spoke most for a theme, in the order of the text."""
    weighed = sorted(
        hits.sums, key=lambda number: (-hits.weights[number] * hits.sums[number], hits.places[number])
    )
    chosen = sorted(weighed[:EVIDENCE], key=lambda number: hits.places[number])
    mentions = []
    for number in chosen:
        start, end = hits.places[number]
        stop = reading.normal.find(" ", end)
        surface = reading.text[start : stop if stop >= 0 else end]
        weight = round(hits.weights[number] * math.pow(hits.sums[number], REPEATS), 2)
        mentions.append(Mention(ident, surface, reading.zone(start), weight, reading.line(start)))
    return tuple(mentions)
