"""Who published the article."""

import re
from collections import Counter

from sitegen.config.lexicon import Words
from sitegen.config.sources import Profile
from sitegen.metadata.context import Context
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.page import Line, Page
from sitegen.model import Declared, Field, Source
from sitegen.text.addresses import host_of, safe_address
from sitegen.text.fold import fold

_SHORT = 140
_LONGEST = 80
_NEAR = 8
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|\bcopyright\b)[\s:©]*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,:-]*([^|©()\n]{2,80})",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,3}[a-z]{2,12})$", re.IGNORECASE)
_PLACE_SOURCE = re.compile(r"([A-ZÀ-Ý][^\d/|.,:;]{1,40}?)\s+/\s+([A-ZÀ-Ý0-9][^\d/|:;]{1,50})$")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b.*$")
_RIGHTS = re.compile(
    r"[\s.,–-]*(?:tous droits|all rights|alle rechte|droits r|reserved|\bsas?\b|\bltd\b|\bgmbh\b|\binc\b).*$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:l['’]|le |la |les |the |der |die |das )", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


def describe_source(
    page: Page,
    declared: dict[str, Declared],
    override: dict[str, Declared],
    words: Words,
    context: Context,
    profile_id: str,
    link: Field[str],
) -> Field[Source | None]:
    """The publisher; None where nothing names one: unknown is better than a guess."""
    document = page.document
    found: list[Scored[Source | None]] = []
    for entries, rank in ((override, "override"), (declared, "declared")):
        one = _declared(entries, context.profiles)
        entry = entries.get("source") or entries.get("source_url")
        if one and entry:
            detector = "override" if rank == "override" else "front-matter-source"
            found.append(scored(one, rank, detector, document, entry.span, one.name, 1.0))  # type: ignore[arg-type]
    profile = context.profile(profile_id)
    if profile:
        rank = "fallback" if profile.aggregator else "profile"
        found.append(
            scored(
                Source(profile.name, profile.url),
                rank,
                f"profile-{profile.id}",
                document,
                None,
                profile.name,
                1.0,
            )
        )  # type: ignore[arg-type]
    found += _stated(page, words, context.profiles)
    if link.value:
        host = host_of(link.value)
        where = link.candidates[0]
        span = where.where.span
        detector = f"{where.detector}-domain"
        rank = "declared" if where.rank in ("override", "declared") else "stated"
        aggregated = profile is not None and profile.aggregator
        found.append(
            scored(
                known(host, context.profiles),
                "inferred" if aggregated else rank,
                detector,
                document,
                span,
                link.value,
                0.8,
            )
        )  # type: ignore[arg-type]
    return elect(found, None)


def known(name: str, profiles: tuple[Profile, ...]) -> Source:
    """A publisher by its name or host: as the profiles know it, else as written (a host with its address)."""
    folded = fold(name)
    for profile in profiles:
        if folded in profile.domains or folded == fold(profile.name) or folded == profile.id:
            return Source(profile.name, profile.url)
    if _DOMAIN.fullmatch(name):
        return Source(name.lower().removeprefix("www."), f"https://{name.lower()}")
    return Source(clean_name(name))


def clean_name(name: str) -> str:
    """A publisher's name bounded and on one line."""
    return " ".join(_CONTROL.sub(" ", name).split())[:_LONGEST].strip(' .,;:|–—-«»"')


def _declared(entries: dict[str, Declared], profiles: tuple[Profile, ...]) -> Source | None:
    """The publisher as front matter gives it: a name, an address, or both."""
    entry, address = entries.get("source"), entries.get("source_url")
    url = safe_address(address.value) if address and isinstance(address.value, str) else ""
    if entry is None:
        return known(host_of(url), profiles) if url else None
    text = entry.value if isinstance(entry.value, str) else (entry.value[0] if entry.value else "")
    if safe_address(text):
        return known(host_of(safe_address(text)), profiles)
    source = known(text.strip(), profiles)
    if not source.name:
        return None
    return Source(source.name, url or source.url)


def _stated(page: Page, words: Words, profiles: tuple[Profile, ...]) -> list[Scored[Source | None]]:
    """Publishers that the page's lines name."""
    out: list[Scored[Source | None]] = []
    first, last = max(0, page.start - 40), page.end + 40
    owners: Counter[str] = Counter()
    for line in page.lines:
        if len(line.text) > 3 * _SHORT or not line.text:
            continue
        near = first <= line.at <= last
        inside = page.start + 2 < line.at < page.end - 2
        if inside:
            continue
        for name, detector, score in _names(line, page, words, near=near):
            source = known(name, profiles)
            if source.name:
                owners[source.name] += 1
                out.append(
                    scored(
                        source,
                        "stated",
                        detector,
                        page.document,
                        line.block.span,
                        line.text,
                        score + 0.1 * min(3, owners[source.name]),
                    )
                )
    return out


def _names(line: Line, page: Page, words: Words, *, near: bool) -> list[tuple[str, str, float]]:
    """The publishers that one line names: the name, by which sign, and how strong that is."""
    text = line.text
    found: list[tuple[str, str, float]] = []
    short = len(text) <= _SHORT
    folded = fold(text) if (short and near) or not line.kept else ""
    if near and short:
        for phrase in words.publisher:
            if folded.startswith((f"{phrase} ", f"{phrase}:")):
                name = _until(text[len(phrase) :].strip(" :"), words)
                if _is_name(name):
                    found.append(
                        (
                            name,
                            "published-in" if " " in phrase else "source-line",
                            1.5 if " " in phrase else 0.9,
                        )
                    )
                break
        place = (
            _PLACE_SOURCE.match(text)
            if " / " in text and abs(line.at - page.start) <= _NEAR and len(text) <= 70
            else None
        )
        if place and _is_name(place[2]):
            found.append((place[2], "place-and-source", 1.3))
    if short and ("©" in text or "opyright" in text or "COPYRIGHT" in text):
        mark = _COPYRIGHT.search(text)
        name = _RIGHTS.sub("", _YEARS.sub("", mark[1])).strip(" .,-–/") if mark else ""
        domain = _DOMAIN.fullmatch(name)
        if domain:
            found.append((domain[1].lower(), "copyright-line", 1.0 if near else 0.7))
        elif mark and line.at >= page.end and re.search(r"(?:19|20)\d\d", text) and _is_name(name):
            found.append((name, "copyright-line", 0.5))
    if near and (not line.kept or line.at < page.start):
        for phrase in words.owner:
            at = folded.find(phrase)
            if at >= 0:
                rest = re.split(r"[.,;:!?|(]| - | – ", text[at + len(phrase) :].strip(), maxsplit=1)[0]
                name = _ARTICLE.sub("", rest.strip())
                if _is_name(name):
                    found.append((name, "owner-phrase", 0.8))
                break
    return found


def _until(text: str, words: Words) -> str:
    """A name up to a date, a separator or a bracket."""
    name = re.split(
        r"\s+(?:le|on|am|du|the)\s+\d|\s*[|(\[·•]|\s+[-–—]\s+|\s*\d{1,2}[/.]\d|,|\.\s", text, maxsplit=1
    )[0]
    return name.strip(" .:;-–") if len(name) <= _LONGEST else ""


def _is_name(name: str) -> bool:
    """Whether words can be a publisher's name."""
    return (
        2 <= len(name) <= 60
        and (name[0].isupper() or name[0].isdigit() or "." in name)
        and len(name.split()) <= 6
    )
