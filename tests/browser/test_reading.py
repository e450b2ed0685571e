"""What a reader does, in a real browser, under the policy that Netlify sends."""

import re

import pytest

from tests.browser.conftest import OUTSIDE, PROJECT, addresses, only_article, until
from tests.browser.server import serving
from tests.chromium import CHROMIUM, FLAGS
from tests.conftest import SmallSite

pytestmark = pytest.mark.browser

_COUNT = re.compile(r"(\d[\d\s\u202f]*)")


def results(page) -> int:
    """How many results the search page says it found."""
    until(page, "/\\d/.test(document.querySelector('#etat').textContent)")
    return int(re.sub(r"\D", "", _COUNT.search(page.inner_text("#etat"))[1]))


def test_every_type_of_page_opens_without_a_complaint(page, base, public, faults):
    for name, path in addresses(public).items():
        answer = page.goto(base + path)
        assert answer.status == (404 if name == "missing" else 200), path
        assert page.locator("h1").count() == 1
    complaints = [fault for fault in faults if "n-existe-pas" not in fault and "404" not in fault]
    assert complaints == []


@pytest.mark.parametrize("words", ["Armenie", "arménie", "l’Arménie", "l'Arménie", "ARMÉNIE"])
def test_search_finds_however_it_is_spelt(page, base, faults, words):
    page.goto(base + "/recherche/")
    page.fill("#q", words)
    found = results(page)
    page.goto(base + "/recherche/?q=Arm%C3%A9nie")
    assert found == results(page) > 0
    assert faults == []


def test_search_filters_by_country_and_keeps_its_address(page, base, faults):
    page.goto(base + "/recherche/?q=le")
    everything = results(page)
    page.wait_for_selector("#f-pays option[value='Arménie']", state="attached")
    page.select_option("#f-pays", "Arménie")
    until(page, f"document.querySelector('#etat').textContent.match(/\\d+/)?.[0] != {everything}")
    fewer = results(page)
    assert 0 < fewer < everything
    assert "pays=Arm" in page.url
    page.reload()
    assert results(page) == fewer
    assert page.input_value("#f-pays") == "Arménie"
    for kicker in page.locator("#resultats .kicker").all_inner_texts():
        assert "Arménie" in kicker
    page.click("#effacer")
    until(page, "!location.search.includes('pays')")
    assert faults == []


def test_on_a_phone_filters_unfold(browser, base):
    context = browser.new_context(locale="fr-FR", viewport={"width": 390, "height": 800})
    tab = context.new_page()
    tab.goto(base + "/recherche/?q=le&pays=Arm%C3%A9nie")
    results(tab)
    assert not tab.is_visible("#f-pays")
    assert "1" in tab.inner_text(".finder-fold")
    tab.click(".finder-fold")
    assert tab.input_value("#f-pays") == "Arménie"
    assert tab.is_visible("#effacer")
    context.close()


def test_search_prints_results_as_french_does(page, base):
    """No line of a title or excerpt begins with a mark that belongs to the one before."""
    page.goto(base + "/recherche/?q=le")
    page.wait_for_selector("#resultats li")
    shown = page.locator("#resultats h2, #resultats .summary").all_inner_texts()
    assert any(re.search(r"[\u00a0\u202f][:;!?»]", text) for text in shown)
    assert not any(re.search(r" [:;!?»]|« ", text) for text in shown)
    for text in page.locator("#resultats .summary").all_inner_texts():
        assert re.match(r"…\u00a0|[\w«\"]", text), text


@pytest.mark.parametrize("public", ["own"], indirect=True)  # generated texts name no country
def test_search_marks_words_without_what_stands_around_them(page, base):
    """No comma, no article that is elided; and no sign of what is left out stands alone on a line."""
    page.goto(base + "/recherche/?q=Azerbaïdjan")
    page.wait_for_selector("#resultats mark")
    marks = page.locator("#resultats mark").all_inner_texts()
    assert set(marks) <= {
        f"{start}zerba\u00efdjan{end}" for start in "aA" for end in ("", "ais", "aise", "aises")
    }
    summaries = page.locator("#resultats .summary").all_inner_texts()
    assert any("l’Azerbaïdjan" in text for text in summaries)
    assert not [text for text in summaries if " …" in text or "… " in text]


def test_search_sorts_by_date(page, base):
    page.goto(base + "/recherche/?q=le&tri=date")
    results(page)
    page.wait_for_selector("#resultats li")
    years = [
        re.search(r"20\d\d", text)[0]
        for text in page.locator("#resultats .meta").all_inner_texts()
        if re.search(r"20\d\d", text)
    ]
    assert years == sorted(years, reverse=True)
    assert page.input_value("[name=tri]") == "date"


