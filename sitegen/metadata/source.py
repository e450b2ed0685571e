"""Who published the article."""

import re
from collections import Counter

from msgspec.structs import replace

from sitegen.config.lexicon import Words
from sitegen.config.sources import Profile
from sitegen.metadata.context import Context
from sitegen.metadata.dateline import alone, opening
from sitegen.metadata.keys import Given, reader
from sitegen.metadata.ladder import Scored, elect, scored
from sitegen.metadata.masthead import mastheads
from sitegen.metadata.page import Line, Page
from sitegen.model import Field, Rank, Source
from sitegen.text.addresses import host_of, safe_address, untracked
from sitegen.text.bylines import byline_start, has_furniture, joints, paper_beside, paper_of
from sitegen.text.bylines.words import ARTICLE
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_SHORT = 140
_LONGEST = 80
_NEAR = 8
_FOOT = 20  # lines below the article in which an agency says that it is its own
_PARTED = 2  # lines: the page's own, and its repetition
_NAME_SHORTEST, _NAME_LONGEST, _NAME_WORDS = 2, 60, 6
_YEAR = lazily(r"(?:19|20)\d\d")
_COPYRIGHT = lazily(
    r"(?:©|\(c\)|\bcopyright\b)(?:[\s:©]|\(c\)|copyright\b)*(?:(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?[\s,:-]*([^|©()\n]{2,80})",
    re.IGNORECASE,
)
_DOMAIN = lazily(  # no file's name: "logo.jpeg"
    r"(?:www\.)?((?:[a-z0-9-]{1,63}\.){1,3}(?!(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?|pdf|docx?|html?|php|mp[34])$)[a-z]{2,12})$",
    re.IGNORECASE,
)
_PLACE_SOURCE = lazily(
    r"([A-ZÀ-Ý][^\d/|.,:;]{1,40}?)\s+/\s+([A-ZÀ-Ý0-9][^\d/|:;]{1,50}?)(?:\s+/\s+[^/|]{1,30})?$"
)  # "Paris / La Gazette", "Lyon / La Gazette / 3 mars 2025"
_WITH_DOMAIN = lazily(r"(.{2,60}?)\s+[-–—|(]\s*(?:www\.)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)\)?$", re.IGNORECASE)
_YEARS = lazily(r"\b(?:19|20)\d\d\b.*$")
_RIGHTS = lazily(
    r"[\s.,–-]*(?:tous droits|all rights|alle rechte|droits r|reserved|\bsas?\b|\bltd\b|\bgmbh\b|\binc\b).*$",
    re.IGNORECASE,
)
_PARTS = lazily(r"\s+[|–—-]\s+")  # "Le titre | Le Courrier"
_SECTIONS = lazily(r"#?[A-ZÀ-Ý][\w-]*(?:, #?[A-ZÀ-Ý][^\W\d_]*(?:[ -][^\W\d_]+)*)+")
_NAME_LETTERS = 5
_SAID_SHARE = 0.4  # of a line that names its paper without "par"
_CONTROL = lazily(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")

Reading = tuple[str, str, float]  # name, detector, weight


def describe_source(
    page: Page,
    given: Given,
    words: Words,
    context: Context,
    profile_id: str,
    link: Field[str],
    title: Field[str],
) -> Field[Source | None]:
    """The publisher; None where nothing names one: unknown is better than a guess."""
    document = page.document
    found: list[Scored[Source | None]] = []
    for name, entry, rank in given.of("source", "source_url"):
        one = _declared(
            entry.value, given.text("source_url", rank) if name == "source" else "", context.profiles
        )
        if one:
            score = 1.0 if name == "source" else 0.5
            found.append(
                scored(
                    one, rank, reader(rank, "source"), given.home(rank, document), entry.span, one.name, score
                )
            )
    profile = context.profile(profile_id)
    if profile:
        own = Source(profile.name, profile.url)
        standing: Rank = "fallback" if profile.aggregator else "profile"
        found.append(scored(own, standing, f"profile-{profile.id}", document, None, profile.name, 1.0))
    found += _stated(page, words, context.profiles, fold(title.value))
    for line, named, sign, weighs in mastheads(page, words, title.value, page.place_of(title)):
        own = known(named, context.profiles)
        found.append(scored(own, "stated", sign, document, line.block.span, line.text, weighs))
    if link.value:
        witness = link.candidates[0]
        host = known(host_of(link.value), context.profiles)
        aggregated = profile is not None and profile.aggregator
        weight: Rank = (
            "declared" if witness.rank in ("override", "declared") else "inferred" if aggregated else "stated"
        )
        span = witness.where.span
        if host.name == host_of(link.value):
            host = replace(host, name=_written(host.name, page) or host.name)
        found.append(scored(host, weight, f"{witness.detector}-domain", document, span, link.value, 0.8))
    return elect(found, None)


def _written(host: str, page: Page) -> str:
    """A site's name as its page writes it, where a line or its end has the host's letters; "" for none."""
    label = _letters(host.rpartition(".")[0].rpartition(".")[2])
    if len(label) < _NAME_LETTERS:
        return ""
    for line in page.lines:
        if page.start < line.at < page.end or not len(label) <= len(line.text) <= _SHORT:
            continue
        for name in (line.text, *_PARTS.split(line.text)[1:]):
            if (
                " " in name
                and name[0].isupper()
                and label in (_letters(name), _letters(ARTICLE.sub("", name)))
            ):
                return clean_name(name)
    return ""


def _letters(text: str) -> str:
    """The folded letters and digits of a text."""
    return "".join(filter(str.isalnum, fold(text)))


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


def _declared(value: str | tuple[str, ...], address: str, profiles: tuple[Profile, ...]) -> Source | None:
    """The publisher as front matter gives it: a name, an address, or both."""
    text = value if isinstance(value, str) else (value[0] if value else "")
    url = untracked(safe_address(address))
    if safe_address(text):
        return known(host_of(safe_address(text)), profiles)
    source = known(text.strip(), profiles)
    if not source.name:
        return None
    return Source(source.name, url or source.url)


def _stated(
    page: Page, words: Words, profiles: tuple[Profile, ...], title: str
) -> list[Scored[Source | None]]:
    """Publishers that the page's lines name."""
    out: list[Scored[Source | None]] = []
    first, last = max(0, page.start - 40), page.end + 40
    owners: Counter[str] = Counter()
    whose = _talk(page, words, first, last)
    for line in page.lines:
        if len(line.text) > 3 * _SHORT or not line.text:
            continue
        near = first <= line.at <= last
        if page.start + 2 < line.at < page.end - 2:
            continue
        if not near and not _has_mark(line.text):
            continue
        for name, detector, score in _names(line, page, words, whose, near=near):
            if detector == "paper-byline" and page.folded(line) == title:
                continue  # "L'odeur du vieux pont" is no paper
            source = known(name, profiles)
            if source.name:
                owners[source.name] += 1
                weight = score + 0.1 * min(3, owners[source.name])
                quote = line.text
                out.append(scored(source, "stated", detector, page.document, line.block.span, quote, weight))
    return [*out, *_agencies(page, words, profiles)]


def _agencies(page: Page, words: Words, profiles: tuple[Profile, ...]) -> list[Scored[Source | None]]:
    """The agencies whose dispatch the page is by its dateline, or by the copyright line under it.

    Whoever else the page says it is by weighs more: a paper prints its agencies' dispatches.
    """
    out: list[Scored[Source | None]] = []
    said = opening(page, words) or alone(page, words)
    if said:
        line, head = said
        source = known(words.agency_names.get(fold(head.agency), head.agency), profiles)
        quote = line.text[: head.end].strip()
        out.append(scored(source, "stated", "dateline", page.document, line.block.span, quote, 0.4))
    for line in page.lines[page.end : page.end + _FOOT]:
        agency = _agency_s_right(line.text, words) if len(line.text) <= _LONGEST else ""
        if agency:
            source = known(agency, profiles)
            out.append(
                scored(source, "stated", "copyright-agency", page.document, line.block.span, line.text, 0.35)
            )
    return out


def _agency_s_right(text: str, words: Words) -> str:
    """The agency that a whole line says a text is of: "© Agence France-Presse"; "© AFP" may be a photo's."""
    mark = _COPYRIGHT.match(text)
    if not mark:
        return ""
    name = _RIGHTS.sub("", _YEARS.sub("", mark[1])).strip(" .,-–/")
    dated = bool(_YEAR.search(text)) or name != mark[1].strip(" .,-–/")
    agency = fold(name) in words.agencies and (dated or " " in name)
    return words.agency_names.get(fold(name), name) if agency else ""


def _talk(page: Page, words: Words, first: int, last: int) -> tuple[str, ...]:
    """The phrases such as "le site officiel de" that some lines hold at all: mostly none."""
    text = "\n".join(
        page.folded(line) for line in page.lines[first : last + 1] if len(line.text) <= 3 * _SHORT
    )
    return tuple(phrase for phrase in words.owner if phrase in text)


def _has_mark(text: str) -> bool:
    """Whether a line speaks of a copyright."""
    return "©" in text or "opyright" in text or "COPYRIGHT" in text


def _names(line: Line, page: Page, words: Words, whose: tuple[str, ...], *, near: bool) -> list[Reading]:
    """The publishers that one line names: the name, by which sign, and how strong that is."""
    short = len(line.text) <= _SHORT
    found: list[Reading] = []
    if near:
        folded = page.folded(line)
        if short:
            found += _published_in(line.text, folded, words)
            if " / " in line.text and abs(line.at - page.start) <= _NEAR and not _among_menus(line, page):
                found += _place_and_source(line.text, words)
            if abs(line.at - page.start) <= _NEAR:
                found += _beside_authors(line, folded, page, words)
        if short and line.at < page.start and _DOMAIN.fullmatch(line.text):
            found.append(
                (line.text.lower().removeprefix("www."), "domain-line", 0.6)
            )  # as reading modes begin
        if whose and (not line.kept or line.at < page.start):
            found += _owner(line.text, folded, whose)
    if short and _has_mark(line.text):
        found += _copyright(line.text, words, near=near, below=line.at >= page.end)
    return [one for one in found if _is_name(one[0])]


def _published_in(text: str, folded: str, words: Words) -> list[Reading]:
    """The name after "Publié dans" or "Source :"."""
    if not folded.startswith(words.publisher):
        return []
    for phrase in words.publisher:
        if folded.startswith((f"{phrase} ", f"{phrase}:")):
            rest = text[len(phrase) :].strip(" :")
            name = host_of(safe_address(rest.split(" ", 1)[0])) if rest.startswith("http") else _until(rest)
            if fold(name) in words.furniture or (" " in phrase and _SECTIONS.fullmatch(rest)):
                return []  # a blog's sections: "Publié dans Urbanisme, Justice"
            return [(name, "published-in", 1.5)] if " " in phrase else [(name, "source-line", 0.9)]
    return []


def _place_and_source(text: str, words: Words) -> list[Reading]:
    """The paper in a line such as "Paris / La Gazette", which a menu's "La radio / Nos podcasts" is not."""
    match = _PLACE_SOURCE.match(text) if len(text) <= _LONGEST else None
    if match is None or any(_begins_as_menus_do(part, words) for part in match.groups()):
        return []
    return [(match[2], "place-and-source", 1.3)]


def _among_menus(line: Line, page: Page) -> bool:
    """Whether several lines around it are parted in the same way: "Justice / Police", "Arts / Lettres"."""
    beside = page.lines[max(0, line.at - _NEAR) : line.at + _NEAR + 1]
    return sum(1 for one in beside if len(one.text) <= _LONGEST and " / " in one.text) > _PARTED


def _begins_as_menus_do(part: str, words: Words) -> bool:
    """Whether a small word that is no article comes first ("À propos"), or a menu's words are all: "News"."""
    tokens = fold(part).split()
    return all(token in words.furniture or token in words.press for token in tokens) or (
        tokens[0] in words.stop_words and not ARTICLE.match(part)
    )


def _beside_authors(line: Line, folded: str, page: Page, words: Words) -> list[Reading]:
    """The paper where a byline stands: "Le Courrier avec AFP", "Par Le Courrier"."""
    if any(joint in folded for joint in joints(words)):
        paper = paper_beside(line.text, words)
        return [(paper, "paper-and-agency", 0.8)] if paper else []
    beside = page.lines[max(0, line.at - 1) : line.at + 2]
    if line.flat or not any(map(page.is_dated, beside)):
        return []
    said = byline_start(folded, words) > 0
    paper = paper_of(line.text, words) if said or not words.press.isdisjoint(folded.split()) else ""
    if fold(paper) in words.press:
        return []  # a section: "Média", "Journal"
    if not said and len(paper) < _SAID_SHARE * len(line.text):
        return []  # "Le lac, le 5 août 2024. (Anne Petit / Télé)": a caption
    return [(paper, "paper-byline", 0.7 if said else 0.5)] if paper else []


def _owner(text: str, folded: str, whose: tuple[str, ...]) -> list[Reading]:
    """Whose site the page's own talk says it is: "le site officiel de …"."""
    for phrase in whose:
        at = folded.find(phrase)
        if at >= 0:
            rest = re.split(r"[.,;:!?|(]| - | – ", text[at + len(phrase) :].strip(), maxsplit=1)[0]
            return [(ARTICLE.sub("", rest.strip()), "owner-phrase", 0.8)]
    return []


def _copyright(text: str, words: Words, *, near: bool, below: bool) -> list[Reading]:
    """The owner of a copyright line: a domain anywhere, a name only with its year under the article."""
    mark = _COPYRIGHT.search(text)
    name = _RIGHTS.sub("", _YEARS.sub("", mark[1])).strip(" .,-–/") if mark else ""
    whole, *after = _PARTS.split(name)
    if any(has_furniture(part, words) for part in after):  # "Le Courrier - Mentions légales"
        name = whole
    domain = _DOMAIN.fullmatch(name)
    if domain:
        return [(domain[1].lower(), "copyright-line", 1.0 if near else 0.7)]
    named = _WITH_DOMAIN.match(name)
    if named:  # a photographer's credit names no site
        return [(named[1], "copyright-line", 0.9)]
    return [(name, "copyright-line", 0.5)] if mark and below and _YEAR.search(text) else []


def _until(text: str) -> str:
    """A name up to a date, a separator or a bracket."""
    name = re.split(
        r"\s+(?:le|on|am|du|the)\s+\d|\s*[|(\[·•]|\s+[-–—]\s+|\s*\d{1,2}[/.]\d|,|\.\s", text, maxsplit=1
    )[0]
    return name.strip(" .:;-–") if len(name) <= _LONGEST else ""


def _is_name(name: str) -> bool:
    """Whether words can be a publisher's name."""
    if not _NAME_SHORTEST <= len(name) <= _NAME_LONGEST or len(name.split()) > _NAME_WORDS:
        return False
    known = not name[0].islower() or "." in name
    return known and any(map(str.isalpha, name))
