"""The project's mark, a C around a printer's lozenge, drawn as in templates/icons/mark.svg."""

from __future__ import annotations

from functools import lru_cache

from PIL import Image, ImageDraw

#: How much larger it is drawn, so that its edges are smooth.
_FINER = 4
_CANVAS = 32


@lru_cache(maxsize=4)
def mark(size: int) -> Image.Image:
    """The mark as a mask of ``size`` by ``size`` pixels."""
    scale = size * _FINER / _CANVAS
    picture = Image.new("L", (size * _FINER, size * _FINER))
    draw = ImageDraw.Draw(picture)
    _arc(draw, scale, centre=15.68, radius=12, gap=37.5, stroke=3.2)
    _arc(draw, scale, centre=16.07, radius=7.6, gap=33.5, stroke=1.1)
    x, y, reach = 16.3 * scale, 16 * scale, 4.3 * scale
    draw.polygon([(x, y - reach), (x + reach, y), (x, y + reach), (x - reach, y)], fill=255)
    return picture.resize((size, size), Image.Resampling.BOX)


def _arc(
    draw: ImageDraw.ImageDraw, scale: float, *, centre: float, radius: float, gap: float, stroke: float
) -> None:
    outer = (radius + stroke / 2) * scale
    middle = (centre * scale, _CANVAS / 2 * scale)
    box = [middle[0] - outer, middle[1] - outer, middle[0] + outer, middle[1] + outer]
    draw.arc(box, gap, 360 - gap, fill=255, width=round(stroke * scale))
