"""Hills, tides and moons."""

from __future__ import annotations

import math

from .sheet import BRICK, INK, NIGHT, OCHRE, PAPER, PLUM, TEAL, Point, Sheet, mix


def ridge(sheet: Sheet, base: float, height: float) -> list[Point]:
    """The outline of one hill, from edge to edge and down to the bottom: a few slow waves added together."""
    chance = sheet.chance
    waves = [(height / n, chance.uniform(0.6, 1.4) * n, chance.uniform(0, math.tau)) for n in (1, 2, 3, 5, 8)]
    points: list[Point] = []
    for x in range(-8, sheet.width + 9, 8):
        angle = x / sheet.width * math.tau
        points.append(
            (x, base + sum(size * math.sin(speed * angle + shift) for size, speed, shift in waves) / 2)
        )
    return [*points, (sheet.width + 8, sheet.height), (-8, sheet.height)]


def hills(sheet: Sheet) -> None:
    """A low moon over layers of hills that fade into mist."""
    far, near, sky = sheet.chance.choice(
        [
            ("#c9d3c4", "#17393a", "#f3dfc0"),
            ("#d7c0bd", "#3c2440", "#f6e3cf"),
            ("#e0c59d", "#5c2a22", "#f8ead2"),
        ]
    )
    sheet.gradient(mix(sky, PAPER, 0.2), mix(sky, BRICK, 0.14))
    moon_x, moon_y = sheet.width * sheet.chance.uniform(0.58, 0.76), sheet.height * 0.3
    radius = sheet.height * 0.145
    for halo in range(4, 0, -1):
        sheet.disc(moon_x, moon_y, radius + halo * 26, mix(sky, "#fffaf0", 0.42 - halo * 0.08))
    sheet.disc(moon_x, moon_y, radius, "#fffaf0")
    layers = 6
    for number in range(layers):
        share = number / (layers - 1)
        outline = ridge(sheet, sheet.height * (0.46 + 0.1 * number), sheet.height * (0.13 - 0.012 * number))
        sheet.shadow(outline, offset=(0, -8), blur=22, depth=0.16)
        sheet.polygon(outline, mix(far, near, share**1.2))


def tide(sheet: Sheet) -> None:
    """A low sun over bands of waves."""
    sheet.gradient("#f3d9b0", "#eeb489")
    sun_x, horizon = sheet.width * sheet.chance.uniform(0.3, 0.68), sheet.height * 0.46
    sheet.disc(sun_x, horizon - sheet.height * 0.04, sheet.height * 0.24, BRICK)
    sheet.disc(sun_x, horizon - sheet.height * 0.04, sheet.height * 0.17, mix(BRICK, OCHRE, 0.35))
    bands = 9
    for number in range(bands):
        base = horizon + (sheet.height - horizon) * (number / bands) ** 1.25
        height, length = 7 + number * 4, 90 + number * 42
        shift = sheet.chance.uniform(0, length)
        crest = [(x, base + _crest((x + shift) / length) * height) for x in range(-8, sheet.width + 9, 6)]
        outline = [*crest, (sheet.width + 8, sheet.height), (-8, sheet.height)]
        sheet.polygon(outline, mix(mix(TEAL, "#9fc4ba", 0.75), NIGHT, (number / bands) ** 0.8))
        sheet.line(crest, mix(mix(TEAL, "#9fc4ba", 0.75), PAPER, 0.55 - 0.04 * number), 2)


def _crest(position: float) -> float:
    """A wave with a rounded trough and a pointed crest."""
    return 1 - 2 * abs(math.sin(position * math.pi))


def moons(sheet: Sheet) -> None:
    """The phases of a moon in a row on a night sky."""
    sheet.gradient("#141b2b", "#2b3350")
    for _star in range(170):
        x, y = sheet.chance.uniform(0, sheet.width), sheet.chance.uniform(0, sheet.height)
        sheet.disc(
            x, y, sheet.chance.choice([0.8, 1.1, 1.6]), mix("#2b3350", PAPER, sheet.chance.uniform(0.3, 0.8))
        )
    count, middle = 7, sheet.height / 2
    step, radius = sheet.width / (count + 0.6), sheet.width / (count + 0.6) * 0.36
    for number in range(count):
        _moon(sheet, step * (number + 0.8), middle, radius, (number - count // 2) / (count // 2 + 0.35))
    sheet.ring(step * (count // 2 + 0.8), middle, radius * 1.38, OCHRE, 2)
    sheet.line(
        [(0, middle + radius * 2.1), (sheet.width, middle + radius * 2.1)], mix(NIGHT, OCHRE, 0.5), 1.5
    )


def _moon(sheet: Sheet, x: float, y: float, radius: float, phase: float) -> None:
    """One moon; phase -1 is a thin waxing crescent, 0 full, 1 a thin waning one."""
    sheet.disc(x, y, radius, mix(NIGHT, PLUM, 0.45))
    side = 1 if phase < 0 else -1
    lit: list[Point] = []
    for step in range(61):
        angle = -math.pi / 2 + math.pi * step / 60
        lit.append((x + side * radius * math.cos(angle), y + radius * math.sin(angle)))
    for step in range(60, -1, -1):
        angle = -math.pi / 2 + math.pi * step / 60
        inner = (2 * abs(phase) - 1) * radius * math.cos(angle)
        lit.append((x + side * inner, y + radius * math.sin(angle)))
    sheet.polygon(lit, "#f4e9d2")
    if abs(phase) < 0.5:
        for dx, dy, size in ((-0.3, -0.2, 0.16), (0.22, 0.28, 0.22), (0.15, -0.42, 0.1)):
            sheet.disc(x + dx * radius, y + dy * radius, size * radius, mix("#f4e9d2", INK, 0.09))
