"""Things cut from paper: sheets, tiles, blocks and books."""

from __future__ import annotations

import math

from .sheet import BRICK, INK, INKS, NIGHT, OCHRE, PAPER, PLUM, TEAL, Point, Sheet, mix


def _turned(x: float, y: float, width: float, height: float, degrees: float) -> list[Point]:
    """The corners of a rectangle around a centre, turned."""
    angle = math.radians(degrees)
    corners = [
        (-width / 2, -height / 2),
        (width / 2, -height / 2),
        (width / 2, height / 2),
        (-width / 2, height / 2),
    ]
    cos, sin = math.cos(angle), math.sin(angle)
    return [(x + a * cos - b * sin, y + a * sin + b * cos) for a, b in corners]


def sheets(sheet: Sheet) -> None:
    """Sheets of paper fanned out on a table, the top one ruled."""
    sheet.gradient(mix(TEAL, PAPER, 0.12), mix(TEAL, NIGHT, 0.42))
    colours = ["#e9dcc3", OCHRE, PAPER, mix(TEAL, PAPER, 0.5), "#efe4cf", BRICK]
    x, y = sheet.width * 0.36, sheet.height * 0.56
    for number, colour in enumerate(colours):
        turn = -24 + number * 9 + sheet.chance.uniform(-2, 2)
        outline = _turned(
            x + number * sheet.width * 0.055, y - number * 9, sheet.width * 0.34, sheet.height * 0.76, turn
        )
        sheet.shadow(outline, offset=(8, 14), blur=26, depth=0.4)
        sheet.polygon(outline, colour)
    _rules(sheet, outline, mix(BRICK, PAPER, 0.75))


def _rules(sheet: Sheet, outline: list[Point], colour: str) -> None:
    """Ruled lines across a turned rectangle, the last one short."""
    (ax, ay), (bx, by), (cx, cy), (dx, dy) = outline
    for number in range(9):
        down = 0.2 + number * 0.075
        end = 0.52 if number == 8 else 0.86 - sheet.chance.uniform(0, 0.08)
        left = (ax + (dx - ax) * down, ay + (dy - ay) * down)
        right = (bx + (cx - bx) * down, by + (cy - by) * down)
        ends = [(left[0] + (right[0] - left[0]) * t, left[1] + (right[1] - left[1]) * t) for t in (0.14, end)]
        sheet.line(ends, colour, 3.5)


def tiles(sheet: Sheet) -> None:
    """A floor of tiles made from quarter and half circles."""
    size = sheet.height / 5
    columns = math.ceil(sheet.width / size)
    for row in range(5):
        for column in range(columns):
            _tile(sheet, column * size, row * size, size)


def _tile(sheet: Sheet, x: float, y: float, size: float) -> None:
    ground, shape = sheet.chance.sample([BRICK, OCHRE, TEAL, PAPER, NIGHT, "#e6d3b3"], 2)
    sheet.rect(x, y, x + size, y + size, ground)
    kind = sheet.chance.choice(["quarter", "quarter", "leaf", "half", "dot", "plain"])
    corner = sheet.chance.randrange(4)
    cx, cy = x + size * (corner in (1, 2)), y + size * (corner in (2, 3))
    if kind == "quarter":
        sheet.slice(cx, cy, size, (corner * 90, corner * 90 + 90), shape)
        sheet.slice(cx, cy, size * 0.5, (corner * 90, corner * 90 + 90), ground)
    elif kind == "leaf":
        sheet.slice(cx, cy, size, (corner * 90, corner * 90 + 90), shape)
    elif kind == "half":
        start = corner * 90
        mid = [(x, y + size / 2), (x + size / 2, y), (x + size, y + size / 2), (x + size / 2, y + size)][
            corner
        ]
        sheet.slice(*mid, size / 2, (start - 90, start + 90), shape)
    elif kind == "dot":
        sheet.disc(x + size / 2, y + size / 2, size * 0.34, shape)
        sheet.disc(x + size / 2, y + size / 2, size * 0.14, ground)


def blocks(sheet: Sheet) -> None:
    """A small town built from toy blocks: towers, arches and roofs."""
    sheet.gradient("#f7ecd8", "#efd9b6")
    sheet.disc(sheet.width * 0.78, sheet.height * 0.26, sheet.height * 0.12, OCHRE)
    ground = sheet.height * 0.84
    sheet.rect(0, ground, sheet.width, sheet.height, mix(PLUM, INK, 0.35))
    x, unit = sheet.width * 0.09, sheet.width * 0.082
    heights = [2, 3, 5, 4, 2, 4, 3, 1, 2, 1]
    for number, height in enumerate(heights):
        left = x + number * unit
        for level in range(height):
            _brick(sheet, left, ground - level * unit * 0.86, unit, level == height - 1, number + level)


