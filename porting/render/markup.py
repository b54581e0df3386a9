"""Writing elements."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from typing import Any

from porting.render.context import RenderContext


@dataclass(frozen=True)
class Render:
    """What the renderer of one block gets: the context, and a way to render the blocks inside."""

    context: RenderContext
    _blocks: Callable[[Iterable[dict[str, Any]], RenderContext], str]

    def blocks(self, raw: Iterable[dict[str, Any]]) -> str:
        """Blocks inside this one."""
        return self._blocks(raw, self.context)


def _attributes(values: dict[str, Any]) -> str:
    """Attributes from keywords: True is one without a value, None and False are none. ``_`` stands for ``-``."""
    written = []
    for name, value in values.items():
        name = name.replace("_", "-")
        if value is True:
            written.append(f" {name}")
        elif value is not None and value is not False and (value != "" or name == "data-reason"):
            written.append(f' {name}="{escape(str(value))}"')
    return "".join(written)


def element(tag: str, inner: str, **attributes: Any) -> str:
    """An element around finished HTML."""
    return f"<{tag}{_attributes(attributes)}>{inner}</{tag}>"


def void(tag: str, **attributes: Any) -> str:
    """An element that cannot hold anything; its ``alt`` is written even when empty."""
    alt = attributes.pop("alt", None)
    known = f' alt="{escape(alt)}"' if alt is not None else ""
    return f"<{tag}{_attributes(attributes)}{known}>"


def lines(text: str) -> str:
    """Plain text with its line breaks."""
    return escape(text, quote=False).replace("\n", "<br>")
