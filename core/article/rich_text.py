"""Turning stored rich text into HTML with objects that are already loaded."""

from __future__ import annotations

import re
from html import unescape

from django.template.loader import render_to_string
from django.utils.html import escape, format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import FIND_ATTRS

from core.article.links import is_safe_href
from core.article.references import Wanted, id_in, load
from core.article.rendering import HeadingLevel, Rendering, current_rendering

_LINK = re.compile(r"<a\b([^>]*)>(.*?)</a>", re.IGNORECASE | re.DOTALL)
_EMBED = re.compile(r"<embed\b([^>]*?)/?>", re.IGNORECASE)
_HEADING = re.compile(r"<h([1-6])\b([^>]*)>(.*?)</h\1>", re.IGNORECASE | re.DOTALL)
_EDITOR_KEY = re.compile(r' data-block-key="[^"]*"')


def expand(html: str, rendering: Rendering) -> SafeString:
    """The public HTML of stored rich text: links, headings with ids, footnote references. No query."""
    html = expand_links(_EDITOR_KEY.sub("", html), rendering)
    html = _EMBED.sub(lambda match: _embed(match, rendering), html)
    html = expand_headings(html, rendering)
    return mark_safe(rendering.footnotes.link_references(html))  # noqa: S308 - the editor's whitelist cleaned it


def expand_links(html: str, rendering: Rendering, *, places: bool = False) -> str:
    """The text with links that lead somewhere; the words of all others stay. ``places`` keeps the links' ids."""
    return _LINK.sub(lambda match: _link(match, rendering, places=places), html)


def expand_headings(html: str, rendering: Rendering) -> str:
    """The text with ids on its headings, and levels that fit the article."""
    return _HEADING.sub(lambda match: _heading(match, rendering), html)


class ArticleRichText(RichText):
    """Rich text that finds what it links to in the article it is rendered in.

    Rendered on its own, outside any article, it loads what it needs itself.
    """

    def __html__(self) -> str:
        rendering = current_rendering()
        if rendering is None:
            wanted = Wanted()
            wanted.note_rich_text(self.source)
            rendering = Rendering(load(wanted), wanted, heading_links=False)
        return self.shown_in(rendering)

    def shown_in(self, rendering: Rendering) -> SafeString:
        """The public HTML, with what ``rendering`` has loaded."""
        return expand(self.source, rendering)

    __hash__ = None  # type: ignore[assignment] # compared by its text, like the class it extends


def heading_html(level: HeadingLevel, inner: str, text: str, anchor: str, *, link: bool) -> SafeString:
    """A heading with its id and, when ``link``, the small # that shows its address."""
    return render_to_string(
        "blocks/parts/heading.html",
        {"level": level, "inner": mark_safe(inner), "text": text, "anchor": anchor, "link": link},  # noqa: S308 - inner is expanded rich text or escaped
    )


def attributes_of(tag: str) -> dict[str, str]:
    """The attributes of a stored tag. All character references are resolved, as browsers do: "java&#9;script:"."""
    return {name.lower(): unescape(value) for name, value in FIND_ATTRS.findall(tag)}


def _link(match: re.Match, rendering: Rendering, *, places: bool) -> str:
    attributes, inner = attributes_of(match[1]), match[2]
    href = _href(attributes, rendering)
    if not href or not is_safe_href(href):
        # Whatever it led to is gone or not for everybody: the words stay, the link goes.
        return inner
    place = attributes.get("id", "") if places and "linktype" not in attributes else ""
    return (
        format_html('<a id="{}" href="{}">', place, href) + inner + "</a>"
        if place
        else f'<a href="{escape(href)}">{inner}</a>'
    )


def _href(attributes: dict[str, str], rendering: Rendering) -> str:
    kind = attributes.get("linktype")
    if kind is None:
        href = attributes.get("href", "")
        # Others write two hyphens where a sign stood between words; our headings have one.
        return re.sub("-{2,}", "-", href) if href.startswith("#") else href
    key = id_in(attributes)
    if kind == "page":
        url, section = rendering.references.urls.get(key), attributes.get("fragment", "")
        return f"{url}#{section}" if url and section else url or ""
    if kind == "document" and key in rendering.references.documents:
        return rendering.references.documents[key].url
    return ""


def _embed(match: re.Match, rendering: Rendering) -> str:
    """Pictures and videos inside rich text: the editor does not offer them, imported text may have them."""
    attributes = attributes_of(match[1])
    image = rendering.references.images.get(id_in(attributes))
    if attributes.get("embedtype") == "image" and image is not None:
        context = {"image": image, "alt": attributes.get("alt", "")}
        return render_to_string("blocks/parts/inline_image.html", context)
    url = attributes.get("url", "")
    if attributes.get("embedtype") == "media" and is_safe_href(url):
        return format_html('<a href="{0}">{0}</a>', url)
    return ""


def _heading(match: re.Match, rendering: Rendering) -> str:
    inner = match[3].strip()
    text = " ".join(_plain(inner).split())
    if not text:
        return ""
    level = rendering.heading_level(int(match[1]))
    anchor = rendering.add_heading(level.size, text, attributes_of(match[2]).get("id", ""))
    return heading_html(level, inner, text, anchor, link=rendering.heading_links)


def _plain(inner: str) -> str:
    return unescape(strip_tags(re.sub(r"\[\^[^\]]*\]", "", inner)))
