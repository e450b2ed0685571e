"""One file in, all that is known out: what the stages make of each other's results."""

import datetime as dt
from functools import cache
from pathlib import Path

import pytest
from msgspec.structs import replace

from sitegen.analyse import analyse
from sitegen.build import tools_for
from sitegen.build.options import Options
from sitegen.build.settle import settle
from sitegen.config.overrides import Override
from sitegen.effects.disk import Disk
from sitegen.model import Declared, SourceFile, Span

ROOT = str(Path(__file__).parents[1])
PROSE = (
    "Les machines tournent encore, mais plus pour longtemps. La dernière conserverie du port, placée en"
    " redressement en janvier, attend deux offres de reprise."
)
LAST = "Les salariés ont leur préférée, et le diront jeudi."


@cache
def tools():
    return tools_for(settle(Options(ROOT, ROOT, as_of=dt.date(2025, 12, 31)), Disk(), None))


def read(text):
    return analyse(SourceFile("content/articles/x.txt", text, ""), tools())


def test_what_a_page_shows_over_the_text_is_not_in_it_again():
    found = read(
        "La conserverie de Port-Sablon cherche un repreneur\n\n"
        f"Anne Petit, Le Courrier du Large, 12/03/2024\n\n{PROSE}\n\n{LAST}\n\nSource : https://www.courrierdularge.example/2024/03/12/conserverie?utm_source=x\n"
    )
    assert found.cleaned.body == f"{PROSE}\n\n{LAST}"
    assert found.metadata.title.value == "La conserverie de Port-Sablon cherche un repreneur"
    assert found.metadata.authors.value == ("Anne Petit",)
    assert found.metadata.link.value == "https://www.courrierdularge.example/2024/03/12/conserverie"
    assert found.metadata.source.value.name == "courrierdularge.example"


def test_what_was_read_above_the_text_of_a_page_is_said_to_be_cut_for_that():
    menu = "Aller au contenu\nMenu\nSe connecter\nS'abonner\nAccueil\nSport\nCulture\n"
    title = "La conserverie de Port-Sablon cherche un repreneur"
    found = read(
        f"{menu}{title}\nAnne Petit\nPublié le 12 mars 2024\nPartager\n{PROSE}\n{PROSE}\n{LAST}\nNewsletter\n"
    )
    rules = {one.block.text: one.rule for one in found.cleaned.decisions}
    assert (rules[title], rules["Anne Petit"], rules["Sport"]) == ("title-line", "byline", "prose")


@pytest.mark.parametrize(
    "title", ["« Rendez-nous le bac du dimanche »", "Faut-il vendre la dernière conserverie du port ?"]
)
def test_a_title_that_is_a_quotation_or_a_question_is_not_in_the_text_again_nor_its_section(title):
    found = read(
        f"Débats\n\nTRIBUNE\n\n{title}\n\nCollectif\n\n{PROSE}\n\nPublié le 12 mars 2024\n\n{LAST}\n"
    )
    assert found.metadata.title.value == title
    assert found.cleaned.body.startswith(f"Collectif\n\n{PROSE}")


def test_but_a_standfirst_over_the_text_stays_though_it_is_short():
    lead = "La dernière conserverie attend deux offres."
    found = read(f"« Rendez-nous le bac »\n\n12 mars 2024\n\n{lead}\n\n{PROSE}\n\n{LAST}\n")
    assert found.cleaned.body == f"{lead}\n\n{PROSE}\n\n{LAST}"


def test_an_editor_keeps_such_a_line():
    text = (
        f"---\nkeep: La conserverie de Port-Sablon\n---\nLa conserverie de Port-Sablon\n\n{PROSE}\n\n{LAST}\n"
    )
    assert read(text).cleaned.body.startswith("La conserverie")


@pytest.mark.parametrize(
    "text",
    [
        (
            "Le vent du soir sur la rivière\nporte le bruit des vieux moulins\n"
            "et la barque de la meunière\ntourne au milieu du grand chemin"
        ),
        "Population : 12 400\nSuperficie : 38 km2\nÉcoles : 4\nPonts : 2",
        f"Pourquoi vendre maintenant ?\n\n{PROSE}\n\nEt après ?\n\n{LAST}",
        f"Le 12 mars 2024, le port a fermé.\n\n{PROSE}\n\n{LAST}",
    ],
    ids=["verse", "figures", "questions", "a sentence with a date"],
)
def test_the_first_line_of_a_text_is_not_taken_for_what_stands_over_one(text):
    assert read(text).cleaned.body.split() == text.split()


