"""Images that lie or unfold: each is shown within seconds or refused by name, and nothing else is run."""

import io
import os
import shutil
import struct
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import SmallSite
from tests.hostile.programs import sitegen

SECONDS = 15.0  # of processor, for a whole build with one image, on a slow machine too
MARKED = "marked"  # what a program in a file would leave behind


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(
    width: int, height: int, data: bytes = b"", *, extra: bytes = b"", depth: int = 8, kind: int = 2
) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + extra + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1_000_000)) for _ in range(megabytes)) + packer.flush()


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    out = io.BytesIO()
    image.save(out, form, **options)
    return out.getvalue()


def picture(mode: str = "RGB", size: tuple[int, int] = (80, 60)) -> Image.Image:
    return Image.effect_noise(size, 50).convert(mode)


def scans(passes: int, side: int = 5000) -> bytes:
    data = saved(Image.new("RGB", (side, side)), "JPEG", progressive=True, quality=20)
    last = data.rfind(b"\xff\xda")
    return data[:last] + data[last:-2] * passes + data[-2:]


def frames(number: int, form: str) -> bytes:
    two = [Image.new("RGB", (50, 50), color) for color in ("red", "blue")]
    return saved(
        two[0], form, save_all=True, append_images=[two[n % 2] for n in range(1, number)], duration=10
    )


def turned(orientation: int) -> bytes:
    exif = Image.Exif()
    exif[0x0112] = orientation
    return saved(picture(), "JPEG", exif=exif)


