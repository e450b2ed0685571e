"""Image files looked at and converted; a file that lies about itself is refused, never trusted."""

import contextlib
import os
import stat
import warnings
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

from sitegen.effects.disk import Disk
from sitegen.effects.memo import Memo, digest_bytes, encode
from sitegen.model import NOTHING, Diagnostic, Said, Where, said
from sitegen.render.picture import Shot, Variant, variants

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "AVIF")
_MAX_BYTES = 30_000_000
_MAX_PIXELS = 60_000_000  # beyond any camera a desk uses; a bomb unfolds to far more
_MAX_SIDE = 32_000  # a screenshot of a long page; a strip of one pixel's width is no picture
_MAX_SCANNED = 750_000_000  # pixels times passes over them: a camera's progressive JPEG has ten passes
_MAX_CHUNKS = 20_000  # parts of a PNG file: 30 MB in parts of 4 kB are 8,000
_QUALITY = 80
_MEMO = "images"
_SAVE_AGAIN = said("save it again as JPEG, PNG or WebP")
_RECORD = "images/record"  # in the cache: what was written beside it


class _Seen(Struct, frozen=True):
    """What an image file was when it was last looked at; ``problem`` says why it cannot be used."""

    mtime_ns: int
    size: int
    shot: Shot
    problem: Said = NOTHING


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
        Diagnostic("image-refused", "warning", Where(path), one.problem, _SAVE_AGAIN)
        for path, one in sorted(seen.items())
        if one.problem
    )
    return shots, notes


def _look(disk: Disk, place: str, path: str, mtime: int, size: int) -> _Seen:
    """An image's size and digest, or why it cannot be used."""
    nothing = Shot(path, "", 0, 0)
    if size > _MAX_BYTES:
        return _Seen(
            mtime, size, nothing, said("{size} MB are too much for an image", size=size // 1_000_000)
        )
    from PIL import Image  # noqa: PLC0415  only where there are images

    try:
        data = disk.read(place)
    except (OSError, MemoryError) as error:  # of no size that a file has: looked at again next time
        return _Seen(mtime, -1, nothing, said("cannot be read ({reason})", reason=type(error).__name__))
    try:
        if _in_crumbs(data):
            return _Seen(mtime, size, nothing, said("this file is in too many parts to be an image"))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of odd EXIF: what cannot be read is left out anyway
            with Image.open(place, formats=_FORMATS) as image:
                width, height = image.size
                upright = image.getexif().get(_ORIENTATION, 1)
                passes = data.count(_SCAN) if image.format == "JPEG" else 1
    except Exception as error:  # noqa: BLE001  an image library meets hostile bytes in many ways
        problem = said("cannot be read as an image ({reason})", reason=type(error).__name__)
        return _Seen(mtime, size, nothing, problem)
    if problem := _too_much(width, height, passes):
        return _Seen(mtime, size, nothing, problem)
    if upright in _SIDEWAYS:
        width, height = height, width
    return _Seen(mtime, size, Shot(path, digest_bytes(data), width, height))


def _too_much(width: int, height: int, passes: int) -> Said:
    """What is wrong with an image's size, nothing where it can be shown."""
    sides = {"width": width, "height": height}
    if width * height > _MAX_PIXELS or not width or not height:
        return said("{width} × {height} pixels are too many", **sides)
    if max(width, height) > _MAX_SIDE:
        return said("{width} × {height} pixels are too long a strip", **sides)
    if width * height * passes > _MAX_SCANNED:
        return said("{passes} passes over {width} × {height} pixels are too many", passes=passes, **sides)
    return NOTHING


def _in_crumbs(data: bytes) -> bool:
    """Whether a PNG file has more parts than any picture: each is looked at on its own, slowly."""
    if not data.startswith(_PNG):
        return False
    at = len(_PNG)
    for _ in range(_MAX_CHUNKS):
        at += 12 + int.from_bytes(data[at : at + 4])  # its length, then a name, the content, a checksum
        if at >= len(data):
            return False
    return True


_PNG = b"\x89PNG\r\n\x1a\n"
_SCAN = b"\xff\xda"  # JPEG's mark where a pass over the whole picture begins
_ORIENTATION = 0x0112  # the EXIF tag
_SIDEWAYS = (5, 6, 7, 8)  # its values that swap width and height


class _Made(Struct, frozen=True):
    """A converted image as it was written: what a later build must find, or make again."""

    size: int
    mtime_ns: int
    digest: str


def convert_all(
    root: str, disk: Disk, cache: str, shots: Iterable[Shot]
) -> tuple[Mapping[str, int], tuple[Diagnostic, ...]]:
    """Every form of these images in the cache, made where missing or damaged; sizes by published path."""
    known = _record(disk, cache)
    made: dict[str, _Made] = {}
    notes = []
    for shot in shots:
        missing = []
        for form in variants(shot):
            whole = _whole(disk, f"{cache}/{form.path}", known.get(form.path))
            if whole is None:
                missing.append(form)
            else:
                made[form.path] = whole
        if not missing:
            continue
        try:
            for form, data in zip(missing, _converted(f"{root}/{shot.path}", missing), strict=True):
                target = f"{cache}/{form.path}"
                disk.makedirs(os.path.dirname(target))  # noqa: PTH120  strings
                disk.replace(target, data)
                written = os.stat(target).st_mtime_ns  # noqa: PTH116  strings
                made[form.path] = _Made(len(data), written, digest_bytes(data))
        except _NotConvertedError as error:
            message = said("cannot be converted ({reason})", reason=str(error))
            notes.append(Diagnostic("image-refused", "warning", Where(shot.path), message, _SAVE_AGAIN))
    if made.items() - known.items():
        with contextlib.suppress(OSError):  # what is not on record is made again
            disk.replace(f"{cache}/{_RECORD}", encode({**known, **made}))
    return {path: one.size for path, one in made.items()}, tuple(notes)


def _record(disk: Disk, cache: str) -> dict[str, _Made]:
    """What was written, by path; nothing where that is not known or was damaged."""
    try:
        return msgspec.msgpack.decode(disk.read(f"{cache}/{_RECORD}", _MAX_BYTES), type=dict[str, _Made])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}


