"""Invented pages in the manner of many sites: what each states is read, what it does not state is not."""

import datetime as dt
import re
from pathlib import Path

import pytest

from sitegen.metadata import Context, describe
from sitegen.model import Cleaned, Decision, Document
from sitegen.read.blocks import split_blocks
from sitegen.recognise import recognise
from tests.metadata.conftest import lexicon

PAGES = ("french-pages.txt", "french-bylines.txt", "french-dailies.txt", "english-pages.txt")
CONTEXT = Context(lexicon(), (), dt.date(2026, 6, 30), "Europe/Paris")


def _cases(path):
    """Each page's name, what it states, its text with the article's paragraphs put in."""
    bodies, pages = {}, []
    for part in re.split(r"^=== ", path.read_text("utf-8"), flags=re.MULTILINE)[1:]:
        head, _, text = part.partition("\n")
        kind, name = head.split(" ", 1)
        if kind == "body":
            bodies[name] = text.strip()
            continue
        stated, _, page = text.partition("\n---\n")
        fields = dict(line.split(":", 1) for line in stated.strip().split("\n"))
        page = re.sub(r"^@body (\d)$", lambda match: bodies[match[1]], page.strip(), flags=re.MULTILINE)
        pages.append((name, {key: value.strip() for key, value in fields.items()}, page))
    return pages


def _read(text):
    document = Document("page.txt", "capture", (), split_blocks(text.split("\n")))
    cleaned = Cleaned(tuple(Decision(block, "keep", "", block.text) for block in document.blocks), text)
    return describe(document, cleaned, recognise(document, (), CONTEXT.lexicon), CONTEXT)


CASES = [case for name in PAGES for case in _cases(Path(__file__).parent / "cases" / name)]


@pytest.mark.parametrize("gaps", [1, 2], ids=["lines", "paragraphs"])
@pytest.mark.parametrize(("stated", "page"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_pages(stated, page, gaps, request):
    stated = dict(stated)
    reason = stated.pop("known-failure", "")
    if reason:
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))
    found = _read(page.replace("\n", "\n" * gaps))
    names = {
        "title": found.title.value,
        "authors": "; ".join(found.authors.value),
        "date": str(found.date.value.day) if found.date.value else "",
        "source": found.source.value.name if found.source.value else "",
    }
    assert {field: names[field].casefold() for field in stated} == {
        field: value.casefold() for field, value in stated.items()
    }
