"""Local images as published: under names that follow their content, in a few widths, as WebP."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

WIDTHS = (480, 960, 1440)  # a phone, a tablet or a dense phone, a desk's screen
_SERVED_FROM = ("static/", "content/articles/", "content/", "seeds/")  # what front matter may leave out


class Shot(Struct, frozen=True):
    """An image file of the site's: its path, the digest of its bytes, its size as shown, upright."""

    path: str
    digest: str
    width: int
    height: int


class Variant(Struct, frozen=True):
    """One published form of an image: path in the output, and the width to make it in."""

    path: str
    width: int
    height: int


def variants(shot: Shot) -> tuple[Variant, ...]:
    """The forms in which an image is published, narrowest first; never wider than it is."""
    widths = sorted({min(width, shot.width) for width in WIDTHS})
    return tuple(
        Variant(f"images/{shot.digest}-{width}.webp", width, max(1, round(shot.height * width / shot.width)))
        for width in widths
    )


def srcset(shot: Shot, prefix: str) -> str:
    """The `srcset` of an image, "" where one width is all there is."""
    forms = variants(shot)
    return ", ".join(f"{prefix}/{form.path} {form.width}w" for form in forms) if len(forms) > 1 else ""


def by_address(shots: Iterable[Shot]) -> Mapping[str, Shot]:
    """Each image under every address by which a text may name it.

    That is its path from the site's folder, with or without a slash in front, and the same without the folder
    that other generators serve from.
    """
    found: dict[str, Shot] = {}
    for shot in shots:
        names = [shot.path]
        names += [shot.path.removeprefix(start) for start in _SERVED_FROM if shot.path.startswith(start)]
        for name in names:
            found.setdefault(name, shot)
            found.setdefault("/" + name, shot)
    return found


class Picture(Struct, frozen=True):
    """A local image as published: its address and size, and further widths of it for `srcset`."""

    url: str
    width: int
    height: int
    srcset: str = ""


def picture_of(shot: Shot, prefix: str) -> Picture:
    """An image as pages show it: its widest form, and the others for the browser to choose from."""
    widest = variants(shot)[-1]
    return Picture(f"/{widest.path}", widest.width, widest.height, srcset(shot, prefix))
