"""The address of the original article."""

from collections import Counter

from sitegen.config.lexicon import Words
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page
from sitegen.model import Declared, Diagnostic, Document, Field, Rank, Where, said
from sitegen.text.addresses import host_of, is_share, safe_address, share_target, slug_words, untracked
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.markdown import address_part, marked_links, plain

_BLOCK = 20_000  # characters of a block searched for links
_MOST_LINKS = 400
_APART = lazily(r"[\W_]")
_EDGES = lazily(r"^\W+|\W+$")
_IN_SITE = 2  # slashes of an address that leads to no page of its site
_WORD_SHARE = 0.5  # of a title's words in an address, for it to be the title's


def describe_link(
    page: Page,
    given: Given,
    title: str,
    hosts: tuple[str, ...],
    words: Words,
) -> tuple[Field[str], list[Diagnostic]]:
    """The original's address, without what follows readers; "" where nothing tells it.

    ``hosts`` are the source's domains, where a profile is known: an address on them is preferred.
    """
    found: list[Scored[str]] = []
    notes: list[Diagnostic] = []
    for name, entry, rank in given.of("link", "source_url", "source", "address"):
        one, note = _declared(entry, rank, name, given.home(rank, page.document))
        found += one
        notes += note
    if not any(one.candidate.rank in ("override", "declared") for one in found):
        found += _stated(page, title, hosts, words)
    return elect(found, ""), notes


def _declared(
    entry: Declared, rank: Rank, name: str, document: Document
) -> tuple[list[Scored[str]], list[Diagnostic]]:
    """A front-matter address; only `link` and its like must be one."""
    text = entry.value if isinstance(entry.value, str) else (entry.value[0] if entry.value else "")
    address = safe_address(text)
    if address:
        path = address.split("/", 3)[3:]
        if name != "link" and not (path and path[0]):
            return [], []  # a source's home page is no article
        score = 1.0 if name == "link" else 0.5
        return [
            scored(
                untracked(address),
                rank,
                reader(rank, entry.key),
                document,
                entry.span,
                text,
                score,
            )
        ], []
    if name == "link" and text.strip():
        message = said("{key}: « {text} » is no address that can be linked", key=entry.key, text=text[:60])
        hint = said("it starts with https:// or http://")
        return [], [Diagnostic("link-invalid", "warning", Where(document.path, entry.span), message, hint)]
    return [], []


def _stated(page: Page, title: str, hosts: tuple[str, ...], words: Words) -> list[Scored[str]]:
    """Addresses that may be the article's own: what share links share, what titles and dates link to.

    One that a line gives after a word such as "Source :", or as the page's only one that stands alone, needs
    nothing of the title in it.
    """
    titled = frozenset(word for word in _slugged(title).split() if len(word) > 2)  # noqa: PLR2004  shorter ones are articles
    labels = {line.at: label for line in page.lines if (label := _label(line, page, words)) is not None}
    several = list(labels.values()).count("") > 1  # a list of links, none of which is more the article's
    seen: Counter[str] = Counter()
    best: dict[str, tuple[float, str, Line, str]] = {}
    left = _MOST_LINKS
    for line in page.lines:
        source = line.block.text
        if "http" not in source:
            continue
        given = line.at in labels and bool(labels[line.at] or not several)
        for label, address in _addresses(source[:_BLOCK]):
            left -= 1
            if left < 0:
                break
            sharing = is_share(address)
            if not sharing and not given and "%" not in address and not _holds(address.lower(), titled):
                continue  # it shares no word with the title, so it would score nothing
            shared = share_target(address) if sharing else ""
            target = shared or ("" if sharing else untracked(safe_address(address)))
            if not target:
                continue
            score = _score(target, titled, line, page, hosts, shared=bool(shared))
            if given and not sharing and target.rstrip("/").count("/") > _IN_SITE:
                score = max(score, 0.5) + (0.8 if labels[line.at] else 0.4)
            if score <= 0:
                continue
            seen[target] += 1
            sign = "share-link" if shared else "given-address" if given else "article-link"
            if target not in best or score > best[target][0]:
                best[target] = (score, sign, line, plain(label) or target)
    return [
        scored(
            target,
            "stated",
            detector,
            page.document,
            line.block.span,
            label,
            score + min(0.6, 0.2 * (seen[target] - 1)),
        )
        for target, (score, detector, line, label) in best.items()
    ]


def _label(line: Line, page: Page, words: Words) -> str | None:
    """What stands before a line's address: a word such as "source", "" for nothing, None for other text."""
    if "http" not in line.block.text:
        return None
    before, _, rest = line.block.text.strip().strip("<>").partition("http")
    if " " in rest or "](" in rest or page.start < line.at < page.end - 1:
        return None
    label = _EDGES.sub("", fold(before))
    return label if label in ("", *words.origin) else None


def _holds(address: str, words: frozenset[str]) -> bool:
    """Whether a word stands in an address."""
    return any(word in address for word in words)


def _addresses(source: str) -> list[tuple[str, str]]:
    """Links of a block, their words with their marks, and a share link's bare address."""
    found = marked_links(source)
    if not found and "://" in source:
        found = [
            ("", address_part(part)) for part in source.split() if part.startswith(("https://", "http://"))
        ]
    return found


def _score(
    target: str, words: frozenset[str], line: Line, page: Page, hosts: tuple[str, ...], *, shared: bool
) -> float:
    """How much an address speaks for being the article's own; 0 for not at all."""
    path = target.split("/", 3)[3:]
    if not path or not path[0].strip("/"):
        return 0.0  # a home page
    own = slug_words(target)
    alike = len(words & own) / max(3, min(len(words), len(own))) if words and own else 0.0
    near = page.start - 40 <= line.at <= page.end + 15
    score = 1.6 * alike + (0.8 if shared else 0) + (0.4 if near else 0)
    if hosts and host_of(target) in hosts:
        score += 0.4
    if shared:
        return score if near or alike >= _WORD_SHARE else 0.0
    return score if alike >= _WORD_SHARE else 0.0


def _slugged(title: str) -> str:
    return _APART.sub(" ", fold(title).replace("œ", "oe"))
