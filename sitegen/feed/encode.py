"""Values as JSON, letters as themselves, in the order given."""

from typing import Any

import msgspec


def encoded(value: Any) -> bytes:
    """JSON on one line."""
    return msgspec.json.encode(value)


def indented(value: Any) -> bytes:
    """JSON for people too."""
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"
