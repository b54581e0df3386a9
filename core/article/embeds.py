"""Showing videos and posts from elsewhere, from what was stored when the page was saved."""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

import nh3
from django.core.cache import cache
from django.utils.safestring import SafeString, mark_safe
from wagtail.embeds.embeds import get_embed, get_embed_hash
from wagtail.embeds.models import Embed

from core.article.links import host_of, taken_apart

logger = logging.getLogger(__name__)

_FRAME = re.compile(r"<iframe\b[^>]*?\bsrc=[\"']([^\"']+)[\"']", re.IGNORECASE)
_RETRY_AFTER_SECONDS = 600
#: Files a browser plays by itself, by the end of their address.
_PLAYABLE = {
    **dict.fromkeys((".mp4", ".m4v", ".webm", ".ogv", ".mov"), "video"),
    **dict.fromkeys((".mp3", ".m4a", ".ogg", ".oga", ".opus", ".wav", ".flac", ".aac"), "audio"),
}
#: Players that set no cookies when asked to: their host -> the host and the options to ask with. They begin at
#: once, because the reader has pressed "play" before they are loaded.
_DISCREET = {
    "www.youtube.com": ("www.youtube-nocookie.com", {"autoplay": "1"}),
    "www.youtube-nocookie.com": ("www.youtube-nocookie.com", {"autoplay": "1"}),
    "player.vimeo.com": ("player.vimeo.com", {"autoplay": "1", "dnt": "1"}),
}


@dataclass(frozen=True)
class EmbedView:
    """What the template of the embed block shows: a frame, a quoted text, or at least a card with the link.

    ``frame`` is the address of the player, loaded only when the reader asks for it. ``plays`` is "video" or
    "audio" where the address itself is the file.
    """

    url: str
    title: str
    host: str
    provider: str = ""
    author: str = ""
    frame: str = ""
    plays: str = ""
    shape: str = "wide"
    html: SafeString = SafeString("")

    @property
    def frame_host(self) -> str:
        """Whom the reader's browser will ask for the player."""
        return host_of(self.frame)


def view_of(url: str, row: Embed | None) -> EmbedView:
    """Describe an address by its stored oEmbed answer; never asks the network."""
    host = host_of(url) or url
    plays = kind_of_file(url)
    if plays:
        name = unquote(PurePosixPath(urlsplit(url).path).name)
        return EmbedView(url=url, title=row.title if row and row.title else name, host=host, plays=plays)
    if row is None:
        return EmbedView(url=url, title=url, host=host)
    frame = _frame_address(row.html)
    return EmbedView(
        url=url,
        title=row.title or url,
        host=host,
        provider=row.provider_name,
        author=row.author_name,
        frame=frame,
        shape=_shape(row),
        html=SafeString("") if frame or row.type == "photo" else _without_scripts(row.html),
    )


def kind_of_file(url: str) -> str:
    """ "video" or "audio" for the secure address of a film or recording; empty for anything else."""
    parts = taken_apart(url)
    if parts is None or parts.scheme != "https":
        return ""
    return _PLAYABLE.get(PurePosixPath(parts.path.lower()).suffix, "")


def remember(url: str) -> None:
    """Ask the provider about an address and keep the answer; to be called when a page is saved.

    Whatever goes wrong, the page shows a card with the link instead. A failure is remembered for ten
    minutes, because the editor saves drafts every few moments and must not wait each time.
    """
    if kind_of_file(url):
        return
    failed = f"embed-failed-{get_embed_hash(url)}"
    if cache.get(failed):
        return
    try:
        get_embed(url)
    except Exception as error:  # noqa: BLE001 - providers answer with anything; saving must go on
        logger.info("No embed for %s: %s", url, error)
        cache.set(failed, True, _RETRY_AFTER_SECONDS)


def _frame_address(html: str) -> str:
    match = _FRAME.search(html or "")
    address = unescape(match[1]) if match else ""
    if address.startswith("//"):
        address = f"https:{address}"
    return _discreet(address) if address.startswith("https://") and host_of(address) else ""


def _discreet(address: str) -> str:
    """The address under which the same player sets no cookies, and plays at once when it has been asked for."""
    parts = urlsplit(address)
    if parts.netloc not in _DISCREET:
        return address
    host, options = _DISCREET[parts.netloc]
    query = dict(parse_qsl(parts.query, keep_blank_values=True)) | options
    return parts._replace(netloc=host, query=urlencode(query)).geturl()


def _without_scripts(html: str) -> SafeString:
    """The words of a provider's answer; its scripts, styles and pictures are left behind."""
    tags = {"a", "blockquote", "p", "br", "em", "strong", "b", "i", "span", "ul", "ol", "li"}
    attributes = {"a": {"href"}, "blockquote": {"cite", "lang"}, "p": {"lang", "dir"}}
    clean = nh3.clean(html or "", tags=tags, attributes=attributes, link_rel="noopener nofollow")
    return mark_safe(clean)  # noqa: S308 - cleaned on the line above


def _shape(row: Embed) -> str:
    """The frame's proportions as one of the few names the stylesheet knows."""
    if not row.width or not row.height:
        return "wide"
    ratio = row.width / row.height
    if ratio > 2.6:
        return "strip"
    if ratio > 1.5:
        return "wide"
    if ratio > 1.15:
        return "classic"
    return "square" if ratio > 0.8 else "tall"
