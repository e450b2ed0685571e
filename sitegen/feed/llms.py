"""`llms.txt`: where a program finds the digest's data, in Markdown (llmstxt.org)."""

from collections.abc import Mapping

from sitegen.feed.address import absolute
from sitegen.feed.edition import Edition, Plan
from sitegen.feed.escape import one_line
from sitegen.model import Body
from sitegen.text import routes


def write_llms(_plan: Plan, edition: Edition, _bodies: Mapping[str, Body]) -> bytes:
    """The file in the site's language."""
    config = edition.config
    values = {
        "title": one_line(config.title),
        "description": one_line(config.description) or one_line(config.tagline) or one_line(config.title),
        "rights": one_line(config.rights),
        "home": absolute(routes.HOME, config),
        "api": absolute(routes.API, config),
    }
    return edition.strings["llms.text"].format_map(values).replace(". \n", ".\n").encode()
