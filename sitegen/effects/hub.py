"""Telling a WebSub hub that feeds changed."""

import http.client
import urllib.error
import urllib.request

_SECONDS = 20


class HubError(Exception):
    """The hub could not be told; the message says why."""


def post(url: str, body: bytes, media_type: str) -> int:
    """The hub's status for a form; raises HubError where it cannot be reached or refuses."""
    if not url.startswith(("https://", "http://")):
        raise HubError(f"{url} is no web address")
    request = urllib.request.Request(url, body, {"Content-Type": media_type})  # noqa: S310  scheme checked above
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310  as above
            return int(answer.status)
    except urllib.error.HTTPError as error:
        raise HubError(f"{url} answered {error.code} {error.reason}") from error
    except (OSError, http.client.HTTPException) as error:
        raise HubError(f"{url} cannot be reached: {getattr(error, 'reason', error)}") from error
