"""Addresses as feeds need them: whole, and of legal characters only."""

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from sitegen.config.site import SiteConfig
from sitegen.text.lazily import lazily

_PLAIN = lazily(  # https://a.example.org/chemin?x=%20#y
    r"https?://[A-Za-z0-9.-]+(?::\d+)?(?:[/?](?:[A-Za-z0-9;/?:@&=+$.\-_!~*'(),]|%[0-9A-Fa-f]{2})*)?"
    r"(?:#[\w.~-]*)?",
    re.ASCII,
)
_TAG = lazily(r'<[a-zA-Z][^\s>]*\s(?:"[^"]*"|[^">])*>')  # <a href="/x">
_ADDRESS = lazily(r'(?<=\s)(href|src|poster|cite)="([^"]*)"')
_SOURCE_SET = lazily(r'(?<=\s)srcset="([^"]*)"')
_SCHEME = lazily(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_SAFE = ";/?:@&=+$,-_.!~*'()%"


def absolute(url: str, config: SiteConfig) -> str:
    """A root-relative address of the site as a whole one, whether or not it already has the site's prefix."""
    base = config.base_url.rstrip("/")
    prefix = config.prefix
    if prefix and (url == prefix or url.startswith(prefix + "/")):
        base = config.origin
    return uri(base + url)


def _all_whole(html: str) -> bool:
    """Whether every address in a fragment is plainly a whole one: a count, not a search."""
    return html.count('href="') == html.count('href="http') and not any(
        name in html for name in ('src="', 'srcset="', 'poster="', 'cite="')
    )


def uri(address: str) -> str:
    """A web address in ASCII characters that RFC 3986 allows, its host lower-cased; "" for anything else.

    >>> uri("https://Exämple.org/a b?q=é")
    'https://xn--exmple-cua.org/a%20b?q=%C3%A9'
    >>> uri("javascript:alert(1)")
    ''
    """
    if _PLAIN.fullmatch(address) and not _has_upper_host(address):
        return address if address.count("/") > 2 else _with_path(address)  # noqa: PLR2004  scheme and authority
    try:
        parts = urlsplit(address.strip())
        host = (parts.hostname or "").encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except (ValueError, UnicodeError):
        return ""
    if parts.scheme not in ("http", "https") or not host:
        return ""
    bracketed = f"[{host}]" if ":" in host else host
    path = _quoted(parts.path) or "/"
    return urlunsplit((parts.scheme, bracketed + port, path, _quoted(parts.query), _quoted(parts.fragment)))


def _has_upper_host(address: str) -> bool:
    host = address.split("/", 3)[2]
    return host != host.lower()


def _with_path(address: str) -> str:
    """An address without a path, given one: both mean the same, and this is the canonical form."""
    head, sep, query = address.partition("?")
    return f"{head}/{sep}{query}"


def _quoted(text: str) -> str:
    """Illegal characters as percent escapes; a stray percent sign is escaped too."""
    text = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", text)
    return quote(text.encode("utf-8", "replace"), safe=_SAFE)


def absolute_html(html: str, page: str, config: SiteConfig) -> str:
    """A fragment with every address whole; ``page`` is the whole address of the article it stands on."""
    if _all_whole(html):
        return html

    def whole(address: str) -> str:
        """Entities of the attribute stay as they are: only the front of an address changes."""
        if _SCHEME.match(address):
            return address
        if address.startswith("//"):
            return "https:" + address
        if address.startswith("/"):
            prefix = config.prefix
            under = bool(prefix) and address.startswith(prefix + "/")
            return (config.origin if under else config.base_url.rstrip("/")) + address
        if address.startswith("#"):
            return page + address
        return urljoin(page, address)

    def one(match: re.Match[str]) -> str:
        return f'{match[1]}="{whole(match[2])}"'

    def several(match: re.Match[str]) -> str:
        parts = (part.strip().split(" ", 1) for part in match[1].split(","))
        return (
            'srcset="' + ", ".join(" ".join((whole(part[0]), *part[1:])) for part in parts if part[0]) + '"'
        )

    return _TAG.sub(lambda tag: _SOURCE_SET.sub(several, _ADDRESS.sub(one, tag[0])), html)
