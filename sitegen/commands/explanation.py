"""An analysis as a person reads it: the capture, its cuts struck out, then each field with its evidence."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.text import Text

from sitegen.build.settle import Settings
from sitegen.commands.findings import in_words
from sitegen.commands.tongue import Say, Tongue
from sitegen.metadata.keys import read_by
from sitegen.model import Analysis, Decision, Diagnostic, Field, Label, Said, said

_LINE_WIDTH = 6
_NAME_WIDTH = 10
_RIVALS = 3  # candidates shown besides the winner
_EVIDENCE = 6  # mentions shown per label
_LONG = 400  # characters of a cut block shown


def show(path: str, analysis: Analysis, settings: Settings, say: Tongue) -> None:
    """Print the explanation of one file."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(Text(path, style="bold underline"))
    for decision in analysis.cleaned.decisions:
        console.print(_line(decision, say))
    console.print()
    metadata = analysis.metadata
    for name, field in (
        (said("title"), metadata.title),
        (said("date"), metadata.date),
        (said("updated"), metadata.updated),
        (said("authors"), metadata.authors),
        (said("source"), metadata.source),
        (said("link"), metadata.link),
        (said("language"), metadata.language),
        (said("tags"), metadata.tags),
        (said("summary"), metadata.summary),
        (said("image"), metadata.image),
    ):
        for line in _field(say(name), field, say):
            console.print(line)
    countries = {one.id: _called(one.names, say) for one in settings.config.lore.countries.countries}
    themes = {one.id: _called(one.names, say) for one in settings.config.lore.themes.themes}
    for name, labels, names in (
        (said("countries"), analysis.labels.countries, countries),
        (said("themes"), analysis.labels.themes, themes),
    ):
        for line in _labels(say(name), labels, names, say):
            console.print(line)
    for note in analysis.notes:
        console.print(Text(_note(note, say), style="yellow"))
    console.print()


def _note(note: Diagnostic, say: Say) -> str:
    """A finding, with its line where it has one."""
    code, words = f"{note.level} {note.code}", in_words(note, say)
    if not note.line():
        return f"{code}: {words}"
    return f"{code}, {say(said('line {line}', line=str(note.line())))}: {words}"


def _line(decision: Decision, say: Say) -> Text:
    """A block as it was, struck out where it was cut, with its rule."""
    text = decision.block.text
    number = f"{decision.block.span.line:>{_LINE_WIDTH}} "
    if decision.action == "keep":
        return Text(number, style="dim") + Text(text, style="default")
    # A rule's own name is that of its row in a file; what was cut by judgement has a name in words.
    rules = ", ".join(say(Said(rule)) for rule in decision.rule.split(" "))
    if decision.score is not None:
        rules += f", {say(said('score {score}', score=float(decision.score)))}"
    if decision.action == "edit":
        edited = Text(f"  [{say(said('edited: {rules}', rules=rules))}]", style="cyan")
        return Text(number, style="dim") + Text(decision.text) + edited
    shown = text if len(text) <= _LONG else f"{text[:_LONG]}…"
    why = Text(f"  [{say(said('cut: {rules}', rules=rules))}]", style="red")
    return Text(number, style="dim") + Text(shown, style="strike red") + why


def _field(name: str, field: Field[Any], say: Say) -> Iterable[Text]:
    """A field's value and where it was read, then its rivals."""
    value = _words(field.value)
    yield Text(f"{name:>{_NAME_WIDTH}}  ", style="bold") + Text(value or "—", style="default")
    for number, candidate in enumerate(field.candidates[: 1 + _RIVALS]):
        span = candidate.where.span
        line = f", {say(said('line {line}', line=str(span.line)))}" if span else ""
        quote = f" « {candidate.quote[:80]} »" if candidate.quote else ""
        read = said("{rank}: {detector}", rank=Said(candidate.rank), detector=read_by(candidate.detector))
        rival = said("rather than {value} – ", value=_words(candidate.value)[:80])
        before = say(rival) if number else ""
        yield Text(f"{'':>{_NAME_WIDTH + 2}}{before}{say(read)}{line}{quote}", style="dim")


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


def _called(names: Mapping[str, str], say: Tongue) -> str:
    """A country's or theme's name in the language spoken, in French where it has none."""
    return names.get(say.language) or names["fr"]


def _labels(name: str, labels: tuple[Label, ...], names: Mapping[str, str], say: Say) -> Iterable[Text]:
    """Each label with its evidence."""
    heading = Text(f"{name:>{_NAME_WIDTH}}  ", style="bold")
    if not labels:
        yield heading + Text("—")
    for label in labels:
        given = said(
            "{name} [{id}] {score}", name=names.get(label.id, label.id), id=label.id, score=float(label.score)
        )
        doubt = "" if label.sure else f" ({say(said('to check'))})"
        yield heading + Text(say(given) + doubt)
        seen = [
            say(said("« {words} » line {line}", words=mention.surface, line=str(mention.line)))
            for mention in label.mentions[:_EVIDENCE]
        ]
        more = len(label.mentions) - _EVIDENCE
        also = say(said(" and {count} more", count=more)) if more > 0 else ""
        yield Text(f"{'':>{_NAME_WIDTH + 2}}{', '.join(seen)}{also}", style="dim")
