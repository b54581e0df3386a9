"""Portraits in cut paper, and the magazine's mark."""

from __future__ import annotations

from .sheet import BRICK, INK, NIGHT, OCHRE, PAPER, PLUM, TEAL, Sheet, mix

# Ground, clothes, hair, skin.
PALETTES = {
    "brick": (mix(BRICK, PAPER, 0.12), NIGHT, "#3a2620", "#eec6a0"),
    "teal": (mix(TEAL, PAPER, 0.2), OCHRE, "#1d1715", "#8a5a3c"),
    "plum": (mix(PLUM, PAPER, 0.42), TEAL, "#1f1a1d", "#ecc39a"),
    "ochre": (mix(OCHRE, PAPER, 0.12), PLUM, "#7a4a2a", "#f1cdb0"),
}


def portrait(sheet: Sheet, palette: str, hair: str, glasses: bool = False) -> None:
    """A head and shoulders; ``hair`` is bun, short, long or beard."""
    ground, clothes, dark, skin = PALETTES[palette]
    sheet.gradient(mix(ground, PAPER, 0.18), ground)
    middle, unit = sheet.width / 2, sheet.width / 100
    sheet.disc(middle, 47 * unit, 40 * unit, mix(ground, PAPER, 0.32))
    _hair_behind(sheet, hair, dark, middle, unit)
    _body(sheet, clothes, skin, middle, unit)
    sheet.rect(middle - 16 * unit, 24 * unit, middle + 16 * unit, 66 * unit, skin, radius=16 * unit)
    for side in (-1, 1):
        sheet.disc(middle + side * 16.5 * unit, 46 * unit, 3.4 * unit, mix(skin, INK, 0.08))
    _hair_in_front(sheet, hair, dark, skin, middle, unit)
    _face(sheet, skin, middle, unit, glasses)


def _body(sheet: Sheet, clothes: str, skin: str, middle: float, unit: float) -> None:
    shoulders = [
        (middle - 36 * unit, 104 * unit),
        (middle - 31 * unit, 82 * unit),
        (middle - 15 * unit, 73 * unit),
    ]
    outline = [*shoulders, *[(2 * middle - x, y) for x, y in reversed(shoulders)]]
    sheet.shadow(outline, offset=(0, -4), blur=20, depth=0.28)
    sheet.polygon(outline, clothes)
    sheet.disc(middle - 26 * unit, 87 * unit, 9.5 * unit, clothes)
    sheet.disc(middle + 26 * unit, 87 * unit, 9.5 * unit, clothes)
    sheet.rect(middle - 8 * unit, 58 * unit, middle + 8 * unit, 76 * unit, mix(skin, INK, 0.16))
    sheet.slice(middle, 74 * unit, 12 * unit, (0, 180), mix(skin, INK, 0.05))
    for side in (-1, 1):
        collar = [
            (middle + side * 8 * unit, 72 * unit),
            (middle + side * 17 * unit, 76 * unit),
            (middle, 90 * unit),
        ]
        sheet.polygon(collar, mix(clothes, PAPER, 0.18))


def _hair_behind(sheet: Sheet, hair: str, dark: str, middle: float, unit: float) -> None:
    if hair == "bun":
        sheet.disc(middle, 16 * unit, 9.5 * unit, dark)
    if hair in ("bun", "long"):
        sheet.disc(middle, 40 * unit, 21.5 * unit, dark)
    if hair == "long":
        sheet.rect(middle - 21.5 * unit, 38 * unit, middle + 21.5 * unit, 82 * unit, dark, radius=7 * unit)


def _hair_in_front(sheet: Sheet, hair: str, dark: str, skin: str, middle: float, unit: float) -> None:
    if hair == "beard":
        sheet.rect(middle - 17 * unit, 49 * unit, middle + 17 * unit, 71 * unit, dark, radius=15 * unit)
        sheet.rect(middle - 12 * unit, 40 * unit, middle + 12 * unit, 57 * unit, skin, radius=6 * unit)
    reach = {"short": 17.2, "beard": 17.4, "bun": 18, "long": 18.4}[hair]
    sheet.slice(middle, 38 * unit, reach * unit, (180, 360), dark)
    if hair == "short":
        sheet.rect(
            middle - reach * unit, 33 * unit, middle + reach * unit, 38.6 * unit, dark, radius=2 * unit
        )
        return
    if hair == "long":
        sheet.rect(
            middle - reach * unit, 34 * unit, middle + reach * unit, 40 * unit, dark, radius=1.5 * unit
        )
        return
    # A parting: the forehead shows below a sweep to one side.
    sheet.slice(middle + 4 * unit, 42 * unit, 13 * unit, (180, 360), skin)
    for side, width, down in ((-1, 7.5, 47), (1, 3.4, 44)):
        edges = sorted((middle + side * reach * unit, middle + side * (reach - width) * unit))
        sheet.rect(edges[0], 36 * unit, edges[1], down * unit, dark, radius=1.5 * unit)


def _face(sheet: Sheet, skin: str, middle: float, unit: float, glasses: bool) -> None:
    line = mix(skin, INK, 0.78)
    for side in (-1, 1):
        x = middle + side * 7 * unit
        sheet.disc(x, 46.5 * unit, 1.35 * unit, line)
        sheet.line([(x - 2.8 * unit, 42 * unit), (x + 2.8 * unit, 41.6 * unit)], line, 0.8 * unit)
        sheet.disc(middle + side * 10.5 * unit, 53.5 * unit, 2.5 * unit, mix(skin, BRICK, 0.22))
        if glasses:
            sheet.ring(x, 46.5 * unit, 5 * unit, INK, 0.75 * unit)
    if glasses:
        sheet.line([(middle - 2.2 * unit, 46 * unit), (middle + 2.2 * unit, 46 * unit)], INK, 0.75 * unit)
    nose = [(middle, 47 * unit), (middle + 2 * unit, 52.5 * unit), (middle - 0.6 * unit, 52.8 * unit)]
    sheet.line(nose, mix(skin, INK, 0.3), 0.7 * unit)
    smile = [(middle + dx * unit, (57.5 - dx * dx * 0.07) * unit) for dx in range(-5, 6)]
    sheet.line(smile, mix(skin, BRICK, 0.75), 0.9 * unit)


def mark(sheet: Sheet) -> None:
    """The magazine's mark: a printer's flower of four leaves around a point."""
    sheet.rect(0, 0, sheet.width, sheet.height, BRICK)
    middle, leaf = sheet.width / 2, sheet.width * 0.29
    for dx, dy, start in ((-1, -1, 0), (1, -1, 90), (1, 1, 180), (-1, 1, 270)):
        x, y = middle + dx * sheet.width * 0.34, middle + dy * sheet.width * 0.34
        sheet.slice(x, y, leaf, (start, start + 90), PAPER)
    sheet.disc(middle, middle, sheet.width * 0.075, PAPER)
