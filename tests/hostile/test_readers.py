"""Nothing that came from content runs, loads or leads anywhere it should not, in any file of the site."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from lxml import etree, html

from tests.conftest import SmallSite
from tests.hostile.attacks import attack, attack_settings

pytestmark = pytest.mark.hostile

BASE = "https://releve.example.org"
# What Markdown makes; anything else in a page must come from the templates.
BODY = {
    *((tag, "") for tag in ["p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "a", "div"]),
    *((tag, "") for tag in ("abbr", "b", "cite", "dd", "del", "dl", "dt", "figcaption", "figure", "i", "ins", "mark", "q", "s", "small", "sub", "sup", "u")),
    ("abbr", "title"),  # HTML in a text that says something about words
    ("details", ""), ("summary", ""),  # of the templates, where lists are long
    ("a", "href"), ("a", "rel"), ("ol", "start"), ("td", "class"), ("th", "class"), ("div", "class"), ("div", "tabindex"),
}  # fmt: skip
LOADS = {
    "src",
    "srcset",
    "poster",
    "data",
    "background",
    "action",
    "formaction",
    "xlink:href",
    "ping",
    "cite",
    "manifest",
}


@dataclass(frozen=True, slots=True)
class Attacked:
    """A site whose every input is hostile, built."""

    site: SmallSite
    tree: dict[str, bytes]


@pytest.fixture(scope="module", params=[attack, attack_settings], ids=["contents", "settings"])
def attacked_site(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Attacked:
    site = SmallSite(tmp_path_factory.mktemp("attacked") / "site")
    request.param(site)
    report = site.build()
    crashed = [note for note in report.notes if note.code == "crash"]
    assert not crashed, crashed[:3]
    assert report.status == "done", report.errors()[:5]
    return Attacked(site, site.tree())


@pytest.fixture
def attacked(attacked_site: Attacked) -> dict[str, bytes]:
    """Every file of it with its bytes."""
    return attacked_site.tree


@pytest.fixture(scope="module")
def harmless(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    site = SmallSite(tmp_path_factory.mktemp("harmless"))
    for number in range(25):
        site.article(
            f"a{number}", title=f"Titre {number}", date=f"2025-0{1 + number % 2}-{number + 1:02}", countries="[AM, US]",
            themes="[diplomacy, defence]", source="Agence Exemple", link=f"https://example.org/{number}",
            author="Bureau Exemple", tags="[un, deux]", description="Un résumé.", aliases=f"[/ancien/{number}/]",
            lastmod="2025-02-01", image="{src: images/a.jpg, alt: Une image}",
        )  # fmt: skip
    site.article("undated", title="Sans date", publish="excerpt", noindex="true")
    site.article(
        "english", "A text in English about the budget of the ministry.", title="In English", language="en"
    )
    site.write("content/pages/a-propos.md", "---\ntitle: À propos\n---\n\nUn texte.\n")
    site.build()
    return site.tree()


def vocabulary(trees: Mapping[str, bytes]) -> set[tuple[str, str]]:
    found = set()
    for path, data in trees.items():
        if path.endswith(".html"):
            for element in elements(data):
                found.add((element.tag, ""))
                found.update((element.tag, name.lower()) for name in element.attrib)
    return found


def elements(data: bytes | str) -> Iterator[html.HtmlElement]:
    tree = html.fromstring(data if isinstance(data, str) else data.decode())
    yield from (element for element in tree.iter() if isinstance(element.tag, str))


def pages(tree: Mapping[str, bytes]) -> list[tuple[str, bytes]]:
    return [(path, data) for path, data in tree.items() if path.endswith(".html")]


def harmless_address(address: str) -> bool:
    bare = re.sub(r"[\x00-\x20]", "", address).lower()
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", bare)
    if scheme:
        return scheme[1] in ("http", "https", "mailto")
    return not re.match(r"[/\\]{2}|/\\|\\", bare)


def test_pages_hold_no_markup_but_the_templates_and_markdowns(
    attacked: dict[str, bytes], harmless: dict[str, bytes]
) -> None:
    strange = vocabulary(attacked) - vocabulary(harmless) - BODY
    assert not strange


def test_pages_hold_no_script_or_handler_of_the_contents(attacked: dict[str, bytes]) -> None:
    for path, data in pages(attacked):
        for element in elements(data):
            assert not any(name.lower().startswith("on") for name in element.attrib), path
            assert element.tag not in ("iframe", "object", "embed", "base", "frame", "applet", "portal"), path
            if element.tag == "script":
                if element.get("type") == "application/ld+json":
                    assert isinstance(json.loads(element.text), dict), path
                    assert "<" not in element.text
                elif element.get("type") == "application/json":
                    json.loads(element.text)
                    assert "<" not in element.text
                else:
                    assert re.fullmatch(r"/assets/[\w.-]+\.js", element.get("src", "")), path
                    assert not (element.text or "").strip()
            if element.tag == "style" or "style" in element.attrib:
                assert "pwned" not in (element.text or "") + element.get("style", ""), path
            if element.tag == "meta" and element.get("http-equiv", "").lower() == "refresh":
                assert re.fullmatch(r"0; url=/[\w/.~%-]*", element.get("content", "")), path


def test_pages_load_nothing_from_elsewhere_and_lead_nowhere_strange(attacked: dict[str, bytes]) -> None:
    for path, data in pages(attacked):
        for element in elements(data):
            for name, value in element.attrib.items():
                if name.lower() in LOADS or (element.tag == "link" and name == "href"):
                    rel = element.get("rel", "")
                    if element.tag == "link" and rel in (
                        "canonical",
                        "alternate",
                        "hub",
                        "self",
                        "next",
                        "prev",
                    ):
                        assert value.startswith((BASE, "/")), (path, value)
                    else:
                        assert re.match(r"/(?![/\\])", value), (path, element.tag, name, value)
                elif name == "href":
                    assert harmless_address(value), (path, value)


def test_template_syntax_in_content_is_text(attacked: dict[str, bytes]) -> None:
    assert not any(
        b"1337" in data for path, data in attacked.items() if path.endswith((".html", ".xml", ".json"))
    )
    assert any(b"{{ 7*191 }}" in data for _, data in pages(attacked))


def fragments(tree: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every piece of HTML that a feed or the API carries."""
    for path, data in tree.items():
        if path.endswith("feed.json"):
            for item in json.loads(data)["items"]:
                yield path, item.get("content_html", "")
        elif path.startswith("api/") and path.endswith(".json"):
            yield from ((path, text) for text in _under(json.loads(data), ("content_html",)))
        elif path.endswith((".xml", ".opml")) and path != "sitemap.xml":
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
            for element in root.iter():
                name = etree.QName(element).localname if isinstance(element.tag, str) else ""
                if name == "encoded" or (name in ("content", "summary") and element.get("type") == "html"):
                    yield path, element.text or ""
                if name in ("title", "description", "summary") and element.get("type") != "html":
                    yield path, element.text or ""  # a reader may take it for HTML


