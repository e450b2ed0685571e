import pytest

TITLE = "Le vieux pont de Valmont sera rénové avant l'été"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Par Jeanne Morvan"], ("Jeanne Morvan",)),
        (["Par Jeanne Morvan et Luc Tisserand"], ("Jeanne Morvan", "Luc Tisserand")),
        (["Par Jeanne Morvan, correspondante à Valmont", "Publié le 3 mai 2024"], ("Jeanne Morvan",)),
        (["par", "", "Jeanne Morvan", "", "3 mai 2024"], ("Jeanne Morvan",)),
        (["–", "par", "[Jeanne Morvan](https://example.org/author/jmorvan/)"], ("Jeanne Morvan",)),
        (["[Jeanne Morvan](https://example.org/auteur/jeanne-morvan)", "3 mai 2024"], ("Jeanne Morvan",)),
        (["Jeanne Morvan", "3 mai 2024 à 10h00"], ("Jeanne Morvan",)),
        (["Propos recueillis par Jeanne MORVAN"], ("Jeanne MORVAN",)),
        (["Le Fil avec AFP, publié le 3 mai 2024 à 10h00"], ("AFP",)),
        (["AFP, publié le 3 mai 2024 à 10h00"], ("AFP",)),
        (["By Jane Farrow and Tom van Dyke | 3 May 2024"], ("Jane Farrow", "Tom van Dyke")),
        (["Von Katrin Öhlmann, Berlin"], ("Katrin Öhlmann",)),
        (["Le 3 mai 2024 par Jeanne Morvan"], ("Jeanne Morvan",)),
        (["Par la rédaction"], ("la rédaction",)),
        (["Le Fil avec agences", "3 mai 2024"], ()),
        (["20 Minutes avec Reuters", "3 mai 2024"], ("Reuters",)),
        (["J.M. avec AFP", "3 mai 2024"], ("J.M.", "AFP")),
        (["Jeanne Morvan, avec l'Agence Centrale", "3 mai 2024"], ("Jeanne Morvan", "Agence Centrale")),
        (
            ["Jeanne Morvan et Luc Tisserand, avec AFP", "3 mai 2024"],
            ("Jeanne Morvan", "Luc Tisserand", "AFP"),
        ),
        (["Pierre Petit", "3 mai 2024"], ("Pierre Petit",)),
        (["Jeanne Morvan @jmorvan", "3 mai 2024"], ("Jeanne Morvan",)),
        (["Jeanne Morvan (correspondante à Valmont)", "3 mai 2024"], ("Jeanne Morvan",)),
        (["Publié le 3 mai 2024 par Jeanne Morvan dans Région"], ("Jeanne Morvan",)),
        (["J.-L. M.", "3 mai 2024"], ("J.-L. M.",)),
        (["S. Morvan - Publié le 3 mai 2024 à 10h00"], ("S. Morvan",)),
        (["Jeanne Morvan / Luc Tisserand", "3 mai 2024"], ("Jeanne Morvan", "Luc Tisserand")),
        (["Par notre envoyée spéciale à Lunay Jeanne Morvan", "3 mai 2024"], ("Jeanne Morvan",)),
        (["Propos recueillis à Lunay par Jeanne Morvan", "3 mai 2024"], ("Jeanne Morvan",)),
        (
            ["Jeanne Morvan — Traduit par Luc Tisserand — Édité par Anne Autre — 3 mai 2024"],
            ("Jeanne Morvan",),
        ),
        (["Traduit par Luc Tisserand", "3 mai 2024", "Par Jeanne Morvan"], ("Jeanne Morvan",)),
        (["Traduit par Luc Tisserand", "3 mai 2024"], ("Luc Tisserand",)),
        (["Par Jeanne Morvan3 mai 2024"], ("Jeanne Morvan",)),
        (["ByJ.M. Farrow", "3 May 2024"], ("J.M. Farrow",)),
        (["Jane Farrow Education editor", "3 May 2024"], ("Jane Farrow",)),
        (["Jane Farrow, Staff Attorney, Example Union of the North", "3 May 2024"], ("Jane Farrow",)),
        (["Authors / Submit", "Jane Farrow", "3 May 2024"], ("Jane Farrow",)),
        (["KYODO", "3 May 2024"], ("KYODO",)),
        (
            ["3 mai 2024", "Jeanne Morvan, Luc Tisserand", "Auteurs", "Jeanne Morvan", "Géographe, Lunay"],
            ("Jeanne Morvan", "Luc Tisserand"),
        ),
    ],
)
def test_lines_under_the_title(read, body, lines, expected):
    head = "\n".join([TITLE, *lines])
    assert read(f"{head}\n{body}").authors.value == expected


@pytest.mark.parametrize(
    "line",
    [
        "Par ailleurs, le maire a reçu son homologue",
        "Par : RVM Suivre",
        "Par Université de Valmont",
        "Par tous les temps",
        "Lire la suite",
        "Politique de confidentialité",
        "Mentions Légales",
        "Par Le Courrier de Valmont",
        "Par Valmont24",
        "Radio Valmont",
        "Staff Consortium",
        "PARENTING TIPS",
        "Le Fil, publié le 3 mai 2024",
        "Luc Tisserand, pêcheur, sur le pont le 3 mai 2024. Photo : Anne Autre",
        "Le pont vu du quai, par Anne Lemoine• Crédits : Agence Modèle",
    ],
)
def test_lines_that_name_nobody(read, body, line):
    assert read(f"{TITLE}\n{line}\n{body}").authors.value == ()


def test_signs_that_pass_for_letters_between_capitals_are_no_name(read, body):
    assert read(f"{TITLE}\nABC A÷B DUPONT\n12 mars 2024\n{body}").authors.value == ()


def test_a_person_of_the_story_is_not_its_author(read, body):
    text = body.replace("Le maire y", "Le maire, Paul Lemoine, y")
    assert read(f"{TITLE}\nPaul Lemoine\n3 mai 2024\n{text}").authors.value == ()