SMALL = zeros(1)
EPS = (
    b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n("
    + MARKED.encode()
    + b") (w) file closefile\nshowpage\n"
)
REFUSED: dict[str, Callable[[], bytes]] = {
    "too-many-pixels.png": lambda: png(8000, 8000, SMALL),
    "more-pixels-than-figures.png": lambda: png(2**31 - 1, 2**31 - 1, SMALL),
    "strip.png": lambda: png(1, 59_000_000, zeros(118), kind=0),
    "no-pixels.png": lambda: png(0, 0),
    "comment-bomb.png": lambda: png(9, 9, SMALL, extra=chunk(b"zTXt", b"a\0\0" + zeros(300))),
    "profile-bomb.png": lambda: png(9, 9, SMALL, extra=chunk(b"iCCP", b"a\0\0" + zeros(300))),
    "words-bomb.png": lambda: png(9, 9, SMALL, extra=chunk(b"iTXt", b"a\0\1\0\0\0" + zeros(100)) * 3),
    "crumbs.png": lambda: png(9, 9, SMALL, extra=chunk(b"tEXt", b"a\0b") * 1_500_000),
    "cut.png": lambda: saved(picture(), "PNG")[:60],
    "passes.jpg": lambda: scans(3000),
    "frame-beyond.gif": lambda: b"GIF89a\n\0\n\0\x80\0\0" + bytes(6) + b",\xff\xff\xff\xff\xff\xff\xff\xff\0\2\2D\1\0;",
    "page.gif": lambda: b"GIF89a/*<script>pwned(1)</script>*/",
    "page.png": lambda: b"<svg xmlns='http://www.w3.org/2000/svg' onload='pwned(1)'/>",
    "program.png": lambda: EPS,
    "program.jpg": lambda: EPS,
    "tiff.jpg": lambda: saved(picture(), "TIFF"),
    "icon.png": lambda: saved(picture(), "ICO"),
    "bitmap.png": lambda: saved(picture(), "BMP"),
    "layers.png": lambda: b"8BPS\0\1" + bytes(6) + struct.pack(">HIIHH", 3, 100, 100, 8, 3) + bytes(400),
    "noise.jpg": lambda: bytes((n * 7919) % 256 for n in range(5_000)),
    "empty.jpg": lambda: b"",
}  # fmt: skip
SHOWN: dict[str, Callable[[], bytes]] = {
    "called-otherwise.jpg": lambda: saved(picture(), "PNG"),
    "four-colours.jpg": lambda: saved(picture("CMYK"), "JPEG"),
    "grey.jpg": lambda: saved(picture("L"), "JPEG"),
    "passes-of-a-camera.jpg": lambda: saved(picture(), "JPEG", progressive=True),
    "palette.png": lambda: saved(picture("P"), "PNG", transparency=3),
    "one-bit.png": lambda: saved(picture("1"), "PNG"),
    "sixteen-bits.png": lambda: saved(Image.new("I;16", (80, 60), 40_000), "PNG"),
    "clear.png": lambda: saved(picture("LA"), "PNG"),
    "turned.jpg": lambda: turned(6),
    "turned-nowhere.jpg": lambda: turned(99),
    "one-pixel.png": lambda: saved(picture("RGB", (1, 1)), "PNG"),
    "many-frames.gif": lambda: frames(2_000, "GIF"),
    "many-frames.png": lambda: frames(500, "PNG"),
    "many-frames.webp": lambda: frames(100, "WEBP"),
    "broken-exif.png": lambda: png(9, 9, SMALL, extra=chunk(
        b"eXIf", b"MM\0*\0\0\0\x08\xff\xff" + b"\x01\x12\0\x03\xff\xff\xff\xff\0\0\0\0" * 60_000)),
    "exif-in-itself.png": lambda: png(9, 9, SMALL, extra=chunk(
        b"eXIf", b"MM\0*\0\0\0\x08\0\x01\x87\x69\0\x04\0\0\0\1\0\0\0\x08")),
}  # fmt: skip
LONG: dict[str, Callable[[], bytes]] = {
    "as-many-pixels-as-may-be.png": lambda: png(7681, 7681, zeros(178)),
    "as-many-pixels-of-16-bits.png": lambda: png(7681, 7681, zeros(473), depth=16, kind=6),
    "as-many-passes-as-may-be.jpg": lambda: scans(20),
}


def build(site: SmallSite, name: str, data: bytes) -> tuple[str, float, list[Path]]:
    site.article("a", title="Un titre", date="2025-01-02", image=f"assets/{name}")
    site.write(f"assets/{name}", data)
    done = sitegen("build", "--root", site.root, "--no-search")
    assert done.code == 0, done.err
    assert "Warning:" not in done.err
    return done.err, done.seconds, list(site.public.rglob("*.webp"))


@pytest.mark.hostile
@pytest.mark.parametrize("name", REFUSED)
def test_an_image_that_lies_is_refused_by_name(site: SmallSite, name: str) -> None:
    said, seconds, shown = build(site, name, REFUSED[name]())
    assert f"assets/{name}:0: warning image-refused" in said
    assert shown == []
    assert seconds < SECONDS
    assert not any(MARKED in names for _, _, names in os.walk(site.root))


@pytest.mark.hostile
@pytest.mark.parametrize("name", SHOWN)
def test_an_odd_image_is_shown(site: SmallSite, name: str) -> None:
    said, seconds, shown = build(site, name, SHOWN[name]())
    assert "image-" not in said
    assert seconds < SECONDS
    for path in shown:
        with Image.open(path) as image:
            assert not image.getexif()
            assert getattr(image, "n_frames", 1) == 1
    assert shown
    if name == "turned.jpg":
        with Image.open(shown[0]) as image:
            assert image.size == (60, 80)


@pytest.mark.hostile
@pytest.mark.parametrize("name", LONG)
def test_the_largest_image_is_converted_in_some_seconds(site: SmallSite, name: str) -> None:
    said, seconds, shown = build(site, name, LONG[name]())
    assert "image-refused" not in said
    assert shown
    assert seconds < 3 * SECONDS


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:99])


def _turned_in_place(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(60)
        file.write(b"!")


def _another(path: Path) -> None:
    path.unlink()
    path.write_bytes(b"!" * 200)


def _leads_out(path: Path) -> None:
    path.unlink()
    path.symlink_to("/etc/passwd")


DAMAGES = (_cut, _turned_in_place, _another, _leads_out, Path.unlink)


def test_a_converted_image_that_was_damaged_is_made_again(site: SmallSite) -> None:
    for number in range(len(DAMAGES)):
        site.write(f"images/{number}.png", saved(picture(), "PNG"))
        site.article(str(number), title=f"Titre {number}", image=f"images/{number}.png")
    site.build()
    whole = site.tree()
    images = [path for path in whole if path.endswith(".webp")]
    assert len(images) == len(DAMAGES)
    for folder in (site.root / ".sitegen", site.public):
        for damage, image in zip(DAMAGES, images, strict=True):
            damage(folder / image)
        assert site.build().status == "done"
        assert site.tree() == whole
    for damage, image in zip(DAMAGES, images, strict=True):
        damage(site.root / ".sitegen" / image)
    shutil.rmtree(site.public)  # what was kept is all there is to publish
    site.build()
    assert site.tree() == whole
    assert not any((site.public / image).is_symlink() for image in images)
