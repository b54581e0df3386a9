"""Colours readable on a given ground, whatever colour one starts from.

Works in OKLCH, where changing the lightness keeps a colour looking like itself. Formulas: Björn Ottosson's
OKLab and the relative luminance of WCAG 2.2.
"""

from __future__ import annotations

import math
from typing import NamedTuple

STEPS = 24


class Oklch(NamedTuple):
    """Lightness 0 to 1, chroma from 0, hue in radians."""

    lightness: float
    chroma: float
    hue: float


def _channels(colour: str) -> tuple[float, float, float]:
    """Linear red, green, blue of ``#rrggbb``; raises ValueError for anything else."""
    if len(colour) != 7 or colour[0] != "#":
        raise ValueError(f"Not a #rrggbb colour: {colour!r}")
    values = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in values)
    return red, green, blue


def luminance(colour: str) -> float:
    """Relative luminance of ``#rrggbb``, 0 for black to 1 for white."""
    red, green, blue = _channels(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two ``#rrggbb`` colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def to_oklch(colour: str) -> Oklch:
    """Take ``#rrggbb`` apart into lightness, chroma and hue."""
    red, green, blue = _channels(colour)
    long = math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    medium = math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    short = math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    a = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    b = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
    return Oklch(lightness, math.hypot(a, b), math.atan2(b, a))


def _linear(colour: Oklch) -> tuple[float, float, float]:
    a, b = colour.chroma * math.cos(colour.hue), colour.chroma * math.sin(colour.hue)
    long = (colour.lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (colour.lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (colour.lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )


def to_hex(colour: Oklch) -> str:
    """The ``#rrggbb`` nearest to a colour; chroma is lowered until a screen can show it."""
    while colour.chroma > 0.001 and not all(-0.0005 <= value <= 1.0005 for value in _linear(colour)):
        colour = colour._replace(chroma=colour.chroma * 0.96)
    digits = []
    for value in _linear(colour):
        clipped = min(1.0, max(0.0, value))
        encoded = clipped * 12.92 if clipped <= 0.0031308 else 1.055 * clipped ** (1 / 2.4) - 0.055
        digits.append(f"{round(encoded * 255):02x}")
    return "#" + "".join(digits)


def readable(colour: str, ground: str, ratio: float = 4.5, *, vividness: float = 1.0) -> str:
    """The colour nearest to ``colour`` whose contrast with ``ground`` is at least ``ratio``.

    ``vividness`` scales its chroma. Only the lightness moves, away from the ground; on a ground where the
    ratio can't be reached the answer is black or white.
    """
    start = to_oklch(colour)
    start = start._replace(chroma=start.chroma * vividness)
    if contrast(to_hex(start), ground) >= ratio:
        return to_hex(start)
    far = 0.0 if luminance(ground) > 0.18 else 1.0
    reached, missed = far, start.lightness
    for _step in range(STEPS):
        middle = (reached + missed) / 2
        if contrast(to_hex(start._replace(lightness=middle)), ground) >= ratio:
            reached = middle
        else:
            missed = middle
    return to_hex(start._replace(lightness=reached))
