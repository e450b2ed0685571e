"""`serve` shows the output folder to this machine, and nothing else to anybody."""

import http.client
import os
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen.effects.disk import Disk
from sitegen.effects.server import (
    DEFAULT_HEADERS,
    RELOAD,
    SCRIPT,
    Server,
    Shown,
    headers_of,
    is_ours,
    place_of,
)
from sitegen.effects.watch import fingerprint
from tests.conftest import PROJECT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    public = tmp_path / "public"
    (public / "pays/armenie").mkdir(parents=True)
    (public / "index.html").write_text("<html><body>home</body></html>")
    (public / "404.html").write_text("<html><body>lost</body></html>")
    (public / "pays/armenie/index.html").write_text("<html><body>shelf</body></html>")
    (public / "feed.xml").write_text("<rss/>")
    (public / "assets").mkdir()
    (public / "assets/site.css").write_text("p{}")
    (tmp_path / "secret.txt").write_text("SECRET")
    (public / "out.txt").symlink_to("../secret.txt")
    (public / "up").symlink_to("..")
    (public / "etc").symlink_to("/etc")
    os.mkfifo(public / "pipe.html")
    (public / ".hidden").write_text("SECRET")
    return public


@pytest.fixture
def server(folder: Path) -> Iterator[Server]:
    yield from running(Shown(str(folder), "", DEFAULT_HEADERS, "127.0.0.1", reload=True))


def running(shown: Shown) -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), shown)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def ask(
    server: Server, path: str, host: str = "localhost", method: str = "GET"
) -> tuple[int, dict[str, str], bytes]:
    """One request exactly as given, without a client's own tidying."""
    with socket.create_connection(server.server_address[:2], 5) as sock:
        line = f"{method} {path} HTTP/1.1\r\n".encode("latin-1", "replace")
        sock.sendall(line + (f"Host: {host}\r\n" if host else "").encode() + b"Connection: close\r\n\r\n")
        answer = http.client.HTTPResponse(sock, method=method)
        answer.begin()
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()


def test_files_and_folders_are_shown_as_a_host_shows_them(server: Server) -> None:
    assert b"home" in ask(server, "/")[2]
    assert b"shelf" in ask(server, "/pays/armenie/?x=1")[2]
    status, headers, _ = ask(server, "/pays/armenie")
    assert (status, headers["location"]) == (308, "/pays/armenie/")
    status, headers, data = ask(server, "/feed.xml", method="HEAD")
    assert (status, data, headers["content-length"]) == (200, b"", "6")
    assert ask(server, "/assets/site.css")[1]["content-type"] == "text/css; charset=utf-8"
    assert ask(server, "/nothing")[0] == 404
    assert b"lost" in ask(server, "/nothing")[2]


def test_no_folder_is_listed(server: Server) -> None:
    for path in ("/assets/", "/pays/", "/assets"):
        status, headers, data = ask(server, path)
        if status == 308:
            status, _, data = ask(server, headers["location"])
        assert status == 404
        assert b"site.css" not in data


CLIMBS = [
    "/../secret.txt", "/%2e%2e/secret.txt", "/..%2fsecret.txt", "/%2e%2e%2fsecret.txt", "/..%5csecret.txt",
    "/..\\secret.txt", "/%252e%252e/secret.txt", "/.%2e/secret.txt", "/pays/../../secret.txt", "/./../secret.txt",
    "//secret.txt", "/out.txt", "/up/secret.txt", "/etc/passwd", "/.hidden", "/%2ehidden", "/pipe.html",
    "/secret.txt%00.html", "/%00", "/pays/armenie/..%c0%af..%c0%afsecret.txt", "/%ff", "/..;/secret.txt",
    "/a:b", "/C:/Windows/win.ini", "file:///etc/passwd", "http://evil.example.com/secret.txt", "*", "secret.txt",
    "/" + "a" * 3000, "/" + "../" * 400 + "etc/passwd", "/up/public/up/secret.txt", "/feed.xml/", "/feed.xml/../../secret.txt",
]  # fmt: skip


@pytest.mark.parametrize("path", CLIMBS)
def test_no_address_leaves_the_folder(server: Server, path: str) -> None:
    status, headers, data = ask(server, path)
    assert status in (400, 404, 414)
    assert b"SECRET" not in data
    assert b"root:" not in data
    assert "location" not in headers


def test_a_redirect_never_leads_to_another_host(server: Server) -> None:
    for path in ("//pays/armenie", "///pays/armenie", "//evil.example.com/%2e%2e", "/\\evil.example.com"):
        _, headers, _ = ask(server, path)
        assert not headers.get("location", "/").startswith(("//", "/\\"))


