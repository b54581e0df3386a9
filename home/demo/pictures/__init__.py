"""The demo's pictures, drawn by code: the same name always gives the same picture."""

from __future__ import annotations

from typing import Any

from . import landscape, lines, paper, people, prints, specimens
from .sheet import Sheet

STYLES = {
    "arcs": lines.arcs,
    "bars": specimens.bars,
    "blocks": paper.blocks,
    "blots": prints.blots,
    "columns": specimens.columns,
    "contours": lines.contours,
    "hills": landscape.hills,
    "keys": specimens.keys,
    "mark": people.mark,
    "moons": landscape.moons,
    "ornament": prints.ornament,
    "overprint": prints.overprint,
    "portrait": people.portrait,
    "rings": lines.rings,
    "routes": lines.routes,
    "sheets": paper.sheets,
    "specimen": specimens.specimen,
    "spines": paper.spines,
    "strips": specimens.strips,
    "tide": landscape.tide,
    "tiles": paper.tiles,
    "two_lights": specimens.two_lights,
    "vessels": prints.vessels,
}


def draw(name: str, style: str, size: tuple[int, int] = (1600, 1000), **options: Any) -> bytes:
    """Draw a picture as JPEG bytes; ``name`` seeds the chance in it. KeyError for an unknown style."""
    sheet = Sheet(*size, seed=name)
    if "ground" in options:
        options["ground"] = specimens.GROUNDS[options["ground"]]
    STYLES[style](sheet, **options)
    return sheet.jpeg()
