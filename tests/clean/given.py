"""The project's own rules, and captures made from text."""

from functools import cache
from pathlib import Path

from sitegen.clean import Rules, clean, compile_rules
from sitegen.config.noise import Rulebook, load_noise, load_weights
from sitegen.config.sources import Profile, load_sources
from sitegen.model import Cleaned, Declared, Document, Recognition, Span
from sitegen.read.blocks import split_blocks

CONTENT = Path(__file__).parents[2] / "content"
CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))


@cache
def rulebook() -> Rulebook:
    book, notes = load_noise(texts("noise"))
    assert not notes
    return book


@cache
def profiles() -> tuple[Profile, ...]:
    found, notes = load_sources(texts("sources"))
    assert not notes
    return found


@cache
def rules() -> Rules:
    return compile_rules(
        rulebook(), profiles(), load_weights((CONTENT / "models/noise-lines.json").read_text("utf-8"))
    )


def texts(folder: str) -> dict[str, str]:
    return {f"{folder}/{path.name}": path.read_text("utf-8") for path in (CONTENT / folder).glob("*.toml")}


def document(text: str, title: str = "") -> Document:
    meta = (Declared("title", title, Span(1, 1)),) if title else ()
    return Document("capture.txt", "capture", meta, split_blocks(text.split("\n")))


def cleaned(text: str, title: str = "", language: str = "fr", profile: str = "", **words) -> Cleaned:
    return clean(document(text, title), Recognition(profile, language), rules(), **words)


def body(text: str, **more) -> str:
    return cleaned(text, **more).body


def cuts(text: str, **more) -> dict[str, str]:
    """What was cut, and by which rule."""
    return {d.block.text.strip(): d.rule for d in cleaned(text, **more).decisions if d.action == "cut"}
