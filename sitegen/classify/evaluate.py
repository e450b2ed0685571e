"""How good labelling is, on labelled rows: tables by split, and the rows that went wrong."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from msgspec import Struct

from sitegen.classify import Taxonomy, label
from sitegen.classify.normal import masked
from sitegen.classify.reading import Reading, joined
from sitegen.model import Labels

_LEAD = 90  # characters of a first paragraph


class Row(Struct, frozen=True):
    """A labelled text: its source, primary country, all countries, and themes, the first foremost."""

    id: str
    title: str
    body: str
    language: str
    primary: str
    countries: tuple[str, ...]
    themes: tuple[str, ...]

    @property
    def source(self) -> str:
        """What stands before the slash of the id."""
        return self.id.partition("/")[0]


class Report(Struct, frozen=True):
    """Figures by split, and what went wrong: id, wanted, given."""

    title: str
    columns: tuple[str, ...]
    figures: tuple[tuple[str, int, tuple[float, ...]], ...]
    wrong: tuple[tuple[str, str, str], ...]

    def figure(self, split: str, column: str) -> float:
        """One figure of the table."""
        at = self.columns.index(column)
        return next(values[at] for name, _, values in self.figures if name == split)

    def table(self, worst: int = 10) -> str:
        """The report for a person."""
        head = f"{self.title:<28}{'rows':>7}" + "".join(f"{column:>12}" for column in self.columns)
        lines = [head]
        for name, count, values in self.figures:
            lines.append(f"{name:<28}{count:>7}" + "".join(f"{value:>12.4f}" for value in values))
        lines += [f"{ident}  wanted {wanted}  given {given}" for ident, wanted, given in self.wrong[:worst]]
        return "\n".join(lines)


def read_rows(text: str) -> tuple[Row, ...]:
    """The rows of a corpus with one JSON object per line."""
    rows = (json.loads(line) for line in text.split("\n") if line.strip())
    return tuple(
        Row(
            str(row.get("id", "")),
            row.get("title") or "",
            row.get("body") or "",
            row.get("language") or "fr",
            row.get("primary") or "",
            tuple(row.get("countries") or ()),
            tuple(row.get("themes") or ()) or ((row["theme"],) if row.get("theme") else ()),
        )
        for row in rows
    )


def reading_of(title: str, body: str, language: str) -> Reading:
    """A text as classify reads it, a block to a line."""
    parts = [masked(part) for part in body.split("\n") if part.strip()]
    lead = next((at for at, part in enumerate(parts, 2) if len(part) >= _LEAD), min(2, len(parts) + 1))
    return joined([title, *parts], list(range(1, len(parts) + 2)), lead, language)


def evaluate_countries(rows: Iterable[Row], taxonomy: Taxonomy) -> Report:
    """Primary country right: as published ("Pays : titre"), without the prefix, and where none names it."""
    right: dict[str, list[bool]] = defaultdict(list)
    shared = Counter[str]()
    wrong = []
    for row in rows:
        given = _countries(label(reading_of(row.title, row.body, row.language), taxonomy))
        if row.countries:
            shared.update(both=len(set(given) & set(row.countries)), all=len(given) + len(row.countries))
        if not row.primary or row.primary not in taxonomy.countries:
            continue
        good = given[:1] == (row.primary,)
        named = row.primary in _countries(label(reading_of(row.title, "", row.language), taxonomy))
        right["without the prefix"].append(good)
        right["title names it" if named else "title does not name it"].append(good)
        prefixed = f"{taxonomy.countries[row.primary].names['fr']} : {row.title}"
        right["as published"].append(
            _countries(label(reading_of(prefixed, row.body, row.language), taxonomy))[:1] == (row.primary,)
        )
        if not good:
            wrong.append((row.id, row.primary, " ".join(given) or "none"))
    figures = [(split, len(found), (sum(found) / len(found),)) for split, found in right.items()]
    if shared["all"]:
        figures.append(("all countries (micro-F1)", shared["all"], (2 * shared["both"] / shared["all"],)))
    return Report("primary country", ("right",), tuple(figures), tuple(wrong))


def evaluate_themes(rows: Iterable[Row], taxonomy: Taxonomy) -> Report:
    """Accuracy and macro-F1 of the first theme's root subject: all, by source, by class."""
    pairs: dict[str, list[tuple[str, str]]] = defaultdict(list)
    wrong = []
    of = {theme.id: theme.medtop_root[:2] for theme in taxonomy.themes.themes}
    for row in rows:
        if not row.themes:
            continue
        themes = label(reading_of(row.title, row.body, row.language), taxonomy).themes
        given = of[themes[0].id] if themes else ""
        wanted = given if given in row.themes else row.themes[0]
        pairs["all"].append((wanted, given))
        pairs[row.source].append((wanted, given))
        if wanted != given:
            wrong.append((row.id, wanted, given or "none"))
    figures = []
    for split, found in pairs.items():
        accuracy = sum(wanted == given for wanted, given in found) / len(found)
        figures.append((split, len(found), (macro_f1(found), accuracy)))
    for theme in sorted({wanted for wanted, _ in pairs["all"]}):
        count = sum(wanted == theme for wanted, _ in pairs["all"])
        share = sum(wanted == theme == given for wanted, given in pairs["all"]) / count
        figures.append((f"class {theme}", count, (_f1(pairs["all"], theme), share)))
    return Report("root subject", ("F1", "right"), tuple(figures), tuple(wrong))


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """The mean F1 of all classes that are wanted somewhere."""
    classes = sorted({wanted for wanted, _ in pairs})
    return sum(_f1(pairs, name) for name in classes) / len(classes) if classes else 0.0


def _f1(pairs: Sequence[tuple[str, str]], name: str) -> float:
    both = sum(wanted == name == given for wanted, given in pairs)
    either = sum((wanted == name) + (given == name) for wanted, given in pairs)
    return 2 * both / either if either else 0.0


def _countries(labels: Labels) -> tuple[str, ...]:
    return tuple(entry.id for entry in labels.countries)