def test_search_by_keyboard_alone(page, base):
    page.goto(base + "/recherche/")
    page.keyboard.press("/")
    page.keyboard.type("Arménie")
    page.wait_for_selector("#resultats li")
    page.keyboard.press("ArrowDown")
    assert page.evaluate("document.activeElement.closest('#resultats') !== null")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "/articles/" in page.url


def test_search_says_when_nothing_is_found(page, base):
    page.goto(base + "/recherche/?q=zzqxjkvw")
    until(page, "document.querySelector('#etat').textContent.includes('zzqxjkvw')")
    assert page.locator("#resultats li").count() == 0


@pytest.mark.parametrize(
    ("words", "name"), [("Armnie", "Arménie"), ("Amrenie", "Arménie"), ("Frrance", "France")]
)
def test_search_offers_the_name_that_was_meant_and_the_shelves(page, base, faults, words, name):
    page.goto(f"{base}/recherche/?q={words}")
    until(page, "document.querySelector('#etat a') !== null")
    assert (
        page.inner_text("#etat")
        == f"Aucun résultat pour «\u00a0{words}\u00a0». Vouliez-vous dire {name}\u202f?"
    )
    assert page.is_visible("#rayons")
    page.click("#etat a")
    until(page, "document.querySelectorAll('#resultats li').length > 0")
    assert page.input_value("#q") == name
    assert not page.is_visible("#rayons")
    assert faults == []


def test_search_without_a_hit_or_a_like_name_offers_the_shelves(page, base):
    page.goto(base + "/recherche/?q=zzqxjkvw")
    until(page, "document.querySelector('#etat').textContent.includes('zzqxjkvw')")
    until(page, "!document.querySelector('#rayons').hidden")
    assert page.locator("#etat a").count() == 0
    assert page.locator("#rayons a[href='/pays/armenie/']").is_visible()


def test_a_filter_alone_that_leaves_nothing_is_not_said_to_be_a_word(page, base):
    page.goto(base + "/recherche/?source=Ancien%20journal")
    until(page, "document.querySelector('#etat').textContent.startsWith('Aucun')")
    assert page.inner_text("#etat") == "Aucun article ne répond à ces filtres."
    assert page.is_visible("#rayons")


def test_search_prints_sources_as_the_other_pages_do(page, base):
    page.goto(base + "/recherche/?q=le")
    page.wait_for_selector("#resultats .source")
    named = page.locator("#resultats .source").all_inner_texts()
    assert any("d’exemple" in name for name in named)
    assert not any("'" in name for name in named)


def test_search_shows_nothing_for_a_word_that_no_article_holds(page, base):
    """The index would give the articles that hold « a » or « art » instead, nearly all of them."""
    page.goto(base + "/recherche/?q=Artsakh")
    until(page, "document.querySelector('#etat').textContent.includes('Artsakh')")
    assert "Aucun résultat" in page.inner_text("#etat")
    assert page.locator("#resultats li").count() == 0


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Erevan", "Arménie"),
        ("ARMENIA", "Arménie"),
        ("l’Arménie", "Arménie"),
        ("en Arménie", "Arménie"),
        ("à Tbilissi", "Géorgie"),
        ("Sakartvelo", "Géorgie"),
        ("République française", "France"),
    ],
)
def test_search_leads_to_the_shelf_that_bears_the_name(page, base, faults, words, name):
    page.goto(base + "/recherche/")
    page.fill("#q", words)
    until(page, "document.querySelector('#vers a') !== null")
    said = page.inner_text("#vers")
    assert re.search(rf"Voir l(?:es \d+|’)\s?articles? classés? «\u00a0{name}\u00a0»", said)
    page.click("#vers a")
    assert page.inner_text("h1") == name
    assert faults == []


def test_search_leads_to_no_shelf_for_what_is_no_name_of_one(page, base):
    for words in ("le", "Armén", "Arménie Maroc", "Niger", "en", "???"):
        page.goto(f"{base}/recherche/?q={words}")
        until(page, "/résultat|contient/.test(document.querySelector('#etat').textContent)")
        assert page.is_hidden("#vers"), words
    page.fill("#q", "Erevan")
    page.wait_for_selector("#vers a")
    page.fill("#q", "")
    page.wait_for_selector("#vers", state="hidden")


def test_the_names_of_shelves_are_asked_for_with_the_first_word_only(page, base):
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base + "/recherche/", wait_until="networkidle")
    page.mouse.move(20, 200)
    page.wait_for_timeout(300)
    assert not any(url.endswith("noms.json") for url in asked)
    page.fill("#q", "Erevan")
    page.wait_for_selector("#vers a")
    page.fill("#q", "Tbilissi")
    until(page, "document.querySelector('#vers a')?.textContent.includes('Géorgie')")
    assert sum(url.endswith("noms.json") for url in asked) == 1


