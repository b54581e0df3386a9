"""What other sites play: embeds by the address of the page, links for everything else."""

from __future__ import annotations

import re
from html import escape
from posixpath import basename
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from core.article.embeds import kind_of_file
from porting.convert.flow import Flow, line_of, plain_of
from porting.convert.providers import absolute, page_of
from porting.convert.tree import Element, parse

#: Scripts that only make players of elements we read ourselves.
_IS_LOADER = re.compile(
    r"(?:platform\.(?:twitter|x|instagram)\.com|instagram\.com/embed|//embed\.|\bei\.js|embedr\.flickr\.com"
    r"|tiktok\.com/embed|videopress-iframe|connect\.facebook\.net|speakerdeck\.com/assets)"
)
_CAPTION_LENGTH = 500
_ADDRESS_LENGTH = 1000


def embed(flow: Flow, element: Element) -> None:
    """The dialect's own form."""
    address = element.get("data-url").strip()
    caption = element.find("figcaption")
    rest = [child for child in element.children if child is not caption]
    if address:
        of_player = "embed" in address or "player" in address
        add_embed(flow, (of_player and page_of(address)) or absolute(address), caption)
    elif caption:
        caption_below(flow, caption)
    flow.walk(rest)
    flow.end_line()


def frame(flow: Flow, element: Element, caption: Element | None = None) -> None:
    """An iframe: an embed when the service is known, a kept link otherwise."""
    source = element.get("src") or element.get("data-src") or element.get("data-lazy-src")
    page = page_of(element.get("data-tweet-url")) or page_of(source)
    if page:
        add_embed(flow, page, caption)
        caption = None
    elif source.startswith("data:text/html"):
        flow.walk(parse(unquote(source.partition(",")[2])).children)
    elif source and source != "about:blank":
        flow.job.problem(
            "embeds", _("A frame became a link to what it showed: %(source)s") % {"source": source[:300]}
        )
        _add_link(flow, absolute(source), element.get("title"), "iframe")
    flow.walk(element.children)
    if caption:
        caption_below(flow, caption)


def add_embed(flow: Flow, address: str, caption: Element | None = None) -> None:
    """An embed block for the address of a page; a link where none may be or can be."""
    public = address.startswith(("https://", "http://")) and len(address) <= _ADDRESS_LENGTH
    if not public or not flow.allows("embed") or not flow.job.context.embed_ok(address):
        flow.job.problem("embeds", _("An embed became a link: %(address)s") % {"address": address[:300]})
        _add_link(flow, address, "", "embed")
        if caption:
            caption_below(flow, caption)
        return
    html, blocks = line_of(flow, caption.children) if caption else ("", [])
    words = plain_of(html).strip()
    fits = len(words) <= _CAPTION_LENGTH and "<a " not in html
    flow.add("embed", {"url": address, "caption": words if fits else ""})
    if not fits:
        flow.rich(f"<p>{html}</p>")
    for block in blocks:
        flow.add(block["type"], block["value"])


def caption_below(flow: Flow, caption: Element) -> None:
    """A caption for which the block has no field, as a paragraph."""
    flow.end_line()
    flow.walk(caption.children)
    flow.end_line()


def _add_link(flow: Flow, address: str, label: str, reason: str) -> None:
    opening = flow.job.link_tag(address)
    words = escape(" ".join(label.split()) or address, quote=False)
    html = f"<p>{opening}{words}</a></p>" if opening else f"<p>{words}</p>"
    if flow.allows("html"):
        flow.add("html", {"html": html, "reason": reason, "reviewed": False})
    else:
        flow.rich(html)


def player(flow: Flow, element: Element, caption: Element | None = None) -> None:
    """A film or recording: plays from this site when the file came along, otherwise a link to it."""
    found = [element, *element.find_all("source")]
    given = [source for item in found if (source := (item.get("src") or item.get("data-src")).strip())]
    sources = list(dict.fromkeys(given))
    if sources:
        _add_player(flow, element.tag, _form_to_play(flow, sources), element.get("title"))
    if element.get("poster"):
        text = _("The picture before a film starts is not kept: %(picture)s")
        flow.job.problem("images", text % {"picture": element.get("poster")[:300]})
    for track in element.find_all("track"):
        if track.get("src"):
            text = _("Subtitles of a film or recording were left out: %(source)s")
            flow.job.problem("embeds", text % {"source": track.get("src")[:300]})
    # What stands inside is for browsers that cannot play it; links in it are worth keeping.
    inner = [
        child for child in element.children if isinstance(child, str) or child.tag not in {"source", "track"}
    ]
    if any(child.strip() if isinstance(child, str) else not child.is_blank() for child in inner):
        flow.end_line()
        flow.walk(inner)
        flow.end_line()
    if caption:
        caption_below(flow, caption)