def test_a_signature_under_the_article(read, body):
    authors = read(f"{TITLE}\n\n{body}\n\nJeanne Morvan").authors
    assert (authors.value, authors.origin) == (("Jeanne Morvan",), "signature")


def test_a_signature_under_a_rule_though_both_were_cut(read, body):
    read.cut = ("Jeanne", "---")
    assert read(f"{TITLE}\n\n{body}\n\n---\n\nJeanne MORVAN\n\n{FOOT}").authors.value == ("Jeanne MORVAN",)


FOOT = "\n".join(["Vos commentaires", *(f"Rubrique {number} du site" for number in range(20))])


@pytest.mark.parametrize(
    "signature", ["Jeanne MORVAN", "Jeanne Morvan\nlerelais.example", "Jeanne Morvan\nLe Relais"]
)
def test_a_signature_over_a_long_foot(read, body, signature):
    assert [name.title() for name in read(f"{TITLE}\n\n{body}\n\n{signature}\n{FOOT}").authors.value] == [
        "Jeanne Morvan"
    ]


def test_a_name_over_a_long_foot_that_nothing_calls_a_signature(read, body):
    assert read(f"{TITLE}\n\n{body}\n\nJeanne Morvan\n{FOOT}").authors.value == ()


def test_writers_and_where_they_work_in_one_line(read, body):
    line = "Jeanne Morvan, Paul Lemoine, Université du Val-de-Lunay"
    assert read(f"{TITLE}\n{line}\n3 mai 2024\n{body}").authors.value == ("Jeanne Morvan", "Paul Lemoine")


JEANNE, LUC = "Jeanne Morvan", "Luc Tisserand"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Par", JEANNE, "et", LUC, "Publié le 3 mai 2024"], (JEANNE, LUC)),
        (["Propos recueillis par", JEANNE, f"et {LUC}", "3 mai 2024"], (JEANNE, LUC)),
        ([f"Par {JEANNE},", LUC, "3 mai 2024"], (JEANNE, LUC)),
        (["Par", JEANNE, "et", LUC, "et", JEANNE, "3 mai 2024"], (JEANNE, LUC)),
        ([f"Par {JEANNE}", "Et aussi", f"{LUC} a vu", "3 mai 2024"], (JEANNE,)),
        ([f"Par {JEANNE} j.morvan@fil.example(01 23 45 67 89)", "3 mai 2024"], (JEANNE,)),
        ([f"{JEANNE} et {LUC}, Associated Press", "3 mai 2024"], (JEANNE, LUC, "Associated Press")),
        ([f"{JEANNE}, AP National Political Writer", "3 mai 2024"], (JEANNE,)),
        ([f"ParPar {JEANNE}", "3 mai 2024"], (JEANNE,)),
        ([f"Écrit par{JEANNE}", "3 mai 2024"], (JEANNE,)),
        ([f"Par {JEANNE}", f"{LUC} / AFP", "3 mai 2024"], (JEANNE,)),
        ([f"{LUC} / AFP", "3 mai 2024"], (LUC, "AFP")),
    ],
)
def test_bylines_that_a_page_took_apart_or_put_together(read, body, lines, expected):
    assert read("\n".join([TITLE, *lines, body])).authors.value == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([f"Par {JEANNE} (Lunay [Val-d'Ormes], envoyée spéciale) et {LUC} (Valmont)"], (JEANNE, LUC)),
        ([f"Par {JEANNE} (texte) et {LUC} (photos), le 3 mai 2024 à 10h00"], (JEANNE, LUC)),
        ([f"LLM / Par {JEANNE} (texte) et {LUC} (photos), le 3 mai 2024"], (JEANNE, LUC)),
        ([f"Par {JEANNE}, politiste, {LUC}, historien", "3 mai 2024"], (JEANNE, LUC)),
        ([f"Par {JEANNE}, historienne, et un collectif d'élus"], (JEANNE, "un collectif d'élus")),
        (["Par un collectif d'historiens et d'archivistes", "3 mai 2024"], ("un collectif d'historiens",)),
        ([f"Par {JEANNE}, journaliste, Rive Gauche", "3 mai 2024"], (JEANNE,)),
        ([f"LLM / Par {JEANNE} (texte) et {LUC} (photos)"], (JEANNE, LUC)),
        (["Grand Ormes Matin Jeanne MORVAN. Publié le 3 mai 2024 à 18h12"], ("Jeanne MORVAN",)),
        (["Grand Ormes Matin. Publié le 3 mai 2024 à 18h12"], ()),
        ([f"Reportage radio : {JEANNE}", f"Texte web : {LUC}", "3 mai 2024"], (JEANNE, LUC)),
    ],
)
def test_bylines_with_what_each_did_and_where(read, body, lines, expected):
    assert read("\n".join([TITLE, *lines, body])).authors.value == expected


@pytest.mark.parametrize(
    ("below", "expected"),
    [("Équipe d'enquête, Le Fanal", (JEANNE,)), ("Le Fanal", (JEANNE,)), ("Le Chenal", ())],
)
def test_a_name_over_the_page_s_own_paper_is_its_author_s(read, body, below, expected):
    menu = "Le Fanal\nSports\nArts"
    between = "\n".join(f"Partager par le moyen {number}" for number in range(8))
    assert read(f"{menu}\n{TITLE}\n{between}\n{JEANNE}\n{below}\n{body}").authors.value == expected


