"""Videos, sound and posts from elsewhere."""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _
from selectolax.lexbor import LexborNode

from porting.readers.wordpress.autop import SLOT
from porting.readers.wordpress.markup.pictures import width_of
from porting.readers.wordpress.markup.writer import Writer, attributes, classes
from porting.readers.wordpress.providers import is_provider, page_of

_ADDRESS = re.compile(r"https?://[^\s<>\"']+")
_QUOTED = (
    "twitter-tweet",
    "twitter-video",
    "instagram-media",
    "tiktok-embed",
    "reddit-card",
    "bluesky-embed",
    "mastodon-embed",
)
_SCRIPTS_OF = re.compile(
    r"(?:platform\.(?:twitter|instagram)|instagram\.com/embed|tiktok\.com/embed|embed\.bsky\.app|redditmedia|connect\.facebook"
    r"|adsbygoogle|google-analytics|googletagmanager|pagead2|gravatar|w\.sharethis|addthis|wp-includes|flickr\.com/.*embedr"
    r"|cpwebassets\.codepen|static\.codepen|assets\.codepen)"
)  # fmt: skip


def embed_of(address: str, caption: str = "", width: str = "") -> str:
    """An embed of the dialect."""
    sized = f' data-width="{width}"' if width else ""
    return f'<figure data-block="embed" data-url="{escape(address)}"{sized}>{_said(caption)}</figure>'


def _said(caption: str) -> str:
    return f"<figcaption>{caption}</figcaption>" if caption else ""


def embed(node: LexborNode, writer: Writer) -> str | None:
    """The block editor's embed: an address, or the player it was replaced by."""
    found = classes(node)
    if not any(name.startswith("wp-block-embed") for name in found) or "wp-block-embed__wrapper" in found:
        return None
    caption_node = node.css_first("figcaption")
    caption = writer.children(caption_node).strip() if caption_node is not None else ""
    caption = re.sub(r"(?:\s*<br>)+$", "", caption)
    wrapper = node.css_first(".wp-block-embed__wrapper")
    inner = wrapper if wrapper is not None else node
    ready = inner.css_first(SLOT)
    if ready is not None:
        return writer.body.slots.fill(ready.html or "").replace("</figure>", f"{_said(caption)}</figure>", 1)
    player = inner.css_first("iframe[src]")
    address = (player.attributes["src"] or "") if player is not None else ""
    match = _ADDRESS.search(inner.text() or "")
    if not address and match:
        address = match[0]
    if not address:
        link = inner.css("a[href]")
        address = (link[-1].attributes["href"] or "") if link else ""
    writer.body.constructs["embed"] += 1
    return (
        embed_of(page_of(address), caption, width_of(node))
        if address
        else f"<p>{caption}</p>"
        if caption
        else ""
    )


def frame(node: LexborNode, writer: Writer) -> str | None:
    """A frame with something from elsewhere."""
    given = node.attributes.get("src") or node.attributes.get("data-src") or ""
    address = page_of(given) if given and not given.startswith(("about:", "javascript:")) else ""
    if not address:
        return ""
    writer.body.constructs["embed"] += 1
    if address.startswith(("http://", "https://")):
        known = is_provider(address) or address.removeprefix("https:") != given.removeprefix("https:")
        return embed_of(address) if known else f'<iframe src="{escape(address)}"{_titled(node)}></iframe>'
    return writer.body.kept("iframe", node.html or "")


def _titled(node: LexborNode) -> str:
    title = node.attributes.get("title") or ""
    return f' title="{escape(title)}"' if title else ""


def old_player(node: LexborNode, writer: Writer) -> str | None:
    """A Flash player's ``object`` or ``embed``: the page of what it played, if it can be told."""
    found = [node.attributes.get("data"), node.attributes.get("src")]
    found += [p.attributes.get("value") for p in node.css("param[name=movie], param[name=src]")]
    found += [e.attributes.get("src") for e in node.css("embed, iframe")]
    address = next((a for a in found if a), "")
    if not address:
        return writer.children(node) or ""
    if node.tag == "object" and (node.attributes.get("type") or "") == "application/pdf":
        name = escape(address.rsplit("/", 1)[-1])
        return f'<p data-block="download"><a href="{escape(address)}">{name}</a></p>'
    writer.body.constructs["embed"] += 1
    page = page_of(address)
    if page.startswith(("http://", "https://")) and not page.split("?")[0].endswith(".swf"):
        return embed_of(page)
    writer.body.problem(
        "embed", _("A player of a kind browsers no longer show was kept as HTML: %(url)s"), url=address
    )
    return writer.body.kept("player", f'<p><a href="{escape(address)}">{escape(address)}</a></p>')


