"""JSX in Markdown: elements become the dialect's blocks or plain HTML; of unknown ones everything readable stays."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape

from django.utils.translation import gettext as _

from porting.readers.markdown.mdx.module import Module
from porting.readers.markdown.mdx.tags import Tag, find_tags, pair
from porting.readers.markdown.text.embeds import embed
from porting.readers.markdown.text.engine import render_inline
from porting.readers.markdown.text.masks import Masks, block
from porting.readers.markdown.text.notes import Notes, excerpt

# HTML elements that CommonMark reads as raw blocks: Markdown in them on the same line would stay unread.
RAW_BLOCKS = {
    "p",
    "div",
    "td",
    "th",
    "li",
    "dd",
    "dt",
    "figcaption",
    "summary",
    "center",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "section",
    "article",
    "header",
    "footer",
    "aside",
}
RENAMED = {
    "className": "class",
    "htmlFor": "for",
    "colSpan": "colspan",
    "rowSpan": "rowspan",
    "srcSet": "srcset",
}
RENAMED |= {
    "allowFullScreen": "allowfullscreen",
    "frameBorder": "frameborder",
    "crossOrigin": "crossorigin",
    "to": "href",
}
UNTOUCHED = {"pre", "script", "style"}
TEXT_ATTRIBUTES = ("title", "label", "caption", "heading", "description", "text", "children")
IMAGE_ATTRIBUTES = ("src", "img", "image", "light", "thumbnail", "poster")


@dataclass
class Element:
    """A JSX element to be rewritten. ``inner`` is already rewritten; ``flow`` means it stands on lines of its own."""

    tag: Tag
    inner: str
    flow: bool
    indent: str
    masks: Masks
    module: Module
    notes: Notes

    def get(self, *names: str) -> str:
        """The text of the first of these attributes that has one; imported files give their address."""
        for name in names:
            value = self.masks.restore(self.tag.attributes.get(name, ""))
            expression = self.masks.restore(self.tag.expressions.get(name, ""))
            imported = self.module.imports.get(expression.split(".")[0]) or self.module.constants.get(
                expression
            )
            if imported or value:
                return imported or value
            loose = re.search(r"[\"'`]([^\"'`]*[/.][^\"'`]*)[\"'`]", expression)
            if loose:
                return loose.group(1)
        return ""


class Rewriter:
    """Rewrites all tags of one text."""

    def __init__(self, text: str, masks: Masks, module: Module, notes: Notes) -> None:
        self.text, self.masks, self.module, self.notes = text, masks, module, notes
        self.tags = find_tags(text)
        pair(self.tags)

    def run(self) -> str:
        """The whole text, rewritten."""
        return self._region(0, len(self.text), 0)

    def _region(self, start: int, end: int, depth: int) -> str:
        out: list[str] = []
        at = start
        for tag in self.tags:
            if tag.start < at or tag.end > end:
                continue
            out.append(self.text[at : tag.start])
            new, at = self._tag(tag, depth)
            out.append(new)
        out.append(self.text[at:end])
        return "".join(out)

    def _tag(self, tag: Tag, depth: int) -> tuple[str, int]:
        """What stands instead of an element, and where the text goes on behind it."""
        if tag.partner and not tag.closing:
            end = tag.partner.end
            if tag.name in UNTOUCHED or depth > 40:
                return self._verbatim(tag), end
            inner = self._region(tag.end, tag.partner.start, depth + 1)
        else:
            end, inner = tag.end, ""
        lead = self.text[self.text.rfind("\n", 0, tag.start) + 1 : tag.start]
        rest = self.text[end : (self.text.find("\n", end) + 1 or len(self.text) + 1) - 1]
        flow = not lead.strip(" \t>") and not rest.strip()
        element = Element(
            tag, inner, flow, lead if not lead.strip() else "", self.masks, self.module, self.notes
        )
        return self._rewrite(element), end

    def _rewrite(self, element: Element) -> str:
        tag = element.tag
        if tag.name and (tag.name[0].isupper() or "." in tag.name):
            return self._component(element)
        if tag.closing:
            return self.text[tag.start : tag.end] if tag.name else ""
        if not tag.name:  # a fragment
            return f"\n\n{element.inner}\n\n" if element.flow else element.inner
        return html_element(element)

    def _component(self, element: Element) -> str:
        from porting.readers.markdown.mdx.components import component  # components need Element

        tag = element.tag
        if tag.closing:
            return "\n\n" if element.flow else ""
        if not tag.partner and not tag.attributes and self._is_prose(tag):
            return escape(self.text[tag.start : tag.end])
        return component(element)

    def _is_prose(self, tag: Tag) -> bool:
        """``Promise<Value>``: what somebody wrote about code without marking it as code."""
        return self.text[tag.start - 1 : tag.start].isalnum() and not tag.alone

    def _verbatim(self, tag: Tag) -> str:
        """``<pre>`` as it is; ``{`…`}`` in it is its text."""
        inner = self.masks.restore(self.text[tag.end : tag.partner.start if tag.partner else tag.end])
        inner = re.sub(
            r"\{\s*`(.*?)`\s*\}", lambda found: escape(found.group(1), quote=False), inner, flags=re.DOTALL
        )
        opening = (
            f"<{tag.name}{html_attributes(Element(tag, '', True, '', self.masks, self.module, self.notes))}>"
        )
        return self.masks.hide(f"{opening}{inner}</{tag.name}>")


def html_attributes(element: Element) -> str:
    """JSX attributes as HTML ones. Handlers, which are told, and style objects fall away."""
    out: list[str] = []
    for name, value in element.tag.attributes.items():
        if name.startswith("on"):
            element.notes.report(
                "jsx",
                _("What <%(element)s> did (%(name)s) was left out; the text in it was kept.")
                % {"element": element.tag.name, "name": name},
            )
            continue
        if (name == "style" and element.tag.expressions.get(name)) or name in ("key", "ref"):
            continue
        value = element.get(name) or element.masks.restore(value)
        if element.tag.expressions.get(name) and not value:
            element.notes.report(
                "jsx",
                _("An attribute could not be read: %(attribute)s")
                % {"attribute": f"{name}={{{excerpt(element.tag.expressions[name], 60)}}}"},
            )
            continue
        out.append(
            f' {RENAMED.get(name, name)}="{escape(value.replace("true", "") if value == "true" else value)}"'
        )
    return "".join(out)


def html_element(element: Element) -> str:
    """An HTML element written in JSX. Markdown in it is read, as MDX does."""
    tag = element.tag
    tweet = element.get("data-tweet-url", "data-url") if tag.name == "iframe" else ""
    if tweet:
        return f"\n\n{element.indent}{embed(tweet)}\n\n"
    opening = f"<{tag.name}{html_attributes(element)}>"
    if not tag.partner:
        return opening
    closing = f"</{tag.name}>"
    if "\n" not in element.inner:
        inner = element.inner
        if (
            tag.name in RAW_BLOCKS
            and element.inner.strip()
            and "<aside" not in inner
            and "<figure" not in inner
        ):
            inner = render_inline(element.masks.restore(inner.strip()))
            return element.masks.hide(f"{opening}{inner}{closing}")
        return opening + inner + closing
    if element.flow:
        return block(opening, element.inner, closing, element.indent)
    return opening + element.inner + closing


def jsx(text: str, masks: Masks, module: Module, notes: Notes) -> str:
    """Rewrite every JSX element of a text whose code is hidden in ``masks``."""
    return Rewriter(text, masks, module, notes).run() if "<" in text else text
