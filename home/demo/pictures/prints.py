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
    base = sheet.height * 0.86
    jar, flask, table = sheet.overprint(), sheet.overprint(), sheet.overprint()
    left, right, top = sheet.width * 0.44, sheet.width * 0.76, sheet.height * 0.16
    teal, brick = mix(TEAL, "#ffffff", 0.15), mix(BRICK, "#ffffff", 0.1)
    jar.rect(left, top + 70, right, base, teal, radius=70)
    jar.rect(left + 50, top, right - 50, top + 110, teal, radius=18)
    for number in range(4):
        y = top + 210 + number * 110
        jar.rect(left + 60, y, right - 60, y + 14, mix(TEAL, INK, 0.25), radius=6)
    x, neck = sheet.width * 0.405, sheet.width * 0.028
    flask.polygon(
        [(x - neck, base - 330), (x + neck, base - 330), (x + 190, base - 40), (x - 190, base - 40)], brick
    )
    flask.rect(x - 196, base - 66, x + 196, base, brick, radius=34)
    flask.rect(x - neck, sheet.height * 0.33, x + neck, base - 300, brick)
    flask.rect(x - neck - 16, sheet.height * 0.31, x + neck + 16, sheet.height * 0.345, brick, radius=8)
    table.rect(0, base - 14, sheet.width, sheet.height, mix(OCHRE, "#ffffff", 0.12))
    for layer in (table, jar, flask):
        sheet.press(layer)
    for dx, dy, size in ((-50, -110, 22), (30, -170, 15), (60, -90, 28), (-8, -250, 10)):
        sheet.disc(x + dx, base + dy, size, mix(BRICK, PAPER, 0.75))


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
