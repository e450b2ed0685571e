"""What the article is called."""

from sitegen.config.lexicon import Words
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Page
from sitegen.metadata.title.choice import stated
from sitegen.metadata.title.made import made_title
from sitegen.metadata.title.wording import candidate, one_line
from sitegen.model import Diagnostic, Field, Where, said

_ABOVE = 60  # lines above the article in which its title is looked for
_BELOW = 3
_RIVALS = 5


def describe_title(page: Page, given: Given, words: Words) -> tuple[Field[str], list[Diagnostic]]:
    """The title and its rivals; where the page states none, one made from the first sentences."""
    document = page.document
    found: list[Scored[str]] = []
    notes: list[Diagnostic] = []
    for _, entry, rank in given.of("title"):
        home = given.home(rank, document)
        if isinstance(entry.value, str):
            title = one_line(entry.value)
            if title:
                found.append(scored(title, rank, reader(rank, "title"), home, entry.span, entry.value, 1.0))
        else:
            message, hint = (
                said("{key}: expected a text, found a list", key=entry.key),
                said("write one title"),
            )
            notes.append(Diagnostic("value-type", "warning", Where(home.path, entry.span), message, hint))
    found += _headings(page, words) if found else stated(page, words)
    if not found:
        made = made_title(page, words)
        if made:
            found.append(made)
    return elect(found, ""), notes


def _headings(page: Page, words: Words) -> list[Scored[str]]:
    """The page's first headings: enough to show beside a title that was given, which they cannot change."""
    near = page.lines[max(0, page.start - _ABOVE) : page.start + _BELOW]
    heads = [line for line in near if line.block.kind == "heading" and line.block.level == 1 and line.text]
    return [candidate(line, page, words, 0.0) for line in heads[:_RIVALS]]
