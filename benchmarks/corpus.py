# ruff: noqa: E501 - templates and sentences read best unbroken
"""Made-up French news as pasted from web pages, the same for the same number: article i never changes with n."""

import random
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

_COUNTRIES = {
    "Arménie": "arménien", "Géorgie": "géorgien", "France": "français", "Japon": "japonais", "Brésil": "brésilien",
    "Maroc": "marocain", "Canada": "canadien", "Liban": "libanais", "Grèce": "grec", "Kenya": "kényan",
    "Chili": "chilien", "Norvège": "norvégien", "Vietnam": "vietnamien", "Sénégal": "sénégalais",
}  # fmt: skip
_THEMES = {
    "économie": ("le budget", "la croissance", "le commerce extérieur", "une banque publique", "l'inflation"),
    "santé": ("l'hôpital", "la vaccination", "une clinique", "le personnel soignant", "une épidémie de grippe"),
    "sport": ("le championnat", "la sélection nationale", "un entraîneur", "la finale", "le stade"),
    "environnement": ("la forêt", "la qualité de l'air", "une réserve naturelle", "le climat", "la biodiversité"),
    "culture": ("le musée", "un festival de cinéma", "la bibliothèque", "une exposition", "l'orchestre"),
    "justice": ("le tribunal", "un procès en appel", "la cour suprême", "une enquête", "le parquet"),
}  # fmt: skip
_VERBS = (
    "a étudié",
    "a renforcé",
    "a décrit",
    "a reçu",
    "a visité",
    "a défendu",
    "a mesuré",
    "a ouvert",
    "a préparé",
)
_WHO = ("Le ministère", "Un comité d'experts", "La mairie", "Une association de quartier", "Le gouvernement",
        "La commission parlementaire", "Un syndicat", "L'université", "Le conseil régional")  # fmt: skip
_WHEN = (
    "au début du mois",
    "à la fin de l'été",
    "pendant trois jours",
    "avant la pause",
    "à l'issue des débats",
)
_WHY = ("afin de réunir les habitants autour d'un projet commun", "pour répondre aux demandes des familles",
        "sans attendre l'avis des spécialistes", "alors que les moyens manquent encore",
        "ce qui devrait occuper les services jusqu'au printemps")  # fmt: skip
_FIRST = ("Lina", "Paul", "Zoé", "Marc", "Anouk", "Hugo", "Nora", "Luc")
_SYLLABLES = ("ba", "lor", "ven", "ti", "mar", "sou", "ga", "rin", "do", "el")
_HEAD = ("Menu", "Se connecter", "S'abonner", "Accueil > Actualités", "Partager sur Facebook", "Partager sur LinkedIn",
         "Temps de lecture : 3 min")  # fmt: skip
_TAIL = ("Partager cet article", "Lire aussi", "Inscrivez-vous à notre newsletter", "Mentions légales",
         "Gérer mes cookies", "Tous droits réservés", "Laisser un commentaire")  # fmt: skip
_MONTHS = ("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
           "novembre", "décembre")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Piece:
    """One article: its name, and what a generator that cannot read must be told."""

    name: str
    title: str
    day: str
    country: str
    theme: str
    body: str

    def source(self) -> str:
        """The file for us: a title, and the page as pasted; day, country and theme stand in the text."""
        return f'---\ntitle: "{self.title}"\ndate: {self.day}\n---\n\n{self.body}\n'

    def labelled(self) -> str:
        """The file for Hugo: the same text, with everything declared."""
        labels = f'countries: ["{self.country}"]\nthemes: ["{self.theme}"]\n'
        return f'---\ntitle: "{self.title}"\ndate: {self.day}\n{labels}---\n\n{self.body}\n'


