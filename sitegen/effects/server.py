"""A folder shown on this machine as a host would show it: files alone, under the headers of netlify.toml.

Nothing outside the folder is ever opened: an address is decoded once, taken apart, and each of its parts is
looked at before any file is; links that lead out are not there. What answers to other names than this
machine's is refused, so that no page elsewhere can read the site through a name of its own.
"""

import fnmatch
import http.server
import ipaddress
import mimetypes
import os
import re
import socket
import threading
import tomllib
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote_to_bytes

from msgspec import Struct

from sitegen.effects.disk import Disk
from sitegen.text.lazily import lazily
from sitegen.text.routes import MISSING, file_of

RELOAD = "/_sitegen/reload"
SCRIPT = "/_sitegen/reload.js"
_CLIENT = f'new EventSource("{RELOAD}").onmessage = () => location.reload();\n'.encode()
_TAG = f'<script src="{SCRIPT}" defer></script>'.encode()
_MOST_LISTENERS = 32
_PATIENCE = 20.0  # seconds for a request to come in, and between two signs of life to a listening page
_LONGEST = 2_000  # of an address
_PART = lazily(r"[^\x00-\x1f\x7f\\/:*?\"<>|]{1,255}")
_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".xsl": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}
_NEVER = {"strict-transport-security", "cache-control", "content-length", "transfer-encoding", "connection"}
_POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
Headers = Sequence[tuple[str, Sequence[tuple[str, str]]]]
DEFAULT_HEADERS: Headers = (
    (
        "/*",
        (
            ("Content-Security-Policy", _POLICY),
            ("X-Content-Type-Options", "nosniff"),
            ("X-Frame-Options", "DENY"),
            ("Referrer-Policy", "strict-origin-when-cross-origin"),
        ),
    ),
)


def headers_of(root: str, disk: Disk) -> Headers:
    """The header rules of the site's netlify.toml in order, or safe ones where there are none."""
    path = os.path.join(root, "netlify.toml")  # noqa: PTH118  strings
    try:
        if not os.path.isfile(path):  # noqa: PTH113  a pipe would never end
            return DEFAULT_HEADERS
        table = tomllib.loads(disk.read(path, 1_000_000).decode())
        rules = [
            (
                str(rule["for"]),
                tuple((str(key), _one_line(str(value))) for key, value in rule["values"].items()),
            )
            for rule in table.get("headers", ())
        ]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return DEFAULT_HEADERS
    return rules or DEFAULT_HEADERS


def _one_line(text: str) -> str:
    return " ".join(text.split())


class Shown(Struct):
    """What a server shows: a folder, below a prefix of the address, under header rules, for some hosts."""

    folder: str
    prefix: str
    headers: Headers
    host: str
    reload: bool
    listeners: int = 0


class Server(http.server.ThreadingHTTPServer):
    """The server; ``changed`` makes every open page load itself again."""

    daemon_threads = True
    allow_reuse_address = True
    request_queue_size = 128

    def __init__(self, address: tuple[str, int], shown: Shown) -> None:
        self.shown = shown
        self.version = 0
        self.news = threading.Condition()
        if ":" in address[0]:
            self.address_family = socket.AF_INET6
        super().__init__(address, _Handler)

    def changed(self) -> None:
        """Tell every page that listens."""
        with self.news:
            self.version += 1
            self.news.notify_all()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader who goes away in the middle of an answer is nobody's fault."""


def is_ours(host: str, chosen: str) -> bool:
    """Whether a Host header names this machine: a loopback name, an address in figures, the one chosen."""
    name = host.rsplit(":", 1)[0] if re.search(r":\d{1,5}$", host) else host
    name = name.strip("[]").lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost") or name == chosen.lower():
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def place_of(path: str, folder: str, prefix: str) -> str | None:
    """The path of a file or folder inside ``folder`` for a request's address; None for anything else."""
    raw = path.split("?", 1)[0].split("#", 1)[0]
    if len(raw) > _LONGEST or not raw.startswith("/"):
        return None
    try:
        text = unquote_to_bytes(raw).decode("utf-8")
    except UnicodeDecodeError:
        return None
    if prefix:
        if text != prefix and not text.startswith(prefix + "/"):
            return None
        text = text[len(prefix) :]
    parts = [part for part in text.split("/") if part]
    if any(part.startswith(".") or not _PART.fullmatch(part) for part in parts):
        return None
    place = os.path.join(folder, *parts)  # noqa: PTH118  strings
    real, base = os.path.realpath(place), os.path.realpath(folder)
    return real if real == base or real.startswith(base + os.sep) else None


