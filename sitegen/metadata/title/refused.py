"""Lines that are no title though they may look like one: a subhead, a row, a caption, a byline."""

from sitegen.config.lexicon import Words
from sitegen.metadata.caption import is_attached, is_credited_again, is_pictured
from sitegen.metadata.page import Line, Page, is_recent
from sitegen.metadata.title.evidence import CLOSE, Weighed
from sitegen.metadata.title.signs import is_writer, is_written_twice
from sitegen.text.bylines import byline, credited, in_office
from sitegen.text.fold import fold
from sitegen.text.lazily import lazily
from sitegen.text.names import is_person
from sitegen.text.sentences import sentences

_WRITER = "written-by"  # the rule of what announces who wrote
_LONGEST = 240  # characters of a row
_WORDS = lazily(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")
_FIGURES = lazily(r"\d[\d  .,]*")
_SIGNS = lazily(r"[+−±=-]+")
_NUMBER = lazily(r"\d{1,2} ?[.)–—-] ?[^\W\d_]")
_BESIDE = 2  # lines on which an article's head stands under one, or rows on either side
_TAGS = 10  # words: a headline may have eight with none that joins them
_SPEECH = 120  # characters of a quotation that is none of a title's
_SAID = 2  # sentences of one that may be
_LABEL = lazily(r"([^:?.\n]{2,40}?)[\u00a0\u202f ]?:[\u00a0\u202f ]")  # "Anne Petit : …"
_EXCHANGE = 30  # lines under a question in which who asks and who answers speak again
_TURNS = 3  # times that each of them does
_NAME = 6  # characters of an owner's name
_NAME_SPACES = 5
_ASIDE = lazily(r"\([^()]{1,40}\)|[•|·].*|^©(?: \d{4})?")
_BRACKETS = lazily(r"\[[^\[\]]*\]")  # all of a line: what the page says to the reader, as of its letter
_MAIL = lazily(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w")


def is_refused(one: Weighed, page: Page, words: Words) -> bool:
    """Whether a line is something other than a title, whatever speaks for it."""
    line, text = one.line, one.line.text
    return bool(
        _is_subhead(one, page, words)
        or _is_row(one, page)
        or _is_tags(line, words)
        or _is_numbered(line, page)
        or _is_shown(line, page, words)
        or byline(text, words)
        or credited(text, words)
        or in_office(text, words)
        or (" / " in text and is_writer(text.rstrip(" :"), words))
        or _MAIL.search(text)
        or _BRACKETS.fullmatch(text)
        or is_attached(page.folded(line))
        or is_pictured(page.folded(line), words)
        or _is_since(page.folded(line), words)
        or _is_talk(line, page)
        or _is_owner(line, page, words)
        or _is_writer_s_office(line, page)
    )


def _is_subhead(one: Weighed, page: Page, words: Words) -> bool:
    """Whether a line within the text may be a subhead: no date or name under it, nowhere said again.

    In a text alone no line can be told from one, but for a first heading. A quotation over it is none.
    """
    if one.line.at <= page.start or one.says("h1"):
        return False
    signed = one.followed >= CLOSE
    above = any(line.text for line in page.lines[: page.start]) or _is_speech(page.lines[page.start].text)
    told = above and (signed or one.says("repeats") or one.says("alike"))
    return not (told or _is_headed(one.line, page, words))


def _is_headed(line: Line, page: Page, words: Words) -> bool:
    """Whether the lines under one are an article's head: its day with its label, or its writer's name twice.

    Pages that put their standfirst or text first say their title within it. Other articles' days may follow
    the text as well, but then they are several.
    """
    below = [one for one in page.lines[line.at + 1 : line.at + 2 + _BESIDE] if one.text][:2]
    if below[1:] and is_written_twice(below[0], below[1], page, words):
        return True
    if not below or not _is_published(below[0], page, words):
        return False
    return sum(_is_published(one, page, words) for one in page.lines) == 1


def _is_published(line: Line, page: Page, words: Words) -> bool:
    """Whether a line is a whole day behind words such as "publié le"."""
    return page.is_dated(line) and page.folded(line).startswith(words.published)


def _is_shown(line: Line, page: Page, words: Words) -> bool:
    """Whether a line tells of a picture: its caption says it again, a label or a credit announces it."""
    after = page.lines[line.at + 1 : line.at + 2]
    if any(
        one.text.startswith(f"{line.text}.") or is_credited_again(line.text, one.text, words) for one in after
    ):
        return True
    before = page.lines[line.at - 1] if line.at else line
    label = page.folded(before).rstrip(" ,:").split()
    if before.text[-1:] in (",", ":"):
        return bool(label) and words.captions.issuperset(label)
    return "," in before.text and before.text.isupper() and label[0] in words.captions


def _is_talk(line: Line, page: Page) -> bool:
    """Whether a line is speech: a quotation of many sentences, a question by one before who answers it."""
    text = line.text
    if line.block.kind == "heading":
        return False
    if _is_speech(text):
        return True
    if not text.endswith("?") or not _LABEL.match(text):
        return False
    below = next((one.text for one in page.lines[line.at + 1 : line.at + 1 + _BESIDE] if one.text), "")
    label, own = _LABEL.match(below), _LABEL.match(text)
    if label is None or own is None:
        return False
    return is_person(label[1]) or (_speaks_again(own[0], line, page) and _speaks_again(label[0], line, page))


def _speaks_again(label: str, line: Line, page: Page) -> bool:
    """Whether what begins a line ("Q : ") begins others of the text under it, as who speaks does."""
    under = page.lines[line.at : line.at + _EXCHANGE]
    return sum(one.text.startswith(label) for one in under) >= _TURNS


def _is_speech(text: str) -> bool:
    """Whether a line is a quotation of many sentences, as pages put over their title."""
    return len(text) >= _SPEECH and text[0] in '«“"' and len(sentences(text)) > _SAID


def _is_owner(line: Line, page: Page, words: Words) -> bool:
    """Whether a line is the name of who the page says owns the text, with what is said beside such a name.

    "La Gazette de Valmont (site web) • 312 mots" is, where "© 2026 La Gazette de Valmont" stands below.
    """
    name = _ASIDE.sub("", line.text).strip()
    if len(name) < _NAME or name.count(" ") > _NAME_SPACES:
        return False
    own = fold(name)
    return any(
        own in page.folded(one) and (one.text.startswith("©") or page.folded(one).startswith(words.publisher))
        for one in page.lines
        if one.at != line.at and len(one.text) <= _LONGEST
    )


def _is_writer_s_office(line: Line, page: Page) -> bool:
    """Whether a line says what somebody is whose name stands over it, under a line such as "L'auteur"."""
    above = [one for one in page.lines[max(0, line.at - 2 * _BESIDE) : line.at] if one.text][-_BESIDE:]
    return len(above) == _BESIDE and above[0].rule == _WRITER and is_person(above[1].text)


def _is_since(folded: str, words: Words) -> bool:
    """Whether a line says no more than how long ago the page came: "Il y a 3 jours – Par Le Courrier"."""
    return is_recent(folded, words) and any(folded.startswith(f"{phrase} ") for phrase in words.ago)


def _is_row(one: Weighed, page: Page) -> bool:
    """Whether a line with figures is one of a list: two beside it have the same signs in the same order."""
    if not any(map(str.isdigit, one.line.text)):
        return False
    own = _row_of(one.line.text)
    beside = page.lines[max(0, one.line.at - _BESIDE) : one.line.at + _BESIDE + 1]
    return sum(len(other.text) <= _LONGEST and _row_of(other.text) == own for other in beside) > _BESIDE


def _row_of(text: str) -> str:
    """How a row looks: its words and figures each as one sign, whatever their number."""
    return _FIGURES.sub("0", _WORDS.sub("a", _SIGNS.sub("-", text)))


def _is_numbered(line: Line, page: Page) -> bool:
    """Whether a line is one of an interview's questions with their numbers: "2 – Que ferez-vous ?"."""
    if line.block.kind == "heading" or not (line.text.endswith("?") and _NUMBER.match(line.text)):
        return False
    asked = [one for one in page.lines if one.text.endswith("?") and _NUMBER.match(one.text)]
    return len(asked) > 1


def _is_tags(line: Line, words: Words) -> bool:
    """Whether a line is a picture's or page's key words: many words, none of those that join others."""
    tokens = line.text.split()
    return (
        len(tokens) >= _TAGS
        and all(token.isalpha() for token in tokens)
        and words.stop_words.isdisjoint(map(fold, tokens))
    )
