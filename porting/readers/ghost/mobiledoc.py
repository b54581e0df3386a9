"""Mobiledoc 0.3, which Ghost 1 to 4 keep posts in, as dialect HTML.

The format: https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md
"""

from __future__ import annotations

import json
from html import escape
from typing import Any

from django.utils.translation import gettext as _

from .cards import card_html
from .context import BodyContext, NotThisFormatError
from .inline import InlineWriter

MARKUP, IMAGE, LIST, CARD = 1, 2, 3, 10
TEXT = 0
LINE_BREAKS = {"soft-return", "soft-break"}
ELEMENTS = {"b": "strong", "i": "em", "strike": "s", "del": "s"}
Document = dict[str, Any]


def mobiledoc_html(source: str, context: BodyContext) -> str:
    """The body; NotThisFormatError or another ValueError when the text is no Mobiledoc."""
    whole = json.loads(source)
    if not isinstance(whole, dict) or not isinstance(whole.get("sections"), list):
        raise NotThisFormatError("it has no sections")
    parts = []
    for row in whole["sections"]:
        try:
            parts.append(section(row, whole, context))
        except (IndexError, TypeError, KeyError, AttributeError) as error:
            context.problem(
                "text",
                _("A part of the post is damaged and was left out: %(part)s (%(error)s)")
                % {"part": str(row)[:120], "error": error},
            )
    return "\n".join(part for part in parts if part)


def section(row: list, whole: Document, context: BodyContext) -> str:
    """One section: a paragraph, heading, quote, picture, list or card."""
    kind = row[0]
    if kind == MARKUP:
        return text_section(str(row[1]).lower(), row[2], whole, context)
    if kind == IMAGE:
        return card_html("image", {"src": row[1]}, context)
    if kind == LIST:
        name = "ol" if str(row[1]).lower() == "ol" else "ul"
        items = "".join(f"<li>{markers(item, whole, context)}</li>" for item in row[2])
        return f"<{name}>{items}</{name}>"
    if kind == CARD:
        card = whole["cards"][row[1]]
        payload = card[1] if len(card) > 1 and isinstance(card[1], dict) else {}
        return card_html(str(card[0]), payload, context)
    raise TypeError(f"unknown section {kind}")


def text_section(name: str, row: list, whole: Document, context: BodyContext) -> str:
    """A section of running text by the name of its element."""
    found = markers(row, whole, context)
    if not found.strip():
        return ""
    if name in {"h1", "h2", "h3", "h4", "h5", "h6"}:
        anchor = context.anchors.of("".join(str(part[3]) for part in row if part[0] == TEXT))
        attribute = f' id="{escape(anchor)}"' if anchor else ""
        return f"<{name}{attribute}>{found}</{name}>"
    if name == "blockquote":
        return f"<blockquote><p>{found}</p></blockquote>"
    if name in {"aside", "pull-quote"}:
        return card_html("aside", {"text": found}, context)
    return f"<p>{found}</p>"


def markers(row: list, whole: Document, context: BodyContext) -> str:
    """Text with its markups. Each marker says which markups it opens and how many it closes."""
    writer = InlineWriter()
    opened: list[str] = []
    for kind, opening, closing, value in row:
        for at in opening:
            name, html = markup(whole["markups"][at], context)
            writer.markup(html)
            opened.append(name)
        if kind == TEXT:
            writer.text(str(value))
        else:
            atom = whole["atoms"][value]
            writer.line_break() if atom[0] in LINE_BREAKS else writer.text(str(atom[1]))
        for _again in range(min(int(closing), len(opened))):
            writer.markup(f"</{opened.pop()}>")
    return writer.html() + "".join(f"</{name}>" for name in reversed(opened))


def markup(row: list, context: BodyContext) -> tuple[str, str]:
    """A markup's element and its opening tag."""
    name = ELEMENTS.get(str(row[0]).lower(), str(row[0]).lower())
    pairs = row[1] if len(row) > 1 and isinstance(row[1], list) else []
    given = {str(key): value for key, value in zip(pairs[::2], pairs[1::2], strict=False)}
    if name == "a":
        return name, f'<a href="{context.attribute(given.get("href"))}">'
    return (name, f"<{name}>") if name.isalnum() else ("span", "<span>")
