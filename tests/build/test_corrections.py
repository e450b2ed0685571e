"""What an editor changes besides the texts: only the articles that it is about are read again."""

import shutil

import pytest

from tests.conftest import SITE_TOML, SmallSite

FIVE = "Le conseil municipal a voté lundi les travaux du pont de Valmont, fermé depuis l'hiver."
CAPTURES = ("seeds/pont.txt", "seeds/2025/bac.txt", "seeds/bac.txt")


@pytest.fixture
def built(site: SmallSite) -> SmallSite:
    """A site of three captures and two articles, built once."""
    for number, path in enumerate(CAPTURES):
        site.write(path, f"Un titre de capture {number}\n\n{FIVE}\n\nLigne à retirer {number}.\n")
    site.article("un", title="Un article", date="2025-03-04")
    site.article("deux", title="Un autre", date="2025-03-05")
    site.write("content/feeds/ponts.toml", 'name = "Ponts"\ncountries = ["FR"]\n')
    site.build()
    return site


def read_again(site: SmallSite) -> int:
    """How many files a build reads; its site is the one that a build without any memory gives."""
    count = site.build().counts["read"]
    tree = site.tree()
    shutil.rmtree(site.root / ".sitegen")
    site.build(fresh=True)
    assert site.tree() == tree
    return count


@pytest.mark.parametrize(
    ("name", "text", "files"),
    [
        ("pont", 'title = "Le pont rouvre"', 1),
        ("pont", 'drop = ["Ligne à retirer"]', 1),
        ("bac", "date = 2025-04-01", 2),  # two captures have this name
        ("seeds--2025--bac", "date = 2025-04-01", 1),
        ("deux", 'countries = ["AM"]', 1),
        ("personne", 'title = "Sans objet"', 0),
    ],
)
def test_a_correction_has_only_its_own_article_read_again(
    built: SmallSite, name: str, text: str, files: int
) -> None:
    built.write(f"content/overrides/{name}.toml", text + "\n")
    assert read_again(built) == files


def test_a_correction_that_changes_or_goes_is_taken_back(built: SmallSite) -> None:
    path = built.write("content/overrides/pont.toml", 'title = "Le pont rouvre"\n')
    built.build()
    assert "Le pont rouvre" in built.tree()["index.html"].decode()
    built.write("content/overrides/pont.toml", 'title = "Le pont est rouvert"\n')
    assert built.build().counts["read"] == 1
    assert "Le pont est rouvert" in built.tree()["index.html"].decode()
    path.unlink()
    assert read_again(built) == 1
    assert "Un titre de capture 0" in built.tree()["index.html"].decode()


@pytest.mark.parametrize(
    "change",
    [
        ("content/site.toml", SITE_TOML.replace("Le Relevé d'essai", "Une autre revue")),
        ("content/site.toml", SITE_TOML + "per_page = 2\nfeed_items = 3\n"),
        ("content/feeds/ponts.toml", 'name = "Des ponts"\ncountries = ["AM"]\n'),
        ("content/ui/fr.toml", '[strings]\nhome = "Une"\n'),
    ],
)
def test_what_no_article_depends_on_has_none_read_again(built: SmallSite, change: tuple[str, str]) -> None:
    built.write(*change)
    assert read_again(built) == 0


@pytest.mark.parametrize(
    "change",
    [
        ("content/site.toml", SITE_TOML.replace("example.org", "example.org/revue")),
        ("content/site.toml", SITE_TOML + 'time_zone = "Asia/Yerevan"\n'),
        ("content/site.toml", SITE_TOML + 'publish = "excerpt"\n'),
        ("content/sources/valmont.toml", 'name = "Le Courrier de Valmont"\nhosts = ["valmont.example"]\n'),
    ],
)
def test_what_every_article_depends_on_has_all_read_again(built: SmallSite, change: tuple[str, str]) -> None:
    built.write(*change)
    assert read_again(built) == 5


SETTINGS = {
    "title": '"Autre"', "tagline": '"Un mot"', "description": '"Autrement"', "base_url": '"https://autre.example.org/revue"',
    "language": '"en"', "time_zone": '"Asia/Yerevan"', "as_of": "2026-02-01", "publisher": '"Anne"',
    "contact": '"a@example.org"', "rights": '"Tous droits"', "publish": '"excerpt"', "index_copies": "false",
    "per_page": "3", "feed_items": "4", "article_cards": "true", "hub": '"https://hub.example.org/"',
}  # fmt: skip


@pytest.mark.slow
def test_a_setting_changed_alone_gives_the_site_that_a_first_build_would(built: SmallSite) -> None:
    for number in range(7):
        day = {"date": f"2025-02-{number + 1:02}"} if number < 4 else {}
        built.article(f"a{number}", title=f"Titre {number}", countries="[AM]", themes="[Politique]", **day)
    built.build()
    for key, value in SETTINGS.items():
        others = "".join(
            f"{line}\n" for line in SITE_TOML.strip().split("\n") if not line.startswith(f"{key} ")
        )
        built.write("content/site.toml", f"{others}{key} = {value}\n")
        built.build()
        made = built.tree()
        built.build(fresh=True)
        assert built.tree() == made, key
        built.write("content/site.toml", SITE_TOML)
        built.build()