def test_search_says_which_word_no_article_holds_and_offers_what_is_near(page, base):
    page.goto(base + "/recherche/?q=Arm%C3%A9nie")
    expected = results(page)
    page.goto(base + "/recherche/?q=Arm%C3%A9nie%20Artsakh")
    until(page, "document.querySelectorAll('#resultats li').length > 0")
    assert "Aucun article ne contient «\u00a0Artsakh\u00a0»" in page.inner_text("#etat")
    assert page.locator("#resultats li").count() == min(10, expected)
    for mark in page.locator("#resultats mark").all_inner_texts():
        assert "arm" in mark.lower()


@pytest.mark.parametrize("words", ["armeni", "conseils", "d'Arménie"])
def test_search_counts_other_forms_of_a_word_as_found(page, base, words):
    page.goto(f"{base}/recherche/?q={words}")
    assert results(page) > 0


def test_search_fills_its_filters_at_the_reader_s_first_sign_and_loads_nothing_before(page, base, faults):
    page.goto(base + "/recherche/", wait_until="networkidle")
    loaded = "performance.getEntriesByType('resource').some((one) => one.name.includes('/pagefind/'))"
    assert not page.evaluate(loaded)
    page.mouse.move(20, 200)
    until(page, "document.querySelector('#f-pays').options.length > 1")
    assert page.is_visible("#rayons")
    page.select_option("#f-pays", "Maroc")
    assert results(page) > 0
    assert faults == []


def test_search_shows_where_the_words_stand(page, base):
    page.goto(base + "/recherche/?q=Erevan")
    page.wait_for_selector("#resultats mark")
    assert page.locator("#resultats script, #resultats img").count() == 0


def test_words_typed_before_the_search_came_are_sought(page, base):
    held = []
    page.route("**/assets/search.*.js", lambda route: held.append(route))  # noqa: PLW0108  a built-in cannot be marked by the driver
    page.goto(base + "/recherche/", wait_until="commit")
    page.fill("#q", "Erevan")
    assert held
    held[0].continue_()
    page.wait_for_selector("#resultats li")
    assert page.input_value("#q") == "Erevan"


def test_the_appearance_stays(page, base, public):
    page.goto(base + "/")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.click("#apparence")
    page.click("#apparence")
    assert page.get_attribute("html", "data-theme") == "dark"
    page.goto(base + addresses(public)["article"])
    assert page.get_attribute("html", "data-theme") == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.click("#apparence")
    assert page.get_attribute("html", "data-theme") is None


def test_an_article_is_kept_for_later(page, base, public):
    page.goto(base + addresses(public)["article"])
    title = page.inner_text("h1")
    page.click("[data-action=save]")
    assert page.get_attribute("[data-action=save]", "aria-pressed") == "true"
    page.goto(base + "/enregistres/")
    assert page.inner_text("#gardes .line-title") == title
    page.click("#gardes button")
    assert page.locator("#gardes li").count() == 0
    assert page.is_visible("#rien")


def test_the_home_page_begins_with_what_a_reader_follows(page, base, public, faults):
    """Texts as they stand: what is not laid out yet shows none."""
    page.goto(base + "/")
    before = page.locator(".followed li, .column-title a").all_text_contents()
    names = page.locator(".followed li").count()
    country = page.locator("[aria-labelledby=par-pays] .column-title a").last.get_attribute("href")
    followed = []
    for shelf in (addresses(public)["source"], country):
        page.goto(base + shelf)
        page.click(".follow button")
        followed.append(page.text_content("h1"))
    page.goto(base + "/")
    assert page.locator(".followed li").all_text_contents()[:2] == followed
    assert page.locator(".followed li").count() == names + 1
    assert page.locator(".column-title a").first.text_content() == followed[1]
    for _ in followed:
        page.click(".followed li:first-child a")
        page.click(".follow button[aria-pressed=true]")
        page.goto(base + "/")
    assert page.locator(".followed li, .column-title a").all_text_contents() == before
    assert faults == []


@pytest.mark.parametrize(
    "kept",
    [
        '{"url": "/\\t/example.org/", "name": "Ailleurs"}',
        '{"url": "/a/", "name": {"toString": "", "valueOf": ""}}',
    ],
)
def test_what_no_page_of_this_site_kept_is_not_followed(page, base, faults, kept):
    page.goto(base + "/")
    names = page.locator(".followed li").count()
    page.evaluate("kept => localStorage.setItem('suivis', kept)", f"[{kept}]")
    page.goto(base + "/")
    assert page.locator(".followed li").count() == names
    assert faults == []


