"""What a template depends on: its text, the templates it uses, the assets they name."""

from collections.abc import Mapping

from sitegen.render.assets import Assets
from sitegen.render.signature import signed
from sitegen.text.lazily import lazily

_USES = lazily(r"""\{%[-+]?\s*(?:extends|include|import|from)\s+["']([^"']+)["']""")
_ASSETS = lazily(r"""assets\[["']([^"']+)["']\]""")


def closures(files: Mapping[str, str], assets: Assets) -> dict[str, str]:
    """For each template, a digest of its text, of every template it uses, and of the assets they name."""
    digests: dict[str, str] = {}
    for name in sorted(files):
        seen = [name]
        for each in seen:
            seen += [used for used in _USES.findall(files.get(each, "")) if used not in seen]
        texts = [files.get(each, "") for each in sorted(seen)]
        named = sorted({asset for text in texts for asset in _ASSETS.findall(text)})
        digests[name] = signed(*texts, *(assets.urls.get(asset, "") for asset in named))
    return digests
