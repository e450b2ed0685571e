"""The ledger: which id and address each file was given when it was first published.

Ids and permalinks are promises to subscribers and readers, so they are kept in a file that is committed with
the content (`content/ledger.tsv`), one line an article, sorted by path, so that two editors' changes merge.
A file that is not in it gets an id and address derived from its path, date and title; that is also what it
would have got on any other machine, so a fresh clone with an old ledger agrees with the editor's. Where it is
one that was there under another name, it keeps what that had.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from sitegen.model import Article, Diagnostic, Span, Where, said
from sitegen.text import routes
from sitegen.text.identity import article_id
from sitegen.text.lazily import lazily

_HEADER = (
    "# path, id, address, day it came, text@day it changed, former addresses; commit this with the articles\n"
)
_SHELF = "shelf"
_GONE = "gone"  # in a row's last column: its file went away, and that was noticed
_SAME_TEXT = 8  # words: shorter texts may be the same by chance
_ID = lazily(r"[0-9a-f]{16}")
_COLUMNS = 4
_DAY = lazily(r"\d{4}-\d\d-\d\d")
_TEXT = lazily(r"([0-9a-f]{12})(?:@(\d{4}-\d\d-\d\d))?")  # "0f3a5b7c9d1e", "0f3a5b7c9d1e@2025-12-01"


# "content/articles/a.md\t0123456789abcdef\t/articles/2025/11/a/\t2025-12-01\t0f3a5b7c9d1e": as nearly all are
_PLAIN = lazily(
    r"([^\t]*)\t([0-9a-f]{16})\t(/articles/(?:[\w~%-][\w.~%-]*/)+)\t([0-9]{4}-[0-9]{2}-[0-9]{2})\t([0-9a-f]{12})"
)


class Row(Struct, frozen=True, array_like=True):
    """One article's promise: its id, its address, former addresses, and when it came and was last edited.

    ``text`` is the digest of the text as published last; ``changed`` the day on which it became another;
    ``gone`` says that there was no such file any more when the site was last published.
    """

    path: str
    id: str
    url: str
    added: dt.date
    aliases: tuple[str, ...] = ()
    text: str = ""
    changed: dt.date | None = None
    gone: bool = False

    @property
    def slug(self) -> str:
        """The part of the address that was made of the title."""
        return routes.name_in(self.url)


class Ledger(Struct, frozen=True):
    """All promises: articles by path, and the shelves with feeds that were ever published.

    ``shelves`` gives the name of each by its address, "" where a vocabulary names it.
    """

    rows: Mapping[str, Row]
    shelves: Mapping[str, str] = field(default_factory=dict)


def read_ledger(path: str, text: str) -> tuple[Ledger, tuple[Diagnostic, ...]]:
    """The ledger of a file's text; a line that is not one of ours is named and left out."""
    rows: dict[str, Row] = {}
    shelves: dict[str, str] = {}
    held: dict[str, int] = {}  # ids and addresses with their lines: two articles must share neither
    notes = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line[0] == "#":
            continue
        parts: list[str] = []
        row = _plain_row(line)
        if row is None:
            parts = line.split("\t")
            row = _row(parts)
        if row is None and parts[0] == _SHELF and len(parts) in (2, 3) and routes.is_address(parts[1]):
            shelves[parts[1]] = "".join(parts[2:])
        elif row is not None:
            own = (row.path, row.id, row.url.lower())
            if not held.keys().isdisjoint(own):
                twice = next(one for one in own if one in held)
                message = said("{what} stands on line {line} already", what=twice, line=str(held[twice]))
                hint = said("keep the older line; the other article gets an address of its own")
                where = Where(path, Span(number, number))
                notes.append(Diagnostic("ledger-twice", "error", where, message, hint))
            else:
                held[own[0]] = held[own[1]] = held[own[2]] = number
                rows[row.path] = row
        else:
            message = said("this line is no path, id, address and day separated by tabs")
            hint = said("restore it from the last commit, or remove it")
            notes.append(Diagnostic("ledger-line", "error", Where(path, Span(number, number)), message, hint))
    return Ledger(rows, shelves), tuple(notes)


@lru_cache(1000)
def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def _plain_row(line: str) -> Row | None:
    """The row of a line as nearly all are, None where `_row` has to look at it closely."""
    plain = _PLAIN.fullmatch(line)
    if plain is None or len(plain[3]) > routes.MAX_ADDRESS:
        return None
    path, identity, url, added, text = plain.groups()
    try:
        return Row(path, identity, url, _day(added), (), text)
    except ValueError:
        return None


