"""Image files looked at and converted; a file that lies about itself is refused, never trusted."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sitegen.effects.disk import Disk
from sitegen.effects.memo import Memo, digest_bytes
from sitegen.model import Diagnostic, Where
from sitegen.render.picture import Shot, Variant, variants

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_MAX_BYTES = 30_000_000
_MAX_PIXELS = 60_000_000  # beyond any camera a desk uses; a bomb unfolds to far more
_QUALITY = 80
_MEMO = "images"


@dataclass(frozen=True, slots=True)
class _Seen:
    """What an image file was when it was last looked at; ``problem`` says why it cannot be used."""

    mtime_ns: int
    size: int
    shot: Shot
    problem: str = ""


def survey_images(
    root: str, disk: Disk, memo: Memo | None, paths: Iterable[str]
) -> tuple[tuple[Shot, ...], tuple[Diagnostic, ...]]:
    """Every usable image among these files of the site, by path, and what is wrong with the others."""
    kept = (memo.value(_MEMO, dict[str, _Seen]) if memo else None) or {}
    seen: dict[str, _Seen] = {}
    for path in paths:
        place = f"{root}/{path}"
        status = os.stat(place)  # noqa: PTH116  strings
        mtime, size = status.st_mtime_ns, status.st_size
        before = kept.get(path)
        same = before is not None and (before.mtime_ns, before.size) == (mtime, size)
        seen[path] = before if before and same else _look(disk, place, path, mtime, size)
    if memo and seen != kept:
        memo.keep_value(_MEMO, _MEMO, seen)
    shots = tuple(one.shot for _, one in sorted(seen.items()) if not one.problem)
    notes = tuple(
        Diagnostic("image-refused", "warning", Where(path), one.problem, "save it again as JPEG, PNG or WebP")
        for path, one in sorted(seen.items())
        if one.problem
    )
    return shots, notes


def _look(disk: Disk, place: str, path: str, mtime: int, size: int) -> _Seen:
    """An image's size and digest, or why it cannot be used."""
    nothing = Shot(path, "", 0, 0)
    if size > _MAX_BYTES:
        return _Seen(mtime, size, nothing, f"{size // 1_000_000} MB are too much for an image")
    from PIL import Image  # noqa: PLC0415  only where there are images

    try:
        data = disk.read(place)
        with Image.open(place, formats=_FORMATS) as image:
            width, height = image.size
            upright = image.getexif().get(_ORIENTATION, 1)
    except Exception as error:  # noqa: BLE001  an image library meets hostile bytes in many ways
        return _Seen(mtime, size, nothing, f"cannot be read as an image ({type(error).__name__})")
    if width * height > _MAX_PIXELS or not width or not height:
        return _Seen(mtime, size, nothing, f"{width} × {height} pixels are too many")
    if upright in _SIDEWAYS:
        width, height = height, width
    return _Seen(mtime, size, Shot(path, digest_bytes(data), width, height))


_ORIENTATION = 0x0112  # the EXIF tag
_SIDEWAYS = (5, 6, 7, 8)  # its values that swap width and height


def convert_all(
    root: str, disk: Disk, cache: str, shots: Iterable[Shot]
) -> tuple[Mapping[str, int], tuple[Diagnostic, ...]]:
    """Every form of these images in the cache folder, made where missing; sizes by published path."""
    sizes: dict[str, int] = {}
    notes = []
    for shot in shots:
        for form in variants(shot):
            target = f"{cache}/{form.path}"
            try:
                sizes[form.path] = os.stat(target).st_size  # noqa: PTH116  strings
            except OSError:
                try:
                    data = _converted(f"{root}/{shot.path}", form)
                except Exception as error:  # noqa: BLE001  as above: the pixels may lie
                    message = f"cannot be converted ({type(error).__name__})"
                    hint = "save it again as JPEG, PNG or WebP"
                    notes.append(Diagnostic("image-refused", "warning", Where(shot.path), message, hint))
                    break
                disk.makedirs(os.path.dirname(target))  # noqa: PTH120  strings
                disk.replace(target, data)
                sizes[form.path] = len(data)
    return sizes, tuple(notes)


def _converted(place: str, form: Variant) -> bytes:
    """The image upright, in one width, without what a camera wrote into it."""
    import io  # noqa: PLC0415  only here

    from PIL import Image, ImageOps  # noqa: PLC0415  only where there are images

    with Image.open(place, formats=_FORMATS) as opened:
        image = ImageOps.exif_transpose(opened)
        image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        image = image.resize((form.width, form.height), Image.Resampling.LANCZOS)
        out = io.BytesIO()
        image.save(out, "WEBP", quality=_QUALITY, method=4)
    return out.getvalue()
