"""Pictures, captions, galleries and covers."""

from __future__ import annotations

import re
from html import escape, unescape

from selectolax.lexbor import LexborNode

from porting.document import SourceMedia
from porting.readers.wordpress.autop import SLOT
from porting.readers.wordpress.markup.writer import Writer, classes
from porting.readers.wordpress.media import address_key

_NUMBER = re.compile(r"^(?:wp-image|attachment|wp-att)-(\d+)$")
_LAZY = ("data-src", "data-lazy-src", "data-orig-file", "data-large-file", "data-original", "data-full-url")
_GALLERIES = (
    "wp-block-gallery", "blocks-gallery-grid", "gallery", "tiled-gallery", "wp-block-jetpack-tiled-gallery",
    "wp-block-jetpack-slideshow", "wp-block-coblocks-gallery-masonry", "wp-block-coblocks-gallery-carousel",
)  # fmt: skip
_SMILEYS = {"wp-smiley", "emoji"}
_CAPTIONS = "figcaption, .wp-caption-text, .blocks-gallery-caption"
#: What a gallery may hold beside its pictures and their captions.
_BESIDE = f"{_CAPTIONS}, .gallery-caption, .tiled-gallery-caption, script, style, noscript"
_PICTURE = re.compile(r"(?:<a [^>]*>)?\s*<img [^>]*>\s*(?:</a>)?")
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*url\(\s*[\"']?([^\"')]+)", re.IGNORECASE)


def image(node: LexborNode, writer: Writer) -> str | None:
    """A picture under its full address; smileys are the characters they stand for."""
    if classes(node) & _SMILEYS:
        return escape(node.attributes.get("alt") or "", quote=False)
    address = _address(node)
    if not address:
        return ""
    known = _attachment(node, address, writer)
    alt = node.attributes.get("alt")
    if alt is None:
        alt = known.alt if known else ""
    title = node.attributes.get("title") or ""
    decorative = "data-decorative" in node.attributes
    return picture(known.url if known else address, alt, title if title != alt else "", decorative=decorative)


def picture(address: str, alt: str, title: str = "", *, decorative: bool = False) -> str:
    """An ``img``."""
    titled = f' title="{escape(title)}"' if title else ""
    titled += " data-decorative" if decorative else ""
    return f'<img src="{escape(address)}" alt="{escape(alt)}"{titled}>'


def captioned(inside: str, caption: str = "", width: str = "") -> str:
    """A figure around a picture."""
    sized = f' data-width="{width}"' if width else ""
    said = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure{sized}>{inside}{said}</figure>"


def of_media(media: SourceMedia) -> str:
    """A figure for an attachment, as a gallery shows it."""
    return captioned(picture(media.url, media.alt), escape(media.caption, quote=False))


def gallery_of(figures: list[str], caption: str = "") -> str:
    """A gallery; a single picture needs none."""
    if len(figures) == 1 and not caption:
        return figures[0]
    said = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f'<figure data-block="gallery">{"".join(figures)}{said}</figure>'


def width_of(node: LexborNode) -> str:
    """``wide`` or ``full`` when the picture was wider than the text."""
    found = classes(node) | (classes(node.parent) if node.parent is not None else set())
    return "full" if "alignfull" in found else "wide" if "alignwide" in found else ""


def figure(node: LexborNode, writer: Writer) -> str | None:
    """A figure with pictures, a player or anything else in it, and its caption."""
    caption_node = next((child for child in node.iter() if child.tag == "figcaption"), None)
    caption = _caption(caption_node, writer)
    inside = "".join(
        writer.node(child)
        for child in node.iter(include_text=True)
        if caption_node is None or child.mem_id != caption_node.mem_id
    ).strip()
    if not inside:
        return f"<p>{caption}</p>" if caption else ""
    if inside.startswith((f"<{SLOT}", "<figure", "<pre", "<table", "<p", "<blockquote")):
        return inside + (f"<p>{caption}</p>" if caption else "")
    return captioned(inside, caption, width_of(node))


def caption_box(node: LexborNode, writer: Writer) -> str | None:
    """The box WordPress made of ``[caption]``, and the one around an aligned picture block."""
    if "wp-caption" not in classes(node):
        return None
    caption_node = node.css_first(_CAPTIONS)
    caption, width = _caption(caption_node, writer), width_of(node)
    shown = "".join(captioned(_linked(img, writer), caption, width) for img in node.css("img"))
    if not shown:
        return None
    if caption_node is not None:
        caption_node.decompose()
    rest = _PICTURE.sub("", writer.flow(node)).replace("<p></p>", "")
    words = re.fullmatch(r"<p>((?:(?!</?p\b).)*)</p>", rest, re.DOTALL)
    if (
        words and not caption and len(node.css("img")) == 1
    ):  # written by hand, without the caption's own element
        return captioned(_linked(node.css("img")[0], writer), words[1].strip(), width)
    return shown + rest


def gallery(node: LexborNode, writer: Writer) -> str | None:
    """A gallery in any of the forms it is saved in, its pictures in order."""
    found = classes(node)
    if not found.intersection(_GALLERIES) or _says_more(node):
        return None
    pictures = [_gallery_item(item, writer) for item in node.css(f"img, {SLOT}")]
    figures = [item for item in pictures if item]
    if not figures:
        return None
    writer.body.constructs["gallery"] += 1
    own = [c for c in node.css(".blocks-gallery-caption, figcaption") if _is_own_caption(c, node)]
    return gallery_of(figures, _caption(own[0], writer) if own else "")


def cover(node: LexborNode, writer: Writer) -> str | None:
    """A cover: its picture first, then what stood on it."""
    if not classes(node) & {"wp-block-cover", "wp-block-cover-image"}:
        return None
    own = node.css_first("img.wp-block-cover__image-background")
    background = _BACKGROUND.search(node.attributes.get("style") or "")
    if own is not None:
        shown = image(own, writer) or ""
        own.decompose()
    elif background:
        address = unescape(background[1])
        known = writer.body.library.by_address(address)
        shown = picture(known.url if known else address, known.alt if known else "")
    else:
        return None
    return captioned(shown, "", width_of(node)) + writer.flow(node)


def _gallery_item(node: LexborNode, writer: Writer) -> str:
    if node.tag == SLOT:
        written = writer.body.slots.fill(node.html or "")
        return written if written.startswith("<figure") else ""
    if classes(node) & _SMILEYS:
        return ""
    around = node.parent
    while around is not None and around.tag not in {"figure", "li", "dl", "div"}:
        around = around.parent
    said = around.css_first("figcaption, .gallery-caption") if around is not None else None
    if said is not None and len(around.css("img")) > 1:
        said = None
    written = _linked(node, writer)
    return captioned(written, _caption(said, writer)) if written else ""


def _says_more(node: LexborNode) -> bool:
    """Whether somebody's box called "gallery" holds words or players beside pictures and their captions."""
    if node.css_first("iframe, video, audio, object, table, pre") is not None:
        return True
    beside = {part.mem_id for part in node.css(_BESIDE)}
    waiting = [node]
    while waiting:
        for child in waiting.pop().iter(include_text=True):
            if child.is_text_node and (child.text_content or "").strip():
                return True
            if child.is_element_node and child.mem_id not in beside:
                waiting.append(child)
    return False


def _is_own_caption(caption: LexborNode, node: LexborNode) -> bool:
    return caption.parent is not None and caption.parent.mem_id == node.mem_id


def _linked(node: LexborNode, writer: Writer) -> str:
    """A picture with the link around it."""
    written = image(node, writer) or ""
    parent = node.parent
    if written and parent is not None and parent.tag == "a" and parent.attributes.get("href"):
        return f'<a href="{escape(parent.attributes["href"] or "")}">{written}</a>'
    return written


def _caption(node: LexborNode | None, writer: Writer) -> str:
    if node is None:
        return ""
    text = writer.children(node).strip()
    return re.sub(r"^(?:<br>\s*)+|(?:\s*<br>)+$", "", re.sub(r"</?p[^>]*>", "", text)).strip()


def _address(node: LexborNode) -> str:
    source = (node.attributes.get("src") or "").strip()
    if not source or source.startswith("data:"):
        later = next((node.attributes[name] for name in _LAZY if node.attributes.get(name)), "") or ""
        return later.strip() or source
    return source


def _attachment(node: LexborNode, address: str, writer: Writer) -> SourceMedia | None:
    """What the export knows about the picture; a number is only believed when the address agrees."""
    known = writer.body.library.by_address(address)
    if known:
        return known
    for name in classes(node):
        match = _NUMBER.match(name)
        found = writer.body.library.by_id(match[1]) if match else None
        if found and _stem(found.url) == _stem(address):
            return found
    return None


def _stem(address: str) -> str:
    return address_key(address).rsplit("/", 1)[-1].rsplit(".", 1)[0].lower()
