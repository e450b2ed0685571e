"""Addresses: what a page's links say about its own."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from sitegen.text.lazily import lazily

_LONGEST = 2000
_TRACKING = lazily(
    r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|igsh|mc_cid|mc_eid|xtor|xtref|wt_mc|wt_zmc|at_\w+|ito|cmpid|cmp|"
    r"ocid|smid|smtyp|spm|ref|ref_src|ref_url|referrer|source_id|s_cid|ns_\w+|__twitter_impression|_ga|_gl|hsCtaTracking|"
    r"mkt_tok|pk_\w+|piwik_\w+|matomo_\w+|share|shared|amp|outputType|guccounter|guce_\w+|sh|feature|CMP|rss|trk)",
    re.IGNORECASE,
)
_SHARERS = lazily(
    r"(?:^|[./])(?:facebook\.com/(?:sharer|share|dialog)|twitter\.com/(?:intent|share|home)|x\.com/(?:intent|share)|linkedin\.com/(?:share|sharing|cws)|"
    r"(?:api\.|web\.)?whatsapp\.com/send|wa\.me/|t\.me/share|telegram\.me/share|reddit\.com/(?:submit|r)|pinterest\.\w+/pin/create|"
    r"xing\.com/(?:spi|social|app)|getpocket\.com/(?:save|edit)|bsky\.app/intent|threads\.net/intent|threads\.com/intent|tumblr\.com/(?:share|widgets)|"
    r"flipboard\.com|share\.flipboard|mastodonshare|vk\.com/share|viadeo|digg\.com/submit|stumbleupon|news\.ycombinator|"
    r"plus\.google\.com/share|google\.com/bookmarks|addtoany\.com|instapaper\.com|line\.me/R/msg|mail\.google|buffer\.com)",
    re.IGNORECASE,
)
_TARGET_KEYS = (
    "u",
    "url",
    "link",
    "href",
    "canonicalurl",
    "text",
    "body",
    "title",
    "status",
    "media",
    "p[url]",
    "st.shareurl",
)
_UNSAFE = lazily(r"[\x00-\x20\x7f\"<>\\^`{|}]")
_ADDRESS = lazily(r"https?://[^\s\"'<>()\[\]]{3,1000}")


def safe_address(text: str) -> str:
    """An http(s) address fit to be linked, "" for anything else (scripts, data, spaces)."""
    text = text.strip()
    if len(text) > _LONGEST or not text.lower().startswith(("https://", "http://")):
        return ""
    if _UNSAFE.search(text):
        return ""
    try:
        parts = urlsplit(text)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        return ""
    return text if "." in host and not host.startswith(".") and not parts.username else ""


def host_of(address: str) -> str:
    """The host without "www.", in small letters; "" where there is none.

    >>> host_of("https://www.Example.org/a")
    'example.org'
    """
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


def untracked(address: str) -> str:
    """The address without parameters that only follow readers, and without a fragment.

    >>> untracked("https://example.org/a?id=3&utm_source=x#top")
    'https://example.org/a?id=3'
    """
    if "?" not in address and "#" not in address:
        return address
    try:
        parts = urlsplit(address)
        pairs = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100)
    except ValueError:
        return address.split("#", 1)[0].split("?", 1)[0]
    kept = [(key, value) for key, value in pairs if not _TRACKING.fullmatch(key)]
    query = parts.query if len(kept) == len(pairs) else urlencode(kept)
    return urlunsplit((parts.scheme, parts.netloc, parts.path, query, ""))


def is_share(address: str) -> bool:
    """Whether an address is a network's or a mail program's "share this page"."""
    return address.startswith("mailto:?") or bool(_SHARERS.search(address[:120]))


def share_target(address: str) -> str:
    """The page that a share link offers to share, untracked; "" where it holds none."""
    query = address.partition("?")[2][: 2 * _LONGEST]
    if not query:
        return ""
    try:
        pairs = parse_qsl(query.replace("&amp;", "&"), max_num_fields=60)
    except ValueError:
        return ""
    values = {key.lower(): value for key, value in reversed(pairs)}
    for key in _TARGET_KEYS:
        found = _ADDRESS.search(
            unquote(values.get(key, "")) if "%3A" in values.get(key, "") else values.get(key, "")
        )
        if found:
            target = safe_address(found[0].rstrip(".,;:!?»”"))
            if target and not is_share(target):
                return untracked(target)
    return ""


def slug_words(address: str) -> frozenset[str]:
    """The words of an address's last long path part, for comparing it with a title."""
    try:
        path = urlsplit(address).path
    except ValueError:
        return frozenset()
    parts = [part for part in path.split("/") if part]
    longest = max(parts, key=len, default="")
    return frozenset(word for word in re.split(r"[^a-z0-9]+", unquote(longest).lower()) if len(word) > 2)  # noqa: PLR2004  shorter ones are articles
