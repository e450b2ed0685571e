"""Tags: front matter's, then the text's hashtags."""

from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Page
from sitegen.model import Field
from sitegen.text.lazily import lazily
from sitegen.text.markdown import plain

_HASHTAG = lazily(r"(?:(?<=^)|(?<=[\s(«“’'‘\"]))#([^\W\d_][\w-]{1,40})(?![\w/])")
_LIST = lazily(r"#[^\W\d_][\w-]{1,40}(?:[\s,;·|]{1,4}#[^\W\d_][\w-]{1,40}){0,30}")
_NEAR = 8  # lines around the article in which a line of nothing but hashtags is its own, though it was cut
_READ = 1200  # characters of a block that are read from its beginning
_END = 300  # and at its end, where a paragraph's tags stand
_MOST = 30
_LONGEST = 60

Tags = tuple[str, ...]


def describe_tags(page: Page, given: Given) -> Field[Tags]:
    """Tags in the order given, each once."""
    document = page.document
    found: list[Scored[Tags]] = []
    for name, entry, rank in given.of("tags", "categories"):
        tags = declared_tags(entry.value)
        if tags:
            score = 1.0 if name == "tags" else 0.5
            found.append(
                scored(
                    tags,
                    rank,
                    reader(rank, name),
                    given.home(rank, document),
                    entry.span,
                    ", ".join(tags),
                    score,
                )
            )
    tags = hashtags(page)
    if tags:
        first = f"#{tags[0]}"
        span = next((line.block.span for line in page.lines if first in line.block.text), None)
        found.append(scored(tags, "stated", "hashtags", document, span, " ".join(f"#{tag}" for tag in tags)))
    return elect(found, ())


def declared_tags(value: str | Tags) -> Tags:
    """A list of tags, or one text with commas between them."""
    texts = value.split(",") if isinstance(value, str) else value
    cleaned = (" ".join(text.split()).strip("# ")[:_LONGEST] for text in texts)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))[:_MOST]


def hashtags(page: Page) -> Tags:
    """The hashtags of the kept text and of a line of them beside it, no sign, each once whatever its case.

    Those after a paragraph's last sentence are tags too, though cleaning took them off its text.
    """
    seen: dict[str, str] = {}
    first, last = max(0, page.start - _NEAR), page.end + _NEAR
    for line in page.lines:
        if "#" not in line.block.text or line.block.kind == "code":
            continue
        if line.kept or (first <= line.at < last and _LIST.fullmatch(line.text)):
            text = line.block.text
            read = text if len(text) <= _READ + _END else f"{text[:_READ]} {text[-_END:].partition(' ')[2]}"
            for match in _HASHTAG.finditer(plain(read)):
                seen.setdefault(match[1].lower(), match[1])
    return tuple(seen.values())[:_MOST]
