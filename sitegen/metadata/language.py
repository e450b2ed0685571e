"""The article's language, with its rivals."""

from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.model import Declared, Diagnostic, Document, Field, Recognition, Where


def describe_language(
    document: Document, declared: dict[str, Declared], override: dict[str, Declared], recognition: Recognition
) -> tuple[Field[str], list[Diagnostic]]:
    """The language as recognised, and where that was read; "" where the text is too short to tell."""
    found: list[Scored[str]] = []
    notes: list[Diagnostic] = []
    for entries, rank in ((override, "override"), (declared, "declared")):
        entry = entries.get("language")
        if entry is None:
            continue
        tag = entry.value.strip().lower().replace("_", "-") if isinstance(entry.value, str) else ""
        if tag and tag.replace("-", "").isalnum() and 2 <= len(tag.split("-", 1)[0]) <= 3:  # noqa: PLR2004  ISO 639 codes
            found.append(scored(tag, rank, f"front-matter-{entry.key.lower()}", document, entry.span, tag))  # type: ignore[arg-type]
        else:
            message = f"{entry.key}: {entry.value!r} is no language code"
            notes.append(
                Diagnostic(
                    "value-type", "warning", Where(document.path, entry.span), message, "write fr, en, hy…"
                )
            )
    if recognition.language:
        found.append(
            scored(recognition.language, "inferred", "stop-words", document, None, recognition.language)
        )
    return elect(found, ""), notes