def _elsewhere(body, *towns):
    return "\n".join(body.replace("Valmont", town) for town in towns)


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("JEANNE MORVAN", ("Jeanne Morvan",)),
        ("Jeanne Morvan, à Lunay", ("Jeanne Morvan",)),
        ("Jeanne MORVAN\nLuc TISSERAND (Stagiaire)", ("Jeanne Morvan", "Luc Tisserand")),
        ("Jeanne Morvan\nLuc Tisserand (Stagiaire)\nlerelais.example", ("Jeanne Morvan", "Luc Tisserand")),
        ("Jeanne Morvan\nLuc Tisserand (Stagiaire)\nà lire", ()),
        ("ats/jmo", ("Ats",)),
        ("(afp/jmo)", ("Afp",)),
        ("oui/non", ()),
        ("RIVE GAUCHE", ()),
        ("---\n\nJeanne MORVAN", ("Jeanne Morvan",)),
        ("Jeanne-Marie LEFORT-MARTIN DU PONTET.", ("Jeanne-Marie Lefort-Martin Du Pontet",)),
    ],
)
def test_what_only_a_signature_over_a_long_foot_has(read, body, signature, expected):
    found = read(f"{TITLE}\n\n{body}\n\n{signature}\n{FOOT}").authors.value
    assert tuple(name.title() for name in found) == expected


def test_the_dateline_s_agency_writes_what_nobody_signs(read, body):
    told = f"LUNAY, 14 octobre (Reuters) - {body}"
    assert read(f"{TITLE}\n{told}").authors.value == ("Reuters",)
    assert read(f"{TITLE}\nPar {JEANNE}\n{told}").authors.value == (JEANNE,)
    assert read(f"{TITLE}\nLUNAY, 14 octobre (LFI) - {body}").authors.value == ()


def test_a_second_signature_goes_on_with_the_first_though_both_were_cut(read, body):
    read.cut = ("Jeanne", "Luc")
    assert read(f"{TITLE}\n\n{body}\n\nJeanne MORVAN\nLuc TISSERAND\n{FOOT}").authors.value == (
        "Jeanne MORVAN",
        "Luc TISSERAND",
    )


def test_who_asked_the_questions_is_said_over_an_address_that_ends_the_text(read, body):
    read.cut = ("Propos",)
    said = f"Propos recueillis par {JEANNE}"
    visit = (
        "La mairie, 2 rue du Pont, à Valmont. Ouvert du mardi au samedi, de neuf heures à midi et demi, et "
        "le jeudi jusqu'à vingt heures. Les plans du pont y sont exposés."
    )
    text = _elsewhere(body, *(f"Lunay-{number}" for number in range(30)))
    assert read(f"{TITLE}\n\n{text}\n{said}\n{visit}\n{FOOT}").authors.value == (JEANNE,)


@pytest.mark.parametrize("mark", ["(1)\u00a0", "[1] ", "1. ", "¹ "])
def test_a_signature_over_the_notes(read, body, mark):
    text = _elsewhere(body, "Valmont", "Lunay", "Corval")
    notes = f"{mark}{_elsewhere(body, 'Ormes', 'Vaux')}"
    assert read(f"{TITLE}\n\n{text}\n{JEANNE}\n{notes}").authors.value == (JEANNE,)
    assert read(f"{TITLE}\n\n{text}\nRive Gauche\n{notes}").authors.value == ()


@pytest.mark.parametrize("opening", ["Le maire dit non.", "2) Le maire dit non."])
def test_but_no_name_over_more_text(read, body, opening):
    text = _elsewhere(body, "Valmont", "Lunay", "Corval")
    more = f"{opening} {_elsewhere(body, 'Ormes', 'Vaux')}"
    assert read(f"{TITLE}\n\n{text}\n{JEANNE}\n{more}").authors.value == ()


RUBRICS = "\n".join(f"Rubrique {number}" for number in range(50))


@pytest.mark.parametrize("label", ["Auteur : ", "Texte : ", "Rédigé par : "])
def test_a_label_far_from_the_beginning_names_the_author(read, body, label):
    links = "\n".join(RUBRICS.split("\n")[:10])
    assert read(f"{TITLE}\n{body}\n{links}\n{label}{JEANNE}\n{RUBRICS}").authors.value == (JEANNE,)
    over = f"{label}{LUC}\nSport\n{label}{JEANNE}\n{RUBRICS}"
    assert read(f"{over}\n{TITLE}\n{body}").authors.value == (JEANNE,)


@pytest.mark.parametrize(
    "line", ["Traduit par : Jeanne Morvan", "Posté par Jeanne Morvan", "Auteur : Contact Newsletter"]
)
def test_but_no_translator_reader_or_menu(read, body, line):
    links = "\n".join(RUBRICS.split("\n")[:8])
    assert read(f"{TITLE}\n{body}\n{links}\n3 commentaires\n{line}\n{RUBRICS}").authors.value == ()


def test_initials_with_a_hyphen_are_a_given_name(read, body):
    assert read(f"{TITLE}\nPar J.-P. Morvan\n3 mai 2024\n{body}").authors.value == ("J.-P. Morvan",)


@pytest.mark.parametrize("initials", ["L.K.", "J.-P. D."])
def test_initials_before_a_date(read, body, initials):
    assert read(f"{TITLE}\n{initials} - 13 nov. 2024 à 06:15\n{body}").authors.value == (initials,)


@pytest.mark.parametrize(
    "tail",
    [
        "3 commentaires\nLuc Tisserand\n4 mai 2024",
        "Personnalités\nLuc Tisserand",
        "À lire aussi\nLuc Tisserand",
    ],
)
def test_names_in_lists_under_the_article_are_no_signature(read, body, tail):
    assert read(f"{TITLE}\n\n{body}\n{tail}").authors.value == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Jeanne Morvan", ("Jeanne Morvan",)),
        ("Jeanne Morvan et Luc Tisserand", ("Jeanne Morvan", "Luc Tisserand")),
        (("Jeanne Morvan", "Luc Tisserand"), ("Jeanne Morvan", "Luc Tisserand")),
        ("Par Jeanne Morvan et Luc Tisserand", ("Jeanne Morvan", "Luc Tisserand")),
        ("Propos recueillis par Jeanne Morvan", ("Jeanne Morvan",)),
        ("Texte : Jeanne Morvan", ("Jeanne Morvan",)),
        ("Par Service Société", ("Service Société",)),
        ("Texte Libre", ("Texte Libre",)),
        ("Par Saint-Malo", ("Par Saint-Malo",)),
    ],
)
def test_front_matter_wins(read, body, value, expected):
    authors = read(f"{TITLE}\nPar Anne Autre\n{body}", author=value).authors
    assert (authors.value, authors.origin) == (expected, "front-matter-author")


