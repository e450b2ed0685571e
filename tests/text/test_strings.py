import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.text.addresses import host_of, is_share, safe_address, share_target, untracked
from sitegen.text.fold import fold
from sitegen.text.markdown import images, links, plain
from sitegen.text.names import is_person, tidy
from sitegen.text.recase import in_capitals, names_in, sentence_case
from sitegen.text.sentences import sentences
from sitegen.text.slug import name_slug, slug


@given(st.text(max_size=400))
def test_folding_keeps_length(text):
    assert len(fold(text)) == len(text)


@given(st.text(alphabet="ÀÉÎÖÛŒÆÇéèêàù’‘–— \u00a0\u202fAbcZ\tİß", min_size=150, max_size=400))
def test_folding_is_the_same_for_long_and_short_texts(text):
    assert fold(text) == "".join(fold(char) for char in text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("L’œuvre d’Arménie : 3 « clés »", "l-oeuvre-d-armenie-3-cles"),
        ("Straße & Brücke", "strasse-et-brucke"),
        ("Bakı — Şuşa", "baki-susa"),
        ("Հայաստան", ""),
        ("", ""),
    ],
)
def test_slugs(text, expected):
    assert slug(text) == expected


@given(st.text(max_size=300))
def test_slugs_are_safe_in_addresses(text):
    made = slug(text)
    assert len(made) <= 80
    assert all(char.isascii() and (char.isalnum() or char == "-") for char in made)
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert made == made.lower()


def test_names_in_other_scripts_have_slugs_of_their_own():
    names = ("الجزيرة", "الأهرام", "الجزيرة 24", "Известия", "Le Courrier", "Le Courrier d'Alger")
    made = [name_slug(name) for name in names]
    assert len(set(made)) == len(names)
    assert made[-2:] == ["le-courrier", "le-courrier-d-alger"]
    assert all(char.isascii() and (char.isalnum() or char == "-") for one in made for char in one)
    assert name_slug("الجزيرة") == name_slug(" الجزيرة ")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("M. Petit est venu. Il repart.", ["M. Petit est venu.", "Il repart."]),
        ("Il pèse 3.5 kg. « Bien. » Elle sourit.", ["Il pèse 3.5 kg.", "« Bien. »", "Elle sourit."]),
        ("J. R. Dupont arrive… Où va-t-il ? Loin !", ["J. R. Dupont arrive…", "Où va-t-il ?", "Loin !"]),
        ("Voir l'art. 5 du code. Fin.", ["Voir l'art. 5 du code.", "Fin."]),
        ("", []),
    ],
)
def test_sentences(text, expected):
    assert sentences(text, {"m", "art"}) == expected


@given(st.text(alphabet="abA. !?…»«\u00a0é\n", max_size=200))
def test_sentences_lose_nothing_but_spaces(text):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())


def test_capitals_are_recased_with_the_names_of_the_text():
    names = names_in(
        ["Hier, la ville de Bréval a reçu Anne-Lise Roux et le maire. Le Maire sortant de Bréval."]
    )
    assert sentence_case("LE MAIRE DE BRÉVAL REÇOIT ANNE-LISE ROUX À L'ONU", names, {"ONU"}) == (
        "Le maire de Bréval reçoit Anne-Lise Roux à l'ONU"
    )


def test_the_letter_of_a_road_is_no_name():
    names = names_in(["Ils ont coupé la route, puis l'A7 et la B12, dans les deux sens."])
    assert sentence_case("FEU À L'ENTRÉE DE L'A7", names) == "Feu à l'entrée de l'A7"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("LE PONT DE VALMONT", True), ("Le pont de l'ONU", False), ("ONU", False), ("1234", False)],
)
def test_lines_in_capitals(text, expected):
    assert in_capitals(text) is expected


@pytest.mark.parametrize(
    "name",
    [
        "Inès de La Tour",
        "Jean-Luc Martin",
        "Tom van Dyke",
        "J. R. Dupont",
        "Anne O’Neill",
        "Jeanne d’Exemple",
        "Анна Лебедева",
    ],
)
def test_names_of_people(name):
    assert is_person(name)


@pytest.mark.parametrize(
    "text",
    [
        "Le ministre",
        "lire plus",
        "Valmont",
        "Pont 2024",
        "La Tour",
        "Un Deux Trois Quatre Cinq Six Sept",
        "Anne: Roux",
        "",
    ],
)
def test_what_is_no_name(text):
    assert not is_person(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (" JEAN-LUC  MARTIN, ", "Jean-Luc Martin"),
        ("Anne Petit.", "Anne Petit"),
        ("ANNE DE LA TOUR", "Anne de la Tour"),
    ],
)
def test_names_tidied(text, expected):
    assert tidy(text) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a?utm_source=x&id=3#top", "https://example.org/a?id=3"),
        ("https://example.org/a?fbclid=1&gclid=2", "https://example.org/a"),
        ("https://example.org/?p=12", "https://example.org/?p=12"),
        ("https://example.org/a", "https://example.org/a"),
    ],
)
def test_tracking_is_taken_off(address, expected):
    assert untracked(address) == expected


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "http://",
        "https://a b.org/",
        "https://exa\nmple.org",
        'https://example.org/"x',
        "https://localhost/",
        "https://u:p@example.org/",
        "https://[::1",
        "HTTPS://.org",
        "https://example.org:99999999/",
    ],
)
def test_addresses_that_are_not_linked(address):
    assert safe_address(address) == ""


@given(st.text(max_size=200))
def test_no_text_makes_addresses_fail(text):
    for address in (text, f"https://{text}", f"https://x.com/share?url={text}"):
        safe_address(address)
        host_of(address)
        untracked(address)
        share_target(address)


def test_share_links():
    address = "https://www.linkedin.com/shareArticle?mini=true&url=https%3A%2F%2Fexample.org%2Fpont%2F&title=Un%20pont"
    assert is_share(address)
    assert share_target(address) == "https://example.org/pont/"
    assert not is_share("https://example.org/share/facebook")
    assert share_target("https://x.com/share?text=Bonjour") == ""


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("## [Le **titre**](https://example.org 'x') #", "Le titre"),
        ("* [![Logo](a.png) Le Fil](https://example.org)", "Le Fil"),
        ("![](a.png)", ""),
        ("3. Mai 2024", "3. Mai 2024"),
        ("*« Bien »*, dit-il_elle", "« Bien », dit-il_elle"),
        ("<!--StartFragment-->Texte<br>", "Texte"),
        ("Ni\u00adce", "Nice"),
    ],
)
def test_markdown_as_read(source, expected):
    assert plain(source) == expected


def test_links_and_images():
    assert links('[Un [pont]](x) [Le Fil](https://example.org/a_(b) "t")') == [
        ("Le Fil", "https://example.org/a_(b)")
    ]
    assert images("![Un pont](a.png 'x') ![](b.png)") == [("Un pont", "a.png"), ("", "b.png")]
    assert images("![Un pont](pont_(1).jpg) ![](b(c.png)") == [("Un pont", "pont_(1).jpg"), ("", "b(c.png")]
    assert images('![](a.png "Avant (2019)") ![](mon pont.png)') == [("", "a.png"), ("", "mon pont.png")]
    assert plain("![](b(c.png) et (une note) encore)") == "et (une note) encore)"


def test_hostile_lines_take_linear_time():
    for text in ("[" * 100_000, "![" * 50_000, "<" * 100_000, "[a](" * 50_000, "*" * 100_000, "#" * 100_000):
        plain(text[:4000])
        links(text[:4000])
