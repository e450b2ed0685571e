"""Assets under names that change with their content."""

import gzip

from sitegen.render import plan_assets
from tests.render.worlds import assets


def test_a_name_changes_with_the_content():
    one, two = (plan_assets({"a.js": data})[0]["a.js"] for data in (b"1", b"2"))
    assert one != two
    assert one.startswith("/assets/a.")
    assert one.endswith(".js")


def test_a_stylesheet_names_what_it_uses():
    files = {"site.css": b'@font-face{src:url("asset:f.woff2")}', "f.woff2": b"font"}
    planned, artifacts = plan_assets(files)
    css = next(each for each in artifacts if each.path.endswith(".css"))
    font = planned["f.woff2"].rsplit("/", 1)[-1]
    assert css.data.decode() == f'@font-face{{src:url("./{font}")}}'


def test_a_changed_font_renames_the_stylesheet():
    css = b'a{src:url("asset:f.woff2")}'
    one, two = (plan_assets({"site.css": css, "f.woff2": data})[0]["site.css"] for data in (b"1", b"2"))
    assert one != two


def test_a_name_nobody_has_is_left_for_the_browser_to_miss():
    assert plan_assets({"site.css": b'url("asset:gone.png")'})[1][0].data == b'url("./gone.png")'


def test_a_circle_ends():
    planned = plan_assets({"a.js": b'import "asset:b.js"', "b.js": b'import "asset:a.js"'})[0]
    assert set(planned.urls) == {"a.js", "b.js"}


def test_an_article_s_styles_and_scripts_stay_small():
    artifacts = {
        each.path.split("/")[-1].split(".")[0] + each.path[each.path.rindex(".") :]: each
        for each in assets()[1]
    }
    weight = sum(len(gzip.compress(artifacts[name].data, 9)) for name in ("site.css", "site.js", "theme.js"))
    assert weight < 30_000


def test_fonts_stay_small():
    fonts = [len(each.data) for each in assets()[1] if each.path.endswith(".woff2")]
    assert sum(fonts) < 60_000
