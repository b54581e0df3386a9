"""Blocks to the dialect. Most are their saved HTML; the rest have what they say in their attributes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape

from django.utils.translation import gettext as _

from porting.readers.wordpress.attributes import said_in, told
from porting.readers.wordpress.context import MAX_DEPTH, Body
from porting.readers.wordpress.gutenberg import kinds
from porting.readers.wordpress.gutenberg.grammar import Block, parse_blocks
from porting.readers.wordpress.gutenberg.overrides import with_own_words
from porting.readers.wordpress.left_out import plain_words, shortened
from porting.readers.wordpress.markup import Writer
from porting.readers.wordpress.markup.code import block as code_block
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.providers import page_of
from porting.readers.wordpress.shortcodes import expand, take_code, unwrapped

#: Their HTML is only right together with that of the blocks in them: an item without its list is none.
_TOGETHER = {"list", "list-item", "accordion", "accordion-item", "accordion-heading", "accordion-panel"}
_TAG = re.compile(r"<[^>]*>")


class BlockRenderer:
    """Renders the blocks of one body."""

    def __init__(self, body: Body, writer: Writer, classic: Callable[[str], str]) -> None:
        self.body = body
        self.writer = writer
        self._classic = classic

    def render(self, content: str) -> str:
        """All blocks of a content, in order."""
        return self._all(parse_blocks(content))

    def _all(self, blocks: list[Block]) -> str:
        return "\n".join(filter(None, map(self.block, blocks)))

    def block(self, block: Block) -> str:
        """One block."""
        if not block.name:
            return self._loose(block.html)
        self.body.constructs[f"wp:{block.name}"] += 1
        if block.name in kinds.DROPPED:
            return ""
        if kinds.is_hidden(block):
            return self._hidden(block)
        if block.name in kinds.CODE:
            return self._code(block)
        handler = _HANDLERS.get(block.name)
        written = handler(self, block) if handler else None
        if written is not None:
            return written
        if block.name.startswith("core-embed/") or block.name == "embed":
            return self._embed(block)
        return self._saved(block)

    def _saved(self, block: Block) -> str:
        """A block's own HTML, with the blocks in it in their places."""
        markup = self._together(block)
        before = self._told(block) if block.inner and not block.html.strip() else ""
        if not _TAG.sub("", markup).strip() and not re.search(r"<(?!/?(?:p|div|span|br)\b)", markup):
            return before if block.inner else self._without_html(block)
        return before + self.writer.fragment(expand(take_code(markup, self.body), self.body))

    def _together(self, block: Block) -> str:
        parts: list[str] = []
        for part in block.parts:
            if isinstance(part, str):
                parts.append(part)
            elif part.name in _TOGETHER and block.name in _TOGETHER and not kinds.is_hidden(part):
                self.body.constructs[f"wp:{part.name}"] += 1
                parts.append(self._together(part))
            else:
                written = self.block(part)
                parts.append(self.body.slots.put(written) if written else "")
        return "".join(parts)

    def _loose(self, text: str) -> str:
        """Text between blocks: classic content, whose paragraphs may or may not be marked."""
        if re.search(r"<(?:p|h[1-6]|ul|ol|table|div|blockquote)\b", text):
            return self.writer.fragment(expand(take_code(text, self.body), self.body))
        return self._classic(text)

    def _hidden(self, block: Block) -> str:
        """A block that was on the page for nobody; what it says is only told to whoever imports."""
        words = shortened([plain_words(_all_html(block)), *_in_attributes(block)])
        detail = _("A block “%(name)s” that was hidden there was left out. It says: %(words)s")
        self.body.problem("hidden", detail, name=block.name, words=words)
        return ""

    def _without_html(self, block: Block) -> str:
        """A block that WordPress or a plugin fills when the page is asked for."""
        if block.name in kinds.EMPTY_IS_NOTHING or block.name.startswith("core-embed/"):
            return ""
        said = self._told(block)
        if not said and block.name not in self.body.left_out:
            self.body.left_out.append(block.name)
        return said

    def _told(self, block: Block) -> str:
        """What only a block's attributes say."""
        said = "".join(told(block.name, block.attributes, self.body)) if "/" in block.name else ""
        if said:
            detail = _(
                "The block “%(name)s” is not known; its words, pictures and links were kept without it."
            )
            self.body.problem("block", detail, name=block.name)
        return said

    def _code(self, block: Block) -> str:
        """Code: its language, title and marked lines may stand in the attributes only."""
        get = block.text
        language = get("language") or get("lang") or get("codeLanguage") or get("mode")
        title = get("title") or get("fileName") or get("filename") or get("file") or get("label")
        lines = get("highlightLines") or get("lineHighlights") or get("highlight") or get("data-line")
        if block.name == "kevinbatdorf/code-block-pro" and get("code"):
            return code_block(get("code").strip("\n"), language, title, lines)
        if (taken := unwrapped(block.html)) != block.html:
            return self.writer.fragment(take_code(taken, self.body))
        written = self.writer.fragment(block.html)
        found = {"data-language": language.lower(), "data-title": title, "data-lines": lines.replace(" ", "")}
        for name, value in found.items():
            if value and f" {name}=" not in written.split(">", 1)[0]:
                written = written.replace("<pre", f'<pre {name}="{escape(value)}"', 1)
        return written

    def _embed(self, block: Block) -> str:
        written = self.writer.fragment(expand(block.html, self.body)) if block.html.strip() else ""
        if "data-url" in written or not block.text("url"):
            return written
        return embed_of(page_of(block.text("url")))

    def shared(self, block: Block) -> str:
        """A reusable block: what it holds, with the words of this page where it leaves room for them."""
        number = str(block.attributes.get("ref", ""))
        content = self.body.reusable.get(number)
        if content is None and number in self.body.reusable:
            detail = _("The reusable block %(number)s was shown to nobody; it was left out here as well.")
            self.body.problem("hidden", detail, number=number)
            return ""
        if content is None or self.body.depth > MAX_DEPTH:
            self.body.problem(
                "block", _("The reusable block %(number)s is not in the export."), number=number
            )
            return ""
        given = block.attributes.get("content")
        blocks = parse_blocks(content)
        if isinstance(given, dict):
            blocks = [with_own_words(one, given) for one in blocks]
        self.body.depth += 1
        written = self._all(blocks)
        self.body.depth -= 1
        return written

    def classic(self, block: Block) -> str:
        """Text that a classic editor inside the block editor, or a shortcode block, holds."""
        return self._loose(block.html) if block.name == "freeform" else self._classic(block.html)


def _in_attributes(block: Block) -> Iterator[str]:
    """What a block of a plug-in, and those in it, may say in their attributes alone."""
    if "/" in block.name and not block.html.strip():
        yield from said_in(block.attributes)
    for inner in block.inner:
        yield from _in_attributes(inner)


def _all_html(block: Block) -> str:
    return " ".join(part if isinstance(part, str) else _all_html(part) for part in block.parts)


_HANDLERS: dict[str, Callable[[BlockRenderer, Block], str | None]] = {
    "block": BlockRenderer.shared,
    "freeform": BlockRenderer.classic,
    "shortcode": BlockRenderer.classic,
    **kinds.HANDLERS,
}
