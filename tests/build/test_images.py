"""Local images: converted, measured, enclosed; what is not there or not an image is left out and named."""

import io
import re
import tomllib
from fnmatch import fnmatchcase
from html import unescape

import pytest
from PIL import Image

from tests.conftest import PROJECT, SmallSite


def picture(width: int, height: int, form: str = "JPEG") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (120, 30, 30)).save(out, form)
    return out.getvalue()


@pytest.fixture
def illustrated(site: SmallSite) -> SmallSite:
    site.write("assets/img/pont.jpg", picture(1200, 600))
    site.article("un", title="Le pont", date="2025-03-04", image="assets/img/pont.jpg")
    return site


def test_an_image_is_published_in_widths_with_its_size(illustrated: SmallSite) -> None:
    illustrated.build()
    tree = illustrated.tree()
    made = sorted(path for path in tree if path.startswith("images/"))
    assert [Image.open(io.BytesIO(tree[path])).size for path in made] == [(1200, 600), (480, 240), (960, 480)]
    page = tree["articles/2025/03/le-pont/index.html"].decode()
    assert 'width="1200"' in page
    assert 'height="600"' in page
    assert all(path in page for path in made)


def test_feeds_enclose_it_with_length_and_type(illustrated: SmallSite) -> None:
    illustrated.build()
    tree = illustrated.tree()
    path = next(path for path in tree if path.endswith("-1200.webp"))
    feed = tree["feed.xml"].decode()
    assert f"https://releve.example.org/{path}" in feed
    assert str(len(tree[path])) in feed


def test_an_image_in_the_text_is_shown_where_it_stands(site: SmallSite) -> None:
    site.write("content/articles/img/carte.png", picture(300, 200, "PNG"))
    body = (
        "Un premier paragraphe qui présente la région et ses routes.\n\n"
        "![La carte des routes](img/carte.png)\n\nUn second qui les commente longuement."
    )
    site.article("un", body, title="Carte", date="2025-03-04")
    site.build()
    page = site.tree()["articles/2025/03/carte/index.html"].decode()
    assert 'alt="La carte des routes"' in page
    assert page.index("<img") < page.index("Un second")


@pytest.mark.parametrize("name", ["pont_(1).jpg", "pont_(1)_(2).jpg"])
def test_an_image_whose_name_has_brackets_is_shown(site: SmallSite, name: str) -> None:
    site.write(f"images/{name}", picture(300, 200))
    site.article("un", f"Un texte.\n\n![Le pont](/images/{name})", title="Pont", date="2025-03-04")
    report = site.build()
    assert "image-missing" not in [note.code for note in report.notes]
    assert 'alt="Le pont"' in site.tree()["articles/2025/03/pont/index.html"].decode()


@pytest.mark.parametrize("src", ["assets/img/absente.jpg", "https://images.example.org/loin.jpg"])
def test_what_is_not_in_the_site_is_left_out_with_a_warning(site: SmallSite, src: str) -> None:
    site.article("un", title="Sans image", date="2025-03-04", image=src)
    report = site.build()
    assert "image-missing" in [note.code for note in report.notes]
    assert "loin.jpg" not in site.tree()["articles/2025/03/sans-image/index.html"].decode()


def test_an_image_added_later_shows(site: SmallSite) -> None:
    site.article("un", title="Le pont", date="2025-03-04", image="assets/img/pont.jpg")
    site.build()
    site.write("assets/img/pont.jpg", picture(100, 50))
    site.build()
    assert "-100.webp" in site.tree()["articles/2025/03/le-pont/index.html"].decode()


def test_a_file_that_lies_is_refused_by_name(site: SmallSite) -> None:
    site.write("assets/img/faux.jpg", "<svg onload=alert(1)>")
    site.article("un", title="Faux", date="2025-03-04", image="assets/img/faux.jpg")
    report = site.build()
    assert {"image-refused", "image-missing"} <= {note.code for note in report.notes}
    assert not [path for path in site.tree() if path.startswith("images/")]


