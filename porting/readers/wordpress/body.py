"""A post's body: classic or of blocks, as WordPress would show it, in the dialect."""

from __future__ import annotations

import json
import re
from html import escape

from django.utils.translation import gettext as _

from porting.readers.wordpress.autop import paragraphs
from porting.readers.wordpress.context import MAX_DEPTH, Body
from porting.readers.wordpress.gutenberg import BlockRenderer, has_blocks
from porting.readers.wordpress.markup import HANDLERS, Writer
from porting.readers.wordpress.markup.writer import holds_block
from porting.readers.wordpress.shortcodes import expand, take_code

_MARKS = re.compile(r"<!--\s*(?:more\b.*?|nextpage\b.*?|noteaser)\s*-->", re.DOTALL)


def to_dialect(content: str, body: Body) -> str:
    """Return the dialect HTML of a body; what could not be moved as it was is noted in ``body``. Never raises."""
    try:
        return _written(content, body)
    except RecursionError:
        body.problem("html", _("The body is nested too deeply to be read; it was kept as HTML for review."))
        return body.kept("nested too deeply", content)


def _written(content: str, body: Body) -> str:
    writer = Writer(body, HANDLERS)

    def classic(text: str) -> str:
        body.depth += 1
        try:
            if body.depth > MAX_DEPTH:
                return f"<p>{escape(text)}</p>"
            taken = take_code(_MARKS.sub("\n\n", text), body)
            return writer.fragment(paragraphs(expand(taken, body)))
        finally:
            body.depth -= 1

    body.render = classic
    body.inline = writer.line
    body.fragment = writer.fragment
    if has_blocks(content):
        written = BlockRenderer(body, writer, classic).render(content)
    else:
        written = classic(content)
    if body.left_out:
        text = _("Blocks that show what is made when a page is asked for were left out: %(names)s.")
        body.problem("block", text % {"names": ", ".join(body.left_out)})
    return body.slots.fill(written + _footnotes(body, writer)).strip()


def _footnotes(body: Body, writer: Writer) -> str:
    """The notes at the foot of the post: the block editor keeps their text in a custom field."""
    try:
        saved = json.loads(body.meta.get("footnotes") or "[]")
    except ValueError:
        saved = []
        body.problem("footnotes", _("The footnotes' own field cannot be read."))
    notes = [note for note in saved if isinstance(note, dict)] if isinstance(saved, list) else []
    texts = {str(note["id"]): _note(str(note.get("content", "")), writer) for note in notes if note.get("id")}
    texts |= {key: text for key, text in body.footnotes.items() if text}
    items = [f'<div data-item data-key="{escape(key)}">{text}</div>' for key, text in texts.items() if text]
    return f'<section data-block="footnotes">{"".join(items)}</section>' if items else ""


def _note(content: str, writer: Writer) -> str:
    """A note's text: a line as WordPress keeps it, or whole blocks."""
    return writer.fragment(content) if holds_block(content) else writer.line(content)
