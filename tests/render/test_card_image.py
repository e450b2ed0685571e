"""Cards for shared links: drawn from a few words, the same each time, made again only for other words."""

import io

import pytest
from PIL import Image

from sitegen.render import plan_pages
from sitegen.render.card_image import FONT, HEIGHT, WIDTH, CardView, can_draw, draw
from tests.render.worlds import article, assets, rendered, world_of

CARD = CardView("Essai", "Arménie", "Pays")


@pytest.fixture(scope="module")
def font():
    return assets()[0].kept[FONT]


def test_a_card_has_the_size_that_networks_ask_for(font):
    with Image.open(io.BytesIO(draw(CARD, font))) as image:
        assert (image.format, image.size) == ("PNG", (WIDTH, HEIGHT))


def test_the_same_words_give_the_same_bytes(font):
    assert draw(CARD, font) == draw(CARD, font) != draw(CardView("Essai", "Maroc", "Pays"), font)


@pytest.mark.parametrize("name", ["", "a" * 400, "mot " * 200, "Saint-Vincent-et-les-Grenadines"])
def test_no_name_is_too_long(font, name):
    edge = WIDTH - 40
    with Image.open(io.BytesIO(draw(CardView(name, name, name), font))) as image:
        assert (
            not image.crop((edge, 60, WIDTH, HEIGHT)).convert("L").point(lambda shade: shade < 128).getbbox()
        )


def test_signs_that_the_font_lacks_are_known():
    assert can_draw("Côte d’Ivoire", "Türkiye")
    assert not can_draw("Հայաստան")


def test_the_font_is_not_published():
    addresses, files = assets()
    assert FONT not in addresses.urls
    assert not [file.path for file in files if file.path.endswith(".ttf")]


def test_pages_name_the_card_of_their_country_or_theme():
    world = world_of([article(1), article(2, countries=()), article(3, countries=(), themes=())])
    pages = {path: text for path, (_, text) in rendered(world).items()}
    assert {path for path in pages if path.startswith("cards/")} >= {
        "cards/pays/armenie.png",
        "cards/themes/diplomatie.png",
    }
    card = 'property="og:image" content="https://essai.example.org/'
    assert f"{card}cards/pays/armenie.png" in pages["pays/armenie/index.html"]
    assert f"{card}cards/pays/armenie.png" in pages["pays/armenie/diplomatie/index.html"]
    assert f"{card}cards/pays/armenie.png" in pages["articles/2025/03/navire-1/index.html"]
    assert f"{card}cards/themes/diplomatie.png" in pages["articles/2025/03/navire-2/index.html"]
    assert f"{card}assets/card." in pages["articles/2025/03/navire-3/index.html"]
    assert f"{card}assets/card." in pages["index.html"]


def test_a_new_article_leaves_the_cards_as_they_are():
    def cards(count: int) -> dict[str, str]:
        pages = plan_pages(world_of([article(number) for number in range(1, count)]))
        return {page.path: page.signature for page in pages if page.kind == "card"}

    assert cards(3) == cards(4)


def test_a_site_in_other_letters_keeps_the_plain_card():
    assert not [page for page in plan_pages(world_of([article(1)], title="Մամուլ")) if page.kind == "card"]


def test_articles_have_cards_of_their_own_where_the_editor_asks():
    many = [article(1, title="Un pont : l’ouvrage attendu depuis trente ans"), article(2, title="Արարատ")]
    pages = rendered(world_of(many, article_cards=True))
    card = 'property="og:image" content="https://essai.example.org/'
    assert f"{card}cards/articles/2025/03/navire-1.png" in pages["articles/2025/03/navire-1/index.html"][1]
    assert f"{card}cards/pays/armenie.png" in pages["articles/2025/03/navire-2/index.html"][1]
    assert "cards/articles/2025/03/navire-1.png" in pages
    without = rendered(world_of(many))
    assert not [path for path in without if path.startswith("cards/articles/")]
    path = "articles/2025/03/navire-1/index.html"
    assert without[path][0] != pages[path][0]


def test_a_headline_takes_the_lines_that_it_needs(font):
    """What is drawn of a long title grows with it, until the card is full."""

    def ink(name: str) -> int:
        with Image.open(io.BytesIO(draw(CardView("Essai", name, "Pays"), font))) as image:
            box = (
                image.convert("L")
                .crop((0, 140, WIDTH, HEIGHT - 140))
                .point(lambda shade: 255 * (shade < 128))
                .getbbox()
            )
        return box[3] - box[1]

    assert ink("un pont sur le fleuve " * 4) > ink("un pont")
    assert ink("un pont sur le fleuve " * 6) > 200
