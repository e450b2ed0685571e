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


def test_a_page_saved_in_two_forms_is_known_by_its_link_and_title(site: SmallSite) -> None:
    about = {"title": "Le cargo est là", "link": "https://www.gazette.example/port/cargo.html"}
    site.article("a", PAGE, **about)
    site.article("b", PAGE.replace("mardi", "hier mardi"), **about | {"title": "Le cargo est là !"})
    site.article("c", PAGE.replace("mardi", "mercredi"), **about | {"title": "Le cargo repart"})
    site.article(
        "d",
        PAGE.replace("jeudi", "samedi"),
        **about | {"link": f"{about['link'].replace('www.', '')}?utm_source=x"},
    )
    for name, day in (("e", "lundi"), ("f", "mardi")):
        site.article(name, PAGE.replace("jeudi", day), title="Brèves", link="https://www.gazette.example/")
    again = "this has the link and the title of content/articles/a.md; both are published"
    assert said(site) == [("content/articles/b.md", again), ("content/articles/d.md", again)]
