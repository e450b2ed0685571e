"""Words that look like a country and are none, and the other way round: each trap in both directions."""

import pytest

from tests.classify.taxonomy import books, named

SAYS = [
    # text, language, country
    ("La Géorgie a élu un nouveau parlement.", "fr", "GE"),
    ("Les électeurs d'Atlanta, en Géorgie, ont attendu des heures.", "fr", "US"),
    ("Georgia and Armenia share the river, Tbilisi says.", "en", "GE"),
    ("Voters in Georgia and Pennsylvania will decide.", "en", "US"),
    ("The governor of Georgia signed the bill.", "en", "US"),
    ("Le Niger ferme son ambassade.", "fr", "NE"),
    ("Le Nigeria ferme son ambassade.", "fr", "NG"),
    ("Le Nigéria ferme son ambassade.", "fr", "NG"),
    ("Un ministre nigérien est arrivé.", "fr", "NE"),
    ("Deux villages nigériens sont inondés.", "fr", "NE"),
    ("Une romancière nigériane est primée.", "fr", "NG"),
    ("Les pêcheurs du delta du Niger réclament de l'eau.", "fr", "NG"),
    ("La Guinée-Bissau vote.", "fr", "GW"),
    ("La Guinée équatoriale vote.", "fr", "GQ"),
    ("La Papouasie-Nouvelle-Guinée vote.", "fr", "PG"),
    ("En Guinée, Conakry manque d'eau.", "fr", "GN"),
    ("La République du Congo signe.", "fr", "CG"),
    ("La République démocratique du Congo signe.", "fr", "CD"),
    ("La RDC signe avec ses voisins.", "fr", "CD"),
    ("Au Congo-Brazzaville, le fleuve monte.", "fr", "CG"),
    ("La Corée du Nord a tiré.", "fr", "KP"),
    ("La Corée du Sud a protesté.", "fr", "KR"),
    ("L'armée nord-coréenne défile.", "fr", "KP"),
    ("Le parlement sud-coréen vote.", "fr", "KR"),
    ("Jordan reopened its border.", "en", "JO"),
    ("La Jordanie rouvre sa frontière.", "fr", "JO"),
    ("Chad closed its border.", "en", "TD"),
    ("Le Tchad ferme sa frontière.", "fr", "TD"),
    ("L'île Maurice attend le cyclone.", "fr", "MU"),
    ("La France attend la pluie.", "fr", "FR"),
    ("Cuba attend la pluie.", "fr", "CU"),
    ("Le cyclone touche la Dominique.", "fr", "DM"),
    ("La République dominicaine attend le cyclone.", "fr", "DO"),
    ("Le cyclone touche la Grenade.", "fr", "GD"),
    ("Turkey raised its rates.", "en", "TR"),
    ("Oman accueille les pourparlers.", "fr", "OM"),
    ("Les troupes US quittent la base.", "fr", "US"),
    ("The UK will sign on Monday.", "en", "GB"),
    ("The U.S. will sign on Monday.", "en", "US"),
    ("Paris rappelle son ambassadeur.", "fr", "FR"),
    ("Le gouvernement français signe.", "fr", "FR"),
    ("Le Français a gagné l'étape.", "fr", "FR"),
    ("Le japonais Toyota rappelle ses voitures.", "fr", "JP"),
    ("Le Japon a protesté.", "fr", "JP"),
    ("Le Soudan du Sud attend la paix.", "fr", "SS"),
    ("La Nouvelle-Zélande vote.", "fr", "NZ"),
    ("L'Irlande du Nord vote.", "fr", "GB"),
    ("Bakou dément, le Kremlin se tait.", "fr", "AZ"),
    ("Bakou dément, le Kremlin se tait.", "fr", "RU"),
    ("La coopération arméno-américaine progresse.", "fr", "AM"),
    ("La coopération arméno-américaine progresse.", "fr", "US"),
    ("Les liens maroco-espagnols se renforcent.", "fr", "MA"),
    ("Le sommet sino-russe s'ouvre.", "fr", "CN"),
    ("Nikol Pachinian s'est exprimé.", "fr", "AM"),
    ("Les #Arméniens d'#Erevan attendent.", "fr", "AM"),
    ("L\u2019Arm\u00e9nie et l\u2019Iran ont sign\u00e9.", "fr", "AM"),
    ("Les \u00c9tats\u2011Unis et la C\u00f4te\u00a0d\u2019Ivoire ont sign\u00e9.", "fr", "US"),
    ("Les \u00c9tats\u2011Unis et la C\u00f4te\u00a0d\u2019Ivoire ont sign\u00e9.", "fr", "CI"),
    ("Le Haut-Karabagh se vide.", "fr", "karabagh"),
    ("Des convois quittent Stepanakert.", "fr", "karabagh"),
    ("Le Nakhitchevan attend le train.", "fr", "nakhitchevan"),
    ("L'Abkhazie manque de courant.", "fr", "abkhazie"),
    ("Le Kosovo attend ses visas.", "fr", "XK"),
    ("L'OTAN se réunit.", "fr", "otan"),
    ("L'Union européenne se réunit.", "fr", "ue"),
    ("Les Pays-Bas votent.", "fr", "NL"),
    ("LE MINISTRE AZERBAÏDJANAIS EST ARRIVÉ MARDI", "fr", "AZ"),
    ("L'ARMÉNIE A SIGNÉ MARDI", "fr", "AM"),
    ("Une banque suisse ferme.", "fr", "CH"),
    ("La police argentine enquête.", "fr", "AR"),
    ("Le Libéria vote.", "fr", "LR"),
    ("Le Liban vote.", "fr", "LB"),
    ("Les villages du Akkar comptent leurs morts.", "fr", "LB"),
    ("À New York, le métro de Brooklyn est à l'arrêt.", "fr", "US"),
    ("Les combats ont repris près de Goma, dans le Masisi.", "fr", "CD"),
    ("Au Cachemire, les vergers ont gelé.", "fr", "IN"),
    ("Lourenço reçoit ses voisins mardi.", "fr", "AO"),
    ("Fighting reached Renk, in South Sudan.", "en", "SS"),
    ("La chapelle de Koné, en province Nord, rouvre.", "fr", "NC"),
    ("Bainimarama leaves parliament.", "en", "FJ"),
    ("The Oval Office declined to answer.", "en", "US"),
    ("L'Irak proteste.", "fr", "IQ"),
    ("L'Iran proteste.", "fr", "IR"),
    ("Le Cap-Vert vote.", "fr", "CV"),
    ("Un cargo grec attend au large.", "fr", "GR"),
    ("Les paysans dominiquais replantent.", "fr", "DM"),
    ("Le président dominicain est reçu.", "fr", "DO"),
    ("À Santiago de los Caballeros, l'usine rouvre.", "fr", "DO"),
    ("Bombay attend la mousson.", "fr", "IN"),
    ("Un policier a été blessé à La Réunion.", "fr", "RE"),
    ("Les îles Anglo-Normandes, dont Jersey, votent.", "fr", "JE"),
    ("Les îles Salomon votent.", "fr", "SB"),
    ("Le président nigérien reçoit un émissaire nigérian.", "fr", "NE"),
    ("Le président nigérien reçoit un émissaire nigérian.", "fr", "NG"),
    ("Un navire équato-guinéen est saisi.", "fr", "GQ"),
    ("Kyrgyz miners went home.", "en", "KG"),
    ("Pilots learn French manoeuvres.", "en", "FR"),
    ("The Ukrainian president spoke.", "en", "UA"),
    ("Un soldat ukrainien est rentré.", "fr", "UA"),
]

