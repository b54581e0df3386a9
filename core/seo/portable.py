"""HTML that is read away from the site, in feed readers: plain elements, every address absolute."""

import re
from urllib.parse import urljoin, urlsplit

import nh3

TAGS = {
    "a", "abbr", "aside", "b", "blockquote", "br", "caption", "cite", "code", "dd", "del", "dfn", "div", "dl",
    "dt", "em", "figcaption", "figure", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li",
    "mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "strong", "sub", "sup",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul", "var",
}  # fmt: skip
ATTRIBUTES = {
    "a": {"href", "id"},
    "blockquote": {"cite"},
    "h2": {"id"}, "h3": {"id"}, "h4": {"id"},
    "img": {"src", "srcset", "sizes", "alt", "width", "height"},
    "li": {"id", "value"},
    "ol": {"start"},
    "sup": {"id"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}  # fmt: skip
#: Controls and drawings mean nothing in a feed reader; their words go with them.
DROPPED = {"button", "script", "style", "svg", "template", "iframe", "form"}
_ADDRESSES = {"href", "src", "cite"}
#: A picture this site has no copy of. Feed readers fetch pictures from everywhere, so there it is itself again.
_ELSEWHERE = re.compile(r'(<img\b[^>]*?) src="data:[^"]*" data-src="([^"]*)"')
#: What code is called, where the page shows it as a label.
_LABEL = re.compile(r'(<span class="listing__title"[^>]*?) data-name="([^"]*)"></span>')
_CALLED = re.compile(r'<pre\b[^>]*? title="([^"]*)"[^>]*>')
_SUMMARY = re.compile(r"<summary\b[^>]*>(.*?)</summary>", re.DOTALL)
_ONLY_SPOKEN = re.compile(r'<span class="visually-hidden">.*?</span>', re.DOTALL)
_BLANK = re.compile(r"\n\s*\n+")
_PRE = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)


def portable_html(html: str, page_url: str) -> str:
    """The same text for readers elsewhere. ``page_url`` is absolute: what its addresses are relative to.

    What opens on the site by a click is laid open, because feed readers drop ``details`` or the way to open
    it. Of the formats of a picture the one every reader can show stays.
    """
    html = _LABEL.sub(r"\1>\2</span>", _ELSEWHERE.sub(r'\1 src="\2"', html))
    html = _CALLED.sub(r"<p><strong>\1</strong></p><pre>", html)
    html = _SUMMARY.sub(r"<p><strong>\1</strong></p>", _ONLY_SPOKEN.sub("", html))
    clean = nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        clean_content_tags=DROPPED,
        attribute_filter=lambda _tag, name, value: _absolute(name, value, page_url),
        link_rel=None,
    )
    return _without_blank_lines(clean).strip()


def _absolute(name: str, value: str, page_url: str) -> str | None:
    if name in _ADDRESSES:
        return _joined(page_url, value)
    if name == "srcset":
        candidates = [part.split() for part in re.split(r",\s+", value.strip()) if part.strip()]
        return ", ".join(" ".join([_joined(page_url, first) or "", *rest]) for first, *rest in candidates)
    return value


def _joined(page_url: str, address: str) -> str | None:
    try:
        address = urljoin(page_url, address.strip())
        return address if urlsplit(address).scheme else None
    except ValueError:
        return None


def _without_blank_lines(html: str) -> str:
    """Templates leave blank lines between blocks; those inside code listings are the author's."""
    return "".join(part if part.startswith("<pre") else _BLANK.sub("\n", part) for part in _PRE.split(html))