TOLD = "Mme Morvan, qui avait prévenu la mairie dès l'automne, se dit ravie de voir les travaux commencer."


@pytest.mark.parametrize(
    "line",
    [
        "Un édito de Jeanne Morvan.",
        "Un sujet de Jeanne Morvan",
        "Une tribune d'Anne Lemoine",
        "Carte blanche de Luc Petit",
    ],
)
def test_what_kind_of_text_it_is_opens_a_byline(read, body, line):
    assert len(read(f"{TITLE}\n{line}\n{body}").authors.value) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Jeanne Morvan, présidente de l'Union des Rives",
        "Jeanne Morvan, ingénieure à Lunay",
        "Jeanne Morvan, directrice générale de l'Association des petites gares et des voies de Lunay",
    ],
)
def test_who_signs_under_the_title_with_an_office(read, body, line):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == ("Jeanne Morvan",)


def test_a_word_of_the_text_that_her_name_is_too_is_not_she(read, body):
    small = "Un petit chantier, dit la mairie, qui laissera passer vélos et promeneurs tous les dimanches."
    page = f"{TITLE}\n\nAnne Petit, présidente de l'Union des Rives\n\n{body}\n{small}"
    assert read(page).authors.value == ("Anne Petit",)


@pytest.mark.parametrize(
    "line",
    [
        "Jeanne Morvan, présidente de l'Union des Rives, devant le pont. Photo : Anne Lemoine",
        "Jeanne Morvan, présidente de l'Union des Rives:",
    ],
)
def test_but_neither_whom_a_picture_shows_nor_whom_the_text_speaks_of(read, body, line):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == ()
    shown = "Jeanne Morvan, présidente de l'Union des Rives"
    assert read(f"{TITLE}\n\n{shown}\n\n{body}\n{TOLD}").authors.value == ()


def test_who_stands_over_the_title(read, body):
    assert read(f"Jeanne Morvan\n\n{TITLE}\n\n{body}").authors.value == ("Jeanne Morvan",)
    assert read(f"Jeanne Morvan / Radio Valmont :\n\n{body}").authors.value == ("Jeanne Morvan",)
    assert read(f"Jeanne Morvan\n\n{TITLE}\n\n{body}\n{TOLD}").authors.value == ()


@pytest.mark.parametrize("end", [", par Jeanne Morvan", ". Par Jeanne Morvan", " (par Jeanne Morvan)"])
def test_who_is_named_at_the_end_of_the_title(read, body, end):
    page = read(f"{TITLE}{end}\n\n{body}")
    assert (page.authors.value, page.title.value) == (("Jeanne Morvan",), TITLE)


@pytest.mark.parametrize(
    "opening",
    ["Par Jeanne Morvan, Lunay ", "(Par Jeanne Morvan) ", "JEANNE MORVAN – ", "JEANNE MORVAN- "],
)
def test_whom_the_first_words_of_the_text_name(read, body, opening):
    assert read(f"{TITLE}\n\n{opening}{body}").authors.value == ("Jeanne Morvan",)


def test_but_no_town_nor_whom_the_text_goes_on_with(read, body):
    assert read(f"{TITLE}\n\nPORT MARTIN – {body}").authors.value == ()
    assert read(f"{TITLE}\n\nJEANNE MORVAN – {body}\n{TOLD}").authors.value == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Écoutez le récit de notre correspondante Jeanne Morvan :", ("Jeanne Morvan",)),
        ("Les précisions de notre envoyé spécial à Lunay, Luc Petit.", ("Luc Petit",)),
        (
            "Le chantier que suivent nos envoyées spéciales Anne Lemoine et Jeanne Morvan, sur place.",
            ("Anne Lemoine", "Jeanne Morvan"),
        ),
        ("Notre correspondant a vu Luc Petit devant le pont.", ()),
    ],
)
def test_the_paper_s_own_reporter_in_a_sentence(read, body, sentence, expected):
    assert read(f"{TITLE}\n\n{body}\n{sentence}").authors.value == expected


def test_who_signs_a_single_paragraph(read):
    text = "Le pont de Valmont rouvre mardi, après huit mois de travaux que les riverains ont trouvés longs."
    assert read(f"{text}\nJeanne Morvan").authors.value == ("Jeanne Morvan",)


@pytest.mark.parametrize("name", ["Morvan.J", "J.Morvan", "A.L.Morvan"])
def test_a_name_and_an_initial_without_a_space_sign(read, body, name):
    assert read(f"{TITLE}\n\n{body}\n{name}").authors.value == (name,)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3 mai 2024 | Mis à jour | 13h50    J. M.", ("J. M.",)),
        ("3 mai 2024 à 13h50 | J.M.", ("J.M.",)),
        ("3 mai 2024, 10:15 A. M.", ()),
    ],
)
def test_initials_at_the_end_of_a_dateline(read, body, line, expected):
    assert read(f"{TITLE}\n{line}\n{body}").authors.value == expected


def test_who_took_an_archive_s_picture_is_no_author(read, body):
    assert read(f"{TITLE}\n3 mai 2024\nLuc TISSERAND (Archives)\n{body}").authors.value == ()


def test_none_is_invented(read, body):
    assert read(f"{TITLE}\n{body}").authors.candidates == ()


def test_names_are_bounded(read, body):
    assert max(map(len, read(body, author="A" * 10_000).authors.value)) <= 100


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Un commentaire de {JEANNE}", (JEANNE,)),
        ("Un photoreportage d'Émile Tisserand", ("Émile Tisserand",)),
        (f"(Par {JEANNE})", (JEANNE,)),
        ("Par RVMTV", ()),
        ("par Valmontinfos", ()),
    ],
)
def test_a_text_s_kind_brackets_and_channels_in_bylines(read, body, line, expected):
    assert read(f"{TITLE}\n{line}\n{body}").authors.value == expected