def _form_to_play(flow: Flow, sources: list[str]) -> str:
    """The form of a film or recording to keep: one whose file came along, else the first a browser plays. The
    others are reported."""
    if len(sources) == 1:
        return sources[0]
    here = next((one for one in sources if flow.job.target(one).document is not None), "")
    kept = here or next((one for one in sources if kind_of_file(flow.job.target(one).href)), sources[0])
    for other in sources:
        if other != kept:
            text = _("Another form of a film or recording was left out, one is enough: %(source)s")
            flow.job.problem("embeds", text % {"source": other[:300]})
    return kept


def _add_player(flow: Flow, tag: str, source: str, label: str) -> None:
    page = page_of(source)
    if page:
        add_embed(flow, page)
        return
    target = flow.job.target(source)
    name = " ".join(label.split()) or unquote(basename(urlsplit_path(source))) or source
    if target.document is None and kind_of_file(target.href) and flow.allows("embed"):
        text = _("This film or recording was not brought along; it plays from where it is: %(source)s")
        flow.job.problem("embeds", text % {"source": source[:300]})
        add_embed(flow, target.href)
        return
    here = target.document is not None and target.href.startswith("/")
    if not here or not flow.allows("html"):
        if target.document is None:
            text = _("A film or recording became a link to its file: %(source)s")
            flow.job.problem("embeds", text % {"source": source[:300]})
        _add_link(flow, source, name, tag)
        return
    link = f'<p><a linktype="document" id="{target.document}">{escape(name, quote=False)}</a></p>'
    html = f'<{tag} controls src="{escape(target.href)}"></{tag}>{link}'
    flow.add("html", {"html": html, "reason": tag, "reviewed": True})


def urlsplit_path(address: str) -> str:
    """The path of an address, of anything at all."""
    try:
        return urlsplit(address).path
    except ValueError:
        return address


def plugin(flow: Flow, element: Element) -> None:
    """An object or embed of former days."""
    parameters = {p.get("name").lower(): p.get("value") for p in element.find_all("param")}
    inner = [child for child in element.children if isinstance(child, str) or child.tag != "param"]
    source = (
        element.get("data") or element.get("src") or parameters.get("movie") or parameters.get("src") or ""
    )
    nested = element.find("embed", "iframe", "object", "video")
    if source and nested is None:
        page = page_of(source)
        if page:
            add_embed(flow, page)
        else:
            flow.job.problem(
                "embeds",
                _("A plug-in became a link to what it showed: %(source)s") % {"source": source[:300]},
            )
            _add_link(flow, absolute(source), element.get("title"), element.tag)
    flow.walk(inner)


def pen(flow: Flow, element: Element) -> None:
    """The words CodePen's script would replace by a player: they stay, below the embed."""
    name, user = element.get("data-slug-hash"), element.get("data-user")
    links = (page_of(link.get("href")) for link in element.find_all("a"))
    page = next((page for page in links if "/pen/" in page), "")
    if page or (name and user):
        add_embed(flow, page or f"https://codepen.io/{user}/pen/{name}")


def script(flow: Flow, element: Element) -> None:
    """A script that shows something from elsewhere is an embed; every other is left out, and that is told."""
    source = element.get("src")
    kind = element.get("type").lower()
    if kind.startswith("math/") and element.text.strip():
        flow.line.text(element.text)
        return
    page = page_of(source.removesuffix(".js")) if source else ""
    if "//gist.github.com/" in page or "//asciinema.org/" in page:
        add_embed(flow, page)
    elif "codepen.io" in source:
        flow.job.problem(
            "embeds",
            _("The script that shows pens was left out, what it showed is an embed: %(source)s")
            % {"source": source},
        )
    elif not _IS_LOADER.search(source):
        what = source or " ".join(element.text.split())[:120]
        if what:
            flow.job.problem("script", _("A script was left out: %(what)s") % {"what": what[:300]})
