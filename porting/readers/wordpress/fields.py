"""Custom fields: what has no place here is listed, never dropped silently."""

from __future__ import annotations

from html import escape

from porting.document import SourcePost
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


def keep_fields(item: RawItem, post: SourcePost) -> None:
    """Note the fields an author filled, and show the sound or video a podcast plugin kept apart from the text."""
    for name, value in item.meta.items():
        if name in _TAKEN or name.startswith(_MACHINERY) or is_search_field(name) or not value.strip():
            continue
        post.kept[name] = value.strip()[:LONGEST]
    if item.meta.get("_links_to"):
        post.kept["links to"] = item.meta["_links_to"]
    for name in (
        "_format_video_embed",
        "_format_audio_embed",
        "_format_quote_source_name",
        "_format_link_url",
        "_regular_price",
        "_sale_price",
        "_sku",
    ):
        if item.meta.get(name):
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
