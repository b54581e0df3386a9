"""Drawing a social card: a sheet of the site's paper, its accent at the edge, the title large."""

from __future__ import annotations

import io
import logging

from PIL import Image, ImageColor, ImageDraw, ImageOps

from core.colour import readable
from core.media.damage import DAMAGE
from core.social_cards.card import SIZE, Card
from core.social_cards.fitting import ELLIPSIS, Setting, fit
from core.social_cards.fonts import direction_of, font, is_right_to_left, runs, width, writable
from core.social_cards.mark import mark

logger = logging.getLogger(__name__)

#: The light tokens of static/css/tokens.css.
PAPER, INK, MUTED = "#fcfbf8", "#1d1b18", "#5d574e"
DEFAULT_ACCENT = "#a8321f"
MARGIN, EDGE = 88, 18
ROOM = (SIZE[0] - 2 * MARGIN, 312)
#: Baselines and edges from the top, in pixels.
HEAD, TITLE_BOTTOM, RULE, BYLINE = 66, 476, 514, 570
MARK, NAME_SIZE, BYLINE_SIZE, LOGO_ROOM = 56, 34, 30, (300, 60)
#: The large mark behind the text: size, centre, and how much of the accent is in its colour.
SHADOW, SHADOW_AT, SHADOW_STRENGTH = 760, (1010, 420), 0.055
COLOURS = 48
#: The two steps above it take seven times as long for a file a tenth smaller.
COMPRESSION = 7


def paint(card: Card) -> bytes:
    """The card as a PNG."""
    accent = _accent(card.accent)
    sheet = Image.new("RGB", SIZE, PAPER)
    title = writable(card.title)
    pen = Pen(sheet, right_to_left=is_right_to_left(title or card.site_name))
    logo = _logo(card.logo)
    if logo is None:
        # Beside a site's own logo our mark has no business.
        pen.stamp(mark(SHADOW), SHADOW_AT, _mixed(accent, PAPER, SHADOW_STRENGTH))
    pen.block(0, 0, EDGE, SIZE[1], accent)
    name = writable(card.site_name)
    _head(pen, logo, name if title else "", accent)
    _title(pen, fit(title or name, ROOM))
    pen.block(MARGIN, RULE, 72, 4, accent)
    byline = _byline(card.authors)
    pen.write(byline, MARGIN, BYLINE, BYLINE_SIZE, MUTED, bold=False)
    return _png(sheet)


class Pen:
    """Draws on a sheet; ``x`` counts from the side where reading begins."""

    def __init__(self, sheet: Image.Image, *, right_to_left: bool) -> None:
        self.sheet = sheet
        self.draw = ImageDraw.Draw(sheet)
        self.right_to_left = right_to_left

    def block(self, x: int, y: int, wide: int, high: int, colour: str) -> None:
        """Fill a rectangle."""
        left = self._left(x, wide)
        self.draw.rectangle([left, y, left + wide - 1, y + high - 1], fill=colour)

    def stamp(self, mask: Image.Image, centre: tuple[int, int], colour: str) -> None:
        """Fill a shape around a point."""
        left = self._left(centre[0] - mask.width // 2, mask.width)
        self.sheet.paste(colour, (left, centre[1] - mask.height // 2), mask)

    def picture(self, picture: Image.Image, x: int, y: int) -> None:
        """Put a picture on the sheet, whose transparency counts."""
        self.sheet.paste(picture, (self._left(x, picture.width), y), picture)

    def write(self, text: str, x: int, baseline: float, size: int, colour: str, *, bold: bool = True) -> None:
        """Write one line."""
        parts = runs(text)
        at = float(self._left(x, 0))
        for part in parts:
            face = font(part.font, size, bold)
            direction = direction_of(face, self.right_to_left)
            advance = face.getlength(part.text, **direction)
            start = at - advance if self.right_to_left else at
            self.draw.text((start, baseline), part.text, fill=colour, font=face, anchor="ls", **direction)
            at = start if self.right_to_left else at + advance

    def _left(self, x: int, wide: int) -> int:
        return SIZE[0] - x - wide if self.right_to_left else x


def _head(pen: Pen, logo: Image.Image | None, name: str, accent: str) -> None:
    if logo is None:
        pen.stamp(mark(MARK), (MARGIN + MARK // 2 - 4, HEAD + MARK // 2), accent)
        taken = MARK + 12
    else:
        pen.picture(logo, MARGIN, HEAD + (MARK - logo.height) // 2)
        taken = logo.width + 20
    name = _cut(name, ROOM[0] - taken, NAME_SIZE, bold=True)
    pen.write(name, MARGIN + taken, HEAD + MARK // 2 + NAME_SIZE * 0.33, NAME_SIZE, INK)


def _title(pen: Pen, setting: Setting) -> None:
    # Ends just above the rule, however many lines it has; letters reach a quarter of their size below the line.
    first = TITLE_BOTTOM - (len(setting.lines) - 1) * setting.leading - setting.size * 0.22
    for number, line in enumerate(setting.lines):
        pen.write(line, MARGIN, first + number * setting.leading, setting.size, INK)


def _byline(authors: tuple[str, ...]) -> str:
    names = [name for name in (writable(each) for each in authors) if name]
    return _cut(", ".join(names), ROOM[0], BYLINE_SIZE, bold=False)


def _cut(text: str, room: float, size: int, *, bold: bool) -> str:
    """The text, shortened until it fits on one line of ``room`` pixels."""
    if width(text, size, bold) <= room:
        return text
    while text and width(text + ELLIPSIS, size, bold) > room:
        text = text[:-1]
    return text.rstrip(" ,") + ELLIPSIS


def _logo(path: str) -> Image.Image | None:
    """The site's logo in the size of the mark; None when there is none or it cannot be read."""
    if not path:
        return None
    try:
        with Image.open(path) as picture:
            return ImageOps.contain(picture.convert("RGBA"), LOGO_ROOM, Image.Resampling.LANCZOS)
    except DAMAGE as error:
        logger.warning("The logo %s cannot be drawn on social cards: %s", path, error)
        return None


def _accent(colour: str) -> str:
    try:
        return readable(colour, PAPER, 3)
    except ValueError:
        return DEFAULT_ACCENT


def _mixed(one: str, other: str, share: float) -> str:
    pairs = zip(ImageColor.getrgb(one), ImageColor.getrgb(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def _png(sheet: Image.Image) -> bytes:
    output = io.BytesIO()
    # A few dozen shades are all a card has; a palette makes the file a third as large.
    flat = sheet.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    flat.save(output, "PNG", compress_level=COMPRESSION)
    return output.getvalue()
