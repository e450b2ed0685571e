"""One page fetched from the web, within limits: time, size, redirects, schemes, addresses.

The name is looked up once, every answer is judged, and the connection goes to the very address that was
judged: a name that answers differently the second time gains nothing.
"""

import contextlib
import http.client
import ipaddress
import re
import socket
import ssl
import threading
import time
import urllib.robotparser
import zlib
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from msgspec import Struct

from sitegen.model.said import said, said_by
from sitegen.text.lazily import lazily

AGENT = "sitegen/0.1 (one page, at an editor's request)"
MAX_BYTES = 5_000_000
MAX_ROBOTS = 500_000
MAX_REDIRECTS = 5
SECONDS = 30.0  # for all of it
_QUIET = 10.0  # seconds without a byte
_PORTS = (80, 443, 8080, 8443)
_CHUNK = 65_536
_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
_MAPPED = ipaddress.ip_network("64:ff9b::/96")  # IPv4 addresses as some networks write them in IPv6
# What Python's own table of 3.11 lets through and no page of the web stands on: relays, clouds' own services.
_SPECIAL = tuple(
    map(ipaddress.ip_network, ("192.0.0.0/24", "192.88.99.0/24", "168.63.129.16/32", "3fff::/20"))
)
_UNICAST = ipaddress.ip_network("2000::/3")  # the only part of IPv6 that is given to hosts of the public net
_LONGEST = 2_000
_HOST = lazily(r"[a-z0-9.:_-]{1,253}")


class FetchError(Exception):
    """The page was not fetched; the sentence says why, and what to do."""


class Fetched(Struct, frozen=True):
    """A page as it came: its final address, media type, declared charset ("" for none), bytes."""

    url: str
    media_type: str
    charset: str
    data: bytes


def fetch(url: str, *, allow_private: bool = False, ignore_robots: bool = False) -> Fetched:
    """The page at an address; raises FetchError where a limit, its host or its robots.txt says no."""
    deadline = time.monotonic() + SECONDS
    asked: set[str] = set()
    for _ in range(MAX_REDIRECTS + 1):
        parts = _judged(url, allow_private=allow_private)
        origin = f"{parts.scheme}://{parts.netloc}"
        if not ignore_robots and origin not in asked:
            asked.add(origin)
            _ask_robots(origin, url, deadline, allow_private=allow_private)
        status, headers, data = _get(parts, deadline, MAX_BYTES, allow_private=allow_private)
        if status in (301, 302, 303, 307, 308):
            target = urljoin(url, headers.get("location", ""))
            if parts.scheme == "https" and target.startswith("http:"):
                raise FetchError(
                    said("{url} leads from https to http, where anybody could have changed it", url=url)
                )
            url = target
            asked.discard(origin)
            continue
        if status != 200:  # noqa: PLR2004  the one that means here it is
            raise FetchError(said("{url} answers {status}", url=url, status=str(status)))
        kind = headers.get("content-type", "").partition(";")
        media_type = kind[0].strip().lower()
        if media_type not in _TYPES:
            kind_said = media_type or said("of no stated type")
            raise FetchError(said("{url} is {kind}, not a page of text", url=url, kind=kind_said))
        charset = re.search(r"charset=[\"']?([\w.:-]{1,40})", kind[2], re.IGNORECASE)
        return Fetched(url, media_type, charset[1] if charset else "", data)
    raise FetchError(said("more than {count} redirects", count=MAX_REDIRECTS))