def test_the_link_is_copied(page, base, public):
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(base + addresses(public)["article"])
    page.evaluate("delete Navigator.prototype.share")
    page.reload()
    page.click("[data-action=share]")
    until(page, "document.querySelector('.said').textContent !== ''")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.get_attribute("link[rel=canonical]", "href")


def test_what_was_read_can_be_read_offline(page, base, public):
    article = base + addresses(public)["article"]
    page.goto(base + "/")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    until(page, "navigator.serviceWorker.controller !== null")
    page.goto(article)
    title = page.inner_text("h1")
    until(page, "caches.open('lus').then((cache) => cache.keys()).then((keys) => keys.length > 0)")
    assert_kept_offline(page, base, title)


def assert_kept_offline(page, base, title):
    """The open page can be read without a connection, and is the first on the list of those that can."""
    page.context.set_offline(True)
    page.reload()
    assert page.inner_text("h1") == title
    page.goto(base + "/themes/")
    assert page.inner_text("h1") == "Hors ligne"
    page.wait_for_selector("#lus li")
    assert page.inner_text("#lus .line-title") == title


def test_the_first_page_that_was_read_can_be_read_offline(page, base, public):
    """The worker comes with that page and did not fetch it, but keeps it too."""
    path = addresses(public)["article"]
    page.goto(base + path)
    title = page.inner_text("h1")
    until(page, "caches.open('lus').then((cache) => cache.keys()).then((keys) => keys.length === 1)")
    assert_kept_offline(page, base, title)


def test_a_new_build_is_seen_at_once(page, base, public):
    """The worker asks the network first: an article that changed is never shown as it was."""
    path = addresses(public)["article"]
    page.goto(base + "/")
    until(page, "navigator.serviceWorker.controller !== null")
    page.goto(base + path)
    file = public / path.strip("/") / "index.html"
    before = file.read_text()
    try:
        file.write_text(before.replace("<h1", "<h1 data-edited", 1))
        page.goto(base + path)
        assert page.locator("h1[data-edited]").count() == 1
    finally:
        file.write_text(before)


def test_everything_reads_without_scripts(browser, base, public):
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    for name, path in addresses(public).items():
        tab.goto(base + path)
        assert tab.locator("h1").count() == 1, name
        assert tab.locator("main a").count() > 0 or name == "saved", name
    tab.goto(base + "/recherche/")
    assert tab.locator("noscript p").is_visible()
    assert not tab.is_visible("#filtres")
    context.close()


def test_nothing_scrolls_sideways_on_a_small_phone(browser, base, public):
    context = browser.new_context(viewport={"width": 320, "height": 640})
    tab = context.new_page()
    for path in addresses(public).values():
        tab.goto(base + path)
        over = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert over == 0, path
    context.close()


# Less than a thousandth is a hair's breadth of a few letters, which every tool gives as 0.
_SHIFTS = (
    "new Promise((done) => { const found = []; new PerformanceObserver((list) => { for (const entry of"
    " list.getEntries()) if (!entry.hadRecentInput && entry.value >= 0.001)"
    " found.push([entry.value, ...entry.sources.map((each) =>"
    " each.node?.id || each.node?.className || each.node?.nodeName)]); })"
    ".observe({ type: 'layout-shift', buffered: true }); setTimeout(() => done(found), 200); })"
)
_SLOW = {"offline": False, "latency": 60, "downloadThroughput": 40_000, "uploadThroughput": 40_000}


@pytest.mark.parametrize("width", [412, 1280])
def test_nothing_moves_while_a_page_loads(browser, base, public, width):
    """A page comes in pieces on a slow line: what is shown of it stays where it is when the rest comes.

    A piece may end in the middle of a word, which then wraps: so what moves must move twice to be a fault.
    """
    context = browser.new_context(locale="fr-FR", viewport={"width": width, "height": 823})
    tab = context.new_page()
    line = context.new_cdp_session(tab)
    line.send("Network.emulateNetworkConditions", _SLOW)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    for path in addresses(public).values():
        tab.goto(base + path, wait_until="load")
        if tab.evaluate(_SHIFTS):
            tab.goto(base + path, wait_until="load")
            assert tab.evaluate(_SHIFTS) == [], path
    context.close()


