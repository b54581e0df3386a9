"""Addresses that WordPress turned into players, and the page each player belongs to."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, unquote

from porting.readers.wordpress.web_addresses import parts_of

#: Hosts whose addresses alone on a line became a player or a card (WordPress's own list of providers).
PROVIDERS = (
    "youtube.com", "youtu.be", "youtube-nocookie.com", "vimeo.com", "twitter.com", "x.com", "instagram.com",
    "facebook.com", "fb.watch", "soundcloud.com", "spotify.com", "ted.com", "flickr.com", "flic.kr", "slideshare.net",
    "wordpress.tv", "videopress.com", "imgur.com", "reddit.com", "tiktok.com", "dailymotion.com", "dai.ly",
    "tumblr.com", "mixcloud.com", "reverbnation.com", "scribd.com", "issuu.com", "kickstarter.com", "animoto.com",
    "crowdsignal.com", "polldaddy.com", "poll.fm", "codepen.io", "gist.github.com", "bandcamp.com", "loom.com",
    "pinterest.com", "speakerdeck.com", "smugmug.com", "screencast.com", "cloudup.com", "wolframcloud.com",
    "twitch.tv", "giphy.com", "deviantart.com", "bsky.app", "amazon.com", "hulu.com", "meetup.com", "rumble.com",
    "podcasts.apple.com", "music.apple.com", "jsfiddle.net", "canva.com", "descript.com", "pca.st", "somup.com",
    "anghami.com", "bsky.social", "a.co", "amzn.to", "read.amazon.com", "photobucket.com", "viddler.com", "blip.tv",
    "vine.co", "storify.com", "wistia.com", "wistia.net", "archive.org", "maps.google.com", "google.com/maps",
)  # fmt: skip
_PLAYERS: list[tuple[re.Pattern[str], str]] = [
    (re.compile(r"(?:www\.)?youtube(?:-nocookie)?\.com/embed/videoseries"), ""),
    (re.compile(r"(?:www\.)?youtube(?:-nocookie)?\.com/(?:embed|v|shorts|live)/([\w-]{6,})"), "https://www.youtube.com/watch?v={}"),
    (re.compile(r"player\.vimeo\.com/video/(\d+)"), "https://vimeo.com/{}"),
    (re.compile(r"vimeo\.com/moogaloop\.swf\?.*?clip_id=(\d+)"), "https://vimeo.com/{}"),
    (re.compile(r"(?:www\.)?dailymotion\.com/(?:embed/video|swf(?:/video)?)/(\w+)"), "https://www.dailymotion.com/video/{}"),
    (re.compile(r"open\.spotify\.com/embed/(\w+/\w+)"), "https://open.spotify.com/{}"),
    (re.compile(r"codepen\.io/([\w-]+)/embed/(?:preview/)?(\w+)"), "https://codepen.io/{}/pen/{}"),
    (re.compile(r"(?:v\.wordpress\.com|videopress\.com/embed|video\.wordpress\.com/embed)/(\w+)"), "https://videopress.com/v/{}"),
    (re.compile(r"embed\.ted\.com/(talks/[\w./-]+)"), "https://www.ted.com/{}"),
    (re.compile(r"(?:www\.)?instagram\.com/(p|reel)/([\w-]+)/embed"), "https://www.instagram.com/{}/{}/"),
    (re.compile(r"player\.youku\.com/(?:embed/|player\.php/(?:[\w/]{0,200}?/)?sid/)([\w=]{6,40})"), "https://v.youku.com/v_show/id_{}.html"),
    (re.compile(r"fast\.wistia\.(?:net|com)/embed/(?:iframe|medias)/(\w+)"), "https://fast.wistia.net/embed/iframe/{}"),
]  # fmt: skip


def is_provider(address: str) -> bool:
    """Whether WordPress made more than a link of this address."""
    parts = parts_of(address)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    whole = f"{host}{parts.path}"
    if not parts.path.strip("/") and not parts.query:
        return False  # a provider's front page is a link
    return any(
        host == known or host.endswith(f".{known}") or ("/" in known and whole.startswith(known))
        for known in PROVIDERS
    )


def _opening(page: str, player: str) -> str:
    """Where a film of YouTube begins, and the word that opens a film of Vimeo that is in no list."""
    begin = re.search(r"[?&;](?:start|t)=(\d{1,6})(?!\d)", player) if "youtube" in page else None
    key = re.search(r"[?&;]h=(\w+)", player) if "vimeo" in page else None
    return f"&t={begin[1]}s" if begin else f"/{key[1]}" if key else ""


def page_of(player: str) -> str:
    """The page of what a player shows; an unknown player's own address."""
    player = player.strip()
    if player.startswith("//"):
        player = f"https:{player}"
    for pattern, page in _PLAYERS:
        match = pattern.search(player)
        if match:
            return page.format(*match.groups()) + _opening(page, player) if page else player
    parts = parts_of(player)
    if "soundcloud.com" in (parts.hostname or "") and parts.path.startswith("/player"):
        inner = parse_qs(parts.query).get("url", [""])[0]
        if inner:
            return unquote(inner)
    if "facebook.com" in (parts.hostname or "") and parts.path.startswith("/plugins/"):
        inner = parse_qs(parts.query).get("href", [""])[0]
        if inner:
            return unquote(inner)
    return player
