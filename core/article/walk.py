"""Visiting every value stored in a stream, without turning it into Python objects and without a query."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.contrib.typed_table_block.blocks import BaseTypedTableBlock


class Leaf(NamedTuple):
    """One stored value that has no blocks below it.

    ``path`` holds the names on the way, such as ``("steps", "steps", "body", "code", "title")``; list
    positions are left out.
    """

    block: blocks.Block
    value: Any
    path: tuple[str, ...]


def stored(stream: StreamValue) -> list[dict]:
    """The JSON-like form of a stream, whether it came from the database or from a form."""
    return stream.get_prep_value()


def leaves(block: blocks.Block, raw: Any, path: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Yield every leaf below ``raw``, the stored form of a value of ``block``, in reading order."""
    if raw is None:
        return
    if isinstance(block, blocks.BaseStreamBlock):
        yield from _in_stream(block, raw, path)
    elif isinstance(block, blocks.ListBlock):
        for item in list_items(raw):
            yield from leaves(block.child_block, item, path)
    elif isinstance(block, BaseTypedTableBlock):
        yield from _in_table(block, raw, path)
    elif isinstance(block, blocks.BaseStructBlock) and isinstance(raw, dict):
        for name, child in block.child_blocks.items():
            yield from leaves(child, raw.get(name), (*path, name))
    else:
        yield Leaf(block, raw, path)


def _in_stream(block: blocks.BaseStreamBlock, raw: list[dict], path: tuple[str, ...]) -> Iterator[Leaf]:
    for item in raw:
        child = block.child_blocks.get(item["type"])
        if child is not None:
            yield from leaves(child, item["value"], (*path, item["type"]))


def _in_table(block: BaseTypedTableBlock, raw: dict, path: tuple[str, ...]) -> Iterator[Leaf]:
    text = blocks.CharBlock()
    columns = raw.get("columns", [])
    for column in columns:
        yield Leaf(text, column["heading"], (*path, "heading"))
    for row in raw.get("rows", []):
        for column, value in zip(columns, row["values"], strict=False):
            yield from leaves(block.child_blocks[column["type"]], value, (*path, column["type"]))


def list_items(raw: list[Any]) -> list[Any]:
    """The stored values of a list, whether stored with ids or, before Wagtail gave out ids, bare."""
    return [item["value"] if isinstance(item, dict) and item.get("type") == "item" else item for item in raw]