def _whole(disk: Disk, place: str, made: _Made | None) -> _Made | None:
    """What is on record of a file that is still as it was written, None for any other.

    One that is published already, under a second name, is taken for the same while its stamp is, as a page
    is; one that is going to be is read.
    """
    if made is None:
        return None
    try:
        status = os.lstat(place)
        if not stat.S_ISREG(status.st_mode):
            return None
        if (status.st_size, status.st_mtime_ns) == (made.size, made.mtime_ns) and status.st_nlink > 1:
            return made
        if digest_bytes(disk.read(place, made.size + 1)) != made.digest:
            return None
    except OSError:
        return None
    return _Made(made.size, status.st_mtime_ns, made.digest)


class _NotConvertedError(Exception):
    """The pixels are not what the head of the file says; the message is the kind of fault."""


def _converted(place: str, forms: Sequence[Variant]) -> list[bytes]:
    """The image upright, in each width, without what a camera wrote into it; decoded once."""
    import io  # noqa: PLC0415  only here

    from PIL import Image, ImageOps  # noqa: PLC0415  only where there are images

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(place, formats=_FORMATS) as opened:
                image = ImageOps.exif_transpose(opened)
                image = image.convert("RGBA" if image.has_transparency_data else "RGB")
        made = []
        for form in forms:
            out = io.BytesIO()
            small = image.resize((form.width, form.height), Image.Resampling.LANCZOS)
            small.save(out, "WEBP", quality=_QUALITY, method=4)
            made.append(out.getvalue())
    except MemoryError:  # no fault of the image's: next time there may be more
        raise
    except Exception as error:
        raise _NotConvertedError(type(error).__name__) from error
    return made
