# ruff: noqa: E501 - example sentences stand on one line each
import datetime as dt
from functools import cache
from pathlib import Path

import pytest

from sitegen.config.languages import load_languages
from sitegen.config.lexicon import Lexicon
from sitegen.config.sources import Profile  # noqa: TC001 - the fixtures' annotations are read at run time
from sitegen.metadata import Context, compile_languages, describe
from sitegen.model import Cleaned, Decision, Declared, Document, Metadata, Span
from sitegen.read.blocks import split_blocks
from sitegen.recognise import recognise

ROOT = Path(__file__).parents[2]
AS_OF = dt.date(2025, 12, 31)


@cache
def lexicon() -> Lexicon:
    files = {path.as_posix(): path.read_text("utf-8") for path in (ROOT / "content/languages").glob("*.toml")}
    return compile_languages(load_languages(files)[0])


class Reader:
    """Describes a text as pasted, its blocks all kept but those that start with one of ``cut``."""

    def __init__(self) -> None:
        self.profiles: tuple[Profile, ...] = ()
        self.as_of = AS_OF
        self.time_zone = "Asia/Yerevan"
        self.cut: tuple[str, ...] = ()
        self.override_path = ""
        self.captured: dt.date | None = None

    def document(self, text: str, **meta: str | tuple[str, ...]) -> Document:
        entries = tuple(
            Declared(key.replace("__", "."), value, Span(at, at))
            for at, (key, value) in enumerate(meta.items(), 2)
        )
        kind = "frontmatter" if meta else "capture"
        return Document(
            "seeds/a.txt", kind, entries, split_blocks(text.split("\n"), 1 + 2 * bool(meta) + len(meta))
        )

    def __call__(
        self, text: str, override: tuple[Declared, ...] = (), **meta: str | tuple[str, ...]
    ) -> Metadata:
        document = self.document(text, **meta)
        decisions = tuple(
            Decision(block, "cut", "noise", "")
            if self.cut and block.text.startswith(self.cut)
            else Decision(block, "keep", "", block.text)
            for block in document.blocks
        )
        cleaned = Cleaned(decisions, "\n\n".join(one.text for one in decisions if one.action == "keep"))
        recognition = recognise(document, self.profiles, lexicon())
        context = Context(
            lexicon(),
            self.profiles,
            self.as_of,
            self.time_zone,
            override,
            self.override_path,
            self.captured,
        )
        return describe(document, cleaned, recognition, context)


@pytest.fixture
def read() -> Reader:
    return Reader()


BODY = (
    "Le conseil municipal de Valmont a voté mardi la rénovation du vieux pont de pierre, fermé depuis l'automne à cause "
    "des crues qui ont emporté une partie de son parapet.\n"
    "Les travaux du pont dureront huit mois et coûteront 1,4 million d'euros, selon la mairie, qui compte sur une aide "
    "de la région. Les riverains demandent une passerelle pour la durée du chantier.\n"
    "Une réunion publique est prévue à la salle des fêtes. Le maire y présentera le calendrier du chantier et les "
    "itinéraires de remplacement, dont un bateau pour les écoliers de la rive gauche."
)


@pytest.fixture
def body() -> str:
    return BODY
