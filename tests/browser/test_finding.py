"""What is typed finds what is shown, and what is found is shown as it was written."""

import re

import pytest

from tests.browser.conftest import PROJECT, until
from tests.browser.server import serving
from tests.conftest import SmallSite

pytestmark = pytest.mark.browser

PORT = "Le ŒUVRE d’art du port"
TURKEY = "Élections : deux années de crise en Turquie"
SISTER = "Sa sœur ouvre une école"
LONG = "Le conseil a voté le budget des écoles et des routes après un long débat public en séance. " * 6
HELD = {
    "un": {
        "body": f"{LONG}\n\nLa manœuvre du cargo a duré une heure, au cœur du port, et cætera.\n\n{LONG}",
        "title": PORT,
        "source": "Le Courrier d’exemple",
        "authors": "[Rédaction Caucase, Zoé Œhler]",
        "tags": "[dragage]",
    },
    "deux": {
        "body": f"Le coefficient de Noël est en hausse, dit le poète.\n\n{LONG}",
        "title": TURKEY,
        "source": "Le Courrier d'exemple",
        "summary": "En Turquie, les élections en cours ont lieu en juin, en ville et en entier.",
        "link": "https://courrier.example.org/deux",
    },
    "trois": {"body": LONG, "title": SISTER, "source": "L’Écho œcuménique"},
}


@pytest.fixture(scope="module")
def tab(browser, tmp_path_factory):
    """A tab on the search page of a site with a few articles."""
    small = SmallSite(tmp_path_factory.mktemp("finding"))
    for day, (name, given) in enumerate(HELD.items(), 1):
        meta = dict(given)
        body = meta.pop("body")
        quoted = {key: text if text[0] == "[" else f'"{text}"' for key, text in meta.items()}
        small.article(name, body, date=f"2025-03-0{day}", language="fr", **quoted)
    assert small.build(search=True).status == "done"
    with serving(small.public, PROJECT / "netlify.toml") as address:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        tab = context.new_page()
        tab.goto(address + "/recherche/")
        yield tab
        context.close()


def titles(tab, typed: str) -> list[str]:
    """The titles that are found for some words."""
    tab.fill("#q", "")
    until(tab, "document.querySelector('#etat').textContent.startsWith('Tapez')")
    tab.fill("#q", typed)
    said = "document.querySelector('#etat').textContent"
    until(tab, f"document.querySelector('#resultats li') || {said}.startsWith('Aucun résultat')")
    return tab.locator("#resultats h2").all_inner_texts()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("coeur", PORT), ("cœur", PORT), ("CŒUR", PORT), ("manoeuvre", PORT), ("manœuvre", PORT),
        ("oeuvre", PORT), ("œuvre", PORT), ("Œuvre", PORT), ("caetera", PORT), ("cætera", PORT),
        ("soeur", SISTER), ("sœur", SISTER), ("coefficient", TURKEY), ("Noël", TURKEY), ("poete", TURKEY),
    ],
)  # fmt: skip
def test_two_letters_written_as_one_are_found_either_way(tab, typed, found):
    assert [title.replace("\u00a0", " ") for title in titles(tab, typed)] == [found]


def test_excerpts_and_titles_show_such_letters_as_they_were_written(tab):
    titles(tab, "manoeuvre coeur")
    assert tab.locator("#resultats mark").all_inner_texts() == ["manœuvre", "cœur"]
    said = tab.inner_text("#resultats .summary")
    assert "et cætera" in said
    titles(tab, "poète")
    assert "coefficient de Noël" in tab.inner_text("#resultats .summary")
    assert "\u034f" not in tab.inner_text("#resultats")


@pytest.mark.parametrize("typed", ["Rédaction Caucase", "redaction caucase", "Oehler", "dragage"])
def test_authors_and_tags_are_found_and_no_excerpt_shows_them(tab, typed):
    assert titles(tab, typed) == [PORT]
    said = tab.inner_text("#resultats .summary")
    assert said.startswith("Le conseil")
    assert not re.search(r"Caucase|dragage|¶", tab.inner_text("#resultats"))


@pytest.mark.parametrize(
    ("typed", "name", "count"),
    [
        ("Le Courrier d’exemple", "Le Courrier d’exemple", 2),
        ("Le Courrier d'exemple", "Le Courrier d’exemple", 2),
        ("LE COURRIER D’EXEMPLE", "Le Courrier d’exemple", 2),
        ("L'Echo oecumenique", "L’Écho œcuménique", 1),
    ],
)
def test_a_source_typed_as_it_is_shown_leads_to_its_articles(tab, typed, name, count):
    assert len(titles(tab, typed)) == count
    assert set(tab.locator("#resultats .source").all_inner_texts()) == {name}
    many = f"les {count} articles" if count > 1 else "l’article"
    assert tab.inner_text("#vers").replace("\u00a0", " ") == f"Voir {many} de la source « {name} »"


def test_no_excerpt_repeats_the_title_above_it(tab):
    assert titles(tab, "elections")[0].replace("\u00a0", " ") == TURKEY
    assert tab.locator("#resultats .summary").first.inner_text().startswith("En Turquie, les élections")
    titles(tab, "crise")  # stands in the title alone
    assert tab.inner_text("#resultats .summary").startswith("En Turquie, les")


def test_of_several_words_those_of_two_letters_are_not_marked(tab):
    titles(tab, "elections en turquie")
    assert tab.locator("#resultats li").first.locator("mark").all_inner_texts() == ["Turquie", "élections"]
    titles(tab, "en")
    assert "en" in tab.locator("#resultats mark").all_inner_texts()


def test_a_filter_is_named_as_what_stands_in_the_way_only_where_one_is_set(tab):
    tab.fill("#q", "zzqxjkvw")
    until(tab, "document.querySelector('#etat').textContent.includes('zzqxjkvw')")
    assert tab.inner_text("#etat").endswith("Essayez un mot plus court.")
    tab.goto(tab.url.split("?")[0] + "?q=zzqxjkvw&annee=2025")
    until(tab, "document.querySelector('#etat').textContent.endsWith('sans filtre.')")
    tab.goto(tab.url.split("?")[0])
