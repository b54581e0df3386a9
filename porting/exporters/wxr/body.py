"""A body of the dialect as blocks of WordPress's editor; what it has no block for stays HTML, unchanged."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from html import escape

from selectolax.lexbor import LexborHTMLParser, LexborNode

_CODE_FIELDS = {"data-language": "language", "data-title": "title", "data-lines": "highlightLines"}
_ALIGN = {"wide": "wide", "full": "full"}
#: Brackets that WordPress could take for a shortcode.
_BRACKET = re.compile(r"\[(?=/?[A-Za-z\[])")


class Content:
    """The content of one post, and its footnotes, which WordPress keeps apart."""

    def __init__(self, html: str) -> None:
        self.footnotes: list[dict[str, str]] = []
        self._order: dict[str, int] = {}
        body = LexborHTMLParser(f"<!DOCTYPE html><body>{html}").body
        self.text = _BRACKET.sub("&#91;", self._blocks(body)) if body is not None else ""

    def _blocks(self, parent: LexborNode) -> str:
        return "\n\n".join(filter(None, (self._block(node) for node in parent.iter(include_text=True))))

    def _block(self, node: LexborNode) -> str:
        if node.tag == "-text":
            text = (node.text_content or "").strip()
            return comment("paragraph", f"<p>{escape(text, quote=False)}</p>") if text else ""
        if not node.is_element_node:
            return ""
        kind = node.attributes.get("data-block") or ""
        writer = _BLOCKS.get(kind) if kind else _ELEMENTS.get(node.tag or "")
        written = writer(self, node) if writer else None
        return comment("html", node.html or "") if written is None else written

    def inner(self, node: LexborNode) -> str:
        """What stands in an element, with footnotes marked as WordPress marks them."""
        return re.sub(r'<sup data-footnote="([^"]*)"></sup>', self._mark, node.inner_html or "")

    def _mark(self, match: re.Match[str]) -> str:
        key = match[1]
        number = self._order.setdefault(key, len(self._order) + 1)
        return f'<sup data-fn="{key}" class="fn"><a href="#{key}" id="{key}-link">{number}</a></sup>'

    def paragraph(self, node: LexborNode) -> str | None:
        if set(node.attributes) - {"id"}:
            return None
        anchor = _anchor(node)
        return comment("paragraph", f"<p{anchor}>{self.inner(node)}</p>")

    def heading(self, node: LexborNode) -> str | None:
        tag = node.tag or "h2"
        written = f'<{tag} class="wp-block-heading"{_anchor(node)}>{self.inner(node)}</{tag}>'
        return comment("heading", written, level=int(tag[1]))

    def list(self, node: LexborNode) -> str | None:
        said = "".join(f' {k}="{escape(v or "")}"' for k, v in node.attributes.items())
        written = f'<{node.tag} class="wp-block-list"{said}>{self.inner(node)}</{node.tag}>'
        return comment("list", written, **({"ordered": True} if node.tag == "ol" else {}))

    def quote(self, node: LexborNode) -> str | None:
        cited = node.attributes.get("cite")
        who, inside = self._said(node)
        said = f' cite="{escape(cited)}"' if cited else ""
        return comment("quote", f'<blockquote class="wp-block-quote"{said}>{inside}{who}</blockquote>')

    def pull_quote(self, node: LexborNode) -> str | None:
        who, _ = self._said(node)
        children = [c for c in node.iter(include_text=True) if c.tag != "footer"]
        inside = "".join(c.html or "" for c in children)
        quoted = f"<blockquote>{inside}{who}</blockquote>"
        return comment("pullquote", f'<figure class="wp-block-pullquote">{quoted}</figure>')

    def _said(self, node: LexborNode) -> tuple[str, str]:
        """Who said it, and the quotation as blocks."""
        parts = [self._block(c) for c in node.iter(include_text=True) if c.tag != "footer"]
        footer = next((c for c in node.iter() if c.tag == "footer"), None)
        who = f"<cite>{self.inner(footer)}</cite>" if footer is not None else ""
        return who, "\n\n".join(filter(None, parts))

    def code(self, node: LexborNode) -> str | None:
        found = {name: node.attributes.get(key) for key, name in _CODE_FIELDS.items()}
        said = {name: value for name, value in found.items() if value}
        classes = ["wp-block-code"]
        if said.get("language"):
            classes.append(f"language-{said['language']}")
        if "data-numbers" in node.attributes:
            classes.append("line-numbers")
        extra = " ".join(classes[1:])
        inner = node.css_first("code")
        text = inner.inner_html if inner is not None else node.inner_html
        written = f'<pre class="{escape(" ".join(classes))}"><code>{text}</code></pre>'
        return comment("code", written, **said, **({"className": extra} if extra else {}))

    def table(self, node: LexborNode) -> str | None:
        caption = next((c for c in node.iter() if c.tag == "caption"), None)
        rows = "".join(c.html or "" for c in node.iter() if c.tag != "caption")
        said = f'<figcaption class="wp-element-caption">{self.inner(caption)}</figcaption>' if caption else ""
        return comment("table", f'<figure class="wp-block-table"><table>{rows}</table>{said}</figure>')

    def figure(self, node: LexborNode) -> str | None:
        first = next(iter(node.iter()), None)
        if first is None or first.tag not in {"img", "a", "video", "audio"}:
            return None
        kind = "image" if node.css_first("img") is not None else first.tag or "video"
        if kind == "a":
            return None
        return self._figure(node, kind)

    def _figure(self, node: LexborNode, kind: str) -> str:
        width = _ALIGN.get(node.attributes.get("data-width") or "")
        classes = f"wp-block-{kind}" + (f" align{width}" if width else "")
        said = {"align": width} if width else {}
        return comment(kind, f'<figure class="{classes}">{_figure_inside(node)}</figure>', **said)

    def gallery(self, node: LexborNode) -> str | None:
        figures = [self._figure(c, "image") for c in node.iter() if c.tag == "figure"]
        caption = next((c for c in node.iter() if c.tag == "figcaption"), None)
        said = (
            f'<figcaption class="blocks-gallery-caption wp-element-caption">{caption.inner_html}</figcaption>'
            if caption is not None
            else ""
        )
        inside = "\n\n".join(figures) + said
        return comment("gallery", f'<figure class="wp-block-gallery has-nested-images">{inside}</figure>')

    def embed(self, node: LexborNode) -> str | None:
        url = node.attributes.get("data-url") or ""
        caption = node.css_first("figcaption")
        said = f"<figcaption>{caption.inner_html}</figcaption>" if caption is not None else ""
        wrapped = f'<div class="wp-block-embed__wrapper">\n{escape(url)}\n</div>'
        return comment("embed", f'<figure class="wp-block-embed">{wrapped}{said}</figure>', url=url)

    def details(self, node: LexborNode) -> str | None:
        summary = next((c for c in node.iter() if c.tag == "summary"), None)
        said = f"<summary>{self.inner(summary)}</summary>" if summary is not None else ""
        parts = [self._block(c) for c in node.iter(include_text=True) if c.tag != "summary"]
        opened = " open" if "open" in node.attributes else ""
        inside = "\n\n".join(filter(None, parts))
        return comment("details", f'<details class="wp-block-details"{opened}>{said}{inside}</details>')

    def button(self, node: LexborNode) -> str | None:
        link = node.css_first("a[href]")
        if link is None:
            return None
        outline = " is-style-outline" if node.attributes.get("data-style") == "secondary" else ""
        href = escape(link.attributes["href"] or "")
        one = f'<a class="wp-block-button__link wp-element-button" href="{href}">{link.inner_html}</a>'
        inner = comment("button", f'<div class="wp-block-button{outline}">{one}</div>')
        return comment("buttons", f'<div class="wp-block-buttons">{inner}</div>')

    def download(self, node: LexborNode) -> str | None:
        link = node.css_first("a[href]")
        if link is None or node.css_first("span") is not None:
            return None
        href = link.attributes["href"] or ""
        written = f'<div class="wp-block-file"><a href="{escape(href)}">{link.inner_html}</a></div>'
        return comment("file", written, href=href)

    def separator(self, _node: LexborNode) -> str | None:
        return comment("separator", '<hr class="wp-block-separator"/>')

    def notes(self, node: LexborNode) -> str | None:
        for item in node.css("[data-item]"):
            key = item.attributes.get("data-key") or ""
            self.footnotes.append({"id": key, "content": item.inner_html or ""})
        return "<!-- wp:footnotes /-->"


def comment(name: str, inside: str, **attributes: object) -> str:
    """A block: its HTML between the editor's comments."""
    said = ""
    if attributes:
        text = json.dumps(attributes, ensure_ascii=False, separators=(",", ":"))
        for character in ("--", "<", ">", "&"):
            text = text.replace(character, "".join(f"\\u{ord(one):04x}" for one in character))
        said = f" {text}"
    return f"<!-- wp:{name}{said} -->\n{inside}\n<!-- /wp:{name} -->"


def _figure_inside(node: LexborNode) -> str:
    parts = []
    for child in node.iter(include_text=True):
        if child.tag == "figcaption":
            parts.append(f'<figcaption class="wp-element-caption">{child.inner_html}</figcaption>')
        else:
            parts.append((child.html or "").strip())
    return "".join(parts)


def _anchor(node: LexborNode) -> str:
    anchor = node.attributes.get("id")
    return f' id="{escape(anchor)}"' if anchor else ""


_Writer = Callable[[Content, LexborNode], str | None]
_ELEMENTS: dict[str, _Writer] = {
    "p": Content.paragraph, "ul": Content.list, "ol": Content.list, "blockquote": Content.quote, "pre": Content.code,
    "table": Content.table, "figure": Content.figure, "details": Content.details, "hr": Content.separator,
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Content.heading),
}  # fmt: skip
_BLOCKS: dict[str, _Writer] = {
    "gallery": Content.gallery, "embed": Content.embed, "pull_quote": Content.pull_quote, "button": Content.button,
    "download": Content.download, "footnotes": Content.notes,
}  # fmt: skip
