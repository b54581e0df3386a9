"""Custom fields: what has no place here is listed, never dropped silently."""

from __future__ import annotations

import re
from html import escape

from django.utils.translation import gettext as _

from porting.document import Problem, SourcePost
from porting.readers.wordpress.markup.players import embed_of
from porting.readers.wordpress.records import RawItem
from porting.readers.wordpress.seo import is_search_field

_TAKEN = {"footnotes", "fifu_image_url", "fifu_image_alt", "enclosure"}
#: Counters and switches of plugins that say nothing about the post.
_MACHINERY = (
    "_", "jetpack_", "reddit", "oembed", "email_notification", "sharing_disabled", "switch_like", "geo_public", "views",
    "post_views", "wpb_", "et_", "fusion_", "avada_", "tags_css", "geo_", "openid_", "original_post_id", "stc_",
    "publicize_", "timeline_notification", "inline_featured_image", "hide_page_title", "page_layout", "sidebar",
    "dsq_thread_id", "post_format", "wpcom_", "blogger_", "livejournal_", "aktt_", "delicious", "amazon-product",
    "amazonS3", "rating_", "ratings_", "superseo", "seo_", "standard_", "tmblr_", "snap", "slide_template", "mc_",
)  # fmt: skip
LONGEST = 500  # characters of a field in the report
#: Where themes with post formats keep the film or the sound of a post; they show it above the text.
_FORMATS = ("_format_video_embed", "_format_audio_embed")
#: One player and nothing beside it.
_PLAYER = re.compile(
    r"\s*<iframe\s[^>]*?\bsrc\s*=\s*[\"']?(?:https?:)?//([^\"'\s>]+)[^>]*>(?:(?!<iframe|<script).)*</iframe>\s*",
    re.IGNORECASE | re.DOTALL,
)
_FORMAT = re.compile(
    r"https?://\S+|\[(embed|video|audio|playlist|soundcloud)\b[^\[\]]*\](?:[^\[\]]*\[/\1\])?"
)


def with_players(item: RawItem, post: SourcePost) -> str:
    """The content with the players a theme showed from custom fields, each where it stood; the report names them."""
    above, below = [], []
    for name, value in item.meta.items():
        if _is_format_player(name, value):
            above.append(value.strip())
        elif _is_shown_player(name, value, item.content):
            below.append(value.strip())
            said = _("The player in the field “%(name)s” was put below the text.")
            post.problems.append(Problem(post.source_id, "field", said % {"name": name[:80]}))
    return "\n\n".join([*above, item.content, *below])


def _is_format_player(name: str, value: str) -> bool:
    return name in _FORMATS and bool(_PLAYER.fullmatch(value) or _FORMAT.fullmatch(value.strip()))


def _is_shown_player(name: str, value: str, content: str) -> bool:
    player = None if name.startswith(_MACHINERY) else _PLAYER.fullmatch(value)
    return player is not None and player[1] not in content


def keep_fields(item: RawItem, post: SourcePost) -> None:
    """Note the fields an author filled, and show the sound or video a podcast plugin kept apart from the text."""
    for name, value in item.meta.items():
        if name in _TAKEN or name.startswith(_MACHINERY) or is_search_field(name) or not value.strip():
            continue
        if _PLAYER.fullmatch(value):
            continue
        post.kept[name] = value.strip()[:LONGEST]
    if item.meta.get("_links_to"):
        post.kept["links to"] = item.meta["_links_to"]
    for name in (
        *_FORMATS,
        "_format_quote_source_name",
        "_format_link_url",
        "_regular_price",
        "_sale_price",
        "_sku",
    ):
        if item.meta.get(name) and not _is_format_player(name, item.meta[name]):
            post.kept[name.strip("_").replace("_", " ")] = item.meta[name][:LONGEST]
    _enclosure(item, post)


def _enclosure(item: RawItem, post: SourcePost) -> None:
    lines = [line.strip() for line in item.meta.get("enclosure", "").splitlines()]
    address = lines[0] if lines else ""
    kind = lines[2].split("/")[0] if len(lines) > 2 else ""
    body = post.html
    if not address.startswith(("http://", "https://")) or kind not in {"audio", "video"} or address in body:
        return
    if "youtube.com" in address or "vimeo.com" in address:
        post.html = f"{body}\n{embed_of(address)}"
    else:
        post.html = f'{body}\n<figure><{kind} src="{escape(address)}" controls></{kind}></figure>'
    post.constructs["enclosure"] += 1
