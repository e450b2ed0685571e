"""The article's language, with its rivals."""

from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.model import Diagnostic, Document, Field, Recognition, Where, said


def describe_language(
    document: Document, given: Given, recognition: Recognition
) -> tuple[Field[str], list[Diagnostic]]:
    """The language as recognised, and where that was read; "" where the text is too short to tell."""
    found: list[Scored[str]] = []
    notes: list[Diagnostic] = []
    for _, entry, rank in given.of("language"):
        home = given.home(rank, document)
        tag = entry.value.strip().lower().replace("_", "-") if isinstance(entry.value, str) else ""
        if tag and tag.replace("-", "").isalnum() and 2 <= len(tag.split("-", 1)[0]) <= 3:  # noqa: PLR2004  ISO 639 codes
            found.append(scored(tag, rank, reader(rank, entry.key), home, entry.span, tag))
        else:
            text = entry.value if isinstance(entry.value, str) else ", ".join(entry.value)
            message = said("{key}: « {text} » is no language code", key=entry.key, text=text[:60])
            hint = said("write fr, en, hy…")
            notes.append(Diagnostic("value-type", "warning", Where(home.path, entry.span), message, hint))
    if recognition.language:
        found.append(
            scored(recognition.language, "inferred", "stop-words", document, None, recognition.language)
        )
    return elect(found, ""), notes
