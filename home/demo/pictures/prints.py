"""Prints: overlapping inks, folded blots and an ornament."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw, ImageFilter, ImageOps

from .sheet import BRICK, INK, NIGHT, OCHRE, PAPER, PLUM, SCALE, TEAL, Sheet, mix


def overprint(sheet: Sheet) -> None:
    """Large overlapping shapes in three inks; where they meet, the inks darken."""
    inks = [mix(colour, "#ffffff", 0.12) for colour in (BRICK, OCHRE, TEAL)]
    sheet.chance.shuffle(inks)
    middle = sheet.height / 2
    for number, ink in enumerate(inks):
        layer = sheet.overprint()
        x = sheet.width * (0.3 + 0.2 * number) + sheet.chance.uniform(-40, 40)
        y = middle + sheet.chance.uniform(-0.14, 0.14) * sheet.height
        layer.disc(x, y, sheet.height * sheet.chance.uniform(0.27, 0.38), ink)
        if number == 1:
            layer.rect(0, sheet.height * 0.72, sheet.width, sheet.height * 0.8, ink)
        sheet.press(layer)
    layer = sheet.overprint()
    for number in range(5):
        layer.line([(0, 60 + number * 22), (sheet.width, 60 + number * 22)], mix(PLUM, "#ffffff", 0.35), 3)
    sheet.press(layer)


def vessels(sheet: Sheet) -> None:
    """A small flask and a large jar, printed over one another."""
    sheet.gradient("#f7efe0", "#f0e0c4")
    base, unit = sheet.height * 0.86, sheet.height / 100
    table, jar, flask = sheet.overprint(), sheet.overprint(), sheet.overprint()
    table.rect(0, base - 1.4 * unit, sheet.width, sheet.height, mix(OCHRE, "#ffffff", 0.12))
    _jar(jar, sheet.width * 0.6, base, unit)
    _flask(flask, sheet.width * 0.405, base, unit)
    for layer in (table, jar, flask):
        sheet.press(layer)
    for dx, dy, size in ((-5, -11, 2.2), (3, -17, 1.5), (6, -9, 2.8), (-0.8, -25, 1)):
        x, y = sheet.width * 0.405 + dx * unit, base + dy * unit
        sheet.disc(x, y, size * unit, mix(BRICK, PAPER, 0.75))


def _jar(layer: Sheet, x: float, base: float, unit: float) -> None:
    teal = mix(TEAL, "#ffffff", 0.15)
    layer.rect(x - 26 * unit, base - 63 * unit, x + 26 * unit, base, teal, radius=7 * unit)
    layer.rect(x - 21 * unit, base - 70 * unit, x + 21 * unit, base - 59 * unit, teal, radius=1.8 * unit)
    for number in range(4):
        y = base - (49 - 11 * number) * unit
        line = mix(TEAL, INK, 0.25)
        layer.rect(x - 20 * unit, y, x + 20 * unit, y + 1.4 * unit, line, radius=0.6 * unit)


def _flask(layer: Sheet, x: float, base: float, unit: float) -> None:
    brick, neck = mix(BRICK, "#ffffff", 0.1), 4.5 * unit
    top, foot = base - 33 * unit, base - 4 * unit
    layer.polygon([(x - neck, top), (x + neck, top), (x + 19 * unit, foot), (x - 19 * unit, foot)], brick)
    layer.rect(x - 19.6 * unit, base - 6.6 * unit, x + 19.6 * unit, base, brick, radius=3.3 * unit)
    layer.rect(x - neck, base - 53 * unit, x + neck, base - 30 * unit, brick)
    layer.rect(x - 6 * unit, base - 55 * unit, x + 6 * unit, base - 51.5 * unit, brick, radius=0.8 * unit)


def blots(sheet: Sheet) -> None:
    """An ink blot, folded once so that both halves are alike."""
    colour, middle = sheet.chance.choice([mix(PLUM, INK, 0.35), mix(NIGHT, TEAL, 0.25)]), sheet.width / 2
    sheet.line([(middle, 0), (middle, sheet.height)], mix(PAPER, INK, 0.14), 1.5)
    half = Image.new("L", (sheet.width // 2, sheet.height), 0)
    pen = ImageDraw.Draw(half)
    for _drop in range(sheet.chance.randint(7, 9)):
        _run_of_ink(sheet, pen, middle)
    for _splash in range(30):
        x, y = (
            middle - abs(sheet.chance.gauss(0, 0.15)) * sheet.width,
            sheet.chance.gauss(0.5, 0.17) * sheet.height,
        )
        size = sheet.chance.choice([9, 11, 14, 22])
        pen.ellipse((x - size, y - size, x + size, y + size), fill=255)
    # Blurred and cut at half strength, neighbouring drops flow into one another as ink does.
    half = half.filter(ImageFilter.GaussianBlur(11)).resize((sheet.width // 2 * SCALE, sheet.height * SCALE))
    half = half.point([0] * 118 + [255] * 138)
    sheet.image.paste(colour, (0, 0), half)
    sheet.image.paste(colour, (half.width, 0), ImageOps.mirror(half))


def _run_of_ink(sheet: Sheet, pen: ImageDraw.ImageDraw, middle: float) -> None:
    """A run of overlapping drops from the fold outwards, swelling and thinning."""
    angle, bend = sheet.chance.uniform(-1.3, 1.3), sheet.chance.uniform(-0.7, 0.7)
    reach, thick = sheet.chance.uniform(0.12, 0.36) * sheet.width, sheet.chance.uniform(34, 74)
    pulse = sheet.chance.uniform(1.5, 3.5)
    for step in range(60):
        share = step / 59
        turn = angle + bend * share
        x = middle - reach * share * math.cos(turn)
        y = sheet.height / 2 + reach * share * math.sin(turn)
        size = thick * (1 - 0.75 * share) * (0.75 + 0.4 * math.cos(share * pulse * math.tau)) + 14
        pen.ellipse((x - size, y - size, x + size, y + size), fill=255)


def ornament(sheet: Sheet) -> None:
    """A quiet band of waves, for decoration."""
    middle = sheet.height / 2
    for number, colour in enumerate((TEAL, OCHRE, BRICK)):
        shift = number * 0.9
        points = [
            (x, middle + (number - 1) * 46 + 34 * math.sin(x / 74 + shift))
            for x in range(-10, sheet.width + 10, 5)
        ]
        sheet.line(points, colour, 13)
