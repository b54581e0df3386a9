"""From the address of a player to that of the page it plays, for the services blogs embed most."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

_HTTP = re.compile(r"https?://", re.IGNORECASE)

#: (pattern on "host/path" without "www.", what it becomes). The first that fits counts.
_PLAYERS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), page)
    for pattern, page in (
        (r"player\.vimeo\.com/video/(\d+)", r"https://vimeo.com/\1"),
        (
            r"codepen\.io/([\w-]+)/(?:embed|pen|details|full|preview)/(?:preview/)?(\w+)",
            r"https://codepen.io/\1/pen/\2",
        ),
        (r"open\.spotify\.com/embed/(?:podcast/)?(\w+/\w+)", r"https://open.spotify.com/\1"),
        (r"embed\.ted\.com/(?:talks/)?(?:lang/[\w-]+/)?([\w.]+)", r"https://www.ted.com/talks/\1"),
        (r"ted\.com/talks/(?:lang/[\w-]+/)?([\w.]+)", r"https://www.ted.com/talks/\1"),
        (r"(?:embed\.)?instagram\.com/(p|reel|tv)/([\w-]+)", r"https://www.instagram.com/\1/\2/"),
        (r"flickr\.com/photos/([\w@-]+/\d+)", r"https://www.flickr.com/photos/\1/"),
        (
            r"(?:[\w-]+\.)?slideshare\.net/slideshow/embed_code/((?:key/)?\w+)",
            r"https://www.slideshare.net/slideshow/embed_code/\1",
        ),
        (r"videopress\.com/(?:embed|v)/(\w+)", r"https://videopress.com/v/\1"),
        (r"video\.wordpress\.com/embed/(\w+)", r"https://videopress.com/v/\1"),
        (r"imgur\.com/(a/\w+|gallery/\w+|\w+)(?:/embed)?", r"https://imgur.com/\1"),
        (r"dailymotion\.com/(?:embed/)?video/(\w+)", r"https://www.dailymotion.com/video/\1"),
        (r"geo\.dailymotion\.com/player\.html", ""),
        (r"gist\.github\.com/([\w-]+/)?([0-9a-f]{6,})", r"https://gist.github.com/\1\2"),
        (r"(?:mobile\.)?(?:twitter|x)\.com/(\w+)/status(?:es)?/(\d+)", r"https://x.com/\1/status/\2"),
        (r"codesandbox\.io/embed/([\w-]+)", r"https://codesandbox.io/s/\1"),
        (r"stackblitz\.com/edit/([\w-]+)", r"https://stackblitz.com/edit/\1"),
        (r"jsfiddle\.net/([\w/]+?)/embed(?:ded)?", r"https://jsfiddle.net/\1/"),
        (r"(?:w\.)?loom\.com/embed/(\w+)", r"https://www.loom.com/share/\1"),
        (r"speakerdeck\.com/player/(\w+)", r"https://speakerdeck.com/player/\1"),
        (r"asciinema\.org/a/(\w+)(?:/(?:embed|iframe))?", r"https://asciinema.org/a/\1"),
        (r"asciinema\.org/a/(\w+)\.js", r"https://asciinema.org/a/\1"),
        (r"player\.youku\.com/embed/([\w=]{6,40})", r"https://v.youku.com/v_show/id_\1.html"),
        (r"v\.youku\.com/v_show/id_([\w=]{6,40})\.html", r"https://v.youku.com/v_show/id_\1.html"),
        (r"streamable\.com/(?:[eos]/)?(\w+)", r"https://streamable.com/\1"),
        (r"giphy\.com/embed/(\w+)", r"https://giphy.com/gifs/\1"),
        (r"embed\.music\.apple\.com/(.+)", r"https://music.apple.com/\1"),
        (r"embed\.podcasts\.apple\.com/(.+)", r"https://podcasts.apple.com/\1"),
        (r"wordpress\.tv/embed/(\w+)", r"https://wordpress.tv/embed/\1"),
    )
)

_YOUTUBE_FILM = re.compile(r"(?:youtu\.be|/(?:embed|shorts|v|live))/(?!videoseries)([\w-]{6,})")
_MOMENT = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?")

#: Services whose pages can be shown as they are.
_PAGES = re.compile(
    r"(?:[\w-]+\.)*(?:youtube\.com/(?:watch|playlist)|vimeo\.com/|soundcloud\.com/|spotify\.com/|mixcloud\.com/"
    r"|slideshare\.net/|wordpress\.tv/|tiktok\.com/|reddit\.com/|bsky\.app/|figma\.com/|scribd\.com/"
    r"|facebook\.com/.+/(?:posts|videos)/|kickstarter\.com/projects/|issuu\.com/|flic\.kr/|bandcamp\.com/)",
    re.IGNORECASE,
)


def page_of(address: str) -> str:
    """The public page for the address of a player or a post elsewhere; empty when the service is not known."""
    address = absolute(address)
    parts = urlsplit_or_none(address)
    if parts is None or not _HTTP.match(address):
        return ""
    where = f"{(parts.hostname or '').removeprefix('www.')}{parts.path}"
    special = _SPECIAL.get((parts.hostname or "").removeprefix("www."))
    found = special(parse_qs(parts.query), where) if special else ""
    if found:
        return found
    for pattern, page in _PLAYERS:
        match = pattern.match(where)
        if match and page:
            return match.expand(page)
    return address if _PAGES.match(where) else ""


def absolute(address: str) -> str:
    """The address with a protocol when it lacks only that."""
    address = address.strip()
    return f"https:{address}" if address.startswith("//") else address


def urlsplit_or_none(address: str) -> SplitResult | None:
    """The parts of an address; None when it cannot be read as one."""
    try:
        parts = urlsplit(address)
        return parts if parts.hostname is not None else None
    except ValueError:
        return None


def _youtube(query: dict[str, list[str]], where: str) -> str:
    if "list" in query and ("videoseries" in where or "playlist" in where):
        return f"https://www.youtube.com/playlist?list={query['list'][0]}"
    film = _YOUTUBE_FILM.search(where)
    name = film[1] if film else query.get("v", [""])[0]
    begin = seconds((query.get("start") or query.get("t") or [""])[0])
    return f"https://www.youtube.com/watch?v={name}" + (f"&t={begin}s" if begin else "") if name else ""


def seconds(moment: str) -> int:
    """``90``, ``90s`` and ``1m30s`` in seconds; 0 for anything else."""
    found = _MOMENT.fullmatch(moment)
    if not moment or not found:
        return 0
    hours, minutes, rest = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + rest


def _vimeo(query: dict[str, list[str]], where: str) -> str:
    """A film that is in no list has a second word in its address, without which nobody may see it."""
    film = re.search(r"/video/(\d+)", where)
    return f"https://vimeo.com/{film[1]}/{query['h'][0]}" if film and "h" in query else ""


def _soundcloud(query: dict[str, list[str]], where: str) -> str:
    return unquote(query["url"][0]) if "url" in query else ""


def _facebook(query: dict[str, list[str]], where: str) -> str:
    return query["href"][0] if "href" in query and "/plugins/" in where else ""


def _dailymotion(query: dict[str, list[str]], where: str) -> str:
    return f"https://www.dailymotion.com/video/{query['video'][0]}" if "video" in query else ""


def _bilibili(query: dict[str, list[str]], where: str) -> str:
    return f"https://www.bilibili.com/video/{query['bvid'][0]}/" if "bvid" in query else ""


def _tweet(query: dict[str, list[str]], where: str) -> str:
    return f"https://x.com/i/status/{query['id'][0]}" if "id" in query else ""


_SPECIAL: dict[str, Callable[[dict[str, list[str]], str], str]] = {
    "youtube.com": _youtube,
    "m.youtube.com": _youtube,
    "youtube-nocookie.com": _youtube,
    "youtu.be": _youtube,
    "player.vimeo.com": _vimeo,
    "w.soundcloud.com": _soundcloud,
    "facebook.com": _facebook,
    "geo.dailymotion.com": _dailymotion,
    "platform.twitter.com": _tweet,
    "player.bilibili.com": _bilibili,
}
