"""Quotations."""

from __future__ import annotations

import re

from porting.convert import embeds
from porting.convert.flow import Flow, line_of, plain_of, rich_of
from porting.convert.kept import keep
from porting.convert.lists import is_prose
from porting.convert.providers import page_of
from porting.convert.tree import Element

_DASH = re.compile(r"^(?:[\u2013\u2014]|--?)\s*")
_NAME_LENGTH = 250
_PULL_LENGTH = 300
#: Classes of posts elsewhere, which a script would turn into a player.
_POSTS = ("twitter-", "instagram-media", "tiktok-embed", "bluesky-embed", "reddit-embed", "mastodon-embed")


def quote(flow: Flow, element: Element, caption: Element | None = None) -> None:
    """Somebody's words, with who said them."""
    flow.end_line()
    if any(name.startswith(_POSTS) for name in element.classes):
        _embed(flow, element)
    footer = _footer(element)
    who = footer if footer is not None else caption
    body = [child for child in element.children if child is not footer]
    attribution, role, source, fits = _said(flow, who)
    simple = is_prose(body) and (fits or is_prose([who] if who else []))
    if not simple or not flow.allows("quote"):
        _keep(flow, element, caption)
        return
    text = rich_of(flow.job, body if fits else [*body, *([who] if who else [])])
    if not text:
        flow.words(attribution)
        return
    if not text.startswith(("<p", "<ul>", "<ol>")):
        text = f"<p>{text}</p>"
    address = flow.job.address(element.get("cite")) if element.get("cite") else ""
    value = {
        "text": text,
        "attribution": attribution,
        "role": role,
        "source_url": _full(source) or _full(address),
    }
    flow.add("quote", value)


def _full(address: str) -> str:
    """The address if it is one the field takes."""
    return address if address.startswith(("https://", "http://")) else ""


def _footer(element: Element) -> Element | None:
    """Who said it: a last footer, or a last cite that stands by itself."""
    last = [child for child in element.children if not isinstance(child, str) or child.strip()]
    if len(last) < 2 or isinstance(last[-1], str):
        return None
    return last[-1] if last[-1].tag in {"footer", "cite"} else None


def _said(flow: Flow, who: Element | None) -> tuple[str, str, str, bool]:
    """Name, role and source; and whether these say all there is."""
    if who is None:
        return "", "", "", True
    role = next((node for node in who.find_all("span") if "data-role" in node.attributes), None)
    links = [link.get("href") for link in who.find_all("a") if link.get("href")]
    html, blocks = line_of(flow, [child for child in who.children if child is not role])
    name = " ".join(plain_of(html).split())
    name = _DASH.sub("", name) if who.tag != "figcaption" else name
    words = role.words if role else ""
    source = flow.job.address(links[0]) if len(links) == 1 else ""
    fits = len(name) <= _NAME_LENGTH and len(words) <= _NAME_LENGTH and not blocks and len(links) < 2
    if not fits or (links and not _full(source)):
        return "", "", "", False
    return name, words, source, True


def _keep(flow: Flow, element: Element, caption: Element | None) -> None:
    if not flow.allows("html"):
        flow.walk(element.children)
        flow.end_line()
        if caption is not None:
            embeds.caption_below(flow, caption)
        return
    whole = element if caption is None else Element("figure", {}, element, caption)
    keep(flow, whole, "quotation with more than text in it")


def _embed(flow: Flow, element: Element) -> None:
    """The post elsewhere itself; its words, which may vanish there, follow as a quotation."""
    addresses = [
        element.get("data-instgrm-permalink"),
        element.get("cite"),
        *(link.get("href") for link in element.find_all("a")[::-1]),
    ]
    pages = (page_of(address) for address in addresses if address)
    page = next((page for page in pages if page), "")
    if page:
        embeds.add_embed(flow, page)


def pull_quote(flow: Flow, element: Element) -> None:
    """A sentence set large."""
    words = element.words
    rich = any(
        isinstance(node, Element) and node.tag not in {"p", "br", "b", "i", "strong", "em"}
        for node in element.walk()
    )
    if rich or not flow.allows("pull_quote") or len(words) > _PULL_LENGTH:
        quote(flow, Element("blockquote", {}, *element.children))
        return
    if words:
        html, _none = line_of(flow, element.children)
        flow.add("pull_quote", {"text": plain_of(html.replace("<br/>", "\n"))})