def test_who_wrote_and_took_the_pictures_is_the_author(read, body):
    text = f"{body.replace(chr(10), ' ')} Photos {JEANNE}."
    assert read(f"{TITLE}\n{JEANNE} - 3 mai 2024 à 10h17\n{text}").authors.value == (JEANNE,)
    told = f"{body.replace(chr(10), ' ')} Le voisin {JEANNE} le sait."
    assert read(f"{TITLE}\n{JEANNE} - 3 mai 2024 à 10h17\n{told}").authors.value == ()


def test_whom_an_interview_s_title_names_is_not_its_author(read, body):
    page = f"{LUC} : « J'aime et je crains ce pont »\n{LUC}, architecte du vieux pont de Valmont.\n{body}"
    assert read(page).authors.value == ()


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (f"{JEANNE} - Les Ormes", (JEANNE,)),
        (f"{JEANNE}, maire de Lunay", (JEANNE,)),
        (f"Lire la suite…\nSource : {JEANNE} / Le Fanal", (JEANNE,)),
        (f"Lire la suite…\nSources : {JEANNE} / Valmontinfos", (JEANNE,)),
        ("Source : Le Fanal", ()),
    ],
)
def test_a_town_an_office_or_a_source_beside_a_signature(read, body, signature, expected):
    assert read(f"{TITLE}\n\n{body}\n\n{signature}").authors.value == expected


def test_a_signature_behind_the_last_sentence(read, body):
    last = "RVM | Reportage J. Morvan, L. Tisserand, M. Lefort"
    assert read(f"{TITLE}\n\n{body} {last}").authors.value == ("J. Morvan", "L. Tisserand", "M. Lefort")
    assert read(f"{TITLE}\n\n{body} Reportage photo à la salle des fêtes.").authors.value == ()


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (f"Rivages ({JEANNE}) le 26 janvier", (JEANNE,)),
        (f"Le Fanal ({JEANNE})", (JEANNE,)),
        (f"Le Fanal - Opinion - {JEANNE}", (JEANNE,)),
        (f"Le maire ({JEANNE})", ()),
        (f"Photo ({JEANNE}) 26 janvier", ()),
    ],
)
def test_a_paper_and_its_writer_on_the_first_line(read, body, first, expected):
    found = read(f"{first}\n{body}")
    assert found.authors.value == expected
    assert found.title.value != first or not expected


def test_a_page_s_error_is_nobody_s_name(read, body):
    assert read(f"{TITLE}\nBroken Widget ID.\nTemps de lecture: 3 min\n{body}").authors.value == ()


def test_a_writer_and_a_town_between_title_and_text(read, body):
    found = read(f"Le Fanal\n\nUne erreur à corriger\n\n{JEANNE}, Lunay\n\n-\n\n{body}")
    assert (found.title.value, found.authors.value) == ("Une erreur à corriger", (JEANNE,))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"RIVAGES – {JEANNE}, publié le 3 mai 2024", (JEANNE,)),
        (f"Le Fanal | {JEANNE}, publié le 3 mai 2024", (JEANNE,)),
        ("Source RVM", ()),
    ],
)
def test_a_paper_before_a_writer_and_a_source_that_is_nobody(read, body, line, expected):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == expected


def test_a_byline_in_capitals_that_the_text_goes_on_from(read, body):
    first = f"PAR {JEANNE.upper()}* Le ministre est à Valmont pour quatre jours, au moment où tout reprend."
    assert read(f"{TITLE}\n{first}\n{body}").authors.value == (JEANNE,)


def test_a_subhead_in_capitals_is_no_signature(read, body):
    assert read(f"{TITLE}\n\n{body}\n\nDISPARITION D’UN PATRIMOINE HISTORIQUE").authors.value == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (f"Abonnés Entretien: {JEANNE} et Luc Tisserand", (JEANNE, "Luc Tisserand")),
        (f"Interview : {JEANNE}", (JEANNE,)),
        (f"Interview: Rivages ({JEANNE} et Luc Tisserand)", (JEANNE, "Luc Tisserand")),
        (f"Entretien avec {JEANNE}", ()),
    ],
)
def test_an_interview_s_label_and_a_colon_before_who_led_it(read, body, line, expected):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == expected


def test_a_writer_s_name_said_twice_within_the_text(read, body):
    page = f"{body}\n\n{TITLE}\n\nJohanne Saint-Aubin\nJohanne Saint-Aubin\nLe Fanal\n\n{body}"
    found = read(page)
    assert (found.title.value, found.authors.value) == (TITLE, ("Johanne Saint-Aubin",))


def test_a_name_that_is_a_list_of_one_under_the_title(read, body):
    assert read(f"Le Fanal\n\n{TITLE}\n\n- {JEANNE}\n\n{body}").authors.value == (JEANNE,)
    people = f"- {JEANNE}\n- Luc Tisserand\n- Anne Autre"
    assert read(f"Le Fanal\n\n{TITLE}\n\n{people}\n\n{body}").authors.value == ()
    spoken = f"{body} « Trop tard », dit Mme Morvan."
    assert read(f"Le Fanal\n\n{TITLE}\n\n- {JEANNE}\n\n{spoken}").authors.value == ()


@pytest.mark.parametrize(
    ("first", "expected"), [("Tchilabi ABALO", ("Tchilabi ABALO",)), ("Grand PRIX 24", ())]
)
def test_a_surname_in_capitals_over_the_title(read, body, first, expected):
    assert read(f"{first}\n\n{TITLE}\n\n{body}").authors.value == expected


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        (f"À Lunay-les-Bains, {JEANNE} (L'Écho)", (JEANNE,)),
        (f"{JEANNE} (Le Fanal)", (JEANNE,)),
        ("À Lunay, Place du Marché", ()),
    ],
)
def test_a_signature_with_the_town_before_it_and_the_paper_behind(read, body, signature, expected):
    assert read(f"{TITLE}\n\n{body}\n\n{signature}").authors.value == expected