def test_a_release_is_not_called_release():
    found = read(
        "COMMUNIQUÉ DE PRESSE\nPort-Sablon, le 12 mars 2024\n\n"
        "Le port autonome de Port-Sablon lance un plan de déve-\n"
        "loppement de ses terminaux pour la période 2024-2028.\n"
        "Doté de 48 millions d'euros, ce plan prévoit la reconstruc-\n"
        "tion du quai nord et l'achat de deux grues pour porte-\n"
        "conteneurs. Les travaux commenceront au mois de juin.\n"
    )
    assert "grues pour porte-conteneurs" in found.cleaned.body
    assert "développement de ses terminaux" in found.cleaned.body
    assert found.metadata.title.value.startswith("Le port autonome")
    assert found.metadata.source.value is None
    assert found.metadata.date.value.day == dt.date(2024, 3, 12)


def test_an_acronym_in_capitals_is_a_word_like_the_others():
    found = read(
        f"PRIX DE L'EAU : HAUSSE DE 8 % À MONTCLAR AU 1ER AVRIL\n\n{PROSE} L'eau manque à Montclar.\n\n{LAST}"
    )
    assert found.metadata.title.value == "Prix de l'eau : hausse de 8 % à Montclar au 1er avril"
    assert not found.labels.countries


def test_a_page_in_a_reading_mode_begins_with_its_site():
    head = "courrierdularge.example\nLe port vend sa conserverie\nAnne Petit\n4-5 minutes"
    found = read(f"{head}\n\n{PROSE}\n\n{LAST}\n")
    assert found.cleaned.body == f"{PROSE}\n\n{LAST}"
    assert found.metadata.source.value.name == "courrierdularge.example"
    assert found.metadata.authors.value == ("Anne Petit",)


def corrected(text, **keys):
    """A capture's analysis with an override, `content/overrides/x.toml`, of one key on each line."""
    entries = tuple(Declared(key, value, Span(at, at)) for at, (key, value) in enumerate(keys.items(), 1))
    override = Override("x", "content/overrides/x.toml", entries)
    return analyse(SourceFile("seeds/x.txt", text, ""), replace(tools(), overrides={"x": override}))


def said(found, code):
    return [(note.where.path, note.line()) for note in found.notes if note.code == code]


def test_what_is_said_of_a_capture_names_the_capture_and_its_line_whatever_the_override_states():
    text = f"Le port\n\n{PROSE}\n\nUn cargo a quitté Lisbonne."
    keys = {"title": "Le port attend", "date": "2025-03-04", "source": "Le Relevé", "language": "fr"}
    assert said(corrected(text), "label-unsure") == said(corrected(text, **keys), "label-unsure")
    assert said(corrected(text, **keys), "label-unsure")[0][0] == "seeds/x.txt"
    assert said(corrected(text, **keys, countries="Syldavie"), "country-unknown") == [
        ("content/overrides/x.toml", 5)
    ]


@pytest.mark.parametrize(
    ("path", "text", "day", "origin"),
    [
        ("content/articles/2024-02-01-port.md", "", "2024-02-01", "file-name"),
        ("content/articles/2024-02-01-port.md", "Publié le 3 mars 2024", "2024-03-03", "published-phrase"),
        ("content/articles/port-2024-02-01.md", "", None, ""),
        ("content/articles/2024-02-31-port.md", "", None, ""),
        ("content/articles/2034-02-01-port.md", "", None, ""),  # to come
        ("seeds/2024-02-01-port.md", "", None, ""),  # when it was copied
        ("seeds/2024-02-01-port.md", "Publié hier à 18h30", "2024-01-31", "relative-date"),
        ("seeds/2024-02-01-port.md", "Hier, 18:30", "2024-01-31", "relative-date"),
        ("seeds/2024-02-01-port.md", "Hier encore", None, ""),
        ("seeds/port.md", "Publié hier à 18h30", None, ""),
    ],
)
def test_the_day_that_a_file_s_name_begins_with(path, text, day, origin):
    bare = analyse(
        SourceFile(path, f"# Le port attend\n\n{text}\n\n{PROSE}\n\n{LAST}\n", ""), tools()
    ).metadata.date
    assert (bare.value.day.isoformat() if bare.value else None, bare.origin) == (day, origin)
    source = SourceFile(path, f"---\ntitle: Le port attend\n---\n{text}\n\n{PROSE}\n\n{LAST}\n", "")
    date = analyse(source, tools()).metadata.date
    assert (date.value.day.isoformat() if date.value else None, date.origin) == (day, origin)


