"""Players: files of the blog's own, and addresses elsewhere."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape, unescape

from django.utils.translation import gettext as _

from porting.readers.wordpress.autop import SLOT
from porting.readers.wordpress.context import Body
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.providers import is_provider, page_of
from porting.readers.wordpress.shortcodes.grammar import Shortcode

#: A word of a sentence; numbers of films have digits or capitals in them.
_PLAIN_WORD = re.compile(r"(?:[A-Z]?[a-zà-ÿ'\u2019-]+|[A-Z]+|\d{4})[.,!?:;]?")
_ADDRESS = re.compile(r"https?://[^\s<>\"'\[\]|]+")
_TYPED = re.compile(r"(?<![\w./-])(?:[\w-]{1,63}\.){1,4}[a-z]{2,10}/[^\s<>\"'\[\]|]+")
_FILES = (
    "src",
    "mp4",
    "m4v",
    "webm",
    "ogv",
    "mov",
    "wmv",
    "flv",
    "mp3",
    "m4a",
    "ogg",
    "wav",
    "wma",
    "url",
    "file",
    "href",
)
#: Where the number of a service belongs in its address.
_BY_NUMBER = {
    "youtube": "https://www.youtube.com/watch?v={}",
    "youtube_sc": "https://www.youtube.com/watch?v={}",
    "vimeo": "https://vimeo.com/{}",
    "dailymotion": "https://www.dailymotion.com/video/{}",
    "wpvideo": "https://videopress.com/v/{}",
    "videopress": "https://videopress.com/v/{}",
    "tweet": "https://twitter.com/i/status/{}",
    "gist": "https://gist.github.com/{}",
    "ted": "https://www.ted.com/talks/{}",
    "instagram": "https://www.instagram.com/p/{}/",
    "spotify": "https://open.spotify.com/{}",
    "soundcloud": "https://soundcloud.com/{}",
    "scribd": "https://www.scribd.com/doc/{}",
    "slideshare": "https://www.slideshare.net/slideshow/embed_code/{}",
    "codepen_embed": "https://codepen.io/pen/{}",
    "loom": "https://www.loom.com/share/{}",
    "bandcamp": "https://bandcamp.com/{}",
    "googlevideo": "https://video.google.com/videoplay?docid={}",
    "vine": "https://vine.co/v/{}",
    "crowdsignal": "https://poll.fm/{}",
    "polldaddy": "https://poll.fm/{}",
    "kickstarter": "https://www.kickstarter.com/projects/{}",
}
_PLAIN = (
    "flickr", "googlemaps", "googlemap", "tiktok", "facebook", "pinterest", "mixcloud", "blip.tv",
    "cincopa", "hulu", "viddler", "archiveorg", "twitch", "embedly", "wistia", "reddit", "issuu", "tumblr",
    "houzz",
)  # fmt: skip


def embed(code: Shortcode, body: Body) -> str | None:
    """``[embed]address[/embed]``."""
    if SLOT in code.text:
        return code.text
    match = _ADDRESS.search(code.text) or _ADDRESS.search(
        code.get("src", "url", "link") or " ".join(code.positional)
    )
    return embed_of(page_of(match[0].replace("&amp;", "&"))) if match else ""


def own_file(code: Shortcode, body: Body) -> str | None:
    """``[audio]`` and ``[video]``."""
    if SLOT in code.text:
        return code.text
    tag = "audio" if code.name == "audio" else "video"
    address = next((code.attributes[name] for name in _FILES if code.attributes.get(name)), "")
    match = _ADDRESS.search(" ".join([address, *code.positional, code.text])) if not address else None
    address = match[0] if match else address
    known = body.library.by_id(code.get("id", "ids")) or body.library.by_address(address)
    address = known.url if known else address
    if not address:
        body.problem(tag, _("The shortcode %(code)s names no file."), code=code.source)
        return body.kept(f"shortcode {code.name}", f"<p><code>{escape(code.source, quote=False)}</code></p>")
    if page_of(address) != address or "youtu" in address or "vimeo.com" in address:
        return embed_of(page_of(address))
    named = dict.fromkeys(code.attributes[name] for name in _FILES if code.attributes.get(name))
    others = "".join(
        f'<source src="{escape(one)}">' for one in named if one.strip() and not _is_same(one, address, body)
    )
    poster = f' poster="{escape(code.get("poster"))}"' if code.get("poster") else ""
    said = f"<figcaption>{escape(known.caption, quote=False)}</figcaption>" if known and known.caption else ""
    return f'<figure><{tag} src="{escape(address)}" controls{poster}>{others}</{tag}>{said}</figure>'


def _is_same(one: str, address: str, body: Body) -> bool:
    known = body.library.by_address(one)
    return address in {one, known.url if known else one}


def playlist(code: Shortcode, body: Body) -> str | None:
    """``[playlist]``: each of its files."""
    tag = "video" if code.get("type") == "video" else "audio"
    found = [body.library.by_id(number) for number in re.findall(r"\d+", code.get("ids", "include"))]
    if any(found) and not all(found):
        body.problem("audio", _("Some files of %(code)s are not in the export."), code=code.source)
    if not any(found):
        body.problem("audio", _("The files of %(code)s are not in the export."), code=code.source)
        return body.kept("playlist", f"<p><code>{escape(code.source, quote=False)}</code></p>")
    return "".join(
        f'<figure><{tag} src="{escape(m.url)}" controls></{tag}><figcaption>{escape(m.title)}</figcaption></figure>'
        for m in found
        if m
    )


def is_word(code: Shortcode) -> bool:
    """Whether brackets hold words, as in “Host [gist]” or “[video of the talk]”: no plugin had anything to show."""
    if SHORTCODES.get(code.name) not in {elsewhere, own_file} or code.attributes or code.text.strip():
        return False
    if SHORTCODES[code.name] is own_file and len(code.positional) < 2:
        return False
    return not code.positional or (
        len(code.positional) > 1 and all(map(_PLAIN_WORD.fullmatch, code.positional))
    )


def _address_in(said: str) -> str:
    """The address in what a shortcode says, with its scheme where somebody left that out."""
    if match := _ADDRESS.search(said):
        return match[0]
    typed = _TYPED.search(said)
    return f"https://{typed[0]}" if typed and is_provider(f"https://{typed[0]}") else ""


def elsewhere(code: Shortcode, body: Body) -> str | None:
    """A service's own shortcode: the address it carries, or its number put into one."""
    said = " ".join([*code.attributes.values(), *code.positional, code.text.strip()])
    found = _address_in(said)
    if found:
        address = found.replace("&amp;", "&")
        extra = code.get("w") if "youtube" in code.name else ""
        return embed_of(page_of(address.split("&w=")[0] if extra or "&w=" in address else address))
    number = code.get("id", "video_id", "videoid", "video", "slug_hash", "key", "poll") or next(
        iter(code.positional), ""
    )
    number = (number or code.text).strip().partition("&")[0].strip("/")
    pattern = _BY_NUMBER.get(re.sub("^(?:su|fusion)_", "", code.name))
    if pattern and re.fullmatch(r"[\w./@%=-]{3,120}", number):
        return embed_of(pattern.format(number))
    body.problem("embed", _("The shortcode %(code)s names no address."), code=code.source)
    return body.kept(f"shortcode {code.name}", f"<p><code>{escape(code.source, quote=False)}</code></p>")


