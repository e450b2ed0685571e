"""`import` fetches a page from a public host within limits, and nothing else."""

import gzip
import http.server
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.cli import main
from sitegen.effects import fetch as fetching
from sitegen.effects.fetch import FetchError, fetch, is_public
from sitegen.read.webpage import text_of

PAGE = "<html><head><title>Un titre - Site</title></head><body><h1>Un titre assez long</h1><p>Un <b>texte</b>.</p></body></html>"


class Pages(http.server.BaseHTTPRequestHandler):
    """A host that misbehaves, one way per address."""

    robots = (404, "")
    seen: list[str]

    def do_GET(self) -> None:
        path = self.path
        self.server.seen.append(path)
        if path == "/robots.txt":
            status, text = self.server.robots
            self.reply(status, text.encode(), "text/plain")
        elif path.startswith("/redirect/"):
            self.send_response(302)
            self.send_header("Location", path.removeprefix("/redirect/"))
            self.end_headers()
        elif path == "/loop":
            self.send_response(301)
            self.send_header("Location", "/loop")
            self.end_headers()
        elif path == "/huge":
            self.reply(200, b"a" * 6_000_000)
        elif path == "/bomb":
            self.reply(200, gzip.compress(b"a" * 50_000_000), encoding="gzip")
        elif path == "/packed":
            self.reply(200, gzip.compress(PAGE.encode()), encoding="gzip")
        elif path == "/odd-packing":
            self.reply(200, b"x", encoding="br")
        elif path == "/short":
            self.reply(200, PAGE.encode(), length=10_000)
        elif path == "/pdf":
            self.reply(200, b"%PDF", "application/pdf")
        elif path == "/slow":
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            for _ in range(100):
                time.sleep(0.05)
                self.wfile.write(b"a")
        elif path == "/endless-headers":
            for _ in range(5_000):
                self.wfile.write(b"X: y\r\n")
        elif path == "/empty":
            self.reply(200, b"<script>document.write('x')</script>")
        elif path == "/gone":
            self.reply(410, b"")
        else:
            self.reply(200, PAGE.encode())

    def reply(
        self,
        status: int,
        data: bytes,
        kind: str = "text/html; charset=utf-8",
        encoding: str = "",
        length: int = 0,
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if encoding:
            self.send_header("Content-Encoding", encoding)
        self.send_header("Content-Length", str(length or len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        pass


class Quiet(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        pass


@pytest.fixture
def host() -> Iterator[Quiet]:
    server = Quiet(("127.0.0.1", 0), Pages)
    server.robots, server.seen = (404, ""), []
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def at(host: Quiet, path: str) -> str:
    return f"http://127.0.0.1:{host.server_address[1]}{path}"


@pytest.mark.parametrize("path", ["/a", "/packed", "/redirect//a"])
def test_a_page_is_fetched(host: Quiet, path: str) -> None:
    page = fetch(at(host, path), allow_private=True)
    assert page.data == PAGE.encode()
    assert host.seen[0] == "/robots.txt"


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/loop", "redirects"), ("/huge", "larger"), ("/bomb", "larger"), ("/odd-packing", "packed"), ("/short", "middle"),
        ("/pdf", "not a page"), ("/gone", "410"), ("/endless-headers", "cannot be read"), ("/redirect/file:///etc/passwd", "file"),
        ("/redirect/ftp://127.0.0.1/x", "ftp"), ("/redirect/http://u:p@127.0.0.1/", "password"), ("/redirect/gopher://x", "gopher"),
        ("/redirect/http://127.0.0.1:1/", "cannot be read"), ("/redirect/data:text/html,x", "data"),
    ],
)  # fmt: skip
def test_what_a_host_may_not_do(host: Quiet, path: str, why: str) -> None:
    with pytest.raises(FetchError, match=why):
        fetch(at(host, path), allow_private=True)


def test_a_host_that_drips_is_left_at_the_deadline(host: Quiet, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "SECONDS", 0.4)
    start = time.monotonic()
    with pytest.raises(FetchError):
        fetch(at(host, "/slow"), allow_private=True)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://example.org/", "javascript:alert(1)", "gopher://example.org", "//example.org", "example.org",
        "http://", "http:///x", "https://u@example.org", "https://u:p@example.org/", "http://exa mple.org", "http://a\r\nHost: b/",
        "http://example.org:25/", "http://[::1", "http://example.org:99999/", "https://" + "a" * 3000, "", "http://\u202eexample.org",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page(url: str) -> None:
    with pytest.raises(FetchError):
        fetch(url)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "0.0.0.0", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "[::1]", "[::]",
        "[::ffff:127.0.0.1]", "[fe80::1]", "[fc00::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "2130706433", "0x7f000001", "127.1",
        "100.64.0.1", "224.0.0.1", "255.255.255.255", "198.18.0.1", "192.0.0.192", "168.63.129.16", "192.88.99.1", "[fec0::1]",
        "[3fff::1]", "[::ffff:0:a00:1]", "[64:ff9b:1::a00:1]", "[::7f00:1]",
    ],
)  # fmt: skip
def test_private_addresses_are_refused_however_they_are_written(host: str) -> None:
    with pytest.raises(FetchError, match="private|not known"):
        fetch(f"http://{host}/")
    assert not is_public(host.strip("[]"))