SILENT = [
    # text, language, country that it must not give
    ("La Géorgie et l'Alabama votent.", "fr", "GE"),
    ("Le Nigeria ferme son ambassade.", "fr", "NE"),
    ("Le Niger ferme son ambassade.", "fr", "NG"),
    ("Une romancière nigériane est primée.", "fr", "NE"),
    ("Un ministre nigérien est arrivé.", "fr", "NG"),
    ("Les pêcheurs du delta du Niger réclament de l'eau.", "fr", "NE"),
    ("La Guinée-Bissau vote.", "fr", "GN"),
    ("La Guinée équatoriale vote.", "fr", "GN"),
    ("La Papouasie-Nouvelle-Guinée vote.", "fr", "GN"),
    ("Un cargo brûle dans le golfe de Guinée.", "fr", "GN"),
    ("La République démocratique du Congo signe.", "fr", "CG"),
    ("La Corée du Nord a tiré.", "fr", "KR"),
    ("Le Soudan du Sud attend la paix.", "fr", "SD"),
    ("Jordan a gagné son procès.", "fr", "JO"),
    ("Jordan Dupont scored twice.", "en", "JO"),
    ("Chad a gagné son procès.", "fr", "TD"),
    ("Chad Dupont scored twice.", "en", "TD"),
    ("Maurice a gagné son procès.", "fr", "MU"),
    ("Maurice Dupont a gagné son procès.", "fr", "MU"),
    ("France Gall chantait.", "fr", "FR"),
    ("Il l'a dit à France 24.", "fr", "FR"),
    ("Il l'a dit sur France Inter.", "fr", "FR"),
    ("Cuba Gooding tourne un film.", "fr", "CU"),
    ("Dominique a signé la lettre.", "fr", "DM"),
    ("Une grenade a explosé.", "fr", "GD"),
    ("Une grenade a explosé.", "fr", "ES"),
    ("Il a mangé de la dinde.", "fr", "TR"),
    ("She cooked a turkey for ten.", "en", "TR"),
    ("Omar a signé la lettre.", "fr", "OM"),
    ("Tell us what you know.", "en", "US"),
    ("DITES-LE A US ET A TOUS MARDI", "fr", "US"),
    ("Le New York Times publie la lettre.", "fr", "US"),
    ("Toute l'Amérique latine proteste.", "fr", "US"),
    ("Denzel Washington tourne un film.", "fr", "US"),
    ("Il parle français avec ses voisins.", "fr", "FR"),
    ("Le texte est traduit en français.", "fr", "FR"),
    ("Le français recule à l'école.", "fr", "FR"),
    ("La langue arménienne s'enseigne.", "fr", "AM"),
    ("She speaks Russian.", "en", "RU"),
    ("Learning French in six weeks.", "en", "FR"),
    ("They learn Danish at school.", "en", "DK"),
    ("Russian-speaking residents left.", "en", "RU"),
    ("Le tir s'achève en mer du Japon.", "fr", "JP"),
    ("Deux navires se frôlent en mer de Chine méridionale.", "fr", "CN"),
    ("Le séisme a lieu sous l'océan Indien.", "fr", "IN"),
    ("La réunion est reportée.", "fr", "RE"),
    ("Le chili mijote.", "fr", "CL"),
    ("Nail polish sales rise.", "en", "PL"),
    ("Un [lien](https://exemple.org/armenie-bakou/) suffit.", "fr", "AM"),
    ("Paris Hilton ouvre le bal.", "fr", "FR"),
    ("Le pays a quitté l'accord de Paris.", "fr", "FR"),
    ("Le Libéria vote.", "fr", "LB"),
    ("L'Irak proteste.", "fr", "IR"),
    ("L'Iran proteste.", "fr", "IQ"),
    ("Le Cap-Vert vote.", "fr", "ZA"),
    ("Les paysans dominiquais replantent.", "fr", "DO"),
    ("Le président dominicain est reçu.", "fr", "DM"),
    ("À Santiago de los Caballeros, l'usine rouvre.", "fr", "CL"),
    ("La réunion de lundi est reportée.", "fr", "RE"),
    ("Elle porte un jersey bleu.", "fr", "JE"),
    ("Des toilettes à la turque.", "fr", "TR"),
    ("Un café turc, bien serré.", "fr", "TR"),
    ("Une salade russe et des cornichons.", "fr", "RU"),
    ("Le cochon d'Inde mange du foin.", "fr", "IN"),
    ("La maroquinerie recrute des apprentis.", "fr", "MA"),
    ("Un sac de maroquin rouge.", "fr", "MA"),
    ("Salomon a gagné son procès.", "fr", "SB"),
    ("Un navire équato-guinéen est saisi.", "fr", "GN"),
    ("Le pont de Porto Murtinho est ouvert.", "fr", "PT"),
    ("À La Haye, la Cour pénale internationale a tranché.", "fr", "NL"),
    ("Céleste a gagné la course.", "fr", "UY"),
    ("Dominique et Maurice ouvrent une librairie.", "fr", "MU"),
    ("Dominique et Maurice ouvrent une librairie.", "fr", "DM"),
    ("Ariana et Samara chantent en duo.", "fr", "RU"),
    ("La stratégie pour l'Indo-Pacifique est prête.", "fr", "IN"),
    ("À New York, l'Assemblée générale des Nations unies vote.", "fr", "US"),
    ("The General Assembly meets in New York.", "en", "US"),
    ("The Permanent Court of Arbitration in The Hague will hear both.", "en", "NL"),
    ("Au Cachemire, le Pakistan a rouvert la route.", "fr", "IN"),
    ("À Gaborone, Masisi a reconnu sa défaite.", "fr", "CD"),
    ("The German gearbox maker Renk raised its forecast.", "en", "SS"),
    ("Manu Koné rejoint la Roma.", "fr", "NC"),
    ("L'Italienne Zaynab Dosso gagne sa série.", "fr", "NE"),
    ("La France rend hommage à Victor Schoelcher, au Panthéon.", "fr", "MQ"),
    ("Une toile de Macri est vendue à Milan.", "fr", "AR"),
    ("Moelle et manele : la scène de Bucarest. Manele et rap s'y mêlent.", "fr", "SB"),
    ("Le tournoi s'achève au stade Diego-Maradona.", "fr", "AR"),
]

