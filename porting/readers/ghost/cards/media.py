"""Pictures, galleries, sound, video and files."""

from __future__ import annotations

from html import escape
from typing import Any

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from ..context import BodyContext
from ..plain import plain_text
from .pieces import caption_html, picture, width

Payload = dict[str, Any]
_LARGEST = 10**15  # bytes; no blog has a larger file
_WORDS = ("fileTitle", "title", "fileName", "fileCaption", "caption")


def image(payload: Payload, context: BodyContext) -> str:
    """A picture with its width, link and caption."""
    found = picture(
        payload.get("src"),
        context,
        payload.get("alt") or payload.get("altText"),
        payload.get("title"),
        payload.get("href"),
    )
    if not found:
        return ""
    return f"<figure{width(payload)}>{found}{caption_html(payload, context)}</figure>"


def gallery(payload: Payload, context: BodyContext) -> str:
    """Pictures side by side."""
    rows = payload.get("images")
    items = []
    for row in rows if isinstance(rows, list) else []:
        if not isinstance(row, dict):
            continue
        found = picture(row.get("src"), context, row.get("alt"), row.get("title"), row.get("href"))
        if found:
            items.append(f"<figure>{found}{caption_html(row, context)}</figure>")
    if not items:
        return ""
    return f'<figure data-block="gallery">{"".join(items)}{caption_html(payload, context)}</figure>'


def before_after(payload: Payload, context: BodyContext) -> str:
    """Two pictures to compare by sliding; they stand side by side here."""
    rows = [payload.get("beforeImage"), payload.get("afterImage")]
    context.problem("formatting", _("Two pictures to compare by sliding now stand side by side."))
    return gallery({"images": rows, "caption": payload.get("caption")}, context)


def video(payload: Payload, context: BodyContext) -> str:
    """A video file."""
    address = context.attribute(payload.get("src"))
    if not address:
        return _without_file(payload, context)
    poster = context.attribute(payload.get("customThumbnailSrc") or payload.get("thumbnailSrc"))
    attribute = f' poster="{poster}"' if poster else ""
    player = f'<video src="{address}" controls{attribute}></video>'
    return f"<figure{width(payload)}>{player}{caption_html(payload, context)}</figure>"


def audio(payload: Payload, context: BodyContext) -> str:
    """A sound file with its title."""
    address = context.attribute(payload.get("src"))
    if not address:
        return _without_file(payload, context)
    title = escape(plain_text(payload.get("title")), quote=False)
    words = f"<figcaption>{title}</figcaption>" if title else caption_html(payload, context)
    return f'<figure><audio src="{address}" controls></audio>{words}</figure>'


def file(payload: Payload, context: BodyContext) -> str:
    """A file to download, with its name and size, which are told where it did not come along."""
    address = context.attribute(payload.get("src"))
    if not address:
        return _without_file(payload, context)
    name = plain_text(payload.get("fileName"))
    title = plain_text(payload.get("fileTitle") or payload.get("title")) or name or address.rpartition("/")[2]
    words = plain_text(payload.get("fileCaption") or payload.get("caption"))
    description = f" <span>{escape(words, quote=False)}</span>" if words else ""
    facts = ", ".join(filter(None, ("" if name == title else name, _size(payload.get("fileSize")))))
    attribute = f' data-file="{escape(facts)}"' if facts else ""
    link = f'<a href="{address}">{escape(title, quote=False)}</a>'
    return f'<p data-block="download"{attribute}>{link}{description}</p>'


def _size(given: object) -> str:
    """How large a file is: Ghost stores bytes, and draws them in words."""
    words = plain_text(given)
    count = given if isinstance(given, int) else int(words[:20]) if words.isdecimal() else None
    if count is None:
        return words
    return filesizeformat(count) if 1 < count < _LARGEST else ""


def _without_file(payload: Payload, context: BodyContext) -> str:
    """A card somebody began and never gave its file: Ghost showed nothing of it."""
    said = dict.fromkeys(plain_text(payload.get(name)) for name in _WORDS)
    words = ", ".join(filter(None, said))
    if words:
        text = _("A card without its file, of which Ghost showed nothing, was left out: “%(words)s”")
        context.problem("files", text % {"words": words[:300]})
    return ""
