"""What was written or chosen has room: on paper, in large letters, in narrow columns, under a finger."""

import pytest

from tests.browser.conftest import OUTSIDE, addresses, only_article

pytestmark = pytest.mark.browser

# How light a colour is, from 0 for black to 255.
_LIGHT = """([selector, name]) => {
  const draw = document.createElement('canvas').getContext('2d');
  draw.fillStyle = getComputedStyle(document.querySelector(selector))[name];
  draw.fillRect(0, 0, 1, 1);
  const [red, green, blue] = draw.getImageData(0, 0, 1, 1).data;
  return (red + green + blue) / 3;
}"""


@pytest.mark.parametrize("chosen", ["dark", "light", None])
@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_paper_is_white_and_ink_black_whatever_the_appearance(page, base, public, chosen, scheme):
    page.emulate_media(media="screen", color_scheme=scheme)
    for name in ("article", "coverage"):
        page.goto(base + addresses(public)[name])
        page.evaluate("(chosen) => chosen && (document.documentElement.dataset.theme = chosen)", chosen)
        screen = page.evaluate(_LIGHT, ["body", "backgroundColor"])
        assert (screen < 60) == ("dark" in (chosen, chosen or scheme)), name
        page.emulate_media(media="print", color_scheme=scheme)
        assert page.evaluate(_LIGHT, ["body", "backgroundColor"]) == 255
        assert page.evaluate(_LIGHT, ["body", "color"]) == 0
        assert page.evaluate(_LIGHT, ["h1", "color"]) == 0
        if name == "coverage":
            assert not page.is_visible(".map-frame + .more")
            land = page.evaluate(_LIGHT, [".map .land", "fill"])
            assert land > 200
            assert page.evaluate(_LIGHT, [".map .shade-4", "fill"]) < land / 2
        page.emulate_media(media="screen", color_scheme=scheme)


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_an_address_of_three_hundred_letters_takes_no_more_room_than_there_is(few, width):
    small, opened = few
    long = "https://gazette.example.org/" + "abcdefghij" * 27
    places = ["Arménie", "Maroc", "Géorgie", "Kenya", "Japon", "Inde", "Ukraine"]
    for number, place in enumerate(places):
        meta = {"date": f"2025-03-0{number + 1}", "countries": f"[{place}]", "themes": "[Culture]"}
        meta |= {"source": f"Gazette{'a' * 90} {number}", "tags": f"[{'mot' * 60}]"}
        meta |= {"title": f"{long} {number}"} if number % 2 else {"title": f"Le pont {number}"}
        meta |= {"authors": f"[{'Dupont' * 30}]", "link": f"https://{'long' * 14}.example.org/{number}"}
        small.article(
            f"a{number}", f"{long}\n\nLe pont {number} ferme.\n\n| {long} | b |\n|---|---|\n| 1 | 2 |", **meta
        )
    tab, address = opened(width)
    pages = ["/", "/pays/", "/sources/", "/archives/", "/couverture/", "/pays/armenie/", "/themes/culture/"]
    files = sorted(small.public.glob("articles/2*/*/*/index.html"))[:2]
    pages += [f"/{file.parent.relative_to(small.public).as_posix()}/" for file in files]
    for path in (*pages, "/archives/2025/03/", "/recherche/", "/abonnements/"):
        tab.goto(address + path)
        assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, path
        assert tab.evaluate(OUTSIDE.replace("noscript", "noscript, .sections ul")) == [], path
    tab.goto(address + "/")
    columns = [box.bounding_box() for box in tab.locator(".column").all()]
    assert len({round(box["width"]) for box in columns}) == 1
    held = "(all) => all.every((one) => one.scrollWidth <= one.clientWidth)"
    assert tab.locator(".column").evaluate_all(held)


@pytest.mark.parametrize(
    ("width", "size"), [(390, 200), (320, 130), (320, 150), (320, 200), (768, 200), (1280, 200)]
)
def test_letters_enlarged_on_the_page_fit_as_those_of_the_browser_do(browser, base, public, width, size):
    """As a reader's own style sheet or an extension enlarges them: what a screen's width is in rem stays."""
    context = browser.new_context(viewport={"width": width, "height": 844})
    tab = context.new_page()
    for name, path in addresses(public).items():
        tab.goto(base + path)
        tab.evaluate("(size) => { document.documentElement.style.fontSize = size; }", f"{size}%")
        assert tab.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, name
        assert tab.evaluate(OUTSIDE) == [], name
        if name == "search":
            assert tab.locator("#q").bounding_box()["width"] > 8 * 16 * size / 100
        if name == "coverage":
            covered = """() => [...document.querySelectorAll('.figures tbody tr')].filter((row) => {
              const [name, count] = ['a', 'td'].map((one) => row.querySelector(one).getBoundingClientRect());
              return name.right > count.right || (name.bottom > count.top && name.top < count.bottom
                && name.right > count.right - 1);
            }).length"""
            assert tab.evaluate(covered) == 0
    context.close()


