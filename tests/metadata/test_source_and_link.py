import pytest

from sitegen.config.sources import Profile

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"
PAGE = "https://www.example.org/le-vieux-pont-de-valmont-sera-renove-avant-lete/"
CODED = "https%3A%2F%2Fwww.example.org%2Fle-vieux-pont-de-valmont-sera-renove-avant-lete%2F"


@pytest.mark.parametrize(
    "share",
    [
        f"* [Partager](https://www.facebook.com/sharer/sharer.php?u={CODED}&title=Le%20vieux%20pont)",
        f"[X](https://x.com/share?url={CODED}%3Futm_source%3Dx&text=Le%20vieux%20pont)",
        f"[WhatsApp](https://api.whatsapp.com/send?text=Le%20vieux%20pont%20%E2%80%94%20{CODED})",
        f"[Courriel](mailto:?subject=Le%20vieux%20pont&body={CODED})",
    ],
)
def test_a_share_link_holds_the_address(read, body, share):
    found = read(f"# {TITLE}\n\n{share}\n\n{body}")
    assert (found.link.value, found.link.origin) == (PAGE, "share-link")
    assert found.source.value.name == "example.org"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Le Courrier de Valmont", "Le Courrier de Valmont"),
        ("Le vieux pont sera rénové | Courrier de Valmont", "Courrier de Valmont"),
        ("Le Courrier de Lunay", "courrierdevalmont.example"),
    ],
)
def test_a_name_that_the_page_writes_is_shown_for_its_domain(read, body, line, name):
    page = "https%3A%2F%2Fwww.courrierdevalmont.example%2Fvieux-pont-valmont-renove"
    share = f"[Partager](https://www.facebook.com/sharer/sharer.php?u={page})"
    assert read(f"{line}\n\n# {TITLE}\n\n{share}\n\n{body}").source.value.name == name


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Le Courrier avec AFP", "Le Courrier"),
        ("Le Courrier, avec Agence", "Le Courrier"),
        ("Par Le Courrier de Valmont", "Le Courrier de Valmont"),
        ("Jeanne Morvan avec AFP", None),
        ("Par Jeanne Morvan", None),
    ],
)
def test_a_paper_that_stands_where_its_writers_do(read, body, line, name):
    source = read(f"{TITLE}\n{line}\n3 mai 2024\n{body}").source.value
    assert (source and source.name) == name


def test_one_address_alone_under_the_text_is_the_articles_and_several_are_nobodys(read, body):
    one, other = "https://www.example.org/2024/a-voir", "https://www.example.org/2024/plus"
    assert read(f"# {TITLE}\n\n{body}\n\n{one}\n").link.value == one
    assert read(f"# {TITLE}\n\n{body}\n\n{one}\n\n{other}\n").link.value == ""
    assert read(f"# {TITLE}\n\n{body}\n\n{one}\n\nSource : {other}\n").link.value == other


def test_a_date_that_links_to_the_article(read, body):
    found = read(f"# {TITLE}\n\n[15 janvier 2025]({PAGE}?utm_medium=social&fbclid=abc)\n\n{body}")
    assert (found.link.value, found.link.origin) == (PAGE, "article-link")


def test_links_inside_the_text_are_not_its_address(read, body):
    text = body.replace(
        "la région", "[la région](https://region.example.com/aides/ponts-et-routes-anciennes)"
    )
    found = read(f"# {TITLE}\n\n{text}")
    assert (found.link.value, found.source.value) == ("", None)


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//example.org/a",
        "https://user@example.org/a",
        "ftp://example.org/a",
    ],
)
def test_only_web_addresses_are_linked(read, body, address):
    found = read(f"# {TITLE}\n\n{body}", link=address)
    assert found.link.value == ""
    assert [note.code for note in found.notes] == ["link-invalid"]


@pytest.mark.parametrize("key", ["link", "canonical", "Canonical", "source_url", "url"])
def test_front_matter_gives_the_address_untracked(read, body, key):
    assert read(body, **{key: f"{PAGE}?utm_source=lettre#haut"}).link.value == PAGE


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Publié dans Le Fil le 23 - 11 - 2021", "Le Fil"),
        ("Publié dans Libellule, le 3 mai 2024", "Libellule"),
        ("Source : Libellule, Le Fil", "Libellule"),
        ("Paris / La Dépêche du Pont", "La Dépêche du Pont"),
        ("©lefil.example", "lefil.example"),
        ("Source : Le Fil", "Le Fil"),
    ],
)
def test_lines_that_name_the_publisher(read, body, line, name):
    assert read(f"{TITLE}\n{line}\n{body}").source.value.name == name


