"""One line of rich text at a time: collapsed white space, formatting that opens when there is something to format."""

from __future__ import annotations

import re
from html import escape

_SPACES = re.compile(r"[ \t\n\r\f]+")


class Line:
    """Collects the inline content of one paragraph, heading or list item.

    Formatting is a stack of (tag, opening tag). It outlives the line: when a block interrupts it, what was open is
    opened again in the next line, as browsers show it.
    """

    def __init__(self, around: Line | None = None) -> None:
        self._pieces: list[str] = []
        self._formats: list[tuple[str, str]] = list(around._formats) if around else []
        self._opened = 0
        self._space = False
        self._begun = False  # something was written
        self._shown = False  # something other than white space was

    def __bool__(self) -> bool:
        return self._shown

    def text(self, text: str) -> None:
        """Add text, its white space collapsed as browsers do."""
        collapsed = _SPACES.sub(" ", text)
        if collapsed == " " or not collapsed:
            self._space = self._space or bool(collapsed)
            return
        if collapsed[0] == " ":
            self._space = True
            collapsed = collapsed[1:]
        trailing = collapsed[-1] == " "
        self._write(escape(collapsed[:-1] if trailing else collapsed, quote=False))
        self._shown = self._shown or not collapsed.isspace()
        self._space = trailing

    def markup(self, html: str) -> None:
        """Add finished inline HTML."""
        self._write(html)
        self._shown = True

    def _write(self, html: str) -> None:
        if self._space and self._begun and self._pieces[-1] != "<br/>":
            self._pieces.append(" ")
        self._space = False
        for _tag, opening in self._formats[self._opened :]:
            self._pieces.append(opening)
        self._opened = len(self._formats)
        self._pieces.append(html)
        self._begun = True

    def line_break(self) -> None:
        """A line break; spaces around it are not shown."""
        if self._begun:
            self._pieces.append("<br/>")
        self._space = False

    def open(self, tag: str, opening: str) -> None:
        """Begin formatting."""
        self._formats.append((tag, opening))

    def close(self) -> None:
        """End the formatting begun last."""
        tag, _opening = self._formats.pop()
        if self._opened > len(self._formats):
            self._pieces.append(f"</{tag}>")
            self._opened -= 1

    def has(self, tag: str) -> bool:
        """Whether this formatting is open already."""
        return any(open_tag == tag for open_tag, _opening in self._formats)

    def finish(self) -> str:
        """The line as HTML; an empty string when nothing was in it. The next line begins."""
        pieces = self._pieces
        for tag, _opening in reversed(self._formats[: self._opened]):
            pieces.append(f"</{tag}>")
        html = "".join(pieces)
        shown = self._shown
        self._pieces, self._opened = [], 0
        self._space = self._begun = self._shown = False
        if not shown:
            return ""
        while html.endswith("<br/>"):
            html = html[:-5]
        return html
