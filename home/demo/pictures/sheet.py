"""A sheet of paper to draw on: shapes, overprinting, soft shadows and grain."""

from __future__ import annotations

import random
from collections.abc import Iterable
from io import BytesIO

from PIL import Image, ImageChops, ImageDraw, ImageFilter, ImageFont

PAPER = "#f5eddf"
INK = "#231f1c"
BRICK = "#b4432f"
OCHRE = "#dba544"
TEAL = "#2f7072"
PLUM = "#5b3a5c"
NIGHT = "#1b2333"
SHADE = "#191512"
INKS = (BRICK, OCHRE, TEAL, PLUM)

# Everything is drawn at twice the size and halved at the end, which smooths all edges.
SCALE = 2

Point = tuple[float, float]


def rgb(colour: str) -> tuple[int, int, int]:
    """The three channels of ``#rrggbb``."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(first: str, second: str, share: float) -> str:
    """A colour between two: ``share`` 0 is the first, 1 the second."""
    pairs = zip(rgb(first), rgb(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


class Sheet:
    """A drawing in progress, ``width`` by ``height`` pixels, with chance seeded by its name."""

    def __init__(self, width: int, height: int, seed: str, paper: str = PAPER) -> None:
        self.width, self.height = width, height
        self.chance = random.Random(seed)  # noqa: S311 - decides where ink falls, protects nothing
        self.image = Image.new("RGB", (width * SCALE, height * SCALE), paper)
        self.pen = ImageDraw.Draw(self.image)

    def polygon(self, points: Iterable[Point], colour: str) -> None:
        """Fill an outline."""
        self.pen.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=colour)

    def line(self, points: Iterable[Point], colour: str, width: float) -> None:
        """Draw a line through the points with rounded corners."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=colour, width=max(1, round(width * SCALE)), joint="curve")

    def disc(self, x: float, y: float, radius: float, colour: str) -> None:
        """Fill a circle."""
        self.pen.ellipse(self._box(x - radius, y - radius, x + radius, y + radius), fill=colour)

    def ring(self, x: float, y: float, radius: float, colour: str, width: float) -> None:
        """Draw a circle's outline."""
        box = self._box(x - radius, y - radius, x + radius, y + radius)
        self.pen.ellipse(box, outline=colour, width=max(1, round(width * SCALE)))

    def slice(self, x: float, y: float, radius: float, angles: tuple[float, float], colour: str) -> None:
        """Fill a sector of a circle between two angles in degrees, clockwise from the right."""
        self.pen.pieslice(self._box(x - radius, y - radius, x + radius, y + radius), *angles, fill=colour)

    def rect(
        self, left: float, top: float, right: float, bottom: float, colour: str, radius: float = 0
    ) -> None:
        """Fill a rectangle, with rounded corners if wanted."""
        self.pen.rounded_rectangle(self._box(left, top, right, bottom), radius * SCALE, fill=colour)

    def text(self, x: float, y: float, words: str, colour: str, size: float, anchor: str = "mm") -> None:
        """Set type in the face Pillow brings along, so that no font has to be installed."""
        font = ImageFont.load_default(size * SCALE)
        self.pen.text((x * SCALE, y * SCALE), words, fill=colour, font=font, anchor=anchor)

    def overprint(self) -> Sheet:
        """A second sheet to draw on with one ink; lay it over this one with :meth:`press`."""
        layer = Sheet.__new__(Sheet)
        layer.width, layer.height, layer.chance = self.width, self.height, self.chance
        layer.image = Image.new("RGB", self.image.size, "#ffffff")
        layer.pen = ImageDraw.Draw(layer.image)
        return layer

    def press(self, layer: Sheet) -> None:
        """Print a layer over this sheet, as translucent ink: where inks meet they darken."""
        self._replace(ImageChops.multiply(self.image, layer.image))

    def shadow(
        self, points: list[Point], offset: Point = (6, 12), blur: float = 16, depth: float = 0.35
    ) -> None:
        """Cast the soft shadow of an outline; draw the outline itself afterwards."""
        # Blurred things need few pixels: an eighth of the drawing is plenty, and fast.
        moved = [((x + offset[0]) / 4, (y + offset[1]) / 4) for x, y in points]
        reach = blur / 2 + 1
        left, top = (max(0, int(min(axis) - reach)) for axis in zip(*moved, strict=True))
        right = min(self.width // 4, int(max(x for x, _ in moved) + reach))
        bottom = min(self.height // 4, int(max(y for _, y in moved) + reach))
        small = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(small).polygon([(x - left, y - top) for x, y in moved], fill=round(255 * depth))
        soft = small.filter(ImageFilter.GaussianBlur(blur / 4))
        full = soft.resize((small.width * 4 * SCALE, small.height * 4 * SCALE), Image.Resampling.BILINEAR)
        self.image.paste(SHADE, (left * 4 * SCALE, top * 4 * SCALE), full)

    def gradient(self, top: str, bottom: str) -> None:
        """Fill the sheet from one colour at the top to another at the bottom."""
        column = Image.new("RGB", (1, 256))
        column.putdata([rgb(mix(top, bottom, step / 255)) for step in range(256)])
        self._replace(column.resize(self.image.size, Image.Resampling.BILINEAR))

    def jpeg(self, grain: float = 0.09) -> bytes:
        """The finished picture, with the tooth of paper in it."""
        picture = self.image.reduce(SCALE)
        noise = Image.frombytes("L", picture.size, self.chance.randbytes(picture.width * picture.height))
        noise = noise.filter(ImageFilter.GaussianBlur(0.6)).point(
            [round(128 + (v - 128) * grain * 2) for v in range(256)]
        )
        picture = ImageChops.soft_light(picture, Image.merge("RGB", (noise, noise, noise)))
        output = BytesIO()
        picture.save(output, "JPEG", quality=86, optimize=True)
        return output.getvalue()

    def _replace(self, image: Image.Image) -> None:
        self.image = image
        self.pen = ImageDraw.Draw(image)

    def _box(self, left: float, top: float, right: float, bottom: float) -> tuple[float, float, float, float]:
        return left * SCALE, top * SCALE, right * SCALE, bottom * SCALE
