"""Players and posts of other sites: the address a system's short form means, as the dialect's embed."""

from __future__ import annotations

import re
from html import escape

PROVIDERS = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "youtubepl": "https://www.youtube.com/playlist?list={}",
    "vimeo": "https://vimeo.com/{}",
    "x": "https://x.com/i/status/{}",
    "twitter": "https://x.com/i/status/{}",
    "tweet": "https://x.com/i/status/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "gist": "https://gist.github.com/{}",
    "gitlab": "https://gitlab.com/-/snippets/{}",
    "bilibili": "https://www.bilibili.com/video/{}/",
    "tencent": "https://v.qq.com/x/page/{}.html",
    "soundcloud": "https://soundcloud.com/{}",
    "spotify": "https://open.spotify.com/{}",
    "speakerdeck": "https://speakerdeck.com/player/{}",
    "codepen": "https://codepen.io/{}",
    "asciinema": "https://asciinema.org/a/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "jsfiddle": "https://jsfiddle.net/{}/",
    "mastodon": "{}",
    "streamable": "https://streamable.com/{}",
}
YOUTUBE_ID = re.compile(
    r"(?:youtu\.be/|youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/|v/|live/))([\w-]{6,})"
)


def video_address(provider: str, given: str) -> str:
    """The public address of something of a provider, from an id or from any address of it; empty for nothing."""
    given = given.strip()
    if not given:
        return ""
    if given.startswith("//"):
        given = "https:" + given
    if re.match(r"https?://", given):
        found = YOUTUBE_ID.search(given) if provider in ("youtube", "video") else None
        return PROVIDERS["youtube"].format(found.group(1)) if found else given
    if provider in PROVIDERS:
        return PROVIDERS[provider].format(given.lstrip("/"))
    return given if re.search(r"\.(?:mp4|webm|ogv|mov|m4v|mp3|ogg)\b", given) else ""


def gist_file(name: str) -> str:
    """Where one file of a gist is on its page."""
    return "#file-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def embed(address: str, caption: str = "") -> str:
    """The dialect's embed; files of the blog's own become players."""
    shown = f"<figcaption>{escape(caption)}</figcaption>" if caption else ""
    path = address.split("?")[0].lower()
    if path.endswith((".mp4", ".webm", ".ogv", ".mov", ".m4v")):
        return f'<figure><video src="{escape(address)}" controls></video>{shown}</figure>'
    if path.endswith((".mp3", ".ogg", ".wav", ".m4a")):
        return f'<figure><audio src="{escape(address)}" controls></audio>{shown}</figure>'
    return f'<figure data-block="embed" data-url="{escape(address)}">{shown}</figure>'
