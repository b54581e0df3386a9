"""Changes to stored blocks that migrations make. Migrations name what is here, so it stays."""

from __future__ import annotations

import uuid
from typing import Any

from django.utils.html import linebreaks
from wagtail.blocks.migrations.operations import BaseBlockOperation


class TextToBlocks(BaseBlockOperation):
    """Quotations become rich text; notes, and parts of accordions, streams. To be used on a whole body.

    It finds them however deep they stand, and leaves alone what has been changed already.
    """

    def apply(self, block_value: list[dict]) -> list[dict]:
        """The body with all its values in their new form."""
        return [_changed(child) for child in block_value]

    @property
    def operation_name_fragment(self) -> str:
        return "text_to_blocks"


def _changed(value: Any) -> Any:
    """A stored value, and everything in it, in its new form."""
    if isinstance(value, list):
        return [_changed(item) for item in value]
    if not isinstance(value, dict):
        return value
    value = {key: _changed(item) for key, item in value.items()}
    change = _CHANGES.get(str(value.get("type")))
    inner = value.get("value")
    return {**value, "value": change(inner)} if change and isinstance(inner, dict) else value


def _quote(value: dict[str, Any]) -> dict[str, Any]:
    text = value.get("text") or ""
    return value if text.startswith("<p") else {**value, "text": _rich_text(text)}


def _rich_text(text: str) -> str:
    """Plain paragraphs, divided by empty lines, as the editor stores them."""
    return str(linebreaks(text, autoescape=True)).replace("\n", "") if text.strip() else ""


def _note(value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "body": _stream(value.get("body"))}


def _accordion(value: dict[str, Any]) -> dict[str, Any]:
    return {**value, "items": [_part(item) for item in value.get("items") or []]}


def _part(item: Any) -> Any:
    """One part of an accordion, stored with an id or, as lists once were, without."""
    if not isinstance(item, dict):
        return item
    if item.get("type") == "item":
        return {**item, "value": _part(item.get("value"))}
    return {**item, "body": _stream(item.get("body"))}


def _stream(body: Any) -> Any:
    """Rich text as a stream of one paragraph; a stream as it is."""
    if isinstance(body, list):
        return body
    return [{"type": "paragraph", "value": body, "id": str(uuid.uuid4())}] if body else []


_CHANGES = {"quote": _quote, "admonition": _note, "accordion": _accordion}