# The texts whose first line stands elsewhere in a page cut before one of its blocks than in the whole page.
# What lies below the window is nobody's concern yet, and a line that is still being written may wrap.
_MOVED = r"""(html) => {
  const inner = html.slice(html.indexOf('>', html.indexOf('<body')) + 1, html.indexOf('</body>'));
  const places = (part) => {
    document.body.innerHTML = part;
    const found = [];
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (!walk.currentNode.data.trim()) continue;
      const range = document.createRange();
      range.selectNodeContents(walk.currentNode);
      found.push({ text: walk.currentNode.data, at: range.getClientRects()[0] });
    }
    return found;
  };
  const whole = places(inner);
  const moved = new Set();
  const tags = 'p|li|[uo]l|d[ltd]|h[1-6]|div|section|article|header|footer|nav|main|aside|table|t[rhd]|thead';
  const block = new RegExp(`<(?:${tags}|tbody|figure|details)\\b`, 'g');
  for (const { index } of inner.matchAll(block)) {
    const now = places(inner.slice(0, index));
    now.forEach(({ text, at }, number) => {
      const then = whole[number].at;
      if (!at || !then || at.top > innerHeight) return;
      if (Math.abs(then.left - at.left) > 1 || Math.abs(then.top - at.top) > 1) moved.add(text);
    });
    if (now.filter(({ at }) => at && at.top > innerHeight).length > 12) break;
  }
  return [...moved];
}"""


@pytest.mark.parametrize("width", [320, 412, 1280])
def test_what_is_shown_of_a_page_stays_where_it_is_wherever_the_line_stops(browser, base, public, width):
    context = browser.new_context(locale="fr-FR", viewport={"width": width, "height": 823})
    tab = context.new_page()
    for path in addresses(public).values():
        page = tab.goto(base + path, wait_until="load").text()
        assert tab.evaluate(_MOVED, page) == [], path
    context.close()


