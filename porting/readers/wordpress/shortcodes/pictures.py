"""Captions and galleries."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from django.utils.translation import gettext as _

from porting.document import SourceMedia
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.markup.pictures import captioned, gallery_of, of_media, picture
from porting.readers.wordpress.media import is_picture
from porting.readers.wordpress.shortcodes.grammar import Shortcode

_PICTURE = re.compile(
    r"^\s*(?:<p>)?\s*((?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?)", re.IGNORECASE | re.DOTALL
)
_TAG_ENDS = re.compile(r"^\s*</p>|^(?:\s|<br\s*/?>)+|(?:\s|<br\s*/?>)+$|</?p>\s*$", re.IGNORECASE)


def caption(code: Shortcode, body: Body) -> str | None:
    """``[caption]``: the caption stands in an attribute, or after the picture."""
    match = _PICTURE.match(code.text)
    if not match:
        inside = body.render(code.text)
        said = code.get("caption")
        return f"{inside}<p>{body.inline(said)}</p>" if said else inside
    said = code.get("caption") or _TAG_ENDS.sub("", code.text[match.end() :].strip())
    width = {"alignwide": "wide", "alignfull": "full"}.get(code.get("align"), "")
    return captioned(body.inline(match[1]), body.inline(said.replace("\n", " ").strip()), width)


def gallery(code: Shortcode, body: Body) -> str | None:
    """``[gallery]``: the pictures it names, or all that were uploaded to the post."""
    named = code.get("ids", "include", "images", "gallery_ids", "image_ids") or (
        code.positional[0] if code.positional else ""
    )
    numbers = re.findall(r"\d+", named)
    if numbers:
        found = [(number, body.library.by_id(number)) for number in numbers]
        for number, media in found:
            if media is None:
                body.problem(
                    "image",
                    _("A gallery names the picture %(number)s, which is not in the export."),
                    number=number,
                )
        pictures = [media for _number, media in found if media]
    else:
        left_out = set(re.findall(r"\d+", code.get("exclude")))
        pictures = [
            m for m in body.library.of_post(code.get("id") or body.source) if m.source_id not in left_out
        ]
    if code.get("order").lower() == "desc":
        pictures.reverse()
    return _gallery(pictures, code, body)


def _gallery(pictures: list[SourceMedia], code: Shortcode, body: Body) -> str:
    body.constructs["gallery"] += 1
    figures = [of_media(media) for media in pictures if is_picture(media.url)]
    if not figures:
        body.problem("image", _("The gallery %(code)s has no pictures in the export."), code=code.source)
        return body.kept("gallery", f"<p><code>{escape(code.source, quote=False)}</code></p>")
    if any(media.caption for media in pictures):
        text = _(
            "The text below a gallery's pictures was taken from the media library, as WordPress shows it."
        )
        body.problem("captions", text)
    return gallery_of(figures)


def single(code: Shortcode, body: Body) -> str | None:
    """A page builder's picture, by number or address."""
    media = body.library.by_id(code.get("image", "image_id", "attachment", "id"))
    address = media.url if media else code.get("src", "url", "image_url", "image", "custom_src")
    if not address.startswith(("http", "/")):
        return None
    shown = picture(address, code.get("alt") or (media.alt if media else ""))
    link = code.get("link", "href")
    if link.startswith(("http", "/")):
        shown = f'<a href="{escape(link)}">{shown}</a>'
    said = code.get("caption") or (media.caption if media else "")
    return captioned(shown, escape(said, quote=False))


SHORTCODES: dict[str, Callable[[Shortcode, Body], str | None]] = {
    "caption": caption,
    "wp_caption": caption,
    "gallery": gallery,
    "slideshow": gallery,
    "imagelist": gallery,
    "portfolio_slideshow": gallery,
    "vc_gallery": gallery,
    "vc_images_carousel": gallery,
    "et_pb_gallery": gallery,
    "vc_media_grid": gallery,
    "vc_masonry_media_grid": gallery,
    "fusion_gallery": gallery,
    "av_gallery": gallery,
    "av_masonry_gallery": gallery,
    "ux_gallery": gallery,
    "vc_single_image": single,
    "et_pb_image": single,
    "fusion_imageframe": single,
    "image": single,
    "img": single,
    "su_image": single,
    "av_image": single,
    "mk_image": single,
    "ux_image": single,
}