DATELINES = [
    ("Paris / La Gazette\nLe ministre arménien a été reçu.", {"AM"}),
    ("Genève (AFP) - Le ministre arménien a été reçu.", {"AM"}),
    ("TUNIS, 12 mai (Reuters) - Le ministre arménien a été reçu.", {"AM"}),
    ("BERLIN – Le ministre arménien a été reçu.", {"AM"}),
    ("À Paris, le ministre arménien a été reçu.", {"AM", "FR"}),
]


@pytest.mark.parametrize(("text", "language", "country"), SAYS)
def test_words_that_speak_for_a_country(text, language, country):
    assert country in named(text, language)


@pytest.mark.parametrize(("text", "language", "country"), SILENT)
def test_words_that_do_not(text, language, country):
    assert country not in named(text, language)


@pytest.mark.parametrize(("text", "expected"), DATELINES)
def test_where_a_story_was_filed_is_not_what_it_is_about(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize("rule", books()[0].ambiguous, ids=lambda rule: rule.texts[0])
def test_every_row_with_conditions_proves_itself(rule):
    language = rule.language or "fr"
    assert rule.country in named(rule.match, language)
    assert rule.country not in named(rule.miss, rule.miss_language or language)


@pytest.mark.parametrize("row", books()[0].neutral, ids=lambda row: row.texts[0])
def test_every_neutral_row_proves_itself(row):
    assert row.hides not in named(row.hidden)
    assert row.hides in named(row.shown)


@pytest.mark.parametrize(
    ("text", "language", "countries"),
    [
        ("تونس: إضراب عام في ميناء رادس", "ar", {"TN"}),
        ("وتستورد الجزائر وليبيا بضائع من المغرب، وللعراق حصة", "ar", {"DZ", "LY", "MA", "IQ"}),
        (
            "لبنان وسورية وفلسطين وإسرائيل وأرمينيا وأذربيجان وفرنسا",
            "ar",
            {"LB", "SY", "PS", "IL", "AM", "AZ", "FR"},
        ),
        ("الوضع المالي للمصرف", "ar", set()),
        ("وزیر خارجه ایران در ترکیه", "fa", {"IR", "TR"}),
        ("Հայաստանի վարչապետը Ֆրանսիայում", "hy", {"AM", "FR"}),
        ("Встреча в Армении с делегацией Франции", "ru", {"AM", "FR"}),
        ("Индира Ганди и Малик на Кубани", "ru", set()),
        ("Türkiye ile Ermenistan'ın sınırı", "tr", {"TR", "AM"}),
        ("Ermənistanın Azərbaycanla sülhü, Çingiz", "az", {"AM", "AZ"}),
        ("Österreich und Frankreich", "de", {"AT", "FR"}),
    ],
)
def test_a_text_in_another_language_names_countries_too(text, language, countries):
    assert named(text, language) == countries