def media(node: LexborNode, writer: Writer) -> str | None:
    """A video or sound file, with its other forms, its subtitles and the links for browsers that cannot play it."""
    found = [node, *node.css("source")]
    sources = list(
        dict.fromkeys(source for one in found if (source := (one.attributes.get("src") or "").strip()))
    )
    if not sources:
        return writer.children(node)
    if "youtube.com" in sources[0] or "youtu.be" in sources[0] or "vimeo.com" in sources[0]:
        return embed_of(page_of(sources[0]))
    writer.body.constructs[node.tag or "media"] += 1
    known = [file.url if (file := writer.body.library.by_address(one)) else one for one in sources]
    poster = node.attributes.get("poster")
    kept = f' src="{escape(known[0])}" controls'
    kept += f' poster="{escape(poster)}"' if poster else ""
    inside = "".join(f'<source src="{escape(one)}">' for one in known[1:])
    inside += "".join(f"<track{attributes(track)}>" for track in node.css("track[src]"))
    return f"<{node.tag}{kept}>{inside}{_instead(node, writer, sources)}</{node.tag}>"


def _instead(node: LexborNode, writer: Writer, sources: list[str]) -> str:
    """What browsers that cannot play it show, when it leads elsewhere; that they cannot is nothing to keep."""
    links = [link for link in node.css("a[href]") if link.attributes.get("href") not in sources]
    return "".join(f"<p>{writer.node(link)}</p>" for link in links)


def script(node: LexborNode, writer: Writer) -> str | None:
    """A script: a gist is an embed; those that only dress up what stands beside them go; others are reported."""
    address = node.attributes.get("src") or ""
    gist = re.search(r"gist\.github\.com/([\w-]+/)?([0-9a-f]{6,})", address)
    if gist:
        return embed_of(f"https://gist.github.com/{gist[1] or ''}{gist[2]}")
    if address and not _SCRIPTS_OF.search(address):
        writer.body.problem("script", _("A script was left out: %(url)s"), url=address[:200])
        return writer.body.kept("script", f'<p><a href="{escape(address)}">{escape(address)}</a></p>')
    if not address and (node.text() or "").strip() and not _SCRIPTS_OF.search(node.text()):
        writer.body.problem("script", _("A script written into the post was left out."))
    return ""


def quoted_post(node: LexborNode, writer: Writer) -> str | None:
    """A post of a network as its own embed code quotes it: the embed, with the words kept as a quotation."""
    if not classes(node).intersection(_QUOTED):
        return None
    links = [a.attributes.get("href") or "" for a in node.css("a[href]")]
    pattern = r"/status(?:es)?/\d+|instagram\.com/(?:p|reel)/|/video/\d+|reddit\.com/r/.+/comments/|/post/|/@\w+/\d+"
    own = node.attributes.get("data-instgrm-permalink") or node.attributes.get("cite") or ""
    posts = [link for link in links if re.search(pattern, link)]
    address = own or (posts[-1] if posts else "")
    if not address:
        return None
    writer.body.constructs["embed"] += 1
    words = writer.flow(node)
    return (f"<blockquote>{words}</blockquote>" if words else "") + embed_of(address.split("?")[0])


def provider_box(node: LexborNode, writer: Writer) -> str | None:
    """Boxes that a provider's script fills: CodePen, Facebook, Wistia, WordPress's own video."""
    codepen = "codepen" in classes(node) and node.attributes.get("data-slug-hash")
    if codepen:
        return embed_of(f"https://codepen.io/{node.attributes.get('data-user') or 'pen'}/pen/{codepen}")
    if classes(node) & {"fb-post", "fb-video"} and node.attributes.get("data-href"):
        return embed_of(node.attributes["data-href"] or "")
    return None


def amp(node: LexborNode, writer: Writer) -> str | None:
    """A player of AMP pages."""
    number = node.attributes.get("data-videoid")
    return embed_of(f"https://www.youtube.com/watch?v={number}") if number else None
