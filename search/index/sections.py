"""The words of a page, cut at its headings, with the anchors the rendered page has. Pure: no query.

Headings at the top of an article, as blocks of their own or inside its paragraphs, begin a section, just as they
stand in its table of contents. Those inside steps, tabs, accordions and notes are text of the section they are in.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from wagtail import blocks
from wagtail.snippets.blocks import SnippetChooserBlock

from core.article.plain_text import is_code, rich_text_words, text_of
from core.article.references import References, wanted_by
from core.article.rendering import Rendering
from core.article.walk import Leaf, leaves
from search.index.headings import pieces
from search.index.source import Body, Source

#: A page is indexed up to this many characters; what follows is not found. A long novel has as many.
MOST_CHARACTERS = 500_000
#: Headings after this many are text like any other.
MOST_SECTIONS = 1000
#: No address of a section is longer than this; a longer one is linked to without it.
LONGEST_ANCHOR = 255
#: Blocks at the top of an article whose headings are in its table of contents.
_CUTTING = frozenset({"heading", "paragraph", "html"})
#: What a block is told that is no word of the page: how many posts, and of which tag.
_SETTINGS = frozenset({("posts", "count"), ("posts", "tag")})


@dataclass
class Part:
    """A heading, and the texts and listings below it."""

    heading: str = ""
    anchor: str = ""
    texts: list[str] = field(default_factory=list)
    code: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.heading or self.texts or self.code)


@dataclass
class Words:
    """All words of a page below its title and summary: ``notes`` are found, but never shown."""

    parts: list[Part]
    notes: list[str]


def read(source: Source) -> Words:
    """The words of a page, at most ``MOST_CHARACTERS``."""
    reader = _Reader()
    reader.notes += [part for part in map(reader.cut, source.notes) if part]
    for text in source.texts:
        reader.add_text(rich_text_words(text))
    for body in source.bodies:
        reader.read_body(body)
    return Words([part for part in reader.parts if part], reader.notes)


class _Reader:
    def __init__(self) -> None:
        self.parts = [Part()]
        self.notes: list[str] = []
        self._room = MOST_CHARACTERS
        self._heading = ""
        self._decorative = False

    def cut(self, text: str) -> str:
        """As much of a text as there still is room for, without what a database refuses."""
        text = _clean(text)[: self._room]
        self._room -= len(text)
        return text

    def add_text(self, text: str) -> None:
        text = self.cut(text)
        if text:
            self.parts[-1].texts.append(text)

    def add_heading(self, heading: str, anchor: str) -> None:
        if len(self.parts) > MOST_SECTIONS:
            self.add_text(heading)
            return
        anchor = _clean(anchor)
        self.parts.append(Part(self.cut(heading), anchor if len(anchor) <= LONGEST_ANCHOR else ""))

    def read_body(self, body: Body) -> None:
        wanted = wanted_by(body.block, body.raw)
        rendering = Rendering(References(), wanted, heading_links=False)
        rendering.in_outline = True
        for item in body.raw:
            name = item["type"]
            block = body.block.child_blocks.get(name)
            if block is None or self._room <= 0:
                continue
            if name == "heading":
                self._read_heading(item["value"], rendering)
                continue
            for leaf in leaves(block, item["value"], (name,)):
                self._read_leaf(leaf, name in _CUTTING, body, rendering)
            self._end_heading(rendering)

    def _read_heading(self, value: Any, rendering: Rendering) -> None:
        text = value.get("text") or ""
        self.add_heading(text.strip(), rendering.add_heading(2, text, value.get("anchor") or ""))

    def _read_leaf(self, leaf: Leaf, cutting: bool, body: Body, rendering: Rendering) -> None:
        if leaf.path[-2:] not in (("heading", "level"), ("heading", "anchor")):
            self._end_heading(rendering)
        if isinstance(leaf.block, blocks.RichTextBlock):
            self._read_rich_text(leaf, cutting, rendering)
        elif isinstance(leaf.block, SnippetChooserBlock):
            self.add_text(body.shared.get(shared_key(leaf), ""))
        elif is_code(leaf):
            code = self.cut(text_of(leaf))
            self.parts[-1].code += [code] if code else []
        elif leaf.path[-1] in ("decorative", "alt_text"):
            self._read_picture(leaf)
        elif leaf.path[-2:] not in _SETTINGS:
            self._read_words(leaf, rendering)

    def _read_rich_text(self, leaf: Leaf, cutting: bool, rendering: Rendering) -> None:
        for piece in pieces(leaf.block, leaf.value, rendering):
            if piece.heading and cutting:
                self.add_heading(piece.heading, piece.anchor)
            else:
                self.add_text(piece.heading)
            self.add_text(rich_text_words(piece.html))

    def _read_picture(self, leaf: Leaf) -> None:
        if leaf.path[-1] == "decorative":
            self._decorative = bool(leaf.value)
        elif isinstance(leaf.value, str) and not self._decorative:
            note = self.cut(leaf.value.strip())
            self.notes += [note] if note else []

    def _read_words(self, leaf: Leaf, rendering: Rendering) -> None:
        if leaf.path[-2:] == ("heading", "text"):
            self._heading = str(leaf.value)
        elif leaf.path[-2:] == ("heading", "anchor"):
            self._end_heading(rendering, str(leaf.value or ""))
        elif leaf.path[-2:] == ("tabs", "label"):
            # A tab's panel has an id of its own, which no heading can have then.
            rendering.unique_id("tab")
        self.add_text(text_of(leaf))

    def _end_heading(self, rendering: Rendering, anchor: str = "") -> None:
        """A heading inside another block begins no section, but it uses up an anchor."""
        if self._heading:
            rendering.add_heading(2, self._heading, anchor)
            self._heading = ""


def shared_key(leaf: Leaf) -> str:
    """What a shared text is kept under in :class:`Body`."""
    return f"{leaf.block.model_class._meta.label} {leaf.value}"


def shared_leaves(body: Body) -> Iterable[Leaf]:
    """The places of a body that show a text kept elsewhere."""
    if not wanted_by(body.block, body.raw).snippets:
        return []
    found = leaves(body.block, body.raw)
    return [leaf for leaf in found if isinstance(leaf.block, SnippetChooserBlock)]


def _clean(text: str) -> str:
    """The text without halves of characters and NUL, which no database takes."""
    return text.encode("utf-8", "ignore").decode().replace("\0", " ")
