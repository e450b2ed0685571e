"""The picture that networks show beside a link: a name in large letters, the site above it."""

import io

from msgspec import Struct

WIDTH = 1200
HEIGHT = 630
_LEFT = 80
_PAPER = (255, 254, 252)
_INK = (22, 23, 26)
_ACCENT = (161, 29, 33)
_ACCENT_AT = 255  # the palette's last entry; text takes the shades below it
# The largest size in which a name fits in so many lines; a headline takes more of them.
_NAME_SIZES = ((128, 2), (104, 2), (84, 2), (66, 2), (66, 4), (54, 5))
_SMALL = 44
_LONGEST = 300  # characters of which any card shows but a part: fitting more takes their square
FONT = "card.ttf"  # among the assets; drawn with, not published
_SIGNS = "¡£©ª«®°²³·º»¼½¾¿ÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÔÖ×ØÙÚÛÜßàáâãäåæçèéêëíîïñóôõö÷øùúûüÿıŒœ–—‘’“”„•…‹›€\u00a0"
_DRAWN = frozenset(map(chr, range(0x20, 0x7F))) | frozenset(_SIGNS)


class CardView(Struct, frozen=True):
    """What a card says: the site, the name of a shelf, and what that is or where it stands."""

    site: str
    name: str
    foot: str


def can_draw(*texts: str) -> bool:
    """Whether the font that comes with the project has all these signs."""
    return all(sign in _DRAWN for text in texts for sign in text)


def draw(card: CardView, font: bytes) -> bytes:
    """The card as PNG in a palette from paper to ink; the same view gives the same bytes."""
    from PIL import Image, ImageDraw, ImageFont  # noqa: PLC0415  only where a card is made

    def face(size: int) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(io.BytesIO(font), size, layout_engine=ImageFont.Layout.BASIC)

    name, site, foot = (text[:_LONGEST] for text in (card.name, card.site, card.foot))
    image = Image.new("L", (WIDTH, HEIGHT), 0)
    pen = ImageDraw.Draw(image)
    room = WIDTH - 2 * _LEFT
    small = face(_SMALL)
    pen.text((_LEFT, 84), _fitted(site, small, room), font=small, fill=_ACCENT_AT - 1)
    large, lines, most = face(_NAME_SIZES[-1][0]), [name], 1
    for size, most in _NAME_SIZES:
        large = face(size)
        lines = _broken(name, large, room)
        if len(lines) <= most and all(large.getlength(line) <= room for line in lines):
            break
    if len(lines) > most:
        lines[most - 1] += "…"
    lines = [_fitted(line, large, room) for line in lines[:most]]
    step = round(large.size * 1.1)
    top = (HEIGHT - step * len(lines)) // 2
    for at, line in enumerate(lines):
        pen.text((_LEFT, top + at * step), line, font=large, fill=_ACCENT_AT - 1)
    pen.text((_LEFT, HEIGHT - 84 - _SMALL), _fitted(foot, small, room), font=small, fill=_ACCENT_AT - 1)
    pen.rectangle((0, 0, WIDTH, 23), fill=_ACCENT_AT)
    image.putpalette(_palette())
    out = io.BytesIO()
    image.save(out, "PNG", compress_level=6)
    return out.getvalue()


def _palette() -> list[int]:
    """Shades from paper to ink, then the accent."""
    shades = [
        round(paper + (ink - paper) * at / (_ACCENT_AT - 1))
        for at in range(_ACCENT_AT)
        for paper, ink in zip(_PAPER, _INK, strict=True)
    ]
    return [*shades, *_ACCENT]


def _broken(text: str, font, room: int) -> list[str]:  # type: ignore[no-untyped-def]  # noqa: ANN001  Pillow loads late
    """The text in lines that fit, broken between words; a no-break space holds two together."""
    lines: list[str] = []
    for word in filter(None, text.split(" ")):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _fitted(text: str, font, room: int) -> str:  # type: ignore[no-untyped-def]  # noqa: ANN001  Pillow loads late
    """The text, cut where it is too long for its line."""
    if font.getlength(text) <= room:
        return text
    while text and font.getlength(text + "…") > room:
        text = text[:-1]
    return text.rstrip() + "…"
