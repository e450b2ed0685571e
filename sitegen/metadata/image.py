"""The article's image, with its words."""

import re

from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Page
from sitegen.model import Diagnostic, Field, Image, Rank, Where, said
from sitegen.text.addresses import safe_address
from sitegen.text.lazily import lazily
from sitegen.text.markdown import images

_PATH = lazily(r"/?[^\s:<>\"\\?*|\x00-\x1f]{1,300}\.(?:jpe?g|png|gif|webp|avif|svg)", re.IGNORECASE)
_LONGEST = 300


def describe_image(page: Page, given: Given) -> tuple[Field[Image | None], list[Diagnostic]]:
    """The image that front matter names, else the first that the article's kept text shows; None for none."""
    document = page.document
    found: list[Scored[Image | None]] = []
    notes: list[Diagnostic] = []
    for _, entry, rank in given.of("image"):
        home = given.home(rank, document)
        text = entry.value if isinstance(entry.value, str) else entry.value[0]
        src = image_address(text)
        if src:
            image = Image(src, _words(given, "image_alt", rank), _words(given, "image_credit", rank))
            found.append(scored(image, rank, reader(rank, entry.key), home, entry.span, text))
        elif text.strip().lower() not in ("true", "false"):
            message = said(
                "{key}: « {text} » is neither a path in the site nor an address of an image",
                key=entry.key,
                text=text[:60],
            )
            hint = said("write assets/img/name.jpg")
            notes.append(Diagnostic("image-invalid", "warning", Where(home.path, entry.span), message, hint))
    for line in page.lines[max(0, page.start - 3) : page.end]:
        if line.kept and "![" in line.block.text:
            for alt, address in images(line.block.text[:4000]):
                src = image_address(address)
                if src:
                    found.append(
                        scored(
                            Image(src, alt[:_LONGEST]),
                            "stated",
                            "image-block",
                            document,
                            line.block.span,
                            address,
                        )
                    )
    return elect(found, None), notes


def image_address(text: str) -> str:
    """A path inside the site, or an http(s) address; "" for anything else, also for one that climbs out."""
    text = text.strip()
    if text.startswith(("http://", "https://")):
        return safe_address(text)
    if ".." in text.split("/") or text.startswith("//") or not _PATH.fullmatch(text):
        return ""
    return text


def _words(given: Given, name: str, rank: Rank) -> str:
    return given.text(name, rank)[:_LONGEST]