def saved(head, *lines):
    shown = "".join(f"<p>{line}</p>" for line in (*lines, PROSE, LAST))
    page = (
        f"<!doctype html><html><head><title>Le port attend</title>{head}</head><h1>Le port attend</h1>{shown}"
    )
    return analyse(SourceFile("seeds/x.html", page, ""), tools()).metadata


def test_what_a_saved_page_says_to_programs_is_read_beside_what_it_shows():
    head = '<meta property="article:published_time" content="2024-03-12T08:00:00.000Z">'
    found = saved(f'{head}<meta name="author" content="Anne Petit">', "Texte d'Anne Petit pour le journal")
    assert (found.date.value.day.isoformat(), found.date.origin, found.date.inferred) == (
        "2024-03-12", "page-data", False,
    )  # fmt: skip
    assert (found.authors.value, found.authors.origin) == (("Anne Petit",), "page-data")
    assert saved(head, "Publié le 13 mars 2024").date.value.day.isoformat() == "2024-03-13"


def test_what_a_saved_page_sets_apart_is_cut_unless_it_is_asked_for():
    box = "Une phrase de la marge, assez longue pour passer pour un paragraphe de cet article sur le port."
    page = f"<html><h1>Le port</h1><p>{PROSE}</p><aside><p>{box}</p></aside><p>{LAST}</p>"
    found = analyse(SourceFile("seeds/x.html", page, ""), tools())
    assert found.cleaned.body == f"{PROSE}\n\n{LAST}"
    assert [one.rule for one in found.cleaned.decisions if one.block.text == box] == ["set-aside"]
    wanted = Override("x", "content/overrides/x.toml", (), keep=(box,))
    kept = analyse(SourceFile("seeds/x.html", page, ""), replace(tools(), overrides={"x": wanted}))
    assert kept.cleaned.body == f"{PROSE}\n\n{box}\n\n{LAST}"


@pytest.mark.parametrize("name", ["Luc Roy", "admin", "Le Relevé du port"])
def test_an_author_that_a_page_does_not_show_or_that_is_nobody_is_not_taken(name):
    assert saved(f'<meta name="author" content="{name}">', "Le Relevé du port").authors.value == ()


def pasted(text):
    return analyse(SourceFile("seeds/x.txt", text, ""), tools()).metadata


def test_how_long_ago_a_page_came_is_no_title():
    title = "«Valmont», bien sûr, et puis"
    teaser = f"{PROSE} On ne se déplacera plus cette année dans les vieux fiefs..."
    page = f"• {title}\n\n    Il y a 3 jours - Par Le Fanal\n\n    {teaser}\n    Lire la suite ...\n"
    assert pasted(page).title.value == title


def test_a_caption_with_its_owner_in_the_middle_is_no_title():
    title = "De vertigineuses et héroïques vendanges"
    lead = (
        "Notre paysage est ponctué de vignes qui semblent accrochées au ciel. De Valmont à Lunay, découverte "
        "de parcelles."
    )
    shown = "Valmont, le 12.10.2016. Les vendanges du ciel. Dans les vignes de Valmont."
    caption = f"{shown} (Le Fanal/Luc TISSERAND) Les vendanges du ciel"
    text = (
        "Pour certains, les vendanges qui se terminent auront été plus pénibles que pour d'autres. A les "
        "voir cultiver des pentes si raides, on se dit qu'ils ont un grain de folie.\n\n"
        "Ces dernières années, le vignoble a perdu des centaines d'hectares."
    )
    stamps = "20 oct. 2016, 23:49\n/ Màj. le 21 oct. 2016 à 00:01"
    head = "Votre publicité ici avec RÉGIE_medias\nRéservé aux abonnés"
    page = f"{head}\n\n{title}\n\n{lead}\n\n{stamps}\n{caption}\n\n{text}\n"
    assert pasted(page).title.value == title


