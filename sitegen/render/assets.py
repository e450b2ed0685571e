"""Stylesheet, scripts, fonts and icons under names that change with their content."""

import hashlib
import re
from collections.abc import Mapping

from msgspec import Struct, field

from sitegen.model import Artifact
from sitegen.text.lazily import lazily

FOLDER = "assets"
_UNPUBLISHED = (".ttf", ".otf")
_NAMED = lazily(r"asset:([\w./-]+)")  # url("asset:newsreader.woff2"), import "asset:store.js"
_CSS_NOISE = lazily(r"/\*.*?\*/\s*|^[ \t]+|\n(?=\s*\n)", re.DOTALL | re.MULTILINE)


class Assets(Struct, frozen=True):
    """Where each asset is published: logical name ("site.css") to root-relative address.

    ``kept`` are the bytes of those that only the build uses: fonts to draw with.
    """

    urls: dict[str, str] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict)

    def __getitem__(self, name: str) -> str:
        """The address of an asset."""
        return self.urls[name]


def plan_assets(files: Mapping[str, bytes]) -> tuple[Assets, tuple[Artifact, ...]]:
    """Addresses and files to publish, from names relative to `templates/assets/` and their bytes.

    A stylesheet or script names another asset as `asset:NAME`; it gets that asset's published name, in the
    same folder (a name that nobody has stays, for the browser to miss). All are published in one folder: a
    folder's name becomes part of the asset's.
    """
    urls: dict[str, str] = {}
    artifacts = []
    kept = {name: data for name, data in sorted(files.items()) if name.endswith(_UNPUBLISHED)}
    for name in _in_order({name: data for name, data in files.items() if name not in kept}):
        data = files[name]
        if name.endswith((".css", ".js")):
            text = data.decode()
            if name.endswith(".css"):
                text = _CSS_NOISE.sub("", text)
            data = _NAMED.sub(
                lambda found: "./" + urls.get(found[1], found[1]).rsplit("/", 1)[-1], text
            ).encode()
        stem, dot, suffix = name.replace("/", "-").rpartition(".")
        digest = hashlib.blake2b(data, digest_size=4).hexdigest()
        path = f"{FOLDER}/{stem}.{digest}{dot}{suffix}"
        urls[name] = "/" + path
        artifacts.append(Artifact(path, data))
    return Assets(dict(sorted(urls.items())), kept), tuple(sorted(artifacts, key=lambda item: item.path))


def _in_order(files: Mapping[str, bytes]) -> list[str]:
    """Names such that every asset comes after those it names; of a circle, the first by name goes first."""
    wanted = {
        name: [found for found in _NAMED.findall(files[name].decode("utf-8", "replace")) if found in files]
        if name.endswith((".css", ".js"))
        else []
        for name in sorted(files)
    }
    done: list[str] = []
    while len(done) < len(wanted):
        left = [name for name in wanted if name not in done]
        done += [name for name in left if all(need in done for need in wanted[name])] or left[:1]
    return done