def test_a_photograph_turned_on_its_side_stands_up(site: SmallSite) -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("RGB", (400, 200)).save(out, "JPEG", exif=exif)
    site.write("assets/haut.jpg", out.getvalue())
    site.article("un", title="Haut", date="2025-03-04", image="assets/haut.jpg")
    site.build()
    tree = site.tree()
    made = next(path for path in tree if path.startswith("images/"))
    assert Image.open(io.BytesIO(tree[made])).size == (200, 400)
    assert b"Exif" not in tree[made]


def shared(page: str) -> dict[str, str]:
    """What a page tells networks of the picture to show beside a link to it."""
    return dict(re.findall(r'<meta (?:property|name)="(?:og|twitter):image([^"]*)" content="([^"]*)"', page))


def test_a_shared_article_shows_its_own_photo(site: SmallSite) -> None:
    site.write("assets/img/pont.jpg", picture(2000, 1000))
    head = {"image": "assets/img/pont.jpg", "image_alt": "Le pont d'Erevan sous la neige"}
    site.article("un", title="Le pont", date="2025-03-04", countries="AM", **head)
    site.build()
    page = site.tree()["articles/2025/03/le-pont/index.html"].decode()
    told = shared(page)
    assert re.fullmatch(r"https://releve\.example\.org/images/\w+-1440\.webp", told[""])
    assert told[""].removeprefix("https://releve.example.org/") in site.tree()
    assert (told[":type"], told[":width"], told[":height"]) == ("image/webp", "1440", "720")
    assert told[":alt"] == "Le pont d&#39;Erevan sous la neige"
    assert f'"image":["{told[""]}"]' in page  # JSON-LD
    assert 'name="twitter:card" content="summary_large_image"' in page


def test_a_shared_article_without_a_photo_shows_its_country_s_card(site: SmallSite) -> None:
    site.article("un", title="Le pont", date="2025-03-04", countries="AM")
    site.build()
    told = shared(site.tree()["articles/2025/03/le-pont/index.html"].decode())
    assert told[""] == "https://releve.example.org/cards/pays/armenie.png"
    assert (told[":type"], told[":width"], told[":height"]) == ("image/png", "1200", "630")
    assert told[":alt"] == "Le Relevé d&#39;essai – Arménie"
    assert shared(site.tree()["index.html"].decode())[":alt"].startswith("L’enseigne du site")


@pytest.mark.parametrize(
    ("credit", "shown"),
    [
        ("Agence du Nord", "Crédit : Agence du Nord"),
        ("Photo : Agence du Nord", "Photo : Agence du Nord"),
        ("Photos Anne Petit", "Photos Anne Petit"),
        ("© Anne Petit", "© Anne Petit"),
        ("(c) Anne Petit", "(c) Anne Petit"),
        ("Crédit photo : DR", "Crédit photo : DR"),
        ("Illustration d'Anne Petit", "Illustration d'Anne Petit"),
        ("Photothèque du Nord", "Crédit : Photothèque du Nord"),
    ],
)
def test_a_credit_that_says_what_it_is_gets_no_second_word_for_it(
    illustrated: SmallSite, credit: str, shown: str
) -> None:
    illustrated.article(
        "un", title="Le pont", date="2025-03-04", image="assets/img/pont.jpg", image_credit=f'"{credit}"'
    )
    illustrated.build()
    page = illustrated.tree()["articles/2025/03/le-pont/index.html"].decode()
    found = re.search(r"<figcaption>(.*?)</figcaption>", page)
    assert found
    assert re.sub(r"[\u00a0\u202f]", " ", unescape(found[1])).replace("’", "'") == shown


def test_a_copy_of_what_changes_its_name_with_its_content_is_good_for_ever(illustrated: SmallSite) -> None:
    rules = tomllib.loads((PROJECT / "netlify.toml").read_text())["headers"]
    lasting = [rule["for"] for rule in rules if "immutable" in rule["values"].get("Cache-Control", "")]
    illustrated.build()
    named = re.compile(r"(assets|images)/[\w.-]*?[.]?[0-9a-f]{8,}[-.][\w.]+")
    for path in illustrated.tree():
        kept = any(fnmatchcase(f"/{path}", pattern) for pattern in lasting)
        assert kept == bool(named.fullmatch(path)), path
