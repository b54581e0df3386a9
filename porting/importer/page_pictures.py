"""The picture above a page. Plain pages have no cover: it is the first picture of what they say."""

from __future__ import annotations

from html import escape

from porting.convert.pictures import source_of
from porting.convert.tree import Element, parse
from porting.document import Picture, SourcePost
from porting.media.resolver import MediaResolver

_SEEN = frozenset({"iframe", "video", "audio", "embed", "object", "hr", "svg"})


def text_with_picture(post: SourcePost, resolver: MediaResolver) -> str:
    """The text of a post or page, in the dialect; that of a page begins with its picture, once."""
    html, cover = post.html, post.cover
    if post.kind != "page" or cover is None or not cover.url:
        return html
    first = _picture_at_the_beginning(html)
    if first and resolver.is_same_picture(first, cover.url, post):
        return html
    return _figure(cover) + html


def _picture_at_the_beginning(html: str) -> str:
    """The address of the picture a text begins with; empty when it begins with anything else."""
    for node in parse(html).walk():
        if isinstance(node, Element):
            if node.tag == "img":
                return source_of(node)
            if node.tag in _SEEN:
                return ""
        elif node.strip():
            return ""
    return ""


def _figure(cover: Picture) -> str:
    quiet = " data-decorative" if cover.decorative else ""
    caption = f"<figcaption>{escape(cover.caption, quote=False)}</figcaption>" if cover.caption else ""
    return f'<figure><img src="{escape(cover.url)}" alt="{escape(cover.alt)}"{quiet}>{caption}</figure>'
