"""The paper's own name at the top of a page: above the title, where no menu, section or writer stands."""

import re
from collections.abc import Iterator

from sitegen.config.lexicon import Words
from sitegen.metadata.page import Line, Page
from sitegen.text.bylines import is_named, opens_byline
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily

_TOP = 40  # lines from the page's first in which its name is looked for
_NAMES_READ = 6  # of those that are no menu
_SHORTEST, _LONGEST, _MOST_WORDS = 3, 50, 6
_OWN = 2  # words of a name that are not small
_LEAST = 4  # letters of a name that is told by being said again
_SAID_SHORT = 140
_ELIDED = 2  # letters of an article or "de" before an apostrophe: "L'Éveil", "d'Azur"
_FOOT = 60  # lines below the article that may say the name again
_PARTS = lazily(r"\s+(?:[|—–>›»•·-]|::)\s+")
_DATE_AFTER = lazily(r"[\s,]+(?:le\s+)?\d.*$")
_ENDS = (".", "!", "?", ":", "…", ",", ";")
_MARKS = lazily(r"[\d\"“”«»()\[\]{}@#/\\:;!?=+<>…]")
_BETWEEN = lazily(r"[\s\d,:.'\"«(-]+$")  # what may stand between "©" and a name: a year
_WORD = lazily(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ARTICLES = ("le ", "la ", "les ", "l'", "the ", "der ", "die ", "das ", "il ", "el ", "los ", "las ")
_OF = lazily(r"\s+(?:de\s+la|de\s+l['’]|des?|du|d['’]|von|vom|of)\s*", re.IGNORECASE)

Found = tuple[Line, str, str, float]  # line, name, detector, weight


def mastheads(page: Page, words: Words, title: str, title_at: int) -> Iterator[Found]:
    """The names at the top that are a paper's: by its form, or by what the page says of itself."""
    named = fold(title)
    last = min(title_at if title_at >= 0 else page.start, page.start, _TOP)
    read = 0
    for line in page.lines[: max(0, last)]:
        if not line.text or line.flat or len(line.text) > _SAID_SHORT or page.folded(line) == named:
            continue
        name = _name(line.text)
        if not _may_be(name, words) or fold(name) in named:
            continue
        read += 1
        if read > _NAMES_READ:
            return
        if has_form(name, words):
            yield line, name, "masthead", 0.75
        elif _is_said_again(name, line, page, words):
            yield line, name, "masthead-again", 0.7
    if title_at >= 0 and len(page.lines[title_at].text) <= 2 * _SAID_SHORT:
        line = page.lines[title_at]
        name = _PARTS.split(line.text)[-1]
        beside = page.folded(line).startswith(named) and fold(name) not in named
        if beside and _may_be(name, words) and has_form(name, words):
            yield line, name, "masthead-title", 0.75


def _name(text: str) -> str:
    """A line up to its first separator or day: "Le Courrier > Sports", "La Gazette, 3 mai 2024"."""
    return _DATE_AFTER.sub("", _PARTS.split(text, maxsplit=1)[0]).strip()


def _may_be(name: str, words: Words) -> bool:
    """Whether words are short and written as a name is, and no menu's, no text's kind, no person's."""
    folded = fold(name)
    return (
        _SHORTEST <= len(name) <= _LONGEST
        and len(name.split()) <= _MOST_WORDS
        and not name[0].islower()
        and not name.endswith(_ENDS)
        and not _MARKS.search(name)
        and not _is_menu(folded, words)
        and folded not in words.releases
        and folded not in words.related
        and not opens_byline(folded, words)
        and not is_named(name, words)
    )


def _is_menu(folded: str, words: Words) -> bool:
    """Whether the words are all a menu's, or those of a menu but for small ones."""
    tokens = [token for token in re.split(r"[\s'’-]+", folded) if token not in words.stop_words]
    return not tokens or all(token in words.furniture and token not in words.mastheads for token in tokens)


def has_form(name: str, words: Words) -> bool:
    """Whether a name has the form of a paper's: "Le Courrier de Lunay", "Radio Lunay", "Lunay Matin".

    Its own words have capitals. A word such as "Matin" ends it, or one such as "Courrier" begins it behind an
    article: "Tribune de Lunay" may be somebody's opinion, "Le Journal" a section. "Radio" needs no article.
    """
    bare = _without_article(name)
    tokens = _WORD.findall(bare.replace("-", " "))
    own = [word for word in tokens if fold(word) not in words.stop_words]
    if (
        len(own) < _OWN
        or not all(map(_capital, own))
        or any(fold(word) in words.furniture for word in own[1:-1])
    ):
        return False
    first, last = fold(own[0]), fold(own[-1])
    if first in words.mastheads and last not in words.furniture:
        rest = _OF.split(bare, maxsplit=1)[1:]
        return (bare != name or first in words.masttails) and not (rest and is_named(rest[0], words))
    return last in words.masttails and first not in words.furniture


def _without_article(name: str) -> str:
    lowered = name.lower().replace("’", "'")
    return next((name[len(one) :].strip() for one in _ARTICLES if lowered.startswith(one)), name)


def _capital(word: str) -> bool:
    """Whether a word has a capital, behind "d'" too, or no letters that have any; "Presqu'île" has one."""
    first, *rest = re.split(r"['’]", word)
    own = (rest[-1] if rest and len(first) <= _ELIDED else "") or word
    return own[0].isupper() or own[0].lower() == own[0].upper()


def _is_said_again(name: str, line: Line, page: Page, words: Words) -> bool:
    """Whether the page names itself so elsewhere: "© 2026 L'Éveil", "Suivez L'Éveil sur …"."""
    own = [word for word in _WORD.findall(name.replace("-", " ")) if fold(word) not in words.stop_words]
    if not own or not all(map(_capital, own)):
        return False
    said = fold(_OF.split(name, maxsplit=1)[0]) if name != _without_article(name) else fold(name)
    if len(said) < _LEAST + (2 if " " in said else 0):
        said = fold(name)
    if len(said) < _LEAST:
        return False
    whole = re.compile(rf"(?<!\w){re.escape(said)}(?!\w)")
    for one in page.lines[: page.end + _FOOT]:
        if one.at == line.at or len(one.text) > _SAID_SHORT or not one.text:
            continue
        if page.start <= one.at < page.end and one.kept:
            continue
        folded = page.folded(one)
        match = whole.search(folded)
        if match and _BETWEEN.sub("", folded[: match.start()]).endswith(("©", *words.imprint)):
            return True
    return False
