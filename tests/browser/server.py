"""A built site as Netlify serves it: netlify.toml's headers, folders' index pages, 404.html, gzip."""

import gzip
import mimetypes
import re
import threading
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

MOVED = 301
_COMPRESSED = (
    "text/",
    "application/javascript",
    "application/json",
    "application/manifest",
    "image/svg",
    "application/xml",
)
_TYPES = {
    ".js": "text/javascript",
    ".webmanifest": "application/manifest+json",
    ".pagefind": "application/wasm",
}


def header_rules(netlify: Path) -> list[tuple[re.Pattern[str], dict[str, str]]]:
    """The headers of each path pattern, in order; a * stands for anything."""
    rows = tomllib.loads(netlify.read_text())["headers"]
    return [
        (re.compile(".*".join(map(re.escape, row["for"].split("*"))) + r"\Z"), row["values"]) for row in rows
    ]


def found(public: Path, path: str) -> tuple[int, Path]:
    """What stands at a path: the status to answer with, and the file."""
    file = (public / path.lstrip("/")).resolve()
    if file.is_dir():
        file /= "index.html"
        if not path.endswith("/"):
            return MOVED, file
    if file.is_file() and file.is_relative_to(public):
        return 200, file
    return 404, public / "404.html"


@contextmanager
def serving(public: Path, netlify: Path) -> Iterator[str]:
    """The site's address on loopback while the block runs."""
    rules = header_rules(netlify)

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = unquote(urlsplit(self.path).path)
            status, file = found(public.resolve(), path)
            if status == MOVED:
                self.send_response(MOVED)
                self.send_header("Location", path + "/")
                self.send_header("Content-Length", "0")
                self.end_headers()
            else:
                self.answer(status, path, file)

        def answer(self, status: int, path: str, file: Path) -> None:
            data = file.read_bytes()
            kind = _TYPES.get(file.suffix) or mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            headers = {"Content-Type": f"{kind}; charset=utf-8" if kind.startswith("text/") else kind}
            for pattern, values in rules:
                if pattern.match(path):
                    headers |= values
            if "gzip" in self.headers.get("Accept-Encoding", "") and kind.startswith(_COMPRESSED):
                data = gzip.compress(data, 9)
                headers["Content-Encoding"] = "gzip"
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            """Nothing: pytest shows what matters."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