def _brick(sheet: Sheet, left: float, bottom: float, unit: float, top: bool, turn: int) -> None:
    colour = [BRICK, TEAL, "#e7c98f", PLUM, OCHRE, "#c9836b"][(turn * 5 + sheet.chance.randrange(3)) % 6]
    height = unit * 0.86
    if top and turn % 3 == 0:
        sheet.polygon([(left, bottom), (left + unit, bottom), (left + unit / 2, bottom - height)], colour)
        return
    if top and turn % 3 == 1:
        sheet.slice(left + unit / 2, bottom, unit / 2, (180, 360), colour)
        return
    sheet.rect(left, bottom - height, left + unit, bottom, colour)
    sheet.rect(left + unit * 0.9, bottom - height, left + unit, bottom, mix(colour, INK, 0.16))
    if sheet.chance.random() < 0.42:
        dark, middle = mix(colour, INK, 0.62), left + unit * 0.46
        sheet.rect(middle - unit * 0.17, bottom - height * 0.5, middle + unit * 0.17, bottom, dark)
        sheet.slice(middle, bottom - height * 0.5 + 1, unit * 0.17, (180, 360), dark)


def spines(sheet: Sheet) -> None:
    """Books on a shelf, one leaning, with a gap where one was taken out."""
    sheet.gradient("#e8d9bd", "#d6bf97")
    board = sheet.height * 0.86
    x, gap = sheet.width * 0.05, sheet.chance.uniform(0.5, 0.62)
    while x < sheet.width * 0.93:
        width = sheet.chance.uniform(0.024, 0.058) * sheet.width
        if sheet.width * gap < x < sheet.width * (gap + 0.045):
            x = _leaning(sheet, x + sheet.width * 0.07, board, width)
            continue
        _book(sheet, x, board, width, sheet.height * sheet.chance.uniform(0.44, 0.72))
        x += width + sheet.chance.choice([1, 2, 2, 4])
    sheet.rect(0, board, sheet.width, board + 26, "#6d4a33")
    sheet.rect(0, board + 26, sheet.width, sheet.height, "#4c3325")


def _cloth(sheet: Sheet) -> str:
    return mix(
        sheet.chance.choice([*INKS, NIGHT, "#8a8f6a", "#c98d6b"]), "#e8d9bd", sheet.chance.uniform(0, 0.28)
    )


def _book(sheet: Sheet, x: float, board: float, width: float, height: float) -> None:
    colour = _cloth(sheet)
    top = board - height
    sheet.rect(x, top, x + width, board, colour, radius=4)
    sheet.rect(x + width * 0.82, top + 3, x + width, board, mix(colour, INK, 0.18))
    trim = mix(colour, "#f6e7c4", 0.66)
    for down in sheet.chance.choice([(0.1, 0.13, 0.84), (0.07, 0.9), (0.16, 0.2, 0.76, 0.8)]):
        sheet.rect(x, top + height * down, x + width * 0.99, top + height * down + 5, trim)
    if width > sheet.width * 0.036:
        sheet.rect(
            x + width * 0.2, top + height * 0.28, x + width * 0.76, top + height * 0.52, trim, radius=2
        )
        for row in range(3):
            y = top + height * (0.33 + row * 0.06)
            sheet.rect(x + width * 0.3, y, x + width * (0.66 - row * 0.06), y + 3, mix(colour, INK, 0.3))


def _leaning(sheet: Sheet, x: float, board: float, width: float) -> float:
    colour, height, lean = _cloth(sheet), sheet.height * 0.6, sheet.width * 0.05
    bottom = [(x, board), (x + width, board)]
    outline = [*bottom, (x + width + lean, board - height), (x + lean, board - height + 14)]
    sheet.shadow(outline, offset=(-10, 4), blur=18, depth=0.3)
    sheet.polygon(outline, colour)
    band = [(a + lean * 0.8, board - height * 0.8) for a, _ in bottom]
    sheet.line(band, mix(colour, "#f6e7c4", 0.66), 8)
    return x + width + lean + 6