def test_the_skip_link_comes_first_and_leads_to_the_content(page, base):
    page.goto(base + "/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_whole_page_is_laid_out_once_it_is_at_rest(page, base):
    page.goto(base + "/")
    page.wait_for_selector(".foot[data-whole]")
    skipped = "band => !band.lastElementChild.checkVisibility({ contentVisibilityAuto: true })"
    assert page.evaluate("document.querySelectorAll('.band').length") > 0
    assert page.evaluate(f"[...document.querySelectorAll('.band')].filter({skipped}).length") == 0


def test_paper_gets_the_text_alone(page, base, public):
    page.goto(base + addresses(public)["article"])
    page.emulate_media(media="print")
    assert not page.is_visible(".sections")
    assert not page.is_visible(".actions")
    assert page.is_visible(".prose")


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_words_in_charts_are_as_large_as_words_beside_them(page, base, public, width):
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(base + addresses(public)["theme"])
    drawn = "[...document.querySelectorAll('.bars .tick')].map((each) => each.getBoundingClientRect().height)"
    heights = page.evaluate(drawn)
    assert heights
    assert 10 <= min(heights) <= max(heights) <= 20


# How many lines of small print hold the time of reading and nothing else.
_ALONE = """() => [...document.querySelectorAll('.card .meta, .byline-meta')].filter((meta) => {
  const leaves = [...meta.querySelectorAll('*')].filter((each) => !each.children.length && each.offsetWidth);
  const minutes = leaves.find((each) => / min /.test(each.textContent.replace(/\\s/g, ' ')));
  return minutes && !leaves.some((each) => each !== minutes && each.offsetTop === minutes.offsetTop);
}).length"""


@pytest.mark.parametrize("width", [360, 412, 768])
def test_the_time_of_reading_does_not_stand_alone_on_a_line(page, base, public, width):
    page.set_viewport_size({"width": width, "height": 800})
    for name in ("home", "article", "country", "month"):
        page.goto(base + addresses(public)[name])
        assert page.locator(".card .meta, .byline-meta").count() > 0
        assert page.evaluate(_ALONE) == 0, name


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_undated_articles_begin_at_one_height_in_both_columns(browser, tmp_path, width):
    small = SmallSite(tmp_path / "site")
    for name in ("un", "deux"):
        small.article(name, title=f"Le pont numéro {name} ferme")
    small.build()
    with serving(small.public, PROJECT / "netlify.toml") as address:
        context = browser.new_context(viewport={"width": width, "height": 800})
        tab = context.new_page()
        tab.goto(f"{address}/archives/")
        titles = tab.locator(".undated .line-title").all()
        first, second = (title.bounding_box() for title in titles)
        assert (first["y"] == second["y"]) == (first["x"] != second["x"]) == (width > 700)
        context.close()


# The words of headings, and of links that stand as such, that are broken without a hyphen.
# The name of a host is no word.
_BROKEN = r"""() => [...document.querySelectorAll('h1, h2, h3, .multiple-name')].flatMap((each) => {
  const broken = [];
  const walk = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const text = walk.currentNode;
    for (const word of text.data.matchAll(/[\p{L}\p{N}.]+/gu)) {
      if (/\w\.\w/.test(word[0]) || each.matches('.unseen')) continue;
      const range = document.createRange();
      range.setStart(text, word.index);
      range.setEnd(text, word.index + word[0].length);
      if (new Set([...range.getClientRects()].map((at) => at.top)).size > 1) broken.push(word[0]);
    }
  }
  return broken;
})"""


@pytest.mark.parametrize(("width", "letters"), [(390, 32), (320, 24), (412, 22), (360, 20)])
def test_letters_twice_as_large_fit_on_a_phone(browser, base, public, width, letters):
    """A reader who sets a phone to large letters gets whole words, and nothing that lies off the screen."""
    large = browser.browser_type.launch(
        executable_path=CHROMIUM, args=[*FLAGS, f"--blink-settings=defaultFontSize={letters}"]
    )
    tab = large.new_context(viewport={"width": width, "height": 844}).new_page()
    for name, path in addresses(public).items():
        tab.goto(base + path)
        assert tab.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == letters
        assert tab.evaluate(OUTSIDE) == [], name
        assert tab.evaluate(_BROKEN) == [], name
    tab.goto(base + "/recherche/")
    assert tab.locator("#q").bounding_box()["width"] > 8 * letters
    large.close()


def test_a_date_that_goes_on_in_a_next_line_is_whole(browser, base):
    """« Dernier article : 28 juil. 2025 » in a narrow column: its last line begins with a whole figure."""
    context = browser.new_context(viewport={"width": 150, "height": 844})
    tab = context.new_page()
    tab.goto(base + "/pays/")
    cut = """() => [...document.querySelectorAll('.entry-meta')].some((meta) => {
      const start = meta.getBoundingClientRect().left + 0.9 * parseFloat(getComputedStyle(meta).fontSize);
      return [...meta.querySelectorAll('span')].some((part) => {
        const range = document.createRange();
        range.selectNodeContents(part);
        return [...range.getClientRects()].some((line) => line.left < start);
      });
    })"""
    assert not tab.evaluate(cut)
    context.close()


def test_forced_colours_tell_the_current_section_from_the_others(browser, base):
    context = browser.new_context(forced_colors="active", viewport={"width": 1280, "height": 800})
    tab = context.new_page()
    tab.goto(base + "/themes/")
    drawn = "(link) => parseFloat(getComputedStyle(link).borderBottomWidth) > 0"
    links = tab.locator(".sections a").all()
    assert [link.inner_text() for link in links if link.evaluate(drawn)] == ["Thèmes"]
    assert len({link.bounding_box()["height"] for link in links}) == 1
    context.close()


_TARGETS = (
    ".brand a", ".tool", ".sections a", ".crumbs a", ".byline-source a", ".section-title a",
    ".column-title a", ".months a", ".more a", ".step a", ".feeds a", ".formats a", ".entry-title a",
    ".figures a", ".actions button", ".button", ".foot li a", ".finder input", ".finder-fold", ".ways a",
)  # fmt: skip


def _low_targets(tab):
    """Of what stands alone and can be seen, the least height under 44 px by selector."""
    heights = {
        selector: tab.locator(selector).evaluate_all(
            "(all) => all.filter((a) => a.checkVisibility()).map((a) => a.getBoundingClientRect().height)"
        )
        for selector in _TARGETS
    }
    return {selector: min(found) for selector, found in heights.items() if found and min(found) < 44}


def test_a_finger_hits_what_stands_alone(browser, base, public):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    low = {}
    for path in (*addresses(public).values(), "/recherche/?q=Erevan"):
        tab.goto(base + path, wait_until="networkidle")
        for _ in range(5):  # a busy machine lays out late
            found = _low_targets(tab)
            if not found:
                break
            tab.wait_for_timeout(500)
        if found:
            low[path] = found
    context.close()
    assert low == {}


@pytest.mark.parametrize(
    ("name", "selector", "columns"), [("coverage", ".spark", 2), ("article", ".actions svg", 3)]
)
def test_pictures_side_by_side_stand_on_one_line(browser, base, public, name, selector, columns):
    """However many lines the words over or under them take."""
    context = browser.new_context(viewport={"width": 390, "height": 844})
    tab = context.new_page()
    tab.goto(base + addresses(public)[name])
    bottoms = tab.locator(selector).evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().bottom)"
    )
    rows = [bottoms[at : at + columns] for at in range(0, len(bottoms), columns)]
    assert rows
    assert all(max(row) - min(row) < 1 for row in rows)
    context.close()


def test_a_source_s_own_page_does_not_name_it_again_with_each_article(page, base, public):
    page.goto(base + addresses(public)["source"])
    assert page.locator(".shelf-list .card").count() > 0
    name = page.inner_text("h1")
    assert not any(name in said for said in page.locator(".shelf-list .meta").all_inner_texts())


