"""Cards as Ghost draws them on a page, read back into what the editor had written.

Older exports, and those of other tools, hold nothing but this HTML. The classes are those of
``@tryghost/kg-default-nodes`` and ``@tryghost/kg-default-cards``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

Payload = dict[str, Any]


def drawn_card(node: LexborNode, classes: set[str]) -> tuple[str, Payload] | None:
    """The card an element draws, with its name; None when it draws none."""
    if node.tag == "blockquote" and "kg-blockquote-alt" in classes:
        return "aside", {"text": node.inner_html}
    if not any(name.startswith("kg-") for name in classes):
        return None
    for name, read in DRAWN.items():
        if f"kg-{name}-card" in classes or f"kg-card-{name}" in classes:
            payload = read(node)
            payload["cardWidth"] = next(
                (size for size in ("wide", "full") if f"kg-width-{size}" in classes), ""
            )
            return name, payload
    return None


def value(node: LexborNode, selector: str, attribute: str) -> str:
    """An attribute of the first element that fits; empty when there is none."""
    found = node.css_first(selector)
    return (found.attributes.get(attribute) or "") if found is not None else ""


def inside(node: LexborNode, selector: str) -> str:
    """The HTML inside the first element that fits; empty when there is none."""
    found = node.css_first(selector)
    return (found.inner_html or "") if found is not None else ""


def image(node: LexborNode) -> Payload:
    """A picture."""
    return {
        "src": value(node, "img", "src"),
        "alt": value(node, "img", "alt"),
        "title": value(node, "img", "title"),
        "href": value(node, "a", "href") if node.css_first("a img") else "",
        "caption": inside(node, "figcaption"),
    }


def gallery(node: LexborNode) -> Payload:
    """Pictures side by side."""
    rows = [
        {
            "src": picture.attributes.get("src"),
            "alt": picture.attributes.get("alt"),
            "href": picture.parent.attributes.get("href")
            if picture.parent is not None and picture.parent.tag == "a"
            else "",
        }
        for picture in node.css("img")
    ]
    return {"images": rows, "caption": inside(node, "figcaption")}


def bookmark(node: LexborNode) -> Payload:
    """A visual link. Ghost's classes for author and publisher are exchanged, for the sake of old themes."""
    return {
        "url": value(node, "a.kg-bookmark-container", "href"),
        "title": inside(node, ".kg-bookmark-title"),
        "description": inside(node, ".kg-bookmark-description"),
        "publisher": inside(node, ".kg-bookmark-author"),
        "author": inside(node, ".kg-bookmark-publisher"),
        "thumbnail": value(node, ".kg-bookmark-thumbnail img", "src"),
        "icon": value(node, "img.kg-bookmark-icon", "src"),
        "caption": inside(node, "figcaption"),
    }


def code(node: LexborNode) -> Payload:
    """Code with a caption."""
    classes = f"{value(node, 'code', 'class')} {value(node, 'pre', 'class')}".split()
    language = next((name.removeprefix("language-") for name in classes if name.startswith("language-")), "")
    found = node.css_first("pre")
    words = found.text() if found is not None else ""
    return {"code": words, "language": language, "caption": inside(node, "figcaption")}


def embed(node: LexborNode) -> Payload:
    """A player or quoted post."""
    caption = inside(node, "figcaption")
    for found in node.css("figcaption"):
        found.decompose()
    return {"html": node.inner_html or "", "url": "", "caption": caption}


def callout(node: LexborNode) -> Payload:
    """A note."""
    classes = (node.attributes.get("class") or "").split()
    colour = next((name.rpartition("-")[2] for name in classes if name.startswith("kg-callout-card-")), "")
    return {
        "calloutText": inside(node, ".kg-callout-text"),
        "calloutEmoji": inside(node, ".kg-callout-emoji"),
        "backgroundColor": colour,
    }


def toggle(node: LexborNode) -> Payload:
    """Something to unfold."""
    return {
        "heading": inside(node, ".kg-toggle-heading-text"),
        "content": inside(node, ".kg-toggle-content"),
    }


def button(node: LexborNode) -> Payload:
    """A button."""
    return {"buttonText": inside(node, "a"), "buttonUrl": value(node, "a", "href")}


def audio(node: LexborNode) -> Payload:
    """A sound file."""
    return {"src": value(node, "audio", "src"), "title": inside(node, ".kg-audio-title")}


def video(node: LexborNode) -> Payload:
    """A video file."""
    return {"src": value(node, "video", "src"), "caption": inside(node, "figcaption")}


def file(node: LexborNode) -> Payload:
    """A file to download."""
    return {
        "src": value(node, "a", "href"),
        "fileTitle": inside(node, ".kg-file-card-title"),
        "fileCaption": inside(node, ".kg-file-card-caption"),
        "fileName": inside(node, ".kg-file-card-filename"),
        "fileSize": inside(node, ".kg-file-card-filesize"),
    }


def product(node: LexborNode) -> Payload:
    """A product."""
    return {
        "productImageSrc": value(node, "img", "src"),
        "productTitle": inside(node, ".kg-product-card-title"),
        "productDescription": inside(node, ".kg-product-card-description"),
        "productRatingEnabled": node.css_first(".kg-product-card-rating") is not None,
        "productStarRating": len(node.css(".kg-product-card-rating-active")),
        "productButtonEnabled": True,
        "productButton": inside(node, ".kg-product-card-button"),
        "productUrl": value(node, ".kg-product-card-button", "href"),
    }


def header(node: LexborNode) -> Payload:
    """A large heading."""
    return {
        "header": inside(node, "h1, h2, .kg-header-card-heading, .kg-header-card-header"),
        "subheader": inside(node, "h3, p, .kg-header-card-subheading, .kg-header-card-subheader"),
        "backgroundImageSrc": value(node, "img", "src"),
        "buttonEnabled": node.css_first("a") is not None,
        "buttonText": inside(node, "a"),
        "buttonUrl": value(node, "a", "href"),
    }


def signup(node: LexborNode) -> Payload:
    """A form to subscribe."""
    return {"header": inside(node, "h2, .kg-signup-card-heading"), "subheader": inside(node, "p")}


def call_to_action(node: LexborNode) -> Payload:
    """An advertisement."""
    return {
        "hasSponsorLabel": True,
        "sponsorLabel": inside(node, ".kg-cta-sponsor-label"),
        "textValue": inside(node, ".kg-cta-text"),
        "imageUrl": value(node, "img", "src"),
        "showButton": True,
        "buttonText": inside(node, ".kg-cta-button"),
        "buttonUrl": value(node, ".kg-cta-button", "href"),
    }


#: How each card is read, by the middle of its class: ``kg-image-card``.
DRAWN: dict[str, Callable[[LexborNode], Payload]] = {
    "image": image,
    "gallery": gallery,
    "bookmark": bookmark,
    "code": code,
    "embed": embed,
    "callout": callout,
    "toggle": toggle,
    "button": button,
    "audio": audio,
    "video": video,
    "file": file,
    "product": product,
    "header": header,
    "signup": signup,
    "cta": call_to_action,
}