def _under(value: object, keys: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in keys and isinstance(inner, str):
                yield inner
            yield from _under(inner, keys)
    elif isinstance(value, list):
        for inner in value:
            yield from _under(inner, keys)


def test_what_feeds_and_the_api_carry_is_as_safe(attacked: dict[str, bytes]) -> None:
    allowed = {tag for tag, _ in BODY} | {"img", "figure", "figcaption", "span", "html", "body", "small"}
    count = 0
    for path, text in fragments(attacked):
        if not text.strip():
            continue
        count += 1
        for element in elements(f"<div>{text}</div>"):
            assert element.tag in allowed, (path, element.tag, text[:200])
            for name, value in element.attrib.items():
                assert not name.lower().startswith("on"), (path, text[:200])
                if name in ("href", "src"):
                    assert harmless_address(value), (path, value)
                    assert name == "href" or value.startswith(BASE), (path, value)
    assert count > 100


def test_every_address_that_machines_read_is_the_sites_or_on_the_web(attacked: dict[str, bytes]) -> None:
    for path, data in attacked.items():
        if path.endswith((".xml", ".opml")):
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
            assert not root.getroottree().docinfo.doctype
            for element in root.iter():
                if not isinstance(element.tag, str):
                    continue
                name = etree.QName(element).localname
                for key in ("href", "url", "xmlUrl", "htmlUrl", "src"):
                    if key in element.attrib:
                        assert element.get(key).startswith(("https://", "http://", "mailto:")), (
                            path,
                            element.get(key),
                        )
                if (
                    name in ("loc", "link", "uri", "comments", "docs")
                    and element.text
                    and element.text.strip()
                ):
                    assert element.text.startswith(("https://", "http://")), (path, element.text)
                if name == "loc":
                    assert element.text.startswith(BASE + "/"), element.text
        elif path.endswith((".json", ".webmanifest")):
            for text in _under(
                json.loads(data),
                ("url", "link", "href", "home_page_url", "feed_url", "external_url", "src", "image"),
            ):
                assert harmless_address(text), (path, text)


def test_what_follows_readers_is_taken_off(attacked: dict[str, bytes]) -> None:
    for path, data in attacked.items():
        if path.endswith((".html", ".xml", ".json")):
            text = data.decode()
            for address in re.findall(r"(?:href|url)[=\"':> ]+(https?://[^\"'<\s]+)", text):
                assert not re.search(r"[?&;](?:utm_source|fbclid)=", address), (path, address)


def test_nothing_is_written_but_below_the_output(attacked_site: Attacked) -> None:
    root = attacked_site.site.root
    assert {path.name for path in root.parent.iterdir()} == {root.name}
    assert {path.name for path in root.iterdir()} == {"content", "seeds", "public", ".sitegen"}
    public = attacked_site.site.public
    assert not any(path.is_symlink() for path in public.rglob("*"))
    assert all(re.fullmatch(r"[\w./%~@+-]+", str(path.relative_to(public))) for path in public.rglob("*"))


@pytest.mark.parametrize(
    "address",
    [
        'https://a.example.org/"><script>',
        "https://a.example.org/ b",
        "https://",
        "https:///x",
        "https://a.example.org/?x",
        "https://u:p@a.example.org",
        "https://a.example.org/../x",
        "https://a.example.org/<",
    ],
)
def test_an_address_of_the_site_that_is_none_is_refused(site: SmallSite, address: str) -> None:
    site.article("a", title="Un titre")
    site.write("content/site.toml", f"base_url = {json.dumps(address)}\n")
    report = site.build()
    assert [(note.code, note.line()) for note in report.errors()] == [("config-value", 1)]
    assert not site.public.exists()
