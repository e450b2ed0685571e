"""The few words that feeds add of their own."""

from msgspec import Struct


class Words(Struct, frozen=True):
    """One language's words; ``{source}`` and ``{name}`` stand for names."""

    source: str
    read_on: str
    read_original: str
    about: str
    all_feeds: str
    kinds: dict[str, str]
    css_note: str


WORDS: dict[str, Words] = {
    "fr": Words(
        source="Source : ",
        read_on="Lire l’article entier sur {source}",
        read_original="Lire l’article d’origine",
        about="Les articles de la rubrique « {name} »",
        all_feeds="Tous les flux",
        kinds={
            "site": "Tout le site",
            "selection": "Sélections",
            "group": "Régions",
            "country": "Pays",
            "theme": "Thèmes",
            "country-theme": "Pays et thèmes",
            "source": "Sources",
        },
        css_note="Ceci est un flux : pour vous abonner, copiez son adresse dans votre lecteur de flux.",
    ),
    "en": Words(
        source="Source: ",
        read_on="Read the whole article on {source}",
        read_original="Read the original article",
        about="Articles filed under “{name}”",
        all_feeds="All feeds",
        kinds={
            "site": "Whole site",
            "selection": "Selections",
            "group": "Regions",
            "country": "Countries",
            "theme": "Themes",
            "country-theme": "Countries and themes",
            "source": "Sources",
        },
        css_note="This is a web feed: copy this page’s address into your feed reader to subscribe.",
    ),
}
