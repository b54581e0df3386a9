"""One use of a shortcode, as its handlers see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from porting.readers.markdown.text.engine import render_inline
from porting.readers.markdown.text.masks import Masks, block, dedent
from porting.readers.markdown.text.notes import Notes


@dataclass
class Shortcode:
    """One use of a shortcode. ``flow`` means it stands on lines of its own, ``closed`` that it had an end."""

    name: str
    named: dict[str, str]
    listed: list[str]
    inner: str
    closed: bool
    flow: bool
    indent: str
    masks: Masks
    notes: Notes
    find_post: Callable[[str], str]
    variables: dict[str, str] = field(default_factory=dict)
    before: str = " "  # the letter in front of it
    marker: str = ""  # of the list item or footnote that begins with it
    title_of: Callable[[str], str] = lambda _path: ""  # of what ``find_post`` found

    def get(self, *names: str, at: int | None = None) -> str:
        """A parameter by one of its names, or by its place among those without."""
        for name in names:
            if self.named.get(name):
                return self.named[name]
        return self.listed[at] if at is not None and at < len(self.listed) else ""

    def line(self, html: str) -> str:
        """HTML that is a block of its own; what stands behind it stays in the same item or footnote."""
        if self.marker:
            return f"{html}\n\n{' ' * (4 if self.marker.startswith('[') else len(self.marker))}"
        return f"\n\n{self.indent}{html}\n\n"

    def around(self, opening: str, closing: str) -> str:
        """HTML around what the shortcode holds."""
        return block(opening, self.inner, closing, self.indent)

    def indented(self) -> str:
        """What the shortcode holds, at its own indent whatever it had inside."""
        lines = dedent(self.inner).strip("\n").split("\n")
        return "\n".join(self.indent + line if line.strip() else "" for line in lines)

    def text(self, markdown: str) -> str:
        """A parameter's Markdown as HTML of one line."""
        return render_inline(self.masks.restore(markdown).replace("\n", " ").strip())
