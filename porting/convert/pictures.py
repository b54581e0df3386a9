"""Pictures, alone, in figures and in galleries."""

from __future__ import annotations

import re
from html import escape
from posixpath import basename
from typing import Any

from django.utils.translation import gettext as _

from porting.convert import code, embeds, lists, quotes, tables
from porting.convert.context import Block
from porting.convert.flow import Flow, caption_of, line_of, plain_of
from porting.convert.tree import Element

_EMOJI_CLASSES = frozenset({"emoji", "wp-smiley", "smiley", "emojione", "twemoji"})
_WIDTHS = frozenset({"wide", "full"})
_LAZY = ("data-src", "data-lazy-src", "data-original", "data-orig-file")
_MOST_IN_GALLERY = 24
_CAPTION_LENGTH = 500
_FRAMES = frozenset({"a", "picture", "span", "p", "div", "noscript"})
_ONE_PIXEL = re.compile(r"0*[01](?:px)?")


def source_of(element: Element) -> str:
    """The address of a picture, also of one that is loaded late by a script."""
    source = element.get("src").strip()
    if not source or source.startswith("data:"):
        late = next((late for name in _LAZY if (late := element.get(name).strip())), "")
        return late or _largest(element.get("srcset") or element.get("data-srcset")) or source
    return source


def _largest(sizes: str) -> str:
    """The largest of the sizes a picture comes in: ``small.png 480w, large.png 960w``."""
    found = re.findall(r"(?:^|,)\s*(\S+[^\s,])(?:\s+(\d{1,6}(?:\.\d{1,3})?)[wx])?\s*(?=,|$)", sizes)
    return max(found, key=lambda one: float(one[1] or 1), default=("", ""))[0]


def picture(flow: Flow, element: Element) -> None:
    """A picture by itself, or in the middle of a text, which it parts."""
    if not _instead(flow, element):
        _add(flow, element, "", "text")


def _instead(flow: Flow, element: Element) -> bool:
    """Whether this is no picture to show but an emoji, a counter of visits or nothing."""
    alt, source = element.get("alt"), source_of(element)
    if not source or (alt and _EMOJI_CLASSES.intersection(element.classes)):
        flow.line.text(alt)
    elif _ONE_PIXEL.fullmatch(element.get("width")) and _ONE_PIXEL.fullmatch(element.get("height")):
        flow.job.problem(
            "images", _("A counter of visits was left out: %(source)s") % {"source": source[:300]}
        )
    else:
        return False
    return True


def _add(flow: Flow, element: Element, caption: str, width: str) -> None:
    source, alt = source_of(element), " ".join(element.get("alt").split())
    link = flow.job.address(flow.link) if flow.link else ""
    found = flow.job.picture(source, alt)
    title = " ".join(element.get("title").split())
    if title and title not in {alt, plain_of(caption)}:
        flow.job.problem(
            "formatting", _("The titles of pictures, shown by the mouse, are not kept."), once="title"
        )
    name = "image" if found is not None else "remote_picture"
    if not flow.allows(name):
        _add_inline(flow, source, alt, found)
        flow.line.markup(caption)
    elif found is not None:
        flow.add("image", _image(found, element, alt) | {"caption": caption, "width": width, "link": link})
    else:
        _add_remote(flow, source, {"alt_text": alt, "caption": caption, "width": width, "link": link})


def _image(found: int, element: Element, alt: str) -> dict[str, Any]:
    decorative = "data-decorative" in element.attributes
    return {"image": {"image": found, "decorative": decorative, "alt_text": alt}}


def _add_remote(flow: Flow, source: str, value: dict[str, Any]) -> None:
    if source.startswith("data:"):
        text = _("A picture written into the text could not be read: %(source)s…")
        flow.job.problem("images", text % {"source": source[:60]})
        flow.words(value["alt_text"])
        return
    flow.job.problem(
        "images", _("This picture was not found: %(source)s") % {"source": source[:300]}, once=source
    )
    flow.add("remote_picture", {"url": flow.job.context.remote(source), **value})


def _add_inline(flow: Flow, source: str, alt: str, found: int | None) -> None:
    """A picture where only rich text may be: inside it, or the link to it."""
    if found is not None:
        words = escape(alt)
        flow.line.markup(f'<embed embedtype="image" format="fullwidth" id="{found}" alt="{words}"/>')
        return
    flow.job.problem(
        "images", _("This picture was not found: %(source)s") % {"source": source[:300]}, once=source
    )
    address = flow.job.safe(flow.job.context.remote(source), source)
    words = escape(alt or basename(source), quote=False)
    flow.line.markup(f'<a href="{escape(address)}">{words}</a>' if address and not flow.link else words)


def words_for(href: str) -> str:
    """An address as the words of its own link."""
    return escape(href, quote=False)


def width_of(element: Element) -> str:
    """How wide the figure is shown."""
    return element.get("data-width") if element.get("data-width") in _WIDTHS else "text"


def figure(flow: Flow, element: Element) -> None:
    """A figure: its one picture, table, listing, quotation or player gets the caption."""
    flow.end_line()
    caption = next((child for child in element.elements if child.tag == "figcaption"), None)
    rest = [child for child in element.children if child is not caption]
    core, link = _only(rest)
    if core is not None and core.tag in _WITH_CAPTION:
        _WITH_CAPTION[core.tag](flow, core, caption)
    elif core is not None and core.tag == "img" and not core.block:
        _captioned(flow, element, core, caption, link)
    elif flow.allows("gallery") and _is_row(rest):
        gallery(flow, element)
    else:
        flow.walk(rest)
        flow.end_line()
        if caption is not None:
            embeds.caption_below(flow, caption)


