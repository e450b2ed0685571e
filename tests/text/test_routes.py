import ast
import re
from pathlib import Path

from sitegen.text import routes

ROOT = Path(__file__).parents[2]
ADDRESSES = {
    value
    for name, value in vars(routes).items()
    if name.isupper() and not name.startswith("_") and isinstance(value, str) and value != routes.HOME
}
FILES = {*routes.FEEDS.values(), *(routes.file_of(each) for each in ADDRESSES if not each.endswith("/"))}


def spelled(module: Path) -> set[str]:
    """The addresses and names of files that a module's strings spell, docstrings aside."""
    tree = ast.parse(module.read_text("utf-8"))
    sentences = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    words = (
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in sentences
    )
    return {word for word in words if word in FILES or any(word.startswith(each) for each in ADDRESSES)}


def test_an_address_of_the_site_is_spelled_in_one_module() -> None:
    modules = set((ROOT / "sitegen").rglob("*.py")) - {Path(routes.__file__)}
    # another site's robots.txt is asked for at the place that the protocol names
    found = {module.name: spelled(module) - {routes.ROBOTS} for module in modules}
    assert {name: words for name, words in found.items() if words} == {}


def test_templates_lead_to_pages_that_there_are() -> None:
    text = "".join(path.read_text("utf-8") for path in sorted((ROOT / "templates").rglob("*.html")))
    named = set(re.findall(r"\{\{ site\.prefix \}\}(/[a-z0-9./-]+)", text))
    assert routes.SEARCH in named
    assert named <= ADDRESSES


def test_a_file_and_its_address_lead_to_each_other() -> None:
    for url in (routes.HOME, routes.MISSING, routes.country_url("armenie"), routes.api_article("0a1b")):
        assert routes.url_of(routes.file_of(url)) == url
    assert routes.live_name(routes.archive_name("feed.xml", 3)) == "feed.xml"
    assert routes.is_part(routes.part_url(routes.THEMES, 2))
    assert not routes.is_part(routes.part_url(routes.THEMES, 0))
