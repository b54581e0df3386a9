"""Drawings made of lines: contours, rings, arcs and routes."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from .sheet import BRICK, INK, NIGHT, OCHRE, PAPER, PLUM, TEAL, Point, Sheet, mix

Field = list[list[float]]
CELL = 16


def contours(sheet: Sheet) -> None:
    """Contour lines around two summits, like a hiking map without names."""
    field = _heights(sheet)
    for number in range(26):
        level = -0.55 + number * 0.085
        strong = number % 5 == 0
        colour = mix(TEAL, BRICK, max(0.0, min(1.0, level * 0.9 + 0.1)))
        for segment in _level_line(field, level):
            sheet.line(segment, colour, 3.4 if strong else 1.5)
    for x, y in sheet.summits:  # type: ignore[attr-defined] # set two lines up, in _heights
        sheet.polygon([(x, y - 15), (x + 13, y + 9), (x - 13, y + 9)], INK)


def _heights(sheet: Sheet) -> Field:
    """Heights on a grid: two broad summits, a hollow and a little unrest."""
    chance, width, height = sheet.chance, sheet.width, sheet.height
    tops = [
        (width * chance.uniform(0.2, 0.36), height * chance.uniform(0.3, 0.6), 1.35, width * 0.17),
        (width * chance.uniform(0.62, 0.8), height * chance.uniform(0.36, 0.68), 1.15, width * 0.14),
        (width * chance.uniform(0.45, 0.55), height * chance.uniform(0.75, 1.0), -0.7, width * 0.14),
    ]
    sheet.summits = [(x, y) for x, y, _size, _reach in tops[:2]]  # type: ignore[attr-defined] # see contours
    shifts = [chance.uniform(0, math.tau) for _ in range(4)]

    def at(x: float, y: float) -> float:
        value = sum(
            size * math.exp(-((x - a) ** 2 + (y - b) ** 2) / (2 * reach**2)) for a, b, size, reach in tops
        )
        value += 0.13 * math.sin(x / 170 + shifts[0]) * math.cos(y / 140 + shifts[1])
        return (
            value
            + 0.07 * math.sin(x / 71 + y / 90 + shifts[2])
            + 0.04 * math.cos(y / 47 - x / 60 + shifts[3])
        )

    return _sample(at, width, height)


def _sample(at: Callable[[float, float], float], width: int, height: int) -> Field:
    return [
        [at(x, y) for x in range(-CELL, width + 2 * CELL, CELL)]
        for y in range(-CELL, height + 2 * CELL, CELL)
    ]


def _level_line(field: Field, level: float) -> Iterator[list[Point]]:
    """The short pieces of one contour: where a level crosses the edges of each grid cell."""
    for row in range(len(field) - 1):
        upper, lower = field[row], field[row + 1]
        for column in range(len(upper) - 1):
            corners = (upper[column], upper[column + 1], lower[column + 1], lower[column])
            if min(corners) < level <= max(corners):
                crossings = _crossings(corners, level, (column - 1) * CELL, (row - 1) * CELL)
                yield from (crossings[i : i + 2] for i in range(0, len(crossings) - 1, 2))


def _crossings(corners: tuple[float, ...], level: float, x: float, y: float) -> list[Point]:
    places = [(x, y), (x + CELL, y), (x + CELL, y + CELL), (x, y + CELL)]
    found = []
    for first, second in ((0, 1), (1, 2), (2, 3), (3, 0)):
        a, b = corners[first], corners[second]
        if (a < level) != (b < level):
            share = (level - a) / (b - a)
            (ax, ay), (bx, by) = places[first], places[second]
            found.append((ax + (bx - ax) * share, ay + (by - ay) * share))
    return found


def rings(sheet: Sheet) -> None:
    """The rings of a felled tree, a few of them darker."""
    sheet.gradient("#f3e3c6", "#e9cfa2")
    x, y = sheet.width * sheet.chance.uniform(0.4, 0.6), sheet.height * 0.52
    shifts = [sheet.chance.uniform(0, math.tau) for _ in range(3)]
    radius = sheet.height * 0.86
    while radius > 14:
        outline = []
        for step in range(181):
            angle = math.tau * step / 180
            wobble = (
                1
                + 0.035 * math.sin(3 * angle + shifts[0])
                + 0.018 * math.sin(7 * angle + shifts[1] + radius / 90)
            )
            outline.append(
                (x + radius * 1.25 * wobble * math.cos(angle), y + radius * wobble * math.sin(angle))
            )
        dark = sheet.chance.random() < 0.16
        sheet.line(
            outline,
            BRICK if dark else mix(BRICK, "#e9cfa2", sheet.chance.uniform(0.2, 0.6)),
            5 if dark else 2.2,
        )
        radius -= sheet.chance.uniform(9, 24)
    sheet.disc(x, y, 9, BRICK)


def arcs(sheet: Sheet) -> None:
    """Quarter circles spreading from a corner, like a signal or an echo."""
    night = mix(PLUM, NIGHT, 0.5)
    sheet.rect(0, 0, sheet.width, sheet.height, night)
    colours = [OCHRE, BRICK, "#e8cfa4", TEAL, "#c9836b", "#8a5f8b", OCHRE, TEAL, BRICK]
    x, y, reach = sheet.width * 0.16, sheet.height * 0.88, sheet.height * 1.32
    for number, colour in enumerate(colours):
        outer = reach * (1 - number / (len(colours) + 1.2))
        sheet.slice(x, y, outer, (270, 360), colour)
        sheet.slice(x, y, outer - sheet.chance.uniform(22, 40), (269, 361), night)
    sheet.disc(x + 26, y - 26, 50, PAPER)


def routes(sheet: Sheet) -> None:
    """Routes between stations, like the map of an underground railway."""
    sheet.gradient("#f7f0e2", "#efe3cb")
    rows = [sheet.height * share for share in (0.2, 0.36, 0.52, 0.68, 0.84)]
    orders = [[0, 1, 1, 3, 2], [1, 0, 2, 2, 0], [2, 3, 3, 1, 1], [3, 2, 4, 4, 4], [4, 4, 0, 0, 3]]
    stops = [sheet.width * share for share in (-0.05, 0.24, 0.48, 0.72, 1.05)]
    colours = [BRICK, OCHRE, TEAL, PLUM, "#c9836b"]
    sheet.chance.shuffle(colours)
    for colour, order in zip(colours, orders, strict=True):
        sheet.line(_route([(x, rows[row]) for x, row in zip(stops, order, strict=True)]), colour, 15)
    for colour, order in zip(colours, orders, strict=True):
        for x, row in zip(stops[1:-1], order[1:-1], strict=True):
            sheet.disc(x, rows[row], 21, INK)
            sheet.disc(x, rows[row], 14, PAPER)
            sheet.disc(x, rows[row], 6, colour)


def _route(stops: list[Point]) -> list[Point]:
    """Level through each stop, with a smooth change of height half way to the next."""
    points = []
    for (ax, ay), (bx, by) in zip(stops, stops[1:], strict=False):
        for step in range(41):
            share = step / 40
            eased = min(1.0, max(0.0, (share - 0.25) * 2))
            eased = eased * eased * (3 - 2 * eased)
            points.append((ax + (bx - ax) * share, ay + (by - ay) * eased))
    return points