class _Handler(http.server.BaseHTTPRequestHandler):
    """One request: files, the reload channel, nothing else."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version = "sitegen"
    sys_version = ""
    timeout = _PATIENCE
    error_content_type = "text/plain; charset=utf-8"
    error_message_format = "%(code)d %(message)s\n"

    def do_GET(self) -> None:
        """Answer with a file."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Answer with a file's headers."""
        self._answer(body=False)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002  the base class's name
        """Nothing: the terminal is for what an editor has to know."""

    def _answer(self, *, body: bool) -> None:
        shown = self.server.shown
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or not is_ours(hosts[0].strip(), shown.host):
            self._send(
                421, b"this server answers to the name of this machine only\n", "text/plain", body=body
            )
            return
        path = self.path
        if shown.reload and path in (RELOAD, SCRIPT):
            if path == SCRIPT:
                self._send(200, _CLIENT, "text/javascript; charset=utf-8", body=body)
            else:
                self._listen()
            return
        if shown.prefix and path == "/":
            self._redirect(shown.prefix + "/", body=body)
            return
        place = place_of(path, shown.folder, shown.prefix)
        if place is not None and os.path.isdir(place):  # noqa: PTH112  strings
            if not path.split("?", 1)[0].endswith("/"):
                clean = "/" + path.split("?", 1)[0].lstrip("/")  # never //host
                self._redirect(clean + "/", body=body)
                return
            place = os.path.join(place, "index.html")  # noqa: PTH118  strings
        elif path.split("?", 1)[0].endswith("/"):
            place = None
        data = _read(place, shown.folder)
        if data is None or place is None:
            lost = _read(os.path.join(shown.folder, file_of(MISSING)), shown.folder)  # noqa: PTH118  strings
            self._send(404, lost or b"not found\n", _TYPES[".html"] if lost else "text/plain", body=body)
            return
        suffix = os.path.splitext(place)[1].lower()  # noqa: PTH122  strings
        kind = _TYPES.get(suffix) or mimetypes.guess_type(place)[0] or "application/octet-stream"
        self._send(200, data, kind, body=body)

    def _send(self, code: int, data: bytes, kind: str, *, body: bool) -> None:
        if self.server.shown.reload and kind.startswith("text/html"):
            data = data.replace(b"</body>", _TAG + b"</body>", 1)
        headers = {"Content-Type": kind}
        for pattern, values in self.server.shown.headers:
            if fnmatch.fnmatchcase(self._bare(), pattern):
                headers.update({key: value for key, value in values if key.lower() not in _NEVER})
        if code != 200:  # noqa: PLR2004  a stated type is that of the file
            headers["Content-Type"] = kind
        self.send_response(code)
        for key, value in headers.items():
            self.send_header(key, value.encode("latin-1", "replace").decode("latin-1"))
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if body:
            self.wfile.write(data)

    def _bare(self) -> str:
        """The address without the prefix and query, as header rules name it."""
        path = self.path.split("?", 1)[0]
        prefix = self.server.shown.prefix
        return path[len(prefix) :] if prefix and path.startswith(prefix + "/") else path

    def _redirect(self, where: str, *, body: bool) -> None:
        if not re.fullmatch(r"/[\x21-\x7e]*", where) or where.startswith("//"):
            self._send(404, b"not found\n", "text/plain", body=body)
            return
        self.send_response(308)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _listen(self) -> None:
        """The reload channel: an empty message for each new build, and nothing else ever."""
        server = self.server
        with server.news:
            if server.shown.listeners >= _MOST_LISTENERS:
                self._send(503, b"too many pages are open\n", "text/plain", body=True)
                return
            server.shown.listeners += 1
            version = server.version
        try:
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.send_header("Cache-Control", "no-store")
            self.send_header("X-Content-Type-Options", "nosniff")
            self.send_header("Connection", "close")
            self.end_headers()
            while True:
                with server.news:
                    if server.version == version:
                        server.news.wait(_PATIENCE / 2)
                    said = server.version != version
                    version = server.version
                self.wfile.write(b"data:\n\n" if said else b":\n\n")
                self.wfile.flush()
        finally:
            self.close_connection = True
            with server.news:
                server.shown.listeners -= 1


def _read(place: str | None, folder: str) -> bytes | None:
    """A regular file's bytes, None where there is none; a link that leads out of the folder is none."""
    if place is None:
        return None
    real, base = os.path.realpath(place), os.path.realpath(folder)
    if not real.startswith(base + os.sep) or not os.path.isfile(real):  # noqa: PTH113  strings
        return None
    try:
        handle = os.open(real, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0))
        with os.fdopen(handle, "rb") as file:
            return file.read()
    except OSError:
        return None
