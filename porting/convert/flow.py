"""The walk over a body: what is text goes into lines and paragraphs, what is a block to its own converter."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

from porting.convert.context import Block
from porting.convert.job import Job
from porting.convert.line import Line
from porting.convert.tags import INLINE
from porting.convert.tree import Element, Node


@dataclass(frozen=True)
class Place:
    """Somewhere blocks may stand: which they may be, and what the points of a list there are made of."""

    names: frozenset[str]
    points: Place | None = None


_PLAIN_NAMES = "paragraph heading quote code divider image remote_picture embed table html"
_WITH_LIST = frozenset(_PLAIN_NAMES.split()) | {"list"}
_BODY_NAMES = "pull_quote steps tabs accordion faq callout footnotes button download posts"

# The places of core.blocks, by what may stand in them.
PLAIN = Place(frozenset(_PLAIN_NAMES.split()))
POINT = Place(_WITH_LIST, PLAIN)
NOTE = Place(_WITH_LIST, POINT)
FLOW = Place(_WITH_LIST | {"gallery", "admonition"}, POINT)
STEP = Place(FLOW.names | {"tabs"}, POINT)
BODY = Place(FLOW.names | frozenset(_BODY_NAMES.split()), POINT)
#: A place for rich text only, such as a footnote: pictures and code become what rich text has of them.
RICH = Place(frozenset({"paragraph"}))

_TAG = re.compile(r"<[^>]*>")

Convert = Callable[["Flow", Element], None]


class Flow:
    """The blocks of one place that holds blocks, in the making."""

    def __init__(self, job: Job, place: Place, around: Flow | None = None) -> None:
        self.job = job
        self.place = place
        self.blocks: list[Block] = []
        self.line: Line = Line(around.line if around else None)
        self.link: str = around.link if around else ""  # where the link leads that everything here stands in
        self.headings_in_text = False
        self._rich: list[str] = []

    @property
    def is_body(self) -> bool:
        """Whether rich text may hold headings here."""
        return self.place is BODY

    @property
    def has_paragraphs(self) -> bool:
        """Whether more than a run of text was found."""
        return bool(self._rich or self.blocks)

    def walk(self, nodes: Iterable[Node]) -> None:
        """Convert these nodes in order."""
        # Here, because the list of all converters needs every one of them, and each of them a flow.
        from porting.convert.elements import converter_of

        for node in nodes:
            if isinstance(node, str):
                self.line.text(node)
            else:
                converter_of(node)(self, node)

    def end_line(self, tag: str = "p", attributes: str = "") -> None:
        """End the paragraph that is being written."""
        html = self.line.finish()
        if html:
            self._rich.append(f"<{tag}{attributes}>{html}</{tag}>")

    def rich(self, html: str) -> None:
        """Add finished rich text, such as a list, after what is there."""
        self.end_line()
        if html:
            self._rich.append(html)

    def add(self, name: str, value: Any) -> None:
        """Add a block after what is there."""
        self.flush()
        self.blocks.append({"type": name, "value": value})

    def flush(self) -> None:
        """Make a paragraph block of the rich text so far."""
        self.end_line()
        if self._rich:
            self.blocks.append({"type": "paragraph", "value": "".join(self._rich)})
            self._rich = []

    def allows(self, *names: str) -> bool:
        """Whether all these blocks may stand here."""
        return self.place.names.issuperset(names)

    def words(self, text: str, tag: str = "p") -> None:
        """Add a paragraph of plain words."""
        if text:
            self.rich(f"<{tag}>{escape(text, quote=False)}</{tag}>")


class Run(Flow):
    """One line, whatever is in it: blocks are collected apart, ends of lines become spaces."""

    def end_line(self, tag: str = "p", attributes: str = "") -> None:
        self.line.text(" ")

    def rich(self, html: str) -> None:
        if html:
            self.add("paragraph", html)

    def add(self, name: str, value: Any) -> None:
        self.blocks.append({"type": name, "value": value})


def flow_of(job: Job, nodes: Iterable[Node], place: Place) -> list[Block]:
    """The blocks that these nodes become in a place."""
    flow = Flow(job, place)
    flow.walk(nodes)
    flow.flush()
    return flow.blocks


def rich_of(job: Job, nodes: Iterable[Node]) -> str:
    """These nodes as rich text and nothing else; bare, without a paragraph, when they are one run of text."""
    flow = Flow(job, RICH)
    flow.walk(nodes)
    if not flow.has_paragraphs:
        return flow.line.finish()
    flow.flush()
    return "".join(block["value"] for block in flow.blocks)


def line_of(flow: Flow, nodes: Iterable[Node]) -> tuple[str, list[Block]]:
    """These nodes as one line of rich text, and the blocks that stood in it."""
    run = Run(flow.job, flow.place, flow)
    run.walk(nodes)
    return run.line.finish(), run.blocks


def caption_of(flow: Flow, caption: Element | None) -> tuple[str, list[Block]]:
    """A caption as rich text, its paragraphs kept when it has any; and the blocks that stood in it."""
    if caption is None:
        return "", []
    inner = [node for node in caption.walk() if isinstance(node, Element)]
    paragraphs = any(node.tag == "p" for node in inner)
    if paragraphs and all(node.tag == "p" or (node.tag in INLINE and not node.block) for node in inner):
        return rich_of(flow.job, caption.children), []
    return line_of(flow, caption.children)


def plain_of(html: str) -> str:
    """Rich text of one line as plain words."""
    return unescape(_TAG.sub("", html.replace("<br/>", " ")))
