# ruff: noqa: E501 - example sentences stand on one line each
import pytest

from sitegen.metadata.image import image_address
from sitegen.model import Declared, Image, Span

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


def test_the_author_s_summary_is_kept(read, body):
    summary = read(body, title=TITLE, summary="Huit mois de travaux.").summary
    assert (summary.value, summary.origin) == ("Huit mois de travaux.", "front-matter-summary")


def test_a_description_that_repeats_the_title_is_no_summary(read, body):
    summary = read(body, title=TITLE, description=f"{TITLE}.").summary
    assert summary.inferred
    assert summary.value != TITLE


def test_a_summary_is_whole_sentences_of_the_article_in_order(read, body):
    summary = read(f"# {TITLE}\n\n{body}").summary
    assert summary.origin == "central-sentences"
    assert len(summary.value) <= 400
    assert summary.value.startswith("Le conseil municipal")
    sentences = summary.value.replace(". ", ".|").split("|")
    places = [body.index(sentence) for sentence in sentences]
    assert places == sorted(places)


def test_cut_blocks_never_reach_the_summary(read, body):
    read.cut = ("Abonnez-vous",)
    text = f"# {TITLE}\n\nAbonnez-vous au pont de Valmont, la lettre sur le chantier du pont, pour la somme de deux euros.\n\n{body}"
    assert "Abonnez" not in read(text).summary.value


def test_abbreviations_do_not_end_sentences(read):
    text = (
        "Le pont sera rénové par M. Lemoine, dit le Dr. Roux dans son rapport de 3.5 pages. "
        "Les travaux du pont dureront huit mois, selon la mairie de Valmont qui finance la rénovation."
    )
    assert read(f"# Ce que la mairie a décidé\n\n{text}").summary.value == text


def test_no_text_no_summary(read):
    assert read("Accueil").summary.value == ""


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (("Pont", "Valmont"), ("Pont", "Valmont")),
        ("pont, valmont , pont", ("pont", "valmont")),
        ("#pont", ("pont",)),
    ],
)
def test_tags_of_the_front_matter(read, body, value, expected):
    assert read(body, tags=value).tags.value == expected


def test_hashtags_are_tags(read):
    tags = read("Le #pont de #Valmont et le #Pont-Neuf : tout sur l’#Arche n° 3, #12 et a#b.").tags
    assert (tags.value, tags.origin) == (("pont", "Valmont", "Pont-Neuf", "Arche"), "hashtags")


def test_the_front_matter_s_image(read, body):
    image = read(
        body, image__src="assets/img/pont.jpg", image__alt="Le pont", image__credit="Mairie"
    ).image.value
    assert image == Image("assets/img/pont.jpg", "Le pont", "Mairie")


def test_an_image_of_the_text(read, body):
    page = f"# {TITLE}\n\n![Le pont](https://example.org/pont.jpg)\n\n{body}"
    assert read(page).image.value == Image("https://example.org/pont.jpg", "Le pont")


@pytest.mark.parametrize(
    "src",
    [
        "javascript:x",
        "../../etc/passwd.png",
        "//example.org/a.jpg",
        "a b.jpg",
        "notes.txt",
        "data:image/png;base64,x",
    ],
)
def test_addresses_that_are_no_image(src):
    assert image_address(src) == ""


def test_a_wrong_image_is_pointed_at(read, body):
    assert [note.code for note in read(body, image="javascript:x").notes] == ["image-invalid"]


@pytest.mark.parametrize(
    ("meta", "language"), [({}, "fr"), ({"lang": "EN"}, "en"), ({"language": "fr_CA"}, "fr-ca")]
)
def test_language(read, body, meta, language):
    assert read(body, **meta).language.value == language


@pytest.mark.parametrize(
    ("key", "near"),
    [
        ("tilte", "title"),
        ("auther", "author"),
        ("sumary", "summary"),
        ("Countires", "countries"),
        ("lastmmod", "lastmod"),
    ],
)
def test_a_misspelt_key_is_pointed_at(read, body, key, near):
    (note,) = read(body, **{key: "x"}).notes
    assert (note.code, note.level, note.line(), str(note.hint)) == (
        "key-misspelt",
        "warning",
        2,
        f"did you mean {near!r}?",
    )


@pytest.mark.parametrize(
    "key",
    [
        "title",
        "thumbnailImagePosition",
        "coverImage",
        "weight",
        "layout",
        "toc",
        "permalink",
        "showToc",
        "eleventyNavigation",
        "gallery",
        "x-own",
    ],
)
def test_keys_that_are_known_or_somebody_else_s(read, body, key):
    assert [note for note in read(body, **{key: "x"}).notes if note.code == "key-misspelt"] == []


def test_a_line_of_hashtags_gives_tags_though_it_is_cut(read, body):
    read.cut = ("#",)
    assert read(f"Le pont\n{body}\n#patrimoine #moulin #Valmont").tags.value == (
        "patrimoine",
        "moulin",
        "Valmont",
    )
    assert read(f"Le pont\n{body}\n#1 des ventes").tags.value == ()
    assert read(f"Le pont\n{body}\n# Suivez #Valmont ici").tags.value == ()


def test_keys_are_understood_in_french_with_or_without_accents(read, body):
    found = read(
        body,
        **{
            "Titre": "Le pont rouvre",
            "auteur": "Anne Petit",
            "Date de publication": "2025-09-15",
            "mise à jour": "2025-09-17",
            "lien": "https://gazette.example.org/pont",
            "journal": "La Gazette",
            "Résumé": "Un pont, huit mois.",
            "mots-clés": ("pont", "crue"),
            "langue": "fr",
            "illustration": "assets/img/pont.jpg",
            "pays": "Maroc",
            "thème": "transports",
        },
    )
    assert [note.code for note in found.notes] == []
    assert (found.title.value, found.authors.value) == ("Le pont rouvre", ("Anne Petit",))
    assert (str(found.date.value.day), str(found.updated.value.day)) == ("2025-09-15", "2025-09-17")
    assert (found.link.value, found.source.value.name) == ("https://gazette.example.org/pont", "La Gazette")
    assert (found.summary.value, found.language.value) == ("Un pont, huit mois.", "fr")
    assert set(found.tags.value) >= {"pont", "crue"}
    assert found.image.value.src == "assets/img/pont.jpg"


def test_an_override_may_say_lien(read, body):
    lien = Declared("lien", "https://gazette.example.org/pont", Span(1, 1))
    assert read(body, override=(lien,)).link.value == "https://gazette.example.org/pont"


@pytest.mark.parametrize(
    "author",
    [("[[Nino Kalandia]]",), "[[Nino Kalandia]]", "[[people/kalandia|Nino Kalandia]]", "[[ Nino Kalandia ]]"],
)
def test_links_between_notes_show_their_names(read, body, author):
    found = read(body, author=author, source="[[La Gazette]]", tags=("[[pont]]", "crue"))
    assert found.authors.value == ("Nino Kalandia",)
    assert found.source.value.name == "La Gazette"
    assert set(found.tags.value) >= {"pont", "crue"}


def test_hashtags_at_the_end_of_a_long_paragraph_are_tags_with_their_line(read, body):
    long = "Le pont de Valmont a rouvert jeudi après onze mois de travaux. " * 25
    tags = read(f"# Un titre\n\n{body}\n\n{long} #Valmont #travaux").tags
    assert tags.value == ("Valmont", "travaux")
    assert tags.candidates[0].where.span.line > 3
