"""A search index in several bundles answers as one does."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.build import Options, build
from sitegen.commands.progress import silent
from sitegen.effects.disk import Disk
from tests.browser.conftest import PROJECT, generated, until
from tests.browser.server import serving

pytestmark = pytest.mark.browser

_MANY = 700
_QUERIES = 200
_ASK = """async ([bundles, client, queries, how]) => {
  const alone = () => import(`${bundles[0]}pagefind.js`);
  const engine = client ? await (await import(client)).open(bundles, {}) : await alone();
  if (!client) await engine.init();
  await engine.filters();
  const answers = [];
  for (const query of queries) {
    const { results, filters } = await engine.search(query, how);
    const used = (all) => Object.entries(all).filter(([, count]) => count);
    const some = Object.entries(filters).map(([name, all]) => [name, used(all)]);
    answers.push([results.map((one) => [one.id, one.score]), some]);
  }
  return answers;
}"""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site too large for one bundle, built with several in `several` and with one in `one`."""
    root = tmp_path_factory.mktemp("large")
    generated(root, _MANY)
    for name in ("several", "one"):
        options = Options(root=str(root), output=str(root / name), jobs=2, one_index=name == "one")
        assert build(options, Disk(), silent).status == "done"
    return root


@pytest.fixture(scope="module")
def large(root: Path) -> Iterator[str]:
    """The address of the site with several bundles."""
    with serving(root / "several", PROJECT / "netlify.toml") as address:
        yield address


@pytest.fixture(scope="module")
def queries(root: Path) -> list[str]:
    """Words as readers type them: whole, in pairs, begun, and numbers that one article alone has."""
    dice = random.Random(11)
    text = "\n".join(file.read_text() for file in sorted((root / "content/articles").glob("*.md")))
    words = sorted(set(re.findall(r"[^\W_]{2,}", text)))
    letters = [word for word in words if word.isalpha()]
    return [
        *(dice.choice(letters) for _ in range(50)),
        *(dice.choice(words) for _ in range(50)),
        *(f"{dice.choice(letters)} {dice.choice(words)}" for _ in range(50)),
        *(dice.choice(letters)[: dice.randint(2, 5)] for _ in range(_QUERIES - 150)),
    ]


def asked(browser, public: Path, queries: list[str], how: dict[str, object]) -> list[object]:
    """Pagefind's answers: (identity, score) of each hit, and the filters' counts, for each query."""
    with serving(public, PROJECT / "netlify.toml") as address:
        context = browser.new_context(locale="fr-FR")
        tab = context.new_page()
        tab.goto(f"{address}/recherche/")
        bundles = json.loads(tab.text_content("#reglages"))["bundles"]
        client = next(public.glob("assets/bundles.*.js")).name
        found = tab.evaluate(_ASK, [bundles, len(bundles) > 1 and f"/assets/{client}", queries, how])
        context.close()
    return found


def test_several_bundles_answer_as_one_does(browser, root, queries):
    several = asked(browser, root / "several", queries, {})
    one = asked(browser, root / "one", queries, {})
    assert len(queries) == _QUERIES
    for query, (hits, counts), (expected, sums) in zip(queries, several, one, strict=True):
        assert {name for name, _ in hits} == {name for name, _ in expected}, query
        assert {name: dict(rows) for name, rows in counts} == {name: dict(rows) for name, rows in sums}, query
        if " " not in query:  # of two words that one article's word begins, Pagefind takes either
            assert dict(hits) == pytest.approx(dict(expected), rel=1e-3, abs=1e-3), query
    assert sum(len(hits) for hits, _ in several) > _QUERIES


def answer(page, count: int = 1) -> int:
    """How many results the search page names, once it shows some."""
    until(page, f"document.querySelectorAll('#resultats li').length >= {count}")
    return int(re.sub(r"\D", "", page.inner_text("#etat")))


def test_each_bundle_is_searched(page, large, root, faults):
    assert len(list((root / "several/pagefind").glob("*-*"))) > 1
    for episode in (0, 300, 550, 690, 699):
        page.goto(f"{large}/recherche/?q={episode}")
        until(page, "document.querySelectorAll('#resultats li').length > 0")
        assert page.locator("#resultats .card h2").first.inner_text().endswith(f" {episode}")
    assert faults == []


def test_a_name_that_stands_once_is_found_alone(page, large):
    page.goto(f"{large}/recherche/?q=333")
    assert answer(page) == 1


@pytest.mark.parametrize("words", ["Armenie", "l’Arménie"])
def test_accents_and_apostrophes_do_not_matter(page, large, words):
    page.goto(f"{large}/recherche/?q=Arménie")
    found = answer(page)
    page.goto(f"{large}/recherche/?q={words}")
    assert answer(page) == found > 100


def test_the_lists_count_over_all_bundles(page, large, faults):
    page.goto(f"{large}/recherche/?q=conseil")
    found = answer(page)
    page.wait_for_selector("#f-pays option:nth-child(2)", state="attached")
    labels = page.locator("#f-source option").all_inner_texts()[1:]
    counts = [int(re.search(r"\((\d+)\)", label)[1]) for label in labels]
    assert sum(counts) == found
    page.select_option("#f-source", index=1)
    until(page, "location.search.includes('source')")
    until(page, f"document.querySelector('#etat').textContent.startsWith('{counts[0]}')")
    assert faults == []


def test_shelves_can_be_read_without_a_word(page, large, faults):
    page.goto(f"{large}/recherche/?pays=Maroc")
    assert 50 < answer(page) < _MANY
    for kicker in page.locator("#resultats .kicker").all_inner_texts():
        assert "Maroc" in kicker
    assert faults == []


@pytest.mark.parametrize("query", ["q=Rabat&tri=date", "pays=Maroc"])
def test_dates_are_in_order_across_bundles(page, large, query):
    page.goto(f"{large}/recherche/?{query}")
    found = answer(page)
    shown = 10
    while shown < found:
        page.click("#suite button")
        shown = min(found, shown + 10)
        answer(page, shown)
    addresses = page.locator("#resultats h2 a").evaluate_all(
        "all => all.map(one => one.getAttribute('href'))"
    )
    months = [re.search(r"/articles/(\d+/\d+)/", address)[1] for address in addresses]
    assert months == sorted(months, reverse=True)
    assert len(set(months)) == 12