def _row(parts: list[str]) -> Row | None:
    """The row of a line's columns, None where they are not a row's."""
    gone = len(parts) > _COLUMNS and parts[-1] == _GONE
    parts = parts[:-1] if gone else parts
    if len(parts) < _COLUMNS or not _ID.fullmatch(parts[1]) or not _DAY.fullmatch(parts[3]):
        return None
    stamp = _TEXT.fullmatch(parts[4]) if len(parts) > _COLUMNS else None
    aliases = tuple(parts[_COLUMNS + 1 :] if stamp else parts[_COLUMNS:])
    if not parts[2].startswith(routes.ARTICLES) or not routes.is_address(parts[2]):
        return None
    if aliases and not all(map(routes.is_address, aliases)):
        return None
    try:
        added = _day(parts[3])
        changed = _day(stamp[2]) if stamp and stamp[2] else None
    except ValueError:
        return None
    return Row(parts[0], parts[1], parts[2], added, aliases, stamp[1] if stamp else "", changed, gone)


def write_ledger(ledger: Ledger) -> str:
    """The ledger as text, sorted."""
    lines = [
        "\t".join(
            (
                row.path,
                row.id,
                row.url,
                row.added.isoformat(),
                *_stamp(row),
                *row.aliases,
                *((_GONE,) if row.gone else ()),
            )
        )
        + "\n"
        for _, row in sorted(ledger.rows.items())
    ]
    shelves = [
        "\t".join((_SHELF, url, *((name,) if name else ()))) + "\n"
        for url, name in sorted(ledger.shelves.items())
    ]
    return _HEADER + "".join(lines) + "".join(shelves)


def _stamp(row: Row) -> tuple[str, ...]:
    """The column of a row's text, where it is known."""
    return (f"{row.text}@{row.changed}" if row.changed else row.text,) if row.text else ()


def assign(
    articles: Iterable[Article], known_paths: frozenset[str], ledger: Ledger, today: dt.date
) -> tuple[tuple[Article, ...], dict[str, str], dict[str, Row], tuple[Diagnostic, ...]]:
    """Each article with its permanent id and all former addresses, the address by id, and the new rows.

    ``known_paths`` are the paths of all files there are, published or not: a row whose file is gone is taken
    over by the file that it became, or leads to one that has its text. Of two articles that want one address,
    the one already published keeps it, then the first by path. A new article that names a lost row's address
    among its former ones has that row's id and day under an address of its own.
    """
    notes: list[Diagnostic] = []
    rows = dict(ledger.rows)
    articles = sorted(articles, key=lambda item: item.path)
    lost = {path: row for path, row in rows.items() if path not in known_paths}
    claimed: dict[str, Row] = {}
    if lost:
        new = _taken_over(
            [article for article in articles if article.path not in rows], lost, rows, _by_address
        )
        notes += _claim(articles, new, lost, rows, claimed, today)
        new = _taken_over([article for article in new if article.path not in claimed], lost, rows, _by_text)
        notes += _left(articles, new, lost, rows)
    taken: dict[str, str] = {}  # filled once an article asks what is
    used_ids: set[str] = set()
    placed: list[Article] = []
    urls: dict[str, str] = {}
    for article in articles:
        row = rows.get(article.path)
        if row is not None and row.gone:
            row = rows[article.path] = replace(row, gone=False)
        if row is None or (article.slug_declared and article.slug != row.slug):
            if not taken:
                taken.update({row.url.lower(): row.path for row in rows.values()})
                used_ids.update([row.id for row in (*rows.values(), *claimed.values())])
            row = _new_row(article, row or claimed.get(article.path), rows, taken, used_ids, today, notes)
        if row.text != article.text:
            changed = today if row.text else None
            row = rows[article.path] = replace(row, text=article.text, changed=changed)
        placed.append(_with_row(article, row))
        urls[row.id] = row.url
    return tuple(placed), urls, rows, tuple(notes)


def _with_row(article: Article, row: Row) -> Article:
    """The article with its row's id and all former addresses; the very same where it has them already."""
    aliases = article.aliases
    if aliases or row.aliases:
        aliases = tuple(sorted({*aliases, *row.aliases} - {row.url}))
    if article.id == row.id and article.aliases == aliases:
        return article
    return replace(article, id=row.id, aliases=aliases)


def _new_row(
    article: Article,
    row: Row | None,
    rows: dict[str, Row],
    taken: dict[str, str],
    used_ids: set[str],
    today: dt.date,
    notes: list[Diagnostic],
) -> Row:
    """The row of a file that is new, or was given another slug by its editor; kept in ``rows``."""
    url = _free(routes.article_url(article), taken, article, notes)
    if row is None:
        row = Row(article.path, _free_id(article.path, used_ids), url, today)
    else:
        former = tuple(sorted({*row.aliases, row.url} - {url}))
        row = replace(row, path=article.path, url=url, aliases=former)
    rows[article.path] = row
    used_ids.add(row.id)
    taken[row.url.lower()] = article.path
    return row


_Test = tuple[Callable[[Article], str], Callable[[Row], str]]


def _taken_over(
    new: Sequence[Article], lost: dict[str, Row], rows: dict[str, Row], test: _Test
) -> list[Article]:
    """Give new files the rows of those that they were; the articles that are left, ``lost`` without the rows.

    An article is known by the address that it would get, else by its text: a title alone comes again, as a
    column's does every month.
    """
    of_article, of_row = test
    found: dict[str, list[str]] = {}
    for path in sorted(lost) if new else ():
        found.setdefault(of_row(lost[path]), []).append(path)
    left = []
    for article in new:
        sign = of_article(article)
        former = found.get(sign) if sign else None
        if not former:
            left.append(article)
            continue
        path = former.pop(0)
        del rows[path]
        rows[article.path] = replace(lost.pop(path), path=article.path)
    return left


