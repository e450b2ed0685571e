"""A small digest made by hand: shelves of every kind, one of them empty, and an undated item."""

import datetime as dt
from zoneinfo import ZoneInfo

from msgspec.structs import replace

from sitegen.config.site import SiteConfig
from sitegen.feed import Edition, Picture
from sitegen.model import Article, Body, Collection, Site, Source, Term
from tests.render.worlds import strings

PARIS = ZoneInfo("Europe/Paris")

CONFIG = SiteConfig(
    title="Revue d’essai",
    description="Une revue pour les tests",
    base_url="https://revue.example.org",
    publisher="L’équipe",
    rights="Les textes restent à leurs auteurs",
    hub="https://hub.example.org/",
)

TERMS = {
    ("country", "AM"): Term(
        "country", "AM", "Arménie", "/pays/armenie/", "AM", "https://www.iso.org/iso-3166-country-codes.html"
    ),
    ("country", "FR"): Term("country", "FR", "France", "/pays/france/", "FR"),
    ("theme", "sport"): Term(
        "theme", "sport", "Sport", "/themes/sport/", "15000000", "https://cv.iptc.org/newscodes/mediatopic/"
    ),
    ("theme", "culture"): Term("theme", "culture", "Arts & culture", "/themes/culture/", "01000000"),
}


def make_article(number=0, **changes):
    day = dt.date(2025, 1, 1) + dt.timedelta(days=number // 2)
    article = Article(
        id=f"{number * 0x9E3779B97F4A7C15 % 2**64:016x}",
        path=f"content/articles/{number:04}.md",
        title=f"Titre numéro {number}",
        date=day,
        published=None,
        updated=None,
        authors=("Rédaction",),
        source=Source("Agence d’exemple", "https://agence.example.org"),
        link=f"https://agence.example.org/{number}",
        language="fr",
        tags=("essai",),
        summary=f"Le résumé de l’article {number}.",
        image=None,
        countries=("AM",),
        themes=("sport",),
        words=120,
        publish="full",
        indexed=True,
        inferred=(),
        aliases=(),
        slug=f"titre-{number}",
        digest=f"{number:032x}",
    )
    return replace(article, **changes)


def make_body(article):
    html = f'<p>Texte de <em>{article.slug}</em>, <a href="/pays/armenie/">voir</a>.</p>\n<p>Fin.</p>'
    return Body(html=html, markdown=f"Texte de *{article.slug}*, [voir](/pays/armenie/).\n\nFin.")


def make_site(articles, *, terms=TERMS):
    """The articles, given newest first, on shelves of every kind."""

    def shelf(kind, key, name, url, keep):
        return Collection(kind, key, name, url, tuple(item for item in articles if keep(item)))

    shelves = (
        shelf("site", (), "Accueil", "/", lambda _: True),
        shelf("country", ("AM",), "Arménie", "/pays/armenie/", lambda a: "AM" in a.countries),
        shelf("country", ("FR",), "France", "/pays/france/", lambda a: "FR" in a.countries),
        shelf("theme", ("sport",), "Sport", "/themes/sport/", lambda a: "sport" in a.themes),
        shelf("theme", ("culture",), "Arts & culture", "/themes/culture/", lambda a: "culture" in a.themes),
        shelf(
            "country-theme",
            ("AM", "sport"),
            "Arménie : sport",
            "/pays/armenie/sport/",
            lambda a: "AM" in a.countries and "sport" in a.themes,
        ),
        shelf(
            "source",
            ("agence.example.org",),
            "Agence d’exemple",
            "/sources/agence/",
            lambda a: a.source is not None,
        ),
        shelf(
            "group",
            ("caucase-du-sud",),
            "Caucase du Sud",
            "/regions/caucase-du-sud/",
            lambda a: "AM" in a.countries,
        ),
        shelf(
            "selection",
            ("caucase-sans-sport",),
            "Caucase sans le sport",
            "/selections/caucase-sans-sport/",
            lambda a: "sport" not in a.themes,
        ),
        shelf(
            "month",
            ("2025", "01"),
            "Janvier 2025",
            "/archives/2025/01/",
            lambda a: bool(a.date) and a.date.month == 1,
        ),
    )
    routes = {
        item.id: f"/articles/{item.date:%Y/%m}/{item.slug}/"
        if item.date
        else f"/articles/sans-date/{item.slug}/"
        for item in articles
    }
    return Site(tuple(articles), shelves, routes, terms)


def make_edition(articles, **changes):
    values = {"site": make_site(articles), "config": CONFIG, "version": "1", "as_of": dt.date(2025, 3, 1)}
    values.update(changes)
    return Edition(**{"strings": strings(values["config"].language), **values})


def bodies_of(articles):
    return {article.id: make_body(article) for article in articles}


def pictures_of(*known):
    """The one image of the tests, described."""
    return {"/images/a.jpg": Picture("/images/a.jpg", *known)}