@pytest.mark.parametrize(
    "face", ['600 40px "Newsreader"', '400 40px "Newsreader Text"', 'italic 400 40px "Newsreader Text"']
)
def test_names_of_neighbours_are_written_in_one_face(page, base, face):
    """Where a letter is lacking, the next face stands in, and the word is as wide as that one makes it."""
    page.goto(base + "/")
    page.evaluate("(face) => document.fonts.load(face)", face)
    names = "Erdoğan İlham Əliyev Diyarbakır Şuşa Iași Doğu Đoković Šibenik Łódź Gdańsk Dvořák Erdős"
    other = page.evaluate(
        """([face, names]) => {
          const draw = document.createElement("canvas").getContext("2d");
          const width = (name, next) => ((draw.font = `${face}, ${next}`), draw.measureText(name).width);
          return names.split(" ").filter((name) => width(name, "monospace") !== width(name, "serif"));
        }""",
        [face, names],
    )
    assert other == []


NAMED = {
    "un": ("La route de Latchine rouvre", "[Haut-Karabagh]"),
    "deux": ("Les vergers du plateau", "[Haut-Karabagh]"),
    "trois": ("Une récolte de cacao", "[Côte d'Ivoire]"),
    "quatre": ("Le mil manque à Zinder", "[Niger]"),
    "cinq": ("Le port de Lagos s'agrandit", "[Nigeria]"),
    "six": ("Deux ferries pour Goma", "[République démocratique du Congo]"),
    "sept": ("Un pont à Pointe-Noire", "[Congo]"),
}


@pytest.fixture(scope="module", params=["fr", "en"])
def named(browser, request, tmp_path_factory):
    """A tab on the search page of a site with a few shelves of several names, and its language."""
    small = SmallSite(tmp_path_factory.mktemp("named"))
    site = small.root / "content/site.toml"
    site.write_text(f'{site.read_text()}language = "{request.param}"\n')
    for name, (title, countries) in NAMED.items():
        small.article(name, title=title, date="2025-03-01", countries=countries)
    assert small.build(search=True).status == "done"
    with serving(small.public, PROJECT / "netlify.toml") as address:
        context = browser.new_context(viewport={"width": 390, "height": 844})
        tab = context.new_page()
        tab.goto(address + "/recherche/")
        yield tab, request.param
        context.close()


@pytest.mark.parametrize(
    ("typed", "french", "english"),
    [
        ("NKR", ["Haut-Karabagh"], ["Nagorno-Karabakh"]),
        ("Karabakh", ["Haut-Karabagh"], ["Nagorno-Karabakh"]),
        ("nagorno karabakh", ["Haut-Karabagh"], ["Nagorno-Karabakh"]),
        ("haut karabagh", ["Haut-Karabagh"], ["Nagorno-Karabakh"]),
        ("Ivory Coast", ["Côte d’Ivoire"], ["Côte d'Ivoire"]),
        ("cote d'ivoire", ["Côte d’Ivoire"], ["Côte d'Ivoire"]),
        ("Côte d’Ivoire", ["Côte d’Ivoire"], ["Côte d'Ivoire"]),
        ("Niger", ["Niger"], ["Niger"]),
        ("Nigéria", ["Nigeria"], ["Nigeria"]),
        (
            "Congo",
            ["République démocratique du Congo", "Congo"],
            ["Democratic Republic of the Congo", "Republic of the Congo"],
        ),
    ],
)
def test_a_shelf_is_found_by_any_of_its_names_in_either_language(named, typed, french, english):
    tab, language = named
    tab.fill("#q", "")
    tab.wait_for_selector("#vers", state="hidden")
    tab.fill("#q", typed)
    tab.wait_for_selector("#vers a")
    links = tab.locator("#vers a").all()
    quoted = ("«\u00a0{}\u00a0»", french) if language == "fr" else ("“{}”", english)
    assert tab.locator("#vers span").all_text_contents() == [quoted[0].format(name) for name in quoted[1]]
    assert all(link.bounding_box()["height"] >= 44 for link in links)
    if typed == "NKR":
        said = {
            "fr": [
                "Voir les 2 articles classés «\u00a0Haut-Karabagh\u00a0»",
                "Aucun résultat pour «\u00a0NKR\u00a0».",
            ],
            "en": ["See the 2 articles filed under “Nagorno-Karabakh”", "No result for “NKR”."],
        }
        assert tab.locator("[role=status] > p").all_inner_texts() == said[language]
    if typed == "Niger":
        one = {"fr": "Voir l’article classé «\u00a0Niger\u00a0»", "en": "See the article filed under “Niger”"}
        assert tab.inner_text("#vers") == one[language]


