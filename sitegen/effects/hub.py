"""Telling a WebSub hub that feeds changed."""

import http.client
import urllib.error
import urllib.request

from sitegen.model.said import Said, said, said_by

_SECONDS = 20


class HubError(Exception):
    """The hub could not be told; the sentence says why."""


def post(url: str, body: bytes, media_type: str) -> int:
    """The hub's status for a form; raises HubError where it cannot be reached or refuses."""
    if not url.startswith(("https://", "http://")):
        raise HubError(said("{url} is no web address", url=url))
    request = urllib.request.Request(url, body, {"Content-Type": media_type})  # noqa: S310  scheme checked above
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310  as above
            return int(answer.status)
    except urllib.error.HTTPError as error:
        status = f"{error.code} {error.reason}"
        raise HubError(said("{url} answered {status}", url=url, status=status)) from error
    except (OSError, http.client.HTTPException) as error:
        why = getattr(error, "reason", error)
        reason = said_by(why) if isinstance(why, BaseException) else Said(str(why))
        raise HubError(said("{url} cannot be reached: {reason}", url=url, reason=reason)) from error