@pytest.mark.parametrize(
    ("host", "ours"),
    [
        ("localhost", True), ("localhost:8000", True), ("127.0.0.1:8000", True), ("[::1]:8000", True), ("LOCALHOST.", True),
        ("site.localhost", True), ("192.168.1.20:8000", True), ("evil.example.com", False), ("evil.example.com:8000", False),
        ("127.0.0.1.evil.example.com", False), ("localhost.evil.example.com", False), ("", False), ("127.0.0.1@evil.example.com", False),
        ("evil.example.com#localhost", False), ("0x7f.1.evil", False), ("xlocalhost", False),
    ],
)  # fmt: skip
def test_only_names_of_this_machine_are_answered(server: Server, host: str, ours: bool) -> None:  # noqa: FBT001  a case
    assert is_ours(host, "127.0.0.1") is ours
    assert (ask(server, "/", host=host)[0] == 200) is ours
    assert (ask(server, SCRIPT, host=host)[0] == 200) is ours
    if not ours:
        assert ask(server, RELOAD, host=host)[0] in (400, 421)


def test_two_hosts_are_none(server: Server) -> None:
    assert ask(server, "/", host="localhost\r\nHost: evil.example.com")[0] == 421


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "X"])
def test_there_is_nothing_to_do_but_read(server: Server, method: str) -> None:
    status, _, data = ask(server, "/", method=method)
    assert status == 501
    assert b"<" not in data


def test_the_headers_are_those_of_netlify_toml(folder: Path) -> None:
    rules = headers_of(str(PROJECT), Disk())
    shown = Shown(str(folder), "", rules, "127.0.0.1", reload=False)
    for server in running(shown):
        _, headers, data = ask(server, "/")
        assert "script-src 'self' 'wasm-unsafe-eval'" in headers["content-security-policy"]
        assert "unsafe-inline" not in headers["content-security-policy"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cache-control"] == "no-store"
        assert data == b"<html><body>home</body></html>"
        assert ask(server, "/nothing")[1]["content-security-policy"]


def test_headers_that_cannot_be_read_are_safe_ones(tmp_path: Path) -> None:
    for text in (
        "",
        "[",
        "[[headers]]",
        "headers = 1",
        "[[headers]]\nfor = '/*'\nvalues = 3",
        "a = " + "[" * 99_999,
    ):
        (tmp_path / "netlify.toml").write_text(text)
        assert headers_of(str(tmp_path), Disk()) == DEFAULT_HEADERS
    (tmp_path / "netlify.toml").write_text(
        '[[headers]]\nfor = "/*"\n[headers.values]\nX-A = "b\\r\\nX-Evil: 1"\n'
    )
    assert headers_of(str(tmp_path), Disk()) == [("/*", (("X-A", "b X-Evil: 1"),))]


def test_a_prefix_is_part_of_every_address(folder: Path) -> None:
    shown = Shown(str(folder), "/revue", DEFAULT_HEADERS, "127.0.0.1", reload=False)
    for server in running(shown):
        assert ask(server, "/")[1]["location"] == "/revue/"
        assert b"home" in ask(server, "/revue/")[2]
        assert ask(server, "/revueX/")[0] == 404
        assert ask(server, "/pays/armenie/")[0] == 404
    assert place_of("/revue/../secret.txt", str(folder), "/revue") is None


def test_the_reload_channel_carries_nothing(server: Server) -> None:
    assert SCRIPT.encode() in ask(server, "/")[2]
    with socket.create_connection(server.server_address[:2], 5) as sock:
        sock.sendall(f"GET {RELOAD} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        time.sleep(0.1)
        server.changed()
        said = b""
        while not said.endswith(b"data:\n\n"):
            said += sock.recv(1000)
    head, _, body = said.partition(b"\r\n\r\n")
    assert b"text/event-stream" in head
    assert b"Access-Control" not in head
    assert body == b"data:\n\n"


def test_too_many_listeners_and_silent_ones_do_not_stop_the_others(server: Server) -> None:
    held = [socket.create_connection(server.server_address[:2], 5) for _ in range(60)]
    for sock in held[:50]:
        sock.sendall(f"GET {RELOAD} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    for sock in held[50:]:
        sock.sendall(b"GET / HT")
    time.sleep(0.1)
    assert ask(server, "/")[0] == 200
    assert server.shown.listeners <= 32
    for sock in held:
        sock.close()


def test_what_is_watched_is_what_the_site_is_made_from(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    before = fingerprint(str(tmp_path))
    for path in ("content/ledger.tsv", "public.txt", "content/.swp"):
        (tmp_path / path).write_text("x")
        assert fingerprint(str(tmp_path)) == before
    (tmp_path / "content/loop").symlink_to(".")
    (tmp_path / "content/a.md").write_text("x")
    after = fingerprint(str(tmp_path))
    assert after != before
    (tmp_path / "content/a.md").write_text("xy")
    assert fingerprint(str(tmp_path)) != after