def _judged(url: str, *, allow_private: bool) -> SplitResult:
    """An address taken apart, if it is one that may be fetched."""
    if len(url) > _LONGEST or any(char <= " " or char == "\x7f" for char in url):
        raise FetchError(said("this is no address: it is too long, or holds spaces"))
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode()
    except (ValueError, UnicodeError) as error:
        raise FetchError(said("this is no address: {reason}", reason=said_by(error))) from error
    if parts.scheme not in ("http", "https"):
        scheme = parts.scheme or said("this")
        raise FetchError(
            said("{scheme} is not fetched: an address starts with https:// or http://", scheme=scheme)
        )
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise FetchError(said("an address with a name or password is not fetched"))
    if not _HOST.fullmatch(host):
        raise FetchError(said("this address names no host"))
    port = port or (443 if parts.scheme == "https" else 80)
    if port not in _PORTS and not allow_private:
        raise FetchError(
            said("port {port} is no web server's; --allow-private lets it through", port=str(port))
        )
    netloc = f"[{host}]" if ":" in host else host
    default = 443 if parts.scheme == "https" else 80
    return SplitResult(
        parts.scheme, netloc if port == default else f"{netloc}:{port}", parts.path or "/", parts.query, ""
    )


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public net.

    >>> [is_public(a) for a in ("93.184.215.14", "127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::a00:1")]
    [True, False, False, False]
    """
    try:
        ip = ipaddress.ip_address(address.split("%", 1)[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if inner is None and ip in _MAPPED:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFF_FFFF)
        if inner is not None:
            ip = inner
        elif ip not in _UNICAST:
            return False
    if any(ip in network for network in _SPECIAL):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _addresses(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The addresses of a host, all of them fit to be connected to."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(said("{host} is not known: {reason}", host=host, reason=said_by(error))) from error
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    private = [address for address in addresses if not is_public(address)]
    if private and not allow_private:
        raise FetchError(
            said(
                "{host} is {address}, a private address; --allow-private lets it through",
                host=host,
                address=private[0],
            )
        )
    return addresses


def _get(
    parts: SplitResult, deadline: float, most: int, *, allow_private: bool
) -> tuple[int, dict[str, str], bytes]:
    """Status, headers and body of one answer, within what time and size are left."""
    host = (urlsplit(f"//{parts.netloc}").hostname or "").lower()
    port = urlsplit(f"//{parts.netloc}").port or (443 if parts.scheme == "https" else 80)
    address = _addresses(host, port, allow_private=allow_private)[0]
    connection = http.client.HTTPConnection(host, port, timeout=_left(deadline))
    sock = watchdog = None
    try:
        sock = socket.create_connection((address, port), _left(deadline))
        # A drop now and then would keep each single wait short for ever: at the deadline the line is cut.
        watchdog = threading.Timer(deadline - time.monotonic(), _cut, (sock,))
        watchdog.daemon = True
        watchdog.start()
        if parts.scheme == "https":
            sock = ssl.create_default_context().wrap_socket(sock, server_hostname=host)
        connection.sock = sock
        target = quote(parts.path, safe="/%:@!$&'()*+,;=~-._") + (
            "?" + quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]") if parts.query else ""
        )
        headers = {
            "Host": parts.netloc,
            "User-Agent": AGENT,
            "Accept": "text/html, application/xhtml+xml;q=0.9, text/plain;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        connection.request("GET", target, headers=headers)
        answer = connection.getresponse()
        data = b"" if 300 <= answer.status < 400 else _body(answer, sock, deadline, most)  # noqa: PLR2004  a redirect
        return answer.status, {key.lower(): value for key, value in answer.getheaders()}, data
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(said("{host} cannot be read: {reason}", host=host, reason=said_by(error))) from error
    finally:
        if watchdog is not None:
            watchdog.cancel()
        connection.close()
        if sock is not None:
            sock.close()


def _cut(sock: socket.socket) -> None:
    with contextlib.suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _body(answer: http.client.HTTPResponse, sock: socket.socket, deadline: float, most: int) -> bytes:
    """The body, unpacked, of no more than ``most`` bytes before or after."""
    encoding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
    if encoding not in ("identity", "gzip", "x-gzip"):
        raise FetchError(
            said("the page is packed as {encoding}, which was not asked for", encoding=encoding[:40])
        )
    unpack = zlib.decompressobj(16 + zlib.MAX_WBITS) if encoding != "identity" else None
    data = bytearray()
    came = 0
    while True:
        sock.settimeout(_left(deadline))
        chunk = answer.read1(_CHUNK)
        if not chunk:
            break
        came += len(chunk)
        data += unpack.decompress(chunk, most + 1 - len(data)) if unpack else chunk
        if came > most or len(data) > most:
            raise FetchError(said("the page is larger than {size} MB", size=most // 1_000_000 or 1))
    _left(deadline)
    if (unpack and not unpack.eof) or answer.length:
        raise FetchError(said("the page ends in the middle"))
    return bytes(data)


def _left(deadline: float) -> float:
    """Seconds that a step may take."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise FetchError(said("this took more than {count} seconds", count=round(SECONDS)))
    return min(left, _QUIET)


def _ask_robots(origin: str, url: str, deadline: float, *, allow_private: bool) -> None:
    """Raise where the host's robots.txt asks not to be read; what it cannot answer counts as a no."""
    place = f"{origin}/robots.txt"
    for _ in range(MAX_REDIRECTS):
        parts = _judged(place, allow_private=allow_private)
        status, headers, data = _get(parts, deadline, MAX_ROBOTS, allow_private=allow_private)
        if 300 <= status < 400:  # noqa: PLR2004  a redirect
            place = urljoin(place, headers.get("location", ""))
            continue
        if 400 <= status < 500 and status != 429:  # noqa: PLR2004  there is none
            return
        if status != 200:  # noqa: PLR2004  not now
            raise FetchError(
                said(
                    "{url} answers {status}, so nobody knows what may be read there; try later",
                    url=place,
                    status=str(status),
                )
            )
        rules = urllib.robotparser.RobotFileParser()
        rules.parse(data.decode("utf-8", "replace").splitlines())
        if not rules.can_fetch(AGENT, url):
            raise FetchError(
                said("{url} asks robots to leave this page alone; paste its text by hand", url=place)
            )
        return
    raise FetchError(said("{url} leads in circles", url=f"{origin}/robots.txt"))
