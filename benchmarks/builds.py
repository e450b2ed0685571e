"""Whole builds timed as an editor meets them; what came out is checked before a time is believed."""

import gzip
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from benchmarks import corpus
from benchmarks.measure import Cost, FailedError, here, median, run, sitegen
from sitegen.build import Options, Warm
from sitegen.build import build as build_here
from sitegen.commands.progress import silent
from sitegen.effects.disk import Disk

_MARK = "zibeline"  # a word that no article of the corpus holds


@dataclass(frozen=True, slots=True)
class Row:
    """One scenario at one size: who built what, how often, and what it cost."""

    who: str
    scenario: str
    size: int
    runs: int
    cost: Cost


def sitegen_rows(work: Path, size: int, runs: int, *, search: bool) -> list[Row]:
    """Every scenario for one size, each row a median."""
    site = work / f"site-{size}"
    files = corpus.write_site(site, size)
    base = sitegen("build", "--quiet", *(() if search else ("--no-search",)))
    who = "sitegen with search" if search else "sitegen"
    edits = _Edits(files[size // 2])

    def build(*more: str, watch: bool = False) -> Cost:
        return run([*base, *more], site, watch=watch)[0]

    def cold(*, watch: bool = False) -> Cost:
        for name in ("public", ".sitegen"):
            shutil.rmtree(site / name, ignore_errors=True)
        (site / "content" / "ledger.tsv").unlink(missing_ok=True)
        return build(watch=watch)

    def edit() -> Cost:
        word = edits.next()
        cost = build()
        _fresh(site / "public", word, search=search)
        return cost

    def staying() -> Callable[[], Cost]:
        """An edit while `sitegen serve` runs: its process has built before."""
        options, warm = Options(str(site), str(site / "public"), search=False), Warm()
        build_here(options, Disk(), silent, warm)

        def edit() -> Cost:
            word = edits.next()
            cost = here(lambda: build_here(options, Disk(), silent, warm))
            _fresh(site / "public", word, search=False)
            return cost

        edit()  # what is compiled at the first article that is read
        return edit

    def template() -> Cost:
        folder = site / "templates" / "pages"
        folder.mkdir(parents=True, exist_ok=True)
        default = Path(__file__).parents[1] / "templates" / "pages" / "article.html"
        edits.count += 1
        text = f"{default.read_text('utf-8')}<!-- {edits.count} -->\n"
        folder.joinpath("article.html").write_text(text, "utf-8")
        return build()

    rows = [_row(who, "cold", size, 1 if size > 20_000 else runs, cold)]  # noqa: PLR2004  minutes each
    _complete(site / "public", size, search=search)
    rows += [
        _row(who, "nothing changed", size, runs, build),
        _row(who, "one edit", size, runs, edit),
    ]
    if not search:
        rows.append(_row(who, "one edit, serving", size, runs, staying()))
        rows.append(_row(who, "template edit", size, 1, template))
        rows.append(Row(who, "memory, cold", size, 1, cold(watch=True)))
    shutil.rmtree(site)
    return rows


def peer_rows(peer: ModuleType, work: Path, size: int, runs: int) -> list[Row]:
    """Another generator's cold build and its build after one edit; nothing where it is not installed."""
    command = peer.command()
    if command is None:
        return []
    site = work / f"{peer.NAME}-{size}"
    files = peer.write_site(site, size)
    edits = _Edits(files[size // 2])

    def cold() -> Cost:
        for name in ("public", "cache"):
            shutil.rmtree(site / name, ignore_errors=True)
        return run(command, site)[0]

    def edit() -> Cost:
        word = edits.next()
        cost = run(command, site)[0]
        if not any(word in page.read_text("utf-8") for page in site.glob(peer.PAGES)):
            raise FailedError(f"{peer.NAME}'s page does not show the edit")
        return cost

    rows = [_row(peer.NAME, "cold", size, runs, cold)]
    pages = sum(1 for _ in site.glob(peer.PAGES))
    feeds = sum(1 for _ in (site / "public").rglob("index.xml"))
    if pages < size or feeds < 2:  # noqa: PLR2004  the site's and one shelf's at least
        raise FailedError(f"{peer.NAME} made {pages} pages and {feeds} feeds of {size} articles")
    rows.append(_row(peer.NAME, "one edit", size, runs, edit))
    shutil.rmtree(site)
    return rows


class _Edits:
    """One article edited again and again: a word that is new each time, in its title and its text."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.text = file.read_text("utf-8")
        self.count = 0

    def next(self) -> str:
        self.count += 1
        word = f"{_MARK}{self.count}"
        start = 'title: "' if 'title: "' in self.text else "title: "
        head, _, rest = self.text.partition(start)
        self.file.write_text(f"{head}{start}{word} {rest}".replace(". ", f" {word}. ", 1), "utf-8")
        return word


def _row(who: str, scenario: str, size: int, runs: int, action: Callable[[], Cost]) -> Row:
    return Row(who, scenario, size, runs, median([action() for _ in range(runs)]))


def _complete(public: Path, size: int, *, search: bool) -> None:
    """Raise where a cold build has not made what it should."""
    pages = sum(1 for _ in (public / "articles").rglob("index.html"))
    if pages < size:
        raise FailedError(f"{pages} pages of {size} articles")
    for path in ("index.html", "feed.xml", "sitemap.xml", "recherche/index.html"):
        if not (public / path).is_file():
            raise FailedError(f"{path} is missing")
    found = sum(1 for _ in public.glob("pagefind/**/*.pf_fragment"))
    if search and found < size:
        raise FailedError(f"the search index knows {found} of {size} articles")


def _fresh(public: Path, word: str, *, search: bool) -> None:
    """Raise where an edit does not show on its page, on a list, in a feed or in the search index."""
    pages = [path for path in public.rglob("index.html") if word in path.read_text("utf-8")]
    own = [path for path in pages if path.relative_to(public).parts[0] == "articles"]
    if not own:
        raise FailedError("the article's page does not show the edit")
    if len(own) == len(pages):
        raise FailedError("no list shows the edit")
    if not any(word in path.read_text("utf-8") for path in public.rglob("*.xml")):
        raise FailedError("no feed shows the edit")
    fragments = public.glob("pagefind/**/*.pf_fragment") if search else ()
    if search and not any(word.encode() in gzip.decompress(path.read_bytes()) for path in fragments):
        raise FailedError("the search index does not know the edit")


def workplace() -> tempfile.TemporaryDirectory[str]:
    """A folder for the sites, removed afterwards."""
    return tempfile.TemporaryDirectory(prefix="sitegen-bench-")
