"""A real Chromium on a site of attacks: nothing runs, nothing asks another host, with the policy off as well."""

import threading
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

import pytest

from sitegen.effects.disk import Disk
from sitegen.effects.server import Headers, Server, Shown, headers_of
from tests.conftest import PROJECT, SmallSite
from tests.hostile.attacks import MARK, attack

pytestmark = pytest.mark.browser
TRAP = f"window.{MARK}_calls = 0; window.{MARK} = () => {{ window.{MARK}_calls += 1; }};"
# What a reader does: moves over, enters, clicks every thing that is no way to another page.
TOUCH = """() => {
  for (const one of document.querySelectorAll('*')) {
    for (const kind of ['mouseover', 'mouseenter', 'focus', 'focusin', 'toggle', 'animationstart', 'error', 'load'])
      one.dispatchEvent(new Event(kind, {bubbles: false}));
    if (one.tagName === 'DETAILS') one.open = true;
  }
}"""
ALIEN = """() => [...document.querySelectorAll('a[href], area[href], form[action], iframe, object, embed, base, script')]
  .map(one => one.href && one.href.baseVal !== undefined ? one.href.baseVal : one.href || one.action || one.src || '')
  .filter(address => /^(javascript|data|vbscript|blob|file):/i.test(address))"""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = SmallSite(tmp_path_factory.mktemp("attacked"))
    attack(site)
    report = site.build(search=True)
    assert report.status == "done", report.errors()[:3]
    return site.public


def addresses(public: Path) -> list[str]:
    """Every page but the redirects of the many shelves, the deepest first."""
    pages = sorted(path.parent.relative_to(public).as_posix() for path in public.rglob("index.html"))
    articles = [page for page in pages if page.startswith("articles/")]
    others = [
        page
        for page in pages
        if not page.startswith(("articles/", "archives/", "sources/", "pays/", "themes/"))
    ]
    some = [
        page for start in ("archives", "sources", "pays", "themes", "regions") for page in pages if page.startswith(start)
    ]  # fmt: skip
    return ["/", *(f"/{quote(page)}/" for page in (*others, *articles, *some[::5]) if page != ".")]


@pytest.mark.parametrize("policy", ["on", "off"])
def test_nothing_runs_and_nothing_is_asked_for_elsewhere(public: Path, browser: Any, policy: str) -> None:
    rules: Headers = headers_of(str(PROJECT), Disk()) if policy == "on" else (("/none", ()),)
    server = Server(("127.0.0.1", 0), Shown(str(public), "", rules, "127.0.0.1", reload=False))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f"http://127.0.0.1:{server.server_address[1]}"
    context = browser.new_context(service_workers="block")
    context.add_init_script(TRAP)
    page = context.new_page()
    asked: list[str] = []
    dialogs: list[str] = []
    refused: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.on(
        "console", lambda said: refused.append(said.text) if "Content Security Policy" in said.text else None
    )
    try:
        every = addresses(public)
        # What runs without the policy is what matters; with it, whether a page asks for what it forbids.
        for where in every if policy == "off" else every[::4]:
            page.goto(base + where, wait_until="load")
            if (
                b'<meta http-equiv="refresh"'
                in (public / unquote(where).strip("/") / "index.html").read_bytes()[:1500]
            ):
                page.wait_for_url(base + "/articles/**")  # a former address leads on at once
            page.evaluate(TOUCH)
            assert page.evaluate(f"window.{MARK}_calls || 0") == 0, where
            assert page.evaluate(ALIEN) == [], where
        for words in ("budget", "<script>", "onerror", "pwned"):
            page.goto(f"{base}/recherche/?q={quote(words)}", wait_until="networkidle")
            page.evaluate(TOUCH)
            assert page.evaluate(f"window.{MARK}_calls || 0") == 0, words
        assert page.locator("main a[href^='/articles/']").count() or page.url
        for payload in ("<img src=x onerror=pwned()>", '"><script>pwned()</script>', "javascript:pwned()"):
            for place in (
                f"/recherche/?q={quote(payload)}",
                f"/recherche/#{quote(payload)}",
                f"/?{quote(payload)}",
            ):
                page.goto(base + place, wait_until="networkidle")
                assert page.evaluate(f"window.{MARK}_calls || 0") == 0, place
        assert not dialogs
        elsewhere = [url for url in asked if not url.startswith((base + "/", "data:image/"))]
        assert not elsewhere, elsewhere[:5]
        assert not refused, refused[:3]
    finally:
        context.close()
        server.shutdown()
        server.server_close()
