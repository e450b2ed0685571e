"""Which source a capture comes from, and which language it is in."""

from collections import Counter
from functools import cache

from sitegen.config.lexicon import Lexicon
from sitegen.config.sources import Profile
from sitegen.model import Block, Document, Recognition
from sitegen.text.fold import fold
from sitegen.text.keys import KEYS, spelled
from sitegen.text.lazily import lazily
from sitegen.text.scripts import SCRIPTS

_READ = 800  # characters that are enough to tell a language
_LOOK = 12_000  # characters looked through for addresses and fingerprints
_LEAST = 3  # stop words that a guess needs
_WORD = lazily(r"[^\W\d_]+")
_PLAIN = lazily(r"[a-z]+")
_OTHER = lazily(r"[^\x00-\x7f\u2000-\u206f«»\u00a0]")
_HOST = lazily(
    r"(?:https?(?:://|%3a%2f%2f)|[©@]|\bwww\.)(?:www\.)?([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,4})"
)  # in a text in small letters
_MARKS = ("http", "www.", "©", "@")
_TAG = lazily(r"[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}")
_FINGERPRINT = 3.0
_DECLARED = 4.0
_ALIKE = 0.1  # of a score: "le" and "de" are words of Spanish too
_LETTER = 0.5  # what a letter of its own says for a language, beside a stop word's 1


def recognise(
    document: Document, profiles: tuple[Profile, ...], languages: Lexicon, own: str = ""
) -> Recognition:
    """The source's profile ("" for none) and the language, each with its rivals as (id, score).

    Front matter's word on the language wins; then what the text itself shows; then the profile. ``own`` is
    the site's language, which a text of few words is in where it may be in another as well.
    """
    sources = _sources(document, profiles) if profiles else []
    profile = sources[0][0] if sources else ""
    tongues = detect_language(sample(document.blocks), languages, own)
    declared = _declared_language(document)
    language = declared or (tongues[0][0] if tongues else "")
    if not language:
        language = next((known.language for known in profiles if known.id == profile), "")
    return Recognition(profile, language, (*sources, *tongues))


def _declared_language(document: Document) -> str:
    """The front matter's language as a small BCP 47 tag; "" where none is given or it is none."""
    for value in _given(document, "language"):
        tag = value.strip().lower().replace("_", "-")
        if _TAG.fullmatch(tag):
            return tag
    return ""


def _given(document: Document, *names: str) -> list[str]:
    """Front matter's texts under these keys of ours, however they are spelt."""
    entries = {spelled(entry.key): entry.value for entry in reversed(document.meta)}  # the first one counts
    values = [entries.get(spelling) for name in names for spelling in KEYS[name]]
    return [value for value in values if isinstance(value, str)]


def _unlikely(block: Block) -> int:
    """How unlike running text a block is: short, full of addresses, or a list on one line."""
    text = block.text
    size = min(len(text), _READ)
    return -size if ". " in text[:_READ] and "](" not in text[:_READ] else -size // 10


def sample(blocks: tuple[Block, ...]) -> str:
    """The longest blocks' beginnings: running text, by which a language is told apart from its menus."""
    longest = sorted(blocks, key=_unlikely)[:4] if len(blocks) > 4 else blocks  # noqa: PLR2004  four paragraphs are plenty
    out: list[str] = []
    room = _READ
    for block in longest:
        out.append(block.text[: min(room, 300)])
        room -= len(out[-1])
        if room <= 0:
            break
    return " ".join(out)


def detect_language(text: str, languages: Lexicon, own: str = "") -> list[tuple[str, float]]:
    """Languages that a text may be in, likeliest first, with a score up to 1; none for too little text.

    Of those that hardly differ, ``own`` comes first.
    """
    text = text[:_READ].lower()
    known = languages.scripts.get(_script(text), ())
    if len(known) == 1:
        return [(known[0], 1.0)]
    votes: dict[str, float] = {}
    words = _WORD.findall(text)
    for word, times in Counter(words).items():
        for language in languages.votes.get(word, ()):
            votes[language] = votes.get(language, 0.0) + times
    for letter, times in Counter(_OTHER.findall(text)).items():
        for language in languages.letters.get(letter, ()):
            votes[language] = votes.get(language, 0.0) + _LETTER * times
    found = [
        (language, round(min(1.0, 2 * count / max(len(words), 1)), 3))
        for language, count in sorted(votes.items(), key=lambda entry: (-entry[1], entry[0]))
        if language in known and count >= _LEAST
    ]
    near = [one for one in found[:3] if one[0] == own and one[1] >= found[0][1] - _ALIKE]
    return [*near, *(one for one in found[:3] if one not in near)]


def _script(text: str) -> str:
    """The script that more than half of a text's letters are of; latin where no other is."""
    others = _OTHER.findall(text)
    if len(others) * 3 < len(text):  # accents alone
        return "latin"
    letters = sum(map(str.isalpha, text))
    return next(
        (name for name, pattern in SCRIPTS.items() if len(pattern.findall(text)) > letters / 2), "latin"
    )


@cache
def _longest_word(mark: str) -> str:
    """A fingerprint's longest run of plain letters: rarely there, and quickly looked for."""
    return max(_PLAIN.findall(mark.lower()), key=len, default="")


def _sources(document: Document, profiles: tuple[Profile, ...]) -> list[tuple[str, float]]:
    """Profiles that something in the capture speaks for, best first."""
    text = "\n".join(block.text for block in document.blocks)
    if len(text) > 2 * _LOOK:
        text = f"{text[:_LOOK]}\n{text[-_LOOK:]}"
    small = text.lower()
    hosts = Counter(
        host.removeprefix("www.")
        for line in (small.split("\n") if any(mark in small for mark in _MARKS) else ())
        if "." in line and any(mark in line for mark in _MARKS)
        for host in _HOST.findall(line)
    )
    declared = " ".join(
        value.lower() for value in _given(document, "source", "source_url", "link", "address")
    )
    total = max(1, hosts.total())
    scores = []
    for profile in profiles:
        score = sum(min(2.0, 4 * hosts[domain] / total) for domain in profile.domains if domain in hosts)
        score += sum(
            _FINGERPRINT
            for mark in profile.fingerprints
            if _longest_word(mark) in small and fold(mark) in fold(text)
        )
        if declared and (
            any(domain in declared for domain in profile.domains)
            or declared.strip() in (profile.id, profile.name.lower())
        ):
            score += _DECLARED
        if score >= 1:
            scores.append((profile.id, round(score, 3)))
    return sorted(scores, key=lambda entry: (-entry[1], entry[0]))
