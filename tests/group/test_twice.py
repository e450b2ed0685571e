"""The same text under two names is said plainly, and both stay."""

from tests.conftest import SmallSite

PAGE = (
    "Le port accueille son premier cargo\n\nLe cargo à voiles est entré mardi dans le port avec la marée,"
    " sous les yeux d'une foule venue de toute la région.\n\nIl repart jeudi pour les Açores, chargé de vin"
    " et de fromage."
)


def said(site: SmallSite) -> list[tuple[str, str]]:
    return [
        (note.where.path, str(note.message)) for note in site.build().notes if note.code == "article-twice"
    ]


def test_a_capture_saved_twice_is_named_with_the_other_file_and_both_are_published(site: SmallSite) -> None:
    site.write("seeds/cargo.txt", PAGE)
    site.write("seeds/cargo-copie.txt", PAGE.replace("Le port", "Accueil\n\nLe port") + "\n")
    site.write("seeds/autre.txt", PAGE.replace("jeudi", "samedi"))
    assert said(site) == [
        ("seeds/cargo.txt", "this is the text of seeds/cargo-copie.txt again; both are published")
    ]
    assert sum("/articles/" in f"/{path}" and path.endswith("index.html") for path in site.tree()) == 3
    assert said(site) == said(site)


def test_captions_and_declared_translations_may_say_the_same(site: SmallSite) -> None:
    for name, language in (("a", "fr"), ("b", "en")):
        site.article(name, "Voir la vidéo de la journée.", title=f"Vidéo {name}", date="2025-03-04")
        site.article(f"{name}2", PAGE, title=f"Cargo {name}", language=language, traduction="cargo")
    assert said(site) == []
