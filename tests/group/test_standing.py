"""What is planned from a published site after a change of articles is what would be planned from nothing."""

import datetime as dt
import random

import pytest
from msgspec.structs import replace

from sitegen.build.settle import settle
from sitegen.effects.disk import Disk
from sitegen.group import read_ledger, write_ledger
from sitegen.model import Article, Source
from sitegen.model.standing import Basis
from sitegen.site import Composition, Material, basis_for, compose
from tests.conftest import SITE_TOML, SmallSite

DAY = dt.date(2025, 12, 31)
COUNTRIES = ("AM", "FR", "JP", "DE")
THEMES = ("diplomacy", "sport", "health")
SELECTION = 'name = "Ponts"\ndescription = "Des ponts"\nwords = ["pont"]\n'


def article(number: int, chance: random.Random, **changes: object) -> Article:
    """An article of a day, a source and some labels; numbers are in the order of time, ties included."""
    day = dt.date(2024, 1, 1) + dt.timedelta(days=number // 3)
    made = Article(
        id=f"{number:016x}", path=f"content/articles/{number}.md",
        title=f"Un pont {number}" if number % 3 else f"Titre {number}",
        date=None if number % 17 == 5 else day, published=None, updated=None, authors=(),
        source=Source(f"Source {number % 4}", f"https://source{number % 4}.example.org/"), link="",
        language="fr", tags=(), summary="", image=None,
        countries=tuple(chance.sample(COUNTRIES, chance.randint(0, 2))),
        themes=tuple(chance.sample(THEMES, chance.randint(0, 2))),
        words=10, publish="full", indexed=True, inferred=(), aliases=(), slug=f"titre-{number}",
        digest=f"d{number}", face=f"f{number}", text=f"{number:012x}",
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]  # fields of Article


def edited(one: Article, step: int, chance: random.Random) -> Article:
    """The article after an edit of one kind or another."""
    told = f"{step}-{one.digest}"
    text = replace(one, digest=told, text=f"{chance.getrandbits(48):012x}")
    face = replace(text, face=told)
    changes = (
        text,
        replace(face, summary=f"Résumé {step}"),
        replace(face, title=f"Un pont {step}"),
        replace(face, title="Titre 7"),
        replace(face, title=f"Autre {step}", updated=dt.datetime(2025, 2, 1, tzinfo=dt.UTC)),
        replace(face, countries=(chance.choice(COUNTRIES),)),
        replace(face, themes=(), source=None),
        replace(face, date=dt.date(2024, 1, chance.randint(1, 28))),
        replace(face, aliases=(f"/ancien/{step}/",)),
        replace(face, translation="t", language=chance.choice(("fr", "en"))),
        replace(face, indexed=False),
    )
    # A change of the text alone is what happens most, and what leaves the most standing.
    return chance.choice((*[text, face] * 4, *[changes[4]] * 3, *changes))


@pytest.fixture(scope="module")
def material(tmp_path_factory: pytest.TempPathFactory) -> Material:
    """A site's settings, templates and assets, without any article."""
    small = SmallSite(tmp_path_factory.mktemp("standing") / "site")
    small.write("content/site.toml", SITE_TOML + "per_page = 5\nfeed_items = 4\n")
    small.write("content/feeds/ponts.toml", SELECTION)
    settings = settle(small.options(), Disk(), None)
    return Material(
        settings.config, settings.templates, settings.assets, settings.pages, read_ledger("l", "")[0],
        frozenset(), DAY, "code", digest="all",
    )  # fmt: skip


def planned(
    articles: list[Article],
    material: Material,
    ledger: str,
    basis: Basis | None,
    published: Composition | None,
) -> Composition:
    """The site of these articles, planned from what was published where that is given."""
    known = frozenset(one.path for one in articles)
    given = replace(
        material,
        ledger=read_ledger("l", ledger)[0],
        known_paths=known,
        digest=f"all {ledger}",
        basis=basis,
        published=dict(published.wanted) if published else {},
    )
    return compose(sorted(articles, key=lambda one: one.path), given)


@pytest.mark.parametrize("seed", range(6))
def test_what_stands_is_what_would_be_planned_anew(material: Material, seed: int) -> None:
    chance = random.Random(seed)
    articles = [article(number, chance) for number in range(40)]
    published: Composition | None = None
    basis: Basis | None = None
    text = ""
    stood = brief = 0
    for step in range(14):
        whole = planned(articles, material, text, None, None)
        quick = planned(articles, material, text, basis, published)
        assert quick.wanted == whole.wanted, step
        assert quick.notes == whole.notes
        assert quick.counts == whole.counts
        made = {
            path for path, mark in whole.wanted.items() if published and published.wanted.get(path) != mark
        }
        assert made <= {*quick.pages, *quick.plans, *quick.assets}, "what is to be made was planned"
        stood += bool(quick.world.standing.signatures)
        published, text = quick, write_ledger(quick.ledger)
        basis = basis_for(quick, f"all {text}")
        assert basis == basis_for(whole, f"all {text}")
        for _ in range(chance.randint(0, 2)):
            at = chance.randrange(len(articles))
            articles[at] = edited(articles[at], step, chance)
        if not step % 5:
            articles.append(article(40 + step, chance))
        brief += len(quick.pages) < len(whole.pages)
    assert brief >= 2, "what stands is left out of plans"
    assert stood >= 4, "a change of the text alone leaves the rest standing"


def test_an_edit_signs_its_own_files_and_those_around_it(material: Material) -> None:
    chance = random.Random(1)
    articles = [article(number, chance) for number in range(60)]
    first = planned(articles, material, "", None, None)
    text = write_ledger(first.ledger)
    basis = basis_for(first, f"all {text}")
    articles[30] = replace(articles[30], digest="edited", face="edited", title="Un autre")
    second = planned(articles, material, text, basis, first)
    standing = second.world.standing
    assert len(standing.changed) == 1
    assert len(standing.near) < 25
    made = {path for path, signature in second.wanted.items() if first.wanted.get(path) != signature}
    own = second.site.routes[next(iter(standing.changed))]
    assert own.lstrip("/") + "index.html" in made
    assert "feed.xml" not in made, "an old article is on no page of news"


def test_another_day_or_template_leaves_nothing_standing(material: Material) -> None:
    chance = random.Random(2)
    articles = [article(number, chance) for number in range(10)]
    first = planned(articles, material, "", None, None)
    basis = basis_for(first, "another")
    assert not planned(articles, material, "", basis, first).world.standing.signatures
