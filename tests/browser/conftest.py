"""Two sites to read, the project's own and a generated one, and a browser to read them with."""

import contextlib
import random
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.build import Options, build
from sitegen.commands.progress import silent
from sitegen.effects.disk import Disk
from tests.browser.server import serving
from tests.conftest import SmallSite

PROJECT = Path(__file__).parents[2]
GENERATED = 240

# What can be seen and lies beyond the right edge of the window, though no box of its own scrolls.
OUTSIDE = """() => [...document.querySelectorAll('body *')].filter((each) =>
  each.checkVisibility() && !each.closest('.skip, .unseen, .scroll, .tool > span, noscript')
  && each.getBoundingClientRect().right > innerWidth + 1).map((each) => each.outerHTML.slice(0, 80))"""

_PLACES = [
    ("Armenie", "Arménie", "Erevan"),
    ("France", "France", "Lyon"),
    ("Maroc", "Maroc", "Rabat"),
    ("Georgie", "Géorgie", "Tbilissi"),
    ("Japon", "Japon", "Osaka"),
]
_THINGS = [
    "le budget des écoles",
    "une ligne de tramway",
    "la récolte d'abricots",
    "un traité de pêche",
    "le musée d'histoire",
]
_DEEDS = ["examine", "reporte", "inaugure", "renégocie", "finance"]


def generated(root: Path, count: int = GENERATED) -> None:
    """A few hundred articles in a site of their own, the same each time."""
    dice = random.Random(7)
    folder = root / "content/articles"
    folder.mkdir(parents=True)
    (root / "content/site.toml").write_text(
        'title = "Le Grand Relevé"\nbase_url = "https://grand.example.org"\n'
        "as_of = 2025-12-31\nper_page = 12\n"
    )
    for number in range(count):
        _, country, city = dice.choice(_PLACES)
        thing, deed = dice.choice(_THINGS), dice.choice(_DEEDS)
        title = f"{country} : {city} {deed} {thing}, épisode {number}"
        day = f"2025-{1 + number % 12:02}-{1 + number % 28:02}"
        body = "\n\n".join(
            f"À {city}, le conseil {dice.choice(_DEEDS)} {dice.choice(_THINGS)} et rend compte aux habitants"
            f" de la ville, en séance publique, pour la {turn + 2}e fois de l'année."
            for turn in range(dice.randint(3, 9))
        )
        (folder / f"{number:03}.md").write_text(
            f'---\ntitle: "{title}"\ndate: {day}\nsource: "Gazette d\'exemple {number % 4}"\n'
            f"link: https://gazette.example.org/{number}\n"
            f'summary: "Ce que {city} a décidé, en bref, le {day}."\n'
            f"language: fr\n---\n\n## Les faits\n\n{body}\n"
        )


@pytest.fixture(scope="session", params=["own", "generated"])
def public(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a built site."""
    root = tmp_path_factory.mktemp(request.param)
    if request.param == "own":
        for folder in ("content", "seeds"):
            shutil.copytree(PROJECT / folder, root / folder)
    else:
        generated(root)
    report = build(Options(root=str(root), output=str(root / "public"), jobs=2), Disk(), silent)
    assert report.status == "done", report.errors()
    return root / "public"


@pytest.fixture(scope="session")
def base(public: Path) -> Iterator[str]:
    """The address at which that site is served."""
    with serving(public, PROJECT / "netlify.toml") as address:
        yield address


@pytest.fixture
def faults() -> list[str]:
    """What a page complained of while the test ran."""
    return []


@pytest.fixture
def page(browser, faults: list[str]) -> Iterator[object]:
    """A fresh page, as a French reader's desktop shows it; its complaints go to ``faults``."""
    context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    listen(tab, faults)
    yield tab
    context.close()


def listen(tab, faults: list[str]) -> None:
    """Gather console errors, script errors, failed loads and requests to other hosts."""

    def answered(answer) -> None:
        if answer.status >= 400:
            faults.append(f"{answer.status} {answer.url}")

    def sent(request) -> None:
        if not request.url.startswith(("http://127.0.0.1", "data:", "blob:")):
            faults.append(f"elsewhere: {request.url}")

    def said(message) -> None:
        if message.type == "error":
            faults.append(f"{tab.url}: {message.text}")

    tab.on("console", said)
    tab.on("pageerror", lambda error: faults.append(f"{tab.url}: {error}"))
    tab.on("response", answered)
    tab.on("request", sent)


def until(tab, expression: str, seconds: float = 10) -> None:
    """Wait for a page's expression to be true (the policy forbids Playwright's own way)."""
    end = time.monotonic() + seconds
    while not tab.evaluate(expression):
        assert time.monotonic() < end, expression
        tab.wait_for_timeout(50)


def addresses(public: Path) -> dict[str, str]:
    """One page of each type, by its name."""
    first = sorted(public.glob("articles/2*/*/*/index.html"))
    article = first[len(first) // 2].parent.relative_to(public).as_posix()
    month = max(public.glob("archives/*/*/index.html")).parent.relative_to(public).as_posix()
    theme = max(public.glob("themes/*/index.html"), key=lambda each: each.stat().st_size)
    source = min(public.glob("sources/*/index.html")).parent.relative_to(public).as_posix()
    return {
        "home": "/",
        "article": f"/{article}/",
        "country": "/pays/armenie/",
        "countries": "/pays/",
        "theme": f"/{theme.parent.relative_to(public).as_posix()}/",
        "month": f"/{month}/",
        "archive": "/archives/",
        "source": f"/{source}/",
        "coverage": "/couverture/",
        "search": "/recherche/",
        "subscribe": "/abonnements/",
        "saved": "/enregistres/",
        "missing": "/n-existe-pas/",
    }


@pytest.fixture
def few(browser, tmp_path):
    """A site of a few articles of one's own, and a tab to read it in."""
    small = SmallSite(tmp_path / "site")
    with contextlib.ExitStack() as stack:

        def opened(width: int, height: int = 844) -> tuple[object, str]:
            assert small.build().status == "done"
            address = stack.enter_context(serving(small.public, PROJECT / "netlify.toml"))
            context = browser.new_context(viewport={"width": width, "height": height})
            stack.callback(context.close)
            return context.new_page(), address

        yield small, opened


def only_article(public) -> str:
    """The address of the one article of a site."""
    (file,) = public.glob("articles/2*/*/*/index.html")
    return f"/{file.parent.relative_to(public).as_posix()}/"
