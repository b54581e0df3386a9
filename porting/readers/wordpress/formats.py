"""Posts with a format (a film, a quotation, a link): many themes keep what they are about in a field of their own.

The theme showed it above the text, and the text is often empty. The fields have a name for each theme, all of which
end alike; only those of a post with the format are looked at.
"""

from __future__ import annotations

import re
from html import escape

from porting.readers.wordpress.providers import is_provider
from porting.readers.wordpress.records import RawItem

_FORMAT = "post-format-"
_BY_THEMSELVES = {
    "_format_video_embed",
    "_format_audio_embed",
    "_wm_post_format_media",
    "_post_format_media",
}  # shown whatever the format says
_ADDRESS = re.compile(r"https?://\S+")
_GALLERY = re.compile(r"\[gallery\b[^\[\]]*\]")
FILES = {
    "video": (".mp4", ".m4v", ".webm", ".ogv", ".mov"),
    "audio": (".mp3", ".m4a", ".ogg", ".oga", ".wav"),
}
_LINK = re.compile(r"(?:^|_)link(?:_url|_address|_href)?$")
_QUOTE = re.compile(r"(?:^|_)quote(?:_text|_content)?$")
_SAID_BY = re.compile(r"(?:^|_)quote_(?:author|source|source_name|name|cite)$")


def shown_above(item: RawItem) -> dict[str, str]:
    """The fields a theme showed above the text of a post with a format: by name, as content of a post."""
    formats = {term.slug.removeprefix(_FORMAT) for term in item.terms if term.taxonomy == "post_format"}
    content = item.content if formats else ""
    found: dict[str, str] = {}
    for name, value in item.meta.items():
        written = "" if name in _BY_THEMSELVES else _written(name.lower(), value.strip(), formats)
        if written and value.strip() not in content:
            found[name] = written
    return _with_speaker(item, found)


def _written(name: str, value: str, formats: set[str]) -> str:
    address = value if _ADDRESS.fullmatch(value) else ""
    for kind, endings in FILES.items():
        if kind in formats and kind in name and address:
            if value.lower().endswith(endings):
                return f'[{kind} src="{value}"]'
            return value if is_provider(value) else ""
    if "gallery" in formats and _GALLERY.fullmatch(value):
        return value
    if "link" in formats and address and _LINK.search(name):
        return f'<p><a href="{escape(value)}">{escape(value)}</a></p>'
    if "quote" in formats and _QUOTE.search(name) and " " in value:
        return f"<blockquote><p>{value}</p></blockquote>"
    return ""


def _with_speaker(item: RawItem, found: dict[str, str]) -> dict[str, str]:
    """The same, with whoever said it below a quotation."""
    quote = next((name for name, written in found.items() if written.startswith("<blockquote>")), "")
    speaker = next((name for name, value in item.meta.items() if _SAID_BY.search(name) and value.strip()), "")
    if quote and speaker:
        said = f"<cite>{escape(item.meta[speaker].strip(), quote=False)}</cite></blockquote>"
        found |= {quote: found[quote].replace("</blockquote>", said), speaker: ""}
    return found