def _only(nodes: list) -> tuple[Element | None, str]:
    """The one element of a figure, out of what only frames it, and where a link around it leads."""
    link = ""
    while True:
        seen = _seen(nodes)
        if len(seen) != 1 or isinstance(seen[0], str):
            return None, ""
        if seen[0].tag not in _FRAMES or seen[0].block:
            return seen[0], link
        link = link or seen[0].get("href")
        nodes = seen[0].children


def _seen(nodes: list) -> list:
    return [
        node
        for node in nodes
        if (
            node.strip()
            if isinstance(node, str)
            else node.tag not in {"source", "script"} and not _empty(node)
        )
    ]


def _empty(element: Element) -> bool:
    return element.tag in _FRAMES and element.is_blank()


def _captioned(flow: Flow, frame: Element, image: Element, caption: Element | None, link: str) -> None:
    html, blocks = caption_of(flow, caption)
    before, flow.link = flow.link, flow.link or link
    if not source_of(image):
        flow.rich(html if html.startswith("<p") or not html else f"<p>{html}</p>")
    else:
        _add(flow, image, html, width_of(frame))
    flow.link = before
    _add_all(flow, blocks)


def _add_all(flow: Flow, blocks: list[Block]) -> None:
    for block in blocks:
        flow.add(block["type"], block["value"])


def _is_row(nodes: list) -> bool:
    """Whether there is nothing but pictures, two or more."""
    images = 0
    for node in Element("div", {}, *nodes).walk():
        if isinstance(node, str) and node.strip():
            return False
        if isinstance(node, Element):
            if node.tag not in _FRAMES | {"img", "figure", "source"}:
                return False
            images += node.tag == "img"
    return images > 1


def gallery(flow: Flow, element: Element) -> None:
    """Pictures side by side; one below the other when some of them are not here or their captions are rich."""
    flow.end_line()
    caption = next((child for child in element.elements if child.tag == "figcaption"), None)
    rest = [child for child in element.children if child is not caption]
    row = Element("div", {}, *rest)
    items = [_item(flow, frame, image) for frame, image in _framed(row)]
    html, blocks = line_of(flow, caption.children) if caption else ("", [])
    whole = len(items) > 1 and all(items) and not _has_words_apart(row) and flow.allows("gallery")
    short = "<a " not in html and len(plain_of(html)) <= _CAPTION_LENGTH
    if whole:
        _add_gallery(flow, items, plain_of(html) if short else "")
    elif len(items) > 1 and flow.allows("list") and not _has_words_apart(row):
        # One thing of several parts, as galleries are to whoever listens to a page, until its pictures are here.
        points = [Element("li", {}, frame) for frame, _image in _framed(row)]
        lists.any_list(flow, Element("ul", {}, *points))
    else:
        flow.walk(rest)
        flow.end_line()
    if html and not (whole and short):
        flow.rich(f"<p>{html}</p>")
    _add_all(flow, blocks)


def _add_gallery(flow: Flow, items: list, caption: str) -> None:
    """One gallery; several of about the same size when there are more pictures than one may hold."""
    parts = -(-len(items) // _MOST_IN_GALLERY)
    size = -(-len(items) // parts)
    for start in range(0, len(items), size):
        listed = [{"type": "item", "value": value} for value in items[start : start + size]]
        last = start + size >= len(items)
        flow.add("gallery", {"images": listed, "caption": caption if last else ""})


def _framed(row: Element) -> list[tuple[Element, Element]]:
    """The pictures of a gallery with what stands around each: its own figure, item or nothing."""
    frames = row.find_all("figure", "li") or []
    inner = [(frame, image) for frame in frames if (image := frame.find("img")) is not None]
    known = {id(image) for _frame, image in inner}
    loose = [(image, image) for image in row.find_all("img") if id(image) not in known]
    return inner + loose if not (inner and loose) else [(image, image) for image in row.find_all("img")]


def _has_words_apart(row: Element) -> bool:
    """Whether there is text in a gallery that is no caption of one of its pictures."""
    captions = sum(len(caption.words.split()) for caption in row.find_all("figcaption"))
    return len(row.words.split()) > captions


def _item(flow: Flow, frame: Element, image: Element) -> dict[str, Any] | None:
    """One picture as a gallery stores it; None when it cannot."""
    source, alt = source_of(image), " ".join(image.get("alt").split())
    found = flow.job.picture(source, alt) if source else None
    caption = frame.find("figcaption")
    html, blocks = line_of(flow, caption.children) if caption else ("", [])
    words = plain_of(html)
    if (
        found is None
        or blocks
        or "<a " in html
        or len(words) > _CAPTION_LENGTH
        or len(frame.find_all("img")) > 1
    ):
        return None
    link = next((a.get("href") for a in frame.find_all("a") if image in a.children), "")
    address = flow.job.address(link) if link else ""
    return _image(found, image, alt) | {"caption": words, "link": address}


def _table(flow: Flow, element: Element, caption: Element | None) -> None:
    tables.table(flow, element, caption)


def _listing(flow: Flow, element: Element, caption: Element | None) -> None:
    """A listing: a short caption is its title."""
    if caption is not None and not element.get("data-title") and caption.find("a") is None:
        element = Element("pre", {**element.attributes, "data-title": caption.words}, *element.children)
        caption = None
    code.listing(flow, element)
    if caption is not None:
        embeds.caption_below(flow, caption)


_WITH_CAPTION = {
    "table": _table,
    "pre": _listing,
    "blockquote": quotes.quote,
    "iframe": embeds.frame,
    "video": embeds.player,
    "audio": embeds.player,
}