def codepen(code: Shortcode, body: Body) -> str | None:
    """``[codepen_embed slug_hash= user=]`` and the older ``[CodePen href= user=]``."""
    number = code.get("slug_hash") or code.get("href")
    return (
        embed_of(f"https://codepen.io/{code.get('user') or 'pen'}/pen/{number}")
        if number
        else elsewhere(code, body)
    )


def google_document(code: Shortcode, _body: Body) -> str | None:
    """``[googleapps]`` of WordPress.com: a document, table or form of Google's in a frame."""
    where, path = code.get("domain") or "www", code.get("dir").strip("/")
    if not re.fullmatch(r"[a-z]{2,20}", where) or not path:
        return None
    query = unescape(code.get("query"))
    return embed_of(f"https://{where}.google.com/{path}{'?' if query else ''}{query}")


SHORTCODES: dict[str, Callable[[Shortcode, Body], str | None]] = {
    **dict.fromkeys((*_BY_NUMBER, *_PLAIN, "su_youtube", "su_vimeo", "twitter", "x"), elsewhere),
    "codepen_embed": codepen,
    "codepen": codepen,
    "googleapps": google_document,
    "embed": embed,
    "su_video": embed,
    "vc_video": embed,
    "et_pb_video": embed,
    "av_video": embed,
    "ux_video": embed,
    "fusion_youtube": elsewhere,
    "fusion_vimeo": elsewhere,
    "audio": own_file,
    "su_audio": own_file,
    "video": own_file,
    "playlist": playlist,
    "wp_playlist": playlist,
}