def test_from_the_map_a_finger_gets_to_the_table(browser, base):
    """Armenia is a few points wide on a phone's map, Georgia beside it: no finger tells them apart."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    tab = context.new_page()
    tab.goto(base + "/couverture/")
    way = tab.get_by_role("link", name="Choisir un pays dans le tableau")
    assert way.bounding_box()["height"] >= 44
    chart, legend = (tab.locator(each).bounding_box() for each in (".map", ".legend"))
    assert chart["y"] + chart["height"] - 20 <= way.bounding_box()["y"] <= legend["y"]
    way.tap()
    tab.wait_for_timeout(600)
    row = tab.locator(".figures").get_by_role("link", name="Arménie").bounding_box()
    assert row["height"] >= 44
    context.close()


def test_what_the_map_has_no_outline_of_is_said_to_stand_in_the_table_alone(few):
    small, opened = few
    small.article("un", title="La route de Latchine rouvre", date="2025-03-01", countries="[Haut-Karabagh]")
    small.article("deux", title="Un col sous la neige", date="2025-03-02", countries="[Andorre, Géorgie]")
    tab, address = opened(1280)
    tab.goto(address + "/couverture/")
    table = tab.locator("section", has=tab.locator(".figures")).inner_text()
    assert "Dans le tableau seul, sans tracé sur la carte : Haut-Karabagh." in table.replace("\u00a0", " ")
    assert tab.locator(".map a[aria-label^='Andorre']").count() == 1


@pytest.mark.parametrize("touch", [True, False])
def test_a_long_label_begins_beside_its_heading(browser, few, touch):
    small, opened = few
    small.article("un", title="Le pont ferme", date="2025-03-01", themes="[Transports et infrastructures]")
    _, address = opened(320)
    context = browser.new_context(viewport={"width": 320, "height": 844}, has_touch=touch, is_mobile=touch)
    tab = context.new_page()
    tab.goto(address + only_article(small.public))
    heading = tab.locator(".filed dt", has_text="Thèmes").bounding_box()
    label = tab.locator(".filed dd", has_text="Transports").bounding_box()
    assert label["y"] < heading["y"] + heading["height"]
    assert label["x"] + label["width"] <= 320
    assert label["x"] > heading["x"] + heading["width"]
    context.close()


# The summaries of which some lines are kept back: they would end within a word.
_CUT = """() => [...document.querySelectorAll('.card .summary')].filter((each) =>
  each.checkVisibility() && each.scrollHeight > each.clientHeight + 1).map((each) => each.textContent)"""


@pytest.mark.parametrize("width", [360, 768, 1280])
def test_summaries_end_with_a_sentence(page, base, public, width):
    page.set_viewport_size({"width": width, "height": 900})
    for name in ("home", "country", "month"):
        page.goto(base + addresses(public)[name])
        assert page.evaluate(_CUT) == [], name


def test_a_wide_list_shows_the_whole_of_a_summary(page, base, public):
    page.goto(base + addresses(public)["country"])
    shown = page.evaluate("[...document.querySelectorAll('.rest')].map((each) => each.checkVisibility())")
    assert all(shown)
    page.set_viewport_size({"width": 360, "height": 900})
    shown = page.evaluate("[...document.querySelectorAll('.rest')].map((each) => each.checkVisibility())")
    assert not any(shown)


def test_the_way_to_the_original_begins_a_line_where_it_does_not_fit(few):
    small, opened = few
    meta = {"source": "La Gazette d'un pays lointain", "link": "https://gazette.example.org/un"}
    small.article("un", title="Le pont ferme", date="2025-03-01", **meta)
    for width in (320, 1280):
        tab, address = opened(width)
        tab.goto(address + only_article(small.public))
        line, way = (tab.locator(name).bounding_box() for name in (".byline-source", ".original"))
        edges = (way["x"] - line["x"], line["x"] + line["width"] - way["x"] - way["width"])
        assert edges[width > 320] == pytest.approx(0, abs=1)


def test_an_arabic_summary_begins_below_its_title(few):
    small, opened = few
    text = "افتتح الرئيس خط السكة الحديدية الجديد الذي يربط العاصمة بوهران بعد سنوات من الانتظار. " * 3
    for number in range(7):
        small.article(
            f"a{number}", text, title="افتتاح خط السكة", date=f"2025-03-0{number + 1}", language="ar"
        )
    tab, address = opened(1280)
    tab.goto(address + "/")
    title, summary = (tab.locator(f".lead {name}").bounding_box() for name in ("h2", ".summary"))
    assert summary["x"] + summary["width"] == pytest.approx(title["x"] + title["width"], abs=1)
