"""Every address of the site: the only place where one is decided."""

from sitegen.model import Article
from sitegen.text.lazily import lazily

HOME = "/"
COUNTRIES = "/pays/"
THEMES = "/themes/"
ARCHIVES = "/archives/"
SOURCES = "/sources/"
REGIONS = "/regions/"
SELECTIONS = "/selections/"
ARTICLES = "/articles/"
UNDATED = "sans-date"

_ADDRESS = lazily(r"/(?:[\w.~%-]+/)*")
MAX_ADDRESS = 300


def is_address(text: str) -> bool:
    """Whether this is a root-relative folder address that stays inside the site."""
    return (
        len(text) <= MAX_ADDRESS
        and bool(_ADDRESS.fullmatch(text))
        and "/../" not in text
        and "/./" not in text
    )


def article_url(article: Article) -> str:
    """The address an article gets when it is published for the first time."""
    when = f"{article.date:%Y/%m}" if article.date else UNDATED
    return f"{ARTICLES}{when}/{article.slug}/"


def country_url(slug: str) -> str:
    """A country's shelf."""
    return f"{COUNTRIES}{slug}/"


def theme_url(slug: str) -> str:
    """A theme's shelf."""
    return f"{THEMES}{slug}/"


def country_theme_url(country: str, theme: str) -> str:
    """A theme within a country."""
    return f"{COUNTRIES}{country}/{theme}/"


def month_url(year: int, month: int) -> str:
    """A month's archive."""
    return f"{ARCHIVES}{year:04}/{month:02}/"


def source_url(slug: str) -> str:
    """A source's shelf."""
    return f"{SOURCES}{slug}/"


def group_url(slug: str) -> str:
    """A composite country's shelf."""
    return f"{REGIONS}{slug}/"


def selection_url(slug: str) -> str:
    """An editor's saved selection."""
    return f"{SELECTIONS}{slug}/"