def test_labels_below_an_article_stand_in_their_own_column(few):
    small, opened = few
    countries = "[Arménie, Azerbaïdjan, Géorgie, Turquie, Russie, Iran]"
    small.article("un", title="Six pays, une table", date="2025-03-01", countries=countries)
    tab, address = opened(390)
    tab.goto(address + only_article(small.public))
    named = [link.bounding_box() for link in tab.locator(".filed dl").first.locator("dd").all()]
    lines = sorted({box["y"] for box in named})
    label = tab.locator(".filed dt").first.bounding_box()
    assert len(named) == 6
    assert len(lines) > 1
    assert {min(box["x"] for box in named if box["y"] == line) for line in lines} == {
        min(box["x"] for box in named)
    }
    assert min(box["x"] for box in named) > label["x"] + label["width"]


def test_an_arabic_title_in_a_list_begins_at_the_right(few):
    small, opened = few
    for number in range(8):
        text = "افتتاح خط السكة الحديد الجديد بين طنجة ومراكش بعد سنوات من الانتظار. " * 3
        title = f"افتتاح خط السكة الحديد الجديد بين طنجة ومراكش {number}"
        small.article(f"a{number}", text, title=title, date=f"2025-03-0{number + 1}", language="ar")
    tab, address = opened(390)
    tab.goto(address + "/")
    title = tab.locator(".line-title[dir=rtl]").first
    edges = title.evaluate(
        """(title) => {
          const range = document.createRange();
          range.selectNodeContents(title);
          return [range.getBoundingClientRect().right, title.closest("li").getBoundingClientRect().right];
        }"""
    )
    assert edges[0] == pytest.approx(edges[1], abs=1)


def test_a_short_article_prints_on_one_sheet(few):
    small, opened = few
    small.article("un", title="Le pont ferme", date="2025-03-01", countries="[Arménie]", themes="[Culture]")
    tab, address = opened(1280)
    tab.goto(address + only_article(small.public))
    sheets = re.findall(rb"/Type\s*/Page\b", tab.pdf(format="A4", prefer_css_page_size=True))
    assert len(sheets) == 1


def test_what_is_kept_for_later_names_its_source_and_nothing_else(few):
    small, opened = few
    meta = {"source": "Gazette d'ailleurs", "link": "https://gazette.example.org/un"}
    small.article("un", title="Le pont ferme", date="2025-03-01", **meta)
    tab, address = opened(1280)
    tab.goto(address + only_article(small.public))
    assert "Lire l’original" in tab.inner_text(".byline-source")
    tab.click("[data-action=save]")
    tab.goto(address + "/enregistres/")
    assert tab.inner_text("#gardes .line-meta") == "Gazette d’ailleurs · samedi 1er mars 2025"


@pytest.mark.parametrize("many", [1, 3, 5])
def test_a_home_page_of_a_few_articles_has_no_empty_column(few, many):
    small, opened = few
    for number in range(many):
        title, summary = f"Le pont numéro {number} ferme", f"Les ouvriers du chantier {number} l'ont dit."
        small.article(f"a{number}", title=title, date=f"2025-03-0{number + 1}", summary=summary)
    tab, address = opened(1280)
    tab.goto(address + "/")
    page_edge = tab.locator(".edition").bounding_box()
    front = [each.bounding_box() for each in tab.locator(".front .card").all()]
    edge = max(box["x"] + box["width"] for box in front)
    assert edge == pytest.approx(page_edge["x"] + page_edge["width"], abs=1)
    assert tab.locator(".front-lead").evaluate("(each) => getComputedStyle(each).borderRightWidth") == "0px"


# What a reader sees of a feed: the words of each element that is shown and holds no other, and what CSS adds.
_SEEN = """() => [...document.querySelectorAll('*')]
  .filter((each) => !each.children.length && each.checkVisibility())
  .flatMap((each) => [getComputedStyle(each, '::before').content, each.textContent,
                      getComputedStyle(each, '::after').content])
  .filter((text) => text.trim() && text !== 'none')"""


@pytest.mark.parametrize("name", ["feed.xml", "atom.xml"])
def test_a_feed_in_a_browser_shows_articles_and_where_to_read_them(few, name):
    small, opened = few
    small.article(
        "un", title="Le pont ferme", date="2025-03-01", countries="[Arménie]", summary="Il rouvrira."
    )
    tab, address = opened(800)
    tab.goto(f"{address}/pays/armenie/{name}")
    seen = " ".join(tab.evaluate(_SEEN))
    assert "Le pont ferme" in seen
    assert "Il rouvrira" in seen
    assert "ouvrez plutôt" in seen
    assert ("https://releve.example.org/pays/armenie/" in seen) or "attr(href)" in seen
    assert not re.search(r"/articles/|00:00|2025|urn:", seen), seen