def test_a_correspondent_s_signature_that_readers_words_follow(read, body):
    signed = "Tchilabi Abalo, correspondant régional de lefanal-de-valmont.example à Lunay"
    page = f"{TITLE}\n\n{body}\n\n{signed}\n{{}}\n{{}}"
    readers = (
        "On attend toujours le pont qui nous a été promis il y a dix ans, et rien ne vient de la mairie…",
        "Rien ne changera dans cette ville aussi longtemps que les mêmes gens décideront de tout entre eux…",
    )
    assert read(page.format(*readers)).authors.value == ("Tchilabi Abalo",)


@pytest.mark.parametrize(
    "line",
    [
        f"{JEANNE} Maîtresse de conférences à l’Institut d’études des ponts (Lunay 8 - Saint-Aubin)",
        f"{JEANNE} Directrice générale du Centre de recherche sur les ponts de Valmont (Crepov)",
    ],
)
def test_a_writer_with_an_office_and_no_comma(read, body, line):
    assert read(f"Opinion\n\n{TITLE}\n\n21 min\n{line}\n\n{body}").authors.value == (JEANNE,)
    alone = read(f"{line}\n{body}")
    assert (alone.authors.value, alone.title.origin) == ((JEANNE,), "first-sentences")
    spoken = f"{body} « Le pont tiendra », dit Mme Morvan."
    assert read(f"{TITLE}\n\n{line}\n\n{spoken}").authors.value == ()


def test_who_wrote_the_book_that_a_review_names_is_not_who_wrote_the_review(read, body):
    book = f"Les ponts d'hier (entretiens avec L. Tisserand), par {JEANNE}, Le Bord du Quai, 2020, 256 p."
    assert read(f"{TITLE}\n\n - Modifié il y a 2 années 20 min\n\n{book}\n\n{body}").authors.value == ()


def test_a_letter_s_signature_under_its_list_with_the_office_below(read, body):
    wishes = "\n".join(f"- si tu pouvais faire réparer le pont numéro {at} de la ville ;" for at in "123")
    letter = f"Cher Père Noël,\n\n{body}\n\n{wishes}\n- si tu pouvais...\n\nCe serait bien\n\nEt merci\n\n"
    assert read(f"{letter}{JEANNE}\n\nMaire").authors.value == (JEANNE,)
    assert read(f"{letter}{JEANNE}\n\nSuivre").authors.value == ()


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            f"Publié il y a un mois - Màj le 03.05.2024 - {JEANNE} et Luc Tisserand - 4 min - vu 9 fois",
            (JEANNE, "Luc Tisserand"),
        ),
        (f"Société | {JEANNE} | 3 mai 2024 à 12:00", (JEANNE,)),
        (f"Temps de lecture : 3 min - {JEANNE}", (JEANNE,)),
        (f"LE FANAL, {JEANNE} (JM), vendredi 3 mai 2024", (JEANNE,)),
        (f"Le Fanal ({JEANNE}) | 3 mai 2024", (JEANNE,)),
        (f"3 mai 2024 {JEANNE} Culture 0", (JEANNE,)),
        (f"Publié dans Le Fanal par {JEANNE}", (JEANNE,)),
        (f"Les ponts du nord - {JEANNE} - photo du 3 mai 2024", ()),
        ("Société | Pont Neuf | 3 mai 2024 à 12:00", ()),
    ],
)
def test_a_writer_among_a_day_a_reading_time_and_a_section(read, body, line, expected):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == expected


def test_a_writer_between_a_paper_and_a_day_where_no_other_line_is_the_title(read):
    quoted = (
        "« […] Un livre sur les ponts, que l'autrice a visités un à un. On en sort avec l'envie de marcher. »"
    )
    line = f"LE FANAL, {JEANNE}, vendredi 3 mai 2024"
    assert read(f"{line}\n\n\n{quoted}\n\nLire la critique en entier").authors.value == (JEANNE,)


@pytest.mark.parametrize(
    "line",
    [
        f"Tribune libre : Contribution de {JEANNE} (retraitée, ancienne secrétaire du syndicat des ponts)",
        f"Point de vue | {JEANNE}, géographe",
        f"TRIBUNE. Par {JEANNE}, géographe",
        f"Carte blanche : {JEANNE}",
        f"Enquête : {JEANNE} / Infographie : Luc Tisserand",
    ],
)
def test_a_writer_behind_what_kind_of_text_it_is(read, body, line):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == (JEANNE,)


@pytest.mark.parametrize(
    "line",
    [
        f"Lire aussi : la chronique de {JEANNE}",
        f"Photo : un reportage de {JEANNE}",
        f"Invitée : {JEANNE}",
        "Carte blanche : Pont Neuf",
    ],
)
def test_but_not_behind_any_label(read, body, line):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == ()


def test_who_is_asked_is_not_the_writer_though_a_kind_of_text_is_said(read, body):
    spoken = f"{body} « Le pont tiendra », dit Mme Morvan."
    assert read(f"{TITLE}\n\nCritique : {JEANNE}\n\n{spoken}").authors.value == ()


@pytest.mark.parametrize("line", ["Contenu Bloqué", "Derniers articles", "Signalement Reçu"])
def test_two_words_under_the_title_that_nothing_says_to_be_a_name(read, body, line):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == ()
    assert read(f"{TITLE}\n\nTchilabi ABALO\n\n{body}").authors.value == ("Tchilabi ABALO",)


def test_a_list_s_head_between_title_and_text_names_nobody(read, body):
    assert read(f"3 mai 2024\n\n{TITLE}\n\nDerniers Articles\n\n{body}").authors.value == ()