def test_a_redirect_to_a_private_address_is_refused(host: Quiet, monkeypatch: pytest.MonkeyPatch) -> None:
    known = fetching._addresses
    allowed = iter([True, True])  # robots.txt and the first page, as if they were public

    def addresses(name: str, port: int, *, allow_private: bool) -> list[str]:
        return known(name, port, allow_private=next(allowed, False))

    monkeypatch.setattr(fetching, "_addresses", addresses)
    monkeypatch.setattr(fetching, "_PORTS", (80, host.server_address[1]))
    with pytest.raises(FetchError, match="private"):
        fetch(at(host, "/redirect/http://169.254.169.254/latest/meta-data/"))


@pytest.mark.parametrize(
    ("robots", "allowed"),
    [
        ((200, "User-agent: *\nDisallow: /"), False), ((200, "User-agent: *\nDisallow: /private"), True),
        ((200, "User-agent: sitegen\nDisallow: /"), False), ((404, ""), True), ((403, ""), True), ((500, ""), False),
        ((200, "\0" * 1000), True), ((200, "x" * 600_000), False),
    ],
)  # fmt: skip
def test_robots_txt_is_asked_first(host: Quiet, robots: tuple[int, str], allowed: bool) -> None:  # noqa: FBT001  a case
    host.robots = robots
    if allowed:
        assert fetch(at(host, "/a"), allow_private=True).data
    else:
        with pytest.raises(FetchError):
            fetch(at(host, "/a"), allow_private=True)
        assert "/a" not in host.seen
    assert fetch(at(host, "/a"), allow_private=True, ignore_robots=True).data


def test_a_capture_is_new_and_never_written_over(
    host: Quiet, tmp_path: Path, capsys: pytest.CaptureFixture
) -> None:
    for number in (1, 2):
        code = main(
            [
                "import",
                "--root",
                str(tmp_path),
                "--allow-private",
                "--as-of",
                "2025-12-31",
                at(host, "/2025/un-titre.html?utm_source=x"),
            ]
        )
        assert code == 0
        path = capsys.readouterr().out.strip()
        assert path == "seeds/2025-12-31-127-0-0-1-un-titre" + ("" if number == 1 else "-2") + ".txt"
    text = (tmp_path / path).read_text()
    assert text.endswith("\nUn titre assez long\nUn texte.\n")
    assert f'link: "{at(host, "/2025/un-titre.html")}"' in text
    assert main(["import", "--root", str(tmp_path), at(host, "/a")]) == 1
    assert main(["import", "--root", str(tmp_path), "--allow-private", at(host, "/empty")]) == 1
    assert "Traceback" not in capsys.readouterr().err
    assert len(list((tmp_path / "seeds").iterdir())) == 2


def test_nothing_hidden_gets_into_a_capture() -> None:
    page = (
        "<title>T</title><script>pwned</script><style>pwned</style><p hidden>pwned</p><template>pwned</template>"
        "<svg><text>pwned</text></svg><!-- pwned --><p>Un&nbsp;texte<br>et un autre</p><iframe>pwned</iframe><p>\x00\x1bfin"
    )
    assert text_of(page.encode()) == "T\nUn\u00a0texte\net un autre\nfin\n"


@pytest.mark.parametrize(
    "data",
    [b"", b"\0", b"<", b"<!--", b"<p", b"\xff\xfe", b"<?xml version='1.0' encoding='utf-16'?><p>a", b"<div>" * 100_000, b"<meta charset=zlib><p>a",
     b"<meta charset=idna><p>a", b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;"],
)  # fmt: skip
def test_any_page_gives_text(data: bytes) -> None:
    assert "root:" not in text_of(data)


def test_a_new_article_is_a_draft_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture) -> None:
    for title in ('L’été: "où" #1', 'L’été: "où" #1', "../../x\x1b[2J", "--- \n---"):
        code = main(["new", "--root", str(tmp_path), "--as-of", "2025-12-31", "--", title])
        assert code == (2 if title.startswith("---") else 0)
    assert sorted(path.name for path in (tmp_path / "content/articles").iterdir()) == [
        "2025-12-31-l-ete-ou-1-2.md", "2025-12-31-l-ete-ou-1.md", "2025-12-31-x-2j.md",
    ]  # fmt: skip
    assert (
        'title: "L’été: \\"où\\" #1"' in (tmp_path / "content/articles/2025-12-31-l-ete-ou-1.md").read_text()
    )
