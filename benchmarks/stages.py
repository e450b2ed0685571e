"""What each stage costs an article, in microseconds of one processor."""

import datetime as dt
import gc
import hashlib
from collections.abc import Callable
from pathlib import Path

from benchmarks import corpus
from benchmarks.measure import per_item
from sitegen.analyse import analyse
from sitegen.build import Options, tools_for
from sitegen.build.settle import settle
from sitegen.classify import classify
from sitegen.clean import clean
from sitegen.effects.disk import Disk
from sitegen.entry import entry_of
from sitegen.metadata import Context, describe
from sitegen.model import SourceFile
from sitegen.read import read
from sitegen.recognise import recognise
from sitegen.render.markdown import to_html


def stages(work: Path, count: int, *, unlike: bool = False) -> list[tuple[str, float]]:
    """Each stage with its microseconds an article, over ``count`` articles; the first pass warms up.

    Where the pages are ``unlike``, no line of their menus comes twice, so that none is known already.
    """
    root = work / ("unlike" if unlike else "stages")
    files = corpus.write_site(root, count)
    if unlike:
        for number, file in enumerate(files):
            file.write_text(corpus.page(number), "utf-8")
    settings = settle(Options(str(root), str(root / "public"), as_of=dt.date(2026, 1, 1)), Disk(), None)
    tools = tools_for(settings)
    sources = [
        SourceFile(file.name, file.read_text("utf-8"), hashlib.blake2b(file.read_bytes()).hexdigest())
        for file in files
    ]
    gc.freeze()
    documents = [read(source) for source in sources]
    known = [recognise(document, tools.profiles, tools.lexicon) for document in documents]
    pairs = list(zip(documents, known, strict=True))
    cleaned = [clean(document, which, tools.rules, (), ()) for document, which in pairs]
    context = Context(tools.lexicon, tools.profiles, tools.as_of, tools.ground.time_zone, ())
    triples = list(zip(documents, cleaned, known, strict=True))
    metadata = [describe(document, text, which, context) for document, text, which in triples]
    facts = list(zip(metadata, cleaned, documents, strict=True))

    def each(action: Callable[..., object], rows: list[tuple[object, ...]]) -> float:
        return per_item(lambda: [action(*row) for row in rows], count)

    def html(text: str) -> object:
        return to_html(text, language="fr", images={}, prefix="", origin="https://banc.example.org")

    rows: list[tuple[str, float]] = [
        ("read", each(read, [(source,) for source in sources])),
        (
            "recognise",
            each(lambda one: recognise(one, tools.profiles, tools.lexicon), [(d,) for d in documents]),
        ),
        ("clean", each(lambda one, which: clean(one, which, tools.rules, (), ()), [*pairs])),
        ("metadata", each(lambda one, text, which: describe(one, text, which, context), [*triples])),
        (
            "classify",
            each(
                lambda what, text, one: classify(what, text, tools.taxonomy, one.meta, "", one.path), [*facts]
            ),
        ),
        ("HTML", each(html, [(text.body,) for text in cleaned])),
        (
            "all of these together",
            each(lambda one: entry_of(analyse(one, tools), tools), [(s,) for s in sources]),
        ),
    ]
    return rows
