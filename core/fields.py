"""A StreamField whose block definitions stay out of migrations.

Wagtail writes every block, with all its texts and choices, into the migration of the model that holds
it, so that each changed help text is a new migration. Blocks are Python, not schema: the column is JSON
whatever the blocks are. This field therefore tells migrations only that there is a stream.

Migrations name ``core.fields.StreamField``: this path must never change.
"""

from __future__ import annotations

import json
from typing import Any

from wagtail import blocks
from wagtail.blocks import StreamValue
from wagtail.fields import StreamField as WagtailStreamField


class UndescribedStreamBlock(blocks.StreamBlock):
    """Stands for the real blocks in the model states of migrations.

    A stream without child blocks would drop every stored block it does not know; a data migration that
    saves a page would then empty it. This one hands the stored data through untouched.
    """

    def to_python(self, value: Any) -> StreamValue:
        if isinstance(value, StreamValue):
            return value
        if isinstance(value, str) and value:
            try:
                value = json.loads(value)
            except ValueError:
                return self.empty_value(raw_text=value)
        return StreamValue(self, list(value or []), is_lazy=True)


class StreamField(WagtailStreamField):
    """Wagtail's StreamField; ``block_types`` is left out in migrations and nowhere else."""

    def __init__(self, block_types: Any = None, *args: Any, **kwargs: Any) -> None:
        if block_types is None:
            block_types = UndescribedStreamBlock()
        super().__init__(block_types, *args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list, dict]:
        name, _path, _args, kwargs = super().deconstruct()
        kwargs.pop("block_lookup", None)
        return name, "core.fields.StreamField", [], kwargs