def _claim(
    articles: Sequence[Article],
    new: Sequence[Article],
    lost: dict[str, Row],
    rows: dict[str, Row],
    claimed: dict[str, Row],
    today: dt.date,
) -> Iterator[Diagnostic]:
    """Take the rows whose address an article names among its former ones out of ``lost``, for that article.

    Only an article that has no row yet, or was given one today, takes over an id: the other's is promised.
    That of today is one whose former address was asked for when the site was built last. ``claimed`` has the
    rows of the articles that have none, by path. A second article that names the same address is told so.
    """
    fresh = {article.path for article in new}
    claims = [article for article in articles if article.aliases]
    former = _lost_addresses(lost, rows) if claims else {}
    first: dict[str, str] = {}  # who took a row over, by the row's path
    for article in claims:
        own = rows.get(article.path)
        named = [former[alias.lower()] for alias in article.aliases if alias.lower() in former]
        free = [path for path in dict.fromkeys(named) if path not in first]
        if named and not free:
            yield _claimed_twice(article, first[named[0]])
        if not free or not (article.path in fresh or (own is not None and own.added == today)):
            continue
        first[free[0]] = article.path
        row = replace(lost.pop(free[0]), gone=False)
        del rows[free[0]]
        if own is None:
            claimed[article.path] = row
        else:
            aliases = tuple(sorted({*own.aliases, *row.aliases, row.url} - {own.url}))
            rows[article.path] = replace(row, path=own.path, url=own.url, aliases=aliases)


def _lost_addresses(lost: Mapping[str, Row], rows: Mapping[str, Row]) -> dict[str, str]:
    """The path of the lost row by each address that it has or had, but for those that are another's now."""
    held = {row.url.lower() for path, row in rows.items() if path not in lost}
    found: dict[str, str] = {}
    for path, row in sorted(lost.items()):
        found.update({url.lower(): path for url in row.aliases if url.lower() not in held})
    return found | {row.url.lower(): path for path, row in lost.items()}


def _claimed_twice(article: Article, holder: str) -> Diagnostic:
    message = said("a former address of this article is named in {path} too", path=holder)
    hint = said("leave it in the file that the article has become")
    return Diagnostic("address-claimed", "warning", Where(article.path), message, hint)


def _text(article: Article) -> str:
    """The digest of an article's text, "" where another may have the same by chance."""
    return article.text if article.words >= _SAME_TEXT else ""


_by_address: _Test = (lambda article: routes.article_url(article).lower(), lambda row: row.url.lower())
_by_text: _Test = (_text, lambda row: row.text)


def _left(
    articles: Sequence[Article], new: Sequence[Article], lost: Mapping[str, Row], rows: dict[str, Row]
) -> Iterator[Diagnostic]:
    """Mark the rows whose files are gone; a warning for each that a new file may have been.

    Where an article has the text of one that is gone, as of two files with one text, it takes its addresses.
    """
    kept: dict[str, str] = {}
    for article in articles:
        if article.path in rows and _text(article):
            kept.setdefault(article.text, article.path)
    declared = {alias for article in articles for alias in article.aliases} if new else set()
    for path, row in sorted(lost.items()):
        if row.gone:
            continue
        rows[path] = replace(row, gone=True)
        if row.text in kept:
            other = rows[kept[row.text]]
            aliases = {*other.aliases, row.url, *row.aliases} - {other.url}
            rows[other.path] = replace(other, aliases=tuple(sorted(aliases)))
        elif new and row.url not in declared:
            message = said(
                "{url} was published, and leads nowhere now that {path} is gone", url=row.url, path=path
            )
            hint = said("if that has become another file, write {url} there under aliases", url=row.url)
            yield Diagnostic("address-gone", "warning", Where(path), message, hint)


def _free(wanted: str, taken: Mapping[str, str], article: Article, notes: list[Diagnostic]) -> str:
    """The wanted address, or the next free one with a number."""
    holder = taken.get(wanted.lower())
    if holder is None or holder == article.path:
        return wanted
    number = 2
    while taken.get(f"{wanted[:-1]}-{number}/".lower()) not in (None, article.path):
        number += 1
    url = f"{wanted[:-1]}-{number}/"
    message = said(
        "{path} already has the address {wanted}, so this one is {url}", path=holder, wanted=wanted, url=url
    )
    hint = said("give it a slug of its own to choose")
    notes.append(Diagnostic("address-taken", "warning", Where(article.path), message, hint))
    return url


def _free_id(path: str, used: set[str]) -> str:
    """The path's id, or, should two ever collide, the id of the path and a mark."""
    candidate = article_id(path)
    while candidate in used:
        path += "\0"
        candidate = article_id(path)
    return candidate
