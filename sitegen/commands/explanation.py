"""An analysis as a person reads it: the capture, its cuts struck out, then each field with its evidence."""

from collections.abc import Iterable
from typing import Any

from rich.console import Console
from rich.text import Text

from sitegen.build.settle import Settings
from sitegen.model import Analysis, Decision, Field, Label

_LINE_WIDTH = 6
_RIVALS = 3  # candidates shown besides the winner
_EVIDENCE = 6  # mentions shown per label
_LONG = 400  # characters of a cut block shown


def show(path: str, analysis: Analysis, settings: Settings) -> None:
    """Print the explanation of one file."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(path, style="bold underline"))
    for decision in analysis.cleaned.decisions:
        console.print(_line(decision))
    console.print()
    metadata = analysis.metadata
    for name, field in (
        ("title", metadata.title),
        ("date", metadata.date),
        ("updated", metadata.updated),
        ("authors", metadata.authors),
        ("source", metadata.source),
        ("link", metadata.link),
        ("language", metadata.language),
        ("tags", metadata.tags),
        ("summary", metadata.summary),
        ("image", metadata.image),
    ):
        for line in _field(name, field):
            console.print(line)
    countries = {country.id: country.names["fr"] for country in settings.config.countries.countries}
    themes = {theme.id: theme.names["fr"] for theme in settings.config.themes.themes}
    for name, labels, names in (
        ("countries", analysis.labels.countries, countries),
        ("themes", analysis.labels.themes, themes),
    ):
        for line in _labels(name, labels, names):
            console.print(line)
    for note in analysis.notes:
        hint = f" ({note.hint})" if note.hint else ""
        place = f", line {note.line()}" if note.line() else ""
        console.print(Text(f"{note.level} {note.code}{place}: {note.message}{hint}", style="yellow"))
    console.print()


def _line(decision: Decision) -> Text:
    """A block as it was, struck out where it was cut, with its rule."""
    text = decision.block.text
    number = f"{decision.block.span.line:>{_LINE_WIDTH}} "
    if decision.action == "keep":
        return Text(number, style="dim") + Text(text, style="default")
    score = "" if decision.score is None else f", score {decision.score:.2f}"
    if decision.action == "edit":
        return (
            Text(number, style="dim")
            + Text(decision.text)
            + Text(f"  [edited: {decision.rule}{score}]", style="cyan")
        )
    shown = text if len(text) <= _LONG else f"{text[:_LONG]}…"
    why = Text(f"  [cut: {decision.rule}{score}]", style="red")
    return Text(number, style="dim") + Text(shown, style="strike red") + why


def _field(name: str, field: Field[Any]) -> Iterable[Text]:
    """A field's value and where it was read, then its rivals."""
    value = _words(field.value)
    yield Text(f"{name:>10}  ", style="bold") + Text(value or "—", style="default")
    for number, candidate in enumerate(field.candidates[: 1 + _RIVALS]):
        span = candidate.where.span
        line = f", line {span.line}" if span else ""
        quote = f" « {candidate.quote[:80]} »" if candidate.quote else ""
        said = f"{candidate.rank}: {candidate.detector}{line}{quote}"
        rival = "" if number == 0 else f"rather than {_words(candidate.value)[:80]} – "
        yield Text(f"{'':>12}{rival}{said}", style="dim")


def _words(value: object) -> str:
    """A field's value in words."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(map(str, value))
    day = getattr(value, "day", None)
    if day is not None and hasattr(value, "moment"):
        return str(getattr(value, "moment", None) or day)
    name = getattr(value, "name", None) or getattr(value, "src", None)
    url = getattr(value, "url", "")
    return f"{name} {f'({url})' if url else ''}".strip() if name else str(value)


def _labels(name: str, labels: tuple[Label, ...], names: dict[str, str]) -> Iterable[Text]:
    """Each label with its evidence."""
    if not labels:
        yield Text(f"{name:>10}  ", style="bold") + Text("—")
    for label in labels:
        doubt = "" if label.sure else " (to check)"
        yield Text(f"{name:>10}  ", style="bold") + Text(
            f"{names.get(label.id, label.id)} [{label.id}] {label.score:.2f}{doubt}"
        )
        seen = ", ".join(
            f"« {mention.surface} » line {mention.line}" for mention in label.mentions[:_EVIDENCE]
        )
        more = len(label.mentions) - _EVIDENCE
        yield Text(f"{'':>12}{seen}{f' and {more} more' if more > 0 else ''}", style="dim")
