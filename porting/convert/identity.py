"""Ids for blocks that depend only on where a block stands: two conversions of one body are equal."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid5

from porting.convert.context import Block

_SPACE = UUID("6d5b8f0e-6a58-4c0f-9d43-1b5bb7a5d3a1")


def give_ids(blocks: list[Block], place: str = "") -> None:
    """Give each block, and each inside it, an id made from its place among the others."""
    for position, block in enumerate(blocks):
        where = f"{place}/{position}"
        block["id"] = str(uuid5(_SPACE, f"{where}:{block['type']}"))
        _inside(block["value"], where)


def _inside(value: Any, where: str) -> None:
    if isinstance(value, dict):
        for name, inner in value.items():
            _inside(inner, f"{where}.{name}")
    elif (
        isinstance(value, list)
        and value
        and isinstance(value[0], dict)
        and "type" in value[0]
        and "value" in value[0]
    ):
        give_ids(value, where)
