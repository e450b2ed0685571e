"""Images published with the site."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A local image as published: its address and size, and further widths of it for `srcset`."""

    url: str
    width: int
    height: int
    srcset: str = ""
