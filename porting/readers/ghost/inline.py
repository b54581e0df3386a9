"""Runs of text with formats that open and close between words, as nested elements."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape


class InlineWriter:
    """Collects text and writes each format once around all the text that carries it."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.open: list[str] = []
        self.breaks = (
            0  # line breaks that wait for what follows: a format that ends before them stays before them
        )

    def text(self, text: str, formats: Iterable[str] = ()) -> None:
        """Add text in these formats (names of elements, the outermost first)."""
        self._become(list(formats))
        self.parts.append(escape(text, quote=False))

    def line_break(self) -> None:
        """Add a line break."""
        self.breaks += 1

    def markup(self, html: str, *, inside: bool = True) -> None:
        """Add finished HTML, inside the formats that are open or after closing them."""
        self._become(list(self.open) if inside else [])
        self.parts.append(html)

    def html(self) -> str:
        """All of it, with everything closed."""
        self._become([])
        return "".join(self.parts)

    def _become(self, wanted: list[str]) -> None:
        kept = 0
        while kept < len(self.open) and self.open[kept] in wanted:
            kept += 1
        for name in reversed(self.open[kept:]):
            self.parts.append(f"</{name}>")
        del self.open[kept:]
        self.parts += ["<br>"] * self.breaks
        self.breaks = 0
        for name in wanted:
            if name not in self.open:
                self.parts.append(f"<{name}>")
                self.open.append(name)
