"""Blocks that Ghost has a card for. A card is only used when it says everything the block says."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING, Any

from porting.exporters.ghost.inline import text_nodes

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Node = dict[str, Any]
#: What a note's kind is as a colour.
COLOURS = {"note": "grey", "tip": "green", "info": "blue", "warning": "yellow", "danger": "red"}
VIDEO = (
    (
        re.compile(r"(?:youtube(?:-nocookie)?\.com/(?:watch\?v=|embed/|shorts/)|youtu\.be/)([\w-]{6,})"),
        "https://www.youtube-nocookie.com/embed/",
    ),
    (re.compile(r"vimeo\.com/(?:video/)?(\d+)"), "https://player.vimeo.com/video/"),
)


def card(kind: str, **payload: Any) -> Node:
    """A card of this name."""
    return {"type": kind, "version": 1, **payload}


def html_card(html: str) -> Node:
    """Anything at all, as HTML."""
    return card("html", html=html)


def elements(node: LexborNode) -> list[LexborNode]:
    """The elements directly below."""
    return [child for child in node.iter() if child.is_element_node]


def caption(node: LexborNode) -> str:
    """The HTML of a figure's own caption."""
    found = next((child for child in elements(node) if child.tag == "figcaption"), None)
    return (found.inner_html or "") if found is not None else ""


def picture(node: LexborNode) -> dict[str, str] | None:
    """Address, alternative text, title and link of an ``img`` or an ``a`` around one; None when it says more."""
    link = node.tag == "a" and set(node.attributes) == {"href"}
    inner = elements(node)[0] if link and len(elements(node)) == 1 else node
    if inner.tag != "img" or set(inner.attributes) - {"src", "alt", "title"}:
        return None
    given = inner.attributes
    return {
        "src": given.get("src") or "",
        "alt": given.get("alt") or "",
        "title": given.get("title") or "",
        "href": (node.attributes.get("href") or "") if link else "",
    }


def image(node: LexborNode) -> Node | None:
    """A picture of any width."""
    if node.tag == "img":
        found = picture(node)
        return card("image", cardWidth="regular", caption="", **found) if found else None
    inner = [child for child in elements(node) if child.tag != "figcaption"]
    if len(inner) != 1 or set(node.attributes) - {"data-width"}:
        return None
    if inner[0].tag == "pre":
        found_code = code(inner[0])
        return found_code | {"caption": caption(node)} if found_code else None
    found = picture(inner[0])
    if not found:
        return None
    return card(
        "image", cardWidth=node.attributes.get("data-width") or "regular", caption=caption(node), **found
    )


def gallery(node: LexborNode) -> Node | None:
    """Pictures without captions of their own."""
    rows = []
    for item in elements(node):
        if item.tag == "figcaption":
            continue
        inner = elements(item)
        found = (
            picture(inner[0]) if item.tag == "figure" and len(inner) == 1 and not item.attributes else None
        )
        if not found or found["href"]:
            return None
        name = found["src"].rpartition("/")[2]
        rows.append({"row": len(rows) // 3, "fileName": name, "src": found["src"], "alt": found["alt"]})
    return card("gallery", images=rows, caption=caption(node)) if rows else None


def code(node: LexborNode) -> Node | None:
    """Code with nothing but a language."""
    if set(node.attributes) - {"data-language"}:
        return None
    return card(
        "codeblock", code=node.text(), language=node.attributes.get("data-language") or "", caption=""
    )


def embed(node: LexborNode) -> Node | None:
    """Something from elsewhere: a player where the address says which, else a link."""
    address = node.attributes.get("data-url") or ""
    frame = next((base + found[1] for rule, base in VIDEO if (found := rule.search(address))), "")
    if frame:
        html = f'<iframe src="{escape(frame)}" width="560" height="315" allowfullscreen></iframe>'
    else:
        html = f'<p><a href="{escape(address)}">{escape(address)}</a></p>'
    kind = "video" if frame else "rich"
    return card("embed", url=address, embedType=kind, html=html, metadata={}, caption=caption(node))


def pull_quote(node: LexborNode) -> Node | None:
    """Ghost's second kind of quote."""
    inner = text_nodes(list(node.iter(include_text=True)))
    if inner is None:
        return None
    return {"type": "aside", "children": inner, "direction": "ltr", "format": "", "indent": 0, "version": 1}


def admonition(node: LexborNode) -> Node | None:
    """A note of one paragraph without a title."""
    inner = elements(node)
    kind = COLOURS.get(node.attributes.get("data-kind") or "")
    plain = len(inner) == 1 and inner[0].tag == "p" and not inner[0].attributes
    if not plain or not kind or node.attributes.get("data-title"):
        return None
    return card("callout", calloutText=inner[0].inner_html or "", calloutEmoji="", backgroundColor=kind)


def accordion(node: LexborNode) -> Node | None:
    """One thing to unfold."""
    inner = elements(node)
    if len(inner) != 1 or inner[0].attributes:
        return None
    summary = inner[0].css_first("summary")
    if summary is None or elements(summary):
        return None
    heading = summary.inner_html or ""
    rest = "".join(child.html or "" for child in inner[0].iter(include_text=True) if child.tag != "summary")
    return card("toggle", heading=heading, content=rest)


def button(node: LexborNode) -> Node | None:
    """A button of the usual kind."""
    link = node.css_first("a")
    if link is None or node.attributes.get("data-style"):
        return None
    return card(
        "button", buttonText=link.text(), buttonUrl=link.attributes.get("href") or "", alignment="center"
    )


def download(node: LexborNode) -> Node | None:
    """A file."""
    link, words = node.css_first("a"), node.css_first("span")
    if link is None:
        return None
    address = link.attributes.get("href") or ""
    about = words.text() if words is not None else ""
    name = address.rpartition("/")[2]
    return card("file", src=address, fileTitle=link.text(), fileCaption=about, fileName=name, fileSize=0)


#: By the name of the block, or of the element for those without one.
CARDS: dict[str, Callable[[LexborNode], Node | None]] = {
    "figure": image,
    "img": image,
    "pre": code,
    "gallery": gallery,
    "embed": embed,
    "pull_quote": pull_quote,
    "admonition": admonition,
    "accordion": accordion,
    "button": button,
    "download": download,
}
