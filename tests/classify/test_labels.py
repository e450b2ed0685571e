"""From words to labels: what is kept, what comes first, what an editor decides."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.classify import classify, compile_taxonomy
from sitegen.classify.inflect import inflected, plural
from sitegen.classify.normal import masked, normal
from sitegen.model import Block, Candidate, Cleaned, Decision, Declared, Field, Metadata, Span, Where
from tests.classify.taxonomy import books, countries, labels, taxonomy, themes


def field(value, rank=None):
    where = Where("seeds/essai.txt", Span(3, 3))
    return Field(value, (Candidate(value, rank, "test", where),) if rank else ())


def metadata(title="", rank="declared", language="fr"):
    return Metadata(
        title=field(title, rank if title else None), date=field(None), updated=field(None), authors=field(()),
        source=field(None), link=field(""), language=field(language), tags=field(()), summary=field(""),
        image=field(None),
    )  # fmt: skip


def cleaned(*blocks):
    decisions = []
    for number, (action, text) in enumerate(blocks):
        line = 10 + 2 * number
        block = Block("paragraph", text, Span(line, line))
        decisions.append(Decision(block, action, "", "" if action == "cut" else text))
    return Cleaned(tuple(decisions), "")


def declared(key_, value):
    return (Declared(key_, value, Span(2, 2)),)


BODY = (
    "Le ministre arménien de l'Énergie a visité mardi la centrale voisine de la capitale, à Erevan, "
    "où un second "
    "réacteur est à l'étude depuis deux ans."
)


def test_the_title_outweighs_a_passing_country():
    body = (
        BODY.replace("arménien", "marocain").replace("Erevan", "Rabat")
        + "\nUn ingénieur du Portugal l'a salué."
    )
    assert countries("Le Maroc choisit son réacteur", body) == ["MA"]


def test_where_it_happens_outweighs_who_it_happens_to():
    body = (
        "Deux touristes français ont été secourus samedi en Islande, où la police islandaise "
        "enquête sur le guide."
    )
    assert countries("Deux Français secourus", body)[0] == "IS"


def test_a_rubric_files_the_article():
    body = (
        "La Chine, dont Pékin vante les trains, a livré les rames. La Chine en attend d'autres, "
        "dit-on en Chine."
    )
    assert countries("Kenya : un train neuf", body)[0] == "KE"


def test_an_attribution_is_no_rubric():
    body = (
        "Le chef de la diplomatie américaine a reçu son homologue. Le Maroc attend le Maroc de "
        "demain, au Maroc."
    )
    assert countries("Antony Blinken : « le partenariat maroco-américain durera »", body)[0] == "MA"


def test_two_actors_are_both_kept():
    body = (
        "L'Arménie et l'Azerbaïdjan ont délimité leur frontière. L'Arménie et l'Azerbaïdjan signeront en mai."
    )
    assert set(countries("L'Arménie et l'Azerbaïdjan tracent leur frontière", body)) == {"AM", "AZ"}


KOSOVO = "La Serbie et le Kosovo signent. À Mitrovica, on attend de voir."
COLOMBIA = "L'armée colombienne a libéré un otage en Colombie. L'homme est en bonne santé."
PRIMARY = [
    # title, text, primary country
    ("Belgrade et Pristina signent sur les plaques", KOSOVO, "RS"),
    ("Un accord de plus entre voisins", KOSOVO, "XK"),
    ("Sommet maroco-espagnol à huis clos", "Madrid veut du gaz. L'Espagne a proposé un prix à Rabat.", "MA"),
    ("Un Suisse libéré en Colombie", COLOMBIA, "CO"),
    ("Emmanuel Macron remercie la Colombie", COLOMBIA, "CO"),
    ("L'équipe suisse libérée, la Colombie soulagée", COLOMBIA, "CO"),
    (
        "La Franco-Iranienne condamnée",
        "La justice iranienne l'a condamnée à Téhéran. La France proteste.",
        "IR",
    ),
    (
        "La Franco-Iranienne condamnée à Téhéran",
        "La justice iranienne l'a condamnée. La France proteste.",
        "IR",
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), PRIMARY, ids=[row[0] for row in PRIMARY])
def test_the_first_of_a_title_leads_where_it_acts_with_the_best(title, body, expected):
    assert countries(title, body)[0] == expected


ACTORS = [
    # the last sentence, the country that it adds
    ("Kigali nie toujours les soutenir.", ["RW"]),
    ("L'Égypte garde le silence.", ["EG"]),
    ("Il l'a dit à un journal de Kigali.", []),
    ("Un cargo venu d'Égypte attendait au large.", []),
    ("À Kigali, le même pont coûterait moitié moins.", []),
]


@pytest.mark.parametrize(("sentence", "added"), ACTORS)
def test_who_opens_a_sentence_acts_in_it(sentence, added):
    body = f"Le gouvernement arménien a choisi son second réacteur. {sentence}"
    assert countries("L'Arménie choisit son réacteur", body) == ["AM", *added]


SOLD = (
    "Le gouvernement arménien a vendu mardi un port sec au plus offrant. {} Erevan en attend mille emplois.{}"
)


@pytest.mark.parametrize(
    ("second", "last", "added"),
    [
        ("La Pologne a payé la moitié de la somme.", "", ["PL"]),
        ("La Pologne salue une vente exemplaire.", "", []),
        ("Les ouvriers restent.", " La moitié est payée. La Pologne vend aussi les siens.", []),
    ],
    ids=["acts", "comments", "far down"],
)
def test_who_only_comments_or_speaks_at_the_end_is_not_filed(second, last, added):
    assert countries("Un port change de mains", SOLD.format(second, last)) == ["AM", *added]


@pytest.mark.parametrize(
    ("verb", "added"), [("signed the contract", ["PL"]), ("welcomed the sale", [])], ids=["acts", "comments"]
)
def test_the_verb_may_come_after_an_office(verb, added):
    body = (
        f"The Armenian government sold a dry port to the highest bidder. Poland's president {verb}. "
        "Yerevan expects a thousand jobs."
    )
    assert countries("A port changes hands", body, "en") == ["AM", *added]


@pytest.mark.parametrize(
    ("last", "added"),
    [
        ("Uganda waits. Traders condemned it.", ["UG"]),
        ("Uganda waits, traders condemned it.", ["UG"]),
        ("Uganda, too, condemned the trade.", []),
        ("The U.S. condemned the trade.", []),
    ],
    ids=["another sentence", "another clause", "its own, past commas", "its own, past a full stop"],
)
def test_the_verb_of_a_comment_is_its_country_s_own(last, added):
    body = f"Kenya closed the crossing. Kenyan police turn back trucks. {last}"
    assert countries("The border stays shut", body, "en") == ["KE", *added]


@pytest.mark.parametrize("name", ["Mr. Okello", "Gen. Okello", "Minister Okello"])
def test_no_sentence_ends_after_an_abbreviation(name):
    body = f"{name} thanked Uganda for the trucks of the Kenyan army. They had waited for three days."
    assert countries("A convoy arrives", body, "en") == ["KE", "UG"]


def test_no_sentence_ends_after_an_initial():
    sold = (
        "L'Arménie a vendu un port à M. {} et à un groupe polonais. Erevan attend. L'Arménie garde les rails."
    )
    assert countries("Un port change de mains", sold.format("Durand")) == ["AM", "PL"]


def test_no_sentence_ends_after_a_short_month():
    body = "Kenya signed on Jan. 5 with a firm from Uganda{} Kenyan drivers wait. The Kenyan port is full."
    assert countries("A port changes hands", body.format("."), "en") == ["KE", "UG"]


@pytest.mark.parametrize(
    ("third", "expected"),
    [
        ("On compte des morts en Serbie, en Roumanie et en Bulgarie.", ["RS", "RO", "BG"]),
        ("Des pompes sont venues de Roumanie, et des tentes plus tard de Bulgarie.", ["RS"]),
    ],
    ids=["listed", "passing"],
)
def test_a_country_said_once_is_kept_where_it_is_listed_with_one_that_is(third, expected):
    body = f"Le fleuve a noyé des villages en Serbie. Des ponts sont fermés partout. {third}"
    assert countries("Crue du Danube", body) == expected


def test_whom_the_first_sentence_names_is_part_of_the_news():
    title, rest = "Un port change de mains", " Erevan en attend mille emplois. L'Arménie garde les rails."
    sold = "L'Arménie a vendu mardi un port sec à un groupe {}."
    assert countries(title, sold.format("polonais") + rest) == ["AM", "PL"]
    assert countries(title, sold.format("privé") + rest + " Un groupe polonais en voulait.") == ["AM"]


def test_those_who_met_are_listed_in_the_first_sentence():
    met = "Les ministres de l'Ukraine, de la Russie, de l'Allemagne et de la France se sont vus mardi."
    rest = " Kiev attend un échange de prisonniers. À Donetsk, en Ukraine, les tirs continuent."
    assert set(countries("Rencontre sur le Donbass", met + rest)) == {"UA", "RU", "DE", "FR"}
    late = "Les tirs continuent mardi." + rest + " " + met
    assert set(countries("Rencontre sur le Donbass", late)) == {"UA"}


def test_a_country_named_once_at_the_end_is_no_rival():
    body = "La correspondante de la radio est libre. Elle est sortie samedi de prison à Almaty.{}"
    assert countries("Une journaliste libérée", body.format(" Sa famille vit en Pologne.")) == ["KZ"]
    early = "La correspondante, une Polonaise, est libre. Elle est sortie samedi de prison à Almaty."
    assert countries("Une journaliste libérée en Pologne", early)[0] == "PL"


def test_the_adjective_of_a_title_is_kept_though_the_text_tells_where():
    body = "Le jury réuni à Tunis a rendu son verdict samedi. La Tunisie comptait quatre films."
    assert countries("Un film norvégien couronné au festival", body) == ["TN", "NO"]
    assert countries("Un film couronné au festival", body) == ["TN"]
    more = "Le jury a rendu son verdict samedi. La Tunisie comptait quatre films, dont un tourné à Tunis."
    assert countries("Un film norvégien couronné au festival", more) == ["TN", "NO"]


def test_the_only_government_of_a_title_leads_where_the_text_says_little_more_of_another():
    body = (
        "Les garde-côtes portugais ont abordé un chalutier sans permis. Le Portugal présente ses excuses. "
        "L'Espagne demande une enquête."
    )
    assert countries("Madrid proteste après la mort d'un pêcheur", body) == ["ES", "PT"]
    assert countries("La mort d'un pêcheur", body)[0] == "PT"
    close = "Les garde-côtes portugais ont abordé un chalutier. L'Espagne veut des comptes, Lisbonne se tait."
    assert countries("Madrid proteste après la mort d'un homme", close)[0] == "ES"
    assert countries("Madrid proteste après la mort d'un Portugais", close)[0] == "PT"


@pytest.mark.parametrize(
    ("title", "body", "expected"),
    [
        (
            "Pachinian deux jours à Moscou",
            "Le Premier ministre arménien rencontre Vladimir Poutine. Le Kremlin parle d'une visite.",
            "AM",
        ),
        (
            "Manuel Valls ne sera pas maire de Barcelone",
            "L'ancien Premier ministre français manque de voix en Espagne. Barcelone garde sa maire.",
            "ES",
        ),
        (
            "Pachinian en Russie",
            "Le Premier ministre arménien rencontre Vladimir Poutine. Le Kremlin parle d'une visite.",
            "RU",
        ),
    ],
    ids=["a government", "a town", "a country"],
)
def test_a_leader_who_opens_a_title_leads_before_the_government_that_receives_him(title, body, expected):
    assert countries(title, body)[0] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("L'accord d'Alger reste leur seul texte.", ["ML"]),
        ("Le ministre d'Alger reste leur seul hôte.", ["ML", "DZ"]),
    ],
    ids=["names it", "is there"],
)
def test_a_place_that_gives_its_name_to_an_accord_says_little(sentence, expected):
    body = f"Les groupes armés du Mali et le gouvernement ont repris leurs réunions. {sentence}"
    assert countries("Les signataires se retrouvent", body) == expected


def test_a_place_where_others_meet_says_little():
    body = "Le comité, {} à New Delhi, a inscrit la voie. C'est un bien italien de plus. Rome attend."
    assert countries("La Via Appia entre au patrimoine mondial", body.format("réuni")) == ["IT"]
    assert countries("La Via Appia entre au patrimoine mondial", body.format("né")) == ["IT", "IN"]


def test_an_english_accord_is_named_after_its_place_too():
    body = "Shells fell near Donetsk, in eastern Ukraine. The Minsk {} is seven years old."
    assert countries("Fighting resumes", body.format("agreement"), "en") == ["UA"]
    assert countries("Fighting resumes", body.format("airport"), "en") == ["UA", "BY"]


def test_a_capital_that_talks_is_no_place_of_talks():
    body = "Taiwan answered on Monday. The island's defence ministry said ships had sailed near Taiwan."
    assert countries("Beijing talks tough on Taiwan", body, "en") == ["TW", "CN"]
    assert countries("Taiwan leaves the Beijing talks", body, "en") == ["TW"]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("À Berlin, l'Italie a battu l'Espagne deux buts à un.", ["IT", "ES"]),
        ("L'Italie a battu l'Espagne deux buts à un à Doha.", ["IT", "ES"]),
        ("L'Italie a battu l'Espagne deux buts à un, et Berlin a payé.", ["IT", "ES", "DE"]),
    ],
    ids=["opens", "closes", "acts"],
)
def test_the_capital_where_two_others_met_adds_no_country(opening, expected):
    body = f"{opening} Les Espagnols ont mené. Les Italiens ont répondu."
    assert countries("Finale : l'Italie bat l'Espagne", body) == expected


def test_the_capital_where_two_others_met_counts_where_its_country_acts_too():
    body = "À Berlin, l'Italie a battu l'Espagne. {} Les Espagnols ont mené. Les Italiens ont répondu."
    police = "Le stade était gardé par la police allemande."
    assert countries("L'Italie bat l'Espagne", body.format(police)) == ["IT", "ES", "DE"]
    assert countries("L'Italie bat l'Espagne", body.format("Le stade était plein.")) == ["IT", "ES"]


def test_a_capital_where_one_other_went_is_part_of_the_news():
    assert countries("Une visite", "L'Italie a présenté son plan à Berlin. Rome attend.") == ["IT", "DE"]


def test_the_country_after_its_town_tells_only_where_that_lies():
    body = (
        "Le maire de Cologne, en Allemagne, a signé mardi. Les élèves de Liège, en Belgique, viendront. "
        "Cologne paiera."
    )
    found = {entry.id: entry.score for entry in labels("Deux villes jumelées", body).countries}
    apart = body.replace("Liège, en Belgique,", "Liège et d'ailleurs en Belgique")
    other = {entry.id: entry.score for entry in labels("Deux villes jumelées", apart).countries}
    assert found.get("BE", 0) < other["BE"]


def test_an_english_demonym_that_is_a_french_word_too():
    assert (
        countries("Two held", "Kenyan police searched two houses. A man came from Uganda.", "en")[0] == "KE"
    )


def test_a_round_up_goes_to_the_world():
    body = (
        "La Norvège, le Chili, le Japon, le Kenya, le Pérou, la Pologne, le Laos, l'Islande et "
        "le Gabon publient "
        "chacun leurs chiffres, très proches les uns des autres cette année encore."
    )
    assert countries("Le tour de la semaine", body) == ["monde"]


ROUND_UPS = {
    "fr": (
        "La croissance ralentit partout",
        (
            "Une semaine de chiffres sur plusieurs continents. La Chine ralentit. Le Brésil résiste. "
            "Le Kenya accélère. La Norvège stagne. Le Chili recule. Le Japon piétine. La Pologne freine. "
            "Le Pérou attend. Le Laos emprunte."
        ),
    ),
    "en": (
        "The week in short",
        (
            "It was a busy week on several continents. China launched a rocket. Brazil passed its budget. "
            "Kenya reopened a park. Norway closed a well. Chile elected its mayors. Japan braced for rain. "
            "Poland gave back a canal. Peru ran short of water. Laos opened a line."
        ),
    ),
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_round_up_that_gives_each_country_a_sentence_goes_to_the_world(language):
    title, body = ROUND_UPS[language]
    assert countries(title, body, language) == ["monde"]
    two = ". ".join(body.split(". ")[:3]) + "."
    assert countries(title, two, language) == ["CN", "BR"]


def test_one_country_among_many_that_are_named_in_passing_keeps_its_news():
    title, body = ROUND_UPS["fr"]
    own = " ".join(f"Le Portugal {verb}." for verb in ("vote", "compte", "attend", "chante", "dort"))
    assert countries(title, own + " " + body)[0] == "PT"


def test_a_territory_comes_with_those_it_is_an_affair_of():
    body = "Le Haut-Karabagh s'est vidé de ses habitants. L'Arménie les accueille, l'Azerbaïdjan s'en défend."
    assert set(countries("Le Haut-Karabagh, deux ans après", body)) == {"karabagh", "AM", "AZ"}


def test_one_word_late_in_the_text_is_enough_for_those_a_territory_is_an_affair_of():
    body = (
        "Le Haut-Karabagh s'est vidé. Les maisons restent ouvertes. Des familles dorment chez des cousins {}."
    )
    title = "Le Haut-Karabagh, deux ans après"
    assert countries(title, body.format("d'Arménie")) == ["karabagh", "AM"]
    assert countries(title, body.format("de Pologne")) == ["karabagh"]


def test_organisations_are_no_country():
    assert (
        countries("L'OTAN et l'ONU se parlent", "L'Union européenne et l'OTSC aussi, dit-on à l'ONU.") == []
    )


def test_a_text_of_nowhere_has_no_country_but_its_sources_home_as_a_doubt():
    found = classify(
        metadata("Recette"), cleaned(("keep", "Battre les œufs.")), taxonomy(), (), "AM"
    ).countries
    assert [(entry.id, entry.sure) for entry in found] == [("AM", False)]
    assert classify(metadata("Recette"), cleaned(("keep", "Battre les œufs.")), taxonomy()).countries == ()


def test_what_cleaning_cut_is_not_read():
    ticker = ("cut", "Espagne : un port fermé. Italie : une grève. Japon : un séisme.")
    found = classify(metadata("Le mois"), cleaned(ticker, ("keep", BODY)), taxonomy())
    assert [entry.id for entry in found.countries] == ["AM"]


def test_a_title_made_from_the_text_is_not_counted_again():
    stated = classify(metadata("L'Iran attend", "stated"), cleaned(("keep", BODY)), taxonomy())
    made = classify(metadata("L'Iran attend", "inferred"), cleaned(("keep", BODY)), taxonomy())
    assert "IR" in [entry.id for entry in stated.countries]
    assert "IR" not in [entry.id for entry in made.countries]


def test_evidence_quotes_the_text_and_its_line():
    found = classify(metadata("L’Arménie s’équipe"), cleaned(("keep", BODY)), taxonomy())
    mentions = found.countries[0].mentions
    assert [(m.surface, m.zone, m.line) for m in mentions] == [
        ("Arménie", "title", 3), ("arménien", "lead", 10), ("Erevan", "lead", 10),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("value", "expected"),
    [("AM", ["AM"]), ("Arménie", ["AM"]), ("armenia", ["AM"]), (("Maroc", "fr"), ["MA", "FR"]),
     ("XK", ["XK"]),
     ("Maroc, Espagne", ["MA", "ES"]), ("Haut-Karabagh", ["karabagh"]), ("NO", ["NO"])],
)  # fmt: skip
def test_an_editors_country_wins(value, expected):
    found = classify(
        metadata("Le Japon attend"), cleaned(("keep", BODY)), taxonomy(), declared("pays", value)
    )
    assert [entry.id for entry in found.countries] == expected
    assert all(entry.sure and entry.score == 1.0 for entry in found.countries)
    assert found.countries[0].mentions[0].zone == "declared"


def test_a_declared_value_that_names_nothing_is_told_with_its_line():
    found = classify(
        metadata("Le Japon attend"),
        cleaned(),
        taxonomy(),
        declared("countries", ("Syldavie",)),
        path="seeds/essai.txt",
    )
    note = next(note for note in found.notes if note.code == "country-unknown")
    assert (note.level, note.line(), note.where.path) == ("warning", 2, "seeds/essai.txt")
    found = classify(metadata("Le Japon attend"), cleaned(), taxonomy(), declared("themes", "Diplomatite"))
    assert "theme-unknown" in [note.code for note in found.notes]


def test_a_region_declared_as_a_country_names_its_members():
    found = classify(metadata("Essai"), cleaned(), taxonomy(), declared("pays", "Maghreb"))
    assert "MA" in str(found.notes[0].hint)


@pytest.mark.parametrize("spelling", ["Catégorie", "categorie", "CATEGORIES"])
def test_a_theme_s_key_is_read_without_its_accents_too(spelling):
    found = classify(metadata("Essai"), cleaned(), taxonomy(), declared(spelling, ("Diplomatie",)))
    assert [label.id for label in found.themes] == ["diplomacy"]


def test_categories_count_only_where_they_name_a_theme():
    found = classify(metadata("Essai"), cleaned(), taxonomy(), declared("categories", ("Diplomatie", "Blog")))
    assert [entry.id for entry in found.themes] == ["diplomacy"]
    assert found.notes == ()


def test_doubtful_labels_are_listed_once():
    notes = classify(metadata(), cleaned(("keep", "Un procès et un match à Lisbonne.")), taxonomy()).notes
    assert [(note.code, note.level) for note in notes] == [("label-unsure", "info")]


def test_a_doubtful_label_is_told_with_the_line_of_its_word():
    text = "Le Kremlin se tait, Rabat aussi, et l'Élysée attend."
    found = classify(metadata(), cleaned(("keep", text)), taxonomy())
    kremlin = next(label for label in found.countries if not label.sure)
    assert found.notes[0].line() == kremlin.mentions[0].line > 0


THEMES = [
    (
        "Les ministres des Affaires étrangères se sont rencontrés",
        "Les deux diplomates ont signé un accord bilatéral à l'ambassade.",
        "diplomacy",
    ),
    (
        "Le ministre de la Défense inspecte les troupes",
        "L'armée de terre reçoit des missiles et prépare des exercices militaires.",
        "defence",
    ),
    (
        "Second tour : les bureaux de vote ont fermé",
        "Les électeurs ont voté ; la commission électorale dépouille le scrutin.",
        "elections",
    ),
    (
        "Un accord de paix paraphé",
        "Les pourparlers de paix et la délimitation de la frontière avancent.",
        "peace",
    ),
    (
        "Le gazoduc livrera du gaz naturel",
        "La centrale nucléaire et les éoliennes fourniront l'électricité.",
        "energy",
    ),
    (
        "Les exportations progressent",
        "Les droits de douane baissent, la balance commerciale s'améliore.",
        "trade",
    ),
    (
        "La ligne à grande vitesse ouvre",
        "Les trains relieront l'aéroport ; le fret ferroviaire suivra.",
        "transport",
    ),
    (
        "Des migrants secourus en mer",
        "Les réfugiés, demandeurs d'asile, ont été débarqués par des passeurs.",
        "migration",
    ),
    (
        "Amnesty International dénonce la torture",
        "Les prisonniers politiques et la liberté d'expression inquiètent les ONG.",
        "human-rights",
    ),
    (
        "La diaspora se mobilise",
        "Les communautés de la diaspora et les binationaux rêvent de rapatriement.",
        "diaspora",
    ),
    (
        "Un film primé au festival",
        "L'actrice et le réalisateur ont présenté leur film, salué au cinéma.",
        "culture",
    ),
    (
        "Le procès s'ouvre devant la cour d'assises",
        "L'accusé, mis en examen pour meurtre, a été jugé par le tribunal.",
        "justice",
    ),
    (
        "Un séisme de magnitude 6 fait des victimes",
        "Les secouristes fouillent les décombres après le tremblement de terre.",
        "disaster",
    ),
    (
        "La Bourse recule",
        "Les investisseurs craignent l'inflation ; la Banque centrale relève ses taux d'intérêt.",
        "economy",
    ),
    (
        "Les lycéens passent le baccalauréat",
        "Les élèves et leurs enseignants retrouvent l'école pour les examens.",
        "education",
    ),
    (
        "Le réchauffement climatique menace la biodiversité",
        "La déforestation et la pollution détruisent les espèces.",
        "environment",
    ),
    (
        "L'hôpital manque de vaccins",
        "Les médecins soignent les patients touchés par l'épidémie de rougeole.",
        "health",
    ),
    (
        "La grève continue",
        "Les syndicats et les salariés refusent les licenciements et le plan social.",
        "labour",
    ),
    (
        "Où partir en vacances",
        "Les touristes aiment les hôtels, la randonnée et les restaurants de l'île.",
        "lifestyle",
    ),
    (
        "Le gouvernement survit à la motion de censure",
        "Les députés de l'opposition et le Premier ministre ont débattu au parlement.",
        "politics",
    ),
    (
        "Le pape reçoit les évêques",
        "L'Église et les fidèles prient pour le catholicos à la cathédrale.",
        "religion",
    ),
    (
        "La sonde s'est posée sur la Lune",
        "Les scientifiques et les astronautes étudient la planète depuis le laboratoire.",
        "science",
    ),
    (
        "La pauvreté et les inégalités progressent",
        "Les sans-abri, les personnes âgées et le handicap préoccupent les bénévoles.",
        "society",
    ),
    (
        "Les Lions gagnent en finale de la Coupe",
        "Le club et ses joueurs ont battu l'équipe adverse au stade.",
        "sport",
    ),
    (
        "Les bombardements reprennent sur la ligne de front",
        "Les frappes, l'offensive des rebelles et la guerre font fuir les civils.",
        "conflict",
    ),
    (
        "Vigilance orange : orages et rafales",
        "Météo-France annonce des averses, du brouillard et des températures basses.",
        "weather",
    ),
    (
        "Un patrimoine mondial restauré",
        "L'Unesco salue les vestiges, le monument médiéval et le site archéologique.",
        "heritage",
    ),
]


@pytest.mark.parametrize(("title", "body", "expected"), THEMES, ids=[row[2] for row in THEMES])
def test_each_theme_by_its_words(title, body, expected):
    assert themes(title, body)[0] == expected


def test_a_german_election_by_its_own_words():
    body = "Die Wahlbeteiligung war hoch. Die Wähler gaben ihre Zweitstimme ab, es war knapp."
    assert themes("Bundestagswahl: die Sitzverteilung", body, "de") == ["elections"]


def test_a_demonym_is_no_weapon():
    found = labels("Le village", "Les Arméniens d'Arménie aiment le village arménien.").themes
    assert "conflict" not in [entry.id for entry in found if entry.mentions]


def test_near_misses_say_nothing():
    assert "sport" not in themes("La course à la présidence", "La course contre la montre continue au sénat.")


def test_the_seventeen_root_subjects_are_there_with_their_shelves():
    table = taxonomy().themes
    assert sorted(table.roots) == [f"{number:02d}000000" for number in range(1, 18)]
    assert all(len(theme.medtop_root) == 8 for theme in table.themes)


def test_french_and_english_forms():
    irregular = books()[0].irregular
    assert inflected("turc", irregular) == ("turc", "turque", "turcs", "turques")
    assert inflected("sud-coréen") == ("sud-coréen", "sud-coréens", "sud-coréenne", "sud-coréennes")
    assert plural("Polish") == ("Polish",)


@given(st.text(max_size=300))
def test_normal_text_keeps_every_place(text):
    assert len(normal(text)) == len(text)
    assert len(masked(text)) == len(text)


@given(st.text(max_size=200), st.text(max_size=400))
def test_any_text_gets_labels_whose_evidence_is_in_it(title, body):
    found = labels(title, body)
    assert found == labels(title, body)
    for entry in (*found.countries, *found.themes):
        assert 0 <= entry.score <= 1
        for mention in entry.mentions:
            assert mention.surface in f" {title} \n {body} "


def test_a_huge_line_is_read_in_bounded_time():
    start = time.perf_counter()
    labels("Essai", "Arménie (" * 500_000)
    assert time.perf_counter() - start < 5


def test_the_taxonomy_is_ready_at_once():
    start = time.process_time()
    compile_taxonomy(*books())
    assert time.process_time() - start < 2, "some tenths of a second of work, whatever else the machine does"


def test_metadata_without_anything_is_read_too():
    assert classify(metadata(), cleaned(), taxonomy()).countries == ()


@pytest.mark.parametrize(
    ("title", "body", "unsaid"),
    [
        ("Saint-Brévin : la passerelle reste fermée", "Elle ne rouvrira pas avant Pâques.", "religion"),
        ("Un pont remplacera le bac", "Le vieux bac fera sa dernière traversée en janvier.", "education"),
        ("Le loyer des commerces s'élève encore", "Il est plus élevé sur le port.", "education"),
        ("", "", "science"),
    ],
)
def test_a_name_or_a_word_of_many_meanings_or_none_at_all_is_no_theme(title, body, unsaid):
    assert unsaid not in [theme.id for theme in labels(title, body).themes]


@pytest.mark.parametrize(
    ("title", "body", "said"),
    [
        ("Noël : la messe de minuit fait le plein", "Les fidèles sont venus à la cathédrale.", "religion"),
        ("Le bac commence lundi", "Les lycéens passent les épreuves du bac.", "education"),
    ],
)
def test_a_word_of_many_meanings_tells_a_theme_in_company(title, body, said):
    assert labels(title, body).themes[0].id == said


@pytest.mark.parametrize(
    ("title", "body", "country"),
    [
        (
            "La maternité de Tréhou rouvre",
            "Le centre hospitalier intercommunal a un médecin venu du Sénégal. La mairie s'en félicite.",
            "FR",
        ),
        (
            "Tempête Ignace : le point",
            "Enedis mobilise ses équipes, dont une venue de Belgique. Le préfet a fermé les écoles.",
            "FR",
        ),
        (
            "Le pont de Lunay est fermé",
            "Le bourgmestre et ses échevins ont vu un ingénieur norvégien.",
            "BE",
        ),
        (
            "Un ministre au Sénégal",
            "Le préfet et la gendarmerie l'ont reçu au Sénégal, devant la mairie.",
            "SN",
        ),
        ("Le pont de Lunay", "Un ingénieur norvégien a vu la mairie.", "NO"),
    ],
)
def test_several_offices_tell_a_country_that_nobody_names(title, body, country):
    assert countries(title, body)[:1] == [country]
