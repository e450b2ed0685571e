"""Every address of the site, and the file behind it: the only place where one is decided."""

from typing import Literal

from sitegen.model import Article
from sitegen.text.lazily import lazily

# Pages that exist once. Those under which others stand begin the addresses of all of these.
HOME = "/"
COUNTRIES = "/pays/"
THEMES = "/themes/"
ARCHIVES = "/archives/"
SOURCES = "/sources/"
REGIONS = "/regions/"
SELECTIONS = "/selections/"
ARTICLES = "/articles/"
COVERAGE = "/couverture/"
SEARCH = "/recherche/"
SUBSCRIBE = "/abonnements/"
SAVED = "/enregistres/"
OFFLINE = "/hors-ligne/"
MISSING = "/404.html"  # where hosts look for it

# Files for programs.
FEEDS = {"rss": "feed.xml", "atom": "atom.xml", "json": "feed.json"}  # in each shelf's folder
FEED_STYLE = "/feed.css"
FEED_LIST = "/feeds.opml"
FEED_LIST_SITE = "/feeds-site.opml"
FEED_LIST_COUNTRIES = "/feeds-countries.opml"
API = "/api/"
API_INDEX = f"{API}index.json"
API_ARTICLES = f"{API}articles/"
LLMS = "/llms.txt"
ROBOTS = "/robots.txt"
SITEMAP = "/sitemap.xml"
SITEMAP_PAGES = "/sitemap-pages.xml"
SITEMAP_NEWS = "/sitemap-news.xml"
MANIFEST = "/manifest.webmanifest"
WORKER = "/sw.js"
SEARCH_INDEX = "/pagefind/"
SEARCH_NAMES = f"{SEARCH}noms.json"  # of shelves, for whoever types one
CARDS = "/cards/"

_UNDATED = "sans-date"
_PART = "page"
_INDEX = "index.html"
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


def file_of(url: str) -> str:
    """The file behind an address, relative to the output.

    >>> file_of("/pays/armenie/"), file_of("/404.html")
    ('pays/armenie/index.html', '404.html')
    """
    return url.lstrip("/") + _INDEX if url.endswith("/") else url.lstrip("/")


def url_of(path: str) -> str:
    """The address that a file is asked for by; undoes `file_of`."""
    return "/" + path.removesuffix(_INDEX)


def name_in(url: str) -> str:
    """The last folder of an address: "/pays/armenie/" gives "armenie"."""
    return url.rsplit("/", 2)[1]


def above(url: str) -> str:
    """The folder that holds an address: "/pays/armenie/" gives "/pays/"."""
    return url.rstrip("/").rsplit("/", 1)[0] + "/"


# --- pages ---


def article_url(article: Article) -> str:
    """The address an article gets when it is published for the first time."""
    when = f"{article.date:%Y/%m}" if article.date else _UNDATED
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


def part_url(shelf: str, number: int) -> str:
    """A part of a long shelf; its front, number 0, has the shelf's own address."""
    return f"{shelf}{_PART}/{number}/" if number else shelf


def is_part(url: str) -> bool:
    """Whether an address is of a further part of a shelf."""
    return f"/{_PART}/" in url


def own_page_url(slug: str) -> str:
    """An editor's own page."""
    return f"/{slug}/"


def card_url(url: str) -> str:
    """The picture that networks show for an address."""
    return f"{CARDS}{url.strip('/')}.png"


# --- files for programs ---


def archive_name(live: str, number: int) -> str:
    """The file name of an older part of a feed: "feed.xml" and 3 give "feed-archive-3.xml"."""
    stem, _, suffix = live.rpartition(".")
    return f"{stem}-archive-{number}.{suffix}"


def live_name(archive: str) -> str:
    """The file name of the feed that an older part belongs to; undoes `archive_name`."""
    return f"{archive.split('-archive-', 1)[0]}.{archive.rsplit('.', 1)[1]}"


def sitemap_part(number: int) -> str:
    """A part of the sitemap where there are many articles."""
    return f"/sitemap-articles-{number}.xml"


def api_list(name: Literal["articles", "countries", "themes", "sources", "stats"]) -> str:
    """A list of the API; of articles the newest ones."""
    return f"{API}{name}.json"


def api_page(number: int) -> str:
    """A page of the API's articles: the front one, or one that never moves."""
    return f"{API_ARTICLES}page-{number}.json" if number else api_list("articles")


def api_article(identity: str) -> str:
    """An article in the API."""
    return f"{API_ARTICLES}{identity}.json"


def api_schema(name: str) -> str:
    """The JSON Schema of what the API gives."""
    return f"{API}schema/{name}.json"


def is_search(path: str) -> bool:
    """Whether a file, relative to the output, is the search index's."""
    return path.startswith(SEARCH_INDEX[1:])


def search_part(name: str) -> str:
    """The folder of a part of the search index; "" is the name of the only one."""
    return f"{SEARCH_INDEX}{name}/" if name else SEARCH_INDEX