def test_a_sentence_under_a_picture_names_no_writer(read, body):
    assert read(f"{TITLE}\n\n{JEANNE}, maire de Lunay, coupe le ruban.\n\n{body}").authors.value == ()
    assert read(f"{TITLE}\n\n{JEANNE}, maire de Lunay\n\n{body}").authors.value == (JEANNE,)


@pytest.mark.parametrize(
    "line",
    [
        f"Ce texte est signé {JEANNE}.",
        f"[{JEANNE}]",
        f"— {JEANNE} —",
        f"Rédaction : {JEANNE}",
        f"Auteur(e) : {JEANNE}",
    ],
)
def test_who_is_introduced_or_signs_under_the_text(read, body, line):
    assert read(f"{TITLE}\n\n{body}\n\n{body}\n\n{line}").authors.value == (JEANNE,)


def test_who_is_introduced_in_what_was_cut(read, body):
    last = f"{JEANNE} est géographe à l'université de Lunay."
    assert read(f"{TITLE}\n\n{body}\n\n{body}\n\n{last}").authors.value == ()  # the story may end so
    read.cut = (JEANNE,)
    assert read(f"{TITLE}\n\n{body}\n\n{body}\n\n{last}").authors.value == (JEANNE,)


def test_but_whom_the_text_speaks_of_is_not_introduced_as_its_writer(read, body):
    spoken = f"{body} « Le pont tiendra », dit Mme Morvan."
    last = f"{JEANNE} est maire de Lunay depuis dix ans."
    assert read(f"{TITLE}\n\n{body}\n\n{spoken}\n\n{last}").authors.value == ()
    beside = f"{JEANNE} et maire adjoint ont coupé le ruban ensemble."
    assert read(f"{TITLE}\n\n{body}\n\n{body}\n\n{beside}").authors.value == ()


def test_a_reader_s_name_over_a_comment_signs_nothing(read, body):
    comment = f"{JEANNE}\n\nIl y a 3 heures\n\nMerci pour cet article très utile !"
    assert read(f"{TITLE}\n\n{body}\n\n{body}\n\n{comment}").authors.value == ()
    signed = f"{JEANNE}\n\n3 mai 2024 à 12:03"
    assert read(f"{TITLE}\n\n{body}\n\n{body}\n\n{signed}").authors.value == (JEANNE,)


def test_initials_and_an_agency_in_brackets(read, body):
    assert read(f"{TITLE}\n\nJ. Morvan (avec AFP)\n\n{body}").authors.value == ("J. Morvan", "AFP")


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        ([f"{JEANNE} | Journal de Valmont"], JEANNE),
        (["Tchilabi Abalo – Stage de journalisme local - AFP"], "Tchilabi Abalo"),
        ([f"User icon Par {JEANNE}"], JEANNE),
        (["L'auteur", "", "Tchilabi Abalo"], "Tchilabi Abalo"),
        ([f"{JEANNE}    Dossiers Médias, Presse communautaire"], JEANNE),
    ],
)
def test_a_name_before_its_paper_behind_a_picture_s_words_or_under_a_label(read, body, lines, name):
    head = "\n".join([TITLE, "", *lines])
    assert read(f"{head}\n\n{body}").authors.value == (name,)


def test_a_word_in_capitals_behind_whom_the_text_names_makes_nobody_its_writer(read, body):
    told = (
        "Le maire de Saint-Amand, Luc Grand, s'est tourné vers les centristes pour un accord de majorité,"
        " a-t-il annoncé dimanche soir."
    )
    page = f"LES MAIRES : qui reste, qui part ?\n\n{body}\n\nSAINT-AMAND - Luc Grand RESTE\n\n{told} {body}"
    assert read(f"{page}\n\n{body}").authors.value == ()


def test_whom_the_text_names_too_signs_over_the_paper_s_name(read, body):
    told = f"Un journaliste du Fanal, {JEANNE}, se trouvait sur le pont quand il a cédé. {body}"
    head = f"{TITLE}\n\nLe pont hier matin (Photo Le Fanal, Luc Grand)\n\n{JEANNE}"
    assert read(f"{head}\nLe Fanal\n\n{told}\n\n{body}").authors.value == (JEANNE,)
    assert read(f"{head}\nLe boulanger\n\n{told}\n\n{body}").authors.value == ()


def test_a_given_name_and_an_initial_behind_the_day_and_a_count(read, body):
    head = f"Editorial\n\n{TITLE}\n\nvendredi 12 mars 2010 |  2582 visites  | Patrick A."
    assert read(f"{head}\n\n{body}\n\n{body}").authors.value == ("Patrick A.",)


def test_a_button_beside_the_day_is_nobody(read, body):
    assert read(f"{TITLE}\n\nShort Url\nPublié le Mardi 16 juillet 2024\n\n{body}").authors.value == ()


@pytest.mark.parametrize(
    "name", ["Palais de la République", "Gare du Nord", "Conseil Municipal", "Fête du Stade"]
)
def test_a_place_a_body_or_a_feast_beside_the_day_is_nobody(read, body, name):
    assert read(f"{TITLE}\n\n{name}\n3 mai 2024\n\n{body}").authors.value == ()


def test_a_subhead_in_capitals_over_the_last_paragraph_is_nobody(read, body):
    last = (
        "Ce sont environ 75 sapeurs qui ont travaillé d'arrache-pied sur la toiture et à l'intérieur"
        " afin d'éviter la propagation."
    )
    assert read(f"{TITLE}\n\n{body}\n\n{body}\n\nIMPORTANT DÉPLOIEMENT\n\n{last}").authors.value == ()


def test_a_name_as_a_list_of_one_under_title_and_standfirst(read, body):
    lead = "Des enquêteurs et des techniciens en identité judiciaire ont analysé la scène"
    found = read(f"{TITLE}\n\n{lead}\n\n- NICOLAS GRAND-PIERRE\n\n{body}\n\n{body}")
    assert found.authors.value == ("Nicolas Grand-Pierre",)


def test_an_agency_s_name_in_full_behind_its_letters(read, body):
    assert read(f"{TITLE}\n\nATS Agence télégraphique suisse\n\n{body}").authors.value == (
        "ATS Agence télégraphique suisse",
    )