def test_a_photographer_s_copyright_names_no_publisher(read, body):
    assert read(f"{TITLE}\n© JEANNE MORVAN / AFP\n{body}").source.value is None


def test_a_portal_that_says_whose_it_is(read, body):
    read.cut = ("Bienvenue",)
    assert (
        read(f"Bienvenue sur le site officiel de l'Office des ponts.\n{body}").source.value.name
        == "Office des ponts"
    )


@pytest.mark.parametrize(
    ("meta", "name", "url"),
    [
        ({"source": "Le Fil"}, "Le Fil", ""),
        ({"source": "https://lefil.example/"}, "lefil.example", "https://lefil.example"),
        (
            {"source__name": "Le Fil", "source__url": "https://lefil.example/"},
            "Le Fil",
            "https://lefil.example/",
        ),
    ],
)
def test_front_matter_names_the_publisher(read, body, meta, name, url):
    source = read(body, **meta).source.value
    assert (source.name, source.url) == (name, url)


def test_a_profile_names_the_publisher(read, body):
    read.profiles = (Profile("fil", "Le Fil", "https://lefil.example", ("lefil.example",)),)
    source = read(f"{TITLE}\n©lefil.example\n{body}").source
    assert (source.value.name, source.origin) == ("Le Fil", "profile-fil")


def test_an_aggregator_names_another(read, body):
    read.profiles = (
        Profile("kiosque", "Le Kiosque", "https://kiosque.example", ("kiosque.example",), aggregator=True),
    )
    found = read(
        f"{TITLE}\nPublié dans Le Fil le 3 mai 2024\n{body}\n\n©kiosque.example\n[x](https://kiosque.example/)"
    )
    assert found.source.value.name == "Le Fil"


def test_unknown_stays_unknown(read, body):
    assert read(f"{TITLE}\n{body}").source.candidates == ()


@pytest.mark.parametrize("line", ["Lyon / La Gazette du Val", "Lyon / La Gazette du Val / 3 mars 2025"])
def test_a_place_and_a_paper_on_one_line(read, body, line):
    assert read(f"{TITLE}\n{line}\n{body}").source.value.name == "La Gazette du Val"


@pytest.mark.parametrize(
    "line",
    [
        "La radio du Val / Nos podcasts",
        "À propos / Licences",
        "Justice / Police\nTravail / Précarité\nExils / Frontières",
    ],
)
def test_a_menu_s_line_is_no_place_and_paper(read, body, line):
    assert read(f"{TITLE}\n{line}\n{body}").source.candidates == ()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("© 2024 Le Courrier - Termes et conditions", "Le Courrier"),
        ("© 2024 Le Courrier – Valmont", "Le Courrier – Valmont"),
        ("Copyright © 1997-2024", None),
    ],
)
def test_a_copyright_line_s_owner_without_the_menu_after_it(read, body, line, name):
    source = read(f"# {TITLE}\n\n{body}\n\n{line}").source.value
    assert (source and source.name) == name


def test_a_home_page_alone_on_a_line_is_no_article_s_address(read, body):
    assert read(f"# {TITLE}\n\n{body}\n\nhttps://www.example.org/\n").link.value == ""


def test_a_copyright_line_with_the_site_s_name_and_domain(read, body):
    assert read(f"# {TITLE}\n\n{body}\n\n© Les Cahiers du Val – cahiers.example.net").source.value.name == (
        "Les Cahiers du Val"
    )


def test_hugo_s_url_is_a_path_of_the_site_and_no_link(read, body):
    found = read(f"# {TITLE}\n\n{body}", url="/vieux-pont/")
    assert (found.link.value, found.notes) == ("", ())


