"""The block editor's comments as a tree: ``<!-- wp:name {"json"} -->inside<!-- /wp:name -->``."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Any

MAX_DEPTH = 40  # blocks in blocks; deeper ones stand side by side
_BEGIN = re.compile(r"<!--\s+(?P<close>/)?wp:(?P<name>(?:[a-z][a-z0-9_-]*/)?[a-z][a-z0-9_-]*)(?=[\s/{-])")


@dataclass
class Block:
    """A block; ``parts`` are its HTML and the blocks in it, in order. Text outside all blocks has no name."""

    name: str = ""
    attributes: dict[str, Any] = field(default_factory=dict)
    parts: list[str | Block] = field(default_factory=list)

    @property
    def html(self) -> str:
        """The HTML that stands in the block itself, without the blocks in it."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def inner(self) -> list[Block]:
        """The blocks in it."""
        return [part for part in self.parts if isinstance(part, Block)]

    def text(self, name: str) -> str:
        """An attribute that is a text, or nothing."""
        value = self.attributes.get(name)
        return value if isinstance(value, str) else ""


def has_blocks(content: str) -> bool:
    """Whether the content was written in the block editor."""
    return "<!-- wp:" in content


def parse_blocks(content: str) -> list[Block]:
    """Return the blocks of a body. Blocks that are never closed end with the one around them; nothing is lost."""
    root = Block()
    stack = [root]
    position = 0
    while True:
        begin = _BEGIN.search(content, position)
        end = content.find("-->", begin.end()) if begin else -1
        if not begin or end < 0:
            break
        _text(stack[-1], content[position : begin.start()])
        _take(stack, begin, content[begin.end() : end].strip())
        position = end + 3
    _text(stack[-1], content[position:])
    return [part if isinstance(part, Block) else Block(parts=[part]) for part in root.parts]


def _take(stack: list[Block], begin: re.Match[str], rest: str) -> None:
    name = begin["name"].removeprefix("core/")
    if begin["close"]:
        if any(block.name == name for block in stack[1:]):
            while stack.pop().name != name:
                pass
        return
    block = Block(name=name, attributes=_attributes(rest.removesuffix("/").strip()))
    stack[-1].parts.append(block)
    if not rest.endswith("/") and len(stack) < MAX_DEPTH:
        stack.append(block)


def _text(block: Block, text: str) -> None:
    if text and (block.name or text.strip()):
        block.parts.append(text)


def _attributes(text: str) -> dict[str, Any]:
    if not text.startswith("{"):
        return {}
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}