def test_a_byline_that_runs_into_the_text_under_a_title_that_might_be_its_first_line():
    title = "Opinion. Crise sociale de la vie chère ou crise sociétale de Valmont : le grand malentendu !"
    first = "PAR JEANNE MORVAN* Le ministre est à Valmont pour quatre jours, au moment où tout reprend."
    page = f"{title}\n{first} La vie chère n'est pourtant que la face visible d'une crise plus profonde.\n"
    assert pasted(page).authors.value == ("Jeanne Morvan",)


def test_a_correction_stands_in_the_place_of_what_the_front_matter_declares():
    text = (
        f"---\npays: [Arménie]\nthèmes: [sport]\ntags: [train]\nauthor: Anne Petit\n---\n{PROSE}\n\n{LAST}\n"
    )
    found = corrected(text, countries=("Géorgie",), tags=("port",), author="Luc Roy")
    assert [label.id for label in found.labels.countries] == ["GE"]
    assert [label.id for label in found.labels.themes] == ["sport"]  # as declared: nobody corrected it
    assert found.metadata.tags.value == ("port",)
    assert found.metadata.authors.value == ("Luc Roy",)


def test_what_is_said_of_a_file_that_says_nothing_names_it_too():
    assert said(read("---\npays: Syldavie\n---\n"), "country-unknown") == [("content/articles/x.txt", 2)]


@pytest.mark.parametrize(
    "value", ['["[[Nino Kalandia]]"]', "[[Nino Kalandia]]", "[[kalandia|Nino Kalandia]]"]
)
def test_a_clipper_s_links_are_names(value):
    found = read(f'---\nauthor: {value}\npays: ["[[Géorgie]]"]\n---\n{PROSE}\n\n{LAST}\n')
    assert found.metadata.authors.value == ("Nino Kalandia",)
    assert [label.id for label in found.labels.countries] == ["GE"]


HEADLINES = "\n".join(
    f"Un bac relie de nouveau {town} à l'autre rive du fleuve, dont le pont a cédé en mars"
    for town in (
        "Lunay",
        "Brives",
        "Saint-Amand",
        "Montclar",
        "Valfleur",
        "Le Mesnil",
        "Boulka",
        "Montrouet",
        "Orcey",
    )
)


def test_headlines_over_a_title_beside_its_day_are_not_in_the_text():
    head = "Port-Sablon\n\n16.01.2024 13:24\n\nLa conserverie de Port-Sablon cherche un repreneur"
    found = read(f"{HEADLINES}\n/\n\n{head}\n\n{PROSE}\n\n{PROSE} {LAST}")
    assert found.cleaned.body == f"{PROSE}\n\n{PROSE} {LAST}"
    long = read(
        f"{HEADLINES}\n{HEADLINES.replace('Un bac', 'Une barge')}\n\n{head}\n\n{PROSE}\n\n{PROSE} {LAST}"
    )
    assert "Montclar" in long.cleaned.body
    told = HEADLINES.replace("\n", ".\n")
    kept = read(f"{told}\n\n{head}\n\n{PROSE}\n\n{PROSE} {LAST}")
    assert "Montclar" in kept.cleaned.body


def test_a_name_under_the_standfirst_that_was_read_is_not_in_the_text_again():
    title = "La conserverie de Port-Sablon cherche un repreneur"
    found = read(f"{title}\n\n{PROSE}\n\nManassé AGBOSSAGA\n\n{LAST} {PROSE}\n\n{LAST}")
    assert found.metadata.authors.value == ("Manassé AGBOSSAGA",)
    assert found.cleaned.body == f"{PROSE}\n\n{LAST} {PROSE}\n\n{LAST}"


def test_a_title_said_again_over_the_text_behind_the_site_s_name_or_alone_is_not_in_it():
    title = "La conserverie de Port-Sablon cherche un repreneur"
    found = read(f"Le Courrier du Large - {title}\n\n{title}\n\n\n{title}\n\n{PROSE}\n\n{LAST} {PROSE}")
    assert found.cleaned.body == f"{PROSE}\n\n{LAST} {PROSE}"
    other = "La conserverie de Port-Sablon cherche un repreneur, la ville un avocat"
    assert other in read(f"{title}\n\n{other}.\n\n{PROSE}\n\n{LAST} {PROSE}").cleaned.body