@pytest.mark.parametrize(
    ("top", "foot", "name"),
    [
        ("Le Courrier de Lunay", "", "Le Courrier de Lunay"),
        ("Le Télégramme de la Presqu'île", "", "Le Télégramme de la Presqu'île"),
        ("L'écho des lavoirs d'hier", "", None),
        (
            "Ouest-Bocage\nÉdition du soir",
            "Votre e-mail est utilisé par la société Ouest-Bocage.",
            "Ouest-Bocage",
        ),
        ("Menu\nAccueil\nLe Courrier de Lunay > Sports\nSe connecter", "", "Le Courrier de Lunay"),
        ("Radio Lunay — Info", "", "Radio Lunay"),
        ("Lunay Matin", "", "Lunay Matin"),
        ("Le Petit Lunaisien • samedi 3 mai 2024", "", "Le Petit Lunaisien"),
        ("Le Fanal de Lunay", "Soutenez Le Fanal : le journalisme a un prix.", "Le Fanal de Lunay"),
        ("Libellule", "© Libellule", "Libellule"),
        ("Le Fanal de Lunay", "", None),
        ("La mairie de Lunay", "Suivre", None),
        ("Le journal de la semaine", "", None),
        ("Tribune de Jeanne Morvan", "", None),
        ("Le Journal", "", None),
        ("Jeanne Morvan", "© Jeanne Morvan / AFP", None),
        ("Pays de Lunay", "Les dernières nouvelles du Pays de Lunay", None),
    ],
)
def test_the_paper_s_name_at_the_top_of_its_page(read, body, top, foot, name):
    read.cut = (*top.split("\n"), foot or "-")
    source = read(f"{top}\n{TITLE}\n{body}\n{foot}").source.value
    assert (source and source.name) == name


def test_a_paper_s_name_behind_its_page_s_title(read, body):
    assert read(f"# {TITLE} | La Gazette du Val\n\n{body}").source.value.name == "La Gazette du Val"


@pytest.mark.parametrize(
    ("head", "foot", "name"),
    [
        ("PARIS, 27 nov 2024 (AFP) -", "", "AFP"),
        ("", "© Agence France-Presse", "AFP"),
        ("", "© 2024 Belga. Tous droits réservés", "Belga"),
        ("", "© AFP", None),
        ("", "© Jeanne Morvan / AFP", None),
        (
            "Le Courrier de Lunay\nPARIS, 27 nov 2024 (AFP) -",
            "© Agence France-Presse",
            "Le Courrier de Lunay",
        ),
    ],
)
def test_an_agency_is_the_source_of_its_dispatch_where_no_paper_is_named(read, body, head, foot, name):
    read.cut = ("PARIS", "©", "Le Courrier")
    source = read(f"{head}\n{TITLE}\n{body}\n{foot}").source.value
    assert (source and source.name) == name


@pytest.mark.parametrize("line", ["Accueil / Actualités / Lunay", "Home / News / Harbour"])
def test_a_trail_of_sections_is_no_source(read, body, line):
    assert read(f"{line}\n{TITLE}\n{body}").source.value is None


@pytest.mark.parametrize("line", ["Média", "Journal"])
def test_a_section_beside_the_date_is_no_source(read, body, line):
    assert read(f"{TITLE}\n3 mai 2024\n{line}\n{body}").source.value is None


def test_a_paper_named_in_arabic(read):
    text = "نفّذ عمال الميناء إضرابا عاما احتجاجا على تأخر صرف الأجور، ما أدى إلى توقف حركة السفن منذ الفجر."
    page = f"جريدة الضفة\nإضراب عام في الميناء يوقف حركة السفن\n{text}\n{text}"
    assert read(page).source.value.name == "جريدة الضفة"


def test_a_spanish_paper_s_name_needs_no_article(read):
    text = (
        "El Ayuntamiento de Lunares, de 61 habitantes, no puede pagar la reparación y busca comprador. " * 3
    )
    assert read(
        f"Diario de la Sierra\nUn pueblo subasta su campanario\n19 mayo 2024\n{text}"
    ).source.value.name == ("Diario de la Sierra")


def test_a_picture_s_file_alone_in_a_line_is_no_paper(read, body):
    title = "Le vieux pont de Valmont sera rénové avant l'été"
    assert read(f"{title}\nlefil.ch\n\n{body}\n\n{body}").source.value.name == "lefil.ch"
    assert read(f"{title}\nsda-logo.jpeg\n\n{body}\n\n{body}").source.value is None