def piece(number: int) -> Piece:
    """The article of this number."""
    dice = random.Random(f"sitegen-{number}")  # noqa: S311  made-up texts, no secret
    country, adjective = dice.choice(list(_COUNTRIES.items()))
    theme, things = dice.choice(list(_THEMES.items()))
    year, month, day = dice.randint(2018, 2025), dice.randint(1, 12), dice.randint(1, 28)
    town, person = _name(dice), f"{dice.choice(_FIRST)} {_name(dice)}"
    title = f"{country} : {dice.choice(things)} au cœur des échanges à {town}"
    paragraphs = [
        " ".join(_sentence(dice, country, adjective, things, town, person) for _ in range(dice.randint(2, 5)))
        for _ in range(dice.randint(8, 18))
    ]
    if dice.random() < 0.5:  # noqa: PLR2004  every other article has a heading and a list
        paragraphs.insert(4, f"## Ce que prévoit {dice.choice(things)}")
        paragraphs.insert(
            6, "\n".join(f"- {_sentence(dice, country, adjective, things, town, person)}" for _ in range(3))
        )
    dated = f"Publié le {day} {_MONTHS[month - 1]} {year}"
    head = [*dice.sample(_HEAD, 4), f"# {title}", dated, f"Par {person}"]
    text = "\n\n".join([*head, *paragraphs, *dice.sample(_TAIL, 5)])
    return Piece(f"{number:06}-{_plain(town)}", title, f"{year}-{month:02}-{day:02}", country, theme, text)


def page(number: int) -> str:
    """A page of a site of its own as pasted: the article among 120 lines that no other page has."""
    dice = random.Random(f"page-{number}")  # noqa: S311  made-up texts, no secret
    story = piece(number)
    body = story.body.split(f"# {story.title}", 1)[1].strip().split("\n\n")
    words = [_name(dice) for _ in range(60)]

    def headline() -> str:
        thing, who, verb = (
            dice.choice(dice.choice(list(_THEMES.values()))),
            dice.choice(_WHO),
            dice.choice(_VERBS),
        )
        shapes = (
            f"{dice.choice(words)} : {who.lower()} {verb} {thing}",
            f"{who} de {dice.choice(words)} {verb} {thing} {dice.choice(_WHEN)}",
            f"{dice.choice(_FIRST)} {dice.choice(words)}, une vie pour {thing}",
        )
        return dice.choice(shapes)

    def stamp() -> str:
        clock = f"{dice.randint(0, 23)}h{dice.randint(10, 59)}"
        return f"{dice.choice(words)}, le {dice.randint(1, 28)} {dice.choice(_MONTHS)} 2024 à {clock}"

    menu = [" ".join(dice.sample(words, dice.randint(1, 3))) for _ in range(30)]
    news = [line for _ in range(16) for line in (headline(), stamp())]
    more = [line for _ in range(10) for line in (f"Lire aussi : {headline()}", headline())]
    foot = [
        f"{dice.choice(('Contacter', 'Mentions légales', 'Abonnement', 'Cookies', '©'))} {word}"
        for word in dice.sample(words, 20)
    ]
    name = dice.choice(words)
    return "\n".join([f"Le Courrier de {name}", *menu, *news, story.title, stamp(), *body, *more, *foot])


def _sentence(
    dice: random.Random, country: str, adjective: str, things: tuple[str, ...], town: str, person: str
) -> str:
    thing, who, verb = dice.choice(things), dice.choice(_WHO), dice.choice(_VERBS)
    shapes = (
        f"{who} {verb} {thing} {dice.choice(_WHEN)}, {dice.choice(_WHY)}.",
        f"À {town}, {thing} reste au centre des discussions, {dice.choice(_WHY)}.",
        f"« Nous voulons que {thing} serve à tous », explique **{person}**, qui travaille à {town} depuis longtemps.",
        f"Le projet {adjective} compte {dice.randint(3, 900)} participants venus de plusieurs régions du pays.",
        f"{who} {verb} {thing}, d'après [un rapport](https://rapport.example.org/{dice.randint(1, 999)}) rendu en {country}.",
    )
    return dice.choice(shapes)


def _name(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(3)).capitalize()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


SITE = 'title = "Banc d\'essai"\nbase_url = "https://banc.example.org"\nas_of = 2026-01-01\n'


def write_own(folder: Path, count: int, files: Mapping[str, str], text: Callable[[Piece], str]) -> list[Path]:
    """A generator's own files and the articles as it wants them in an empty folder; the articles' files in order."""
    articles = folder / "content" / "articles"
    articles.mkdir(parents=True)
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, "utf-8")
    made = []
    for number in range(count):
        one = piece(number)
        made.append(articles / f"{one.name}.md")
        made[-1].write_text(text(one), "utf-8")
    return made


def write_site(folder: Path, count: int) -> list[Path]:
    """A site of this many articles in an empty folder; its articles' files, oldest number first."""
    return write_own(folder, count, {"content/site.toml": SITE}, Piece.source)
