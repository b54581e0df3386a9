"""HTML that no block fits: cleaned when it is kept, and made safe for readers when it is shown.

What is kept is structure: tables with spans, figures, definition lists, details, listings. What goes is
everything that acts or paints: scripts, styles, forms, frames. A frame leaves the link to what it showed.
"""

from __future__ import annotations

import re
from html import unescape

import nh3
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from core.article.links import host_of, is_safe_href
from core.article.references import id_in
from core.article.rendering import Rendering
from core.article.rich_text import ArticleRichText, attributes_of, expand_headings, expand_links

_PLAIN = (
    "p br hr div section article aside header footer main address span wbr "
    "h1 h2 h3 h4 h5 h6 b strong i em u s del ins strike small big mark sub sup code kbd samp var tt abbr dfn cite q "
    "blockquote pre figure figcaption picture img embed a time data bdi bdo ruby rb rt rp rtc "
    "ul ol li dl dt dd details summary table caption colgroup col thead tbody tfoot tr th td "
    "video audio source track center"
)
_TAGS = frozenset(_PLAIN.split())
_EVERYWHERE = {"id", "lang", "dir", "title", "class"}
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": {"href", "linktype", "fragment", "name"},
    "abbr": {"title"},
    "blockquote": {"cite"},
    "q": {"cite"},
    "del": {"cite", "datetime"},
    "ins": {"cite", "datetime"},
    "details": {"open"},
    "embed": {"embedtype", "alt", "format"},
    "img": {"src", "alt", "width", "height"},
    "ol": {"start", "reversed", "type"},
    "li": {"value"},
    "th": {"colspan", "rowspan", "scope", "headers", "abbr"},
    "td": {"colspan", "rowspan", "headers"},
    "col": {"span"},
    "colgroup": {"span"},
    "time": {"datetime"},
    "data": {"value"},
    "video": {"src", "width", "height", "controls"},
    "audio": {"src", "controls"},
    "source": {"src", "type"},
    "track": {"src", "kind", "srclang", "label"},
}
#: Names of classes that say what something is, not how it looks.
_CLASS = re.compile(r"(?:language-[\w+#.-]{1,40}|line-numbers|footnotes?|footnote-ref|task-list-item)\Z")
_ADDRESS = re.compile(r"""\bsrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)
_FRAME = re.compile(
    r"""<iframe\b((?:[^<>"']|"[^"]{0,4000}"|'[^']{0,4000}')*)>|</iframe\s*>|<iframe\b""", re.IGNORECASE
)
_PLAYER = re.compile(r"<(video|audio)\b([^>]*)>(.*?)</\1>", re.DOTALL)
_SOURCE = re.compile(r"<source\b([^>]*)>")
_TABLE = re.compile(r"<table\b[^>]*>")
_EMBED = re.compile(r"<embed\b([^>]*?)/?>")
#: Elements HTML no longer has, and those that mean the same.
_TODAY = {"center": "div", "strike": "s", "big": "span", "tt": "code"}
_FORMER = re.compile(rf"<(/?)({'|'.join(_TODAY)})(?=[\s>])")
_STORED_PICTURE = ' embedtype="image"'

_PICTURE = re.compile(r"<img\b([^>]*)>")
_ID = re.compile(r'(<(?!h[1-6]\b)[a-z]\w*\b[^>]*?) id="([^"]*)"')
_NAMED_PLACE = re.compile(
    r'<a\b((?:(?! href="| linktype=")[^>])*?) (?:id|name)="([^"]+)"((?:(?! href="| linktype=")[^>])*)>(.*?)</a>',
    re.DOTALL,
)
#: One transparent dot: what stands in for a picture that is not here, so that nothing is asked of another site.
DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="


def clean_html(html: str) -> str:
    """The HTML without anything that acts, paints or loads; cleaning twice changes nothing more."""
    html = nh3.clean(
        _FRAME.sub(_link_for_frame, html),
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=_kept_attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        clean_content_tags={"script", "style", "template", "iframe"},
        link_rel=None,
    )
    # The stored form of a picture ends like that of Wagtail's own, which is how it is found again.
    return _EMBED.sub(lambda tag: f"<embed{tag[1]}/>" if _STORED_PICTURE in tag[1] else "", html).strip()


class KeptHtml(ArticleRichText):
    """A kept piece, shown with what its article has loaded."""

    def shown_in(self, rendering: Rendering) -> SafeString:
        """The public HTML. It is cleaned again: what is stored may come from anywhere. No query."""
        html = _FORMER.sub(lambda match: f"<{match[1]}{_TODAY[match[2]]}", clean_html(self.source))
        html = _NAMED_PLACE.sub(r'<span\1 id="\2"\3>\4</span>', html)
        html = expand_links(html, rendering, places=True)
        html = _frame_tables_and_code(html)
        html = _PLAYER.sub(_player, html)
        html = _PICTURE.sub(_picture, html)
        html = _EMBED.sub(lambda match: _stored_picture(match, rendering), html)
        html = _ID.sub(lambda match: f'{match[1]} id="{rendering.anchors.take(_place(match[2]))}"', html)
        html = expand_headings(html, rendering)
        return mark_safe(rendering.footnotes.link_references(html))  # noqa: S308 - cleaned at the top

    __hash__ = None  # compared by its text, like the class it extends


def _kept_attribute(tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return " ".join(part for part in value.split() if _CLASS.match(part)) or None
    if name == "src" and value.lower().startswith("data:"):
        return None
    return value


def _link_for_frame(match: re.Match) -> str:
    found = _ADDRESS.search(match[1] or "")
    address = unescape(next(filter(None, found.groups()), "")) if found else ""
    if address.startswith("//"):
        address = f"https:{address}"
    return format_html('<p><a href="{0}">{0}</a></p>', address) if is_safe_href(address) else ""


def _stored_picture(match: re.Match, rendering: Rendering) -> str:
    attributes = attributes_of(match[1])
    image = rendering.references.images.get(id_in(attributes))
    if image is None:
        return ""
    return render_to_string(
        "blocks/parts/stored_picture.html", {"image": image, "alt": attributes.get("alt", "")}
    )


def _is_here(address: str) -> bool:
    """Whether an address is a file of this very site, which readers' browsers may ask."""
    return address.startswith("/") and is_safe_href(address)


def _frame_tables_and_code(html: str) -> str:
    """Tables and listings in frames of their own, which scroll when they are wider than the text."""
    label = _("Table")
    frame = f'<div class="table-scroll" tabindex="0" role="group" aria-label="{label}"><table class="table">'
    return _TABLE.sub(frame, html).replace("</table>", "</table></div>").replace("<pre", '<pre tabindex="0"')


def _player(match: re.Match) -> str:
    """A film or recording of this site as it is; one from elsewhere as the link to it."""
    attributes = attributes_of(match[2])
    addresses = [
        attributes.get("src", ""),
        *(attributes_of(tag).get("src", "") for tag in _SOURCE.findall(match[3])),
    ]
    addresses = [address for address in addresses if address]
    if addresses and all(map(_is_here, addresses)):
        return (
            match[0]
            if "controls" in attributes
            else match[0].replace(f"<{match[1]}", f"<{match[1]} controls", 1)
        )
    return "".join(
        format_html('<a href="{0}">{0}</a> ', address) for address in addresses[:1] if is_safe_href(address)
    )


def _picture(match: re.Match) -> str:
    """A picture of this site as it is; one from elsewhere as an empty frame that keeps its address."""
    attributes = attributes_of(match[1])
    address = attributes.get("src", "")
    if not address:
        return ""
    if _is_here(address):
        return match[0]
    return format_html(
        '<img class="remote-img" src="{}" data-src="{}" alt="{}" title="{}">',
        DOT,
        address,
        attributes.get("alt", ""),
        host_of(address),
    )


def _place(name: str) -> str:
    """The id of a place in the text, spelt as links to it are."""
    return re.sub("-{2,}", "-", re.sub(r"\s+", "-", name.strip())) or "part"
