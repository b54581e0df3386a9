"""Players of the services whose addresses are known, so that imported films play without asking the network.

An editor's embed asks its provider when it is saved. An import of hundreds of posts must not depend on that, nor on
a network at all: what these services would answer is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from typing import Any, NamedTuple
from urllib.parse import quote

from wagtail.embeds.embeds import get_embed_hash
from wagtail.embeds.models import Embed

from porting.convert.providers import seconds


class Player(NamedTuple):
    """The address of a player and its proportions, in CSS pixels."""

    address: str
    provider: str
    width: int = 640
    height: int = 360


_PLAYERS: tuple[tuple[re.Pattern[str], Player], ...] = tuple(
    (re.compile(pattern), player)
    for pattern, player in (
        (
            r"https?://(?:www\.|m\.)?youtube\.com/watch\?(?:.*&)?v=([\w-]{6,})",
            Player(r"https://www.youtube.com/embed/\1", "YouTube"),
        ),
        (r"https?://youtu\.be/([\w-]{6,})", Player(r"https://www.youtube.com/embed/\1", "YouTube")),
        (
            r"https?://(?:www\.)?youtube\.com/playlist\?list=([\w-]+)",
            Player(r"https://www.youtube.com/embed/videoseries?list=\1", "YouTube"),
        ),
        (
            r"https?://(?:www\.)?vimeo\.com/(\d+)/(\w+)",
            Player(r"https://player.vimeo.com/video/\1?h=\2", "Vimeo"),
        ),
        (r"https?://(?:www\.)?vimeo\.com/(\d+)", Player(r"https://player.vimeo.com/video/\1", "Vimeo")),
        (
            r"https?://codepen\.io/([\w-]+)/pen/(\w+)",
            Player(r"https://codepen.io/\1/embed/\2?default-tab=result", "CodePen", 640, 400),
        ),
        (
            r"https?://open\.spotify\.com/(\w+/\w+)",
            Player(r"https://open.spotify.com/embed/\1", "Spotify", 640, 152),
        ),
        (r"https?://(?:www\.)?ted\.com/talks/([\w.]+)", Player(r"https://embed.ted.com/talks/\1", "TED")),
        (r"https?://videopress\.com/v/(\w+)", Player(r"https://videopress.com/embed/\1", "VideoPress")),
        (
            r"https?://(?:www\.)?dailymotion\.com/video/(\w+)",
            Player(r"https://www.dailymotion.com/embed/video/\1", "Dailymotion"),
        ),
        (r"https?://www\.loom\.com/share/(\w+)", Player(r"https://www.loom.com/embed/\1", "Loom")),
        (r"https?://asciinema\.org/a/(\w+)", Player(r"https://asciinema.org/a/\1/iframe", "asciinema")),
        (
            r"https?://codesandbox\.io/s/([\w-]+)",
            Player(r"https://codesandbox.io/embed/\1", "CodeSandbox", 640, 400),
        ),
        (
            r"https?://stackblitz\.com/edit/([\w-]+)",
            Player(r"https://stackblitz.com/edit/\1?embed=1", "StackBlitz", 640, 400),
        ),
        (
            r"https?://www\.bilibili\.com/video/(BV\w+)",
            Player(r"https://player.bilibili.com/player.html?bvid=\1&autoplay=0", "Bilibili"),
        ),
        (
            r"https?://(?:www\.)?slideshare\.net/slideshow/embed_code/(\d+)$",
            Player(r"https://www.slideshare.net/slideshow/embed_code/\1", "SlideShare", 640, 400),
        ),
        (
            r"https?://(?:www\.)?slideshare\.net/slideshow/embed_code/(?:key/)?(\w+)",
            Player(r"https://www.slideshare.net/slideshow/embed_code/key/\1", "SlideShare", 640, 400),
        ),
        (
            r"https?://bandcamp\.com/(EmbeddedPlayer/.+)",
            Player(r"https://bandcamp.com/\1", "Bandcamp", 640, 120),
        ),
        (
            r"https?://v\.youku\.com/v_show/id_([\w=]{6,40})\.html",
            Player(r"https://player.youku.com/embed/\1", "Youku"),
        ),
        (r"https?://streamable\.com/(\w+)", Player(r"https://streamable.com/e/\1", "Streamable")),
        (
            r"https?://(music|podcasts)\.apple\.com/(.+)",
            Player(r"https://embed.\1.apple.com/\2", "Apple", 640, 175),
        ),
    )
)


def player_of(address: str) -> Player | None:
    """The player for the public address of a film, pen or recording; None when it is not known."""
    for pattern, player in _PLAYERS:
        match = pattern.match(address)
        if match:
            return player._replace(address=match.expand(player.address) + _begin(address, player))
    if re.match(r"https?://soundcloud\.com/[\w-]+/[\w-]+", address):
        source = f"https://w.soundcloud.com/player/?url={quote(address, safe='')}"
        return Player(source, "SoundCloud", 640, 166)
    return None


def _begin(address: str, player: Player) -> str:
    """Where in a film of YouTube to begin."""
    found = re.search(r"[?&]t=(\w+)", address) if player.provider == "YouTube" else None
    begin = seconds(found[1]) if found else 0
    return f"{'&' if '?' in player.address else '?'}start={begin}" if begin else ""


def addresses_in(value: Any) -> list[str]:
    """The addresses of all embeds in stored blocks, those inside others included."""
    if isinstance(value, list):
        return [address for inner in value for address in addresses_in(inner)]
    if not isinstance(value, dict):
        return []
    if value.get("type") == "embed" and isinstance(value.get("value"), dict):
        return [value["value"].get("url") or ""]
    return [address for inner in value.values() for address in addresses_in(inner)]


def remember_players(addresses: Iterable[str]) -> int:
    """Keep the players of these embeds as if their providers had been asked; returns how many were new."""
    wanted = {get_embed_hash(address): address for address in addresses}
    known = set(Embed.objects.filter(hash__in=list(wanted)).values_list("hash", flat=True))
    rows = [
        _row(key, address, player)
        for key, address in wanted.items()
        if key not in known and (player := player_of(address)) is not None
    ]
    Embed.objects.bulk_create(rows, ignore_conflicts=True)
    return len(rows)


def _row(key: str, address: str, player: Player) -> Embed:
    frame = (
        f'<iframe src="{escape(player.address)}" width="{player.width}" height="{player.height}"></iframe>'
    )
    return Embed(
        hash=key,
        url=address,
        type="video",
        html=frame,
        title=player.provider if "/embed" in address.lower() else "",  # no address people know it by
        provider_name=player.provider,
        width=player.width,
        height=player.height,
    )