def test_a_name_and_an_agency_in_brackets_over_the_title(read, body):
    page = f"Aller au contenu\n{JEANNE} (AFP)\n\n{TITLE}\n\n{body}\n\n{body}"
    assert read(page).authors.value == (JEANNE,)


def test_a_standfirst_may_speak_of_the_paper_s_reporter(read, body):
    standfirst = (
        f"Un an après la crue, {JEANNE} a suivi ceux qui passent le fleuve en barque chaque matin. " * 2
    )
    page = f"{TITLE}\n\n3 mai 2024\n\n{JEANNE} - The Guardian\n\n{standfirst}\n\n{body}"
    assert read(page).authors.value == (JEANNE,)
    assert read(page.replace(" - The Guardian", "")).authors.value == ()


@pytest.mark.parametrize(
    "opening",
    [
        f"({JEANNE} – Radio Fil) – ",
        f"{JEANNE} - Journaliste Après dix ans de radio, elle suit la région depuis Lunay. ",
    ],
)
def test_who_writes_stands_in_the_text_s_first_words(read, body, opening):
    assert read(f"{TITLE}\n\n{opening}{body}\n\n{body}").authors.value == (JEANNE,)


def test_but_an_office_that_a_sentence_goes_on_with_tells_of_somebody(read, body):
    opening = f"{JEANNE} - maire de Lunay, elle a coupé le ruban. "
    assert read(f"{TITLE}\n\n{opening}{body}\n\n{body}").authors.value == ()


def test_a_standfirst_s_last_words_say_by_whom_it_is(read, body):
    standfirst = (
        "Le pont de pierre sera rendu aux piétons avant l'été, après dix mois de détours par le nord."
    )
    assert read(f"{TITLE}\n\n{standfirst} Par Tchilabi Abalo\n\n{body}").authors.value == ("Tchilabi Abalo",)
    assert read(f"{TITLE}\n\n{standfirst} Par beau temps\n\n{body}").authors.value == ()


@pytest.mark.parametrize(
    "shown", [f"{JEANNE}\nPhoto d'archives", f"{JEANNE}\n{JEANNE}\n\nDirectrice du port de Lunay"]
)
def test_a_name_by_a_picture_is_no_writer_s(read, body, shown):
    told = f"{body} « Le pont tiendra », dit Mme Morvan." if shown.endswith("Lunay") else body
    assert read(f"{TITLE}\n\n{shown}\n\n{told}").authors.value == ()


def test_the_title_s_own_person_alone_in_a_line_is_no_writer(read, body):
    page = f"3 mai 2024\n\n{JEANNE} raconte le chantier du pont\n\n{JEANNE}\n\n{body}"
    assert read(page).authors.value == ()


def test_a_list_of_other_articles_under_the_text_signs_nothing(read, body):
    assert read(f"{TITLE}\n\n{body}\n\n{body}\n\nRelated Posts").authors.value == ()


@pytest.mark.parametrize("line", ["Les précisions de Matignon", "La critique d'Emmanuel Verdier"])
def test_whose_words_they_are_is_not_who_wrote(read, body, line):
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == ()


@pytest.mark.parametrize("line", ["New York - AFP", "Addis Abeba | Reuters", "Fil Info - AFP"])
def test_a_town_or_a_paper_before_an_agency_is_nobody(read, body, line):
    assert not {"New York", "Addis Abeba", "Fil Info"} & set(
        read(f"{TITLE}\n\n{line}\n\n{body}").authors.value
    )


@pytest.mark.parametrize(
    ("last", "name"),
    [
        ("Tchilabi Abalo, pour LaRive.Info", "Tchilabi Abalo"),
        ("De Lunay, Valmont, Tchilabi Abalo pour Larive.example", "Tchilabi Abalo"),
        ("Tchilabi Abalo/Larive.com", "Tchilabi Abalo"),
        ("Tchilabi Abalo Rive7", "Tchilabi Abalo"),
        ("Tchilabi Abalo", "Tchilabi Abalo"),
        ("RIVE INFO", "RIVE INFO"),
        ("Rive de fleuve info (RFI)", "Rive de fleuve info (RFI)"),
        ("RIVE7", "RIVE7"),
        ("TA", "TA"),
        ("Le programme est ici. /tab", "tab"),
        ("Les barricades tenaient hier soir. / ats", "ATS"),
    ],
)
def test_what_signs_in_the_last_line(read, body, last, name):
    assert read(f"{body}\n\n{body}\n\n{last}").authors.value == (name,)


@pytest.mark.parametrize(
    "last", ["Source : Le Fil", "Le Devoir", "À lire aussi", "Un pont à la rive", "FIN", "PS"]
)
def test_and_what_does_not(read, body, last):
    assert read(f"{body}\n\n{body}\n\n{last}").authors.value == ()


def test_an_account_before_where_its_text_was_put(read, body):
    line = "2 janvier 2020 , Rédigé par jmorvan Publié dans #Lectures"
    assert read(f"{TITLE}\n\n{line}\n\n{body}").authors.value == ("jmorvan",)


def test_a_paper_with_its_agency_right_before_the_day(read, body):
    assert read(f"Le Courrier avec AFP mardi 10 novembre 2020\n\n{body}\n\n{body}").authors.value == ("AFP",)
    bar = "AFP | | Commenter | Imprimer"
    assert read(f"{TITLE}\n\n{bar}\n\n{body}").authors.value == ("AFP",)


def test_an_agency_of_no_list_in_a_whole_dateline(read, body):
    assert read(f"{TITLE}\n\nKigali, 23 juillet (Infosrive) - {body}").authors.value == ("Infosrive",)


def test_a_surname_in_capitals_before_a_slash_opens_the_text(read, body):
    assert read(f"{TITLE}\n\nJEANNE MORVAN /{body}").authors.value == ("Jeanne Morvan",)
